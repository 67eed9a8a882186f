//! Findings for machines: JSON, SARIF 2.1.0 and GitHub's workflow commands.

use std::fmt::Write as _;
use std::io::{self, Write};

use serde_json::{Map, Value, json};

use super::emit::{Lines, several_of};
use super::{Code, Diagnostic, Edit, Label, Place, Severity};

/// One document with all findings and their counts.
pub(super) fn json(
    shown: &[Diagnostic],
    at: &Lines<'_>,
    all: &[Diagnostic],
    out: &mut dyn Write,
) -> io::Result<()> {
    let count = |severity| several_of(all, severity);
    let document = json!({
        "findings": shown.iter().map(|one| finding(one, at)).collect::<Vec<_>>(),
        "errors": count(Severity::Error),
        "warnings": count(Severity::Warning),
        "notices": count(Severity::Notice),
    });
    print(&document, out)
}

fn print(document: &Value, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, document)?;
    writeln!(out)
}

fn finding(one: &Diagnostic, at: &Lines<'_>) -> Value {
    let label = |label: &Label| json!({ "place": place(label.place, at), "text": label.text });
    let edit = |edit: &Edit| json!({ "place": place(edit.place, at), "text": edit.text });
    json!({
        "code": one.code.word,
        "severity": one.severity.word(),
        "message": one.message,
        "place": place(one.primary.place, at),
        "label": one.primary.text,
        "related": one.related.iter().map(label).collect::<Vec<_>>(),
        "help": one.help,
        "suggestion": one.suggestion.as_ref().map(edit),
    })
}

/// Lines and columns count from 1, columns in characters, bytes from 0.
fn place(place: Place, at: &Lines<'_>) -> Value {
    let (start, end) = (at.start(place), at.end(place));
    json!({
        "file": at.name(place),
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
        "start_byte": place.span.start,
        "end_byte": place.span.end,
    })
}

/// A SARIF log with one run.
pub(super) fn sarif(shown: &[Diagnostic], at: &Lines<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut codes: Vec<&'static Code> = shown.iter().map(|one| one.code).collect();
    codes.sort_by_key(|code| code.word);
    codes.dedup_by_key(|code| code.word);
    let driver = json!({
        "name": "mentorbook",
        "version": env!("CARGO_PKG_VERSION"),
        "rules": codes.iter().map(|code| rule(code)).collect::<Vec<_>>(),
    });
    let results: Vec<Value> = shown.iter().map(|one| result(one, &codes, at)).collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{ "tool": { "driver": driver }, "columnKind": "unicodeCodePoints", "results": results }],
    });
    print(&log, out)
}

fn rule(code: &Code) -> Value {
    json!({
        "id": code.word,
        "shortDescription": { "text": code.says },
        "fullDescription": { "text": code.why },
        "help": { "text": format!("{}\n\n{}", code.fix, code.example) },
        "defaultConfiguration": { "level": sarif_level(code.severity) },
    })
}

fn sarif_level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Notice => "note",
    }
}

fn result(one: &Diagnostic, codes: &[&'static Code], at: &Lines<'_>) -> Value {
    let text = match &one.help {
        Some(help) => format!("{}\n{help}", one.message),
        None => one.message.clone(),
    };
    let related = |label: &Label| {
        let mut location = location(label.place, at);
        location.insert("message".to_owned(), json!({ "text": label.text }));
        location
    };
    let mut result = json!({
        "ruleId": one.code.word,
        "ruleIndex": codes.iter().position(|code| code.word == one.code.word),
        "level": sarif_level(one.severity),
        "message": { "text": text },
        "locations": Vec::from_iter(locations(one.primary.place, at)),
        "relatedLocations": one.related.iter().map(related).collect::<Vec<_>>(),
    });
    if let Some(edit) = &one.suggestion {
        result["fixes"] = json!([{
            "description": { "text": one.help.as_deref().unwrap_or(&one.message) },
            "artifactChanges": [{
                "artifactLocation": { "uri": uri(at.name(edit.place)) },
                "replacements": [{
                    "deletedRegion": region(edit.place, at),
                    "insertedContent": { "text": edit.text },
                }],
            }],
        }]);
    }
    result
}

/// Nothing for what concerns no file.
fn locations(place: Place, at: &Lines<'_>) -> Option<Map<String, Value>> {
    (!at.name(place).is_empty()).then(|| location(place, at))
}

fn location(place: Place, at: &Lines<'_>) -> Map<String, Value> {
    let physical = json!({ "artifactLocation": { "uri": uri(at.name(place)) }, "region": region(place, at) });
    Map::from_iter([("physicalLocation".to_owned(), physical)])
}

fn region(place: Place, at: &Lines<'_>) -> Value {
    let (start, end) = (at.start(place), at.end(place));
    json!({
        "startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column,
    })
}

/// A path as a relative address.
fn uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'-' | b'_' | b'.' | b'~') {
            uri.push(char::from(byte));
        } else {
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    uri
}

/// One workflow command each.
pub(super) fn github(shown: &[Diagnostic], at: &Lines<'_>, out: &mut dyn Write) -> io::Result<()> {
    for one in shown {
        let (start, end) = (at.start(one.primary.place), at.end(one.primary.place));
        let file = property(at.name(one.primary.place));
        let mut message = one.message.clone();
        if let Some(help) = &one.help {
            message = format!("{message}\n{help}");
        }
        let (severity, word) = (one.severity.word(), property(one.code.word));
        write!(out, "::{severity} title={word}")?;
        if !file.is_empty() {
            write!(out, ",file={file},line={},col={}", start.line, start.column)?;
        }
        if !file.is_empty() && end.line == start.line && end.column > start.column {
            write!(out, ",endColumn={}", end.column)?;
        }
        writeln!(out, "::{}", data(&message))?;
    }
    Ok(())
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
