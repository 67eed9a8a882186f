//! Measures: items that can be scored together, and a threshold on their scale.

use super::question_values::{Values, values_of, values_of_measure};
use super::{Ctx, Rule, field};
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::{Answer, Better, Measure, Question, Role, ScoreKind};

/// The items and scores of measures.
#[derive(Debug)]
pub struct Measures;

impl Rule for Measures {
    fn codes(&self) -> &'static [&'static Code] {
        const { &[&MEASURE_ITEMS, &MEASURE_SCORE] }
    }

    fn check(&self, cx: &Ctx, found: &mut Vec<Diagnostic>) {
        for measure in &cx.handbook.measures {
            let before = found.len();
            items(cx, measure, found);
            // A score over items that disagree has no scale to be held against.
            if found.len() == before {
                found.extend(together(measure));
                score(cx, measure, found);
                direction(cx, measure, found);
            }
        }
    }
}

fn items(cx: &Ctx, measure: &Measure, found: &mut Vec<Diagnostic>) {
    let book = cx.handbook;
    let known: Vec<(usize, &Question)> = measure
        .items
        .iter()
        .enumerate()
        .filter_map(|(i, item)| Some((i, book.question(item.question.id.as_str())?)))
        .collect();
    for (n, (i, question)) in known.iter().enumerate() {
        let place = measure.items[*i].question.place;
        if let Some((first, _)) = known[..n].iter().find(|(_, other)| other.id == question.id) {
            found.push(
                Diagnostic::new(
                    &MEASURE_ITEMS,
                    place,
                    format!("`{}` is an item of `{}` twice", question.id, measure.id),
                )
                .also(measure.items[*first].question.place, "first here")
                .help("remove one of the two; it would count double"),
            );
            continue;
        }
        if measure.items[*i].reversed
            && matches!(values_of(book, question), Values::YesNo | Values::Choices(_))
        {
            let message = format!(
                "`reversed` turns a scale round, and `{}` is answered on none: {}",
                question.id,
                values_of(book, question).phrase()
            );
            found.push(Diagnostic::new(&MEASURE_ITEMS, place, message).help(
                "take `reversed` out; where fewer of the first answer is better, write `better: lower`",
            ));
        }
        let missing =
            measure.roles.iter().find(|role| question.role != Role::Both && question.role != **role);
        if let Some(role) = missing {
            let message = format!(
                "`{}` is asked of {}s, but `{}` is measured with {}",
                question.id,
                question.role.word(),
                measure.id,
                people(*role)
            );
            found.push(
                Diagnostic::new(&MEASURE_ITEMS, place, message)
                    .also(field::value(cx, measure.origin, &["roles"]), "the measure's roles")
                    .help("take a question that these people are asked, or correct `roles`"),
            );
        }
        let same =
            known.first().is_none_or(|(_, first)| agree(values_of(book, first), values_of(book, question)));
        if let Some((first, other)) = known.first().filter(|_| !same) {
            let (a, b) = (values_of(book, other).phrase(), values_of(book, question).phrase());
            let message = format!("the items of `{}` are answered on different scales: {a}; {b}", measure.id);
            found.push(
                Diagnostic::new(&MEASURE_ITEMS, place, message)
                    .also(measure.items[*first].question.place, "the first item")
                    .help("one score needs one scale; make two measures, or give the questions the same `answer`"),
            );
        }
    }
}

/// One item that is turned round, or several that a score cannot bring together.
fn together(measure: &Measure) -> Option<Diagnostic> {
    let kind = measure.score.as_ref().map(|score| score.kind);
    let (place, message, help) = match (measure.items.as_slice(), kind) {
        ([_, second, ..], None) => (
            second.question.place,
            format!("`{}` has several items and no `score` that brings them together", measure.id),
            "add `score`, or make a measure of each question: without a score the answers to one are counted",
        ),
        ([_, second, ..], Some(ScoreKind::Nps)) => (
            second.question.place,
            format!("`{}` has several items, and a score of the kind `nps` is of one question", measure.id),
            "make a measure of each question, or take `share_at_least` with a threshold",
        ),
        ([one], _) if one.reversed => (
            one.question.place,
            format!(
                "`{}` is the one item of `{}`: there is no other to turn it towards",
                one.question.id, measure.id
            ),
            "take `reversed` out, so that the answers are told as they were given; where fewer is better, write \
             `better: lower`",
        ),
        _ => return None,
    };
    Some(Diagnostic::new(&MEASURE_ITEMS, place, message).help(help))
}

fn people(role: Role) -> &'static str {
    match role {
        Role::Mentor => "mentors",
        Role::Mentee => "mentees",
        Role::Both => "both roles",
    }
}

fn agree(one: Values, other: Values) -> bool {
    match (one, other) {
        (Values::Whole(a, b), Values::Whole(c, d)) => (a, b) == (c, d),
        (Values::Choices(a), Values::Choices(b)) => {
            a.many == b.many && a.choices.iter().map(|c| &c.id).eq(b.choices.iter().map(|c| &c.id))
        }
        (one, other) => std::mem::discriminant(&one) == std::mem::discriminant(&other),
    }
}

fn score(cx: &Ctx, measure: &Measure, found: &mut Vec<Diagnostic>) {
    let Some(score) = &measure.score else { return };
    let mut say = |key: &str, message: String, help: &str| {
        let place = field::value(cx, score.origin, &[key]);
        found.push(Diagnostic::new(&MEASURE_SCORE, place, message).help(help));
    };
    let kind = score.kind.word();
    let id = &measure.id;
    // Where the items are unknown there is nothing to hold the score against; dangling ids are reported as such.
    let first = measure.items.first().and_then(|item| cx.handbook.question(item.question.id.as_str()));
    let ends = values_of_measure(cx.handbook, measure).ends();
    if let Some(first) = first {
        let fits = match score.kind {
            ScoreKind::Mean | ScoreKind::ShareAtLeast => {
                ends.is_some() || matches!(first.answer, Answer::Scale(_))
            }
            ScoreKind::Nps => matches!(first.answer, Answer::Nps),
            ScoreKind::GoalAttainmentT => matches!(first.answer, Answer::GoalAttainment),
        };
        if !fits {
            let help = "take another kind of score, or leave `score` out: then the answers are counted";
            say("kind", format!("answers to `{}` cannot be scored as `{kind}`", first.id), help);
        }
    }
    match (score.kind, score.threshold, ends) {
        (ScoreKind::ShareAtLeast, None, _) => {
            say(
                "kind",
                format!("`{id}` does not say from which answer on it is favourable"),
                "add `threshold`",
            );
        }
        (ScoreKind::ShareAtLeast, Some(threshold), Some((min, max)))
            if threshold <= min || threshold > max =>
        {
            let help = "it is the lowest favourable answer, so not the lowest of all";
            say(
                "threshold",
                format!("the threshold {threshold} splits no answers: the scale goes from {min} to {max}"),
                help,
            );
        }
        (ScoreKind::ShareAtLeast, ..) | (_, None, _) => {}
        _ => say(
            "threshold",
            format!("a score of the kind `{kind}` has no threshold"),
            "remove it, or take `share_at_least`",
        ),
    }
}

/// A direction that the score has by itself.
fn direction(cx: &Ctx, measure: &Measure, found: &mut Vec<Diagnostic>) {
    let kind = measure.score.as_ref().map(|score| score.kind);
    let Some(kind @ (ScoreKind::Nps | ScoreKind::GoalAttainmentT)) = kind else { return };
    if measure.better == Better::Lower {
        let message = format!("a score of the kind `{}` is better where it is higher", kind.word());
        found.push(
            Diagnostic::new(&MEASURE_SCORE, field::value(cx, measure.origin, &["better"]), message).help(
                "remove `better`; to count low answers as favourable, take `share_at_least` with a threshold",
            ),
        );
    }
}

/// Items that cannot be scored together.
pub static MEASURE_ITEMS: Code = Code {
    word: "measure-items",
    severity: Severity::Error,
    says: "The items of a measure are different questions, answered on one scale by the people whom the measure names; those that are reversed have a scale, and others beside them.",
    why: "A mean over a 1-to-5 and a 0-to-10 scale has no meaning, an item that is asked of others is never answered, and yes and no are counted as they are.",
    example: "items: [belong-1, belong-2, belong-1]   # wrong: belong-1 counts twice",
    fix: "Correct the item, or make two measures.",
};

/// A score that the items do not give.
pub static MEASURE_SCORE: Code = Code {
    word: "measure-score",
    severity: Severity::Error,
    says: "A score suits its items and the direction that is better, and its threshold lies on their scale.",
    why: "With a threshold beside the scale every answer is favourable, or none; a promoter's 9, and goals that are reached, are favourable whatever `better` says.",
    example: "answer: agree-5                                  # 1 to 5\nscore: { kind: share_at_least, threshold: 6 }   # wrong: nobody can answer 6",
    fix: "Choose the lowest answer that you call favourable, before you see results.",
};
