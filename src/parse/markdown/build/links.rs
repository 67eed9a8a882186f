//! Links, images, and embeds with the paragraphs that they end.

use std::ops::Range;

use pulldown_cmark::LinkType;

use super::super::{Embed, Image, Link, LinkKind, Node, Piece, Tag, link};
use super::{Builder, Skip, next};
use crate::diag::Span;

impl Builder<'_> {
    pub(super) fn link(&mut self, form: LinkType, to: &str, range: &Range<usize>) -> Tag {
        let span = Span::new(range.start, range.end);
        let whole = self.piece(to);
        let none = Piece::default();
        let mut link =
            Link { kind: LinkKind::Mail, word: none, target: whole, fragment: none, labelled: true, span };
        match form {
            LinkType::WikiLink { has_pothole } => {
                // In a table the bar is written `\|`, and its backslash stays on the target.
                let to = to.strip_suffix('\\').unwrap_or(to);
                (link.word, link.target, link.fragment) = link::wiki(to, whole);
                link.labelled = has_pothole;
                link.kind = if to.starts_with('#') { LinkKind::Anchor } else { LinkKind::Wiki };
                if !has_pothole {
                    self.skip = Skip::Label;
                }
            }
            LinkType::Email => {}
            _ => (link.kind, link.target, link.fragment) = link::sort(to, whole),
        }
        self.links.push(link);
        Tag::Link(next(&self.links) - 1)
    }

    pub(super) fn image(&mut self, to: &str, title: &str, range: &Range<usize>) -> Tag {
        let whole = self.piece(to);
        let (kind, target, _) = link::sort(to, whole);
        let title = self.piece(title);
        self.images.push(Image {
            kind,
            target,
            title,
            described: false,
            span: Span::new(range.start, range.end),
        });
        Tag::Image(next(&self.images) - 1)
    }

    pub(super) fn embed(&mut self, to: &str, range: Range<usize>) {
        let to = to.strip_suffix('\\').unwrap_or(to);
        let whole = self.piece(to);
        let (mut word, mut target, _) = link::wiki(to, whole);
        if word.is_empty() && !to.contains(':') {
            (word, target) = (target, word);
        }
        let in_block =
            matches!(self.open.last(), None | Some((Tag::Paragraph | Tag::Item | Tag::Meaning, _)));
        let alone = in_block && self.alone(&range);
        self.embeds.push(Embed { word, target, alone, span: Span::new(range.start, range.end) });
        self.skip = Skip::Embed;
        if alone {
            self.embed_block(next(&self.embeds) - 1);
        }
    }

    /// Whether nothing but the marks of a list or quotation, or a bold label, stands on the line as well.
    fn alone(&self, range: &Range<usize>) -> bool {
        // Marks and labels are short; a line may be as long as the file.
        let near = self.text.floor_char_boundary(range.start.saturating_sub(200));
        let line = match self.text[near..range.start].rfind('\n') {
            Some(at) => near + at + 1,
            None if near == 0 => 0,
            None => return false,
        };
        let before = self.text[line..range.start].trim_start_matches(|c: char| {
            c.is_whitespace() || c.is_ascii_digit() || matches!(c, '>' | '-' | '+' | '.' | ')' | ':')
        });
        let before = before.strip_prefix("* ").unwrap_or(before).trim().trim_end_matches(':');
        let label =
            before.strip_prefix("**").and_then(|b| b.strip_suffix("**")).is_some_and(|b| !b.contains("**"));
        let after = self.text[range.end..].trim_start_matches([' ', '\t', '\r']);
        (before.is_empty() || label) && (after.is_empty() || after.starts_with('\n'))
    }

    /// An embed is a block: it ends the paragraph in which it stands.
    pub(super) fn embed_block(&mut self, index: u32) {
        while let Some(last) = self.nodes.last().copied() {
            let blank = matches!(last, Node::Soft | Node::Hard)
                || matches!(last, Node::Text(_)) && self.text_of(last).trim().is_empty();
            if !blank {
                break;
            }
            self.nodes.pop();
        }
        if matches!(self.open.last(), Some((Tag::Paragraph, _))) && !self.broken {
            self.broken = true;
            if self.nodes.last() == Some(&Node::Open(Tag::Paragraph)) {
                self.nodes.pop();
            } else {
                self.nodes.push(Node::Close(Tag::Paragraph));
            }
        }
        self.nodes.push(Node::Embed(index));
    }
}
