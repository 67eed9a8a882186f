//! One record of CSV, cell by cell, with an eye on its quotation marks.
//!
//! Splits exactly as the csv crate reads, and says what that crate passes over: a mark that is never closed, or
//! closed in the middle of a text, joins rows that are none of its business.

use std::ops::Range;

/// A record as it is written.
pub(super) struct Written {
    /// Its cells, with their quotes.
    pub cells: Vec<Range<usize>>,
    /// One past its last byte, before the line break.
    pub end: usize,
    /// The mark that is not closed where a cell ends.
    pub tear: Option<usize>,
    /// Whether that mark stays open to the end of the text.
    pub is_open: bool,
}

#[derive(Clone, Copy, PartialEq)]
enum State {
    Start,
    Plain,
    Quoted,
    Closed,
    Space,
}

/// The record that starts at a byte, after blank lines.
pub(super) fn record(bytes: &[u8], start: usize, separator: u8) -> Written {
    let mut at = skip_breaks(bytes, start);
    let first = at;
    let mut this = Written { cells: Vec::new(), end: at, tear: None, is_open: false };
    let (mut state, mut from, mut opened, mut loose) = (State::Start, at, None, None);
    loop {
        let byte = bytes.get(at).copied();
        state = match (state, byte) {
            (State::Quoted, None) => {
                this.is_open = true;
                this.tear = this.tear.or(opened);
                break;
            }
            (State::Quoted, Some(b'"')) => State::Closed,
            (State::Quoted, _) | (State::Closed, Some(b'"')) => State::Quoted,
            (_, None | Some(b'\r' | b'\n')) => break,
            (_, Some(b)) if b == separator => {
                this.cells.push(from..at);
                from = at + 1;
                State::Start
            }
            (State::Start, Some(b'"')) => {
                opened = Some(at);
                State::Quoted
            }
            (State::Closed | State::Space, Some(b' ' | b'\t')) => State::Space,
            (State::Closed | State::Space, _) => {
                this.tear = this.tear.or(opened);
                State::Plain
            }
            (State::Plain, Some(b'"')) => {
                loose = loose.or(opened).or(Some(at));
                State::Plain
            }
            _ => State::Plain,
        };
        at += 1;
    }
    this.cells.push(from..at);
    this.end = at;
    // A mark inside a text is harmless on one line; where lines were joined, it was meant to open a cell, and
    // what it tore comes before any later tear.
    if bytes[first..at].contains(&b'\n') {
        this.tear = this.tear.into_iter().chain(loose).min();
    }
    this
}

/// The first byte that breaks no line.
pub(super) fn skip_breaks(bytes: &[u8], start: usize) -> usize {
    let rest = bytes.get(start..).unwrap_or_default();
    start + rest.iter().position(|b| !matches!(b, b'\r' | b'\n')).unwrap_or(rest.len())
}

/// Where the line ends that holds a byte, its break included.
pub(super) fn line_end(bytes: &[u8], at: usize) -> usize {
    let rest = &bytes[at..];
    let line = rest.iter().position(|b| matches!(b, b'\r' | b'\n')).unwrap_or(rest.len());
    at + line + if rest[line..].starts_with(b"\r\n") { 2 } else { usize::from(line < rest.len()) }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn tear(text: &str) -> Option<usize> {
        record(text.as_bytes(), 0, b',').tear
    }

    #[test]
    fn marks_that_join_what_does_not_belong_together() {
        for sound in
            ["a,\"b\"\n", "a,\"b\"\"c\"", "\"two\nlines\",b", "5\" wide,b\n", "\"a\" ,b", "\"\",\"\"\r\n"]
        {
            assert_eq!(tear(sound), None, "{sound:?}");
        }
        for torn in
            ["a,\"b\nc,d", "a,\"b\"c", "a,\"b\nc,\"d\"", "a,\"b\nc,\",x\"\n", "a,\"b\" c,d", "a,\"\"\"\n"]
        {
            assert_eq!(tear(torn), Some(2), "{torn:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn splits_as_the_csv_crate_reads(text in "[ab,\"\n\r ]{0,40}") {
            let mut csv = csv::ReaderBuilder::new();
            let mut reader = csv.has_headers(false).flexible(true).from_reader(text.as_bytes());
            let mut at = 0;
            let mut cells = csv::StringRecord::new();
            while reader.read_record(&mut cells).unwrap() {
                let written = record(text.as_bytes(), at, b',');
                assert_eq!(written.cells.len(), cells.len(), "{text:?} at {at}");
                at = written.end;
            }
            assert_eq!(skip_breaks(text.as_bytes(), at), text.len());
        }
    }
}
