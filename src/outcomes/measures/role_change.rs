//! Mentors who were mentees before.
//!
//! Told of the later cohort, and of its own matches: of the earlier one, how many of its mentees became mentors would
//! stand beside the few mentors of each cohort that follows.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::super::disclose::{Answers, Asked, FactKey};
use super::super::rows::Name;
use super::super::rows::records::Rows;
use super::super::rows::words::MatchStatus;
use super::view::View;
use super::{Behind, Counted, Counts, Measure, many};
use crate::check::{Cohort, Handbook};
use crate::model::{Link, Role};

/// Mentors of this cohort who were mentees of an earlier one.
pub struct RoleChange;

impl Measure for RoleChange {
    fn name(&self) -> &'static str {
        "role-change"
    }

    fn about(&self) -> &'static str {
        "Matches that started of which a mentor was the mentee of a match that started in a cohort with an earlier start. \
         Ids joined by `same_as` are one person. All other matches are together. Told where the matches of all earlier \
         cohorts are there, and these had as many mentees as this one has matches: of fewer it would tell who they are."
    }
}

impl Counts for RoleChange {
    fn ask(&self, view: &View) -> Vec<Counted> {
        // Beside the few mentees of a small first cohort, so many matches would tell that each of them is a mentor now.
        let mentees = known(view).matched.values().filter(|first| **first < view.cohort.file.start);
        let is_known = |one: &Cohort| view.all.of(&one.id).has("matches");
        let mut earlier = view.book.cohorts.iter().filter(|one| one.file.start < view.cohort.file.start);
        let is_told = view.rows.has("matches") && earlier.all(is_known);
        if !is_told || many(mentees) < many(view.matches.iter()).max(1) {
            return Vec::new();
        }
        let yes = were_mentees(view);
        let answers = Answers { yes, no: 0, unrecorded: many(view.matches.iter()) - yes };
        let key = FactKey::new("mentor-side", "were-mentees", None, None);
        Counted::ordinary(key, Asked::Answers(answers), Behind::matches(view)).into_iter().collect()
    }
}

/// How many matches have such a mentor.
pub(super) fn were_mentees(view: &View) -> u32 {
    let before =
        |who: Name| known(view).matched.get(&who).is_some_and(|first| *first < view.cohort.file.start);
    many(view.matches.iter().filter(|one| one.side(Role::Mentor).any(before)))
}

/// Whether a mentee of this cohort takes part in another that began no later.
pub(super) fn has_returned(view: &View) -> bool {
    let mine = (view.cohort.file.start, view.cohort.id.as_str());
    let (began, place) = (mine.0, view.book.cohorts.iter().position(|one| one.id.as_str() == mine.1));
    let elsewhere = |who: Name| {
        let all = known(view).took_part.get(&who).into_iter().flatten();
        all.into_iter().any(|(start, cohort)| Some(*cohort) != place && *start <= began)
    };
    let answered = view.surveys.iter().filter(|one| is_of_mentees(one.survey)).flat_map(|one| &one.rows);
    let matched = view.matches.iter().flat_map(|one| one.mentees.iter().copied());
    matched.chain(answered.filter_map(|row| row.who)).any(elsewhere)
}

fn is_of_mentees(survey: &crate::model::Survey) -> bool {
    survey.role == Role::Mentee && survey.link == Link::Person
}

fn known<'v>(view: &View<'v>) -> &'v Mentees {
    view.all.mentees.get_or_init(|| Mentees::of(view.book, view.all))
}

/// Who was a mentee where. Found once for all cohorts.
pub(in crate::outcomes) struct Mentees {
    /// The start of the earliest cohort in which a match of this mentee started.
    matched: HashMap<Name, NaiveDate>,
    /// The cohorts in which they had a match or answered by name, with their starts.
    took_part: HashMap<Name, Vec<(NaiveDate, usize)>>,
}

impl Mentees {
    fn of(book: &Handbook, all: &Rows) -> Self {
        let mut this = Self { matched: HashMap::new(), took_part: HashMap::new() };
        for (at, cohort) in book.cohorts.iter().enumerate() {
            let (start, Some(rows)) = (cohort.file.start, all.cohorts.get(&cohort.id)) else { continue };
            let mut took_part = |who: Name| {
                let theirs = this.took_part.entry(who).or_default();
                if theirs.last() != Some(&(start, at)) {
                    theirs.push((start, at));
                }
            };
            let started = rows.matches.iter().filter(|one| one.status != Some(MatchStatus::Proposed));
            for mentee in started.flat_map(|one| &one.mentees) {
                let who = all.people.person(*mentee);
                took_part(who);
                let first = this.matched.entry(who).or_insert(start);
                *first = start.min(*first);
            }
            for answers in &rows.answers {
                if cohort.file.surveys.get(answers.survey).is_some_and(is_of_mentees) {
                    answers
                        .rows
                        .iter()
                        .filter_map(|row| row.who)
                        .for_each(|who| took_part(all.people.person(who)));
                }
            }
        }
        this
    }
}
