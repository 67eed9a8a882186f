//! Retiring cohorts, forgetting people, explaining what is published: the sample rows in a folder of their own.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use assert_cmd::assert::Assert;
use tempfile::TempDir;

const BINARY: &str = env!("CARGO_BIN_EXE_mentorbook");

/// A mentee of the closed cohort below, in one match.
const CANARY: &str = "p-4wrc";
const CLOSED: &str = "2024-autumn";

/// The sample program with its rows, and nothing released.
struct Sample {
    folder: TempDir,
}

type Files = BTreeMap<PathBuf, Vec<u8>>;

impl Sample {
    fn new() -> Self {
        let folder = TempDir::new().unwrap();
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        for (from, to) in [("content", "content"), ("tests/data/private/cohorts", "private/cohorts")] {
            for (path, bytes) in files(&here.join(from)) {
                if path.ends_with("published.yaml") {
                    continue;
                }
                let file = folder.path().join(to).join(path);
                fs::create_dir_all(file.parent().unwrap()).unwrap();
                fs::write(file, bytes).unwrap();
            }
        }
        Self { folder }
    }

    fn released() -> Self {
        let sample = Self::new();
        sample.run(&["release", "--all"]).success();
        sample
    }

    fn run(&self, arguments: &[&str]) -> Assert {
        let mut command = Command::new(BINARY);
        command.current_dir(self.folder.path()).args(arguments);
        for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("MENTORBOOK_")) {
            command.env_remove(name);
        }
        command.env("MENTORBOOK_AS_OF", "2026-11-22").assert()
    }

    fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap()
    }

    fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
        fs::write(self.path(path), bytes).unwrap();
    }

    fn files(&self) -> Files {
        files(self.folder.path())
    }

    /// The codes that `check` finds, with their files and messages.
    fn findings(&self, day: &str) -> String {
        let checked = self.run(&["check", "--data", "private", "--format", "short", "--as-of", day]);
        String::from_utf8(checked.get_output().stdout.clone()).unwrap()
    }
}

/// The bytes of all files of a folder by their paths below it; a lock holds nothing.
fn files(folder: &Path) -> Files {
    let entries = walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap);
    let files = entries.filter(|one| one.file_type().is_file() && one.file_name() != ".lock");
    files
        .map(|one| (one.path().strip_prefix(folder).unwrap().into(), fs::read(one.path()).unwrap()))
        .collect()
}

fn said(done: &Assert) -> String {
    let output = done.get_output();
    String::from_utf8([&output.stdout[..], &output.stderr[..]].concat()).unwrap()
}

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

/// As a spreadsheet of another country writes it.
fn foreign(text: &str) -> String {
    format!("\u{feff}{}", text.replace(';', "|").replace(',', ";").replace('\n', "\r\n"))
}

#[test]
fn a_person_is_forgotten_and_nothing_else() {
    let sample = Sample::new();
    let exits = format!("private/cohorts/{CLOSED}/exits.csv");
    sample.write(&exits, foreign(&sample.read(&exits)));
    // A second mentee in the person's match.
    let matches = format!("private/cohorts/{CLOSED}/matches.csv");
    let group = sample.read(&matches).replace(CANARY, &format!("{CANARY};p-fcn2"));
    sample.write(&matches, group);
    sample.run(&["release", "--all"]).success();
    let before = sample.files();

    let dry = sample.run(&["forget", CANARY, "--dry-run"]).success();
    assert_eq!(sample.files(), before);
    let told = said(&dry);
    assert!(told.contains("matches.csv: an id in 1 cell would go"), "{told}");
    assert!(told.contains("participants.csv: 1 row would go"), "{told}");
    assert!(told.contains("nothing was written"), "{told}");

    let done = sample.run(&["forget", CANARY]).success();
    let told = said(&done);
    for part in [
        &format!(" of {CLOSED} counted the person among:\n"),
        "\n  matches: ",
        "\n  end-mentee: ",
        "Published figures are counts.",
        &format!("hold back every figure of {CLOSED}, open ones too"),
    ] {
        assert!(told.contains(part), "{part}: {told}");
    }
    let others = told.split(|c: char| !c.is_ascii_alphanumeric() && c != '-');
    let others: Vec<&str> = others.filter(|word| *word != CANARY && is_person(&before, word)).collect();
    assert!(others.is_empty(), "{others:?}: {told}");

    let after = sample.files();
    assert!(before.keys().eq(after.keys()), "no file comes or goes");
    for (path, now) in &after {
        let then = &before[path];
        assert!(!path.starts_with("private") || !holds(now, CANARY), "{}", path.display());
        if !path.starts_with("private/cohorts") {
            assert_eq!(now, then, "{}", path.display());
            continue;
        }
        let then = String::from_utf8(then.clone()).unwrap();
        let kept = |line: &str| match path.ends_with("matches.csv") {
            true => line.replace(&format!("{CANARY};"), ""),
            false if line.contains(CANARY) => String::new(),
            false => line.to_owned(),
        };
        let expected: String = then.split_inclusive('\n').map(kept).collect();
        assert_eq!(String::from_utf8(now.clone()).unwrap(), expected, "{}", path.display());
    }

    let again = sample.run(&["release", CLOSED]).success();
    assert!(said(&again).contains("later corrected data of"), "{}", said(&again));
    assert!(sample.read(&format!("content/cohorts/{CLOSED}/published.yaml")).contains("held_back: ["));
    let nobody = sample.run(&["forget", CANARY, "--quiet"]).code(1);
    assert!(said(&nobody).contains("no row names"), "{}", said(&nobody));
}

/// Whether a word is the id of a participant.
fn is_person(files: &Files, word: &str) -> bool {
    let lists = files.iter().filter(|(path, _)| path.ends_with("participants.csv"));
    !word.is_empty() && lists.into_iter().any(|(_, bytes)| holds(bytes, &format!("\n{word},")))
}

#[test]
fn other_ids_of_the_person_are_told_or_forgotten_with_it() {
    let sample = Sample::new();
    let list = sample.read("private/cohorts/2024-autumn/participants.csv");
    let joined = list
        .lines()
        .find_map(|line| line.split_once(",none,p-"))
        .map(|(row, same)| (row.split(',').next().unwrap().to_owned(), format!("p-{same}")));
    let (one, other) = joined.unwrap();
    let told = said(&sample.run(&["forget", &one, "--dry-run"]).success());
    assert!(told.contains(&format!("`{one}` is also `{other}`")), "{told}");
    sample.run(&["forget", &other, "--joined"]).success();
    for (path, bytes) in files(&sample.path("private")) {
        assert!(!holds(&bytes, &one) && !holds(&bytes, &other), "{}", path.display());
    }
    assert!(!sample.path("private/ledger").exists(), "no ledger is begun");
}

#[test]
fn what_cannot_be_edited_is_left_to_hands() {
    let sample = Sample::new();
    sample.write(
        "private/cohorts/2026-spring/exits.yaml",
        format!("- match: m-1\n  person: {CANARY}\n  exit: held\n"),
    );
    sample.write("private/notes.txt~", format!("call {CANARY}\n"));
    let done = sample.run(&["forget", CANARY]).code(1);
    let told = said(&done);
    assert!(told.contains("exits.yaml: edit line 2 by hand"), "{told}");
    assert!(told.contains("notes.txt~: edit line 1 by hand"), "{told}");

    // A file that nobody can read stops all.
    let other = sample.read("private/cohorts/2024-autumn/participants.csv");
    let person = other.lines().nth(3).unwrap().split(',').next().unwrap();
    sample.write("private/cohorts/2026-spring/events.csv", b"match,date\n\xff\n");
    let before = sample.files();
    let refused = sample.run(&["forget", person]).code(2);
    assert!(said(&refused).contains("events.csv: this file is not UTF-8 text; no file was changed"));
    assert_eq!(sample.files(), before);
}

/// The rows let a person go without the ledger; which figures counted them is then a question without an answer.
#[test]
fn without_its_key_forgetting_is_not_done_with() {
    let sample = Sample::released();
    let key = "private/ledger/key";
    let kept = sample.read(key);
    fs::remove_file(sample.path(key)).unwrap();
    let dry = said(&sample.run(&["forget", CANARY, "--dry-run"]).code(1));
    assert!(dry.contains("take it back from a backup. Do that first"), "{dry}");
    let told = said(&sample.run(&["forget", CANARY]).code(1));
    assert!(told.contains("The rows name the person no more"), "{told}");
    let rows = sample.files().into_iter().filter(|(path, _)| path.starts_with("private"));
    assert!(rows.into_iter().all(|(_, bytes)| !holds(&bytes, CANARY)));
    sample.write(key, kept);
    let told = said(&sample.run(&["forget", CANARY]).code(1));
    assert!(told.contains("\n  end-mentee: "), "{told}");
    let sample = Sample::released();
    fs::remove_dir_all(sample.path("private/ledger")).unwrap();
    let told = said(&sample.run(&["forget", CANARY]).code(1));
    assert!(told.contains("it knows nothing of the published figures of `2024-autumn`"), "{told}");
    assert!(!sample.path("private/ledger").exists());
}

#[test]
fn only_what_is_released_is_retired() {
    let sample = Sample::new();
    let refused = |arguments: &[&str], code: i32, why: &str| {
        let before = sample.files();
        let told = said(&sample.run(arguments).code(code));
        assert!(told.contains(why), "{why}: {told}");
        assert_eq!(sample.files(), before, "{arguments:?}");
    };
    refused(&["retire", CLOSED, "--yes"], 1, "`mentorbook release 2024-autumn` comes first");
    refused(&["retire", "2026-spring", "--yes"], 1, "it is not closed");
    refused(&["retire", "2031-spring", "--yes"], 2, "there is no cohort");
    sample.run(&["release", "--all"]).success();
    refused(&["retire", CLOSED], 2, "--yes deletes without a question");
    // Either of the two says that the matches ended as planned; both say something else.
    let changes = [("matches", ",completed,", ",ended_early,"), ("endings", "completed_term", "mismatch")];
    let rows = changes.map(|(file, old, new)| {
        let path = format!("private/cohorts/{CLOSED}/{file}.csv");
        let rows = sample.read(&path);
        sample.write(&path, rows.replace(old, new));
        (path, rows)
    });
    refused(&["retire", CLOSED, "--yes"], 1, "is not what its rows and program data say now");
    for (path, rows) in rows {
        sample.write(&path, rows);
    }
    refused(&["retire", CLOSED, "--dry-run"], 0, "16 files would be deleted; nothing was");
    // A survey that comes after the release is never part of it, and its answers go with the others.
    let path = format!("content/cohorts/{CLOSED}/cohort.yaml");
    let later =
        "surveys:\n  - { id: later, wave: follow_up, role: mentee, link: person, questions: [belong-1] }\n";
    sample.write(&path, sample.read(&path).replacen("surveys:\n", later, 1));
    let end = sample.read(&format!("private/cohorts/{CLOSED}/responses-end-mentee.csv"));
    let answer = |row: &str| format!("{},,4\n", row.split(',').next().unwrap());
    let answers = end.lines().skip(1).map(answer).collect::<Vec<_>>().concat();
    let file = format!("private/cohorts/{CLOSED}/responses-later.csv");
    sample.write(&file, format!("person,answered_on,belong-1\n{answers}"));
    let found = said(&sample.run(&["check", "--format", "short"]));
    assert!(!found.contains("release-stale"), "{found}");
    refused(&["retire", CLOSED, "--dry-run"], 0, "responses-later.csv   (nothing was released of it)");
    fs::remove_file(sample.path(&file)).unwrap();
    // A release that the ledger does not know may be anybody's.
    fs::rename(sample.path("private/ledger"), sample.path("ledger")).unwrap();
    refused(&["retire", CLOSED, "--dry-run"], 1, "the ledger does not know");
}

#[test]
fn a_retired_cohort_keeps_its_figures_and_troubles_nobody() {
    let sample = Sample::released();
    let found = sample.findings("2026-11-22");
    let later = sample.findings("2029-01-01");
    for id in ["2023-autumn", "2024-autumn", "2025-spring"] {
        assert!(later.contains(&format!("rows of `{id}` are kept")), "{id}: {later}");
    }
    assert!(!later.contains("rows of `2026-spring` are kept") && !found.contains("retention-passed"));
    let before = sample.files();
    let told = said(&sample.run(&["retire", CLOSED, "--yes"]).success());
    assert!(told.contains("private/cohorts/2024-autumn/matches.csv"), "{told}");
    assert!(told.contains("16 files deleted"), "{told}");
    assert!(told.contains("history of git") && told.contains("backups"), "{told}");
    // An interrupted run is finished by the next one.
    fs::rename(
        sample.path("private/cohorts/2025-spring"),
        sample.path("private/cohorts/.retiring-2025-spring"),
    )
    .unwrap();
    sample.run(&["retire", "2025-spring", "--yes"]).success();

    let gone = |path: &Path| {
        ["2024-autumn", "2025-spring"].iter().any(|id| path.starts_with(format!("private/cohorts/{id}")))
    };
    let expected: Files =
        before.iter().filter(|(path, _)| !gone(path)).map(|(p, b)| (p.clone(), b.clone())).collect();
    assert_eq!(sample.files(), expected);
    for id in ["2024-autumn", ".retiring-2024-autumn", "2025-spring", ".retiring-2025-spring"] {
        assert!(!sample.path("private/cohorts").join(id).exists(), "{id}");
    }
    let now = sample.findings("2026-11-22");
    let new: Vec<&str> = now.lines().filter(|line| !found.contains(line)).collect();
    assert!(new.is_empty(), "{new:#?}");
    let later = sample.findings("2029-01-01");
    assert!(later.contains("rows of `2023-autumn` are kept") && !later.contains("rows of `2024-autumn`"));
    let released = sample.run(&["release", CLOSED]).success();
    assert!(said(&released).contains("there are no rows any more"), "{}", said(&released));
    sample.run(&["release", "--all"]).success();
    let kept = sample.files();
    assert_eq!(
        kept[Path::new("content/cohorts/2024-autumn/published.yaml")],
        expected[Path::new("content/cohorts/2024-autumn/published.yaml")]
    );
    let again = sample.run(&["retire", CLOSED, "--yes", "--quiet"]).code(1);
    assert!(said(&again).contains("has no rows to delete; its published figures stay"), "{}", said(&again));
}

#[test]
fn published_figures_are_explained_by_themselves_alone() {
    let sample = Sample::released();
    let explain = |name: &str| {
        let done = sample.run(&["explain", name]).success();
        String::from_utf8(done.get_output().stdout.clone()).unwrap()
    };
    let text = explain(CLOSED);
    let lines: Vec<&str> = text.lines().collect();
    let mut reasons = 0;
    for (line, next) in
        lines.iter().zip(&lines[1..]).filter(|(line, _)| line.starts_with("  ") && line.contains(": "))
    {
        let coded =
            [" or more of ", " or fewer of ", ": not shown", ": fewer than ", " or higher ", " or lower "];
        if coded.iter().any(|one| line.contains(one)) {
            assert!(next.starts_with("      "), "{line}");
            reasons += 1;
        }
    }
    assert!(reasons > 0, "{text}");
    let file = format!("content/cohorts/{CLOSED}/published.yaml");
    let published = sample.read(&file);
    assert_eq!(
        text.lines().filter(|line| line.starts_with("  ") && !line.starts_with("   ")).count(),
        published.matches("- { key:").count()
    );

    // Neither rows nor the cohort's own file have a part in it.
    fs::rename(sample.path("private"), sample.path("elsewhere")).unwrap();
    sample.write(&format!("content/cohorts/{CLOSED}/cohort.yaml"), "status: [");
    assert_eq!(explain(CLOSED), text);
    assert_eq!(explain(&format!("cohorts/{CLOSED}")), text);

    let pool = "content/pools/2023-autumn+2024-autumn+2025-spring";
    fs::create_dir_all(sample.path(pool)).unwrap();
    sample.write(&format!("{pool}/published.yaml"), &published);
    let pooled = explain("2025-spring+2023-autumn+2024-autumn");
    assert_eq!(pooled.split_once(' ').unwrap().1, text.split_once(' ').unwrap().1);

    fs::remove_file(sample.path(&file)).unwrap();
    let none = sample.run(&["explain", CLOSED]).code(2);
    assert!(said(&none).contains("nothing is published of `2024-autumn`"), "{}", said(&none));
    sample.write(&file, published.replacen("value: 3", "value: 4", 1));
    let edited = sample.run(&["explain", CLOSED]).code(2);
    assert!(said(&edited).contains("somebody changed them"), "{}", said(&edited));
    sample.run(&["explain", "2031-spring"]).code(2);
}
