//! Cues and footnotes.

use std::ops::Range;

use super::super::{CueLabel, CueMark, Node, Note, Tag};
use super::{Builder, next};

impl Builder<'_> {
    pub(super) fn cue(&mut self, opened: u32, range: &Range<usize>) {
        let first = matches!(self.open.as_slice(), [(Tag::Paragraph, paragraph)] if paragraph + 1 == opened);
        let [Node::Open(Tag::Strong), Node::Text(piece)] = self.nodes[opened as usize..] else { return };
        let text = piece.of(self.text, &self.side);
        let words = text.trim_end().strip_suffix(':');
        if !first || words.is_none() && !self.text[range.end..].starts_with(':') {
            return;
        }
        let words = words.unwrap_or(text).trim_end();
        if let Some(label) = CueLabel::from_words(words) {
            let words = piece.part(0..words.len());
            self.cues.push(CueMark { label, paragraph: opened - 1, body: opened + 3, words });
        }
    }

    pub(super) fn note(&mut self, label: &str) -> u32 {
        let fresh = next(&self.notes);
        let index = *self.labels.entry(label.to_lowercase()).or_insert(fresh);
        if index == fresh {
            self.notes.push(Note::default());
        }
        index
    }

    /// Numbers the footnotes in the order in which the text refers to them; the rest come last.
    pub(super) fn number_notes(&mut self) {
        let mut order: Vec<u32> = Vec::new();
        for (at, node) in self.nodes.iter_mut().enumerate() {
            if let Node::NoteRef(note, use_of) = node {
                let uses = &mut self.notes[*note as usize].uses;
                *use_of = *uses;
                *uses += 1;
                if *uses == 1 {
                    self.notes[*note as usize].first = u32::try_from(at).unwrap_or(u32::MAX);
                    order.push(*note);
                }
            }
        }
        order.extend((0..next(&self.notes)).filter(|n| self.notes[*n as usize].uses == 0));
        let mut place = vec![0_u32; self.notes.len()];
        for (to, from) in order.iter().enumerate() {
            place[*from as usize] = u32::try_from(to).unwrap_or(u32::MAX);
        }
        for node in &mut self.nodes {
            match node {
                Node::NoteRef(note, _) | Node::Open(Tag::Note(note)) | Node::Close(Tag::Note(note)) => {
                    *note = place[*note as usize];
                }
                _ => {}
            }
        }
        self.notes = order.iter().map(|from| std::mem::take(&mut self.notes[*from as usize])).collect();
    }
}
