//! Leaks over time: what a second release, another name, or a refusal would tell.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use chrono::NaiveDate;
use mentorbook::outcomes::disclose::Form;
use mentorbook::release::Released;
use tempfile::TempDir;

use super::{PROGRAM, find, matches, rows, site, table};
use crate::release::release_in;
use crate::site::Site;

/// A program on disk.
pub(super) struct Program(TempDir);

pub(super) fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2025, 9, 1).unwrap()
}

impl Program {
    pub(super) fn new(site: &Site) -> Self {
        let folder = TempDir::new().unwrap();
        site.write_to(folder.path());
        Self(folder)
    }

    pub(super) fn path(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    /// The codes of what `check` finds.
    pub(super) fn found(&self) -> BTreeSet<&'static str> {
        release_in(self.0.path(), day(), &[], true).1
    }

    pub(super) fn release(&self, name: &str) -> Result<Released, String> {
        release_in(self.0.path(), day(), &[name], false).0.map(|mut all| all.remove(0))
    }

    fn published(&self) -> String {
        fs::read_to_string(self.path("content/cohorts/c/published.yaml")).unwrap()
    }

    /// Another folder, and its release thrown away.
    fn rename(&self, from: &str, to: &str) {
        for folder in ["content/cohorts", "private/cohorts"] {
            fs::rename(self.path(folder).join(from), self.path(folder).join(to)).unwrap();
        }
        fs::remove_file(self.path(&format!("content/cohorts/{to}/published.yaml"))).unwrap();
    }

    pub(super) fn row_file(&self, name: &str, text: &str) {
        fs::write(self.path(&format!("private/cohorts/c/{name}.csv")), text).unwrap();
    }
}

/// Thirty matches with meetings, and thirty answers.
fn thirty() -> Site {
    let surveys = "- { id: end, wave: end, role: mentee, link: person, questions: [well] }\n";
    let status = |i: usize| if i < 20 { "completed" } else { "ended_early" };
    let site = rows(site(surveys), "matches", &matches((0..30).map(|i| (i, i, status(i)))));
    let site = rows(site, "meetings", &meetings(30));
    rows(site, "responses-end", &answers(30))
}

fn meetings(n: usize) -> String {
    table("match,month,meetings,minutes", 0..n, |i| format!("m{i},2025-02,4,{}", 600 + 600 * i))
}

fn answers(n: usize) -> String {
    table("person,well", 0..n, |i| format!("b{i},{}", if i % 2 == 0 { "yes" } else { "no" }))
}

#[test]
fn open_figures_of_a_closed_cohort_are_frozen() {
    let program = Program::new(&thirty());
    program.release("c").unwrap();
    let first = program.published();
    // One mentor's hours and one mentee's answer are taken out.
    program.row_file("meetings", &meetings(29));
    program.row_file("responses-end", &answers(29));
    program.release("c").unwrap();
    let figures = |text: &str| text.split_once("facts:").unwrap().1.to_owned();
    assert_eq!(figures(&program.published()), figures(&first));
}

#[test]
fn answered_follows_with_the_figures_of_its_survey() {
    let program = Program::new(&thirty());
    program.row_file("responses-end", &answers(15));
    program.release("c").unwrap();
    program.row_file("responses-end", &answers(30));
    let next = program.release("c").unwrap().release;
    assert_eq!(
        find(&next.facts, "end/answered@end/mentee"),
        Some(&Form::Open { value: 30 }),
        "{:?}",
        next.held_back
    );
}

#[test]
fn figures_that_stay_keep_their_policy() {
    let program = Program::new(&thirty());
    program.release("c").unwrap();
    let first = program.published();
    let stricter = format!("{PROGRAM}disclosure: {{ k: 5, group: 12 }}\n");
    fs::write(program.path("content/program.yaml"), stricter).unwrap();
    program.release("c").unwrap();
    assert_eq!(program.published(), first);
    assert!(!program.found().contains("release-stale"), "what no release changes is not asked for");
}

/// Twelve more who all completed are refused for their figures, and one more for being one: both look alike.
#[test]
fn a_refused_release_has_no_number() {
    let more = |n: usize| {
        let status = move |i: usize| if (20..30).contains(&i) { "ended_early" } else { "completed" };
        matches((0..n).map(|i| (i, i, status(i))))
    };
    let next = |n: usize| {
        let program = Program::new(&thirty());
        program.release("c").unwrap();
        program.row_file("matches", &more(n));
        let first = program.release("c").unwrap().release;
        let again = program.release("c").unwrap().release;
        assert_eq!((&first.id, first.date, &first.held_back), (&again.id, again.date, &again.held_back));
        (first.id, first.date, first.held_back)
    };
    assert_eq!(next(31), next(42));
}

#[test]
fn a_cohort_without_matches_is_known_under_another_name() {
    let surveys = "- { id: end, wave: end, role: mentee, link: person, questions: [well] }\n";
    let program = Program::new(&rows(site(surveys), "responses-end", &answers(24)));
    program.release("c").unwrap();
    program.rename("c", "d");
    fs::write(program.path("private/cohorts/d/responses-end.csv"), answers(23)).unwrap();
    let refused = program.release("d").unwrap_err();
    assert!(refused.contains("released with `c`"), "{refused}");
}

/// Unlinked answers name nobody: with one of them corrected, another folder would be another cohort.
#[test]
fn a_cohort_that_is_gone_holds_up_new_ones() {
    let surveys = "- { id: end, wave: end, role: mentee, link: none, questions: [well] }\n";
    let unlinked = |yes: usize| {
        let answer = |i: usize| format!("2025-05-20,{}", if i < yes { "yes" } else { "no" });
        table("answered_on,well", 0..24, answer)
    };
    let program = Program::new(&rows(site(surveys), "responses-end", &unlinked(12)));
    program.release("c").unwrap();
    program.rename("c", "d");
    fs::write(program.path("private/cohorts/d/responses-end.csv"), unlinked(13)).unwrap();
    let refused = program.release("d").unwrap_err();
    assert!(refused.contains("`c` was released once"), "{refused}");
    // With its cohort back, even without rows, it is seen that this is another one.
    let cohort = fs::read_to_string(program.path("content/cohorts/d/cohort.yaml")).unwrap();
    fs::create_dir(program.path("content/cohorts/c")).unwrap();
    fs::write(program.path("content/cohorts/c/cohort.yaml"), cohort).unwrap();
    program.release("d").unwrap();
}

/// What is entered because a correction was refused moves no number of another cohort.
#[test]
fn numbers_of_releases_are_those_of_their_cohort() {
    let surveys = "- { id: end, wave: end, role: mentee, link: person, questions: [well] }\n";
    let program = Program::new(&rows(site(surveys), "responses-end", &answers(24)));
    let first = program.release("c").unwrap().release.id;
    program.row_file("responses-end", &answers(23));
    assert_eq!(program.release("c").unwrap().release.id, first);
    let (content, data) = (program.path("content/cohorts/"), program.path("private/cohorts/"));
    fs::create_dir_all(content.join("d")).unwrap();
    fs::create_dir_all(data.join("d")).unwrap();
    fs::copy(content.join("c/cohort.yaml"), content.join("d/cohort.yaml")).unwrap();
    fs::write(data.join("d/responses-end.csv"), answers(40).replace('b', "x")).unwrap();
    let other = program.release("d").unwrap().release.id;
    assert!(first.starts_with("0001-") && other.starts_with("0001-"), "{first} {other}");
}

/// Figures that may follow by their numbers, and do not: they mean something else now, or may be of too few mentors.
#[test]
fn only_the_same_figure_of_enough_mentors_follows() {
    let questions = "scales: { agree: { min: 1, max: 5 } }\nquestions:\n- { id: steady, text: Steady?, role: both, answer: agree }\n";
    let measure = |threshold: u32| {
        format!(
            "- {{ id: sure, construct: other, items: [steady], score: {{ kind: share_at_least, threshold: {threshold} }}, roles: [mentee], waves: [end] }}\n"
        )
    };
    let given =
        |head: &str, n: usize| table(&format!("{head},steady"), 0..n, |i| format!("b{i},{}", [2, 4][i % 2]));
    let follows = |link: &str, threshold: u32, then: usize| {
        let surveys =
            format!("- {{ id: end, wave: end, role: mentee, link: {link}, questions: [steady] }}\n");
        let site = site(&surveys).with("questions.yaml", questions).with("measures.yaml", measure(4));
        let site = rows(site, "matches", &matches((0..40).map(|i| (i, i, "completed"))));
        let program = Program::new(&rows(site, "responses-end", &given(link, then)));
        let first = program.release("c").unwrap().release;
        program.row_file("responses-end", &given(link, 40));
        fs::write(program.path("content/measures.yaml"), measure(threshold)).unwrap();
        find(&program.release("c").unwrap().release.facts, "end/sure@end/mentee")
            != find(&first.facts, "end/sure@end/mentee")
    };
    for link in ["person", "code"] {
        assert!(follows(link, 4, 24));
        assert!(!follows(link, 3, 24), "another threshold, though it divides these answers alike");
        assert!(!follows(link, 4, 26), "fourteen newcomers may be those of seven mentors");
    }
}
