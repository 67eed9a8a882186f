//! Which values an answer may have: what scales, results and responses are held against.

use crate::check::Handbook;
use crate::model::{Answer, Choices, Measure, Question, Sensitivity};

/// The values of a question's answers.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Values<'a> {
    /// Whole numbers, both ends included.
    Whole(i32, i32),
    /// Yes or no.
    YesNo,
    /// Choices.
    Choices(&'a Choices),
    /// Any text; or a scale that does not exist, which is reported as such.
    Free,
}

/// The values of a question.
pub(crate) fn values_of<'a>(book: &'a Handbook, question: &'a Question) -> Values<'a> {
    match &question.answer {
        Answer::Text => Values::Free,
        Answer::YesNo => Values::YesNo,
        Answer::Nps => Values::Whole(0, 10),
        Answer::GoalAttainment => Values::Whole(-2, 2),
        Answer::Scale(scale) => {
            book.scales.get(&scale.id).map_or(Values::Free, |scale| Values::Whole(scale.min, scale.max))
        }
        Answer::Choices(set) => Values::Choices(set),
    }
}

/// The values of a measure's first item; the others must agree with it.
pub(crate) fn values_of_measure<'a>(book: &'a Handbook, measure: &Measure) -> Values<'a> {
    let first = measure.items.iter().find_map(|item| book.question(item.question.id.as_str()));
    first.map_or(Values::Free, |question| values_of(book, question))
}

/// Whether one of a measure's items is sensitive: then all of it is.
pub(crate) fn is_sensitive(book: &Handbook, measure: &Measure) -> bool {
    let mut items = measure.items.iter().filter_map(|item| book.question(item.question.id.as_str()));
    items.any(|question| question.class == Sensitivity::Sensitive)
}

impl Values<'_> {
    /// Whether an answer, as it is written, is one of them. Free text always is.
    pub(crate) fn holds(self, written: &str) -> bool {
        match self {
            Self::Whole(min, max) => written.parse::<i32>().is_ok_and(|n| (min..=max).contains(&n)),
            Self::YesNo => matches!(written, "yes" | "no"),
            Self::Choices(set) => set.choices.iter().any(|choice| choice.id.as_str() == written),
            Self::Free => true,
        }
    }

    /// As a phrase: "1 to 5", "yes or no".
    pub(crate) fn phrase(self) -> String {
        match self {
            Self::Whole(min, max) => format!("{min} to {max}"),
            Self::YesNo => "yes or no".to_owned(),
            Self::Choices(set) => {
                let ids: Vec<&str> = set.choices.iter().map(|choice| choice.id.as_str()).collect();
                ids.join(", ")
            }
            Self::Free => "any text".to_owned(),
        }
    }

    /// Both ends, where the values are numbers.
    pub(crate) fn ends(self) -> Option<(f64, f64)> {
        match self {
            Self::Whole(min, max) => Some((f64::from(min), f64::from(max))),
            _ => None,
        }
    }

    /// Whether one person may give several.
    pub(crate) fn many(self) -> bool {
        matches!(self, Self::Choices(set) if set.many)
    }
}
