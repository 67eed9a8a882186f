//! Whether the staff got in touch in the first month as often as the program promises.

use std::collections::{HashMap, HashSet};

use super::super::disclose::{Answers, Asked, FactKey};
use super::super::rows::Name;
use super::super::rows::words::ContactOutcome;
use super::limits::returns;
use super::view::View;
use super::{Behind, Counted, Counts, Measure, many};
use crate::model::Role;

/// Days of the first month, both ends included.
const MONTH: i64 = 30;

/// Matches in touch as promised in their first month.
pub struct FirstMonth;

impl Measure for FirstMonth {
    fn name(&self) -> &'static str {
        "contact-first-month"
    }

    fn about(&self) -> &'static str {
        "Matches that started in which both sides were reached as often in the first 30 days as program.yaml says. Told where mentees do not return. \
         A contact counts if it was reached and its kind is one that counts, for both sides where it was with both. All other matches are together: not \
         as often, ended before, or not recorded."
    }
}

impl Counts for FirstMonth {
    fn ask(&self, view: &View) -> Vec<Counted> {
        // Whoever goes on had their first month before.
        let goes_on = returns(view);
        if !view.rows.has("contacts") || !view.rows.has("matches") || goes_on {
            return Vec::new();
        }
        let met = view.book.program.contact.as_ref().and_then(|rule| rule.first_month).map(|least| {
            let sides = in_touch(view, least);
            // To say how many ended within the month would tell of them: the group is all that started.
            let yes =
                many(view.matches.iter().filter(|one| sides.get(&one.row.id).is_some_and(|s| s.len() == 2)));
            Answers { yes, no: 0, unrecorded: many(view.matches.iter()) - yes }
        });
        let key = FactKey::new("matches", "contact-first-month", None, None);
        let counted = met.and_then(|met| Counted::ordinary(key, Asked::Answers(met), Behind::matches(view)));
        counted.into_iter().collect()
    }
}

/// The sides of each match that were reached often enough in the first month.
pub(super) fn in_touch(view: &View, least: u32) -> HashMap<Name, HashSet<Role>> {
    let Some(rule) = &view.book.program.contact else { return HashMap::new() };
    let begun: HashMap<Name, _> =
        view.matches.iter().filter_map(|one| Some((one.row.id, one.begun?))).collect();
    let mut counted: HashMap<(Name, Role), u32> = HashMap::new();
    for row in &view.rows.contacts {
        let (Some(side), Some(begun)) = (row.side, begun.get(&row.the_match)) else { continue };
        let counts = row.kind.is_some_and(|kind| rule.counts.contains(&kind));
        let reached = row.outcome == Some(ContactOutcome::Reached);
        if counts && reached && (0..=MONTH).contains(&(row.date - *begun).num_days()) {
            for one in
                [Role::Mentor, Role::Mentee].into_iter().filter(|one| side == *one || side == Role::Both)
            {
                *counted.entry((row.the_match, one)).or_default() += 1;
            }
        }
    }
    let mut sides: HashMap<Name, HashSet<Role>> = HashMap::new();
    for ((the_match, side), _) in counted.into_iter().filter(|(_, n)| *n >= least) {
        sides.entry(the_match).or_default().insert(side);
    }
    sides
}
