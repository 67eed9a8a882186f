//! The rules over YAML, on programs of a few lines: what is found, and on which words.

#![allow(clippy::unwrap_used)]

use chrono::NaiveDate;

use super::EditionChoice;
use crate::check::{Memo, Settings, judge, read};
use crate::diag::{self, Severity};
use crate::model::{Audience, Id};
use crate::source::{Memory, scan};

const PROGRAM: &str = "schema: 1\nname: P\nlanguages: [en]\ntimezone: Europe/Madrid\nweeks: 16\n";
const PHASES: &str =
    "[{ id: one, name: One, from_week: 1, to_week: 6 }, { id: two, name: Two, from_week: 7, to_week: 16 }]";
const COHORT: &str = "name: C\nstart: 2026-03-02\nend: 2026-06-19\nstatus: active\n";
const QUESTIONS: &str = "scales: { agree: { min: 1, max: 5 } }
questions:
- { id: q1, text: A?, role: both, answer: agree }
- { id: q2, text: B?, role: mentor, answer: agree }
- { id: q3, text: C?, role: both, answer: nps }
- { id: q4, text: D?, role: both, answer: text }
";
const MEASURE: &str = "[{ id: m, construct: skill, items: [q1], score: { kind: share_at_least, threshold: 4 } }, { id: u, construct: skill, items: [q2, q2] }]";

/// Each finding as `severity code: the words it points at`.
fn found(files: &[(&str, &str)]) -> Vec<String> {
    let mut world = Memory::new(NaiveDate::from_ymd_opt(2026, 6, 1).unwrap()).with("program.yaml", PROGRAM);
    for (path, text) in files {
        match *text {
            "" => world.remove(path),
            text => world.put(crate::source::Root::Content, path, text),
        }
    }
    let sources = scan(&world).unwrap();
    let mut found = Vec::new();
    let checked = read(&sources, &Settings::default(), &mut Memo::default(), &mut found);
    let edition =
        EditionChoice { name: Id::new("public"), audiences: Audience::ALL.to_vec(), private: false };
    judge(&checked, &sources, &edition, &mut found);
    diag::sort(&mut found);
    let words = |place: diag::Place| {
        sources.get(place.file).and_then(|f| f.text.get(place.span.range())).unwrap_or_default().to_owned()
    };
    let severity = |s: Severity| if s == Severity::Error { "" } else { s.word() };
    found
        .iter()
        .filter(|d| d.code.word != "safeguarding-missing")
        .map(|d| format!("{}{}: {}", severity(d.severity), d.code.word, words(d.primary.place)))
        .collect()
}

type Files<'a> = &'a [(&'a str, &'a str)];

fn table(cases: &[(Files, &[&str])]) {
    for (files, expected) in cases {
        assert_eq!(found(files), *expected, "{files:?}");
    }
}

fn program(more: &str) -> String {
    format!("{PROGRAM}{more}\n")
}

fn cohort(more: &str) -> String {
    format!("{COHORT}{more}\n")
}

#[test]
fn a_sound_program_is_silent() {
    let quiet: &[(&str, &str)] = &[
        ("phases.yaml", PHASES),
        ("cohorts/c/cohort.yaml", COHORT),
        (
            "calendar.yaml",
            "[{ id: k, kind: kickoff, week: 1, day: wed, at: '17:30' }, { id: m, kind: match_meeting, week: 3 }]",
        ),
    ];
    assert_eq!(found(quiet), Vec::<String>::new());
}

#[test]
fn program_yaml() {
    let cases: &[(&str, &[&str])] = &[
        (
            "accent: '#0f4f73'\nbase_url: https://handbook.example.org/x/\nlanguages_: 1",
            &["unknown-key: languages_"],
        ),
        ("accent: '#f2a900'", &["accent-colour: '#f2a900'"]),
        ("accent: blue", &["accent-colour: blue"]),
        ("base_url: handbook.example.org", &["web-address: handbook.example.org"]),
        (
            "editions: { public: { audiences: [everyone], private: true }, staff: { private: true } }",
            &["edition-private: true"],
        ),
        ("min_match_weeks: 17\ncapacity_per_mentor: 0", &["program-numbers: 17", "program-numbers: 0"]),
        ("contact: { first_month: 0, counts: [pulse] }", &["program-numbers: 0"]),
        ("contact: { first_month: 1, per_month: 0, counts: [pulse] }", &[]),
        ("population: minor\ndisclosure: { k: 3, group: 12 }", &["disclosure-looser: 3"]),
        ("sites: [{ id: a, name: A, timezone: london }]", &["time-zone: london"]),
        (
            "contacts:\n  - { id: a, role: A }\n  - { id: b, role: B }\n  - { id: a, role: C }",
            &["duplicate-id: a"],
        ),
    ];
    for (more, expected) in cases {
        assert_eq!(found(&[("program.yaml", &program(more))]), *expected, "{more}");
    }
    table(&[
        (&[("program.yaml", "")], &["no-program: "]),
        (
            &[("program.yaml", "schema: 2\nname: P\nlanguages: [english, en, en]\nweeks: 0\n")],
            &["schema-version: 2", "language-tag: english", "language-tag: en", "program-numbers: 0"],
        ),
    ]);
}

#[test]
fn of_a_key_that_the_program_lacks_nothing_follows() {
    let more = "min_match_weeks: 4\neditions: { team: { audiences: [mentor], private: true } }\nsites: [{ id: a, name: A }]\n";
    let cohort = cohort("sites: [a]");
    let quotes = "[{ text: Good., consent: granted, consent_on: 2026-05-01, scope: [team] }]";
    for (key, told) in [
        ("schema: 1\n", "missing-key: name"),
        ("name: P\n", "missing-key: schema"),
        ("weeks: 16\n", "missing-key: schema"),
    ] {
        let program = program(more).replace(key, "");
        let files: &[(&str, &str)] = &[
            ("program.yaml", &program),
            ("phases.yaml", PHASES),
            ("check-ins.yaml", "[{ id: mid, kind: midpoint, when: { week: 9 } }]"),
            ("cohorts/c/cohort.yaml", &cohort),
            ("cohorts/c/quotes.yaml", quotes),
        ];
        assert_eq!(found(files), [told], "{key}");
    }
}

#[test]
fn phases() {
    let cases: &[(&str, &[&str])] = &[
        (
            "- { id: a, name: A, from_week: 1, to_week: 8 }\n- { id: b, name: B, from_week: 8, to_week: 16 }",
            &["phase-overlap: 8"],
        ),
        (
            "- { id: a, name: A, from_week: 2, to_week: 8 }\n- { id: b, name: B, from_week: 10, to_week: 17 }",
            &["phase-gap: 2", "phase-gap: 10", "phase-weeks: 17"],
        ),
        ("- { id: a, name: A, from_week: 9, to_week: 8 }", &["dates-order: 8"]),
        (
            "- { id: a, name: A, from_week: 1, to_week: 8 }\n- { id: a, name: B, from_week: 9, to_week: 16 }",
            &["duplicate-id: a"],
        ),
        ("- { id: a, name: A, from_week: -2147483648, to_week: 2147483647 }", &["phase-weeks: 2147483647"]),
    ];
    for (phases, expected) in cases {
        assert_eq!(found(&[("phases.yaml", phases)]), *expected, "{phases}");
    }
    let own = cohort("phases: [{ use: one, from_week: 1, to_week: 7 }]");
    assert_eq!(found(&[("phases.yaml", PHASES), ("cohorts/c/cohort.yaml", &own)]), ["phase-overlap: 7"]);
}

#[test]
fn calendar_rows() {
    let cases: &[(&str, &[&str])] = &[
        ("[{ id: a, kind: social, at: '10:00' }]", &["calendar-row-week: a"]),
        ("[{ id: a, kind: social, at: '10:00', week: 1, every_weeks: 2 }]", &["calendar-row-week: 2"]),
        ("[{ id: a, kind: social, at: '10:00', week: 1, to_week: 9 }]", &["calendar-row-week: 9"]),
        ("[{ id: a, kind: social, at: '10:00', week: 999999999 }]", &["calendar-row-week: 999999999"]),
        (
            "[{ id: a, kind: social, at: '10:00', every_weeks: 1, to_week: 999999999, from_week: 4 }]",
            &["calendar-row-week: 999999999"],
        ),
        ("[{ id: a, kind: social, week: 2 }]", &["warningsession-without-time: a"]),
        ("[{ id: a, kind: social, week: 20, day: mon, at: '10:00' }]", &["warningsession-outside: 20"]),
        ("[{ id: a, kind: social, week: 20, day: mon, at: '10:00', timing: post_match }]", &[]),
    ];
    for (rows, expected) in cases {
        let got = found(&[("calendar.yaml", rows), ("cohorts/c/cohort.yaml", COHORT)]);
        let got: Vec<_> = got
            .into_iter()
            .filter(|f| !(rows.contains("to_week: 999") && f.starts_with("warning")))
            .collect();
        assert_eq!(got, *expected, "{rows}");
    }
    table(&[(
        &[
            ("check-ins.yaml", "[{ id: mid, kind: midpoint, when: { week: 9 } }]"),
            ("calendar.yaml", "[{ id: a, check_in: mid, week: 10, at: '10:00' }]"),
        ],
        &["warningcheck-in-week: 10"],
    )]);
}

#[test]
fn sessions() {
    let cases: &[(&str, &[&str])] = &[
        ("[{ id: a, kind: social, date: 2026-05-20, week: 11, at: '10:00' }]", &["warningsession-week: 11"]),
        ("[{ id: a, kind: social, date: 2026-08-20, at: '10:00' }]", &["warningsession-outside: 2026-08-20"]),
        ("[{ id: a, kind: social, date: 2025-05-20, at: '10:00' }]", &["warningsession-outside: 2025-05-20"]),
        (
            "[{ id: a, kind: training, date: 2026-02-20, at: '10:00' }, { id: b, kind: training, week: -1, at: '10:00' }]",
            &[],
        ),
        ("[{ id: a, kind: social, date: 2026-05-20 }]", &["warningsession-without-time: a"]),
        (
            "[{ id: a, kind: social, week: 7 }, { id: b, kind: social, title: B, week: 7, status: unknown }]",
            &["warningsession-without-time: a"],
        ),
        ("[{ id: a, kind: match_meeting, date: 2026-05-20 }]", &[]),
        (
            "[{ id: a, kind: social, title: A, date: 2026-05-20, at: '10:00' }, { id: b, kind: social, title: B, date: 2026-05-20, at: '10:00' }]",
            &["warningsession-listed-twice: b"],
        ),
        (
            "[{ id: a, kind: social, title: A, date: 2026-05-20, at: '10:00', group: x }, { id: b, kind: social, title: B, date: 2026-05-20, at: '10:00', group: y }]",
            &[],
        ),
        (
            "[{ id: a, kind: social, title: A, date: 2026-05-20, at: '10:00' }, { id: b, kind: social, title: a, week: 12, status: unknown }]",
            &["warningsession-listed-twice: b"],
        ),
        (
            "[{ id: a, kind: social, title: A, date: 2026-05-20, at: '10:00' }, { id: a, kind: social, title: B, date: 2026-05-21, at: '10:00' }]",
            &["duplicate-id: a"],
        ),
    ];
    for (sessions, expected) in cases {
        let own = cohort(&format!("sessions: {sessions}"));
        assert_eq!(found(&[("cohorts/c/cohort.yaml", &own)]), *expected, "{sessions}");
    }
}

#[test]
fn cohorts() {
    let features = program(
        "features: [{ id: hours, name: H, kind: number }, { id: on, name: O, kind: choice, choices: [skills, field] }]",
    );
    let cases: &[(&str, &[&str])] = &[
        ("features: { hours: 8, on: field }", &[]),
        ("features: { hours: eight, on: skill }", &["feature-value: eight", "feature-value: skill"]),
        ("holidays: [{ from: 2026-04-04, to: 2026-04-01, name: H }]", &["dates-order: 2026-04-01"]),
        ("surveys: [{ id: s, wave: end, role: mentee, closes: 2025-12-11 }]", &["dates-order: 2025-12-11"]),
        ("surveys: [{ id: s, wave: baseline, role: mentee, closes: 2026-02-27 }]", &[]),
    ];
    for (more, expected) in cases {
        let own = cohort(more);
        assert_eq!(
            found(&[("program.yaml", &features), ("cohorts/c/cohort.yaml", &own)]),
            *expected,
            "{more}"
        );
    }
    let wrong = COHORT.replace("end: 2026-06-19", "end: 2025-06-19");
    assert_eq!(found(&[("cohorts/c/cohort.yaml", &wrong)]), ["dates-order: 2025-06-19"]);
}

#[test]
fn questions_and_measures() {
    let used = "[{ id: m, construct: skill, items: [q1, q2, { question: q3 }] }, { id: t, construct: skill, items: [q4], score: { kind: mean } }]";
    let cases: &[(&str, &str, &[&str])] = &[
        (QUESTIONS, used, &["measure-items: q3", "measure-score: mean"]),
        (
            QUESTIONS,
            MEASURE,
            &["measure-items: q2", "warningquestion-unused: q3", "warningquestion-unused: q4"],
        ),
        (
            "scales: { s: { min: 5, max: 1 }, t: { min: 1, max: 3, labels: { 4: Far } } }",
            "[]",
            &["scale-range: 1", "scale-range: 4"],
        ),
        (
            "scales: { a: { min: 1, max: 5 } }\nquestions: [{ id: q, text: A?, role: mentor, answer: a }]",
            "[{ id: m, construct: skill, items: [q], roles: [mentee], score: { kind: mean } }]",
            &["measure-items: q"],
        ),
        (
            "scales: { a: { min: 1, max: 5 } }\nquestions: [{ id: q, text: A?, role: mentor, answer: a }]",
            "[{ id: completion, construct: skill, items: [q], score: { kind: share_at_least, threshold: 6 } }]",
            &["measure-score: 6", "duplicate-id: completion"],
        ),
    ];
    for (questions, measures, expected) in cases {
        let mut got = found(&[("questions.yaml", questions), ("measures.yaml", measures)]);
        let mut expected = expected.to_vec();
        got.sort();
        expected.sort_unstable();
        assert_eq!(got, expected, "{measures}");
    }
}

#[test]
fn results() {
    let questions =
        "scales: { agree: { min: 1, max: 5 } }\nquestions: [{ id: q1, text: A?, role: both, answer: agree }]";
    let measures = "[{ id: m, construct: skill, items: [q1], score: { kind: mean } }]";
    let cases: &[(&str, &[&str])] = &[
        ("n: 23, counts: { 5: 14, 4: 9 }", &[]),
        ("n: 23, counts: { 5: 14, 4: 10 }", &["results-counts: { 5: 14, 4: 10 }"]),
        ("n: 23, counts: { 5: 24 }", &["results-counts: 24"]),
        ("n: 23, counts: { 5: 14, 6: 9 }", &["results-value: 6"]),
        ("n: 23, invited: 20, mean: 5.5, sd: 1", &["results-counts: 23", "results-value: 5.5"]),
        ("n: 23, count: 4, of: 0", &["results-counts: 4", "results-zero: 0"]),
        ("n: 23, mean: 4.1", &["results-form: m"]),
        ("n: 23", &["results-form: m"]),
        ("n: 23, mean: 4, sd: 1, count: 12, of: 23", &["results-form: m"]),
        ("n: 23, mean: 4, sd: 1", &[]),
    ];
    for (row, expected) in cases {
        let results = format!("- {{ measure: m, {row} }}\n");
        let files: &[(&str, &str)] = &[
            ("questions.yaml", questions),
            ("measures.yaml", measures),
            ("cohorts/c/cohort.yaml", COHORT),
            ("cohorts/c/results.yaml", &results),
        ];
        let mut got = found(files);
        got.sort();
        assert_eq!(got, *expected, "{row}");
    }
}

/// A result of one cohort and what another of the same months tells of the same measure may be of the same people.
#[test]
fn results_beside_another_cohort() {
    let questions =
        "scales: { agree: { min: 1, max: 5 } }\nquestions: [{ id: q1, text: A?, role: both, answer: agree }]";
    let measures = "[{ id: m, construct: skill, items: [q1], score: { kind: mean } }, { id: other, construct: skill, items: [], score: { kind: mean } }]";
    let row = "- { measure: m, wave: end, role: mentee, n: 40, count: 20, of: 40 }\n";
    let other = "name: D\nstart: 2026-04-01\nend: 2026-09-30\nstatus: active\n";
    let survey = |more: &str| format!("{other}surveys: [{{ id: s, {more} }}]\n");
    let asks = survey("wave: end, role: mentee, questions: [q1]");
    let told = ["warningresults-overlap: m"];
    for (cohort, results, expected) in [
        (asks.clone(), "", &told[..]),
        (survey("wave: end, role: both, questions: [q1]"), "", &told),
        (survey("wave: end, role: mentor, questions: [q1]"), "", &[]),
        (survey("wave: baseline, role: mentee, questions: [q1]"), "", &[]),
        (survey("wave: end, role: mentee, questions: []"), "", &[]),
        (other.to_owned(), row, &told),
        (other.to_owned(), &row.replace("end", "baseline"), &[]),
        (other.to_owned(), &row.replace("measure: m", "measure: other"), &[]),
        (asks.replace("2026-04-01", "2026-06-19"), "", &told),
        (asks.replace("2026-04-01", "2026-06-20"), "", &[]),
        (asks.replace("2026-04-01", "2025-10-01").replace("2026-09-30", "2026-03-02"), "", &told),
        (asks.replace("2026-04-01", "2025-10-01").replace("2026-09-30", "2026-03-01"), "", &[]),
    ] {
        let mut files = vec![
            ("questions.yaml", questions),
            ("measures.yaml", measures),
            ("cohorts/c/cohort.yaml", COHORT),
            ("cohorts/c/results.yaml", row),
            ("cohorts/d/cohort.yaml", &cohort),
        ];
        files.extend((!results.is_empty()).then_some(("cohorts/d/results.yaml", results)));
        assert_eq!(found(&files), expected, "{cohort}{results}");
    }
}

#[test]
fn contacts_can_be_reached() {
    let with = |emergency: &str, phone: &str, email: &str| {
        program(&format!(
            "emergency: {emergency}\ncontacts: [{{ id: desk, role: Desk, phone: {phone}, email: {email} }}]\n"
        ))
    };
    let good = with("\"112\"", "+34 (0) 91-22.33", "a.b+c@x.example.org");
    table(&[(&[("program.yaml", &good)], &[])]);
    for (emergency, phone, email, wrong) in [
        ("“112”", "'112'", "a@b.org", "contact-form: “112”"),
        ("call 112 or 061", "'112'", "a@b.org", "contact-form: call 112 or 061"),
        ("\"\"", "'112'", "a@b.org", "contact-form: \"\""),
        ("'112'", "ask Ana", "a@b.org", "contact-form: ask Ana"),
        ("'112'", "'112'", "hello at b.org", "contact-form: hello at b.org"),
        ("'112'", "'112'", "mailto:a@b.org", "contact-form: mailto:a@b.org"),
        ("'112'", "'112'", "Ana <a@b.org>", "contact-form: Ana <a@b.org>"),
        ("'112'", "+34 600 000 000", "a@b.org", "warningplaceholder: +34 600 000 000"),
    ] {
        let text = with(emergency, phone, email);
        table(&[(&[("program.yaml", &text)], &[wrong])]);
    }
}

#[test]
fn consent() {
    let cases: &[(&str, &[&str])] = &[
        ("consent: granted, consent_on: 2026-05-01, expires: 2027-05-01", &[]),
        ("consent: granted, consent_on: 2026-05-01, expires: 2026-05-31", &["quote-consent: 2026-05-31"]),
        ("consent: granted, consent_on: 2026-06-02", &["quote-consent: 2026-06-02"]),
        ("consent: withdrawn, consent_on: 2026-05-01", &["quote-consent: withdrawn"]),
        ("consent: denied", &["quote-consent: denied"]),
        ("consent: granted", &["quote-consent: granted"]),
    ];
    for (row, expected) in cases {
        let quotes = format!("- {{ text: Good., {row} }}\n");
        let files: &[(&str, &str)] = &[("cohorts/c/cohort.yaml", COHORT), ("cohorts/c/quotes.yaml", &quotes)];
        assert_eq!(found(files), *expected, "{row}");
    }
}
