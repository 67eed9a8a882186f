//! Holidays: what falls on one is left out with a notice, unless the cohort moved it.

use chrono::{Days, NaiveDate};

use super::codes::SESSION_ON_HOLIDAY;
use super::draft::{Draft, Year};
use super::weeks::monday;
use crate::diag::Diagnostic;
use crate::model::{Holiday, SessionStatus};

/// Marks what is left out.
pub(super) fn heed(year: &Year, drafts: &mut [Draft], found: &mut Vec<Diagnostic>) {
    for draft in drafts.iter_mut().filter(|d| !d.session.skipped) {
        let Some(holiday) = holiday_of(year, draft) else { continue };
        let name = holiday.name.get(year.language(), year.language());
        let session = &mut draft.session;
        let when = match (session.date, session.week) {
            (Some(date), _) => format!("on {date}"),
            (None, week) => format!("in week {}", week.unwrap_or_default()),
        };
        // What the cohort itself dated, or says was held, is held.
        let stays = draft.own_date || session.status == SessionStatus::Held;
        let (outcome, help) = if stays {
            ("and is held all the same", "if that is meant, nothing is to be done")
        } else {
            (
                "and is left out",
                "move it with `move_to`, or say `skip: yes` with a reason; with `move_to` and the same date it is held",
            )
        };
        let message = format!("`{}` of {} falls {when} into “{name}” {outcome}", session.id, year.id);
        found.push(
            Diagnostic::new(&SESSION_ON_HOLIDAY, holiday.origin, message)
                .also(session.place, "the session")
                .help(help),
        );
        if !stays {
            session.skipped = true;
            session.reason = session.reason.take().or_else(|| Some(holiday.name.clone()));
            session.status = SessionStatus::Cancelled;
        }
    }
}

/// The holiday that holds the session's date; without a date, one that holds all working days of its week.
fn holiday_of<'a>(year: &Year<'a>, draft: &Draft) -> Option<&'a Holiday> {
    let (from, to): (NaiveDate, NaiveDate) = match (draft.session.date, draft.session.week) {
        (Some(date), _) => (date, date),
        (None, Some(week)) if year.cohort.clock == crate::model::Clock::Cohort => {
            let monday = monday(year.cohort.start, week)?;
            (monday, monday.checked_add_days(Days::new(4))?)
        }
        _ => return None,
    };
    year.cohort.holidays.iter().find(|h| h.from <= from && to <= h.to.unwrap_or(h.from))
}
