//! Which features of the design stood beside which results, over cohorts. Must not say why, nor rank.
//!
//! A cohort is one point, whatever its size: a handful of them carries no more than a direction. So there is a
//! coefficient, or a difference, with the number of cohorts, and no p-value.

use crate::outcomes::disclose::{Count, Form};
use crate::outcomes::published::Published;

/// The fewest cohorts of which an association is told.
pub const FEWEST: usize = 8;
/// The fewest cohorts on either side of a feature that has two values.
const FEWEST_ON_A_SIDE: usize = 3;

/// What a feature's value went along with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Association {
    /// Spearman's rank correlation, in hundredths.
    Rank {
        /// From -100 to 100.
        hundredths: i32,
        /// Over how many cohorts.
        cohorts: u32,
    },
    /// How far the cohorts' average shares lie apart: the higher value of the feature, less the lower one.
    Sides {
        /// In whole percentage points.
        points: i32,
        /// How many cohorts have the lower value, how many the higher.
        cohorts: (u32, u32),
    },
}

/// Of a feature's values and the figures beside them, one pair for each cohort. Only exact shares count: the
/// place of "9 or more of 12" is not known, nor is a split's with some not recorded. Where "no" and "not recorded" stand
/// together, pages say so beside it. None below eight cohorts, or where either side does not vary.
pub fn association(pairs: &[(f64, Published<&Form>)]) -> Option<Association> {
    of(&pairs.iter().filter_map(|(x, figure)| Some((*x, share(figure.get())?))).collect::<Vec<_>>())
}

/// How large a rank correlation chance alone makes in 19 of 20 cases, in hundredths: 1.96 / √(n - 1).
pub fn by_chance(cohorts: u32) -> i32 {
    whole((196.0 / f64::from(cohorts.max(2) - 1).sqrt()).min(100.0))
}

/// In percent, where it is one number.
fn share(form: &Form) -> Option<f64> {
    match form.headline()? {
        (n, Count::Exact(x)) if n > 0 && form.unrecorded() == 0 => Some(100.0 * f64::from(x) / f64::from(n)),
        _ => None,
    }
}

fn of(pairs: &[(f64, f64)]) -> Option<Association> {
    if pairs.len() < FEWEST {
        return None;
    }
    let cohorts = |pairs: usize| u32::try_from(pairs).unwrap_or(u32::MAX);
    let mut values: Vec<f64> = pairs.iter().map(|(x, _)| *x).collect();
    values.sort_by(f64::total_cmp);
    values.dedup();
    if let [low, _] = values[..] {
        #[allow(clippy::float_cmp, reason = "the very values, not results of arithmetic")]
        let (lower, higher): (Vec<_>, Vec<_>) = pairs.iter().partition(|(x, _)| *x == low);
        if lower.len().min(higher.len()) < FEWEST_ON_A_SIDE {
            return None;
        }
        let points = whole(average(&higher) - average(&lower));
        return Some(Association::Sides { points, cohorts: (cohorts(lower.len()), cohorts(higher.len())) });
    }
    let hundredths = whole(100.0 * spearman(pairs)?);
    Some(Association::Rank { hundredths, cohorts: cohorts(pairs.len()) })
}

fn average(pairs: &[(f64, f64)]) -> f64 {
    let count = pairs.iter().map(|_| 1.0).sum::<f64>();
    pairs.iter().map(|(_, y)| y).sum::<f64>() / count
}

#[allow(clippy::cast_possible_truncation, reason = "from -100 to 100")]
fn whole(value: f64) -> i32 {
    value.round() as i32
}

/// The correlation of the ranks; ties share the middle of their places. None where one side does not vary.
fn spearman(pairs: &[(f64, f64)]) -> Option<f64> {
    let x = ranks(pairs.iter().map(|(x, _)| *x));
    let y = ranks(pairs.iter().map(|(_, y)| *y));
    let count = x.iter().map(|_| 1.0).sum::<f64>();
    let middle = f64::midpoint(1.0, count);
    let sum = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| (a - middle) * (b - middle)).sum::<f64>();
    let spread = (sum(&x, &x) * sum(&y, &y)).sqrt();
    (spread > 0.0).then(|| sum(&x, &y) / spread)
}

fn ranks(values: impl Iterator<Item = f64>) -> Vec<f64> {
    let values: Vec<f64> = values.collect();
    let rank = |value: &f64| {
        let count = |keep: fn(f64, f64) -> bool| {
            values.iter().map(|other| f64::from(u8::from(keep(*other, *value)))).sum::<f64>()
        };
        let (below, upto) = (count(|other, value| other < value), count(|other, value| other <= value));
        f64::midpoint(below + 1.0, upto)
    };
    values.iter().map(rank).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// R's and scipy's figure for these ranks is 0.82143.
    #[test]
    fn ranks_are_correlated_as_others_do() {
        let y = [2.0, 1.0, 4.0, 3.0, 7.0, 5.0, 6.0];
        let pairs: Vec<(f64, f64)> = (1_u8..).map(f64::from).zip(y).collect();
        assert!((spearman(&pairs).unwrap_or_default() - 0.82143).abs() < 0.000_005);
        assert_eq!(spearman(&[(1.0, 2.0), (1.0, 3.0)]), None);
        assert_eq!(ranks([5.0, 1.0, 5.0].into_iter()), [2.5, 1.0, 2.5]);
    }

    #[test]
    fn from_eight_cohorts_on_and_three_on_a_side() {
        let rising = |n: u8| (0..n).map(|i| (f64::from(i), f64::from(i * 2))).collect::<Vec<_>>();
        assert_eq!((by_chance(8), by_chance(10)), (74, 65));
        assert_eq!(of(&rising(7)), None);
        assert_eq!(of(&rising(8)), Some(Association::Rank { hundredths: 100, cohorts: 8 }));
        let sided =
            |high: u8| (0..8).map(|i| if i < high { (1.0, 70.0) } else { (0.0, 60.0) }).collect::<Vec<_>>();
        assert_eq!(of(&sided(2)), None);
        assert_eq!(of(&sided(3)), Some(Association::Sides { points: 10, cohorts: (5, 3) }));
        assert_eq!(of(&sided(0)), None);
    }

    #[test]
    fn only_a_share_that_is_one_number_counts() {
        for (form, told) in [
            (Form::Share { n: 20, x: Count::Exact(5) }, Some(25.0)),
            (Form::Share { n: 12, x: Count::AtLeast(9) }, None),
            (Form::TooFew { group: 8 }, None),
            (Form::Open { value: 9 }, None),
        ] {
            assert_eq!(share(&form), told, "{form:?}");
        }
    }
}
