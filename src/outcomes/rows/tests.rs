//! Row files of a few lines, and what is found in them: code and the words it points at.

use chrono::NaiveDate;

use crate::check::{Memo, Settings, read};
use crate::diag::{self, Severity};
use crate::source::{Memory, Root, scan};

pub(super) const PROGRAM: &str = "schema: 1\nname: P\nlanguages: [en]\nweeks: 16\ncapacity_per_mentor: 1\nmatching_criteria: [{ id: same-field, kind: field }]\n";
pub(super) const COHORT: &str = "name: C
start: 2026-03-02
end: 2026-06-19
status: closed
extra_columns: [region]
surveys:
- { id: end-mentee, wave: end, role: mentee, invited: 3, link: person }
sessions:
- { id: panel, kind: cohort_call, date: 2026-05-20, at: '17:00' }
";
pub(super) const QUESTIONS: &str = "scales: { agree: { min: 1, max: 5 } }
questions:
- { id: q1, text: A?, role: both, answer: agree }
- { id: q2, text: B?, role: both, answer: yes_no }
";
pub(super) const MATCHES: &str = "match,mentors,mentees,matched_on,planned_end,status,expectations_on,matched_by,criteria,site,track,model,facilitator,rematch_of,continues\n";
pub(super) const ENDINGS: &str = "match,ended_on,initiated_by,reason,procedure,certified\n";

pub(super) fn world(files: &[(&str, &str)]) -> Memory {
    let day = NaiveDate::from_ymd_opt(2026, 12, 1).unwrap();
    let mut world = Memory::new(day)
        .with("program.yaml", PROGRAM)
        .with("questions.yaml", QUESTIONS)
        .with("cohorts/c/cohort.yaml", COHORT);
    for (name, text) in files {
        world.put(Root::Data, &format!("cohorts/c/{name}"), *text);
    }
    world
}

fn judge(world: &Memory) -> Vec<String> {
    let mut sources = scan(world).unwrap();
    let mut found = Vec::new();
    let checked = read(&sources, &Settings::default(), &mut Memo::default(), &mut found);
    assert!(found.is_empty(), "{found:?}");
    super::check(world, &mut sources, &checked.handbook, &mut found).unwrap();
    diag::sort(&mut found);
    let words = |place: diag::Place| {
        sources.get(place.file).and_then(|f| f.text.get(place.span.range())).unwrap_or_default().to_owned()
    };
    let severity = |s: Severity| if s == Severity::Error { "" } else { s.word() };
    let shown = found.iter().filter(|d| d.severity != Severity::Notice && d.code.word != "responses-missing");
    shown.map(|d| format!("{}{}: {}", severity(d.severity), d.code.word, words(d.primary.place))).collect()
}

pub(super) fn found(files: &[(&str, &str)]) -> Vec<String> {
    judge(&world(files))
}

/// A row of matches.csv with what matters here.
pub(super) fn one(
    id: &str,
    mentors: &str,
    mentees: &str,
    dates: &str,
    status: &str,
    rematch_of: &str,
) -> String {
    format!("{id},{mentors},{mentees},{dates},{status},,,,,,,,{rematch_of},\n")
}

#[test]
fn sound_rows_are_silent() {
    let matches = format!("{MATCHES}{}", one("m1", "p1", "p2;p3", "2026-03-09,2026-06-19", "completed", ""));
    let dressed = matches.replace("p2;p3", "\"p2;p3\"").replace(',', ";").replace('\n', "\r\n");
    let endings = format!("{ENDINGS}m1,2026-06-18,scheduled,completed_term,planned_completed,yes\n");
    for matches in [matches.clone(), format!("\u{feff}{dressed}")] {
        let files = [("matches.csv", matches.as_str()), ("endings.csv", &endings)];
        assert_eq!(found(&files), Vec::<String>::new(), "{matches}");
    }
    let yaml =
        "- match: m1\n  mentors: [p1]\n  mentees: [p2, p3]\n  matched_on: 2026-03-09\n  status: completed\n";
    assert_eq!(found(&[("matches.yaml", yaml), ("endings.csv", &endings)]), Vec::<String>::new());
}

#[test]
fn columns() {
    let cases: &[(&str, &str, &[&str])] = &[
        ("endings.csv", "match,ended_on,initiated_by,reason,procedure,certified,region\n", &[]),
        (
            "endings.csv",
            "match,ended_on,initiated_by,reasn,procedure,certified\n",
            // The column is told once, under the name that it has.
            &["rows-unknown-column: reasn"],
        ),
        (
            "endings.csv",
            "Match,Ended on,Initiated by,reason,procedure,certified\n",
            &[
                "rows-unknown-column: Match",
                "rows-unknown-column: Ended on",
                "rows-unknown-column: Initiated by",
            ],
        ),
        // A title, a row in place of the names, a page that somebody saved.
        ("endings.csv", "Endings of autumn\n", &["rows-missing-column: Endings of autumn"]),
        ("endings.csv", "m1,2026-06-18,,,,\n", &["rows-missing-column: m1,2026-06-18,,,,"]),
        // Spreadsheets write out empty columns.
        ("endings.csv", "match,ended_on,initiated_by,reason,procedure,certified,,,\n", &[]),
        (
            "events.csv",
            "match,date,event,person,role,until,reason,,,\nm1,2026-04-01,paused,,,,,,5,\n",
            &["rows-missing-file: ", "rows-unknown-column: "],
        ),
        (
            "endings.csv",
            "match,ended_on,initiated_by,reason,procedure,certified,incident_notes\n",
            &["rows-forbidden-column: incident_notes"],
        ),
        (
            "endings.csv",
            "match,ended_on,initiated_by,reason,procedure,certified,match\n",
            &["rows-unknown-column: match"],
        ),
        ("ending.csv", "match\n", &["warningrows-unknown-file: "]),
        ("endings.csv", "", &["rows-unreadable: "]),
        ("responses-end-mente.csv", "person\n", &["warningrows-unknown-file: "]),
    ];
    for (name, text, expected) in cases {
        assert_eq!(found(&[(name, text)]), *expected, "{text}");
    }
}

#[test]
fn who_joins_is_somebody_in_a_role() {
    let matches = format!("{MATCHES}{}", one("m1", "p1", "p2", "2026-03-09,", "completed", ""));
    for (event, expected) in [
        ("joined,p3,mentor", None),
        ("joined,p3,", Some("rows-value: ")),
        ("joined,,mentor", Some("rows-value: ")),
        ("left,p1,", None),
        ("paused,,", None),
    ] {
        let events = format!("match,date,event,person,role,until,reason\nm1,2026-04-01,{event},,\n");
        let found = found(&[("matches.csv", &matches), ("events.csv", &events)]);
        assert_eq!(found.first().map(String::as_str), expected, "{event}");
    }
}

#[test]
fn cells() {
    let matches = format!("{MATCHES}{}", one("m1", "p1", "p2", "2026-03-09,", "completed", ""));
    let cases: &[(&str, &str)] = &[
        ("m1,2026-6-18,,,,", "rows-value: 2026-6-18"),
        ("m1,2026-06-18,,,,maybe", "rows-value: maybe"),
        ("m1,2206-06-18,,,,", "rows-value: 2206-06-18"),
        ("m1,0026-06-18,,,,", "rows-value: 0026-06-18"),
        ("m1,2026-06-18,mentr,,,", "rows-value: mentr"),
        ("m2,2026-06-18,,,,", "rows-reference: m2"),
        (",2026-06-18,,,,", "rows-value: "),
        ("m1,2025-06-18,,,,", "rows-order: 2025-06-18"),
        ("m1,2026-06-18,,,\nm1,,,,,", "rows-value: m1"),
        ("m1,2026-06-18,,,,\nm1,,,,,", "rows-duplicate: m1"),
    ];
    for (row, expected) in cases {
        let endings = format!("{ENDINGS}{row}\n");
        assert_eq!(found(&[("matches.csv", &matches), ("endings.csv", &endings)]), [*expected], "{row}");
    }
    let files: &[(&str, &str, &[&str])] = &[
        (
            "attendance.csv",
            "session,person,role,status\npanel,p1,mentor,present\nkickoff,p1,mentor,came\n",
            &["rows-reference: kickoff", "rows-value: came"],
        ),
        (
            "contacts.csv",
            "match,date,kind,with,outcome\nm1,2026-03-12,pulse,mentor,\nm1,2026-03-12,group,both,\nm1,2026-03-12,,p2,\n\
             m1,2026-03-12,,p1; mentee,\nm1,2026-03-12,,,\n",
            &[],
        ),
        (
            "contacts.csv",
            "match,date,kind,with,outcome\nm1,2026-03-12,,Mentor,\nm1,2026-03-12,,p3,\nm1,2026-03-12,,p1;both_,\n\
             m1,2026-03-12,,the pair,\n",
            &["rows-value: Mentor", "rows-value: p3", "rows-value: p1;both_", "rows-value: the pair"],
        ),
        (
            "contacts.yaml",
            "- { match: m1, date: 2026-03-12 }\n- { match: m1, date: 2026-03-12, with: [p1, mentee] }\n",
            &[],
        ),
        (
            "meetings.csv",
            "match,month,meetings,minutes\nm1,2026-03,2,-5\nm1,2026-13,,\n",
            &["rows-value: -5", "rows-value: 2026-13"],
        ),
        (
            "applicants.csv",
            "person,role,applied_on,status,status_on\np@x.org,mentor,2026-01-10,eligible,2026-01-02\n",
            &["rows-value: p@x.org", "rows-order: 2026-01-02"],
        ),
        (
            "participants.csv",
            "person,role,language,minor,guardian_consent_on,accommodation,same_as\np1,mentor,,,,,\n",
            &["rows-reference: p2"],
        ),
    ];
    for (name, text, expected) in files {
        assert_eq!(found(&[("matches.csv", &matches), (name, text)]), *expected, "{text}");
    }
}

#[test]
fn matches_among_each_other() {
    let cases: &[(&[String], &[&str])] = &[
        (&[one("m1", "p1", "p1", ",", "completed", "")], &["warningmatch-both-sides: p1"]),
        (&[one("m1", "", "p1", ",", "completed", "")], &["warningmatch-alone: m1"]),
        (&[one("m1", "p1", "p2", ",", "", "")], &["warningstatus-missing: "]),
        (&[one("m1", "p1", "p2", ",", "ended_early", "")], &["warningending-unexplained: ended_early"]),
        (&[one("m1", "p1", "p2", "2026-03-09,2026-03-01", "completed", "")], &["rows-order: 2026-03-01"]),
        (
            &[one("m1", "p1", "p2", ",", "completed", "m2"), one("m2", "p3", "p2", ",", "completed", "m1")],
            &["rematch-cycle: m2", "rematch-cycle: m1"],
        ),
        (&[one("m1", "p1", "p2", ",", "completed", "m9")], &["rows-reference: m9"]),
        (
            &[one("m1", "p1", "p2", ",", "completed", ""), one("m2", "p1", "p3", ",", "completed", "")],
            &["warningmentor-capacity: p1"],
        ),
        (
            &[
                one("m1", "p1", "p2", ",2026-04-01", "completed", ""),
                one("m2", "p1", "p3", "2026-04-02,", "completed", ""),
            ],
            &[],
        ),
    ];
    for (rows, expected) in cases {
        let text = format!("{MATCHES}{}", rows.concat());
        assert_eq!(found(&[("matches.csv", &text)]), *expected, "{text}");
    }
}

#[test]
fn an_ending_fits_the_status_of_its_match() {
    let cases = [
        ("completed,2026-06-18,completed_term", ""),
        ("completed,2026-04-01,goals_met_early", ""),
        ("completed,2026-06-18,declined_to_say", ""),
        ("completed,,", ""),
        ("ended_early,2026-04-01,mismatch", ""),
        ("rematched,2026-04-01,goals_met_early", ""),
        ("proposed,,", ""),
        ("completed,2026-06-18,mismatch", "mismatch"),
        // Of 100 days, 75 and 74.
        ("completed,2026-05-23,completed_term", ""),
        ("completed,2026-05-22,completed_term", "2026-05-22"),
        ("completed,2026-05-22,", "2026-05-22"),
        ("ended_early,2026-04-01,completed_term", "completed_term"),
        ("rematched,2026-04-01,completed_term", "completed_term"),
        ("proposed,2026-04-01,mismatch", "m1"),
    ];
    for (row, told) in cases {
        let [status, day, reason] = row.split(',').collect::<Vec<_>>()[..] else { panic!("{row}") };
        let matches = format!("{MATCHES}{}", one("m1", "p1", "p2", "2026-03-09,2026-06-17", status, ""));
        let endings = format!("{ENDINGS}m1,{day},,{reason},,\n");
        let told: Vec<String> =
            told.split_whitespace().map(|told| format!("warningending-contradiction: {told}")).collect();
        assert_eq!(found(&[("matches.csv", &matches), ("endings.csv", &endings)]), told, "{row}");
    }
}

#[test]
fn a_question_that_the_survey_does_not_list_is_told() {
    let matches = format!("{MATCHES}{}", one("m1", "p1", "p2", "2026-03-09,", "completed", ""));
    let answers = "person,match,answered_on,q1,q2\np2,m1,2026-06-18,5,yes\n";
    for (lists, told) in [("", vec![]), ("questions: [q1, q2]", vec![]), ("questions: [q1]", vec!["q2"])] {
        let mut world = world(&[("matches.csv", &matches), ("responses-end-mentee.csv", answers)]);
        let cohort = COHORT.replace("link: person", &format!("link: person, {lists}"));
        world.put(Root::Content, "cohorts/c/cohort.yaml", cohort);
        let told: Vec<String> =
            told.iter().map(|told| format!("warningresponse-contradiction: {told}")).collect();
        assert_eq!(judge(&world), told, "{lists}");
    }
}

#[test]
fn rows_about_matches_need_matches() {
    let endings = format!("{ENDINGS}m1,2026-06-18,,,,\nm2,,,,,\n");
    let answers = "person,match,answered_on,q1,q2\np2,m1,2026-06-18,5,\n";
    let both = [("endings.csv", endings.as_str()), ("responses-end-mentee.csv", answers)];
    assert_eq!(found(&both), ["rows-missing-file: "]);
    let with = |matches| found(&[both[0], both[1], ("matches.csv", matches)]);
    assert_eq!(with(MATCHES), [format!("rows-missing-file: {}", MATCHES.trim_end())]);
    // A file that cannot be read is told, and nothing of what follows from it.
    for (broken, told) in [("", "rows-unreadable: "), ("Our matches\n", "rows-missing-column: Our matches")] {
        assert_eq!(with(broken), [told]);
    }
    let nobody = "person,match,answered_on,q1,q2\np2,,2026-06-18,5,\n";
    assert_eq!(found(&[("responses-end-mentee.csv", nobody)]), Vec::<String>::new());
}

#[test]
fn what_follows_from_another_row_is_no_error() {
    let sound = one("m1", "p1", "p2", "2026-03-09,", "completed", "");
    let endings = format!("{ENDINGS}m1,2026-06-18,,,,\n");
    let answers = "person,match,answered_on,q1,q2\np2,m1,2026-06-18,5,\n";
    for (row, told) in [
        (sound.replace("2026-03-09", "31/12/2024"), "rows-value: 31/12/2024"),
        (format!("\"{sound}"), "rows-unreadable: \""),
        (format!("\u{feff}{sound}"), "rows-value: \u{feff}m1"),
    ] {
        let matches = format!("{MATCHES}{}{row}", one("m0", "p3", "p4", ",", "completed", ""));
        let files = [
            ("matches.csv", matches.as_str()),
            ("endings.csv", &endings),
            ("responses-end-mentee.csv", answers),
        ];
        assert_eq!(found(&files), [told], "{row}");
        let (_, all) = super::tests_laws::read(&world(&files));
        assert_eq!(all.iter().filter(|one| one.code.word == "rows-waiting").count(), 2, "{row}");
    }
    // The line of names once more, as where two files were put together.
    let twice = format!("{MATCHES}{sound}{MATCHES}");
    assert_eq!(found(&[("matches.csv", &twice), ("endings.csv", &endings)]), ["rows-duplicate: match"]);
}

#[test]
fn the_order_of_columns_and_space_around_cells_change_no_print() {
    let prints = |files: &[(&str, &str)]| {
        let (rows, _) = super::tests_laws::read(&world(files));
        let cohort = rows.cohorts.into_values().next().unwrap();
        cohort.files.into_values().map(|tally| tally.print).collect::<Vec<_>>()
    };
    let matches = format!("{MATCHES}{}", one("m1", "p1", "p2", "2026-03-09,", "completed", ""));
    let endings = [
        "match,ended_on,initiated_by,reason,procedure,certified\nm1,2026-06-18,mentor,,,yes\n",
        "certified;match;region;reason;ended_on;procedure;initiated_by\nyes; m1 ;north;;2026-06-18;;mentor\n",
    ];
    let answers = [
        "person,match,answered_on,q1,q2\np2,m1,2026-06-18,5,yes\n",
        "region,q2,q1,answered_on,person,match\nsouth,yes,5,2026-06-18,p2,m1\n",
    ];
    let [one, other] = [0, 1].map(|i| {
        prints(&[
            ("matches.csv", &matches),
            ("endings.csv", endings[i]),
            ("responses-end-mentee.csv", answers[i]),
        ])
    });
    assert_eq!(one, other);
    let changed = endings[0].replace("mentor", "mentee");
    let files = [
        ("matches.csv", matches.as_str()),
        ("endings.csv", &changed),
        ("responses-end-mentee.csv", answers[0]),
    ];
    assert_ne!(one, prints(&files));
}

#[test]
fn a_cohort_whose_own_file_is_broken_is_told_there_alone() {
    let mut world = world(&[("matches.csv", "nonsense\n")]);
    world.put(Root::Content, "cohorts/c/cohort.yaml", "name: C\nstatus closed\n");
    let mut sources = scan(&world).unwrap();
    let checked = read(&sources, &Settings::default(), &mut Memo::default(), &mut Vec::new());
    let mut found = Vec::new();
    super::check(&world, &mut sources, &checked.handbook, &mut found).unwrap();
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn rows_in_git() {
    let mut world = world(&[]);
    world.tracked_rows = vec!["cohorts/c/matches.csv".to_owned()];
    assert_eq!(judge(&world), ["rows-tracked: "]);
    world.put(Root::Content, "program.yaml", format!("{PROGRAM}fictional: true\n"));
    assert_eq!(judge(&world), Vec::<String>::new());
}

#[test]
fn a_row_left_out_is_told_once_for_all_that_name_it() {
    let matches = format!("{MATCHES}{}", one("m1", "p1", "p2", "2026-03-9,", "completed", ""));
    let endings = format!("{ENDINGS}m1,2026-06-18,,,,\nm7,,,,,\n");
    let world = world(&[("matches.csv", &matches), ("endings.csv", &endings)]);
    let (_, found) = super::tests_laws::read(&world);
    let told: Vec<&str> = found.iter().map(|one| one.message.as_str()).collect();
    assert!(
        told[1..].contains(&"the row of this match in matches.csv is left out, and so this one says nothing")
    );
    assert!(told[1..].contains(&"there is no match `m7`"), "{told:?}");
}
