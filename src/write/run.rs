//! One run: every file is made and written, then all are put in place at once, or all is taken back.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use rayon::prelude::*;

use super::folder::Folder;
use super::journal::{self, Journal};
use super::manifest::{Entry, Manifest, Store};
use super::{Failure, Item, Tick};
use crate::diag::{self, Diagnostic};

/// What is to be done with one file.
pub(super) struct Task<'t> {
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
    pub(super) fn new(item: &'t Item<'t>, folder: &Folder, old: Option<&Manifest>, trusted: bool) -> Self {
        let same = |entry: &Entry| entry.fingerprint == item.fingerprint || item.can_wait;
        let before = old.and_then(|old| old.files.get(&item.address));
        if let Some(entry) = before.filter(|entry| trusted && same(entry)) {
            return Self { item, state: State::Kept(*entry) };
        }
        let state = match (folder.stat(&item.address), before) {
            (Some(stat), Some(entry)) if stat == entry.stat && same(entry) => State::Kept(*entry),
            (Some(stat), Some(entry)) if stat == entry.stat => State::Known(*entry),
            (Some(_), _) => State::Replaced,
            (None, _) => State::New,
        };
        Self { item, state }
    }

    /// Whether there is nothing to be done.
    pub(super) fn is_done(&self) -> bool {
        matches!(self.state, State::Kept(_))
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
        let stat = folder
            .write(&self.item.address, &bytes, stage)
            .map_err(|e| Trouble::io(&self.item.address, e))?;
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

/// Makes, then commits or takes back; the number of files written. `listed` is what is ours so far, and
/// `removed` what of it leaves.
pub(super) fn run(
    tasks: &[Task<'_>],
    (listed, removed): (&BTreeSet<String>, &[String]),
    folder: &Folder,
    store: &Store,
    tick: Tick<'_>,
) -> Result<usize, Failure> {
    let of = |wanted: fn(&State) -> bool| {
        let some = tasks.iter().filter(|task| wanted(&task.state));
        some.map(|task| task.item.address.clone()).collect::<Vec<_>>()
    };
    let (new, old) =
        (of(|s| matches!(s, State::New)), of(|s| matches!(s, State::Known(_) | State::Replaced)));
    let writing = Journal::Writing { new, staged: old };
    store.save_journal(&writing)?;
    let addresses: Vec<&str> = tasks.iter().map(|task| task.item.address.as_str()).collect();
    let made = match folder.prepare(&addresses, listed) {
        Ok(()) => make_all(tasks, folder, tick),
        Err(error) => Err(Failure::Io("the output folder cannot be written".to_owned(), error)),
    };
    let made = match made {
        Ok(made) => made,
        Err(failure) => {
            journal::finish(&writing, folder, store)?;
            return Err(failure);
        }
    };
    let (mut files, mut staged, mut written) = (BTreeMap::new(), Vec::new(), 0);
    for ((entry, fresh), task) in made.into_iter().zip(tasks) {
        let address = &task.item.address;
        files.insert(address.clone(), entry);
        written += usize::from(fresh);
        if fresh && !matches!(task.state, State::New) {
            staged.push(address.clone());
        }
    }
    let commit = Journal::Commit { staged, removed: removed.to_vec(), manifest: Manifest { files } };
    store.save_journal(&commit)?;
    journal::finish(&commit, folder, store)?;
    Ok(written)
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
