//! Measures: what is counted on the rows of a cohort, one file for each.
//!
//! Private numbers go in and private counts come out; what of them may be printed is decided by `disclose`
//! alone. Must not choose a form or round a figure for the public.

mod change;
mod check_ins;
mod choices;
mod contacts;
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

use super::disclose::{Asked, BadKey, Class, Described, FactKey, Question, Raise};
use super::rows::Name;
use crate::model::Role;

pub(super) use definition::meaning;
pub use limits::Crowded;
pub(super) use limits::crowded;
pub(super) use pool::pool;
pub(super) use reported::row as row_of_results;
pub(super) use role_change::Mentees;
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
    /// All matches and all mentors that there are, where it is not known which of them are described.
    pub of: Option<(u32, u32)>,
    /// Whether persons are ids of people. A code is a name that somebody chose, and may be anybody's.
    pub identified: bool,
}

impl Behind {
    /// All matches that started. How few mentees they may have is public, and part of the limits: to look whether
    /// they are enough would tell how many were matched again.
    fn matches(view: &View) -> Self {
        Self {
            persons: view.matches.iter().map(|one| one.row.id).collect(),
            matches: view.matches.iter().map(|one| one.row.id).collect(),
            mentors: people::matched(view, Role::Mentor),
            of: None,
            identified: true,
        }
    }

    /// People under codes or without any name: which matches they are in is not known.
    fn unknown(view: &View, persons: BTreeSet<Name>) -> Self {
        let of = (many(view.matches.iter()), many(people::matched(view, Role::Mentor).iter()));
        let of = view.rows.has("matches").then_some(of);
        Self { persons, of, ..Self::default() }
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
            ..Self::unknown(view, BTreeSet::new())
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
    pub asked: Asked,
    /// Those behind it; of an open figure, nobody is kept.
    pub behind: Behind,
    /// Rows that no row of people stands for, where only their number is known.
    pub unnamed: u32,
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
        Self { key, class, change: false, raise, asked, behind, unnamed: 0, largest_cohort: 0 }
    }

    /// As the publisher takes it. Where matches or mentors are not known, there are as many as persons, and no
    /// more than there are in the cohort.
    pub fn question(&self) -> Question {
        let size = |set: &BTreeSet<Name>| many(set.iter());
        let rows = match &self.asked {
            // Who came back to several cohorts of a pool is part of its limits: counted once, it would tell that some did.
            Asked::Answers(answers) if self.largest_cohort > 0 => answers.n(),
            _ => size(&self.behind.persons) + self.unnamed,
        };
        let or = |known: u32, most: u32| if known == 0 { rows.min(most) } else { known };
        let (matches, mentors) = self.behind.of.unwrap_or((rows, rows));
        let described = Described {
            persons: rows,
            matches: or(size(&self.behind.matches), matches),
            mentors: or(size(&self.behind.mentors), mentors),
            largest_cohort: self.largest_cohort,
        };
        Question {
            key: self.key.clone(),
            class: self.class,
            described,
            change: self.change,
            raise: self.raise,
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
