//! What we learned: each verdict at both sides of its borders, and every honest form of the page.

mod judged;
mod table;

use mentorbook::outcomes::disclose::Fact;
use mentorbook::outcomes::{Release, fingerprint};
use serde_json::{Value, json};

use crate::site::Site;
use table::{Case, INTENDED, LITTLE, PLAIN, UNCLEAR, VERDICTS};

#[test]
fn verdicts() {
    for case in VERDICTS {
        let page = page(&case.site());
        for said in case.says {
            assert!(page.contains(said), "{}: {said:?} is not on the page\n{page}", case.name);
        }
        for never in case.never {
            assert!(!page.contains(never), "{}: {never:?} is on the page\n{page}", case.name);
        }
    }
}

/// What came without rows has its own response, and is judged by it as a survey is.
#[test]
fn results_without_rows_are_judged_by_their_response() {
    for (asked, says) in [
        ("reported/trust.invited@end/mentee: 70\n", INTENDED),
        ("reported/trust.invited@end/mentee: 100\n", "Fewer than 40% answered in one of the two"),
        ("", "How many were asked is not on record"),
    ] {
        let mut site = PLAIN.site();
        for (id, yes) in [("before", 16), ("after", 24)] {
            let figures = format!(
                "{asked}reported/trust.answered@end/mentee: 30\nreported/trust@end/mentee: yes {yes}, no {}, not-recorded 0",
                30 - yes
            );
            let path = format!("cohorts/{id}/published.yaml");
            site = site.with(&path, crate::published::published(id, &figures, "yes"));
        }
        let page = page(&site);
        assert!(page.contains(says), "{asked}: {says}\n{page}");
    }
}

/// A year that is not released is not skipped: it may have been a bad one.
#[test]
fn the_first_cohort_with_a_change_is_judged() {
    let mut site = PLAIN
        .site()
        .with("cohorts/later/cohort.yaml", cohort("Later", 2025, 8))
        .with("cohorts/later/published.yaml", release("later", 80, ["all 28/30", ""]));
    assert!(page(&site).contains(INTENDED));
    site.world.remove("cohorts/after/published.yaml");
    assert!(page(&site).contains(LITTLE), "{}", page(&site));
}

/// A verdict on figures that were corrected since says so, and whose they are.
#[test]
fn a_correction_that_is_held_back_is_said_beside_the_verdict() {
    let said = "In Before, some data were corrected later, and the corrections are not shown";
    for (held, says) in [("mentees", true), ("mentors", false)] {
        let text = release("before", 80, ["all 16/30", ""]);
        let text = text.replace("facts:", &format!("held_back: [{held}]\nfacts:"));
        let page = page(&PLAIN.site().with("cohorts/before/published.yaml", text));
        assert!(page.contains(INTENDED), "{page}");
        assert_eq!(page.contains(said), says, "{held}\n{page}");
    }
}

#[test]
fn what_was_watched() {
    for (direction, says) in [("higher", "no sign of harm"), ("lower", "moved against us")] {
        let measure = format!("better: {direction}");
        let site = PLAIN.site_with(
            &measure,
            "answer: yes_no",
            "target: { measure: trust }\n  watch: { measure: trust }",
        );
        let page = page(&site);
        assert!(page.contains(&format!("Also watched, Trust: {says}.")), "{page}");
    }
}

#[test]
fn what_changed_alongside_and_what_stood_out_is_named() {
    let aims = "target: { measure: trust }\n  because: [seen]\n- id: other\n  name: Longer training\n  level: endings\n  decision: adjust\n  from_cohort: after\n  summary: More.\n  because: [seen]";
    let site = PLAIN
        .site_with("", "", aims)
        .with("findings.yaml", "- id: seen\n  cohorts: [before]\n  kind: logistics\n  pattern: We saw it\n  evidence: In conversations.\n");
    let page = page(&site);
    for said in [
        "Changed alongside, and not to be told apart from it: Longer training.",
        "Between the two cohorts the design differs in: Hours of training.",
        "The finding comes from Before itself",
        "Nobody said beforehand what should move",
    ] {
        assert!(page.contains(said), "{said}\n{page}");
    }
    // Never a cause: the words of the page hold none.
    for cause in ["because of", "thanks to", "led to", "caused", "improved"] {
        assert!(!page.contains(cause), "{cause}\n{page}");
    }
}

#[test]
fn what_is_not_known_has_a_place() {
    let change = |more: &str| {
        format!(
            "- id: one\n  name: One\n  level: phases\n  summary: Something.\n  {}\n",
            more.replace('|', "\n  ")
        )
    };
    let finding = |more: &str| {
        format!("- id: seen\n  cohorts: [before]\n  kind: harm\n  pattern: We saw it\n  {more}\n")
    };
    let cases: [(&str, String, String, &[&str]); 6] = [
        ("not decided", finding(""), String::new(), &["Not decided yet", "<strong>One finding</strong>"]),
        (
            "left as it is",
            finding("no_change_because: It would cost more."),
            String::new(),
            &["To leave things as they are", "It would cost more.", "<strong>One decision</strong> to leave"],
        ),
        (
            "without a finding, and not begun",
            String::new(),
            change("decision: adjust|target: { measure: trust }"),
            &["No finding led to this change", "Not yet in force.", LITTLE, "It is not in force yet."],
        ),
        (
            "kept",
            String::new(),
            change("decision: keep|review_by: 2026-04-01"),
            &["Phases: keep.", "To be looked at again by 1 April 2026.", "<strong>April 2026</strong>"],
        ),
        (
            "no cohort before",
            String::new(),
            change("decision: adjust|from_cohort: before|target: { measure: trust }|review_by: 2026-02-01"),
            &[LITTLE, "No cohort before it", "Was to be looked at again by 1 February 2026"],
        ),
        (
            "no cohort closed",
            String::new(),
            change("decision: adjust|from_cohort: next|target: { measure: trust }"),
            &[LITTLE, "No cohort with it has closed", "From Next."],
        ),
    ];
    for (name, findings, changes, says) in cases {
        let next = "name: Next\nstart: 2026-01-10\nstatus: active\n";
        let mut site = PLAIN.site().with("cohorts/next/cohort.yaml", next);
        site = site.with("findings.yaml", or_none(&findings)).with("changes.yaml", or_none(&changes));
        let page = page(&site);
        for said in says {
            assert!(page.contains(said), "{name}: {said:?}\n{page}");
        }
    }
    let quiet =
        cohort("Before", 2023, 0).replace("status:", "no_finding_because: All went as planned.\nstatus:");
    let page = page(&PLAIN.site().with("cohorts/before/cohort.yaml", quiet));
    assert!(page.contains("All went as planned."), "{page}");
    assert!(page.contains("Nobody has written down what was learned here"), "{page}");
}

#[test]
fn later_cohorts_are_told_apart() {
    for (figure, says) in [
        (
            "all 24/30",
            "Since then: Mentees, at the end: 24 of 30 in Later, 16 of 30 in Before: 27 points higher",
        ),
        (">=27/30", "Since then: Later holds too little data."),
    ] {
        let site = PLAIN.site().with("cohorts/later/cohort.yaml", cohort("Later", 2025, 8)).with(
            "cohorts/later/published.yaml",
            release("later", 80, [figure, ""]).replace(": 0001-", ": 0002-"),
        );
        let page = page(&site);
        assert!(page.contains(INTENDED) && page.contains(says), "{says}\n{page}");
    }
}

/// What the release tells is compared, whatever cohort.yaml still names: nobody can say that it was asked in other words.
#[test]
fn a_survey_that_cohort_yaml_no_longer_names_was_asked() {
    let all = cohort("Before", 2023, 4);
    let (kept, _) = all.split_once("surveys:").unwrap();
    for (answered, says) in [
        ([80, 80], INTENDED),
        ([39, 80], "Fewer than 40% answered in one of the two"),
        ([0, 80], "How many were asked is not on record"),
    ] {
        let case = Case { answered, ..PLAIN };
        let page = page(&case.site().with("cohorts/before/cohort.yaml", kept));
        assert!(page.contains(says) && !page.contains("in other words"), "{says}\n{page}");
    }
}

#[test]
fn speaks_spanish_and_is_found() {
    let site = PLAIN.site();
    let program = site.program().replace("  - en\n", "  - en\n  - es\n");
    let files = site.with("program.yaml", program).build();
    let page = &files["es/learned.html"];
    for said in
        ["Se movió como se quería", "24 de 30 en After, 16 de 30 en Before: 27 puntos más, de 3 a 47."]
    {
        assert!(page.contains(said), "{said}\n{page}");
    }
    let found = &files["search-docs.en.js"];
    assert!(found.contains("learned.html#change-one"), "{found}");
    assert!(!found.contains("24 of 30"), "figures stand beside their ranges only");
}

impl Case {
    fn site(&self) -> Site {
        let target = if self.target.is_empty() { String::new() } else { format!(", {}", self.target) };
        self.site_with(self.measure, self.question, &format!("target: {{ measure: trust{target} }}"))
    }

    fn site_with(&self, measure: &str, question: &str, aims: &str) -> Site {
        let [before, after, mentors_before, mentors_after] = self.figures;
        let scaled = !question.contains("answer:");
        let answer = if scaled { "answer: agree" } else { "" };
        let own_score = measure.contains("score:") || !scaled;
        let score = if own_score { "" } else { "score: { kind: share_at_least, threshold: 4 }" };
        let site = Site::base();
        let features = "features:\n- { id: hours, name: Hours of training, kind: number }\n";
        let program = site.program() + features;
        let questions = format!(
            "scales:\n  agree: {{ min: 1, max: 5 }}\nquestions:\n- id: trust-1\n  text: New words\n  role: both\n  {answer}\n  {question}\n"
        );
        let measures = format!(
            "- id: trust\n  name: Trust\n  construct: other\n  items: [trust-1]\n  roles: [mentor, mentee]\n  waves: [end]\n  {score}\n  {measure}\n"
        );
        let changes = format!(
            "- id: one\n  name: One\n  level: check_ins\n  decision: restructure\n  from_cohort: after\n  summary: Something else.\n  {aims}\n"
        );
        site.with("program.yaml", program)
            .with("questions.yaml", questions)
            .with("measures.yaml", measures)
            .with("changes.yaml", changes)
            .with("cohorts/before/cohort.yaml", cohort("Before", 2023, 4))
            .with("cohorts/after/cohort.yaml", cohort("After", 2024, 8))
            .with(
                "cohorts/before/published.yaml",
                release("before", self.answered[0], [before, mentors_before]),
            )
            .with("cohorts/after/published.yaml", release("after", self.answered[1], [after, mentors_after]))
    }
}

/// A closed cohort that asks mentees and mentors at the end of its year.
fn cohort(name: &str, year: i32, hours: u32) -> String {
    let survey = |role: &str| {
        format!("- {{ id: {role}s, wave: end, role: {role}, closes: {year}-12-01, questions: [trust-1] }}\n")
    };
    let surveys = survey("mentee") + &survey("mentor");
    format!(
        "name: {name}\nstart: {year}-03-01\nend: {year}-11-30\nstatus: closed\nfeatures: {{ hours: {hours} }}\nsurveys:\n{surveys}"
    )
}

/// A release with the figures of mentees and mentors, and how many of 100 answered; with 0, nobody knows of how many.
fn release(of: &str, answered: u32, figures: [&str; 2]) -> String {
    release_with(of, answered, figures, "")
}

/// The same, and how many of the mentees who answered at the start as well moved for the better.
fn release_with(of: &str, answered: u32, figures: [&str; 2], same_people: &str) -> String {
    let mut facts = Vec::new();
    let fact = |key: &str, form: Value| {
        let mut all = json!({ "key": key, "class": "ordinary" });
        all.as_object_mut().unwrap().extend(form.as_object().unwrap().clone());
        serde_json::from_value::<Fact>(all).unwrap()
    };
    let open = |value: u32| json!({ "form": "open", "value": value });
    if let Some(form) = form(same_people) {
        facts.push(fact("starts/answered@baseline/mentee", open(answered)));
        facts.push(fact("starts/invited@baseline/mentee", open(100)));
        facts.push(fact("starts+mentees/trust@baseline-end/mentee", form));
    }
    for (role, figure) in [("mentee", figures[0]), ("mentor", figures[1])] {
        let fact = |variable: &str, form: Value| fact(&format!("{role}s/{variable}@end/{role}"), form);
        facts.push(fact("answered", open(answered)));
        if answered > 0 {
            facts.push(fact("invited", open(100)));
        }
        facts.extend(form(figure).map(|form| fact("trust", form)));
    }
    facts.sort_by(|one, other| one.key.cmp(&other.key));
    let id = format!("0001-{}", fingerprint(of, true, &facts));
    let of = of.to_owned();
    let date = chrono::NaiveDate::from_ymd_opt(2025, 1, 15).unwrap();
    let release = Release {
        id,
        of,
        date,
        closed: true,
        rules: 3,
        k: 3,
        group: 8,
        as_of: None,
        means: std::collections::BTreeMap::new(),
        held_back: Vec::new(),
        facts,
        file: mentorbook::diag::FileId::NONE,
    };
    release.to_string()
}

fn form(figure: &str) -> Option<Value> {
    let split = |text: &str| {
        let (x, n) = text.split_once('/').unwrap();
        (x.parse::<u32>().unwrap(), n.parse::<u32>().unwrap())
    };
    let share = |text: &str, kind: &str| {
        let (x, n) = split(text);
        json!({ "form": "share", "n": n, "x": { kind: x } })
    };
    Some(match figure {
        "" => return None,
        "few" => json!({ "form": "too-few", "group": 8 }),
        "hidden" => json!({ "form": "not-shown", "why": "few-in-cell" }),
        "mean" => json!({
            "form": "mean", "n": 30, "answered": 20, "low": 1, "high": 5, "tenths": 35, "clamp": "none",
            "sd-half-steps": 4
        }),
        _ => match (figure.strip_prefix("all "), figure.strip_prefix("<="), figure.strip_prefix(">=")) {
            (Some(all), ..) => {
                let (all, gaps) = all.split_once(" gaps ").unwrap_or((all, "0"));
                let ((x, n), gaps) = (split(all), gaps.parse::<u32>().unwrap());
                let cell = |name: &str, count: u32, kind: &str| json!({ "name": name, "count": count, "kind": kind });
                let cells = [
                    cell("yes", x, "lead"),
                    cell("no", n - x - gaps, "other"),
                    cell("not-recorded", gaps, "unrecorded"),
                ];
                json!({ "form": "split", "n": n, "cells": cells })
            }
            (_, Some(fewer), _) => share(fewer, "at-most"),
            (_, _, Some(more)) => share(more, "at-least"),
            _ => share(figure, "exact"),
        },
    })
}

fn page(site: &Site) -> String {
    let mut files = site.build();
    files.remove("learned.html").unwrap_or_default()
}

/// A file without entries is no file.
fn or_none(text: &str) -> String {
    if text.is_empty() { "[]\n".to_owned() } else { text.to_owned() }
}
