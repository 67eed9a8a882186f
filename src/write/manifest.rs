//! What the last run wrote, kept outside the site: `<edition>-<folder's hash>` in the cache folder.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::Failure;
use super::folder::Stat;
use super::journal::Journal;

/// Grows when the form of these files changes; older ones are then read as lost.
const FORM: u32 = 1;

/// One file as it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Entry {
    pub(super) fingerprint: [u8; 32],
    pub(super) content: [u8; 32],
    pub(super) stat: Stat,
}

/// All files of the site, by address.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct Manifest {
    pub(super) files: BTreeMap<String, Entry>,
}

/// The cache folder, as far as it concerns one output folder.
pub(super) struct Store {
    stem: PathBuf,
}

impl Store {
    pub(super) fn open(out: &Path, cache: &Path, edition: &str) -> Result<Self, Failure> {
        let trouble =
            |error| Failure::Io(format!("the cache folder `{}` cannot be made", cache.display()), error);
        let out = std::path::absolute(out).map_err(trouble)?;
        fs::create_dir_all(cache).map_err(trouble)?;
        let ignore = cache.join(".gitignore");
        if !ignore.exists() {
            fs::write(ignore, "*\n").map_err(trouble)?;
        }
        let hash = blake3::hash(out.to_string_lossy().as_bytes()).to_hex();
        let edition: String = edition.chars().filter(|c| c.is_alphanumeric() || *c == '-').collect();
        Ok(Self { stem: cache.join(format!("{edition}-{}", &hash[..12])) })
    }

    /// Waits until no other run writes the folder.
    pub(super) fn lock(&self) -> Result<File, Failure> {
        let trouble = |error| Failure::Io("the output folder cannot be locked".to_owned(), error);
        let file = File::create(self.stem.with_extension("lock")).map_err(trouble)?;
        file.lock().map_err(trouble)?;
        Ok(file)
    }

    /// The last manifest; `None` where it is lost or of another form.
    pub(super) fn load(&self) -> Option<Manifest> {
        self.read("manifest")
    }

    pub(super) fn save(&self, manifest: &Manifest) -> Result<(), Failure> {
        self.replace("manifest", manifest)
    }

    /// What a killed run left.
    pub(super) fn journal(&self) -> Option<Journal> {
        self.read("journal")
    }

    pub(super) fn save_journal(&self, journal: &Journal) -> Result<(), Failure> {
        self.replace("journal", journal)
    }

    pub(super) fn end_journal(&self) -> Result<(), Failure> {
        match fs::remove_file(self.stem.with_extension("journal")) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                Err(Failure::Io("the journal cannot be removed".to_owned(), error))
            }
            _ => Ok(()),
        }
    }

    fn read<T: for<'de> Deserialize<'de>>(&self, ending: &str) -> Option<T> {
        Self::read_at(&self.path(ending))
    }

    pub(super) fn path(&self, ending: &str) -> PathBuf {
        self.stem.with_extension(ending)
    }

    pub(super) fn read_at<T: for<'de> Deserialize<'de>>(path: &Path) -> Option<T> {
        let bytes = fs::read(path).ok()?;
        let (form, value) = postcard::from_bytes::<(u32, T)>(&bytes).ok()?;
        (form == FORM).then_some(value)
    }

    fn replace<T: Serialize>(&self, ending: &str, value: &T) -> Result<(), Failure> {
        self.replace_at(&self.path(ending), value)
    }

    pub(super) fn replace_at<T: Serialize>(&self, path: &Path, value: &T) -> Result<(), Failure> {
        let write = || -> io::Result<()> {
            let bytes = postcard::to_stdvec(&(FORM, value)).map_err(io::Error::other)?;
            let new = self.path("new");
            fs::write(&new, bytes)?;
            fs::rename(new, path)
        };
        let shown = path.display();
        write().map_err(|error| Failure::Io(format!("`{shown}` cannot be written"), error))
    }
}
