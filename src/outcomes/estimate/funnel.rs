//! The funnel around a target: how far cohorts of a size stray by chance. Must not rank or name cohorts.

use super::Interval;

/// Between which shares a cohort of one size is expected, if its true share is the target.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Limits {
    /// The 95% limits: of large cohorts, one in twenty lies outside by chance.
    pub p95: Interval,
    /// The 99.8% limits: of large cohorts, one in five hundred does.
    pub p998: Interval,
}

/// The exact binomial control limits of a cohort of `n` around the share `target`, as shares from 0 to 1.
///
/// For the lower and the upper tail p (2.5% and 97.5%; 0.1% and 99.9%): (r − α)/n, r the smallest count with
/// F(r) ≥ p, α = (F(r) − p) / (F(r) − F(r − 1)), F the binomial distribution. Interpolated so, the limits run
/// smoothly over n; they are kept between 0 and 1, and never on the wrong side of the target. Assumes
/// independent people. None if `n` is 0 or `target` is no share.
///
/// At the lower limit r itself lies inside; at the upper one it lies outside, although a count of r or more
/// is likelier than the tail. So a small cohort just above the upper limit is no proof of anything: two of
/// two, with a target of 70%, lie above it.
///
/// Source: D. J. Spiegelhalter, "Funnel plots for comparing institutional performance", 2005,
/// doi:10.1002/sim.1970 (its appendix).
pub fn funnel(target: f64, n: u32) -> Option<Limits> {
    if n == 0 || !(0.0..=1.0).contains(&target) {
        return None;
    }
    let people = Binomial::new(target, n);
    let between = |tail: f64| Interval {
        low: (people.interpolated(tail) / f64::from(n)).clamp(0.0, target),
        high: (people.interpolated(1.0 - tail) / f64::from(n)).clamp(target, 1.0),
    };
    Some(Limits { p95: between(0.025), p998: between(0.001) })
}

/// What lies further out than this part of the likeliest count weighs nothing in any digit of a limit.
const NEGLIGIBLE: f64 = 1e-25;

/// The binomial distribution around its likeliest count.
///
/// Weights are built from their neighbours, outward from the middle: no factorials, so no loss of digits for
/// large `n` (the incomplete beta of statrs returns −8.8 as a probability near n = 2³²), and some twenty
/// standard deviations of steps.
struct Binomial {
    /// The count that the first weight belongs to.
    first: u32,
    weights: Vec<f64>,
    total: f64,
}

impl Binomial {
    fn new(share: f64, n: u32) -> Self {
        let middle = likeliest(share, n);
        let mut weights = vec![1.0];
        let mut first = middle;
        let mut weight = 1.0;
        while first > 0 {
            weight *= f64::from(first) / f64::from(n - first + 1) * ((1.0 - share) / share);
            if weight < NEGLIGIBLE {
                break;
            }
            first -= 1;
            weights.push(weight);
        }
        weights.reverse();
        weight = 1.0;
        for count in middle..n {
            weight *= f64::from(n - count) / f64::from(count + 1) * (share / (1.0 - share));
            if weight < NEGLIGIBLE {
                break;
            }
            weights.push(weight);
        }
        let total = weights.iter().sum();
        Self { first, weights, total }
    }

    /// The count below which the part `p` lies, with the count that crosses it divided in proportion.
    fn interpolated(&self, p: f64) -> f64 {
        let (goal, mut below, mut count) = (p * self.total, 0.0, f64::from(self.first));
        for weight in &self.weights {
            if below + weight >= goal {
                return count - (below + weight - goal) / weight;
            }
            below += weight;
            count += 1.0;
        }
        count - 1.0
    }
}

/// A count of greatest probability: the whole part of (n + 1)·share, at most `n`.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // from 0 to n, since 0 ≤ share ≤ 1
fn likeliest(share: f64, n: u32) -> u32 {
    ((f64::from(n) + 1.0) * share).min(f64::from(n)) as u32
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use proptest::prelude::*;

    use super::super::vectors::{self, Case};
    use super::*;

    fn agrees(file: &str, digits: impl Fn(f64, f64) -> bool) {
        for case in vectors::cases(file, "funnel_exact_binomial") {
            let found = funnel(case.float("theta"), case.count("n")).unwrap();
            case.interval(found.p95, "l95", &digits);
            case.interval(found.p998, "l998", &digits);
        }
    }

    #[test]
    fn agrees_with_what_is_published() {
        agrees(vectors::STATISTICS, Case::decimals(4));
    }

    #[test]
    fn agrees_with_another_program() {
        agrees(vectors::ESTIMATES, Case::ten_digits);
    }

    #[test]
    fn puts_all_of_a_tiny_cohort_above_the_upper_limit() {
        let two = funnel(0.7, 2).unwrap();
        assert!(two.p95.high < 1.0 && two.p95.low <= 0.0, "{two:?}");
    }

    #[test]
    fn has_no_answer_without_people_or_a_share() {
        for (target, n) in [(0.7, 0), (-0.1, 9), (1.1, 9), (f64::NAN, 9), (f64::INFINITY, 9)] {
            assert_eq!(funnel(target, n), None, "{target} of {n}");
        }
    }

    #[test]
    fn holds_the_target_at_every_extreme() {
        for n in [1, 2, 24, 100_000, u32::MAX] {
            for target in [0.0, -0.0, 5e-324, 1e-9, 0.5, 1.0 - f64::EPSILON, 1.0] {
                let Limits { p95, p998 } = funnel(target, n).unwrap();
                let ends = [0.0, p998.low, p95.low, target, p95.high, p998.high, 1.0];
                assert!(ends.is_sorted(), "{target} of {n}: {ends:?}");
            }
        }
    }

    proptest! {
        #[test]
        fn the_wider_limits_hold_the_narrower((target, n) in (0.0..=1.0, 1..5000_u32)) {
            let Limits { p95, p998 } = funnel(target, n).unwrap();
            prop_assert!([0.0, p998.low, p95.low, target, p95.high, p998.high, 1.0].is_sorted());
        }
    }
}
