//! Rows of `calendar.yaml`: each falls in a week, once or in a rhythm, at a time.

use super::session::SESSION_WITHOUT_TIME;
use super::{Ctx, Rule, field, program};
use crate::check::calendar::weeks::RANGE;
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::{CalendarRow, SessionKind, When};

/// The weeks and times of calendar rows.
#[derive(Debug)]
pub struct CalendarRows;

impl Rule for CalendarRows {
    fn codes(&self) -> &'static [&'static Code] {
        const { &[&CALENDAR_ROW_WEEK, &CHECK_IN_WEEK, &SESSION_WITHOUT_TIME] }
    }

    fn check(&self, cx: &Ctx, found: &mut Vec<Diagnostic>) {
        after_the_end(cx, found);
        for row in &cx.handbook.calendar {
            week(cx, row, found);
            check_in(cx, row, found);
            if row.at.is_none() && row.kind != SessionKind::MatchMeeting {
                let place = field::value(cx, row.origin, &["id"]);
                found.push(
                    Diagnostic::new(&SESSION_WITHOUT_TIME, place, format!("`{}` has no time", row.id))
                        .help("add `at: \"17:00\"`, and `day` if it has none; only meetings of a match need no time"),
                );
            }
        }
    }
}

/// A check-in in a week that the program does not have would be held with nobody.
fn after_the_end(cx: &Ctx, found: &mut Vec<Diagnostic>) {
    let program = &cx.handbook.program;
    for check_in in cx.handbook.check_ins.iter().filter(|_| program::is_read(program)) {
        let Some(When::Week(week)) = check_in.when else { continue };
        if i64::from(week) <= i64::from(program.weeks) {
            continue;
        }
        let place = field::value(cx, check_in.origin, &["when", "week"]);
        let message =
            format!("`{}` is held in week {week}, but the program has {} weeks", check_in.id, program.weeks);
        let finding = Diagnostic::new(&CHECK_IN_WEEK, place, message)
            .also(field::value(cx, program.origin, &["weeks"]), "the program's weeks")
            .help("correct the week, or hold it at the end of a phase with `phase_end`");
        found.push(Diagnostic { severity: Severity::Error, ..finding });
    }
}

/// When the check-in of a row is held, if it says so.
fn when<'a>(cx: &Ctx<'a>, row: &CalendarRow) -> Option<&'a When> {
    row.check_in
        .as_ref()
        .and_then(|used| cx.handbook.check_in(used.id.as_str()))
        .and_then(|c| c.when.as_ref())
}

fn week(cx: &Ctx, row: &CalendarRow, found: &mut Vec<Diagnostic>) {
    let mut say = |key: &str, message: &str, help: &str| {
        let place = field::value(cx, row.origin, &[key]);
        found.push(Diagnostic::new(&CALENDAR_ROW_WEEK, place, format!("`{}` {message}", row.id)).help(help));
    };
    let recurs = row.every_weeks.is_some() || matches!(when(cx, row), Some(When::EveryWeeks(_)));
    match (row.week, row.every_weeks) {
        (Some(_), Some(_)) => {
            say("every_weeks", "falls in one week and recurs", "keep `week` or `every_weeks`");
        }
        (None, Some(0)) => {
            say("every_weeks", "recurs every 0 weeks", "write 1 or more; remove the row if it is not held");
        }
        // A dangling check-in is reported as such.
        (None, None) if row.check_in.is_none() => {
            say("id", "falls in no week", "add `week`, or `every_weeks` with `from_week`");
        }
        (None, None) if when(cx, row).is_none() && known_check_in(cx, row) => {
            say(
                "check_in",
                "falls in no week, for its check-in has no `when`",
                "add `when` to the check-in, or `week` here",
            );
        }
        _ => {}
    }
    for (key, week) in [("week", row.week), ("from_week", row.from_week), ("to_week", row.to_week)] {
        if week.is_some_and(|week| !RANGE.contains(&week)) {
            say(
                key,
                "falls outside the weeks that can be planned",
                &format!("weeks go from {} to {}", RANGE.start(), RANGE.end()),
            );
        } else if key != "week" && week.is_some() && !recurs {
            say(key, "does not recur, so it has no first or last week", "add `every_weeks`, or write `week`");
        }
    }
}

fn known_check_in(cx: &Ctx, row: &CalendarRow) -> bool {
    row.check_in.as_ref().is_some_and(|used| cx.handbook.check_in(used.id.as_str()).is_some())
}

/// A check-in says its week; a row that says another contradicts the check-in's page.
fn check_in(cx: &Ctx, row: &CalendarRow, found: &mut Vec<Diagnostic>) {
    let (Some(used), Some(here)) = (&row.check_in, row.week) else { return };
    let week = match when(cx, row) {
        Some(When::Week(week)) => Some(*week),
        Some(When::PhaseEnd(phase)) => cx.handbook.phase(phase.id.as_str()).map(|phase| phase.to_week),
        _ => None,
    };
    let Some(week) = week.filter(|week| *week != here) else { return };
    let place = field::value(cx, row.origin, &["week"]);
    let message =
        format!("`{}` is held in week {week} by check-ins.yaml, and in week {here} by this row", used.id);
    let mut diagnostic =
        Diagnostic::new(&CHECK_IN_WEEK, place, message).help("remove `week` here: the check-in has it");
    if let Some(check_in) = cx.handbook.check_in(used.id.as_str()) {
        diagnostic = diagnostic.also(field::value(cx, check_in.origin, &["when"]), "the check-in's own time");
    }
    found.push(diagnostic);
}

/// A row without a week, or with contradicting ones.
pub static CALENDAR_ROW_WEEK: Code = Code {
    word: "calendar-row-week",
    severity: Severity::Error,
    says: "A row of the calendar falls in one week, or recurs every so many weeks, or takes its week from a check-in.",
    why: "A row without a week appears in no cohort's schedule, and nobody notices.",
    example: "- { id: kickoff, kind: kickoff, day: wed, at: \"17:30\" }            # wrong: no week\n- { id: kickoff, kind: kickoff, week: 1, day: wed, at: \"17:30\" }   # right",
    fix: "Add `week`, or `every_weeks` with `from_week`, or `check_in`.",
};

/// A row that moves its check-in.
pub static CHECK_IN_WEEK: Code = Code {
    word: "check-in-week",
    severity: Severity::Warning,
    says: "A check-in is held within the program's weeks (else an error); a calendar row with `check_in` adds a day and a time, and leaves the week to check-ins.yaml.",
    why: "After the last week nobody would hold it; and with two weeks, the check-in's page names one, the schedule another.",
    example: "- { id: midpoint-hour, check_in: midpoint, day: thu, at: \"17:00\" }   # right: no week",
    fix: "Remove `week` from the row, or correct it in check-ins.yaml; a cohort may move the session.",
};
