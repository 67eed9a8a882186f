//! A world in memory, for tests: paths and bytes.

use std::collections::{BTreeMap, HashMap};
use std::io;

use chrono::NaiveDate;

use super::{LastChange, Listed, Root, World};

/// Files that exist nowhere but here.
#[derive(Debug, Clone, Default)]
pub struct Memory {
    files: BTreeMap<(Root, String), Vec<u8>>,
    today: NaiveDate,
    /// What the repository would say about content files.
    pub history: HashMap<String, LastChange>,
    /// Row files that the repository would track.
    pub tracked_rows: Vec<String>,
}

impl Memory {
    /// An empty world on a day.
    pub fn new(today: NaiveDate) -> Self {
        Self { today, ..Self::default() }
    }

    /// With a content file; one that stands there is replaced.
    #[must_use]
    pub fn with(self, path: &str, bytes: impl Into<Vec<u8>>) -> Self {
        self.with_in(Root::Content, path, bytes)
    }

    /// With a file below any root.
    #[must_use]
    pub fn with_in(mut self, root: Root, path: &str, bytes: impl Into<Vec<u8>>) -> Self {
        self.put(root, path, bytes);
        self
    }

    /// Puts a file in place.
    pub fn put(&mut self, root: Root, path: &str, bytes: impl Into<Vec<u8>>) {
        self.files.insert((root, path.to_owned()), bytes.into());
    }

    /// Takes a content file away.
    pub fn remove(&mut self, path: &str) {
        self.files.remove(&(Root::Content, path.to_owned()));
    }

    /// Every file, by root and path.
    pub fn files(&self) -> impl Iterator<Item = (Root, &str, &[u8])> {
        self.files.iter().map(|((root, path), bytes)| (*root, path.as_str(), bytes.as_slice()))
    }
}

impl World for Memory {
    fn list(&self, root: Root) -> io::Result<Vec<Listed>> {
        let files = self.files().filter(|(of, ..)| *of == root);
        Ok(files
            .map(|(_, path, bytes)| Listed { path: path.to_owned(), len: bytes.len() as u64, stamp: 0 })
            .collect())
    }

    fn read(&self, root: Root, path: &str) -> io::Result<Vec<u8>> {
        let file = self.files.get(&(root, path.to_owned()));
        file.cloned().ok_or_else(|| io::Error::new(io::ErrorKind::NotFound, format!("{path}: not found")))
    }

    fn today(&self) -> NaiveDate {
        self.today
    }

    fn history(&self) -> HashMap<String, LastChange> {
        self.history.clone()
    }

    fn tracked_rows(&self) -> Vec<String> {
        self.tracked_rows.clone()
    }
}
