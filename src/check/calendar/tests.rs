//! Cohorts of a few lines, and the sessions that come of them.

use chrono::NaiveDate;

use crate::check::Session;
use crate::diag::{Diagnostic, FileId};
use crate::model::{CalendarRow, CheckIn, CohortFile, Cx, Decode, Id, Phase, Program, SessionStatus};

fn read<T: Decode>(yaml: &str) -> T {
    let mut found = Vec::new();
    let node = crate::parse::yaml::parse(FileId(0), yaml, &mut found).unwrap();
    let mut cx = Cx::new(FileId(0));
    let value = T::decode(&node, &mut cx).unwrap();
    assert!(found.is_empty() && cx.found.is_empty(), "{found:?} {:?}", cx.found);
    value
}

const CALENDAR: &str = "
- { id: orientation, kind: orientation, timing: pre_match, week: 0, day: thu, at: '17:00' }
- { id: peer, kind: peer_meeting, title: Peers, audience: [mentor], every_weeks: 4, from_week: 3, day: wed, at: '12:30', minutes: 60 }
- { id: midpoint-hour, check_in: midpoint, day: thu, at: '17:00' }
- { id: meet, kind: match_meeting, week: 5 }
";
const CHECK_INS: &str = "
- { id: informal, kind: informal, when: { week: 2 } }
- { id: midpoint, name: Midpoint, kind: midpoint, when: { week: 9 }, by: facilitator, minutes: 50 }
- { id: redesign, kind: phase_transition, when: { phase_end: one } }
- { id: pulse, kind: monitoring, when: { every_weeks: 4 } }
";

fn compile(cohort: &str) -> (Vec<Session>, Vec<Diagnostic>, i32) {
    let program: Program = read(
        "{ schema: 1, name: P, weeks: 16, languages: [en], timezone: Europe/Madrid, sites: [{ id: leeds, name: Leeds, timezone: Europe/London }] }",
    );
    let phases: Vec<Phase> = read(
        "[{ id: one, name: One, from_week: 1, to_week: 6 }, { id: two, name: Two, from_week: 7, to_week: 16 }]",
    );
    let calendar: Vec<CalendarRow> = read(CALENDAR);
    let check_ins: Vec<CheckIn> = read(CHECK_INS);
    let cohort: CohortFile = read(&format!("name: C\nstart: 2026-03-04\nstatus: active\n{cohort}"));
    let mut found = Vec::new();
    let (sessions, _, weeks) =
        super::compile(&program, &calendar, &check_ins, &phases, &Id::new("c"), &cohort, &mut found);
    (sessions, found, weeks)
}

fn day(session: &Session) -> String {
    session.date.map_or_else(|| format!("week {}", session.week.unwrap_or(0)), |d| d.to_string())
}

fn shown(sessions: &[Session]) -> Vec<String> {
    sessions.iter().map(|s| format!("{} {}{}", s.id, day(s), if s.skipped { " out" } else { "" })).collect()
}

#[test]
fn a_plain_cohort() {
    let (sessions, found, weeks) = compile("");
    assert!(found.is_empty(), "{found:?}");
    assert_eq!(weeks, 16);
    let expected = [
        "orientation 2026-02-26",
        "peer-1 2026-03-18",
        "peer-2 2026-04-15",
        "midpoint-hour 2026-04-30",
        "peer-3 2026-05-13",
        "peer-4 2026-06-10",
        "meet week 5",
        "redesign week 6",
    ];
    assert_eq!(shown(&sessions), expected);
    let midpoint = sessions.iter().find(|s| s.id.as_str() == "midpoint-hour").unwrap();
    assert_eq!((midpoint.title.get("en", "en"), midpoint.minutes), ("Midpoint", Some(50)));
    assert_eq!(midpoint.audience.len(), 3, "both people and the facilitator");
    assert_eq!(midpoint.starts.unwrap().to_utc().to_rfc3339(), "2026-04-30T15:00:00+00:00");
    assert!(sessions.iter().all(|s| s.status == SessionStatus::Unknown && !s.audience.is_empty()));
}

#[test]
fn changes_and_holidays() {
    let cases: [(&str, &str, &[&str]); 11] = [
        ("sessions: [{ use: peer, date: 2026-04-15, move_to: 2026-04-22 }]", "peer-2 2026-04-22", &[]),
        ("sessions: [{ use: peer, date: 2026-04-15, skip: true }]", "peer-2 2026-04-15 out", &[]),
        (
            "sessions: [{ use: peer, date: 2026-04-16, skip: true }]",
            "peer-2 2026-04-15",
            &["no-such-session"],
        ),
        ("sessions: [{ use: peer, skip: true }]", "peer-2 2026-04-15", &["no-such-session"]),
        ("sessions: [{ use: meet, date: 2026-04-03 }]", "meet 2026-04-03", &[]),
        ("sessions: [{ use: meet, week: 5, id: lunch, date: 2026-04-03 }]", "lunch 2026-04-03", &[]),
        (
            "sessions: [{ use: meet, date: 2026-04-03 }, { use: meet, skip: yes }]",
            "meet 2026-04-03",
            &["session-changed-twice"],
        ),
        (
            "holidays: [{ from: 2026-04-13, to: 2026-04-17, name: Easter }]",
            "peer-2 2026-04-15 out",
            &["session-on-holiday"],
        ),
        (
            "holidays: [{ from: 2026-04-13, to: 2026-04-17, name: Easter }]\nsessions: [{ use: peer, date: 2026-04-15, move_to: 2026-04-22 }]",
            "peer-2 2026-04-22",
            &[],
        ),
        (
            "holidays: [{ from: 2026-03-30, to: 2026-04-03, name: Easter }]",
            "meet week 5 out",
            &["session-on-holiday"],
        ),
        ("phases: [{ use: one, from_week: 1, to_week: 4 }]", "redesign week 4", &[]),
    ];
    for (cohort, expected, codes) in cases {
        let (sessions, found, _) = compile(cohort);
        assert!(shown(&sessions).iter().any(|s| s == expected), "{cohort}: {:?}", shown(&sessions));
        assert_eq!(found.iter().map(|d| d.code.word).collect::<Vec<_>>(), codes, "{cohort}");
    }
}

#[test]
fn a_wrong_date_names_the_nearest() {
    let (_, found, _) = compile("sessions: [{ use: peer, date: 2026-04-16, skip: true }]");
    let help = found[0].help.clone().unwrap();
    assert!(help.contains("2026-03-18, 2026-04-15, 2026-05-13"), "{help}");
}

#[test]
fn sessions_of_its_own() {
    let (sessions, found, _) = compile(
        "data_as_of: 2026-05-01
sessions:
  - { id: panel, kind: cohort_call, title: Panel, date: 2026-05-20, at: '17:00', week: 12, site: leeds }
  - { kind: social, date: 2026-03-29, at: '02:30' }
  - { kind: social, week: 7, check_in: redesign }
  - { id: nothing }",
    );
    let codes: Vec<_> = found.iter().map(|d| d.code.word).collect();
    assert_eq!(codes, ["session-incomplete", "clock-change"]);
    let get = |id: &str| sessions.iter().find(|s| s.id.as_str() == id).unwrap();
    assert_eq!(get("panel").starts.unwrap().to_utc().to_rfc3339(), "2026-05-20T16:00:00+00:00");
    assert_eq!(get("panel").status, SessionStatus::Planned, "after the day of the data");
    assert_eq!(get("social-2026-03-29").week, Some(4));
    assert_eq!(get("social-week-7").title.get("en", "en"), "Redesign");
    assert!(!sessions.iter().any(|s| s.id.as_str() == "redesign"), "the cohort schedules it itself");
}

#[test]
fn weeks_that_count_from_each_match_have_no_dates() {
    let (sessions, found, weeks) = compile("end: 2027-03-04\nintake: rolling\nclock: match");
    assert!(found.is_empty());
    assert_eq!(weeks, 16);
    let dated: Vec<_> = sessions.iter().filter(|s| s.date.is_some()).map(|s| s.id.as_str()).collect();
    assert_eq!(dated, ["orientation"]);
    assert!(sessions.iter().any(|s| s.id.as_str() == "peer-4" && s.week == Some(15)));
}

#[test]
fn absurd_numbers_are_survived() {
    let (sessions, _, weeks) = compile("end: 9999-12-31");
    assert_eq!(weeks, 1040);
    assert!(sessions.len() < 300);
    let far = NaiveDate::MAX;
    assert!(super::weeks::week_of(far, NaiveDate::MIN) < 0);
}
