//! What the share could have been, had everyone answered. Must not guess how the silent would have answered.

use super::Interval;

/// The possible shares among all `invited`, when `x` of the `answered` said yes: from 0 to 1.
///
/// From x/N (every other person would have said no) to (x + N − n)/N (yes). Assumes nothing, so it is a bound
/// and not an estimate, and chance has no part in it. None if nobody was invited, or `x` ≤ `answered` ≤
/// `invited` does not hold.
///
/// Source: C. F. Manski, "Nonparametric bounds on treatment effects", 1990, which states such bounds.
pub fn non_response(x: u32, answered: u32, invited: u32) -> Option<Interval> {
    if invited == 0 || x > answered || answered > invited {
        return None;
    }
    let all = f64::from(invited);
    Some(Interval { low: f64::from(x) / all, high: f64::from(x + (invited - answered)) / all })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use proptest::prelude::*;

    use super::super::vectors::{self, Case};
    use super::*;

    #[test]
    fn agrees_with_another_program() {
        for case in vectors::cases(vectors::ESTIMATES, "non_response") {
            let found = non_response(case.count("x"), case.count("answered"), case.count("invited")).unwrap();
            case.interval(found, "range", &Case::ten_digits);
        }
    }

    #[test]
    fn runs_from_nobody_to_everybody() {
        for (x, answered, invited, expected) in [
            (0, 0, 0, None),
            (1, 0, 4, None),
            (1, 2, 1, None),
            (u32::MAX, u32::MAX - 1, u32::MAX, None),
            (0, 0, 1, Some((0.0, 1.0))),
            (1, 1, 1, Some((1.0, 1.0))),
            (3, 3, 4, Some((0.75, 1.0))),
            (0, u32::MAX, u32::MAX, Some((0.0, 0.0))),
            (u32::MAX, u32::MAX, u32::MAX, Some((1.0, 1.0))),
        ] {
            let expected = expected.map(|(low, high)| Interval { low, high });
            assert_eq!(non_response(x, answered, invited), expected, "{x} of {answered} of {invited}");
        }
    }

    proptest! {
        #[test]
        fn holds_every_completion(x in 0..100_u32, more in 0..100_u32, silent in 0..100_u32) {
            prop_assume!(x + more + silent > 0);
            let all = x + more + silent;
            let Interval { low, high } = non_response(x, x + more, all).unwrap();
            for yes in x..=x + silent {
                let share = f64::from(yes) / f64::from(all);
                prop_assert!(low <= share && share <= high);
            }
        }
    }
}
