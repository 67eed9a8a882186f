//! Writing a site: the plan says what belongs in the folder, this module makes the folder so.
//!
//! Each page is made and written in one step and its bytes are dropped; what is unchanged is not made at all.
//! An error changes nothing, a kill is mended by the next run. This module must not decide what a file says.

mod address;
mod asset;
mod calendar;
mod csv;
mod folder;
mod journal;
mod manifest;
mod package;
mod run;
mod seal;
mod web;
mod whole;

use std::collections::{BTreeSet, HashSet};
use std::path::Path;
use std::{fmt, io};

use rayon::prelude::*;

pub use asset::{CODES, asset};
pub use calendar::{Calendar, calendar};
pub use csv::{csv_head, csv_lines};
pub use package::{Package, package};
pub use seal::Seal;
pub use web::{SitemapEntry, headers, robots, search_docs, sitemap};
pub use whole::whole;

use crate::diag::Diagnostic;
use folder::Folder;
use manifest::Store;
use run::Task;

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
    /// Whether an older version will do for now: a preview makes what sees every text after the page.
    pub can_wait: bool,
}

impl<'p> Item<'p> {
    /// A file that is made when it is needed.
    pub fn new(
        address: impl Into<String>,
        fingerprint: [u8; 32],
        make: impl Fn() -> Result<Vec<u8>, Diagnostic> + Send + Sync + 'p,
    ) -> Self {
        Self { address: address.into(), fingerprint, make: Box::new(make), can_wait: false }
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
    /// Whether the folder is known to be as the last run left it: then what has not changed is not looked at.
    pub trusted: bool,
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
    let tasks: Vec<Task<'_>> =
        plan.items.par_iter().map(|item| Task::new(item, &folder, old.as_ref(), plan.trusted)).collect();
    let known: HashSet<&str> = plan.items.iter().map(|item| item.address.as_str()).collect();
    let listed = folder.listed();
    let is_all =
        |l: &BTreeSet<String>| l.len() == known.len() && l.iter().all(|a| known.contains(a.as_str()));
    let is_listed = listed.as_ref().is_some_and(is_all);
    // A marker of an older version has no list: then the manifest knows what is ours.
    let listed = listed.or_else(|| Some(old.as_ref()?.files.keys().cloned().collect())).unwrap_or_default();
    let gone = listed.iter().filter(|a| !known.contains(a.as_str()) && folder.stat(a).is_some());
    let removed: Vec<String> = gone.cloned().collect();
    let pages = plan.items.iter().filter(|item| address::is_page(&item.address)).count();
    let report = Report { files: plan.items.len(), pages, ..Report::default() };
    if tasks.iter().all(Task::is_done) && removed.is_empty() && is_listed {
        return Ok(report);
    }
    let written = run::run(&tasks, (&listed, &removed), &folder, &store, tick)?;
    Ok(Report { written, removed: removed.len(), ..report })
}

#[cfg(test)]
mod tests;
