//! A published figure in words. No template prints a bare rate: count, sentence and range come together.

use serde::Serialize;

/// One figure.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Told {
    /// "27 of 38", "35 or more of 38", "21 yes, 10 no", "fewer than 8", "not shown", "560".
    pub figure: String,
    /// "71%; similar cohorts 55% to 83%", "7 not recorded: so 55% to 74%"; may be empty.
    pub detail: String,
    /// What the figure leaves together or out, and why; may be empty.
    pub note: String,
    /// Whether a number stands there.
    pub shown: bool,
}
