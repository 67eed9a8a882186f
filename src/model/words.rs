//! The fixed sets of words that the files use.

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
    /// What a session on the calendar is.
    pub enum SessionKind {
        /// The first gathering.
        Kickoff = "kickoff",
        /// Training of mentors.
        Training = "training",
        /// Preparation of mentees.
        Orientation = "orientation",
        /// A meeting of a match; needs no time.
        MatchMeeting = "match_meeting",
        /// A check-in.
        CheckIn = "check_in",
        /// Mentors meet mentors.
        PeerMeeting = "peer_meeting",
        /// Everybody in one call.
        CohortCall = "cohort_call",
        /// An optional lesson.
        SkillUp = "skill_up",
        /// Come with a question.
        OfficeHours = "office_hours",
        /// Working side by side.
        Coworking = "coworking",
        /// Trying out a presentation.
        Rehearsal = "rehearsal",
        /// For those who may apply.
        InformationCall = "information_call",
        /// For its own sake.
        Social = "social",
        /// The last gathering.
        Closing = "closing",
    }
}
words! {
    /// What became of a session.
    pub enum SessionStatus {
        /// It took place.
        Held = "held",
        /// It was called off.
        Cancelled = "cancelled",
        /// It is to come.
        Planned = "planned",
        /// Nobody recorded it.
        Unknown = "unknown",
    }
}
words! {
    /// Where a cohort stands.
    pub enum CohortStatus {
        /// Not yet begun.
        Planned = "planned",
        /// Running.
        Active = "active",
        /// Over.
        Closed = "closed",
    }
}
words! {
    /// How people join a cohort.
    pub enum Intake {
        /// All at the start.
        Fixed = "fixed",
        /// At any time; weeks count from the match.
        Rolling = "rolling",
    }
}
words! {
    /// What the weeks of a cohort count from.
    pub enum Clock {
        /// The cohort's start.
        Cohort = "cohort",
        /// The day of the match.
        Match = "match",
    }
}
words! {
    /// When a session falls, seen from a match.
    pub enum Timing {
        /// Before people are matched.
        PreMatch = "pre_match",
        /// While the match runs.
        InMatch = "in_match",
        /// After it.
        PostMatch = "post_match",
    }
}
words! {
    /// A day of the week.
    pub enum Day {
        /// Monday.
        Mon = "mon",
        /// Tuesday.
        Tue = "tue",
        /// Wednesday.
        Wed = "wed",
        /// Thursday.
        Thu = "thu",
        /// Friday.
        Fri = "fri",
        /// Saturday.
        Sat = "sat",
        /// Sunday.
        Sun = "sun",
    }
}
words! {
    /// How answers of one person at two waves can be brought together.
    pub enum Link {
        /// By the person: paired change is possible.
        Person = "person",
        /// By a code that the person keeps.
        Code = "code",
        /// Not at all: different people may have answered.
        None = "none",
    }
}
words! {
    /// What was promised to those who answer.
    pub enum Promise {
        /// Answers carry a name.
        Named = "named",
        /// Staff see them in groups only.
        Confidential = "confidential",
        /// Nobody can tell who answered.
        Anonymous = "anonymous",
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
