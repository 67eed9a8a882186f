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
use rayon::prelude::*;

use super::published::Published;
use super::rows::records::Rows;
use super::rows::{self, Name};
use crate::check::Handbook;
use crate::diag::{Code, Diagnostic, Place, Severity};
use crate::model::{CohortStatus, Id, Population, Program, Role};
use crate::source::{FileKind, Sources, World};

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

/// How the rows of a cohort stand to its release.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It has no rows.
    NoRows,
    /// Its figures would betray each other.
    Refused,
    /// The rows say something else now.
    Stale,
    /// What the rows say is published; what no correction changes any more is left aside.
    Released,
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
        retention(sources, book, found);
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

    /// Whether a closed cohort was released from rows that are gone: its release stays, and nothing follows it.
    /// Aggregates that came without rows are a population of their own.
    pub fn is_retired(&self, id: &Id, release: &super::Release) -> bool {
        let from_rows = release.facts.iter().any(|fact| fact.key.population() != "reported");
        release.closed && from_rows && !self.has_rows(id)
    }

    /// How the rows of a cohort stand to its release.
    pub fn standing(&self, book: &Handbook, id: &Id, release: &super::Release) -> Standing {
        if !self.has_rows(id) {
            return Standing::NoRows;
        }
        // Facts do not depend on the key, which names the members behind them.
        match self.propose(book, &BTreeSet::from([id.clone()]), &[0; 32]) {
            None => Standing::NoRows,
            Some(Err(_)) => Standing::Refused,
            Some(Ok(now)) if is_stale(book, release, &now.release) => Standing::Stale,
            Some(Ok(_)) => Standing::Released,
        }
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
            settled: BTreeSet::new(),
        };
        Some(Ok(Proposal { release, rows }))
    }

    /// Says which closed cohorts have rows and no release, and which have a release of other figures.
    pub fn hold_against(
        &self,
        book: &Handbook,
        published: &BTreeMap<Id, Published<super::Release>>,
        found: &mut Vec<Diagnostic>,
    ) {
        let ids: Vec<&Id> = self.cohorts(book).collect();
        let said =
            ids.into_par_iter().filter_map(|id| self.about(book, id, published.get(id).map(Published::get)));
        found.extend(said.collect::<Vec<_>>());
    }

    /// What is to be said of a cohort's release.
    fn about(&self, book: &Handbook, id: &Id, release: Option<&super::Release>) -> Option<Diagnostic> {
        let cohort = book.cohort(id.as_str())?;
        let closed = cohort.file.status == CohortStatus::Closed;
        let Some(release) = release else {
            let message = format!("`{id}` is closed and has rows, but no release");
            let missing = Diagnostic::new(&RELEASE_MISSING, cohort.file.origin, message);
            let help = format!("see what would be published: `mentorbook release {id} --dry-run`");
            return (closed && !self.rows.of(id).files.is_empty()).then(|| missing.help(help));
        };
        if self.is_retired(id, release) {
            return None;
        }
        // Facts do not depend on the key, which names the members behind them.
        let proposed = self.propose(book, &BTreeSet::from([id.clone()]), &[0; 32])?.ok()?.release;
        let message = format!("the rows of `{id}` have changed since its release");
        let stale = Diagnostic::new(&RELEASE_STALE, Place::whole(release.file), message);
        let help = format!("see what would change: `mentorbook release {id} --dry-run`");
        is_stale(book, release, &proposed).then(|| stale.help(help))
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
            add(&mut members.mentees, "mentee", &one.behind.mentees);
            members.raise = one.raise;
        }
        for (population, members) in &mut all {
            let print = prints(views, population);
            members.rows = Some(MemberId::new(key, "rows", population, &format!("{print:032x}")));
        }
        all
    }

    /// The people of each population that is known person by person. One that answers under codes is not:
    /// its people may be those of any other.
    fn populations(&self, counted: &[Counted]) -> Populations {
        let mut all = Populations::new();
        let known = |one: &&Counted| one.behind.identified && one.unnamed == 0;
        for one in counted.iter().filter(|one| one.class != Class::Open).filter(known) {
            let people = all.entry(one.key.population().to_owned()).or_default();
            people.extend(one.behind.persons.iter().map(|name| self.rows.text(*name).to_owned()));
        }
        all
    }
}

/// Warns where rows are kept longer than the program promised.
fn retention(sources: &Sources, book: &Handbook, found: &mut Vec<Diagnostic>) {
    let Some(until) = book.program.retain_until.filter(|until| book.today > *until) else { return };
    let mut there = BTreeSet::new();
    for (_, file) in sources.iter() {
        if let FileKind::Rows { cohort, .. } = &file.kind {
            there.insert(cohort.as_str());
        }
    }
    let closed = book.cohorts.iter().filter(|one| one.file.status == CohortStatus::Closed);
    for cohort in closed.filter(|one| there.contains(one.id.as_str())) {
        let id = &cohort.id;
        let message = format!("rows of `{id}` are kept, though `retain_until` was {until}");
        let help = format!("see what would be deleted: `mentorbook retire {id} --dry-run`");
        found.push(Diagnostic::new(&RETENTION_PASSED, cohort.file.origin, message).help(help));
    }
}

/// Whether other figures would be told now, those aside that no correction may change any more: of a closed
/// cohort, open figures come and stay with the others. Figures of another policy stay for good.
fn is_stale(book: &Handbook, published: &super::Release, proposed: &Release) -> bool {
    let limits = policy(&book.program).limits(Class::Ordinary);
    if published.closed && proposed.closed && (published.k, published.group) != (limits.k, limits.group) {
        return false;
    }
    let told = |facts: &[Fact]| -> Vec<Fact> {
        let kept = |fact: &&Fact| {
            let held = published.held_back.iter().any(|one| *one == fact.key.population());
            // Who became a mentor changes with later cohorts, and not with these rows.
            let open = fact.class == Class::Open;
            (open && !published.closed) || !(open || held || fact.key.variable() == "became-mentors")
        };
        facts.iter().filter(kept).cloned().collect()
    };
    published.closed != proposed.closed || told(&published.facts) != told(&proposed.facts)
}

/// A closed cohort that nobody released.
pub static RELEASE_MISSING: Code = Code {
    word: "release-missing",
    severity: Severity::Warning,
    says: "A closed cohort with rows has a release.",
    why: "Public pages know only what is released; without it, the cohort's outcomes stay unseen.",
    example: "cohorts/2024-autumn/cohort.yaml: status: closed   # and private/cohorts/2024-autumn/matches.csv",
    fix: "Run `mentorbook release COHORT --dry-run`, read what would be published, and run it again without --dry-run.",
};

/// A release whose rows have changed.
pub static RELEASE_STALE: Code = Code {
    word: "release-stale",
    severity: Severity::Notice,
    says: "What is published of a cohort is what its rows say now.",
    why: "Corrected rows do not reach the pages by themselves, for a difference between two releases could tell of the few who changed.",
    example: "published.yaml from November, and a matches.csv that was corrected in December",
    fix: "Run `mentorbook release COHORT`. Where a correction cannot be shown safely, the old figure stays and says so.",
};

/// Rows that are kept too long.
pub static RETENTION_PASSED: Code = Code {
    word: "retention-passed",
    severity: Severity::Warning,
    says: "Rows of closed cohorts are deleted by the day that `retain_until` of program.yaml names.",
    why: "People were told how long their data are kept. Published figures need no rows any more.",
    example: "program.yaml: retain_until: 2026-12-31   # and in 2027 private/cohorts/2024-autumn/matches.csv",
    fix: "Release the cohort, and run `mentorbook retire COHORT`; think of backups as well.",
};

/// The codes of this file.
pub static CODES: &[&Code] = &[&RELEASE_MISSING, &RELEASE_STALE, &RETENTION_PASSED];

/// A sum over the rows that a population may rest on: of a survey, its answers; of people and matches, all else.
fn prints(views: &[View], population: &str) -> u128 {
    let surveys: Vec<&str> = population.split('+').collect();
    let rests_on = |file: &str| match file.strip_prefix("responses-") {
        Some(survey) => surveys.contains(&survey) || population == "pool",
        None => true,
    };
    let files = views.iter().flat_map(|view| &view.rows.files);
    files.filter(|(file, _)| rests_on(file)).fold(0, |sum, (_, tally)| sum.wrapping_add(tally.print))
}

/// An item in two measures that are told of the same answers: two thresholds on one item leave the people
/// between them, and an item beside its scale leaves the rest.
pub fn shared_item(book: &Handbook) -> Option<(&Id, &Id, &Id)> {
    let pairs =
        book.measures.iter().enumerate().flat_map(|(i, a)| book.measures[..i].iter().map(move |b| (b, a)));
    let mut overlapping = pairs.filter(|(a, b)| {
        let meets = |a: Role, b: Role| a == b || a == Role::Both || b == Role::Both;
        a.roles.iter().any(|role| b.roles.iter().any(|other| meets(*role, *other)))
            && a.waves.iter().any(|wave| b.waves.contains(wave))
    });
    overlapping.find_map(|(a, b)| {
        let mut items = a.items.iter().map(|item| &item.question.id);
        let shared = items.find(|id| b.items.iter().any(|item| item.question.id == **id))?;
        Some((&a.id, &b.id, shared))
    })
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
