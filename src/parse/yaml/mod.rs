//! YAML files as trees of values, each with its place, and what is wrong with their form.
//!
//! Types are decided by `serde_yaml`; places come from `saphyr-parser`; the two are laid over each other.
//! Nothing here knows what a key means.

pub mod codes;
mod guard;
mod guess;
mod line;
mod lookalike;
mod places;
mod remedy;
mod repair;
mod values;
mod zip;

use crate::diag::{Diagnostic, FileId, Place, Span};
use crate::model::Node;

pub use codes::CODES;
pub use guard::{check_characters, check_file, not_utf8};
use places::Read;

/// The tree of a whole file; `None` where it cannot be read, which has then been reported.
///
/// An empty file is a [`Value::Null`](crate::model::Value). Duplicate keys, tags and lookalikes are
/// reported, and the rest of the file is read.
pub fn parse(file: FileId, text: &str, found: &mut Vec<Diagnostic>) -> Option<Node> {
    if check_characters(file, text, found) { tree(file, text, found) } else { None }
}

fn tree(file: FileId, text: &str, found: &mut Vec<Diagnostic>) -> Option<Node> {
    let shape = match places::read(text) {
        Read::Shape(shape) => Some(shape),
        Read::Refused(refused) => {
            found.push(refused.at(file));
            return None;
        }
        Read::Unreadable(_) if guard::is_nested_too_deeply(text) => {
            found.push(guard::too_deep(Place::whole(file)));
            return None;
        }
        Read::Unreadable(at) => match values::read(text) {
            Ok(raw) => {
                found.push(unusual(file, at, text));
                return Some(zip::zip(raw, None, file, found));
            }
            Err(error) => {
                found.push(remedy::explain(file, text, &error));
                return None;
            }
        },
    };
    match values::read(text) {
        Ok(raw) => {
            if let Some(shape) = &shape {
                lookalike::check(file, text, shape, found);
            }
            Some(zip::zip(raw, shape.as_ref(), file, found))
        }
        Err(error) => {
            found.push(remedy::explain(file, text, &error));
            None
        }
    }
}

/// The tree between the `---` lines at the head of a Markdown file, and where its body starts.
///
/// Places are those of the whole file, whose characters are checked. The body starts at 0 only where there is no
/// front matter at all.
pub fn front_matter(file: FileId, text: &str, found: &mut Vec<Diagnostic>) -> (Option<Node>, usize) {
    let clean = check_characters(file, text, found);
    let mut lines = text.split_inclusive('\n');
    let Some(first) = lines.next().filter(|line| line.trim_end() == "---") else {
        return (None, 0);
    };
    let mut end = first.len();
    for line in lines {
        if line.trim_end() == "---" {
            // The opening line stays in: it starts a YAML document, and so every place is that of the file.
            let node = if clean { tree(file, &text[..end], found) } else { None };
            return (node, end + line.len());
        }
        end += line.len();
    }
    let next = text[first.len()..].lines().next().unwrap_or_default();
    if next.split_once(':').is_some_and(|(key, _)| !key.is_empty() && !key.contains(' ')) {
        let place = Place::new(file, Span::new(0, 3));
        found.push(
            Diagnostic::new(&codes::YAML_SYNTAX, place, "the front matter that begins here has no end")
                .help("put a line with nothing but `---` below its last key"),
        );
        return (None, first.len());
    }
    (None, 0)
}

fn unusual(file: FileId, at: usize, text: &str) -> Diagnostic {
    let end = text[at..].chars().next().map_or(at, |c| at + c.len_utf8());
    let message =
        "this file is written in a way that not every YAML reader takes, so findings in it name no line";
    Diagnostic::new(&codes::YAML_UNUSUAL, Place::new(file, Span::new(at, end)), message)
        .help("write this place more simply, for example with quotes around the value")
}

#[cfg(test)]
mod tests;
