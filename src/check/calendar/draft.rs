//! A session on its way: what is known before holidays and clocks are heeded.

use chrono::NaiveDate;

use super::CohortPhase;
use crate::check::Session;
use crate::diag::Place;
use crate::model::{
    Audience, CalendarRow, CheckIn, CheckInKind, CohortFile, CohortStatus, HeldBy, Id, Program, Role,
    SessionStatus, Text,
};

/// What a cohort's calendar is compiled from.
#[derive(Clone, Copy)]
pub(super) struct Year<'a> {
    pub program: &'a Program,
    pub calendar: &'a [CalendarRow],
    pub check_ins: &'a [CheckIn],
    pub phases: &'a [CohortPhase],
    pub cohort: &'a CohortFile,
    pub id: &'a Id,
    pub weeks: i32,
}

/// A session with what the compiled one does not show.
pub(super) struct Draft {
    pub session: Session,
    /// Whose local time it keeps.
    pub site: Option<Id>,
    /// Whether the engine made up its id.
    pub made_id: bool,
    /// Whether the cohort itself set its date: then a holiday does not take it away.
    pub own_date: bool,
    /// The change that was made to it.
    pub changed: Option<Place>,
}

impl<'a> Year<'a> {
    pub fn check_in(&self, id: &Id) -> Option<&'a CheckIn> {
        self.check_ins.iter().find(|c| c.id == *id)
    }

    pub fn row(&self, id: &Id) -> Option<&'a CalendarRow> {
        self.calendar.iter().find(|r| r.id == *id)
    }

    pub fn language(&self) -> &'a str {
        self.program.languages.first().map_or("en", String::as_str)
    }

    pub fn last_week_of(&self, phase: &Id) -> Option<i32> {
        self.phases.iter().find(|(id, _, _)| id == phase).map(|(_, _, to)| *to)
    }

    /// What became of a session of which nobody wrote it: nothing is assumed about the past.
    pub fn status(&self, date: Option<NaiveDate>) -> SessionStatus {
        let to_come = match self.cohort.status {
            CohortStatus::Planned => true,
            CohortStatus::Active => {
                matches!((date, self.cohort.data_as_of), (Some(day), Some(known)) if day > known)
            }
            CohortStatus::Closed => false,
        };
        if to_come { SessionStatus::Planned } else { SessionStatus::Unknown }
    }
}

/// Who comes to a check-in: those who are asked, and whoever holds it from outside the match.
pub(super) fn audience_of(check_in: Option<&CheckIn>) -> Vec<Audience> {
    let Some(check_in) = check_in else { return vec![Audience::Everyone] };
    let asked = |wanted: Role| {
        check_in.reflections.is_empty()
            || check_in.reflections.iter().any(|r| r.role == wanted || r.role == Role::Both)
    };
    let mut audience = Vec::new();
    if asked(Role::Mentor) {
        audience.push(Audience::Mentor);
    }
    if asked(Role::Mentee) {
        audience.push(Audience::Mentee);
    }
    if check_in.by == HeldBy::Facilitator {
        audience.push(Audience::Facilitator);
    }
    audience
}

/// The name of a check-in, or words made from its id.
pub(super) fn name_of(check_in: &CheckIn) -> Text {
    check_in.name.clone().unwrap_or_else(|| in_words(check_in.id.as_str(), check_in.origin))
}

/// `mentor-training` and `mentor_training` read "Mentor training".
pub(super) fn in_words(id: &str, place: Place) -> Text {
    let words = id.replace(['-', '_'], " ");
    let mut letters = words.chars();
    let title: String = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
    let mut text = Text::plain(&title);
    text.place = place;
    text
}

/// Whether the calendar gives this check-in a session although no row does: pairs keep informal ones by themselves.
pub(super) fn is_scheduled_alone(check_in: &CheckIn) -> bool {
    check_in.kind != CheckInKind::Informal
}
