//! What is looked at before a file is parsed: its size, its encoding, its characters and its depth.

use super::codes::{CONTROL_CHARACTER, FILE_TOO_LARGE, MERGE_CONFLICT, NOT_UTF8, TOO_DEEP};
use crate::diag::{Diagnostic, Edit, FileId, Place, Span};
use crate::source::{FileKind, LARGEST_TEXT, SourceFile};

/// Brackets that may stand open when only one of the two readers looks at the file.
const MOST_BRACKETS: usize = 200;
/// Control characters that are named one by one.
const MOST_NAMED: usize = 5;

/// Whether a file can be parsed at all: UTF-8 and not too large. Says why where it cannot; files that are
/// not read as text, such as pictures and rows, pass.
pub fn check_file(id: FileId, source: &SourceFile, found: &mut Vec<Diagnostic>) -> bool {
    if matches!(source.kind, FileKind::Asset | FileKind::Rows { .. } | FileKind::Other) {
        return true;
    }
    if source.len > LARGEST_TEXT {
        let message =
            format!("this file has {} MB; a text file may have 5", source.len.div_ceil(1024 * 1024));
        found.push(
            Diagnostic::new(&FILE_TOO_LARGE, Place::whole(id), message)
                .help("split it, or keep rows of people and answers as CSV in the private folder"),
        );
        return false;
    }
    if let Some(at) = source.not_utf8 {
        found.push(not_utf8(id, at));
    }
    if let Some(at) = merge_mark(source) {
        let end = at + source.text[at..].lines().next().unwrap_or_default().len();
        let message = "this is the mark of a merge that was not finished";
        found.push(Diagnostic::new(&MERGE_CONFLICT, Place::new(id, Span::new(at, end)), message).help(
            "keep the right one of the two versions, and remove the lines with <<<<<<<, ======= and >>>>>>>",
        ));
        return false;
    }
    // The characters of YAML and guides are checked where they are parsed; a summary is Markdown alone.
    let is_summary = matches!(source.kind, FileKind::Summary(_));
    source.not_utf8.is_none() && (!is_summary || check_characters(id, &source.text, found))
}

/// Where git left two versions side by side; a guide may show such marks in a block of code.
fn merge_mark(source: &SourceFile) -> Option<usize> {
    let text = &*source.text;
    let begins =
        |at: &usize| text[*at..].starts_with("<<<<<<< ") && (*at == 0 || text[..*at].ends_with('\n'));
    // A single character is found at the speed of memory, and this one is rare.
    let marks = text.match_indices('<').map(|(at, _)| at).filter(begins);
    let is_shown = |at: usize| {
        let fence = |line: &&str| matches!(line.trim_start().get(..3), Some("```" | "~~~"));
        text[..at].lines().filter(fence).count() % 2 == 1
    };
    marks.into_iter().find(|at| text[*at..].contains("\n>>>>>>> ") && !is_shown(*at))
}

/// Says that a file is not text, and from which byte on.
pub fn not_utf8(id: FileId, at: usize) -> Diagnostic {
    let message = format!("this file is not UTF-8 text: byte {} cannot be read", at + 1);
    Diagnostic::new(&NOT_UTF8, Place::whole(id), message)
        .help("open it in your editor and save it with the encoding UTF-8 (in Notepad: Save as, Encoding)")
}

/// Whether a text is free of control characters; names the first few where it is not.
pub fn check_characters(file: FileId, text: &str, found: &mut Vec<Diagnostic>) -> bool {
    if is_plain(text.as_bytes()) {
        return true;
    }
    let bad = || text.char_indices().filter(|(_, c)| is_control(*c));
    let count = bad().count();
    for (at, c) in bad().take(MOST_NAMED) {
        let place = Place::new(file, Span::new(at, at + c.len_utf8()));
        let message = format!("a character stands here that is not text ({})", name(c));
        let mut finding = Diagnostic::new(&CONTROL_CHARACTER, place, message).help(match c {
            '\0' => "delete it; if the whole file looks like this, save it with the encoding UTF-8",
            _ if is_break(c) => "replace it by a space or by an ordinary line end",
            _ => "delete it; it often comes with a copy from another program",
        });
        let text = if is_break(c) { " ".to_owned() } else { String::new() };
        (finding.suggestion, finding.sure) = (Some(Edit { place, text }), true);
        found.push(finding);
    }
    if count > MOST_NAMED {
        let message = format!("the file holds {} more such characters", count - MOST_NAMED);
        found.push(Diagnostic::new(&CONTROL_CHARACTER, Place::whole(file), message));
    }
    count == 0
}

/// Whether a text holds nothing odd for sure: a quick look that lets ordinary texts pass.
fn is_plain(bytes: &[u8]) -> bool {
    // What odd characters beyond ASCII begin with: U+0080 to U+009F, U+2028 and U+2029, U+FEFF and above.
    let odd = |at: usize| match bytes[at] {
        0xc2 => bytes.get(at + 1).is_none_or(|b| *b < 0xa0),
        0xe2 => bytes.get(at + 1..at + 3).is_none_or(|b| matches!(b, [0x80, 0xa8 | 0xa9])),
        byte => byte == 0xef || byte == 0x7f || (byte < b' ' && !matches!(byte, b'\n' | b'\r' | b'\t')),
    };
    // Without a way out of the loop, the compiler looks at many bytes at once.
    let printable = |block: &[u8]| block.iter().fold(true, |all, b| all & matches!(b, b'\n' | b' '..=b'~'));
    bytes
        .chunks(64)
        .enumerate()
        .all(|(i, block)| printable(block) || !(i * 64..i * 64 + block.len()).any(odd))
}

/// What YAML refuses in a text.
fn is_control(c: char) -> bool {
    (c.is_control() && !matches!(c, '\t' | '\n' | '\r'))
        || matches!(c, '\u{feff}' | '\u{fffe}' | '\u{ffff}')
        || is_break(c)
}

/// A line end that only some programs know: YAML would break the line there, and editors do not show it.
fn is_break(c: char) -> bool {
    matches!(c, '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

fn name(c: char) -> String {
    let known = match c {
        '\0' => "NUL, ",
        '\u{8}' => "backspace, ",
        '\u{b}' => "vertical tab, ",
        '\u{c}' => "page break, ",
        '\u{1b}' => "escape, ",
        '\u{85}' => "next line, ",
        '\u{2028}' | '\u{2029}' => "line separator, ",
        '\u{feff}' => "byte-order mark, ",
        _ => "",
    };
    format!("{known}U+{:04X}", u32::from(c))
}

/// A file nested beyond sense.
pub(super) fn too_deep(place: Place) -> Diagnostic {
    Diagnostic::new(&TOO_DEEP, place, "lists and groups are nested deeper than 64 levels here")
        .help("look for brackets that are never closed, or for lines indented further and further")
}

/// Whether brackets are opened so often that `serde_yaml` would take minutes.
///
/// The count is a crude one, for files that `saphyr-parser` has refused; in any other file that reader has
/// counted the levels exactly.
pub(super) fn is_nested_too_deeply(text: &str) -> bool {
    let mut open = 0_usize;
    text.bytes().any(|byte| {
        match byte {
            b'[' | b'{' => open += 1,
            b']' | b'}' => open = open.saturating_sub(1),
            _ => {}
        }
        open > MOST_BRACKETS
    })
}
