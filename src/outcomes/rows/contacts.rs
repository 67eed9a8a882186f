//! With whom the staff was in touch: a side of the match, both, or somebody who stands in it.
//!
//! Every contact counts for a side or is reported. Counts nothing.

use std::collections::HashMap;

use super::cell::{Known, Name, Names, short};
use super::codes::ROWS_VALUE;
use super::matches::{Match, Matches};
use super::read::{Flaw, Reader, Row};
use super::records::{Contact, word};
use super::words::ContactOutcome;
use crate::model::{ContactKind, Role};

/// The file and its columns.
pub(super) const FILE: &str = "contacts";
const KIND: usize = 2;
const WITH: usize = 3;
const OUTCOME: usize = 4;

/// What the column `with` is held against.
pub(super) struct Sides<'a> {
    known: &'a Known<'a>,
    names: &'a Names,
    by_id: HashMap<Name, &'a Match>,
}

impl<'a> Sides<'a> {
    pub fn new(known: &'a Known<'a>, matches: &'a Matches, names: &'a Names) -> Self {
        Self { known, names, by_id: matches.all.iter().map(|one| (one.id, one)).collect() }
    }

    /// Takes a row, or says with whom it cannot have been.
    pub fn take(&self, reader: &Reader, row: &Row, contacts: &mut Vec<Contact>) -> Option<Flaw> {
        let (the_match, date) = (row.cells[0].name()?, row.cells[1].date()?);
        // Rows in YAML leave out what is empty, the column with it.
        let cell =
            reader.places.get(WITH).copied().flatten().and_then(|at| row.written.get(at)).unwrap_or_default();
        let each = cell.split(';').map(str::trim);
        let mut with = [false; 2];
        for text in each.filter(|text| !text.is_empty()) {
            match self.side(the_match, text) {
                Some(of) => with = [with[0] || of[0], with[1] || of[1]],
                None => return Some(nobody(reader.column(WITH), text)),
            }
        }
        let side = match with {
            [true, true] => Some(Role::Both),
            [true, false] => Some(Role::Mentor),
            [false, true] => Some(Role::Mentee),
            [false, false] => None,
        };
        let (kind, outcome) = (word(row, KIND, ContactKind::ALL), word(row, OUTCOME, ContactOutcome::ALL));
        contacts.push(Contact { the_match, date, side, kind, outcome });
        None
    }

    /// Whether it is the mentor's side, and the mentee's; None where it is neither. Of a match that is not known,
    /// nobody knows who stands in it, and one finding has said so.
    fn side(&self, the_match: Name, text: &str) -> Option<[bool; 2]> {
        if let Some(role) = Role::from_word(text) {
            return Some([role != Role::Mentee, role != Role::Mentor]);
        }
        let Some(one) = self.by_id.get(&the_match) else { return Some([false; 2]) };
        let person = |id: Name| self.known.joined.person(id);
        let who = person(self.names.of(text));
        let among = |ids: &[Name]| ids.iter().any(|id| person(*id) == who);
        Some([among(&one.mentors), among(&one.mentees)]).filter(|sides| sides.contains(&true))
    }
}

fn nobody(column: usize, text: &str) -> Flaw {
    let message = format!("`{}` is no side of this match, and nobody who stands in it", short(text));
    let takes = "write mentor, mentee or both, or the id that somebody of this match has in matches.csv; or leave the \
                 cell empty";
    let near = crate::diag::nearest(text, Role::WORDS.iter().copied());
    let help = near.map_or_else(|| takes.to_owned(), |near| format!("did you mean `{near}`? {takes}"));
    Flaw { column, code: &ROWS_VALUE, message, help, leaves_out: true }
}
