//! Annotations in YAML files of cases: what must be found on the line above.
//!
//! ```yaml
//! kind: mid-point
//! #     ^^^^^^^^^ error[unknown-value]: `mid-point` is not
//! #  ~ warning[doubt]      (anywhere on that line)
//! ```

use mentorbook::diag::{Diagnostic, FileId, LineIndex, Position};
use mentorbook::source::Sources;

/// A finding that a case expects.
#[derive(Debug)]
pub struct Expected {
    pub file: FileId,
    pub line: usize,
    /// First and last-but-one column; `None` for anywhere on the line.
    pub columns: Option<(usize, usize)>,
    pub severity: String,
    pub code: String,
    /// What the message starts with.
    pub message: String,
}

impl Expected {
    /// Whether a finding is this one. A finding over several lines counts to the end of its first.
    pub fn is(&self, one: &Diagnostic, sources: &Sources) -> bool {
        let place = one.primary.place;
        if place.file != self.file || one.code.word != self.code || one.severity.word() != self.severity {
            return false;
        }
        let text = &sources.get(place.file).unwrap().text;
        let lines = LineIndex::new(text);
        let Position { line, column } = lines.position(place.span.start as usize);
        let marked = text[place.span.range()].lines().next().unwrap_or_default().trim_end();
        let span = (column, column + marked.chars().count().max(1));
        line == self.line && self.columns.is_none_or(|c| c == span) && one.message.starts_with(&self.message)
    }
}

/// All annotations of the YAML files.
pub fn read(sources: &Sources) -> Vec<Expected> {
    let mut all = Vec::new();
    for (file, source) in sources.iter() {
        let mut last = 0;
        for (i, text) in source.text.lines().enumerate() {
            match annotation(text) {
                Some((columns, rest)) => all.push(expected(file, last, columns, rest)),
                None => last = i + 1,
            }
        }
    }
    all
}

type Columns = Option<(usize, usize)>;

fn annotation(line: &str) -> Option<(Columns, &str)> {
    let rest = line.trim_start().strip_prefix('#')?;
    let marks = rest.trim_start();
    if let Some(rest) = marks.strip_prefix("~ ") {
        return is_finding(rest).then_some((None, rest));
    }
    let width = marks.len() - marks.trim_start_matches('^').len();
    let rest = marks[width..].trim_start();
    if width == 0 || !is_finding(rest) {
        return None;
    }
    let before = line.len() - marks.len();
    let start = line[..before].chars().count() + 1;
    Some((Some((start, start + width)), rest))
}

fn is_finding(rest: &str) -> bool {
    ["error[", "warning[", "notice["].iter().any(|start| rest.starts_with(start))
}

fn expected(file: FileId, line: usize, columns: Columns, rest: &str) -> Expected {
    let (severity, rest) = rest.split_once('[').unwrap();
    let (code, message) = rest.split_once(']').expect("`]` after the code");
    let message = message.trim_start_matches(':').trim();
    let (severity, code, message) = (severity.to_owned(), code.to_owned(), message.to_owned());
    Expected { file, line, columns, severity, code, message }
}
