//! A mean, and the mean change of the same people. Must not clamp or round to a scale; publishing does that.

use statrs::distribution::{ContinuousCDF, StudentsT};

use super::{Interval, Z};

/// A mean with its spread, in the unit of the answers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MeanEstimate {
    /// How many people it is the mean of.
    pub n: u32,
    /// Their mean.
    pub mean: f64,
    /// The standard deviation (with n − 1): 0 if all answers are equal, none for one answer.
    pub sd: Option<f64>,
    /// The range for similar cohorts.
    pub interval: Option<Interval>,
}

/// Answers that differ by less than this part of their size are equal: the rest is rounding of sums.
const ROUNDING: f64 = 1e-12;

/// The mean of some answers. None if there are none, or one is no finite number.
pub fn mean(answers: &[f64]) -> Option<MeanEstimate> {
    summary(answers, largest(answers.iter()))
}

/// The mean change of the same people, `(before, after)` for each: positive is a rise.
///
/// The t interval of the differences; it allows for a person's two answers being alike. None as for [`mean`].
pub fn paired_change(people: &[(f64, f64)]) -> Option<MeanEstimate> {
    let changes: Vec<f64> = people.iter().map(|(before, after)| after - before).collect();
    // A difference of two long fractions carries the rounding of the answers, not of itself.
    summary(&changes, largest(people.iter().flat_map(|(before, after)| [before, after])))
}

/// The 95% t interval of a mean: mean ± t·sd/√n, t the 97.5% point of Student's distribution, n − 1 degrees.
///
/// In the unit of the answers. Assumes independent answers (or changes) whose mean is roughly normal, so it
/// is rough for small groups on a short scale. None for fewer than two people, and where all answers are
/// equal: a standard deviation of 0 would claim certainty.
///
/// Source: Student (W. S. Gosset), "The probable error of a mean", 1908, doi:10.1093/biomet/6.1.1.
pub fn t_interval(n: u32, mean: f64, sd: f64) -> Option<Interval> {
    if n < 2 || sd <= 0.0 {
        return None;
    }
    let reach = t_quantile(n - 1)? * (sd / f64::from(n).sqrt());
    let (low, high) = (mean - reach, mean + reach);
    (low.is_finite() && high.is_finite()).then_some(Interval { low, high })
}

fn largest<'a>(answers: impl Iterator<Item = &'a f64>) -> f64 {
    answers.fold(0.0, |most, answer| most.max(answer.abs()))
}

/// `size` is how large the answers are, against which a difference between them is rounding or not.
fn summary(values: &[f64], size: f64) -> Option<MeanEstimate> {
    let n = u32::try_from(values.len()).ok().filter(|&n| n > 0)?;
    let count = f64::from(n);
    let mean = values.iter().sum::<f64>() / count;
    if !mean.is_finite() || !size.is_finite() {
        return None;
    }
    let (low, high) =
        values.iter().fold((f64::MAX, f64::MIN), |(low, high), &value| (low.min(value), high.max(value)));
    let sd = if n < 2 {
        None
    } else if high - low <= ROUNDING * size {
        Some(0.0)
    } else {
        let squares: f64 = values.iter().map(|value| (value - mean).powi(2)).sum();
        Some((squares / (count - 1.0)).sqrt()).filter(|sd| sd.is_finite())
    };
    Some(MeanEstimate { n, mean, sd, interval: sd.and_then(|sd| t_interval(n, mean, sd)) })
}

/// From here on the series is good to twelve digits; statrs loses digits at 10⁶ and does not end near 2³².
const MANY: u32 = 1000;

/// The 97.5% point of Student's t distribution with `degrees` of freedom (1 or more).
///
/// For many degrees, the series in 1/degrees around the normal one: Abramowitz and Stegun 1964, 26.7.5.
fn t_quantile(degrees: u32) -> Option<f64> {
    let v = f64::from(degrees);
    if degrees < MANY {
        return StudentsT::new(0.0, 1.0, v).ok().map(|t| t.inverse_cdf(0.975));
    }
    let z2 = Z * Z;
    let first = (z2 + 1.0) * Z / 4.0;
    let second = ((5.0 * z2 + 16.0) * z2 + 3.0) * Z / 96.0;
    let third = (((3.0 * z2 + 19.0) * z2 + 17.0) * z2 - 15.0) * Z / 384.0;
    Some(Z + (first + (second + third / v) / v) / v)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use proptest::prelude::*;
    use statrs::distribution::Normal;

    use super::super::vectors::{self, Case};
    use super::*;

    #[test]
    fn agrees_with_what_is_published() {
        for case in vectors::cases(vectors::STATISTICS, "paired_t") {
            let found = mean(&case.numbers("differences")).unwrap();
            case.number(found.mean, "mean", &Case::decimals(2));
            let t = found.mean / (found.sd.unwrap() / f64::from(found.n).sqrt());
            case.number(t, "t", &Case::decimals(4));
            assert_eq!(found.n - 1, case.count("df"));
            case.interval(found.interval.unwrap(), "ci", &Case::decimals(4));
        }
    }

    #[test]
    fn agrees_with_another_program() {
        for case in vectors::cases(vectors::ESTIMATES, "mean") {
            let found = mean(&case.numbers("answers")).unwrap();
            case.number(found.mean, "mean", &Case::ten_digits);
            case.number(found.sd.unwrap(), "sd", &Case::ten_digits);
            case.interval(found.interval.unwrap(), "ci", &Case::ten_digits);
        }
        for case in vectors::cases(vectors::ESTIMATES, "paired_t") {
            let people: Vec<_> = case.numbers("before").into_iter().zip(case.numbers("after")).collect();
            let found = paired_change(&people).unwrap();
            case.number(found.mean, "mean", &Case::ten_digits);
            case.interval(found.interval.unwrap(), "ci", &Case::ten_digits);
        }
        for case in vectors::cases(vectors::ESTIMATES, "t_quantile") {
            case.number(t_quantile(case.count("df")).unwrap(), "t", &Case::ten_digits);
        }
    }

    #[test]
    fn the_t_point_falls_with_every_degree() {
        let points: Vec<f64> = (1..=2 * MANY).map(|degrees| t_quantile(degrees).unwrap()).collect();
        assert!(points.windows(2).all(|pair| pair[0] > pair[1] && pair[1] > Z));
    }

    #[test]
    fn the_normal_point_is_the_one_of_statrs() {
        assert!((Z - Normal::standard().inverse_cdf(0.975)).abs() < 1e-14);
    }

    #[test]
    fn claims_no_range_without_two_different_answers() {
        for (answers, sd) in [
            (&[3.0][..], None),
            (&[3.0, 3.0], Some(0.0)),
            (&[0.1, 0.1, 0.1], Some(0.0)),
            (&[0.0, -0.0], Some(0.0)),
            (&[f64::MAX, -f64::MAX], None),
        ] {
            let found = mean(answers).unwrap();
            assert_eq!((found.sd, found.interval), (sd, None), "{answers:?}");
        }
        // The same rise of 0.1 for everyone, whatever binary fractions make of it.
        let found = paired_change(&[(0.1, 0.2), (0.2, 0.3), (4.3, 4.4)]).unwrap();
        assert_eq!((found.sd, found.interval), (Some(0.0), None));
    }

    #[test]
    fn has_no_answer_for_what_is_no_number() {
        for answers in [&[][..], &[f64::NAN], &[1.0, f64::INFINITY], &[f64::INFINITY, f64::NEG_INFINITY]] {
            assert_eq!(mean(answers), None, "{answers:?}");
        }
        assert_eq!(paired_change(&[]), None);
        assert_eq!(paired_change(&[(f64::INFINITY, f64::INFINITY)]), None);
        for (n, mean, sd) in [
            (0, 3.0, 1.0),
            (1, 3.0, 1.0),
            (9, 3.0, 0.0),
            (9, 3.0, -1.0),
            (9, f64::NAN, 1.0),
            (9, 3.0, f64::NAN),
            (9, 3.0, f64::INFINITY),
        ] {
            assert_eq!(t_interval(n, mean, sd), None, "{n}, {mean}, {sd}");
        }
        assert!(t_interval(u32::MAX, 3.0, 1.0).is_some());
    }

    proptest! {
        #[test]
        fn holds_the_mean_and_moves_with_the_answers(
            answers in prop::collection::vec(1..=5_u8, 2..40), by in -3..=3_i8,
        ) {
            let one: Vec<f64> = answers.iter().map(|&a| f64::from(a)).collect();
            let moved: Vec<f64> = one.iter().map(|a| a + f64::from(by)).collect();
            let (one, moved) = (mean(&one).unwrap(), mean(&moved).unwrap());
            prop_assert_eq!(one.interval.is_none(), moved.interval.is_none());
            if let (Some(found), Some(other)) = (one.interval, moved.interval) {
                prop_assert!(found.low < one.mean && one.mean < found.high);
                prop_assert!((other.low - found.low - f64::from(by)).abs() < 1e-12);
            }
        }
    }
}
