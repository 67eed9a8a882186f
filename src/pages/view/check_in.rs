//! Check-ins and phases: the conversations of the year.
//!
//! Where a guide *is* the page, `article` is that guide; else its body is empty
//! and the structured parts carry the page.

use serde::Serialize;

use super::{Article, Entry, Link, QuestionCard, SheetLink, Term, Timeline};

/// `check_in.html`.
#[derive(Debug, Clone, Default, Serialize)]
pub struct CheckInView {
    /// Title, lead (why), facts (for whom, when, who leads), the guide's body.
    pub article: Article,
    /// What each side writes beforehand.
    pub sheets: Vec<SheetLink>,
    /// How long and when to fill them in: "Ten minutes, written apart, a day or two before."
    pub sheets_text: String,
    /// The questions asked in it, where it has no sheets.
    pub questions: Vec<QuestionCard>,
    /// What may follow; empty where the guide says it.
    pub results: Vec<Term>,
    /// The heading of the right column: "For facilitators".
    pub tools_title: String,
    /// Run sheet, question cards, hard moments.
    pub tools: Vec<Link>,
}

/// `check_ins.html`: the calendar of rhythms.
#[derive(Debug, Clone, Default, Serialize)]
pub struct CheckInsView {
    /// The heading of the page.
    pub title: String,
    /// One or two sentences.
    pub lead: String,
    /// The section's own text, may be empty.
    pub body_html: String,
    /// The score.
    pub timeline: Option<Timeline>,
    /// In order of time; rhythms first.
    pub check_ins: Vec<CheckInRow>,
    /// Other pages of the section.
    pub entries: Vec<Entry>,
}

/// One line of the calendar of rhythms.
#[derive(Debug, Clone, Default, Serialize)]
pub struct CheckInRow {
    /// "Week 19", "Every second week".
    pub when: String,
    /// Name, page, what it is for; facts: who leads, how long, who is offered it.
    pub entry: Entry,
    /// Its sheets and script.
    pub links: Vec<Link>,
}

/// `phase.html`.
#[derive(Debug, Clone, Default, Serialize)]
pub struct PhaseView {
    /// Title, lead, facts (weeks), the guide's body.
    pub article: Article,
    /// Asked on entering; empty where the phase names none.
    pub entry: Vec<QuestionCard>,
    /// Asked before leaving.
    pub exit: Vec<QuestionCard>,
    /// What to redesign at the end of it.
    pub redesign: Vec<QuestionCard>,
    /// Check-ins that fall into it.
    pub check_ins: Vec<Entry>,
}

/// `phases.html`.
#[derive(Debug, Clone, Default, Serialize)]
pub struct PhasesView {
    /// The heading of the page.
    pub title: String,
    /// One or two sentences.
    pub lead: String,
    /// The section's own text, may be empty.
    pub body_html: String,
    /// The score.
    pub timeline: Option<Timeline>,
    /// In order; facts: its weeks.
    pub phases: Vec<Entry>,
    /// Other pages of the section: the redesigns.
    pub entries: Vec<Entry>,
}
