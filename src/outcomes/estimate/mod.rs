//! Estimators: a few numbers in, a figure and its range out.
//!
//! Pure functions over plain counts and measurements, one file for each. Where there is no answer they give
//! `None`; they never panic, and never return NaN or an infinite number. Must not know rows, policy or
//! publishing: whether a figure may be shown is decided elsewhere, and from published values only.
//!
//! A range is at the 95% level. A cohort is everyone there was, so it is the range that similar cohorts might
//! show if chance alone varied, and it does not allow for people who did not answer.

mod funnel;
mod goal_attainment;
mod kaplan_meier;
mod newcombe;
mod non_response;
mod t;
mod wilson;

#[cfg(test)]
mod vectors;

pub use funnel::{Limits, funnel};
pub use goal_attainment::{Goal, goal_attainment};
pub use kaplan_meier::{Ending, Stay, Survival, kaplan_meier};
pub use newcombe::newcombe;
pub use non_response::non_response;
pub use t::{MeanEstimate, mean, paired_change, t_interval};
pub use wilson::wilson;

/// From `low` to `high`, both included, in the unit of the figure it belongs to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// The lower end.
    pub low: f64,
    /// The upper end; never below `low`.
    pub high: f64,
}

/// The 97.5% point of the standard normal distribution, which leaves 95% in the middle.
const Z: f64 = 1.959_963_984_540_054;
