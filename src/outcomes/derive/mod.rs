//! What follows from published figures: ranges, differences, response. Never from a row.
//!
//! Each is a pure function of printed forms, so that it can tell no more than they do.

mod association;
mod difference;
mod overall;
mod range;
mod response;
mod series;
mod step;

pub use association::{Association, FEWEST, association, by_chance};
pub use difference::{Difference, Than, difference};
pub use overall::{FUNNEL, overall};
pub use range::range;
pub use response::{Enough, Response, response};
pub use series::{Keyed, changes, is_paired, levels};
pub use step::{Asked, Break, Step, broken, step};
