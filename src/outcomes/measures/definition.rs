//! What a figure means, as far as program data can change it: a count under another meaning does not follow the first,
//! and is not told beside it.
//!
//! Must read no rows.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::super::disclose::{CHECK_IN, FactKey, meant};
use super::response::role;
use super::view::View;
use crate::check::Handbook;
use crate::check::rules::question_values::{Values, values_of};
use crate::model::{Id, Question, Survey, When};

/// A fingerprint of what a variable means: of a measure its items, their answers, its score and its worthwhile change;
/// of a question its answers; of the contacts in the first month, the promise; of a check-in, its kind and when it is
/// held. `None` where it is built in.
pub(in crate::outcomes) fn meaning(book: &Handbook, variable: &str) -> Option<String> {
    let text = definition(book, meant(variable))?;
    // A letter first, for YAML reads some hashes as numbers.
    Some(format!("d{}", &blake3::hash(text.as_bytes()).to_hex()[..7]))
}

fn definition(book: &Handbook, name: &str) -> Option<String> {
    if let Some(measure) = book.measures.iter().find(|measure| measure.id.as_str() == name) {
        let score = measure.score.as_ref().map(|score| (score.kind, score.threshold));
        let mut text = format!("{score:?} {:?} {:?}", measure.better, measure.worthwhile_change);
        for item in &measure.items {
            let _ = write!(text, " {} {}", item.question.id, item.reversed);
            text.extend(book.question(item.question.id.as_str()).map(|question| answers(book, question)));
        }
        return Some(text);
    }
    if name == "contact-first-month" {
        return book.program.contact.as_ref().map(|rule| format!("{:?} {:?}", rule.first_month, rule.counts));
    }
    if let Some(id) = name.strip_prefix(CHECK_IN) {
        let one = book.check_ins.iter().find(|one| one.id.as_str() == id)?;
        let when = match &one.when {
            Some(When::Week(week)) => format!("week {week}"),
            Some(When::PhaseEnd(phase)) => {
                let week = book.phases.iter().find(|one| one.id == phase.id).map(|one| one.to_week);
                format!("end of {} {week:?}", phase.id)
            }
            Some(When::EveryWeeks(weeks)) => format!("every {weeks}"),
            None => String::new(),
        };
        return Some(format!("{:?} {:?} {when}", one.kind, one.offered_to));
    }
    book.question(name).map(|question| answers(book, question))
}

/// What may be answered.
fn answers(book: &Handbook, question: &Question) -> String {
    match values_of(book, question) {
        Values::Whole(low, high) => format!(" {low}-{high}"),
        Values::YesNo => " yes-no".to_owned(),
        // Choices are told by their names, so that another one changes none of them; the first one leads.
        Values::Choices(set) if set.many => " several".to_owned(),
        Values::Choices(set) => {
            set.choices.first().map_or_else(String::new, |first| format!(" one, {}", first.id))
        }
        Values::Free => String::new(),
    }
}

/// Whether cohorts asked what a key tells in one way: the same items of its measure, and none in other words between the
/// first and the last of them.
pub(super) fn is_asked_alike(views: &[View], key: &FactKey) -> bool {
    let Some(book) = views.first().map(|view| view.book) else { return true };
    let Some(measure) = book.measures.iter().find(|one| one.id.as_str() == key.variable()) else {
        return true;
    };
    let items = |survey: &Survey| -> BTreeSet<&Id> {
        let all = measure.items.iter().map(|item| &item.question.id);
        all.filter(|id| survey.questions.iter().any(|asked| asked.id == **id)).collect()
    };
    let asks = |survey: &Survey| {
        (Some(survey.wave.word()), role(survey.role)) == (key.wave(), key.role()) && !items(survey).is_empty()
    };
    let cohorts = views.iter().map(|view| view.cohort);
    let all = cohorts.flat_map(|cohort| cohort.file.surveys.iter().map(move |survey| (cohort, survey)));
    let surveys: Vec<_> = all.filter(|(_, survey)| asks(survey)).collect();
    let from = surveys.iter().map(|(cohort, survey)| survey.closes.unwrap_or(cohort.file.start)).min();
    let to = surveys.iter().map(|(cohort, survey)| survey.closes.unwrap_or(cohort.last_day())).max();
    let asked: BTreeSet<BTreeSet<&Id>> = surveys.iter().map(|(_, survey)| items(survey)).collect();
    let questions = asked.iter().flatten().filter_map(|id| book.question(id.as_str()));
    let mut former = questions.flat_map(|question| &question.history).map(|old| old.until);
    asked.len() < 2 && !former.any(|until| from <= Some(until) && Some(until) < to)
}
