//! Check-ins and phases: the conversations of the year.
//!
//! Where a guide *is* the page, `article` is that guide; else its body is empty
//! and the structured parts carry the page.

use serde::Serialize;

use super::{Article, Contact, Entry, Link, QuestionCard, SheetLink, Term, Timeline};

/// `check_in.html`.
#[derive(Debug, Clone, Default, Serialize)]
pub struct CheckInView {
    /// Title, lead (why), facts (for whom, when, who leads), the guide's body.
    pub article: Article,
    /// The guide's text before its first heading; it stands above the sheets.
    pub intro_html: String,
    /// What each side writes beforehand.
    pub sheets: Vec<SheetLink>,
    /// How long and when to fill them in: "Ten minutes, written apart, a day or two before."
    pub sheets_text: String,
    /// The questions asked in it, where neither sheets nor the guide show them.
    pub asked: Vec<Asking>,
    /// Who hears what is said, where the questions stand here: "What you say stays between you and …".
    pub heard: String,
    /// The page that says more about who sees what; may be empty.
    pub privacy: Option<Link>,
    /// When it is held in the cohorts that run or are planned.
    pub dates: Vec<CheckInDate>,
    /// Whom to write to for another date, or none; `None` where the two arrange it themselves.
    pub contact: Option<Contact>,
    /// What may follow; empty where the guide says it.
    pub results: Vec<Term>,
    /// The heading of the right column: "For facilitators".
    pub tools_title: String,
    /// Run sheet, question cards, hard moments.
    pub tools: Vec<Link>,
}

/// The questions of one side, or of both.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Asking {
    /// "Asked of mentors"; empty where everybody is asked the same.
    pub title: String,
    /// The questions.
    pub questions: Vec<QuestionCard>,
}

/// When a check-in is held in one cohort.
#[derive(Debug, Clone, Default, Serialize)]
pub struct CheckInDate {
    /// Name and page.
    pub cohort: Link,
    /// "Thursday 26 November 2026, 17:30–18:45", "16 to 22 November", "weeks 4, 8, 12".
    pub text: String,
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
