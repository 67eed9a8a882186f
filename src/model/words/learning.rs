//! The words of `findings.yaml` and `changes.yaml`.

use crate::words;

words! {
    /// What a finding is about.
    pub enum FindingKind {
        /// It did nothing.
        NoValue = "no_value",
        /// It hurt.
        Harm = "harm",
        /// People did not fit.
        Mismatch = "mismatch",
        /// Times, places, tools.
        Logistics = "logistics",
    }
}
words! {
    /// The level of the design that a change touches.
    pub enum Level {
        /// What people agree at the outset.
        Expectations = "expectations",
        /// The occasions to look at the relationship.
        CheckIns = "check_ins",
        /// The passages between phases.
        Phases = "phases",
        /// Training and peer meetings.
        MentorDevelopment = "mentor_development",
        /// How the program learns.
        ProgramLearning = "program_learning",
        /// How relationships end.
        Endings = "endings",
    }
}
words! {
    /// What was decided about a part of the design.
    pub enum Decision {
        /// Leave it.
        Keep = "keep",
        /// Change a detail.
        Adjust = "adjust",
        /// Change its structure.
        Restructure = "restructure",
    }
}
