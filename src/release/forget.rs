//! Forgetting a person: their rows go from all files of all cohorts, and every other byte stays.
//!
//! All files are read and edited before the first is replaced. Must not name anybody else.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::Failure;
use super::ledger::Ledger;
use super::retire::shown;
use crate::outcomes::disclose::{Class, Entry, MemberId, Members};
use crate::outcomes::rows::forget::RowFile;
use crate::source::{Disk, FileKind, LARGEST_TEXT, Root, World, kind_of};

/// What is needed to forget somebody.
#[derive(Debug)]
pub struct Forgetting<'a> {
    /// Where the rows lie.
    pub world: &'a Disk,
    /// Their folder.
    pub data: &'a Path,
    /// The person's id.
    pub person: &'a str,
    /// Whether the ids go that `same_as` joins with it.
    pub joined: bool,
    /// Whether nothing is written.
    pub dry: bool,
}

/// What came of it.
#[derive(Debug, Default)]
pub struct Forgotten {
    /// Files that changed: rows that are gone, and cells that lost an id.
    pub files: Vec<(PathBuf, usize, usize)>,
    /// Their cohorts.
    pub cohorts: BTreeSet<String>,
    /// Where the id still stands, and in which lines: to be edited by hand.
    pub left: Vec<(PathBuf, BTreeSet<usize>)>,
    /// The other ids of the same person, by `same_as`, that are kept.
    pub others: BTreeSet<String>,
    /// Released figures that the person stood behind.
    pub held: Vec<Held>,
    /// The last release of each cohort, and whether it was closed.
    pub released: BTreeMap<String, bool>,
    /// Why the ledger could not be asked.
    pub ledger: Option<Failure>,
}

/// A release, with the figures of each population that held the person.
#[derive(Debug)]
pub struct Held {
    /// The release's name.
    pub release: String,
    /// Its cohorts, joined by `+`.
    pub of: String,
    /// By population, the figures.
    pub figures: BTreeMap<String, Vec<String>>,
}

/// Why nothing was written.
#[derive(Debug)]
pub enum Unable {
    /// A row file cannot be read or edited.
    File(PathBuf, String),
    /// The machine would not.
    Io(PathBuf, io::Error),
}

impl fmt::Display for Unable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path, why) => write!(f, "{}: {why}; no file was changed", shown(path)),
            Self::Io(path, error) => write!(f, "{}: {error}", shown(path)),
        }
    }
}

impl std::error::Error for Unable {}

/// A row file of a cohort.
struct Open {
    path: PathBuf,
    cohort: String,
    mark: &'static str,
    rows: RowFile,
}

const MARK: &str = "\u{feff}";

/// Takes a person out of all row files, and says what else knows them.
pub fn forget(with: &Forgetting) -> Result<Forgotten, Unable> {
    let mut done = Forgotten::default();
    // A broken ledger keeps nobody from being forgotten; where there is none, none is made.
    let dry = with.dry || !with.data.join("ledger").is_dir();
    let ledger = Ledger::open(with.data, dry);
    let files = open(with)?;
    let everybody = joined(&files, with.person);
    let ids = if with.joined { everybody.clone() } else { BTreeSet::from([with.person.to_owned()]) };
    done.others = everybody.difference(&ids).cloned().collect();
    let mut texts: BTreeMap<PathBuf, String> = BTreeMap::new();
    let mut matches = BTreeSet::new();
    for file in &files {
        let without = file.rows.without(&ids).map_err(|why| Unable::File(file.path.clone(), why))?;
        matches.extend(without.matches);
        if !without.lines.is_empty() {
            done.left.push((file.path.clone(), without.lines));
        }
        if let Some(text) = without.text {
            done.files.push((file.path.clone(), without.rows, without.cells));
            done.cohorts.insert(file.cohort.clone());
            texts.insert(file.path.clone(), [file.mark, &text].concat());
        }
    }
    left_over(with, &ids, &texts, &mut done)?;
    if !with.dry {
        replace_all(&texts)?;
    }
    match ledger {
        Ok(ledger) => {
            asked(&ledger, &everybody, &matches, &mut done);
            done.ledger = unknown(with, &done);
        }
        Err(trouble) => done.ledger = Some(trouble.into()),
    }
    Ok(done)
}

/// A cohort of the person that has published figures of which the ledger knows nothing.
fn unknown(with: &Forgetting, done: &Forgotten) -> Option<Failure> {
    let published = |cohort: &&String| {
        with.world.read(Root::Content, &format!("cohorts/{cohort}/published.yaml")).is_ok()
    };
    let lost = done.cohorts.iter().filter(|cohort| !done.released.contains_key(*cohort)).find(published);
    lost.map(|cohort| {
        let why =
            format!("it knows nothing of the published figures of `{cohort}`; take it back from a backup");
        Failure::Ledger(with.data.join("ledger"), why)
    })
}

/// All row files; one that cannot be read stops everything.
fn open(with: &Forgetting) -> Result<Vec<Open>, Unable> {
    let listed = with.world.list(Root::Data).map_err(|error| Unable::Io(with.data.to_owned(), error))?;
    let mut all = Vec::new();
    for one in listed {
        let FileKind::Rows { cohort, name } = kind_of(Root::Data, &one.path) else { continue };
        let path = with.data.join(&one.path);
        let unable = |why: &str| Unable::File(path.clone(), why.to_owned());
        if one.len > LARGEST_TEXT && one.path.strip_suffix(".yaml").is_some() {
            return Err(unable("rows in YAML take up to 5 MB"));
        }
        let bytes = fs::read(&path).map_err(|error| Unable::Io(path.clone(), error))?;
        let text = String::from_utf8(bytes).map_err(|_| unable("this file is not UTF-8 text"))?;
        let bare = text.strip_prefix(MARK);
        let mark = if bare.is_some() { MARK } else { "" };
        let rows = RowFile::open(&one.path, &name, bare.unwrap_or(&text)).map_err(|why| unable(&why))?;
        all.extend(rows.map(|rows| Open { path: path.clone(), cohort, mark, rows }));
    }
    Ok(all)
}

/// Every id that is the same person, by `same_as` of any cohort.
fn joined(files: &[Open], person: &str) -> BTreeSet<String> {
    let pairs: Vec<(String, String)> = files.iter().flat_map(|file| file.rows.joined()).collect();
    let mut all = BTreeSet::from([person.to_owned()]);
    loop {
        let before = all.len();
        for (one, other) in &pairs {
            if all.contains(one) || all.contains(other) {
                all.extend([one.clone(), other.clone()]);
            }
        }
        if all.len() == before {
            return all;
        }
    }
}

/// Where an id will still stand: other columns, rows that nobody reads, what editors left behind.
fn left_over(
    with: &Forgetting,
    ids: &BTreeSet<String>,
    texts: &BTreeMap<PathBuf, String>,
    done: &mut Forgotten,
) -> Result<(), Unable> {
    let ledger = with.data.join("ledger");
    let walk = WalkDir::new(with.data).follow_links(true).sort_by_file_name().into_iter();
    for entry in walk.filter_entry(|entry| entry.path() != ledger) {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) if error.loop_ancestor().is_some() => continue,
            Err(error) => {
                let path = error.path().unwrap_or(with.data).to_owned();
                // A link that leads nowhere holds nothing.
                if fs::symlink_metadata(&path).is_ok_and(|about| about.is_symlink()) {
                    continue;
                }
                return Err(Unable::Io(path, error.into()));
            }
        };
        if !entry.file_type().is_file() || done.left.iter().any(|(path, _)| path == entry.path()) {
            continue;
        }
        let below = entry.path().strip_prefix(with.data).unwrap_or(entry.path()).to_string_lossy();
        let is_table = below.ends_with(".csv")
            && matches!(kind_of(Root::Data, &below.replace('\\', "/")), FileKind::Rows { .. });
        let bytes = match texts.get(entry.path()) {
            Some(text) => text.clone().into_bytes(),
            None => fs::read(entry.path()).map_err(|error| Unable::Io(entry.path().to_owned(), error))?,
        };
        // Among the numbers of a table, an id of digits alone could be anything.
        let sought = ids.iter().filter(|id| !is_table || id.bytes().any(|b| !b.is_ascii_digit()));
        let lines: BTreeSet<usize> = sought.flat_map(|id| lines_with(&bytes, id.as_bytes())).collect();
        if !lines.is_empty() {
            done.left.push((entry.into_path(), lines));
        }
    }
    Ok(())
}

/// The lines, from 1, in which an id stands by itself and not as a part of another.
fn lines_with(bytes: &[u8], id: &[u8]) -> Vec<usize> {
    let is_part = |b: Option<&u8>| b.is_some_and(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'));
    let stands = |line: &[u8]| {
        let Some(last) = line.len().checked_sub(id.len()) else { return false };
        (0..=last).any(|at| {
            let before = at.checked_sub(1).and_then(|at| line.get(at));
            line[at..].starts_with(id) && !is_part(before) && !is_part(line.get(at + id.len()))
        })
    };
    let lines = bytes.split(|b| *b == b'\n').enumerate();
    lines.filter(|(_, line)| stands(line)).map(|(i, _)| i + 1).collect()
}

/// Asks the ledger who stood behind what was released.
fn asked(ledger: &Ledger, ids: &BTreeSet<String>, matches: &BTreeSet<String>, done: &mut Forgotten) {
    for entry in &ledger.entries {
        let mut figures: BTreeMap<String, Vec<String>> = BTreeMap::new();
        let of = || entry.release.of();
        for (population, members) in &entry.release.members {
            if stands_behind(&ledger.key, population, members, ids, matches) {
                figures.insert(population.clone(), told(entry, population));
            }
        }
        // Of entries that show the same, the first is the one that was published.
        let release = ledger.published_as(entry).0;
        let is_told = done.held.iter().any(|one| one.release == release && one.of == of());
        if !figures.is_empty() && !is_told {
            done.held.push(Held { release, of: of(), figures });
        }
        done.released.insert(of(), entry.release.closed);
    }
}

fn stands_behind(
    key: &[u8; 32],
    population: &str,
    members: &Members,
    ids: &BTreeSet<String>,
    matches: &BTreeSet<String>,
) -> bool {
    let is = |what: &str, id: &String| MemberId::new(key, what, population, id);
    let person = |id: &String| {
        members.persons.contains(&is("person", id)) || members.mentors.contains(&is("mentor", id))
    };
    // Where rows are matches, these stand among the persons.
    let in_match = |id: &String| {
        members.matches.contains(&is("match", id)) && members.persons.contains(&is("person", id))
    };
    ids.iter().any(person) || matches.iter().any(in_match)
}

/// The protected figures of a population: of open ones, no members are kept.
fn told(entry: &Entry, population: &str) -> Vec<String> {
    let mine = entry.release.facts.iter().filter(|fact| fact.key.population() == population);
    let protected = mine.filter(|fact| fact.class != Class::Open && fact.form.is_shown());
    let name = |key: String| key.strip_prefix(population).unwrap_or(&key).trim_start_matches('/').to_owned();
    protected.map(|fact| name(fact.key.to_string())).collect()
}

/// Writes every text beside its file, and when all are written, puts them in place.
fn replace_all(texts: &BTreeMap<PathBuf, String>) -> Result<(), Unable> {
    let mut ready: Vec<(PathBuf, PathBuf)> = Vec::new();
    for (path, text) in texts {
        match write_aside(path, text.as_bytes()) {
            Ok(pair) => ready.push(pair),
            Err(error) => {
                for (aside, _) in &ready {
                    // It may be gone; what is to be told is the first trouble.
                    let _ = fs::remove_file(aside);
                }
                return Err(Unable::Io(path.clone(), error));
            }
        }
    }
    for (aside, path) in ready {
        fs::rename(&aside, &path).map_err(|error| Unable::Io(path, error))?;
    }
    Ok(())
}

/// Writes a text beside a file, for the same readers: never for more. Links are followed, for the file that
/// they lead to holds the rows.
fn write_aside(path: &Path, bytes: &[u8]) -> io::Result<(PathBuf, PathBuf)> {
    let real = path.canonicalize()?;
    let mut name = real.file_name().unwrap_or_default().to_owned();
    name.push(".forgetting");
    let aside = real.with_file_name(name);
    let write = || {
        let mut file = File::create(&aside)?;
        file.set_permissions(fs::metadata(&real)?.permissions())?;
        file.write_all(bytes)?;
        file.sync_all()
    };
    match write() {
        Ok(()) => Ok((aside, real)),
        Err(error) => {
            let _ = fs::remove_file(&aside);
            Err(error)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_stands_by_itself() {
        let text = b"a: p-1\np-12,x-p-1\n\"p-1;p-2\"\n";
        assert_eq!(lines_with(text, b"p-1"), [1, 3]);
        assert_eq!(lines_with(b"p", b"p-1"), [0usize; 0]);
    }
}
