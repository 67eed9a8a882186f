//! Accepted findings: a readable file that is committed, so that only new findings count.
//!
//! An entry names code, file and message but no line: edits above a finding do not break it. A finding that
//! occurs several times is counted, so that one more of it is new.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::{Diagnostic, Files};

/// What makes a finding the same as yesterday's.
type Key = (String, String, String);

/// The accepted findings with how often each may occur.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Baseline {
    accepted: BTreeMap<Key, usize>,
}

/// What is left of a run's findings.
#[derive(Debug, Default)]
pub struct Compared {
    /// Findings that are not accepted.
    pub new: Vec<Diagnostic>,
    /// How many were accepted.
    pub accepted: usize,
    /// Accepted findings that are gone, as `file: code: message`; their entries can be removed.
    pub fixed: Vec<String>,
}

const HEAD: &str = "\
# Findings that this program has accepted for now: mentorbook reports only what is not listed here.
# Written by `mentorbook check --update-baseline`; remove an entry when it is mended.
";

impl Baseline {
    /// Reads a file that [`Baseline::write`] has written. The error says what is wrong, with its line.
    pub fn read(text: &str) -> Result<Self, String> {
        let entries: Option<Vec<Entry>> = serde_yaml::from_str(text).map_err(|error| error.to_string())?;
        let mut accepted = BTreeMap::new();
        for entry in entries.unwrap_or_default() {
            *accepted.entry((entry.file, entry.code, entry.message)).or_default() += entry.count.max(1);
        }
        Ok(Self { accepted })
    }

    /// Accepts everything that was found.
    pub fn of(found: &[Diagnostic], files: &dyn Files) -> Self {
        let mut accepted = BTreeMap::new();
        for one in found {
            *accepted.entry(key(one, files)).or_default() += one.stands_for as usize;
        }
        Self { accepted }
    }

    /// As a file, in order of file, code and message. Messages about private files are not written: they may
    /// quote what participants wrote; their code stands for them.
    pub fn write(&self) -> String {
        let mut text = HEAD.to_owned();
        if self.accepted.is_empty() {
            text.push_str("[]\n");
        }
        for ((file, code, message), count) in &self.accepted {
            let quoted = |part: &str| serde_json::Value::from(part).to_string();
            let (file, message) = (quoted(file), quoted(message));
            let _ = write!(text, "- code: {code}\n  file: {file}\n  message: {message}\n");
            if *count > 1 {
                let _ = writeln!(text, "  count: {count}");
            }
        }
        text
    }

    /// Takes out what is accepted.
    pub fn apply(&self, found: Vec<Diagnostic>, files: &dyn Files) -> Compared {
        let mut left = self.accepted.clone();
        let mut new = Vec::new();
        let mut accepted = 0;
        for mut one in found {
            let taken = take(&mut left, &key(&one, files), one.stands_for);
            accepted += taken as usize;
            if taken < one.stands_for {
                one.stands_for -= taken;
                new.push(one);
            }
        }
        let fixed = left.into_iter().filter(|(_, count)| *count > 0);
        let fixed = fixed.map(|((file, code, message), _)| format!("{file}: {code}: {message}")).collect();
        Compared { new, accepted, fixed }
    }
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    code: String,
    file: String,
    message: String,
    #[serde(default)]
    count: usize,
}

fn key(one: &Diagnostic, files: &dyn Files) -> Key {
    let file = one.primary.place.file;
    let message = if files.private(file) { String::new() } else { one.message.clone() };
    (files.name(file).to_owned(), one.code.word.to_owned(), message)
}

/// How many of so many findings are accepted.
fn take(left: &mut BTreeMap<Key, usize>, key: &Key, many: u32) -> u32 {
    let Some(count) = left.get_mut(key) else { return 0 };
    let taken = many.min(u32::try_from(*count).unwrap_or(u32::MAX));
    *count -= taken as usize;
    taken
}

#[cfg(test)]
#[path = "baseline_tests.rs"]
mod tests;
