//! Headings: attributes, anchors, levels.

use std::collections::HashMap;
use std::ops::Range;

use super::Piece;
use crate::diag::Span;

/// A heading.
#[derive(Debug, Clone)]
pub struct Heading {
    /// From 1 to 6; where a text holds a `#`, all have moved down one.
    pub level: u8,
    /// Its anchor, without `#`; unique in the text.
    pub anchor: Piece,
    /// The minutes of a step.
    pub minutes: Option<u32>,
    /// Its nodes, with those that open and close it.
    pub nodes: Range<u32>,
    /// Where it stands.
    pub span: Span,
}

/// The anchor that GitHub makes from a heading's words, before it is made unique.
pub fn slug(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.trim().chars() {
        match c {
            ' ' => out.push('-'),
            '-' | '_' => out.push(c),
            _ if c.is_alphanumeric() || is_combining(c) => out.extend(c.to_lowercase()),
            _ => {}
        }
    }
    out
}

/// Accents that are written as characters of their own.
fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{900}'..='\u{dff}' | '\u{200d}')
}

/// The anchors given out so far, each with the last number that was put after it.
#[derive(Debug, Default)]
pub(super) struct Anchors(HashMap<String, u32>);

impl Anchors {
    /// Takes an anchor as it is; `false` if it is taken.
    pub(super) fn claim(&mut self, anchor: &str) -> bool {
        self.0.insert(anchor.to_owned(), 0).is_none()
    }

    /// A free anchor: the wanted one, or with the first free number after it.
    pub(super) fn free(&mut self, wanted: String) -> String {
        let wanted = if wanted.is_empty() { "section".to_owned() } else { wanted };
        let mut number = self.0.get(&wanted).copied();
        let mut anchor = wanted.clone();
        while let Some(last) = number.filter(|_| self.0.contains_key(&anchor)) {
            anchor = format!("{wanted}-{}", last + 1);
            number = Some(last + 1);
        }
        self.0.insert(wanted, number.unwrap_or(0));
        self.0.entry(anchor.clone()).or_insert(0);
        anchor
    }
}

/// What stands in the braces at the end of a heading.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Attributes<'t> {
    /// `minutes=5`.
    pub(super) minutes: Option<u32>,
    /// `#who-to-ask`.
    pub(super) anchor: Option<&'t str>,
    /// Words that are neither.
    pub(super) unknown: Vec<&'t str>,
}

/// Splits the last text of a heading into its words and its braces.
pub(super) fn split_braces(text: &str) -> Option<(&str, &str)> {
    let inner = text.trim_end().strip_suffix('}')?;
    let (before, braces) = inner.rsplit_once('{')?;
    Some((before.trim_end(), braces))
}

/// Reads what stands in the braces.
pub(super) fn attributes(braces: &str) -> Attributes<'_> {
    let mut all = Attributes::default();
    for word in braces.split_whitespace() {
        let minutes = word.strip_prefix("minutes=").and_then(|n| n.trim_matches('"').parse().ok());
        let anchor = word.strip_prefix('#').filter(|anchor| is_anchor(anchor));
        match (minutes, anchor) {
            (Some(n), _) if all.minutes.is_none() && n <= 24 * 60 => all.minutes = Some(n),
            (_, Some(_)) if all.anchor.is_none() => all.anchor = anchor,
            _ => all.unknown.push(word),
        }
    }
    all
}

fn is_anchor(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.'))
}
