//! Embeds name something that exists, and stand alone on their lines.

use super::links_texts::Source;
use super::reference::UNKNOWN_REFERENCE;
use super::{Ctx, Rule};
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::{CheckIn, Mark, Role};
use crate::parse::markdown::Embed;

/// Embeds.
#[derive(Debug)]
pub struct Embeds;

/// An embed within a sentence.
pub static EMBED_IN_SENTENCE: Code = Code {
    word: "embed-in-sentence",
    severity: Severity::Error,
    says: "An embed stands within a sentence, a table or a heading.",
    why: "A question card or a sheet is a block of its own; inside a sentence there is no room for it, and it would be left out.",
    example: "Ask ![[question:mid-works]] and wait.   # wrong\n\nAsk, and wait:                          # right\n\n![[question:mid-works]]",
    fix: "Put the embed on a line of its own, or write `[[question:…]]` for a link.",
};

/// An embed of a kind that does not exist, or of something that is empty.
pub static UNKNOWN_EMBED: Code = Code {
    word: "unknown-embed",
    severity: Severity::Error,
    says: "An embed is of a kind that does not exist, lacks a part of its name, or would be empty.",
    why: "The page would show nothing where you meant a sheet or a question.",
    example: "![[sheet:midpoint]]          # wrong: whose sheet?\n![[sheet:midpoint/mentee]]   # right",
    fix: "The embeds: question:ID, questions:CHECK-IN/ROLE, sheet:CHECK-IN/ROLE, cards:CHECK-IN, expectations, timeline.",
};

pub(super) const EMBEDS: &[&str] = &["question", "questions", "sheet", "cards", "expectations", "timeline"];

static CODES: &[&Code] = &[&EMBED_IN_SENTENCE, &UNKNOWN_EMBED, &UNKNOWN_REFERENCE];

impl Rule for Embeds {
    fn codes(&self) -> &'static [&'static Code] {
        CODES
    }

    fn is_about_texts(&self) -> bool {
        true
    }

    fn check(&self, cx: &Ctx, found: &mut Vec<Diagnostic>) {
        for source in Source::all(cx) {
            for embed in &source.doc.embeds {
                if !embed.alone {
                    found.push(
                        Diagnostic::new(
                            &EMBED_IN_SENTENCE,
                            source.place(embed.span),
                            "an embed stands alone on its line",
                        )
                        .help("put it on a line of its own, or leave out the `!` for a link"),
                    );
                }
                found.extend(check(cx, &source, embed));
            }
        }
    }
}

fn check(cx: &Ctx, source: &Source, embed: &Embed) -> Option<Diagnostic> {
    let (word, target) = (source.doc.str(embed.word), source.doc.str(embed.target));
    let place = source.piece(embed.target, embed.span);
    let empty =
        |message: String, help: &str| Some(Diagnostic::new(&UNKNOWN_EMBED, place, message).help(help));
    match word {
        "question" if cx.index.place(Mark::Question, target).is_some() => None,
        "question" => Some(unknown(cx, source, embed, Mark::Question, target)),
        "expectations" if cx.handbook.program.expectations.is_empty() => empty(
            "the program names no expectations".to_owned(),
            "list the questions at the outset under `expectations` in program.yaml",
        ),
        "expectations" | "timeline" => None,
        "questions" | "sheet" | "cards" => {
            let (id, role) = target.split_once('/').unwrap_or((target, ""));
            let Some(check_in) = cx.handbook.check_in(id) else {
                if cx.index.place(Mark::CheckIn, id).is_some() {
                    return None; // its own findings say why it could not be read
                }
                return Some(unknown(cx, source, embed, Mark::CheckIn, id));
            };
            match Role::from_word(role) {
                None if word == "sheet" || !role.is_empty() => empty(
                    format!("`{target}` does not name a role"),
                    &format!("write `{word}:{id}/mentor` or `{word}:{id}/mentee`"),
                ),
                role if asks(check_in, role) => None,
                _ => empty(
                    format!("`{target}` asks nothing"),
                    "list its questions under `reflections` of the check-in",
                ),
            }
        }
        _ => {
            let place = source.piece(embed.word, embed.span);
            let found = Diagnostic::new(&UNKNOWN_EMBED, place, format!("there is no embed `{word}`"));
            let is_file = word.contains('.');
            let help =
                if is_file { "write an image as ![what it shows](file.png)" } else { UNKNOWN_EMBED.fix };
            Some(found.help(help).nearest(word, EMBEDS.iter().copied()))
        }
    }
}

/// Whether a check-in has questions for a role, or for any.
fn asks(check_in: &CheckIn, role: Option<Role>) -> bool {
    let for_role = |of: Role| role.is_none_or(|role| of == role || of == Role::Both || role == Role::Both);
    check_in.reflections.iter().any(|r| for_role(r.role) && !r.questions.is_empty())
}

fn unknown(cx: &Ctx, source: &Source, embed: &Embed, mark: Mark, id: &str) -> Diagnostic {
    let place = source.piece(embed.target.part(0..id.len()), embed.span);
    Diagnostic::new(&UNKNOWN_REFERENCE, place, format!("there is no {} `{id}`", mark.word()))
        .nearest(id, cx.index.ids(mark))
}
