//! What is still told where `k` is raised: the floors of utility, with one match a mentor and with two.

use std::fmt::Write as _;

use super::counted::{Counted, MATCHES, by_key};
use super::*;

const QUESTIONS: &str = "scales: { agree: { min: 1, max: 5 } }
questions:
- { id: safe, text: Safe?, role: mentee, answer: yes_no }
- { id: trust, text: Trust?, role: mentee, answer: agree }
";

const MEASURES: &str = "- { id: felt-safe, name: Safe, construct: other, items: [safe], roles: [mentee], waves: [end] }
- { id: trusts, name: Trust, construct: other, items: [trust], score: { kind: mean }, roles: [mentee], waves: [end] }
";

/// How many matches are further ones of a mentor, where one may hold several.
const FURTHER: usize = 4;

fn program(keys: &str) -> Counted {
    let cohort = format!(
        "name: C\nstart: 2025-01-06\nend: 2025-05-23\nstatus: closed\n{keys}surveys:\n\
         - {{ id: end, wave: end, role: mentee, link: person, questions: [safe, trust] }}\n"
    );
    let files =
        [("questions.yaml", QUESTIONS), ("measures.yaml", MEASURES), ("cohorts/c/cohort.yaml", &cohort)];
    Counted::new(both()[0], &files)
}

/// Of n matches of so many mentors, the first x completed, have their expectations written down and said yes.
fn rows(n: usize, mentors: usize, x: usize) -> Vec<(&'static str, String)> {
    let mut matches = MATCHES.to_owned();
    let mut answers = "person,answered_on,safe,trust\n".to_owned();
    for i in 0..n {
        let (status, day, word, score) =
            if i < x { ("completed", "2025-01-20", "yes", 5) } else { ("ended_early", "", "no", 2) };
        writeln!(matches, "m{i},a{},b{i},2025-01-06,2025-05-23,{status},{day},,,,,,,,", i % mentors).unwrap();
        writeln!(answers, "b{i},2025-05-20,{word},{score}").unwrap();
    }
    vec![("matches", matches), ("responses-end", answers)]
}

/// The figures that are told, the open ones aside.
fn shown(program: &Counted, n: usize, mentors: usize, x: usize) -> Vec<String> {
    let facts = by_key(program.facts(&rows(n, mentors, x)));
    let told = |form: &Form| form.is_shown() && !matches!(form, Form::Open { .. });
    facts.into_iter().filter(|(_, form)| told(form)).map(|(key, _)| key).collect()
}

#[test]
fn small_cohorts_print_something_with_two_matches_a_mentor() {
    for most in [1, 2] {
        let further = if most == 1 { 0 } else { FURTHER };
        let program = program(&format!("matches_per_mentor: {most}\nfurther_matches: {further}\n"));
        // As many mentors hold two matches as may, so that the fewest stand behind the figures that a group asks for.
        let of = |n: usize| if most == 1 { n } else { n - FURTHER };
        let mut fewest = [usize::MAX; 2];
        for x in 0..=12 {
            let told = shown(&program, 12, of(12), x);
            assert!(told.iter().any(|key| key == "matches/completion"), "{x} of 12: {told:?}");
            fewest[0] = fewest[0].min(told.len());
        }
        for x in 0..=24 {
            let told = shown(&program, 24, of(24), x);
            assert!(told.len() >= 4, "{x} of 24: {told:?}");
            fewest[1] = fewest[1].min(told.len());
        }
        let [few, many] = fewest;
        println!(
            "{most} matches a mentor: {few} figures of 12 matches of {} mentors at least, {many} of 24 of {}",
            of(12),
            of(24)
        );
    }
}

/// Whether a figure is there depends on how many matches there are, and not on how many mentors hold two of them.
#[test]
fn a_group_is_of_so_many_matches_that_eight_mentors_cannot_be_missing() {
    let program = program("matches_per_mentor: 2\n");
    for (n, is_told) in [(14usize, false), (15, true)] {
        for mentors in [n, n - 3, n.div_ceil(2)] {
            let told = shown(&program, n, mentors, 7);
            assert_eq!(
                told.iter().any(|key| key == "matches/completion"),
                is_told,
                "{n} of {mentors}: {told:?}"
            );
        }
    }
}
