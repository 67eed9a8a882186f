//! What we learned: findings, what was decided about each, and what came of it.

use serde::Serialize;

use super::{Fact, Link};

/// `learned.html`.
#[derive(Debug, Clone, Default, Serialize)]
pub struct LearnedView {
    /// The heading of the page.
    pub title: String,
    /// One or two sentences.
    pub lead: String,
    /// For whom, how many findings, changes and decisions to change nothing, the next review.
    pub facts: Vec<Fact>,
    /// The findings in the order of the file, then changes that no finding led to.
    pub rows: Vec<FindingRow>,
    /// Closed cohorts from which no finding follows: "Autumn 2024", and why.
    pub without: Vec<CohortWithout>,
    /// What the verdicts mean.
    pub verdicts: Vec<VerdictMeaning>,
}

/// One finding; for changes without one, what is missing.
#[derive(Debug, Clone, Default, Serialize)]
pub struct FindingRow {
    /// An anchor on the page.
    pub anchor: String,
    /// "Pairs stopped in month four, and we did not see it coming".
    pub title: String,
    /// The cohorts that showed it.
    pub cohorts: Vec<Link>,
    /// "Of little value", "Harm"; empty without a finding.
    pub kind: String,
    /// What it rests on, may be empty.
    pub evidence: String,
    /// What may explain it.
    pub hypotheses: Vec<String>,
    /// "Read before publication by: deputy coordinator", may be empty.
    pub reviewed: String,
    /// What was decided; never empty.
    pub decided: Vec<DecidedRow>,
}

/// One decision.
#[derive(Debug, Clone, Default, Serialize)]
pub struct DecidedRow {
    /// An anchor on the page; empty where nothing was decided or it is told elsewhere.
    pub anchor: String,
    /// "A facilitator from outside at every midpoint"; a link where another row tells it.
    pub title: Link,
    /// "Check-ins: restructure. From Autumn 2024.", may be empty.
    pub facts: String,
    /// What changes.
    pub text: String,
    /// What it was meant to move, what is watched, when it is looked at again.
    pub aims: Vec<String>,
    /// Why nothing changes; empty for a change.
    pub why: String,
    /// What came of it.
    pub came: Option<Came>,
}

/// What came of a change.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Came {
    /// The sign beside the verdict.
    pub sign_html: String,
    /// "Moved as intended".
    pub verdict: String,
    /// The figures that can be judged.
    pub figures: Vec<MovedFigure>,
    /// What left and right mean, below the drawings; empty without one.
    pub ends_html: String,
    /// What else must be known: figures that hold too little, what changed alongside.
    pub notes: Vec<String>,
}

/// A figure of two cohorts.
#[derive(Debug, Clone, Default, Serialize)]
pub struct MovedFigure {
    /// "Mentees, in the middle"; empty where there is one only.
    pub label: String,
    /// The difference with its range.
    pub drawing_html: String,
    /// "33 of 38 in Autumn 2024, 14 of 24 in Autumn 2023: 29 points higher, 6 to 49."
    pub text: String,
}

/// A closed cohort without a finding.
#[derive(Debug, Clone, Default, Serialize)]
pub struct CohortWithout {
    /// The cohort.
    pub cohort: Link,
    /// Why, or that nobody has said.
    pub text: String,
}

/// One of the four verdicts.
#[derive(Debug, Clone, Default, Serialize)]
pub struct VerdictMeaning {
    /// Its sign.
    pub sign_html: String,
    /// Its word.
    pub verdict: String,
    /// What it says.
    pub text: String,
}
