//! A correction of a closed cohort: what may follow the figures that were printed before.
//!
//! Pure: reads no file and no clock, and must not see a table.

use std::collections::BTreeSet;

use super::differ;
use super::form::{Form, Why};
use super::key::FactKey;
use super::member::{MemberId, Members, Membership};
use super::policy::{Class, Policy};
use super::publish::Fact;
use super::release::{Entry, Release};

/// Population by population: the new figures, where they may follow all earlier ones, else the last ones.
/// Open figures come and stay with the others of their population, for the difference of two sums may be one
/// person. A figure that the first release did not have is never added.
///
/// A correction that is refused for its figures settles the population for good. The refusal tells that
/// the people who differ are not a printable split, and a larger correction that passes later would tell
/// the rest: after 4 of 9, not 4 of eight newcomers, then 7 of eleven, leaves 5 to 7 of the eight.
pub(super) fn corrected(policy: &Policy, frozen: &[&Entry], last: &Entry, proposed: &Release) -> Release {
    let mut release = Release { facts: Vec::new(), members: Membership::new(), ..last.release.clone() };
    release.held.clear();
    // Two counts under one name that mean different things tell of those between the two meanings.
    let means_the_same = means(&last.release, proposed);
    let populations: BTreeSet<&str> = last.release.facts.iter().map(|fact| fact.key.population()).collect();
    for population in populations {
        // What is not asked any more was not corrected.
        let asked = proposed.members.contains_key(population);
        let judged = means_the_same
            && asked
            && !of(&last.release, population).is_empty()
            && !last.release.settled.contains(population)
            && is_alone(&last.release, population)
            && !frozen.iter().any(|entry| brings_known(&entry.release, proposed, population))
            && frozen.iter().all(|entry| differ_by_group(policy, entry, proposed, population));
        let raise = proposed.members.get(population).map(|members| members.raise).unwrap_or_default();
        let follows = |entry: &&Entry| {
            differ::may_follow(policy, raise, &of(&entry.release, population), &of(proposed, population))
        };
        let rows = |release: &Release, of: &str| release.members.get(of).and_then(|members| members.rows);
        let is_same = rows(proposed, population) == rows(&last.release, population);
        // Where nothing was told and the rows are the same, as after a rule was written down, nothing can be held against
        // what is told now.
        let is_new = means_the_same
            && asked
            && is_same
            && is_named_alike(&last.release, proposed, population)
            && frozen.iter().all(|one| one.policy == *policy && is_hidden(&one.release, population));
        let is_corrected = judged && frozen.iter().all(follows);
        let may = is_new || is_corrected;
        if judged && !may {
            release.settled.insert(population.to_owned());
        }
        let from = if may { proposed } else { &last.release };
        if may {
            release.as_of.clone_from(&proposed.as_of);
        }
        release.facts.extend(of(from, population).into_iter().cloned());
        // Of the same rows an open figure stays as it was: told under two rules, it would be told more exactly.
        let from_open = if is_corrected { from } else { &last.release };
        release.facts.extend(open(&last.release, from_open, population).cloned());
        if let Some(members) = from.members.get(population) {
            release.members.insert(population.to_owned(), members.clone());
        }
        // A note that depended on the figures would tell that a correction moved one across a threshold:
        // whoever had their own row corrected would know the others' count. It depends on the rows alone.
        // What is told of matches rests on their rows, whether or not it would be told again.
        let is_kept =
            if asked { is_same } else { rows(proposed, "matches") == rows(&last.release, "matches") };
        let of_matches = matches!(population, "mentor-side" | "mentee-side");
        if !may && !is_kept && (asked || of_matches) {
            release.held.insert(population.to_owned());
        }
    }
    release.facts.sort_by(|a, b| a.key.cmp(&b.key));
    release
}

/// Whether what was told before means the same now.
fn means(last: &Release, proposed: &Release) -> bool {
    last.means.iter().all(|(variable, then)| proposed.means.get(variable).is_none_or(|now| now == then))
}

/// Whether no other population was asked at the same wave in the same role, as at another site: of people who are moved
/// from one to the other, what the one loses and the other gains would differ by the few who are new.
fn is_alone(release: &Release, population: &str) -> bool {
    // Without a role it is of both.
    let meet = |one: &FactKey, other: &FactKey| {
        let roles = one.role().zip(other.role()).is_none_or(|(one, other)| one == other);
        one.wave().is_some() && one.wave() == other.wave() && roles
    };
    let mine = of(release, population);
    let mut others = release.members.keys().filter(|one| *one != population);
    others.all(|other| !of(release, other).iter().any(|one| mine.iter().any(|own| meet(&own.key, &one.key))))
}

/// Whether answers come to a population that another one of the cohort had: moved, they would tell of those beside them.
fn brings_known(earlier: &Release, proposed: &Release, population: &str) -> bool {
    let Some(now) = proposed.members.get(population) else { return false };
    let then = earlier.members.get(population);
    let is_new = |one: &&MemberId| then.is_none_or(|then| !then.answers.contains(*one));
    let others = || earlier.members.iter().filter(|(name, _)| *name != population);
    now.answers.iter().filter(is_new).any(|one| others().any(|(_, other)| other.answers.contains(one)))
}

/// Whether a population has the same figures of the same classes.
fn is_named_alike(last: &Release, proposed: &Release, population: &str) -> bool {
    let names =
        |release| of(release, population).into_iter().map(|fact| (&fact.key, fact.class)).collect::<Vec<_>>();
    names(last) == names(proposed)
}

/// Whether all that was told of a population is that it is too small to be told of.
fn is_hidden(release: &Release, population: &str) -> bool {
    let told = of(release, population);
    let is_hidden = |fact: &&Fact| {
        matches!(fact.form, Form::TooFew { .. } | Form::NotShown { why: Why::FewInCell | Why::Pooled })
    };
    !told.is_empty() && told.iter().all(is_hidden)
}

/// The protected figures of one population.
fn of<'a>(release: &'a Release, population: &str) -> Vec<&'a Fact> {
    let wanted = |fact: &&Fact| fact.class != Class::Open && fact.key.population() == population;
    release.facts.iter().filter(wanted).collect()
}

/// The open figures of one population that were told before, as they are told now.
fn open<'a>(before: &Release, now: &'a Release, population: &str) -> impl Iterator<Item = &'a Fact> {
    let open = |fact: &&Fact| fact.class == Class::Open && fact.key.population() == population;
    let told: BTreeSet<&FactKey> = before.facts.iter().filter(open).map(|fact| &fact.key).collect();
    now.facts.iter().filter(open).filter(|fact| told.contains(&fact.key)).collect::<Vec<_>>().into_iter()
}

/// Whether a population differs from an earlier release's by a publishable group, under the same policy.
fn differ_by_group(policy: &Policy, earlier: &Entry, proposed: &Release, population: &str) -> bool {
    let none = Members::default();
    let old = earlier.release.members.get(population).unwrap_or(&none);
    let new = proposed.members.get(population).unwrap_or(&none);
    let told = of(&earlier.release, population);
    let group = told.iter().map(|fact| policy.limits(fact.class).raised(new.raise).group).max();
    let alike = earlier.policy == *policy && old.raise == new.raise;
    alike && new.differ_by_group(old, group.unwrap_or(u32::MAX))
}
