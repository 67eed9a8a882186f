//! How many of those who were asked have answered.

use std::collections::BTreeMap;

use super::before_after::is_same;
use super::series::is_paired;
use crate::model::Wave;
use crate::outcomes::disclose::{Count, FactKey, Form};
use crate::outcomes::published::{Published, Release};

/// The answers to one survey.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Response {
    /// How many answered.
    pub answered: u32,
    /// How many were asked.
    pub invited: u32,
}

/// What a response allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Enough {
    /// Below 40%: no comparison.
    ForNothing,
    /// Below 60%: the figure stands beside its possible range.
    ForItself,
    /// 60% or more.
    ForComparison,
}

impl Response {
    /// In whole percent, to the nearest.
    pub fn percent(self) -> u32 {
        Count::Exact(self.answered).percent(self.invited)
    }

    /// What may be drawn from it.
    pub fn enough(self) -> Enough {
        let (answered, invited) = (u64::from(self.answered), u64::from(self.invited));
        match () {
            () if answered * 100 < invited * 40 => Enough::ForNothing,
            () if answered * 100 < invited * 60 => Enough::ForItself,
            () => Enough::ForComparison,
        }
    }
}

/// A key of each survey that a release tells something of, in the order of the year. The release says so itself: by now
/// cohort.yaml may name other surveys than were asked.
pub fn surveys(release: &Published<Release>) -> Vec<&FactKey> {
    let asked = |key: &FactKey| key.wave().is_some() && key.population() != "reported" && !is_paired(key);
    let mut keys: Vec<&FactKey> = release.figures().map(|(key, _)| key).filter(|key| asked(key)).collect();
    keys.dedup_by_key(|key| key.population());
    keys.sort_by_key(|key| key.wave().and_then(Wave::from_word));
    keys
}

/// The response to a survey of a release; None where either number is not published.
pub fn response(release: &Published<Release>, survey: &str) -> Option<Response> {
    between(answered(release, survey), number(release, survey, "invited"))
}

/// How many answered a survey of a release; None where that is not published.
pub fn answered(release: &Published<Release>, survey: &str) -> Option<u32> {
    number(release, survey, "answered")
}

/// How many answered what a pool tells, and of how many, where that is known: added up over the surveys of which its
/// cohorts' own releases say that they asked it. None of records, and where a cohort does not say.
pub fn response_of_pool<'r>(
    cohorts: impl Iterator<Item = &'r Published<Release>>,
    key: &FactKey,
) -> Option<(u32, Option<Response>)> {
    key.wave()?;
    let (mut answered, mut invited) = (0, Some(0));
    for release in cohorts {
        let asks = |one: &&FactKey| is_same(one, key) && one.population() != "reported";
        let mut surveys = release.figures().map(|(one, _)| one).filter(asks).peekable();
        surveys.peek()?;
        for survey in surveys {
            answered += number(release, survey.population(), "answered")?;
            invited = invited.zip(number(release, survey.population(), "invited")).map(|(a, b)| a + b);
        }
    }
    Some((answered, between(Some(answered), invited)))
}

fn number(release: &Published<Release>, survey: &str, variable: &str) -> Option<u32> {
    let of = |key: &FactKey| key.population() == survey && key.variable() == variable;
    release.figures().find(|(key, _)| of(key)).and_then(|(_, figure)| open(figure))
}

/// The response behind a figure of a measure: to its survey, or to all that were asked of it at one wave; of a change to
/// the wave with the fewer. Of an aggregate that came without rows, its own. None where a number is not published.
pub fn response_of(release: &Published<Release>, key: &FactKey, measure: &str) -> Option<Response> {
    if key.population() == "reported" {
        let beside = |what: &str| open(release.figure(&key.sibling(&format!("{measure}.{what}")).ok()?)?);
        return between(beside("answered"), beside("invited"));
    }
    let mut waves: BTreeMap<Option<&str>, Response> = BTreeMap::new();
    for survey in key.population().split('+') {
        let Response { answered, invited } = response(release, survey)?;
        let answers = |key: &FactKey| key.population() == survey && key.variable() == "answered";
        let wave = release.figures().find(|(key, _)| answers(key)).and_then(|(key, _)| key.wave());
        let sum = waves.entry(wave).or_insert(Response { answered: 0, invited: 0 });
        (sum.answered, sum.invited) = (sum.answered + answered, sum.invited + invited);
    }
    let share = |one: &Response, of: &Response| u64::from(one.answered) * u64::from(of.invited);
    waves.into_values().min_by(|a, b| share(a, b).cmp(&share(b, a)))
}

fn open(figure: Published<&Form>) -> Option<u32> {
    match figure.get() {
        Form::Open { value } => u32::try_from(*value).ok(),
        _ => None,
    }
}

fn between(answered: Option<u32>, invited: Option<u32>) -> Option<Response> {
    let (answered, invited) = (answered?, invited.filter(|invited| *invited > 0)?);
    Some(Response { answered, invited })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds_of_what_may_be_drawn() {
        for (answered, invited, enough) in [
            (39, 100, Enough::ForNothing),
            (40, 100, Enough::ForItself),
            (59, 100, Enough::ForItself),
            (60, 100, Enough::ForComparison),
            (0, 1, Enough::ForNothing),
        ] {
            assert_eq!(Response { answered, invited }.enough(), enough, "{answered} of {invited}");
        }
    }
}
