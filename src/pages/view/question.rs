//! The question bank and the page of one question.
//!
//! The theme-by-phase table is the filter: each cell links to its group, so it
//! works without a script.

use serde::Serialize;

use super::{Dated, Facet, Fact, Link, SeriesView, Tone};

/// `questions.html`.
#[derive(Debug, Clone, Default, Serialize)]
pub struct QuestionsView {
    /// The heading of the page.
    pub title: String,
    /// One or two sentences, the number of questions in them.
    pub lead: String,
    /// How many questions.
    pub total: u32,
    /// Columns of the map: start, the phases, end.
    pub columns: Vec<BankColumn>,
    /// Rows of the map: the themes.
    pub rows: Vec<BankRow>,
    /// Sets beside the map: outcome items, peer meetings, probes, on the program.
    pub sets: Vec<BankSet>,
    /// Roles to filter by; `id` is compared with [`BankQuestion::role`].
    pub roles: Vec<Facet>,
    /// The questions, group by group, in the order of the map, then the sets.
    pub groups: Vec<BankGroup>,
}

/// A column of the map.
#[derive(Debug, Clone, Default, Serialize)]
pub struct BankColumn {
    /// "Working".
    pub title: String,
    /// Colour; `none` for start and end.
    pub tone: Tone,
}

/// A row of the map.
#[derive(Debug, Clone, Default, Serialize)]
pub struct BankRow {
    /// The theme.
    pub title: String,
    /// One cell per column.
    pub cells: Vec<BankCell>,
}

/// A cell of the map.
#[derive(Debug, Clone, Default, Serialize)]
pub struct BankCell {
    /// How many questions.
    pub count: u32,
    /// The group's id, an anchor on the page; empty if the count is 0.
    pub group: String,
}

/// A set beside the map.
#[derive(Debug, Clone, Default, Serialize)]
pub struct BankSet {
    /// "Peer meetings".
    pub title: String,
    /// How many questions.
    pub count: u32,
    /// The group's id, an anchor on the page.
    pub group: String,
}

/// The questions of one cell, or of one set.
#[derive(Debug, Clone, Default, Serialize)]
pub struct BankGroup {
    /// Anchor: "trust-working".
    pub id: String,
    /// "Trust, working phase".
    pub title: String,
    /// The theme's id; groups of one theme are "near" each other.
    pub theme: String,
    /// Colour of the phase.
    pub tone: Tone,
    /// The questions.
    pub questions: Vec<BankQuestion>,
}

/// One question of the bank.
#[derive(Debug, Clone, Default, Serialize)]
pub struct BankQuestion {
    /// The question's id, an anchor on the page.
    pub id: String,
    /// The question's own page, may be empty.
    pub href: String,
    /// The question.
    pub text: String,
    /// The same question for the other side, where the wording differs.
    pub mirror: Option<Mirror>,
    /// `mentor`, `mentee`, `both` or another role: what the filter compares.
    pub role: String,
    /// "**Both** answer", "**Both**, from 1 *not at all* to 5 *entirely*".
    pub answers: Fact,
    /// Where it is asked.
    pub asked: Vec<Link>,
    /// "**Wording since February 2025.** Before: …" as HTML; empty without a history.
    pub wording_html: String,
}

/// A question turned to the other side.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Mirror {
    /// "Mirrored for the mentor:".
    pub label: String,
    /// Its wording.
    pub text: String,
}

/// `question.html`: one question.
#[derive(Debug, Clone, Default, Serialize)]
pub struct QuestionView {
    /// The wordings in force: one, or one per role with its label.
    pub wordings: Vec<Mirror>,
    /// Colour of its phase.
    pub tone: Tone,
    /// Who answers, how, its theme.
    pub facts: Vec<Fact>,
    /// The points of its scale, or its choices; empty for free text.
    pub options: Vec<String>,
    /// Where it is asked.
    pub asked: Vec<AskedAt>,
    /// Earlier wordings, latest first.
    pub history: Vec<PastWording>,
    /// Others of its theme.
    pub near: Vec<Link>,
    /// Patterns that the drawings refer to; empty without drawings.
    pub defs_html: String,
    /// What came of it over the cohorts.
    pub results: Vec<SeriesView>,
    /// The larger measures that it is an item of: its results are told as theirs.
    pub part_of: Vec<Link>,
}

/// A place where a question is asked.
#[derive(Debug, Clone, Default, Serialize)]
pub struct AskedAt {
    /// Name and page.
    pub link: Link,
    /// "Week 19".
    pub when: String,
    /// "The mentor's sheet", "End survey".
    pub on: String,
}

/// A wording that is no longer asked.
#[derive(Debug, Clone, Default, Serialize)]
pub struct PastWording {
    /// The last day it was asked.
    pub until: Dated,
    /// The wording.
    pub text: String,
}
