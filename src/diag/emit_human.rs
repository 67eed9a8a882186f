//! Findings as rustc draws them: the line, a caret, the remedy.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{self, Write};
use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{
    AnnotationKind, Group, Level, Origin, Patch, Renderer, Snippet, normalize_untrusted_str,
};

use super::emit::{Lines, Look};
use super::{Diagnostic, Edit, FileId, Label, Place, Severity};

type Texts<'a> = BTreeMap<FileId, Cow<'a, str>>;

/// From this many on, findings that say the same are drawn once, with the places of the others.
const ALIKE: usize = 3;
/// Places that are then named.
const MOST_PLACES: usize = 12;
/// Characters of a line beyond which a suggestion says enough in words: a paragraph is not drawn twice.
const LONGEST_PATCH: usize = 160;

/// Draws each finding, with an empty line after it.
pub(super) fn human(
    shown: &[Diagnostic],
    texts: &Texts<'_>,
    at: &Lines<'_>,
    look: &Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    let renderer = if look.colour { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.term_width(look.width).decor_style(DecorStyle::Ascii);
    let said = |one: &Diagnostic| (one.code.word, one.message.clone(), one.help.clone());
    let mut alike: BTreeMap<_, Vec<usize>> = BTreeMap::new();
    for (i, one) in shown.iter().enumerate().filter(|(_, one)| !at.name(one.primary.place).is_empty()) {
        alike.entry(said(one)).or_default().push(i);
    }
    for (i, one) in shown.iter().enumerate() {
        let same = alike.get(&said(one)).map_or(&[][..], Vec::as_slice);
        let folded = look.snippets && same.len() >= ALIKE;
        if folded && same.first() != Some(&i) {
            continue;
        }
        let mut report = if look.snippets { drawn(one, texts, at) } else { vec![plain(one, at)] };
        if folded {
            let others: Vec<&Diagnostic> = same.iter().skip(1).filter_map(|i| shown.get(*i)).collect();
            report.push(Group::with_title(Level::NOTE.secondary_title(also_in(&others, at))));
        }
        writeln!(out, "{}\n", renderer.render(&report))?;
    }
    Ok(())
}

/// Where the same is found, in a few words.
fn also_in(others: &[&Diagnostic], at: &Lines<'_>) -> String {
    let place = |one: &&Diagnostic| {
        let start = at.start(one.primary.place);
        format!("{}:{}:{}", at.name(one.primary.place), start.line, start.column)
    };
    let mut places: Vec<String> = others.iter().take(MOST_PLACES).map(place).collect();
    if others.len() > MOST_PLACES {
        places.push(format!("and {} more", others.len() - MOST_PLACES));
    }
    format!("the same in {} more places: {}", others.len(), places.join(", "))
}

fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Notice => Level::NOTE.with_name("notice"),
    }
}

fn origin<'a>(place: Place, at: &'a Lines<'_>) -> Origin<'a> {
    let origin = Origin::path(at.name(place));
    if place == Place::whole(place.file) {
        return origin;
    }
    let start = at.start(place);
    origin.line(start.line).char_column(start.column)
}

/// Without lines of the file.
fn plain<'a>(one: &'a Diagnostic, at: &'a Lines<'_>) -> Group<'a> {
    let mut group = heading(one);
    let places = std::iter::once(one.primary.place).chain(one.related.iter().map(|label| label.place));
    for place in places.filter(|place| !at.name(*place).is_empty()) {
        group = group.element(origin(place, at));
    }
    match &one.help {
        Some(help) => group.element(Level::HELP.message(normalize_untrusted_str(help))),
        None => group,
    }
}

fn heading(one: &Diagnostic) -> Group<'_> {
    Group::with_title(level(one.severity).primary_title(&*one.message).id(one.code.word))
}

/// With the lines that it names, and the mended lines where a suggestion can be applied.
fn drawn<'a>(one: &'a Diagnostic, texts: &'a Texts<'_>, at: &'a Lines<'_>) -> Vec<Group<'a>> {
    let mut group = heading(one);
    let file = one.primary.place.file;
    let (same, other): (Vec<&Label>, Vec<&Label>) =
        one.related.iter().partition(|label| label.place.file == file);
    group = with_lines(group, &one.primary, &same, texts, at);
    for label in other {
        group = with_lines(group, label, &[], texts, at);
    }
    let patch = one.suggestion.as_ref().and_then(|edit| patch(edit, texts, at));
    let help = one.help.as_deref().map(normalize_untrusted_str);
    match (help, patch) {
        (help, Some(patch)) => {
            let title = help.unwrap_or_else(|| "write it like this".to_owned());
            vec![group, Level::HELP.secondary_title(title).element(patch)]
        }
        (Some(help), None) => vec![group.element(Level::HELP.message(help))],
        (None, None) => vec![group],
    }
}

fn with_lines<'a>(
    group: Group<'a>,
    main: &'a Label,
    also: &[&'a Label],
    texts: &'a Texts<'_>,
    at: &'a Lines<'_>,
) -> Group<'a> {
    if at.name(main.place).is_empty() {
        return group;
    }
    let text = texts.get(&main.place.file).map_or("", |text| text);
    if text.is_empty() || *main == (Label { place: Place::whole(main.place.file), text: String::new() }) {
        return group.element(origin(main.place, at));
    }
    let spans =
        || std::iter::once(main).chain(also.iter().copied()).map(|label| first_line(text, label.place));
    let window = window(text, spans());
    let mark = |(i, (span, label)): (usize, (Range<usize>, &'a Label))| {
        let kind = if i == 0 { AnnotationKind::Primary } else { AnnotationKind::Context };
        let mark = kind.span(span.start - window.start..span.end - window.start);
        if label.text.is_empty() { mark } else { mark.label(&*label.text) }
    };
    let labels = std::iter::once(main).chain(also.iter().copied());
    let first = also.iter().map(|label| label.place).chain([main.place]).min().unwrap_or(main.place);
    let snippet = Snippet::source(&text[window.clone()])
        .path(at.name(main.place))
        .line_start(at.start(first).line)
        .annotations(spans().zip(labels).enumerate().map(mark));
    group.element(snippet)
}

fn patch<'a>(edit: &'a Edit, texts: &'a Texts<'_>, at: &'a Lines<'_>) -> Option<Snippet<'a, Patch<'a>>> {
    let text = texts.get(&edit.place.file)?;
    let span = edit.place.span.range();
    text.get(span.clone())?;
    let window = window(text, std::iter::once(span.clone()));
    if text[window.clone()].lines().any(|line| line.chars().count() > LONGEST_PATCH) {
        return None;
    }
    let patch = Patch::new(span.start - window.start..span.end - window.start, &*edit.text);
    let snippet =
        Snippet::source(&text[window]).path(at.name(edit.place)).line_start(at.start(edit.place).line);
    Some(snippet.patch(patch))
}

/// The part of a span on its first line: a caret under a whole group of lines says less than one.
fn first_line(text: &str, place: Place) -> Range<usize> {
    let Range { start, end } = place.span.range();
    let start = boundary(text, start);
    let end = boundary(text, end).max(start);
    let line = text[start..end].find('\n').map_or(end, |at| start + at);
    start..start + text[start..line].trim_end().len()
}

/// The whole lines that hold these spans: the renderer need not read the rest of a large file.
fn window(text: &str, spans: impl Iterator<Item = Range<usize>>) -> Range<usize> {
    let (start, end) =
        spans.fold((text.len(), 0), |(start, end), span| (start.min(span.start), end.max(span.end)));
    let start = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let end = text[end.max(start)..].find('\n').map_or(text.len(), |at| end.max(start) + at);
    start..end
}

fn boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
