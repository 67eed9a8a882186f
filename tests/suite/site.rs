//! Small sites: files in memory, checked as the command does it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use mentorbook::diag::{Diagnostic, Files, Format, Look, apply, edits, emit};
use mentorbook::pipeline::{self, Kept, Options, Target};
use mentorbook::source::{Memory, Root, Sources, World};

/// Where the cases stand.
pub fn cases_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases")
}

/// A site of a few files.
#[derive(Clone)]
pub struct Site {
    pub world: Memory,
}

/// What checking it gave.
pub struct Report {
    pub sources: Sources,
    pub found: Vec<Diagnostic>,
}

impl Site {
    /// Without any file, on a day in spring.
    pub fn empty() -> Self {
        Self { world: Memory::new(NaiveDate::from_ymd_opt(2026, 3, 18).unwrap()) }
    }

    /// The smallest site without findings: `tests/cases/base`.
    pub fn base() -> Self {
        Self::empty().with_folder(&cases_folder().join("base"))
    }

    /// With a content file.
    pub fn with(mut self, path: &str, text: impl Into<Vec<u8>>) -> Self {
        self.world = self.world.with(path, text);
        self
    }

    /// The text of its `program.yaml`.
    pub fn program(&self) -> String {
        String::from_utf8(self.world.read(Root::Content, "program.yaml").unwrap()).unwrap()
    }

    /// With the files of a folder. `name.append` goes to the end of `name`,
    /// `name.remove` takes it away; `private/` holds rows;
    /// `expected.txt` is no part of the site.
    pub fn with_folder(mut self, folder: &Path) -> Self {
        let mut files: Vec<PathBuf> = walkdir::WalkDir::new(folder)
            .into_iter()
            .map(|entry| entry.unwrap())
            .filter(|entry| entry.file_type().is_file())
            .map(walkdir::DirEntry::into_path)
            .collect();
        files.sort();
        for file in files {
            let path = file.strip_prefix(folder).unwrap().to_str().unwrap().replace('\\', "/");
            let bytes = std::fs::read(&file).unwrap();
            if path == "expected.txt" {
                continue;
            }
            if let Some(rows) = path.strip_prefix("private/") {
                self.world.put(Root::Data, rows, bytes);
            } else if let Some(path) = path.strip_suffix(".remove") {
                self.world.remove(path);
            } else if let Some(path) = path.strip_suffix(".append") {
                let mut all = self.world.read(Root::Content, path).unwrap_or_default();
                all.extend(bytes);
                self.world.put(Root::Content, path, all);
            } else {
                self.world.put(Root::Content, &path, bytes);
            }
        }
        self
    }

    /// Checks it.
    pub fn check(&self) -> Report {
        let read = pipeline::check(&self.world, &Options::default(), &mut Kept::default()).unwrap();
        Report { sources: read.sources, found: read.found }
    }

    /// Builds it where nothing is wrong: the text of each file by its address.
    pub fn build(&self) -> BTreeMap<String, String> {
        self.build_again(&mut Kept::default())
    }

    /// The same, in a new folder, with what is kept of the build before.
    pub fn build_again(&self, kept: &mut Kept) -> BTreeMap<String, String> {
        let folder = tempfile::tempdir().unwrap();
        let target = Target { out: folder.path().join("site"), cache: folder.path().join("cache") };
        let options = Options::default();
        let mut read = pipeline::check(&self.world, &options, kept).unwrap();
        assert!(!read.failed(), "{:#?}", read.found);
        pipeline::build(&self.world, &mut read, &options, &target, kept, &|_, _| {}).unwrap();
        let files = walkdir::WalkDir::new(&target.out).into_iter().map(Result::unwrap);
        let text = |file: walkdir::DirEntry| {
            let path = file.path().strip_prefix(&target.out).unwrap().to_str().unwrap().replace('\\', "/");
            (path, String::from_utf8_lossy(&std::fs::read(file.path()).unwrap()).into_owned())
        };
        files.filter(|file| file.file_type().is_file()).map(text).collect()
    }

    /// Writes its content to a folder, and its rows beside it.
    pub fn write_to(&self, folder: &Path) {
        for (root, path, bytes) in self.world.files() {
            let below = if root == Root::Data { "private" } else { "content" };
            let file = folder.join(below).join(path);
            std::fs::create_dir_all(file.parent().unwrap()).unwrap();
            std::fs::write(file, bytes).unwrap();
        }
    }

    /// With every suggestion of a report applied, as `check --fix` does it.
    pub fn mended(mut self, report: &Report) -> Self {
        for (id, file) in report.sources.iter() {
            let edits = edits(&report.found, id);
            if !edits.is_empty() {
                self.world.put(file.root, &file.path, apply(&file.text, &edits));
            }
        }
        self
    }
}

impl Report {
    /// `file:line:column: severity[code]: message`, one each.
    pub fn lines(&self) -> Vec<String> {
        self.found.iter().map(|one| line(one, &self.sources)).collect()
    }

    /// The codes, in order, each once.
    pub fn codes(&self) -> Vec<&'static str> {
        let mut codes: Vec<&str> = self.found.iter().map(|one| one.code.word).collect();
        codes.sort_unstable();
        codes.dedup();
        codes
    }
}

/// The short form of one finding.
pub fn line(one: &Diagnostic, files: &dyn Files) -> String {
    let mut out = Vec::new();
    let look = Look { format: Format::Short, ..Look::default() };
    emit(std::slice::from_ref(one), files, &look, &mut out).unwrap();
    String::from_utf8(out).unwrap().lines().next().unwrap().to_owned()
}
