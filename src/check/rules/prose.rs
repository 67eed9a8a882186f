//! Personal data does not belong in what everybody may read.
//!
//! The findings never repeat the value: they end up in public logs.

use std::collections::HashSet;

use super::links_texts::Source;
use super::prose_patterns::{digits, mails, phones};
use super::{Ctx, Rule};
use crate::diag::{Code, Diagnostic, FileId, Place, Severity, Span};
use crate::parse::markdown::{LinkKind, Node};
use crate::source::{FileKind, Root};

/// Personal data.
#[derive(Debug)]
pub struct PersonalData;

/// A mail address or phone number that no contact declares.
pub static PERSONAL_DATA: Code = Code {
    word: "personal-data",
    severity: Severity::Error,
    says: "A public text holds a mail address or phone number that is not one of the program's contacts.",
    why: "Pages are copied, indexed and kept by others; a person's address cannot be called back once it is out.",
    example: "Write to ana.lopez@example.com        # wrong: whose address is this?\nWrite to [[contact:coordinator]]      # right: declared once, changed once",
    fix: "If it is an address of the program, declare it under `contacts` in program.yaml. Otherwise take it out, and out of the history of the repository too.",
};

static CODES: &[&Code] = &[&PERSONAL_DATA];

impl Rule for PersonalData {
    fn codes(&self) -> &'static [&'static Code] {
        CODES
    }

    fn is_about_texts(&self) -> bool {
        true
    }

    fn check(&self, cx: &Ctx, found: &mut Vec<Diagnostic>) {
        let known = Known::new(cx);
        for source in Source::all(cx) {
            let mut spans = in_links(&source, &known);
            for (span, text) in prose(&source) {
                spans.extend(
                    known.strange(text).into_iter().map(|(kind, at)| (kind, shifted(at, span.start))),
                );
            }
            // A link whose words are its address is one finding.
            spans.sort_by_key(|(_, span)| *span);
            spans.dedup_by(|later, earlier| later.1.start < earlier.1.end);
            found.extend(spans.into_iter().map(|(kind, span)| finding(kind, source.file, span)));
        }
        for (file, text) in yaml(cx) {
            let strange = known.strange_in_yaml(text);
            found.extend(strange.into_iter().map(|(kind, span)| finding(kind, file, span)));
        }
    }
}

/// What was found, in words.
type Kind = &'static str;
const MAIL: Kind = "a mail address";
const PHONE: Kind = "a phone number";

/// What the program's contacts declare.
struct Known {
    mails: HashSet<String>,
    phones: HashSet<String>,
}

impl Known {
    fn new(cx: &Ctx) -> Self {
        let contacts = || cx.handbook.program.contacts.iter();
        let numbers =
            contacts().filter_map(|c| c.phone.as_deref()).chain(cx.handbook.program.emergency.as_deref());
        Self {
            // One that is written with more than itself is reported as such.
            mails: contacts().filter_map(|c| c.email.as_deref()).flat_map(addresses).collect(),
            phones: numbers.map(digits).collect(),
        }
    }

    fn has_mail(&self, mail: &str) -> bool {
        self.mails.contains(&mail.to_lowercase())
    }

    /// With or without the country's code.
    fn has_phone(&self, phone: &str) -> bool {
        let phone = digits(phone);
        self.phones
            .iter()
            .any(|known| known.ends_with(&phone) || phone.ends_with(known.as_str()) && known.len() > 6)
    }

    fn strange(&self, text: &str) -> Vec<(Kind, Span)> {
        let mails = mails(text).filter(|at| !self.has_mail(&text[at.clone()])).map(|at| (MAIL, at));
        let phones = phones(text).filter(|at| !self.has_phone(&text[at.clone()])).map(|at| (PHONE, at));
        mails.chain(phones).map(|(kind, at)| (kind, Span::new(at.start, at.end))).collect()
    }

    /// YAML is full of figures: only numbers with a country's code count.
    fn strange_in_yaml(&self, text: &str) -> Vec<(Kind, Span)> {
        let mut strange = self.strange(text);
        strange.retain(|(kind, span)| *kind == MAIL || text[span.range()].starts_with('+'));
        strange
    }
}

/// A contact's address, also where words stand around it.
fn addresses(email: &str) -> Vec<String> {
    let inside = mails(email).map(|at| email[at].to_lowercase());
    inside.chain([email.to_lowercase()]).collect()
}

/// Runs of text, and code within lines: both are printed.
fn prose<'a>(source: &Source<'a>) -> Vec<(Span, &'a str)> {
    let doc = source.doc;
    let code = doc.nodes().iter().filter_map(|node| match node {
        Node::Code(piece) => piece.span().map(|span| (span, doc.str(*piece))),
        _ => None,
    });
    doc.prose().chain(code).collect()
}

fn in_links(source: &Source, known: &Known) -> Vec<(Kind, Span)> {
    let mut spans = Vec::new();
    for link in &source.doc.links {
        let target = source.doc.str(link.target).split('?').next().unwrap_or_default();
        let kind = match link.kind {
            LinkKind::Mail if !target.is_empty() && !known.has_mail(target) => MAIL,
            LinkKind::Phone if !known.has_phone(target) => PHONE,
            _ => continue,
        };
        spans.push((kind, link.target.span().unwrap_or(link.span)));
    }
    spans
}

/// The YAML of the content folder, front matter included.
fn yaml<'a>(cx: &Ctx<'a>) -> impl Iterator<Item = (FileId, &'a str)> {
    cx.sources.iter().filter(|(_, file)| file.root == Root::Content).filter_map(|(id, file)| {
        match file.kind {
            FileKind::Guide => {
                file.text.strip_prefix("---")?.find("\n---").map(|end| (id, &file.text[..end + 3]))
            }
            FileKind::Asset | FileKind::Other | FileKind::Summary(_) | FileKind::Rows { .. } => None,
            _ => Some((id, &*file.text)),
        }
    })
}

fn shifted(span: Span, by: u32) -> Span {
    Span { start: span.start + by, end: span.end + by }
}

fn finding(kind: Kind, file: FileId, span: Span) -> Diagnostic {
    Diagnostic::new(&PERSONAL_DATA, Place::new(file, span), format!("{kind} that no contact declares"))
        .help("declare it under `contacts` in program.yaml and write [[contact:…]], or take it out")
}
