//! What came of a cohort: the sections of its outcome page. Each is empty where it has nothing to say.

use serde::Serialize;

use super::{Link, Notice, Term, Told};

/// The outcome part of `cohort.html`.
#[derive(Debug, Clone, Default, Serialize)]
pub struct OutcomeView {
    /// "Autumn 2024, 23 September 2024 to 20 June 2025".
    pub cohort: String,
    /// "29 of 38 pairs saw it through."; the cohort's name where no figure can say it.
    pub headline: String,
    /// "We aim for three in four."
    pub aim: String,
    /// The first paragraph of the story.
    pub lead_html: String,
    /// Pairs, hours given, when it closed, whom to ask.
    pub facts: Vec<Term>,
    /// Why there are no figures, where there are none.
    pub alert: Option<Notice>,
    /// Patterns that the drawings refer to.
    pub patterns_html: String,
    /// Results beside their targets.
    pub short: Figures,
    /// The marks that stand in the drawings: "dot", "range", "target", "coded", "undecided".
    pub key: Vec<&'static str>,
    /// What small numbers can say, a sentence each.
    pub sure: Vec<String>,
    /// From applying to completing.
    pub funnel: Figures,
    /// Mentees, mentors: what each learned.
    pub sides: Vec<Side>,
    /// What holds of both.
    pub sides_notes: Vec<String>,
    /// How it ended.
    pub ended: Ended,
    /// Figures of several cohorts together.
    pub pool: Option<Pool>,
    /// Who stayed, at each quarter of the planned length.
    pub stayed: Figures,
    /// The same in one drawing.
    pub stayed_html: String,
    /// What the design promises, and what happened.
    pub process: Figures,
    /// What did not work.
    pub findings: Vec<FindingView>,
    /// What this cohort was the first to have.
    pub changes: Vec<ChangeView>,
    /// That several began at once, or why nothing follows.
    pub changes_note: String,
    /// The rest of the story.
    pub story_html: String,
    /// Words of participants, with their quotation marks.
    pub quotes: Vec<String>,
    /// Files to take along, each with a word on it.
    pub files: Vec<Term>,
    /// When the figures were released, and by which rules, a sentence each.
    pub provenance: Vec<String>,
    /// The page on who sees what.
    pub protection: Link,
}

/// Figures in rows: what, the result in words, the drawing.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Figures {
    /// The rows.
    pub rows: Vec<FigureRow>,
    /// What is said once for several rows.
    pub notes: Vec<String>,
}

/// One figure.
#[derive(Debug, Clone, Default, Serialize)]
pub struct FigureRow {
    /// What it is about, and the page on it.
    pub name: Link,
    /// What was promised, where that is told: "Week 19".
    pub promise: String,
    /// The result in words.
    pub told: Told,
    /// The same, drawn; empty where there is nothing to draw.
    pub drawing_html: String,
    /// The scale below the drawing, where no row of the same scale follows.
    pub axis_html: String,
    /// "75%", empty without a target.
    pub target: String,
}

/// One side of the relationships.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Side {
    /// "Mentees".
    pub title: String,
    /// How many answered each survey, a sentence.
    pub response: String,
    /// Where too few answered.
    pub alerts: Vec<Notice>,
    /// The measures.
    pub measures: Vec<SideMeasure>,
}

/// One measure of one side.
#[derive(Debug, Clone, Default, Serialize)]
pub struct SideMeasure {
    /// Its name, and its page.
    pub name: Link,
    /// The question, where it has just one.
    pub question: String,
    /// A row for each wave, and one for the change of the same people; or one for each choice.
    pub figures: Figures,
    /// Whether it is left out in print: choices take a line each.
    pub is_finer: bool,
    /// Whether each row says which answer it counts.
    pub names_answers: bool,
}

/// How it ended.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Ended {
    /// One bar; empty where the groups are not printed.
    pub bar_html: String,
    /// Its parts.
    pub parts: Vec<EndedPart>,
    /// What is said instead of the bar.
    pub instead: Option<FigureRow>,
    /// Sentences.
    pub notes: Vec<String>,
}

/// One part of the bar.
#[derive(Debug, Clone, Default, Serialize)]
pub struct EndedPart {
    /// How it looks.
    pub swatch_html: String,
    /// How many.
    pub count: u32,
    /// "as planned".
    pub name: String,
}

/// Several cohorts together.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Pool {
    /// Their names: "Autumn 2023, Autumn 2024 and Spring 2025 together".
    pub title: String,
    /// How many answered what it tells, a sentence each.
    pub response: String,
    /// Where too few answered.
    pub alerts: Vec<Notice>,
    /// Its figures.
    pub figures: Figures,
}

/// What did not work.
#[derive(Debug, Clone, Default, Serialize)]
pub struct FindingView {
    /// What was seen, and where the page of findings tells more.
    pub pattern: Link,
    /// What that rests on.
    pub evidence_html: String,
    /// What was changed because of it.
    pub changes: Vec<ChangeView>,
    /// Why nothing is changed.
    pub no_change: String,
}

/// A change of the design.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ChangeView {
    /// "Since Autumn 2024".
    pub since: String,
    /// Its name, and where it is told.
    pub name: Link,
}

/// What may be told of a running cohort.
#[derive(Debug, Clone, Default, Serialize)]
pub struct SoFar {
    /// Open figures.
    pub figures: Vec<Term>,
    /// When the rest will be told.
    pub text: String,
}
