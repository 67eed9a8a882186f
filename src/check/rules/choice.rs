//! Choices that exclude the others of their question.
//!
//! Judges the words alone; rows are not known here.

use super::{Ctx, Rule, field};
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::{Answer, Choice};

/// Choices of a question that takes several, none of which says whether it stands alone, or one that reads as if it did.
#[derive(Debug)]
pub struct ChoiceAlone;

/// With what such a choice begins, in the languages that the program ships.
const BEGINNINGS: [&str; 21] = [
    "none",
    "nothing",
    "nobody",
    "no one",
    "neither",
    "never",
    "not applicable",
    "not sure",
    "prefer not",
    "i prefer not",
    "do not know",
    "don't know",
    "i do not know",
    "i don't know",
    "ningun",
    "ningún",
    "nada",
    "nadie",
    "nunca",
    "prefiero no",
    "no lo sé",
];

impl Rule for ChoiceAlone {
    fn codes(&self) -> &'static [&'static Code] {
        const { &[&CHOICE_ALONE] }
    }

    fn check(&self, cx: &Ctx, found: &mut Vec<Diagnostic>) {
        for question in &cx.handbook.questions {
            let Answer::Choices(set) = &question.answer else { continue };
            if set.many && set.choices.len() > 2 && set.choices.iter().all(|one| one.alone.is_none()) {
                let message = format!(
                    "no choice of `{}` says whether it stands alone, so the first is told and no other",
                    question.id
                );
                let place = field::value(cx, set.origin, &["choices"]);
                found.push(Diagnostic::new(&CHOICE_ALONE, place, message).help(
                    "write `alone: true` to one such as “none of these”; where each may be taken with others, `alone: false` to the first",
                ));
                continue;
            }
            let unsaid = |one: &&Choice| one.alone.is_none() && reads_alone(one);
            for choice in set.choices.iter().filter(|_| set.many).filter(unsaid) {
                let message = format!("`{}` reads as if who takes it took no other choice", choice.id);
                let place = field::value(cx, choice.origin, &["name"]);
                found.push(Diagnostic::new(&CHOICE_ALONE, place, message).help(
                    "write `alone: true`, and it is not told by itself; or `alone: false` if others may be taken with it",
                ));
            }
        }
    }
}

fn reads_alone(choice: &Choice) -> bool {
    let id = choice.id.as_str().replace('-', " ");
    let names = choice.name.languages().filter_map(|language| choice.name.exact(language));
    let mut words = names.chain([id.as_str()]).map(|words| words.to_lowercase().replace('\u{2019}', "'"));
    words.any(|words| BEGINNINGS.iter().any(|beginning| words.starts_with(beginning)))
}

/// A choice that seems to exclude the others.
pub static CHOICE_ALONE: Code = Code {
    word: "choice-alone",
    severity: Severity::Warning,
    says: "Of a question that takes several choices, one says whether it stands alone, as “none of these” does.",
    why: "Who takes such a one took no other choice. Beside the number who did, the share of another choice could tell that everybody else took it.",
    example: "- { id: none, name: None of these, alone: true }",
    fix: "Write `alone: true`, or `alone: false` where it may be taken with others. Until then the first choice is told, and no other.",
};
