//! Aggregates that came without rows: older cohorts, outside evaluators.

use super::super::disclose::{Answers, Asked, FactKey, Kind, Part, Scores};
use super::response::role;
use super::scores::{class, leads};
use super::view::View;
use super::{Behind, Counted, Counts, Measure};
use crate::check::Handbook;
use crate::check::rules::question_values::{Values, values_of_measure};
use crate::model::{self, ResultRow, Role};

/// The rows of results.yaml.
pub struct Reported;

impl Measure for Reported {
    fn name(&self) -> &'static str {
        "reported"
    }

    fn about(&self) -> &'static str {
        "Results that results.yaml holds because there are no rows: a count of so many, or counts of each answer. They \
         pass the same ladders; as nobody behind them is known, they are never corrected. A mean \
         without its counts is told of 20 answers and k more, and its standard deviation is not."
    }
}

impl Counts for Reported {
    fn ask(&self, view: &View) -> Vec<Counted> {
        view.cohort.results.iter().flat_map(|row| counted(view, row)).collect()
    }
}

/// What is counted of a row, as one line.
pub(in crate::outcomes) fn row(row: &ResultRow) -> String {
    let ResultRow { measure, role, wave, invited, n, mean, counts, count, of, .. } = row;
    format!("{} {role:?} {wave:?} {invited:?} {n} {mean:?} {counts:?} {count:?} {of:?}", measure.id)
}

fn counted(view: &View, row: &ResultRow) -> Vec<Counted> {
    let book = view.book;
    let Some(measure) = book.measures.iter().find(|measure| measure.id == row.measure.id) else {
        return Vec::new();
    };
    let role = row.role.and_then(|of: Role| role(of));
    let wave = row.wave.map(model::Wave::word);
    let key = |variable: &str| FactKey::new("reported", variable, wave, role);
    let mut all: Vec<Counted> = Vec::new();
    let id = measure.id.as_str();
    all.extend(row.invited.and_then(|n| Counted::open(key(&format!("{id}.invited")), u64::from(n))));
    all.extend(Counted::open(key(&format!("{id}.answered")), u64::from(row.n)));
    let mut add = |variable: &str, asked: Asked| {
        // Whose answers they are is not known.
        all.extend(
            key(variable).map(|key| Counted::new(key, class(book, measure), asked, Behind::default())),
        );
    };
    if let Values::Choices(set) = values_of_measure(book, measure)
        && set.many
    {
        let question = measure.items.first().map(|item| &item.question.id);
        // The first alone: each of the n took one at least, so that all would tell how many took several.
        if let Some(choice) = set.choices.first().filter(|first| first.alone != Some(true)) {
            let yes = row
                .counts
                .iter()
                .find(|(id, _)| id.as_str() == choice.id.as_str())
                .map(|(_, count)| (*count).min(row.n));
            if let (Some(question), Some(yes)) = (question, yes) {
                let answers = Answers { yes, no: 0, unrecorded: row.n - yes };
                add(&format!("{question}.{}", choice.id), Asked::Answers(answers));
            }
        }
    } else if let Some(asked) = asked(book, measure, row) {
        add(id, asked);
    }
    all
}

fn asked(book: &Handbook, measure: &model::Measure, row: &ResultRow) -> Option<Asked> {
    if let (Some(yes), Some(of)) = (row.count, row.of.or(Some(row.n))) {
        let no = of.checked_sub(yes)?;
        // Counted are the favourable answers; told of yes and no is how many said yes.
        let is_turned = measure.better == model::Better::Lower
            && matches!(values_of_measure(book, measure), Values::YesNo);
        let (yes, no) = if is_turned { (no, yes) } else { (yes, no) };
        return Some(Asked::Answers(Answers { yes, no, unrecorded: row.n.saturating_sub(of) }));
    }
    if row.counts.is_empty() {
        return mean(book, measure, row);
    }
    // Every answer there is, also those that nobody gave: left out, they would be told as none.
    let each: Vec<(String, bool)> = match values_of_measure(book, measure) {
        Values::Whole(low, high) => {
            (low..=high).map(|n| (n.to_string(), leads(book, measure, n, (low, high)))).collect()
        }
        Values::YesNo => vec![("yes".to_owned(), true), ("no".to_owned(), false)],
        Values::Choices(set) => {
            set.choices.iter().enumerate().map(|(at, choice)| (choice.id.to_string(), at == 0)).collect()
        }
        Values::Free => return None,
    };
    let count =
        |name: &str| row.counts.iter().find(|(id, _)| id.as_str() == name).map_or(0, |(_, count)| *count);
    let cells = each.into_iter().map(|(name, lead)| {
        let kind = if lead { Kind::Lead } else { Kind::Other };
        Part { count: count(&name), name, kind }
    });
    let mut cells: Vec<Part> = cells.collect();
    let told: u32 = cells.iter().map(|cell| cell.count).sum();
    let count = row.n.saturating_sub(told);
    cells.push(Part { name: "not-recorded".to_owned(), count, kind: Kind::Unrecorded });
    Some(Asked::Bars(cells))
}

/// A mean of which nothing else is known, in tenths.
fn mean(book: &Handbook, measure: &model::Measure, row: &ResultRow) -> Option<Asked> {
    let Values::Whole(low, high) = values_of_measure(book, measure) else { return None };
    let (low, high) = (u32::try_from(low).ok()?, u32::try_from(high).ok()?);
    let tenths = row.mean?.clamp(f64::from(low), f64::from(high)) * 10.0;
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between the ends of a scale")]
    let tenths = tenths.round() as u64;
    (low + 2 <= high).then(|| {
        let favourable = Answers { yes: 0, no: 0, unrecorded: row.n };
        let total = tenths * u64::from(row.n);
        let (answered, per_point) = (row.n, 10);
        Asked::MeanAlone(Scores { low, high, per_point, total, answered, favourable })
    })
}
