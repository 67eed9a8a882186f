//! A `published.yaml` that stands as `mentorbook release` wrote it, read line by line: a program keeps many.
//!
//! Takes exactly what [`Release`] prints. Whatever else stands in the file is none of its business: it says
//! nothing, and the file is read as YAML, with everything that there is to say about it.

use std::collections::BTreeMap;
use std::str::Lines;

use super::disclose::Fact;
use super::published::{Release, fingerprint, meaning};
use crate::diag::FileId;

/// The release, if every line is as it was written and the figures are those of its name.
pub(super) fn read(file: FileId, text: &str) -> Option<Release> {
    let plain = text.bytes().all(|byte| matches!(byte, b' '..=b'~' | b'\n' | b'\r'));
    if !plain {
        return None;
    }
    let mut lines = Significant(text.lines());
    let mut value = |key: &str| lines.next()?.strip_prefix(key)?.strip_prefix(": ");
    if value("schema")? != "1" {
        return None;
    }
    let id = value("release")?.to_owned();
    let of: String = serde_json::from_str(&json(value("of")?)?).ok()?;
    let date = value("date").filter(|date| date.len() == 10)?.parse().ok()?;
    let mut line = lines.next()?;
    let as_of = line.strip_prefix("data_as_of: ");
    if as_of.is_some() {
        line = lines.next()?;
    }
    let as_of = match as_of {
        Some(day) => Some(day.parse().ok().filter(|_| day.len() == 10)?),
        None => None,
    };
    let closed = match line {
        "closed: yes" => true,
        "closed: no" => false,
        _ => return None,
    };
    let mut value = |key: &str| lines.next()?.strip_prefix(key)?.strip_prefix(": ");
    let (rules, k, group) = (number(value("rules")?)?, number(value("k")?)?, number(value("group")?)?);
    let mut line = lines.next()?;
    let mut held_back = Vec::new();
    if let Some(names) = line.strip_prefix("held_back: ") {
        held_back = serde_json::from_str(&json(names)?).ok()?;
        line = lines.next()?;
    }
    let mut means = BTreeMap::new();
    if line == "means:" {
        line = lines.next()?;
        while let Some(one) = line.strip_prefix("  - ") {
            means.extend(Some(
                meaning(one)
                    .filter(|(variable, meaning)| variable.split('.').all(is_name) && is_name(meaning))?,
            ));
            line = lines.next()?;
        }
    }
    let facts = match line {
        "facts:" => lines.map(fact).collect::<Option<Vec<_>>>()?,
        "facts: []" if lines.next().is_none() => Vec::new(),
        _ => return None,
    };
    let fingerprint = fingerprint(&of, closed, &facts);
    let named = id.strip_suffix(&fingerprint)?.strip_suffix('-')?;
    let is_word = named.bytes().all(|byte| byte.is_ascii_digit());
    is_word.then_some(Release { id, of, date, as_of, closed, rules, k, group, held_back, means, facts, file })
}

/// The lines that say something: no comments, none that is empty.
struct Significant<'t>(Lines<'t>);

impl<'t> Iterator for Significant<'t> {
    type Item = &'t str;

    fn next(&mut self) -> Option<&'t str> {
        self.0.find(|line| !line.is_empty() && !line.starts_with('#') && !line.starts_with("  #"))
    }
}

/// A name of ours, and not what YAML reads as a number or otherwise.
fn is_name(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_lowercase())
        && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

fn number(text: &str) -> Option<u32> {
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if digits && (text == "0" || !text.starts_with('0')) { text.parse().ok() } else { None }
}

fn fact(line: &str) -> Option<Fact> {
    serde_json::from_str(&json(line.strip_prefix("  - ")?)?).ok()
}

/// Whether YAML reads a word as something else than itself.
fn means_another(word: &str) -> bool {
    let words = ["null", "true", "false", "yes", "no", "on", "off"];
    words.iter().any(|one| one.eq_ignore_ascii_case(word))
}

/// A value on one line as JSON: words get their quotes back. Numbers are whole; what is neither is not ours.
fn json(flow: &str) -> Option<String> {
    let is_word = |c: char| c.is_ascii_alphanumeric() || "-_./@+".contains(c);
    let mut out = String::with_capacity(flow.len() + 64);
    let mut rest = flow;
    while let Some(c) = rest.chars().next() {
        let end = match c {
            '{' | '}' | '[' | ']' | ',' | ':' | ' ' => 1,
            // A text in quotes is JSON already. None that we print holds a quote or a backslash.
            '"' => rest[1..].find('"').filter(|end| !rest[1..=*end].contains('\\'))? + 2,
            _ if is_word(c) => rest.find(|c: char| !is_word(c)).unwrap_or(rest.len()),
            _ => return None,
        };
        let (part, after) = rest.split_at(end);
        if c.is_ascii_alphabetic() && !means_another(part) {
            out.push('"');
            out.push_str(part);
            out.push('"');
        } else if is_word(c) {
            number(part)?;
            out.push_str(part);
        } else {
            out.push_str(part);
        }
        rest = after;
    }
    Some(out)
}
