//! Headings: their braces as they close; levels and anchors once all are known.

use std::ops::Range;

use super::super::codes::{DUPLICATE_ANCHOR, UNKNOWN_HEADING_ATTRIBUTE};
use super::super::heading::{Anchors, Attributes, attributes, slug, split_braces};
use super::super::{Heading, Node, Piece, Tag};
use super::{Builder, next};
use crate::diag::{Diagnostic, Place};

impl Builder<'_> {
    pub(super) fn heading(&mut self, level: u8, range: &Range<usize>) -> Tag {
        let start = next(&self.nodes);
        self.headings.push(Heading {
            level,
            anchor: Piece::default(),
            minutes: None,
            nodes: start..start,
            span: self.trimmed(range),
        });
        self.wanted.push(None);
        Tag::Heading(next(&self.headings) - 1)
    }

    pub(super) fn end_heading(&mut self, index: usize) {
        let Some(Node::Text(last)) = self.nodes.last().copied() else { return };
        let text = last.of(self.text, &self.side);
        let Some((before, braces)) = split_braces(text) else { return };
        let escaped =
            before.is_empty() && last.span().is_some_and(|s| self.text[..s.start as usize].ends_with('\\'));
        if escaped {
            return;
        }
        let at = text.rfind('{').unwrap_or_default() + 1;
        let Attributes { minutes, anchor, unknown } = attributes(braces);
        for word in &unknown {
            let from = at + (word.as_ptr() as usize).wrapping_sub(braces.as_ptr() as usize);
            let span = last.part(from..from + word.len()).span().unwrap_or(self.headings[index].span);
            self.found.push(unknown_attribute(Place::new(self.file, span), word));
        }
        if unknown.is_empty() && (minutes.is_some() || anchor.is_some()) {
            let anchor =
                anchor.and_then(|a| text.find(&format!("#{a}")).map(|i| last.part(i + 1..i + 1 + a.len())));
            let rest = last.part(0..before.len());
            self.headings[index].minutes = minutes;
            self.wanted[index] = anchor;
            self.nodes.pop();
            if !rest.is_empty() {
                self.nodes.push(Node::Text(rest));
            }
        }
    }

    /// Whether the page's title is not the only heading of the first level.
    pub(super) fn is_demoted(&self) -> bool {
        self.headings.iter().any(|h| h.level == 1)
    }

    /// Levels and anchors, once all headings are known.
    pub(super) fn finish_headings(&mut self) {
        let demote = u8::from(self.is_demoted());
        let mut anchors = Anchors::default();
        for index in 0..self.headings.len() {
            let Some(wanted) = self.wanted[index] else { continue };
            if !anchors.claim(wanted.of(self.text, &self.side)) {
                let place = Place::new(self.file, wanted.span().unwrap_or_default());
                let message = "another heading of this page has the same anchor";
                self.found.push(Diagnostic::new(&DUPLICATE_ANCHOR, place, message).help("give one of them another anchor, or leave the braces out: it is then made from the words"));
            }
            self.headings[index].anchor = wanted;
        }
        for index in 0..self.headings.len() {
            self.headings[index].level = (self.headings[index].level + demote).min(6);
            if self.wanted[index].is_none() {
                let nodes = self.headings[index].nodes.clone();
                let words: String = self.nodes[nodes.start as usize..nodes.end as usize]
                    .iter()
                    .map(|n| self.text_of(*n))
                    .collect();
                let anchor = anchors.free(slug(&words));
                self.headings[index].anchor = self.piece(&anchor);
            }
        }
    }
}

fn unknown_attribute(place: Place, word: &str) -> Diagnostic {
    let found =
        Diagnostic::new(&UNKNOWN_HEADING_ATTRIBUTE, place, format!("a heading has no attribute `{word}`"));
    let key = word.split('=').next().unwrap_or(word);
    match word.split_once('=') {
        Some((_, value)) if key == "minutes" => found
            .label(format!("`{value}` is not a number of minutes"))
            .help("write a whole number: {minutes=5}"),
        Some((key, value)) if crate::diag::nearest(key, ["minutes"]).is_some() => {
            let mut found = found.help(format!("did you mean `minutes={value}`?"));
            found.suggestion = Some(crate::diag::Edit { place, text: format!("minutes={value}") });
            found.sure = crate::diag::is_clearly(key, "minutes", []);
            found
        }
        _ => found.help("it takes {minutes=5} and {#anchor}; to print braces, write \\{ and \\}"),
    }
}
