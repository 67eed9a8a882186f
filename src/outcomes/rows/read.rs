//! Rows, one by one: cells read, faulty rows left out and counted.
//!
//! Rows in are rows used and rows reported; nothing is dropped in silence.

use std::collections::{HashMap, HashSet};

use csv::StringRecord;

use super::cell::{self, Cell, Fault, Known, Name, Names};
use super::codes::{ROWS_DUPLICATE, ROWS_LEFT_OUT, ROWS_ORDER, ROWS_UNREADABLE, ROWS_VALUE};
use super::columns::{Kind, Spec};
use super::found::Found;
use super::table::{Record, Table};
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

/// A hash of what a row says, whatever the order of the columns and the space around the cells; `bytes` is room
/// that is used again.
fn print<'c>(cells: impl Iterator<Item = &'c str>, bytes: &mut Vec<u8>) -> u128 {
    bytes.clear();
    for cell in cells {
        bytes.extend_from_slice(&(cell.len() as u64).to_le_bytes());
        bytes.extend_from_slice(cell.as_bytes());
    }
    let mut print = [0; 16];
    print.copy_from_slice(&blake3::hash(bytes).as_bytes()[..16]);
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
    /// The hash of it.
    pub print: u128,
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
    /// The columns of the file that are read besides those of the spec, in an order of their own.
    pub further: Vec<usize>,
}

/// What reading a file gave, besides its rows.
pub(super) struct Done {
    pub tally: Tally,
    /// The ids that only rows give which are left out: other rows may name them without a slip of their own.
    pub left_out: HashSet<Name>,
    /// Whether a row is left out whose id cannot be read: other rows may name it.
    pub nameless: bool,
}

impl Tally {
    /// Counts a row as left out that was taken for sound.
    pub fn leave_out(&mut self, print: u128) {
        self.used -= 1;
        self.reported += 1;
        self.print = self.print.wrapping_sub(print);
    }
}

/// Says how many rows are left out.
pub(super) fn left_out(table: &Table, tally: Tally, found: &mut Found) {
    if tally.reported > 0 {
        let are = if tally.reported == 1 { "is" } else { "are" };
        let message = format!("{} of {} rows {are} left out", tally.reported, tally.read);
        found.push(
            Diagnostic::new(&ROWS_LEFT_OUT, table.names(), message).help("each is reported with its cell"),
        );
    }
}

impl Reader<'_> {
    /// Reads all rows, and says how many are left out; `take` gets the sound ones.
    pub fn rows(
        &self,
        known: &Known,
        names: &Names,
        found: &mut Found,
        take: impl FnMut(&Row) -> Vec<Flaw>,
    ) -> Done {
        let done = self.read(known, names, found, take);
        left_out(self.table, done.tally, found);
        done
    }

    /// Reads all rows; more of them may turn out not to count before [`Self::close`].
    pub fn read(
        &self,
        known: &Known,
        names: &Names,
        found: &mut Found,
        mut take: impl FnMut(&Row) -> Vec<Flaw>,
    ) -> Done {
        let mut done = Done { tally: Tally::default(), left_out: HashSet::new(), nameless: false };
        let mut seen: HashMap<Box<[Cell]>, u32> = HashMap::new();
        let mut cells: Vec<Cell> = Vec::with_capacity(self.spec.columns.len());
        let mut bytes = Vec::new();
        self.table.each(|Record { at, cells: written, torn }| {
            done.tally.read += 1;
            let is_torn = torn.is_some();
            if !is_torn && self.is_header(written) {
                done.tally.reported += 1;
                let message = "the line of column names stands here once more";
                let place = self.table.cell(at, 0);
                found.push(Diagnostic::new(&ROWS_DUPLICATE, place, message).help("take the line out"));
                return;
            }
            found.extend(torn.map(|t| Diagnostic::new(&ROWS_UNREADABLE, t.place, t.message).help(t.help)));
            let mut sound = !is_torn && {
                let readable = self.cells(at, written, known, names, &mut cells, found);
                self.in_order(at, &cells, found) && readable
            };
            sound = sound && self.is_first(at, &cells, &mut seen, found);
            let print = if sound { self.print(written, &mut bytes) } else { 0 };
            if sound {
                for flaw in take(&Row { at, cells: &cells, written, print }) {
                    sound &= !flaw.leaves_out;
                    let place = self.table.cell(at, flaw.column);
                    let label = self.table.label(flaw.column);
                    found.push(Diagnostic::new(flaw.code, place, flaw.message).label(label).help(flaw.help));
                }
            }
            if sound {
                done.tally.used += 1;
                done.tally.print = done.tally.print.wrapping_add(print);
            } else {
                done.tally.reported += 1;
                let id = self.new_id(written);
                done.nameless |= is_torn || id.is_some_and(|id| cell::token(id).is_err());
                done.left_out.extend(id.map(|id| names.of(id)));
            }
        });
        done
    }

    /// What is read of a row, as one number.
    fn print(&self, written: &StringRecord, bytes: &mut Vec<u8>) -> u128 {
        let cell = |at: usize| written.get(at).unwrap_or_default().trim();
        let spec = self.places.iter().map(|place| place.map_or("", cell));
        print(spec.chain(self.further.iter().map(|at| cell(*at))), bytes)
    }

    /// Whether a row is the line of column names again, as where two exports were put together.
    fn is_header(&self, written: &StringRecord) -> bool {
        let names = &self.table.columns;
        names.len() > 1 && !self.table.is_sparse() && written.iter().map(str::trim).eq(names.iter())
    }

    /// The id that a row gives, sound or not.
    fn new_id<'r>(&self, written: &'r StringRecord) -> Option<&'r str> {
        let is_new = self.spec.columns.first().is_some_and(|column| matches!(column.kind, Kind::NewId));
        let place = self.places.first().copied().flatten().filter(|_| is_new)?;
        written.get(place).map(str::trim).filter(|id| !id.is_empty())
    }

    /// Where a column of the spec stands in a row.
    pub fn place(&self, at: u32, column: usize) -> Place {
        self.table.cell(at, self.column(column))
    }

    /// Whether the file may have this column of the spec; rows in YAML leave out what is empty.
    pub fn has(&self, column: usize) -> bool {
        self.table.is_sparse() || self.places.get(column).copied().flatten().is_some()
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
        names: &Names,
        cells: &mut Vec<Cell>,
        found: &mut Found,
    ) -> bool {
        cells.clear();
        let (here, wanted) = (written.len(), self.table.columns.len());
        if here != wanted {
            let cells = if here == 1 { "1 cell".to_owned() } else { format!("{here} cells") };
            let message = format!("this row has {cells}, but the first line names {wanted} columns");
            let help = if self.table.is_separated_otherwise(written) {
                "its cells are not separated as those of the first line are: choose one separator for the file"
            } else {
                "a cell that holds the separator needs quotes around it; empty cells need their separators too"
            };
            // The first cell too many, or the first cell of a row that is cut short.
            let column = if here > wanted { wanted } else { 0 };
            found.push(Diagnostic::new(&ROWS_VALUE, self.table.cell(at, column), message).help(help));
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
                let label = place.map_or_else(String::new, |place| self.table.label(place));
                found.push(faulty(fault, self.table.cell(at, place.unwrap_or_default())).label(label));
                Cell::Empty
            }));
        }
        sound
    }

    fn in_order(&self, at: u32, cells: &[Cell], found: &mut Found) -> bool {
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
                let help = "correct one of the two dates; most often it is the year";
                found.push(
                    Diagnostic::new(&ROWS_ORDER, self.place(at, *then), message)
                        .label(self.table.label(self.column(*then)))
                        .also(self.place(at, *first), "the other date")
                        .help(help),
                );
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
        found: &mut Found,
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
                .also(self.place(first, *main), "first here, and this row counts")
                .help("keep the row that is right"),
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
