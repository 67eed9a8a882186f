//! Whether a change of the design moved what it was meant to move: one of four verdicts, and what was watched.
//!
//! Two cohorts are compared: the last closed one before the change that has a release, and the first such one
//! from the change on. Both are settled by the calendar, never by the figures. Later cohorts are told apart,
//! each against the same one before, and never pooled.
//!
//! A measure may have several figures: one for each role and wave after the baseline (a baseline is asked before
//! anything could have moved), and the share of the same people who rose, where surveys are linked. Each is
//! judged by the range of its own difference. *As intended* needs every figure that can be judged on the side
//! that was hoped for; *the other way* needs one on the other side and none on that; all else is *not clear*.
//! A figure that holds too little is named beside it and does not count. Must not say why anything moved.

use std::collections::BTreeMap;

use super::series::is_paired;
use super::{Aim, Compared, Released, Than, aim, last_before};
use crate::check::Handbook;
use crate::model::{Answer, Better, Direction, Id, Measure, Wave};
use crate::outcomes::published::{Published, Release};

/// The cohorts that a change is judged by.
#[derive(Debug, Clone, Default)]
pub struct Span<'a> {
    /// The last closed one before it.
    pub before: Option<Released<'a>>,
    /// The closed ones from it on, in order; the first is judged.
    pub after: Vec<Released<'a>>,
}

/// What came of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moved {
    /// Every figure that can be judged moved to the side that was hoped for.
    AsIntended,
    /// A range holds no difference, or the figures part ways.
    NotClearly,
    /// A figure moved to the other side, and none to the one hoped for.
    OtherWay,
    /// No figure can be judged.
    TooLittle,
}

/// What came of a measure that should not get worse.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Watched {
    /// A figure got worse.
    Against,
    /// None did.
    NoSign,
    /// No figure can be judged.
    TooLittle,
}

/// The closed cohorts around the first with a change, by the calendar. Of several that began on one day, as one for each
/// site, nobody knows which goes with it: none of them stands before it or after it.
pub fn span<'a>(book: &'a Handbook, published: &'a BTreeMap<Id, Published<Release>>, from: &Id) -> Span<'a> {
    let Some(first) = book.cohort(from.as_str()) else { return Span::default() };
    let start = first.file.start;
    let closed = |cohort| {
        let cohort: &'a crate::check::Cohort = cohort;
        let release = published.get(&cohort.id).filter(|release| release.get().closed)?;
        Some(Released { cohort, release })
    };
    let all = book.cohorts.iter().filter_map(closed).map(|one| (one.cohort.file.start, one));
    let before = last_before(start, all);
    // The first with the change is judged, and no later one in its place: a bad year could be held back.
    let own = closed(first).into_iter();
    let later = |_: &Released| book.cohorts.iter().filter(|one| one.file.start > start).filter_map(closed);
    let after = own.flat_map(|own| std::iter::once(own).chain(later(&own))).collect();
    Span { before, after }
}

/// The side to which the published shares of a measure should move; without a direction, for the better.
pub fn hoped_for(book: &Handbook, measure: &str, direction: Option<Direction>) -> Than {
    let own = book.measures.iter().find(|own| own.id.as_str() == measure);
    let better = own.map_or(Better::Higher, |own| own.better);
    let for_the_better = match direction {
        None => true,
        Some(Direction::Up | Direction::Higher) => better == Better::Higher,
        Some(Direction::Down | Direction::Lower) => better == Better::Lower,
    };
    let up_is_better = own.is_none_or(|own| is_favourable(book, own));
    if for_the_better == up_is_better { Than::Higher } else { Than::Lower }
}

/// Whether the published share of a measure counts what is favourable. Of a score it always does; of yes and
/// no, and of choices, it counts the first, whether that is good or bad.
fn is_favourable(book: &Handbook, own: &Measure) -> bool {
    let first = own.items.first().and_then(|item| book.question(item.question.id.as_str()));
    let counts_yes = first.is_some_and(|q| matches!(q.answer, Answer::YesNo | Answer::Choices(_)));
    own.score.is_some() || !counts_yes || own.better == Better::Higher
}

/// The verdict on a measure's figures.
pub fn verdict(figures: &[Compared], hoped_for: Than) -> Moved {
    let than: Vec<Than> = sides(figures).collect();
    let (hoped, other) = (than.contains(&hoped_for), than.contains(&opposite(hoped_for)));
    match () {
        () if than.is_empty() => Moved::TooLittle,
        () if than.iter().all(|side| *side == hoped_for) => Moved::AsIntended,
        () if other && !hoped => Moved::OtherWay,
        () => Moved::NotClearly,
    }
}

/// What became of a watched measure; `worse` is the side on which its shares are worse.
pub fn watched(figures: &[Compared], worse: Than) -> Watched {
    let mut than = sides(figures).peekable();
    match () {
        () if than.peek().is_none() => Watched::TooLittle,
        () if than.any(|side| side == worse) => Watched::Against,
        () => Watched::NoSign,
    }
}

/// Whether every share of what is asked last reaches a value, as far as it is judged: what is hoped for belongs to no
/// earlier wave, and to no change. None for shares that should fall, and without any.
pub fn reaches(figures: &[Compared], hoped_for: Than, at_least: f64) -> Option<Aim> {
    let wave = |figure: &&Compared| figure.key.wave().and_then(Wave::from_word);
    let levels: Vec<&Compared> = figures.iter().filter(|figure| !is_paired(figure.key)).collect();
    let last = levels.iter().map(wave).max();
    let judged = levels.iter().filter(|figure| Some(wave(figure)) == last && figure.judged.is_ok());
    let all: Vec<Aim> = judged.filter_map(|figure| aim(figure.after?, at_least)).collect();
    let told = hoped_for == Than::Higher && (0.0..=1.0).contains(&at_least) && !all.is_empty();
    told.then(|| match () {
        () if all.contains(&Aim::Missed) => Aim::Missed,
        () if all.contains(&Aim::Open) => Aim::Open,
        () => Aim::Reached,
    })
}

/// The other side.
pub fn opposite(side: Than) -> Than {
    match side {
        Than::Higher => Than::Lower,
        Than::Lower => Than::Higher,
        Than::CannotTell => Than::CannotTell,
    }
}

fn sides<'a>(figures: &'a [Compared]) -> impl Iterator<Item = Than> + 'a {
    figures.iter().filter_map(|figure| figure.judged.as_ref().ok()).map(|difference| difference.get().than)
}
