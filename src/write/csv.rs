//! Tables as CSV, as RFC 4180 has it: UTF-8, commas, lines that end in CR LF.
//!
//! A cell that a spreadsheet would run as a formula is made text. Must not decide what a row says.

use std::borrow::Cow;

use csv::{Terminator, WriterBuilder};

use crate::pages::figures::{COLUMNS, Cell, Row};

/// The first line: the names of the columns.
pub fn csv_head() -> String {
    COLUMNS.each_ref().map(|column| column.name).join(",") + "\r\n"
}

/// The lines of rows.
pub fn csv_lines(rows: &[Row]) -> String {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    for row in rows {
        // Memory takes what it is given, and every row has the same columns.
        let _ = writer.write_record(row.iter().map(|cell| written(cell).into_owned().into_bytes()));
    }
    writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

fn written(cell: &Cell) -> Cow<'_, str> {
    match cell {
        Cell::Empty => "".into(),
        Cell::Whole(number) => number.to_string().into(),
        Cell::Tenths(tenths) => format!("{}.{}", tenths / 10, tenths % 10).into(),
        Cell::Text(text) => guarded(text),
    }
}

/// What makes a spreadsheet take a cell for a formula stands behind an apostrophe.
fn guarded(text: &str) -> Cow<'_, str> {
    let sign = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
    let formula = text.trim_start().starts_with(sign) || text.starts_with(['\t', '\r', '\n']);
    if formula { format!("'{text}").into() } else { text.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells() {
        let text = |text: &str| Cell::Text(text.to_owned());
        for (cell, line) in [
            (Cell::Empty, ""),
            (Cell::Whole(1200), "1200"),
            (Cell::Tenths(45), "4.5"),
            (Cell::Tenths(50), "5.0"),
            (text("one, two"), "\"one, two\""),
            (text("a \"word\""), "\"a \"\"word\"\"\""),
            (text("two\nlines"), "\"two\nlines\""),
            (text("=1+1"), "'=1+1"),
            (text("+34"), "'+34"),
            (text("-2, or less"), "\"'-2, or less\""),
            (text("@SUM(A1)"), "'@SUM(A1)"),
            (text("  =1"), "'  =1"),
            (text("\t=1"), "'\t=1"),
            (text("＝1"), "'＝1"),
            (text("1=1"), "1=1"),
            (text("añadió"), "añadió"),
        ] {
            let mut row = Row::default();
            (row[0], row[1]) = (cell, text("end"));
            let expected = format!("{line},end{}\r\n", ",".repeat(COLUMNS.len() - 2));
            assert_eq!(csv_lines(&[row]), expected);
        }
        assert!(csv_head().starts_with("cohort,figure,"));
        assert_eq!(csv_lines(&[]), "");
    }
}
