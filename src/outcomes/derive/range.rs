//! The range for similar cohorts.

use crate::outcomes::disclose::{Bounds, Form, Kind};
use crate::outcomes::estimate::{Interval, wilson};

/// The range of a headline share, in whole percent, rounded outwards, so that it holds the figure's own percentage:
/// Wilson's interval. Of a coded count it is one-sided, for
/// the true count is not used. A split whose cells are all favourable, or none, has no headline of its own.
pub fn range(form: &Form) -> Option<(u32, u32)> {
    let (n, count) = form.headline()?;
    if let Form::Split { cells, .. } = form {
        let lead = cells.iter().filter(|cell| cell.kind == Kind::Lead).count();
        if lead == 0 || lead == cells.len() {
            return None;
        }
    }
    let Bounds { low, high } = count.bounds();
    let end = |x: Option<u32>, pick: fn(Interval) -> f64, none: f64| {
        x.map_or(Some(none), |x| wilson(x, n).map(pick))
    };
    let low = end(low, |interval| interval.low, 0.0)?;
    let high = end(high, |interval| interval.high, 1.0)?;
    // A hair inwards, so that floating point does not carry an end past a whole percent.
    Some((percent((low * 100.0 + 1e-9).floor()), percent((high * 100.0 - 1e-9).ceil())))
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a percentage")]
fn percent(whole: f64) -> u32 {
    whole.clamp(0.0, 100.0) as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outcomes::disclose::Count;

    #[test]
    fn holds_the_figures_own_percentage() {
        for n in [8, 12, 40, 333, 4000] {
            for x in (0..=n).step_by(if n > 400 { 7 } else { 1 }).chain([n]) {
                for count in [Count::Exact(x), Count::AtMost(x), Count::AtLeast(x)] {
                    let (own, found) = (count.percent(n), range(&Form::Share { n, x: count }));
                    let holds = found.is_some_and(|(low, high)| low <= own && own <= high && high <= 100);
                    assert!(holds, "{count:?} of {n}: {own} in {found:?}");
                }
            }
        }
        let at_least = |x, n| range(&Form::Share { n, x: Count::AtLeast(x) });
        assert_eq!((at_least(3997, 4000), at_least(9, 12)), (Some((99, 100)), Some((46, 100))));
    }
}
