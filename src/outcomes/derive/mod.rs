//! What follows from published figures: ranges, differences, response. Never from a row.
//!
//! Each is a pure function of printed forms, so that it can tell no more than they do.

mod aim;
mod association;
mod before_after;
mod check_in;
mod difference;
mod ended;
mod overall;
mod possible;
mod range;
mod response;
mod series;
mod stayed;
mod step;
mod verdict;

pub use aim::{Aim, aim};
pub use association::{Association, FEWEST, association, by_chance};
pub use before_after::{Compared, Released, Short, before_after};
pub use check_in::{Among, among};
pub use difference::{Difference, Than, difference, holds_unknown};
pub use ended::ended;
pub use overall::{FUNNEL, overall};
pub use possible::possible;
pub use range::range;
pub use response::{Enough, Response, answered, response, response_of, response_of_pool, surveys};
pub use series::{Keyed, changes, is_paired, last_before, levels};
pub use stayed::{at_midpoint, quarters};
pub use step::{Asked, Break, Step, broken, step};
pub use verdict::{Moved, Span, Watched, hoped_for, opposite, reaches, span, verdict, watched};

use super::disclose::{FactKey, Form};
use super::published::{Published, Release};

/// The figure of a population and a variable that have neither wave nor role.
pub fn figure<'r>(
    release: &'r Published<Release>,
    population: &str,
    variable: &str,
) -> Option<Published<&'r Form>> {
    release.figure(&FactKey::new(population, variable, None, None).ok()?)
}
