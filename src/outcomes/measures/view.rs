//! A cohort as measures see it: people joined, matches with their clocks, and the day of the data.
//!
//! Private: nothing here serialises. Counts nothing by itself.

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;

use super::survey::{self, Surveyed};
use crate::check::{Cohort, Handbook, Session};
use crate::model::{CohortStatus, Id, Role};
use crate::outcomes::rows::records::{CohortRows, Rows};
use crate::outcomes::rows::words::{EndReason, EventKind, MatchStatus};
use crate::outcomes::rows::{Match, Name};

/// How a started match stands or ended. The first two are successes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// Completed.
    AsPlanned,
    /// Completed early, for what was wanted is reached.
    GoalsMet,
    /// Ended by what happened outside it.
    Circumstances,
    /// Ended by the relationship, or by our support.
    Relationship,
    /// Ended early, nobody recorded or said why.
    Unexplained,
    /// Still running, in a cohort that is not closed.
    Running,
    /// Nobody recorded what became of it.
    Unrecorded,
}

impl Group {
    /// Ended before its time without its goals being met.
    pub fn is_early(self) -> bool {
        matches!(self, Self::Circumstances | Self::Relationship | Self::Unexplained)
    }

    /// Completed, as planned or because goals were met.
    pub fn is_success(self) -> bool {
        matches!(self, Self::AsPlanned | Self::GoalsMet)
    }

    /// The editorial groups of the content model. A completed match ended as planned, whatever else is told of it.
    fn of(status: Option<MatchStatus>, reason: Option<EndReason>, closed: bool) -> Self {
        use EndReason as R;
        match (status, reason) {
            (Some(MatchStatus::Active | MatchStatus::Paused), _) if !closed => Self::Running,
            (_, Some(R::GoalsMetEarly)) => Self::GoalsMet,
            (Some(MatchStatus::Completed), _) | (_, Some(R::CompletedTerm)) => Self::AsPlanned,
            (_, Some(reason)) if is_circumstance(reason) => Self::Circumstances,
            (_, Some(R::DeclinedToSay | R::HeldElsewhere | R::Other | R::Unknown))
            | (Some(MatchStatus::EndedEarly | MatchStatus::Rematched), None) => Self::Unexplained,
            (_, Some(_)) => Self::Relationship,
            (_, None) => Self::Unrecorded,
        }
    }
}

/// What happened outside the match.
fn is_circumstance(reason: EndReason) -> bool {
    use EndReason as R;
    matches!(
        reason,
        R::LifeChangeMentor | R::LifeChangeMentee | R::LifeChange | R::ProgramEnded | R::WithdrewOnRequest
    )
}

/// A match that started.
pub struct Relation<'a> {
    pub row: &'a Match,
    pub mentors: BTreeSet<Name>,
    pub mentees: BTreeSet<Name>,
    pub group: Group,
    pub reason: Option<EndReason>,
    pub ended_on: Option<NaiveDate>,
    /// Days on which it was paused, as ranges whose end is not in them; `None`: it never went on.
    pauses: Vec<(NaiveDate, Option<NaiveDate>)>,
}

impl Relation<'_> {
    /// Its people in a role.
    pub fn side(&self, role: Role) -> impl Iterator<Item = Name> + '_ {
        let (mentors, mentees) = match role {
            Role::Mentor => (Some(&self.mentors), None),
            Role::Mentee => (None, Some(&self.mentees)),
            Role::Both => (Some(&self.mentors), Some(&self.mentees)),
        };
        mentors.into_iter().chain(mentees).flatten().copied()
    }

    /// Whole days from the start of the match to a day, less the paused days between: its own clock.
    pub fn length(&self, until: NaiveDate) -> Option<i64> {
        let from = self.row.matched_on?;
        let paused = self.paused(from, until).len();
        Some((until - from).num_days() - i64::try_from(paused).unwrap_or(i64::MAX))
    }

    /// The paused days from one day to before another, each once.
    pub fn paused(&self, from: NaiveDate, until: NaiveDate) -> BTreeSet<NaiveDate> {
        let days = self.pauses.iter().flat_map(|(begin, end)| {
            let stop = end.map_or(until, |end| end.min(until));
            begin
                .iter_days()
                .take_while(move |day| *day < stop)
                .filter(|day| *day >= from)
                .collect::<Vec<_>>()
        });
        days.collect()
    }

    /// Its planned length in days.
    pub fn planned(&self) -> Option<i64> {
        Some((self.row.planned_end? - self.row.matched_on?).num_days())
    }

    /// The last day on which it is known to have run.
    pub fn last_day(&self, as_of: NaiveDate) -> Option<NaiveDate> {
        match self.group {
            Group::Running => Some(as_of),
            Group::AsPlanned => self.ended_on.or(self.row.planned_end),
            _ => self.ended_on,
        }
    }
}

/// One cohort with everything that is measured on it.
pub struct View<'a> {
    pub book: &'a Handbook,
    pub cohort: &'a Cohort,
    pub rows: &'a CohortRows,
    pub all: &'a Rows,
    /// The matches that started: every status but `proposed`, an empty one included.
    pub matches: Vec<Relation<'a>>,
    /// The surveys that have answers.
    pub surveys: Vec<Surveyed<'a>>,
    pub as_of: NaiveDate,
    pub closed: bool,
}

impl<'a> View<'a> {
    /// A cohort that has rows.
    pub fn new(book: &'a Handbook, id: &Id, all: &'a Rows) -> Option<Self> {
        let cohort = book.cohort(id.as_str())?;
        let rows = all.of(id);
        let as_of = cohort.file.data_as_of.unwrap_or(book.today);
        let closed = cohort.file.status == CohortStatus::Closed;
        let mut pauses = pauses(rows);
        let started = rows.matches.iter().filter(|row| row.status != Some(MatchStatus::Proposed));
        let matches = started.map(|row| {
            let ending = rows.endings.get(&row.id);
            let reason = ending.and_then(|ending| ending.reason);
            let join = |names: &[Name]| names.iter().map(|name| all.people.person(*name)).collect();
            Relation {
                row,
                mentors: join(&row.mentors),
                mentees: join(&row.mentees),
                group: Group::of(row.status, reason, closed),
                reason,
                ended_on: ending.and_then(|ending| ending.ended_on),
                pauses: pauses.remove(&row.id).unwrap_or_default(),
            }
        });
        let matches = matches.collect();
        let surveys = survey::all(cohort, rows, &all.people);
        Some(Self { book, cohort, rows, all, matches, surveys, as_of, closed })
    }

    /// Whether a session may have been held: not called off, nor still to come. Of others a list says who signed up.
    pub fn may_be_held(&self, session: &Session) -> bool {
        session.takes_place() && session.date.is_none_or(|date| date <= self.as_of)
    }

    /// The planned length of the cohort in days, where it has an end.
    pub fn planned(&self) -> Option<i64> {
        Some((self.cohort.file.end? - self.cohort.file.start).num_days())
    }
}

/// From each `paused` to the first `resumed` of that match on or after it; without one, to `until`.
fn pauses(rows: &CohortRows) -> HashMap<Name, Vec<(NaiveDate, Option<NaiveDate>)>> {
    let mut back: HashMap<Name, Vec<NaiveDate>> = HashMap::new();
    for event in rows.events.iter().filter(|event| event.kind == EventKind::Resumed) {
        back.entry(event.the_match).or_default().push(event.date);
    }
    let mut found: HashMap<Name, Vec<_>> = HashMap::new();
    for event in rows.events.iter().filter(|event| event.kind == EventKind::Paused) {
        let resumed = back.get(&event.the_match).into_iter().flatten();
        let end = resumed.copied().filter(|day| *day >= event.date).min().or(event.until);
        found.entry(event.the_match).or_default().push((event.date, end));
    }
    found
}
