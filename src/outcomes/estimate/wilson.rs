//! A share and its range. Must not print, round or hide anything.

use super::{Interval, Z};

/// The Wilson score interval of `x` of `n`, as shares from 0 to 1.
///
/// With p = x/n, its ends are the two solutions q of (p − q)² = z²·q(1 − q)/n: the true shares that a score
/// test would not reject. Assumes independent answers of one kind. None if `n` is 0 or `x` exceeds it.
///
/// Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", 1927,
/// doi:10.1080/01621459.1927.10502953.
pub fn wilson(x: u32, n: u32) -> Option<Interval> {
    if n == 0 || x > n {
        return None;
    }
    let (yes, no, n) = (f64::from(x), f64::from(n - x), f64::from(n));
    let z2 = Z * Z;
    let sum = 2.0 * yes + z2 + Z * (z2 + 4.0 * yes * no / n).sqrt();
    // The lower end comes from the product of the two solutions: subtracting would lose digits near 0.
    let low = 2.0 * yes * yes / (n * sum);
    let high = if no > 0.0 { (sum / (2.0 * (n + z2))).min(1.0) } else { 1.0 };
    Some(Interval { low, high })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use proptest::prelude::*;

    use super::super::vectors::{self, Case};
    use super::*;

    fn agrees(file: &str, digits: impl Fn(f64, f64) -> bool) {
        for case in vectors::cases(file, "proportion") {
            let found = wilson(case.count("x"), case.count("n")).unwrap();
            case.interval(found, "wilson", &digits);
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
    fn has_exact_ends_and_no_answer_without_people() {
        for (x, n, low, high) in [
            (0, 1, Some(0.0), None),
            (1, 1, None, Some(1.0)),
            (0, u32::MAX, Some(0.0), None),
            (u32::MAX, u32::MAX, None, Some(1.0)),
        ] {
            let found = wilson(x, n).unwrap();
            assert!(low.is_none_or(|low: f64| found.low.total_cmp(&low).is_eq()), "{x} of {n}: {found:?}");
            assert!(
                high.is_none_or(|high: f64| found.high.total_cmp(&high).is_eq()),
                "{x} of {n}: {found:?}"
            );
        }
        for (x, n) in [(0, 0), (1, 0), (2, 1), (u32::MAX, u32::MAX - 1)] {
            assert_eq!(wilson(x, n), None, "{x} of {n}");
        }
    }

    proptest! {
        #[test]
        fn lies_in_0_to_1_around_the_share((n, x) in (1..=u32::MAX).prop_flat_map(|n| (Just(n), 0..=n))) {
            let Interval { low, high } = wilson(x, n).unwrap();
            let share = f64::from(x) / f64::from(n);
            prop_assert!(0.0 <= low && low <= share && share <= high && high <= 1.0);
        }

        #[test]
        fn is_symmetric((n, x) in (1..=u32::MAX).prop_flat_map(|n| (Just(n), 0..=n))) {
            let (of_yes, of_no) = (wilson(x, n).unwrap(), wilson(n - x, n).unwrap());
            prop_assert!((of_yes.low - (1.0 - of_no.high)).abs() < 1e-14);
        }

        #[test]
        fn narrows_as_people_are_added(
            (n, x) in (1..10_000_u32).prop_flat_map(|n| (Just(n), 0..=n)), times in 2..100_u32,
        ) {
            let (few, many) = (wilson(x, n).unwrap(), wilson(x * times, n * times).unwrap());
            prop_assert!(many.high - many.low < few.high - few.low);
        }
    }
}
