//! The line of column names: all there, none unknown, none that must not exist.

use super::codes::{ROWS_FORBIDDEN_COLUMN, ROWS_MISSING_COLUMN, ROWS_UNKNOWN_COLUMN};
use super::columns::{Column, is_forbidden};
use super::found::Found;
use super::table::Table;
use crate::diag::Diagnostic;

/// Where each column of a file stands in its records; `None` where one is missing without which rows say nothing.
pub(super) fn find(
    table: &Table,
    columns: &[Column],
    extra: &dyn Fn(&str) -> bool,
    found: &mut Found,
) -> Option<Vec<Option<usize>>> {
    names(table, columns, extra, found);
    let mut whole = true;
    let mut places = Vec::with_capacity(columns.len());
    for column in columns {
        let place = table.columns.iter().position(|name| name == column.name);
        // A list without rows has no keys to miss.
        if place.is_none() && !(table.is_sparse() && (table.columns.is_empty() || !column.needed)) {
            whole &= !column.needed;
            let message = format!("the column `{}` is missing", column.name);
            let help = "add it to the first line; its cells may be empty";
            found.push(Diagnostic::new(&ROWS_MISSING_COLUMN, table.names(), message).help(help));
        }
        places.push(place);
    }
    whole.then_some(places)
}

fn names(table: &Table, columns: &[Column], extra: &dyn Fn(&str) -> bool, found: &mut Found) {
    for (i, name) in table.columns.iter().enumerate() {
        let known = columns.iter().any(|column| column.name == name);
        if known && !table.columns[..i].contains(name) {
            continue;
        }
        let place = table.name(i);
        if !known && is_forbidden(name) {
            let message = format!("a column `{name}` must not be here");
            let help = "remove it from the file; such records belong with those who are responsible for them";
            found.push(Diagnostic::new(&ROWS_FORBIDDEN_COLUMN, place, message).help(help));
        } else if known || table.columns[..i].contains(name) {
            let message = format!("two columns are called `{name}`");
            let help = "keep one of the two; only the first one is read";
            found.push(Diagnostic::new(&ROWS_UNKNOWN_COLUMN, place, message).help(help));
        } else if !extra(name) {
            let all: Vec<&str> = columns.iter().map(|column| column.name).collect();
            let missing = all.iter().copied().filter(|name| !table.columns.iter().any(|there| there == name));
            let help = format!("it takes: {}; name others in `extra_columns` of cohort.yaml", all.join(", "));
            let message = if name.is_empty() {
                "this column has no name".to_owned()
            } else {
                format!("`{name}` is not a column of this file")
            };
            found.push(
                Diagnostic::new(&ROWS_UNKNOWN_COLUMN, place, message).help(help).nearest(name, missing),
            );
        }
    }
}
