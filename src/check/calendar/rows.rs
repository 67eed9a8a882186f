//! Rows of the calendar, check-ins and the cohort's own rows as sessions.

use chrono::NaiveDate;

use super::codes::SESSION_INCOMPLETE;
use super::draft::{Draft, Year, audience_of, in_words, is_scheduled_alone, name_of};
use super::weeks::{RANGE, day_of, rhythm, week_of};
use crate::check::Session;
use crate::diag::Diagnostic;
use crate::model::{
    Audience, CalendarRow, CheckIn, Clock, FrontMatter, Id, Ref, SessionKind, SessionRow, SessionStatus,
    Text, Timing, When,
};

/// The sessions of one row, numbered where it recurs.
pub(super) fn of_calendar(year: &Year, row: &CalendarRow) -> Vec<Draft> {
    let (weeks, recurs) = weeks_of(year, row);
    let id = |i: usize| if recurs { Id::new(&format!("{}-{}", row.id, i + 1)) } else { row.id.clone() };
    weeks.into_iter().enumerate().map(|(i, week)| from_row(year, row, id(i), week, recurs)).collect()
}

/// The weeks of a row, and whether it recurs. Without any, the row is reported by a rule.
fn weeks_of(year: &Year, row: &CalendarRow) -> (Vec<i32>, bool) {
    let once = |week: Option<i32>| (week.filter(|w| RANGE.contains(w)).into_iter().collect(), false);
    let again = |every| (rhythm(every, row.from_week, row.to_week.unwrap_or(year.weeks)).collect(), true);
    if row.week.is_some() {
        return once(row.week);
    }
    if let Some(every) = row.every_weeks {
        return again(every);
    }
    let check_in = row.check_in.as_ref().and_then(|used| year.check_in(&used.id));
    match check_in.and_then(|c| c.when.as_ref()) {
        Some(When::EveryWeeks(every)) => again(*every),
        Some(when) => once(week_of_check_in(year, when)),
        None => once(None),
    }
}

fn week_of_check_in(year: &Year, when: &When) -> Option<i32> {
    match when {
        When::Week(week) => Some(*week),
        When::PhaseEnd(phase) => year.last_week_of(&phase.id),
        When::EveryWeeks(_) => None,
    }
}

fn from_row(year: &Year, row: &CalendarRow, id: Id, week: i32, made_id: bool) -> Draft {
    let check_in = row.check_in.as_ref().and_then(|used| year.check_in(&used.id));
    // Where weeks count from each match, only what comes before a match can stand on a date of the cohort.
    let floats = year.cohort.clock == Clock::Match && row.timing != Some(Timing::PreMatch);
    let date = row.day.filter(|_| !floats).and_then(|day| day_of(year.cohort.start, week, day));
    let session = Session {
        id,
        row: Some(row.id.clone()),
        kind: row.kind,
        title: title_of(row.title.as_ref(), check_in, row.kind, row.origin),
        audience: audience_or(&row.audience, check_in),
        week: Some(week),
        date,
        at: row.at,
        starts: None,
        minutes: row.minutes.or_else(|| check_in.and_then(|c| c.minutes)),
        status: year.status(date),
        topics: row.topics.clone(),
        guide: guide_of(row.guide.as_ref(), check_in),
        check_in: row.check_in.as_ref().map(|used| used.id.clone()),
        optional: row.optional,
        group: row.group.clone(),
        location: row.location.clone(),
        moved_from: None,
        reason: None,
        skipped: false,
        place: row.origin,
    };
    Draft { session, site: row.site.as_ref().map(|s| s.id.clone()), made_id, own_date: false, changed: None }
}

/// The guide to read for a session: its own, else its check-in's.
fn guide_of(own: Option<&Ref<FrontMatter>>, check_in: Option<&CheckIn>) -> Option<Id> {
    own.or_else(|| check_in.and_then(|c| c.guide.as_ref())).map(|guide| guide.id.clone())
}

/// Check-ins with a week of their own that neither the calendar nor the cohort gives a day.
pub(super) fn unscheduled(year: &Year) -> Vec<Draft> {
    let by_row =
        |id: &Id| year.calendar.iter().any(|row| row.check_in.as_ref().is_some_and(|used| used.id == *id));
    let by_cohort = |id: &Id| {
        year.cohort.sessions.iter().any(|row| row.check_in.as_ref().is_some_and(|used| used.id == *id))
    };
    let alone = |c: &&CheckIn| is_scheduled_alone(c) && !by_row(&c.id) && !by_cohort(&c.id);
    let week = |c: &CheckIn| c.when.as_ref().and_then(|when| week_of_check_in(year, when));
    let all = year.check_ins.iter().filter(alone);
    all.filter_map(|c| Some(undated(year, c, week(c).filter(|w| RANGE.contains(w))?))).collect()
}

fn undated(year: &Year, check_in: &CheckIn, week: i32) -> Draft {
    let session = Session {
        title: name_of(check_in),
        audience: audience_of(Some(check_in)),
        week: Some(week),
        minutes: check_in.minutes,
        status: year.status(None),
        guide: check_in.guide.as_ref().map(|guide| guide.id.clone()),
        check_in: Some(check_in.id.clone()),
        ..blank(check_in.id.clone(), SessionKind::CheckIn, check_in.origin)
    };
    Draft { session, site: None, made_id: true, own_date: false, changed: None }
}

/// A session that only this cohort has.
pub(super) fn own(year: &Year, row: &SessionRow, found: &mut Vec<Diagnostic>) -> Draft {
    let check_in = row.check_in.as_ref().and_then(|used| year.check_in(&used.id));
    let kind =
        row.kind.unwrap_or(if check_in.is_some() { SessionKind::CheckIn } else { SessionKind::CohortCall });
    report_incomplete(row, found);
    let date = row.move_to.or(row.date);
    let week = date.map(|day| week_of(year.cohort.start, day)).or(row.week);
    let id = row.id.clone().unwrap_or_else(|| made_up(kind, date, week));
    let status = row.status.unwrap_or(if row.skip { SessionStatus::Cancelled } else { year.status(date) });
    let session = Session {
        title: title_of(row.title.as_ref(), check_in, kind, row.origin),
        audience: audience_or(&row.audience, check_in),
        week,
        date,
        at: row.at,
        minutes: row.minutes.or_else(|| check_in.and_then(|c| c.minutes)),
        status,
        topics: row.topics.clone(),
        guide: guide_of(row.guide.as_ref(), check_in),
        check_in: row.check_in.as_ref().map(|used| used.id.clone()),
        optional: row.optional,
        group: row.group.clone(),
        location: row.location.clone(),
        moved_from: row.move_to.and(row.date).filter(|from| Some(*from) != date),
        reason: row.reason.clone(),
        skipped: row.skip,
        ..blank(id, kind, row.origin)
    };
    let site = row.site.as_ref().map(|s| s.id.clone());
    Draft { session, site, made_id: row.id.is_none(), own_date: true, changed: None }
}

fn report_incomplete(row: &SessionRow, found: &mut Vec<Diagnostic>) {
    let mut lacks = Vec::new();
    if row.kind.is_none() && row.check_in.is_none() {
        lacks.push("`kind`");
    }
    if row.date.is_none() && row.week.is_none() && row.move_to.is_none() {
        lacks.push("`date` or `week`");
    }
    if lacks.is_empty() {
        return;
    }
    let message = format!("this session has no {}", lacks.join(" and no "));
    found.push(
        Diagnostic::new(&SESSION_INCOMPLETE, row.origin, message)
            .help("add it; or, to change a session of the calendar, name the row with `use`"),
    );
}

fn made_up(kind: SessionKind, date: Option<NaiveDate>, week: Option<i32>) -> Id {
    let kind = kind.word().replace('_', "-");
    Id::new(&match (date, week) {
        (Some(date), _) => format!("{kind}-{date}"),
        (None, Some(week)) => format!("{kind}-week-{week}"),
        (None, None) => kind,
    })
}

fn title_of(
    title: Option<&Text>,
    check_in: Option<&CheckIn>,
    kind: SessionKind,
    place: crate::diag::Place,
) -> Text {
    title.cloned().or_else(|| check_in.map(name_of)).unwrap_or_else(|| in_words(kind.word(), place))
}

fn audience_or(written: &[Audience], check_in: Option<&CheckIn>) -> Vec<Audience> {
    if written.is_empty() { audience_of(check_in) } else { written.to_vec() }
}

/// A session of which nothing is known but what it is.
fn blank(id: Id, kind: SessionKind, place: crate::diag::Place) -> Session {
    Session {
        id,
        row: None,
        kind,
        title: Text::default(),
        audience: Vec::new(),
        week: None,
        date: None,
        at: None,
        starts: None,
        minutes: None,
        status: SessionStatus::Unknown,
        topics: Vec::new(),
        guide: None,
        check_in: None,
        optional: false,
        group: None,
        location: None,
        moved_from: None,
        reason: None,
        skipped: false,
        place,
    }
}
