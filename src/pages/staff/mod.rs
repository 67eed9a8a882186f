//! Pages of a private edition, from rows that the staff already hold.
//!
//! The only pages that may name [`Staff`](crate::outcomes::staff::Staff): to look inside takes the token of a
//! private edition, which no other edition has. Every page here is stamped private and dated, is not indexed by
//! any search, and has no place in a site map.

mod answers;
mod cohort;
mod cohorts;

pub use cohort::Cohorts;
pub use cohorts::Index;

use super::view::Chrome;
use super::{Here, Site, Subject};
use crate::model::Id;
use crate::outcomes::staff::{Figures, Token};

impl Site<'_> {
    /// What staff see of a cohort; None in an edition that is not private, or without rows.
    fn rows_of(&self, cohort: &Id) -> Option<&Figures> {
        Some(self.staff.get(cohort)?.get(Token::of(self.edition)?))
    }

    /// The surroundings of a private page, which says so in the tab and in its file name when it is printed.
    fn private_chrome(&self, here: &Here, title: &str, above: &[Subject]) -> Chrome {
        let chrome = self.chrome_below(here, title, "", above, None);
        Chrome { title: self.ta("private-title", &[("title", title)]), canonical: String::new(), ..chrome }
    }
}
