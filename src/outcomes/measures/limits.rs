//! How far the limits are raised where people stand behind several rows, or others know some of them.
//!
//! Must read nothing but what is public: program.yaml, cohort.yaml, and how many matches started and answers came.
//! Whether the rows keep to it is said by [`crowded`](super::crowded), and a cohort whose rows do not is not released.

use super::super::disclose::{Class, FactKey, Raise};
use super::super::policy;
use super::asked::{answered, gone, invited, mentors, places};
use super::response::role as role_of;
use super::view::View;
use super::{Counted, many, role_change};
use crate::check::{Cohort, Handbook};
use crate::model::{Role, Wave};

/// With its raised limits.
///
/// Of a mentor's own, `k` people are `k` times as many matches as one may hold. Whoever holds several knows that
/// many rows of every figure, and everybody knows of those matched again that their first match ended early, and of
/// matches without a mentor what mentors cannot have done. Of a survey, a mentor knows the answers of all their
/// mentees, and a mentee those of all their mentors.
pub(super) fn raised(view: &View, one: Counted) -> Counted {
    let (most, without) = (per_mentor(view.book, view.cohort), without_mentor(view));
    // Of those matched again the first match ended, of those gone the last.
    let again = again(view) + mentors_again(view) + gone(view);
    // Who leads all matches that have no mentor may be a mentor, too.
    let know = most + without;
    let of_matches = |times, plus| Raise { times, plus, more: more_matches(view) };
    let raise = match one.key.population() {
        _ if one.class == Class::Open => return one,
        "mentor-side" => of_matches(most, again + without),
        // Without a mentor, what mentors promise cannot be kept.
        "matches" if one.key.variable() == "contact-first-month" => of_matches(1, again + know - 1 + without),
        "matches" | "mentee-side" => of_matches(1, again + know - 1),
        _ => {
            let asked = one.key.role();
            Raise { times: 1, plus: known(view, &one.key), more: more_answers(view, asked) }
        }
    };
    Counted { raise, few: is_of_answers(&one) && has_few_matches(view, one.key.role()), ..one }
}

/// Whether it tells of people, and not of matches.
fn is_of_answers(one: &Counted) -> bool {
    !matches!(one.key.population(), "mentor-side" | "mentee-side" | "matches")
}

/// Whether fewer matches started than a group of these people stands in: however many answer, they are of no more.
pub(super) fn has_few_matches(view: &View, asked: Option<&str>) -> bool {
    let beside = if asked == Some("mentor") { 0 } else { no_new_mentor(view) };
    view.rows.has("matches") && many(view.matches.iter()) < group(view).saturating_add(beside)
}

/// How many more matches a group is than it has people, so that whichever they are, they are of so many mentors and of so
/// many mentees.
pub(super) fn more_matches(view: &View) -> u32 {
    no_new_mentor(view).max(again(view))
}

/// The same of answers to a survey: each match has as many as people are asked, who are as many as they answer.
pub(super) fn more_answers(view: &View, asked: Option<&str>) -> u32 {
    let group = group(view);
    let (mentors, mentees) = (per_match(view, Role::Mentor), per_match(view, Role::Mentee));
    let (matches, answers) = match asked {
        Some("mentor") => (group, mentors),
        Some("mentee") => (group.saturating_add(no_new_mentor(view)), mentees),
        _ => (group.saturating_add(no_new_mentor(view)), mentors + mentees),
    };
    (matches - 1).saturating_mul(answers).saturating_add(1) - group
}

/// How many matches of a group may add no mentor to it: without one, or of those who hold others, which are no more than
/// all but one of the group can hold.
fn no_new_mentor(view: &View) -> u32 {
    let held = (group(view) - 1).saturating_mul(per_mentor(view.book, view.cohort) - 1);
    let further = held.min(view.cohort.file.further_matches.unwrap_or(held));
    further.saturating_add(without_mentor(view))
}

/// The fewest people of whom anything is told.
pub(super) fn group(view: &View) -> u32 {
    policy(&view.book.program).limits(Class::Ordinary).group
}

/// How many answers of a survey one person may know beyond one: their own, and those of everybody in their matches.
pub(super) fn known(view: &View, key: &FactKey) -> u32 {
    let asked = key.role();
    let most = per_mentor(view.book, view.cohort) + without_mentor(view);
    let second = 1 + again(view);
    let (mentors, mentees) = (per_match(view, Role::Mentor), per_match(view, Role::Mentee));
    let is_asked = |word: &str| u32::from(asked.is_none_or(|asked| asked == word));
    let (of_mentors, of_mentees) = (is_asked("mentor"), is_asked("mentee"));
    // As a mentor of so many matches, and as a mentee of so many.
    let known = |led: u32, with: u32| {
        let own = (of_mentors * led.min(1)) + (of_mentees * with.min(1));
        let beside = of_mentors * led * (mentors - 1) + of_mentees * with * (mentees - 1);
        own + beside + of_mentees * led * mentees + of_mentors * with * mentors
    };
    // Who is a mentor stands in no more matches than one may hold, on whichever side.
    let on_both = (1..=most).map(|led| known(led, second.min(most - led)));
    let mine = on_both.chain([known(0, second)]).max().unwrap_or(1).max(1) - 1;
    mine.saturating_add(in_no_match(view, asked, key.wave()))
}

/// How many answers to a survey of a role and a wave, or of both waves of a change, are of people in no match: what
/// cohort.yaml says, or as anybody can see those beyond the places there are. What only a match can tell, they do not.
pub(super) fn in_no_match(view: &View, asked: Option<&str>, wave: Option<&str>) -> u32 {
    if !view.rows.has("matches") {
        return 0;
    }
    let places = places(view, asked);
    let of_role = |role: Role| role_of(role) == asked;
    let role = [Role::Mentor, Role::Mentee].into_iter().find(|role| role_of(*role) == asked);
    let all = answered(view, role.unwrap_or(Role::Both));
    let at = |word: Option<&str>| {
        let is_at = |wave: Option<Wave>| word.is_none_or(|word| wave.is_none_or(|wave| wave.word() == word));
        let seen =
            all.iter().filter(|(wave, _)| is_at(*wave)).map(|(_, n)| n.saturating_sub(places)).max()?;
        let surveys =
            view.cohort.file.surveys.iter().filter(|one| of_role(one.role) && is_at(Some(one.wave)));
        // Of a change, those of several sites are told together.
        let said = surveys.filter_map(|one| one.without_match).fold(0, u32::saturating_add);
        Some(said.max(seen))
    };
    // Who answered at both waves of a change is among those of either.
    let most =
        wave.map_or_else(|| at(None), |waves| waves.split('-').filter_map(|wave| at(Some(wave))).min());
    most.unwrap_or(0).min(LARGEST)
}

/// The largest number that a rule of a program is taken for: rows that hold more are not released, and no product of
/// two is too large.
pub(super) const LARGEST: u32 = 10_000;

/// How many matches one mentor may hold in a cohort.
pub(super) fn per_mentor(book: &Handbook, cohort: &Cohort) -> u32 {
    let said = cohort.file.matches_per_mentor.or(book.program.capacity_per_mentor);
    said.unwrap_or(1).clamp(1, LARGEST)
}

/// Whether mentees of earlier cohorts may stand in this one: what cohort.yaml says; without it, where an earlier cohort has
/// no rows any more, nobody can know.
pub(super) fn returns(view: &View) -> bool {
    view.cohort.file.mentees_return.unwrap_or_else(|| role_change::is_after_one_without_rows(view))
}

/// How many people may stand on a side of a match.
pub(super) fn per_match(view: &View, role: Role) -> u32 {
    let file = &view.cohort.file;
    let said = if role == Role::Mentor { file.mentors_per_match } else { file.mentees_per_match };
    said.unwrap_or(1).clamp(1, LARGEST)
}

/// How many matches there are beyond one for each mentee, as anybody can see: what cohort.yaml says, or those that
/// started less the fewest mentees who were invited to a survey at the start, or to any where there is none.
pub(super) fn again(view: &View) -> u32 {
    again_of(view.cohort, many(view.matches.iter()))
}

/// The same of a cohort in which so many matches started.
pub(super) fn again_of(cohort: &Cohort, started: u32) -> u32 {
    // What is said is held against the rows, so that those who were not invited may be anybody.
    let seen = || invited(cohort, Role::Mentee).map_or(0, |invited| started.saturating_sub(invited));
    cohort.file.matched_again.unwrap_or_else(seen).min(LARGEST)
}

/// How many matches are second ones of a mentor, where one may hold more of them than at a time: those that started beyond
/// what the mentors can hold at a time, as many as cohort.yaml says or anybody can see. Their first ones ended.
pub(super) fn mentors_again(view: &View) -> u32 {
    let Some(at_a_time) = at_a_time(view) else { return 0 };
    let with_mentor = many(view.matches.iter()).saturating_sub(without_mentor(view));
    let said = view.cohort.file.further_matches.map(|further| with_mentor.saturating_sub(further));
    let beyond = |mentors: u32| with_mentor.saturating_sub(at_a_time.saturating_mul(mentors));
    let fewest = said.into_iter().chain(mentors(view)).min();
    fewest.map_or(0, beyond).min(LARGEST)
}

/// How many matches a mentor holds at a time, where that is fewer than one may hold in all.
pub(super) fn at_a_time(view: &View) -> Option<u32> {
    view.book.program.capacity_per_mentor.filter(|most| *most < per_mentor(view.book, view.cohort))
}

/// How many matches may be further ones of a mentor: what cohort.yaml says, or, where they follow others that ended, those
/// beyond one for each mentor whom anybody can see.
pub(super) fn further_matches(view: &View) -> u32 {
    let with_mentor = || many(view.matches.iter()).saturating_sub(without_mentor(view));
    let seen = || at_a_time(view).and(mentors(view)).map(|all| with_mentor().saturating_sub(all));
    view.cohort.file.further_matches.or_else(seen).unwrap_or(u32::MAX)
}

/// How many matches there are without a mentor, as anybody can see: what cohort.yaml says, or those that started beyond
/// what the mentors can hold who were invited. Everybody knows these rows of all that is told of mentors.
pub(super) fn without_mentor(view: &View) -> u32 {
    let most = per_mentor(view.book, view.cohort);
    let held = || mentors(view).map(|all| all.saturating_mul(most));
    let seen = || held().map_or(0, |held| many(view.matches.iter()).saturating_sub(held));
    view.cohort.file.matches_without_mentor.unwrap_or_else(seen).min(LARGEST)
}
