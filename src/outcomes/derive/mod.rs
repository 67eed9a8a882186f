//! What follows from published figures: ranges, differences, response. Never from a row.
//!
//! Each is a pure function of printed forms, so that it can tell no more than they do.

mod before_after;
mod difference;
mod range;
mod response;
mod series;
mod verdict;

pub use before_after::{Compared, Released, Short, before_after};
pub use difference::{Difference, Than, difference};
pub use range::range;
pub use response::{Enough, Response, response};
pub use series::{Keyed, changes, is_paired, levels};
pub use verdict::{Moved, Span, Watched, hoped_for, opposite, reaches, span, verdict, watched};
