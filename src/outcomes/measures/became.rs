//! Mentees who became mentors.

use std::collections::BTreeSet;

use super::super::disclose::{Answers, Asked, FactKey};
use super::super::rows::Name;
use super::view::View;
use super::{Behind, Counted, Counts, Measure, many};
use crate::model::Role;

/// Mentees of this cohort who are mentors of a later one.
pub struct BecameMentors;

impl Measure for BecameMentors {
    fn name(&self) -> &'static str {
        "became-mentors"
    }

    fn about(&self) -> &'static str {
        "Distinct mentees of matches that started who, up to the day of the release, are mentors of a match that \
         started in a cohort with a later start. Ids joined by `same_as` are one person."
    }
}

impl Counts for BecameMentors {
    fn ask(&self, view: &View) -> Vec<Counted> {
        let (mentees, yes) = became(view);
        if yes.is_none() {
            return Vec::new();
        }
        let yes = yes.unwrap_or_default();
        let answers = Answers { yes, no: many(mentees.iter()) - yes, unrecorded: 0 };
        let behind = Behind::people(view, mentees, Role::Mentee);
        let key = FactKey::new("mentees", "became-mentors", None, None);
        Counted::ordinary(key, Asked::Answers(answers), behind).into_iter().collect()
    }
}

/// The mentees, and how many of them are mentors later; `None` while there is no later cohort.
pub(super) fn became(view: &View) -> (BTreeSet<Name>, Option<u32>) {
    let mentees: BTreeSet<Name> = view.matches.iter().flat_map(|one| one.side(Role::Mentee)).collect();
    let later: Vec<_> =
        view.book.cohorts.iter().filter(|other| other.file.start > view.cohort.file.start).collect();
    let rows = || later.iter().filter_map(|other| view.all.cohorts.get(&other.id));
    let there = rows().next().is_some();
    let proposed = Some(crate::outcomes::rows::words::MatchStatus::Proposed);
    let started = rows().flat_map(|rows| &rows.matches).filter(|one| one.status != proposed);
    let mentors: BTreeSet<Name> =
        started.flat_map(|one| one.mentors.iter()).map(|who| view.people.person(*who)).collect();
    let yes = many(mentees.intersection(&mentors));
    (mentees, there.then_some(yes))
}
