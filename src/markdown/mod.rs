//! From a [`Doc`] to HTML.
//!
//! The text decides the shape, a [`Resolver`] decides what links and embeds become. This module knows
//! neither addresses nor templates, and lets no HTML of an author through.

mod html;
mod inline;
mod links;
mod notes;
mod quotes;
mod script;
mod tables;

#[cfg(test)]
mod tests;

use std::ops::Range;

use crate::parse::Doc;
use crate::parse::markdown::{Alert, Embed, Heading, Image, Link, LinkKind};

pub use inline::{attribute, escape, inline};
pub use quotes::curl;
pub use script::{Part, parts};

/// What a text needs from the page that it stands on.
pub trait Resolver {
    /// Where a wiki link, a link to a `.md` file or to another file leads. Not asked about addresses of
    /// the web, of people, and of this page: those need no looking up.
    fn link(&self, doc: &Doc, link: &Link) -> Resolved;

    /// The file of an image; `None` leaves the image out and prints its alternative text.
    fn image(&self, doc: &Doc, image: &Image) -> Option<Picture>;

    /// The HTML of an embed, drawn by the theme; `None` leaves it out.
    fn embed(&self, doc: &Doc, embed: &Embed) -> Option<String>;

    /// The words that the HTML itself needs, in the language of the text.
    fn words(&self) -> &Words;

    /// What each anchor of the text begins with, where several texts share one page; else empty.
    fn prefix(&self) -> &str;

    /// How many levels each heading moves down.
    fn deeper(&self) -> u8 {
        0
    }
}

/// What a link became.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Resolved {
    /// Relative address; empty prints the words alone, as for a number or a page of another edition.
    pub href: String,
    /// What the reader sees where the author wrote no label.
    pub title: String,
}

/// An image of the site.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Picture {
    /// Relative address.
    pub src: String,
    /// Width and height in pixels, where known: the page does not jump while it loads.
    pub size: Option<(u32, u32)>,
}

/// The words that the HTML needs.
#[derive(Debug, Clone, Default)]
pub struct Words {
    /// The language of the text: decides the quotation marks.
    pub lang: String,
    /// "Table".
    pub table: String,
    /// "Notes", the heading of footnotes for those who cannot see them.
    pub notes: String,
    /// "Back to the text".
    pub back: String,
    /// "Done" and "To do", for boxes of tasks.
    pub tasks: [String; 2],
    /// Titles of alerts that bring none: note, tip, important, warning, caution.
    pub alerts: [String; 5],
}

impl Words {
    fn alert(&self, kind: Alert) -> &str {
        let [note, tip, important, warning, caution] = &self.alerts;
        match kind {
            Alert::Note => note,
            Alert::Tip => tip,
            Alert::Important => important,
            Alert::Warning => warning,
            Alert::Caution => caution,
        }
    }
}

/// The words of a heading as its page shows them, those of links without a label too.
pub fn title(doc: &Doc, heading: &Heading, resolver: &dyn Resolver) -> String {
    doc.title(heading, &|link| match link.kind {
        LinkKind::Wiki | LinkKind::Page | LinkKind::Asset => resolver.link(doc, link).title,
        _ => String::new(),
    })
}

/// Writes some nodes of a text, from [`Doc::all`], [`Doc::intro`], [`Doc::below`] or [`parts`], with the
/// footnotes that are first referred to in them.
pub fn html(doc: &Doc, nodes: Range<usize>, resolver: &dyn Resolver, out: &mut String) {
    html::Writer::new(doc, resolver, out).section(nodes);
}

/// The whole text, without the first paragraph where the template prints that as the lead.
pub fn body(doc: &Doc, without_lead: bool, resolver: &dyn Resolver) -> String {
    let start = doc.lead().filter(|_| without_lead).map_or(0, |lead| lead.end);
    let mut out = String::new();
    html(doc, start..doc.nodes().len(), resolver, &mut out);
    out
}
