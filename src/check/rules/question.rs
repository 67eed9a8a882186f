//! Scales that can be answered on, and questions that somebody is asked.

use std::collections::HashSet;

use super::{Ctx, Rule, field};
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::{Answer, Mark};
use crate::parse::Doc;
use crate::parse::markdown::LinkKind;

/// Scales and their labels.
#[derive(Debug)]
pub struct Scales;

impl Rule for Scales {
    fn codes(&self) -> &'static [&'static Code] {
        const { &[&SCALE_RANGE, &CHOICES_FEW, &CHOICES_MANY] }
    }

    fn check(&self, cx: &Ctx, found: &mut Vec<Diagnostic>) {
        for (id, scale) in &cx.handbook.scales {
            if scale.min >= scale.max {
                let place = field::value(cx, scale.origin, &["max"]);
                let message = format!("`{id}` goes from {} to {}", scale.min, scale.max);
                found.push(Diagnostic::new(&SCALE_RANGE, place, message).help("`max` is greater than `min`"));
                continue;
            }
            for label in scale.labels.keys() {
                if label.as_str().parse::<i32>().is_ok_and(|n| (scale.min..=scale.max).contains(&n)) {
                    continue;
                }
                let place = field::key(cx, scale.origin, &["labels", label.as_str()]);
                let message = format!(
                    "`{label}` is not a value of `{id}`, which goes from {} to {}",
                    scale.min, scale.max
                );
                let help = "correct the value, or widen the scale with `min` or `max`";
                found.push(Diagnostic::new(&SCALE_RANGE, place, message).help(help));
            }
        }
        for question in &cx.handbook.questions {
            let Answer::Choices(set) = &question.answer else { continue };
            let (code, help) = match set.choices.len() {
                0 | 1 => (
                    &CHOICES_FEW,
                    "add the other choices; a question with one answer is best asked as `yes_no`",
                ),
                32.. if set.many => {
                    (&CHOICES_MANY, "keep the choices that people take, or ask it as two questions")
                }
                _ => continue,
            };
            let message = format!("`{}` has {} choices", question.id, set.choices.len());
            let place = field::value(cx, set.origin, &["choices"]);
            found.push(Diagnostic::new(code, place, message).help(help));
        }
    }
}

/// Questions that nobody is asked.
#[derive(Debug)]
pub struct UnusedQuestions;

impl Rule for UnusedQuestions {
    fn codes(&self) -> &'static [&'static Code] {
        const { &[&QUESTION_UNUSED] }
    }

    fn check(&self, cx: &Ctx, found: &mut Vec<Diagnostic>) {
        let book = cx.handbook;
        let mut used: HashSet<&str> =
            cx.refs.iter().filter(|used| used.mark == Mark::Question).map(|used| used.id.as_str()).collect();
        book.guides.iter().for_each(|guide| asked_in(&guide.doc, &mut used));
        let summaries = book.cohorts.iter().flat_map(|cohort| &cohort.summaries);
        summaries.for_each(|(_, _, doc)| asked_in(doc, &mut used));
        for question in book.questions.iter().filter(|question| !used.contains(question.id.as_str())) {
            let place = field::value(cx, question.origin, &["id"]);
            found.push(
                Diagnostic::new(&QUESTION_UNUSED, place, format!("nobody is asked `{}`", question.id))
                    .help("use it in a check-in, a phase, a survey, a measure or a guide, or remove it"),
            );
        }
    }
}

fn asked_in<'a>(doc: &'a Doc, used: &mut HashSet<&'a str>) {
    let links =
        doc.links.iter().filter(|link| link.kind == LinkKind::Wiki).map(|link| (link.word, link.target));
    let embeds = doc.embeds.iter().map(|embed| (embed.word, embed.target));
    for (word, target) in links.chain(embeds) {
        if doc.str(word) == "question" {
            used.insert(doc.str(target));
        }
    }
}

/// A scale without values, or with labels beside it.
pub static SCALE_RANGE: Code = Code {
    word: "scale-range",
    severity: Severity::Error,
    says: "A scale goes from a lower to a higher value, and its labels stand on values between.",
    why: "Sheets would print no box to tick, or a word that belongs to none.",
    example: "agree-5: { min: 1, max: 5, labels: { 0: Never, 5: Always } }   # wrong: 0 is below 1",
    fix: "Correct the ends or the label's number.",
};

/// A choice between fewer than two.
pub static CHOICES_FEW: Code = Code {
    word: "choices-few",
    severity: Severity::Error,
    says: "A question with choices has at least two.",
    why: "With fewer there is nothing to choose, and the answers tell nothing.",
    example: "answer: { choices: [{ id: as-mentor, name: As a mentor }, { id: not-now, name: Not now }] }",
    fix: "Add the choices, or take another kind of answer.",
};

/// More choices than an answer can hold.
pub static CHOICES_MANY: Code = Code {
    word: "choices-many",
    severity: Severity::Error,
    says: "A question of which several choices may be taken has 31 of them at most.",
    why: "Nobody reads so many, and the answers beyond would not be counted.",
    example: "answer: { many: true, choices: [...] }   # with 32 of them",
    fix: "Keep the choices that people take, or ask it as two questions.",
};

/// A question that nobody is asked.
pub static QUESTION_UNUSED: Code = Code {
    word: "question-unused",
    severity: Severity::Warning,
    says: "Each question of the bank is used: in a check-in, a phase, the expectations, a survey, a measure or a guide.",
    why: "A question that nobody is asked was most often meant to be asked somewhere.",
    example: "- id: mid-learning     # used by: reflections: [{ role: mentor, questions: [mid-learning] }]",
    fix: "Use it where it was meant, or remove it.",
};
