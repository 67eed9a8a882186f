//! Texts that come from YAML: escaped, or with the few marks that a sentence may carry.

use std::ops::Range;

use super::html::Writer;
use super::{Picture, Resolved, Resolver, Words};
use crate::diag::FileId;
use crate::parse::Doc;
use crate::parse::markdown::{Embed, Image, Link, Tag, parse};

/// A text for the inside of an element.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    push_escaped(text, &mut out);
    out
}

/// Appends a text, escaped for elements and quoted attributes alike.
pub(super) fn push_escaped(text: &str, out: &mut String) {
    let mut rest = text;
    while let Some(at) = rest.bytes().position(|b| matches!(b, b'&' | b'<' | b'>' | b'"')) {
        out.push_str(&rest[..at]);
        out.push_str(match rest.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            _ => "&quot;",
        });
        rest = &rest[at + 1..];
    }
    out.push_str(rest);
}

/// Appends ` name="value"`.
pub fn attribute(name: &str, value: &str, out: &mut String) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    push_escaped(value, out);
    out.push('"');
}

/// A sentence or a few from a YAML file, with emphasis, code and web links; paragraphs where there are
/// several. Wiki links and embeds belong to guides, and are left out here.
pub fn inline(text: &str, lang: &str) -> String {
    let words = Words { lang: lang.to_owned(), ..Words::default() };
    let doc = parse(FileId::default(), text.into(), 0, &mut Vec::new());
    let mut out = String::new();
    Writer::new(&doc, &Alone(words), &mut out).section(one_paragraph(&doc).unwrap_or(doc.all()));
    out
}

/// The nodes inside the only paragraph of a text.
fn one_paragraph(doc: &Doc) -> Option<Range<usize>> {
    let lead = doc.lead()?;
    let only = lead.end == doc.nodes().len()
        && matches!(doc.nodes().last(), Some(crate::parse::markdown::Node::Close(Tag::Paragraph)));
    only.then_some(1..lead.end - 1)
}

/// A text without a page around it.
struct Alone(Words);

impl Resolver for Alone {
    fn link(&self, _: &Doc, _: &Link) -> Resolved {
        Resolved::default()
    }

    fn image(&self, _: &Doc, _: &Image) -> Option<Picture> {
        None
    }

    fn embed(&self, _: &Doc, _: &Embed) -> Option<String> {
        None
    }

    fn words(&self) -> &Words {
        &self.0
    }

    fn prefix(&self) -> &'static str {
        ""
    }
}
