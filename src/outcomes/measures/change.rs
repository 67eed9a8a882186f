//! How many of the same people rose by the worthwhile change.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::super::disclose::{Answers, Asked, FactKey};
use super::super::rows::Name;
use super::response::role;
use super::scores::{Score, asked, class, ends, favourable_from, is_asked, score, thousandths};
use super::survey::Surveyed;
use super::view::View;
use super::{Behind, Counted, Counts, Measure, many};
use crate::check::Handbook;
use crate::model::{self, Better, Link, Role, ScoreKind, Wave};

/// Change between the first and the last wave, over the same people only.
pub struct Change;

impl Measure for Change {
    fn name(&self) -> &'static str {
        "change"
    }

    fn about(&self) -> &'static str {
        "Of each measure with a worthwhile change stated in measures.yaml: those who answered at both the first and the \
         last wave of surveys that can be linked, how many of them moved for the better by that much, how many did not, and \
         how many lack a score at one of the two. \
         Surveys that are not linked may hold different people, and give no change; neither does a question that \
         was reworded in between, nor surveys that ask different items of the measure."
    }
}

impl Counts for Change {
    fn ask(&self, view: &View) -> Vec<Counted> {
        let surveys = &view.surveys;
        let measures = view.book.measures.iter();
        let roles = |measure: &'_ model::Measure| measure.roles.clone();
        let each = measures.flat_map(|measure| roles(measure).into_iter().map(move |role| (measure, role)));
        each.filter_map(|(measure, role)| change(view, surveys, measure, role)).collect()
    }
}

/// What a change that is told leaves to a level of the same measure and role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Beside {
    /// No change is told: the level is told as it is.
    Nothing,
    /// The level of the last wave: in full only where everybody has a score.
    Last,
    /// Left out. Levels of both waves would bound the change; so would one that every rise reaches.
    Hidden,
}

/// What the change leaves to a level.
pub(super) fn beside(view: &View, surveys: &[Surveyed], measure: &model::Measure, one: &Surveyed) -> Beside {
    match waves(view, surveys, measure, one.survey.role) {
        None => Beside::Nothing,
        Some((_, last)) if last[0].survey.wave != one.survey.wave => Beside::Hidden,
        Some(_) if every_rise_is_favourable(view.book, measure) => Beside::Hidden,
        Some(_) => Beside::Last,
    }
}

/// Whether whoever rose by the worthwhile change, even from the lowest score, has a favourable one; of people who
/// answered some number of the items, for which a score moves in steps of its own.
fn every_rise_is_favourable(book: &Handbook, measure: &model::Measure) -> bool {
    let reach = || {
        let (how, worth) = (measure.score.as_ref()?, thousandths(measure.worthwhile_change?));
        let (low, high) = ends(book, &measure.items.first()?.question.id)?;
        let (low, high) = (i64::from(low) * 1000 + worth, i64::from(high) * 1000 - worth);
        let (from, all) = (favourable_from(book, measure, how)?, i64::try_from(measure.items.len()).ok()?);
        // The sum of the least rise there is, over so many items.
        let mut answered = (1..=all).filter(|items| 2 * items >= all);
        Some(answered.any(|items| match measure.better {
            Better::Higher => -(-low * items).div_euclid(1000) * 1000 >= from * items,
            Better::Lower => (high * items).div_euclid(1000) * 1000 <= from * items,
        }))
    };
    reach().unwrap_or(true)
}

/// The surveys of the first and of the last wave whose answers can be linked, where a worthwhile change is stated.
/// Of one wave there may be several, as one for each site.
fn waves<'s, 'a>(
    view: &View,
    surveys: &'s [Surveyed<'a>],
    measure: &model::Measure,
    role: Role,
) -> Option<(Vec<&'s Surveyed<'a>>, Vec<&'s Surveyed<'a>>)> {
    measure.worthwhile_change.filter(|worth| thousandths(*worth) > 0)?;
    measure.score.as_ref().filter(|score| score.kind != ScoreKind::GoalAttainmentT)?;
    let linked =
        |one: &&Surveyed| one.survey.link != Link::None && one.survey.role == role && is_asked(measure, one);
    let there: Vec<&Surveyed> = surveys.iter().filter(linked).collect();
    let link = there.iter().min_by_key(|one| one.survey.wave)?.survey.link;
    let wave = |wave: Option<Wave>| -> Option<Vec<&'s Surveyed<'a>>> {
        let of = there.iter().filter(|one| Some(one.survey.wave) == wave);
        let of: Vec<_> = of.copied().collect();
        of.iter().all(|one| one.survey.link == link).then_some(of)
    };
    let waves = || there.iter().map(|one| one.survey.wave);
    let (first, last) = (wave(waves().min())?, wave(waves().max())?);
    // Scores of other items are other scores.
    let items: BTreeSet<Vec<_>> = first.iter().chain(&last).map(|one| asked(measure, one)).collect();
    let apart = items.len() == 1 && waves().min() != waves().max();
    (apart && !is_reworded(view, measure, &first, &last)).then_some((first, last))
}

/// Whether an item was asked in another wording at the first wave than at the last.
fn is_reworded(view: &View, measure: &model::Measure, first: &[&Surveyed], last: &[&Surveyed]) -> bool {
    // Where no day is written, a survey may have been asked on any of its cohort.
    let days = |all: &[&Surveyed], or: NaiveDate| -> Vec<NaiveDate> {
        all.iter().map(|one| one.survey.closes.unwrap_or(or)).collect()
    };
    let from = days(first, view.cohort.file.start).into_iter().min();
    let to = days(last, view.cohort.last_day()).into_iter().max();
    let (Some(from), Some(to)) = (from, to) else { return false };
    let items = measure.items.iter().filter_map(|item| view.book.question(item.question.id.as_str()));
    items.flat_map(|question| &question.history).any(|old| from <= old.until && old.until < to)
}

fn change(view: &View, surveys: &[Surveyed], measure: &model::Measure, of: Role) -> Option<Counted> {
    let (first, last) = waves(view, surveys, measure, of)?;
    let worth = thousandths(measure.worthwhile_change?);
    let both = both(view.book, measure, &first, &last);
    let rose = many(both.iter().filter(|(_, before, after)| rose(measure.better, *before, *after) >= worth));
    // All measures of the same surveys are told of the same people: those who answered at both waves.
    let at = |all: &[&Surveyed]| -> BTreeSet<Name> {
        all.iter().flat_map(|one| &one.rows).filter_map(|row| row.who).collect()
    };
    let persons: BTreeSet<Name> = at(&first).intersection(&at(&last)).copied().collect();
    // Never split into the others and those without a score: beside the level, that would tell of them.
    let answers = Answers { yes: rose, no: 0, unrecorded: many(persons.iter()) - rose };
    let (begin, end) = (first.first()?.survey, last.first()?.survey);
    let behind = match begin.link {
        Link::Person => Behind::people(view, persons, of),
        _ => Behind::unknown(persons),
    };
    let ids: Vec<&str> = first.iter().chain(&last).map(|one| one.survey.id.as_str()).collect();
    let wave = format!("{}-{}", begin.wave.word(), end.wave.word());
    let key = FactKey::new(&ids.join("+"), measure.id.as_str(), Some(&wave), role(of)).ok()?;
    let class = class(view.book, measure);
    Some(Counted { change: true, ..Counted::new(key, class, Asked::Answers(answers), behind) })
}

/// Those with a score at both waves, with the two.
pub(super) fn both(
    book: &Handbook,
    measure: &model::Measure,
    first: &[&Surveyed],
    last: &[&Surveyed],
) -> Vec<(Name, Score, Score)> {
    let scores = |all: &[&Surveyed]| -> Vec<(Name, Score)> {
        let rows = all.iter().flat_map(|one| one.rows.iter().map(move |row| (*one, *row)));
        rows.filter_map(|(one, row)| Some((row.who?, score(book, measure, one, row)?))).collect()
    };
    // Who answered two surveys of a wave counts once, with the first of them that gives a score.
    let once = |all: Vec<(Name, Score)>| -> BTreeMap<Name, Score> { all.into_iter().rev().collect() };
    let (before, after) = (once(scores(first)), once(scores(last)));
    after.into_iter().filter_map(|(who, after)| Some((who, *before.get(&who)?, after))).collect()
}

/// The change for the better, in thousandths, rounded down: 0.3 is reached by 3/10 and not by 29/100.
pub(super) fn rose(better: Better, before: Score, after: Score) -> i64 {
    let difference = (after.sum * before.of - before.sum * after.of) * 1000;
    let signed = if better == Better::Higher { difference } else { -difference };
    signed.div_euclid(before.of * after.of)
}
