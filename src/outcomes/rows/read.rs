//! Rows, one by one: cells read, faulty rows left out and counted.
//!
//! Rows in are rows used and rows reported; nothing is dropped in silence.

use std::collections::HashMap;

use csv::StringRecord;

use super::cell::{self, Cell, Fault, Known, Names};
use super::codes::{ROWS_DUPLICATE, ROWS_LEFT_OUT, ROWS_ORDER, ROWS_UNREADABLE, ROWS_VALUE};
use super::columns::Spec;
use super::table::Table;
use crate::diag::{Code, Diagnostic, Edit, Place};

/// What became of the rows of one file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::outcomes) struct Tally {
    /// Rows in the file.
    pub read: u32,
    /// Rows that count.
    pub used: u32,
    /// Rows that are left out, each with a finding.
    pub reported: u32,
    /// The sum of a hash of each row that counts: the same for the same rows in any order.
    pub print: u128,
}

/// A hash of a row, as the file has it.
fn print(written: &StringRecord) -> u128 {
    let mut hasher = blake3::Hasher::new();
    for cell in written {
        hasher.update(&(cell.len() as u64).to_le_bytes()).update(cell.as_bytes());
    }
    let mut print = [0; 16];
    hasher.finalize_xof().fill(&mut print);
    u128::from_le_bytes(print)
}

/// A row as it is read.
pub(super) struct Row<'r> {
    /// The byte at which it starts.
    pub at: u32,
    /// Its cells, in the order of the spec.
    pub cells: &'r [Cell],
    /// As it is written, in the order of the file.
    pub written: &'r StringRecord,
}

/// Something about a sound row that its file cannot know.
pub(super) struct Flaw {
    /// The column, in the order of the file.
    pub column: usize,
    pub code: &'static Code,
    pub message: String,
    pub help: String,
    /// Whether the row is left out.
    pub leaves_out: bool,
}

/// A file whose columns have been found.
pub(super) struct Reader<'t> {
    pub table: &'t Table,
    pub spec: &'t Spec<'t>,
    pub places: Vec<Option<usize>>,
}

impl Reader<'_> {
    /// Reads all rows; `take` gets the sound ones.
    pub fn rows(
        &self,
        known: &Known,
        names: &mut Names,
        found: &mut Vec<Diagnostic>,
        mut take: impl FnMut(&Row, &mut Names) -> Vec<Flaw>,
    ) -> Tally {
        let mut tally = Tally::default();
        let mut seen: HashMap<Box<[Cell]>, u32> = HashMap::new();
        let mut cells: Vec<Cell> = Vec::with_capacity(self.spec.columns.len());
        let mut last = 0;
        self.table.each(|at, written| {
            tally.read += 1;
            last = at;
            let mut sound = self.cells(at, written, known, names, &mut cells, found);
            sound &= self.in_order(at, &cells, found);
            sound = sound && self.is_first(at, &cells, &mut seen, found);
            if sound {
                for flaw in take(&Row { at, cells: &cells, written }, names) {
                    sound &= !flaw.leaves_out;
                    let place = self.table.cell(at, flaw.column);
                    found.push(Diagnostic::new(flaw.code, place, flaw.message).help(flaw.help));
                }
            }
            if sound {
                tally.print = tally.print.wrapping_add(print(written));
            }
            *(if sound { &mut tally.used } else { &mut tally.reported }) += 1;
        });
        self.close(&tally, last, found);
        tally
    }

    fn close(&self, tally: &Tally, last: u32, found: &mut Vec<Diagnostic>) {
        if let Some(place) = self.table.open_quote(last).filter(|_| tally.read > 0) {
            let message = "a quotation mark is opened here and never closed";
            let help =
                "close it, or double it where it is part of the text; what follows was read as one cell";
            found.push(Diagnostic::new(&ROWS_UNREADABLE, place, message).help(help));
        }
        if tally.reported > 0 {
            let message = format!("{} of {} rows are left out", tally.reported, tally.read);
            found.push(
                Diagnostic::new(&ROWS_LEFT_OUT, self.table.names(), message)
                    .help("each is reported with its cell"),
            );
        }
    }

    /// Where a column of the spec stands in a row.
    pub fn place(&self, at: u32, column: usize) -> Place {
        self.table.cell(at, self.column(column))
    }

    /// The place of a column of the spec among those of the file.
    pub fn column(&self, column: usize) -> usize {
        self.places.get(column).copied().flatten().unwrap_or_default()
    }

    fn cells(
        &self,
        at: u32,
        written: &StringRecord,
        known: &Known,
        names: &mut Names,
        cells: &mut Vec<Cell>,
        found: &mut Vec<Diagnostic>,
    ) -> bool {
        cells.clear();
        let (here, wanted) = (written.len(), self.table.columns.len());
        if here != wanted {
            let message = format!("this row has {here} cells, but the first line names {wanted} columns");
            let help = "a cell that holds the separator needs quotes around it; empty cells need theirs too";
            found.push(Diagnostic::new(&ROWS_VALUE, self.table.cell(at, 0), message).help(help));
            return false;
        }
        let mut sound = true;
        for (column, place) in self.spec.columns.iter().zip(&self.places) {
            let text = place.and_then(|place| written.get(place)).unwrap_or_default();
            let cell = match cell::read(column.kind, text, known, names) {
                Ok(Cell::Empty) if column.needed => {
                    let message = format!("`{}` is empty", column.name);
                    Err(Fault {
                        code: &ROWS_VALUE,
                        message,
                        help: Some("a row says nothing without it".to_owned()),
                        near: None,
                    })
                }
                read => read,
            };
            cells.push(cell.unwrap_or_else(|fault| {
                sound = false;
                found.push(faulty(fault, self.table.cell(at, place.unwrap_or_default())));
                Cell::Empty
            }));
        }
        sound
    }

    fn in_order(&self, at: u32, cells: &[Cell], found: &mut Vec<Diagnostic>) -> bool {
        let mut sound = true;
        for (first, then) in self.spec.order {
            let date = |i: usize| cells.get(i).and_then(Cell::date);
            let dates = (date(*first), date(*then));
            if let (Some(from), Some(to)) = dates
                && to < from
            {
                sound = false;
                let [first_name, name] = [first, then].map(|i| self.spec.columns[*i].name);
                let message = format!("`{name}` ({to}) comes before `{first_name}` ({from})");
                found.push(Diagnostic::new(&ROWS_ORDER, self.place(at, *then), message));
            }
        }
        sound
    }

    /// Whether no earlier row is the same by its key.
    fn is_first(
        &self,
        at: u32,
        cells: &[Cell],
        seen: &mut HashMap<Box<[Cell]>, u32>,
        found: &mut Vec<Diagnostic>,
    ) -> bool {
        let Some(main) = self.spec.key.first().filter(|i| cells[**i] != Cell::Empty) else { return true };
        let key: Box<[Cell]> = self.spec.key.iter().map(|i| cells[*i].clone()).collect();
        let first = *seen.entry(key).or_insert(at);
        if first == at {
            return true;
        }
        let same: Vec<&str> = self.spec.key.iter().map(|i| self.spec.columns[*i].name).collect();
        let message = format!("there is a row with the same {} already", same.join(", "));
        found.push(
            Diagnostic::new(&ROWS_DUPLICATE, self.place(at, *main), message)
                .also(self.place(first, *main), "first here"),
        );
        false
    }
}

fn faulty(fault: Fault, place: Place) -> Diagnostic {
    let mut diagnostic = Diagnostic::new(fault.code, place, fault.message);
    diagnostic.help = match (&fault.near, fault.help) {
        (Some(near), Some(help)) => Some(format!("did you mean `{near}`? {help}")),
        (Some(near), None) => Some(format!("did you mean `{near}`?")),
        (None, help) => help,
    };
    diagnostic.suggestion = fault.near.map(|text| Edit { place, text });
    diagnostic
}
