//! How far `k` is raised where rows are matches and people stand behind several of them.
//!
//! Must read nothing but what is public: program.yaml, cohort.yaml, and how many matches started.

use std::collections::HashMap;

use super::super::disclose::{Class, Raise};
use super::super::rows::Name;
use super::view::View;
use super::{Counted, many};
use crate::model::{Role, Wave};

/// With its raised limits, or `None` where a program has not said how many matches a mentor may hold.
///
/// A mentor of this cohort who holds more is one whom no limit hides: such figures are not shown.
pub(super) fn raised(view: &View, one: Counted) -> Option<Counted> {
    let again = again(view);
    let raise = match one.key.population() {
        _ if one.class == Class::Open => return Some(one),
        "mentor-side" => Raise { times: capacity(view)?, plus: again },
        "matches" | "mentee-side" => Raise { times: 1, plus: again },
        _ => return Some(one),
    };
    let crowded = one.key.population() == "mentor-side" && most(view) > raise.times;
    Some(Counted { raise, crowded, ..one })
}

/// How many matches one mentor may hold.
fn capacity(view: &View) -> Option<u32> {
    view.book.program.capacity_per_mentor.filter(|most| *most > 0)
}

/// How many matches a mentor holds at most in this cohort, one after the other or at a time.
fn most(view: &View) -> u32 {
    let mut held: HashMap<Name, u32> = HashMap::new();
    for mentor in view.matches.iter().flat_map(|one| &one.mentors) {
        *held.entry(*mentor).or_default() += 1;
    }
    held.into_values().max().unwrap_or(0)
}

/// How many matches there are beyond one for each mentee, as anybody can see: those that started, less the
/// fewest mentees who were invited to a survey at the start, or to any where there is none.
pub(super) fn again(view: &View) -> u32 {
    let mentees = || view.cohort.file.surveys.iter().filter(|one| one.role == Role::Mentee);
    let first = mentees().filter(|one| one.wave == Wave::Baseline).filter_map(|one| one.invited).min();
    let invited = first.or_else(|| mentees().filter_map(|one| one.invited).min());
    invited.map_or(0, |invited| many(view.matches.iter()).saturating_sub(invited))
}
