//! Marks that are written so that they stay plain text: a heading without its space, an alert of no kind, a path
//! with spaces.

use super::links_texts::Source;
use super::{Ctx, Rule};
use crate::diag::{Code, Diagnostic, Edit, Severity, Span, nearest};
use crate::parse::markdown::{Node, Tag};

/// Marks that are not read as such.
#[derive(Debug)]
pub struct Marks;

/// A mark that stays text.
pub static MARK_AS_TEXT: Code = Code {
    word: "mark-as-text",
    severity: Severity::Warning,
    says: "A heading, an alert, a link or an image is written in a way that leaves it as plain text.",
    why: "Readers would see hashes and brackets, and no heading, box or picture.",
    example: "##Before the meeting          # wrong: a space is missing\n> [!INFO]                      # wrong: no such alert\n![The room](our room.png)      # wrong: a path with a space\n## Before the meeting         # right\n> [!NOTE]                      # right\n![The room](<our room.png>)    # right",
    fix: "Write a space after the hashes; one of NOTE, TIP, IMPORTANT, WARNING and CAUTION alone on the alert's first line; angle brackets around a path with spaces. To print such a mark, put a backslash before it.",
};

static CODES: &[&Code] = &[&MARK_AS_TEXT];

const ALERTS: [&str; 5] = ["NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"];

impl Rule for Marks {
    fn codes(&self) -> &'static [&'static Code] {
        CODES
    }

    fn is_about_texts(&self) -> bool {
        true
    }

    fn check(&self, cx: &Ctx, found: &mut Vec<Diagnostic>) {
        for source in Source::all(cx) {
            let Some(text) = cx.sources.get(source.file).map(|file| &*file.text) else { continue };
            for (start, quoted) in paragraphs(&source) {
                let line = text[start..].lines().next().unwrap_or_default();
                found.extend(heading(&source, line, start));
                found.extend(quoted.then(|| alert(&source, line, start)).flatten());
            }
            for (span, said) in source.doc.prose() {
                let start = span.start as usize;
                // The bracket may be a text of its own, for it could have begun a link.
                let own = (said.starts_with('(') && text[..start].ends_with(']')).then_some(0);
                let Some(at) = own.or_else(|| said.find("](").map(|at| at + 1)) else { continue };
                let at = start + at;
                found.extend(path(&source, text[at..].lines().next().unwrap_or_default(), at));
            }
        }
    }
}

/// Where the words of each paragraph begin in the file, and whether it opens a quotation.
fn paragraphs<'s>(source: &'s Source) -> impl Iterator<Item = (usize, bool)> + 's {
    let nodes = source.doc.nodes();
    nodes.windows(2).enumerate().filter_map(move |(i, pair)| match pair {
        [Node::Open(Tag::Paragraph), Node::Text(piece)] if !source.doc.is_escaped(*piece) => {
            let quoted = i > 0 && nodes[i - 1] == Node::Open(Tag::Quote);
            Some((piece.span()?.start as usize, quoted))
        }
        _ => None,
    })
}

fn heading(source: &Source, line: &str, start: usize) -> Option<Diagnostic> {
    let words = line.trim_start_matches('#');
    let hashes = line.len() - words.len();
    // "#1" and "#mentoring" are words of their own.
    let meant = match hashes {
        1 => words.starts_with(char::is_uppercase),
        _ => (2..=6).contains(&hashes) && words.starts_with(char::is_alphanumeric),
    };
    meant.then(|| {
        let message = "this heading has no space after its hashes, so it is plain text";
        let edit = Edit { place: source.place(span(start + hashes, 0)), text: " ".to_owned() };
        let mut one =
            Diagnostic::new(&MARK_AS_TEXT, source.place(span(start, line.trim_end().len())), message)
                .help(format!("write `{} {}`", &line[..hashes], words.trim_end()));
        (one.suggestion, one.sure) = (Some(edit), true);
        one
    })
}

fn alert(source: &Source, line: &str, start: usize) -> Option<Diagnostic> {
    let (kind, after) = line.strip_prefix("[!")?.split_once(']')?;
    let upper = kind.trim().to_uppercase();
    let (message, help) = if ALERTS.contains(&upper.as_str()) {
        if after.trim().is_empty() && kind.trim() == kind {
            return None;
        }
        let title = after.trim();
        (
            "the kind of an alert stands alone on its line".to_owned(),
            format!("write `> [!{upper}]`, and on the next line `> **{title}**`"),
        )
    } else {
        let near = nearest(&upper, ALERTS).unwrap_or("NOTE");
        let known = ALERTS.join(", ");
        (
            format!("`{}` is no kind of alert, so this is a quotation", kind.trim()),
            format!("it takes: {known}. Write `> [!{near}]`"),
        )
    };
    Some(Diagnostic::new(&MARK_AS_TEXT, source.place(span(start, kind.len() + 3)), message).help(help))
}

/// `(our room.png)` after a bracket.
fn path(source: &Source, rest: &str, start: usize) -> Option<Diagnostic> {
    let inside = rest[1..].split_once(')')?.0;
    let is_file = inside.rsplit_once('.').is_some_and(|(name, ending)| {
        !name.is_empty()
            && (2..=4).contains(&ending.len())
            && ending.chars().all(|c| c.is_ascii_alphanumeric())
    });
    (inside.contains(' ') && is_file && !inside.contains(['<', '"'])).then(|| {
        let message = format!("the path `{inside}` has a space, so this is plain text");
        Diagnostic::new(&MARK_AS_TEXT, source.place(span(start + 1, inside.len())), message)
            .help(format!("write `(<{inside}>)`, or better give the file a name without spaces"))
    })
}

fn span(start: usize, length: usize) -> Span {
    Span::new(start, start + length)
}
