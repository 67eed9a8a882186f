//! How far `k` is raised where rows are matches and people stand behind several of them.
//!
//! Must read nothing but what is public: program.yaml, cohort.yaml, and how many matches started. Whether the rows
//! keep to it is said by [`crowded`], and a cohort whose rows do not is not released.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::fmt;

use super::super::disclose::{Class, Raise};
use super::super::rows::Name;
use super::view::View;
use super::{Counted, many, role_change};
use crate::check::{Cohort, Handbook};
use crate::model::{Role, Wave};

/// With its raised limits.
///
/// Of a mentor's own, `k` people are `k` times as many matches as one may hold. Whoever holds several knows that
/// many rows of every figure, and everybody knows of those matched again that their first match ended early, and of
/// matches without a mentor what mentors cannot have done. Of a survey, a mentor knows the answers of all their
/// mentees, and a mentee those of all their mentors.
pub(super) fn raised(view: &View, one: Counted) -> Counted {
    let (most, without) = (per_mentor(view.book, view.cohort), without_mentor(view));
    let again = again(view) + mentors_again(view);
    // A facilitator may lead all matches that have no mentor.
    let know = most.max(without);
    let raise = match one.key.population() {
        _ if one.class == Class::Open => return one,
        "mentor-side" => Raise { times: most, plus: again + without, again },
        // Without a mentor, what mentors promise cannot be kept.
        "matches" if one.key.variable() == "contact-first-month" => {
            Raise { times: 1, plus: again + know - 1 + without, again }
        }
        "matches" | "mentee-side" => Raise { times: 1, plus: again + know - 1, again },
        _ => Raise { times: 1, plus: known(view, one.key.role()), again: 0 },
    };
    Counted { raise, ..one }
}

/// How many answers of a survey one person may know beyond one: their own, and those of everybody in their matches.
pub(super) fn known(view: &View, asked: Option<&str>) -> u32 {
    let most = per_mentor(view.book, view.cohort).max(without_mentor(view));
    let second = 1 + again(view);
    let (mentors, mentees) = (per_match(view, Role::Mentor), per_match(view, Role::Mentee));
    let is_asked = |word: &str| u32::from(asked.is_none_or(|asked| asked == word));
    let (of_mentors, of_mentees) = (is_asked("mentor"), is_asked("mentee"));
    // As a mentor of so many matches, and as a mentee of so many.
    let known = |led: u32, with: u32| {
        let own = (of_mentors * led.min(1)) + (of_mentees * with.min(1));
        let beside = of_mentors * led * (mentors - 1) + of_mentees * with * (mentees - 1);
        own + beside + of_mentees * led * mentees + of_mentors * with * mentors
    };
    // Who is a mentor stands in no more matches than one may hold, on whichever side.
    let on_both = (1..=most).map(|led| known(led, second.min(most - led)));
    on_both.chain([known(0, second)]).max().unwrap_or(1).max(1) - 1
}

/// How many matches one mentor may hold in a cohort.
pub(super) fn per_mentor(book: &Handbook, cohort: &Cohort) -> u32 {
    cohort.file.matches_per_mentor.or(book.program.capacity_per_mentor).unwrap_or(1).max(1)
}

/// Whether mentees of earlier cohorts may stand in this one: 1 or 0.
pub(super) fn returns(view: &View) -> u32 {
    u32::from(view.cohort.file.mentees_return)
}

/// How many people may stand on a side of a match.
fn per_match(view: &View, role: Role) -> u32 {
    let file = &view.cohort.file;
    let said = if role == Role::Mentor { file.mentors_per_match } else { file.mentees_per_match };
    said.unwrap_or(1).max(1)
}

/// How many matches there are beyond one for each mentee, as anybody can see: what cohort.yaml says, or those that
/// started less the fewest mentees who were invited to a survey at the start, or to any where there is none.
pub(super) fn again(view: &View) -> u32 {
    again_of(view.cohort, many(view.matches.iter()))
}

/// The same of a cohort in which so many matches started.
pub(super) fn again_of(cohort: &Cohort, started: u32) -> u32 {
    // What is said is held against the rows, so that those who were not invited may be anybody.
    let seen = || invited(cohort, Role::Mentee).map_or(0, |invited| started.saturating_sub(invited));
    cohort.file.matched_again.unwrap_or_else(seen)
}

/// How many matches are second ones of a mentor, as anybody can see where one holds so many at a time, and more of them
/// one after the other: those that started beyond what the mentors invited can hold at a time. Their first ones ended.
pub(super) fn mentors_again(view: &View) -> u32 {
    let at_a_time = view.book.program.capacity_per_mentor;
    let at_a_time = at_a_time.filter(|most| *most < per_mentor(view.book, view.cohort));
    let held = at_a_time.zip(invited(view.cohort, Role::Mentor)).map(|(most, all)| most.saturating_mul(all));
    let with_mentor = many(view.matches.iter()).saturating_sub(without_mentor(view));
    held.map_or(0, |held| with_mentor.saturating_sub(held))
}

/// How many matches there are without a mentor, as anybody can see: what cohort.yaml says, or those that started beyond
/// what the mentors can hold who were invited. Everybody knows these rows of all that is told of mentors.
pub(super) fn without_mentor(view: &View) -> u32 {
    let most = per_mentor(view.book, view.cohort);
    let held = || invited(view.cohort, Role::Mentor).map(|invited| invited.saturating_mul(most));
    let seen = || held().map_or(0, |held| many(view.matches.iter()).saturating_sub(held));
    view.cohort.file.matches_without_mentor.unwrap_or_else(seen)
}

/// The fewest people of a role who were invited to surveys at the start, or at any time where there is none.
fn invited(cohort: &Cohort, role: Role) -> Option<u32> {
    let asked = || cohort.file.surveys.iter().filter(|one| one.role == role);
    // Surveys of one wave may be of different people; what more of them are the same is said, or not released.
    let of = |wave: Wave| asked().filter(|one| one.wave == wave).map(|one| one.invited).sum::<Option<u32>>();
    let waves: BTreeSet<Wave> = asked().filter(|one| one.invited.is_some()).map(|one| one.wave).collect();
    if waves.contains(&Wave::Baseline) {
        return of(Wave::Baseline);
    }
    waves.into_iter().filter_map(of).min()
}

const PER_MENTOR: &str = "matches_per_mentor";
const AGAIN: &str = "matched_again";
const MENTEES: &str = "mentees_per_match";
const MENTORS: &str = "mentors_per_match";
const WITHOUT: &str = "matches_without_mentor";
const RETURN: &str = "mentees_return";

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
            PER_MENTOR => write!(f, "a mentor stands in {is} of its matches")?,
            MENTEES => write!(f, "a match has {is} mentees")?,
            MENTORS => write!(f, "a match has {is} mentors")?,
            WITHOUT => write!(f, "{is} of its matches are led by a facilitator, without a mentor")?,
            RETURN => {
                return f
                    .write_str("a mentee of it took part in an earlier cohort, which is not said to happen");
            }
            _ => write!(f, "{is} of its matches are with a mentee who has another one")?,
        }
        write!(f, ", and what is public allows {said} at most")
    }
}

impl Crowded {
    /// What to do. The number that came of it stays out of a public file.
    pub fn remedy(&self) -> String {
        if self.key == RETURN {
            return "write `mentees_return: yes` into cohort.yaml, and what is told of several cohorts together hides more \
                    people; or correct matches.csv"
                .to_owned();
        }
        format!(
            "write into cohort.yaml, as `{}`, the most that your program allows: a rule that you would give before \
             the cohort began, not the number that came of it, for the file is public. Figures then hide as many \
             more people. Or correct matches.csv",
            self.key
        )
    }
}

/// Whether a mentor holds more matches, more matches are second ones, or more people stand on a side than is public:
/// the limits would hide too few, and a figure left out for it would tell of it.
pub fn crowded(view: &View) -> Option<Crowded> {
    let beyond = |key, is, said| (is > said).then_some(Crowded { key, is, said });
    let largest = |role| view.matches.iter().map(|one| many(one.side(role))).max().unwrap_or(0);
    let per_match = |key, role| beyond(key, largest(role), per_match(view, role));
    beyond(PER_MENTOR, most(view), per_mentor(view.book, view.cohort))
        .or_else(|| beyond(AGAIN, seconds(view), again(view)))
        .or_else(|| beyond(WITHOUT, led(view), without_mentor(view)))
        .or_else(|| per_match(MENTEES, Role::Mentee))
        .or_else(|| per_match(MENTORS, Role::Mentor))
        .or_else(|| beyond(RETURN, u32::from(role_change::has_returned(view)), returns(view)))
}

/// How many matches a facilitator leads alone.
fn led(view: &View) -> u32 {
    many(view.matches.iter().filter(|one| one.mentors.is_empty() && one.row.facilitated))
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
