//! The schedule in weeks becomes a cohort's sessions on real dates.
//!
//! Rows of `calendar.yaml`, check-ins that no row schedules and the cohort's own sessions are brought
//! together, the cohort's changes are applied, holidays and clock changes are heeded. What is merely
//! unwise about a session (outside its cohort, listed twice) is for the rules, not for this module.

mod changes;
mod codes;
mod draft;
mod holidays;
mod rows;
#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;
pub mod weeks;
pub mod zone;

pub use codes::CODES;

use std::collections::HashSet;

use draft::{Draft, Year};

use crate::diag::{Diagnostic, Severity};
use crate::model::{CalendarRow, CheckIn, Clock, CohortFile, Id, Phase, Program};

use super::Session;
use zone::ClockChange;

/// A phase with a cohort's own weeks: its id, first and last week.
pub type CohortPhase = (Id, i32, i32);

/// The sessions of a cohort (dated ones by start, then the others by week), its phases in order, its weeks.
pub fn compile(
    program: &Program,
    calendar: &[CalendarRow],
    check_ins: &[CheckIn],
    phases: &[Phase],
    id: &Id,
    cohort: &CohortFile,
    found: &mut Vec<Diagnostic>,
) -> (Vec<Session>, Vec<CohortPhase>, i32) {
    let phases = phase_weeks(phases, cohort);
    let weeks = length(program, cohort);
    let year = Year { program, calendar, check_ins, phases: &phases, cohort, id, weeks };
    let mut drafts: Vec<Draft> = calendar.iter().flat_map(|row| rows::of_calendar(&year, row)).collect();
    drafts.extend(rows::unscheduled(&year));
    changes::apply(&year, &mut drafts, found);
    drafts.extend(
        cohort.sessions.iter().filter(|row| row.uses.is_none()).map(|row| rows::own(&year, row, found)),
    );
    holidays::heed(&year, &mut drafts, found);
    name_apart(&mut drafts);
    let mut sessions: Vec<Session> =
        drafts.into_iter().map(|draft| on_the_clock(&year, draft, found)).collect();
    sessions.sort_by(|a, b| {
        (a.date.is_none(), a.date, a.week, a.at, &a.id).cmp(&(b.date.is_none(), b.date, b.week, b.at, &b.id))
    });
    (sessions, phases, weeks)
}

/// The program's phases with the cohort's own weeks where it has some.
fn phase_weeks(phases: &[Phase], cohort: &CohortFile) -> Vec<CohortPhase> {
    let own = |phase: &Phase| cohort.phases.iter().find(|own| own.uses.id == phase.id);
    let weeks = |phase: &Phase| {
        own(phase).map_or((phase.from_week, phase.to_week), |own| (own.from_week, own.to_week))
    };
    let mut all: Vec<CohortPhase> = phases
        .iter()
        .map(|phase| {
            let (from, to) = weeks(phase);
            (phase.id.clone(), from, to)
        })
        .collect();
    all.sort_by_key(|(_, from, to)| (*from, *to));
    all
}

/// A cohort runs until its end; without one, or where weeks count from each match, as long as the program's matches.
fn length(program: &Program, cohort: &CohortFile) -> i32 {
    let of_program = i32::try_from(program.weeks).unwrap_or(i32::MAX);
    let weeks = match cohort.end {
        Some(end) if cohort.clock == Clock::Cohort => weeks::week_of(cohort.start, end),
        _ => of_program,
    };
    weeks.clamp(1, *weeks::RANGE.end())
}

/// Ids that the engine made are made different from all others; ids that people wrote stay, and are checked later.
fn name_apart(drafts: &mut [Draft]) {
    let mut taken: HashSet<Id> = drafts.iter().filter(|d| !d.made_id).map(|d| d.session.id.clone()).collect();
    for draft in drafts.iter_mut().filter(|d| d.made_id) {
        let base = draft.session.id.clone();
        let mut number = 2;
        while !taken.insert(draft.session.id.clone()) {
            draft.session.id = Id::new(&format!("{base}-{number}"));
            number += 1;
        }
    }
}

/// Adds the instant of the start.
fn on_the_clock(year: &Year, draft: Draft, found: &mut Vec<Diagnostic>) -> Session {
    let Draft { mut session, site, .. } = draft;
    let zone = zone::zone_of(year.program, year.cohort, site.as_ref());
    let (Some(zone), Some(date), Some(at)) = (zone, session.date, session.at) else { return session };
    let (starts, change) = zone::instant(zone, date, at);
    session.starts = starts;
    let Some(change) = change.filter(|_| !session.skipped) else { return session };
    let taken = starts.map(|t| t.format("%H:%M").to_string()).unwrap_or_default();
    let (what, severity) = match change {
        ClockChange::Skipped => ("does not exist", Severity::Warning),
        ClockChange::Twice => ("comes twice", Severity::Notice),
    };
    let message =
        format!("`{}`: {} {what} on {date} in {zone}, for clocks change", session.id, at.format("%H:%M"));
    let mut diagnostic = Diagnostic::new(&codes::CLOCK_CHANGE, session.place, message)
        .help(format!("{taken} is taken; choose an hour outside the change"));
    diagnostic.severity = severity;
    found.push(diagnostic);
    session
}
