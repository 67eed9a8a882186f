//! A row file as columns and records, read once from start to end; places are found again when asked for.
//!
//! Knows CSV and YAML, and nothing of what a column means.

use std::sync::Arc;

use csv::StringRecord;

use super::codes::ROWS_UNREADABLE;
use super::quotes::{self, Written};
use crate::diag::{Diagnostic, FileId, Place, Span};
use crate::model::{Node, Value};
use crate::parse::yaml;

/// A file with its column names.
pub(super) struct Table {
    pub file: FileId,
    pub columns: Vec<String>,
    text: Arc<str>,
    form: Form,
}

/// A row as it is read.
pub(super) struct Record<'r> {
    /// The byte at which it starts.
    pub at: u32,
    pub cells: &'r StringRecord,
    /// Why it cannot be told which cells are its own.
    pub torn: Option<Torn>,
}

/// A row that cannot be taken apart.
pub(super) struct Torn {
    pub place: Place,
    pub message: String,
    pub help: &'static str,
}

/// What may stand between cells, the likeliest first.
const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];

/// Bytes of any file that may be read a second time.
const MOST_AGAIN: usize = 64 * 1024 * 1024;

const CLOSE_IT: &str = "close it at the end of its cell; where it is part of the text, write it twice and put quotation \
                        marks around the whole cell";

enum Form {
    /// The separator, where the line of column names begins, and where it ends.
    Csv(u8, usize, usize),
    /// Each row, in the order of the file.
    Yaml(Vec<Node>),
}

impl Table {
    /// Reads the first line of CSV, or all of YAML.
    pub fn open(file: FileId, path: &str, text: &Arc<str>, found: &mut Vec<Diagnostic>) -> Option<Self> {
        if path.strip_suffix(".yaml").is_some() {
            Self::yaml(file, text, found)
        } else {
            Self::csv(file, text, found)
        }
    }

    fn csv(file: FileId, text: &Arc<str>, found: &mut Vec<Diagnostic>) -> Option<Self> {
        let bytes = text.as_bytes();
        // Some spreadsheets announce their separator in a line before the names.
        let start = if text.starts_with("sep=") { quotes::line_end(bytes, 0) } else { 0 };
        let start = quotes::skip_breaks(bytes, start);
        if text[start..].trim().is_empty() {
            let message = "this file is empty: it has no line of column names";
            let help = "export it again; a file of which nothing is known yet holds its column names alone";
            found.push(Diagnostic::new(&ROWS_UNREADABLE, Place::whole(file), message).help(help));
            return None;
        }
        let separator = separator(&text[start..quotes::line_end(bytes, start)]);
        let Written { cells, end, tear, .. } = quotes::record(bytes, start, separator);
        let form = Form::Csv(separator, start, end);
        let mut this = Self { file, columns: Vec::new(), text: Arc::clone(text), form };
        if let Some(at) = tear {
            let place = Place::new(file, Span::new(at, at + 1));
            let message = "a quotation mark is opened in the line of column names and not closed there";
            found.push(Diagnostic::new(&ROWS_UNREADABLE, place, message).help(CLOSE_IT));
            return None;
        }
        let trimmed = |name: &str| name.trim().to_owned();
        // To prepare a reader takes longer than to read a small file, and plain names need none.
        let line = &text[start..end];
        this.columns = if line.is_ascii() && !line.contains('"') {
            cells.into_iter().map(|cell| trimmed(&text[cell])).collect()
        } else {
            let mut header = StringRecord::new();
            this.reader(separator, start).read_record(&mut header).unwrap_or(false);
            header.iter().map(trimmed).collect()
        };
        Some(this)
    }

    fn yaml(file: FileId, text: &Arc<str>, found: &mut Vec<Diagnostic>) -> Option<Self> {
        let node = yaml::parse(file, text, found)?;
        let rows = match node.value {
            Value::List(rows) => rows,
            Value::Null => Vec::new(),
            _ => {
                let place = Place::new(file, node.span);
                let message = "a row file in YAML is a list of rows";
                let help = "begin each row with a hyphen: `- match: m01`";
                found.push(Diagnostic::new(&ROWS_UNREADABLE, place, message).help(help));
                return None;
            }
        };
        let mut columns: Vec<String> = Vec::new();
        for row in &rows {
            let Value::Map(entries) = &row.value else { continue };
            for entry in entries {
                if !columns.iter().any(|name| **name == *entry.key) {
                    columns.push(entry.key.to_string());
                }
            }
        }
        Some(Self { file, columns, text: Arc::clone(text), form: Form::Yaml(rows) })
    }

    fn reader(&self, separator: u8, start: usize) -> csv::Reader<&[u8]> {
        let bytes = &self.text.as_bytes()[start..];
        csv::ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(bytes)
    }

    /// Whether cells that are not written count as empty ones.
    pub fn is_sparse(&self) -> bool {
        matches!(self.form, Form::Yaml(_))
    }

    /// Visits each row; rows of nothing but separators are no rows.
    pub fn each(&self, mut visit: impl FnMut(Record)) {
        match &self.form {
            Form::Csv(separator, _, header) => self.each_of_csv(*separator, *header, &mut visit),
            Form::Yaml(rows) => {
                for row in rows {
                    let cells: StringRecord = self
                        .columns
                        .iter()
                        .map(|name| row.get(name).map(|n| self.written(n)).unwrap_or_default())
                        .collect();
                    let is_map = matches!(row.value, Value::Map(_));
                    let torn = (!is_map).then(|| Torn {
                        place: Place::new(self.file, row.span),
                        message: "this row names no columns".to_owned(),
                        help: "each row of the list takes keys and values: `match: m01`",
                    });
                    visit(Record { at: row.span.start, cells: &cells, torn });
                }
            }
        }
    }

    /// A row that a quotation mark joins with the next ones counts as one faulty line, and reading goes on below
    /// it: a single wrong mark must not take the rest of the file along.
    fn each_of_csv(&self, separator: u8, header: usize, visit: &mut impl FnMut(Record)) {
        let bytes = self.text.as_bytes();
        let mut from = header;
        // Reading again is bounded, so that no file takes forever.
        let mut spare = MOST_AGAIN.max(2 * bytes.len());
        let mut cells = StringRecord::new();
        'again: loop {
            let mut reader = self.reader(separator, from);
            let mut end = from;
            while reader.read_record(&mut cells).unwrap_or(false) {
                let begin = quotes::skip_breaks(bytes, end);
                end = from + usize::try_from(reader.position().byte()).unwrap_or_default();
                let at = u32::try_from(begin).unwrap_or(u32::MAX);
                let marked = bytes.get(begin..end).is_some_and(|row| row.contains(&b'"'));
                let written = marked.then(|| quotes::record(bytes, begin, separator));
                if let Some((tear, written)) = written.and_then(|written| Some((written.tear?, written))) {
                    let next = quotes::line_end(bytes, begin);
                    let again = next < written.end && spare > written.end - begin;
                    visit(Record { at, cells: &cells, torn: Some(self.torn(&written, tear, again)) });
                    if again {
                        spare -= written.end - begin;
                        from = next;
                        continue 'again;
                    }
                } else if cells.iter().any(|cell| !cell.trim().is_empty()) {
                    visit(Record { at, cells: &cells, torn: None });
                }
            }
            return;
        }
    }

    fn torn(&self, written: &Written, tear: usize, again: bool) -> Torn {
        let joined = self.text[tear..written.end].matches('\n').count();
        let mut message = match (written.is_open, joined) {
            (true, _) => "a quotation mark is opened here and never closed".to_owned(),
            (false, 0) => "a quotation mark is opened here and closed in the middle of a text".to_owned(),
            (false, 1) => "a quotation mark is opened here and closed only in the next line".to_owned(),
            (false, lines) => format!("a quotation mark is opened here and closed only {lines} lines below"),
        };
        if joined > 0 && !again {
            message += "; all of it is left out";
        }
        Torn { place: Place::new(self.file, Span::new(tear, tear + 1)), message, help: CLOSE_IT }
    }

    /// A YAML value as a cell: a list is joined as it would be in CSV, anything else that is no plain value
    /// stays as it is written, for no column takes it.
    fn written(&self, node: &Node) -> String {
        let as_it_is = || self.text.get(node.span.range()).unwrap_or("{}").to_owned();
        match &node.value {
            Value::Bool(yes) => (if *yes { "yes" } else { "no" }).to_owned(),
            Value::List(items) => {
                let items: Option<Vec<String>> = items.iter().map(Node::scalar).collect();
                items.map_or_else(as_it_is, |items| items.join(";"))
            }
            _ => node.scalar().unwrap_or_else(as_it_is),
        }
    }

    /// A cell of the row that starts at a byte; the last one where there are fewer.
    pub fn cell(&self, row: u32, column: usize) -> Place {
        let span = match &self.form {
            Form::Csv(separator, ..) => {
                let written = quotes::record(self.text.as_bytes(), row as usize, *separator);
                let cell = written.cells.get(column).or(written.cells.last());
                cell.map(|cell| self.inner(cell.start, cell.end))
            }
            Form::Yaml(rows) => {
                let name = self.columns.get(column).map(String::as_str).unwrap_or_default();
                let row =
                    rows.binary_search_by_key(&row, |node| node.span.start).ok().and_then(|i| rows.get(i));
                row.map(|row| row.get(name).map_or(row.span, |node| node.span))
            }
        };
        Place::new(self.file, span.unwrap_or_default())
    }

    /// The name of a column, where it stands in the first line (in YAML: first).
    pub fn name(&self, column: usize) -> Place {
        match &self.form {
            Form::Csv(_, start, _) => self.cell(u32::try_from(*start).unwrap_or(u32::MAX), column),
            Form::Yaml(rows) => {
                let name = self.columns.get(column).map(String::as_str).unwrap_or_default();
                let entries = rows.iter().filter_map(|row| match &row.value {
                    Value::Map(entries) => entries.iter().find(|entry| &*entry.key == name),
                    _ => None,
                });
                let first = entries.map(|entry| entry.key_span).next();
                Place::new(self.file, first.unwrap_or_default())
            }
        }
    }

    /// The bytes of the row that starts at a byte, with the end of its line; `None` in YAML.
    pub fn line(&self, row: u32) -> Option<Span> {
        let Form::Csv(separator, ..) = self.form else { return None };
        let bytes = self.text.as_bytes();
        let written = quotes::record(bytes, row as usize, separator);
        Some(Span::new(written.cells.first()?.start, quotes::line_end(bytes, written.end)))
    }

    /// The line of column names.
    pub fn names(&self) -> Place {
        let Form::Csv(_, start, end) = self.form else { return Place::whole(self.file) };
        Place::new(self.file, Span::new(start, end))
    }

    /// What stands beside a cell that is shown: its field.
    pub fn label(&self, column: usize) -> String {
        self.columns.get(column).map_or_else(String::new, |name| format!("in `{name}`"))
    }

    /// The name of the column that a byte belongs to.
    pub fn column_at(&self, byte: usize) -> Option<&str> {
        let Form::Csv(separator, ..) = self.form else { return None };
        let mut row = 0;
        self.each(|record| row = if record.at as usize <= byte { record.at as usize } else { row });
        let written = quotes::record(self.text.as_bytes(), row, separator);
        let column = written.cells.iter().position(|cell| cell.contains(&byte))?;
        self.columns.get(column).map(String::as_str).filter(|name| !name.is_empty() && row > 0)
    }

    /// Whether a row's only cell holds another separator than the first line.
    pub fn is_separated_otherwise(&self, cells: &StringRecord) -> bool {
        let Form::Csv(separator, ..) = self.form else { return false };
        let others = SEPARATORS.iter().filter(|other| **other != separator);
        cells.len() == 1 && others.into_iter().any(|other| cells[0].as_bytes().contains(other))
    }

    /// Without space and quotes around it.
    fn inner(&self, start: usize, end: usize) -> Span {
        let written = &self.text[start..end];
        let from = start + written.len() - written.trim_start().len();
        let trimmed = written.trim();
        match trimmed.strip_prefix('"').and_then(|t| t.strip_suffix('"')) {
            Some(inside) => Span::new(from + 1, from + 1 + inside.len()),
            None => Span::new(from, from + trimmed.len()),
        }
    }
}

/// The separator of a line of column names: the one that stands there most often, outside of quotes.
fn separator(line: &str) -> u8 {
    let count = |separator: &u8| quotes::record(line.as_bytes(), 0, *separator).cells.len();
    SEPARATORS.iter().copied().rev().max_by_key(count).unwrap_or(b',')
}
