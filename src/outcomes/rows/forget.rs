//! A row file without a person: records and ids are cut out, and every other byte stays as it is.
//!
//! Pure: reads and writes no file. What cannot be cut out surely is refused, and says why without the row.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use csv::StringRecord;

use super::columns::{Column, ENDINGS, Kind, MATCHES, PARTICIPANTS, RESPONSES, SINGLE};
use super::table::{Record, Table};
use crate::diag::FileId;

/// A row file, opened to take somebody out.
pub(crate) struct RowFile {
    table: Table,
    text: Arc<str>,
    is_matches: bool,
    /// Columns of people, in the order of the file.
    cuts: Vec<(usize, Cut)>,
    /// The columns of a match, a person and their other id, where there are any.
    the_match: Option<usize>,
    person: Option<usize>,
    same_as: Option<usize>,
}

/// What goes where a cell names the person.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Cut {
    /// The row, for it is about them.
    Row,
    /// Their id alone.
    Id,
}

/// A file without a person.
#[derive(Default)]
pub(crate) struct Without {
    /// The whole text, where it differs.
    pub text: Option<String>,
    /// Rows that are gone.
    pub rows: usize,
    /// Cells that lost an id.
    pub cells: usize,
    /// Of matches, those that the person was in.
    pub matches: BTreeSet<String>,
    /// In YAML, the lines to edit by hand.
    pub lines: BTreeSet<usize>,
}

impl RowFile {
    /// A file by its name without ending; `None` where no file of rows is called so.
    pub fn open(path: &str, name: &str, text: &str) -> Result<Option<Self>, String> {
        let Some(columns) = columns(name) else { return Ok(None) };
        let text: Arc<str> = text.into();
        let mut found = Vec::new();
        let table = Table::open(FileId::NONE, path, &text, &mut found);
        let Some(table) = table else {
            return Err(found.first().map_or_else(String::new, |one| one.message.clone()));
        };
        let at = |name: &str| table.columns.iter().position(|column| column == name);
        let mut cuts = Vec::new();
        for column in columns {
            let Some(cut) = cut(column) else { continue };
            let places = (0..table.columns.len()).filter(|i| table.columns[*i] == column.name);
            let before = cuts.len();
            cuts.extend(places.map(|place| (place, cut)));
            if cuts.len() == before && column.needed && !table.is_sparse() {
                return Err(format!("the column `{}` is missing", column.name));
            }
        }
        let (the_match, person, same_as) = (at("match"), at("person"), at("same_as"));
        Ok(Some(Self { table, text, is_matches: name == MATCHES.name, cuts, the_match, person, same_as }))
    }

    /// Two ids each that are one person.
    pub fn joined(&self) -> Vec<(String, String)> {
        let mut all = Vec::new();
        let (Some(person), Some(same_as)) = (self.person, self.same_as) else { return all };
        self.table.each(|record| {
            let cell = |at: usize| record.cells.get(at).unwrap_or_default().trim().to_owned();
            let (one, other) = (cell(person), cell(same_as));
            if !one.is_empty() && !other.is_empty() {
                all.push((one, other));
            }
        });
        all
    }

    /// The file without these ids.
    pub fn without(&self, ids: &BTreeSet<String>) -> Result<Without, String> {
        let mut without = Without::default();
        let (mut cuts, mut left, mut trouble) = (Vec::new(), Vec::new(), None);
        self.table.each(|Record { at, cells, torn }| {
            if let Some(torn) = torn {
                trouble.get_or_insert(format!("line {}: {}", self.line(torn.place.span.start), torn.message));
            } else if !cells.iter().any(|cell| holds(cell, ids)) {
                left.push(cells.clone());
            } else if cells.len() != self.table.columns.len() && !self.table.is_sparse() {
                let line = self.line(at);
                trouble.get_or_insert(format!("line {line} has more or fewer cells than there are columns"));
            } else {
                left.extend(self.cut(at, cells, ids, &mut cuts, &mut without));
            }
        });
        if let Some(trouble) = trouble {
            return Err(trouble);
        }
        if !cuts.is_empty() {
            let text = cut_out(&self.text, &cuts);
            // What stands there now must be read as every other row and nothing else.
            if !self.reads_as(&text, &left) {
                return Err("it is written in a way that cannot be edited surely: edit it by hand".to_owned());
            }
            without.text = Some(text);
        }
        Ok(without)
    }

    /// Cuts the ids out of one record, or the record out of the file; what is left of it.
    fn cut(
        &self,
        at: u32,
        record: &StringRecord,
        ids: &BTreeSet<String>,
        cuts: &mut Vec<Range<usize>>,
        without: &mut Without,
    ) -> Option<StringRecord> {
        let here = |i: &usize| record.get(*i).is_some_and(|cell| holds(cell, ids));
        let hit: Vec<&(usize, Cut)> = self.cuts.iter().filter(|(i, _)| here(i)).collect();
        let has_row = hit.iter().any(|(_, cut)| *cut == Cut::Row);
        if self.is_matches
            && let Some(id) = self.the_match.and_then(|i| record.get(i)).filter(|_| !hit.is_empty())
        {
            without.matches.insert(id.trim().to_owned());
        }
        let Some(line) = self.table.line(at) else {
            without.lines.extend(hit.iter().map(|(i, _)| self.line(self.table.cell(at, *i).span.start)));
            return Some(record.clone());
        };
        if has_row {
            without.rows += 1;
            cuts.push(line.range());
            return None;
        }
        without.cells += hit.len();
        let mut left: Vec<String> = record.iter().map(str::to_owned).collect();
        for (i, _) in hit {
            let span = self.table.cell(at, *i).span.range();
            cuts.extend(
                parts(&self.text[span.clone()], ids)
                    .into_iter()
                    .map(|part| span.start + part.start..span.start + part.end),
            );
            if let Some(cell) = left.get_mut(*i) {
                *cell = cut_out(cell, &parts(cell, ids));
            }
        }
        Some(left.into())
    }

    fn reads_as(&self, text: &str, left: &[StringRecord]) -> bool {
        let text: Arc<str> = text.into();
        let table = Table::open(self.table.file, "rows.csv", &text, &mut Vec::new());
        let Some(table) = table.filter(|table| table.columns == self.table.columns) else { return false };
        let (mut at, mut same) = (0, true);
        table.each(|record| {
            let before = left.get(at);
            same &= before
                .is_some_and(|before| before.iter().map(str::trim).eq(record.cells.iter().map(str::trim)));
            at += 1;
        });
        same && at == left.len()
    }

    /// The line of a byte, from 1.
    fn line(&self, at: u32) -> usize {
        let before = &self.text.as_bytes()[..(at as usize).min(self.text.len())];
        // A record may be said to start at the end of the line before it.
        let rest = &self.text.as_bytes()[before.len()..];
        let skipped = rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n'));
        before.iter().chain(skipped).filter(|byte| **byte == b'\n').count() + 1
    }
}

/// The columns of a file by its name.
fn columns(name: &str) -> Option<&'static [Column]> {
    if name.starts_with("responses-") {
        return Some(RESPONSES);
    }
    let all = [&MATCHES, &PARTICIPANTS, &ENDINGS].into_iter().chain(SINGLE.iter().copied());
    all.into_iter().find(|spec| spec.name == name).map(|spec| spec.columns)
}

/// What a column that names people loses. Codes that people chose themselves name nobody.
fn cut(column: &Column) -> Option<Cut> {
    match (column.kind, column.name) {
        (Kind::Person, _) | (Kind::NewId, "person") => Some(Cut::Row),
        (Kind::People | Kind::Sides | Kind::Staff, _) | (Kind::Token, "same_as" | "matched_by") => {
            Some(Cut::Id)
        }
        _ => None,
    }
}

/// Whether a cell names one of them.
fn holds(cell: &str, ids: &BTreeSet<String>) -> bool {
    cell.split(';').any(|part| ids.contains(part.trim()))
}

/// Where these ids stand in a cell, each with one of the separators beside it.
fn parts(cell: &str, ids: &BTreeSet<String>) -> Vec<Range<usize>> {
    let mut all: Vec<(Range<usize>, bool)> = Vec::new();
    let mut at = 0;
    for part in cell.split(';') {
        all.push((at..at + part.len(), ids.contains(part.trim())));
        at += part.len() + 1;
    }
    // The ids that stay keep the separators between them: one goes with its own, and after the last that
    // stays, with the one before.
    let last = all.iter().rposition(|(_, goes)| !goes);
    let range = |(i, (part, _)): (usize, &(Range<usize>, bool))| match last {
        Some(last) if i > last => part.start - 1..part.end,
        Some(_) => part.start..part.end + 1,
        None => part.start..(part.end + 1).min(cell.len()),
    };
    all.iter().enumerate().filter(|(_, (_, goes))| *goes).map(range).collect()
}

fn cut_out(text: &str, cuts: &[Range<usize>]) -> String {
    let mut left = String::with_capacity(text.len());
    let mut at = 0;
    for cut in cuts {
        left.push_str(text.get(at..cut.start).unwrap_or_default());
        at = cut.end.max(at);
    }
    left.push_str(&text[at..]);
    left
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn without(name: &str, text: &str, ids: &[&str]) -> Result<Without, String> {
        let ids = ids.iter().map(|id| (*id).to_owned()).collect();
        let path = format!("cohorts/c/{name}.csv");
        RowFile::open(&path, name, text).map(Option::unwrap).and_then(|file| file.without(&ids))
    }

    #[test]
    fn ids_are_cut_out_of_cells() {
        let cases = [
            ("p1", ""),
            ("p1;p2", "p2"),
            ("p2;p1", "p2"),
            ("p2; p1 ;p3", "p2;p3"),
            ("p1;p1;p2;p1", "p2"),
            ("p1;p1", ""),
            ("p10;p1", "p10"),
            ("p2", "p2"),
        ];
        for (cell, left) in cases {
            let ids = BTreeSet::from(["p1".to_owned()]);
            assert_eq!(cut_out(cell, &parts(cell, &ids)), left, "{cell}");
        }
    }

    #[test]
    fn nothing_else_changes() {
        let head = "match,person,role,exit,would_rematch";
        let cases: [(&str, String, String, usize, usize); 6] = [
            // Line ends of both kinds, an empty line, a quoted person, no line end after the last.
            (
                "exits",
                format!("{head}\r\nm1,p1,mentor,held,yes\r\n\r\nm2,\"p2\",mentee,,\nm3,p1,,,\nm4,p3,,,"),
                format!("{head}\r\n\r\nm2,\"p2\",mentee,,\nm4,p3,,,"),
                2,
                0,
            ),
            ("exits", format!("{head}\nm1,p3,,,\nm2,p1,,,"), format!("{head}\nm1,p3,,,\n"), 1, 0),
            // Another separator, quotes and spaces around several ids.
            (
                "matches",
                "sep=;\nmatch;mentors;mentees;facilitator\nm1;\"p1\";\"p2; p1\";s1\nm2;p3;5\" x;p1\n".into(),
                "sep=;\nmatch;mentors;mentees;facilitator\nm1;\"\";\"p2\";s1\nm2;p3;5\" x;\n".into(),
                0,
                3,
            ),
            (
                "participants",
                "person,role,same_as\np1,mentor,\np2,mentee,p1\n".into(),
                "person,role,same_as\np2,mentee,\n".into(),
                1,
                1,
            ),
            (
                "contacts",
                "match,date,kind,with,outcome\nm1,,,p1;p2,\nm1,,,p1,\nm1,,,both,\n".into(),
                "match,date,kind,with,outcome\nm1,,,p2,\nm1,,,,\nm1,,,both,\n".into(),
                0,
                2,
            ),
            // The person's id as an answer, and as part of another, stays.
            (
                "responses-end",
                "person,code,a\np1,x,4\np11,p1,p1\n".into(),
                "person,code,a\np11,p1,p1\n".into(),
                1,
                0,
            ),
        ];
        for (name, text, left, rows, cells) in cases {
            let got = without(name, &text, &["p1"]).unwrap();
            assert_eq!((got.text.as_deref(), got.rows, got.cells), (Some(&*left), rows, cells), "{text}");
        }
        assert!(without("endings", "match,reason\nm1,p1\n", &["p1"]).unwrap().text.is_none());
    }

    #[test]
    fn what_is_not_sure_is_refused() {
        let cases = [
            ("exits", "match,who\nm1,p1\n", "the column `person` is missing"),
            ("exits", "match,person\nm1,p1,x\n", "line 2 has more or fewer cells"),
            ("exits", "match,person\nm1,p2\nm1,\"p1\nm2,p3\n", "line 3: a quotation mark is opened here"),
            ("exits", "", "this file is empty"),
        ];
        for (name, text, why) in cases {
            let got = without(name, text, &["p1"]).err().unwrap_or_default();
            assert!(got.starts_with(why), "{text:?}: {got}");
        }
    }

    #[test]
    fn yaml_is_edited_by_hand() {
        let text = "- match: m1\n  person: p1\n- { match: m2, person: p2 }\n- match: m3\n  person: p1\n";
        let file = RowFile::open("cohorts/c/exits.yaml", "exits", text).unwrap().unwrap();
        let got = file.without(&BTreeSet::from(["p1".to_owned()])).unwrap();
        assert_eq!((got.text, got.lines), (None, BTreeSet::from([2, 5])));
    }

    proptest::proptest! {
        #[test]
        fn nobody_else_is_touched(body in "([abp](;[abp]){0,2}|\"[abp]?\"|x\"|)(,([abp]|\"a;p\"|))?(\n|\r\n)") {
            let text = format!("match,mentors\nm,a\n{body}{body}");
            let Ok(got) = without("matches", &text, &["p"]) else { return Ok(()) };
            let left = got.text.unwrap_or_else(|| text.clone());
            let of = |c: char| text.matches(c).count() - left.matches(c).count();
            proptest::prop_assert_eq!((of('a'), of('b')), (0, 0));
        }
    }
}
