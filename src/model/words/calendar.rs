//! The words of `calendar.yaml` and `cohort.yaml`.

use crate::words;

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
