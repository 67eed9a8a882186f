//! The range for similar cohorts.

use crate::outcomes::disclose::{Bounds, Form, Kind};
use crate::outcomes::estimate::{Interval, wilson};

/// The range of a headline share, in whole percent: Wilson's interval. Of a coded count it is one-sided, for
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
    Some((percent(low), percent(high)))
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a percentage")]
fn percent(share: f64) -> u32 {
    (share * 100.0).round().clamp(0.0, 100.0) as u32
}
