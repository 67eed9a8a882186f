//! Who is the same person under several ids, and who answers twice.
//!
//! Of several answers of one person the earliest counts; the others are told, never dropped in silence.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::cell::{Known, Name};
use super::codes::{RESPONSE_TWICE, ROWS_DUPLICATE, ROWS_REFERENCE};
use super::found::Found;
use super::read::{Reader, Row};
use super::records::{Answered, CohortRows};
use super::responses::Given;
use crate::diag::{Diagnostic, Place};
use crate::model::{Id, Link, Survey};

/// Who is the same person under several ids (`same_as`, in any cohort).
#[derive(Debug, Default)]
pub(in crate::outcomes) struct People {
    parent: HashMap<Name, Name>,
    /// Of each person who has several ids, by the one that they go by, the others.
    others: HashMap<Name, Vec<Name>>,
}

impl People {
    /// The id that a person goes by.
    pub fn person(&self, name: Name) -> Name {
        let mut at = name;
        while let Some(parent) = self.parent.get(&at) {
            at = *parent;
        }
        at
    }

    /// All ids of somebody who goes by this one.
    pub fn ids(&self, person: Name) -> impl Iterator<Item = Name> + '_ {
        std::iter::once(person).chain(self.others.get(&person).into_iter().flatten().copied())
    }

    fn join(&mut self, one: Name, other: Name) {
        let (one, other) = (self.person(one), self.person(other));
        if one != other {
            self.parent.insert(one, other);
        }
    }

    /// The same people, each by the id that comes first in the alphabet, so that the order of rows changes
    /// nothing.
    fn in_order(&self, texts: &[Box<str>]) -> Self {
        let text = |name: Name| texts.get(name as usize);
        let ids: BTreeSet<Name> = self.parent.iter().flat_map(|(one, other)| [*one, *other]).collect();
        let mut first: HashMap<Name, Name> = HashMap::new();
        for id in &ids {
            let least = first.entry(self.person(*id)).or_insert(*id);
            *least = if text(*id) < text(*least) { *id } else { *least };
        }
        let goes_by = |id: &Name| (*id, first[&self.person(*id)]);
        let parent: HashMap<Name, Name> = ids.iter().map(goes_by).filter(|(id, first)| id != first).collect();
        let mut others: HashMap<Name, Vec<Name>> = HashMap::new();
        for id in &ids {
            if let Some(person) = parent.get(id) {
                others.entry(*person).or_default().push(*id);
            }
        }
        Self { parent, others }
    }
}

/// That a person is somebody else, and where it is said.
pub(super) struct SameAs {
    person: Name,
    other: Name,
    place: Place,
}

/// The column `same_as` of participants.csv.
const SAME_AS: usize = 6;

impl SameAs {
    /// What a row of participants.csv says.
    pub fn of(reader: &Reader, row: &Row) -> Option<Self> {
        let [person, other] = [0, SAME_AS].map(|at| row.cells[at].name());
        Some(Self { person: person?, other: other?, place: reader.place(row.at, SAME_AS) })
    }
}

/// Every `same_as` of all cohorts.
#[derive(Default)]
pub(super) struct Joined {
    people: People,
    said: Vec<SameAs>,
}

impl Joined {
    /// Takes what the rows of a cohort say.
    pub fn extend(&mut self, said: Vec<SameAs>) {
        for one in &said {
            self.people.join(one.person, one.other);
        }
        self.said.extend(said);
    }

    /// The id that a person goes by.
    pub fn person(&self, id: Name) -> Name {
        self.people.person(id)
    }

    /// The people, for those who count them.
    pub fn people(&self, texts: &[Box<str>]) -> People {
        self.people.in_order(texts)
    }

    /// Reports each `same_as` that no cohort knows.
    pub fn judge(&self, cohorts: &BTreeMap<Id, CohortRows>, left_out: &HashSet<Name>, found: &mut Found) {
        if self.said.is_empty() {
            return;
        }
        let known: HashSet<Name> = cohorts.values().flat_map(everybody).collect();
        let unknown = |one: &&SameAs| !known.contains(&one.other) && !left_out.contains(&one.other);
        for SameAs { place, .. } in self.said.iter().filter(unknown) {
            let message = "`same_as` names nobody: no cohort has a person with this id";
            let help = "correct the id, or empty the cell";
            found.push(Diagnostic::new(&ROWS_REFERENCE, *place, message).help(help));
        }
    }
}

/// Everybody whom the rows of a cohort name as taking part.
fn everybody(rows: &CohortRows) -> impl Iterator<Item = Name> + '_ {
    let matched = rows.matches.iter().flat_map(|one| one.mentors.iter().chain(&one.mentees));
    let listed = rows.participants.iter().copied();
    listed.chain(rows.applicants.iter().map(|one| one.person)).chain(matched.copied())
}

/// Leaves out every row of somebody who has answered already.
pub(super) fn once(given: &mut Given, joined: Option<&Joined>, found: &mut Found) {
    let answers = &given.answers;
    let mut order: Vec<usize> = (0..answers.rows.len()).collect();
    order.sort_by_cached_key(|at| (!answers.has_answer(*at), answers.rows[*at].on, *at));
    let mut first: HashMap<Name, usize> = HashMap::new();
    let mut about: HashMap<(Name, Option<Name>), usize> = HashMap::new();
    let mut out = BTreeSet::new();
    for at in order {
        let Answered { who: Some(id), the_match, .. } = answers.rows[at] else { continue };
        let person = joined.map_or(id, |joined| joined.people.person(id));
        let same = *about.entry((id, the_match)).or_insert(at);
        // A row without an answer takes nothing from another one.
        let earlier = if answers.has_answer(at) { *first.entry(person).or_insert(at) } else { at };
        let (code, counts, message) = if same != at {
            (&ROWS_DUPLICATE, same, "this answer stands in another row already")
        } else if earlier == at {
            continue;
        } else if answers.rows[earlier].who == Some(id) {
            (&RESPONSE_TWICE, earlier, "this person has answered this survey in another row already")
        } else {
            (
                &RESPONSE_TWICE,
                earlier,
                "this person has answered already, under an id that `same_as` joins to this one",
            )
        };
        out.insert(at);
        found.push(
            Diagnostic::new(code, given.place(at), message)
                .also(given.place(counts), "the earlier row")
                .help("the earliest answer counts, and this row is left out; keep the one that is right"),
        );
    }
    given.leave_out(&out);
}

/// Leaves out the answers of somebody who has handed in another survey of that wave that asks the same, as the one of
/// another site: told of groups that share people, the figures could be subtracted, and not told, they would say that
/// some are shared. The survey counts that stands first in cohort.yaml, one with answers before a blank one.
pub(super) fn once_a_wave(known: &Known, all: &mut [Given], found: &mut Found) {
    let survey = |given: &Given| known.cohort.file.surveys.get(given.answers.survey);
    all.sort_by_key(|given| given.answers.survey);
    for later in 1..all.len() {
        for earlier in 0..later {
            let (one, other) = (&all[earlier], &all[later]);
            let (Some(a), Some(b)) = (survey(one), survey(other)) else { continue };
            if are_alike((one, a), (other, b)) {
                let (before, from) = all.split_at_mut(later);
                leave_out_of(&mut before[earlier], &from[0], true, known, found);
                leave_out_of(&mut from[0], &before[earlier], false, known, found);
            }
        }
    }
}

/// Whether two surveys ask the same of the same people by name.
fn are_alike(one: (&Given, &Survey), other: (&Given, &Survey)) -> bool {
    let (a, b) = (one.1, other.1);
    a.link == Link::Person
        && b.link == Link::Person
        && a.meets(b)
        && one.0.answers.asks_what(&other.0.answers)
}

/// Leaves out the rows of those who stand in the other survey too: `blank` ones where the other has answers, or all.
fn leave_out_of(given: &mut Given, other: &Given, blank: bool, known: &Known, found: &mut Found) {
    let person = |one: &Given, at: usize| one.answers.rows[at].who.map(|who| known.joined.people.person(who));
    let counts = |at: &usize| !blank || other.answers.has_answer(*at);
    let there = (0..other.rows.len()).filter(counts).filter_map(|at| Some((person(other, at)?, at)));
    let there: HashMap<Name, usize> = there.collect();
    let mut out = BTreeSet::new();
    for at in (0..given.rows.len()).filter(|at| !blank || !given.answers.has_answer(*at)) {
        let Some(counts) = person(given, at).and_then(|who| there.get(&who)) else { continue };
        out.insert(at);
        let name = known.cohort.file.surveys.get(other.answers.survey).map_or("", |one| one.id.as_str());
        let message = format!("this person has handed in `{name}` too, which asks the same at the same time");
        found.push(
            Diagnostic::new(&RESPONSE_TWICE, given.place(at), message)
                .also(other.place(*counts), "the row that counts")
                .help("everybody counts once: this row is left out; keep the one that is right"),
        );
    }
    let answered = out.iter().filter(|at| !blank && given.answers.has_answer(**at)).count();
    given.answers.elsewhere += u32::try_from(answered).unwrap_or(u32::MAX);
    given.leave_out(&out);
}
