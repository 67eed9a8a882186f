//! Measures: what is counted on the rows of a cohort, one file for each.
//!
//! Private numbers go in and private counts come out; what of them may be printed is decided by `disclose`
//! alone. Must not choose a form or round a figure for the public.

mod asked;
mod change;
mod check_ins;
mod choices;
mod contacts;
mod crowded;
mod definition;
mod endings;
mod expectations;
mod hours;
mod limits;
mod people;
mod pool;
mod reported;
mod response;
pub(super) mod retention;
mod role_change;
mod scores;
mod sessions;
mod survey;
#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;
#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests_lists;
mod view;

use std::collections::BTreeSet;

use super::disclose::{Asked, BadKey, Class, FactKey, Question, Raise};
use super::rows::Name;
use crate::model::Role;

pub use crowded::Crowded;
pub(super) use crowded::crowded;
pub(super) use definition::meaning;
pub(super) use pool::pool;
pub(super) use reported::row as row_of_results;
pub(super) use role_change::{Mentees, is_of_before};
pub(super) use scores::{Answered, answers};
pub(super) use view::{Group, Relation, View};

/// Something that is counted on every cohort.
pub trait Measure: Sync {
    /// Its name, as a kebab-case word.
    fn name(&self) -> &'static str;

    /// What is counted, in what unit, and on which assumption: one or two sentences for the reference.
    fn about(&self) -> &'static str;
}

/// A measure that reads rows.
pub(super) trait Counts: Measure {
    /// Its questions on one cohort.
    fn ask(&self, view: &View) -> Vec<Counted>;
}

/// All of them, in the order in which they are told.
pub(super) static MEASURES: &[&dyn Counts] = &[
    &people::Served,
    &people::Funnel,
    &endings::Completion,
    &expectations::Expectations,
    &contacts::FirstMonth,
    &sessions::Sessions,
    &hours::Hours,
    &response::Response,
    &scores::Levels,
    &change::Change,
    &choices::Selected,
    &role_change::RoleChange,
    &reported::Reported,
];

/// The measures with their documents, for the reference.
pub fn all() -> impl Iterator<Item = (&'static str, &'static str)> {
    MEASURES.iter().map(|measure| (measure.name(), measure.about()))
}

/// Those whom a figure describes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Behind {
    pub persons: BTreeSet<Name>,
    pub matches: BTreeSet<Name>,
    pub mentors: BTreeSet<Name>,
    /// Whether persons are ids of people, and all there are. A code is a name that somebody chose, and may be anybody's.
    pub identified: bool,
}

impl Behind {
    /// All matches that started.
    fn matches(view: &View) -> Self {
        Self {
            persons: view.matches.iter().map(|one| one.row.id).collect(),
            matches: view.matches.iter().map(|one| one.row.id).collect(),
            mentors: people::matched(view, Role::Mentor),
            identified: true,
        }
    }

    /// People under codes or without any name: which matches they are in is not known.
    fn unknown(persons: BTreeSet<Name>) -> Self {
        Self { persons, ..Self::default() }
    }

    /// Some people, with the matches that they are in on a side, and the mentors of these.
    fn people(view: &View, persons: BTreeSet<Name>, role: Role) -> Self {
        let theirs: Vec<_> =
            view.matches.iter().filter(|one| one.side(role).any(|who| persons.contains(&who))).collect();
        Self {
            matches: theirs.iter().map(|one| one.row.id).collect(),
            mentors: theirs.iter().flat_map(|one| one.mentors.iter().copied()).collect(),
            persons,
            identified: true,
        }
    }
}

/// A question with its counts and those behind it.
#[derive(Debug, Clone)]
pub(super) struct Counted {
    pub key: FactKey,
    pub class: Class,
    pub change: bool,
    pub raise: Raise,
    /// Whether its rows are of too few matches, however many they are.
    pub few: bool,
    pub asked: Asked,
    /// Those behind it; of an open figure, nobody is kept.
    pub behind: Behind,
    /// Of a pool, the rows of its largest cohort.
    pub largest_cohort: u32,
}

impl Counted {
    /// An open figure.
    fn open(key: Result<FactKey, BadKey>, value: u64) -> Option<Self> {
        Some(Self::new(key.ok()?, Class::Open, Asked::Open(value), Behind::default()))
    }

    /// An ordinary figure.
    fn ordinary(key: Result<FactKey, BadKey>, asked: Asked, behind: Behind) -> Option<Self> {
        Some(Self::new(key.ok()?, Class::Ordinary, asked, behind))
    }

    fn new(key: FactKey, class: Class, asked: Asked, behind: Behind) -> Self {
        let raise = Raise::default();
        Self { key, class, change: false, raise, few: false, asked, behind, largest_cohort: 0 }
    }

    /// As the publisher takes it.
    pub fn question(&self) -> Question {
        Question {
            key: self.key.clone(),
            class: self.class,
            largest_cohort: self.largest_cohort,
            change: self.change,
            raise: self.raise,
            few: self.few,
            asked: self.asked.clone(),
        }
    }
}

/// Everything that is counted on a cohort.
pub(super) fn count(view: &View) -> Vec<Counted> {
    let all = MEASURES.iter().flat_map(|measure| measure.ask(view));
    all.map(|one| limits::raised(view, one)).collect()
}

/// How many, as a count of the publisher.
fn many<T>(of: impl Iterator<Item = T>) -> u32 {
    u32::try_from(of.count()).unwrap_or(u32::MAX)
}
