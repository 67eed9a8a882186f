//! When nothing that a build depends on has changed, the build is not repeated: it says what it said.
//!
//! Knows all that a build depends on, and what it says; `write` knows whether the folder is as it was left.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::diag::{Code, Diagnostic, Edit, FileId, Label, Severity};
use crate::pipeline::{Options, Read, Target, codes};
use crate::source::{Root, Sources, World};
use crate::write::{self, Failure, Report};

/// Everything that a build depends on, as two hashes: what the user chose, and what the machine holds.
#[derive(Debug)]
pub struct Inputs {
    choices: String,
    key: [u8; 32],
}

impl Inputs {
    /// Of files that were read for a build into `out`, where the user named one.
    pub fn of(world: &dyn World, sources: &Sources, options: &Options, out: Option<&Path>) -> Self {
        let choices = format!("{options:?} {out:?} {}", world.name(Root::Content));
        let mut key = blake3::Hasher::new();
        let mut add = |part: &str| {
            key.update(&(part.len() as u64).to_le_bytes()).update(part.as_bytes());
        };
        add(&world.engine());
        add(&choices);
        add(&sources.today.to_string());
        add(&world.revision());
        add(&world.is_shallow().to_string());
        world.tracked_rows().iter().for_each(|path| add(path));
        for file in &sources.files {
            add(&file.shown);
            add(&format!("{} {:x} {:?}", file.len, file.hash, file.root));
        }
        let choices = blake3::hash(choices.as_bytes()).to_hex()[..12].to_owned();
        Self { choices, key: key.finalize().into() }
    }

    /// What the last build of the same inputs found and did, if its site is untouched.
    pub fn unchanged(&self, cache: &Path) -> Option<Last> {
        let (seal, report) = write::Seal::unbroken(cache, &self.choices, &self.key)?;
        let said: Vec<Said> = postcard::from_bytes(&seal.said).ok()?;
        let codes = codes();
        let found = said.into_iter().map(|said| said.again(&codes)).collect::<Option<_>>()?;
        Some(Last { found, report, out: seal.out })
    }

    /// Remembers a build that went well. Of what it read, the first files are those that were scanned; a
    /// finding in another, or in rows, could not be shown again, so such a build is repeated.
    pub fn seal(&self, read: &Read, scanned: usize, target: &Target) -> Result<(), Failure> {
        let can_be_shown = |label: &Label| {
            let file = label.place.file;
            let seen = read.sources.get(file).is_some_and(|source| source.root != Root::Data);
            file == FileId::NONE || (seen && (file.0 as usize) < scanned)
        };
        let said: Vec<Said> = read.found.iter().map(Said::of).collect();
        // What a private edition says is about people: it is not kept, and its folder is asked for each time.
        let all = !read.edition.private
            && said.iter().all(|said| can_be_shown(&said.primary) && said.related.iter().all(can_be_shown));
        let (true, Ok(said)) = (all, postcard::to_stdvec(&said)) else { return Ok(()) };
        let edition = read.edition.name.to_string();
        let seal = write::Seal { key: self.key, edition, out: target.out.clone(), said };
        seal.put(&target.cache, &self.choices)
    }
}

/// What the last build found and did.
#[derive(Debug)]
pub struct Last {
    /// Its findings.
    pub found: Vec<Diagnostic>,
    /// What there is; nothing was written now.
    pub report: Report,
    /// The folder of the site.
    pub out: PathBuf,
}

/// A finding, with its code by name.
#[derive(Serialize, Deserialize)]
struct Said {
    code: String,
    severity: Severity,
    message: String,
    primary: Label,
    related: Vec<Label>,
    help: Option<String>,
    suggestion: Option<Edit>,
    sure: bool,
    stands_for: u32,
}

impl Said {
    fn of(found: &Diagnostic) -> Self {
        let Diagnostic { code, severity, message, primary, related, help, suggestion, sure, stands_for } =
            found.clone();
        Self {
            code: code.word.to_owned(),
            severity,
            message,
            primary,
            related,
            help,
            suggestion,
            sure,
            stands_for,
        }
    }

    fn again(self, codes: &[&'static Code]) -> Option<Diagnostic> {
        let Self { code, severity, message, primary, related, help, suggestion, sure, stands_for } = self;
        let code = codes.iter().find(|known| known.word == code)?;
        Some(Diagnostic { code, severity, message, primary, related, help, suggestion, sure, stands_for })
    }
}
