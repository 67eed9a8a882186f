//! Which figures of a release belong to a measure.

use chrono::NaiveDate;

use crate::outcomes::disclose::{CHECK_IN, FactKey, Form};
use crate::outcomes::published::{Published, Release};

/// A figure with its key.
pub type Keyed<'a> = (&'a FactKey, Published<&'a Form>);

/// The levels of a measure, one for each survey that asks it, in order of key; of a built-in measure, its
/// headline, or each check-in's. Changes of the same people are not levels.
pub fn levels<'a>(release: &'a Published<Release>, measure: &str) -> Vec<Keyed<'a>> {
    if let Some((population, variable)) = built_in(measure) {
        let of = |(key, _): &Keyed| key.population() == population && key.variable() == variable;
        return release.figures().filter(of).collect();
    }
    if measure == "check-ins" {
        return release.figures().filter(|(key, _)| key.variable().starts_with(CHECK_IN)).collect();
    }
    let of = |(key, _): &Keyed| key.variable() == measure && key.wave().is_some() && !is_paired(key);
    release.figures().filter(of).collect()
}

/// How many of the same people rose by the worthwhile change, from one wave to another.
pub fn changes<'a>(release: &'a Published<Release>, measure: &str) -> Vec<Keyed<'a>> {
    release.figures().filter(|(key, _)| key.variable() == measure && is_paired(key)).collect()
}

/// Of all that began on these days, the last before another. Of several that began together, as one for each site, nobody
/// knows which one is followed: then none.
pub fn last_before<T>(start: NaiveDate, all: impl IntoIterator<Item = (NaiveDate, T)>) -> Option<T> {
    let earlier: Vec<_> = all.into_iter().filter(|(began, _)| *began < start).collect();
    let last = earlier.iter().map(|(began, _)| *began).max();
    let mut of_last = earlier.into_iter().filter(|(began, _)| Some(*began) == last);
    let (one, other) = (of_last.next(), of_last.next());
    one.filter(|_| other.is_none()).map(|(_, one)| one)
}

/// Whether a figure is about the same people at two waves.
pub fn is_paired(key: &FactKey) -> bool {
    key.population().contains('+') && key.wave().is_some_and(|wave| wave.contains('-'))
}

/// Population and variable of a built-in measure that is one share.
fn built_in(measure: &str) -> Option<(&'static str, &'static str)> {
    match measure {
        "completion" => Some(("matches", "completion")),
        "expectations-documented" => Some(("matches", "expectations")),
        "contacts" => Some(("matches", "contact-first-month")),
        "attendance" => Some(("mentor-side", "peer-meetings-half")),
        "role-change" => Some(("mentor-side", "were-mentees")),
        _ => None,
    }
}
