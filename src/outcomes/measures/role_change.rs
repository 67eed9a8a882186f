//! Mentors who were mentees before.
//!
//! Told of the later cohort, and of its own matches: of the earlier one, how many of its mentees became mentors would
//! stand beside the few mentors of each cohort that follows.

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;

use super::super::disclose::{Answers, Asked, FactKey};
use super::super::rows::Name;
use super::super::rows::records::{CohortRows, Rows};
use super::super::rows::words::{MatchStatus, PersonRole};
use super::limits::{again_of, returns};
use super::survey::answerer;
use super::view::{Relation, View};
use super::{Behind, Counted, Counts, Measure, many};
use crate::check::{Cohort, Handbook};
use crate::model::{CohortStatus, Link, Role};

/// Mentors of this cohort who were mentees of an earlier one.
pub struct RoleChange;

impl Measure for RoleChange {
    fn name(&self) -> &'static str {
        "role-change"
    }

    fn about(&self) -> &'static str {
        "Matches that started of which a mentor was the mentee of a match that started in a cohort that ended before. \
         Ids joined by `same_as` are one person. All other matches are together. Told where mentees do not return, the \
         matches of all earlier cohorts are there, and of closed ones that run beside it, and the largest earlier one had \
         at least as many mentees as this one and all that run beside it have matches: of fewer it would tell who they \
         are. How many mentees there were at least follows from what is public: its matches but for those that may be \
         second ones."
    }
}

impl Counts for RoleChange {
    fn ask(&self, view: &View) -> Vec<Counted> {
        // Where mentees return, matches may continue, of which the mentors are none who were mentees.
        if !view.rows.has("matches") || returns(view) || !is_told(view) {
            return Vec::new();
        }
        let yes = were_mentees(view);
        let answers = Answers { yes, no: 0, unrecorded: many(view.matches.iter()) - yes };
        let key = FactKey::new("mentor-side", "were-mentees", None, None);
        Counted::ordinary(key, Asked::Answers(answers), Behind::matches(view)).into_iter().collect()
    }
}

/// Whether any number of this cohort's mentors may have been mentees, whatever is told of the cohorts beside it: of
/// fewer mentees it could be told that each of them, or all but one, is a mentor now.
///
/// Reads what is public alone. Were the mentees counted, whether the figure is there would tell how many were matched
/// again. Mentors of cohorts that run at one time may be different people by the program's own rule.
fn is_told(view: &View) -> bool {
    let (began, ends) = (view.cohort.file.start, view.cohort.last_day());
    let all = || known(view).cohorts.iter();
    let earlier = || all().filter(|one| one.ends < began);
    let beside = || all().filter(|one| one.starts <= ends && one.ends >= began);
    // How many began in one that still grows is not told.
    if beside().any(Known::is_growing) {
        return false;
    }
    // Closed ones whose rows are deleted tell theirs still.
    if earlier().chain(beside().filter(|one| one.status == CohortStatus::Closed)).any(|one| !one.has_matches)
    {
        return false;
    }
    // Mentees may have come back, said or not.
    let mentees = earlier().map(|one| one.mentees).max().unwrap_or(0);
    mentees >= beside().map(|one| one.started).sum::<u32>().max(1)
}

/// Whether this would rest on an earlier cohort of which more matches are second ones than is public.
pub(super) fn rests_on_more(view: &View) -> bool {
    let is_earlier = |one: &&Known| one.ends < view.cohort.file.start;
    view.rows.has("matches")
        && is_told(view)
        && known(view).cohorts.iter().filter(is_earlier).any(|one| !one.is_kept)
}

/// How many matches have such a mentor.
pub(super) fn were_mentees(view: &View) -> u32 {
    let before = |who: Name| known(view).ended.get(&who).is_some_and(|first| *first < view.cohort.file.start);
    many(view.matches.iter().filter(|one| one.everybody(Role::Mentor).into_iter().any(before)))
}

/// Whether a cohort that began before is closed, and its matches are not there.
pub(super) fn is_after_one_without_rows(view: &View) -> bool {
    let is_before = |one: &&Known| one.starts < view.cohort.file.start && one.status == CohortStatus::Closed;
    known(view).cohorts.iter().filter(is_before).any(|one| !one.has_matches)
}

/// Whether a mentee of this cohort takes part in another that began no later, or a match goes on.
pub(super) fn has_returned(view: &View) -> bool {
    // One that began well before its cohort goes on, too.
    let before = |one: &Relation| {
        one.row.matched_on.is_some_and(|day| (view.cohort.file.start - day).num_days() > WELL_BEFORE)
    };
    if view.matches.iter().any(|one| one.row.continues.is_some() || before(one)) {
        return true;
    }
    let mine = (view.cohort.file.start, view.cohort.id.as_str());
    let (began, place) = (mine.0, view.book.cohorts.iter().position(|one| one.id.as_str() == mine.1));
    let elsewhere = |who: Name| {
        let all = known(view).took_part.get(&who).into_iter().flatten();
        all.into_iter().any(|(start, cohort)| Some(*cohort) != place && *start <= began)
    };
    let answered = view.surveys.iter().filter(|one| is_of_mentees(one.survey)).flat_map(|one| &one.rows);
    let matched = view.matches.iter().flat_map(|one| one.everybody(Role::Mentee));
    matched.chain(answered.filter_map(|row| row.who)).any(elsewhere)
}

/// Whether a match is of a cohort that began eight weeks before this one, or earlier.
pub(in crate::outcomes) fn is_of_before(view: &View, the_match: Name) -> bool {
    let began = known(view).began.get(&the_match);
    began.is_some_and(|began| (view.cohort.file.start - *began).num_days() >= WELL_BEFORE)
}

/// Days by which another year is told from another site.
const WELL_BEFORE: i64 = 8 * 7;

/// Whether mentees answer it, by name or under a code. Mentors may answer it, too: who comes back as one of those is said
/// to return like the others, for a row does not say which side they are on.
fn is_of_mentees(survey: &crate::model::Survey) -> bool {
    survey.role != Role::Mentor && survey.link != Link::None
}

fn known<'v>(view: &View<'v>) -> &'v Mentees {
    view.all.mentees.get_or_init(|| Mentees::of(view.book, view.all))
}

/// Who was a mentee where. Found once for all cohorts.
pub(in crate::outcomes) struct Mentees {
    /// What is public of each cohort.
    cohorts: Vec<Known>,
    /// The end of the earliest cohort in which a match of this mentee started.
    ended: HashMap<Name, NaiveDate>,
    /// The start of the first cohort that has this match.
    began: HashMap<Name, NaiveDate>,
    /// The cohorts in which they had a match or answered by name or code, with their starts.
    took_part: HashMap<Name, Vec<(NaiveDate, usize)>>,
}

/// A cohort as anybody sees it.
struct Known {
    starts: NaiveDate,
    ends: NaiveDate,
    status: CohortStatus,
    has_matches: bool,
    /// How many matches started.
    started: u32,
    /// How many mentees they have at least.
    mentees: u32,
    /// Whether the rows keep to that.
    is_kept: bool,
}

impl Known {
    /// Whether matches may still begin, so that nobody knows its end.
    fn is_growing(&self) -> bool {
        self.status != CohortStatus::Closed && self.ends == NaiveDate::MAX
    }

    fn of(cohort: &Cohort, rows: &CohortRows, started: u32, seconds: u32) -> Self {
        Self {
            starts: cohort.file.start,
            ends: cohort.last_day(),
            status: cohort.file.status,
            has_matches: !rows.matches.is_empty(),
            started,
            mentees: started.saturating_sub(again_of(cohort, started)),
            is_kept: seconds <= again_of(cohort, started),
        }
    }
}

impl Mentees {
    fn of(book: &Handbook, all: &Rows) -> Self {
        let mut this = Self {
            cohorts: Vec::new(),
            ended: HashMap::new(),
            began: HashMap::new(),
            took_part: HashMap::new(),
        };
        for (at, cohort) in book.cohorts.iter().enumerate() {
            let (start, rows) = (cohort.file.start, all.of(&cohort.id));
            for one in &rows.matches {
                let began = this.began.entry(one.id).or_insert(start);
                *began = start.min(*began);
            }
            let mut took_part = |who: Name| {
                let theirs = this.took_part.entry(who).or_default();
                if theirs.last() != Some(&(start, at)) {
                    theirs.push((start, at));
                }
            };
            let started = || rows.matches.iter().filter(|one| one.status != Some(MatchStatus::Proposed));
            let places = || started().flat_map(|one| &one.mentees).map(|who| all.people.person(*who));
            let seconds = many(places()) - many(places().collect::<BTreeSet<_>>().iter());
            this.cohorts.push(Known::of(cohort, rows, many(started()), seconds));
            let joined = rows.events.iter().filter_map(|event| event.joined);
            let joined = joined.filter(|(_, role)| *role == PersonRole::Mentee).map(|(who, _)| who);
            for mentee in started().flat_map(|one| one.mentees.iter().copied()).chain(joined) {
                let who = all.people.person(mentee);
                took_part(who);
                let first = this.ended.entry(who).or_insert(cohort.last_day());
                *first = cohort.last_day().min(*first);
            }
            for answers in &rows.answers {
                let survey = cohort.file.surveys.get(answers.survey).filter(|one| is_of_mentees(one));
                let who = answers.rows.iter().filter_map(|row| row.who);
                if let Some(survey) = survey {
                    who.for_each(|who| took_part(answerer(survey, &all.people, who)));
                }
            }
        }
        this
    }
}
