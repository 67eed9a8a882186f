//! Figures over cohorts: the comparison, and the series that measures and questions show too.

use serde::Serialize;

use super::{Link, Told};

/// One figure over cohorts, in order of start.
#[derive(Debug, Clone, Default, Serialize)]
pub struct SeriesView {
    /// Its anchor on the page.
    pub id: String,
    /// What it is a figure of, with the measure's page where it stands elsewhere.
    pub title: Link,
    /// "Mentees, at the end"; may be empty.
    pub about: String,
    /// "Target: 75% or more"; may be empty.
    pub target: String,
    /// One for each cohort, gaps included.
    pub rows: Vec<SeriesRow>,
    /// The scale below the drawings after the last break; empty where nothing is drawn.
    pub axis_html: String,
    /// What the figures leave together or out, each said once.
    pub notes: Vec<String>,
}

/// One cohort of a series.
#[derive(Debug, Clone, Default, Serialize)]
pub struct SeriesRow {
    /// Why this cannot be held against what stands above; empty within a series.
    pub broken: String,
    /// The scale of the drawings above the break; may be empty.
    pub axis_html: String,
    /// The cohort.
    pub cohort: Link,
    /// The figure; where none is shown, its note says why.
    pub told: Told,
    /// The drawing; empty where there is nothing to draw.
    pub chart_html: String,
    /// What the figure may be, had everybody answered; empty where most did.
    pub possible: String,
    /// How it stands to the cohort before; empty where nothing is said.
    pub step: String,
}

/// `compare.html`.
#[derive(Debug, Clone, Default, Serialize)]
pub struct CompareView {
    /// The heading of the page.
    pub title: String,
    /// One or two sentences.
    pub lead: String,
    /// Patterns that the drawings refer to; empty without drawings.
    pub defs_html: String,
    /// Features and cohorts: what is fewer stands in the columns.
    pub table: SideBySide,
    /// That only the latest cohorts stand below; may be empty.
    pub latest: String,
    /// What is told of at least one cohort.
    pub series: Vec<SeriesView>,
    /// What is told of none, with the reason.
    pub untold: Vec<Told>,
    /// The funnel; empty below six cohorts.
    pub funnel_html: String,
    /// What the funnel shows, or why there is none.
    pub funnel: String,
    /// Features beside results; empty below eight cohorts.
    pub associations: Vec<AssociationView>,
    /// How to read them, or why there are none.
    pub about_associations: String,
}

/// A table of cohorts and features.
#[derive(Debug, Clone, Default, Serialize)]
pub struct SideBySide {
    /// The columns' heads.
    pub columns: Vec<Link>,
    /// The rows.
    pub rows: Vec<SideRow>,
    /// Whether a cell differs from the cohort before.
    pub marked: bool,
}

/// One row of it.
#[derive(Debug, Clone, Default, Serialize)]
pub struct SideRow {
    /// Its head.
    pub head: Link,
    /// A cell for each column.
    pub cells: Vec<SideCell>,
}

/// One cell.
#[derive(Debug, Clone, Default, Serialize)]
pub struct SideCell {
    /// "8 hours"; empty where the cohort does not say.
    pub text: String,
    /// Differs from the cohort before.
    pub changed: bool,
}

/// A feature beside a result, over cohorts.
#[derive(Debug, Clone, Default, Serialize)]
pub struct AssociationView {
    /// "Mentor training and completion".
    pub title: String,
    /// What was seen, never why.
    pub text: String,
    /// Over how many cohorts, whether planned, what chance alone gives.
    pub facts: Vec<String>,
}
