//! The ledger on disk: `private/ledger/<seq>-<hash>.json`, one file for each release, and the private key.
//!
//! Files are only ever added. Must not decide what may be released.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::copies::{is_almost, together};
use crate::check::Handbook;
use crate::outcomes::disclose::{Class, Entry, Limits, MemberId, Release};
use crate::outcomes::{Tally, fingerprint};

/// What is known of earlier releases.
#[derive(Debug)]
pub struct Ledger {
    folder: PathBuf,
    /// The releases, in order.
    pub entries: Vec<Entry>,
    /// What members are known by; made with the first release.
    pub key: [u8; 32],
    is_new: bool,
    /// The entries of closed cohorts without matches.
    unmatched: Vec<usize>,
    /// Of the matches and answers of closed cohorts, the entry that holds them.
    known: HashMap<MemberId, usize>,
    /// Of those that another cohort holds as well, a later entry.
    again: HashMap<MemberId, usize>,
    /// Of the pairs of closed cohorts, the entries that hold them.
    pairs: HashMap<MemberId, Vec<usize>>,
    /// The row files of each release of closed cohorts, the last one's.
    files: BTreeMap<BTreeSet<String>, BTreeSet<String>>,
    /// Held while the ledger is open; a dry run writes nothing and needs none.
    _lock: Option<File>,
}

const SCHEMA: u32 = 1;

/// A file of the ledger: an entry, with what became of the rows, which is nobody else's business.
#[derive(Serialize, Deserialize)]
struct Page {
    schema: u32,
    #[serde(flatten)]
    entry: Entry,
    #[serde(default)]
    rows: BTreeMap<String, Tally>,
    /// What the key makes of nothing: another key would take everybody for somebody else.
    #[serde(default)]
    key: Option<MemberId>,
}

/// Why the ledger cannot be used.
#[derive(Debug)]
pub enum Trouble {
    /// The machine would not.
    Io(PathBuf, io::Error),
    /// A file is not what was written.
    Broken(PathBuf, String),
}

impl Ledger {
    /// Reads the ledger of a data folder, and keeps others from writing it meanwhile unless nothing is written.
    pub fn open(data: &Path, dry: bool) -> Result<Self, Trouble> {
        let folder = data.join("ledger");
        let at = |path: &Path| {
            let path = path.to_owned();
            move |error| Trouble::Io(path, error)
        };
        let lock = || {
            fs::create_dir_all(&folder)?;
            let file = File::create(folder.join(".lock"))?;
            Ok::<_, io::Error>(file)
        };
        let lock = if dry { None } else { Some(lock().map_err(at(&folder))?) };
        if lock.as_ref().is_some_and(|file| file.try_lock().is_err()) {
            let why = "another `mentorbook` is releasing from these rows: wait until it is done, then run this again";
            return Err(Trouble::Broken(folder, why.to_owned()));
        }
        let pages = pages(&folder).map_err(at(&folder))?;
        let mut pages = pages.iter().map(|path| read(path)).collect::<Result<Vec<_>, _>>()?;
        pages.sort_by_key(|page| page.entry.seq);
        let (key, is_new) = key(&folder.join("key"), pages.is_empty())?;
        if pages.iter().any(|page| page.key.is_some_and(|mark| mark != mark_of(&key))) {
            let why =
                "it is not the key of these releases: take the one that belongs to them back from a backup";
            return Err(Trouble::Broken(folder.join("key"), why.to_owned()));
        }
        let mut ledger = Self {
            folder,
            entries: Vec::with_capacity(pages.len()),
            key,
            is_new,
            known: HashMap::new(),
            again: HashMap::new(),
            pairs: HashMap::new(),
            unmatched: Vec::new(),
            files: BTreeMap::new(),
            _lock: lock,
        };
        for page in pages {
            ledger.take(page);
        }
        Ok(ledger)
    }

    /// Adds a release. The file is whole or not there.
    pub fn add(&mut self, entry: Entry, rows: BTreeMap<String, Tally>) -> Result<(), Trouble> {
        if self.is_new {
            self.keep_key()?;
        }
        let mut page = Page { schema: SCHEMA, entry, rows, key: Some(mark_of(&self.key)) };
        let text = serde_json::to_string(&page)
            .map_err(|error| Trouble::Broken(self.folder.clone(), error.to_string()))?;
        page.entry.id = name(page.entry.seq, text.as_bytes());
        let path = self.folder.join(format!("{}.json", page.entry.id));
        whole(&path, text.as_bytes()).map_err(|error| Trouble::Io(path, error))?;
        self.take(page);
        Ok(())
    }

    /// Remembers a page.
    fn take(&mut self, page: Page) {
        let (at, release) = (self.entries.len(), &page.entry.release);
        if release.closed && release.cohorts.len() == 1 {
            let matches = release.members.get("matches").into_iter().flat_map(|members| &members.matches);
            let answers = release.members.values().flat_map(|members| &members.answers);
            for one in matches.chain(answers) {
                let first = *self.known.entry(*one).or_insert(at);
                if self.entries.get(first).is_some_and(|first| first.release.cohorts != release.cohorts) {
                    self.again.insert(*one, at);
                }
            }
            for pair in release.members.get("matches").into_iter().flat_map(|members| &members.pairs) {
                self.pairs.entry(*pair).or_default().push(at);
            }
            if !release.members.contains_key("matches") {
                self.unmatched.push(at);
            }
            self.files.insert(release.cohorts.clone(), page.rows.into_keys().collect());
        }
        self.entries.push(page.entry);
    }

    /// Whether the last release of these closed cohorts was counted from a row file.
    pub fn counted(&self, cohorts: &BTreeSet<String>, file: &str) -> bool {
        self.files.get(cohorts).is_some_and(|files| files.contains(file))
    }

    /// A row file that the last release of these closed cohorts was counted from, and that is there no more.
    pub fn lacks(&self, cohorts: &BTreeSet<String>, rows: &BTreeMap<String, Tally>) -> Option<&str> {
        let before = self.files.get(cohorts)?;
        before.iter().find(|file| !rows.contains_key(*file)).map(String::as_str)
    }

    /// Another closed cohort that was released with some of the same matches, or with more than `k` answers of the same
    /// people on the same days, under whatever name; where one of the two has no matches, one or several with people
    /// who differ by fewer than a group.
    ///
    /// Or one with a pair of it that runs at the same time, as cohort.yaml says of both.
    pub fn other_with(&self, proposed: &Release, limits: Limits, book: &Handbook) -> Option<String> {
        let group = limits.group;
        let other = |entry: &&Entry| entry.release.cohorts != proposed.cohorts;
        let known = |one: &MemberId| self.elsewhere(one, &proposed.cohorts);
        let mut matches = proposed.members.get("matches").into_iter().flat_map(|members| &members.matches);
        let same = matches.find_map(known).or_else(|| self.paired_with(proposed, book));
        let same = same.or_else(|| self.answered_with(proposed, limits));
        let found = same.or_else(|| {
            let unmatched = self.unmatched.iter().filter_map(|at| self.entries.get(*at));
            let unmatched: Vec<&Entry> = unmatched.filter(other).collect();
            let has_matches = proposed.members.contains_key("matches");
            if has_matches && unmatched.is_empty() {
                return None;
            }
            let alone = |entry: &&Entry| entry.release.closed && entry.release.cohorts.len() == 1;
            let all: Vec<&Entry> = self.entries.iter().filter(alone).filter(other).collect();
            let near = if has_matches { &unmatched } else { &all };
            let almost = near.iter().find(|entry| is_almost(proposed, &entry.release, group));
            // The whole may be without matches, and this one a part of it beside others that have them.
            almost.copied().or_else(|| together(proposed, &all, group)).filter(|_| proposed.closed)
        });
        found.map(|entry| entry.release.of())
    }

    /// The release of another cohort that holds a match or an answer.
    fn elsewhere(&self, one: &MemberId, cohorts: &BTreeSet<String>) -> Option<&Entry> {
        let entries = [self.known.get(one), self.again.get(one)].into_iter().flatten();
        entries.filter_map(|at| self.entries.get(*at)).find(|entry| entry.release.cohorts != *cohorts)
    }

    /// A cohort that runs at the same time and was released with two of the same people as a match.
    fn paired_with(&self, proposed: &Release, book: &Handbook) -> Option<&Entry> {
        let cohort = |release: &Release| book.cohort(release.cohorts.first()?);
        let mine = cohort(proposed)?;
        let at_one_time = |other: &&Entry| {
            let other = (other.release.cohorts != proposed.cohorts).then(|| cohort(&other.release)).flatten();
            other.is_some_and(|other| other.runs_beside(mine))
        };
        let pairs = proposed.members.get("matches").into_iter().flat_map(|members| &members.pairs);
        let known = pairs.filter_map(|pair| self.pairs.get(pair)).flatten();
        known.filter_map(|at| self.entries.get(*at)).find(at_one_time)
    }

    /// Another cohort that was released with answers of the same people on the same days. Somebody in two cohorts may
    /// well answer both on one day; more than `k` were told already, be it of one cohort or a few of each of several.
    fn answered_with(&self, proposed: &Release, limits: Limits) -> Option<&Entry> {
        let answers: BTreeSet<&MemberId> =
            proposed.members.values().flat_map(|members| &members.answers).collect();
        let known = |one: &MemberId| self.elsewhere(one, &proposed.cohorts);
        let told: Vec<&Entry> = answers.into_iter().filter_map(known).collect();
        // What was told under a smaller `k` was told more exactly.
        let least = told.iter().map(|entry| entry.policy.limits(Class::Ordinary).k).min();
        told.get(least.unwrap_or(limits.k).min(limits.k) as usize).copied()
    }

    /// Cohorts that were released when they were closed, and that the content has no more.
    pub fn gone(&self, book: &Handbook) -> Option<String> {
        let closed = self.entries.iter().filter(|entry| entry.release.closed);
        let mut cohorts = closed.flat_map(|entry| &entry.release.cohorts);
        cohorts.find(|id| book.cohort(id).is_none()).cloned()
    }

    /// Whether these cohorts have an entry.
    pub fn holds(&self, cohorts: &BTreeSet<String>) -> bool {
        self.entries.iter().any(|entry| entry.release.cohorts == *cohorts)
    }

    /// The entries that show on pages, in order: of several alike in a row the first. What was noted later, as that
    /// a correction was refused, is nobody else's business, and numbers over all cohorts would tell of it.
    fn shown(&self, cohorts: &BTreeSet<String>) -> Vec<&Entry> {
        let mut shown: Vec<&Entry> = Vec::new();
        for entry in self.entries.iter().filter(|entry| entry.release.cohorts == *cohorts) {
            if shown.last().is_none_or(|last| !is_alike(last, entry)) {
                shown.push(entry);
            }
        }
        shown
    }

    /// The name under which an entry is published: the number of its cohorts' figures so far, and a hash of these.
    /// With the date of that release.
    pub fn published_as<'a>(&'a self, entry: &'a Entry) -> (String, &'a str) {
        let mut shown = self.shown(&entry.release.cohorts);
        shown.retain(|one| one.seq <= entry.seq);
        let first = match shown.last() {
            Some(last) if is_alike(last, entry) => *last,
            _ => {
                shown.push(entry);
                entry
            }
        };
        let release = &first.release;
        let hash = fingerprint(&release.of(), release.closed, &release.facts);
        (format!("{:04}-{hash}", shown.len()), &first.date)
    }

    /// The entry of these cohorts that was published under a name.
    pub fn published(&self, cohorts: &BTreeSet<String>, name: &str) -> Option<&Entry> {
        self.shown(cohorts).into_iter().find(|entry| self.published_as(entry).0 == name)
    }

    fn keep_key(&mut self) -> Result<(), Trouble> {
        let path = self.folder.join("key");
        let text = format!("{}\n", blake3::Hash::from_bytes(self.key).to_hex());
        whole(&path, text.as_bytes()).map_err(|error| Trouble::Io(path.clone(), error))?;
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            fs::set_permissions(&path, fs::Permissions::from_mode(0o600))
                .map_err(|e| Trouble::Io(path, e))?;
        }
        self.is_new = false;
        Ok(())
    }
}

/// Whether two entries show the same.
fn is_alike(a: &Entry, b: &Entry) -> bool {
    a.release.closed == b.release.closed && a.release.facts == b.release.facts && a.policy == b.policy
}

/// What a key is known by.
fn mark_of(key: &[u8; 32]) -> MemberId {
    MemberId::new(key, "key", "ledger", "")
}

/// Writes a file beside its place and puts it there.
pub fn whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let aside = path.with_extension("new");
    let written = fs::write(&aside, bytes).and_then(|()| fs::rename(&aside, path));
    written.inspect_err(|_| drop(fs::remove_file(&aside)))
}

fn pages(folder: &Path) -> io::Result<Vec<PathBuf>> {
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let paths =
        fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<io::Result<Vec<_>>>()?;
    Ok(paths.into_iter().filter(|path| path.extension().is_some_and(|ending| ending == "json")).collect())
}

/// A file's name: its number, and a hash of its bytes.
fn name(seq: u64, bytes: &[u8]) -> String {
    format!("{seq:04}-{}", &blake3::hash(bytes).to_hex()[..16])
}

fn read(path: &Path) -> Result<Page, Trouble> {
    let broken = |why: String| Trouble::Broken(path.to_owned(), why);
    let bytes = fs::read(path).map_err(|error| Trouble::Io(path.to_owned(), error))?;
    let mut page: Page = serde_json::from_slice(&bytes).map_err(|error| {
        broken(format!(
            "it cannot be read, so it may be cut short: take the file back from a backup ({error})"
        ))
    })?;
    if page.schema != SCHEMA {
        return Err(broken(format!(
            "it is written in format {}, and this mentorbook reads format 1: use a newer version",
            page.schema
        )));
    }
    page.entry.id = name(page.entry.seq, &bytes);
    if path.file_stem().is_none_or(|stem| *stem != *page.entry.id) {
        let why = "its name is not the hash of what it holds. If a program that keeps folders alike made a copy, move the \
                   copy out of this folder; if somebody changed it, take the file back from a backup";
        return Err(broken(why.to_owned()));
    }
    Ok(page)
}

/// The key, or a new one where nothing has been released yet.
fn key(path: &Path, may_be_new: bool) -> Result<([u8; 32], bool), Trouble> {
    let broken = |why: &str| Trouble::Broken(path.to_owned(), why.to_owned());
    let text = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound && may_be_new => {
            let mut key = [0; 32];
            getrandom::fill(&mut key).map_err(|error| broken(&error.to_string()))?;
            return Ok((key, true));
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return Err(broken(
                "it is gone, and the ledger cannot be read without it; take it back from a backup",
            ));
        }
        Err(error) => return Err(Trouble::Io(path.to_owned(), error)),
    };
    let key = blake3::Hash::from_hex(text.trim())
        .map_err(|_| broken("it holds no key: take the file back from a backup"))?;
    Ok((key.into(), false))
}
