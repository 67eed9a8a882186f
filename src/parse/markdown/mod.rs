//! Markdown to [`Doc`]: a flat list of nodes whose texts are spans of the file.
//!
//! A `Doc` is small, owned and cheap to keep: thousands of guides stay in memory at once. It knows which
//! headings, links, images, embeds and cues the text holds, and resolves none of them: that is for the rules
//! and for the `markdown` stage.

mod build;
mod codes;
mod cue;
mod heading;
mod html;
mod link;
mod node;
mod text;

#[cfg(test)]
mod tests;

use std::ops::Range;
use std::sync::Arc;

use crate::diag::{Diagnostic, FileId, Span};

pub use codes::CODES;
pub use cue::{CueLabel, CueMark};
pub use heading::{Heading, slug};
pub use link::{Embed, Image, Link, LinkKind, linked_file};
pub use node::{Alert, Align, Node, Piece, Tag};

/// A parsed text. Positions in it are indices of nodes; positions in its file are [`Span`]s.
#[derive(Debug, Default)]
pub struct Doc {
    text: Option<Arc<str>>,
    /// What the file does not hold as it is meant: unescaped texts, anchors.
    side: Box<str>,
    nodes: Box<[Node]>,
    /// Whether the text holds a `#`, so that all its headings have moved down one.
    pub demoted: bool,
    /// The headings, in order.
    pub headings: Box<[Heading]>,
    /// The links, wiki links included.
    pub links: Box<[Link]>,
    /// The images.
    pub images: Box<[Image]>,
    /// The embeds.
    pub embeds: Box<[Embed]>,
    /// Raw HTML, one place per line; comments are not among them.
    pub html: Box<[Span]>,
    /// Paragraphs that open with the label of a cue.
    pub cues: Box<[CueMark]>,
    /// The footnotes, by their numbers: the first is 1.
    pub notes: Box<[Note]>,
}

/// A footnote. One that nothing refers to has no number and is left out of the page.
#[derive(Debug, Clone, Default)]
pub struct Note {
    /// The nodes of its text.
    pub nodes: Range<u32>,
    /// Where it is first referred to.
    pub first: u32,
    /// How often it is referred to.
    pub uses: u32,
}

/// Reads the text of a file from the byte `body` on. Never fails: what is wrong with the form is pushed.
pub fn parse(file: FileId, text: Arc<str>, body: usize, found: &mut Vec<Diagnostic>) -> Doc {
    build::build(file, text, body, found)
}

impl Doc {
    /// What a piece stands for.
    pub fn str(&self, piece: Piece) -> &str {
        piece.of(self.text.as_deref().unwrap_or_default(), &self.side)
    }

    /// Whether the author put a backslash before a text: its first character is meant as it is.
    pub fn is_escaped(&self, piece: Piece) -> bool {
        let file = self.text.as_deref().unwrap_or_default();
        piece
            .span()
            .and_then(|span| file.get(..span.start as usize))
            .is_some_and(|before| before.ends_with('\\'))
    }

    /// All nodes.
    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// The whole text, as a range of nodes.
    pub fn all(&self) -> Range<usize> {
        0..self.nodes.len()
    }

    /// What stands before the first heading of the second level: a script's introduction.
    pub fn intro(&self) -> Range<usize> {
        0..self.steps().next().map_or(self.nodes.len(), |step| step.nodes.start as usize)
    }

    /// The headings of the second level: a script's steps.
    pub fn steps(&self) -> impl Iterator<Item = &Heading> {
        self.headings.iter().filter(|h| h.level == 2)
    }

    /// What stands below a heading, up to the next one of its level or above.
    pub fn below(&self, heading: &Heading) -> Range<usize> {
        let after = self.headings.partition_point(|h| h.nodes.start <= heading.nodes.start);
        let next = self.headings[after..].iter().find(|h| h.level <= heading.level);
        heading.nodes.end as usize..next.map_or(self.nodes.len(), |h| h.nodes.start as usize)
    }

    /// The first paragraph, where the text opens with one: what a template may print as the lead.
    pub fn lead(&self) -> Option<Range<usize>> {
        let opens = self.nodes.first() == Some(&Node::Open(Tag::Paragraph));
        let close = self.nodes.iter().position(|n| *n == Node::Close(Tag::Paragraph));
        close.filter(|_| opens).map(|end| 0..end + 1)
    }

    /// Whether the text has a heading with this anchor.
    pub fn has_anchor(&self, anchor: &str) -> bool {
        self.headings.iter().any(|h| self.str(h.anchor) == anchor)
    }

    /// The text of a heading without its markup. A link without a label has the words that `named` gives it.
    pub fn title(&self, heading: &Heading, named: &dyn Fn(&Link) -> String) -> String {
        let mut out = String::new();
        let nodes = heading.nodes.start as usize..heading.nodes.end as usize;
        self.push_some(nodes, usize::MAX, named, &mut out);
        out
    }
}
