//! One tree per population: every count over the same rows is a split of a cell that is printed exactly.
//!
//! Printed as separate shares, nested counts betray each other's remainders. Must not print a cell whose
//! parent is not printed exactly, nor a split with a cell of `k` or fewer.

use super::form::{Count, Form, Kind, Part, Why};
use super::ladder::{part, share, stands};
use super::policy::Limits;

/// The counts over one population's rows.
///
/// The first split should be the headline itself (completed · ended early · not recorded): it alone has a
/// fallback. Two splits of one cell must be free of each other: any cell of one may meet any of the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tree {
    /// The name of the root's rows among the stages before them: "matched".
    pub name: String,
    /// The split of the root, which has a lead cell.
    pub root: Split,
    /// Wider populations that hold the root's rows, nearest first: trained, applied.
    pub before: Vec<Stage>,
}

/// A split of one cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Split {
    /// The variable that its fact is named by.
    pub variable: String,
    /// Two cells or more.
    pub cells: Vec<Cell>,
}

/// A cell, and how it is split further.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// Its name in the split.
    pub name: String,
    /// How many.
    pub count: u32,
    /// What it is.
    pub kind: Kind,
    /// Its own splits, each of which sums to `count`.
    pub splits: Vec<Split>,
}

/// A stage of the funnel before the root.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stage {
    /// The variable that its fact is named by: "trained".
    pub variable: String,
    /// How many reached it, those who went on included.
    pub count: u32,
}

impl Split {
    /// The rows it splits.
    pub fn n(&self) -> u32 {
        self.cells.iter().map(|cell| cell.count).sum()
    }

    fn parts(&self) -> Vec<Part> {
        self.cells.iter().map(|cell| part(&cell.name, cell.count, cell.kind)).collect()
    }

    /// Whether it has two cells at least, and every split below sums to its cell.
    pub fn adds_up(&self) -> bool {
        let below = |cell: &Cell| cell.splits.iter().all(|split| split.n() == cell.count && split.adds_up());
        self.cells.len() >= 2 && self.cells.iter().all(below)
    }
}

impl Tree {
    /// The rows of the root.
    pub fn n(&self) -> u32 {
        self.root.n()
    }

    /// Every split's variable and form, in declared order: the same variables whatever the counts.
    pub fn forms(&self, limits: Limits) -> Vec<(&str, Form)> {
        let (n, cells) = (self.n(), self.root.parts());
        let whole = stands(limits, &cells);
        let leads = cells.iter().filter(|cell| cell.kind == Kind::Lead);
        let share = share(limits, n, leads.clone().map(|cell| cell.count).sum());
        // A lead cell that is printed exactly as a share may be split as well as one of a split.
        let exact = matches!(share, Form::Share { x: Count::Exact(_), .. }) && leads.count() == 1;
        let form = if whole { Form::Split { n, cells } } else { share };
        let mut out = vec![(&*self.root.variable, form)];
        for cell in &self.root.cells {
            let printed = whole || (exact && cell.kind == Kind::Lead);
            below(limits, &cell.splits, printed, &mut out);
        }
        self.stages(limits, &mut out);
        out
    }

    /// The root's rows are public. A stage before them is printed if it holds more than `k` further people;
    /// else it is left out, and the next is compared with the last that is printed.
    fn stages<'a>(&'a self, limits: Limits, out: &mut Vec<(&'a str, Form)>) {
        let (mut name, mut reached) = (&*self.name, self.n());
        for stage in &self.before {
            let further = stage.count.saturating_sub(reached);
            let cells = vec![part(name, reached, Kind::Lead), part("no-further", further, Kind::Other)];
            let form = Form::Split { n: stage.count, cells };
            if further > limits.k {
                out.push((&stage.variable, form));
                (name, reached) = (&stage.variable, stage.count);
            } else {
                out.push((&stage.variable, Form::NotShown { why: Why::FewInCell }));
            }
        }
    }
}

/// The splits of a cell and all below them.
fn below<'a>(limits: Limits, splits: &'a [Split], parent: bool, out: &mut Vec<(&'a str, Form)>) {
    for split in splits {
        let cells = split.parts();
        // Its parent is printed exactly, so whether it is a group by itself is public.
        let printed = parent && split.n() >= limits.group && stands(limits, &cells);
        let form = Form::Split { n: split.n(), cells };
        out.push((&split.variable, if printed { form } else { Form::NotShown { why: Why::FewInCell } }));
        for cell in &split.cells {
            below(limits, &cell.splits, printed, out);
        }
    }
}
