//! Says in a coordinator's words why a file is not YAML, and how to mend what people really write.
//!
//! The guesses stand in `guess`. One that can be applied counts only if the file then reads further, so a
//! suggestion here is never a useless one.

use super::codes::{SEVERAL_DOCUMENTS, YAML_ALIAS, YAML_SYNTAX};
use super::guard::too_deep;
use super::guess::{GUESSES, Guess, open_quote_at};
use super::line::{Line, Written, in_quotes};
use super::values;
use crate::diag::{Diagnostic, Edit, FileId, Place, Span};

/// A broken file, and where `serde_yaml` gave up.
pub(super) struct Broken<'t> {
    file: FileId,
    pub text: &'t str,
    /// The byte at which reading stopped.
    pub at: usize,
    /// What was being read, where the reader says so: the start of a quote or bracket.
    context: Option<usize>,
    /// The reader's own words.
    pub words: String,
}

/// The finding for an error of `serde_yaml`.
pub(super) fn explain(file: FileId, text: &str, error: &serde_yaml::Error) -> Diagnostic {
    let words = error.to_string();
    if words.contains("more than one document") {
        let message = "this file holds more than one YAML document";
        return Diagnostic::new(&SEVERAL_DOCUMENTS, Place::whole(file), message)
            .help("look for a line `---` or for text before the first key, and remove it");
    }
    if words.contains("repetition limit") {
        return Diagnostic::new(
            &YAML_ALIAS,
            Place::whole(file),
            "aliases repeat too many values in this file",
        )
        .help("write the values out where they are used");
    }
    let at = boundary(text, error.location().map_or(0, |l| l.index()));
    if words.contains("recursion limit") {
        return too_deep(Place::new(file, Span::new(at, at)));
    }
    let context = words.split_once(", while").and_then(|(_, context)| offset(text, context));
    let broken = Broken { file, text, at, context, words };
    broken.guess().unwrap_or_else(|| broken.fallback())
}

impl<'t> Broken<'t> {
    fn guess(&self) -> Option<Diagnostic> {
        let here = Line::at(
            self.text,
            if self.at >= self.text.trim_end().len() { self.text.trim_end().len() } else { self.at },
        );
        let mut lines: Vec<Line<'t>> = Vec::new();
        if self.words.contains("simple key") {
            lines.extend(self.context.map(|at| Line::at(self.text, at)));
        }
        lines.push(here);
        lines.extend(here.above(self.text));
        lines.extend(self.context.map(|at| Line::at(self.text, at)));
        // The unfinished quote or bracket that the reader names is surer than any look at the lines.
        let sure = self.named_quote();
        let guesses = lines.iter().flat_map(|line| {
            let made =
                |(sure, guess): &(bool, Guess)| Some(Diagnostic { sure: *sure, ..guess(self, *line)? });
            GUESSES.iter().filter_map(made)
        });
        sure.into_iter().chain(guesses).find(|finding| self.holds(finding)).or_else(|| self.named_bracket())
    }

    /// Whether the file reads further with the suggestion applied.
    pub(super) fn holds(&self, finding: &Diagnostic) -> bool {
        let Some(edit) = &finding.suggestion else { return true };
        let range = edit.place.span.range();
        let mended = format!("{}{}{}", &self.text[..range.start], edit.text, &self.text[range.end..]);
        match values::read(&mended) {
            Ok(_) => true,
            Err(error) => {
                let reached = self.text.len() - self.at;
                let left = mended.len().saturating_sub(error.location().map_or(0, |l| l.index()));
                left < reached && error.location().is_some()
            }
        }
    }

    pub(super) fn say(&self, start: usize, end: usize, message: &str, help: &str) -> Diagnostic {
        let place = Place::new(self.file, Span::new(start, end.max(start)));
        Diagnostic::new(&YAML_SYNTAX, place, message).help(help)
    }

    pub(super) fn mend(&self, finding: Diagnostic, start: usize, end: usize, text: String) -> Diagnostic {
        let place = Place::new(self.file, Span::new(start, end));
        Diagnostic { suggestion: Some(Edit { place, text }), ..finding }
    }

    pub(super) fn quote(&self, value: Written<'_>, message: &str) -> Diagnostic {
        let finding = self.say(value.start, value.end(), message, "put quotes around the whole value");
        self.mend(finding, value.start, value.end(), in_quotes(value.text))
    }

    fn named_quote(&self) -> Option<Diagnostic> {
        let at = self
            .context
            .filter(|_| self.words.contains("quoted scalar") && self.words.contains("unexpected"))?;
        let finding = open_quote_at(self, at, Line::at(self.text, at));
        Some(Diagnostic { sure: true, ..finding })
    }

    fn named_bracket(&self) -> Option<Diagnostic> {
        let at = self.context.filter(|_| self.words.contains("flow"))?;
        let (bracket, closing) = match self.text[at..].chars().next()? {
            '[' => ('[', "]"),
            '{' => ('{', "}"),
            _ => return None,
        };
        let message = format!("the bracket `{bracket}` that opens here is not closed as it should be");
        let help = "separate its items by commas, close it, and put quotes around items with : # [ ] { } or , in them";
        let line = Line::at(self.text, at);
        let finding = self.say(at, at + 1, &message, help);
        let end = line.start + line.text.trim_end().len();
        let closed = self.mend(finding.clone(), end, end, closing.to_owned());
        if self.holds(&closed) {
            return Some(closed);
        }
        let stop = self.at.min(self.text.trim_end().len());
        let other_line = Line::at(self.text, stop).start != line.start;
        let place = Place::new(self.file, Span::new(stop, stop));
        Some(if other_line { finding.also(place, "reading stopped here") } else { finding })
    }

    fn fallback(&self) -> Diagnostic {
        let line = Line::at(self.text, self.at);
        let end = self.at.max(line.start + line.text.trim_end().len());
        let reason = self.words.split(" at line ").next().unwrap_or_default();
        let message = format!("this cannot be read as YAML: {reason}");
        self.say(
            self.at,
            end,
            &message,
            "look at the indentation, the quotes and the colons of this line and the one above",
        )
    }
}

/// The byte of "… at line 3 column 5", whose column counts characters.
fn offset(text: &str, words: &str) -> Option<usize> {
    let rest = words.split_once("at line ")?.1;
    let (line, column) = rest.split_once(" column ")?;
    let line: usize = line.parse().ok()?;
    let column: usize = column.trim_end_matches(|c: char| !c.is_ascii_digit()).parse().ok()?;
    let start = match line.checked_sub(2) {
        None => 0,
        Some(nth) => text.match_indices('\n').nth(nth)?.0 + 1,
    };
    let within = text[start..].char_indices().nth(column.checked_sub(1)?);
    Some(within.map_or(text.len(), |(at, _)| start + at))
}

fn boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
