//! A cohort's changes to sessions of the calendar: moved, left out, or different in a detail.

use chrono::NaiveDate;

use super::codes::{NO_SUCH_SESSION, SESSION_CHANGED_TWICE};
use super::draft::{Draft, Year};
use super::weeks::week_of;
use crate::diag::Diagnostic;
use crate::model::{CalendarRow, Ref, SessionRow, SessionStatus};

/// Applies every row with `use`.
pub(super) fn apply(year: &Year, drafts: &mut [Draft], found: &mut Vec<Diagnostic>) {
    for change in &year.cohort.sessions {
        // A row that the calendar does not have is a dangling reference, reported as such.
        let Some(used) = change.uses.as_ref().filter(|used| year.row(&used.id).is_some()) else { continue };
        let Some(at) = find(year, drafts, change, used) else {
            found.push(no_such_session(drafts, change, used));
            continue;
        };
        let draft = &mut drafts[at];
        if let Some(first) = draft.changed {
            found.push(
                Diagnostic::new(
                    &SESSION_CHANGED_TWICE,
                    used.place,
                    format!("`{}` is changed twice", draft.session.id),
                )
                .label("again here")
                .also(first, "first here")
                .help("put all that differs into one row, and remove the other"),
            );
            continue;
        }
        draft.changed = Some(used.place);
        change_one(year, draft, change);
    }
}

/// The session that is meant: by the calendar's date, by week, or the only one there is.
fn find(year: &Year, drafts: &[Draft], change: &SessionRow, used: &Ref<CalendarRow>) -> Option<usize> {
    let of_row = |d: &Draft| d.session.row.as_ref() == Some(&used.id);
    let calendar_date = |d: &Draft| {
        if d.changed.is_some() { d.session.moved_from.or(d.session.date) } else { d.session.date }
    };
    let only = |wanted: &dyn Fn(&Draft) -> bool| {
        let mut all = drafts.iter().enumerate().filter(|(_, d)| of_row(d) && wanted(d)).map(|(i, _)| i);
        all.next().filter(|_| all.next().is_none())
    };
    match (change.date, change.week) {
        (Some(date), _) => only(&|d| calendar_date(d) == Some(date)).or_else(|| {
            only(&|d| d.session.date.is_none() && d.session.week == Some(week_of(year.cohort.start, date)))
        }),
        (None, Some(week)) => only(&|d| d.session.week == Some(week)),
        (None, None) => only(&|_| true),
    }
}

fn change_one(year: &Year, draft: &mut Draft, change: &SessionRow) {
    let session = &mut draft.session;
    let before = session.date;
    if let Some(date) = change.move_to.or(change.date) {
        session.date = Some(date);
        session.week = Some(week_of(year.cohort.start, date));
        session.status = year.status(session.date);
    }
    session.moved_from = before.filter(|from| change.move_to.is_some_and(|to| to != *from));
    draft.own_date |= change.move_to.is_some() || before.is_none() && change.date.is_some();
    session.skipped = change.skip;
    if change.skip {
        session.status = SessionStatus::Cancelled;
    }
    set(&mut session.reason, change.reason.as_ref());
    set(&mut session.at, change.at.as_ref());
    set(&mut session.minutes, change.minutes.as_ref());
    set(&mut session.group, change.group.as_ref());
    set(&mut session.location, change.location.as_ref());
    set(&mut session.guide, change.guide.as_ref().map(|guide| &guide.id));
    set(&mut session.check_in, change.check_in.as_ref().map(|used| &used.id));
    set(&mut draft.site, change.site.as_ref().map(|site| &site.id));
    session.kind = change.kind.unwrap_or(session.kind);
    session.status = change.status.unwrap_or(session.status);
    session.optional |= change.optional;
    if let Some(title) = &change.title {
        session.title = title.clone();
    }
    if !change.audience.is_empty() {
        session.audience.clone_from(&change.audience);
    }
    if !change.topics.is_empty() {
        session.topics.clone_from(&change.topics);
    }
    if let Some(id) = &change.id {
        session.id = id.clone();
        draft.made_id = false;
    }
    session.place = change.origin;
}

fn set<T: Clone>(into: &mut Option<T>, from: Option<&T>) {
    if let Some(value) = from {
        *into = Some(value.clone());
    }
}

fn no_such_session(drafts: &[Draft], change: &SessionRow, used: &Ref<CalendarRow>) -> Diagnostic {
    let of_row: Vec<&Draft> = drafts.iter().filter(|d| d.session.row.as_ref() == Some(&used.id)).collect();
    let message = match (change.date, change.week) {
        (Some(date), _) => format!("`{}` has no session on {date}", used.id),
        (None, Some(week)) => format!("`{}` has no session in week {week}, or more than one", used.id),
        (None, None) => format!("`{}` has {} sessions, and this does not say which", used.id, of_row.len()),
    };
    let mut dates: Vec<NaiveDate> =
        of_row.iter().filter_map(|d| d.session.moved_from.or(d.session.date)).collect();
    if let Some(date) = change.date {
        dates.sort_by_key(|d| (*d - date).num_days().abs());
    }
    let mut nearest: Vec<NaiveDate> = dates.into_iter().take(3).collect();
    nearest.sort_unstable();
    let shown: Vec<String> = nearest.iter().map(ToString::to_string).collect();
    let mut weeks: Vec<String> =
        of_row.iter().filter_map(|d| d.session.week).map(|w| w.to_string()).collect();
    weeks.truncate(6);
    let help = match (shown.as_slice(), weeks.as_slice()) {
        ([], []) => "in this cohort the calendar gives it no session at all".to_owned(),
        ([], _) => format!("its sessions have no day; name one by its `week`: {}", weeks.join(", ")),
        ([one], _) => format!("the calendar gives it {one}; write that date"),
        _ => format!("the nearest that the calendar gives it are {}; write that date", shown.join(", ")),
    };
    Diagnostic::new(&NO_SUCH_SESSION, used.place, message).help(help)
}
