//! The private rows as the rest of the program may hold them: closed. What comes out is a proposed release.
//!
//! Must not hand out a row or a count.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::io;

use super::disclose::{
    self, Class, Fact, MemberId, Membership, People as Populations, Policy, PopulationClass, Question,
    Refusal, Release, Scope, Stricter,
};
use super::measures::{self, Counted, View};
use super::rows::records::Rows;
use super::rows::{self, Name};
use super::standing;
use crate::check::Handbook;
use crate::diag::Diagnostic;
use crate::model::{CohortStatus, Id, Population, Program, Role};
use crate::source::{Sources, World};

/// The rows of all cohorts.
#[derive(Default)]
pub struct Private {
    rows: Rows,
}

impl fmt::Debug for Private {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the rows of {} cohorts", self.rows.cohorts.len())
    }
}

/// What became of the rows of one file. Private: how many endings there are is a figure, too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Tally {
    /// Rows in the file.
    pub read: u32,
    /// Rows that count.
    pub used: u32,
    /// Rows that are left out, each with a finding.
    pub reported: u32,
}

impl Tally {
    pub(super) fn of(tally: &rows::Tally) -> Self {
        let rows::Tally { read, used, reported, .. } = *tally;
        Self { read, used, reported }
    }
}

/// A release as the rows propose it, before what was released earlier is looked at.
#[derive(Debug)]
pub struct Proposal {
    /// Facts and keyed members.
    pub release: Release,
    /// What became of the rows, by file.
    pub rows: BTreeMap<String, Tally>,
}

impl Private {
    /// Reads every row file and pushes what is wrong.
    pub fn read(
        world: &dyn World,
        sources: &mut Sources,
        book: &Handbook,
        found: &mut Vec<Diagnostic>,
    ) -> io::Result<Self> {
        standing::retention(sources, book, found);
        Ok(Self { rows: rows::read(world, sources, book, found)? })
    }

    /// A cohort as measures see it.
    pub(super) fn view<'v>(&'v self, book: &'v Handbook, id: &Id) -> Option<View<'v>> {
        View::new(book, id, &self.rows)
    }

    /// The cohorts that have rows or aggregates to release.
    pub fn cohorts<'b>(&self, book: &'b Handbook) -> impl Iterator<Item = &'b Id> {
        let there = |id: &Id| self.rows.cohorts.get(id).is_some_and(|rows| !rows.files.is_empty());
        let cohorts = book.cohorts.iter().filter(move |one| there(&one.id) || !one.results.is_empty());
        cohorts.map(|cohort| &cohort.id)
    }

    /// Whether a cohort has rows.
    pub fn has_rows(&self, id: &Id) -> bool {
        !self.rows.of(id).files.is_empty()
    }

    /// What would be published of a cohort, or of a pool of several. `None`: one of them is not there.
    pub fn propose(
        &self,
        book: &Handbook,
        cohorts: &BTreeSet<Id>,
        key: &[u8; 32],
    ) -> Option<Result<Proposal, Vec<Refusal>>> {
        let views: Vec<View> = cohorts.iter().map(|id| self.view(book, id)).collect::<Option<_>>()?;
        let counted = match views.as_slice() {
            [one] => measures::count(one),
            several => measures::pool(several),
        };
        let closed = views.iter().all(|view| view.cohort.file.status == CohortStatus::Closed);
        let scope = Scope { cohorts: views.len(), closed };
        let questions: Vec<Question> = counted.iter().map(Counted::question).collect();
        let facts =
            match disclose::publish(&policy(&book.program), scope, &questions, &self.populations(&counted)) {
                Ok(facts) => facts,
                Err(refused) => return Some(Err(refused)),
            };
        let means = means(book, &facts);
        let mut rows = BTreeMap::new();
        for view in &views {
            let cohort = &view.cohort.id;
            rows.extend(
                view.rows.files.iter().map(|(name, tally)| (format!("{cohort}/{name}"), Tally::of(tally))),
            );
        }
        let release = Release {
            cohorts: cohorts.iter().map(ToString::to_string).collect(),
            closed,
            refines: questions
                .iter()
                .filter_map(|one| Some((one.key.variable().to_owned(), one.refines()?)))
                .collect(),
            facts,
            members: self.members(&views, &counted, key),
            means,
            as_of: match views.as_slice() {
                [one] => one.cohort.file.data_as_of.map(|day| day.to_string()),
                _ => None,
            },
            now: views
                .iter()
                .filter_map(|view| {
                    Some((view.cohort.id.to_string(), print(std::slice::from_ref(view), "matches", key)?))
                })
                .collect(),
            ..Release::default()
        };
        Some(Ok(Proposal { release, rows }))
    }

    /// Everybody behind the figures that are not open, by population, under the key.
    fn members(&self, views: &[View], counted: &[Counted], key: &[u8; 32]) -> Membership {
        let mut all = Membership::new();
        for one in counted.iter().filter(|one| one.class != Class::Open) {
            let population = one.key.population();
            let members = all.entry(population.to_owned()).or_default();
            let add = |to: &mut BTreeSet<MemberId>, what: &str, names: &BTreeSet<Name>| {
                to.extend(
                    names.iter().map(|name| MemberId::new(key, what, population, self.rows.text(*name))),
                );
            };
            add(&mut members.persons, "person", &one.behind.persons);
            add(&mut members.matches, "match", &one.behind.matches);
            add(&mut members.mentors, "mentor", &one.behind.mentors);
            members.raise = one.raise;
        }
        let own: BTreeSet<String> = all.keys().cloned().collect();
        for (population, members) in &mut all {
            members.rows = print(views, population, key);
            // A survey of which the change alone is told stands under its name with the others.
            let is_mine = |id: &str| {
                population == id || (population.split('+').any(|of| of == id) && !own.contains(id))
            };
            let surveys = views.iter().flat_map(|view| &view.surveys);
            let mine = surveys.filter(|one| is_mine(one.survey.id.as_str()));
            for one in mine {
                // Nothing of the survey is in it: the answer is the same under another name, and the end of one year
                // may be the start of the next. Under each id of a person, for the others may be joined later.
                let ids = |((who, day), _)| self.rows.people.ids(who).map(move |id| (id, day));
                let id =
                    |(who, day)| MemberId::new(key, "answer", "", &format!("{} {day}", self.rows.text(who)));
                members.answers.extend(one.days().flat_map(ids).map(id));
            }
            if population == "matches" {
                members.answers.extend(views.iter().flat_map(|view| self.continued(view, key)));
                members.pairs.extend(views.iter().flat_map(|view| self.pairs(view, key)));
            }
        }
        all
    }

    /// Each match of another year that goes on.
    fn continued<'v>(&'v self, view: &'v View, key: &'v [u8; 32]) -> impl Iterator<Item = MemberId> + 'v {
        let continued = view.matches.iter().filter_map(|one| one.row.continues);
        continued.map(|id| MemberId::new(key, "continued", "", self.rows.text(id)))
    }

    /// Each two who are a match, under each id of a person and whatever the id of the match or the day on which it began:
    /// nobody is in two cohorts at a time with the same other. Of a match that goes on from a cohort that began well
    /// before, the other one is of that cohort.
    fn pairs(&self, view: &View, key: &[u8; 32]) -> Vec<MemberId> {
        let ids = |who: Name| self.rows.people.ids(who).map(|id| self.rows.text(id)).collect::<Vec<_>>();
        let new = view
            .matches
            .iter()
            .filter(|one| !one.row.continues.is_some_and(|id| measures::is_of_before(view, id)));
        let mut pairs = Vec::new();
        for one in new {
            for mentor in one.everybody(Role::Mentor).into_iter().map(ids) {
                for mentee in one.everybody(Role::Mentee).into_iter().map(ids) {
                    let both = mentor.iter().flat_map(|a| mentee.iter().map(move |b| format!("{a} {b}")));
                    pairs.extend(both.map(|id| MemberId::new(key, "pair", "", &id)));
                }
            }
        }
        pairs
    }

    /// The people of each population that is known person by person. One that answers under codes is not:
    /// its people may be those of any other.
    fn populations(&self, counted: &[Counted]) -> Populations {
        let mut all = Populations::new();
        let known = |one: &&Counted| one.class != Class::Open && one.behind.identified;
        for one in counted.iter().filter(known) {
            let people = all.entry(one.key.population().to_owned()).or_default();
            people.extend(one.behind.persons.iter().map(|name| self.rows.text(*name).to_owned()));
        }
        all
    }
}

/// What the figures mean that are not open, as far as program data define it.
fn means(book: &Handbook, facts: &[Fact]) -> BTreeMap<String, String> {
    let variables = facts.iter().filter(|one| one.class != Class::Open).map(|one| one.key.variable());
    let defined = variables.filter_map(|variable| {
        Some((disclose::meant(variable).to_owned(), measures::meaning(book, variable)?))
    });
    defined.collect()
}

/// A keyed fingerprint of the rows that a population may rest on: of a survey, its answers; of results.yaml, its
/// rows; of people and matches, all but answers. `None` where there is no row.
fn print(views: &[View], population: &str, key: &[u8; 32]) -> Option<MemberId> {
    if population == "reported" {
        let rows = views.iter().flat_map(|view| &view.cohort.results).map(measures::row_of_results);
        return Some(MemberId::new(key, "rows", population, &rows.collect::<Vec<_>>().join("\n")));
    }
    let surveys: Vec<&str> = population.split('+').collect();
    let of_matches = matches!(population, "matches" | "mentor-side" | "mentee-side");
    let rests_on = |file: &str| match file.strip_prefix("responses-") {
        Some(survey) => surveys.contains(&survey) || population == "pool",
        None => of_matches || population.starts_with("pool"),
    };
    let files = views.iter().flat_map(|view| &view.rows.files);
    // Who is the same person under several ids decides who answered.
    let joined = views.iter().fold(0u128, |sum, view| sum.wrapping_add(view.rows.joined));
    let sum = files
        .filter(|(file, _)| rests_on(file))
        .fold(joined, |sum, (_, tally)| sum.wrapping_add(tally.print));
    (sum != 0).then(|| MemberId::new(key, "rows", population, &format!("{sum:032x}")))
}

/// The policy of a program: what it sets, never below the floors.
pub fn policy(program: &Program) -> Policy {
    let set = program.disclosure.as_ref();
    let class = |population| match population {
        Population::Adult => PopulationClass::Adult,
        Population::Minor => PopulationClass::Minor,
        Population::Mixed => PopulationClass::Mixed,
    };
    // Of the program's population and the setting the stricter counts.
    let chosen = [Some(program.population), set.and_then(|set| set.population_class)];
    let chosen: Vec<PopulationClass> = chosen.into_iter().flatten().map(class).collect();
    let adult = chosen.iter().all(|class| *class == PopulationClass::Adult);
    let population = if adult { PopulationClass::Adult } else { PopulationClass::Mixed };
    let stricter = Stricter { k: set.and_then(|set| set.k), group: set.and_then(|set| set.group) };
    Policy::new(population, stricter)
}
