//! Pages of a private edition: what staff see of the rows that they hold.

use serde::Serialize;

use super::{Dated, Fact, Link};

/// `staff_cohorts.html`.
#[derive(Debug, Clone, Default, Serialize)]
pub struct StaffCohortsView {
    /// The heading of the page.
    pub title: String,
    /// Whose rows these are, and what may not be done with them.
    pub lead: String,
    /// The cohorts, the latest first.
    pub cohorts: Vec<StaffEntry>,
}

/// One cohort of the list.
#[derive(Debug, Clone, Default, Serialize)]
pub struct StaffEntry {
    /// Its name, linked where it has rows.
    pub link: Link,
    /// "38 matches, 3 of them need something"; "no rows".
    pub text: String,
}

/// `staff_cohort.html`.
#[derive(Debug, Clone, Default, Serialize)]
pub struct StaffCohortView {
    /// The cohort's name.
    pub title: String,
    /// That there are no rows; empty where there are.
    pub lead: String,
    /// Day of the data, matches.
    pub facts: Vec<Fact>,
    /// What is open, one list for each kind; a kind without a match is left out.
    pub open: Vec<StaffOpen>,
    /// The matches, who stayed, the answers, what became of the rows; an empty one is left out.
    pub tables: Vec<StaffTable>,
}

/// Matches that need the same thing.
#[derive(Debug, Clone, Default, Serialize)]
pub struct StaffOpen {
    /// "No expectations written down after 30 days".
    pub title: String,
    /// Their ids, linked to their rows.
    pub matches: Vec<Link>,
}

/// A table of a private page.
#[derive(Debug, Clone, Default, Serialize)]
pub struct StaffTable {
    /// Its anchor, and its class.
    pub id: &'static str,
    /// Its heading.
    pub title: String,
    /// What to know before reading it; may be empty.
    pub note: String,
    /// The heads of its columns.
    pub heads: Vec<String>,
    /// Its rows.
    pub rows: Vec<StaffRow>,
}

/// A row of such a table.
#[derive(Debug, Clone, Default, Serialize)]
pub struct StaffRow {
    /// An anchor; empty for a row that nothing leads to.
    pub id: String,
    /// Its first cell, which names it.
    pub name: String,
    /// The other cells; what is no date has no `iso`.
    pub cells: Vec<Dated>,
}
