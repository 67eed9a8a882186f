//! Answers to surveys: which files a cohort has, and which rows of a person count.

use super::tests::{COHORT, MATCHES, found, one, world};
use crate::source::{Memory, Root};

#[test]
fn responses() {
    let matches = format!("{MATCHES}{}", one("m1", "p1", "p2;p3", "2026-03-09,", "completed", ""));
    let cases: &[(&str, &[&str])] = &[
        ("p2,m1,2026-06-18,5,yes\np3,m1,,,\n", &[]),
        ("p2,m1,2026-06-18,7,yes\n", &["warningrows-scale: 7"]),
        ("p2,m9,2026-06-18,5,\n", &["warningresponse-unknown-match: m9"]),
        ("p1,m1,2026-06-18,5,\n", &["warningresponse-contradiction: p1"]),
        ("p2,m1,2026-03-03,5,\n", &["warningresponse-contradiction: 2026-03-03"]),
        ("p2,m1,2026-06-18,5,\np2,m1,2026-06-19,4,\n", &["rows-duplicate: p2"]),
        ("p2,m1,2026-06-18,,\np2,m1,2026-06-19,4,\n", &["rows-duplicate: p2"]),
        ("p2,m1,2026-06-18,5,\np2,,,,\n", &[]),
        ("p2,,,5,\np3,,,5,\np4,,,5,\np5,,,5,\n", &["responses-invited: person,match,answered_on,q1,q2"]),
        ("p2,,,5,\np3,,,,\np4,,,,\n,,,,\n", &[]),
        ("p2,,,5,\np3,,,,\np4,,,,\np5,,,,\n", &["responses-invited: person,match,answered_on,q1,q2"]),
        ("p2,m1,,5,\np2,,,,\np3,,,,\np4,,,,\n", &[]),
    ];
    for (rows, expected) in cases {
        let text = format!("person,match,answered_on,q1,q2\n{rows}");
        assert_eq!(
            found(&[("matches.csv", &matches), ("responses-end-mentee.csv", &text)]),
            *expected,
            "{rows}"
        );
    }
    let missing = found(&[("responses-end-mentee.csv", "match,answered_on,q1,q3\n")]);
    assert_eq!(missing, ["rows-missing-column: match,answered_on,q1,q3", "rows-unknown-column: q3"]);
}

#[test]
fn a_survey_of_a_closed_cohort_has_answers() {
    let told = |world: &Memory| {
        let (_, found) = super::tests_laws::read(world);
        found.iter().filter(|one| one.code.word == "responses-missing").count()
    };
    assert_eq!(told(&world(&[("matches.csv", MATCHES)])), 1);
    assert_eq!(told(&world(&[("responses-end-mentee.csv", "person,match,answered_on,q1,q2\n")])), 0);
    // A file with a fault is told for itself, and of a cohort without rows nothing is known.
    assert_eq!(told(&world(&[("responses-end-mentee.csv", "")])), 0);
    assert_eq!(told(&world(&[])), 0);
    let mut running = world(&[("matches.csv", MATCHES)]);
    running.put(Root::Content, "cohorts/c/cohort.yaml", COHORT.replace("closed", "active"));
    assert_eq!(told(&running), 0);
}

#[test]
fn somebody_who_answers_twice() {
    let people = "person,role,language,minor,guardian_consent_on,accommodation,same_as
p1,mentor,,,,,
p2,mentee,,,,,
p3,mentee,,,,,p2
p4,mentee,,,,,p3
p5,mentee,,,,,p9
";
    let matches = format!(
        "{MATCHES}{}{}",
        one("m1", "p1", "p2;p3", ",", "completed", ""),
        one("m2", "p1", "p4;p5", "2026-05-02,", "proposed", "")
    );
    let nobody = "rows-reference: p9";
    let cases: &[(&str, &[&str], (u32, u32))] = &[
        ("p2,m1,2026-06-18,5,\np5,m2,2026-06-18,5,\n", &[], (2, 0)),
        // The earliest counts, whatever the order of the file.
        ("p2,m1,2026-06-18,5,\np3,m1,2026-06-10,4,\n", &["warningresponse-twice: p2"], (1, 1)),
        ("p2,m1,2026-06-18,5,\np4,m2,2026-06-19,4,\n", &["warningresponse-twice: p4"], (1, 1)),
        (
            "p5,m1,,5,\np5,m2,,4,\n",
            &["warningresponse-contradiction: p5", "warningresponse-twice: p5"],
            (1, 1),
        ),
        // Without an answer it takes nothing from the other row.
        ("p2,m1,2026-06-18,5,\np3,m1,,,\n", &[], (2, 0)),
    ];
    for (rows, expected, (used, reported)) in cases {
        let text = format!("person,match,answered_on,q1,q2\n{rows}");
        let files = [
            ("participants.csv", people),
            ("matches.csv", matches.as_str()),
            ("responses-end-mentee.csv", text.as_str()),
        ];
        let told: Vec<String> = found(&files)
            .into_iter()
            .filter(|one| *one != nobody && !one.starts_with("warningmentor"))
            .collect();
        assert_eq!(told, *expected, "{rows}");
        assert!(found(&files).contains(&nobody.to_owned()));
        let (rows, _) = super::tests_laws::read(&world(&files));
        let cohort = rows.cohorts.values().next().unwrap();
        let tally = cohort.files["responses-end-mentee"];
        assert_eq!((tally.used, tally.reported), (*used, *reported), "{text}");
        let answers = &cohort.answers[0];
        assert_eq!(answers.rows.len(), *used as usize);
        assert!(answers.questions.values().all(|column| column.len() == *used as usize));
    }
}
