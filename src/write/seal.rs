//! A seal on a run: what it was made from and what it said. It holds while no file of the site was touched.

use std::fs;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::folder::Folder;
use super::manifest::Store;
use super::{Failure, Report, address};

/// A run that need not be repeated.
#[derive(Debug, Serialize, Deserialize)]
pub struct Seal {
    /// A hash of everything that the run was made from.
    pub key: [u8; 32],
    /// The edition.
    pub edition: String,
    /// The folder of the site.
    pub out: PathBuf,
    /// What the run had to say, as its maker wrote it down.
    pub said: Vec<u8>,
}

impl Seal {
    /// Puts the seal, under a name that stands for the choices of the run.
    pub fn put(&self, cache: &Path, name: &str) -> Result<(), Failure> {
        let store = Store::open(&self.out, cache, &self.edition)?;
        let Some(manifest) = store.stamp() else { return Ok(()) };
        store.replace_at(&file(cache, name), &(manifest, self))
    }

    /// The seal of that name, where it is whole: made from the same, and nothing touched since.
    pub fn unbroken(cache: &Path, name: &str, key: &[u8; 32]) -> Option<(Self, Report)> {
        let (manifest, seal): ([u8; 32], Self) = Store::read_at(&file(cache, name))?;
        if seal.key != *key {
            return None;
        }
        let store = Store::open(&seal.out, cache, &seal.edition).ok()?;
        let _lock = store.lock().ok()?;
        if store.journal().is_some() || store.stamp()? != manifest {
            return None;
        }
        let folder = Folder::open(&seal.out, &seal.edition).ok()?;
        let files = store.load()?.files;
        let is_listed = folder.listed().is_some_and(|listed| listed.iter().eq(files.keys()));
        let intact =
            is_listed && files.par_iter().all(|(address, entry)| folder.stat(address) == Some(entry.stat));
        let pages = files.keys().filter(|address| address::is_page(address)).count();
        intact.then_some((seal, Report { files: files.len(), pages, ..Report::default() }))
    }
}

fn file(cache: &Path, name: &str) -> PathBuf {
    cache.join(format!("{name}.seal"))
}

impl Store {
    /// A hash of the manifest as it lies there.
    fn stamp(&self) -> Option<[u8; 32]> {
        Some(blake3::hash(&fs::read(self.path("manifest")).ok()?).into())
    }
}
