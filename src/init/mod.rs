//! The starter: a complete handbook for a new program, made from the one that ships in `content/`.
//!
//! Six answers in, files out. It keeps the comments of the shipped files, for they teach. It writes
//! nothing to disk and asks nobody anything.

mod cohort;
mod lines;
mod program;
mod prose;
mod scale;

use chrono::NaiveDate;
use include_dir::{Dir, DirEntry, include_dir};

use crate::model::{MatchModel, Population};
use scale::Scale;

static SHIPPED: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/content");

/// The name of the shipped program, which no new program keeps.
const SHIPPED_NAME: &str = "Harbor Mentoring";

/// Lengths that the starter's phases and check-ins fit into, in weeks.
pub const LENGTHS: std::ops::RangeInclusive<u32> = 5..=260;

/// Languages in which the starter's texts and the default theme ship; the guides are in the first.
pub const LANGUAGES: &[&str] = &["en", "es"];

/// What a new program says about itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answers {
    /// Its name.
    pub name: String,
    /// The length of a match, in weeks; one of [`LENGTHS`].
    pub weeks: u32,
    /// The first day of the first cohort.
    pub start: NaiveDate,
    /// Adults, minors or both.
    pub population: Population,
    /// How people are brought together.
    pub model: MatchModel,
    /// The languages of the site, English first.
    pub languages: Vec<String>,
    /// The IANA name of the time zone.
    pub timezone: String,
    /// Today, which decides whether the first cohort has begun.
    pub today: NaiveDate,
}

impl Answers {
    fn is_year(&self) -> bool {
        (35..=60).contains(&self.weeks)
    }

    fn speaks(&self, language: &str) -> bool {
        self.languages.iter().any(|l| l == language)
    }
}

/// A file to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StarterFile {
    /// Below the program's folder, with `/`.
    pub path: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// Every file of the new program, in order of path.
pub fn starter(answers: &Answers) -> Vec<StarterFile> {
    let scale = Scale::new(answers.weeks);
    let mut files = vec![file(".gitignore", include_str!("starter/gitignore"))];
    let mut shipped = Vec::new();
    collect(&SHIPPED, &mut shipped);
    for (path, bytes) in shipped {
        // What the shipped program went through is not what a new one starts from.
        if path.starts_with("cohorts/") || matches!(path.as_str(), "findings.yaml" | "changes.yaml") {
            continue;
        }
        let bytes = match std::str::from_utf8(bytes) {
            Ok(text) => adapt(&path, text, answers, scale).into_bytes(),
            Err(_) => bytes.to_vec(),
        };
        files.push(StarterFile { path: format!("content/{path}"), bytes });
    }
    let folder = cohort::id(answers.start);
    for (name, text) in cohort::files(answers, scale) {
        files.push(file(&format!("content/cohorts/{folder}/{name}"), &text));
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

fn file(path: &str, text: &str) -> StarterFile {
    StarterFile { path: path.to_owned(), bytes: text.as_bytes().to_vec() }
}

fn collect(folder: &'static Dir<'static>, files: &mut Vec<(String, &'static [u8])>) {
    for entry in folder.entries() {
        match entry {
            DirEntry::Dir(folder) => collect(folder, files),
            DirEntry::File(file) => {
                files.push((file.path().to_string_lossy().replace('\\', "/"), file.contents()));
            }
        }
    }
}

fn adapt(path: &str, text: &str, answers: &Answers, scale: Scale) -> String {
    match (path, path.rsplit('.').next()) {
        ("program.yaml", _) => program::program(text, answers, scale),
        ("LICENSE", _) => program::license(text, answers),
        (_, Some("yaml")) => program::lists(path, text, answers, scale),
        (_, Some("md")) => prose::guide(path, text, answers, scale),
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests;
