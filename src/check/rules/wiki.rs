//! Wiki links and embeds name something of the right kind.

use super::links::{anchor, to_guide};
use super::links_texts::Source;
use super::reference::{UNKNOWN_REFERENCE, meant};
use super::wiki_embeds::EMBEDS;
use super::{Ctx, Rule};
use crate::diag::{Code, Diagnostic, Edit, Severity, Span};
use crate::model::{Id, Mark};
use crate::parse::markdown::Link;

/// Wiki links.
#[derive(Debug)]
pub struct WikiLinks;

/// A wiki link of a kind that does not exist.
pub static UNKNOWN_LINK_KIND: Code = Code {
    word: "unknown-link-kind",
    severity: Severity::Error,
    says: "A wiki link does not say what kind of thing it names, names a kind that does not exist, or is not closed.",
    why: "A guide and a phase may share an id; without the kind, nobody can tell which page was meant.",
    example: "[[endings/policy]]          # wrong: what is it?\n[[guide:endings/policy]]    # right",
    fix: "Write the kind, a colon and the id. The kinds: guide, question, check-in, phase, measure, cohort, session, person, contact, term, count, minutes.",
};

/// A number that the data does not hold.
pub static NO_SUCH_NUMBER: Code = Code {
    word: "no-such-number",
    severity: Severity::Error,
    says: "`[[minutes:…]]` names something that does not say how long it takes.",
    why: "The sentence would have a hole where the number belongs.",
    example: "The conversation takes [[minutes:midpoint]] minutes.   # needs `minutes: 60` at the check-in",
    fix: "Add `minutes` to the check-in, calendar row or guide, or write the sentence without the number.",
};

/// The kinds of wiki links, and what each may name.
const KINDS: &[(&str, &[Mark])] = &[
    ("guide", &[Mark::Guide]),
    ("question", &[Mark::Question]),
    ("check-in", &[Mark::CheckIn]),
    ("phase", &[Mark::Phase]),
    ("measure", &[Mark::Measure]),
    ("cohort", &[Mark::Cohort]),
    ("session", &[Mark::Session]),
    ("person", &[Mark::Person]),
    ("contact", &[Mark::Contact]),
    ("term", &[Mark::Term]),
    ("count", &[Mark::CalendarRow, Mark::CheckIn]),
    ("minutes", &[Mark::CheckIn, Mark::CalendarRow, Mark::Guide]),
];

static CODES: &[&Code] = &[&UNKNOWN_REFERENCE, &UNKNOWN_LINK_KIND, &NO_SUCH_NUMBER];

impl Rule for WikiLinks {
    fn codes(&self) -> &'static [&'static Code] {
        CODES
    }

    fn is_about_texts(&self) -> bool {
        true
    }

    fn check(&self, cx: &Ctx, found: &mut Vec<Diagnostic>) {
        for source in Source::all(cx) {
            let wiki = |link: &&Link| link.kind == crate::parse::markdown::LinkKind::Wiki;
            found.extend(source.doc.links.iter().filter(wiki).filter_map(|link| check(cx, &source, link)));
            found.extend(unclosed(cx, &source));
        }
    }
}

/// Texts that begin like a wiki link or embed and never end: the page would show the brackets.
fn unclosed(cx: &Ctx, source: &Source) -> Vec<Diagnostic> {
    let Some(text) = cx.sources.get(source.file).map(|file| &*file.text) else { return Vec::new() };
    let is_kind = |rest: &str| {
        let word = rest.split(':').next().unwrap_or_default();
        rest.len() > word.len() && (KINDS.iter().any(|(kind, _)| *kind == word) || EMBEDS.contains(&word))
    };
    let holds = |span: Span, at: usize| span.range().contains(&at);
    let is_open = |at: &usize| {
        let inside = at + 2;
        text[*at..].starts_with("[[")
            && !source.doc.links.iter().any(|link| holds(link.span, *at))
            && is_kind(&text[inside..])
            && !text[..*at].ends_with('\\')
            && source.doc.prose().any(|(span, _)| holds(span, inside))
    };
    let open = text.match_indices('[').map(|(at, _)| at).filter(is_open);
    let say = |at: usize| {
        let line = text[at..].lines().next().unwrap_or_default();
        let place = source.place(Span::new(at, at + line.trim_end().len()));
        Diagnostic::new(&UNKNOWN_LINK_KIND, place, "this link is not closed")
            .help("write `]]` right after the id, or after the words that follow `|`")
    };
    open.map(say).collect()
}

fn check(cx: &Ctx, source: &Source, link: &Link) -> Option<Diagnostic> {
    let (word, id) = (source.doc.str(link.word), source.doc.str(link.target));
    let Some((_, marks)) = KINDS.iter().find(|(kind, _)| *kind == word) else {
        return Some(unknown_kind(cx, source, link, word, id));
    };
    if !marks.iter().any(|mark| cx.index.place(*mark, id).is_some()) {
        return Some(unknown_id(cx, source, link, marks, id));
    }
    match word {
        "guide" => to_guide(cx, source, link, cx.index.guide(id)?),
        "check-in" => with_page(cx, source, link, cx.handbook.check_in(id)?.guide.as_ref().map(|g| &g.id)),
        "phase" => with_page(cx, source, link, cx.handbook.phase(id)?.guide.as_ref().map(|g| &g.id)),
        "minutes" => has_minutes(cx, id).is_none().then(|| {
            let place = source.piece(link.target, link.span);
            Diagnostic::new(&NO_SUCH_NUMBER, place, format!("`{id}` does not say how many minutes it takes"))
                .help(format!("add `minutes:` to `{id}`"))
        }),
        _ => None,
    }
}

/// A check-in or phase that a guide describes: the anchor is one of that guide's.
fn with_page(cx: &Ctx, source: &Source, link: &Link, guide: Option<&Id>) -> Option<Diagnostic> {
    let guide =
        guide.and_then(|id| cx.handbook.guide_in(id.as_str(), source.language.unwrap_or_default()))?;
    if cx.edition.holds(&guide.front.audience) { anchor(source, link, &guide.doc) } else { None }
}

fn has_minutes(cx: &Ctx, id: &str) -> Option<u32> {
    let row = || cx.handbook.calendar.iter().find(|row| row.id.as_str() == id).and_then(|row| row.minutes);
    let guide = || cx.handbook.guide(id).and_then(|guide| guide.front.minutes);
    cx.handbook.check_in(id).and_then(|check_in| check_in.minutes).or_else(row).or_else(guide)
}

fn unknown_kind(cx: &Ctx, source: &Source, link: &Link, word: &str, id: &str) -> Diagnostic {
    let kinds = || KINDS.iter().map(|(kind, _)| *kind);
    if !word.is_empty() {
        let place = source.piece(link.word, link.span);
        return Diagnostic::new(
            &UNKNOWN_LINK_KIND,
            place,
            format!("there are no links of the kind `{word}`"),
        )
        .help(format!("the kinds: {}", kinds().collect::<Vec<_>>().join(", ")))
        .nearest(word, kinds());
    }
    let place = source.piece(link.target, link.span);
    let found = Diagnostic::new(
        &UNKNOWN_LINK_KIND,
        place,
        format!("`[[{id}]]` does not say what kind of thing it names"),
    );
    let meant = KINDS.iter().find(|(_, marks)| cx.index.place(marks[0], id).is_some());
    match meant {
        Some((kind, _)) => {
            let mut found = found.help(format!("write `[[{kind}:{id}]]`"));
            found.suggestion = Some(Edit { place, text: format!("{kind}:{id}") });
            found
        }
        None => {
            found.help(format!("write the kind before a colon: {}", kinds().collect::<Vec<_>>().join(", ")))
        }
    }
}

fn unknown_id(cx: &Ctx, source: &Source, link: &Link, marks: &[Mark], id: &str) -> Diagnostic {
    let wanted = marks.iter().map(|mark| mark.word()).collect::<Vec<_>>().join(" or ");
    let place = source.piece(link.target, link.span);
    let mut found = Diagnostic::new(&UNKNOWN_REFERENCE, place, format!("there is no {wanted} `{id}`"));
    let other = KINDS.iter().find(|(_, marks)| cx.index.place(marks[0], id).is_some());
    if let Some((kind, _)) = other {
        found = found.help(format!("`{id}` exists as another kind: write `[[{kind}:{id}]]`"));
        return found;
    }
    let id = if marks == [Mark::Session] && !id.contains('/') {
        found = found
            .help("write the cohort's id, a slash and the session's id: [[session:2026-spring/kickoff]]");
        id
    } else {
        id
    };
    meant(cx, found, marks, id)
}
