//! Scripts: what a step tells the facilitator, cue by cue.

use std::ops::Range;

use super::Resolver;
use super::html::Writer;
use crate::parse::Doc;
use crate::parse::markdown::{CueLabel, CueMark, Node, Tag};

/// A part of a step: neighbours with one label, or text without a label.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Part {
    /// What it is for; `None` for text without a label.
    pub label: Option<CueLabel>,
    /// The label as the author wrote it, without its colon; empty without one.
    pub words: String,
    /// Paragraphs, lists and embeds, without the label.
    pub html: String,
}

/// Splits some nodes of a script, from [`Doc::intro`] or [`Doc::below`], into its parts. A labelled
/// paragraph begins a part; lists, embeds and quotations below it belong to it; another paragraph does not.
pub fn parts(doc: &Doc, nodes: Range<usize>, resolver: &dyn Resolver) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    // The label alone: what follows is its text, even a paragraph.
    let mut waits = false;
    for block in blocks(doc, nodes) {
        let mark = doc.cues.binary_search_by_key(&block.start, |cue| cue.paragraph as usize);
        let mark = mark.ok().map(|at| &doc.cues[at]);
        let label = mark.map(|cue| cue.label);
        let plain_paragraph = label.is_none() && begins_text(doc.nodes()[block.start]) && !waits;
        let same = parts.last().is_some_and(|last| match label {
            Some(label) => last.label == Some(label),
            None => !plain_paragraph || last.label.is_none(),
        });
        if !same {
            let words = mark.map(|cue| doc.str(cue.words).to_owned()).unwrap_or_default();
            parts.push(Part { label, words, html: String::new() });
        }
        let Some(part) = parts.last_mut() else { continue };
        let before = part.html.len();
        write(doc, &block, mark, resolver, &mut part.html);
        waits = mark.is_some() && part.html.len() == before;
    }
    parts
}

/// Whether a block without a label stands for itself.
fn begins_text(node: Node) -> bool {
    matches!(node, Node::Open(Tag::Paragraph | Tag::Heading(_) | Tag::Alert(_)) | Node::Rule)
}

/// The blocks at the top of some nodes, each with all that it holds.
fn blocks(doc: &Doc, nodes: Range<usize>) -> Vec<Range<usize>> {
    let mut blocks = Vec::new();
    let (mut depth, mut start) = (0_u32, nodes.start);
    for at in nodes {
        match doc.nodes().get(at) {
            Some(Node::Open(_)) => depth += 1,
            Some(Node::Close(_)) => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            blocks.push(start..at + 1);
            start = at + 1;
        }
    }
    blocks
}

fn write(doc: &Doc, block: &Range<usize>, mark: Option<&CueMark>, resolver: &dyn Resolver, out: &mut String) {
    let Some(cue) = mark else { return Writer::new(doc, resolver, out).section(block.clone()) };
    let mut inside = String::new();
    Writer::new(doc, resolver, &mut inside).nodes(cue.body as usize..block.end - 1);
    let text = inside.trim_start().trim_start_matches(':').trim();
    if !text.is_empty() {
        out.push_str("<p>");
        out.push_str(text);
        out.push_str("</p>\n");
    }
    Writer::new(doc, resolver, out).notes(block);
}
