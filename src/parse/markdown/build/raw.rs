//! Raw HTML: its places are kept for the rules, its text for the page, the rest is dropped.

use std::ops::Range;

use super::super::html::unescape;
use super::super::{Node, Tag};
use super::Builder;
use crate::diag::Span;

impl Builder<'_> {
    pub(super) fn html_line(&mut self, line: &str, range: &Range<usize>) {
        let mut texts = Vec::new();
        let tags = self.strip.line(line, |text| texts.push(text));
        if tags {
            let span = self.trimmed(range);
            self.html.push(span);
        }
        for text in texts {
            let piece = match unescape(text) {
                Some(read) => self.piece(&read),
                None => self.piece(text),
            };
            self.nodes.push(if self.in_html { Node::Soft } else { Node::Open(Tag::Paragraph) });
            self.in_html = true;
            self.nodes.push(Node::Text(piece));
        }
    }

    pub(super) fn inline_html(&mut self, tag: &str, range: &Range<usize>) {
        let name = tag.trim_start_matches('<').trim_end_matches(['>', '/']).trim_end();
        if name.eq_ignore_ascii_case("br") {
            // The one thing that Markdown cannot say within a table.
            return self.line_break(Node::Hard);
        }
        if tag.starts_with("<!--") {
            return;
        }
        let last = self.html.last().map_or(0, |span| span.end as usize);
        if last == 0 || self.text.get(last..range.start).is_none_or(|between| between.contains('\n')) {
            self.html.push(Span::new(range.start, range.end));
        }
    }
}
