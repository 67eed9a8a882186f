//! Writing a site: the plan says what belongs in the folder, this module makes the folder so.
//!
//! Each page is made and written in one step and its bytes are dropped; what is unchanged is not made at all.
//! An error changes nothing, a kill is mended by the next run. This module must not decide what a file says.

mod address;
mod asset;
mod calendar;
mod folder;
mod journal;
mod manifest;
mod web;

use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::{fmt, io};

use rayon::prelude::*;

pub use asset::{CODES, asset};
pub use calendar::{Calendar, calendar};
pub use web::{SitemapEntry, headers, robots, search_docs, sitemap};

use crate::diag::{self, Diagnostic};
use folder::Folder;
use journal::Journal;
use manifest::{Entry, Manifest, Store};

/// Makes the bytes of one file. It may be called on any thread, and is not called where nothing changed.
pub type Make<'p> = Box<dyn Fn() -> Result<Vec<u8>, Diagnostic> + Send + Sync + 'p>;

/// One file of the site.
pub struct Item<'p> {
    /// Where it goes, below the folder, with `/`.
    pub address: String,
    /// A hash of everything that `make` depends on.
    pub fingerprint: [u8; 32],
    /// Makes its bytes.
    pub make: Make<'p>,
}

impl<'p> Item<'p> {
    /// A file that is made when it is needed.
    pub fn new(
        address: impl Into<String>,
        fingerprint: [u8; 32],
        make: impl Fn() -> Result<Vec<u8>, Diagnostic> + Send + Sync + 'p,
    ) -> Self {
        Self { address: address.into(), fingerprint, make: Box::new(make) }
    }

    /// A file whose bytes are there.
    pub fn bytes(address: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        let bytes = bytes.into();
        Self::new(address, blake3::hash(&bytes).into(), move || Ok(bytes.clone()))
    }
}

impl fmt::Debug for Item<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.address)
    }
}

/// Everything that belongs in one folder.
#[derive(Debug)]
pub struct Plan<'p> {
    /// The edition; a folder holds one.
    pub edition: String,
    /// Its files, in any order.
    pub items: Vec<Item<'p>>,
}

/// What a run did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Report {
    /// Files of the site.
    pub files: usize,
    /// Pages among them (`.html`).
    pub pages: usize,
    /// Files that are new or changed.
    pub written: usize,
    /// Files that left the plan.
    pub removed: usize,
}

/// Why nothing was written.
#[derive(Debug)]
pub enum Failure {
    /// The content or the theme is wrong.
    Content(Vec<Diagnostic>),
    /// The folder must not be written to, or the plan cannot be; in a sentence.
    Refused(String),
    /// The machine would not: what was tried, and its answer.
    Io(String, io::Error),
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Content(found) => write!(f, "{} errors: nothing was written", found.len()),
            Self::Refused(why) => f.write_str(why),
            Self::Io(what, error) => write!(f, "{what}: {error}"),
        }
    }
}

impl std::error::Error for Failure {}

/// Called as files are made: how many are done, of how many.
pub type Tick<'t> = &'t (dyn Fn(usize, usize) + Sync);

/// Makes `out` hold exactly the plan, beside what others put there. The hashes of what was written are
/// kept in `cache`, which git ignores by itself.
pub fn site(plan: &Plan<'_>, out: &Path, cache: &Path, tick: Tick<'_>) -> Result<Report, Failure> {
    address::check(plan)?;
    let store = Store::open(out, cache, &plan.edition)?;
    let _lock = store.lock()?;
    let folder = Folder::open(out, &plan.edition)?;
    journal::recover(&folder, &store)?;
    let old = store.load();
    let tasks: Vec<Task<'_>> = plan.items.par_iter().map(|item| Task::new(item, &folder, old.as_ref())).collect();
    let removed = match &old {
        Some(old) => old.without(plan),
        None => folder.strangers(plan)?,
    };
    let pages = plan.items.iter().filter(|item| address::is_page(&item.address)).count();
    let report = Report { files: plan.items.len(), pages, ..Report::default() };
    let fresh = tasks.iter().all(|task| matches!(task.state, State::Kept(_)));
    if fresh && removed.is_empty() && old.is_some() {
        return Ok(report);
    }
    let written = run(&tasks, removed.as_slice(), &folder, &store, tick)?;
    Ok(Report { written, removed: removed.len(), ..report })
}

/// What is to be done with one file.
struct Task<'t> {
    item: &'t Item<'t>,
    state: State,
}

#[derive(Clone, Copy)]
enum State {
    /// Unchanged, by its fingerprint and the file's size and time.
    Kept(Entry),
    /// Intact, but its fingerprint is another: its bytes may still be the same.
    Known(Entry),
    /// There is a file, and it will be replaced.
    Replaced,
    /// There is none.
    New,
}

impl<'t> Task<'t> {
    fn new(item: &'t Item<'t>, folder: &Folder, old: Option<&Manifest>) -> Self {
        let state = match (folder.stat(&item.address), old.and_then(|old| old.files.get(&item.address))) {
            (Some(stat), Some(entry)) if stat == entry.stat && entry.fingerprint == item.fingerprint => {
                State::Kept(*entry)
            }
            (Some(stat), Some(entry)) if stat == entry.stat => State::Known(*entry),
            (Some(_), _) => State::Replaced,
            (None, _) => State::New,
        };
        Self { item, state }
    }

    /// Makes the file and writes it, beside the old one where there is one. `Ok(None)`: no longer worth writing.
    fn make(&self, folder: &Folder, failed: &AtomicBool) -> Result<Option<(Entry, bool)>, Trouble> {
        let fingerprint = self.item.fingerprint;
        if let State::Kept(entry) = self.state {
            return Ok(Some((entry, false)));
        }
        let bytes = (self.item.make)().map_err(|found| Trouble::Content(Box::new(found)))?;
        let content: [u8; 32] = blake3::hash(&bytes).into();
        if let State::Known(entry) = self.state
            && entry.content == content
        {
            return Ok(Some((Entry { fingerprint, ..entry }, false)));
        }
        if failed.load(Ordering::Relaxed) {
            return Ok(None);
        }
        let stage = !matches!(self.state, State::New);
        let stat = folder.write(&self.item.address, &bytes, stage).map_err(|e| Trouble::io(&self.item.address, e))?;
        Ok(Some((Entry { fingerprint, content, stat }, true)))
    }
}

enum Trouble {
    Content(Box<Diagnostic>),
    Io(String, io::Error),
}

impl Trouble {
    fn io(address: &str, error: io::Error) -> Self {
        Self::Io(format!("`{address}` cannot be written"), error)
    }
}

/// Makes, then commits or takes back; the number of files written.
fn run(
    tasks: &[Task<'_>],
    removed: &[String],
    folder: &Folder,
    store: &Store,
    tick: Tick<'_>,
) -> Result<usize, Failure> {
    let of = |wanted: fn(&State) -> bool| {
        let some = tasks.iter().filter(|task| wanted(&task.state));
        some.map(|task| task.item.address.clone()).collect::<Vec<_>>()
    };
    let (new, old) = (of(|s| matches!(s, State::New)), of(|s| matches!(s, State::Known(_) | State::Replaced)));
    let writing = Journal::Writing { new, staged: old };
    store.save_journal(&writing)?;
    let made = match folder.prepare(tasks.iter().map(|task| task.item.address.as_str())) {
        Ok(()) => make_all(tasks, folder, tick),
        Err(error) => Err(Failure::Io("the output folder cannot be written".to_owned(), error)),
    };
    match made {
        Ok(made) => {
            let staged = made.iter().zip(tasks).filter(|((_, fresh), task)| *fresh && !matches!(task.state, State::New));
            let staged = staged.map(|(_, task)| task.item.address.clone()).collect();
            let written = made.iter().filter(|(_, fresh)| *fresh).count();
            let files = made.iter().zip(tasks).map(|((entry, _), task)| (task.item.address.clone(), *entry)).collect();
            let commit = Journal::Commit { staged, removed: removed.to_vec(), manifest: Manifest { files } };
            store.save_journal(&commit)?;
            journal::finish(&commit, folder, store)?;
            Ok(written)
        }
        Err(failure) => {
            journal::finish(&writing, folder, store)?;
            Err(failure)
        }
    }
}

fn make_all(tasks: &[Task<'_>], folder: &Folder, tick: Tick<'_>) -> Result<Vec<(Entry, bool)>, Failure> {
    let (failed, done) = (AtomicBool::new(false), AtomicUsize::new(0));
    let made: Vec<_> = tasks
        .par_iter()
        .map(|task| {
            let result = task.make(folder, &failed);
            failed.fetch_or(result.is_err(), Ordering::Relaxed);
            tick(done.fetch_add(1, Ordering::Relaxed) + 1, tasks.len());
            result
        })
        .collect();
    let (mut entries, mut found) = (Vec::with_capacity(made.len()), Vec::new());
    for result in made {
        match result {
            Ok(entry) => entries.extend(entry),
            Err(Trouble::Content(diagnostic)) => found.push(*diagnostic),
            Err(Trouble::Io(what, error)) => return Err(Failure::Io(what, error)),
        }
    }
    if found.is_empty() {
        return Ok(entries);
    }
    diag::sort(&mut found);
    Err(Failure::Content(found))
}

#[cfg(test)]
mod tests;
