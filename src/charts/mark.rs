//! Where a figure stands between 0 and 100, and how much of that is certain.

use crate::outcomes::Published;
use crate::outcomes::derive;
use crate::outcomes::disclose::{Clamp, Count, Form, Kind};

/// A figure on a line from 0 to 100: percent of n, or of the way from the low to the high end of a scale.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Mark {
    /// Where it is, if it is one place.
    pub point: Option<f64>,
    /// The range for similar cohorts.
    pub range: Option<(f64, f64)>,
    /// "Or more", "or fewer": the places that are never told apart.
    pub coded: Option<(f64, f64)>,
    /// What depends on what was not recorded.
    pub undecided: Option<(f64, f64)>,
}

impl Mark {
    /// Of a figure; None where no number may be drawn.
    pub fn of(figure: Published<&Form>) -> Option<Self> {
        mark(figure.get())
    }
}

fn mark(form: &Form) -> Option<Mark> {
    let range = derive::range(form).map(|(low, high)| (f64::from(low), f64::from(high)));
    match form {
        Form::Share { n, x } => {
            let part = |x: u32| (100.0 * f64::from(x) / f64::from((*n).max(1))).min(100.0);
            Some(match *x {
                Count::Exact(x) => Mark { point: Some(part(x)), range, ..Mark::default() },
                Count::AtMost(x) => Mark { coded: Some((0.0, part(x))), range, ..Mark::default() },
                Count::AtLeast(x) => Mark { coded: Some((part(x), 100.0)), range, ..Mark::default() },
            })
        }
        Form::Split { n, cells } => {
            let of = |kind| cells.iter().filter(|c| c.kind == kind).map(|c| c.count).sum::<u32>();
            let part = |x: u32| (100.0 * f64::from(x) / f64::from((*n).max(1))).min(100.0);
            let (lead, unrecorded) = (of(Kind::Lead), of(Kind::Unrecorded));
            range?;
            Some(match unrecorded {
                0 => Mark { point: Some(part(lead)), range, ..Mark::default() },
                more => Mark { undecided: Some((part(lead), part(lead + more))), ..Mark::default() },
            })
        }
        Form::Mean { low, high, tenths, clamp, .. } => {
            let (low, width) = (f64::from(*low), f64::from(high.saturating_sub(*low).max(1)));
            let place = (100.0 * (f64::from(*tenths) / 10.0 - low) / width).clamp(0.0, 100.0);
            Some(match clamp {
                Clamp::None => Mark { point: Some(place), ..Mark::default() },
                Clamp::OrLower => Mark { coded: Some((0.0, place)), ..Mark::default() },
                Clamp::OrHigher => Mark { coded: Some((place, 100.0)), ..Mark::default() },
            })
        }
        Form::Open { .. } | Form::TooFew { .. } | Form::NotShown { .. } => None,
    }
}
