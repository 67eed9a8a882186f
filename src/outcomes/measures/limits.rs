//! How far the limits are raised where people stand behind several rows, or others know some of them.
//!
//! Must read nothing but what is public: program.yaml, cohort.yaml, and how many matches started and answers came.
//! Whether the rows keep to it is said by [`crowded`](super::crowded), and a cohort whose rows do not is not released.

use std::collections::{BTreeMap, BTreeSet};

use super::super::disclose::{Class, FactKey, Raise};
use super::super::policy;
use super::response::role as role_of;
use super::view::View;
use super::{Counted, many};
use crate::check::{Cohort, Handbook};
use crate::model::{Id, Link, Role, Survey, Wave};

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
    mine.saturating_add(in_no_match(view, key))
}

/// How many answers to the surveys of a wave are of people in no match, as anybody can see: those beyond the places there
/// are. What only a match can tell, they do not.
fn in_no_match(view: &View, key: &FactKey) -> u32 {
    let asked = key.role();
    if !view.rows.has("matches") {
        return 0;
    }
    let places = places(view, asked);
    let of_role = |role: Role| role_of(role) == asked;
    let surveys = view.surveys.iter().filter(|one| of_role(one.survey.role));
    // Those by name that ask the same are told side by side, of different people.
    let mut each: BTreeMap<(Wave, Option<&Id>, BTreeSet<&Id>), u32> = BTreeMap::new();
    for one in surveys {
        let own = (one.survey.link != Link::Person).then_some(&one.survey.id);
        *each.entry((one.survey.wave, own, one.asks())).or_default() += many(one.rows.iter());
    }
    let surveys = each.into_iter().map(|((wave, ..), n)| (Some(wave), n));
    let results = view.cohort.results.iter().filter(|row| of_role(row.role.unwrap_or(Role::Both)));
    let all: Vec<(Option<Wave>, u32)> = surveys.chain(results.map(|row| (row.wave, row.n))).collect();
    let at = |word: &str| {
        let mine = all.iter().filter(|(wave, _)| wave.is_none_or(|wave| wave.word() == word));
        mine.map(|(_, n)| *n).max()
    };
    // Who answered at both waves of a change is among those of either.
    let most = match key.wave() {
        Some(waves) => waves.split('-').filter_map(at).min(),
        None => all.iter().map(|(_, n)| *n).max(),
    };
    most.unwrap_or(0).saturating_sub(places).min(LARGEST)
}

/// For how many people of a role there is a place in the matches, at most.
fn places(view: &View, asked: Option<&str>) -> u32 {
    let started = many(view.matches.iter());
    // A second match of somebody is no place for another.
    let further = view.cohort.file.further_matches.unwrap_or_else(|| mentors_again(view));
    let with_mentor = started.saturating_sub(without_mentor(view)).saturating_sub(further);
    let of_mentors = with_mentor.saturating_mul(per_match(view, Role::Mentor));
    let of_mentees = started.saturating_sub(again(view)).saturating_mul(per_match(view, Role::Mentee));
    // Nor is there one for more than were asked at the start.
    let of_mentors = mentors(view).unwrap_or(u32::MAX).min(of_mentors);
    let of_mentees = invited(view.cohort, Role::Mentee).unwrap_or(u32::MAX).min(of_mentees);
    match asked {
        Some("mentor") => of_mentors,
        Some("mentee") => of_mentees,
        _ => invited(view.cohort, Role::Both).unwrap_or(u32::MAX).min(of_mentors.saturating_add(of_mentees)),
    }
}

/// The largest number that a rule of a program is taken for: rows that hold more are not released, and no product of
/// two is too large.
const LARGEST: u32 = 10_000;

/// How many matches one mentor may hold in a cohort.
pub(super) fn per_mentor(book: &Handbook, cohort: &Cohort) -> u32 {
    let said = cohort.file.matches_per_mentor.or(book.program.capacity_per_mentor);
    said.unwrap_or(1).clamp(1, LARGEST)
}

/// Whether mentees of earlier cohorts may stand in this one: 1 or 0.
pub(super) fn returns(view: &View) -> u32 {
    u32::from(view.cohort.file.mentees_return)
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

/// How many matches are second ones of a mentor, where one may hold more of them than at a time: what cohort.yaml says, or
/// those that started beyond what the mentors can hold at a time, if these are more. Their first ones ended.
pub(super) fn mentors_again(view: &View) -> u32 {
    let Some(at_a_time) = at_a_time(view) else { return 0 };
    let with_mentor = many(view.matches.iter()).saturating_sub(without_mentor(view));
    let held = mentors(view).map(|all| at_a_time.saturating_mul(all));
    let seen = held.map_or(0, |held| with_mentor.saturating_sub(held));
    view.cohort.file.further_matches.unwrap_or(0).max(seen).min(LARGEST)
}

/// How many matches a mentor holds at a time, where that is fewer than one may hold in all.
fn at_a_time(view: &View) -> Option<u32> {
    view.book.program.capacity_per_mentor.filter(|most| *most < per_mentor(view.book, view.cohort))
}

/// How many matches may be further ones of a mentor: what cohort.yaml says, or, where they follow others that ended, what
/// anybody can see.
pub(super) fn further_matches(view: &View) -> u32 {
    let is_seen = at_a_time(view).and(mentors(view)).is_some();
    let any = || if is_seen { mentors_again(view) } else { u32::MAX };
    view.cohort.file.further_matches.unwrap_or_else(any)
}

/// How many matches there are without a mentor, as anybody can see: what cohort.yaml says, or those that started beyond
/// what the mentors can hold who were invited. Everybody knows these rows of all that is told of mentors.
pub(super) fn without_mentor(view: &View) -> u32 {
    let most = per_mentor(view.book, view.cohort);
    let held = || mentors(view).map(|all| all.saturating_mul(most));
    let seen = || held().map_or(0, |held| many(view.matches.iter()).saturating_sub(held));
    view.cohort.file.matches_without_mentor.unwrap_or_else(seen).min(LARGEST)
}

/// How many matches are over by the time of a survey, as anybody can see where fewer are invited to it than stand in those
/// that started.
fn gone(view: &View) -> u32 {
    let started = many(view.matches.iter());
    let most = per_mentor(view.book, view.cohort);
    let with_mentor = started.saturating_sub(without_mentor(view));
    // The fewest people there may be, and the most.
    let mentors = with_mentor.div_ceil(most).max(with_mentor.saturating_sub(further_matches(view)));
    let mentees = started.saturating_sub(again(view));
    let mentor_room = with_mentor.saturating_mul(per_match(view, Role::Mentor));
    let mentee_room = started.saturating_mul(per_match(view, Role::Mentee));
    // Who was asked at the start, or answered, is taken for one of them, as far as there is room.
    let asked = |role, room: u32| {
        let start =
            view.surveys.iter().filter(|one| one.survey.wave == Wave::Baseline && one.survey.role == role);
        let answered = start.map(|one| many(one.rows.iter())).max();
        invited(view.cohort, role).max(answered).unwrap_or(0).min(room)
    };
    let (mentors, mentees) =
        (mentors.max(asked(Role::Mentor, mentor_room)), mentees.max(asked(Role::Mentee, mentee_room)));
    let of = |role: Role, fewest: u32, room: u32| {
        let all = fewest.max(asked(role, room));
        // Nobody is over by the start. Surveys of more people than there is room for have some in common.
        let later = at_each_wave(view.cohort, role).into_iter().filter(|one| one.wave != Wave::Baseline);
        let invited = later.map(|one| if one.alike <= room { one.alike } else { one.largest }).min();
        invited.map_or(0, |invited| all.saturating_sub(invited))
    };
    let of_mentors = of(Role::Mentor, mentors, mentor_room);
    let of_mentors = of_mentors.saturating_mul(most).min(of_mentors.saturating_add(further_matches(view)));
    let of_mentees = of(Role::Mentee, mentees, mentee_room);
    // They may be of as many matches.
    let of_both = of(Role::Both, mentors.saturating_add(mentees), mentor_room.saturating_add(mentee_room));
    of_mentors.max(of_mentees).max(of_both).min(LARGEST)
}

/// The most mentors that there are, as anybody can see: those invited to surveys of mentors, or to surveys of all less the
/// fewest mentees there are.
fn mentors(view: &View) -> Option<u32> {
    let mentees = many(view.matches.iter()).saturating_sub(again(view));
    let at_start = at_each_wave(view.cohort, Role::Both).into_iter().filter(|one| one.wave == Wave::Baseline);
    let of_all = at_start.map(|one| one.all.saturating_sub(mentees)).min();
    invited(view.cohort, Role::Mentor).into_iter().chain(of_all).min()
}

/// The fewest people of a role who were invited at the start, or at any time where that is not said: to surveys, or by
/// results that came without rows.
fn invited(cohort: &Cohort, role: Role) -> Option<u32> {
    let all = at_each_wave(cohort, role);
    let at_start = all.iter().any(|one| one.wave == Wave::Baseline);
    all.iter().filter(|one| !at_start || one.wave == Wave::Baseline).map(|one| one.all).min()
}

/// How many people of a role were invited at a wave.
struct Invited {
    wave: Wave,
    /// To all its surveys that say so. They may be of different people; what more of them are the same is said, or not
    /// released.
    all: u32,
    /// To those that ask the same, as one for each site, where they are most.
    alike: u32,
    /// To the largest of these.
    largest: u32,
}

/// Of surveys, wave by wave, and of each result that came without rows; one that names no wave may be of the last.
fn at_each_wave(cohort: &Cohort, role: Role) -> Vec<Invited> {
    let mut alike: BTreeMap<(Wave, Questions), (u32, u32)> = BTreeMap::new();
    for one in cohort.file.surveys.iter().filter(|one| one.role == role) {
        let Some(invited) = one.invited else { continue };
        let (sum, largest) = alike.entry((one.wave, questions(one))).or_default();
        (*sum, *largest) = (sum.saturating_add(invited), invited.max(*largest));
    }
    let mut waves: BTreeMap<Wave, Invited> = BTreeMap::new();
    for ((wave, _), (sum, largest)) in alike {
        let of = waves.entry(wave).or_insert(Invited { wave, all: 0, alike: 0, largest: 0 });
        of.all = of.all.saturating_add(sum);
        (of.alike, of.largest) = (sum, largest).max((of.alike, of.largest));
    }
    let results = cohort.results.iter().filter(|row| row.role.unwrap_or(Role::Both) == role);
    let results = results.filter_map(|row| {
        let (wave, n) = (row.wave.unwrap_or(Wave::End), row.invited?);
        Some(Invited { wave, all: n, alike: n, largest: n })
    });
    waves.into_values().chain(results).collect()
}

/// Of a survey that lists none, its own id.
type Questions<'a> = (Option<&'a Id>, BTreeSet<&'a Id>);

/// What a survey asks: surveys of one wave that ask the same are of different people, as one for each site. One that does
/// not list its questions is like no other.
fn questions(survey: &Survey) -> Questions<'_> {
    let own = survey.questions.is_empty().then_some(&survey.id);
    (own, survey.questions.iter().map(|one| &one.id).collect())
}
