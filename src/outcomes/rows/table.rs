//! A row file as columns and records, read once from start to end; places are found again when asked for.
//!
//! Knows CSV and YAML, and nothing of what a column means.

use std::sync::Arc;

use csv::StringRecord;

use super::codes::ROWS_UNREADABLE;
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

enum Form {
    /// The separator, and where the line of column names begins.
    Csv(u8, usize),
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
        // Some spreadsheets announce their separator in a line before the names.
        let start =
            if text.starts_with("sep=") { text.find('\n').map_or(text.len(), |at| at + 1) } else { 0 };
        let names = text[start..].lines().next().unwrap_or_default();
        let count = |separator: char| names.matches(separator).count();
        let separator = [b',', b';', b'\t']
            .into_iter()
            .max_by_key(|s| (count(char::from(*s)), *s == b','))
            .unwrap_or(b',');
        let form = Form::Csv(separator, start);
        let mut this = Self { file, columns: Vec::new(), text: Arc::clone(text), form };
        let mut header = StringRecord::new();
        if !this.reader(separator, start).read_record(&mut header).unwrap_or(false) {
            found.push(Diagnostic::new(
                &ROWS_UNREADABLE,
                Place::whole(file),
                "this file is empty: it has no line of column names",
            ));
            return None;
        }
        this.columns = header.iter().map(|name| name.trim().to_owned()).collect();
        Some(this)
    }

    fn yaml(file: FileId, text: &Arc<str>, found: &mut Vec<Diagnostic>) -> Option<Self> {
        let node = yaml::parse(file, text, found)?;
        let rows = match node.value {
            Value::List(rows) => rows,
            Value::Null => Vec::new(),
            _ => {
                let place = Place::new(file, node.span);
                found.push(Diagnostic::new(&ROWS_UNREADABLE, place, "a row file in YAML is a list of rows"));
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

    /// Visits each row with the byte at which it starts; rows of nothing but separators are no rows.
    pub fn each(&self, mut visit: impl FnMut(u32, &StringRecord)) {
        match &self.form {
            Form::Csv(separator, start) => {
                let mut reader = self.reader(*separator, *start);
                let mut record = StringRecord::new();
                let mut is_header = true;
                while reader.read_record(&mut record).unwrap_or(false) {
                    let at = record.position().map_or(0, csv::Position::byte) + *start as u64;
                    if !std::mem::take(&mut is_header) && record.iter().any(|cell| !cell.trim().is_empty()) {
                        visit(u32::try_from(at).unwrap_or(u32::MAX), &record);
                    }
                }
            }
            Form::Yaml(rows) => {
                for row in rows {
                    let cells: StringRecord =
                        self.columns.iter().map(|name| row.get(name).map(cell).unwrap_or_default()).collect();
                    visit(row.span.start, &cells);
                }
            }
        }
    }

    /// A cell of the row that starts at a byte.
    pub fn cell(&self, row: u32, column: usize) -> Place {
        let whole = Span { start: row, end: row + 1 };
        let span = match &self.form {
            Form::Csv(separator, _) => self.cells(row as usize, *separator).into_iter().nth(column),
            Form::Yaml(rows) => {
                let name = self.columns.get(column).map(String::as_str).unwrap_or_default();
                let row =
                    rows.binary_search_by_key(&row, |node| node.span.start).ok().and_then(|i| rows.get(i));
                row.map(|row| row.get(name).map_or(row.span, |node| node.span))
            }
        };
        Place::new(self.file, span.unwrap_or(whole))
    }

    /// The name of a column, where it stands in the first line (in YAML: first).
    pub fn name(&self, column: usize) -> Place {
        match &self.form {
            Form::Csv(_, start) => self.cell(u32::try_from(*start).unwrap_or(u32::MAX), column),
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

    /// The line of column names.
    pub fn names(&self) -> Place {
        let Form::Csv(_, start) = self.form else { return Place::whole(self.file) };
        let line = self.text[start..].lines().next().unwrap_or_default();
        Place::new(self.file, Span::new(start, start + line.len()))
    }

    /// The cells of one record, without their quotes.
    fn cells(&self, row: usize, separator: u8) -> Vec<Span> {
        let bytes = self.text.as_bytes();
        let mut at = row;
        while bytes.get(at).is_some_and(|b| matches!(b, b'\r' | b'\n')) {
            at += 1;
        }
        let mut cells = Vec::new();
        let (mut start, mut quoted) = (at, false);
        loop {
            match bytes.get(at) {
                Some(b'"') => quoted = !quoted,
                Some(b) if quoted || (*b != separator && !matches!(b, b'\r' | b'\n')) => {}
                end => {
                    cells.push(self.inner(start, at));
                    if end != Some(&separator) {
                        return cells;
                    }
                    start = at + 1;
                }
            }
            at += 1;
            if at > bytes.len() {
                cells.push(self.inner(start, bytes.len()));
                return cells;
            }
        }
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

    /// Where a quotation mark was opened that nothing closes: it would swallow the rest of the file.
    pub fn open_quote(&self, last_row: u32) -> Option<Place> {
        let Form::Csv(..) = self.form else { return None };
        let rest = self.text.get(last_row as usize..)?;
        let odd = rest.matches('"').count() % 2 == 1;
        odd.then(|| rest.find('"')).flatten().map(|at| {
            let at = last_row as usize + at;
            Place::new(self.file, Span::new(at, at + 1))
        })
    }
}

/// A YAML value as a cell: a list is joined as it would be in CSV.
fn cell(node: &Node) -> String {
    match &node.value {
        Value::Bool(yes) => (if *yes { "yes" } else { "no" }).to_owned(),
        Value::List(items) => items.iter().filter_map(Node::scalar).collect::<Vec<_>>().join(";"),
        _ => node.scalar().unwrap_or_default(),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn rows(path: &str, text: &str) -> Vec<Vec<String>> {
        let text: Arc<str> = text.into();
        let table = Table::open(FileId(0), path, &text, &mut Vec::new()).unwrap();
        let mut all = vec![table.columns.clone()];
        let mut starts = Vec::new();
        table.each(|at, record| {
            all.push(record.iter().map(str::to_owned).collect());
            starts.push(at);
        });
        // What is found again is what was read.
        for (row, at) in all[1..].iter().zip(starts) {
            for (column, cell) in row.iter().enumerate() {
                let place = table.cell(at, column);
                assert_eq!(text[place.span.range()].replace("\"\"", "\""), *cell.trim(), "{text}");
            }
        }
        all
    }

    #[test]
    fn csv_in_all_its_dresses() {
        let plain = vec![vec!["a", "b"], vec!["1", "x;y"], vec!["2", ""]];
        let texts = [
            "a,b\n1,x;y\n2,\n",
            "a,b\r\n1,x;y\r\n2,\r\n",
            "a;b\n1;\"x;y\"\n2;\n",
            "a\tb\n1\tx;y\n2\t",
            "sep=;\r\na;b\r\n1;\"x;y\"\r\n\r\n;\r\n2;\r\n",
            "a,b\n\n\n1,\"x;y\"\n,\n2,\"\"",
        ];
        for text in texts {
            assert_eq!(rows("x.csv", text), plain, "{text:?}");
        }
        let quoted = rows("x.csv", "a,b\n\"says \"\"so\"\", twice\",\"two\nlines\"\nñ, é \n");
        assert_eq!(quoted[1], ["says \"so\", twice", "two\nlines"]);
        assert_eq!(quoted[2], ["ñ", " é "]);
    }

    #[test]
    fn yaml_rows() {
        let text = "- a: 1\n  b: [x, y]\n- { a: 2, c: yes }\n";
        let text: Arc<str> = text.into();
        let table = Table::open(FileId(0), "x.yaml", &text, &mut Vec::new()).unwrap();
        assert_eq!(table.columns, ["a", "b", "c"]);
        let mut all = Vec::new();
        table.each(|at, record| {
            all.push((
                text[table.cell(at, 0).span.range()].to_owned(),
                record.iter().collect::<Vec<_>>().join("|"),
            ));
        });
        assert_eq!(all, [("1".into(), "1|x;y|".into()), ("2".into(), "2||yes".to_owned())]);
    }

    #[test]
    fn a_quote_that_stays_open() {
        let text: Arc<str> = "a,b\n1,\"x\n2,y\n".into();
        let table = Table::open(FileId(0), "x.csv", &text, &mut Vec::new()).unwrap();
        let mut last = 0;
        table.each(|at, _| last = at);
        assert_eq!(table.open_quote(last).unwrap().span.start, 6);
    }

    proptest::proptest! {
        #[test]
        fn nothing_panics(text in "[a-c,;\"\n\r\té ]{0,40}") {
            let text: Arc<str> = text.into();
            if let Some(table) = Table::open(FileId(0), "x.csv", &text, &mut Vec::new()) {
                table.each(|at, record| {
                    for column in 0..=record.len() {
                        let span = table.cell(at, column).span;
                        assert!(span.end as usize <= text.len() + 1);
                    }
                    table.open_quote(at);
                });
                table.names();
            }
        }
    }
}
