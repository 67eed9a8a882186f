//! The binary as a user runs it: each command, its exit status, and what it leaves alone.

mod again;
mod check;
mod help;
mod init;
mod places;

use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use assert_cmd::assert::Assert;
use tempfile::TempDir;

const BINARY: &str = env!("CARGO_BIN_EXE_mentorbook");

/// A program that `init` has made, in a folder of its own.
struct Program {
    folder: TempDir,
}

impl Program {
    fn new() -> Self {
        Self::with(&[])
    }

    fn with(answers: &[&str]) -> Self {
        let folder = TempDir::new().unwrap();
        mentorbook(folder.path())
            .args(["init", "lantern", "--yes", "--start", "2027-01-11"])
            .args(answers)
            .assert()
            .success();
        let program = Self { folder };
        program.has_contacts();
        program
    }

    /// Puts real-looking contacts where `init` made them up, wherever they are named.
    fn has_contacts(&self) {
        for entry in walkdir::WalkDir::new(self.path("content")).into_iter().flatten() {
            let Ok(text) = fs::read_to_string(entry.path()) else { continue };
            let real =
                text.replace("600 000 000", "600 111 222").replace("safe@example.org", "lead@example.org");
            if real != text {
                fs::write(entry.path(), real).unwrap();
            }
        }
    }

    fn root(&self) -> PathBuf {
        self.folder.path().join("lantern")
    }

    fn run(&self, arguments: &[&str]) -> Assert {
        mentorbook(&self.root()).args(arguments).assert()
    }

    fn path(&self, path: &str) -> PathBuf {
        self.root().join(path)
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap()
    }

    fn replace(&self, path: &str, old: &str, new: &str) {
        let text = self.read(path);
        assert!(text.contains(old), "{path} lacks {old:?}");
        fs::write(self.path(path), text.replace(old, new)).unwrap();
    }
}

fn mentorbook(at: &Path) -> Command {
    let mut command = Command::new(BINARY);
    command.current_dir(at);
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("MENTORBOOK_")) {
        command.env_remove(name);
    }
    command
}

fn out(done: &Assert) -> String {
    String::from_utf8(done.get_output().stdout.clone()).unwrap()
}

fn err(done: &Assert) -> String {
    String::from_utf8(done.get_output().stderr.clone()).unwrap()
}

/// Every file of a folder with its bytes and time.
fn files(folder: &Path) -> Vec<(PathBuf, Vec<u8>, std::time::SystemTime)> {
    let entries = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().map(Result::unwrap);
    let files = entries.filter(|entry| entry.file_type().is_file());
    files
        .map(|f| {
            (f.path().to_owned(), fs::read(f.path()).unwrap(), f.metadata().unwrap().modified().unwrap())
        })
        .collect()
}
