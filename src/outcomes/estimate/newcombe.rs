//! The difference of two shares. Must not decide what it means; a verdict reads the range alone.

use super::{Interval, wilson};

/// The range of the share `a` minus the share `b`, from −1 to 1; each is (x, n), two separate groups of
/// people.
///
/// Newcombe's hybrid score interval (method 10): with d = p₁ − p₂ and the Wilson intervals (l₁, u₁), (l₂,
/// u₂), from d − √((p₁ − l₁)² + (u₂ − p₂)²) to d + √((u₁ − p₁)² + (p₂ − l₂)²). Assumes independent answers
/// and groups, so never the same people twice. None if either share has no Wilson interval.
///
/// Source: R. G. Newcombe, "Interval estimation for the difference between independent proportions:
/// comparison of eleven methods", 1998,
/// `doi:10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I`.
pub fn newcombe(a: (u32, u32), b: (u32, u32)) -> Option<Interval> {
    let (range_a, range_b) = (wilson(a.0, a.1)?, wilson(b.0, b.1)?);
    let (share_a, share_b) = (f64::from(a.0) / f64::from(a.1), f64::from(b.0) / f64::from(b.1));
    let below = (share_a - range_a.low).hypot(range_b.high - share_b);
    let above = (range_a.high - share_a).hypot(share_b - range_b.low);
    let difference = share_a - share_b;
    Some(Interval { low: (difference - below).max(-1.0), high: (difference + above).min(1.0) })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use proptest::prelude::*;

    use super::super::vectors::{self, Case};
    use super::*;

    fn agrees(file: &str, digits: impl Fn(f64, f64) -> bool) {
        for case in vectors::cases(file, "difference_newcombe10") {
            let found = newcombe(case.pair("a"), case.pair("b")).unwrap();
            case.interval(found, "ci", &digits);
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
    fn has_no_answer_where_a_share_has_none() {
        for (a, b) in [((0, 0), (1, 2)), ((1, 2), (0, 0)), ((3, 2), (1, 2)), ((1, 2), (3, 2))] {
            assert_eq!(newcombe(a, b), None, "{a:?} and {b:?}");
        }
    }

    #[test]
    fn cannot_exceed_a_difference_of_everyone() {
        for n in [1, 12, u32::MAX] {
            assert!(newcombe((n, n), (0, n)).unwrap().high <= 1.0, "{n}");
            assert!(newcombe((0, n), (n, n)).unwrap().low >= -1.0, "{n}");
        }
    }

    fn share() -> impl Strategy<Value = (u32, u32)> {
        (1..=u32::MAX).prop_flat_map(|n| (0..=n, Just(n)))
    }

    proptest! {
        #[test]
        fn holds_the_difference_and_turns_its_sign(a in share(), b in share()) {
            let (found, turned) = (newcombe(a, b).unwrap(), newcombe(b, a).unwrap());
            let difference = f64::from(a.0) / f64::from(a.1) - f64::from(b.0) / f64::from(b.1);
            prop_assert!([-1.0, found.low, difference, found.high, 1.0].is_sorted());
            prop_assert!((found.low + turned.high).abs() < 1e-14 && (found.high + turned.low).abs() < 1e-14);
        }
    }
}
