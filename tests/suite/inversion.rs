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
mod remainder;
mod several;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::Hash;

use mentorbook::outcomes::disclose::ladder;
use mentorbook::outcomes::disclose::{
    Answers, Asked, Before, Cell, Clamp, Class, Count, Decision, Denied, Described, Endings, Entry, Fact,
    FactKey, Form, Kind, Limits, MemberId, Members, Membership, Part, People, Policy, PopulationClass,
    Question, Raise, Refusal, Release, Scope, Scores, Split, Stage, Stricter, Tree, Why, chain, curve,
    decide, publish,
};

// ---------------------------------------------------------------- the harness

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

fn described(n: u32) -> Described {
    Described { persons: n, matches: n, mentors: n, largest_cohort: 0 }
}

fn question(name: &str, n: u32, asked: Asked) -> Question {
    let raise = Raise::default();
    Question { key: key(name), class: Class::Ordinary, described: described(n), change: false, raise, asked }
}

fn yes_no(name: &str, yes: u32, no: u32, unrecorded: u32) -> Question {
    let answers = Answers { yes, no, unrecorded };
    question(name, answers.n(), Asked::Answers(answers))
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

// ---------------------------------------------------------------- one table

#[test]
fn answers_of_three_values_hide_small_counts() {
    for policy in [adult(), minor()] {
        let limits = policy.limits(Class::Ordinary);
        game(limits, 1..=24, 3, &[2], |t| printed(&policy, &[yes_no("a/b", t[0], t[1], t[2])]))
            .clean(&format!("yes, no, not recorded, k = {}", limits.k));
        game(limits, limits.group..=24, 2, &[], |t| vec![ladder::share(limits, t[0] + t[1], t[0])])
            .clean(&format!("share of n, k = {}", limits.k));
    }
}

#[test]
fn categories_and_endings_hide_small_counts() {
    for limits in both() {
        let kinds = [Kind::Lead, Kind::Lead, Kind::Other, Kind::Other];
        let bars = |kinds: &[Kind], t: &[u32]| {
            let part =
                |(kind, count): (&Kind, &u32)| Part { name: String::new(), count: *count, kind: *kind };
            vec![ladder::bars(limits, &kinds.iter().zip(t).map(part).collect::<Vec<_>>())]
        };
        game(limits, limits.group..=24, 4, &[], |t| bars(&kinds, t))
            .clean(&format!("four categories, k = {}", limits.k));
        let kinds = [Kind::Lead, Kind::Other, Kind::Other, Kind::Unrecorded];
        game(limits, limits.group..=24, 4, &[3], |t| bars(&kinds, t))
            .clean(&format!("three categories and not recorded, k = {}", limits.k));
        game(limits, limits.group..=20, 5, &[4], |t| {
            let [planned, met, circumstances, relationship, unrecorded] = *t else { unreachable!() };
            vec![ladder::endings(limits, Endings { planned, met, circumstances, relationship, unrecorded })]
        })
        .clean(&format!("endings, k = {}", limits.k));
    }
}

/// completed · ended early (before · after the midpoint) · not recorded
fn midpoint(t: &[u32]) -> Tree {
    let ended = split("midpoint", vec![leaf("before", t[1]), leaf("after", t[2])]);
    tree(vec![
        cell("completed", t[0], Kind::Lead, vec![]),
        cell("ended", t[1] + t[2], Kind::Other, vec![ended]),
        cell("not-recorded", t[3], Kind::Unrecorded, vec![]),
    ])
}

/// completed · ended early (before · after, each in quarters) · not recorded
fn quarters(t: &[u32]) -> Tree {
    let before = split("first-half", vec![leaf("q1", t[1]), leaf("q2", t[2])]);
    let after = split("second-half", vec![leaf("q3", t[3]), leaf("q4", t[4])]);
    let halves = vec![
        cell("before", t[1] + t[2], Kind::Other, vec![before]),
        cell("after", t[3] + t[4], Kind::Other, vec![after]),
    ];
    tree(vec![
        cell("completed", t[0], Kind::Lead, vec![]),
        cell("ended", t[1..5].iter().sum(), Kind::Other, vec![split("midpoint", halves)]),
        cell("not-recorded", t[5], Kind::Unrecorded, vec![]),
    ])
}

/// completed · ended early, split twice: by time and by reason · not recorded
fn crossed(t: &[u32]) -> Tree {
    let time = split("midpoint", vec![leaf("before", t[1] + t[2]), leaf("after", t[3] + t[4])]);
    let reason = split("reason", vec![leaf("life", t[1] + t[3]), leaf("us", t[2] + t[4])]);
    tree(vec![
        cell("completed", t[0], Kind::Lead, vec![]),
        cell("ended", t[1..5].iter().sum(), Kind::Other, vec![time, reason]),
        cell("not-recorded", t[5], Kind::Unrecorded, vec![]),
    ])
}

/// completed (planned · goals met) · ended (before, in quarters · after · unknown when) · not recorded
fn eight(t: &[u32]) -> Tree {
    let kind = split("success", vec![leaf("planned", t[0]), leaf("met", t[1])]);
    let before = split("first-half", vec![leaf("q1", t[2]), leaf("q2", t[3])]);
    let after = split("second-half", vec![leaf("q3", t[4]), leaf("q4", t[5])]);
    let halves = vec![
        cell("before", t[2] + t[3], Kind::Other, vec![before]),
        cell("after", t[4] + t[5], Kind::Other, vec![after]),
        cell("unknown-when", t[6], Kind::Unrecorded, vec![]),
    ];
    tree(vec![
        cell("completed", t[0] + t[1], Kind::Lead, vec![kind]),
        cell("ended", t[2..7].iter().sum(), Kind::Other, vec![split("midpoint", halves)]),
        cell("not-recorded", t[7], Kind::Unrecorded, vec![]),
    ])
}

#[test]
fn trees_hide_small_counts() {
    for limits in both() {
        let k = limits.k;
        game(limits, limits.group..=24, 4, &[3], |t| forms(limits, &midpoint(t)))
            .clean(&format!("tree of four cells, k = {k}"));
        game(limits, [12, 16, 20].into_iter(), 6, &[5], |t| forms(limits, &quarters(t)))
            .clean(&format!("tree of six cells, k = {k}"));
        game(limits, [12, 18].into_iter(), 6, &[5], |t| forms(limits, &crossed(t)))
            .clean(&format!("tree of six cells, two splits of one, k = {k}"));
    }
    let limits = both()[0];
    game(limits, [12].into_iter(), 8, &[6, 7], |t| forms(limits, &eight(t)))
        .clean("tree of eight cells, k = 3");
}

/// Takes minutes: `cargo test --release -- --ignored inversion`.
#[test]
#[ignore = "the full enumeration of eight cells takes minutes"]
fn trees_of_eight_cells_hide_small_counts() {
    for limits in both() {
        for n in limits.group..=22 {
            game(limits, [n].into_iter(), 8, &[6, 7], |t| forms(limits, &eight(t)))
                .clean(&format!("tree of eight cells, n = {n}, k = {}", limits.k));
        }
        game(limits, [22, 24, 26].into_iter(), 6, &[5], |t| forms(limits, &quarters(t)))
            .clean(&format!("tree of six cells, k = {}", limits.k));
        game(limits, [22, 24, 26].into_iter(), 6, &[5], |t| forms(limits, &crossed(t)))
            .clean(&format!("tree of six cells, two splits of one, k = {}", limits.k));
    }
}

/// The matched are public; the trained and applied before them are told only where the steps are wide.
#[test]
fn the_funnel_hides_small_steps() {
    for limits in both() {
        let stage = |variable: &str, count| Stage { variable: variable.to_owned(), count };
        let mut all: Vec<Vec<u32>> = (0..=30).flat_map(|a| (0..=30).map(move |b| vec![a, b])).collect();
        // Where only the sum is told, the enumeration must hold every table with that sum.
        all.retain(|t| t[0] > limits.k || t[0] + t[1] <= 30);
        let n = 1000; // no upper bound is known
        let count = |cells: &[usize]| Protected { cells: cells.to_vec(), n, recordedness: false };
        let protected = [count(&[0]), count(&[1]), count(&[0, 1])];
        invert(limits.k, 2, true, &protected, &all, &mut |t| {
            let mut tree = midpoint(&[8, 4, 4, 4]);
            tree.before = vec![stage("trained", 20 + t[0]), stage("applied", 20 + t[0] + t[1])];
            forms(limits, &tree)
        })
        .clean(&format!("funnel before the match, k = {}", limits.k));
    }
}

/// Counts of the answers 1 to 5, then of those who did not answer.
fn scores(t: &[u32]) -> Scores {
    let total = t[..5].iter().zip(1..).map(|(count, score)| u64::from(*count) * score).sum();
    let (no, yes) = (t[..3].iter().sum(), t[3] + t[4]);
    let favourable = Answers { yes, no, unrecorded: t[5] };
    Scores { low: 1, high: 5, per_point: 1, total, answered: yes + no, favourable }
}

/// All answers of so many people, with every count of missing ones that still prints a mean.
fn mean_game(limits: Limits, n: u32, print: impl Fn(&Scores, &[u32]) -> Vec<u32>) -> Inverted {
    let mut all = tables(n, 6);
    all.retain(|t| n - t[5] >= ladder::MEAN_FROM);
    let mut protected = unions(n, 6, &[5], 1);
    for edge in 2..4 {
        protected.push(Protected { cells: (0..edge).collect(), n, recordedness: false });
    }
    invert(limits.k, 6, false, &protected, &all, &mut |t| print(&scores(t), t))
}

/// What stands in a mean, as numbers.
fn numbers(form: &Form) -> Vec<u32> {
    match form {
        Form::Mean { tenths, clamp, sd_half_steps, .. } => vec![*tenths, *clamp as u32, *sd_half_steps],
        other => panic!("no mean: {other:?}"),
    }
}

#[test]
fn means_hide_small_counts() {
    for limits in both() {
        for n in [20 + limits.k, 21 + limits.k] {
            mean_game(limits, n, |scores, _| numbers(&ladder::mean(limits, scores)))
                .clean(&format!("means of {n}, k = {}", limits.k));
        }
        // Below that a share, whatever the answers; and a mean or nothing above, never a share.
        let few = scores(&[0, 0, 0, 10, 9 + limits.k, 0]);
        assert_eq!(ladder::mean(limits, &few), ladder::answers(limits, few.favourable));
        let silent = scores(&[0, 0, 0, 10, 9, 10]);
        assert_eq!(ladder::mean(limits, &silent), Form::NotShown { why: Why::FewAnswers });
    }
}

/// One mentor may have many mentees: what is printed of all mentees stays wide for theirs.
#[test]
fn the_mentees_of_one_mentor_are_hidden() {
    for limits in both() {
        for mine in 1..=12 {
            let others = limits.group - 1;
            let n = mine + others;
            let all: Vec<Vec<u32>> = (0..=mine).flat_map(|a| (0..=others).map(move |b| vec![a, b])).collect();
            let protected = [Protected { cells: vec![0], n: mine, recordedness: false }];
            invert(limits.k, 2, false, &protected, &all, &mut |t| ladder::share(limits, n, t[0] + t[1]))
                .clean(&format!("one mentor with {mine} of {n}, k = {}", limits.k));
        }
    }
}

// ---------------------------------------------------------------- mutants

#[test]
fn a_mutant_without_tail_coding_is_caught() {
    for limits in both() {
        game(limits, limits.group..=24, 2, &[], |t| vec![exact(t[0] + t[1], t[0])]).leaks("no tail coding");
        // A percentage, or an interval around the true count, is no disguise either.
        game(limits, limits.group..=24, 2, &[], |t| {
            let n = t[0] + t[1];
            let told = ladder::share(limits, n, t[0]);
            vec![told, Form::Open { value: u64::from(Count::Exact(t[0]).percent(n)) }]
        })
        .leaks("interval of the true count");
        game(limits, limits.group..=24, 3, &[2], |t| {
            let n = t.iter().sum();
            vec![ladder::share(limits, n, t[0]), ladder::share(limits, n - t[2], t[0])]
        })
        .leaks("two denominators");
    }
}

#[test]
fn mutants_of_the_tree_are_caught() {
    for limits in both() {
        game(limits, limits.group..=16, 4, &[3], |t| {
            let halves = Part { name: String::new(), count: t[1], kind: Kind::Other };
            let mut told = forms(limits, &midpoint(t));
            told[1] = Form::Split { n: t[1] + t[2], cells: vec![halves] };
            told
        })
        .leaks("tree rule dropped");
        game(limits, limits.group..=16, 4, &[3], |t| {
            let n = t.iter().sum();
            vec![ladder::share(limits, n, t[0]), ladder::share(limits, n, n - t[1])]
        })
        .leaks("nested counts as separate shares");
        game(limits, limits.group..=16, 4, &[3], |t| {
            let whole = Answers { yes: t[0], no: t[1] + t[2], unrecorded: t[3] };
            vec![ladder::answers(limits, whole), ladder::share(limits, whole.n(), t[0] + t[2] + t[3])]
        })
        .leaks("completed, and active at midpoint beside it");
    }
}

#[test]
fn mutants_of_the_mean_are_caught() {
    let limits = both()[0];
    let n = 23;
    mean_game(limits, n, |scores, t| {
        let mut told = numbers(&ladder::mean(limits, scores));
        told[2] = sd_half_steps(t);
        told
    })
    .leaks("the answers' own deviation, rounded up to 0.5");
    let tenths = |scores: &Scores| {
        let answered = u64::from(scores.answered);
        u32::try_from((20 * scores.total + answered) / (2 * answered)).unwrap()
    };
    mean_game(limits, n, |scores, _| vec![tenths(scores)]).leaks("no clamp");
    mean_game(both()[1], 25, |scores, _| vec![tenths(scores).clamp(15, 45)]).leaks("half a point at any n");
    mean_game(limits, n, |scores, _| {
        let mut told = numbers(&ladder::mean(limits, scores));
        told.push(scores.answered);
        told
    })
    .leaks("the number of answers beside the number asked");
    // A share in the place of a mean of too few: nineteen yes, and the other four did not answer.
    let all = tables(n, 3);
    let protected = unions(n, 3, &[2], 3);
    invert(limits.k, 3, false, &protected, &all, &mut |t| {
        let share = ladder::answers(limits, Answers { yes: t[0], no: t[1], unrecorded: t[2] });
        (t[0] + t[1] < ladder::MEAN_FROM).then_some(share)
    })
    .leaks("a share where the mean has too few answers");
}

fn sd_half_steps(t: &[u32]) -> u32 {
    let n: f64 = t[..5].iter().copied().map(f64::from).sum();
    let sum = |power: i32| -> f64 {
        t[..5].iter().zip([1.0_f64, 2.0, 3.0, 4.0, 5.0]).map(|(c, s)| f64::from(*c) * s.powi(power)).sum()
    };
    let sd = ((sum(2) - sum(1) * sum(1) / n).max(0.0) / (n - 1.0)).sqrt();
    (1..9).find(|half| f64::from(*half) / 2.0 >= sd - 1e-9).unwrap_or(9)
}

// ---------------------------------------------------------------- over time

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

/// What is released one after the other: a table, and whose.
type Steps<'a> = &'a [(Answers, BTreeSet<MemberId>)];

/// Releases the tables one after the other, and tells what anybody sees.
fn in_turn(steps: Steps) -> Vec<(Vec<Form>, BTreeSet<String>)> {
    let ask = |answers: &Answers| question("a/b", answers.n(), Asked::Answers(*answers));
    let steps: Vec<_> = steps.iter().map(|(answers, persons)| (ask(answers), persons)).collect();
    questions_in_turn(&steps)
}

fn questions_in_turn(steps: &[(Question, &BTreeSet<MemberId>)]) -> Vec<(Vec<Form>, BTreeSet<String>)> {
    let policy = adult();
    let (mut ledger, mut seen) = (Vec::new(), Vec::new());
    for (question, persons) in steps {
        let facts = facts(&policy, std::slice::from_ref(question));
        let published = if ledger.is_empty() { Before::Nothing } else { Before::Closed };
        let Decision { release } =
            decide(&policy, &ledger, release(&["c"], facts, persons), published).unwrap();
        seen.push((release.facts.iter().map(|fact| fact.form.clone()).collect(), release.held.clone()));
        ledger.push(entry(&ledger, release));
    }
    seen
}

/// Every union of so many cells, the last of them not recorded, of people whose cells begin at these places.
fn within(starts: &[usize], n: u32, cells: usize) -> Vec<Protected> {
    let mut out = unions(n, cells, &[cells - 1], cells);
    for count in &mut out {
        count.cells = count.cells.iter().flat_map(|cell| starts.iter().map(move |at| at + cell)).collect();
    }
    out
}

/// All tables of a first group and of the people who then join it (or leave it, with `back`).
fn correction_game<O: Hash + Eq + std::fmt::Debug>(
    first: u32,
    joined: u32,
    back: bool,
    print: impl Fn(Steps) -> O,
) -> Inverted {
    let mut all = Vec::new();
    for old in tables(first, 3) {
        all.extend(tables(joined, 3).into_iter().map(|new| [&old[..], &new[..]].concat()));
    }
    let mut protected: Vec<Protected> = within(&[0], first, 3);
    protected.extend(within(&[3], joined, 3));
    protected.extend(within(&[0, 3], first + joined, 3));
    let (few, many) = (ids(0..first), ids(0..first + joined));
    invert(3, 6, true, &protected, &all, &mut |t| {
        let old = Answers { yes: t[0], no: t[1], unrecorded: t[2] };
        let new = Answers { yes: t[0] + t[3], no: t[1] + t[4], unrecorded: t[2] + t[5] };
        let mut steps = [(old, few.clone()), (new, many.clone())];
        if back {
            steps.reverse();
        }
        print(&steps)
    })
}

fn table(answers: Answers) -> Form {
    ladder::answers(both()[0], answers)
}

#[test]
fn corrections_hide_small_counts() {
    for (first, joined) in [(8, 3), (9, 8), (12, 8), (8, 10)] {
        for back in [false, true] {
            let way = if back { "leave" } else { "join" };
            correction_game(first, joined, back, in_turn).clean(&format!("{joined} {way} {first}, k = 3"));
        }
    }
}

#[test]
fn corrections_of_trees_hide_small_counts() {
    let sizes = if cfg!(debug_assertions) { vec![(8, 8)] } else { vec![(8, 8), (9, 12), (12, 9), (16, 10)] };
    for (first, joined) in sizes {
        let mut all = Vec::new();
        for old in tables(first, 4) {
            all.extend(tables(joined, 4).into_iter().map(|new| [&old[..], &new[..]].concat()));
        }
        let mut protected = within(&[0], first, 4);
        protected.extend(within(&[4], joined, 4));
        protected.extend(within(&[0, 4], first + joined, 4));
        let (few, many) = (ids(0..first), ids(0..first + joined));
        invert(3, 8, false, &protected, &all, &mut |t| {
            let sum: Vec<u32> = (0..4).map(|i| t[i] + t[i + 4]).collect();
            let ask = |t: &[u32]| question("a/completion", t.iter().sum(), Asked::Tree(midpoint(t)));
            questions_in_turn(&[(ask(&t[..4]), &few), (ask(&sum), &many)])
        })
        .clean(&format!("{joined} join a tree of {first}, k = 3"));
    }
}

#[test]
fn mutants_of_the_ledger_are_caught() {
    let naive = |steps: Steps| [table(steps[0].0), table(steps[1].0)];
    correction_game(9, 5, false, naive).leaks("ledger ignored");
    correction_game(9, 8, false, naive).leaks("a correction by the number of people who differ alone");
}

/// Three releases of groups that come and go, in an order nobody planned.
#[test]
fn sequences_of_releases_hide_small_counts() {
    let mut seed = 20_260_124_u64;
    let mut random = |below: u64| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u32::try_from((seed >> 33) % below).unwrap()
    };
    let (mut all, mut naive) = (Inverted::default(), Inverted::default());
    let rounds = if cfg!(debug_assertions) { 10 } else { 300 };
    for _ in 0..rounds {
        let sizes = [8 + random(5), 1 + random(11), 1 + random(11)];
        let there: Vec<Vec<usize>> = (0..3).map(|_| random(4) as usize).map(present).collect();
        let shape = Shape::new(sizes, &there);
        all.add(shape.invert(&mut |steps| in_turn(steps)));
        naive.add(
            shape.invert(&mut |steps| steps.iter().map(|(answers, _)| table(*answers)).collect::<Vec<_>>()),
        );
    }
    // A refusal that is forgotten: eight join, and are refused; then three more do.
    let there = [vec![0], vec![0, 1], vec![0, 1, 2]];
    let shape = Shape::new([9, 8, 3], &there);
    all.add(shape.invert(&mut |steps| in_turn(steps)));
    shape
        .invert(&mut |steps| {
            let whole = in_turn(steps);
            let without = in_turn(&[steps[0].clone(), steps[2].clone()]);
            if whole[1].1.is_empty() {
                whole
            } else {
                vec![whole[0].clone(), whole[1].clone(), without[1].clone()]
            }
        })
        .leaks("a refused correction is forgotten");
    all.clean("random sequences of three releases, k = 3");
    naive.leaks("ledger ignored, over sequences");
}

/// Which groups stand in a release: the first always.
fn present(mask: usize) -> Vec<usize> {
    (0..3).filter(|group| *group == 0 || mask & group != 0).collect()
}

/// Three groups of people, and which of them stand in each release.
struct Shape<'a> {
    sizes: [u32; 3],
    there: &'a [Vec<usize>],
    persons: Vec<BTreeSet<MemberId>>,
}

impl<'a> Shape<'a> {
    fn new(sizes: [u32; 3], there: &'a [Vec<usize>]) -> Self {
        let starts = [0, 100, 200];
        let group = |i: &usize| ids(starts[*i]..starts[*i] + sizes[*i]);
        let persons = there.iter().map(|groups| groups.iter().flat_map(group).collect()).collect();
        Self { sizes, there, persons }
    }

    /// Cells: yes in each group, and whether one of the first group is not recorded.
    fn invert<O: Hash + Eq + std::fmt::Debug>(&self, print: &mut dyn FnMut(Steps) -> O) -> Inverted {
        let mut all = Vec::new();
        for a in 0..=self.sizes[0] {
            for b in 0..=self.sizes[1] {
                all.extend((0..=self.sizes[2]).map(|c| vec![a, b, c, 0]));
                all.extend((0..=self.sizes[2]).filter(|_| a < self.sizes[0]).map(|c| vec![a, b, c, 1]));
            }
        }
        let size = |groups: &[usize]| groups.iter().map(|group| self.sizes[*group]).sum::<u32>();
        let mut protected: Vec<Protected> = unions(0, 3, &[], 3);
        protected.push(Protected { cells: vec![0, 1, 2], n: 0, recordedness: false });
        for count in &mut protected {
            count.n = size(&count.cells);
        }
        // A count that leaves out two of those in a release, or of those who join, differs from what is
        // printed of them by two at most; nobody asked for it.
        let apart = |a: &[usize], b: &[usize]| -> Vec<usize> {
            (0..3).filter(|group| a.contains(group) != b.contains(group)).collect()
        };
        let pairs = self.there.iter().flat_map(|a| self.there.iter().map(move |b| apart(a, b)));
        let told: Vec<Vec<usize>> = self.there.iter().cloned().chain(pairs).collect();
        protected.retain(|count| {
            let near = |told: &Vec<usize>| (1..3).contains(&size(&apart(&count.cells, told)));
            count.cells == self.there[0] || !told.iter().any(near)
        });
        invert(3, 4, false, &protected, &all, &mut |t| {
            let step = |groups: &Vec<usize>| {
                let (n, yes) = (size(groups), groups.iter().map(|group| t[*group]).sum::<u32>());
                Answers { yes, no: n - yes - t[3], unrecorded: t[3] }
            };
            let steps: Vec<_> = self.there.iter().map(step).zip(self.persons.iter().cloned()).collect();
            print(&steps)
        })
    }
}

#[test]
fn pools_hide_each_cohort() {
    let policy = adult();
    let game = |sizes: [u32; 3], print: &dyn Fn(u32, u32, u32) -> Form| {
        let mut all = Vec::new();
        for a in 0..=sizes[0] {
            for b in 0..=sizes[1] {
                all.extend((0..=sizes[2]).map(|c| vec![a, b, c]));
            }
        }
        let one = |i: usize| Protected { cells: vec![i], n: sizes[i], recordedness: false };
        let protected = [one(0), one(1), one(2)];
        let (n, largest) = (sizes.iter().sum::<u32>(), sizes.into_iter().max().unwrap());
        invert(10, 3, false, &protected, &all, &mut |t| print(t.iter().sum(), n, largest))
    };
    let pooled = |yes: u32, n: u32, largest_cohort: u32| {
        let mut asked = yes_no("pool/harm", yes, n - yes, 0);
        asked.class = Class::Sensitive;
        asked.described.largest_cohort = largest_cohort;
        let scope = Scope { cohorts: 3, closed: true };
        publish(&policy, scope, &[asked], &People::new()).unwrap().remove(0).form
    };
    for sizes in [[12, 10, 9], [24, 7, 4], [30, 1, 1], [15, 14, 13]] {
        game(sizes, &pooled).clean(&format!("a pool of {sizes:?}, k = 10"));
    }
    let sensitive = policy.limits(Class::Sensitive);
    let unknown = Form::NotShown { why: Why::OneCohort };
    assert_eq!(pooled(15, 31, 0), unknown, "a pool whose largest cohort is not known");
    game([30, 1, 1], &|yes, n, _| ladder::share(sensitive, n, yes)).leaks("a pool that is one cohort");
}

// ---------------------------------------------------------------- the known traps

#[test]
fn roles_do_not_betray_each_other() {
    // All 20 of 24, mentees 12 of 12: mentors 8 of 12.
    let asked = [yes_no("a/b@end", 20, 4, 0), yes_no("a/b@end/mentee", 12, 0, 0)];
    let [total, one] = asked.each_ref().map(|question| question.key.clone());
    assert!(refused(&asked, &People::new()).contains(&Refusal::TotalOverRoles(total, one)));
    // So for the mean, or share, of all beside that of the paired, whoever is left over.
    let asked = [yes_no("all/b@end", 20, 10, 0), yes_no("paired/b@end", 9, 9, 0)];
    let pair = || Refusal::Overlap(asked[0].key.clone(), asked[1].key.clone());
    assert_eq!(refused(&asked, &People::new()), [pair()], "people who are not known may overlap");
    let people = |of: &[(&str, &[&str])]| -> People {
        of.iter().map(|(name, people)| ((*name).to_owned(), set(people))).collect()
    };
    assert_eq!(refused(&asked, &people(&[("all", &["x", "y"]), ("paired", &["y"])])), [pair()]);
    let apart = people(&[("all", &["x"]), ("paired", &["y"])]);
    assert_eq!(publish(&adult(), CLOSED, &asked, &apart).unwrap().len(), 2);
}

#[test]
fn one_form_for_one_key_and_one_denominator() {
    let refusals = |asked: &[Question]| refused(asked, &People::new());
    let twice = [yes_no("a/b", 8, 8, 0), yes_no("a/b", 8, 8, 0)];
    assert!(refusals(&twice).contains(&Refusal::Second(key("a/b"))));
    // 20 of 24, and 20 of 22 recorded.
    let two = [yes_no("a/b", 20, 4, 0), yes_no("a/c", 20, 2, 0)];
    assert!(matches!(refusals(&two)[..], [Refusal::Denominators(..)]));
    let t = tree(vec![cell("completed", 12, Kind::Lead, vec![]), leaf("ended", 12)]);
    let nested = [
        question("a/completion", 24, Asked::Tree(t.clone())),
        question(
            "a/endings",
            24,
            Asked::Endings(Endings { planned: 6, met: 6, circumstances: 6, relationship: 6, unrecorded: 0 }),
        ),
    ];
    assert!(matches!(refusals(&nested)[..], [Refusal::SecondTree(..)]));
    let mut broken = t;
    broken.root.cells[1].splits = vec![split("midpoint", vec![leaf("before", 4), leaf("after", 4)])];
    let broken = question("a/completion", 24, Asked::Tree(broken));
    assert_eq!(refusals(&[broken]), [Refusal::Sums(key("a/completion"))]);
    let mut open = yes_no("a/b", 20, 4, 0);
    open.class = Class::Open;
    assert_eq!(refusals(&[open]), [Refusal::Class(key("a/b"))]);
    // Favourable before 8, after 11, "3 or fewer rose": three rose, and nobody fell.
    let mut rose = yes_no("a/trust@start-end", 3, 17, 0);
    rose.change = true;
    let levels = [yes_no("a/trust@start", 8, 12, 0), yes_no("a/trust@end", 11, 9, 0), rose];
    assert_eq!(refusals(&levels), [Refusal::ChangeBesideLevels(key("a/trust@start-end"))]);
    assert!(publish(&adult(), CLOSED, &levels[1..], &People::new()).is_ok());
}

#[test]
fn no_known_trap_can_be_printed() {
    let k3 = both()[0];
    let is_exact = |limits, x, n| ladder::share(limits, n, x) == exact(n, x);
    // 21 men of 22; four others of 24 where k is 5; a band of 80 to 100% of 12.
    assert_eq!(ladder::share(k3, 22, 21), Form::Share { n: 22, x: Count::AtLeast(19) });
    assert!(!is_exact(both()[1], 20, 24) && is_exact(k3, 20, 24));
    for x in 9..=12 {
        assert_eq!(ladder::share(k3, 12, x), Form::Share { n: 12, x: Count::AtLeast(9) });
    }
    // Percent and interval are functions of the form: 75% or more, from 9 to the end of the scale.
    let told = ladder::share(k3, 12, 11);
    assert_eq!(
        (told.percent(), told.bounds().unwrap().low, told.bounds().unwrap().high),
        (Some(75), Some(9), None)
    );
    assert_eq!(Count::AtLeast(11).percent(16), 68, "69% or more would be untrue of 11");
    assert_eq!(Count::AtMost(3).percent(16), 19);
    for n in 8..=60 {
        let hidden: Vec<Form> = (0..=3).map(|x| ladder::share(k3, n, x)).collect();
        assert!(
            hidden.iter().all(|form| form.percent() == hidden[0].percent()),
            "a percentage is no disguise"
        );
    }
    // Cells that sum to zero, to two, to five: no cell of a split is hidden, the whole split is.
    for cells in [[25, 0, 0], [23, 1, 1], [20, 4, 1]] {
        let part = |count: &u32| Part { name: "x".to_owned(), count: *count, kind: Kind::Other };
        let mut parts: Vec<Part> = cells.iter().map(part).collect();
        (parts[0].kind, parts[0].name) = (Kind::Lead, "lead".to_owned());
        let told = ladder::bars(k3, &parts);
        assert!(told.headline().is_some() && told.cell("x").is_none(), "{told:?}");
    }
    // Sixteen who answered 3 of 5 did not say no, and a choice is no yes.
    let named = |cells: &[(&str, u32, Kind)]| -> Vec<(String, u32)> {
        let part = |(name, count, kind): &(&str, u32, Kind)| Part {
            name: (*name).to_owned(),
            count: *count,
            kind: *kind,
        };
        let Form::Split { cells, .. } = ladder::bars(k3, &cells.iter().map(part).collect::<Vec<_>>()) else {
            return Vec::new();
        };
        cells.into_iter().filter(|cell| cell.count > 0).map(|cell| (cell.name, cell.count)).collect()
    };
    let (lead, other) = (Kind::Lead, Kind::Other);
    assert_eq!(
        named(&[("1", 0, other), ("2", 0, other), ("3", 16, other), ("4", 5, lead), ("5", 3, lead)]),
        [("favourable".to_owned(), 8), ("others".to_owned(), 16)]
    );
    assert_eq!(
        named(&[("job", 8, lead), ("study", 14, other), ("neither", 2, other)]),
        [("job".to_owned(), 8), ("others".to_owned(), 16)]
    );
    // Ten 5-point answers with a mean of 4.9.
    let ten = scores(&[0, 0, 0, 1, 9, 0]);
    assert_eq!(ladder::mean(k3, &ten), Form::Share { n: 10, x: Count::AtLeast(7) });
    // Ten mentees of two mentors.
    let mut ten = yes_no("a/b", 5, 5, 0);
    ten.described.mentors = 2;
    assert_eq!(printed(&adult(), &[ten]), [Form::TooFew { group: 8 }]);
    // Retention 33, 29, 27 of 38; a curve with two events.
    let told = forms(k3, &quarters(&[27, 0, 5, 4, 2, 0]));
    assert_eq!(told[0].headline(), Some((38, Count::Exact(27))));
    assert_eq!((told[1].cell("before"), told[1].cell("after")), (Some(5), Some(6)));
    assert!(told[2..].iter().all(|form| *form == Form::NotShown { why: Why::FewInCell }));
    let drawn = |told: &[Form]| curve(&told[0], &told[1], &told[2], &told[3]);
    assert_eq!(drawn(&told), None);
    assert_eq!(drawn(&forms(k3, &quarters(&[27, 4, 5, 6, 7, 0]))), Some([49, 45, 40, 34, 27]));
    assert_eq!(
        drawn(&forms(k3, &quarters(&[17, 4, 5, 6, 7, 0]))),
        None,
        "39 matches are too few for a curve"
    );
    assert_eq!(forms(k3, &midpoint(&[18, 1, 1, 0]))[0], Form::Share { n: 20, x: Count::AtLeast(17) });
    // 40 trained, 38 matched.
    let mut funnel = midpoint(&[20, 9, 9, 0]);
    funnel.before = vec![Stage { variable: "trained".to_owned(), count: 40 }];
    assert_eq!(forms(k3, &funnel).last(), Some(&Form::NotShown { why: Why::FewInCell }));
}

#[test]
fn a_closed_cohort_is_frozen() {
    let policy = adult();
    let told = |yes: u32, n: u32| facts(&policy, &[yes_no("a/b", yes, n - yes, 0)]);
    let first = entry(&[], release(&["c"], told(30, 41), &ids(0..41)));
    let next = |yes, n: u32| {
        decide(
            &policy,
            std::slice::from_ref(&first),
            release(&["c"], told(yes, n), &ids(0..n)),
            Before::Closed,
        )
        .unwrap()
    };
    // The newcomer completed; all five newcomers completed; all eight did; one answer changed.
    for (yes, n) in [(31, 42), (35, 46), (38, 49), (31, 41)] {
        let decision = next(yes, n);
        assert_eq!(decision.release.facts, first.release.facts);
        assert_eq!(
            decision.release.members, first.release.members,
            "the ledger holds whom the figures describe"
        );
        assert_eq!(decision.release.held.is_empty(), n == 41);
    }
    let corrected = next(36, 53);
    assert_eq!((corrected.release.facts, corrected.release.held), (told(36, 53), BTreeSet::new()));
    // Nothing is lost and nothing is reopened.
    assert_eq!(
        decide(&policy, &[], release(&["c"], told(30, 41), &ids(0..41)), Before::Closed),
        Err(Denied::Lost)
    );
    let mut running = release(&["c"], told(30, 41), &ids(0..41));
    running.closed = false;
    assert_eq!(
        decide(&policy, std::slice::from_ref(&first), running.clone(), Before::Closed),
        Err(Denied::Reopened)
    );
    assert_eq!(decide(&policy, &[], running, Before::Nothing).unwrap().release.facts, []);
    let scope = Scope { cohorts: 1, closed: false };
    let told = publish(&policy, scope, &[yes_no("a/b", 30, 11, 0)], &People::new()).unwrap();
    assert_eq!(told[0].form, Form::NotShown { why: Why::Running });
}

/// Whoever had their own row corrected must not see it move a figure; another change is told in the same way.
#[test]
fn the_note_of_a_correction_tells_nothing() {
    let note = |before: u32, after: u32| {
        let answers = |yes| Answers { yes, no: 12 - yes, unrecorded: 0 };
        let rows = |yes: u32| Some(MemberId::new(&[7; 32], "rows", "a", &yes.to_string()));
        let policy = adult();
        let make = |yes| {
            let facts = facts(&policy, &[question("a/b", 12, Asked::Answers(answers(yes)))]);
            let mut made = release(&["c"], facts, &ids(0..12));
            made.members.get_mut("a").unwrap().rows = rows(yes);
            made
        };
        let first = entry(&[], make(before));
        decide(&policy, &[first], make(after), Before::Closed).unwrap()
    };
    let (inside, across) = (note(10, 9), note(9, 8));
    assert_eq!(inside.release.held, set(&["a"]));
    assert_eq!((inside.release.held, inside.release.facts), (across.release.held, across.release.facts));
}

#[test]
fn pools_are_disjoint_and_apart_from_cohorts() {
    let policy = adult();
    let told = |name: &str| facts(&policy, &[yes_no(name, 20, 20, 0)]);
    let pool = |cohorts: &[&str], name: &str| release(cohorts, told(name), &ids(0..40));
    let ledger = vec![entry(&[], pool(&["2024", "2025", "2026"], "pool/reason"))];
    let denied = |ledger: &[Entry], release| decide(&policy, ledger, release, Before::Nothing).unwrap_err();
    assert_eq!(denied(&ledger, pool(&["2025", "2026", "2027"], "pool/x")), Denied::PoolOverlap(1));
    assert_eq!(denied(&ledger, pool(&["2027", "2028"], "pool/x")), Denied::SmallPool);
    let beside = Denied::PoolBesideCohort("reason".to_owned());
    assert_eq!(denied(&ledger, pool(&["2026"], "a/reason")), beside);
    let ledger = vec![entry(&[], pool(&["2026"], "a/reason"))];
    assert_eq!(denied(&ledger, pool(&["2024", "2025", "2026"], "pool/reason")), beside);
    let mut asked = yes_no("a/harm", 20, 20, 0);
    asked.class = Class::Sensitive;
    assert_eq!(printed(&policy, &[asked]), [Form::NotShown { why: Why::Pooled }]);
}

#[test]
fn a_forked_ledger_is_seen() {
    let made = |ledger: &[Entry]| entry(ledger, release(&["c"], vec![], &ids(0..1)));
    let mut ledger = Vec::new();
    for _ in 0..3 {
        ledger.push(made(&ledger));
    }
    assert_eq!(chain(&ledger), Ok(()));
    let mut fork = made(&ledger[..2]);
    fork.id = "other".to_owned();
    ledger.push(fork);
    assert_eq!(chain(&ledger), Err(Denied::Fork(Some("e2".to_owned()))));
    assert_eq!(chain(&ledger[1..3]), Err(Denied::Gap(2)), "the first is missing");
}

// ---------------------------------------------------------------- what is still told

#[test]
fn small_cohorts_print_something() {
    for x in 0..=12 {
        let told =
            printed(&adult(), &[question("m/completion", 12, Asked::Tree(midpoint(&[x, 12 - x, 0, 0])))]);
        assert_eq!(told.iter().filter(|form| form.is_shown()).count(), 1, "{x} of 12");
    }
    for x in 0..=24 {
        let asked = [
            question("m/completion", 24, Asked::Tree(midpoint(&[x, 24 - x, 0, 0]))),
            yes_no("m/expectations", 24 - x, x, 0),
            yes_no("r/safe@end/mentee", x, 20 - x.min(20), 24 - x.max(20)),
            question("r/trust@end/mentee", 24, Asked::Mean(scores(&[0, 0, 0, x, 24 - x, 0]))),
        ];
        let shown = printed(&adult(), &asked).iter().filter(|form| form.is_shown()).count();
        assert!(shown >= 4, "{shown} figures at {x} of 24");
    }
    let Form::Mean { tenths: 44, clamp: Clamp::None, .. } =
        ladder::mean(both()[0], &scores(&[0, 0, 2, 10, 12, 0]))
    else {
        panic!("a good mean of 24 is printed as it is")
    };
}

#[test]
fn what_is_hidden_moves_no_byte() {
    let bytes = |x: u32, back: bool| {
        let mut asked =
            vec![yes_no("a/b", x, 12 - x, 0), yes_no("a/c/mentee", 6, 6, 0), yes_no("a/a@end", 5, 3, 4)];
        if back {
            asked.reverse();
        }
        serde_json::to_string(&facts(&adult(), &asked)).unwrap()
    };
    assert_eq!(bytes(9, false), bytes(10, false));
    assert_eq!(bytes(9, false), bytes(9, true));
    let read: Vec<Fact> = serde_json::from_str(&bytes(9, false)).unwrap();
    assert_eq!(serde_json::to_string(&read).unwrap(), bytes(9, false));
    let entry = entry(&[], release(&["c"], read, &ids(0..12)));
    let mut back: Entry = serde_json::from_str(&serde_json::to_string(&entry).unwrap()).unwrap();
    back.id.clone_from(&entry.id);
    assert_eq!(back, entry);
}

#[test]
fn no_policy_is_looser_than_its_floor() {
    let limits = |class, k, group| Policy::new(class, Stricter { k, group }).limits(Class::Ordinary);
    assert_eq!(limits(PopulationClass::Adult, Some(1), Some(2)), Limits { k: 3, group: 8 });
    assert_eq!(limits(PopulationClass::Mixed, Some(3), None), Limits { k: 5, group: 12 });
    assert_eq!(
        limits(PopulationClass::Adult, Some(5), None),
        Limits { k: 5, group: 12 },
        "the tails would meet"
    );
    assert_eq!(limits(PopulationClass::Minor, None, Some(20)), Limits { k: 5, group: 20 });
    assert_eq!(adult().limits(Class::Sensitive), Limits { k: 10, group: 22 });
    let loose =
        r#"{"version":3,"population":"minor","ordinary":{"k":1,"group":2},"sensitive":{"k":0,"group":0}}"#;
    assert_eq!(serde_json::from_str::<Policy>(loose).unwrap(), minor());
}

#[test]
fn a_key_reads_as_it_is_written() {
    for text in ["a/b", "a/b@end", "a/b/mentor", "2024.mentees/match-quality@mid-point/mentee"] {
        assert_eq!(key(text).to_string(), text);
    }
    for text in ["", "a", "a/", "/b", "a/b@", "a/b/", "a/b/c/d", "a/b@c@d", "a b/c"] {
        assert!(text.parse::<FactKey>().is_err(), "{text}");
    }
}
