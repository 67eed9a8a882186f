//! The retention curve: how many matches still ran at each quarter of their planned length.
//!
//! A function of printed splits alone, on a fixed grid, without marks for single people. Must not see a
//! table.

use super::form::{Form, Kind};

/// The fewest matches that a curve is drawn of.
pub const CURVE_FROM: u32 = 40;

/// How many ran at the start and after each quarter: of n matches, those that did not end early by then.
///
/// `whole` is the root's split, all of it recorded; `halves` and the two splits of its cells hold the matches
/// that ended early, in order of time. `None` where one of them is not printed, or n is below 40.
pub fn curve(whole: &Form, halves: &Form, first: &Form, second: &Form) -> Option<[u32; 5]> {
    let Form::Split { n, cells } = whole else { return None };
    let recorded = cells.iter().all(|cell| cell.kind != Kind::Unrecorded || cell.count == 0);
    let counts = |form: &Form| match form {
        Form::Split { cells, .. } => Some([cells.first()?.count, cells.get(1)?.count]),
        _ => None,
    };
    let ([before, after], [q1, q2], [q3, q4]) = (counts(halves)?, counts(first)?, counts(second)?);
    let adds_up = q1 + q2 == before && q3 + q4 == after && before + after <= *n;
    let left = |ended: u32| n.saturating_sub(ended);
    let points = [*n, left(q1), left(before), left(before + q3), left(before + after)];
    (recorded && adds_up && *n >= CURVE_FROM).then_some(points)
}
