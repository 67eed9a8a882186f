//! The figures of one measure in two cohorts, and the difference of each, where one may be told.
//!
//! A pure function of published figures and of the public design. The people of two cohorts are different
//! people: a difference between them is never a change of anybody.

use super::{Difference, Enough, Keyed, changes, difference, levels, response_of};
use crate::check::{Cohort, Handbook};
use crate::model::{Id, Measure, Survey, Wave};
use crate::outcomes::disclose::{FactKey, Form};
use crate::outcomes::published::{Published, Release};

/// A cohort with what is published of it.
#[derive(Debug, Clone, Copy)]
pub struct Released<'a> {
    /// The cohort.
    pub cohort: &'a Cohort,
    /// Its release.
    pub release: &'a Published<Release>,
}

/// Why a figure cannot be judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Short {
    /// Other items were asked, or in another wording.
    Reworded,
    /// Fewer than 40% answered.
    Unanswered,
    /// How many were asked is not known, so neither is the response.
    UnknownResponse,
    /// One of the two depends on what was not recorded.
    Unrecorded,
    /// "Or more", "or fewer".
    Coded,
    /// Told as a mean.
    Mean,
    /// Below the group.
    TooFew,
    /// Not shown.
    NotShown,
    /// One of the two cohorts has several such figures, as one for each site.
    Several,
    /// One of the two cohorts has no such figure.
    OneOnly,
}

/// One figure of a measure in two cohorts.
#[derive(Debug, Clone)]
pub struct Compared<'a> {
    /// Its name, in the later cohort where it has one.
    pub key: &'a FactKey,
    /// As it was before.
    pub before: Option<Published<&'a Form>>,
    /// As it was after.
    pub after: Option<Published<&'a Form>>,
    /// The difference, or why there is none.
    pub judged: Result<Published<Difference>, Short>,
    /// Whether fewer than 60% answered: before, after.
    pub few_answered: (bool, bool),
    /// Whether it was corrected since, and the correction is not shown: before, after.
    pub held_back: (bool, bool),
}

/// The figures of a measure in two cohorts, side by side.
pub fn before_after<'a>(
    book: &Handbook,
    measure: &str,
    before: Released<'a>,
    after: Released<'a>,
) -> Vec<Compared<'a>> {
    let own = book.measures.iter().find(|own| own.id.as_str() == measure);
    let (old, new) = (figures(before.release, measure, own), figures(after.release, measure, own));
    let mut all: Vec<Compared> = Vec::with_capacity(new.len());
    for (key, form) in &new {
        let then = only(&new, key).and_then(|_| only(&old, key));
        let judge = |then| judge(book, (measure, own), (before, then), (after, (*key, *form)));
        let is_told = old.iter().any(|(other, _)| is_same(key, other));
        let held = |side: Released, key: &FactKey| side.release.get().holds_back(key);
        let few = |side: Released, key: &FactKey| enough(side, key, measure) == Some(Enough::ForItself);
        all.push(Compared {
            key,
            before: then.map(|(_, form)| form),
            after: Some(*form),
            judged: then.map_or(Err(if is_told { Short::Several } else { Short::OneOnly }), judge),
            few_answered: (then.is_some_and(|(key, _)| few(before, key)), few(after, key)),
            held_back: (then.is_some_and(|(key, _)| held(before, key)), held(after, key)),
        });
    }
    let gone = old.iter().filter(|(key, _)| !new.iter().any(|(other, _)| is_same(key, other)));
    all.extend(gone.map(|(key, form)| Compared {
        key,
        before: Some(*form),
        after: None,
        judged: Err(Short::OneOnly),
        few_answered: (false, false),
        held_back: (false, false),
    }));
    all
}

/// The figures that are judged: levels after the baseline, and shares of the same people who rose.
fn figures<'a>(release: &'a Published<Release>, measure: &str, own: Option<&Measure>) -> Vec<Keyed<'a>> {
    let baseline_alone = own.is_some_and(|own| own.waves == [Wave::Baseline]);
    let early = |key: &FactKey| key.wave() == Some(Wave::Baseline.word()) && !baseline_alone;
    let levels = levels(release, measure).into_iter().filter(|(key, _)| !early(key));
    levels.chain(changes(release, measure)).collect()
}

/// The same variable, wave and role, whatever the survey was called.
pub(super) fn is_same(one: &FactKey, other: &FactKey) -> bool {
    (one.variable(), one.wave(), one.role()) == (other.variable(), other.wave(), other.role())
}

/// The figure of that name; none where several surveys asked the same of the same role at the same wave.
fn only<'a>(among: &[Keyed<'a>], key: &FactKey) -> Option<Keyed<'a>> {
    let mut found = among.iter().filter(|(other, _)| is_same(key, other));
    let first = found.next()?;
    found.next().is_none().then_some(*first)
}

/// What is wrong with the asking is said before what is wrong with the count: it would be wrong of any count.
fn judge(
    book: &Handbook,
    (measure, own): (&str, Option<&Measure>),
    (before, then): (Released, Keyed),
    (after, now): (Released, Keyed),
) -> Result<Published<Difference>, Short> {
    if own.is_some_and(|own| is_reworded(book, own, (before, then.0), (after, now.0))) {
        return Err(Short::Reworded);
    }
    for (side, key) in [(before, then.0), (after, now.0)] {
        match enough(side, key, measure) {
            Some(Enough::ForNothing) => return Err(Short::Unanswered),
            None if is_answered(key) => return Err(Short::UnknownResponse),
            _ => {}
        }
    }
    for form in [then.1, now.1] {
        match form.get() {
            Form::TooFew { .. } => return Err(Short::TooFew),
            Form::NotShown { .. } => return Err(Short::NotShown),
            Form::Mean { .. } | Form::Open { .. } => return Err(Short::Mean),
            Form::Share { .. } | Form::Split { .. } => {}
        }
    }
    let unrecorded = now.1.get().unrecorded() + then.1.get().unrecorded();
    difference(now.1, then.1).ok_or(if unrecorded > 0 { Short::Unrecorded } else { Short::Coded })
}

/// The surveys that a figure was asked in, as far as cohort.yaml still names them: two for a change, none for what the
/// program records itself.
fn surveys<'a>(side: Released<'a>, key: &FactKey) -> impl Iterator<Item = &'a Survey> {
    let all = &side.cohort.file.surveys;
    key.population().split('+').filter_map(|id| all.iter().find(|survey| survey.id.as_str() == id))
}

/// Whether a figure counts answers, not records.
fn is_answered(key: &FactKey) -> bool {
    key.population() == "reported" || key.wave().is_some()
}

/// What the response behind a figure allows; none where it is unknown, and of records.
fn enough(side: Released, key: &FactKey, measure: &str) -> Option<Enough> {
    response_of(side.release, key, measure).map(super::Response::enough)
}

/// Whether other items of the measure were asked, or one of them in another wording. A survey without a last
/// day counts from its cohort's first to its last.
fn is_reworded(
    book: &Handbook,
    own: &Measure,
    before: (Released, &FactKey),
    after: (Released, &FactKey),
) -> bool {
    let items = |(side, key): (Released, &FactKey)| -> Vec<bool> {
        let asked = |id: &Id| surveys(side, key).any(|survey| survey.questions.iter().any(|q| q.id == *id));
        own.items.iter().map(|item| asked(&item.question.id)).collect()
    };
    // What was asked in a survey that cohort.yaml no longer names is not known.
    let is_known = |(side, key): (Released, &FactKey)| {
        key.population() == "reported" || surveys(side, key).count() == key.population().split('+').count()
    };
    if is_known(before) && is_known(after) && items(before) != items(after) {
        return true;
    }
    let (cohort, later) = (&before.0.cohort.file, &after.0.cohort.file);
    let from = surveys(before.0, before.1).map(|survey| survey.closes.unwrap_or(cohort.start)).min();
    let to = surveys(after.0, after.1).filter_map(|survey| survey.closes.or(later.end)).max();
    let (Some(from), Some(to)) = (from, to) else { return false };
    let questions = own.items.iter().filter_map(|item| book.question(item.question.id.as_str()));
    questions.flat_map(|question| &question.history).any(|old| from <= old.until && old.until < to)
}
