//! From one cohort to the next in a series: whether the two figures can be held against each other, and what
//! the difference's own range then says. Must not conclude anything from a count that is not exact.

use super::difference::{Difference, Than, difference};
use super::response::{Enough, Response};
use crate::outcomes::disclose::{Count, Form, Kind};
use crate::outcomes::estimate::newcombe;
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
    /// What was not recorded could turn it round.
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
        None => Step::Coded,
        Some(told) if holds(told.get().than, after.get(), before.get()) => Step::Told(told),
        Some(_) => Step::Unrecorded,
    })
}

/// Whether a verdict stands whatever it was that nobody recorded.
fn holds(than: Than, after: &Form, before: &Form) -> bool {
    let ends = |form: &Form| match (form, form.headline()) {
        (Form::Split { cells, .. }, Some((n, Count::Exact(x)))) => {
            let unrecorded = cells.iter().filter(|cell| cell.kind == Kind::Unrecorded);
            Some(((x, n), (x + unrecorded.map(|cell| cell.count).sum::<u32>(), n)))
        }
        (_, Some((n, Count::Exact(x)))) => Some(((x, n), (x, n))),
        _ => None,
    };
    let (Some(after), Some(before)) = (ends(after), ends(before)) else { return false };
    match than {
        Than::CannotTell => true,
        Than::Higher => newcombe(after.0, before.1).is_some_and(|range| range.low > 0.0),
        Than::Lower => newcombe(after.1, before.0).is_some_and(|range| range.high < 0.0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outcomes::disclose::Part;

    fn split(lead: u32, other: u32, unrecorded: u32) -> Form {
        let part = |name: &str, count, kind| Part { name: name.to_owned(), count, kind };
        let cells = [
            part("yes", lead, Kind::Lead),
            part("no", other, Kind::Other),
            part("not-recorded", unrecorded, Kind::Unrecorded),
        ];
        Form::Split { n: lead + other + unrecorded, cells: cells.into() }
    }

    #[test]
    fn a_verdict_that_the_unrecorded_could_turn_does_not_hold() {
        for (than, after, before, stands) in [
            (Than::Higher, split(33, 5, 0), split(14, 10, 0), true),
            (Than::Higher, split(33, 5, 0), split(14, 9, 1), true),
            // Two more might have completed before: then nothing is certain to have risen.
            (Than::Higher, split(33, 5, 0), split(14, 8, 2), false),
            (Than::Lower, split(14, 9, 1), split(33, 5, 0), true),
            (Than::Lower, split(14, 8, 2), split(33, 5, 0), false),
            (Than::CannotTell, split(14, 0, 10), split(14, 0, 10), true),
            (Than::Higher, Form::Share { n: 38, x: Count::Exact(33) }, split(14, 10, 0), true),
        ] {
            assert_eq!(holds(than, &after, &before), stands, "{after:?} {before:?}");
        }
    }
}
