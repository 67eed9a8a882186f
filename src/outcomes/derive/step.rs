//! From one cohort to the next in a series: whether the two figures can be held against each other, and what
//! the difference's own range then says. Must not conclude anything from a count that is not exact.

use super::difference::{Difference, difference};
use super::response::{Enough, Response};
use crate::outcomes::disclose::Form;
use crate::outcomes::published::Published;

/// Why two figures of one series are not the same kind of number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Break {
    /// Of one the mean is told, of the other a share.
    Form,
    /// The means stand on different scales.
    Scale,
}

/// What a step in a series says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// The difference, with what its range says.
    Told(Published<Difference>),
    /// One of the two depends on what was not recorded.
    Unrecorded,
    /// One of the counts is "or more" or "or fewer".
    Coded,
    /// Of means, no difference is judged: their spread is published too roughly.
    Means,
    /// Fewer than 40% answered at one of the two, so the difference may be one of who answered.
    Response,
    /// Of one of the two, nobody wrote down how many were asked.
    Invited,
}

/// How the answers to a figure came about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// It counts records, not answers.
    Records,
    /// So many answered.
    Answers(Response),
    /// Nobody wrote down how many were asked.
    Unknown,
}

/// Where a series breaks between two figures that are shown.
pub fn broken(after: Published<&Form>, before: Published<&Form>) -> Option<Break> {
    match (after.get(), before.get()) {
        (Form::Mean { low, high, .. }, Form::Mean { low: l, high: h, .. }) => {
            ((low, high) != (l, h)).then_some(Break::Scale)
        }
        (Form::Mean { .. }, other) | (other, Form::Mean { .. }) => other.is_shown().then_some(Break::Form),
        _ => None,
    }
}

/// From the figure before to the figure after. None where either is not shown, or where the series breaks.
pub fn step(
    (after, asked_after): (Published<&Form>, Asked),
    (before, asked_before): (Published<&Form>, Asked),
) -> Option<Step> {
    if !after.get().is_shown() || !before.get().is_shown() || broken(after, before).is_some() {
        return None;
    }
    let asked = [asked_after, asked_before];
    let few = |asked: &Asked| matches!(asked, Asked::Answers(one) if one.enough() == Enough::ForNothing);
    Some(match difference(after, before) {
        _ if asked.contains(&Asked::Unknown) => Step::Invited,
        _ if asked.iter().any(few) => Step::Response,
        None if matches!(after.get(), Form::Mean { .. }) => Step::Means,
        None if after.get().unrecorded() + before.get().unrecorded() > 0 => Step::Unrecorded,
        None => Step::Coded,
        Some(told) => Step::Told(told),
    })
}
