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
    /// Day of the data, matches, open points.
    pub facts: Vec<Fact>,
    /// What is open, one list for each kind; a kind without a match is left out.
    pub open: Vec<StaffOpen>,
    /// The matches, by id.
    pub matches: Vec<StaffMatch>,
    /// Who stayed, by quarters of the planned length.
    pub retention: Vec<StaffLine>,
    /// What the retention leaves out; may be empty.
    pub left_out: String,
    /// The answers, as far as their promise goes.
    pub answers: Vec<StaffAnswers>,
    /// What became of the rows of each file.
    pub rows: Vec<StaffLine>,
}

/// Matches that need the same thing.
#[derive(Debug, Clone, Default, Serialize)]
pub struct StaffOpen {
    /// "No expectations written down after 30 days".
    pub title: String,
    /// Their ids, linked to their rows.
    pub matches: Vec<Link>,
}

/// A name and a sentence.
#[derive(Debug, Clone, Default, Serialize)]
pub struct StaffLine {
    /// "Day 91".
    pub name: String,
    /// "84%, from 70% to 92%".
    pub text: String,
}

/// One match.
#[derive(Debug, Clone, Default, Serialize)]
pub struct StaffMatch {
    /// Its id, an anchor on the page.
    pub id: String,
    /// Ids of its mentors.
    pub mentors: String,
    /// Ids of its mentees.
    pub mentees: String,
    /// When it began.
    pub began: Option<Dated>,
    /// "27 weeks": on its own clock, pauses aside; may be empty.
    pub length: String,
    /// Where it stands, and why it ended.
    pub stands: String,
    /// When its expectations were written down.
    pub expectations: Option<Dated>,
    /// When somebody was last reached.
    pub contact: Option<Dated>,
}

/// The answers to one measure in one survey.
#[derive(Debug, Clone, Default, Serialize)]
pub struct StaffAnswers {
    /// The measure.
    pub measure: String,
    /// "End, mentees".
    pub when: String,
    /// What may be told.
    pub told: String,
    /// More of it: mean and spread, or why there is no more; may be empty.
    pub more: String,
}
