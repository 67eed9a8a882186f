//! Whether the expectations of a match were written down.

use super::super::disclose::{Answers, Asked, FactKey};
use super::view::View;
use super::{Behind, Counted, Counts, Measure, Relation, many};

/// Expectations documented, of all matches that started.
pub struct Expectations;

impl Measure for Expectations {
    fn name(&self) -> &'static str {
        "expectations"
    }

    fn about(&self) -> &'static str {
        "Matches that started whose expectations were written down, at any time; of a match that continues one of an \
         earlier cohort, since this one and the match began. An empty cell is not recorded, so nobody is counted as a no."
    }
}

impl Counts for Expectations {
    fn ask(&self, view: &View) -> Vec<Counted> {
        if !view.rows.has("matches") {
            return Vec::new();
        }
        let yes = documented(view);
        let answers = Answers { yes, no: 0, unrecorded: many(view.matches.iter()) - yes };
        let key = FactKey::new("matches", "expectations", None, None);
        Counted::ordinary(key, Asked::Answers(answers), Behind::matches(view)).into_iter().collect()
    }
}

/// How many started matches have the day on which their expectations were written down.
pub(super) fn documented(view: &View) -> u32 {
    // What was written down before was told of the match that it continues.
    let is_new = |one: &Relation, on| one.row.continues.is_none() || Some(on) >= one.begun;
    many(view.matches.iter().filter(|one| one.row.expectations_on.is_some_and(|on| is_new(one, on))))
}
