//! The reference: what the tables of the code say, as Markdown.
//!
//! Only writes out what entities, words and codes declare of themselves; says nothing of its own about any of
//! them. `explain` prints it, and copies that a test keeps true are checked in below `tests/reference/`.

use std::fmt::Write as _;

use crate::diag::Code;
use crate::model::{FILES, Field, FileModel};
use crate::pipeline;

/// All files of the content folder with their keys.
pub fn model() -> String {
    let mut out = String::from(
        "# The content model\n\nWhat stands in which file of the content folder. A key is optional where nothing else is \
         said. Every group of keys also takes `extra:`, which is passed to templates unread.\n",
    );
    for of in FILES {
        out.push('\n');
        out.push_str(&file(of));
    }
    out
}

/// One file with its keys.
pub fn file(of: &FileModel) -> String {
    let mut out = format!("## `{}`\n\n{}", of.path, of.doc.trim());
    out.push_str(if of.item.is_empty() { "\n\n" } else { " The file is a list of these.\n\n" });
    keys(of.fields, 0, &mut out);
    out
}

/// The names by which a file can be asked for: `cohort`, `cohort.yaml`, its whole path, or its folder.
pub fn names(of: &FileModel) -> [&'static str; 3] {
    let name = of.path.rsplit('/').next().unwrap_or(of.path);
    let stem = name.split('.').next().unwrap_or(name);
    let folder = of.path.split('/').next().unwrap_or(of.path);
    if stem == "*" { [of.path, folder, folder] } else { [of.path, name, stem] }
}

fn keys(fields: &[Field], depth: usize, out: &mut String) {
    let indent = "  ".repeat(depth);
    for field in fields {
        let otherwise = otherwise(field).map(|word| format!("; otherwise `{word}`")).unwrap_or_default();
        let required = if field.required { "; required" } else { "" };
        let takes = takes(field);
        let _ =
            writeln!(out, "{indent}- `{}` ({takes}{required}{otherwise}): {}", field.key, field.doc.trim());
        for word in field.words {
            let _ = writeln!(out, "{indent}  - `{}`: {}", word.word, word.doc.trim());
        }
        keys(field.fields, depth + 1, out);
    }
}

/// What a key takes, in a few words.
fn takes(field: &Field) -> String {
    let one = if field.item.is_empty() { field.takes } else { field.item };
    let one = match field.refers {
        Some(mark) => format!("the id of {} {}", article(mark.word()), mark.word()),
        None if !field.words.is_empty() => "one of these words".to_owned(),
        None => one.to_owned(),
    };
    if field.item.is_empty() { one } else { format!("{}, each: {one}", field.takes) }
}

fn article(word: &str) -> &'static str {
    if word.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" }
}

/// What a missing key stands for, as one would write it.
fn otherwise(field: &Field) -> Option<&'static str> {
    let variant = field.default.rsplit("::").next()?.trim();
    let word = field.words.iter().find(|word| word.variant == variant).map(|word| word.word);
    word.or(match variant {
        "false" => Some("no"),
        "true" => Some("yes"),
        _ => None,
    })
}

/// The documents of all codes.
pub fn findings() -> String {
    let codes = pipeline::codes();
    let mut out =
        format!("# Findings\n\nWhat `mentorbook` may find, by the {} codes of its messages.\n", codes.len());
    for code in codes {
        out.push_str(&finding(code));
    }
    out
}

fn finding(code: &Code) -> String {
    let Code { word, severity, says, why, example, fix } = code;
    let lines: Vec<&str> = example.trim_matches('\n').lines().map(str::trim_end).collect();
    let fence = if example.contains("```") { "````" } else { "```" };
    format!(
        "\n## `{word}`\n\n{says} ({})\n\n*Why:* {why}\n\n{fence}text\n{}\n{fence}\n\n*How to mend it:* {fix}\n",
        severity.word(),
        lines.join("\n"),
    )
}
