//! Outcomes: private rows on one side, published figures on the other, and one door between them.
//!
//! Rows and counts stay in `rows`; everything downstream sees [`Published`] alone. Must not let a raw count out.

mod as_written;
pub mod derive;
pub mod disclose;
pub mod estimate;
pub mod measures;
mod private;
mod published;
pub mod rows;
pub mod staff;
mod standing;
pub mod words;

pub use measures::Crowded;
pub use private::{Private, Proposal, Tally, policy};
pub use published::{Published, Release, as_defined, fingerprint, published};

use crate::diag::Code;

/// The codes of this stage.
pub fn codes() -> impl Iterator<Item = &'static Code> {
    rows::CODES.iter().chain(published::CODES).chain(standing::CODES).copied()
}
