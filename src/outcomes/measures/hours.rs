//! The hours that mentors gave.

use std::collections::{HashMap, HashSet};

use super::super::disclose::FactKey;
use super::super::rows::Name;
use super::view::View;
use super::{Counted, Counts, Measure};

/// The fewest matches whose hours are told together: no sum of a few people's time is an open figure.
const FEWEST: usize = 20;
/// Hours are told in steps of this many.
const STEP: u64 = 10;

/// Hours that mentors gave, in whole tens.
pub struct Hours;

impl Measure for Hours {
    fn name(&self) -> &'static str {
        "hours"
    }

    fn about(&self) -> &'static str {
        "Hours that mentors gave in meetings: the minutes of meetings.csv times the mentors of the match. Minutes \
         that nobody recorded count as none. Told of closed cohorts in which 20 matches or more have minutes, \
         rounded down to tens."
    }
}

impl Counts for Hours {
    fn ask(&self, view: &View) -> Vec<Counted> {
        let (minutes, matches) = minutes(view);
        if matches < FEWEST || !view.closed {
            return Vec::new();
        }
        let hours = minutes / 60 / STEP * STEP;
        Counted::open(FactKey::new("matches", "mentor-hours", None, None), hours).into_iter().collect()
    }
}

/// All minutes that mentors gave in meetings, as far as they are recorded, and how many matches have any.
pub(super) fn minutes(view: &View) -> (u64, usize) {
    let mentors: HashMap<Name, u64> =
        view.matches.iter().map(|one| (one.row.id, one.mentors.len() as u64)).collect();
    let met = view.rows.meetings.iter().filter_map(|row| {
        let minutes = u64::from(row.minutes.filter(|minutes| *minutes > 0)?) * mentors.get(&row.the_match)?;
        Some((row.the_match, minutes))
    });
    let met: Vec<(Name, u64)> = met.collect();
    let matches: HashSet<Name> = met.iter().map(|(the_match, _)| *the_match).collect();
    (met.iter().map(|(_, minutes)| minutes).sum(), matches.len())
}
