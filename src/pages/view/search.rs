//! The search page, and the records that the search runs on.
//!
//! `search-docs.<lang>.js` is `window.mentorbookDocs = [ … ];`, a list of
//! [`SearchDoc`]. It is loaded when the reader goes to the search box.

use serde::Serialize;

/// `search.html`.
#[derive(Debug, Clone, Default, Serialize)]
pub struct SearchView {
    /// The heading of the page.
    pub title: String,
    /// Kinds that occur, in the order of the results' groups.
    pub kinds: Vec<Facet>,
    /// Roles to filter by.
    pub roles: Vec<Facet>,
    /// Phases to filter by.
    pub phases: Vec<Facet>,
}

/// A value to filter or group by.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Facet {
    /// What [`SearchDoc`] holds.
    pub id: String,
    /// What the reader sees.
    pub title: String,
}

/// One passage: a page up to its first heading, or one section of it, or a question.
#[derive(Debug, Clone, Default, Serialize)]
pub struct SearchDoc {
    /// Position in the list.
    pub id: u32,
    /// From the language's root, with the section's anchor.
    pub href: String,
    /// The page's title.
    pub title: String,
    /// The section's heading; empty for the page's beginning.
    pub heading: String,
    /// A [`Facet`] id of `kinds`: guide, script, worksheet, policy, question, check-in, phase, cohort, measure,
    /// finding, change, term.
    pub kind: String,
    /// What the group is called in the page's language: "Guides".
    pub group: String,
    /// Role ids it is for; empty means everyone.
    pub roles: Vec<String>,
    /// Phase id, may be empty.
    pub phase: String,
    /// Plain text, capped by the engine.
    pub text: String,
}
