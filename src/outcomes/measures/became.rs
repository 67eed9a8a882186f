//! Mentees who became mentors.

use std::collections::{BTreeMap, HashMap};
use std::ops::Bound::{Excluded, Unbounded};

use chrono::NaiveDate;

use super::super::disclose::{Answers, Asked, FactKey};
use super::super::rows::Name;
use super::super::rows::records::Rows;
use super::super::rows::words::MatchStatus;
use super::limits::per_mentor;
use super::view::{Relation, View};
use super::{Behind, Counted, Counts, Measure, many};
use crate::check::{Cohort, Handbook};
use crate::model::Role;

/// Mentees of this cohort who are mentors of a later one.
pub struct BecameMentors;

impl Measure for BecameMentors {
    fn name(&self) -> &'static str {
        "became-mentors"
    }

    fn about(&self) -> &'static str {
        "Matches that started of which a mentee, up to the day of the release, is the mentor of a match that \
         started in a cohort with a later start. Ids joined by `same_as` are one person. Told once later cohorts \
         must have as many mentors as this one has matches, by their matches and by how many may be one mentor's: beside \
         the few of a small cohort it would tell of these."
    }
}

impl Counts for BecameMentors {
    fn ask(&self, view: &View) -> Vec<Counted> {
        if !is_told(view) {
            return Vec::new();
        }
        let later = later_mentors(view);
        let became = |one: &&Relation| one.side(Role::Mentee).any(&later);
        let yes = many(view.matches.iter().filter(became));
        let answers = Answers { yes, no: many(view.matches.iter()) - yes, unrecorded: 0 };
        let key = FactKey::new("mentee-side", "became-mentors", None, None);
        Counted::ordinary(key, Asked::Answers(answers), Behind::matches(view)).into_iter().collect()
    }
}

/// Whether later cohorts have as many mentors as there are matches here, as far as is public.
fn is_told(view: &View) -> bool {
    let Mentors { fewest, .. } = known(view);
    let later: u32 = fewest.range((Excluded(view.cohort.file.start), Unbounded)).map(|(_, n)| n).sum();
    later >= many(view.matches.iter()).max(1)
}

/// Whether somebody is a mentor of a match that started in a later cohort.
pub(super) fn later_mentors<'v>(view: &View<'v>) -> impl Fn(Name) -> bool + 'v {
    let (Mentors { starts, .. }, mine) = (known(view), view.cohort.file.start);
    move |who| starts.get(&who).is_some_and(|start| *start > mine)
}

fn known<'v>(view: &View<'v>) -> &'v Mentors {
    view.all.mentors.get_or_init(|| Mentors::of(view.book, view.all))
}

/// How many mentors so many matches have at least; a survey that invites fewer says so.
fn fewest(book: &Handbook, cohort: &Cohort, started: u32) -> u32 {
    let of_mentors = cohort.file.surveys.iter().filter(|one| one.role == Role::Mentor);
    let invited = of_mentors.filter_map(|one| one.invited).min();
    started.div_ceil(per_mentor(book, cohort)).min(invited.unwrap_or(u32::MAX))
}

/// Whether a mentee of this cohort had a match in an earlier one.
pub(super) fn has_returned(view: &View) -> bool {
    let Mentors { first, .. } = known(view);
    let earlier = |who: &Name| first.get(who).is_some_and(|first| *first < view.cohort.file.start);
    view.matches.iter().flat_map(|one| &one.mentees).any(earlier)
}

/// Who is a mentor how late, and a mentee how early. Found once for all cohorts, for each asks it of all that follow.
pub(in crate::outcomes) struct Mentors {
    /// The start of the latest cohort in which a match of this mentor started.
    starts: HashMap<Name, NaiveDate>,
    /// How many mentors there are in cohorts that start on a day, at the fewest that is public.
    fewest: BTreeMap<NaiveDate, u32>,
    /// The start of the earliest cohort in which a match of this mentee started.
    first: HashMap<Name, NaiveDate>,
}

impl Mentors {
    fn of(book: &Handbook, all: &Rows) -> Self {
        let mut this = Self { starts: HashMap::new(), fewest: BTreeMap::new(), first: HashMap::new() };
        for cohort in &book.cohorts {
            let (start, Some(rows)) = (cohort.file.start, all.cohorts.get(&cohort.id)) else { continue };
            let started = || rows.matches.iter().filter(|one| one.status != Some(MatchStatus::Proposed));
            *this.fewest.entry(start).or_default() += fewest(book, cohort, many(started()));
            for mentor in started().flat_map(|one| one.mentors.iter()) {
                let latest = this.starts.entry(all.people.person(*mentor)).or_insert(start);
                *latest = start.max(*latest);
            }
            for mentee in started().flat_map(|one| one.mentees.iter()) {
                let first = this.first.entry(all.people.person(*mentee)).or_insert(start);
                *first = start.min(*first);
            }
        }
        this
    }
}
