//! The people of a cohort: how many took part, and how many came as far as a match.

use std::collections::{BTreeSet, HashMap};

use super::super::disclose::{Asked, FactKey, Kind, Stage, Tree};
use super::super::rows::Name;
use super::super::rows::words::{AttendanceStatus, PersonRole};
use super::endings::split;
use super::view::View;
use super::{Behind, Counted, Counts, Measure, many};
use crate::model::{Role, SessionKind, Timing};

/// The sides of a match, with the word that keys use.
const SIDES: [(Role, PersonRole, &str); 2] =
    [(Role::Mentor, PersonRole::Mentor, "mentors"), (Role::Mentee, PersonRole::Mentee, "mentees")];

/// Matches that started, and the distinct people in them.
pub struct Served;

impl Measure for Served {
    fn name(&self) -> &'static str {
        "served"
    }

    fn about(&self) -> &'static str {
        "Matches that started (every status but proposed), and the distinct mentors and mentees in them. Ids joined \
         by `same_as` are one person."
    }
}

impl Counts for Served {
    fn ask(&self, view: &View) -> Vec<Counted> {
        if !view.rows.has("matches") {
            return Vec::new();
        }
        let started = Counted::open(FactKey::new("matches", "started", None, None), count(&view.matches));
        let people = SIDES.map(|(role, _, word)| {
            Counted::open(FactKey::new(word, "served", None, None), count(&matched(view, role)))
        });
        started.into_iter().chain(people.into_iter().flatten()).collect()
    }
}

fn count<'a, T: 'a>(all: impl IntoIterator<Item = &'a T>) -> u64 {
    u64::from(many(all.into_iter()))
}

/// From application through training to a match, on each side.
pub struct Funnel;

impl Measure for Funnel {
    fn name(&self) -> &'static str {
        "funnel"
    }

    fn about(&self) -> &'static str {
        "Distinct people who applied in a role, those of them in a match that started, and of these, those who were \
         present at a training (mentors) or an orientation (mentees) before it. Nobody on a list of attendance: \
         not recorded."
    }
}

impl Counts for Funnel {
    fn ask(&self, view: &View) -> Vec<Counted> {
        SIDES
            .into_iter()
            .filter_map(|(role, word, population)| funnel(view, role, word, population))
            .collect()
    }
}

fn funnel(view: &View, role: Role, word: PersonRole, population: &str) -> Option<Counted> {
    let matched = matched(view, role);
    let trained = trained(view, role)?;
    let of = |wanted: Option<bool>| many(matched.iter().filter(|who| trained.get(who).copied() == wanted));
    let root = split(
        "trained",
        [
            ("trained", Kind::Lead, of(Some(true))),
            ("not-trained", Kind::Other, of(Some(false))),
            ("not-recorded", Kind::Unrecorded, of(None)),
        ],
    );
    let applied: BTreeSet<Name> = applicants(view, word).union(&matched).copied().collect();
    let stage = Stage { variable: "applied".to_owned(), count: many(applied.iter()) };
    let before = if view.rows.has("applicants") { vec![stage] } else { Vec::new() };
    let behind = Behind::people(view, matched, role);
    let tree = Tree { name: "matched".to_owned(), root, before };
    Counted::ordinary(FactKey::new(population, "trained", None, None), Asked::Tree(tree), behind)
}

/// The distinct people on a side of the matches that started.
pub(super) fn matched(view: &View, role: Role) -> BTreeSet<Name> {
    view.matches.iter().flat_map(|one| one.side(role)).collect()
}

/// The distinct people who applied in a role.
pub(super) fn applicants(view: &View, role: PersonRole) -> BTreeSet<Name> {
    let rows = view.rows.applicants.iter().filter(|row| row.role == Some(role));
    rows.map(|row| view.people.person(row.person)).collect()
}

/// Who came to a session of training before the match, and who is only known not to have come. `None` where no
/// such session has a list.
pub(super) fn trained(view: &View, role: Role) -> Option<HashMap<Name, bool>> {
    let kind = if role == Role::Mentor { SessionKind::Training } else { SessionKind::Orientation };
    let before = |id: &str| {
        let session = view.cohort.sessions.iter().find(|one| one.id.as_str() == id)?;
        let row = view.book.calendar.iter().find(|row| Some(&row.id) == session.row.as_ref());
        let own = view.cohort.file.sessions.iter().find(|row| row.id.as_ref() == Some(&session.id));
        let timing = row.and_then(|row| row.timing).or_else(|| own.and_then(|row| row.timing));
        Some(session.kind == kind && timing == Some(Timing::PreMatch))
    };
    let mut wanted: HashMap<Name, bool> = HashMap::new();
    let mut came: HashMap<Name, bool> = HashMap::new();
    for row in &view.rows.attendance {
        let counts =
            *wanted.entry(row.session).or_insert_with(|| before(view.all.text(row.session)).unwrap_or(false));
        if let (true, Some(status)) = (counts, row.status) {
            *came.entry(view.people.person(row.person)).or_default() |= status == AttendanceStatus::Present;
        }
    }
    (!came.is_empty()).then_some(came)
}
