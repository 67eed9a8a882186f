//! The trace itself: each published figure of Autumn 2024, and what stands beside the figures on its page.

use std::collections::BTreeSet;

use super::rows::{Row, Rows, days, parts};

/// A figure: which rows it counts, what that comes to, and what is printed of it.
pub(super) struct Line {
    pub(super) key: &'static str,
    pub(super) rows: &'static str,
    pub(super) counted: &'static [usize],
    pub(super) printed: &'static str,
    pub(super) count: fn(&Rows) -> Vec<usize>,
}

const PLANNED: &[&str] = &["completed_term"];
const COMPLETED: &[&str] = &["completed_term", "goals_met_early"];
const CIRCUMSTANCES: &[&str] =
    &["life_change_mentee", "life_change_mentor", "life_change", "withdrew_on_request"];
const RELATIONSHIP: &[&str] =
    &["mismatch", "mentee_unresponsive", "gradual_dissolution", "unmet_expectations"];
const EARLY: &[&str] = &[
    "life_change_mentee",
    "life_change_mentor",
    "life_change",
    "withdrew_on_request",
    "mismatch",
    "mentee_unresponsive",
    "gradual_dissolution",
    "unmet_expectations",
];
const BELONGING: &[&str] = &["belong-1", "belong-2", "belong-3"];
const SKILL: &[&str] = &["skill-1", "skill-2"];

/// The quarter of its planned days in which a match ended. None of the nine was ever paused.
fn quarter(rows: &Rows, one: &Row) -> usize {
    let length = 4 * days(&one["matched_on"], &rows.ending(one)["ended_on"]);
    usize::try_from(length / days(&one["matched_on"], &one["planned_end"])).unwrap()
}

/// Contacts in the first thirty days that reached a side in a way that counts.
fn reached(rows: &Rows, one: &Row, side: &str) -> usize {
    let theirs = rows.of("contacts").iter().filter(|row| row["match"] == one["match"] && row["with"] == side);
    let counts = theirs.filter(|row| ["one_to_one", "group", "pulse"].contains(&&*row["kind"]));
    let reached = counts.filter(|row| row["outcome"] == "reached");
    reached.filter(|row| (0..=30).contains(&days(&one["matched_on"], &row["date"]))).count()
}

#[rustfmt::skip]
pub(super) const TRACE: &[Line] = &[
    // The matches.
    Line { key: "matches/started", printed: "38", counted: &[38],
        rows: "matches.csv: every row but the one that was proposed",
        count: |r| vec![r.started().count()] },
    Line { key: "matches/completion", printed: "completed 29, ended-early 9, not-recorded 0", counted: &[29, 9, 0],
        rows: "endings.csv: the reason is the completed term or goals met; any other; no row",
        count: |r| vec![r.ended(COMPLETED).count(), r.ended(EARLY).count(), r.ended(&[""]).count()] },
    Line { key: "matches/completed-how", printed: "as-planned 25, goals-met 4", counted: &[25, 4],
        rows: "endings.csv: the reason is the completed term; goals met, whatever the status says",
        count: |r| vec![r.ended(PLANNED).count(), r.ended(&["goals_met_early"]).count()] },
    Line { key: "matches/ended-early-why", printed: "circumstances 5, relationship-or-support 4, not-recorded 0", counted: &[5, 4, 0],
        rows: "endings.csv: a life changed or somebody asked to leave; between the two, or us; not said",
        count: |r| vec![r.ended(CIRCUMSTANCES).count(), r.ended(RELATIONSHIP).count(), r.ended(&["unknown"]).count()] },
    Line { key: "matches/ended-early-when", printed: "first-half 5, second-half 4, not-recorded 0", counted: &[5, 4, 0],
        rows: "endings.csv: days from matched_on to ended_on, in the first or second half of those to planned_end",
        count: |r| parts(r.ended(EARLY), |one| quarter(r, one) / 2, 3) },
    Line { key: "matches/ended-early-first-half", printed: "not shown: few-in-cell", counted: &[1, 4],
        rows: "the same in quarters: one in the first is few",
        count: |r| parts(r.ended(EARLY), |one| quarter(r, one), 4)[..2].to_vec() },
    Line { key: "matches/ended-early-second-half", printed: "not shown: few-in-cell", counted: &[3, 1],
        rows: "the same in quarters: three and one are few",
        count: |r| parts(r.ended(EARLY), |one| quarter(r, one), 4)[2..].to_vec() },
    Line { key: "matches/check-in.first-redesign", printed: "not shown: few-in-cell", counted: &[27, 2],
        rows: "checkin-log.csv: of those that completed, held_on is filled in",
        count: |r| r.held("first-redesign", COMPLETED) },
    Line { key: "matches/check-in.midpoint", printed: "held 24, not-held-or-not-recorded 5", counted: &[24, 5],
        rows: "the same",
        count: |r| r.held("midpoint", COMPLETED) },
    Line { key: "matches/check-in.second-redesign", printed: "held 18, not-held-or-not-recorded 7", counted: &[18, 7],
        rows: "checkin-log.csv: of those that ended as planned, for it falls into the second half of the year",
        count: |r| r.held("second-redesign", PLANNED) },
    Line { key: "matches/check-in.completion", printed: "held 13, not-held-or-not-recorded 12", counted: &[13, 12],
        rows: "the same",
        count: |r| r.held("completion", PLANNED) },
    Line { key: "matches/check-in.end-individual", printed: "held 16, not-held-or-not-recorded 9", counted: &[16, 9],
        rows: "the same",
        count: |r| r.held("end-individual", PLANNED) },
    Line { key: "matches/check-in.end-collective", printed: "not shown: few-in-cell", counted: &[0, 25],
        rows: "the same; no row has this check-in",
        count: |r| r.held("end-collective", PLANNED) },
    Line { key: "matches/contact-first-month", printed: "17 of 38", counted: &[17],
        rows: "contacts.csv: two or more that counted and were reached in 30 days, with each side",
        count: |r| vec![r.started().filter(|one| ["mentor", "mentee"].iter().all(|side| reached(r, one, side) >= 2)).count()] },
    Line { key: "matches/expectations", printed: "35 or more of 38", counted: &[38],
        rows: "matches.csv: expectations_on is filled in; all but 3, or more, is all that is told",
        count: |r| vec![r.started().filter(|one| !one["expectations_on"].is_empty()).count()] },
    Line { key: "matches/mentor-hours", printed: "550", counted: &[558],
        rows: "meetings.csv: minutes of started matches with one mentor each, in hours; told in steps of 50, for three matches gave 45 on average",
        count: |r| {
            let started: BTreeSet<&str> = r.started().map(|one| &*one["match"]).collect();
            assert!(r.started().all(|one| !one["mentors"].contains(';')));
            let met = r.of("meetings").iter().filter(|row| started.contains(&*row["match"]));
            vec![met.filter_map(|row| row["minutes"].parse::<usize>().ok()).sum::<usize>() / 60]
        } },
    // The two sides of them.
    Line { key: "mentee-side/mentees-applied", printed: "matched 38, no-further 15", counted: &[38, 15],
        rows: "applicants.csv: mentees who are in no match, beside the matches",
        count: |r| vec![r.started().count(), r.further("mentee", "mentees")] },
    Line { key: "mentee-side/mentees-trained", printed: "trained 34, not-trained 4, not-recorded 0", counted: &[34, 4, 0],
        rows: "attendance.csv: all mentees present at the orientation; one on its list was not; one is on no list",
        count: |r| r.sides("mentees", &|who| Some(!r.came(who, &|id| id == "mentee-orientation")?.is_empty())) },
    Line { key: "mentor-side/mentors-applied", printed: "matched 38, no-further 7", counted: &[38, 7],
        rows: "applicants.csv: mentors who are in no match, beside the matches",
        count: |r| vec![r.started().count(), r.further("mentor", "mentors")] },
    Line { key: "mentor-side/mentors-trained", printed: "35 or more of 38", counted: &[37, 1, 0],
        rows: "attendance.csv: the mentor present at a training before the match (the first two)",
        count: |r| r.sides("mentors", &|who| Some(!r.came(who, &|id| id == "mentor-training-1" || id == "mentor-training-2")?.is_empty())) },
    Line { key: "mentor-side/peer-meetings-half", printed: "yes 23, no 15, not-recorded 0", counted: &[23, 15, 0],
        rows: "attendance.csv: the mentor present at five or more of the ten peer meetings",
        count: |r| r.sides("mentors", &|who| Some(r.came(who, &|id| id.starts_with("peer-meeting-"))?.len() >= 5)) },
    // Sessions.
    Line { key: "cohort/sessions-held", printed: "18", counted: &[18],
        rows: "attendance.csv: sessions at which somebody was present",
        count: |r| vec![r.sessions(|_| true)] },
    Line { key: "cohort/peer-meetings-held", printed: "10", counted: &[10],
        rows: "the same, peer meetings",
        count: |r| vec![r.sessions(|id| id.starts_with("peer-meeting-"))] },
    Line { key: "cohort/peer-meetings-planned", printed: "10", counted: &[10],
        rows: "calendar.yaml: every four weeks from week 3, up to week 39; one was moved, none left out",
        count: |_| vec![(3..=39).step_by(4).count()] },
    // Surveys: how many were asked, and how many answered.
    Line { key: "baseline-mentee/invited@baseline/mentee", printed: "40", counted: &[40],
        rows: "cohort.yaml: invited", count: |r| vec![r.invited("baseline-mentee")] },
    Line { key: "baseline-mentee/answered@baseline/mentee", printed: "40", counted: &[40],
        rows: "responses-baseline-mentee.csv: people with a row", count: |r| vec![r.answers("baseline-mentee").len()] },
    Line { key: "midpoint-mentee/invited@midpoint/mentee", printed: "40", counted: &[40],
        rows: "cohort.yaml: invited", count: |r| vec![r.invited("midpoint-mentee")] },
    Line { key: "midpoint-mentee/answered@midpoint/mentee", printed: "29", counted: &[29],
        rows: "responses-midpoint-mentee.csv: people with a row", count: |r| vec![r.answers("midpoint-mentee").len()] },
    Line { key: "end-mentee/invited@end/mentee", printed: "40", counted: &[40],
        rows: "cohort.yaml: invited", count: |r| vec![r.invited("end-mentee")] },
    Line { key: "end-mentee/answered@end/mentee", printed: "38", counted: &[38],
        rows: "responses-end-mentee.csv: people with a row", count: |r| vec![r.answers("end-mentee").len()] },
    Line { key: "baseline-mentor/invited@baseline/mentor", printed: "38", counted: &[38],
        rows: "cohort.yaml: invited", count: |r| vec![r.invited("baseline-mentor")] },
    Line { key: "baseline-mentor/answered@baseline/mentor", printed: "38", counted: &[38],
        rows: "responses-baseline-mentor.csv: people with a row", count: |r| vec![r.answers("baseline-mentor").len()] },
    Line { key: "midpoint-mentor/invited@midpoint/mentor", printed: "38", counted: &[38],
        rows: "cohort.yaml: invited", count: |r| vec![r.invited("midpoint-mentor")] },
    Line { key: "midpoint-mentor/answered@midpoint/mentor", printed: "24", counted: &[24],
        rows: "responses-midpoint-mentor.csv: people with a row; three are blank", count: |r| vec![r.answers("midpoint-mentor").len()] },
    Line { key: "end-mentor/invited@end/mentor", printed: "38", counted: &[38],
        rows: "cohort.yaml: invited", count: |r| vec![r.invited("end-mentor")] },
    Line { key: "end-mentor/answered@end/mentor", printed: "31", counted: &[31],
        rows: "responses-end-mentor.csv: people with a row", count: |r| vec![r.answers("end-mentor").len()] },
    // What mentees said.
    Line { key: "baseline-mentee+end-mentee/belonging@baseline-end/mentee", printed: "23 of 38", counted: &[23, 38],
        rows: "those with a row at the start and at the end whose mean of three items rose by 0.3 or more",
        count: |r| r.rose(BELONGING, 3) },
    Line { key: "baseline-mentee+end-mentee/skill@baseline-end/mentee", printed: "24 of 38", counted: &[24, 38],
        rows: "the same; the mean of two items rose by 0.5 or more",
        count: |r| r.rose(SKILL, 5) },
    Line { key: "end-mentee/belonging@end/mentee", printed: "17 of 38", counted: &[17, 21, 0],
        rows: "the mean of the three items is 3.5 or more; less; too few items. Beside a change, no mean is told",
        count: |r| r.favourable(BELONGING) },
    Line { key: "end-mentee/skill@end/mentee", printed: "24 of 38", counted: &[24, 14, 0],
        rows: "the same of two items",
        count: |r| r.favourable(SKILL) },
    Line { key: "baseline-mentee/own-decisions@baseline/mentee", printed: "15 of 40", counted: &[15, 24, 1],
        rows: "confidence-1 is 4 or 5; less; empty, which is one person: so the others are told together",
        count: |r| r.at_least("baseline-mentee", "confidence-1", 4) },
    Line { key: "end-mentee/own-decisions@end/mentee", printed: "yes 22, no 16, not-recorded 0", counted: &[22, 16, 0],
        rows: "the same",
        count: |r| r.at_least("end-mentee", "confidence-1", 4) },
    Line { key: "midpoint-mentee/we-change-it@midpoint/mentee", printed: "22 of 29", counted: &[22, 5, 2],
        rows: "trust-feedback is 4 or 5; less; empty",
        count: |r| r.at_least("midpoint-mentee", "trust-feedback", 4) },
    Line { key: "end-mentee/we-change-it@end/mentee", printed: "26 of 38", counted: &[26, 10, 2],
        rows: "the same",
        count: |r| r.at_least("end-mentee", "trust-feedback", 4) },
    Line { key: "end-mentee/recommend@end/mentee", printed: "16 of 38", counted: &[16, 19, 3],
        rows: "program-recommend is 9 or 10; less; empty",
        count: |r| r.at_least("end-mentee", "program-recommend", 9) },
    Line { key: "end-mentee/meetings-held.skills@end/mentee", printed: "16 of 38", counted: &[16],
        rows: "meetings-held holds `skills`, alone or with others",
        count: |r| r.chose("end-mentee", "meetings-held", "skills") },
    Line { key: "end-mentee/meetings-held.decisions@end/mentee", printed: "14 of 38", counted: &[14],
        rows: "meetings-held holds `decisions`, alone or with others",
        count: |r| r.chose("end-mentee", "meetings-held", "decisions") },
    Line { key: "end-mentee/meetings-held.introductions@end/mentee", printed: "13 of 38", counted: &[13],
        rows: "meetings-held holds `introductions`, alone or with others",
        count: |r| r.chose("end-mentee", "meetings-held", "introductions") },
    Line { key: "end-mentee/meetings-held.feedback-on-work@end/mentee", printed: "19 of 38", counted: &[19],
        rows: "meetings-held holds `feedback-on-work`, alone or with others",
        count: |r| r.chose("end-mentee", "meetings-held", "feedback-on-work") },
    Line { key: "end-mentee/meetings-held.support@end/mentee", printed: "17 of 38", counted: &[17],
        rows: "meetings-held holds `support`, alone or with others",
        count: |r| r.chose("end-mentee", "meetings-held", "support") },
    Line { key: "end-mentee/goals-reached@end/mentee", printed: "33 or more of 38", counted: &[33, 5, 0],
        rows: "goal-reached-1 and -2 together 0 or more, which is T of 50; less; both empty",
        count: |r| r.goals("end-mentee") },
    Line { key: "end-mentee/worse-off@end/mentee", printed: "not shown: pooled", counted: &[1],
        rows: "left-worse is yes; sensitive, so told of several cohorts or not at all",
        count: |r| vec![r.answers("end-mentee").values().filter(|row| row["left-worse"] == "yes").count()] },
    // What mentors said.
    Line { key: "baseline-mentor/mentor-growth@baseline/mentor", printed: "20 of 38", counted: &[20, 17, 1],
        rows: "confidence-1 is 4 or 5; less; empty",
        count: |r| r.at_least("baseline-mentor", "confidence-1", 4) },
    Line { key: "end-mentor/mentor-growth@end/mentor", printed: "yes 26, no 5, not-recorded 0", counted: &[26, 5, 0],
        rows: "the same",
        count: |r| r.at_least("end-mentor", "confidence-1", 4) },
    Line { key: "midpoint-mentor/we-change-it@midpoint/mentor", printed: "16 of 24", counted: &[16, 5, 3],
        rows: "trust-feedback is 4 or 5; less; empty",
        count: |r| r.at_least("midpoint-mentor", "trust-feedback", 4) },
    Line { key: "end-mentor/we-change-it@end/mentor", printed: "yes 26, no 5, not-recorded 0", counted: &[26, 5, 0],
        rows: "the same",
        count: |r| r.at_least("end-mentor", "trust-feedback", 4) },
    Line { key: "end-mentor/recommend@end/mentor", printed: "14 of 31", counted: &[14, 16, 1],
        rows: "program-recommend is 9 or 10; less; empty",
        count: |r| r.at_least("end-mentor", "program-recommend", 9) },
    Line { key: "end-mentor/goals-reached@end/mentor", printed: "yes 18, no 13, not-recorded 0", counted: &[18, 13, 0],
        rows: "goal-reached-1 and -2 together 0 or more; less; both empty",
        count: |r| r.goals("end-mentor") },
    Line { key: "end-mentor/worse-off@end/mentor", printed: "not shown: pooled", counted: &[2],
        rows: "left-worse is yes; sensitive",
        count: |r| vec![r.answers("end-mentor").values().filter(|row| row["left-worse"] == "yes").count()] },
];

/// What follows from several lines, or stands in other files, and is printed on the page.
pub(super) const BESIDE: &[(&str, &str)] = &[
    ("33 of 38", "still meeting at the midpoint: all but the five that ended in the first half"),
    ("29 of 38", "as planned and goals met, of all"),
    ("40 of 40", "answered of invited: mentees at the start"),
    ("29 of 40", "mentees at the midpoint"),
    ("38 of 40", "mentees at the end"),
    ("38 of 38", "mentors at the start"),
    ("24 of 38", "mentors at the midpoint"),
    ("31 of 38", "mentors at the end"),
    (
        "42% to 87%",
        "16 to 33 of 38: the mentors at the midpoint, had the 17 who did not answer all said no, or all yes",
    ),
    ("9", "the nine that ended early, beside the bar of those who completed"),
    ("75%", "program.yaml: the target of completion"),
    ("50%", "program.yaml: the target of own-decisions"),
    ("60%", "program.yaml: the target of mentor-growth"),
    ("0.3", "measures.yaml: the worthwhile change of belonging"),
    ("0.5", "measures.yaml: the worthwhile change of skill"),
    ("2", "program.yaml: contacts in the first month; and a point of the scale from 1 to 5"),
    ("8", "phases.yaml: the week of the first redesign; and the smallest group of the policy"),
    ("19", "check-ins.yaml: the week of the midpoint"),
    ("32", "phases.yaml: the week of the second redesign"),
    ("34", "check-ins.yaml: the week of the completion conversation"),
    ("38", "check-ins.yaml: the week of looking back, alone"),
    ("0", "scales of shares"),
    ("25", "scales of shares"),
    ("50", "scales of shares"),
    ("75", "scales of shares"),
    ("100%", "scales of shares"),
    ("1", "scales of means"),
    ("3", "scales of means; and k of the policy"),
    ("4", "scales of means"),
    ("5", "scales of means"),
    ("23", "cohort.yaml: the first day, 2024-09-23"),
    ("20", "cohort.yaml: the last day, 2025-06-20"),
    ("2024", "cohort.yaml: the first day"),
    ("2025", "cohort.yaml: the last day, in the second quarter; data_as_of, in the fourth"),
    ("2026", "published.yaml: released in the fourth quarter; findings.yaml: a decision of January"),
    ("2027", "findings.yaml: when it is looked at again"),
    ("12 of 25", "findings.yaml and summary.md: completion conversations, of those that ended as planned"),
    ("4 or fewer of 11", "summary.md: mentees of Autumn 2023 whose pair changes what is not working"),
    ("A4", "the paper that two pages take"),
    ("v2024.1", "cohort.yaml: the handbook"),
];
