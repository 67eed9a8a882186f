//! What stands inside a guide: question cards, sheets, cues.
//!
//! The Markdown stage renders `embeds/<name>.html` with one of these as `view`
//! and puts the result into a page's `body_html`.

use serde::Serialize;

use super::{Fact, Link, Tone};

/// `embeds/question.html`: `![[question:ID]]`, one card. Also the parts of
/// `embeds/questions.html` and `embeds/cards.html`.
#[derive(Debug, Clone, Default, Serialize)]
pub struct QuestionCard {
    /// The question, worded for the page's reader.
    pub text: String,
    /// The question's own page, may be empty.
    pub href: String,
    /// Phase pattern on top.
    pub tone: Tone,
    /// A word on how to ask it: "This one you answer yourself, aloud."; may be empty.
    pub note: String,
    /// Small facts: who answers, where asked, what is recorded.
    pub facts: Vec<Fact>,
}

/// `embeds/questions.html` (`![[questions:midpoint/mentor]]`, a numbered list) and
/// `embeds/cards.html` (`![[cards:midpoint]]`, cards to cut out).
#[derive(Debug, Clone, Default, Serialize)]
pub struct QuestionSet {
    /// What the set is, for a reader who cannot see it: "Questions for the mentor".
    pub title: String,
    /// In the order they are asked.
    pub questions: Vec<QuestionCard>,
}

/// `embeds/expectations.html`: the four questions at the outset, as a sheet to fill in.
/// `embeds/sheet.html`: `![[sheet:midpoint/mentee]]`.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Sheet {
    /// Unique on the page; the fields' ids begin with it.
    pub id: String,
    /// What the sheet is: "The mentee's sheet".
    pub title: String,
    /// Who sees it; printed first, boxed.
    pub seen_by: Option<SeenBy>,
    /// Blanks on the first line: "Week 19 check-in on ____ at ____".
    pub blanks: Vec<Blank>,
    /// The questions.
    pub items: Vec<SheetItem>,
    /// Small print below: how to decline, whom to write to. HTML, may be empty.
    pub note_html: String,
}

/// "**You keep this sheet.** Others hear only what you choose to say."
#[derive(Debug, Clone, Default, Serialize)]
pub struct SeenBy {
    /// The bold sentence.
    pub strong: String,
    /// The rest, may be empty.
    pub text: String,
}

/// A blank to fill in on one line.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Blank {
    /// Words before the line.
    pub label: String,
    /// A short line (a time) instead of a long one (a date, a name).
    pub short: bool,
}

/// One question of a sheet.
#[derive(Debug, Clone, Default, Serialize)]
pub struct SheetItem {
    /// "1".
    pub number: String,
    /// The question.
    pub text: String,
    /// A word of help, may be empty.
    pub hint: String,
    /// How it is answered.
    pub answer: Answer,
    /// Offers the box "I may say this aloud".
    pub aloud: bool,
}

/// How a question is answered on paper.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum AnswerKind {
    /// Ruled lines.
    #[default]
    Lines,
    /// One circle per point of a scale, words at both ends.
    Scale,
    /// One circle per choice.
    One,
    /// One square per choice.
    Many,
}

/// The room for an answer.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Answer {
    /// Which kind of room.
    pub kind: AnswerKind,
    /// Number of ruled lines, 8 mm apart.
    pub lines: u32,
    /// Points of the scale, or the choices (yes and no are two choices).
    pub options: Vec<String>,
    /// Words at the scale's lower end.
    pub low: String,
    /// Words at its upper end.
    pub high: String,
}

/// What a cue tells the facilitator.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum CueKind {
    /// Words to say: solid bar, serif.
    Say,
    /// A question: double bar, serif italic.
    Ask,
    /// Dotted bar, sans.
    ListenFor,
    /// Dashed bar, sans.
    IfYouHear,
    /// A box, sans.
    DoNotPromise,
    /// No bar, sans.
    Note,
    /// Text without a label.
    #[default]
    Plain,
}

/// `embeds/cue.html`, and one part of a step. Neighbours of one kind are one cue.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Cue {
    /// Its kind; a class too.
    pub kind: CueKind,
    /// The label in the page's language; empty for plain text.
    pub label: String,
    /// Paragraphs, lists and embedded questions, without the label.
    pub html: String,
}

/// One step of a run sheet.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Step {
    /// Anchor of the heading.
    pub anchor: String,
    /// The heading.
    pub title: String,
    /// Running clock at its start: "0:05".
    pub start: String,
    /// Minutes, for the presenter's timer; 0 for what comes after the hour.
    pub minutes: u32,
    /// "15 min", may be empty.
    pub minutes_text: String,
    /// Start of this step in the strip, percent of the whole.
    pub x: f64,
    /// Share of the whole, percent.
    pub width: f64,
    /// What stands in it, in order.
    pub cues: Vec<Cue>,
}

/// A sheet or script one can open from a check-in.
#[derive(Debug, Clone, Default, Serialize)]
pub struct SheetLink {
    /// "Mentor's sheet".
    pub link: Link,
    /// What it asks, in a sentence.
    pub text: String,
    /// Who sees it, in a sentence.
    pub seen_by: String,
}
