//! What a figure means, as far as program data can change it: a count under another meaning does not follow the first.
//!
//! Must read no rows.

use std::fmt::Write as _;

use crate::check::Handbook;
use crate::check::rules::question_values::{Values, values_of};
use crate::model::Question;

/// The meaning of a variable: of a measure its items, their answers, its score and its worthwhile change. Empty
/// where it is built in.
pub(in crate::outcomes) fn definition(book: &Handbook, variable: &str) -> String {
    let mut text = String::new();
    if let Some(measure) = book.measures.iter().find(|measure| measure.id.as_str() == variable) {
        let score = measure.score.as_ref().map(|score| (score.kind, score.threshold));
        let _ = write!(text, "{score:?} {:?} {:?}", measure.better, measure.worthwhile_change);
        for item in &measure.items {
            let _ = write!(text, " {} {}", item.question.id, item.reversed);
            text.extend(book.question(item.question.id.as_str()).map(|question| answers(book, question)));
        }
    } else if let Some((question, _)) = variable.split_once('.') {
        text.extend(book.question(question).map(|question| answers(book, question)));
    }
    text
}

/// What may be answered.
fn answers(book: &Handbook, question: &Question) -> String {
    match values_of(book, question) {
        Values::Whole(low, high) => format!(" {low}-{high}"),
        Values::YesNo => " yes-no".to_owned(),
        Values::Choices(set) => {
            set.choices.iter().fold(String::new(), |text, choice| text + " " + choice.id.as_str())
        }
        Values::Free => String::new(),
    }
}
