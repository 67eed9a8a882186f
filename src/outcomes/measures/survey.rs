//! The answers to a survey, one row for each person.
//!
//! Each row is a form that was handed in, answered or blank: if blank ones did not count, the answers to one question
//! would bound those to the others. Of several rows of one person the earliest counts, one with answers first.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::OnceLock;

use super::super::rows::records::{Answers, CohortRows};
use super::super::rows::{Name, People};
use super::Behind;
use super::view::View;
use crate::check::Cohort;
use crate::model::{Id, Survey};

/// A survey that has answers.
pub(in crate::outcomes) struct Surveyed<'a> {
    pub survey: &'a Survey,
    /// The rows that count.
    pub rows: Vec<Responded>,
    answers: &'a Answers,
    behind: OnceLock<Behind>,
}

/// A row that counts.
#[derive(Clone, Copy)]
pub(in crate::outcomes) struct Responded {
    /// The person, joined, or the code; nobody where the survey keeps neither.
    pub who: Option<Name>,
    pub the_match: Option<Name>,
    at: usize,
}

/// Whether this survey tells something that others of its wave may ask too. Groups that may share people are not told
/// side by side, and so the first survey of cohort.yaml tells it; of surveys that ask all the same by name, as one for
/// each site, everybody counts in one, and each is told.
pub(super) fn tells(view: &View, one: &Surveyed, asks: impl Fn(&Surveyed) -> bool) -> bool {
    let before = view.surveys.iter().take_while(|other| other.survey.id != one.survey.id);
    let by_name = |one: &Surveyed| one.survey.link == crate::model::Link::Person;
    let is_apart = |other: &Surveyed| by_name(one) && by_name(other) && one.answers.asks_what(other.answers);
    before.filter(|other| other.survey.meets(one.survey) && asks(other)).all(is_apart)
}

impl Surveyed<'_> {
    /// The answers of a question, in the order of the file; `None` where it was not asked.
    pub fn column(&self, question: &Id) -> Option<&[Option<i32>]> {
        self.answers.questions.get(question).map(Vec::as_slice)
    }

    /// How many of those who answered it count in another survey that asks the same.
    pub fn elsewhere(&self) -> u32 {
        self.answers.elsewhere
    }

    /// What its file asks.
    pub fn asks(&self) -> BTreeSet<&Id> {
        self.answers.questions.keys().collect()
    }

    /// The answer of a row.
    pub fn answer(&self, row: Responded, question: &Id) -> Option<i32> {
        self.column(question)?.get(row.at).copied().flatten()
    }

    /// Who answered on which day, by name or under a code, where both are known; with the row.
    pub fn days(&self) -> impl Iterator<Item = ((Name, chrono::NaiveDate), Responded)> {
        self.rows.iter().filter_map(|row| Some(((row.who?, self.answers.rows.get(row.at)?.on?), *row)))
    }

    /// Those who answered.
    pub fn behind(&self, view: &View) -> &Behind {
        self.behind.get_or_init(|| self.find_behind(view))
    }

    fn find_behind(&self, view: &View) -> Behind {
        let role = self.survey.role;
        let named: Vec<&Responded> = self.rows.iter().filter(|row| row.who.is_some()).collect();
        let persons: BTreeSet<Name> = named.iter().filter_map(|row| row.who).collect();
        if self.survey.link != crate::model::Link::Person {
            return Behind::unknown(persons);
        }
        let started: HashMap<Name, _> = view.matches.iter().map(|one| (one.row.id, one)).collect();
        let (mut matches, mut elsewhere) = (BTreeSet::new(), HashSet::new());
        let identified = named.len() == self.rows.len();
        for row in named {
            match row.the_match.filter(|id| started.contains_key(id)) {
                Some(id) => drop(matches.insert(id)),
                None => elsewhere.extend(row.who),
            }
        }
        let theirs = view.matches.iter().filter(|one| one.side(role).any(|who| elsewhere.contains(&who)));
        matches.extend(theirs.map(|one| one.row.id));
        let mentors =
            matches.iter().filter_map(|id| started.get(id)).flat_map(|one| one.mentors.iter().copied());
        Behind { mentors: mentors.collect(), matches, persons, identified }
    }
}

/// Who answered: a person under whichever id, or a code, which is nobody's id even where it is spelt like one.
pub(super) fn answerer(survey: &Survey, people: &People, who: Name) -> Name {
    if survey.link == crate::model::Link::Person { people.person(who) } else { who }
}

/// The surveys of a cohort that have answers.
pub(super) fn all<'a>(cohort: &'a Cohort, rows: &'a CohortRows, people: &People) -> Vec<Surveyed<'a>> {
    rows.answers.iter().filter_map(|answers| surveyed(cohort, people, answers)).collect()
}

fn surveyed<'a>(cohort: &'a Cohort, people: &People, answers: &'a Answers) -> Option<Surveyed<'a>> {
    let survey = cohort.file.surveys.get(answers.survey)?;
    let answered =
        |at: usize| answers.questions.values().any(|column| column.get(at).is_some_and(Option::is_some));
    let mut order: Vec<usize> = (0..answers.rows.len()).collect();
    // The earliest row of a person counts, whatever the order of the file.
    order.sort_by_key(|at| (!answered(*at), answers.rows[*at].on, *at));
    let mut seen = BTreeSet::new();
    let mut rows = Vec::with_capacity(order.len());
    for at in order {
        let row = answers.rows[at];
        let who = row.who.map(|who| answerer(survey, people, who));
        if who.is_none_or(|who| seen.insert(who)) {
            rows.push(Responded { who, the_match: row.the_match, at });
        }
    }
    Some(Surveyed { survey, rows, answers, behind: OnceLock::new() })
}
