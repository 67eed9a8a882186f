//! Whether the expectations of a match were written down.

use super::super::disclose::{Answers, Asked, FactKey};
use super::limits::returns;
use super::view::View;
use super::{Behind, Counted, Counts, Measure, many};

/// Expectations documented, of all matches that started.
pub struct Expectations;

impl Measure for Expectations {
    fn name(&self) -> &'static str {
        "expectations"
    }

    fn about(&self) -> &'static str {
        "Matches that started whose expectations were written down, at any time. An empty cell is not recorded, so nobody \
         is counted as a no. Told where mentees do not return: what a match wrote down that continues another was told of \
         that one."
    }
}

impl Counts for Expectations {
    fn ask(&self, view: &View) -> Vec<Counted> {
        // Of matches that continue nobody but the new ones would be told, or the same once more.
        if !view.rows.has("matches") || returns(view) {
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
    many(view.matches.iter().filter(|one| one.row.expectations_on.is_some()))
}
