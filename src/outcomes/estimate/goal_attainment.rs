//! Goal attainment of one match, over its goals. Must not rate a goal; people do.

/// One goal: how far it was attained, and how much it counts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Goal {
    /// From −2 (much less than expected) over 0 (as expected) to +2 (much more).
    pub level: f64,
    /// Its weight beside the other goals of the match; only their proportion matters.
    pub weight: f64,
}

/// How alike two goals of one match tend to come out, as Kiresuk and Sherman assume it.
const RHO: f64 = 0.3;

/// The goal attainment score T of one match: 50 when everything came out as expected.
///
/// T = 50 + 10·Σwx / √((1 − ρ)·Σw² + ρ·(Σw)²), ρ = 0.3. In points of a scale whose mean is 50 and standard
/// deviation 10, if levels have mean 0, variance 1 and correlation ρ between goals; none of the three is
/// checked. None without a goal of positive weight, for a negative weight, and for a level outside −2 to 2.
///
/// Source: T. J. Kiresuk and R. E. Sherman, "Goal attainment scaling", 1968, doi:10.1007/BF01530764.
pub fn goal_attainment(goals: &[Goal]) -> Option<f64> {
    let sound = |goal: &Goal| goal.level.abs() <= 2.0 && goal.weight.is_finite() && goal.weight >= 0.0;
    let most = goals.iter().fold(0.0, |most: f64, goal| most.max(goal.weight));
    if most <= 0.0 || !goals.iter().all(sound) {
        return None;
    }
    // Weights as parts of the greatest one: no square of a weight can then overflow or vanish.
    let (mut attained, mut squares, mut total) = (0.0, 0.0, 0.0);
    for goal in goals {
        let weight = goal.weight / most;
        attained += weight * goal.level;
        squares += weight * weight;
        total += weight;
    }
    Some(50.0 + 10.0 * attained / ((1.0 - RHO) * squares + RHO * total * total).sqrt())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use proptest::prelude::*;

    use super::super::vectors::{self, Case};
    use super::*;

    fn goals(levels: &[f64], weights: &[f64]) -> Vec<Goal> {
        levels.iter().zip(weights).map(|(&level, &weight)| Goal { level, weight }).collect()
    }

    fn agrees(file: &str, digits: impl Fn(f64, f64) -> bool) {
        for case in vectors::cases(file, "goal_attainment_t") {
            let levels = case.numbers("x");
            let weights = if case.has("w") { case.numbers("w") } else { vec![1.0; levels.len()] };
            case.number(goal_attainment(&goals(&levels, &weights)).unwrap(), "t", &digits);
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
    fn has_no_answer_without_sound_goals() {
        for (levels, weights) in [
            (&[][..], &[][..]),
            (&[1.0], &[0.0]),
            (&[1.0, 1.0], &[1.0, -1.0]),
            (&[3.0], &[1.0]),
            (&[-2.5, 0.0], &[1.0, 1.0]),
            (&[f64::NAN], &[1.0]),
            (&[1.0, 1.0], &[1.0, f64::NAN]),
            (&[1.0], &[f64::INFINITY]),
        ] {
            assert_eq!(goal_attainment(&goals(levels, weights)), None, "{levels:?} by {weights:?}");
        }
    }

    #[test]
    fn survives_extreme_weights() {
        for weight in [f64::MAX, f64::MIN_POSITIVE, 5e-324] {
            let found = goal_attainment(&goals(&[1.0, 1.0], &[weight, weight])).unwrap();
            assert!((found - 62.4035).abs() < 5e-5, "{weight}: {found}");
        }
    }

    proptest! {
        #[test]
        fn mirrors_at_50_and_knows_no_unit_of_weight(
            rated in prop::collection::vec((-2..=2_i8, 1..=5_u8), 1..8), unit in 0.01..100.0,
        ) {
            let score = |sign: f64, unit: f64| {
                let goals: Vec<Goal> = rated
                    .iter()
                    .map(|&(level, weight)| (sign * f64::from(level), unit * f64::from(weight)))
                    .map(|(level, weight)| Goal { level, weight })
                    .collect();
                goal_attainment(&goals).unwrap()
            };
            prop_assert!((score(1.0, 1.0) + score(-1.0, 1.0) - 100.0).abs() < 1e-10);
            prop_assert!((score(1.0, 1.0) - score(1.0, unit)).abs() < 1e-10);
        }
    }
}
