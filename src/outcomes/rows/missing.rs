//! Files that are not there, though the others or the cohort speak of them.
//!
//! Judges no row. A file that lies there and cannot be read is reported where it lies, and not here.

use super::Part;
use super::codes::{RESPONSES_MISSING, ROWS_MISSING_FILE};
use super::columns::MATCHES;
use super::found::Found;
use super::table::Table;
use crate::check::Cohort;
use crate::diag::{Diagnostic, Place};
use crate::model::{CohortStatus, Wave};

/// Rows name matches, and there are none. A file of matches that cannot be read is reported where it lies.
pub(super) fn matches(part: &Part, found: &mut Found) {
    let names_some = |table: &&Table| {
        let at = table.columns.iter().position(|name| name == "match");
        let mut some = false;
        let full = |cell: &str| !cell.trim().is_empty();
        table.each(|row| some |= at.and_then(|at| row.cells.get(at)).is_some_and(full));
        some
    };
    let others = part.tables.iter().filter(|(name, _)| *name != MATCHES.name).map(|(_, table)| table);
    let mut others = others.filter(names_some);
    let Some(first) = others.next() else { return };
    let (message, place) = match &part.reader {
        Some(matches) => ("other files name matches, and this one has none", matches.table.names()),
        None if part.has_matches => return,
        None => ("this file names matches, and there is no matches.csv", Place::whole(first.file)),
    };
    let help =
        "put the rows of the matches into matches.csv; look for it under another name or in another folder";
    found.push(Diagnostic::new(&ROWS_MISSING_FILE, place, message).help(help));
}

/// A closed cohort says that people were asked, and nothing says what they answered.
pub(super) fn answers(cohort: &Cohort, is_there: &dyn Fn(&str) -> bool, found: &mut Found) {
    if cohort.file.status != CohortStatus::Closed || !cohort.results.is_empty() {
        return;
    }
    // A follow-up comes when the cohort has long been closed.
    for survey in cohort.file.surveys.iter().filter(|survey| survey.wave != Wave::FollowUp) {
        let file = format!("responses-{}", survey.id);
        if !is_there(&file) {
            let message = format!("there is no {file}.csv among the rows, and the cohort is closed");
            let help = "put the answers there; if nobody was asked, take the survey out of cohort.yaml";
            found.push(Diagnostic::new(&RESPONSES_MISSING, survey.origin, message).help(help));
        }
    }
}
