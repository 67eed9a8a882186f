//! The fixed sets of words of row files.

use crate::words;

words! {
    /// Where a match stands.
    pub enum MatchStatus {
        /// Suggested to both.
        Proposed = "proposed",
        /// Running.
        Active = "active",
        /// Interrupted, to be resumed.
        Paused = "paused",
        /// Ended as planned.
        Completed = "completed",
        /// Ended before the time.
        EndedEarly = "ended_early",
        /// Ended, and followed by another match.
        Rematched = "rematched",
    }
}
words! {
    /// From whom an ending came.
    pub enum InitiatedBy {
        /// The calendar.
        Scheduled = "scheduled",
        /// The mentor.
        Mentor = "mentor",
        /// The mentee.
        Mentee = "mentee",
        /// Both.
        Mutual = "mutual",
        /// The program.
        Program = "program",
    }
}
words! {
    /// Why a match ended.
    pub enum EndReason {
        /// Its time was over.
        CompletedTerm = "completed_term",
        /// What was wanted is reached.
        GoalsMetEarly = "goals_met_early",
        /// The mentor's life changed.
        LifeChangeMentor = "life_change_mentor",
        /// The mentee's life changed.
        LifeChangeMentee = "life_change_mentee",
        /// Somebody's life changed.
        LifeChange = "life_change",
        /// The program ended.
        ProgramEnded = "program_ended",
        /// Somebody asked to leave.
        WithdrewOnRequest = "withdrew_on_request",
        /// They did not suit each other.
        Mismatch = "mismatch",
        /// It faded out.
        GradualDissolution = "gradual_dissolution",
        /// The mentor no longer answered.
        MentorUnresponsive = "mentor_unresponsive",
        /// The mentee no longer answered.
        MenteeUnresponsive = "mentee_unresponsive",
        /// It was not what was hoped for.
        UnmetExpectations = "unmet_expectations",
        /// The program gave too little support.
        InadequateSupport = "inadequate_support",
        /// The program ended it.
        RemovedByProgram = "removed_by_program",
        /// Asked, and not said.
        DeclinedToSay = "declined_to_say",
        /// Known to the responsible person, not recorded here.
        HeldElsewhere = "held_elsewhere",
        /// Something else.
        Other = "other",
        /// Nobody knows.
        Unknown = "unknown",
    }
}

impl EndReason {
    /// Whether it says that a match ended before its time, without its goals being met.
    pub fn is_of_early_endings(self) -> bool {
        let open = matches!(self, Self::DeclinedToSay | Self::HeldElsewhere | Self::Other | Self::Unknown);
        !open && !matches!(self, Self::CompletedTerm | Self::GoalsMetEarly)
    }
}

words! {
    /// How a match was ended.
    pub enum Procedure {
        /// With the closing that was planned.
        PlannedCompleted = "planned_completed",
        /// A closing was planned, and not held.
        PlannedNotCompleted = "planned_not_completed",
        /// Without warning.
        Abrupt = "abrupt",
        /// Nobody knows.
        Unknown = "unknown",
    }
}
words! {
    /// What happened in a match.
    pub enum EventKind {
        /// Somebody came to it.
        Joined = "joined",
        /// Somebody left it.
        Left = "left",
        /// Somebody is away for a while.
        Away = "away",
        /// It is interrupted.
        Paused = "paused",
        /// It goes on.
        Resumed = "resumed",
    }
}
words! {
    /// Who somebody is in a cohort.
    pub enum PersonRole {
        /// A mentor.
        Mentor = "mentor",
        /// A mentee.
        Mentee = "mentee",
        /// A facilitator.
        Facilitator = "facilitator",
        /// A coordinator.
        Coordinator = "coordinator",
    }
}
words! {
    /// What became of the conversation at the end.
    pub enum ExitKind {
        /// It was held.
        Held = "held",
        /// It was offered.
        Offered = "offered",
        /// It was declined.
        Declined = "declined",
        /// It would have been out of place.
        NotAppropriate = "not_appropriate",
    }
}
words! {
    /// What came of a check-in.
    pub enum LogResult {
        /// Go on.
        Continue = "continue",
        /// Change something.
        Adjust = "adjust",
        /// Look for another match.
        Rematch = "rematch",
        /// End it.
        End = "end",
        /// Nobody came.
        Missed = "missed",
        /// It was not wanted.
        Declined = "declined",
    }
}
words! {
    /// What came of a contact.
    pub enum ContactOutcome {
        /// Somebody answered.
        Reached = "reached",
        /// Nobody did.
        NoReply = "no_reply",
    }
}
words! {
    /// Whether somebody came.
    pub enum AttendanceStatus {
        /// There.
        Present = "present",
        /// Absent, and said so.
        Excused = "excused",
        /// Absent.
        Absent = "absent",
    }
}
words! {
    /// What became of an application.
    pub enum ApplicantStatus {
        /// May join.
        Eligible = "eligible",
        /// May not, or would not.
        Declined = "declined",
        /// Waits.
        Waitlisted = "waitlisted",
        /// Took it back.
        Withdrew = "withdrew",
        /// Is matched.
        Matched = "matched",
    }
}
words! {
    /// Whether somebody needs something in order to take part.
    pub enum Accommodation {
        /// Nothing.
        None = "none",
        /// It is agreed.
        Agreed = "agreed",
        /// It is time to ask again.
        ReviewDue = "review_due",
    }
}
