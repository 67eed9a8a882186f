//! Cohorts of almost the same people under another name, where no match tells them apart.
//!
//! Pure: knows releases and no file.

use std::collections::BTreeSet;

use crate::outcomes::disclose::{Entry, MemberId, Members, Release};

/// Whether a population of two releases holds almost the same people. Mentors come back from
/// cohort to cohort, so theirs count only where no others are known of both.
pub(super) fn is_almost(proposed: &Release, other: &Release, group: u32) -> bool {
    let shared = || {
        let both = |(population, ours)| Some((population, ours, other.members.get(population)?));
        proposed.members.iter().filter_map(both)
    };
    let mentors_alone = shared().all(|(population, ..)| is_of_mentors(proposed, population));
    shared().any(|(population, ours, theirs)| {
        let group = group.saturating_add(ours.raise.more.max(theirs.raise.more));
        let differ = ours.persons.symmetric_difference(&theirs.persons).count();
        let people = !ours.persons.is_disjoint(&theirs.persons) && differ < group as usize;
        // Mentors who come back answer anew, and where the days are known, that is seen.
        let is_dated = |one: &Members| one.answers.len() >= one.persons.len();
        let dated = is_dated(ours) && is_dated(theirs);
        let anew = mentors_alone && dated && ours.answers.is_disjoint(&theirs.answers);
        people && !anew && (mentors_alone || !is_of_mentors(proposed, population))
    })
}

/// Whether a population answers as mentors.
fn is_of_mentors(release: &Release, population: &str) -> bool {
    let mut mine = release.facts.iter().filter(|fact| fact.key.population() == population);
    mine.all(|fact| fact.key.role() == Some("mentor"))
}

/// A cohort whose people are those of several others, but for fewer than a group: parts were released, and then the
/// whole, or the other way round. Of cohorts without matches, whose rows nothing else tells apart.
pub(super) fn together<'e>(proposed: &Release, others: &[&'e Entry], group: u32) -> Option<&'e Entry> {
    let mentees = |population: &str| !is_of_mentors(proposed, population);
    for (population, ours) in proposed.members.iter().filter(|(population, _)| mentees(population)) {
        let group = group.saturating_add(ours.raise.more);
        let persons = |release: &'e Release| Some(&release.members.get(population)?.persons);
        let theirs: Vec<_> =
            others.iter().filter_map(|entry| Some((*entry, persons(&entry.release)?))).collect();
        let mut all: Vec<&BTreeSet<MemberId>> = theirs.iter().map(|(_, persons)| *persons).collect();
        all.push(&ours.persons);
        let of_ours = |one: &&BTreeSet<MemberId>| !one.is_disjoint(&ours.persons);
        for whole in all.iter().filter(|one| of_ours(one)) {
            let is_part = |one: &&BTreeSet<MemberId>| {
                !std::ptr::eq(*one, *whole)
                    && !one.is_disjoint(whole)
                    && one.difference(whole).count() < group as usize
            };
            let parts: Vec<_> = all.iter().copied().filter(is_part).collect();
            let sum: BTreeSet<MemberId> = parts.iter().flat_map(|part| part.iter().copied()).collect();
            if parts.len() > 1 && whole.symmetric_difference(&sum).count() < group as usize {
                let named = theirs.iter().find(|(_, persons)| !persons.is_disjoint(whole));
                return named.map(|(entry, _)| *entry);
            }
        }
    }
    None
}
