//! Tera's errors as located findings.

use std::ops::Range;

use tera::ErrorKind;

use crate::diag::Diagnostic;
use crate::theme::{TEMPLATE_ERROR, Theme};

const HELP: &str = "the theme's README lists what each template receives";

/// The findings of one error; a failed check of references holds several.
pub(super) fn diagnose(theme: &Theme, template: &str, error: &tera::Error) -> Vec<Diagnostic> {
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let file = if report.filename().is_empty() { template } else { report.filename() };
            vec![at(theme, file, report.span().range.clone(), report.message()).help(HELP)]
        }
        ErrorKind::MissingParent { current, .. } => vec![whole(theme, current, &error.to_string())],
        ErrorKind::CircularExtend { tpl, .. } | ErrorKind::CircularInclude { tpl, .. } => {
            vec![whole(theme, tpl, &error.to_string())]
        }
        ErrorKind::Msg(text) => {
            let found: Vec<Diagnostic> = reports(theme, text);
            if found.is_empty() { vec![whole(theme, template, text)] } else { found }
        }
        _ => vec![whole(theme, template, &error.to_string())],
    }
}

/// A finding about a template as a whole.
pub(super) fn whole(theme: &Theme, template: &str, message: &str) -> Diagnostic {
    at(theme, template, 0..0, message)
}

fn at(theme: &Theme, template: &str, span: Range<usize>, message: &str) -> Diagnostic {
    let mut message = message.trim().trim_end_matches('.').to_owned();
    if let Some(first) = message.get(..1) {
        message = first.to_lowercase() + &message[1..];
    }
    Diagnostic::new(&TEMPLATE_ERROR, theme.place(template, span), message)
}

/// References that lead nowhere come as drawn reports in one text: `error: …`, then `--> file:line:column`,
/// then the line with carets below it.
fn reports(theme: &Theme, text: &str) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut message = "";
    let mut place = None;
    for line in text.lines() {
        if let Some(rest) = line.strip_prefix("error: ") {
            message = rest;
        } else if let Some(rest) = line.trim_start().strip_prefix("--> ") {
            place = locus(theme, rest);
        } else if let Some((file, start)) = place
            && line.ends_with('^')
        {
            let width = line.bytes().rev().take_while(|b| *b == b'^').count();
            found.push(at(theme, file, start..start + width, message));
            place = None;
        }
    }
    found
}

/// The byte offset of `file:line:column`, both counted from 1.
fn locus<'r>(theme: &Theme, text: &'r str) -> Option<(&'r str, usize)> {
    let mut parts = text.rsplitn(3, ':');
    let column: usize = parts.next()?.parse().ok()?;
    let line: usize = parts.next()?.parse().ok()?;
    let file = parts.next()?;
    let source = theme.template(file)?;
    let start: usize = source.split_inclusive('\n').take(line - 1).map(str::len).sum();
    let rest = source.get(start..)?;
    let within = rest.char_indices().nth(column - 1).map_or(rest.len(), |(at, _)| at);
    Some((file, start + within))
}
