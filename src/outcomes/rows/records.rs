//! The sound rows of a cohort, typed: what measures are computed from. Empty is `None`, never *no*.
//!
//! Nothing here serialises or is public outside `outcomes`; people and matches are numbers.

use std::collections::{BTreeMap, HashMap};
use std::sync::OnceLock;

use chrono::NaiveDate;

use super::cell::{Cell, Name};
use super::codes::ROWS_VALUE;
use super::matches::{Ending, Match};
use super::people::People;
use super::read::{Flaw, Reader, Row, Tally};
use super::words::{AttendanceStatus, ContactOutcome, EventKind, LogResult, PersonRole};
use crate::model::{ContactKind, Id, Role};
use crate::outcomes::measures::Mentees;

/// The rows of all cohorts.
#[derive(Default)]
pub(in crate::outcomes) struct Rows {
    pub cohorts: BTreeMap<Id, CohortRows>,
    /// The texts of names, for the ledger's keyed ids.
    pub names: Vec<Box<str>>,
    /// Who is the same person under several ids.
    pub people: People,
    /// Who was a mentee where, found when first asked for.
    pub mentees: OnceLock<Mentees>,
    /// The rows of a cohort that has none.
    none: CohortRows,
}

impl Rows {
    /// The rows of a cohort, which may have none.
    pub fn of(&self, cohort: &Id) -> &CohortRows {
        self.cohorts.get(cohort).unwrap_or(&self.none)
    }

    /// The text of a name.
    pub fn text(&self, name: Name) -> &str {
        self.names.get(name as usize).map_or("", |text| text)
    }
}

/// The rows of one cohort.
#[derive(Default)]
pub(in crate::outcomes) struct CohortRows {
    /// Somebody in one role each: a person in two roles has two rows.
    pub participants: Vec<Name>,
    /// A fingerprint of the rows that say who is the same person.
    pub joined: u128,
    /// Whether some of them are minors, or have a guardian who agreed.
    pub minors: bool,
    pub matches: Vec<Match>,
    pub endings: HashMap<Name, Ending>,
    pub events: Vec<Event>,
    pub log: Vec<Logged>,
    pub contacts: Vec<Contact>,
    pub meetings: Vec<Meetings>,
    pub attendance: Vec<Attended>,
    pub applicants: Vec<Applicant>,
    pub answers: Vec<Answers>,
    /// What became of the rows of each file that is there.
    pub files: BTreeMap<String, Tally>,
}

impl CohortRows {
    /// Whether there is a file of that name: where there is none, nothing was recorded of anybody.
    pub fn has(&self, file: &str) -> bool {
        self.files.contains_key(file)
    }

    /// Takes a row of a file whose rows stand for themselves.
    pub(super) fn take(&mut self, file: &str, row: &Row) {
        match file {
            "events" => self.events.extend(Event::of(row)),
            "checkin-log" => self.log.extend(Logged::of(row)),
            "meetings" => self.meetings.extend(Meetings::of(row)),
            "attendance" => self.attendance.extend(Attended::of(row)),
            "applicants" => self.applicants.extend(Applicant::of(row)),
            _ => {}
        }
    }
}

/// What happened in a match on a day.
pub(in crate::outcomes) struct Event {
    pub the_match: Name,
    pub date: NaiveDate,
    pub kind: EventKind,
    pub until: Option<NaiveDate>,
    /// Who joined the match, and on which side.
    pub joined: Option<(Name, PersonRole)>,
}

impl Event {
    /// Who joined a match knows it, as its mentor or mentee.
    pub(super) fn flaw(reader: &Reader, row: &Row) -> Option<Flaw> {
        let joined = word(row, 2, EventKind::ALL) == Some(EventKind::Joined);
        let column = [3, 4].into_iter().find(|column| joined && row.cells[*column] == Cell::Empty)?;
        let name = reader.spec.columns[column].name;
        Some(Flaw {
            column: reader.column(column),
            code: &ROWS_VALUE,
            message: format!("somebody joined, and `{name}` is empty"),
            help: "write who it was, and as what: mentor, mentee, facilitator or coordinator".to_owned(),
            leaves_out: true,
        })
    }

    fn of(row: &Row) -> Option<Self> {
        let kind = word(row, 2, EventKind::ALL)?;
        let joined = row.cells[3].name().zip(word(row, 4, PersonRole::ALL));
        Some(Self {
            the_match: row.cells[0].name()?,
            date: row.cells[1].date()?,
            kind,
            until: row.cells[5].date(),
            joined: joined.filter(|_| kind == EventKind::Joined),
        })
    }
}

/// A check-in of a match: an offer, and the day on which it was held.
pub(in crate::outcomes) struct Logged {
    pub the_match: Name,
    pub check_in: Name,
    pub held_on: Option<NaiveDate>,
}

impl Logged {
    fn of(row: &Row) -> Option<Self> {
        Some(Self {
            the_match: row.cells[0].name()?,
            check_in: row.cells[1].name()?,
            // Whoever missed it or declined did not hold it, whatever day stands there.
            held_on: row.cells[4].date().filter(|_| {
                let result = word(row, 5, LogResult::ALL);
                !matches!(result, Some(LogResult::Missed | LogResult::Declined))
            }),
        })
    }
}

/// A contact of the staff with a match.
pub(in crate::outcomes) struct Contact {
    pub the_match: Name,
    pub date: NaiveDate,
    /// With whom.
    pub side: Option<Role>,
    pub kind: Option<ContactKind>,
    pub outcome: Option<ContactOutcome>,
}

/// The meetings of a match in a month.
pub(in crate::outcomes) struct Meetings {
    pub the_match: Name,
    pub minutes: Option<u32>,
}

impl Meetings {
    fn of(row: &Row) -> Option<Self> {
        let count = |at: usize| if let Cell::Count(n) = row.cells[at] { Some(n) } else { None };
        Some(Self { the_match: row.cells[0].name()?, minutes: count(3) })
    }
}

/// Whether somebody came to a session.
pub(in crate::outcomes) struct Attended {
    pub session: Name,
    pub person: Name,
    pub status: Option<AttendanceStatus>,
}

impl Attended {
    fn of(row: &Row) -> Option<Self> {
        Some(Self {
            session: row.cells[0].name()?,
            person: row.cells[1].name()?,
            status: word(row, 3, AttendanceStatus::ALL),
        })
    }
}

/// Somebody who applied in one role.
pub(in crate::outcomes) struct Applicant {
    pub person: Name,
    pub role: Option<PersonRole>,
}

impl Applicant {
    fn of(row: &Row) -> Option<Self> {
        Some(Self { person: row.cells[0].name()?, role: word(row, 1, PersonRole::ALL) })
    }
}

/// The answers to one survey, a column for each question.
pub(in crate::outcomes) struct Answers {
    /// Its place among the surveys of the cohort.
    pub survey: usize,
    pub rows: Vec<Answered>,
    /// Each question with one answer a row.
    pub questions: HashMap<Id, Vec<Option<i32>>>,
    /// How many rows are left out, for who answered counts in another survey that asks the same.
    pub elsewhere: u32,
}

impl Answers {
    /// Whether a row holds an answer to any question.
    pub fn has_answer(&self, row: usize) -> bool {
        self.questions.values().any(|column| column.get(row).is_some_and(Option::is_some))
    }

    /// Whether two surveys ask the same, as one for each site does.
    pub fn asks_what(&self, other: &Self) -> bool {
        let theirs = &other.questions;
        self.questions.len() == theirs.len() && self.questions.keys().all(|id| theirs.contains_key(id))
    }

    /// Drops the rows that are not to be kept, with their answers.
    #[allow(clippy::iter_over_hash_type)] // each column is thinned by itself, in any order
    pub(super) fn keep(&mut self, keep: &[bool]) {
        fn thin<T>(all: &mut Vec<T>, keep: &[bool]) {
            let mut keep = keep.iter();
            all.retain(|_| keep.next().copied().unwrap_or(true));
        }
        thin(&mut self.rows, keep);
        for column in self.questions.values_mut() {
            thin(column, keep);
        }
    }
}

/// Who answered, about which match, and when.
#[derive(Clone, Copy)]
pub(in crate::outcomes) struct Answered {
    /// The person, or the code that somebody chose.
    pub who: Option<Name>,
    pub the_match: Option<Name>,
    pub on: Option<NaiveDate>,
}

/// The word in a cell.
pub(super) fn word<T: Copy>(row: &Row, at: usize, all: &[T]) -> Option<T> {
    if let Cell::Word(word) = row.cells[at] { all.get(word).copied() } else { None }
}
