//! Check-ins held, of the matches that completed.
//!
//! A check-in that was held implies a match that ran, so it belongs to the tree of the matches and refines the
//! cell of the completed ones: told of all matches, it would give away how many had ended by then. Whoever met
//! their goals early could hold none of the second half, so a later one refines those who went to the end. What the staff
//! or a facilitator hold in the first month is told as a contact.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::super::disclose::{CHECK_IN, Kind, Split};
use super::super::rows::Name;
use super::endings::split;
use super::limits::returns;
use super::many;
use super::people::timing;
use super::view::{Relation, View};
use crate::model::{CheckIn, CheckInKind, HeldBy, OfferedTo, Timing, When};

/// What the log says of one check-in, over the rows of matches that started.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Kept {
    /// Rows: each is an offer.
    pub offered: u32,
    /// Rows with the day on which it was held.
    pub held: u32,
    /// Distinct matches that held it.
    pub matches: HashSet<Name>,
}

/// By check-in.
pub(super) fn held(view: &View) -> BTreeMap<String, Kept> {
    let started: HashSet<Name> = view.matches.iter().map(|one| one.row.id).collect();
    let mut all: BTreeMap<String, Kept> = BTreeMap::new();
    for row in view.rows.log.iter().filter(|row| started.contains(&row.the_match)) {
        let one = all.entry(view.all.text(row.check_in).to_owned()).or_default();
        one.offered += 1;
        if row.held_on.is_some() {
            one.held += 1;
            one.matches.insert(row.the_match);
        }
    }
    all
}

/// Whether who held it with the staff, or a facilitator, was in touch in the first month, which is told of all matches: beside that, it
/// would tell how many of the others were.
fn is_contact(view: &View, check_in: &CheckIn) -> bool {
    let is_promised = view.book.program.contact.as_ref().is_some_and(|rule| rule.first_month.is_some());
    // Pairs begin some weeks after their cohort, when they were trained.
    let before = view.cohort.sessions.iter().filter(|one| timing(view, one) == Some(Timing::PreMatch));
    let trained = before.filter_map(|one| one.week).max().unwrap_or(0).max(0);
    let is_early = |week: i32| week <= trained + FIRST_MONTH || 4 * week <= view.cohort.weeks;
    let is_early = first_week(view, check_in).is_none_or(is_early);
    is_promised && check_in.by != HeldBy::Pair && is_early
}

/// The weeks of the first month, the last of which may begin in it.
const FIRST_MONTH: i32 = 5;

/// Whether a check-in falls into the second half of the year. One that recurs begins in the first.
fn is_late(view: &View, check_in: &CheckIn) -> bool {
    first_week(view, check_in).is_some_and(|week| 2 * week > view.cohort.weeks)
}

/// The week in which it is held; of one that recurs, none.
fn first_week(view: &View, check_in: &CheckIn) -> Option<i32> {
    match &check_in.when {
        Some(When::Week(week)) => Some(*week),
        Some(When::PhaseEnd(phase)) => {
            view.cohort.phases.iter().find(|(id, _, _)| *id == phase.id).map(|(_, _, last)| *last)
        }
        Some(When::EveryWeeks(_)) | None => None,
    }
}

/// A split of these matches for each check-in of one half of the year that is offered to all and keeps a log.
pub(super) fn splits(view: &View, completed: &[&Relation], late: bool) -> Vec<Split> {
    // Whoever goes on began before: of the first half it would be told of those who are new.
    if !view.rows.has("checkin-log") || (returns(view) && !late) {
        return Vec::new();
    }
    let held = held(view);
    let told = view.book.check_ins.iter().filter(|check_in| {
        let logged = check_in.offered_to == OfferedTo::All && check_in.kind != CheckInKind::Informal;
        logged && !is_contact(view, check_in) && is_late(view, check_in) == late
    });
    let none = HashSet::new();
    let by_id: HashMap<&str, &HashSet<Name>> =
        held.iter().map(|(id, one)| (id.as_str(), &one.matches)).collect();
    told.map(|check_in| {
        let id = check_in.id.as_str();
        let matches = by_id.get(id).copied().unwrap_or(&none);
        let yes = many(completed.iter().filter(|one| matches.contains(&one.row.id)));
        let cells = [
            ("held", Kind::Lead, yes),
            // Missed, declined, or not in the log.
            ("not-held-or-not-recorded", Kind::Other, many(completed.iter()) - yes),
        ];
        split(&format!("{CHECK_IN}{id}"), cells)
    })
    .collect()
}
