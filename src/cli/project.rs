//! The program that a command works on: its folder, and the world as the stages see it.

use std::path::{Path, PathBuf};

use super::Stop;
use super::args::Reading;
use crate::diag::nearest;
use crate::pipeline::{self, Kept, Options, Read};
use crate::source::{Disk, Sources};

/// What makes a folder a program's.
const MARK: &str = "content/program.yaml";

/// A program on disk.
#[derive(Debug)]
pub(super) struct Project {
    /// Its folder, as seen from here; empty where it is here.
    pub root: PathBuf,
    /// Its files, and the day.
    pub world: Disk,
}

impl Project {
    /// The program at a folder, or the nearest one upwards.
    pub fn open(root: Option<&Path>, reading: &Reading) -> Result<Self, Stop> {
        let root = folder(root)?;
        for (flag, folder) in [("--data", &reading.data), ("--theme", &reading.theme)] {
            if let Some(folder) = folder.as_deref().filter(|folder| !folder.is_dir()) {
                return Err(Stop::new(format!("{flag}: there is no folder `{}`", folder.display())));
            }
        }
        reading.data.as_deref().map_or(Ok(()), holds_rows)?;
        let mut world = Disk::new(root.join("content"), reading.as_of.unwrap_or_else(today));
        world.data.clone_from(&reading.data);
        world.theme.clone_from(&reading.theme);
        Ok(Self { root, world })
    }

    /// With the rows of `private/` beside the content, where there are any and no other folder was named.
    pub fn with_private(mut self) -> Self {
        let beside = self.root.join("private");
        if self.world.data.is_none() && beside.is_dir() {
            self.world.data = Some(beside);
        }
        self
    }

    /// Reads and judges the content; an edition that does not exist stops it.
    pub fn read(&self, options: &Options, kept: &mut Kept) -> Result<Read, Stop> {
        let sources = pipeline::scan(&self.world, kept)?;
        self.judge(sources, options, kept)
    }

    /// Judges what was read; an edition that does not exist stops it.
    pub fn judge(&self, sources: Sources, options: &Options, kept: &mut Kept) -> Result<Read, Stop> {
        let read = pipeline::judge(&self.world, sources, options, kept)?;
        let editions = &read.checked.handbook.program.editions;
        match options.edition.as_deref() {
            Some(name) if !editions.is_empty() && !editions.contains_key(name) => {
                let known: Vec<&str> = editions.keys().map(crate::model::Id::as_str).collect();
                let near = nearest(name, known.iter().copied());
                let help = near.map_or_else(
                    || format!("there are: {}", known.join(", ")),
                    |near| format!("did you mean `{near}`?"),
                );
                Err(Stop::new(format!("program.yaml has no edition `{name}`")).help(help))
            }
            _ => Ok(read),
        }
    }

    /// The folder of the private rows; without one, there is nothing `to` do.
    pub fn rows(&self, to: &str) -> Result<PathBuf, Stop> {
        let none = || {
            Stop::new(format!("there are no private rows to {to}"))
                .help("rows lie in private/ beside the content, or where --data says")
        };
        self.world.data.clone().ok_or_else(none)
    }

    /// Where the hashes of the last build lie: beside the content, for a site may hold nothing but pages.
    pub fn cache(&self) -> PathBuf {
        self.root.join(".mentorbook")
    }

    /// Where an edition goes.
    pub fn out(&self, edition: &str) -> PathBuf {
        self.root.join("output").join(edition)
    }
}

/// Stops where a folder of another kind was named: its rows would be missed without a word.
fn holds_rows(data: &Path) -> Result<(), Stop> {
    let is_private = |folder: &Path| {
        // The content has a folder of that name as well.
        let holds = folder.join("cohorts").is_dir() || folder.join("ledger").is_dir();
        holds && !folder.join("program.yaml").is_file()
    };
    // Folders and tables speak of another kind of folder; notes may lie beside rows that are yet to come.
    let speaks = |entry: std::io::Result<std::fs::DirEntry>| {
        entry.is_ok_and(|entry| {
            let (path, name) = (entry.path(), entry.file_name());
            let table = path.extension().is_some_and(|ending| ending == "csv" || ending == "yaml");
            !name.to_string_lossy().starts_with('.') && (table || path.is_dir())
        })
    };
    if is_private(data) {
        return Ok(());
    }
    let named = data.components().collect::<PathBuf>();
    let above = named.ancestors().skip(1).find(|folder| is_private(folder) && !folder.as_os_str().is_empty());
    if above.is_none() && !std::fs::read_dir(data)?.any(speaks) {
        return Ok(());
    }
    let help = above.map_or_else(
        || "the rows of a cohort lie in a folder cohorts/ID below the one that --data names".to_owned(),
        |above| format!("did you mean `--data {}`?", above.display()),
    );
    Err(Stop::new(format!("--data: `{}` is no folder of rows", named.display())).help(help))
}

/// What a reading means to the pipeline.
pub(super) fn options(reading: &Reading) -> Options {
    Options { edition: reading.edition.clone(), drafts: reading.drafts, ..Options::default() }
}

/// Today, where the computer stands.
pub(super) fn today() -> chrono::NaiveDate {
    chrono::Local::now().date_naive()
}

/// The folder of a program: the one that is named, or the nearest one upwards.
pub(super) fn folder(root: Option<&Path>) -> Result<PathBuf, Stop> {
    root.map_or_else(nearest_upwards, named)
}

fn named(root: &Path) -> Result<PathBuf, Stop> {
    if root.join(MARK).is_file() {
        return Ok(root.to_owned());
    }
    let shown = root.display();
    Err(Stop::new(format!("`{shown}` is not a mentoring program: it has no {MARK}"))
        .help(format!("`mentorbook init {shown}` makes a new one in an empty folder")))
}

fn nearest_upwards() -> Result<PathBuf, Stop> {
    let here = std::env::current_dir()?;
    let mut up = PathBuf::new();
    for folder in here.ancestors() {
        if folder.join(MARK).is_file() {
            return Ok(up);
        }
        up.push("..");
    }
    Err(Stop::new(format!("there is no {MARK} in this folder, nor in one above it"))
        .help("`mentorbook init our-program` makes a new handbook; --root names the folder of one you have"))
}
