//! Sessions held, and mentors at the peer meetings.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::super::disclose::{Answers, Asked, FactKey};
use super::super::rows::Name;
use super::super::rows::words::AttendanceStatus;
use super::limits::returns;
use super::people::all;
use super::view::View;
use super::{Behind, Counted, Counts, Measure, Relation, many};
use crate::check::Session;
use crate::model::{Role, SessionKind, SessionStatus};

/// Sessions held by kind, and mentors who came to half of the peer meetings.
pub struct Sessions;

impl Measure for Sessions {
    fn name(&self) -> &'static str {
        "sessions"
    }

    fn about(&self) -> &'static str {
        "Sessions held: cohort.yaml says so, or there is a list of who came; where neither is so of any, no \
         number is told. What was called off, left out or is still to come was not held, and a list of it does not \
         count. Planned: all but those left out; what was called off had been planned. Of the matches that started: those whose mentors were all present at half or more of the \
         cohort's peer meetings with a list that somebody filled in, whatever site or group a meeting was for; those \
         of which one on a list was not, and the others, as all whom another mentor joined later."
    }
}

impl Counts for Sessions {
    fn ask(&self, view: &View) -> Vec<Counted> {
        let mut told = Vec::new();
        let listed = listed(view);
        let held = |session: &&Session| is_held(view, &listed, session);
        let of = |kind| view.cohort.sessions.iter().filter(move |session| session.kind == kind);
        let open =
            |variable, n: u32| Counted::open(FactKey::new("cohort", variable, None, None), u64::from(n));
        // What nobody recorded is not 0, so no number says that none was held.
        let recorded = |variable, n: u32| open(variable, n).filter(|_| n > 0);
        told.extend(recorded("sessions-held", many(view.cohort.sessions.iter().filter(held))));
        let planned = of(SessionKind::PeerMeeting).filter(|session| !session.skipped);
        told.extend(open("peer-meetings-planned", many(planned)));
        told.extend(recorded("peer-meetings-held", many(of(SessionKind::PeerMeeting).filter(held))));
        // Whoever goes on may have had theirs before.
        told.extend(peer_meetings(view).filter(|_| !returns(view)));
        told
    }
}

/// The sessions that have a list. Whether anybody on it was present is no open figure.
fn listed<'a>(view: &View<'a>) -> HashSet<&'a str> {
    view.rows.attendance.iter().map(|row| view.all.text(row.session)).collect()
}

fn is_held(view: &View, listed: &HashSet<&str>, session: &Session) -> bool {
    let recorded = session.status == SessionStatus::Held || listed.contains(session.id.as_str());
    recorded && view.may_be_held(session)
}

/// Matches whose mentors came to half or more of the peer meetings whose list somebody filled in. That there is a
/// list is no secret, and what stands in it is: an empty one brings the figure, too.
fn peer_meetings(view: &View) -> Option<Counted> {
    let peer = |one: &&Session| one.kind == SessionKind::PeerMeeting && view.may_be_held(one);
    let is_meeting = |id: &str| view.cohort.sessions.iter().filter(peer).any(|one| one.id.as_str() == id);
    let mut kinds: HashMap<Name, bool> = HashMap::new();
    let mut is_listed = false;
    let mut filled: HashSet<Name> = HashSet::new();
    let mut came: BTreeMap<Name, HashSet<Name>> = BTreeMap::new();
    for row in &view.rows.attendance {
        let is_peer = *kinds.entry(row.session).or_insert_with(|| is_meeting(view.all.text(row.session)));
        is_listed |= is_peer;
        let (true, Some(status)) = (is_peer, row.status) else { continue };
        filled.insert(row.session);
        let at = came.entry(view.all.people.person(row.person)).or_default();
        if status == AttendanceStatus::Present {
            at.insert(row.session);
        }
    }
    if !is_listed {
        return None;
    }
    let half = |who: Name| came.get(&who).map(|at| 2 * at.len() >= filled.len());
    // Whoever joined for another came to those that the first one could not.
    let of_match =
        |one: &Relation| all(one.side(Role::Mentor).map(half)).filter(|_| !one.has_changed(Role::Mentor));
    let of = |wanted: Option<bool>| many(view.matches.iter().filter(|one| of_match(one) == wanted));
    let answers = Answers { yes: of(Some(true)), no: of(Some(false)), unrecorded: of(None) };
    let key = FactKey::new("mentor-side", "peer-meetings-half", None, None);
    Counted::ordinary(key, Asked::Answers(answers), Behind::matches(view))
}
