//! Mentees who became mentors.

use std::collections::BTreeSet;

use super::super::disclose::{Answers, Asked, FactKey};
use super::super::rows::Name;
use super::super::rows::words::MatchStatus;
use super::view::{Relation, View};
use super::{Behind, Counted, Counts, Measure, many};
use crate::model::Role;

/// Mentees of this cohort who are mentors of a later one.
pub struct BecameMentors;

impl Measure for BecameMentors {
    fn name(&self) -> &'static str {
        "became-mentors"
    }

    fn about(&self) -> &'static str {
        "Matches that started of which a mentee, up to the day of the release, is the mentor of a match that \
         started in a cohort with a later start. Ids joined by `same_as` are one person."
    }
}

impl Counts for BecameMentors {
    fn ask(&self, view: &View) -> Vec<Counted> {
        let Some(later) = later_mentors(view) else { return Vec::new() };
        let became = |one: &&Relation| one.side(Role::Mentee).any(|who| later.contains(&who));
        let yes = many(view.matches.iter().filter(became));
        let answers = Answers { yes, no: many(view.matches.iter()) - yes, unrecorded: 0 };
        let key = FactKey::new("mentee-side", "became-mentors", None, None);
        Counted::ordinary(key, Asked::Answers(answers), Behind::matches(view)).into_iter().collect()
    }
}

/// The mentors of matches that started in later cohorts; `None` while there is no later cohort with rows.
pub(super) fn later_mentors(view: &View) -> Option<BTreeSet<Name>> {
    let later = view.book.cohorts.iter().filter(|other| other.file.start > view.cohort.file.start);
    let rows: Vec<_> = later.filter_map(|other| view.all.cohorts.get(&other.id)).collect();
    let started =
        rows.iter().flat_map(|rows| &rows.matches).filter(|one| one.status != Some(MatchStatus::Proposed));
    let mentors = started.flat_map(|one| one.mentors.iter()).map(|who| view.all.people.person(*who));
    (!rows.is_empty()).then(|| mentors.collect())
}
