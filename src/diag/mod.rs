//! Diagnostics as values: what is wrong, where, and what to do about it.
//!
//! Every stage pushes [`Diagnostic`]s and goes on; only the emitters in this folder turn byte spans
//! into lines and columns. This module knows no entity of the program.

mod apply;
mod baseline;
mod code;
mod emit;
mod emit_human;
mod emit_machine;
mod lines;

use serde::{Deserialize, Serialize};

pub use apply::{apply, edits, sure_edits};
pub use baseline::{Baseline, Compared};
pub use code::{Code, Severity};
pub use emit::{Files, Format, Look, emit, summary};

pub use lines::{LineIndex, Position};

/// A file of the content folder: its index in the list that the scan returned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct FileId(pub u32);

impl FileId {
    /// No file: for what is missing.
    pub const NONE: Self = Self(u32::MAX);
}

/// A range of bytes in one file, end exclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// From byte offsets of any width; files are at most 5 MB (rows: 4 GB), so they fit.
    pub fn new(start: usize, end: usize) -> Self {
        let clamp = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Self { start: clamp(start), end: clamp(end) }
    }

    /// As a range of `usize`, for slicing.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// Where something stands: a file and a span of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct Place {
    /// The file.
    pub file: FileId,
    /// The bytes.
    pub span: Span,
}

impl Place {
    /// A span of a file.
    pub fn new(file: FileId, span: Span) -> Self {
        Self { file, span }
    }

    /// The start of a file, for what concerns it as a whole.
    pub fn whole(file: FileId) -> Self {
        Self { file, span: Span::default() }
    }
}

/// A place with a few words about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Label {
    /// Where.
    pub place: Place,
    /// What to say there; may be empty.
    pub text: String,
}

/// A mend that can be applied as it stands: replace the bytes of `place` by `text`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edit {
    /// What to replace.
    pub place: Place,
    /// By what.
    pub text: String,
}

/// One finding about the input.
#[derive(Debug, Clone)]
pub struct Diagnostic {
    /// Its stable code with the document that `explain` prints.
    pub code: &'static Code,
    /// The code's severity, unless `--strict` or the rule itself says otherwise.
    pub severity: Severity,
    /// What is wrong, in a coordinator's words, without a full stop.
    pub message: String,
    /// The value that is wrong.
    pub primary: Label,
    /// Other places that matter, such as the first use of an id.
    pub related: Vec<Label>,
    /// What to do about it.
    pub help: Option<String>,
    /// A mend that can be applied as it stands.
    pub suggestion: Option<Edit>,
    /// Whether it is the only sensible mend: `check --fix` makes no others, for a wrong guess hides the mistake.
    pub sure: bool,
    /// How many findings of its code in its file it stands for: 1, unless there were too many to tell.
    pub stands_for: u32,
}

impl Diagnostic {
    /// A finding of this code at a place.
    pub fn new(code: &'static Code, place: Place, message: impl Into<String>) -> Self {
        Self {
            code,
            severity: code.severity,
            message: message.into(),
            primary: Label { place, text: String::new() },
            related: Vec::new(),
            help: None,
            suggestion: None,
            sure: false,
            stands_for: 1,
        }
    }

    /// Words beside the caret.
    #[must_use]
    pub fn label(mut self, text: impl Into<String>) -> Self {
        self.primary.text = text.into();
        self
    }

    /// The remedy.
    #[must_use]
    pub fn help(mut self, text: impl Into<String>) -> Self {
        self.help = Some(text.into());
        self
    }

    /// Another place that matters.
    #[must_use]
    pub fn also(mut self, place: Place, text: impl Into<String>) -> Self {
        self.related.push(Label { place, text: text.into() });
        self
    }

    /// "Did you mean": the help names the nearest of `known`, and the primary place can be replaced by it.
    #[must_use]
    pub fn nearest<'a>(self, wrong: &str, known: impl IntoIterator<Item = &'a str>) -> Self {
        let place = self.primary.place;
        match nearest(wrong, known) {
            Some(near) => {
                let near = near.to_owned();
                let mut this = self.help(format!("did you mean `{near}`?"));
                this.suggestion = Some(Edit { place, text: near });
                this
            }
            None => self,
        }
    }

    /// The key by which findings are ordered: file, span, code.
    pub fn key(&self) -> (FileId, Span, &'static str, &str) {
        (self.primary.place.file, self.primary.place.span, self.code.word, &self.message)
    }
}

/// The known word nearest to a wrong one, when it is near enough to be meant.
pub fn nearest<'a>(wrong: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wrong = wrong.to_lowercase();
    known
        .into_iter()
        .map(|word| (strsim::jaro_winkler(&wrong, &word.to_lowercase()), word))
        .filter(|(likeness, _)| *likeness > 0.82)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, word)| word)
}

/// Whether a wrong word can only be that known one: hardly a letter differs, and no other known word is near.
pub fn is_clearly<'a>(wrong: &str, meant: &str, known: impl IntoIterator<Item = &'a str>) -> bool {
    let wrong = wrong.to_lowercase();
    let distance = |word: &str| strsim::osa_distance(&wrong, &word.to_lowercase());
    let least = distance(meant);
    let other = known.into_iter().filter(|word| *word != meant).map(distance).min();
    least * 4 <= meant.chars().count() && least <= 2 && other.is_none_or(|other| other >= least + 2)
}

/// Sorts findings and drops exact repetitions.
pub fn sort(found: &mut Vec<Diagnostic>) {
    found.sort_by(|a, b| a.key().cmp(&b.key()));
    found.dedup_by(|a, b| a.key() == b.key());
}

#[cfg(test)]
mod tests {
    #[test]
    fn only_a_slip_that_can_mean_one_word_is_clear() {
        let known = ["from_week", "to_week", "one", "other", "mentor", "mentee", "script"];
        let cases = [
            ("to_weak", "to_week", true),
            ("Script", "script", true),
            ("mente", "mentee", false),
            ("mentor mentee", "mentor", false),
            ("description", "script", false),
            ("on", "one", false),
        ];
        for (wrong, meant, clear) in cases {
            assert_eq!(super::is_clearly(wrong, meant, known), clear, "{wrong}");
        }
    }
}
