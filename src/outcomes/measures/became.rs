//! Mentees who became mentors.

use std::collections::{BTreeMap, HashMap};
use std::ops::Bound::{Excluded, Unbounded};

use chrono::NaiveDate;

use super::super::disclose::{Answers, Asked, FactKey};
use super::super::rows::Name;
use super::super::rows::records::Rows;
use super::super::rows::words::MatchStatus;
use super::view::{Relation, View};
use super::{Behind, Counted, Counts, Measure, many};
use crate::check::Handbook;
use crate::model::Role;

/// Mentees of this cohort who are mentors of a later one.
pub struct BecameMentors;

impl Measure for BecameMentors {
    fn name(&self) -> &'static str {
        "became-mentors"
    }

    fn about(&self) -> &'static str {
        "Matches that started of which a mentee, up to the day of the release, is the mentor of a match that \
         started in a cohort with a later start. Ids joined by `same_as` are one person. Told once as many matches \
         have started in later cohorts as in this one: beside the few of a small cohort it would tell of these."
    }
}

impl Counts for BecameMentors {
    fn ask(&self, view: &View) -> Vec<Counted> {
        let Some(later) = later_mentors(view) else { return Vec::new() };
        let became = |one: &&Relation| one.side(Role::Mentee).any(&later);
        let yes = many(view.matches.iter().filter(became));
        let answers = Answers { yes, no: many(view.matches.iter()) - yes, unrecorded: 0 };
        let key = FactKey::new("mentee-side", "became-mentors", None, None);
        Counted::ordinary(key, Asked::Answers(answers), Behind::matches(view)).into_iter().collect()
    }
}

/// Whether somebody is a mentor of a match that started in a later cohort; `None` while fewer matches
/// than here have started in later ones.
pub(super) fn later_mentors<'v>(view: &View<'v>) -> Option<impl Fn(Name) -> bool + 'v> {
    let Mentors { starts, started } = view.all.mentors.get_or_init(|| Mentors::of(view.book, view.all));
    let mine = view.cohort.file.start;
    let later: u32 = started.range((Excluded(mine), Unbounded)).map(|(_, n)| n).sum();
    (later >= many(view.matches.iter()).max(1))
        .then_some(move |who| starts.get(&who).is_some_and(|start| *start > mine))
}

/// Who is a mentor how late. Found once for all cohorts, for each asks it of all that follow.
pub(in crate::outcomes) struct Mentors {
    /// The start of the latest cohort in which a match of this mentor started.
    starts: HashMap<Name, NaiveDate>,
    /// How many matches have started in cohorts that start on a day.
    started: BTreeMap<NaiveDate, u32>,
}

impl Mentors {
    fn of(book: &Handbook, all: &Rows) -> Self {
        let mut this = Self { starts: HashMap::new(), started: BTreeMap::new() };
        for cohort in &book.cohorts {
            let (start, Some(rows)) = (cohort.file.start, all.cohorts.get(&cohort.id)) else { continue };
            let started = || rows.matches.iter().filter(|one| one.status != Some(MatchStatus::Proposed));
            *this.started.entry(start).or_default() += many(started());
            for mentor in started().flat_map(|one| one.mentors.iter()) {
                let latest = this.starts.entry(all.people.person(*mentor)).or_insert(start);
                *latest = start.max(*latest);
            }
        }
        this
    }
}
