//! Success criteria and targets of changes: a share is aimed at as a share.

use super::{Ctx, Rule, field};
use crate::diag::{Code, Diagnostic, Place, Severity};
use crate::model::{Answer, Better, ScoreKind};

/// The values that the program and its changes aim for.
#[derive(Debug)]
pub struct Success;

/// Built-in measures that are shares of people or meetings.
const SHARES: &[&str] = &["completion", "retention", "expectations-documented", "attendance", "response"];

impl Rule for Success {
    fn codes(&self) -> &'static [&'static Code] {
        const { &[&SHARE_RANGE, &SHARE_TURNED] }
    }

    fn check(&self, cx: &Ctx, found: &mut Vec<Diagnostic>) {
        for criterion in &cx.handbook.program.success_criteria {
            let values = [("at_least", criterion.at_least), ("at_most", criterion.at_most)];
            hold(cx, criterion.measure.id.as_str(), criterion.origin, &values, found);
            found.extend(turned(cx, criterion.measure.id.as_str(), criterion.origin, criterion.at_most));
        }
        for target in cx.handbook.changes.iter().filter_map(|change| change.target.as_ref()) {
            hold(cx, target.measure.id.as_str(), target.origin, &[("at_least", target.at_least)], found);
        }
    }
}

fn hold(cx: &Ctx, measure: &str, entity: Place, values: &[(&str, Option<f64>)], found: &mut Vec<Diagnostic>) {
    if !is_share(cx, measure) {
        return;
    }
    for (key, value) in values {
        let Some(value) = value.filter(|value| !(0.0..=1.0).contains(value)) else { continue };
        let place = field::value(cx, entity, &[key]);
        let message = format!("`{measure}` is a share, and {value} is none: shares go from 0 to 1");
        let finding = Diagnostic::new(&SHARE_RANGE, place, message);
        found.push(if (1.0..=100.0).contains(&value) {
            finding.help(format!("if you mean {value} %, write {}", value / 100.0))
        } else {
            finding
        });
    }
}

fn is_share(cx: &Ctx, measure: &str) -> bool {
    let own = cx.handbook.measures.iter().find(|own| own.id.as_str() == measure);
    own.map_or_else(
        || SHARES.contains(&measure),
        |own| own.score.as_ref().is_some_and(|score| score.kind == ScoreKind::ShareAtLeast),
    )
}

/// The most of a share that counts the others.
fn turned(cx: &Ctx, measure: &str, entity: Place, most: Option<f64>) -> Option<Diagnostic> {
    let most = most.filter(|most| (0.0..=1.0).contains(most) && is_turned(cx, measure))?;
    let place = field::value(cx, entity, &["at_most"]);
    let message =
        format!("`{measure}` is told as the share of the favourable answers, and this aims at the others");
    let least = ((1.0 - most) * 1000.0).round() / 1000.0;
    let help = format!("write the share that is to be favourable, as in `at_least: {least}`");
    Some(Diagnostic::new(&SHARE_TURNED, place, message).help(help))
}

/// Whether less of it is better, and the share of those who have less is told.
fn is_turned(cx: &Ctx, measure: &str) -> bool {
    let own = cx.handbook.measures.iter().find(|own| own.id.as_str() == measure);
    own.filter(|own| own.better == Better::Lower).is_some_and(|own| match &own.score {
        Some(score) => score.kind == ScoreKind::ShareAtLeast,
        None => own.items.first().is_some_and(|item| {
            let question = cx.handbook.question(item.question.id.as_str());
            question.is_some_and(|question| matches!(question.answer, Answer::Scale(_)))
        }),
    })
}

/// A share of those who do well, and the most of it.
pub static SHARE_TURNED: Code = Code {
    word: "share-turned",
    severity: Severity::Error,
    says: "Of a measure of which less is better, a share counts the favourable answers, and its value to reach does, too.",
    why: "“30% or fewer” beside “75% favourable” reads as missed, and the reader cannot know that the two count different people.",
    example: "- { measure: lonely, at_most: 0.3 }     # wrong: told is the share of those who are not\n- { measure: lonely, at_least: 0.7 }    # right",
    fix: "Write the share of the others as `at_least`.",
};

/// A share above 1.
pub static SHARE_RANGE: Code = Code {
    word: "share-range",
    severity: Severity::Error,
    says: "The value to reach of a measure that is a share lies between 0 and 1.",
    why: "A share of 75 can never be reached: the program would call every cohort a failure.",
    example: "- { measure: completion, at_least: 75 }     # wrong\n- { measure: completion, at_least: 0.75 }   # right: three in four",
    fix: "Divide the percentage by 100.",
};
