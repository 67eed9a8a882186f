//! What follows from published figures: ranges, differences, response. Never from a row.
//!
//! Each is a pure function of printed forms, so that it can tell no more than they do.

mod difference;
mod range;
mod response;
mod series;

pub use difference::{Difference, Than, difference};
pub use range::range;
pub use response::{Enough, Response, response};
pub use series::{Keyed, changes, is_paired, levels};
