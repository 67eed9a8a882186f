//! Two waves: the level of all who answered the last, beside the change of those who answered both.
//!
//! Whoever answered one wave only is the difference of two published groups, and may be one person. The law: what
//! is told of n + d people and of n of them leaves each count of the other d its whole range while d is `k` or
//! fewer, and a range of `k` above that. It is the harness's own law, with d for n.

use std::fmt::Write as _;

use super::counted::{Counted, by_key};
use super::*;

const QUESTIONS: &str = "scales: { agree: { min: 1, max: 5 } }
questions:
- { id: level, text: Level?, role: mentee, answer: agree }
- { id: other, text: Was the room warm?, role: mentee, answer: yes_no }
";

const MEASURES: &str = "- id: trust
  name: Trust
  construct: other
  items: [level]
  score: { kind: share_at_least, threshold: 4 }
  roles: [mentee]
  waves: [baseline, end]
  worthwhile_change: 1
";

const COHORT: &str = "name: C
start: 2025-01-06
end: 2025-05-23
status: closed
surveys:
- { id: first, wave: baseline, role: mentee, link: person, questions: [level, other] }
- { id: last, wave: end, role: mentee, link: person, questions: [level, other] }
";

/// Both scores of a person; nobody answered a wave that is not there, and a dash is an answer without a score.
type Row = [Option<&'static str>; 2];

/// Those who answered both: rose and favourable at the end · rose · favourable · neither · no score at the end.
/// Then those who answered one wave: favourable · not · no score.
const PAIRS: [Row; 5] = [
    [Some("3"), Some("4")],
    [Some("1"), Some("2")],
    [Some("4"), Some("4")],
    [Some("2"), Some("2")],
    [Some("3"), Some("")],
];
const SCORES: [&str; 3] = ["5", "2", ""];

/// The two waves' files. The other question is always answered, so that each row counts.
fn files(table: &[u32], rest_at: usize) -> Vec<(&'static str, String)> {
    let rest = SCORES.map(|score| {
        let mut row: Row = [None; 2];
        row[rest_at] = Some(score);
        row
    });
    rows_of(table, &[&PAIRS[..], &rest].concat())
}

fn rows_of(table: &[u32], words: &[Row]) -> Vec<(&'static str, String)> {
    let mut texts = [0, 1].map(|_| "person,answered_on,level,other\n".to_owned());
    let people = table.iter().zip(words).flat_map(|(count, row)| (0..*count).map(move |_| row));
    for (i, row) in people.enumerate() {
        for (text, score) in texts.iter_mut().zip(row) {
            score.map(|score| writeln!(text, "p{i},2025-05-20,{score},yes").unwrap());
        }
    }
    ["responses-first", "responses-last"].into_iter().zip(texts).collect()
}

/// The two figures as the measures ask them: a level that does not tell its noes from those without a score, and a
/// change that does not tell the others from them.
fn figures(limits: Limits, table: &[u32]) -> Vec<Form> {
    let of = |cells: &[usize]| cells.iter().map(|cell| table[*cell]).sum::<u32>();
    let (n, rose) = (of(&[0, 1, 2, 3, 4]), of(&[0, 1]));
    let level = Answers { yes: of(&[0, 2, 5]), no: of(&[1, 3, 6]), unrecorded: of(&[4, 7]) };
    let merged = Answers { no: 0, unrecorded: level.no + level.unrecorded, ..level };
    let level = merged;
    let change = Answers { yes: rose, no: 0, unrecorded: n - rose };
    [level, change].map(|answers| of_group(limits, answers)).to_vec()
}

fn of_group(limits: Limits, answers: Answers) -> Form {
    let few = answers.n() < limits.group;
    if few { Form::TooFew { group: limits.group } } else { ladder::answers(limits, answers) }
}

/// Everybody, of n who answered both and d who answered one wave.
fn people(n: u32, d: u32) -> Vec<Vec<u32>> {
    let rest = tables(d, 3);
    let with = |pairs: Vec<u32>| rest.iter().map(move |rest| [&pairs[..], rest].concat()).collect::<Vec<_>>();
    tables(n, 5).into_iter().flat_map(with).collect()
}

/// Each count of the d others, and each of the n who answered both.
fn counts(n: u32, d: u32) -> [Vec<Protected>; 2] {
    let mut rest = if d > 0 { unions(d, 3, &[2], 3) } else { Vec::new() };
    for count in &mut rest {
        count.cells = count.cells.iter().map(|cell| cell + 5).collect();
    }
    [rest, unions(n, 5, &[4], 2)]
}

/// The same where the others stand in the level, and each count of all together.
///
/// Of fewer than `k` others, what the pairs gave is what all gave, less one or two; nobody asked for that.
fn counts_with_level(limits: Limits, n: u32, d: u32) -> Vec<Protected> {
    let has = |count: &Protected, cells: [usize; 2]| cells.iter().all(|cell| count.cells.contains(cell));
    let mut all = counts(n, d).concat();
    all.retain(|count| d == 0 || d >= limits.k || has(count, [0, 2]) == has(count, [1, 3]));
    let of_all = |cells: &[usize], recordedness| Protected { cells: cells.to_vec(), n: n + d, recordedness };
    all.extend([of_all(&[0, 2, 5], false), of_all(&[1, 3, 6], false), of_all(&[4, 7], true)]);
    all
}

fn invert_people(limits: Limits, n: u32, d: u32, print: &mut dyn FnMut(&[u32]) -> Vec<Form>) -> Inverted {
    invert(limits.k, 8, true, &counts_with_level(limits, n, d), &people(n, d), print)
}

/// How many answered both, and how many one wave only: up to two beyond `k`.
fn sizes(limits: Limits) -> impl Iterator<Item = (u32, u32)> {
    let more = if limits.k == 3 { 3 } else { 0 };
    (limits.group - 1..=limits.group + more).flat_map(move |n| (1..=limits.k + 2).map(move |d| (n, d)))
}

#[test]
fn who_answered_the_last_wave_alone_is_hidden() {
    for limits in both() {
        let mut all = Inverted::default();
        for (n, d) in sizes(limits) {
            all.add(invert_people(limits, n, d, &mut |table| figures(limits, table)));
        }
        all.clean(&format!("those who answered the last of two waves, k = {}", limits.k));
    }
}

/// Nobody answered one wave alone. A level whose noes stand by themselves says that everybody has a score, one that
/// does not that somebody has none; and who rose has one.
#[test]
fn who_has_no_score_is_hidden_where_all_answered_both() {
    for limits in both() {
        for n in limits.group..=limits.group + 4 {
            invert_people(limits, n, 0, &mut |table| figures(limits, table))
                .clean(&format!("all {n} answered both waves, k = {}", limits.k));
        }
    }
}

/// The same from rows, which says that the figures above are those that are counted.
#[test]
fn who_answered_one_wave_is_hidden_from_rows_on() {
    let files_of =
        [("questions.yaml", QUESTIONS), ("measures.yaml", MEASURES), ("cohorts/c/cohort.yaml", COHORT)];
    let limits = both()[0];
    let program = Counted::new(limits, &files_of);
    let (n, d) = (8, 1);
    let told = |table: &[u32], rest_at: usize| {
        let facts = by_key(program.facts(&files(table, rest_at)));
        assert!(!facts.contains_key("first/trust@baseline/mentee"), "both levels would bound the change");
        facts
    };
    invert_people(limits, n, d, &mut |table| {
        let mut facts = told(table, 1);
        let forms: Vec<Form> = ["last/trust@end/mentee", "first+last/trust@baseline-end/mentee"]
            .map(|key| facts.remove(key).unwrap())
            .into();
        assert_eq!(forms, figures(limits, table));
        [forms, facts.into_values().collect()].concat()
    })
    .clean("rows of the last of two waves, k = 3");
    // Who answered the first wave alone: of them nothing is told but that they did.
    let mut print = |table: &[u32]| told(table, 0).into_values().collect::<Vec<_>>();
    invert(limits.k, 8, true, &counts(n, d)[0], &people(n, d), &mut print)
        .clean("rows of the first of two waves, k = 3");
}

#[test]
fn mutants_that_subtract_are_caught() {
    let limits = both()[0];
    for d in 1..=3 {
        invert_people(limits, 9, d, &mut |table| {
            let mut told = figures(limits, table);
            told.push(ladder::share(limits, 9, table[0] + table[2]));
            told
        })
        .leaks("the level of those who answered both, beside that of all");
        invert_people(limits, 9, d, &mut |table| {
            let of = |cells: &[usize]| cells.iter().map(|cell| table[*cell]).sum::<u32>();
            let level = Answers { yes: of(&[0, 2, 5]), no: of(&[1, 3, 6]), unrecorded: of(&[4, 7]) };
            let change = Answers { yes: of(&[0, 1]), no: of(&[2, 3]), unrecorded: table[4] };
            vec![ladder::answers(limits, level), ladder::answers(limits, change)]
        })
        .leaks("who has no score told apart, in the level and in the change");
    }
}

// ---------------------------------------------------------------- a measure whose level would be a mean

const MEAN: &str = "- id: trust
  name: Trust
  construct: other
  items: [level]
  score: { kind: mean }
  roles: [mentee]
  waves: [baseline, end]
  worthwhile_change: 1
";

/// Of the pairs: rose · did not · no score at the end. Of those who answered the last wave alone: a score · none.
/// Every score at the end is 3, so that a mean tells nothing but that it is told.
const THREES: [Row; 5] = [
    [Some("2"), Some("3")],
    [Some("3"), Some("3")],
    [Some("2"), Some("")],
    [None, Some("3")],
    [None, Some("")],
];

fn withheld(limits: Limits, n: u32, d: u32) -> Inverted {
    let program = Counted::new(
        limits,
        &[("questions.yaml", QUESTIONS), ("measures.yaml", MEAN), ("cohorts/c/cohort.yaml", COHORT)],
    );
    let rest = tables(d, 2);
    let all: Vec<Vec<u32>> =
        tables(n, 3).iter().flat_map(|pairs| rest.iter().map(|rest| [&pairs[..], rest].concat())).collect();
    let one = |cells: &[usize], n, recordedness| Protected { cells: cells.to_vec(), n, recordedness };
    let mut protected = vec![one(&[0], n, false), one(&[1], n, false), one(&[2, 4], n + d, true)];
    if d > 0 {
        protected.extend([one(&[3], d, true), one(&[4], d, true)]);
    }
    invert(limits.k, 5, true, &protected, &all, &mut |t| {
        by_key(program.facts(&rows_of(t, &THREES))).into_values().collect::<Vec<_>>()
    })
}

/// A mean that is not told would say that fewer than twenty answered, and whoever rose is one of them.
#[test]
fn no_mean_beside_a_change_tells_who_answered() {
    for (n, d) in [(22, 1), (23, 0)] {
        withheld(both()[0], n, d)
            .clean(&format!("a mean of {n} and {d} that is withheld, beside a change, k = 3"));
    }
}
