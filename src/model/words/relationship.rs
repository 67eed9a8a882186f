//! The words of `check-ins.yaml`, `questions.yaml` and `measures.yaml`.

use crate::words;

words! {
    /// The occasions on which a relationship is looked at.
    pub enum CheckInKind {
        /// Inside meetings, by the pair.
        Informal = "informal",
        /// Staff get in touch.
        Monitoring = "monitoring",
        /// The conversation in the middle.
        Midpoint = "midpoint",
        /// The redesign between two phases.
        PhaseTransition = "phase_transition",
        /// Looking back, alone.
        EndIndividual = "end_individual",
        /// Looking back, together.
        EndCollective = "end_collective",
        /// Whether the work is done, and the ending itself.
        Closure = "closure",
    }
}
words! {
    /// Who holds a check-in.
    pub enum HeldBy {
        /// The match itself.
        Pair = "pair",
        /// The program's staff.
        Staff = "staff",
        /// A facilitator from outside the match.
        Facilitator = "facilitator",
    }
}
words! {
    /// To whom a check-in is offered.
    pub enum OfferedTo {
        /// Every match.
        All = "all",
        /// Held where either asks or answers low.
        OnRequest = "on_request",
    }
}
words! {
    /// How carefully an answer is handled.
    pub enum Sensitivity {
        /// As any answer.
        Ordinary = "ordinary",
        /// Only in frozen pools.
        Sensitive = "sensitive",
    }
}
words! {
    /// What a measure stands for.
    pub enum Construct {
        /// A skill.
        Skill = "skill",
        /// Career.
        Career = "career",
        /// Satisfaction.
        Satisfaction = "satisfaction",
        /// Belonging.
        Belonging = "belonging",
        /// The quality of the relationship.
        RelationshipQuality = "relationship_quality",
        /// Whether goals were reached.
        GoalAttainment = "goal_attainment",
        /// Staying.
        Retention = "retention",
        /// What mentors learn.
        MentorGrowth = "mentor_growth",
        /// Anything else.
        Other = "other",
    }
}
words! {
    /// How answers become a score.
    pub enum ScoreKind {
        /// Their mean.
        Mean = "mean",
        /// The share at or above a threshold.
        ShareAtLeast = "share_at_least",
        /// Promoters less detractors.
        Nps = "nps",
        /// The T-score of goal attainment.
        GoalAttainmentT = "goal_attainment_t",
    }
}
words! {
    /// Which direction is better.
    pub enum Better {
        /// More.
        Higher = "higher",
        /// Less.
        Lower = "lower",
    }
}
