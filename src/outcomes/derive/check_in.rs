//! Of which matches a check-in is told.

use super::figure;
use crate::outcomes::disclose::Form;
use crate::outcomes::published::{Published, Release};

/// The matches that a check-in is told of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Among {
    /// All that completed.
    Completed,
    /// Those of them that ended as planned.
    AsPlanned,
}

/// As the counts say it, for the calendar may have changed since: it is told of the whole that has as many. None
/// where neither is printed.
pub fn among(release: &Published<Release>, told: Published<&Form>) -> Option<Among> {
    let (n, _) = told.get().headline()?;
    let cell = |variable: &str, name: &str| figure(release, "matches", variable)?.get().cell(name);
    match () {
        () if cell("completion", "completed") == Some(n) => Some(Among::Completed),
        () if cell("completed-how", "as-planned") == Some(n) => Some(Among::AsPlanned),
        () => None,
    }
}
