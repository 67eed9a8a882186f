//! How many people were asked, and what follows for those who were not: who has left, and for whom there is a place.
//!
//! Must read nothing but what is public: program.yaml, cohort.yaml, results.yaml, and how many matches started and answers
//! came.

use std::collections::{BTreeMap, BTreeSet};

use super::limits::{
    LARGEST, again, at_a_time, further_matches, mentors_again, per_match, per_mentor, returns, without_mentor,
};
use super::many;
use super::view::View;
use crate::check::Cohort;
use crate::model::{Id, Link, Role, Survey, Wave};

/// How many matches are over by the time of a survey, as anybody can see where fewer are invited to it than stand in those
/// that started, or than were asked at another time.
pub(super) fn gone(view: &View) -> u32 {
    let started = many(view.matches.iter());
    let (most, without) = (per_mentor(view.book, view.cohort), without_mentor(view));
    let (mentor_room, mentee_room) = rooms(view);
    let room = mentor_room.saturating_add(mentee_room);
    // Who was asked is taken for one of them, as far as there is room: of both, those who cannot be of the other side.
    let of_both = most_asked(view, Role::Both, room);
    let asked = |role, room: u32, other: u32| {
        most_asked(view, role, room).max(of_both.saturating_sub(other)).min(room)
    };
    let mentors = fewest_mentors(view).max(asked(Role::Mentor, mentor_room, mentee_room));
    let mentees = started.saturating_sub(again(view)).max(asked(Role::Mentee, mentee_room, mentor_room));
    let least = |role, room| least_asked_later(view.cohort, role, room);
    let left = |all: u32, asked: Option<u32>| asked.map_or(0, |asked| all.saturating_sub(asked));
    let (few_mentors, few_mentees) = (least(Role::Mentor, mentor_room), least(Role::Mentee, mentee_room));
    let few = least(Role::Both, room);
    let of_mentors = left(mentors, few_mentors);
    let of_mentors = of_mentors.saturating_mul(most).min(of_mentors.saturating_add(further_matches(view)));
    // They may be of as many matches.
    let of_all = left(mentors.saturating_add(mentees).max(of_both).min(room), few);
    // So many people hold no more matches at a time.
    let held = u64::from(at_a_time(view).unwrap_or(most));
    let at_most = |matches: u64| u32::try_from(matches).unwrap_or(u32::MAX);
    let of_some = few_mentors.map(|people| at_most(u64::from(people) * held + u64::from(without)));
    let of_both = few.map(|people| {
        at_most(
            u64::from(people.min(without)) + u64::from(people.saturating_sub(without)) * held / (held + 1),
        )
    });
    let over = left(started, of_some).max(left(started, of_both));
    of_mentors.max(left(mentees, few_mentees)).max(of_all).max(over).min(LARGEST)
}

/// For how many people of a role there is a place in the matches, at most, and for no more than were asked at the start.
pub(super) fn places(view: &View, asked: Option<&str>) -> u32 {
    let started = many(view.matches.iter());
    // A second match of somebody is no place for another.
    let further = view.cohort.file.further_matches.unwrap_or_else(|| mentors_again(view));
    let with_mentor = started.saturating_sub(without_mentor(view)).saturating_sub(further);
    let of_mentors = with_mentor.saturating_mul(per_match(view, Role::Mentor));
    let fewest_mentees = started.saturating_sub(again(view));
    let of_mentees = fewest_mentees.saturating_mul(per_match(view, Role::Mentee));
    // Surveys that ask something else may be of the same people. Whoever goes on is not asked again at the start.
    let at_start = |role| {
        let asked = if returns(view) { Vec::new() } else { start(view.cohort, role) };
        asked.into_iter().map(|one| one.alike).min().unwrap_or(u32::MAX)
    };
    let both = at_start(Role::Both);
    let of_mentors = of_mentors.min(at_start(Role::Mentor)).min(both.saturating_sub(fewest_mentees));
    let of_mentees = of_mentees.min(at_start(Role::Mentee)).min(both.saturating_sub(fewest_mentors(view)));
    match asked {
        Some("mentor") => of_mentors,
        Some("mentee") => of_mentees,
        _ => both.min(of_mentors.saturating_add(of_mentees)),
    }
}

/// The fewest mentors that there may be.
fn fewest_mentors(view: &View) -> u32 {
    let with_mentor = many(view.matches.iter()).saturating_sub(without_mentor(view));
    let one_each = with_mentor.saturating_sub(further_matches(view));
    with_mentor.div_ceil(per_mentor(view.book, view.cohort)).max(one_each)
}

/// How many mentors, and mentees, the matches have room for.
fn rooms(view: &View) -> (u32, u32) {
    let started = many(view.matches.iter());
    let with_mentor = started.saturating_sub(without_mentor(view));
    let of = |matches: u32, role| matches.saturating_mul(per_match(view, role));
    (of(with_mentor, Role::Mentor), of(started, Role::Mentee))
}

/// The most mentors that there are, as anybody can see: those invited to surveys of mentors, or to surveys of all less the
/// fewest mentees there are.
pub(super) fn mentors(view: &View) -> Option<u32> {
    let mentees = many(view.matches.iter()).saturating_sub(again(view));
    let at_start = at_each_wave(view.cohort, Role::Both).into_iter().filter(|one| one.wave == Wave::Baseline);
    let of_all = at_start.map(|one| one.all.saturating_sub(mentees)).min();
    invited(view.cohort, Role::Mentor).into_iter().chain(of_all).min()
}

/// The fewest people of a role who were invited at the start, or at any time where that is not said: to surveys, or by
/// results that came without rows.
pub(super) fn invited(cohort: &Cohort, role: Role) -> Option<u32> {
    start(cohort, role).into_iter().map(|one| one.all).min()
}

/// The waves of the start, or all where it has none.
fn start(cohort: &Cohort, role: Role) -> Vec<Asked> {
    let mut all = at_each_wave(cohort, role);
    if all.iter().any(|one| one.wave == Wave::Baseline) {
        all.retain(|one| one.wave == Wave::Baseline);
    }
    all
}

/// The most people of a role who were invited at a wave, or answered, as far as there is room.
fn most_asked(view: &View, role: Role, room: u32) -> u32 {
    let invited = at_each_wave(view.cohort, role).into_iter().map(|one| one.within(room));
    invited.chain(answered(view, role).into_iter().map(|(_, n)| n)).max().unwrap_or(0).min(room)
}

/// How many people of a role answered at a wave: each survey, those by name that ask the same together, for they are told
/// side by side and nobody counts in two; and results that came without rows.
pub(super) fn answered(view: &View, role: Role) -> Vec<(Option<Wave>, u32)> {
    let mut each: BTreeMap<(Wave, Option<&Id>, BTreeSet<&Id>), u32> = BTreeMap::new();
    for one in view.surveys.iter().filter(|one| one.survey.role == role) {
        let own = (one.survey.link != Link::Person).then_some(&one.survey.id);
        *each.entry((one.survey.wave, own, one.asks())).or_default() += many(one.rows.iter());
    }
    let surveys = each.into_iter().map(|((wave, ..), n)| (Some(wave), n));
    let results = view.cohort.results.iter().filter(|row| row.role.unwrap_or(Role::Both) == role);
    surveys.chain(results.map(|row| (row.wave, row.n))).collect()
}

/// The fewest people of a role who were invited at a wave after the start: nobody is over by then.
fn least_asked_later(cohort: &Cohort, role: Role, room: u32) -> Option<u32> {
    let later = at_each_wave(cohort, role).into_iter().filter(|one| one.wave != Wave::Baseline);
    later.map(|one| one.within(room)).min()
}

/// How many people of a role were invited at a wave.
struct Asked {
    wave: Wave,
    /// To all its surveys that say so. They may be of different people; what more of them are the same is said, or not
    /// released.
    all: u32,
    /// To those that ask the same, as one for each site, where they are most.
    alike: u32,
    /// To the largest of these; to all where each is by name, for then nobody counts in two.
    largest: u32,
}

impl Asked {
    /// Surveys of more people than there is room for have some in common, or ask some who are in no match.
    fn within(&self, room: u32) -> u32 {
        if self.alike <= room { self.alike } else { self.largest.min(room) }
    }
}

/// Of surveys, wave by wave, and of each result that came without rows; one that names no wave may be of the last.
fn at_each_wave(cohort: &Cohort, role: Role) -> Vec<Asked> {
    let mut alike: BTreeMap<(Wave, Questions), (u32, u32)> = BTreeMap::new();
    for one in cohort.file.surveys.iter().filter(|one| one.role == role) {
        let Some(invited) = one.invited else { continue };
        let (sum, largest) = alike.entry((one.wave, questions(one))).or_default();
        *sum = sum.saturating_add(invited);
        *largest = if one.link == Link::Person { *sum } else { invited.max(*largest) };
    }
    let mut waves: BTreeMap<Wave, Asked> = BTreeMap::new();
    for ((wave, _), (sum, largest)) in alike {
        let of = waves.entry(wave).or_insert(Asked { wave, all: 0, alike: 0, largest: 0 });
        of.all = of.all.saturating_add(sum);
        (of.alike, of.largest) = (sum, largest).max((of.alike, of.largest));
    }
    let results = cohort.results.iter().filter(|row| row.role.unwrap_or(Role::Both) == role);
    let results = results.filter_map(|row| {
        let (wave, n) = (row.wave.unwrap_or(Wave::End), row.invited?);
        Some(Asked { wave, all: n, alike: n, largest: n })
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
