//! What the repository that holds the content knows, asked of `git` itself.
//!
//! Everything here is empty where git is not installed or the folder is in no repository. Names of authors
//! are not even read.

use std::collections::HashMap;
use std::path::Path;
use std::process::{Command, Stdio};

use chrono::DateTime;

use super::LastChange;
use crate::diag::{Code, Severity};

/// A clone that holds only the newest commits.
pub static SHALLOW_CLONE: Code = Code {
    word: "shallow-clone",
    severity: Severity::Notice,
    says: "The repository is a shallow clone, so pages show no dates of last change.",
    why: "In a shallow clone every older file looks as if it had been changed on the day of its oldest commit.",
    example: "git clone --depth 1 https://example.org/program.git",
    fix: "Fetch the whole history: `git fetch --unshallow`, or a fetch depth of 0 in the settings of your CI.",
};

/// The last change of each file below a folder; empty for a shallow clone, whose dates would be wrong.
pub(super) fn history(folder: &Path) -> HashMap<String, LastChange> {
    if is_shallow(folder) {
        return HashMap::new();
    }
    let log = ["log", "--no-renames", "--relative", "--format=%x01%ct", "--name-only", "-z", "--", "."];
    run(folder, &log).map_or_else(HashMap::new, |out| newest(&out))
}

/// The commit that is checked out.
pub(super) fn revision(folder: &Path) -> String {
    run(folder, &["rev-parse", "--verify", "--quiet", "HEAD"]).unwrap_or_default()
}

/// Whether the clone holds only the newest commits.
pub(super) fn is_shallow(folder: &Path) -> bool {
    run(folder, &["rev-parse", "--is-shallow-repository"]).is_some_and(|out| out.trim() == "true")
}

/// The files below a folder that the repository tracks.
pub(super) fn tracked(folder: &Path) -> Vec<String> {
    let out = run(folder, &["ls-files", "-z"]).unwrap_or_default();
    out.split('\0').filter(|path| !path.is_empty()).map(str::to_owned).collect()
}

fn run(folder: &Path, arguments: &[&str]) -> Option<String> {
    let mut git = Command::new("git");
    git.arg("-C").arg(folder).args(arguments).stdin(Stdio::null()).stderr(Stdio::null());
    // A variable of a surrounding hook would point git at another repository.
    let out = git.env_remove("GIT_DIR").env_remove("GIT_WORK_TREE").output().ok()?;
    out.status.success().then(|| String::from_utf8_lossy(&out.stdout).into_owned())
}

/// Commits come newest first, so the first that names a file is its last change.
fn newest(log: &str) -> HashMap<String, LastChange> {
    let mut changes = HashMap::new();
    for commit in log.split('\u{1}') {
        let mut parts = commit.split(['\0', '\n']).filter(|part| !part.is_empty());
        let time = parts.next().and_then(|seconds| seconds.parse().ok());
        let Some(day) = time.and_then(|seconds| DateTime::from_timestamp(seconds, 0)) else { continue };
        for path in parts {
            changes.entry(path.to_owned()).or_insert(LastChange { day: day.date_naive() });
        }
    }
    changes
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn the_first_commit_that_names_a_file_counts() {
        let log = "\u{1}1772409600\0\na.md\0b/ü.md\0\0\u{1}1740873600\0\na.md\0c.md\0";
        let changes = newest(log);
        let day = |path: &str| changes.get(path).unwrap().day.to_string();
        assert_eq!([day("a.md"), day("b/ü.md"), day("c.md")], ["2026-03-02", "2026-03-02", "2025-03-02"]);
        assert_eq!(changes.len(), 3);
    }

    #[test]
    fn a_repository_tells_dates_and_tracked_files() {
        let folder = tempfile::tempdir().unwrap();
        let content = folder.path().join("content");
        std::fs::create_dir_all(&content).unwrap();
        std::fs::write(content.join("a b.md"), "x").unwrap();
        std::fs::write(folder.path().join("other"), "x").unwrap();
        let git = |arguments: &[&str]| {
            let mut git = Command::new("git");
            git.arg("-C").arg(folder.path()).args(["-c", "user.name=A", "-c", "user.email=a@example.org"]);
            git.env("GIT_COMMITTER_DATE", "2026-03-02T12:00:00Z").args(arguments).output().is_ok()
        };
        if !git(&["init", "--quiet"]) {
            return;
        }
        assert!(history(&content).is_empty(), "nothing is committed yet");
        git(&["add", "."]);
        git(&["commit", "--quiet", "-m", "x"]);
        let changes = history(&content);
        assert_eq!(changes.len(), 1);
        assert_eq!(changes["a b.md"].day.to_string(), "2026-03-02");
        assert_eq!(tracked(&content), ["a b.md"]);
        assert!(!is_shallow(&content));
    }
}
