//! Retiring a cohort: its rows are deleted, and its published figures stay.
//!
//! Deletes only what is released as it stands. Whether somebody agrees is asked by nobody here.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::ledger::{Ledger, Trouble};
use super::{Failure, Releasing, denial};
use crate::check::Handbook;
use crate::model::{CohortStatus, Id};
use crate::outcomes::disclose::Denied;
use crate::outcomes::disclose::Entry;
use crate::outcomes::{self, Private, Published};
use crate::source::{Disk, FileKind, Root, Sources, World};

/// What is needed to retire a cohort.
#[derive(Debug)]
pub struct Retiring<'a> {
    /// The program.
    pub book: &'a Handbook,
    /// Its rows.
    pub private: &'a Private,
    /// What is published.
    pub published: &'a BTreeMap<Id, Published<outcomes::Release>>,
    /// The files as they were when the rows were read.
    pub sources: &'a Sources,
    /// Where they lie.
    pub world: &'a Disk,
    /// Where the rows and the ledger lie.
    pub data: &'a Path,
    /// Whether nothing is deleted.
    pub dry: bool,
}

/// What retiring a cohort would delete.
#[derive(Debug)]
pub struct Plan<'a> {
    with: &'a Retiring<'a>,
    id: Id,
    /// The cohort's folder.
    rows: PathBuf,
    /// Where it stands while it is deleted: hidden, so that nobody reads it.
    aside: PathBuf,
    /// Every file that goes, in order of path.
    pub files: Vec<PathBuf>,
    /// Those of them that are links: what they lead to stays.
    pub links: Vec<PathBuf>,
    /// Those of them that hold answers which no release was counted from, as of a survey that was added later.
    pub unreleased: Vec<PathBuf>,
    /// Bytes in all.
    pub bytes: u64,
    /// The release that stays.
    pub release: String,
    /// Whether a released pool holds the cohort. None can do so later.
    pub is_pooled: bool,
    /// Later cohorts without a final release: which of their mentors were mentees here is not counted any more.
    pub later: Vec<Id>,
    /// Others release nothing meanwhile.
    ledger: Option<Ledger>,
}

/// Why a cohort is not retired. Nothing was deleted.
#[derive(Debug)]
pub enum Refused {
    /// There is no such cohort.
    Unknown(String),
    /// It has no rows.
    NoRows(Id, bool),
    /// It is not closed.
    Running(Id),
    /// It was not released.
    Unreleased(Id),
    /// The rows say something else than its release.
    Stale(Id),
    /// Its release is not that of the ledger.
    Lost(Id),
    /// The ledger cannot be read.
    Ledger(Failure),
    /// The machine would not.
    Io(PathBuf, io::Error),
    /// Files changed after they had been read.
    Changed(Id),
}

impl Refused {
    /// Whether it is the machine's doing and not the cohort's.
    pub fn is_trouble(&self) -> bool {
        matches!(self, Self::Unknown(_) | Self::Ledger(_) | Self::Io(..) | Self::Changed(_))
    }
}

impl From<Trouble> for Refused {
    fn from(trouble: Trouble) -> Self {
        Self::Ledger(trouble.into())
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown(name) => write!(f, "there is no cohort `{name}`"),
            Self::NoRows(id, true) => {
                write!(f, "`{id}` has no rows to delete; its published figures stay as they are")
            }
            Self::NoRows(id, false) => write!(f, "`{id}` has no rows to delete"),
            Self::Running(id) => write!(
                f,
                "`{id}` is not retired: it is not closed. Its figures are released once it is (`status: closed`)"
            ),
            Self::Unreleased(id) => write!(
                f,
                "`{id}` is not retired: without its rows nothing could be published of it any more. \
                 `mentorbook release {id}` comes first"
            ),
            Self::Stale(id) => write!(
                f,
                "`{id}` is not retired: what is published of it is not what its rows and program data say now. \
                 `mentorbook release {id}` publishes that, or notes that it cannot be shown"
            ),
            Self::Lost(id) => write!(f, "`{id}` is not retired: {}", denial(&Denied::Lost)),
            Self::Ledger(failure) => failure.fmt(f),
            Self::Io(path, error) => write!(f, "{}: {error}", shown(path)),
            Self::Changed(id) => {
                write!(f, "files of `{id}` changed while they were looked at: nothing was deleted, try again")
            }
        }
    }
}

/// Whether a name is a cohort whose rows are gone, so that nothing can follow its release.
pub fn is_retired(with: &Releasing, name: &str) -> bool {
    let Some(id) = with.book.cohort(name).map(|cohort| &cohort.id) else { return false };
    with.published.get(id).is_some_and(|release| with.private.is_retired(id, release.get()))
}

/// What would be deleted, where the cohort may be retired.
pub fn plan<'a>(with: &'a Retiring, name: &str) -> Result<Plan<'a>, Refused> {
    let cohort = with.book.cohort(name).ok_or_else(|| Refused::Unknown(name.to_owned()))?;
    let id = cohort.id.clone();
    let release = with.published.get(&id).map(Published::get);
    let mut plan = Plan::of(with, &id)?;
    if plan.files.is_empty() {
        return Err(Refused::NoRows(id, release.is_some()));
    }
    if cohort.file.status != CohortStatus::Closed {
        return Err(Refused::Running(id));
    }
    let Some(release) = release else { return Err(Refused::Unreleased(id)) };
    let ledger = Ledger::open(with.data, with.dry)?;
    let of = BTreeSet::from([id.to_string()]);
    if ledger.published(&of, &release.id).is_none() {
        return Err(Refused::Lost(id));
    }
    let last = ledger.entries.iter().rfind(|entry| entry.release.cohorts == of);
    // Only what nobody reads may be left: an earlier run was interrupted.
    let is_released = if with.private.has_rows(&id) {
        last.is_some_and(|last| is_as_released(with, &id, release, last, &ledger.key))
    } else {
        !plan.has_rows()
    };
    if !is_released {
        return Err(Refused::Stale(id));
    }
    let holds =
        |entry: &Entry| entry.release.cohorts.len() > 1 && entry.release.cohorts.contains(id.as_str());
    plan.is_pooled = ledger.entries.iter().any(holds);
    plan.release.clone_from(&release.id);
    let later = with.book.cohorts.iter().filter(|one| one.file.start > cohort.file.start);
    let open = |id: &&Id| !with.published.get(*id).is_some_and(|release| release.get().closed);
    plan.later = later.map(|one| &one.id).filter(open).cloned().collect();
    let is_new = |file: &&PathBuf| {
        let name = file.file_stem().unwrap_or_default().to_string_lossy();
        name.starts_with("responses-") && !ledger.counted(&of, &format!("{id}/{name}"))
    };
    plan.unreleased = plan.files.iter().filter(is_new).cloned().collect();
    plan.ledger = Some(ledger);
    Ok(plan)
}

/// Whether the rows are those of the last release, those aside whose corrections are noted as not shown. Whether the
/// figures are the same would tell of them, for a release that it asks for is seen.
fn is_as_released(
    with: &Retiring,
    id: &Id,
    release: &outcomes::Release,
    last: &Entry,
    key: &[u8; 32],
) -> bool {
    let proposed = with.private.propose(with.book, &BTreeSet::from([id.clone()]), key);
    let Some(Ok(proposed)) = proposed else { return false };
    // What was not asked then is never told of this cohort, and need not be noted.
    last.release.members.iter().all(|(population, then)| {
        let now = proposed.release.members.get(population);
        now.is_none_or(|now| then.rows == now.rows) || release.held_back.contains(population)
    })
}

impl<'a> Plan<'a> {
    /// With every file that there is.
    fn of(with: &'a Retiring, id: &Id) -> Result<Self, Refused> {
        let cohorts = with.data.join("cohorts");
        let mut plan = Self {
            with,
            id: id.clone(),
            rows: cohorts.join(id.as_str()),
            aside: cohorts.join(format!(".retiring-{id}")),
            files: Vec::new(),
            links: Vec::new(),
            unreleased: Vec::new(),
            bytes: 0,
            release: String::new(),
            is_pooled: false,
            later: Vec::new(),
            ledger: None,
        };
        for folder in [plan.rows.clone(), plan.aside.clone()] {
            for entry in files(&folder) {
                let entry = entry.map_err(|error| Refused::Io(folder.clone(), error.into()))?;
                if entry.path_is_symlink() {
                    plan.links.push(entry.path().to_owned());
                }
                plan.bytes += entry.metadata().map_or(0, |about| about.len());
                plan.files.push(entry.into_path());
            }
        }
        Ok(plan)
    }

    /// Whether there is a file that is read as rows.
    fn has_rows(&self) -> bool {
        let mine =
            |kind: &FileKind| matches!(kind, FileKind::Rows { cohort, .. } if cohort == self.id.as_str());
        self.with.sources.iter().any(|(_, file)| mine(&file.kind))
    }

    /// Deletes the rows. First their folder gets a name that nobody reads, so that a cohort has all of its
    /// rows or none; what then cannot be deleted is deleted when the cohort is retired again.
    pub fn delete(&self) -> Result<(), Refused> {
        self.hold_still()?;
        if self.aside.is_dir() {
            remove(&self.aside)?;
        }
        if self.rows.is_dir() {
            fs::rename(&self.rows, &self.aside).map_err(|error| Refused::Io(self.rows.clone(), error))?;
            remove(&self.aside)?;
        }
        Ok(())
    }

    /// Nothing may have changed since the rows were held against the release.
    fn hold_still(&self) -> Result<(), Refused> {
        let prefix = format!("cohorts/{}/", self.id);
        let now = self.with.world.list(Root::Data);
        let now = now.map_err(|error| Refused::Io(self.rows.clone(), error))?;
        let now = now.iter().map(|one| (&one.path, one.len, one.stamp));
        let then = self.with.sources.iter().filter(|(_, file)| file.root == Root::Data);
        let then = then.map(|(_, file)| (&file.path, file.len, file.stamp));
        let mine = |(path, ..): &(&String, u64, u128)| path.starts_with(&prefix);
        if now.filter(mine).eq(then.filter(mine)) { Ok(()) } else { Err(Refused::Changed(self.id.clone())) }
    }
}

/// Removes a folder with all that is in it. Where it is a link, the folder elsewhere stays, without files.
fn remove(folder: &Path) -> Result<(), Refused> {
    let at = |path: &Path| {
        let path = path.to_owned();
        move |error| Refused::Io(path, error)
    };
    if !fs::symlink_metadata(folder).is_ok_and(|about| about.is_symlink()) {
        return fs::remove_dir_all(folder).map_err(at(folder));
    }
    for entry in files(folder) {
        let path = entry.map_err(|error| Refused::Io(folder.to_owned(), error.into()))?.into_path();
        fs::remove_file(&path).map_err(at(&path))?;
    }
    fs::remove_file(folder).map_err(at(folder))
}

/// Everything in a folder that is no folder, in order; nothing where there is none.
fn files(folder: &Path) -> impl Iterator<Item = walkdir::Result<DirEntry>> {
    let walk = folder.is_dir().then(|| WalkDir::new(folder).sort_by_file_name());
    let is_file = |entry: &walkdir::Result<DirEntry>| {
        entry.as_ref().map_or(true, |entry| entry.depth() > 0 && !entry.file_type().is_dir())
    };
    walk.into_iter().flatten().filter(is_file)
}

/// A path as messages write it.
pub(super) fn shown(path: &Path) -> String {
    path.display().to_string().replace('\\', "/")
}
