//! Published figures as a table for other programs: a row for each figure, and one for each part of a split.
//!
//! A row is a function of the printed form, as the sentence of [`Site::told`] is. Must not see anything else.

use super::Site;
use super::view::Told;
use crate::model::Id;
use crate::outcomes::derive;
use crate::outcomes::disclose::{Clamp, Class, FactKey, Form, Part, Why};
use crate::outcomes::{Published, Release};

/// What a column holds, by the words of the Table Schema standard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// Words.
    Text,
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// A whole number from 0, and at most this where there is an end.
    Whole(Option<u32>),
    /// A number from 0, with one decimal.
    Number,
}

/// A column of the table.
#[derive(Debug)]
pub struct Column {
    /// Its name in the file; what it means stands in the strings under `column-` and this name.
    pub name: &'static str,
    /// What stands in it.
    pub holds: Holds,
    /// Whether no cell of it is empty.
    pub required: bool,
}

const fn column(name: &'static str, holds: Holds) -> Column {
    Column { name, holds, required: false }
}

const fn required(name: &'static str, holds: Holds) -> Column {
    Column { name, holds, required: true }
}

const TOO_FEW: &str = "too-few";

/// Why a row holds no number: a form that holds none, or a reason not to show one.
static NOT_SHOWN: [&str; 1 + Why::ALL.len()] = {
    let mut words = [TOO_FEW; 1 + Why::ALL.len()];
    let mut at = 0;
    while at < Why::ALL.len() {
        words[at + 1] = Why::ALL[at].word();
        at += 1;
    }
    words
};

/// The columns, in order.
pub static COLUMNS: [Column; 23] = [
    required("cohort", Holds::Text),
    required("figure", Holds::Text),
    required("population", Holds::Text),
    required("measure", Holds::Text),
    required("measure_name", Holds::Text),
    column("wave", Holds::Text),
    column("role", Holds::Text),
    required("class", Holds::OneOf(&["open", "ordinary", "sensitive"])),
    required("form", Holds::OneOf(&["open", "share", "split", "part", "mean", TOO_FEW, "not-shown"])),
    column("part", Holds::Text),
    column("part_name", Holds::Text),
    column("n", Holds::Whole(None)),
    column("x_lo", Holds::Whole(None)),
    column("x_hi", Holds::Whole(None)),
    column("ci_lo", Holds::Whole(Some(100))),
    column("ci_hi", Holds::Whole(Some(100))),
    column("mean_lo", Holds::Number),
    column("mean_hi", Holds::Number),
    column("scale_lo", Holds::Whole(None)),
    column("scale_hi", Holds::Whole(None)),
    column("answered_lo", Holds::Whole(None)),
    column("not_shown_because", Holds::OneOf(&NOT_SHOWN)),
    required("text", Holds::Text),
];

/// The columns that name a row.
pub const KEY: [&str; 2] = ["cohort", "figure"];

/// A cell.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Cell {
    /// Nothing to say.
    #[default]
    Empty,
    /// Words, some of them the program's own.
    Text(String),
    /// A whole number.
    Whole(u64),
    /// A number in tenths.
    Tenths(u32),
}

impl From<u32> for Cell {
    fn from(value: u32) -> Self {
        Self::Whole(value.into())
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text.to_owned()) }
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }
}

/// A row, in the order of [`COLUMNS`].
pub type Row = [Cell; COLUMNS.len()];

/// What a figure holds in numbers.
#[derive(Debug, Default)]
struct Numbers {
    form: &'static str,
    n: Cell,
    x: (Cell, Cell),
    range: (Cell, Cell),
    mean: (Cell, Cell),
    scale: (Cell, Cell),
    answered: Cell,
    why: &'static str,
}

impl Site<'_> {
    /// The rows of a release. `of` is the cohort's id, or those of a pool joined by `+`.
    pub fn figure_rows(&self, of: &Id, release: &Published<Release>) -> Vec<Row> {
        let mut rows = Vec::new();
        for (fact, (key, figure)) in release.get().facts.iter().zip(release.figures()) {
            let name = self.figure_name(key);
            let told = self.told_of(key, figure);
            let head = head(of, key, name.clone(), fact.class, "");
            rows.push(row(head, ("", String::new()), numbers(key, figure), in_one_line(&told, figure.get())));
            if let Form::Split { n, cells } = figure.get() {
                rows.extend(cells.iter().map(|cell| {
                    let head = self::head(of, key, name.clone(), fact.class, &cell.name);
                    let name = self.cell_name_of(key, &cell.name);
                    row(head, (cell.name.as_str(), name.clone()), of_part(*n, cell), self.cell(cell, name))
                }));
            }
        }
        rows
    }
}

/// Figure, range and note. A figure that is not shown says so in its note.
fn in_one_line(told: &Told, form: &Form) -> String {
    let Told { figure, detail, note, .. } = told;
    match (form, detail.as_str(), note.as_str()) {
        (Form::NotShown { .. }, _, note) => note.to_owned(),
        (_, "", "") => figure.clone(),
        (_, "", note) => format!("{figure}. {note}"),
        (_, detail, "") => format!("{figure} ({detail})"),
        (_, detail, note) => format!("{figure} ({detail}). {note}"),
    }
}

fn head(of: &Id, key: &FactKey, name: String, class: Class, part: &str) -> [Cell; 8] {
    let figure = if part.is_empty() { key.to_string() } else { format!("{key}#{part}") };
    [
        of.as_str().into(),
        figure.into(),
        key.population().into(),
        key.variable().into(),
        name.into(),
        key.wave().unwrap_or_default().into(),
        key.role().unwrap_or_default().into(),
        match class {
            Class::Open => "open",
            Class::Ordinary => "ordinary",
            Class::Sensitive => "sensitive",
        }
        .into(),
    ]
}

fn row(head: [Cell; 8], (part, part_name): (&str, String), of: Numbers, text: String) -> Row {
    let [cohort, figure, population, measure, measure_name, wave, role, class] = head;
    let Numbers { form, n, x, range, mean, scale, answered, why } = of;
    [
        cohort,
        figure,
        population,
        measure,
        measure_name,
        wave,
        role,
        class,
        form.into(),
        part.into(),
        part_name.into(),
        n,
        x.0,
        x.1,
        range.0,
        range.1,
        mean.0,
        mean.1,
        scale.0,
        scale.1,
        answered,
        why.into(),
        text.into(),
    ]
}

fn numbers(key: &FactKey, figure: Published<&Form>) -> Numbers {
    let form = *figure.get();
    match form {
        // Where between, nothing says.
        Form::Open { .. } if key.is_rounded() => Numbers { form: "open", ..Numbers::default() },
        Form::Open { value } => {
            Numbers { form: "open", x: (Cell::Whole(*value), Cell::Whole(*value)), ..Numbers::default() }
        }
        Form::TooFew { .. } => Numbers { form: TOO_FEW, why: TOO_FEW, ..Numbers::default() },
        Form::NotShown { why } => Numbers { form: "not-shown", why: why.word(), ..Numbers::default() },
        Form::Share { n, x } => {
            let (low, high) = x.range(*n);
            let x = (low.into(), high.into());
            Numbers { form: "share", n: (*n).into(), x, range: range(form), ..Numbers::default() }
        }
        Form::Split { n, .. } => {
            let split = Numbers { form: "split", n: (*n).into(), ..Numbers::default() };
            // As the sentence does it: a split without a headline is told by its parts alone, and no range
            // stands beside rows that are not recorded.
            match form.headline().filter(|_| derive::range(form).is_some()) {
                None => split,
                Some((_, x)) => {
                    let range = if form.unrecorded() > 0 { Default::default() } else { range(form) };
                    Numbers { x: (x.printed().into(), x.printed().into()), range, ..split }
                }
            }
        }
        Form::Mean { n, answered, low, high, tenths, clamp, .. } => {
            let at_least = if *clamp == Clamp::OrLower { low * 10 } else { *tenths };
            let at_most = if *clamp == Clamp::OrHigher { high * 10 } else { *tenths };
            Numbers {
                form: "mean",
                n: (*n).into(),
                mean: (Cell::Tenths(at_least), Cell::Tenths(at_most)),
                scale: ((*low).into(), (*high).into()),
                answered: (*answered).into(),
                ..Numbers::default()
            }
        }
    }
}

fn of_part(n: u32, cell: &Part) -> Numbers {
    let x = (cell.count.into(), cell.count.into());
    Numbers { form: "part", n: n.into(), x, ..Numbers::default() }
}

/// The range for similar cohorts.
fn range(form: &Form) -> (Cell, Cell) {
    derive::range(form).map(|(low, high)| (low.into(), high.into())).unwrap_or_default()
}
