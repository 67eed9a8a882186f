//! How many matches still run after so many days. Must not read dates or reasons; the caller has sorted them.

use super::{Interval, Z, wilson};

/// How the time of one match was seen to stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// It ended before its planned date: what is measured.
    Event,
    /// It still ran, or had reached its planned date: no more is known.
    Censored,
    /// It ended because its goals were met: no failure, but no longer at risk of one either.
    Competing,
}

/// One match: how many whole days it was seen to run, and how that stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stay {
    /// Whole days since its start.
    pub days: u32,
    /// What happened on the last of them.
    pub ending: Ending,
}

/// The state after some day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Survival {
    /// How many matches were followed until that day or longer.
    pub followed: u32,
    /// The share expected to run beyond that day, from 0 to 1.
    pub share: f64,
    /// The range of that share for similar cohorts.
    pub interval: Interval,
}

/// The Kaplan–Meier estimate of the share that runs beyond `day`, with its 95% log-log interval.
///
/// S = ∏ (r − d)/r over the days with events until `day`: d events among r still followed; on the same day,
/// events come before all else. The interval is S^exp(±z·√v / ln S), v = Σ d/(r(r − d)) (Greenwood). It is
/// not defined at S = 1 and S = 0; there it is stated as Wilson's, for those whose state after `day` is
/// known.
///
/// Assumes that matches are independent, and that those censored would have gone on like the others. A
/// competing ending is taken out like a censored one, so S describes matches that do not meet their goals
/// early; 1 − S is *not* the part of all matches that ended early, but more, as soon as any met its goals.
/// None if nobody was followed until `day` while S is above 0.
///
/// Sources: E. L. Kaplan and P. Meier, "Nonparametric estimation from incomplete observations", 1958,
/// doi:10.1080/01621459.1958.10501452; J. D. Kalbfleisch and R. L. Prentice, "The Statistical Analysis of
/// Failure Time Data", 1980 (the interval).
pub fn kaplan_meier(stays: &[Stay], day: u32) -> Option<Survival> {
    let mut stays = stays.to_vec();
    stays.sort_unstable_by_key(|stay| stay.days);
    let mut at_risk = u32::try_from(stays.len()).ok()?;
    let (mut share, mut variance, mut ended) = (1.0, 0.0, 0);
    let mut followed = at_risk;
    for same_day in stays.chunk_by(|a, b| a.days == b.days) {
        let here = same_day.first()?.days;
        if here > day {
            break;
        }
        let (events, leaving) = count(same_day)?;
        let (risk, left) = (f64::from(at_risk), f64::from(at_risk - events));
        share *= left / risk;
        variance += if events < at_risk { f64::from(events) / (risk * left) } else { 0.0 };
        ended += events;
        followed = if here == day { at_risk } else { at_risk - leaving };
        at_risk -= leaving;
    }
    let interval = interval(share, variance, followed, ended)?;
    Some(Survival { followed, share, interval })
}

/// The events of one day, and everyone whose time stops on it.
fn count(same_day: &[Stay]) -> Option<(u32, u32)> {
    let events = same_day.iter().filter(|stay| stay.ending == Ending::Event).count();
    Some((u32::try_from(events).ok()?, u32::try_from(same_day.len()).ok()?))
}

fn interval(share: f64, variance: f64, followed: u32, ended: u32) -> Option<Interval> {
    if share <= 0.0 {
        // Nobody is left: all whose state is known have ended.
        return wilson(0, ended);
    }
    if followed == 0 {
        return None;
    }
    if ended == 0 {
        return wilson(followed, followed);
    }
    let spread = Z * variance.sqrt() / share.ln().abs();
    Some(Interval { low: share.powf(spread.exp()), high: share.powf((-spread).exp()) })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use proptest::prelude::*;

    use super::super::vectors::{self, Case};
    use super::*;
    use Ending::{Censored, Competing, Event};

    fn stays(times: &[f64], codes: &[f64]) -> Vec<Stay> {
        let ending = |code: f64| [Censored, Event, Competing][vectors::whole(code) as usize];
        times
            .iter()
            .zip(codes)
            .map(|(&t, &code)| Stay { days: vectors::whole(t), ending: ending(code) })
            .collect()
    }

    #[test]
    fn agrees_with_what_is_published() {
        for case in vectors::cases(vectors::STATISTICS, "kaplan_meier") {
            let stays = stays(&case.numbers("time"), &case.numbers("event"));
            for (day, at) in case.points("at") {
                let found = kaplan_meier(&stays, day).unwrap();
                at.number(found.share, "s", &Case::as_given);
                at.interval(found.interval, "loglog", &Case::as_given);
            }
        }
    }

    #[test]
    fn agrees_with_another_program() {
        for case in vectors::cases(vectors::ESTIMATES, "kaplan_meier") {
            let stays = stays(&case.numbers("time"), &case.numbers("code"));
            for (day, at) in case.points("at") {
                let Some(found) = kaplan_meier(&stays, day) else {
                    assert!(at.is_null(), "day {day}: {stays:?}");
                    continue;
                };
                assert_eq!(found.followed, at.count("followed"), "day {day}: {stays:?}");
                at.number(found.share, "s", &Case::ten_digits);
                at.interval(found.interval, "ci", &Case::ten_digits);
            }
        }
    }

    #[test]
    fn states_its_ends() {
        let of = |days, ending| Stay { days, ending };
        for (name, stays, day, expected) in [
            ("nobody", vec![], 0, None),
            ("all run", vec![of(9, Censored); 8], 9, Some((1.0, wilson(8, 8)))),
            ("nobody followed so far", vec![of(9, Censored); 8], 10, None),
            ("all met their goals", vec![of(9, Competing); 8], 10, None),
            ("all ended", vec![of(9, Event); 8], 9, Some((0.0, wilson(0, 8)))),
            ("all ended before", vec![of(9, Event); 8], u32::MAX, Some((0.0, wilson(0, 8)))),
            ("on the first day", vec![of(0, Event)], 0, Some((0.0, wilson(0, 1)))),
            ("one of them, running", vec![of(5, Censored)], 4, Some((1.0, wilson(1, 1)))),
            ("the longest ended", vec![of(3, Censored), of(5, Event)], 5, Some((0.0, wilson(0, 1)))),
            ("the longest is censored", vec![of(3, Event), of(5, Censored)], 6, None),
        ] {
            let found = kaplan_meier(&stays, day).map(|found| (found.share, Some(found.interval)));
            assert_eq!(found, expected, "{name}");
        }
    }

    #[test]
    fn takes_goals_met_out_as_it_takes_the_censored_out() {
        let with = |ending| {
            [(2, Event), (4, ending), (6, Event), (9, Censored)].map(|(days, ending)| Stay { days, ending })
        };
        assert_eq!(kaplan_meier(&with(Competing), 6), kaplan_meier(&with(Censored), 6));
    }

    fn cohort() -> impl Strategy<Value = Vec<Stay>> {
        let ending = prop_oneof![Just(Event), Just(Censored), Just(Competing)];
        prop::collection::vec((0..60_u32, ending).prop_map(|(days, ending)| Stay { days, ending }), 0..40)
    }

    proptest! {
        #[test]
        fn only_falls_and_stays_within_its_range(stays in cohort()) {
            let mut before = 1.0;
            for found in (0..70).map_while(|day| kaplan_meier(&stays, day)) {
                let Interval { low, high } = found.interval;
                prop_assert!(found.share <= before);
                prop_assert!(0.0 <= low && low <= found.share && found.share <= high && high <= 1.0);
                before = found.share;
            }
        }

        #[test]
        fn is_a_plain_share_when_nobody_is_censored(
            days in prop::collection::vec(0..60_u32, 1..40), day in 0..70_u32,
        ) {
            let stays: Vec<Stay> = days.iter().map(|&days| Stay { days, ending: Event }).collect();
            let longer = days.iter().filter(|&&days| days > day).count();
            let n = u32::try_from(days.len()).unwrap();
            let share = f64::from(u32::try_from(longer).unwrap()) / f64::from(n);
            let found = kaplan_meier(&stays, day).unwrap();
            prop_assert!((found.share - share).abs() < 1e-12);
        }
    }
}
