//! A cohort as measures see it: people joined, matches with their clocks, and the day of the data.
//!
//! Private: nothing here serialises. Counts nothing by itself.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::NaiveDate;

use super::survey::{self, Surveyed};
use crate::check::{Cohort, Handbook, Session};
use crate::model::{CohortStatus, Id, Role};
use crate::outcomes::rows::records::{CohortRows, Rows};
use crate::outcomes::rows::words::{EndReason, EventKind, MatchStatus, PersonRole};
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
    /// Who joined later, and for good: people of the match, of whom nothing is asked that was before.
    pub joined: BTreeSet<(Name, PersonRole)>,
    pub group: Group,
    pub reason: Option<EndReason>,
    pub ended_on: Option<NaiveDate>,
    /// The day on which it began; of a match that continues another, in this cohort.
    pub begun: Option<NaiveDate>,
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

    /// Its people in a role, those who joined later included.
    pub fn everybody(&self, role: Role) -> BTreeSet<Name> {
        let is_theirs = |side: PersonRole| match side {
            PersonRole::Mentor => role != Role::Mentee,
            PersonRole::Mentee => role != Role::Mentor,
            PersonRole::Facilitator | PersonRole::Coordinator => false,
        };
        let later = self.joined.iter().filter(|(_, side)| is_theirs(*side)).map(|(who, _)| *who);
        self.side(role).chain(later).collect()
    }

    /// Whether somebody joined it later in a role.
    pub fn has_changed(&self, role: Role) -> bool {
        self.everybody(role).len() > self.side(role).count()
    }

    /// Whole days from the start of the match to a day, less the paused days between: its own clock.
    pub fn length(&self, until: NaiveDate) -> Option<i64> {
        let from = self.begun?;
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
        Some((self.row.planned_end? - self.begun?).num_days())
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
    /// Whether matches may still begin: those that began since would be known when the cohort closes.
    pub fn is_growing(&self) -> bool {
        self.cohort.is_growing()
    }

    /// A cohort that has rows.
    pub fn new(book: &'a Handbook, id: &Id, all: &'a Rows) -> Option<Self> {
        let cohort = book.cohort(id.as_str())?;
        let rows = all.of(id);
        let as_of = cohort.file.data_as_of.unwrap_or(book.today);
        let closed = cohort.file.status == CohortStatus::Closed;
        let mut pauses = pauses(rows);
        let joined = joined(rows);
        let started = rows.matches.iter().filter(|row| row.status != Some(MatchStatus::Proposed));
        let matches = started.map(|row| {
            let ending = rows.endings.get(&row.id);
            let reason = ending.and_then(|ending| ending.reason);
            let join = |names: &[Name]| names.iter().map(|name| all.people.person(*name)).collect();
            let later = joined.get(&row.id).into_iter().flatten();
            Relation {
                row,
                mentors: join(&row.mentors),
                mentees: join(&row.mentees),
                joined: later.map(|(who, role)| (all.people.person(*who), *role)).collect(),
                group: Group::of(row.status, reason, closed),
                reason,
                ended_on: ending.and_then(|ending| ending.ended_on),
                begun: match row.continues {
                    Some(_) => row.matched_on.max(Some(cohort.file.start)),
                    None => row.matched_on,
                },
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

/// What events.csv says of the pauses of a match.
#[derive(Default)]
struct Breaks {
    /// Days with `paused`, several rows of one day being one pause, with the latest `until`.
    paused: BTreeMap<NaiveDate, Option<NaiveDate>>,
    /// Days with `resumed`.
    resumed: BTreeSet<NaiveDate>,
}

impl Breaks {
    /// A pause lasts from its `paused` to the first `resumed` from then on that comes no later than the next `paused`
    /// and ends no pause before it, else to its `until` or the next `paused`, whichever is first, else without end.
    fn pauses(mut self) -> Vec<(NaiveDate, Option<NaiveDate>)> {
        let next = self.paused.keys().skip(1).copied().map(Some).chain([None]);
        let pauses = self.paused.iter().zip(next).map(|((begin, until), next)| {
            let back = self.resumed.range(begin..).next().copied();
            let end = match back.filter(|day| next.is_none_or(|next| *day <= next)) {
                Some(day) => self.resumed.take(&day),
                None => until.iter().copied().chain(next).min(),
            };
            (*begin, end)
        });
        pauses.collect()
    }
}

/// Who joined each match later, and for good: in which role.
fn joined(rows: &CohortRows) -> HashMap<Name, Vec<(Name, PersonRole)>> {
    let mut joined: HashMap<Name, Vec<(Name, PersonRole)>> = HashMap::new();
    for event in rows.events.iter().filter(|event| event.until.is_none()) {
        if let Some(who) = event.joined {
            joined.entry(event.the_match).or_default().push(who);
        }
    }
    joined
}

/// The pauses of each match.
fn pauses(rows: &CohortRows) -> HashMap<Name, Vec<(NaiveDate, Option<NaiveDate>)>> {
    let mut breaks: HashMap<Name, Breaks> = HashMap::new();
    for event in &rows.events {
        let Breaks { paused, resumed } = breaks.entry(event.the_match).or_default();
        match event.kind {
            EventKind::Paused => {
                let until = paused.entry(event.date).or_default();
                *until = (*until).max(event.until);
            }
            EventKind::Resumed => drop(resumed.insert(event.date)),
            EventKind::Joined | EventKind::Left | EventKind::Away => {}
        }
    }
    breaks.into_iter().map(|(the_match, breaks)| (the_match, breaks.pauses())).collect()
}

#[cfg(test)]
mod tests {
    use chrono::Datelike;

    use super::*;
    use crate::outcomes::rows::records::Event;

    /// Days of one October: `p` paused, `p..9` until the 9th, `r` resumed; and the pauses, an open one without end.
    #[test]
    fn pauses_end_at_their_own_return() {
        for (events, expected) in [
            ("", ""),
            ("r3", ""),
            ("p1", "1.."),
            ("p1..5", "1..5"),
            ("p1 r4", "1..4"),
            ("r4 p1", "1..4"),
            // Who came back is known; until when it was planned says nothing beside it.
            ("p1..9 r4", "1..4"),
            ("p1..3 r4", "1..4"),
            ("p5 r4", "5.."),
            ("p1 r4 r6", "1..4"),
            // A return belongs to the last pause before it.
            ("p1..5 p10 r14", "1..5 10..14"),
            ("p1..5 p10..15", "1..5 10..15"),
            ("p1..5 r4 p10 r14", "1..4 10..14"),
            ("p1 r4 p10..15", "1..4 10..15"),
            // Paused in a row: each is taken up by the next.
            ("p1 p10 r14", "1..10 10..14"),
            ("p1..20 p10 r14", "1..10 10..14"),
            ("p1..20 p10..15", "1..10 10..15"),
            ("p1 p10", "1..10 10.."),
            ("p1..3 p5..7 p10 r14 p20", "1..3 5..7 10..14 20.."),
            // Back and away again on one day; only what goes on can be resumed.
            ("p1 r10 p10", "1..10 10.."),
            ("p1 r10 p10 r14", "1..10 10..14"),
            ("p1..5 p10 r10 r14", "1..10 10..14"),
            ("p1 r4 p10 r10", "1..4 10..10"),
            ("p10 r10", "10..10"),
            ("p10 r10 p14 r20", "10..10 14..20"),
            // Two rows of one day are one pause.
            ("p1 p1..5", "1..5"),
            ("p1..5 p1..7 r3 r3", "1..3"),
        ] {
            let day = |text: &str| NaiveDate::from_ymd_opt(2026, 10, text.parse().unwrap_or_default());
            let event = |one: &str| {
                let (date, until) = one[1..].split_once("..").unwrap_or((&one[1..], ""));
                let kind = if one.starts_with('p') { EventKind::Paused } else { EventKind::Resumed };
                Some(Event { the_match: 0, date: day(date)?, kind, until: day(until), joined: None })
            };
            let rows = events.split_whitespace().filter_map(event).collect();
            let found = pauses(&CohortRows { events: rows, ..CohortRows::default() });
            let shown = |(begin, end): &(NaiveDate, Option<NaiveDate>)| {
                format!("{}..{}", begin.day(), end.map_or(String::new(), |end| end.day().to_string()))
            };
            let shown: Vec<String> = found.get(&0).into_iter().flatten().map(shown).collect();
            assert_eq!(shown.join(" "), expected, "{events:?}");
        }
    }
}
