//! The level of each measure, by wave and role.

use chrono::NaiveDate;

use super::super::disclose::{Answers, Asked, Class, FactKey, Kind, Part, Scores};
use super::super::estimate::{Goal, goal_attainment};
use super::change::{self, Beside};
use super::response::role;
use super::survey::{Responded, Surveyed, tells};
use super::view::View;
use super::{Counted, Counts, Measure, many};
use crate::check::Handbook;
use crate::check::rules::question_values::{Values, is_sensitive, values_of};
use crate::model::{self, Better, Id, ScoreKind};

/// What counts as a promoter, of 10.
const PROMOTER: i64 = 9;

/// The favourable share, or the mean of a large group, of each measure of measures.yaml.
pub struct Levels;

impl Measure for Levels {
    fn name(&self) -> &'static str {
        "levels"
    }

    fn about(&self) -> &'static str {
        "Of each measure, wave and role: the rows with a favourable score, the others, and those without a score. \
         A score is the mean of the items that were answered, half of them at least, reversed ones turned round; \
         favourable is the threshold, a promoter's 9, goals reached on the whole (T of 50), else half a point \
         above the middle of the scale. Where a change is told, the levels before the last wave are not."
    }
}

impl Counts for Levels {
    fn ask(&self, view: &View) -> Vec<Counted> {
        let surveys = &view.surveys;
        levels(view, |measure, one| change::beside(view, surveys, measure, one))
    }
}

/// The level of each measure that a survey asks, beside the change that is told of it.
pub(super) fn levels(view: &View, beside: impl Fn(&model::Measure, &Surveyed) -> Beside) -> Vec<Counted> {
    let told = view.surveys.iter().flat_map(|one| {
        let measures = view.book.measures.iter().filter(|measure| is_asked(measure, one));
        let measures = measures.filter(|measure| tells(view, one, |other| is_asked(measure, other)));
        measures.filter_map(|measure| level(view, measure, one, beside(measure, one))).collect::<Vec<_>>()
    });
    told.collect()
}

/// The items of a measure that a survey asks.
pub(super) fn asked<'m>(measure: &'m model::Measure, one: &Surveyed) -> Vec<&'m Id> {
    let items = measure.items.iter().map(|item| &item.question.id);
    items.filter(|id| one.column(id).is_some()).collect()
}

/// Whether a survey asks a measure of its role at its wave: with half of its items at least, as fewer give nobody a
/// score.
pub(super) fn is_asked(measure: &model::Measure, one: &Surveyed) -> bool {
    let (survey, asked) = (one.survey, asked(measure, one).len());
    let goals = measure.score.as_ref().is_some_and(|score| score.kind == ScoreKind::GoalAttainmentT);
    let enough = asked > 0 && (goals || 2 * asked >= measure.items.len());
    enough && measure.waves.contains(&survey.wave) && measure.roles.contains(&survey.role)
}

fn level(view: &View, measure: &model::Measure, one: &Surveyed, beside: Beside) -> Option<Counted> {
    let mut asked = match &measure.score {
        _ if beside == Beside::Hidden => return None,
        Some(score) => scored(view.book, measure, score, one)?,
        None => counted(view.book, measure, one)?,
    };
    // Beside a change, who has no score is never told apart from who has an unfavourable one, and no mean is told: it
    // would bound how many rose, and that it is withheld would count those who answered.
    if let (Beside::Last, Asked::Answers(favourable) | Asked::Mean(Scores { favourable, .. })) =
        (beside, &asked)
    {
        let unrecorded = favourable.no + favourable.unrecorded;
        asked = Asked::Answers(Answers { no: 0, unrecorded, ..*favourable });
    }
    let survey = one.survey;
    let behind = one.behind(view).clone();
    let key =
        FactKey::new(survey.id.as_str(), measure.id.as_str(), Some(survey.wave.word()), role(survey.role));
    Some(Counted::new(key.ok()?, class(view.book, measure), asked, behind))
}

/// Sensitive if one of its items is.
pub(super) fn class(book: &Handbook, measure: &model::Measure) -> Class {
    if is_sensitive(book, measure) { Class::Sensitive } else { Class::Ordinary }
}

/// A score as a fraction of whole numbers, so that it is compared exactly.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Score {
    pub sum: i64,
    pub of: i64,
    /// How many of the items were answered.
    pub items: i64,
}

impl Score {
    /// Whether it is at least so many thousandths.
    pub fn reaches(self, thousandths: i64) -> bool {
        self.sum * 1000 >= thousandths * self.of
    }

    /// As a number: goal attainment as T, all goals of one weight; any other score as the mean that it is.
    pub fn value(self, kind: ScoreKind) -> f64 {
        #[allow(clippy::cast_precision_loss, reason = "sums of a few answers")]
        let (sum, of, m) = (self.sum as f64, self.of as f64, self.items as f64);
        let goals = || vec![Goal { level: sum / m, weight: 1.0 }; usize::try_from(self.items).unwrap_or(0)];
        let t = if kind == ScoreKind::GoalAttainmentT { goal_attainment(&goals()) } else { None };
        t.unwrap_or(sum / of)
    }
}

/// The score of one row.
pub(super) fn score(
    book: &Handbook,
    measure: &model::Measure,
    one: &Surveyed,
    row: Responded,
) -> Option<Score> {
    let kind = measure.score.as_ref()?.kind;
    let answers = measure.items.iter().filter_map(|item| {
        let answer = one.answer(row, &item.question.id)?;
        let ends = if item.reversed { ends(book, &item.question.id) } else { None };
        Some(i64::from(ends.map_or(answer, |(low, high)| low + high - answer)))
    });
    let (sum, items) = answers.fold((0, 0), |(sum, n), answer| (sum + answer, n + 1));
    let all = i64::try_from(measure.items.len()).unwrap_or(i64::MAX);
    let goals = kind == ScoreKind::GoalAttainmentT;
    (items > 0 && (goals || 2 * items >= all)).then_some(Score {
        sum,
        of: if goals { 1 } else { items },
        items,
    })
}

pub(super) fn ends(book: &Handbook, question: &Id) -> Option<(i32, i32)> {
    match values_of(book, book.question(question.as_str())?) {
        Values::Whole(low, high) => Some((low, high)),
        _ => None,
    }
}

/// The lowest favourable score, in thousandths of the score's unit.
pub(super) fn favourable_from(
    book: &Handbook,
    measure: &model::Measure,
    score: &model::Score,
) -> Option<i64> {
    Some(match (score.kind, score.threshold) {
        (ScoreKind::Nps, _) => PROMOTER * 1000,
        // T reaches 50 where the sum over all goals reaches 0.
        (ScoreKind::GoalAttainmentT, _) => 0,
        (ScoreKind::ShareAtLeast, Some(threshold)) => thousandths(threshold),
        _ => {
            let (low, high) = ends(book, &measure.items.first()?.question.id)?;
            let half = if measure.better == Better::Higher { 1 } else { -1 };
            i64::from(low + high + half) * 500
        }
    })
}

/// A number of a YAML file, exactly as far as it has three decimals.
#[allow(clippy::cast_possible_truncation, reason = "scales are small, and the cast saturates")]
pub(super) fn thousandths(value: f64) -> i64 {
    (value * 1000.0).round() as i64
}

/// Whether a score is favourable.
pub(super) fn is_favourable(measure: &model::Measure, score: Score, from: i64) -> bool {
    match measure.better {
        Better::Higher => score.reaches(from),
        Better::Lower => score.sum * 1000 <= from * score.of,
    }
}

fn scored(book: &Handbook, measure: &model::Measure, how: &model::Score, one: &Surveyed) -> Option<Asked> {
    let from = favourable_from(book, measure, how)?;
    let scores: Vec<Score> = one.rows.iter().filter_map(|row| score(book, measure, one, *row)).collect();
    let yes = many(scores.iter().filter(|score| is_favourable(measure, **score, from)));
    let answered = many(scores.iter());
    let favourable = Answers { yes, no: answered - yes, unrecorded: many(one.rows.iter()) - answered };
    if how.kind != ScoreKind::Mean {
        return Some(Asked::Answers(favourable));
    }
    let (low, high) = ends(book, &measure.items.first()?.question.id)?;
    let per_point = u32::try_from((1..=measure.items.len()).fold(1, lcm)).ok().filter(|n| *n <= 1 << 20);
    let (Some(per_point), Ok(bottom), Ok(top)) = (per_point, u32::try_from(low), u32::try_from(high)) else {
        return Some(Asked::Answers(favourable));
    };
    let units = |score: &Score| u64::try_from(score.sum * i64::from(per_point) / score.of).unwrap_or(0);
    let total = scores.iter().map(units).sum();
    Some(Asked::Mean(Scores { low: bottom, high: top, per_point, total, answered, favourable }))
}

/// The scores of one measure in one survey, for staff.
pub(in crate::outcomes) struct Answered {
    pub key: FactKey,
    pub survey: Id,
    pub measure: Id,
    pub wave: model::Wave,
    pub role: model::Role,
    pub promise: model::Promise,
    /// The last day of the survey.
    pub closes: Option<NaiveDate>,
    pub values: Vec<f64>,
    pub favourable: u32,
    /// How many handed in the survey.
    pub rows: u32,
}

/// The scores of every measure that has a score.
pub(in crate::outcomes) fn answers(view: &View) -> Vec<Answered> {
    let mut all = Vec::new();
    for one in &view.surveys {
        for measure in view.book.measures.iter().filter(|measure| is_asked(measure, one)) {
            let Some(how) = &measure.score else { continue };
            let Some(from) = favourable_from(view.book, measure, how) else { continue };
            let survey = one.survey;
            let (wave, of) = (Some(survey.wave.word()), role(survey.role));
            let Ok(key) = FactKey::new(survey.id.as_str(), measure.id.as_str(), wave, of) else { continue };
            let scores: Vec<Score> =
                one.rows.iter().filter_map(|row| score(view.book, measure, one, *row)).collect();
            all.push(Answered {
                key,
                survey: survey.id.clone(),
                measure: measure.id.clone(),
                wave: survey.wave,
                role: survey.role,
                promise: survey.promise,
                closes: survey.closes,
                values: scores.iter().map(|score| score.value(how.kind)).collect(),
                favourable: many(scores.iter().filter(|score| is_favourable(measure, **score, from))),
                rows: many(one.rows.iter()),
            });
        }
    }
    all
}

fn lcm(a: usize, b: usize) -> usize {
    let (mut x, mut y) = (a, b);
    while y > 0 {
        (x, y) = (y, x % y);
    }
    (a / x).saturating_mul(b)
}

/// Whether an answer to the first item of a measure is favourable: by the score, and where there is none, in the better
/// half of its scale.
pub(super) fn leads(book: &Handbook, measure: &model::Measure, answer: i32, (low, high): (i32, i32)) -> bool {
    let reversed = measure.items.first().is_some_and(|item| item.reversed);
    let turned = if reversed { low + high - answer } else { answer };
    let score = measure.score.as_ref();
    match score.and_then(|score| favourable_from(book, measure, score)) {
        Some(from) => is_favourable(measure, Score { sum: i64::from(turned), of: 1, items: 1 }, from),
        None if measure.better == Better::Higher => 2 * turned > low + high,
        None => 2 * turned < low + high,
    }
}

/// A measure without a score: yes and no, or each answer of its first item.
fn counted(book: &Handbook, measure: &model::Measure, one: &Surveyed) -> Option<Asked> {
    let item = measure.items.first()?;
    let question = book.question(item.question.id.as_str())?;
    let given: Vec<i32> = one.rows.iter().filter_map(|row| one.answer(*row, &question.id)).collect();
    let unrecorded = many(one.rows.iter()) - many(given.iter());
    let of = |wanted: i32| many(given.iter().filter(|answer| **answer == wanted));
    let none = Part { name: "not-recorded".to_owned(), count: unrecorded, kind: Kind::Unrecorded };
    match values_of(book, question) {
        Values::YesNo => Some(Asked::Answers(Answers { yes: of(1), no: of(0), unrecorded })),
        Values::Whole(low, high) => {
            let kind = |n| if leads(book, measure, n, (low, high)) { Kind::Lead } else { Kind::Other };
            let each = (low..=high).map(|n| Part { name: n.to_string(), count: of(n), kind: kind(n) });
            Some(Asked::Bars(each.chain([none]).collect()))
        }
        Values::Choices(set) if !set.many => {
            let each = set.choices.iter().zip(0..).map(|(choice, at)| {
                let kind = if at == 0 { Kind::Lead } else { Kind::Other };
                Part { name: choice.id.to_string(), count: of(at), kind }
            });
            Some(Asked::Bars(each.chain([none]).collect()))
        }
        Values::Choices(_) | Values::Free => None,
    }
}
