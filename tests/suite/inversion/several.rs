//! People in several matches: rows are matches, and somebody knows more than one of them.
//!
//! `k` is raised by what is public: how many matches a mentor may hold, and how many mentees were matched again.
//! The law: whoever holds m matches learns of the others no more than the holder of one match does under `k`, and
//! what everybody knows of a mentee who was matched again tells nobody more than `k` allows. Of a mentor's own
//! figures, whose rows share one value, each count of mentors is hidden as `k` hides people.

use std::fmt::Write as _;
use std::rc::Rc;

use super::counted::{Counted, MATCHES, by_key};
use super::*;

/// Of six: completed · circumstances, first and second half · relationship, first and second half · not recorded.
const CELLS: usize = 6;

/// What each cell writes into the two files: the status, the last day, the reason.
const WORDS: [[&str; 3]; CELLS] = [
    ["completed", "2025-05-23", "completed_term"],
    ["ended_early", "2025-02-03", "life_change"],
    ["ended_early", "2025-04-28", "life_change"],
    ["ended_early", "2025-02-03", "gradual_dissolution"],
    ["ended_early", "2025-04-28", "gradual_dissolution"],
    ["", "", ""],
];

/// What the tree of `matches` tells of a table.
fn told(limits: Limits, raise: Raise, table: &[u32]) -> Vec<Form> {
    let why = split(
        "why",
        vec![leaf("circumstances", table[1] + table[2]), leaf("relationship", table[3] + table[4]), none()],
    );
    let halves = [table[1] + table[3], table[2] + table[4]];
    let half = |name: &str, count, below: &str, cells: [u32; 2]| {
        let below = split(below, vec![leaf("first", cells[0]), leaf("second", cells[1])]);
        cell(name, count, Kind::Other, vec![below])
    };
    // Early endings fall into the first and the last quarter here.
    let when = vec![
        half("first-half", halves[0], "first", [halves[0], 0]),
        half("second-half", halves[1], "second", [0, halves[1]]),
        none(),
    ];
    let root = tree(vec![
        cell("completed", table[0], Kind::Lead, vec![]),
        cell("ended-early", table[1..5].iter().sum(), Kind::Other, vec![why, split("when", when)]),
        cell("not-recorded", table[5], Kind::Unrecorded, vec![]),
    ]);
    let asked = question("matches/completion", Asked::Tree(root));
    let policy = if limits.k == 3 { adult() } else { minor() };
    printed(&policy, &[Question { raise, ..asked }])
}

fn none() -> Cell {
    cell("not-recorded", 0, Kind::Unrecorded, vec![])
}

/// What somebody knows of some rows before anything is printed, and how wide the others must stay.
struct Knows {
    /// Which cells the known rows may stand in, one list for each row.
    rows: Vec<Vec<usize>>,
    width: u32,
}

/// All ways in which the known rows fall into cells, as one table each.
fn known(rows: &[Vec<usize>]) -> BTreeSet<Vec<u32>> {
    let mut all = BTreeSet::from([vec![0; CELLS]]);
    for cells in rows {
        let with = |table: &Vec<u32>, cell: usize| {
            let mut table = table.clone();
            table[cell] += 1;
            table
        };
        all = all.iter().flat_map(|table| cells.iter().map(move |cell| with(table, *cell))).collect();
    }
    all
}

/// Inverts what is told of the others, for each thing that the attacker may know.
fn others(knows: &Knows, n: u32, unrecorded: &[usize], tell: &mut dyn FnMut(&[u32]) -> Told) -> Inverted {
    let n = n - u32::try_from(knows.rows.len()).unwrap();
    let (all, protected) = (tables(n, CELLS), unions(n, CELLS, unrecorded, 2));
    let mut out = Inverted::default();
    for mine in known(&knows.rows) {
        out.add(invert(knows.width, CELLS, false, &protected, &all, &mut |table| {
            tell(&table.iter().zip(&mine).map(|(others, mine)| others + mine).collect::<Vec<_>>())
        }));
    }
    out
}

/// What is told, known by its number.
#[derive(Clone)]
struct Told(usize, Rc<Vec<Form>>);

impl PartialEq for Told {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl Eq for Told {}

impl Hash for Told {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}

impl std::fmt::Debug for Told {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.1.fmt(f)
    }
}

/// A table is told once, however it comes about.
fn once(print: impl Fn(&[u32]) -> Vec<Form>) -> impl FnMut(&[u32]) -> Told {
    let mut tables: HashMap<Vec<u32>, Told> = HashMap::new();
    let mut outputs: HashMap<Rc<Vec<Form>>, usize> = HashMap::new();
    move |table| {
        let tell = |table: &Vec<u32>| {
            let (forms, next) = (Rc::new(print(table)), outputs.len());
            Told(*outputs.entry(forms.clone()).or_insert(next), forms)
        };
        tables.entry(table.to_vec()).or_insert_with_key(tell).clone()
    }
}

/// What everybody knows where mentees were matched again, and with it those who hold so many matches themselves.
fn attackers(k: u32, own: impl Iterator<Item = u32>, again: u32) -> Vec<Knows> {
    let (any, early) = ((0..CELLS).collect::<Vec<_>>(), vec![1, 2, 3, 4]);
    let public = vec![early; again as usize];
    // Whoever knows of rows of their own knows one of them in any case; `k` − 1 others are left to hide.
    let holder =
        |own: u32| Knows { rows: [public.clone(), vec![any.clone(); own as usize]].concat(), width: k - 1 };
    [Knows { rows: public.clone(), width: k }].into_iter().chain(own.map(holder)).collect()
}

fn raise(most: u32, again: u32) -> Raise {
    Raise { times: 1, plus: again + most - 1, more: again }
}

/// Each attacker who holds so many matches, at these sizes of a cohort.
fn game_of_several(limits: Limits, (most, again): (u32, u32), own: &[u32], sizes: impl Iterator<Item = u32>) {
    let mut all = Inverted::default();
    let raise = raise(most, again);
    for n in sizes.filter(|n| *n >= limits.raised(raise).group) {
        let mut tell = once(|table| told(limits, raise, table));
        for knows in attackers(limits.k, own.iter().copied(), again) {
            all.add(others(&knows, n, &[5], &mut tell));
        }
    }
    all.clean(&format!("{most} matches a mentor, {again} matched again, k = {}", limits.k));
}

#[test]
fn whoever_knows_several_matches_learns_no_more_of_the_others() {
    let [adult, minor] = both();
    for (most, again, n) in [(2, 0, 16), (3, 0, 14), (1, 1, 14), (2, 1, 14)] {
        let group = adult.raised(raise(most, again)).group;
        game_of_several(adult, (most, again), &[most], [group, n].into_iter());
    }
    for (most, again) in [(2, 0), (1, 1)] {
        game_of_several(minor, (most, again), &[most], [14].into_iter());
    }
}

/// Takes minutes: every size, and those who hold fewer than others may.
#[test]
#[ignore = "every size and every holder take minutes"]
fn whoever_knows_several_matches_learns_no_more_at_any_size() {
    for limits in both() {
        for (most, again) in [(1, 0), (2, 0), (3, 0), (1, 1), (2, 1), (1, 2)] {
            let own: Vec<u32> = (1..=most).collect();
            game_of_several(limits, (most, again), &own, limits.group..=17);
        }
    }
}

#[test]
fn mutants_that_do_not_raise_are_caught() {
    let limits = both()[0];
    for (most, again, what) in [
        (2_u32, 0_u32, "two matches of a mentor, k as it is"),
        (1, 1, "a mentee matched again, k as it is"),
        (3, 0, "three matches of a mentor, k raised by one"),
        (2, 1, "two matches of a mentor and a mentee matched again, k raised by one"),
    ] {
        let mut tell = once(|table| {
            told(limits, Raise { times: 1, plus: (again + most).saturating_sub(2), more: again }, table)
        });
        let mut all = Inverted::default();
        for knows in attackers(limits.k, [most].into_iter(), again) {
            all.add(others(&knows, 12, &[5], &mut tell));
        }
        all.leaks(what);
    }
}

/// Of six: completed · ended early · not recorded, each with its expectations written down or not.
fn completion_and_documented(limits: Limits, raise: Raise, t: &[u32]) -> Vec<Form> {
    let root = tree(vec![
        cell("completed", t[0] + t[1], Kind::Lead, vec![]),
        cell("ended-early", t[2] + t[3], Kind::Other, vec![]),
        cell("not-recorded", t[4] + t[5], Kind::Unrecorded, vec![]),
    ]);
    let n: u32 = t.iter().sum();
    let yes = t[0] + t[2] + t[4];
    let asked =
        [question("matches/completion", Asked::Tree(root)), yes_no("matches/expectations", yes, 0, n - yes)];
    let policy = if limits.k == 3 { adult() } else { minor() };
    printed(&policy, &asked.map(|asked| Question { raise, ..asked }))
}

/// Two figures over the same matches: each count of two things at once among those of others, too.
#[test]
fn whoever_knows_several_matches_learns_nothing_of_two_things_at_once() {
    let limits = both()[0];
    for (most, again, n) in [(2, 0, 14), (3, 0, 14), (1, 1, 14), (2, 1, 14)] {
        let mut all = Inverted::default();
        let raise = raise(most, again);
        let mut tell = once(|table| completion_and_documented(limits, raise, table));
        // Whose match was followed by another ended it early.
        let public = vec![vec![2, 3]; again as usize];
        let own = vec![(0..CELLS).collect::<Vec<_>>(); most as usize];
        let holder = Knows { rows: [public.clone(), own].concat(), width: limits.k - 1 };
        for knows in [Knows { rows: public, width: limits.k }, holder] {
            all.add(others(&knows, n, &[4, 5], &mut tell));
        }
        all.clean(&format!(
            "completion and documented, {most} matches a mentor, {again} matched again, k = 3"
        ));
    }
}

/// The rows of a table: the first of them are the mentor's own, or of the mentee who was matched again.
fn rows(table: &[u32], most: usize, again: usize, back: bool) -> Vec<(&'static str, String)> {
    let (mut matches, mut endings) =
        (MATCHES.to_owned(), "match,ended_on,initiated_by,reason,procedure,certified\n".to_owned());
    let mut cells: Vec<usize> =
        table.iter().enumerate().flat_map(|(cell, count)| (0..*count).map(move |_| cell)).collect();
    if back {
        cells.reverse();
    }
    for (i, cell) in cells.into_iter().enumerate() {
        let [status, day, reason] = WORDS[cell];
        let mentor = if i < most { 0 } else { i };
        let mentee = if i <= again { 0 } else { i };
        writeln!(matches, "m{i},a{mentor},b{mentee},2025-01-06,2025-05-23,{status},,,,,,,,,").unwrap();
        if !day.is_empty() {
            writeln!(endings, "m{i},{day},,{reason},,").unwrap();
        }
    }
    vec![("matches", matches), ("endings", endings)]
}

/// From rows on, whoever's they are: the tree is told with the limits that the proof rests on, and nothing else.
#[test]
fn rows_of_several_matches_are_told_so() {
    let limits = both()[0];
    for (most, again, n) in [(2, 0, 12), (3, 0, 14), (1, 1, 11), (2, 1, 14)] {
        let cohort = format!(
            "name: C\nstart: 2025-01-06\nend: 2025-05-23\nstatus: closed\nmatches_per_mentor: {most}\nfurther_matches: {}\nmatched_again: {again}\n",
            most - 1
        );
        let program = Counted::new(limits, &[("cohorts/c/cohort.yaml", &cohort)]);
        for table in tables(n, CELLS).iter().step_by(29) {
            let forms: Vec<Form> = told(limits, raise(most, again), table);
            let files = |back| rows(table, most as usize, again as usize, back);
            let mut facts = by_key(program.facts(&files(false)));
            assert_eq!(facts, by_key(program.facts(&files(true))), "whose rows they are plays no part");
            let keys = [
                "completion",
                "ended-early-why",
                "ended-early-when",
                "ended-early-first-half",
                "ended-early-second-half",
            ];
            let mine: Vec<Form> = keys.map(|key| facts.remove(&format!("matches/{key}")).unwrap()).into();
            assert_eq!(shape(&mine), shape(&forms), "{table:?}");
        }
    }
}

/// The counts of forms, without the names of cells.
fn shape(forms: &[Form]) -> Vec<(Option<u32>, Vec<u32>, Form)> {
    let bare = |form: &Form| match form {
        Form::Split { n, cells } => {
            (Some(*n), cells.iter().map(|cell| cell.count).collect(), Form::Open { value: 0 })
        }
        other => (None, vec![], other.clone()),
    };
    forms.iter().map(bare).collect()
}

// ---------------------------------------------------------------- rows of one mentor share one value

/// Mentors of one match and of several, each trained, not trained or not recorded.
fn mentor_side(limits: Limits, most: u32, again: u32, t: &[u32]) -> Vec<Form> {
    let rows = |value: usize| t[value] + most * t[3 + value];
    let answers = Answers { yes: rows(0), no: rows(1), unrecorded: rows(2) };
    let asked = question("mentor-side/peer-meetings-half", Asked::Answers(answers));
    let policy = if limits.k == 3 { adult() } else { minor() };
    printed(&policy, &[Question { raise: Raise { times: most, plus: again, more: again }, ..asked }])
}

/// Of so many mentors with one match and with `most`: each count of mentors, whatever their number of matches.
fn mentor_game(limits: Limits, [single, several]: [u32; 2], print: &dyn Fn(&[u32]) -> Vec<Form>) -> Inverted {
    let mut all = Vec::new();
    for ones in tables(single, 3) {
        all.extend(tables(several, 3).into_iter().map(|more| [&ones[..], &more[..]].concat()));
    }
    let n = single + several;
    let mut protected = unions(n, 3, &[2], 3);
    for count in &mut protected {
        count.cells = count.cells.iter().flat_map(|cell| [*cell, cell + 3]).collect();
    }
    invert(limits.k, 6, true, &protected, &all, &mut |t| print(t))
}

#[test]
fn a_count_of_matches_hides_their_mentors() {
    for limits in both() {
        for most in 1..=3 {
            let group = limits.raised(Raise { times: most, plus: 0, more: 0 }).group;
            let mut all = Inverted::default();
            for n in [group, group + 2] {
                for several in [0, 1, 2, n / 2, n] {
                    all.add(mentor_game(limits, [n - several, several], &|t| {
                        mentor_side(limits, most, 0, t)
                    }));
                }
            }
            all.clean(&format!("mentors of up to {most} matches, k = {}", limits.k));
        }
    }
    let limits = both()[0];
    mentor_game(limits, [6, 4], &|t| {
        let single = mentor_side(limits, 1, 0, &[t[0] + 2 * t[3], t[1] + 2 * t[4], t[2] + 2 * t[5], 0, 0, 0]);
        [single, vec![]].concat()
    })
    .leaks("two matches of a mentor, counted as two mentors");
}
