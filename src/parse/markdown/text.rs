//! The words of a text without its markup: for search, summaries and counting.

use std::ops::Range;

use super::{Doc, Link, Node, Tag};

impl Doc {
    /// The texts of some nodes, with a space wherever words would run together. Footnotes and alternative
    /// texts are among them; embeds and wiki links without a label have none of their own.
    pub fn plain_text(&self, nodes: Range<usize>) -> impl Iterator<Item = &str> {
        self.nodes().get(nodes).unwrap_or_default().iter().filter_map(|node| self.text_of(node))
    }

    fn text_of(&self, node: &Node) -> Option<&str> {
        match node {
            Node::Text(piece) | Node::Code(piece) => Some(self.str(*piece)),
            Node::Soft | Node::Hard | Node::Rule | Node::Embed(_) => Some(" "),
            Node::Close(tag) if !is_inline(*tag) => Some(" "),
            _ => None,
        }
    }

    /// The same as one string, with single spaces.
    pub fn plain(&self, nodes: Range<usize>) -> String {
        let mut out = String::new();
        self.push_some(nodes, usize::MAX, &|_| String::new(), &mut out);
        out
    }

    /// Appends words of some nodes until there are `most` bytes; the last word may be cut. A link without a
    /// label has the words that `named` gives it.
    pub fn push_some(
        &self,
        nodes: Range<usize>,
        most: usize,
        named: &dyn Fn(&Link) -> String,
        out: &mut String,
    ) {
        let start = out.len();
        let mut space = false;
        let mut push = |text: &str| {
            for c in text.chars() {
                if c.is_whitespace() {
                    space = true;
                    continue;
                }
                if std::mem::take(&mut space) && out.len() > start {
                    out.push(' ');
                }
                out.push(c);
            }
            out.len() <= most
        };
        for node in self.nodes().get(nodes).unwrap_or_default() {
            let link = match node {
                Node::Open(Tag::Link(index)) => Some(&self.links[*index as usize]),
                _ => None,
            };
            let goes_on = match link.filter(|link| !link.labelled) {
                Some(link) => push(&named(link)),
                None => self.text_of(node).is_none_or(&mut push),
            };
            if !goes_on {
                return;
            }
        }
    }

    /// How many words some nodes hold, embeds aside.
    pub fn words(&self, nodes: Range<usize>) -> usize {
        let (mut count, mut inside) = (0, false);
        // Bytes will do: what separates words in prose is ASCII.
        for byte in self.plain_text(nodes).flat_map(str::bytes) {
            let word = byte > b' ';
            count += usize::from(word && !inside);
            inside = word;
        }
        count
    }

    /// The runs of text with their places in the file, code aside: what rules about prose read.
    pub fn prose(&self) -> impl Iterator<Item = (crate::diag::Span, &str)> {
        let mut code = false;
        self.nodes().iter().filter_map(move |node| match node {
            Node::Open(Tag::CodeBlock) => {
                code = true;
                None
            }
            Node::Close(Tag::CodeBlock) => {
                code = false;
                None
            }
            Node::Text(piece) if !code => piece.span().map(|span| (span, self.str(*piece))),
            _ => None,
        })
    }
}

fn is_inline(tag: Tag) -> bool {
    matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Strike | Tag::Link(_) | Tag::Image(_))
}
