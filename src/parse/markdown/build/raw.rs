//! Raw HTML: its places are kept for the rules, its text for the page, the rest is dropped.

use std::ops::Range;

use super::super::html::unescape;
use super::super::{Node, Tag};
use super::Builder;
use crate::diag::Span;

impl Builder<'_> {
    pub(super) fn html_line(&mut self, line: &str, range: &Range<usize>) {
        let mut texts = Vec::new();
        let tags = self.strip.line(line, |text, anew| texts.push((text, anew)));
        if tags {
            let span = self.trimmed(range);
            self.html.push(span);
        }
        for (text, anew) in texts {
            if anew {
                self.end_html();
            }
            let text = if self.in_html { text } else { text.trim_start() };
            let piece = match unescape(text) {
                Some(read) => self.piece(&read),
                None => self.piece(text),
            };
            if !std::mem::replace(&mut self.in_html, true) {
                self.nodes.push(Node::Open(Tag::Paragraph));
            }
            self.nodes.push(Node::Text(piece));
        }
    }

    /// Ends the paragraph that the text of HTML has begun.
    pub(super) fn end_html(&mut self) {
        if std::mem::take(&mut self.in_html) {
            self.nodes.push(Node::Close(Tag::Paragraph));
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
