//! The output folder: whose it is, and writing, renaming and removing inside it.
//!
//! A hidden file at its top, the marker, names the edition and lists what was written. It stands before
//! anything else does, and the list alone says what is ours: another copy of the program may have written the
//! folder since, the cache may be lost, and what is not in the list belongs to others.

use std::collections::BTreeSet;
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use serde::{Deserialize, Serialize};
use walkdir::WalkDir;

use super::{Failure, address};

/// The file that says whose folder it is.
pub(super) const MARKER: &str = ".mentorbook";
/// Its next text, until it takes the marker's place.
const NEXT_MARKER: &str = ".mentorbook.new";
/// The line of the marker below which the addresses stand, one on each.
const LIST: &str = "written by mentorbook; all else in this folder is left alone:";

/// Size and time of a file: equal means that nobody touched it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Stat {
    len: u64,
    nanoseconds: u64,
}

impl Stat {
    fn of(meta: &fs::Metadata) -> Option<Self> {
        let age = meta.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
        Some(Self { len: meta.len(), nanoseconds: u64::try_from(age.as_nanos()).ok()? })
    }
}

/// A folder that is ours, or empty.
pub(super) struct Folder {
    root: PathBuf,
    edition: String,
}

impl Folder {
    /// Refuses a folder of another edition, and one with files in it that we did not write.
    pub(super) fn open(root: &Path, edition: &str) -> Result<Self, Failure> {
        let shown = root.display();
        let first = first_line(edition);
        match fs::read_to_string(root.join(MARKER)) {
            Ok(text) if text.lines().next() == Some(&first) => {}
            Ok(text) => {
                let other =
                    text.lines().next().and_then(|line| line.strip_prefix("edition: ")).unwrap_or("another");
                return Err(Failure::Refused(format!(
                    "`{shown}` holds the edition `{other}`; choose another folder for `{edition}` with --out"
                )));
            }
            Err(_) if !is_empty(root) => {
                return Err(Failure::Refused(format!(
                    "`{shown}` has files in it that mentorbook did not write; empty it, or choose another folder with --out"
                )));
            }
            Err(_) => {}
        }
        Ok(Self { root: root.to_owned(), edition: edition.to_owned() })
    }

    fn path(&self, address: &str) -> PathBuf {
        self.root.join(address)
    }

    /// Where the new bytes wait beside the old file.
    fn staged(&self, address: &str) -> PathBuf {
        let (folder, name) = address.rsplit_once('/').unwrap_or(("", address));
        self.root.join(folder).join(format!(".{name}.mentorbook"))
    }

    /// Size and time of a file; `None` where there is none.
    pub(super) fn stat(&self, address: &str) -> Option<Stat> {
        let meta = fs::symlink_metadata(self.path(address)).ok()?;
        // A link or a folder in its place is not what we wrote: no manifest has this time.
        if meta.is_file() { Stat::of(&meta) } else { Some(Stat { len: u64::MAX, nanoseconds: 0 }) }
    }

    /// The addresses that the marker lists; `None` where it has no list.
    pub(super) fn listed(&self) -> Option<BTreeSet<String>> {
        let text = fs::read_to_string(self.root.join(MARKER)).ok()?;
        let mut lines = text.lines();
        lines.by_ref().find(|line| *line == LIST)?;
        Some(lines.filter(|address| address::is_safe(address)).map(str::to_owned).collect())
    }

    /// Makes the marker list these addresses.
    pub(super) fn list<'a>(&self, addresses: impl Iterator<Item = &'a str>) -> io::Result<()> {
        let addresses: BTreeSet<&str> = addresses.collect();
        let addresses = addresses.into_iter().collect::<Vec<_>>().join("\n");
        let text = format!("{}\n{LIST}\n{addresses}\n", first_line(&self.edition));
        let marker = self.root.join(MARKER);
        if fs::read_to_string(&marker).is_ok_and(|old| old == text) {
            return Ok(());
        }
        let next = self.root.join(NEXT_MARKER);
        fs::write(&next, text)?;
        fs::rename(next, marker)
    }

    /// Says whose the folder is, then makes the folders of these addresses, each once. Until the run has
    /// ended, what was there before is ours as well.
    pub(super) fn prepare(&self, addresses: &[&str], old: &BTreeSet<String>) -> io::Result<()> {
        fs::create_dir_all(&self.root)?;
        self.list(addresses.iter().copied().chain(old.iter().map(String::as_str)))?;
        let folders: BTreeSet<&str> =
            addresses.iter().map(|a| a.rsplit_once('/').map_or("", |(folder, _)| folder)).collect();
        folders.into_iter().try_for_each(|folder| fs::create_dir_all(self.root.join(folder)))
    }

    /// Writes a file in its place, or beside it where `stage` is set.
    pub(super) fn write(&self, address: &str, bytes: &[u8], stage: bool) -> io::Result<Stat> {
        let path = if stage { self.staged(address) } else { self.path(address) };
        let mut options = OpenOptions::new();
        options.write(true);
        // A new file must be new: a link that someone put there is not followed.
        if stage {
            options.create(true).truncate(true)
        } else {
            options.create_new(true)
        };
        let mut file = options.open(path)?;
        file.write_all(bytes)?;
        let stat = file.metadata().map(|meta| Stat::of(&meta))?;
        stat.ok_or_else(|| io::Error::other("the file's time cannot be read"))
    }

    /// Puts staged bytes in their place. That they are there already is fine.
    pub(super) fn swap(&self, address: &str) -> io::Result<()> {
        tolerate(fs::rename(self.staged(address), self.path(address)))
    }

    /// Forgets staged bytes.
    pub(super) fn unstage(&self, address: &str) -> io::Result<()> {
        tolerate(fs::remove_file(self.staged(address)))
    }

    /// Removes a file, and the folders that it leaves empty.
    pub(super) fn remove(&self, address: &str) -> io::Result<()> {
        tolerate(fs::remove_file(self.path(address)))?;
        let mut folder = address;
        while let Some((parent, _)) = folder.rsplit_once('/') {
            folder = parent;
            if fs::remove_dir(self.path(folder)).is_err() {
                break; // not empty
            }
        }
        Ok(())
    }

    /// Removes the folder itself where nothing but the marker is left of it.
    pub(super) fn remove_if_empty(&self) {
        if is_empty(&self.root) {
            let _ = fs::remove_file(self.root.join(MARKER));
            let _ = fs::remove_dir(&self.root);
        }
    }
}

fn first_line(edition: &str) -> String {
    format!("edition: {edition}")
}

/// Whether no file of others stands in it: folders alone are what a run leaves that was killed early.
fn is_empty(root: &Path) -> bool {
    let ours = |name: &str| matches!(name, MARKER | NEXT_MARKER | ".gitkeep" | ".DS_Store");
    if !root.exists() {
        return true;
    }
    WalkDir::new(root).into_iter().all(|entry| {
        entry.is_ok_and(|e| {
            e.file_type().is_dir() || (e.depth() == 1 && ours(&e.file_name().to_string_lossy()))
        })
    })
}

fn tolerate(result: io::Result<()>) -> io::Result<()> {
    match result {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        other => other,
    }
}
