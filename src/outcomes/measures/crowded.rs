//! Whether the rows keep to what is public of them: more matches of one person, more people in a match, minors.
//!
//! Must not be softened by a count: the limits would hide too few, and a figure left out for it would tell of it.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::fmt;

use super::super::disclose::{Class, PopulationClass};
use super::super::policy;
use super::super::rows::Name;
use super::super::rows::words::PersonRole;
use super::limits::{self, again, further_matches, per_mentor, returns, without_mentor};
use super::survey::{Responded, Surveyed};
use super::view::{Relation, View};
use super::{many, response, role_change};
use crate::model::{Id, Link, Role};

const PER_MENTOR: &str = "matches_per_mentor";
const FURTHER: &str = "further_matches";
const AGAIN: &str = "matched_again";
const MENTEES: &str = "mentees_per_match";
const MENTORS: &str = "mentors_per_match";
const WITHOUT: &str = "matches_without_mentor";
const RETURN: &str = "mentees_return";
const POPULATION: &str = "population";
const ANSWERED: &str = "answered_on";
const NO_MATCH: &str = "without_match";
const TWICE: &str = "survey";
const EACH: &str = "match";
const EARLIER: &str = "earlier";

/// What the rows hold beyond what is public of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Crowded {
    /// The key of cohort.yaml, or of program.yaml, that would say so.
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
            FURTHER => write!(f, "mentors stand in {is} of its matches beyond one for each of them")?,
            MENTEES => write!(f, "a match has {is} mentees")?,
            MENTORS => write!(f, "a match has {is} mentors")?,
            WITHOUT => write!(f, "{is} of its matches are led by a facilitator, without a mentor")?,
            RETURN => {
                return f
                    .write_str("a mentee of it took part in an earlier cohort, or a match began eight weeks before it, which is not said to happen");
            }
            ANSWERED => {
                return write!(
                    f,
                    "{is} answers stand in the surveys of two waves, of the same people on the same day"
                );
            }
            NO_MATCH => write!(f, "{is} who answered a survey are in no match of it")?,
            TWICE => {
                return write!(
                    f,
                    "{is} who answered one of its surveys answered another one that asks the same at the same wave, where \
                     they count"
                );
            }
            EACH => {
                return write!(
                    f,
                    "{is} answers to a survey are of matches, all or one person's, in which {said} people are asked"
                );
            }
            EARLIER => {
                return f.write_str(
                    "more matches of an earlier cohort are with a mentee who has another one than that cohort says, and \
                     how many of its mentors were mentees would tell who they are",
                );
            }
            POPULATION => return f.write_str("participants.csv names minors, and program.yaml says `adult`"),
            _ => write!(f, "mentees stand in {is} of its matches beyond one for each of them")?,
        }
        write!(f, ", and what is public allows {said} at most")
    }
}

impl Crowded {
    /// What to do. The number that came of it stays out of a public file.
    pub fn remedy(&self) -> String {
        match self.key {
            RETURN => "write `mentees_return: yes` into cohort.yaml, and what is told of several cohorts together hides \
                       more people; or correct matches.csv"
                .to_owned(),
            POPULATION => "write `population: mixed` into program.yaml, or `minor`, and figures hide more people; or correct \
                           participants.csv"
                .to_owned(),
            ANSWERED => "take out of the later file the rows that were answered at the earlier wave, and release again"
                .to_owned(),
            NO_MATCH => "write beside that survey in cohort.yaml, as `without_match`, the most of those asked who may be in no \
                         match: a rule, not the number that came of it, for the file is public. Its figures then hide as \
                         many more people. Or correct the rows"
                .to_owned(),
            TWICE => "give one of the two another `wave` in cohort.yaml; or, where it is one survey, put its answers into one \
                      file"
                .to_owned(),
            EARLIER => "release the earlier cohort first, which says what it has to write".to_owned(),
            EACH => "keep one row for each person, and not one for each of their matches".to_owned(),
            key => format!(
                "write into cohort.yaml, as `{key}`, the most that your program allows: a rule that you would give before \
                 the cohort began, not the number that came of it, for the file is public. Figures then hide as many \
                 more people. Or correct matches.csv"
            ),
        }
    }
}

/// Whether a mentor holds more matches, more matches are second ones, more people stand on a side than is public, or minors
/// take part where only adults are said to.
pub fn crowded(view: &View) -> Option<Crowded> {
    let beyond = |key, is, said| (is > said).then_some(Crowded { key, is, said });
    let largest = |role| {
        view.matches
            .iter()
            .map(|one| many(one.everybody(role).iter()))
            .max()
            .max(answers(view, role))
            .unwrap_or(0)
    };
    let per_match = |key, role| beyond(key, largest(role), limits::per_match(view, role));
    // Of a survey of both, those beyond the mentors of a match.
    let (mentors, mentees) = (limits::per_match(view, Role::Mentor), limits::per_match(view, Role::Mentee));
    let of_both = answers(view, Role::Both).map_or(0, |all| all.saturating_sub(mentors));
    let k = policy(&view.book.program).limits(Class::Ordinary).k;
    let adult = policy(&view.book.program).population() == PopulationClass::Adult;
    beyond(PER_MENTOR, most(view), per_mentor(view.book, view.cohort))
        .or_else(|| beyond(FURTHER, further(view), further_matches(view)))
        .or_else(|| beyond(AGAIN, seconds(view) + met_for_a_time(view), again(view)))
        .or_else(|| beyond(WITHOUT, led(view), without_mentor(view)))
        .or_else(|| per_match(MENTEES, Role::Mentee))
        .or_else(|| per_match(MENTORS, Role::Mentor))
        .or_else(|| beyond(MENTEES, of_both, mentees))
        .or_else(|| beyond(RETURN, u32::from(role_change::has_returned(view)), u32::from(returns(view))))
        .or_else(|| beyond(EARLIER, u32::from(role_change::rests_on_more(view)), 0))
        .or_else(|| several_answers(view))
        .or_else(|| in_no_match(view))
        .or_else(|| beyond(TWICE, view.surveys.iter().map(Surveyed::elsewhere).max().unwrap_or(0), k))
        .or_else(|| beyond(ANSWERED, answered_twice(view, k), k))
        .or_else(|| beyond(POPULATION, u32::from(adult && view.rows.minors), 0))
}

/// Who joined a match until a day in a role, as in the place of one who is away: they know it, and are not asked of it.
fn for_a_time(view: &View, role: PersonRole) -> HashMap<Name, BTreeSet<Name>> {
    let mut all: HashMap<Name, BTreeSet<Name>> = HashMap::new();
    for event in view.rows.events.iter().filter(|event| event.until.is_some()) {
        if let Some((who, _)) = event.joined.filter(|(_, side)| *side == role) {
            all.entry(event.the_match).or_default().insert(view.all.people.person(who));
        }
    }
    all
}

/// The most answers to one survey of a role that name one match.
fn answers(view: &View, role: Role) -> Option<u32> {
    let of_role = view.surveys.iter().filter(|one| one.survey.role == role);
    of_role.filter_map(|one| each_match(one).into_values().max()).max()
}

/// Where more answers to a survey are of all matches, or name those of one person, than people are asked in these.
fn several_answers(view: &View) -> Option<Crowded> {
    let mut theirs: HashMap<Name, Vec<&Relation>> = HashMap::new();
    for one in &view.matches {
        for person in one.everybody(Role::Both) {
            theirs.entry(person).or_default().push(one);
        }
    }
    let several: Vec<_> = theirs.into_values().filter(|matches| matches.len() > 1).collect();
    let all: Vec<&Relation> = view.matches.iter().collect();
    let of = |one: &Surveyed| {
        // Nor do all together answer more often than they are.
        let (role, wave) = (one.survey.role, one.survey.wave.word());
        let beside = limits::in_no_match(view, response::role(role), Some(wave));
        let (is, said) = (many(one.rows.iter()), asked(view, &all, role).saturating_add(beside));
        if is > said && !all.is_empty() {
            return Some(Crowded { key: EACH, is, said });
        }
        let answers = each_match(one);
        let beyond = |matches: &Vec<&Relation>| {
            let is = matches.iter().filter_map(|one| answers.get(&one.row.id)).sum();
            let said = asked(view, matches, one.survey.role);
            (is > said).then_some(Crowded { key: EACH, is, said })
        };
        several.iter().filter_map(beyond).max_by_key(|crowded| (crowded.is, crowded.said))
    };
    // Of those by name everybody has one row.
    view.surveys.iter().filter(|one| one.survey.link != Link::Person).find_map(of)
}

/// Where more who answered a survey by name are in no match than is public: they leave out what only a match can tell.
fn in_no_match(view: &View) -> Option<Crowded> {
    if !view.rows.has("matches") {
        return None;
    }
    let of = |one: &Surveyed| {
        let (role, wave) = (one.survey.role, one.survey.wave.word());
        let matched: HashSet<Name> = view.matches.iter().flat_map(|one| one.everybody(role)).collect();
        let is_out = |row: &&Responded| row.who.is_some_and(|who| !matched.contains(&who));
        let is = many(one.rows.iter().filter(is_out));
        let said = limits::in_no_match(view, response::role(role), Some(wave));
        (is > said).then_some(Crowded { key: NO_MATCH, is, said })
    };
    view.surveys.iter().filter(|one| one.survey.link == Link::Person).find_map(of)
}

/// How many people of a role are asked in these matches. Where nobody is written down, as many as there may be.
fn asked(view: &View, matches: &[&Relation], role: Role) -> u32 {
    let sides = [Role::Mentor, Role::Mentee].into_iter().filter(|side| role == Role::Both || role == *side);
    let of = |side: Role| {
        let people: BTreeSet<Name> = matches.iter().flat_map(|one| one.everybody(side)).collect();
        let nobody = matches.iter().filter(|one| one.everybody(side).is_empty());
        many(people.iter()).saturating_add(many(nobody).saturating_mul(limits::per_match(view, side)))
    };
    sides.map(of).fold(0, u32::saturating_add)
}

/// How many answers to a survey name each match.
fn each_match(one: &Surveyed) -> HashMap<Name, u32> {
    let mut each: HashMap<Name, u32> = HashMap::new();
    for the_match in one.rows.iter().filter_map(|row| row.the_match) {
        *each.entry(the_match).or_default() += 1;
    }
    each
}

/// How many answers stand at two waves, by name or code and day: an export that keeps the rows of whoever did not answer
/// again, and so their answers to what both waves ask. Where more than `k` say something else, both were asked at one time.
fn answered_twice(view: &View, k: u32) -> u32 {
    let twice = |one: &Surveyed, other: &Surveyed| {
        let both: Vec<&Id> = one.asks().into_iter().filter(|id| other.column(id).is_some()).collect();
        if one.survey.wave <= other.survey.wave || both.is_empty() {
            return 0;
        }
        let before: HashMap<_, _> = other.days().collect();
        // What is blank in either says nothing.
        let is_alike = |now, then, id: &&Id| {
            one.answer(now, id).zip(other.answer(then, id)).is_none_or(|(now, then)| now == then)
        };
        let again: Vec<bool> = one
            .days()
            .filter_map(|(who, row)| Some((row, *before.get(&who)?)))
            .map(|(now, then)| both.iter().all(|id| is_alike(now, then, id)))
            .collect();
        let alike = many(again.iter().filter(|alike| **alike));
        if many(again.iter()) - alike > k { 0 } else { alike }
    };
    let with = |one| view.surveys.iter().map(move |other| twice(one, other));
    view.surveys.iter().flat_map(with).max().unwrap_or(0)
}

/// How many matches a facilitator leads alone. Where nobody is written down, there may still be somebody.
fn led(view: &View) -> u32 {
    many(view.matches.iter().filter(|one| one.mentors.is_empty() && one.row.facilitated))
}

/// In how many matches a mentor stands at most in this cohort, one after the other or at a time, on whichever side.
fn most(view: &View) -> u32 {
    let (as_mentor, as_mentee) = (for_a_time(view, PersonRole::Mentor), for_a_time(view, PersonRole::Mentee));
    let mut held: HashMap<Name, u32> = HashMap::new();
    let mut mentors: BTreeSet<Name> = BTreeSet::new();
    for one in &view.matches {
        let of = |all: &HashMap<Name, BTreeSet<Name>>| all.get(&one.row.id).cloned().unwrap_or_default();
        let (mentor, mentee) = (of(&as_mentor), of(&as_mentee));
        mentors.extend(one.everybody(Role::Mentor).into_iter().chain(mentor.iter().copied()));
        for person in
            one.everybody(Role::Both).into_iter().chain(mentor).chain(mentee).collect::<BTreeSet<_>>()
        {
            *held.entry(person).or_default() += 1;
        }
    }
    mentors.iter().filter_map(|mentor| held.get(mentor).copied()).max().unwrap_or(0)
}

/// How many matches a mentee at most knows beyond their own, for being with others for a time.
fn met_for_a_time(view: &View) -> u32 {
    let for_a_time = for_a_time(view, PersonRole::Mentee);
    let mut met: HashMap<Name, u32> = HashMap::new();
    for one in &view.matches {
        let guests = for_a_time.get(&one.row.id).into_iter().flatten();
        for guest in guests.filter(|guest| !one.everybody(Role::Mentee).contains(guest)) {
            *met.entry(*guest).or_default() += 1;
        }
    }
    met.into_values().max().unwrap_or(0)
}

/// In how many matches mentors stand beyond one for each of them.
fn further(view: &View) -> u32 {
    beyond_one(view, Role::Mentor)
}

/// In how many matches mentees stand beyond one for each of them: those that they come from ended before.
fn seconds(view: &View) -> u32 {
    beyond_one(view, Role::Mentee)
}

fn beyond_one(view: &View, role: Role) -> u32 {
    let places: Vec<Name> = view.matches.iter().flat_map(|one| one.everybody(role)).collect();
    let people: HashSet<&Name> = places.iter().collect();
    many(places.iter()) - many(people.iter())
}
