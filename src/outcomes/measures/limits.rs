//! How far `k` is raised where rows are matches and people stand behind several of them.
//!
//! Must read nothing but what is public: program.yaml, cohort.yaml, and how many matches started. Whether the rows
//! keep to it is said by [`crowded`], and a cohort whose rows do not is not released.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::fmt;

use super::super::disclose::{Class, Raise};
use super::super::rows::Name;
use super::view::View;
use super::{Counted, many};
use crate::model::{Role, Wave};

/// With its raised limits.
///
/// Of a mentor's own, `k` people are `k` times as many matches as one may hold. Whoever holds several knows that
/// many rows of every figure, and everybody knows of those matched again that their first match ended early.
pub(super) fn raised(view: &View, one: Counted) -> Counted {
    let (again, most) = (again(view), per_mentor(view));
    let raise = match one.key.population() {
        _ if one.class == Class::Open => return one,
        "mentor-side" => Raise { times: most, plus: again },
        "matches" | "mentee-side" => Raise { times: 1, plus: again + most - 1 },
        _ => return one,
    };
    Counted { raise, ..one }
}

/// How many matches one mentor may hold in this cohort.
pub(super) fn per_mentor(view: &View) -> u32 {
    let said = view.cohort.file.matches_per_mentor.or(view.book.program.capacity_per_mentor);
    said.unwrap_or(1).max(1)
}

/// How many matches there are beyond one for each mentee, as anybody can see: what cohort.yaml says, or those that
/// started less the fewest mentees who were invited to a survey at the start, or to any where there is none.
pub(super) fn again(view: &View) -> u32 {
    let mentees = || view.cohort.file.surveys.iter().filter(|one| one.role == Role::Mentee);
    // Surveys of one wave may be of different people; what more of them are the same is said, or not released.
    let of =
        |wave: Wave| mentees().filter(|one| one.wave == wave).map(|one| one.invited).sum::<Option<u32>>();
    let waves: BTreeSet<Wave> = mentees().filter(|one| one.invited.is_some()).map(|one| one.wave).collect();
    let invited = if waves.contains(&Wave::Baseline) {
        of(Wave::Baseline)
    } else {
        waves.into_iter().filter_map(of).min()
    };
    let seen = invited.map_or(0, |invited| many(view.matches.iter()).saturating_sub(invited));
    seen.max(view.cohort.file.matched_again.unwrap_or(0))
}

const PER_MENTOR: &str = "matches_per_mentor";
const AGAIN: &str = "matched_again";

/// What the rows hold beyond what is public of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Crowded {
    /// The key of cohort.yaml that would say so.
    pub key: &'static str,
    /// What it would have to say.
    pub is: u32,
    /// What is public now.
    pub said: u32,
}

impl fmt::Display for Crowded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { key, is, said } = self;
        match *key {
            PER_MENTOR => {
                write!(f, "a mentor stands in {is} of its matches, and {said} are said to be the most")
            }
            _ => write!(
                f,
                "{is} of its matches are with a mentee who has another one, and {said} are said to be"
            ),
        }
    }
}

impl Crowded {
    /// What to do.
    pub fn remedy(&self) -> String {
        let Self { key, is, .. } = self;
        format!(
            "write `{key}: {is}` into cohort.yaml, so that figures hide as many more people; or correct matches.csv"
        )
    }
}

/// Whether a mentor holds more matches, or more matches are second ones, than is public: the limits would hide too
/// few, and a figure left out for it would tell of it.
pub fn crowded(view: &View) -> Option<Crowded> {
    let beyond = |key, is, said| (is > said).then_some(Crowded { key, is, said });
    beyond(PER_MENTOR, most(view), per_mentor(view)).or_else(|| beyond(AGAIN, seconds(view), again(view)))
}

/// In how many matches a mentor stands at most in this cohort, one after the other or at a time, on whichever side.
fn most(view: &View) -> u32 {
    let mut held: HashMap<Name, u32> = HashMap::new();
    for person in view.matches.iter().flat_map(|one| one.mentors.union(&one.mentees)) {
        *held.entry(*person).or_default() += 1;
    }
    let mentors = view.matches.iter().flat_map(|one| &one.mentors);
    mentors.filter_map(|mentor| held.get(mentor).copied()).max().unwrap_or(0)
}

/// How many matches hold a mentee of one that stands before them.
fn seconds(view: &View) -> u32 {
    let mut seen: HashSet<Name> = HashSet::new();
    let second = |one: &&super::Relation| one.mentees.iter().filter(|who| !seen.insert(**who)).count() > 0;
    many(view.matches.iter().filter(second))
}
