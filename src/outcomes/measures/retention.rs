//! How long matches ran, on their own clocks.
//!
//! What is printed of it are the quarters of early endings in the tree of completion; the curve is for staff.

use super::super::estimate::{Ending, Stay};
use super::view::{Group, View};

/// The stays of the matches that started, and how many are left out because a date or their state is not
/// recorded.
///
/// An early ending before the planned end is the event; goals met before it compete; running matches are
/// censored on the day of the data, all others on the day on which they ended. Pauses do not count.
pub fn stays(view: &View) -> (Vec<Stay>, u32) {
    let stay = |one: &super::view::Relation| {
        let planned = one.row.planned_end?;
        let (end, ending) = match one.group {
            Group::Unrecorded => return None,
            Group::Running => (view.as_of, Ending::Censored),
            Group::AsPlanned => (one.ended_on.unwrap_or(planned), Ending::Censored),
            _ if one.ended_on? >= planned => (one.ended_on?, Ending::Censored),
            Group::GoalsMet => (one.ended_on?, Ending::Competing),
            _ => (one.ended_on?, Ending::Event),
        };
        Some(Stay { days: u32::try_from(one.length(end)?).ok()?, ending })
    };
    let stays: Vec<Stay> = view.matches.iter().filter_map(stay).collect();
    let left_out = super::many(view.matches.iter()) - super::many(stays.iter());
    (stays, left_out)
}
