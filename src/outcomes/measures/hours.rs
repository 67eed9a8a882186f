//! The hours that mentors gave.

use std::collections::HashMap;

use super::super::disclose::{Class, FactKey};
use super::super::policy;
use super::super::rows::Name;
use super::limits::{per_mentor, without_mentor};
use super::view::View;
use super::{Counted, Counts, Measure, many};

/// The fewest matches, beside `k`, whose hours are told together: no sum of a few people's time is an open
/// figure.
const FEWEST: u64 = 20;

/// Hours that mentors gave, in round numbers.
pub struct Hours;

impl Measure for Hours {
    fn name(&self) -> &'static str {
        "hours"
    }

    fn about(&self) -> &'static str {
        "Hours that mentors gave in meetings: the minutes of meetings.csv times the mentors of the match. Minutes \
         that nobody recorded count as none. Told of closed cohorts in which 20 matches with a mentor and k more started, 5k at least, if these \
         gave an hour each on average; rounded to a step of 10, 20, 50, 100 and so on, which is as much as k \
         matches gave on average. Where a mentor may hold several matches, k is as many times as large. One match that gave \
         far more than the others is not hidden by it."
    }
}

impl Counts for Hours {
    fn ask(&self, view: &View) -> Vec<Counted> {
        let k = u64::from(policy(&view.book.program).limits(Class::Open).k);
        let k = k * u64::from(per_mentor(view.book, view.cohort));
        // A match that a facilitator led alone has no mentor who gave hours. How many there may be is public.
        let started = u64::from(many(view.matches.iter()).saturating_sub(without_mentor(view)));
        let hours = rounded(minutes(view) / 60, started, k);
        // Who met plays no part in whether hours are told: beside the number that started, it would tell who did not.
        if started < (FEWEST + k).max(5 * k) || !view.closed || hours < started {
            return Vec::new();
        }
        Counted::open(FactKey::new("matches", "mentor-hours", None, None), hours).into_iter().collect()
    }
}

/// To the nearest step of 10, 20, 50, 100 … that is as much as `k` matches gave on average.
///
/// A function of the sum and of public numbers. A step is used up to a sum that is a multiple of it and of the
/// next, so that no printed number stands for less than a whole step.
fn rounded(hours: u64, started: u64, k: u64) -> u64 {
    let mut step = 10;
    let mut unit = 10;
    loop {
        let next = if step == 2 * unit { 5 * unit } else { 2 * step };
        let both = if step == 2 * unit { 10 * unit } else { next };
        if hours < step * started / k.max(1) / both * both || step > hours.max(10) {
            return (hours + step / 2) / step * step;
        }
        unit = if step == 5 * unit { next } else { unit };
        step = next;
    }
}

/// All minutes that mentors gave in meetings, as far as they are recorded.
pub(super) fn minutes(view: &View) -> u64 {
    let mentors: HashMap<Name, u64> =
        view.matches.iter().map(|one| (one.row.id, one.mentors.len() as u64)).collect();
    let met = view.rows.meetings.iter();
    met.filter_map(|row| Some(u64::from(row.minutes?) * mentors.get(&row.the_match)?)).sum()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::rounded;

    /// Whatever is printed, `k` matches may have given their average or nothing.
    #[test]
    fn a_rounded_sum_stands_for_what_a_few_gave() {
        for (k, started) in (0..40).flat_map(|more| [(3, 23 + more), (5, 25 + more), (10, 50 + more)]) {
            let mut sums: BTreeMap<u64, (u64, u64)> = BTreeMap::new();
            for hours in 0..6000 {
                let seen = sums.entry(rounded(hours, started, k)).or_insert((hours, hours));
                assert!(seen.1 + 1 >= hours, "{hours} is printed like {seen:?}, and others between are not");
                seen.1 = hours;
            }
            for (told, (least, most)) in sums.range(started..5000) {
                let few = k * most / started;
                assert!(most - least + 1 >= few, "{told} of {started}: {least} to {most}, a few gave {few}");
            }
        }
    }
}
