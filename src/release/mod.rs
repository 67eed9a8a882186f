//! Releases: from proposed figures to `published.yaml` and the ledger.
//!
//! Reads and writes both; what may be printed is decided by `outcomes::disclose` alone.

mod copies;
mod forget;
mod ledger;
mod retire;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use rayon::prelude::*;

use crate::check::Handbook;
use crate::check::rules::{Shared, shared_items};
use crate::model::{CohortStatus, Id, Wave};
use crate::outcomes::disclose::{self, Before, Denied, Entry, Refusal};
use crate::outcomes::{self, Crowded, Private, Proposal, Published, Tally, policy};
pub use forget::{Forgetting, Forgotten, Held, forget};
use ledger::{Ledger, Trouble};
pub use retire::{Plan, Refused, Retiring, is_retired, plan as retire};

/// What is needed for a release.
#[derive(Debug)]
pub struct Releasing<'a> {
    /// The program.
    pub book: &'a Handbook,
    /// Its rows.
    pub private: &'a Private,
    /// What is published already.
    pub published: &'a BTreeMap<Id, Published<outcomes::Release>>,
    /// Where the content lies.
    pub content: &'a Path,
    /// Where the rows and the ledger lie.
    pub data: &'a Path,
    /// Today.
    pub today: NaiveDate,
    /// Whether nothing is written.
    pub dry: bool,
}

/// What came of one release.
#[derive(Debug)]
pub struct Released {
    /// The cohort, or the cohorts of a pool joined by `+`.
    pub name: String,
    /// As it is published.
    pub release: outcomes::Release,
    /// The file.
    pub path: PathBuf,
    /// What became of the rows, by file.
    pub rows: BTreeMap<String, Tally>,
    /// Whether it differs from what was published.
    pub is_new: bool,
}

/// Why there is no release. What was released before it stays.
#[derive(Debug)]
pub enum Failure {
    /// There is no such cohort, or it has no rows.
    Unknown(String),
    /// The measures of the program betray each other.
    Refused(String, Vec<Refusal>),
    /// Two measures are told of the same item.
    SharedItem(String, String, String),
    /// Another cohort was released with some of the same matches, or almost the same people.
    SameMatches(String, String),
    /// The ledger holds closed cohorts that the content has no more.
    Gone(String, String),
    /// The ledger does not know the published figures of this cohort or pool.
    Lost(String, String),
    /// A row file of the last release is gone.
    FileGone(String, String),
    /// People stand in more matches than is public.
    Crowded(String, Crowded),
    /// A survey of it is not over.
    Open(String, Id, NaiveDate),
    /// What was released before does not allow it.
    Denied(String, Denied),
    /// The ledger cannot be read or written.
    Ledger(PathBuf, String),
}

impl From<Trouble> for Failure {
    fn from(trouble: Trouble) -> Self {
        match trouble {
            Trouble::Io(path, error) => Self::Ledger(path, error.to_string()),
            Trouble::Broken(path, why) => Self::Ledger(path, why),
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown(name) => write!(f, "`{name}` is no cohort with rows"),
            Self::Refused(name, all) => {
                write!(f, "`{name}` is not released, for some of its figures would betray others:")?;
                all.iter().try_for_each(|one| write!(f, "\n  {}", refusal(one)))
            }
            Self::SharedItem(a, b, item) => write!(
                f,
                "nothing is released: the measures `{a}` and `{b}` are told of the same answers to `{item}`, so that the \
                 difference would tell of the few between them; keep one of the two"
            ),
            Self::SameMatches(name, other) => write!(
                f,
                "`{name}` is not released: some of its matches, several answers of the same people on the same day, \
                 or almost all of its people, were released with `{other}`, so that the difference would tell of the \
                 others; a match and an answer belong to one cohort, `continues` names the match of the year before, which one \
                 match continues, and a cohort keeps the name of its folder. Where codes \
                 are numbers that begin anew in each cohort, put its name before them"
            ),
            Self::Gone(name, gone) => write!(
                f,
                "`{name}` is not released: `{gone}` was released once, and there is no such cohort any more. If this is \
                 the same cohort, give its folder the old name back; if not, take the cohort.yaml of `{gone}` back from \
                 git: figures of the same people under two names would tell of the few between them"
            ),
            Self::Lost(name, other) if name != other => write!(
                f,
                "`{name}` is not released: the ledger does not know the published figures of `{other}`, so it is older than \
                 they are; take private/ledger back from a backup. Until then no closed cohort is released"
            ),
            Self::Lost(name, _) => write!(f, "`{name}` is not released: {}", denial(&Denied::Lost)),
            Self::FileGone(name, file) => write!(
                f,
                "`{name}` is not released: `{file}` was counted in its last release and is gone, so that other figures \
                 would stand for nothing; put the file back, or its first line alone if nothing of it is to count"
            ),
            Self::Crowded(name, crowded) => {
                write!(f, "`{name}` is not released: {crowded}; {}", crowded.remedy())
            }
            Self::Open(name, survey, closes) => write!(
                f,
                "`{name}` is not released: its survey `{survey}` closes on {closes}, after the day of its data. A closed \
                 cohort is released once, and neither the answers nor `invited` could be added later: release it when \
                 the survey is over, with that day as `data_as_of`; or correct `closes`"
            ),
            Self::Denied(name, why) => write!(f, "`{name}` is not released: {}", denial(why)),
            Self::Ledger(path, why) => write!(f, "{}: {why}", path.display()),
        }
    }
}

impl std::error::Error for Failure {}

/// Releases cohorts one by one; each name is a cohort, or several joined by `+` as a pool.
pub fn release(with: &Releasing, names: &[String]) -> Result<Vec<Released>, Failure> {
    let mut ledger = Ledger::open(with.data, with.dry)?;
    // An error of `check`, which a baseline can accept for the pages that staff read, and never for a release.
    if let Some(Shared { first, second, item, .. }) = shared_items(with.book).next() {
        let [first, second, item] = [&first.id, &second.id, &item.question.id].map(ToString::to_string);
        return Err(Failure::SharedItem(first, second, item));
    }
    let mut once = BTreeSet::new();
    let names: Vec<&String> = names.iter().filter(|name| once.insert(name.as_str())).collect();
    let known: BTreeSet<&Id> = with.private.cohorts(with.book).collect();
    let mut released = Vec::with_capacity(names.len());
    // Some at a time are counted side by side. They are entered in order, while the next ones are counted.
    let key = ledger.key;
    let gone = ledger.gone(with.book);
    let lost = lost(with, &ledger);
    let count_all = |names: &[&String]| -> Vec<Result<Proposed, Failure>> {
        names.par_iter().map(|name| propose(with, &known, &key, name)).collect()
    };
    let mut enter_all = |proposed: Vec<Result<Proposed, Failure>>| -> Result<(), Failure> {
        for proposed in proposed {
            let (name, cohorts, proposal) = proposed?;
            let hold = Hold { gone: gone.as_ref(), lost: lost.as_ref() };
            released.push(enter(with, &mut ledger, hold, name, &cohorts, proposal)?);
        }
        Ok(())
    };
    let mut chunks = names.chunks(64);
    let mut counted = chunks.next().map(count_all);
    while let Some(proposed) = counted {
        let (entered, next) = rayon::join(|| enter_all(proposed), || chunks.next().map(count_all));
        entered?;
        counted = next;
    }
    Ok(released)
}

type Proposed = (String, BTreeSet<Id>, Proposal);

fn propose(with: &Releasing, known: &BTreeSet<&Id>, key: &[u8; 32], name: &str) -> Result<Proposed, Failure> {
    let cohorts: BTreeSet<Id> = name.split('+').map(Id::new).collect();
    let name = cohorts.iter().map(Id::as_str).collect::<Vec<_>>().join("+");
    let has_rows = |id: &Id| cohorts.len() == 1 || with.private.has_rows(id);
    if !cohorts.iter().all(|id| known.contains(id) && has_rows(id)) {
        return Err(Failure::Unknown(name));
    }
    let closed =
        |id: &&Id| with.book.cohort(id.as_str()).is_some_and(|one| one.file.status == CohortStatus::Closed);
    let crowded = cohorts.iter().filter(closed).find_map(|id| with.private.crowded(with.book, id));
    if let Some(crowded) = crowded {
        return Err(Failure::Crowded(name, crowded));
    }
    let mut new = cohorts
        .iter()
        .filter(closed)
        .filter(|id| !with.published.get(*id).is_some_and(|one| one.get().closed));
    if let Some((survey, closes)) = new.find_map(|id| open_survey(with.book, id)) {
        return Err(Failure::Open(name, survey, closes));
    }
    match with.private.propose(with.book, &cohorts, key) {
        Some(Ok(proposal)) => Ok((name, cohorts, proposal)),
        Some(Err(refused)) => Err(Failure::Refused(name, refused)),
        None => Err(Failure::Unknown(name)),
    }
}

/// A survey that goes on after the day of the data. What follows up comes when the cohort has long been told of.
fn open_survey(book: &Handbook, id: &Id) -> Option<(Id, NaiveDate)> {
    let cohort = book.cohort(id.as_str())?;
    let as_of = cohort.file.data_as_of.unwrap_or(book.today).min(book.today);
    let surveys = cohort.file.surveys.iter().filter(|one| one.wave != Wave::FollowUp);
    surveys.filter_map(|one| Some((one.id.clone(), one.closes?))).find(|(_, closes)| *closes > as_of)
}

/// What keeps every closed cohort from a release.
#[derive(Clone, Copy)]
struct Hold<'a> {
    gone: Option<&'a String>,
    lost: Option<&'a String>,
}

/// A closed cohort or pool whose published figures the ledger does not know: it is older than they are.
fn lost(with: &Releasing, ledger: &Ledger) -> Option<String> {
    let unknown = |(id, release): &(&Id, &Published<outcomes::Release>)| {
        let cohorts = id.as_str().split('+').map(str::to_owned).collect();
        release.get().closed && ledger.published(&cohorts, &release.get().id).is_none()
    };
    with.published.iter().find(unknown).map(|(id, _)| id.to_string())
}

fn enter(
    with: &Releasing,
    ledger: &mut Ledger,
    hold: Hold,
    name: String,
    cohorts: &BTreeSet<Id>,
    proposal: Proposal,
) -> Result<Released, Failure> {
    let Proposal { release, rows } = proposal;
    let policy = policy(&with.book.program);
    if let Some(other) = ledger.other_with(&release, policy.limits(disclose::Class::Ordinary), with.book) {
        return Err(Failure::SameMatches(name, other));
    }
    if let Some(file) = ledger.lacks(&release.cohorts, &rows) {
        return Err(Failure::FileGone(name, file.to_owned()));
    }
    // A cohort that is gone may be this one, under another name.
    let is_new = release.closed && !ledger.holds(&release.cohorts);
    if let Some(gone) = hold.gone.filter(|_| is_new) {
        return Err(Failure::Gone(name, gone.clone()));
    }
    if let Some(lost) = hold.lost.filter(|_| release.closed) {
        return Err(Failure::Lost(name, lost.clone()));
    }
    let denied = |why| Failure::Denied(name.clone(), why);
    let before = with.published.get(&Id::new(&name)).map(Published::get);
    if before.is_some_and(|before| ledger.published(&release.cohorts, &before.id).is_none()) {
        return Err(denied(Denied::Lost));
    }
    let stage = match before {
        None => Before::Nothing,
        Some(before) if before.closed => Before::Closed,
        Some(_) => Before::Running,
    };
    let decided = disclose::decide(&policy, &ledger.entries, release, stage).map_err(denied)?;
    let last = ledger.entries.iter().rfind(|entry| entry.release.cohorts == decided.cohorts);
    // A ledger that does not know what was held back may not know either what must never follow.
    let knows = |held: &String| last.is_some_and(|last| last.release.held.contains(held));
    if before.is_some_and(|before| !before.held_back.iter().all(knows)) {
        return Err(denied(Denied::Lost));
    }
    // Figures that stay keep the policy under which they were made, and none follow under another.
    let policy = last.filter(|last| last.release.closed).map_or(policy, |last| last.policy);
    let entry = match last.filter(|last| last.release == decided && last.policy == policy) {
        Some(last) => last.clone(),
        None => Entry {
            id: String::new(),
            seq: ledger.entries.last().map_or(1, |last| last.seq + 1),
            parent: ledger.entries.last().map(|last| last.id.clone()),
            policy,
            date: with.today.to_string(),
            release: decided,
        },
    };
    // A pool tells sensitive figures only.
    let class = if cohorts.len() > 1 { disclose::Class::Sensitive } else { disclose::Class::Ordinary };
    let limits = policy.limits(class);
    let (id, date) = ledger.published_as(&entry);
    let release = outcomes::Release {
        id,
        of: name.clone(),
        date: date.parse().unwrap_or(with.today),
        closed: entry.release.closed,
        rules: entry.policy.version(),
        k: limits.k,
        group: limits.group,
        held_back: entry.release.held.iter().cloned().collect(),
        as_of: entry.release.as_of.as_ref().and_then(|day| day.parse().ok()),
        means: entry.release.means.clone(),
        facts: entry.release.facts.clone(),
        file: crate::diag::FileId::NONE,
    };
    let folder = if cohorts.len() > 1 { "pools" } else { "cohorts" };
    let path = with.content.join(folder).join(&name).join("published.yaml");
    let text = release.to_string();
    let is_new = fs::read_to_string(&path).ok().as_deref() != Some(&text);
    if !with.dry {
        // The ledger first: a release that it does not know could not be repeated.
        if entry.id.is_empty() {
            ledger.add(entry, rows.clone())?;
        }
        if is_new {
            let write = || {
                path.parent().map_or(Ok(()), fs::create_dir_all)?;
                ledger::whole(&path, text.as_bytes())
            };
            write().map_err(|error| Failure::Ledger(path.clone(), error.to_string()))?;
        }
    }
    Ok(Released { name, release, path, rows, is_new })
}

fn refusal(one: &Refusal) -> String {
    match one {
        Refusal::Second(key) => format!("{key} would be told twice"),
        Refusal::TotalOverRoles(a, b) => format!("{a} and {b}: a total over roles beside one of them"),
        Refusal::Denominators(a, b) => {
            format!("{a} and {b} are told of different numbers of the same people")
        }
        Refusal::SecondTree(a, b) => format!("{a} and {b} split the same people in two ways"),
        Refusal::Overlap(a, b) => format!("{a} and {b} are told of groups that share people"),
        Refusal::ChangeBesideLevels(key) => format!("{key} is a change beside the levels of both its waves"),
        Refusal::Sums(key) => format!("{key} does not add up"),
        Refusal::Class(key) => format!("{key} has the wrong class"),
        Refusal::SmallPool(n) => format!("a pool takes three closed cohorts or more, and this one has {n}"),
        Refusal::Name(key) => format!("{key}"),
    }
}

fn denial(why: &Denied) -> String {
    match why {
        Denied::Fork(_) => "ledger-fork: two releases were made on top of the same one, on two computers. Keep the one \
             whose figures were public first, take the other file out of private/ledger, put the published.yaml of its \
             cohort back to what it was before, and release that cohort again, from the same rows"
            .to_owned(),
        Denied::Gap(seq) => format!("the ledger's entry {seq} does not follow the one before; take the missing file \
             of private/ledger back from a backup"),
        Denied::Lost => "it has published figures that the ledger does not know, so that a new release could give \
             people away by the difference; take private/ledger back from a backup. Until then its figures stay"
            .to_owned(),
        Denied::Reopened => "its figures were released when it was closed, and now it is said to be running".to_owned(),
        Denied::Unreleased(id) => format!("`{id}` is not released yet: release the cohorts of a pool one by one first"),
        Denied::SmallPool => "a pool takes three closed cohorts or more".to_owned(),
        Denied::PoolOverlap(seq) => format!("the pool of release {seq} holds one of these cohorts, and pools are disjoint"),
        Denied::PoolBesideCohort(variable) => format!("`{variable}` is told of a cohort and would be told of the pool: the difference would tell of the others"),
    }
}
