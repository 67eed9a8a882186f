//! The world on disk: folders walked in order of path, and the repository that holds them.
//!
//! Hidden files and what editors leave behind are not seen; links are not followed out of their folder.

use std::collections::HashMap;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::time::UNIX_EPOCH;

use chrono::NaiveDate;
use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

use super::{FileKind, LastChange, Listed, Root, World, git, kind_of};

/// The folders of one build.
#[derive(Debug, Clone)]
pub struct Disk {
    /// `content/`.
    pub content: PathBuf,
    /// The private rows.
    pub data: Option<PathBuf>,
    /// A theme on disk.
    pub theme: Option<PathBuf>,
    /// Today, or the day given by `--as-of`.
    pub today: NaiveDate,
    /// The row files that git tracks: asked once, a preview asks often.
    tracked: OnceLock<Vec<String>>,
}

impl Disk {
    /// A build of one content folder on a day.
    pub fn new(content: impl Into<PathBuf>, today: NaiveDate) -> Self {
        Self { content: content.into(), data: None, theme: None, today, tracked: OnceLock::new() }
    }

    /// The folder of a root, where it is set.
    pub fn folder(&self, root: Root) -> Option<&Path> {
        match root {
            Root::Content => Some(&self.content),
            Root::Data => self.data.as_deref(),
            Root::Theme => self.theme.as_deref(),
        }
    }

    /// Where rows lie, or would lie: beside the content.
    fn rows(&self) -> PathBuf {
        let beside = || self.content.parent().map_or_else(|| PathBuf::from("private"), |p| p.join("private"));
        self.data.clone().unwrap_or_else(beside)
    }
}

impl World for Disk {
    fn list(&self, root: Root) -> io::Result<Vec<Listed>> {
        let Some(folder) = self.folder(root) else { return Ok(Vec::new()) };
        let real = folder.canonicalize().map_err(|error| named(folder, &error))?;
        let mut files = Vec::new();
        let rows = root == Root::Data;
        let walk = WalkDir::new(folder).follow_links(true).into_iter();
        for entry in walk.filter_entry(|entry| entry.depth() == 0 || is_seen(entry, &real)) {
            match entry {
                Ok(entry) if entry.file_type().is_file() => files.push(entry),
                // Rows are never missed without a word.
                Ok(entry) if rows && is_table(entry.path()) => {
                    return Err(no_file(entry.path(), "is no file"));
                }
                Ok(_) => {}
                Err(error) if rows && is_dangling(&error) && error.path().is_some_and(is_table) => {
                    return Err(no_file(error.path().unwrap_or(folder), "is a link that leads nowhere"));
                }
                // A link that leads back up, or nowhere, adds no file.
                Err(error) if error.loop_ancestor().is_some() || is_dangling(&error) => {}
                Err(error) => return Err(error.into()),
            }
        }
        // Sizes and times are asked of many files at once: half the time of listing a large handbook.
        let mut files =
            files.par_iter().map(|entry| listed(folder, entry)).collect::<io::Result<Vec<_>>>()?;
        files.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(files)
    }

    fn read(&self, root: Root, path: &str) -> io::Result<Vec<u8>> {
        let file = self.folder(root).unwrap_or(Path::new("")).join(path);
        std::fs::read(&file).map_err(|error| named(&file, &error))
    }

    fn read_start(&self, root: Root, path: &str, most: usize) -> io::Result<Vec<u8>> {
        let file = self.folder(root).unwrap_or(Path::new("")).join(path);
        let mut bytes = Vec::new();
        let read = std::fs::File::open(&file).and_then(|open| open.take(most as u64).read_to_end(&mut bytes));
        read.map(|_| bytes).map_err(|error| named(&file, &error))
    }

    fn today(&self) -> NaiveDate {
        self.today
    }

    /// Relative to where the command was started, so that editors and code hosts find the file.
    fn name(&self, root: Root) -> String {
        let folder = self.folder(root).unwrap_or(Path::new(""));
        let here = std::env::current_dir().unwrap_or_default();
        let name = folder.strip_prefix(&here).unwrap_or(folder).to_string_lossy().replace('\\', "/");
        let name = name.trim_end_matches('/');
        name.strip_prefix("./").unwrap_or(if name == "." { "" } else { name }).to_owned()
    }

    fn history(&self) -> HashMap<String, LastChange> {
        git::history(&self.content)
    }

    fn is_shallow(&self) -> bool {
        git::is_shallow(&self.content)
    }

    fn revision(&self) -> String {
        git::revision(&self.content)
    }

    /// With the program file's size and time: two builds of it may share a version.
    fn engine(&self) -> String {
        let about = std::env::current_exe().and_then(std::fs::metadata).ok();
        let written = about.as_ref().and_then(|about| about.modified().ok());
        format!("{} {:?} {written:?}", env!("CARGO_PKG_VERSION"), about.map(|about| about.len()))
    }

    fn tracked_rows(&self) -> Vec<String> {
        let is_rows = |path: &String| {
            path.starts_with("ledger/") || matches!(kind_of(Root::Data, path), FileKind::Rows { .. })
        };
        let ask = || git::tracked(&self.rows()).into_iter().filter(is_rows).collect();
        self.tracked.get_or_init(ask).clone()
    }
}

fn is_table(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "csv" || ending == "yaml")
}

fn no_file(path: &Path, what: &str) -> io::Error {
    let message = format!("{}: this {what}, and a file of rows is called so", path.display());
    io::Error::new(io::ErrorKind::InvalidData, message)
}

fn named(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}

fn listed(folder: &Path, entry: &DirEntry) -> io::Result<Listed> {
    let below = entry.path().strip_prefix(folder).unwrap_or(entry.path());
    let Some(path) = below.to_str() else {
        let message = format!("{}: the name of this file is not UTF-8", entry.path().display());
        return Err(io::Error::new(io::ErrorKind::InvalidData, message));
    };
    let about = entry.metadata()?;
    let written = about.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    Ok(Listed {
        path: path.replace(std::path::MAIN_SEPARATOR, "/"),
        len: about.len(),
        stamp: written.map_or(0, |time| time.as_nanos()),
    })
}

/// Neither hidden, nor left behind by an editor, nor a link out of the folder.
fn is_seen(entry: &DirEntry, root: &Path) -> bool {
    let name = entry.file_name().to_string_lossy();
    let left_behind = name.starts_with(['.', '~', '#'])
        || name.ends_with('~')
        || [".bak", ".orig", ".swp", ".tmp"].iter().any(|ending| name.ends_with(ending))
        || matches!(&*name, "Thumbs.db" | "desktop.ini");
    let inside =
        || !entry.path_is_symlink() || entry.path().canonicalize().is_ok_and(|real| real.starts_with(root));
    !left_behind && inside()
}

fn is_dangling(error: &walkdir::Error) -> bool {
    error.io_error().is_some_and(|error| error.kind() == io::ErrorKind::NotFound) && error.depth() > 0
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use std::fs;

    use super::*;

    #[test]
    fn a_folder_is_listed_in_order_without_what_editors_leave() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().join("content");
        for path in
            ["b.yaml", "a/x.md", "a-b.md", ".hidden/y.md", "b.yaml~", "#b.yaml#", ".b.yaml.swp", "a/.git/z"]
        {
            let file = root.join(path);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, "x").unwrap();
        }
        fs::write(folder.path().join("outside.yaml"), "secret").unwrap();
        #[cfg(unix)]
        for (target, link) in
            [("../outside.yaml", "out.yaml"), ("b.yaml", "in.yaml"), (".", "loop"), ("none", "gone")]
        {
            std::os::unix::fs::symlink(target, root.join(link)).unwrap();
        }
        let today = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
        let disk = Disk::new(&root, today);
        let paths: Vec<String> = disk.list(Root::Content).unwrap().into_iter().map(|f| f.path).collect();
        assert_eq!(
            paths.iter().filter(|p| *p != "in.yaml").collect::<Vec<_>>(),
            ["a-b.md", "a/x.md", "b.yaml"]
        );
        assert!(disk.list(Root::Data).unwrap().is_empty());
        assert!(
            Disk::new(folder.path().join("none"), today)
                .list(Root::Content)
                .unwrap_err()
                .to_string()
                .contains("none")
        );
        assert!(disk.history().is_empty(), "no repository");
    }
}
