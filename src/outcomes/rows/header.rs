//! The line of column names: all there, none unknown, none that must not exist.

use super::codes::{ROWS_FORBIDDEN_COLUMN, ROWS_MISSING_COLUMN, ROWS_UNKNOWN_COLUMN};
use super::columns::{Column, is_forbidden};
use super::found::Found;
use super::table::Table;
use crate::diag::{Diagnostic, is_clearly, nearest};

/// Where each column of a file stands in its records; `None` where one is missing without which rows say nothing.
pub(super) fn find(
    table: &Table,
    columns: &[Column],
    extra: &dyn Fn(&str) -> bool,
    found: &mut Found,
) -> Option<Vec<Option<usize>>> {
    if !is_there(table, columns, extra, &[], found) {
        return None;
    }
    let renamed = names(table, columns, extra, found);
    let mut whole = true;
    let mut places = Vec::with_capacity(columns.len());
    for column in columns {
        let place = table.columns.iter().position(|name| name == column.name);
        // A list without rows has no keys to miss.
        if place.is_none() && !(table.is_sparse() && (table.columns.is_empty() || !column.needed)) {
            whole &= !column.needed;
            // A column under a wrong name is reported there, with the right one.
            if !renamed.contains(&column.name) {
                let message = format!("the column `{}` is missing", column.name);
                let help = if column.needed {
                    "add it to the file: a row says nothing without it"
                } else {
                    "add it to the first line; its cells may be empty"
                };
                found.push(Diagnostic::new(&ROWS_MISSING_COLUMN, table.names(), message).help(help));
            }
        }
        places.push(place);
    }
    whole.then_some(places)
}

/// Whether the first line is one of column names at all; a title, a row of data or a page of HTML is told once.
pub(super) fn is_there(
    table: &Table,
    columns: &[Column],
    extra: &dyn Fn(&str) -> bool,
    further: &[&str],
    found: &mut Found,
) -> bool {
    let close =
        |name: &str, column: &Column| as_written(name) == column.name || is_clearly(name, column.name, []);
    let known =
        |name: &String| !name.is_empty() && (extra(name) || columns.iter().any(|column| close(name, column)));
    if table.is_sparse() || table.columns.iter().any(known) {
        return true;
    }
    let all: Vec<&str> = columns.iter().map(|column| column.name).chain(further.iter().copied()).collect();
    let message = "the first line names no column of this file";
    let help = format!(
        "the first line holds the column names, and nothing stands above it; this file takes: {}",
        all.join(", ")
    );
    found.push(Diagnostic::new(&ROWS_MISSING_COLUMN, table.names(), message).help(help));
    false
}

/// A name as a column has it: spreadsheets write them in their own ways, such as `Matched on`.
fn as_written(name: &str) -> String {
    name.to_lowercase().replace([' ', '-'], "_")
}

/// Judges each name; returns the columns that stand there under a wrong one.
fn names(
    table: &Table,
    columns: &[Column],
    extra: &dyn Fn(&str) -> bool,
    found: &mut Found,
) -> Vec<&'static str> {
    let mut renamed = Vec::new();
    let nameless = nameless(table);
    for (i, name) in table.columns.iter().enumerate() {
        let known = columns.iter().any(|column| column.name == name);
        let twice = !name.is_empty() && table.columns[..i].contains(name);
        if (known && !twice) || (name.is_empty() && nameless != Some(i)) {
            continue;
        }
        let place = table.name(i);
        if !known && is_forbidden(name) {
            let message = format!("a column `{name}` must not be here");
            let help = "remove it from the file; such records belong with those who are responsible for them";
            found.push(Diagnostic::new(&ROWS_FORBIDDEN_COLUMN, place, message).help(help));
        } else if twice {
            let message = format!("two columns are called `{name}`");
            let help = "keep one of the two; only the first one is read";
            found.push(Diagnostic::new(&ROWS_UNKNOWN_COLUMN, place, message).help(help));
        } else if !extra(name) {
            let all: Vec<&str> = columns.iter().map(|column| column.name).collect();
            let missing = || {
                let there = |name: &str| table.columns.iter().any(|there| there == name);
                columns.iter().map(|column| column.name).filter(move |name| !there(name))
            };
            let help = format!("it takes: {}; name others in `extra_columns` of cohort.yaml", all.join(", "));
            let message = if name.is_empty() {
                "this column has no name, and rows with something in it".to_owned()
            } else {
                format!("`{name}` is not a column of this file")
            };
            let alike = missing().find(|wanted| *wanted == as_written(name));
            let near = alike.or_else(|| nearest(name, missing()));
            renamed.extend(near);
            let diagnostic = Diagnostic::new(&ROWS_UNKNOWN_COLUMN, place, message).help(help);
            found.push(diagnostic.nearest(near.unwrap_or(name), near));
        }
    }
    renamed
}

/// The first column without a name in which a row has something. Spreadsheets write out empty columns, and
/// these are none.
fn nameless(table: &Table) -> Option<usize> {
    let bare: Vec<usize> = (0..table.columns.len()).filter(|at| table.columns[*at].is_empty()).collect();
    let mut first = None;
    if !bare.is_empty() {
        table.each(|record| {
            let full = |at: &usize| record.cells.get(*at).is_some_and(|cell| !cell.trim().is_empty());
            first = first.or_else(|| bare.iter().copied().find(full));
        });
    }
    first
}
