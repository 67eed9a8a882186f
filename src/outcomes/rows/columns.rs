//! Which files there are, and what each of their columns takes: the table of the content model.

use super::words::{
    Accommodation, ApplicantStatus, AttendanceStatus, ContactOutcome, EndReason, EventKind, ExitKind,
    InitiatedBy, LogResult, MatchStatus, PersonRole, Procedure,
};
use crate::model::{ContactKind, MatchModel};

/// What a column takes.
#[derive(Debug, Clone, Copy)]
pub(super) enum Kind {
    /// An id that these rows give.
    NewId,
    /// A match of this cohort.
    Match,
    /// A match of any cohort; looked up when all are read.
    AnyMatch,
    /// A person.
    Person,
    /// Several people.
    People,
    /// The sides of a match, or people who stand in it; looked up when the row is taken.
    Sides,
    /// Somebody of the staff; no participant.
    Staff,
    /// One of these words.
    Word(&'static [&'static str]),
    /// A word or an id of the program's own.
    Token,
    /// A code that somebody chose, and may spell in another way the next time.
    Code,
    /// A day.
    Date,
    /// A month.
    Month,
    /// A whole number, 0 or more.
    Count,
    /// Yes or no.
    YesNo,
    /// A language.
    Language,
    /// A site of program.yaml.
    Site,
    /// A track of program.yaml.
    Track,
    /// Matching criteria of program.yaml.
    Criteria,
    /// A check-in.
    CheckIn,
    /// A session of this cohort.
    Session,
}

/// A column.
#[derive(Debug, Clone, Copy)]
pub(super) struct Column {
    pub name: &'static str,
    pub kind: Kind,
    /// Whether a row says nothing without it.
    pub needed: bool,
}

/// A file.
#[derive(Debug)]
pub(super) struct Spec<'a> {
    /// Without its ending.
    pub name: &'a str,
    pub columns: &'a [Column],
    /// The columns that make a row the same as another; none where rows may repeat.
    pub key: &'a [usize],
    /// Columns of dates that come in this order.
    pub order: &'a [(usize, usize)],
}

const fn needed(name: &'static str, kind: Kind) -> Column {
    Column { name, kind, needed: true }
}

const fn maybe(name: &'static str, kind: Kind) -> Column {
    Column { name, kind, needed: false }
}

/// The columns of matches.csv, in the order of [`MATCHES`].
pub(super) mod at {
    pub const MATCH: usize = 0;
    pub const MENTORS: usize = 1;
    pub const MENTEES: usize = 2;
    pub const MATCHED_ON: usize = 3;
    pub const PLANNED_END: usize = 4;
    pub const STATUS: usize = 5;
    pub const EXPECTATIONS_ON: usize = 6;
    pub const FACILITATOR: usize = 12;
    pub const REMATCH_OF: usize = 13;
    pub const CONTINUES: usize = 14;
    /// Of endings.csv.
    pub const ENDED_ON: usize = 1;
    /// Of endings.csv.
    pub const REASON: usize = 3;
}

pub(super) static MATCHES: Spec<'static> = Spec {
    name: "matches",
    columns: &[
        needed("match", Kind::NewId),
        maybe("mentors", Kind::People),
        maybe("mentees", Kind::People),
        maybe("matched_on", Kind::Date),
        maybe("planned_end", Kind::Date),
        maybe("status", Kind::Word(MatchStatus::WORDS)),
        maybe("expectations_on", Kind::Date),
        maybe("matched_by", Kind::Token),
        maybe("criteria", Kind::Criteria),
        maybe("site", Kind::Site),
        maybe("track", Kind::Track),
        maybe("model", Kind::Word(MatchModel::WORDS)),
        maybe("facilitator", Kind::Staff),
        maybe("rematch_of", Kind::AnyMatch),
        maybe("continues", Kind::AnyMatch),
    ],
    key: &[0],
    order: &[(at::MATCHED_ON, at::PLANNED_END)],
};

pub(super) static PARTICIPANTS: Spec<'static> = Spec {
    name: "participants",
    columns: &[
        needed("person", Kind::NewId),
        needed("role", Kind::Word(PersonRole::WORDS)),
        maybe("language", Kind::Language),
        maybe("minor", Kind::YesNo),
        maybe("guardian_consent_on", Kind::Date),
        maybe("accommodation", Kind::Word(Accommodation::WORDS)),
        maybe("same_as", Kind::Token),
    ],
    key: &[0, 1],
    order: &[],
};

pub(super) static ENDINGS: Spec<'static> = Spec {
    name: "endings",
    columns: &[
        needed("match", Kind::Match),
        maybe("ended_on", Kind::Date),
        maybe("initiated_by", Kind::Word(InitiatedBy::WORDS)),
        maybe("reason", Kind::Word(EndReason::WORDS)),
        maybe("procedure", Kind::Word(Procedure::WORDS)),
        maybe("certified", Kind::YesNo),
    ],
    key: &[0],
    order: &[],
};

/// The files whose rows are held against the program one by one.
pub(super) static SINGLE: &[&Spec<'static>] = &[
    &Spec {
        name: "events",
        columns: &[
            needed("match", Kind::Match),
            needed("date", Kind::Date),
            needed("event", Kind::Word(EventKind::WORDS)),
            maybe("person", Kind::Person),
            maybe("role", Kind::Word(PersonRole::WORDS)),
            maybe("until", Kind::Date),
            maybe("reason", Kind::Token),
        ],
        key: &[0, 1, 2, 3],
        order: &[(1, 5)],
    },
    &Spec {
        name: "exits",
        columns: &[
            needed("match", Kind::Match),
            needed("person", Kind::Person),
            maybe("role", Kind::Word(PersonRole::WORDS)),
            maybe("exit", Kind::Word(ExitKind::WORDS)),
            maybe("would_rematch", Kind::YesNo),
        ],
        key: &[0, 1],
        order: &[],
    },
    &Spec {
        name: "checkin-log",
        columns: &[
            needed("match", Kind::Match),
            needed("check_in", Kind::CheckIn),
            maybe("planned_on", Kind::Date),
            maybe("facilitator", Kind::Staff),
            maybe("held_on", Kind::Date),
            maybe("result", Kind::Word(LogResult::WORDS)),
        ],
        key: &[0, 1, 2, 4],
        order: &[],
    },
    &Spec {
        name: "contacts",
        columns: &[
            needed("match", Kind::Match),
            needed("date", Kind::Date),
            maybe("kind", Kind::Word(ContactKind::WORDS)),
            maybe("with", Kind::Sides),
            maybe("outcome", Kind::Word(ContactOutcome::WORDS)),
        ],
        key: &[],
        order: &[],
    },
    &Spec {
        name: "meetings",
        columns: &[
            needed("match", Kind::Match),
            needed("month", Kind::Month),
            maybe("meetings", Kind::Count),
            maybe("minutes", Kind::Count),
        ],
        key: &[0, 1],
        order: &[],
    },
    &Spec {
        name: "attendance",
        columns: &[
            needed("session", Kind::Session),
            needed("person", Kind::Person),
            maybe("role", Kind::Word(PersonRole::WORDS)),
            maybe("status", Kind::Word(AttendanceStatus::WORDS)),
        ],
        key: &[0, 1],
        order: &[],
    },
    &Spec {
        name: "applicants",
        columns: &[
            needed("person", Kind::NewId),
            maybe("role", Kind::Word(PersonRole::WORDS)),
            maybe("applied_on", Kind::Date),
            maybe("status", Kind::Word(ApplicantStatus::WORDS)),
            maybe("status_on", Kind::Date),
        ],
        key: &[0, 1],
        order: &[(2, 4)],
    },
];

/// What a file of answers begins with; a column per question follows. Which of the first two it has is up to the survey.
pub(super) static RESPONSES: &[Column] = &[
    maybe("person", Kind::Person),
    maybe("code", Kind::Code),
    maybe("match", Kind::AnyMatch),
    maybe("answered_on", Kind::Date),
];

/// The names of all files that are no answers.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    [MATCHES.name, PARTICIPANTS.name, ENDINGS.name].into_iter().chain(SINGLE.iter().map(|spec| spec.name))
}

/// Words that no column's name may hold.
const FORBIDDEN: &[&str] = &[
    "incident",
    "incidents",
    "allegation",
    "allegations",
    "accusation",
    "complaint",
    "complaints",
    "diagnosis",
    "diagnoses",
    "disability",
    "disabilities",
    "medical",
    "medication",
    "illness",
    "therapy",
    "abuse",
    "note",
    "notes",
    "comment",
    "comments",
    "remark",
    "remarks",
    "observations",
    "freetext",
];

/// Whether a column holds what must not be here at all.
pub(super) fn is_forbidden(name: &str) -> bool {
    let name = name.to_lowercase();
    let mut words = name.split(|c: char| !c.is_alphanumeric());
    name.replace(['_', '-', ' '], "") == "freetext" || words.any(|word| FORBIDDEN.contains(&word))
}
