//! The page of one measure: what it is, and what it showed.

use serde::Serialize;

use super::{Fact, Link, SeriesView, Term};

/// `measure.html`.
#[derive(Debug, Clone, Default, Serialize)]
pub struct MeasureView {
    /// Its name.
    pub title: String,
    /// Who answers, when.
    pub facts: Vec<Fact>,
    /// Score, favourable, better, worthwhile change, target, instrument.
    pub definition: Vec<Term>,
    /// The questions it is made of.
    pub items: Vec<MeasureItem>,
    /// Patterns that the drawings refer to; empty without drawings.
    pub defs_html: String,
    /// Levels, one series for each role and wave.
    pub levels: Vec<SeriesView>,
    /// How many of the same people rose by the worthwhile change.
    pub changes: Vec<SeriesView>,
    /// Why there is no figure; empty where there is one.
    pub none: String,
    /// That only the latest cohorts stand there; may be empty.
    pub latest: String,
}

/// One question of a measure.
#[derive(Debug, Clone, Default, Serialize)]
pub struct MeasureItem {
    /// Its words and page.
    pub link: Link,
    /// Agreeing means less: its answer is turned round.
    pub reversed: bool,
}
