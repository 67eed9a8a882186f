//! Pages made from a guide: guides, policies, scripts, worksheets.
//!
//! [`Article`] is the part they share; other kinds embed it as `article`.

use serde::Serialize;

use super::{Dated, Fact, Link, SeenBy, SheetLink, Step, Tone};

/// `guide.html` receives this as `view`; the kinds below hold it as `view.article`.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Article {
    /// The heading of the page.
    pub title: String,
    /// One or two sentences in large type; the guide's description.
    pub lead: String,
    /// Whom it is for, when, how long.
    pub facts: Vec<Fact>,
    /// Colour of the page's phase.
    pub tone: Tone,
    /// The text.
    pub body_html: String,
    /// Headings of the second level; the template omits the list below two.
    pub contents: Vec<Heading>,
    /// Neighbours and the other sections.
    pub sidebar: Sidebar,
    /// The same as HTML, drawn by `embeds/side.html`: in large sections, instead of `sidebar`.
    pub side_html: String,
    /// The page before, in reading order.
    pub previous: Option<Link>,
    /// The page after.
    pub next: Option<Link>,
    /// Where one can edit the source; empty without a repository.
    pub edit: String,
    /// Last change, from git; `None` without one.
    pub changed: Option<Dated>,
    /// Where the text comes from and its licence, in a sentence; may be empty.
    pub source: String,
}

/// One line of "On this page".
#[derive(Debug, Clone, Default, Serialize)]
pub struct Heading {
    /// Plain text.
    pub title: String,
    /// The anchor, without `#`.
    pub anchor: String,
}

/// The left column: local only, never the whole tree.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Sidebar {
    /// The section's title; links to its index where `href` is set.
    pub section: Link,
    /// Its pages, in order.
    pub siblings: Vec<SideLink>,
    /// The other sections.
    pub others: Vec<Link>,
}

/// One line of the sidebar.
#[derive(Debug, Clone, Default, Serialize)]
pub struct SideLink {
    /// The page's title.
    pub title: String,
    /// Relative address.
    pub href: String,
    /// This is the page one is on.
    pub here: bool,
    /// The title's language, where it is not the page's.
    pub lang: String,
}

/// `script.html`: a run sheet.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ScriptView {
    /// Title, lead, facts; `body_html` is what stands before the first step.
    pub article: Article,
    /// The steps, in order; those of 0 minutes come after the hour.
    pub steps: Vec<Step>,
    /// All minutes.
    pub minutes: u32,
    /// Clock at the end: "1:00".
    pub end: String,
    /// Sheets and cards that belong to it.
    pub links: Vec<Link>,
}

/// `worksheet.html`: a page made to be printed, or filled in on the screen.
#[derive(Debug, Clone, Default, Serialize)]
pub struct WorksheetView {
    /// Title, lead, facts, and the body with its sheets.
    pub article: Article,
    /// Who sees it: taken from the first sheet, printed above the title.
    pub seen_by: Option<SeenBy>,
    /// The conversation it prepares, and its other sheet.
    pub links: Vec<SheetLink>,
}
