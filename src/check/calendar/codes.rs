//! The codes of compiling a calendar.

use crate::diag::{Code, Severity};

/// A deviation that changes nothing.
pub static NO_SUCH_SESSION: Code = Code {
    word: "no-such-session",
    severity: Severity::Error,
    says: "A cohort changes a session that the calendar does not give it.",
    why: "The session that was meant would take place on its old date, and nobody would know of the new one.",
    example: "- use: peer-meeting\n  date: 2026-08-06       # wrong: a Thursday; the calendar gives Wednesdays\n  move_to: 2026-08-26\n- use: peer-meeting\n  date: 2026-08-05       # right: the date that the calendar gives\n  move_to: 2026-08-26",
    fix: "Write the date that the calendar gives, or its `week` where it has no day; the help line names the nearest.",
};

/// Two deviations of one session.
pub static SESSION_CHANGED_TWICE: Code = Code {
    word: "session-changed-twice",
    severity: Severity::Error,
    says: "A cohort changes the same session of the calendar twice.",
    why: "Which of the two holds would depend on their order, and readers would be told only one.",
    example: "- { use: closing, move_to: 2026-11-26 }\n- { use: closing, skip: yes }     # wrong: the same session again",
    fix: "Keep one entry for the session, with all that differs.",
};

/// A session of a cohort without what it cannot do without.
pub static SESSION_INCOMPLETE: Code = Code {
    word: "session-incomplete",
    severity: Severity::Error,
    says: "A cohort's own session says neither what it is nor when it is.",
    why: "Without a kind it cannot be told apart from others, and without a date or a week it stands nowhere in the schedule.",
    example: "- id: panel                # wrong: no kind, no date\n- id: panel                # right\n  kind: cohort_call\n  date: 2026-05-20\n  at: \"17:00\"",
    fix: "Add `kind` and `date`; where the date is not yet known, `week`. To change a session of the calendar, add `use`.",
};

/// A session on a holiday.
pub static SESSION_ON_HOLIDAY: Code = Code {
    word: "session-on-holiday",
    severity: Severity::Notice,
    says: "A session falls on a holiday: one of the calendar is left out, one with a date of its own is held.",
    why: "Weeks go on counting through a holiday, so a rhythm can lose a meeting without anybody having decided it.",
    example: "holidays:\n  - { from: 2026-08-03, to: 2026-08-21, name: Summer pause }\nsessions:\n  - { use: peer-meeting, date: 2026-08-05, move_to: 2026-08-26 }   # moved, so nothing is left out",
    fix: "Move the session, or say `skip: yes` with a reason; to hold it all the same, add `move_to` with its own date.",
};

/// A local time on the night of a clock change.
pub static CLOCK_CHANGE: Code = Code {
    word: "clock-change",
    severity: Severity::Notice,
    says: "A session's local time does not exist on its date, or comes twice, because clocks change.",
    why: "Calendars of participants would show different hours.",
    example: "date: 2026-03-29\nat: \"02:30\"     # in Madrid the clock jumps from 02:00 to 03:00",
    fix: "Choose an hour outside the change. Until then the first hour that exists is taken.",
};

/// All of them.
pub static CODES: &[&Code] =
    &[&NO_SUCH_SESSION, &SESSION_CHANGED_TWICE, &SESSION_INCOMPLETE, &SESSION_ON_HOLIDAY, &CLOCK_CHANGE];
