//! The output folder: whose it is, and writing, renaming and removing inside it.

use std::collections::{BTreeSet, HashSet};
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use serde::{Deserialize, Serialize};
use walkdir::WalkDir;

use super::{Failure, Plan, address};

/// The file that says whose folder it is.
pub(super) const MARKER: &str = ".mentorbook";

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
    marker: String,
}

impl Folder {
    /// Refuses a folder of another edition, and one with files in it that we did not write.
    pub(super) fn open(root: &Path, edition: &str) -> Result<Self, Failure> {
        let shown = root.display();
        let marker = format!(
            "edition: {edition}\nmentorbook writes this folder; what is not in the site may be removed.\n"
        );
        match fs::read_to_string(root.join(MARKER)) {
            Ok(text) if text.lines().next() == marker.lines().next() => {}
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
        Ok(Self { root: root.to_owned(), marker })
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

    /// Makes the folders of these addresses, each once, and says whose they are.
    pub(super) fn prepare<'a>(&self, addresses: impl Iterator<Item = &'a str>) -> io::Result<()> {
        let folders: BTreeSet<&str> =
            addresses.map(|a| a.rsplit_once('/').map_or("", |(folder, _)| folder)).collect();
        for folder in folders {
            fs::create_dir_all(self.root.join(folder))?;
        }
        let marker = self.root.join(MARKER);
        if marker.exists() { Ok(()) } else { fs::write(marker, &self.marker) }
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

    /// Files that are not in the plan, for a folder whose manifest is lost: what an earlier run wrote
    /// must not stay published. Hidden files at the top (`.git`) belong to others.
    pub(super) fn strangers(&self, plan: &Plan<'_>) -> Result<Vec<String>, Failure> {
        if !self.root.join(MARKER).exists() {
            return Ok(Vec::new());
        }
        let known: HashSet<&str> = plan.items.iter().map(|item| item.address.as_str()).collect();
        let mut found = Vec::new();
        let visible =
            |e: &walkdir::DirEntry| e.depth() != 1 || !e.file_name().to_string_lossy().starts_with('.');
        for entry in WalkDir::new(&self.root).sort_by_file_name().into_iter().filter_entry(visible) {
            let entry =
                entry.map_err(|e| Failure::Io("the output folder cannot be read".to_owned(), e.into()))?;
            let below = entry.path().strip_prefix(&self.root).unwrap_or(entry.path());
            let address = below.to_string_lossy().replace('\\', "/");
            if !entry.file_type().is_dir() && !known.contains(address.as_str()) && address::is_safe(&address)
            {
                found.push(address);
            }
        }
        Ok(found)
    }
}

fn is_empty(root: &Path) -> bool {
    let ours = |name: &str| matches!(name, MARKER | ".gitkeep" | ".DS_Store");
    let Ok(entries) = fs::read_dir(root) else { return !root.exists() };
    entries.flatten().all(|entry| ours(&entry.file_name().to_string_lossy()))
}

fn tolerate(result: io::Result<()>) -> io::Result<()> {
    match result {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        other => other,
    }
}
