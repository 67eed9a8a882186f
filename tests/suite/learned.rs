//! What we learned: each verdict at both sides of its borders, and every honest form of the page.

use mentorbook::outcomes::disclose::{Fact, FactKey};
use mentorbook::outcomes::{Release, fingerprint};
use serde_json::{Value, json};

use crate::site::Site;

/// A site of two cohorts and one change between them.
struct Case {
    /// What it is about.
    name: &'static str,
    /// The figures of the mentees before and after; a second pair is of the mentors.
    /// `5/11` is a share, `all 5/11` a full split, `<=3/11` and `>=9/12` are coded.
    figures: [&'static str; 4],
    /// How many of 100 answered, before and after.
    answered: [u32; 2],
    /// Lines added to the question, the measure and the change's target.
    question: &'static str,
    measure: &'static str,
    target: &'static str,
    /// What the page says.
    says: &'static [&'static str],
    /// What it does not.
    never: &'static [&'static str],
}

const PLAIN: Case = Case {
    name: "",
    figures: ["all 16/30", "all 24/30", "", ""],
    answered: [80, 80],
    question: "",
    measure: "",
    target: "",
    says: &[],
    never: &[],
};

const INTENDED: &str = "Moved as intended</p>";
const UNCLEAR: &str = "No clear movement</p>";
const OTHER: &str = "Moved the other way</p>";
const LITTLE: &str = "Too little data</p>";
const NOT_RECORDED: &str = "“no” and “not recorded” stand together";

#[test]
fn verdicts() {
    let cases = [
        Case {
            name: "the range begins above no difference",
            says: &[INTENDED, "24 of 30 in After, 16 of 30 in Before: 27 points higher, 3 to 47."],
            never: &["60%", "stand together", "can be judged"],
            ..PLAIN
        },
        Case {
            name: "one person fewer",
            figures: ["all 16/30", "all 23/30", "", ""],
            says: &[UNCLEAR, "cannot be told apart, from one point lower to 44 higher."],
            ..PLAIN
        },
        Case {
            name: "the range ends below no difference",
            figures: ["all 24/30", "all 16/30", "", ""],
            says: &[OTHER, "27 points lower, 3 to 47."],
            ..PLAIN
        },
        Case {
            name: "one person more",
            figures: ["all 23/30", "all 16/30", "", ""],
            says: &[UNCLEAR],
            ..PLAIN
        },
        Case {
            name: "lower was hoped for",
            figures: ["all 24/30", "all 16/30", "", ""],
            target: "direction: down",
            says: &[INTENDED, "Meant to go down"],
            ..PLAIN
        },
        Case {
            name: "yes is bad, and there are more of it",
            question: "answer: yes_no",
            measure: "better: lower",
            says: &[OTHER, "Meant to get better"],
            ..PLAIN
        },
        Case {
            name: "a favourable share of a score counts what is better, also where lower is",
            measure: "better: lower\n  score: { kind: share_at_least, threshold: 2 }",
            says: &[INTENDED],
            ..PLAIN
        },
        Case {
            name: "coded before",
            figures: ["<=3/30", "all 24/30", "", ""],
            says: &[LITTLE, "Not told exactly", "24 of 30 in After, 3 or fewer of 30 in Before"],
            never: &["points higher"],
            ..PLAIN
        },
        Case {
            name: "coded after",
            figures: ["all 16/30", ">=27/30", "", ""],
            says: &[LITTLE, "27 or more of 30 in After"],
            ..PLAIN
        },
        Case {
            name: "below the group",
            figures: ["few", "all 24/30", "", ""],
            says: &[LITTLE, "Too few people in one of the two: Mentees, at the end."],
            ..PLAIN
        },
        Case {
            name: "not shown",
            figures: ["all 16/30", "hidden", "", ""],
            says: &[LITTLE, "Not shown for one of the two: Mentees, at the end."],
            ..PLAIN
        },
        Case {
            name: "a mean",
            figures: ["all 16/30", "mean", "", ""],
            says: &[LITTLE, "Told as a mean"],
            ..PLAIN
        },
        Case {
            name: "told of one of the two",
            figures: ["", "all 24/30", "", ""],
            says: &[LITTLE, "Told of one of the two only: Mentees, at the end."],
            ..PLAIN
        },
        Case {
            name: "39 of 100 answered",
            answered: [39, 80],
            says: &[LITTLE, "Fewer than 40% answered in one of the two"],
            ..PLAIN
        },
        Case {
            name: "40 of 100 answered",
            answered: [40, 59],
            says: &[INTENDED, "Fewer than 60% answered in Before and After"],
            ..PLAIN
        },
        Case {
            name: "60 of 100 answered",
            answered: [60, 60],
            says: &[INTENDED],
            never: &["Fewer than 60% answered in"],
            ..PLAIN
        },
        Case {
            name: "nobody knows how many were asked",
            answered: [80, 0],
            says: &[LITTLE, "How many were asked is not on record"],
            ..PLAIN
        },
        Case {
            name: "reworded on the day of the first survey",
            question: "history: [{ until: 2023-12-01, text: Old words }]",
            says: &[LITTLE, "Asked in other words"],
            ..PLAIN
        },
        Case {
            name: "reworded before the first survey",
            question: "history: [{ until: 2023-11-30, text: Old words }]",
            says: &[INTENDED],
            ..PLAIN
        },
        Case {
            name: "reworded on the day of the last survey",
            question: "history: [{ until: 2024-12-01, text: Old words }]",
            says: &[INTENDED],
            ..PLAIN
        },
        Case {
            name: "no and not recorded stand together",
            figures: ["16/30", "all 24/30", "", ""],
            says: &[INTENDED, "In Before, “no” and “not recorded” stand together"],
            ..PLAIN
        },
        Case {
            name: "both roles",
            figures: ["all 16/30", "all 24/30", "all 16/30", "all 24/30"],
            says: &[INTENDED, "Mentees, at the end</p>", "Mentors, at the end</p>"],
            never: &[NOT_RECORDED, "can be judged"],
            ..PLAIN
        },
        Case {
            name: "one role, and of the other one cannot tell",
            figures: ["all 16/30", "all 24/30", "all 16/30", "all 17/30"],
            says: &[UNCLEAR],
            ..PLAIN
        },
        Case {
            name: "the roles part ways",
            figures: ["all 16/30", "all 24/30", "all 24/30", "all 16/30"],
            says: &[UNCLEAR, "points higher", "points lower"],
            ..PLAIN
        },
        Case {
            name: "one role the other way, and of the other one cannot tell",
            figures: ["all 16/30", "all 17/30", "all 24/30", "all 16/30"],
            says: &[OTHER],
            ..PLAIN
        },
        Case {
            name: "one role, and the other holds too little",
            figures: ["all 16/30", "all 24/30", "<=3/30", "all 16/30"],
            says: &[INTENDED, "Only one of 2 figures can be judged"],
            ..PLAIN
        },
        Case {
            name: "the value is reached",
            target: "at_least: 0.8",
            says: &[INTENDED, "Hoped for 80% or more: reached."],
            ..PLAIN
        },
        Case {
            name: "the value is not reached",
            target: "at_least: 0.81",
            says: &[INTENDED, "Hoped for 81% or more: not reached."],
            ..PLAIN
        },
    ];
    for case in cases {
        let page = page(&case.site());
        for said in case.says {
            assert!(page.contains(said), "{}: {said:?} is not on the page\n{page}", case.name);
        }
        for never in case.never {
            assert!(!page.contains(never), "{}: {never:?} is on the page\n{page}", case.name);
        }
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
            &[
                "Phases: keep.",
                "To be looked at again by 1 April 2026.",
                "Next review <strong>April 2026</strong>",
            ],
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
            .with("cohorts/before/published.yaml", release(self.answered[0], [before, mentors_before]))
            .with("cohorts/after/published.yaml", release(self.answered[1], [after, mentors_after]))
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
fn release(answered: u32, figures: [&str; 2]) -> String {
    let mut facts = Vec::new();
    for (role, figure) in [("mentee", figures[0]), ("mentor", figures[1])] {
        let fact = |variable: &str, form: Value| {
            let key: FactKey = format!("{role}s/{variable}@end/{role}").parse().unwrap();
            let mut all = json!({ "key": key, "class": "ordinary" });
            all.as_object_mut().unwrap().extend(form.as_object().unwrap().clone());
            serde_json::from_value::<Fact>(all).unwrap()
        };
        let open = |value: u32| json!({ "form": "open", "value": value });
        facts.push(fact("answered", open(answered)));
        if answered > 0 {
            facts.push(fact("invited", open(100)));
        }
        facts.extend(form(figure).map(|form| fact("trust", form)));
    }
    facts.sort_by(|one, other| one.key.cmp(&other.key));
    let id = format!("0001-{}", fingerprint(&facts));
    let date = chrono::NaiveDate::from_ymd_opt(2025, 1, 15).unwrap();
    let release = Release {
        id,
        date,
        closed: true,
        k: 3,
        group: 8,
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
                let (x, n) = split(all);
                let cell = |name: &str, count: u32, kind: &str| json!({ "name": name, "count": count, "kind": kind });
                let cells = [
                    cell("yes", x, "lead"),
                    cell("no", n - x, "other"),
                    cell("not-recorded", 0, "unrecorded"),
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
