//! A cohort's sessions as a calendar file that people subscribe to.
//!
//! Ids and stamps come from the content: a calendar that did not change is the same bytes, and a session
//! that moved keeps its id, so that calendars move it too.

use chrono::{DateTime, Days, TimeDelta, Utc};
use icalendar::{Component, EventLike, EventStatus, Property};

use crate::check::{Cohort, Session};
use crate::model::SessionStatus;

/// What a calendar says beside its sessions.
#[derive(Debug, Clone, Copy)]
pub struct Calendar<'c> {
    /// Its name in the reader's list of calendars: program and cohort.
    pub name: &'c str,
    /// Its language, and the program's first.
    pub language: (&'c str, &'c str),
    /// What makes its ids unlike all others': the site's host, or the program's name as an id.
    pub host: &'c str,
    /// The absolute address of the cohort's page; empty without a base URL.
    pub page: &'c str,
}

/// The calendar of a cohort: sessions with a date; those without wait for one.
pub fn calendar(cohort: &Cohort, about: &Calendar<'_>) -> Vec<u8> {
    let mut calendar = icalendar::Calendar::empty();
    for (key, value) in [("VERSION", "2.0"), ("PRODID", "-//mentorbook//EN"), ("CALSCALE", "GREGORIAN")] {
        calendar.append_property(Property::new(key, value));
    }
    calendar.name(about.name);
    for session in &cohort.sessions {
        calendar.extend(event(cohort, session, about));
    }
    calendar.to_string().into_bytes()
}

fn event(cohort: &Cohort, session: &Session, about: &Calendar<'_>) -> Option<icalendar::Event> {
    let day = session.date?;
    let (language, first) = about.language;
    let mut event = icalendar::Event::new();
    event.uid(&format!("{}.{}@{}", session.id, cohort.id, about.host));
    event.timestamp(stamp(cohort));
    event.summary(session.title.get(language, first));
    match session.starts {
        Some(starts) => {
            let starts = starts.with_timezone(&Utc);
            event.starts(starts);
            event.ends(starts + TimeDelta::minutes(i64::from(session.minutes.unwrap_or(60))));
        }
        None => {
            event.starts(day);
            event.ends(day + Days::new(1));
        }
    }
    if let Some(reason) = &session.reason {
        event.description(reason.get(language, first));
    }
    if let Some(place) = &session.location {
        event.location(place.get(language, first));
    }
    if !about.page.is_empty() {
        event.url(&format!("{}#{}", about.page, session.id));
    }
    let called_off = session.skipped || session.status == SessionStatus::Cancelled;
    event.status(if called_off { EventStatus::Cancelled } else { EventStatus::Confirmed });
    Some(event.done())
}

/// The first moment of the cohort: the standard asks for a time, the content has no better one.
fn stamp(cohort: &Cohort) -> DateTime<Utc> {
    cohort.file.start.and_time(chrono::NaiveTime::MIN).and_utc()
}
