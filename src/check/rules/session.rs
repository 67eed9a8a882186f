//! Sessions of cohorts: inside their cohort, in the week they state, listed once, with a time.

use std::collections::BTreeMap;

use super::{Ctx, Rule, field};
use crate::check::calendar::weeks::week_of;
use crate::check::{Cohort, Session};
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::{Audience, Clock, Id, SessionKind, SessionRow, SessionStatus, Timing};

/// The dates and times of sessions.
#[derive(Debug)]
pub struct Sessions;

/// Preparation may begin half a year ahead; a date before that is most often a wrong year.
const EARLIEST_WEEK: i32 = -26;

impl Rule for Sessions {
    fn codes(&self) -> &'static [&'static Code] {
        const { &[&SESSION_WEEK, &SESSION_OUTSIDE, &SESSION_LISTED_TWICE, &SESSION_WITHOUT_TIME] }
    }

    fn check(&self, cx: &Ctx, found: &mut Vec<Diagnostic>) {
        let mut late: BTreeMap<&Id, Vec<&Id>> = BTreeMap::new();
        for cohort in &cx.handbook.cohorts {
            if cohort.file.clock == Clock::Cohort {
                cohort.file.sessions.iter().for_each(|row| stated_week(cx, cohort, row, found));
                outside(cx, cohort, &mut late, found);
            }
            without_time(cx, cohort, found);
            listed_twice(cx, cohort, found);
        }
        late_rows(cx, &late, found);
    }
}

/// The cohort's own words about a session, where it has any.
fn own_row<'a>(cohort: &'a Cohort, session: &Session) -> Option<&'a SessionRow> {
    cohort.file.sessions.iter().find(|row| row.origin == session.place)
}

fn stated_week(cx: &Ctx, cohort: &Cohort, row: &SessionRow, found: &mut Vec<Diagnostic>) {
    let (Some(week), Some(date)) = (row.week, row.date) else { return };
    let actual = week_of(cohort.file.start, date);
    if actual == week {
        return;
    }
    let place = field::value(cx, row.origin, &["week"]);
    let message = format!("{date} lies in week {actual}, not in week {week}");
    found.push(
        Diagnostic::new(&SESSION_WEEK, place, message)
            .also(field::value(cx, row.origin, &["date"]), "the date counts")
            .help("correct the date or the week; with a date, no week is needed"),
    );
}

fn timing(cx: &Ctx, cohort: &Cohort, session: &Session) -> Option<Timing> {
    let row = session.row.as_ref().and_then(|id| cx.handbook.calendar.iter().find(|row| row.id == *id));
    own_row(cohort, session).and_then(|own| own.timing).or_else(|| row.and_then(|row| row.timing))
}

/// Rows of the calendar are gathered, and told once with all cohorts; the cohort's own are told where they stand.
fn outside<'a>(
    cx: &Ctx<'a>,
    cohort: &'a Cohort,
    late: &mut BTreeMap<&'a Id, Vec<&'a Id>>,
    found: &mut Vec<Diagnostic>,
) {
    for session in cohort.sessions.iter().filter(|s| s.takes_place()) {
        if matches!(timing(cx, cohort, session), Some(Timing::PreMatch | Timing::PostMatch)) {
            continue;
        }
        let after = match (session.date, cohort.file.end) {
            (Some(date), Some(end)) => date > end,
            _ => session.week.is_some_and(|week| week > cohort.weeks),
        };
        let Some(own) = own_row(cohort, session) else {
            if let Some(row) = session.row.as_ref().filter(|_| after) {
                late.entry(row).or_default().push(&cohort.id);
            }
            continue;
        };
        let before = session.week.is_some_and(|week| week < EARLIEST_WEEK);
        if !(after || before) {
            continue;
        }
        let key = ["move_to", "date", "week"].into_iter().find(|key| match *key {
            "move_to" => own.move_to.is_some(),
            "date" => own.date.is_some(),
            _ => own.week.is_some(),
        });
        let place = field::value(cx, own.origin, &[key.unwrap_or("id")]);
        let when = session
            .date
            .map_or_else(|| format!("week {}", session.week.unwrap_or_default()), |d| d.to_string());
        let side = if after { "after the end" } else { "long before the start" };
        let message = format!("`{}` ({when}) lies {side} of `{}`", session.id, cohort.id);
        found.push(
            Diagnostic::new(&SESSION_OUTSIDE, place, message)
                .help("correct the date; if it is meant, add `timing: post_match` or `timing: pre_match`"),
        );
    }
}

fn late_rows(cx: &Ctx, late: &BTreeMap<&Id, Vec<&Id>>, found: &mut Vec<Diagnostic>) {
    for (id, cohorts) in late {
        let Some(row) = cx.handbook.calendar.iter().find(|row| row.id == **id) else { continue };
        let mut cohorts: Vec<String> = cohorts.iter().map(|id| format!("`{id}`")).collect();
        cohorts.dedup();
        let place = field::value(cx, row.origin, &[if row.week.is_some() { "week" } else { "id" }]);
        let message = format!("`{id}` falls after the end of {}", cohorts.join(", "));
        found.push(
            Diagnostic::new(&SESSION_OUTSIDE, place, message)
                .help("if it is meant to come after the end, add `timing: post_match`"),
        );
    }
}

fn without_time(cx: &Ctx, cohort: &Cohort, found: &mut Vec<Diagnostic>) {
    for session in cohort.sessions.iter().filter(|s| s.takes_place()) {
        let Some(own) = own_row(cohort, session) else { continue };
        // Saying that a date is not known is an answer, too.
        let said = session.date.is_none()
            && matches!(own.status, Some(SessionStatus::Unknown | SessionStatus::Planned));
        if session.at.is_some() || session.kind == SessionKind::MatchMeeting || said || session.row.is_some()
        {
            continue;
        }
        let place = field::value(cx, own.origin, &["id"]);
        let (lacks, help) = match session.date {
            Some(_) => ("a time", "add `at: \"17:00\"`"),
            None => {
                ("a date and a time", "add `date` and `at`; while they are not known, say `status: unknown`")
            }
        };
        let message = format!("`{}` is without {lacks}", session.id);
        found.push(Diagnostic::new(&SESSION_WITHOUT_TIME, place, message).help(help));
    }
}

fn listed_twice(cx: &Ctx, cohort: &Cohort, found: &mut Vec<Diagnostic>) {
    let mut weeks: BTreeMap<i32, Vec<&Session>> = BTreeMap::new();
    for session in cohort.sessions.iter().filter(|s| s.takes_place()) {
        weeks.entry(session.week.unwrap_or(i32::MIN)).or_default().push(session);
    }
    for sessions in weeks.into_values() {
        for (i, one) in sessions.iter().enumerate() {
            // One finding per session is enough, however often it is listed.
            let Some(other) = sessions[..i].iter().find(|other| is_same(cx, one, other)) else { continue };
            let (first, second) = if one.place < other.place { (one, other) } else { (other, one) };
            let place = |s: &Session| field::value(cx, s.place, &["id"]);
            let message = format!("`{}` and `{}` look like one session, listed twice", first.id, second.id);
            found.push(
                Diagnostic::new(&SESSION_LISTED_TWICE, place(second), message)
                    .also(place(first), "the same, here")
                    .help("remove one; if they run side by side, give each its own `group`, `audience` or `location`"),
            );
        }
    }
}

/// Same date and time; or same title on one date with a time missing, or in one week with a date missing.
fn is_same(cx: &Ctx, one: &Session, other: &Session) -> bool {
    if side_by_side(one, other) {
        return false;
    }
    let language = cx.handbook.first_language();
    let title = |s: &Session| s.title.get(language, language).trim().to_lowercase();
    // A title that was made from the kind stands where its session stands, and says nothing.
    let named = one.title.place != one.place || other.title.place != other.place;
    let same_title = || named && title(one) == title(other);
    match (one.date, other.date) {
        (Some(a), Some(b)) if a != b => false,
        (Some(_), Some(_)) => match (one.at, other.at) {
            (Some(a), Some(b)) => a == b,
            _ => same_title(),
        },
        _ => same_title(),
    }
}

/// Sessions for different people, or in different places, may be held at once.
fn side_by_side(one: &Session, other: &Session) -> bool {
    let differ = |a: Option<&str>, b: Option<&str>| matches!((a, b), (Some(a), Some(b)) if a != b);
    let place = |s: &Session| s.location.as_ref().map(|text| text.get("en", "en").to_owned());
    let everyone = |s: &Session| s.audience.contains(&Audience::Everyone);
    let shared = one.audience.iter().any(|a| other.audience.contains(a));
    differ(one.group.as_ref().map(Id::as_str), other.group.as_ref().map(Id::as_str))
        || differ(place(one).as_deref(), place(other).as_deref())
        || !(everyone(one) || everyone(other) || shared)
}

/// A date in another week than stated.
pub static SESSION_WEEK: Code = Code {
    word: "session-week",
    severity: Severity::Warning,
    says: "A session that states a week and a date states the week of that date.",
    why: "One of the two is wrong, and people may come on the other day.",
    example: "start: 2026-03-02\nsessions:\n  - { id: panel, kind: cohort_call, week: 11, date: 2026-05-20, at: \"17:00\" }   # wrong: week 12",
    fix: "Correct the one that is wrong. The date counts; with it, no week is needed.",
};

/// A session outside its cohort.
pub static SESSION_OUTSIDE: Code = Code {
    word: "session-outside",
    severity: Severity::Warning,
    says: "A session lies between its cohort's start and end, unless its `timing` says that it comes before or after.",
    why: "A wrong year or month puts it where nobody looks.",
    example: "end: 2026-11-27\nsessions:\n  - { id: panel, kind: cohort_call, date: 2027-05-20, at: \"17:00\" }   # the year?",
    fix: "Correct the date, or add `timing: post_match` to what is meant to follow the end.",
};

/// A session that is there twice.
pub static SESSION_LISTED_TWICE: Code = Code {
    word: "session-listed-twice",
    severity: Severity::Warning,
    says: "A session is listed once: not twice at one date and time, nor twice by one title on a date or in a week where the other's time or date is missing.",
    why: "Readers would think that there are two, and hours of training would be counted twice.",
    example: "- { id: quiz, kind: social, title: Quiz, date: 2026-11-26, at: \"14:00\" }\n- { id: quiz-2, kind: skill_up, title: Quiz, date: 2026-11-26, at: \"14:00\" }   # the same again",
    fix: "Remove one. Sessions that run side by side are told apart by `group`, `audience` or `location`.",
};

/// A session without a time.
pub static SESSION_WITHOUT_TIME: Code = Code {
    word: "session-without-time",
    severity: Severity::Warning,
    says: "A session has a time, unless it is a meeting of a match.",
    why: "People cannot come to what has no hour, and calendar files show it as the whole day.",
    example: "- { id: panel, kind: cohort_call, date: 2026-05-20 }                   # no time\n- { id: panel, kind: cohort_call, date: 2026-05-20, at: \"17:00\" }   # right",
    fix: "Add `at`. While nothing is decided, give the week and `status: unknown`.",
};
