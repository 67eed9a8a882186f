//! The journal: what a run is about to do, so that the next one can finish it or take it back.

use std::io;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::folder::Folder;
use super::manifest::{Manifest, Store};
use super::{Failure, address};

/// Where a run stands.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Journal {
    /// Files are being made. To finish is to take back: new files and staged bytes go.
    Writing { new: Vec<String>, staged: Vec<String> },
    /// All were made. To finish is to go on: removed files go, staged bytes take their places.
    Commit { staged: Vec<String>, removed: Vec<String>, manifest: Manifest },
}

/// Finishes what a killed run left, if one did.
pub(super) fn recover(folder: &Folder, store: &Store) -> Result<(), Failure> {
    store.journal().map_or(Ok(()), |journal| finish(&journal, folder, store))
}

/// Finishes a run; safe to repeat after being killed itself.
pub(super) fn finish(journal: &Journal, folder: &Folder, store: &Store) -> Result<(), Failure> {
    let each = |addresses: &[String], act: &(dyn Fn(&str) -> io::Result<()> + Sync)| {
        let safe = addresses.par_iter().filter(|a| address::is_safe(a));
        safe.try_for_each(|a| act(a).map_err(|e| Failure::Io(format!("`{a}` cannot be replaced"), e)))
    };
    match journal {
        Journal::Writing { new, staged } => {
            each(staged, &|a| folder.unstage(a))?;
            each(new, &|a| folder.remove(a))?;
            folder.remove_if_empty();
        }
        Journal::Commit { staged, removed, manifest } => {
            // First the removals: where case does not count, an old name may be a new one's.
            each(removed, &|a| folder.remove(a))?;
            each(staged, &|a| folder.swap(a))?;
            let list = folder.list(manifest.files.keys().map(String::as_str));
            list.map_err(|e| Failure::Io("the list of what was written cannot be replaced".to_owned(), e))?;
            store.save(manifest)?;
        }
    }
    store.end_journal()
}
