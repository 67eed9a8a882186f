//! The words of `program.yaml`.

use crate::words;

words! {
    /// How people are brought together.
    pub enum MatchModel {
        /// One mentor, one mentee.
        OneToOne = "one_to_one",
        /// One or more mentors with several mentees.
        Group = "group",
        /// People at the same stage.
        Peer = "peer",
        /// The less senior person mentors.
        Reverse = "reverse",
        /// A single meeting or a few.
        Flash = "flash",
    }
}
words! {
    /// The ages of the participants; decides how strictly figures are protected.
    pub enum Population {
        /// All adults.
        Adult = "adult",
        /// All minors.
        Minor = "minor",
        /// Both.
        Mixed = "mixed",
    }
}
words! {
    /// The field's standards that the audit holds the design to.
    pub enum Profile {
        /// Mentoring of young people.
        Youth = "youth",
        /// At work.
        Workplace = "workplace",
        /// In research.
        Research = "research",
        /// In open-source communities.
        OpenSource = "open_source",
    }
}
words! {
    /// What a contact of staff with a match may count as.
    pub enum ContactKind {
        /// With one person.
        OneToOne = "one_to_one",
        /// With several at once.
        Group = "group",
        /// A short survey.
        Pulse = "pulse",
    }
}
words! {
    /// What people are matched on.
    pub enum CriterionKind {
        /// The same or a neighbouring field.
        Field = "field",
        /// A skill that one has and the other seeks.
        Skill = "skill",
        /// A goal.
        Goal = "goal",
        /// Where somebody comes from.
        Background = "background",
        /// What somebody has lived through.
        LivedExperience = "lived_experience",
        /// Times and places.
        Availability = "availability",
        /// Age, gender and the like.
        Demographic = "demographic",
        /// Anything else.
        Other = "other",
    }
}
words! {
    /// The kind of value that a feature of the design takes.
    pub enum FeatureKind {
        /// A number with a unit.
        Number = "number",
        /// One of several choices.
        Choice = "choice",
        /// Yes or no.
        YesNo = "yes_no",
    }
}
