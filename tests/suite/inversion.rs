//! The proof of disclosure control: the publisher is inverted by enumeration.
//!
//! All tables of a size are printed and grouped by what was printed. In each group every protected count
//! (every union of cells) must stay at least `k` wide, unless it lies strictly between `k` and n − `k`; a
//! not-recorded of 0 describes nobody. Mutants of the rules run through the same harness, and must leak.

#![allow(clippy::print_stdout)]

mod counted;
mod fine;
mod floors;
mod joint;
mod mutants;
mod one_table;
mod over_time;
mod remainder;
mod several;
mod still_told;
mod traps;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::Hash;

use mentorbook::outcomes::disclose::ladder;
use mentorbook::outcomes::disclose::{
    Answers, Asked, Before, Cell, Clamp, Class, Count, Denied, Endings, Entry, Fact, FactKey, Form, Kind,
    Limits, MemberId, Members, Membership, Part, People, Policy, PopulationClass, Question, Raise, Refusal,
    Release, Scope, Scores, Split, Stage, Stricter, Tree, Why, chain, curve, decide, publish,
};

/// A count that nobody may learn: a union of cells, among `n` people.
#[derive(Clone)]
pub struct Protected {
    cells: Vec<usize>,
    n: u32,
    /// It counts not-recorded rows only, or all rows but those.
    recordedness: bool,
}

#[derive(Default, Clone)]
struct Seen {
    /// Of each protected count, its least and greatest value.
    range: Vec<(u32, u32)>,
    /// The same, for an attacker who stands in one of the cells.
    own: Vec<Vec<(u32, u32)>>,
}

#[derive(Default)]
pub struct Inverted {
    tables: u64,
    outputs: u64,
    narrowest: Option<u32>,
    leaks: Vec<String>,
}

impl Inverted {
    pub fn add(&mut self, other: Self) {
        self.tables += other.tables;
        self.outputs += other.outputs;
        self.narrowest = self.narrowest.into_iter().chain(other.narrowest).min();
        self.leaks.extend(other.leaks);
    }

    pub fn clean(self, what: &str) {
        let narrowest = self.narrowest.map_or("-".to_owned(), |width| width.to_string());
        println!("{what}: {} tables, {} outputs, narrowest preimage {narrowest}", self.tables, self.outputs);
        assert!(self.leaks.is_empty(), "{what} leaks: {}, e.g. {}", self.leaks.len(), self.leaks[0]);
        assert!(self.tables > 0);
    }

    pub fn leaks(self, what: &str) {
        println!("mutant {what}: caught {} times, e.g. {:?}", self.leaks.len(), self.leaks.first());
        assert!(!self.leaks.is_empty(), "the mutant '{what}' lives");
    }
}

/// Groups tables by output, and looks for a protected count that one of the groups pins down.
pub fn invert<O: Hash + Eq + std::fmt::Debug>(
    k: u32,
    cells: usize,
    own_row: bool,
    protected: &[Protected],
    tables: &[Vec<u32>],
    print: &mut dyn FnMut(&[u32]) -> O,
) -> Inverted {
    const EMPTY: (u32, u32) = (u32::MAX, 0);
    let mut groups: HashMap<O, Seen> = HashMap::new();
    for table in tables {
        let seen = groups.entry(print(table)).or_default();
        if seen.range.is_empty() {
            seen.range = vec![EMPTY; protected.len()];
            seen.own = vec![vec![EMPTY; protected.len()]; if own_row { cells } else { 0 }];
        }
        for (i, count) in protected.iter().enumerate() {
            let value = count.cells.iter().map(|cell| table[*cell]).sum::<u32>();
            let widen = |range: &mut (u32, u32)| *range = (range.0.min(value), range.1.max(value));
            widen(&mut seen.range[i]);
            for (own, _) in seen.own.iter_mut().zip(table).filter(|(_, here)| **here > 0) {
                widen(&mut own[i]);
            }
        }
    }
    let mut out =
        Inverted { tables: tables.len() as u64, outputs: groups.len() as u64, ..Inverted::default() };
    let groups: Vec<(O, Seen)> = groups.into_iter().collect();
    for (output, seen) in &groups {
        let outsider = seen.range.iter().map(|range| (range, k));
        // Whoever stands in a cell knows that it is not empty: one value less.
        let insider = seen.own.iter().flat_map(|own| own.iter().map(|range| (range, k - 1)));
        for (i, (range, k_here)) in outsider.chain(insider).enumerate() {
            let count = &protected[i % protected.len()];
            if *range == EMPTY || between(*range, k, count.n) {
                continue;
            }
            if count.recordedness && (range.1 == 0 || range.0 == count.n) {
                continue;
            }
            let width = range.1 - range.0;
            if k_here == k && count.n >= k {
                out.narrowest = out.narrowest.into_iter().chain([width]).min();
            }
            // Nobody can know less than they did before: n values, or one less.
            if width < k_here.min(count.n + k_here - k) {
                out.leaks.push(format!("cells {:?} in {range:?} of {}: {output:?}", count.cells, count.n));
            }
        }
    }
    out
}

/// Strictly between `k` and n − `k`: such counts may be printed.
fn between((low, high): (u32, u32), k: u32, n: u32) -> bool {
    low > k && high + k < n
}

/// All tables of so many cells that sum to n.
pub fn tables(n: u32, cells: usize) -> Vec<Vec<u32>> {
    if cells == 1 {
        return vec![vec![n]];
    }
    let mut out = Vec::new();
    for first in 0..=n {
        for mut rest in tables(n - first, cells - 1) {
            rest.push(first);
            out.push(rest);
        }
    }
    out
}

/// Every union of at most `most` cells (and so every complement of one).
pub fn unions(n: u32, cells: usize, unrecorded: &[usize], most: usize) -> Vec<Protected> {
    let whole = (1_usize << cells) - 1;
    (1..whole)
        .map(|mask| (0..cells).filter(|cell| mask & (1 << cell) != 0).collect::<Vec<_>>())
        .filter(|union| union.len() <= most || union.len() + most >= cells)
        .map(|union| {
            let in_none = union.iter().all(|cell| unrecorded.contains(cell));
            let in_all = (0..cells).all(|cell| union.contains(&cell) || unrecorded.contains(&cell));
            Protected { cells: union, n, recordedness: in_none || in_all }
        })
        .collect()
}

/// All tables of these sizes; the attacker knows n.
fn game(
    limits: Limits,
    sizes: impl Iterator<Item = u32>,
    cells: usize,
    unrecorded: &[usize],
    print: impl Fn(&[u32]) -> Vec<Form>,
) -> Inverted {
    let mut all = Inverted::default();
    for n in sizes {
        let most = if cells <= 5 || !cfg!(debug_assertions) { cells } else { 2 };
        let protected = unions(n, cells, unrecorded, most);
        let all_tables = tables(n, cells);
        all.add(invert(limits.k, cells, cells <= 5, &protected, &all_tables, &mut |table| print(table)));
    }
    all
}

fn adult() -> Policy {
    Policy::new(PopulationClass::Adult, Stricter::default())
}

fn minor() -> Policy {
    Policy::new(PopulationClass::Minor, Stricter::default())
}

fn both() -> [Limits; 2] {
    [adult(), minor()].map(|policy| policy.limits(Class::Ordinary))
}

const CLOSED: Scope = Scope { cohorts: 1, closed: true };

fn key(text: &str) -> FactKey {
    text.parse().unwrap()
}

fn question(name: &str, asked: Asked) -> Question {
    let raise = Raise::default();
    Question {
        key: key(name),
        class: Class::Ordinary,
        largest_cohort: 0,
        change: false,
        raise,
        few: false,
        asked,
    }
}

fn yes_no(name: &str, yes: u32, no: u32, unrecorded: u32) -> Question {
    let answers = Answers { yes, no, unrecorded };
    question(name, Asked::Answers(answers))
}

fn printed(policy: &Policy, questions: &[Question]) -> Vec<Form> {
    let facts = publish(policy, CLOSED, questions, &People::new()).unwrap();
    facts.into_iter().map(|fact| fact.form).collect()
}

fn refused(questions: &[Question], people: &People) -> Vec<Refusal> {
    publish(&adult(), CLOSED, questions, people).unwrap_err()
}

fn cell(name: &str, count: u32, kind: Kind, splits: Vec<Split>) -> Cell {
    Cell { name: name.to_owned(), count, kind, splits }
}

fn leaf(name: &str, count: u32) -> Cell {
    cell(name, count, Kind::Other, vec![])
}

fn split(variable: &str, cells: Vec<Cell>) -> Split {
    Split { variable: variable.to_owned(), cells }
}

fn tree(root: Vec<Cell>) -> Tree {
    Tree { name: "matched".to_owned(), root: split("completion", root), before: vec![] }
}

fn forms(limits: Limits, tree: &Tree) -> Vec<Form> {
    tree.forms(limits).into_iter().map(|(_, form)| form).collect()
}

fn exact(n: u32, x: u32) -> Form {
    Form::Share { n, x: Count::Exact(x) }
}

fn set(texts: &[&str]) -> BTreeSet<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

fn ids(range: std::ops::Range<u32>) -> BTreeSet<MemberId> {
    range.map(|i| MemberId::new(&[7; 32], "ledger", "a", &i.to_string())).collect()
}

fn members(persons: &BTreeSet<MemberId>) -> Membership {
    // Here, other rows are other people.
    let rows = Some(MemberId::new(&[7; 32], "rows", "a", &format!("{persons:?}")));
    let members = Members { persons: persons.clone(), rows, ..Members::default() };
    Membership::from([("a".to_owned(), members)])
}

fn release(cohorts: &[&str], facts: Vec<Fact>, persons: &BTreeSet<MemberId>) -> Release {
    Release { cohorts: set(cohorts), closed: true, facts, members: members(persons), ..Release::default() }
}

fn entry(ledger: &[Entry], release: Release) -> Entry {
    let seq = ledger.len() as u64 + 1;
    let parent = ledger.last().map(|entry| entry.id.clone());
    Entry { id: format!("e{seq}"), seq, parent, policy: adult(), date: String::new(), release }
}

fn facts(policy: &Policy, questions: &[Question]) -> Vec<Fact> {
    publish(policy, CLOSED, questions, &People::new()).unwrap()
}
