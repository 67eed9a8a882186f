//! Findings for people and machines: the one place where byte spans become lines and columns.
//!
//! Decides no severity and no exit status. Knows files only through [`Files`].

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{self, Write};

use super::{Diagnostic, FileId, Label, LineIndex, Place, Position, Severity, emit_human, emit_machine};

/// Findings of one code in one file that are shown; the others are counted.
const MOST_SHOWN: usize = 100;

/// What an emitter asks about files.
pub trait Files {
    /// As messages name it.
    fn name(&self, file: FileId) -> &str;
    /// Its text; empty where it was not read as text.
    fn text(&self, file: FileId) -> Cow<'_, str>;
    /// Whether it holds what participants wrote.
    fn private(&self, file: FileId) -> bool;
}

/// How findings are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Format {
    /// With the lines of the file, for a terminal.
    #[default]
    Human,
    /// One line each: `file:line:column: severity[code]: message`.
    Short,
    /// One JSON document.
    Json,
    /// SARIF 2.1.0, which code hosts read.
    Sarif,
    /// Workflow commands, which GitHub shows beside the changed lines.
    Github,
}

impl Format {
    /// As `--format` takes them.
    pub const WORDS: &'static [(&'static str, Self)] = &[
        ("human", Self::Human),
        ("short", Self::Short),
        ("json", Self::Json),
        ("sarif", Self::Sarif),
        ("github", Self::Github),
    ];
}

/// The choices of one emission.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// How.
    pub format: Format,
    /// Whether a terminal that shows colours reads it.
    pub colour: bool,
    /// Whether lines of files may be shown; without them, nothing that stands in a private file is.
    pub snippets: bool,
    /// Columns of the terminal.
    pub width: usize,
}

impl Default for Look {
    fn default() -> Self {
        Self { format: Format::Human, colour: false, snippets: true, width: 120 }
    }
}

/// Writes findings, which should be [sorted](super::sort), and for people a closing line.
pub fn emit(found: &[Diagnostic], files: &dyn Files, look: &Look, out: &mut dyn Write) -> io::Result<()> {
    let (shown, more) = limit(found);
    let shown: Vec<Diagnostic> = shown.into_iter().map(|one| discreet(one, files, look)).collect();
    let texts = texts(&shown, files);
    let at = Lines { lines: texts.iter().map(|(id, text)| (*id, LineIndex::new(text))).collect(), files };
    match look.format {
        Format::Json => return emit_machine::json(&shown, &at, found, out),
        Format::Sarif => return emit_machine::sarif(&shown, &at, out),
        Format::Github => return emit_machine::github(&shown, &at, out),
        Format::Human => emit_human::human(&shown, &texts, &at, look, out)?,
        Format::Short => short(&shown, &at, out)?,
    }
    for ((file, word), count) in more {
        writeln!(out, "{}: and {} more of `{word}`", files.name(file), grouped(count))?;
    }
    if !found.is_empty() {
        writeln!(out, "{}", summary(found))?;
    }
    Ok(())
}

/// "3 errors and 1 warning in 4 files".
pub fn summary(found: &[Diagnostic]) -> String {
    let count = |severity| several_of(found, severity);
    let parts: Vec<String> = [Severity::Error, Severity::Warning, Severity::Notice]
        .into_iter()
        .map(|severity| (count(severity), severity.word()))
        .filter(|(count, _)| *count > 0)
        .map(|(count, word)| several(count, word))
        .collect();
    let counts = match parts.as_slice() {
        [] => return "no findings".to_owned(),
        [one] => one.clone(),
        [first, second] => format!("{first} and {second}"),
        [first, middle @ .., last] => format!("{first}, {} and {last}", middle.join(", ")),
    };
    let mut of: Vec<FileId> = found.iter().map(|one| one.primary.place.file).collect();
    of.sort_unstable();
    of.dedup();
    format!("{counts} in {}", several(of.len(), "file"))
}

/// How many findings there are of a severity, those included that another stands for.
pub(super) fn several_of(found: &[Diagnostic], severity: Severity) -> usize {
    found.iter().filter(|one| one.severity == severity).map(|one| one.stands_for as usize).sum()
}

fn several(count: usize, word: &str) -> String {
    format!("{} {word}{}", grouped(count), if count == 1 { "" } else { "s" })
}

/// 12,345.
pub(super) fn grouped(count: usize) -> String {
    let digits = count.to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// Lines and columns of every file that findings name.
pub(super) struct Lines<'a> {
    lines: BTreeMap<FileId, LineIndex<'a>>,
    files: &'a dyn Files,
}

impl Lines<'_> {
    /// The name of a place's file.
    pub(super) fn name(&self, place: Place) -> &str {
        self.files.name(place.file)
    }

    /// Where a place starts.
    pub(super) fn start(&self, place: Place) -> Position {
        self.position(place.file, place.span.start)
    }

    /// Where it ends.
    pub(super) fn end(&self, place: Place) -> Position {
        self.position(place.file, place.span.end)
    }

    fn position(&self, file: FileId, byte: u32) -> Position {
        self.lines.get(&file).map_or(Position { line: 1, column: 1 }, |lines| lines.position(byte as usize))
    }
}

/// How many findings of a code in a file are not shown.
type More = BTreeMap<(FileId, &'static str), usize>;

fn limit(found: &[Diagnostic]) -> (Vec<&Diagnostic>, More) {
    let mut counts = More::new();
    let mut shown = Vec::new();
    for one in found {
        let count = counts.entry((one.primary.place.file, one.code.word)).or_default();
        *count += one.stands_for as usize;
        if *count <= MOST_SHOWN {
            shown.push(one);
        }
    }
    counts.retain(|_, count| *count > MOST_SHOWN);
    for count in counts.values_mut() {
        *count -= MOST_SHOWN;
    }
    (shown, counts)
}

/// A finding as it may be shown: without snippets, a private file gives away its code and line alone.
fn discreet(one: &Diagnostic, files: &dyn Files, look: &Look) -> Diagnostic {
    let mut one = one.clone();
    if look.snippets {
        return one;
    }
    one.related.retain(|label| !files.private(label.place.file));
    if files.private(one.primary.place.file) {
        one.code.says.trim_end_matches('.').clone_into(&mut one.message);
        (one.primary.text, one.help, one.suggestion) = (String::new(), None, None);
    }
    one
}

fn texts<'a>(shown: &[Diagnostic], files: &'a dyn Files) -> BTreeMap<FileId, Cow<'a, str>> {
    let places = shown.iter().flat_map(|one| {
        let edit = one.suggestion.iter().map(|edit| edit.place.file);
        std::iter::once(&one.primary).chain(&one.related).map(|label: &Label| label.place.file).chain(edit)
    });
    let ids: std::collections::BTreeSet<FileId> = places.collect();
    ids.into_iter().map(|id| (id, files.text(id))).collect()
}

fn short(shown: &[Diagnostic], at: &Lines<'_>, out: &mut dyn Write) -> io::Result<()> {
    for one in shown {
        writeln!(out, "{}", short_line(one, at))?;
    }
    Ok(())
}

/// `file:line:column: severity[code]: message`.
fn short_line(one: &Diagnostic, at: &Lines<'_>) -> String {
    let place = one.primary.place;
    let Position { line, column } = at.start(place);
    let message = one.message.replace(['\n', '\r'], " ");
    if at.name(place).is_empty() {
        return format!("{}[{}]: {message}", one.severity.word(), one.code.word);
    }
    format!("{}:{line}:{column}: {}[{}]: {message}", at.name(place), one.severity.word(), one.code.word)
}

#[cfg(test)]
#[path = "emit_tests.rs"]
mod tests;
