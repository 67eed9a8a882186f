//! The fixed sets of words that the files use, by the file they stand in as the entities are.
//!
//! Here are those that several files share. A word is declared once, with what it means.

mod calendar;
mod learning;
mod program;
mod relationship;

pub use calendar::*;
pub use learning::*;
pub use program::*;
pub use relationship::*;

use crate::words;

words! {
    /// Who a page is for.
    pub enum Audience {
        /// Anybody.
        Everyone = "everyone",
        /// Mentors.
        Mentor = "mentor",
        /// Mentees.
        Mentee = "mentee",
        /// Those who hold a midpoint conversation.
        Facilitator = "facilitator",
        /// Those who run the program.
        Coordinator = "coordinator",
    }
}
words! {
    /// Who answers or is described.
    pub enum Role {
        /// The mentor.
        Mentor = "mentor",
        /// The mentee.
        Mentee = "mentee",
        /// Either, in mirrored wording.
        Both = "both",
    }
}
words! {
    /// Who may read an answer.
    pub enum Reader {
        /// Only the one who wrote it.
        SelfOnly = "self",
        /// The other person of the match.
        Other = "other",
        /// The match's mentor.
        Mentor = "mentor",
        /// The match's mentee.
        Mentee = "mentee",
        /// The facilitator of the conversation.
        Facilitator = "facilitator",
        /// The coordinator.
        Coordinator = "coordinator",
        /// Any of the program's staff.
        Staff = "staff",
    }
}
words! {
    /// When a survey is asked.
    pub enum Wave {
        /// Before, or at the start.
        Baseline = "baseline",
        /// In the middle.
        Midpoint = "midpoint",
        /// At the end.
        End = "end",
        /// Some time after.
        FollowUp = "follow_up",
    }
}
words! {
    /// What kind of page a guide is.
    pub enum GuideKind {
        /// To read.
        Guide = "guide",
        /// To hold a conversation by.
        Script = "script",
        /// To fill in.
        Worksheet = "worksheet",
        /// To rely on.
        Policy = "policy",
    }
}
words! {
    /// Whether somebody agreed.
    pub enum Consent {
        /// Yes.
        Granted = "granted",
        /// No.
        Denied = "denied",
        /// Yes once, no longer.
        Withdrawn = "withdrawn",
    }
}
words! {
    /// Which way a measure is meant to move.
    pub enum Direction {
        /// Up.
        Up = "up",
        /// Down.
        Down = "down",
        /// More.
        Higher = "higher",
        /// Less.
        Lower = "lower",
    }
}
