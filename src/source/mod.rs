//! The outside world, at the edge: files, today's date, the history of changes.
//!
//! Nothing below this stage reads a file or a clock. It knows which kind of file stands where, and parses none.

mod disk;
mod git;
mod kind;
mod memory;
pub(crate) mod picture;
mod scan;

use std::io;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::diag::{FileId, LineIndex};

pub use disk::Disk;
pub use git::SHALLOW_CLONE;
pub use kind::{FileKind, kind_of};
pub use memory::Memory;
pub use scan::{LARGEST_TEXT, scan, scan_again};

/// The three folders that are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Root {
    /// `content/`.
    Content,
    /// The private rows, where `--data` names them.
    Data,
    /// A theme on disk, where `--theme` names one.
    Theme,
}

/// A file that exists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Below its root, with `/`.
    pub path: String,
    /// Bytes.
    pub len: u64,
    /// Nanoseconds since the epoch at which it was last written.
    pub stamp: u128,
}

/// Last change of one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LastChange {
    /// The day, in UTC.
    pub day: NaiveDate,
}

/// Everything that a build asks of the machine.
pub trait World: Sync {
    /// The files below a root, in order of path; nothing where the root is not set.
    fn list(&self, root: Root) -> io::Result<Vec<Listed>>;

    /// The bytes of one of them.
    fn read(&self, root: Root, path: &str) -> io::Result<Vec<u8>>;

    /// The first bytes of one of them.
    fn read_start(&self, root: Root, path: &str, most: usize) -> io::Result<Vec<u8>> {
        let mut bytes = self.read(root, path)?;
        bytes.truncate(most);
        Ok(bytes)
    }

    /// Today, or the day given by `--as-of`.
    fn today(&self) -> NaiveDate;

    /// What messages call a root: the folder as the user named it.
    fn name(&self, root: Root) -> String {
        match root {
            Root::Content => "content",
            Root::Data => "private",
            Root::Theme => "theme",
        }
        .to_owned()
    }

    /// When each content file was last changed, by the repository that holds it; empty without one, and for
    /// a shallow clone, which does not know.
    fn history(&self) -> std::collections::HashMap<String, LastChange>;

    /// Whether the repository is a shallow clone, which deserves a word.
    fn is_shallow(&self) -> bool {
        false
    }

    /// The commit that the dates of [`World::history`] belong to; empty without a repository.
    fn revision(&self) -> String {
        String::new()
    }

    /// Which mentorbook this is: another one may write other bytes.
    fn engine(&self) -> String {
        env!("CARGO_PKG_VERSION").to_owned()
    }

    /// Private row files that the content's repository tracks; they are errors.
    fn tracked_rows(&self) -> Vec<String>;
}

/// One file as read: text where it is text.
#[derive(Debug, Clone)]
pub struct SourceFile {
    /// Which folder it is in.
    pub root: Root,
    /// As messages name it: `content/phases.yaml`, `private/cohorts/…`.
    pub shown: String,
    /// Below its root, with `/`.
    pub path: String,
    /// What kind of file stands there.
    pub kind: FileKind,
    /// Its text, without a byte-order mark; empty for assets, rows and files that are not UTF-8.
    pub text: Arc<str>,
    /// Bytes on disk.
    pub len: u64,
    /// When it was last written, in nanoseconds since the epoch.
    pub stamp: u128,
    /// The first byte that is not UTF-8, if one is not.
    pub not_utf8: Option<usize>,
    /// A hash of the text; of other files, when they were last written.
    pub hash: u64,
    /// Width and height in pixels, of a picture that says them.
    pub size: Option<(u32, u32)>,
}

impl SourceFile {
    /// Whether it can be parsed: UTF-8, and not too large to be read.
    pub fn is_readable(&self) -> bool {
        self.not_utf8.is_none() && self.len <= LARGEST_TEXT
    }
}

/// All files of a build, in order of path; a [`FileId`] is an index into it.
#[derive(Debug, Default, Clone)]
pub struct Sources {
    /// The files.
    pub files: Vec<SourceFile>,
    /// Today.
    pub today: NaiveDate,
}

impl Sources {
    /// A file by its id.
    pub fn get(&self, id: FileId) -> Option<&SourceFile> {
        self.files.get(id.0 as usize)
    }

    /// The files with their ids.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &SourceFile)> {
        self.files.iter().enumerate().map(|(i, file)| (FileId(u32::try_from(i).unwrap_or(u32::MAX)), file))
    }

    /// Lines of one file.
    pub fn lines(&self, id: FileId) -> Option<LineIndex<'_>> {
        self.get(id).map(|file| LineIndex::new(&file.text))
    }
}
