//! What is told of several closed cohorts together only: answers to sensitive questions.
//!
//! Must not tell of a pool what a cohort tells by itself: all cohorts but one could be subtracted from it.

use std::collections::BTreeMap;

use super::super::disclose::{Answers, Asked, Class, FactKey};
use super::change::Beside;
use super::view::View;
use super::{Counted, scores};

/// Everything that is counted on a pool. The surveys of its cohorts are one population for each wave and role.
pub(in crate::outcomes) fn pool(views: &[View]) -> Vec<Counted> {
    let mut all: BTreeMap<FactKey, Counted> = BTreeMap::new();
    // No change is told of sensitive answers, so each level is told as it is.
    let each = views.iter().flat_map(|view| scores::levels(view, |_, _| Beside::Nothing));
    for one in each {
        if one.class != Class::Sensitive || !matches!(one.asked, Asked::Answers(_)) {
            continue;
        }
        if let Ok(key) = FactKey::new("pool", one.key.variable(), one.key.wave(), one.key.role()) {
            let one = Counted { key: key.clone(), largest_cohort: rows(&one.asked), ..one };
            match all.get_mut(&key) {
                Some(sum) => add(sum, one),
                None => drop(all.insert(key, one)),
            }
        }
    }
    all.into_values().collect()
}

fn rows(asked: &Asked) -> u32 {
    if let Asked::Answers(answers) = asked { answers.n() } else { 0 }
}

fn add(sum: &mut Counted, one: Counted) {
    if let (Asked::Answers(a), Asked::Answers(b)) = (&mut sum.asked, &one.asked) {
        *a = Answers { yes: a.yes + b.yes, no: a.no + b.no, unrecorded: a.unrecorded + b.unrecorded };
    }
    sum.largest_cohort = sum.largest_cohort.max(one.largest_cohort);
    sum.unnamed += one.unnamed;
    sum.behind.persons.extend(one.behind.persons);
    sum.behind.matches.extend(one.behind.matches);
    sum.behind.mentors.extend(one.behind.mentors);
    sum.behind.of = match (sum.behind.of, one.behind.of) {
        (Some((a, b)), Some((c, d))) => Some((a + c, b + d)),
        _ => None,
    };
    sum.behind.identified &= one.behind.identified;
}
