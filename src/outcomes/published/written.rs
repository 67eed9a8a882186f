//! A release as it stands in `published.yaml`.
//!
//! Must write nothing that [`super::release`] or the quick way does not read back.

use std::fmt;

use super::Release;
use crate::outcomes::words;

impl fmt::Display for Release {
    /// As `published.yaml`: a figure on each line, below a comment that says it in words.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "# Written by `mentorbook release`: the only outcomes that public pages know. Read it before you"
        )?;
        writeln!(f, "# commit it. To change a figure, correct the rows and release again.")?;
        writeln!(f, "schema: 1\nrelease: {}\nof: {}\ndate: {}", self.id, self.of, self.date)?;
        if let Some(day) = self.as_of {
            writeln!(f, "data_as_of: {day}")?;
        }
        writeln!(f, "closed: {}", if self.closed { "yes" } else { "no" })?;
        writeln!(
            f,
            "# An exact count leaves more than k people on either side; below the group, nothing is told."
        )?;
        writeln!(f, "rules: {}\nk: {}\ngroup: {}", self.rules, self.k, self.group)?;
        if !self.held_back.is_empty() {
            writeln!(
                f,
                "# Later corrected data of these are not shown, for they could tell of the few who changed."
            )?;
            writeln!(f, "held_back: [{}]", self.held_back.join(", "))?;
        }
        if !self.means.is_empty() {
            writeln!(f, "# As each was defined then: a figure is shown while its definition stays.\nmeans:")?;
        }
        for (variable, meaning) in &self.means {
            writeln!(f, "  - {variable} {meaning}")?;
        }
        f.write_str("facts:")?;
        if self.facts.is_empty() {
            f.write_str(" []")?;
        }
        let mut population = "";
        for fact in &self.facts {
            if fact.key.population() != population {
                f.write_str("\n")?;
                population = fact.key.population();
            }
            let value = serde_json::to_value(fact).map_err(|_| fmt::Error)?;
            write!(f, "  # {}\n  - {}\n", words::sentence(fact), Flow(&value))?;
        }
        Ok(())
    }
}

/// A value as one line of YAML, with as few quotes as it takes.
struct Flow<'v>(&'v serde_json::Value);

impl fmt::Display for Flow<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use serde_json::Value as Json;
        match self.0 {
            Json::String(text) if is_plain(text) => f.write_str(text),
            Json::Array(items) => {
                f.write_str("[")?;
                for (i, item) in items.iter().enumerate() {
                    write!(f, "{}{}", if i > 0 { ", " } else { "" }, Flow(item))?;
                }
                f.write_str("]")
            }
            Json::Object(entries) => {
                f.write_str("{ ")?;
                for (i, (key, value)) in entries.iter().enumerate() {
                    write!(f, "{}{key}: {}", if i > 0 { ", " } else { "" }, Flow(value))?;
                }
                f.write_str(" }")
            }
            other => write!(f, "{other}"),
        }
    }
}

/// Whether YAML reads a text as itself without quotes.
fn is_plain(text: &str) -> bool {
    let word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '/' | '@' | '+');
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.chars().all(word)
        && !matches!(text, "null" | "true" | "false" | "yes" | "no" | "on" | "off")
}
