//! Causal words beside a measure or a feature: nobody has seen the same cohort without it.
//!
//! Reads the stories of cohorts and the decisions of `changes.yaml`, sentence by sentence. Careful rather than
//! thorough: it speaks only where the sentence names a measure or feature and does not doubt itself.

use super::causal_words::Words;
use super::links_texts::Source;
use super::{Ctx, Rule, field};
use crate::diag::{Code, Diagnostic, Place, Severity, Span};
use crate::model::{Change, Text};
use crate::parse::Doc;
use crate::parse::markdown::{LinkKind, Node, Tag};

/// Causal words in stories and changes.
#[derive(Debug)]
pub struct CausalWords;

/// A cause that figures cannot show.
pub static CAUSAL_WORDS: Code = Code {
    word: "causal-words",
    severity: Severity::Warning,
    says: "A story or a change says that something brought a figure about.",
    why: "A cohort is seen once, with all that was different about it. What moved beside a change may have moved without it, and readers copy what they read as proven.",
    example: "Completion rose thanks to the longer training.        # nobody can know\nCompletion changed alongside the longer training.     # what was seen",
    fix: "Say what was seen: \"was associated with\", \"changed alongside\". Or give the reason in a sentence that names no measure and no feature.",
};

impl Rule for CausalWords {
    fn codes(&self) -> &'static [&'static Code] {
        const { &[&CAUSAL_WORDS] }
    }

    fn check(&self, cx: &Ctx, found: &mut Vec<Diagnostic>) {
        let first = cx.handbook.first_language();
        for source in Source::all(cx).iter().filter(|source| source.guide.is_none()) {
            let Some(words) = Words::of(cx, source.language.unwrap_or(first)) else { continue };
            for block in blocks(source.doc) {
                for claim in words.claims(&block.text) {
                    let place =
                        block.place(claim.at).map_or(Place::whole(source.file), |at| source.place(at));
                    found.push(finding(place, claim.cause, claim.beside));
                }
            }
        }
        for change in &cx.handbook.changes {
            decision(cx, change, found);
        }
    }
}

/// What a change says of itself, in each language.
fn decision(cx: &Ctx, change: &Change, found: &mut Vec<Diagnostic>) {
    let first = cx.handbook.first_language();
    let texts: [(&str, Option<&Text>); 2] =
        [("name", change.name.as_ref()), ("summary", Some(&change.summary))];
    for (key, text) in texts.into_iter().filter_map(|(key, text)| Some((key, text?))) {
        let named: Vec<&str> = text.languages().collect();
        let plain = [first];
        for language in if named.is_empty() { &plain[..] } else { &named } {
            let Some(words) = Words::of(cx, language) else { continue };
            let keys = if named.is_empty() { vec![key] } else { vec![key, *language] };
            let claims = words.claims(text.exact(language).unwrap_or_default());
            found.extend(
                claims
                    .map(|claim| finding(field::value(cx, change.origin, &keys), claim.cause, claim.beside)),
            );
        }
    }
}

fn finding(place: Place, cause: &str, beside: &str) -> Diagnostic {
    let beside = if beside == LINKED { "a measure".to_owned() } else { format!("“{beside}”") };
    let message = format!("“{cause}” beside {beside} claims a cause that figures cannot show");
    Diagnostic::new(&CAUSAL_WORDS, place, message)
        .help("say what was seen, as in “changed alongside”, or give the reason in a sentence of its own")
}

/// Stands in a block's text where a measure is linked.
pub(super) const LINKED: &str = "\u{fffc}";

/// A paragraph, heading, item or cell as one text, with the places of its parts in the file.
#[derive(Default)]
struct Block {
    text: String,
    parts: Vec<(usize, Span)>,
}

impl Block {
    /// Where bytes of the text stand in the file.
    fn place(&self, at: std::ops::Range<usize>) -> Option<Span> {
        let find = |byte: usize| {
            let (start, span) = self.parts.iter().rev().find(|(start, _)| *start <= byte)?;
            Some(span.start as usize + byte - start)
        };
        Some(Span::new(find(at.start)?, find(at.end - 1)? + 1))
    }
}

fn blocks(doc: &Doc) -> Vec<Block> {
    let mut blocks = vec![Block::default()];
    for node in doc.nodes() {
        let Some(block) = blocks.last_mut() else { continue };
        match node {
            Node::Text(piece) => {
                block.parts.extend(piece.span().map(|span| (block.text.len(), span)));
                block.text.push_str(doc.str(*piece));
            }
            Node::Soft | Node::Hard => block.text.push(' '),
            Node::Open(Tag::Link(link)) if is_measure(doc, *link) => block.text.push_str(LINKED),
            Node::Open(Tag::Link(_) | Tag::Emphasis | Tag::Strong) => {}
            Node::Open(_) => blocks.push(Block::default()),
            _ => {}
        }
    }
    blocks
}

fn is_measure(doc: &Doc, link: u32) -> bool {
    let link = doc.links.get(link as usize);
    link.is_some_and(|link| link.kind == LinkKind::Wiki && doc.str(link.word) == "measure")
}
