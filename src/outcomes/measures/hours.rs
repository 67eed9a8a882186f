//! The hours that mentors gave.

use std::collections::HashMap;

use super::super::disclose::FactKey;
use super::super::rows::Name;
use super::super::rows::words::{AttendanceStatus, PersonRole};
use super::view::View;
use super::{Counted, Counts, Measure};
use crate::model::SessionKind;

/// The fewest matches whose hours are told together: no sum of a few people's time is an open figure.
const FEWEST: usize = 20;
/// Hours are told in steps of this many.
const STEP: u64 = 10;

/// Hours that mentors gave, in whole tens.
pub struct Hours;

impl Measure for Hours {
    fn name(&self) -> &'static str {
        "hours"
    }

    fn about(&self) -> &'static str {
        "Hours that mentors gave: minutes of meetings.csv times the mentors of the match, and the minutes of the \
         trainings and peer meetings at which they were present. Minutes that nobody recorded count as none. Told \
         of closed cohorts of 20 matches or more, rounded down to tens."
    }
}

impl Counts for Hours {
    fn ask(&self, view: &View) -> Vec<Counted> {
        if !view.rows.has("meetings") || view.matches.len() < FEWEST || !view.closed {
            return Vec::new();
        }
        let hours = minutes(view) / 60 / STEP * STEP;
        Counted::open(FactKey::new("mentors", "hours", None, None), hours).into_iter().collect()
    }
}

/// All minutes that mentors gave, as far as they are recorded.
pub(super) fn minutes(view: &View) -> u64 {
    let mentors: HashMap<Name, u64> =
        view.matches.iter().map(|one| (one.row.id, one.mentors.len() as u64)).collect();
    let met =
        view.rows.meetings.iter().map(|row| {
            u64::from(row.minutes.unwrap_or(0)) * mentors.get(&row.the_match).copied().unwrap_or(0)
        });
    let came =
        view.rows.attendance.iter().filter(|row| {
            row.role == Some(PersonRole::Mentor) && row.status == Some(AttendanceStatus::Present)
        });
    let mut lengths: HashMap<Name, u64> = HashMap::new();
    let sat = came.map(|row| {
        *lengths.entry(row.session).or_insert_with(|| {
            let id = view.all.text(row.session);
            let session = view.cohort.sessions.iter().find(|session| session.id.as_str() == id);
            let counts =
                session.filter(|one| matches!(one.kind, SessionKind::Training | SessionKind::PeerMeeting));
            u64::from(counts.and_then(|session| session.minutes).unwrap_or(0))
        })
    });
    met.sum::<u64>() + sat.sum::<u64>()
}
