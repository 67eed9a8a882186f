//! Matches that started, and from application through training to a match.
//!
//! Everything is told in one unit, the match: a number of distinct people beside one of matches would tell how
//! many were matched again.

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;

use super::super::disclose::{Asked, FactKey, Kind, Stage, Tree};
use super::super::rows::Name;
use super::super::rows::words::{AttendanceStatus, MatchStatus, PersonRole};
use super::endings::split;
use super::limits::returns;
use super::view::View;
use super::{Behind, Counted, Counts, Measure, many};
use crate::check::{Cohort, Session};
use crate::model::{CohortStatus, Role, SessionKind, Timing};

/// The sides of a match, with the population that keys name.
const SIDES: [(Role, PersonRole, &str); 2] =
    [(Role::Mentor, PersonRole::Mentor, "mentor-side"), (Role::Mentee, PersonRole::Mentee, "mentee-side")];

/// Matches that started.
pub struct Served;

impl Measure for Served {
    fn name(&self) -> &'static str {
        "served"
    }

    fn about(&self) -> &'static str {
        "Matches that started: every status but proposed; of a cohort in which they begin at any time, when it is closed. People are not counted apart, for their number beside that \
         of the matches would tell how many were matched again."
    }
}

impl Counts for Served {
    fn ask(&self, view: &View) -> Vec<Counted> {
        if !view.rows.has("matches") || view.is_growing() {
            return Vec::new();
        }
        let started = u64::from(many(view.matches.iter()));
        Counted::open(FactKey::new("matches", "started", None, None), started).into_iter().collect()
    }
}

/// From application through training to a match, on each side.
pub struct Funnel;

impl Measure for Funnel {
    fn name(&self) -> &'static str {
        "funnel"
    }

    fn about(&self) -> &'static str {
        "On each side of the matches that started: those whose people were all present at a training (mentors) or an \
         orientation (mentees) before the match, those of which somebody is known not to have been, and those that \
         no list of attendance tells of, or that somebody joined later. A session counts where its timing is pre_match, unless it was called off or \
         its date is after the day on which the match began. Told where mentees do not return. Before them, those who applied for that side and are in \
         no match of this cohort or of another, where all that began before it ended are closed, too, and have rows."
    }
}

impl Counts for Funnel {
    fn ask(&self, view: &View) -> Vec<Counted> {
        // Of who goes on, the sessions of this cohort tell less than of those who are new.
        if returns(view) {
            return Vec::new();
        }
        SIDES
            .into_iter()
            .filter_map(|(role, word, population)| funnel(view, role, word, population))
            .collect()
    }
}

fn funnel(view: &View, role: Role, word: PersonRole, population: &str) -> Option<Counted> {
    let trained = trained(view, role)?;
    let of = |wanted: Option<bool>| {
        many(view.matches.iter().filter(|one| {
            all(one.side(role).map(|who| trained.before(who, one.begun))).filter(|_| !one.has_changed(role))
                == wanted
        }))
    };
    // The two sides are the same rows asked two things, so each has names of its own.
    let side = role.word();
    let variable = format!("{side}s-trained");
    let root = split(
        &variable,
        [
            ("trained", Kind::Lead, of(Some(true))),
            ("not-trained", Kind::Other, of(Some(false))),
            ("not-recorded", Kind::Unrecorded, of(None)),
        ],
    );
    let applied = || Stage {
        variable: format!("{side}s-applied"),
        count: many(view.matches.iter()) + many(no_further(view, role, word).iter()),
    };
    // Without the matches of another site, or before all of these began, those who begin there would go no further.
    let is_over = |site: &Cohort| site.file.status == CohortStatus::Closed;
    let is_known = others(view).all(|site| is_over(site) && !view.all.of(&site.id).matches.is_empty());
    let before = if view.rows.has("applicants") && is_known { vec![applied()] } else { Vec::new() };
    let tree = Tree { name: "matched".to_owned(), root, before };
    let key = FactKey::new(population, &variable, None, None);
    Counted::ordinary(key, Asked::Tree(tree), Behind::matches(view))
}

/// What holds of all people of a side: yes of all, no of one at least, or not recorded.
pub(super) fn all(each: impl Iterator<Item = Option<bool>>) -> Option<bool> {
    let known: Vec<Option<bool>> = each.collect();
    if known.contains(&Some(false)) {
        return Some(false);
    }
    (!known.is_empty() && known.iter().all(Option::is_some)).then_some(true)
}

/// The distinct people on a side of the matches that started.
pub(super) fn matched(view: &View, role: Role) -> BTreeSet<Name> {
    view.matches.iter().flat_map(|one| one.everybody(role)).collect()
}

/// Those who applied and are matched neither here nor in any other cohort: one list of applicants may serve several sites
/// and years.
pub(super) fn no_further(view: &View, role: Role, word: PersonRole) -> BTreeSet<Name> {
    let here = matched(view, role);
    let mut left: BTreeSet<Name> = applicants(view, word).difference(&here).copied().collect();
    for site in view.book.cohorts.iter().filter(|one| one.id != view.cohort.id) {
        let matches = &view.all.of(&site.id).matches;
        for one in matches.iter().filter(|one| one.status != Some(MatchStatus::Proposed)) {
            let people = if role == Role::Mentor { &one.mentors } else { &one.mentees };
            for who in people {
                left.remove(&view.all.people.person(*who));
            }
        }
        let for_good = view.all.of(&site.id).events.iter().filter(|event| event.until.is_none());
        for (who, side) in for_good.filter_map(|event| event.joined) {
            if side == word {
                left.remove(&view.all.people.person(who));
            }
        }
    }
    left
}

/// The other cohorts: those that ran before or beside this one, or begin at about the same time, as sites of one year do.
fn others<'v>(view: &View<'v>) -> impl Iterator<Item = &'v Cohort> {
    const DAYS: i64 = 8 * 7;
    let (own, start, end) = (&view.cohort.id, view.cohort.file.start, view.cohort.last_day());
    let is_near = move |one: &Cohort| one.file.start <= end || (one.file.start - start).num_days() <= DAYS;
    view.book.cohorts.iter().filter(move |one| is_near(one) && one.id != *own)
}

/// The distinct people who applied in a role.
pub(super) fn applicants(view: &View, role: PersonRole) -> BTreeSet<Name> {
    let rows = view.rows.applicants.iter().filter(|row| row.role == Some(role));
    rows.map(|row| view.all.people.person(row.person)).collect()
}

/// Who came to which sessions of training, and who is known not to have come: each with the session's date.
pub(super) struct Trained(HashMap<Name, Vec<(Option<NaiveDate>, bool)>>);

impl Trained {
    /// Whether somebody came before a match that began on this day. A later session tells nothing of it.
    pub(super) fn before(&self, who: Name, begun: Option<NaiveDate>) -> Option<bool> {
        let sessions = self.0.get(&who)?.iter();
        let before = sessions.filter(|(date, _)| date.zip(begun).is_none_or(|(date, begun)| date <= begun));
        before.map(|(_, came)| *came).reduce(|one, other| one || other)
    }
}

/// Whether a session is held before the matches begin, while they last, or after.
pub(super) fn timing(view: &View, session: &Session) -> Option<Timing> {
    let row = view.book.calendar.iter().find(|row| Some(&row.id) == session.row.as_ref());
    let own = view.cohort.file.sessions.iter().find(|row| row.id.as_ref() == Some(&session.id));
    row.and_then(|row| row.timing).or_else(|| own.and_then(|row| row.timing))
}

/// `None` where no session before matches has a list; one in which nothing is filled in is a list.
pub(super) fn trained(view: &View, role: Role) -> Option<Trained> {
    let kind = if role == Role::Mentor { SessionKind::Training } else { SessionKind::Orientation };
    let before = |id: &str| {
        let session = view.cohort.sessions.iter().find(|one| one.id.as_str() == id)?;
        let is_before = timing(view, session) == Some(Timing::PreMatch);
        let counts = session.kind == kind && is_before && view.may_be_held(session);
        counts.then_some(session.date)
    };
    let mut dates: HashMap<Name, Option<Option<NaiveDate>>> = HashMap::new();
    let mut came: HashMap<Name, Vec<(Option<NaiveDate>, bool)>> = HashMap::new();
    let mut is_listed = false;
    for row in &view.rows.attendance {
        let date = *dates.entry(row.session).or_insert_with(|| before(view.all.text(row.session)));
        is_listed |= date.is_some();
        if let (Some(date), Some(status)) = (date, row.status) {
            let person = view.all.people.person(row.person);
            came.entry(person).or_default().push((date, status == AttendanceStatus::Present));
        }
    }
    is_listed.then_some(Trained(came))
}
