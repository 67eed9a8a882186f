//! A cohort's sessions as a calendar file that people subscribe to.
//!
//! Ids and stamps come from the content: a calendar that did not change is the same bytes, and a session
//! that moved keeps its id, so that calendars move it too.

use chrono::{DateTime, Days, TimeDelta, Utc};
use icalendar::{Component, EventLike, EventStatus, Property};

use crate::check::{Cohort, Session};

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
    if let Some(starts) = session.starts {
        let starts = starts.with_timezone(&Utc);
        event.starts(starts);
        event.ends(starts + TimeDelta::minutes(i64::from(session.minutes.unwrap_or(60))));
    } else {
        event.starts(day);
        event.ends(day + Days::new(1));
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
    event.status(if session.takes_place() { EventStatus::Confirmed } else { EventStatus::Cancelled });
    Some(event.done())
}

/// The first moment of the cohort: the standard asks for a time, the content has no better one.
fn stamp(cohort: &Cohort) -> DateTime<Utc> {
    cohort.file.start.and_time(chrono::NaiveTime::MIN).and_utc()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::check::{Memo, Settings, read};
    use crate::source::{Memory, scan};

    const PROGRAM: &str =
        "schema: 1\nname: Harbor\nweeks: 39\nlanguages: [en, es]\ntimezone: Europe/Stockholm\n";
    const COHORT: &str = "name: Spring\nstart: 2026-03-02\nstatus: active\nsessions:\n\
        - { id: first, kind: orientation, title: { en: Welcome, es: Bienvenida }, audience: [mentor], date: 2026-03-04, at: \"12:30\", minutes: 90 }\n\
        - { id: open, kind: social, title: \"Open house; all\", audience: [mentor], date: 2026-04-01, status: cancelled }\n\
        - { id: later, kind: social, title: Later, audience: [mentor], week: 9 }\n";

    fn written(language: &str) -> String {
        let world = Memory::default().with("program.yaml", PROGRAM).with("cohorts/s/cohort.yaml", COHORT);
        let mut found = Vec::new();
        let checked =
            read(&scan(&world).unwrap(), &Settings::default(), &mut Memo::default(), &mut found).handbook;
        assert_eq!(checked.cohorts.len(), 1, "{found:?}");
        let about =
            Calendar { name: "Harbor: Spring", language: (language, "en"), host: "harbor.example", page: "" };
        String::from_utf8(calendar(&checked.cohorts[0], &about)).unwrap()
    }

    #[test]
    fn dated_sessions_become_events_with_ids_of_their_own() {
        let text = written("en");
        for line in [
            "UID:first.s@harbor.example",
            "DTSTAMP:20260302T000000Z",
            "DTSTART:20260304T113000Z", // 12:30 in Stockholm, in winter
            "DTEND:20260304T130000Z",
            "SUMMARY:Welcome",
            "DTSTART;VALUE=DATE:20260401",
            "DTEND;VALUE=DATE:20260402",
            "SUMMARY:Open house\\; all",
            "STATUS:CANCELLED",
        ] {
            assert!(text.lines().any(|l| l == line), "{line} in\n{text}");
        }
        assert!(!text.contains("Later"));
        assert!(written("es").contains("SUMMARY:Bienvenida"));
    }
}
