//! Plain texts that were meant as a key or a list item, as a space is missing or is not a plain one; and values
//! that were lost to a comment.

use super::codes::YAML_LOOKALIKE;
use super::line::in_quotes;
use super::places::{Form, Shape};
use crate::diag::{Diagnostic, Edit, FileId, Place, Span};

/// The space that word processors set where a line must not break.
pub(super) const NBSP: char = '\u{a0}';

/// Looks at every unquoted text of a file.
pub(super) fn check(file: FileId, text: &str, shape: &Shape, found: &mut Vec<Diagnostic>) {
    match &shape.form {
        Form::Scalar(_, true) => found.extend(look(file, text, shape.span)),
        Form::Scalar(_, false) => {}
        Form::List(items) => items.iter().for_each(|item| check(file, text, item, found)),
        Form::Map(entries) => {
            for (key, value) in entries {
                found.extend(swallowed(file, text, key, value));
                check(file, text, key, found);
                check(file, text, value, found);
            }
        }
    }
}

fn look(file: FileId, text: &str, span: Span) -> Option<Diagnostic> {
    let written = text.get(span.range())?;
    let start = span.start as usize;
    let say = |message: &str, help: &str, at: usize, len: usize| {
        let place = Place::new(file, Span::new(start + at, start + at + len));
        let mut finding = Diagnostic::new(&YAML_LOOKALIKE, Place::new(file, span), message).help(help);
        (finding.suggestion, finding.sure) = (Some(Edit { place, text: " ".to_owned() }), true);
        Some(finding)
    };
    if let Some(at) = wrong_space(written) {
        let message = "the space here is a non-breaking one, which YAML takes as a letter";
        return say(message, "type an ordinary space in its place", at, NBSP.len_utf8());
    }
    if let Some(at) =
        lines(written).find(|at| no_space_after_dash(&written[*at..]) && begins_line(text, start + at))
    {
        let message = "this reads as text, not as a list item: there is no space after the dash";
        return say(message, "write `- ` before the item, or put quotes around the text", at + 1, 0);
    }
    if let Some(at) = lines(written).skip(1).find(|at| written[*at..].starts_with("- ")) {
        let message = "this list is read as part of the text above it";
        let place = Place::new(file, Span::new(start + at, start + at + 1));
        let help = "move the first value into the list, or put quotes around the whole text if it is one";
        return Some(Diagnostic::new(&YAML_LOOKALIKE, place, message).help(help));
    }
    if !begins_line(text, start) {
        return None;
    }
    let colon = no_space_after_colon(written)?;
    let message = "this reads as text, not as a key with a value: there is no space after the colon";
    say(message, "write a space after the colon, or put quotes around the text", colon + 1, 0)
}

/// `accent: #7a2e1f`: from `#` on it is a comment, and the key has no value.
fn swallowed(file: FileId, text: &str, key: &Shape, value: &Shape) -> Option<Diagnostic> {
    let is_null = matches!(&value.form, Form::Scalar(written, true) if matches!(&**written, "" | "~"));
    let line = text.get(key.span.end as usize..)?.lines().next()?;
    let after = line.strip_prefix(':')?;
    let comment = after.trim();
    let glued = comment.strip_prefix('#')?.starts_with(|c: char| !c.is_whitespace() && c != '#');
    if !is_null || !glued || after.starts_with('#') {
        return None;
    }
    // What a comment of its own follows is the value alone.
    let meant = comment.split(" #").next().unwrap_or(comment).trim_end();
    let start = key.span.end as usize + line.find('#')?;
    let place = Place::new(file, Span::new(start, start + meant.len()));
    let message = "from here on this is a comment, so the key has no value";
    let finding = Diagnostic::new(&YAML_LOOKALIKE, place, message)
        .help("put quotes around the value, or a space after `#` if it is a comment");
    Some(Diagnostic { suggestion: Some(Edit { place, text: in_quotes(meant) }), sure: true, ..finding })
}

/// A non-breaking space at the start, or right after a colon or dash.
pub(super) fn wrong_space(written: &str) -> Option<usize> {
    let mut before = None;
    for (at, c) in written.char_indices() {
        if c == NBSP && matches!(before, None | Some(':' | '-')) {
            return Some(at);
        }
        before = Some(c);
    }
    None
}

/// Where the first and every further line of a text begins, without its indentation.
fn lines(written: &str) -> impl Iterator<Item = usize> {
    let further = written.match_indices('\n').map(|(at, _)| {
        let rest = &written[at + 1..];
        at + 1 + rest.len() - rest.trim_start().len()
    });
    std::iter::once(0).chain(further)
}

/// `-word`.
pub(super) fn no_space_after_dash(written: &str) -> bool {
    written.strip_prefix('-').is_some_and(|rest| rest.starts_with(char::is_alphabetic))
}

/// The colon of `word:value`; addresses such as `https://…` are no such thing.
pub(super) fn no_space_after_colon(written: &str) -> Option<usize> {
    let (word, rest) = written.split_once(':')?;
    let is_key = !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
    let is_address = rest.starts_with("//") || matches!(word, "mailto" | "tel" | "sms" | "data");
    let glued = rest.starts_with(|c: char| !c.is_whitespace());
    (is_key && glued && !is_address).then_some(word.len())
}

/// Whether nothing but indentation and dashes stands before it on its line.
fn begins_line(text: &str, start: usize) -> bool {
    let line = text[..start].rfind('\n').map_or(0, |at| at + 1);
    text[line..start].bytes().all(|b| matches!(b, b' ' | b'-'))
}
