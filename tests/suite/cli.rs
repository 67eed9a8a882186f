//! The binary as a user runs it: each command, its exit status, and what it leaves alone.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

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

#[test]
fn a_new_program_checks_clean_and_builds_at_once() {
    let program = Program::new();
    let checked = program.run(&["check", "--strict"]).success();
    assert_eq!(out(&checked), "");
    let built = program.run(&["build"]).success();
    assert!(out(&built).contains(" pages, "), "{}", out(&built));
    assert!(out(&built).contains("The site is in output/public."), "{}", out(&built));
    let home = program.read("output/public/index.html");
    assert!(home.contains("<h1") && home.contains("Lantern"));
    assert!(!home.contains("Harbor"));
    let before = files(&program.path("output"));
    let again = program.run(&["build"]).success();
    assert!(out(&again).contains(" 0 files changed"), "{}", out(&again));
    assert_eq!(files(&program.path("output")), before, "nothing is written twice");
    assert_eq!(program.read(".gitignore").lines().filter(|line| line.starts_with('/')).count(), 2);
}

#[test]
fn every_kind_of_program_builds_without_a_warning() {
    for answers in [
        &["--weeks", "5", "--model", "flash"][..],
        &["--weeks", "20", "--people", "minors", "--languages", "en,es"],
        &["--weeks", "104", "--people", "mixed", "--model", "group", "--timezone", "America/Lima"],
    ] {
        let program = Program::with(answers);
        program.run(&["build", "--strict", "--quiet"]).success().stdout("").stderr("");
    }
}

#[test]
fn init_leaves_a_folder_with_files_alone() {
    let program = Program::new();
    let before = files(&program.root());
    let refused = mentorbook(program.folder.path()).args(["init", "lantern", "--yes"]).assert().code(2);
    assert!(err(&refused).contains("is not empty"), "{}", err(&refused));
    assert_eq!(files(&program.root()), before);
    let folder = TempDir::new().unwrap();
    fs::create_dir(folder.path().join(".git")).unwrap();
    mentorbook(folder.path()).args(["init", "--yes"]).assert().success();
}

#[test]
fn init_asks_nobody_where_nobody_is() {
    let folder = TempDir::new().unwrap();
    let asked = mentorbook(folder.path()).args(["init", "new"]).assert().code(2);
    assert!(err(&asked).contains("--yes"), "{}", err(&asked));
    for (answers, told) in [
        (["--weeks", "3"], "5..=260"),
        (["--start", "11.1.2027"], "2027-01-11"),
        (["--languages", "es"], "English"),
        (["--timezone", "Mars/Base"], "Europe/Lisbon"),
        (["--model", "pairs"], "one_to_one"),
    ] {
        let wrong = mentorbook(folder.path()).args(["init", "new", "--yes"]).args(answers).assert().code(2);
        assert!(err(&wrong).contains(told), "{}", err(&wrong));
    }
    assert!(!folder.path().join("new").exists(), "nothing was written");
}

#[test]
fn an_error_writes_nothing_and_ends_with_1() {
    let program = Program::new();
    program.run(&["build"]).success();
    let before = files(&program.path("output"));
    program.replace("content/phases.yaml", "to_week: 8", "to_weak: 8");
    let checked = program.run(&["check"]).code(1);
    assert!(out(&checked).contains("error[unknown-key]"), "{}", out(&checked));
    assert!(out(&checked).contains("content/phases.yaml:"), "{}", out(&checked));
    let built = program.run(&["build"]).code(1);
    assert!(err(&built).contains("nothing was written"), "{}", err(&built));
    assert_eq!(out(&built), "");
    assert_eq!(files(&program.path("output")), before);
    let quiet = program.run(&["build", "--quiet"]).code(1);
    assert!(err(&quiet).contains("error[unknown-key]"), "quiet still says what is wrong");
}

#[test]
fn fix_mends_what_has_one_remedy() {
    let program = Program::new();
    let right = program.read("content/phases.yaml");
    program.replace("content/phases.yaml", "to_week: 8", "to_weak: 8");
    let fixed = program.run(&["check", "--fix"]).success();
    assert!(err(&fixed).contains("1 place put right in 1 file"), "{}", err(&fixed));
    assert!(err(&fixed).contains(": to_weak: 8 -> to_week: 8\n"), "{}", err(&fixed));
    assert_eq!(program.read("content/phases.yaml"), right);
    let none = program.run(&["check", "--fix"]).success();
    assert!(err(&none).contains("nothing to put right"), "{}", err(&none));
}

#[test]
fn what_init_makes_up_is_said_until_it_is_changed() {
    let folder = TempDir::new().unwrap();
    mentorbook(folder.path()).args(["init", "--yes"]).assert().success();
    let checked = mentorbook(folder.path()).args(["check", "--format", "short"]).assert().success();
    let placeholders = out(&checked).lines().filter(|line| line.contains("warning[placeholder]")).count();
    assert!(placeholders == 2 && out(&checked).contains("\n2 warnings in 1 file"), "{}", out(&checked));
    mentorbook(folder.path()).arg("build").assert().success();
    mentorbook(folder.path()).args(["build", "--strict"]).assert().code(1);
}

#[test]
fn fix_makes_no_guess() {
    let program = Program::new();
    program.replace("content/program.yaml", "timezone: ", "timezone: Europe/Barcelona # ");
    let guide = "content/guides/starting/image.md";
    fs::write(program.path(guide), "---\ntitle: Image\naudience: [mentor mentee]\n---\n[[guide:strating]]\n")
        .unwrap();
    let before = (program.read("content/program.yaml"), program.read(guide));
    let fixed = program.run(&["check", "--fix"]).code(1);
    assert!(err(&fixed).contains("nothing to put right"), "{}", err(&fixed));
    assert_eq!((program.read("content/program.yaml"), program.read(guide)), before);
    assert!(out(&fixed).contains("did you mean"), "{}", out(&fixed));
}

#[test]
fn warnings_count_with_strict_unless_the_baseline_accepts_them() {
    let program = Program::new();
    fs::write(
        program.path("content/guides/starting/image.md"),
        "---\ntitle: Image\n---\nText with <b>HTML</b>.\n",
    )
    .unwrap();
    let checked = program.run(&["check", "--format", "short"]).success();
    let warnings = out(&checked).lines().filter(|line| line.contains(": warning[")).count();
    assert!(warnings > 0, "{}", out(&checked));
    program.run(&["check", "--strict"]).code(1);
    program.run(&["build", "--strict"]).code(1);
    assert!(!program.path("output").exists(), "strict warnings write nothing");
    program.run(&["check", "--baseline", "accepted.yaml"]).code(2);
    program.run(&["check", "--baseline", "accepted.yaml", "--update-baseline"]).success();
    let accepted = program.run(&["check", "--strict", "--baseline", "accepted.yaml"]).success();
    assert!(err(&accepted).contains("the baseline accepts"), "{}", err(&accepted));
    program.run(&["build", "--strict", "--baseline", "accepted.yaml"]).success();
    fs::remove_file(program.path("content/guides/starting/image.md")).unwrap();
    let mended = program.run(&["check", "--baseline", "accepted.yaml"]).success();
    assert!(err(&mended).contains("can leave the baseline"), "{}", err(&mended));
}

/// How often people were matched, and whether anything is to be released, is for those alone who hold the rows.
#[test]
fn what_rows_say_stays_out_of_what_others_read() {
    let program = Program::new();
    let (cohort, rows) = (program.path("content/cohorts/old"), program.path("private/cohorts/old"));
    fs::create_dir_all(&cohort).unwrap();
    fs::create_dir_all(&rows).unwrap();
    let closed = "name: Old\nstart: 2025-01-06\nend: 2025-12-19\nstatus: closed\n";
    fs::write(cohort.join("cohort.yaml"), closed).unwrap();
    // One mentor has four matches, one after the other.
    let row = |i: usize| {
        let (mentor, from, to) = if i < 4 { (0, i * 2 + 1, i * 2 + 2) } else { (i, 1, 8) };
        format!("m{i},a{mentor},b{i},2025-{from:02}-06,2025-{to:02}-23,completed,,,,,,,,,\n")
    };
    let head = "match,mentors,mentees,matched_on,planned_end,status,expectations_on,matched_by,criteria,site,track,model,facilitator,rematch_of,continues\n".to_owned();
    fs::write(rows.join("matches.csv"), (0..30).fold(head.clone(), |text, i| text + &row(i))).unwrap();
    let codes = ["several-matches", "release-missing"];
    program.run(&["check", "--strict"]).code(1);
    let ours = program.run(&["check", "--format", "short"]).success();
    assert!(codes.iter().all(|code| out(&ours).contains(&format!("[{code}]"))), "{}", out(&ours));
    // A remedy is copied into a file that everybody sees: it names the limit, not what happened.
    let remedy = out(&program.run(&["check"]).success());
    let remedy = remedy.split("[several-matches]").nth(1).unwrap();
    let remedy = remedy.split("help: ").nth(1).unwrap().split("\n\n").next().unwrap();
    assert!(remedy.contains("`matches_per_mentor`, the most that your program allows"), "{remedy}");
    assert!(!remedy.contains(|c: char| c.is_ascii_digit()), "{remedy}");
    for format in ["human", "short", "json", "sarif", "github"] {
        // Nor does the exit status tell: what is shown decides it.
        let told = out(&program.run(&["check", "--strict", "--no-snippets", "--format", format]).success());
        assert!(!codes.iter().any(|code| told.contains(code)), "{format}: {told}");
    }
    program.run(&["check", "--baseline", "accepted.yaml", "--update-baseline"]).success();
    let accepted = program.read("accepted.yaml");
    assert!(!codes.iter().any(|code| accepted.contains(code)), "{accepted}");
    // One that was written by hand is to leave the baseline whatever the rows say.
    let by_hand = "- code: release-missing\n  file: content/cohorts/old/cohort.yaml\n  message: \"`old` is closed and has rows, but no release\"\n";
    fs::write(program.path("accepted.yaml"), by_hand).unwrap();
    let judged =
        || program.run(&["check", "--strict", "--no-snippets", "--baseline", "accepted.yaml"]).success();
    let with = judged();
    fs::write(rows.join("matches.csv"), head).unwrap();
    assert_eq!((out(&with), err(&with)), (out(&judged()), err(&judged())));
}

#[test]
fn machines_get_formats_of_their_own() {
    let program = Program::new();
    program.replace("content/phases.yaml", "to_week: 8", "to_weak: 8");
    for (format, sign) in [("json", "\"unknown-key\""), ("sarif", "\"2.1.0\""), ("github", "::error ")] {
        let checked = program.run(&["check", "--format", format]).code(1);
        assert!(out(&checked).contains(sign), "{format}: {}", out(&checked));
        if format != "github" {
            serde_json::from_str::<serde_json::Value>(&out(&checked)).unwrap();
        }
    }
    let by_variable =
        mentorbook(&program.root()).arg("check").env("MENTORBOOK_FORMAT", "short").assert().code(1);
    assert!(out(&by_variable).contains("\ncontent/phases.yaml:"), "{}", out(&by_variable));
}

#[test]
fn the_program_is_found_from_below_and_missed_from_outside() {
    let program = Program::new();
    let below = program.path("content/guides/starting");
    mentorbook(&below).arg("build").assert().success();
    assert!(program.path("output/public/index.html").exists());
    let outside = mentorbook(program.folder.path()).arg("check").assert().code(2);
    assert!(err(&outside).contains("content/program.yaml"), "{}", err(&outside));
    assert!(err(&outside).contains("mentorbook init"), "{}", err(&outside));
    mentorbook(program.folder.path()).args(["check", "--root", "lantern"]).assert().success();
    mentorbook(program.folder.path()).arg("check").env("MENTORBOOK_ROOT", "lantern").assert().success();
    mentorbook(program.folder.path()).args(["check", "--root", "nowhere"]).assert().code(2);
}

#[test]
fn editions_have_their_own_folders() {
    let program = Program::new();
    program.run(&["build", "--edition", "team"]).success();
    assert!(program.path("output/team/index.html").exists() && !program.path("output/public").exists());
    let wrong = program.run(&["build", "--edition", "staf"]).code(2);
    assert!(err(&wrong).contains("did you mean `staff`?"), "{}", err(&wrong));
    let refused = program.run(&["build", "--out", "output/team"]).code(2);
    assert!(err(&refused).contains("holds the edition `team`"), "{}", err(&refused));
    let full = program.run(&["build", "--out", "content"]).code(2);
    assert!(err(&full).contains("did not write"), "{}", err(&full));
    program.run(&["build", "--data", "none"]).code(2);
}

#[test]
fn an_option_counts_more_than_its_variable_and_that_more_than_the_file() {
    let program = Program::new();
    let file = "# base_url: https://handbook.example.org/";
    program.replace("content/program.yaml", file, "base_url: https://file.example.org/");
    let build = |variable: Option<&str>, option: &[&str]| {
        let mut command = mentorbook(&program.root());
        command.args(["build", "-q"]).args(option).envs(variable.map(|url| ("MENTORBOOK_BASE_URL", url)));
        command.assert().success();
        program.read("output/public/sitemap.xml")
    };
    assert!(build(None, &[]).contains("https://file.example.org/"));
    let variable = Some("https://variable.example.org/");
    assert!(build(variable, &[]).contains("https://variable.example.org/"));
    assert!(
        build(variable, &["--base-url", "https://option.example.org/"])
            .contains("https://option.example.org/")
    );
    program.run(&["build", "--base-url", "handbook"]).code(2);
}

#[test]
fn explain_knows_every_code() {
    let here = TempDir::new().unwrap();
    let list = mentorbook(here.path()).arg("explain").assert().success();
    let words: Vec<String> =
        out(&list).lines().filter_map(|line| Some(line.split_once("  ")?.0.to_owned())).collect();
    assert!(
        words.iter().any(|word| word == "theme-file")
            && words.iter().filter(|word| !word.is_empty()).count() > 40
    );
    let one = mentorbook(here.path()).args(["explain", "unknown-key"]).assert().success();
    for part in ["unknown-key (error)", "\nWhy\n", "\nHow to mend it\n", "\nExample\n"] {
        assert!(out(&one).contains(part), "{}", out(&one));
    }
    let wrong = mentorbook(here.path()).args(["explain", "unkown-key"]).assert().code(2);
    assert!(err(&wrong).contains("did you mean `unknown-key`?"), "{}", err(&wrong));
}

#[test]
fn explain_knows_every_file() {
    let here = TempDir::new().unwrap();
    let explain = |what: &str| mentorbook(here.path()).args(["explain", what]).assert();
    let all = out(&explain("--model").success());
    for name in ["program.yaml", "cohort", "guides"] {
        let one = out(&explain(name).success());
        assert!(one.starts_with("## `") && all.contains(&one), "{one}");
    }
    let rows = out(&explain("matches.csv").success());
    assert!(
        rows.contains("    match,mentors,mentees,") && rows.contains("one of: proposed, active"),
        "{rows}"
    );
    assert!(err(&explain("atendance.csv").code(2)).contains("did you mean `attendance.csv`?"));
    assert!(err(&explain("cohorts.yaml").code(2)).contains("did you mean `cohort.yaml`?"));
    mentorbook(here.path()).args(["explain", "cohort", "--model"]).assert().code(2);
}

#[test]
fn shells_get_completions() {
    let here = TempDir::new().unwrap();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = mentorbook(here.path()).args(["completions", shell]).assert().success();
        assert!(out(&script).contains("update-baseline"), "{shell}");
    }
}

#[test]
fn usage_errors_end_with_2_and_help_has_examples() {
    let here = TempDir::new().unwrap();
    mentorbook(here.path()).arg("bild").assert().code(2);
    mentorbook(here.path()).args(["check", "--update-baseline"]).assert().code(2);
    for command in ["init", "check", "build", "serve", "explain", "completions"] {
        let help = mentorbook(here.path()).args([command, "--help"]).assert().success();
        assert!(out(&help).contains("Examples:"), "{command}");
    }
}

#[test]
fn a_folder_that_holds_no_rows_is_refused() {
    let program = Program::new();
    fs::create_dir_all(program.path("private/cohorts/spring")).unwrap();
    fs::write(program.path("private/cohorts/spring/notes.txt"), "x").unwrap();
    program.run(&["check", "--data", "private"]).success();
    for (data, says) in [
        ("private/cohorts", "did you mean `--data private`?"),
        ("private/cohorts/spring/", "--data private`?"),
        ("content", "cohorts/ID"),
        ("content/guides", "cohorts/ID"),
    ] {
        let said = err(&program.run(&["check", "--data", data]).code(2));
        assert!(said.contains("is no folder of rows") && said.contains(says), "{said}");
    }
    fs::create_dir(program.path("private/cohorts/spring/matches.csv")).unwrap();
    let said = err(&program.run(&["check", "--data", "private"]).code(2));
    assert!(said.contains("spring/matches.csv: this is no file"), "{said}");
}

#[test]
fn colours_are_for_those_who_ask() {
    let program = Program::new();
    program.replace("content/phases.yaml", "to_week: 8", "to_weak: 8");
    assert!(!out(&program.run(&["check"]).code(1)).contains('\x1b'));
    assert!(out(&program.run(&["check", "--color", "always"]).code(1)).contains('\x1b'));
}

/// A pipe whose reader has gone ends the talk without a panic.
#[test]
fn a_reader_who_leaves_is_no_trouble() {
    let mut child = std::process::Command::new(BINARY)
        .arg("explain")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let mut told = String::new();
    child.stderr.take().unwrap().read_to_string(&mut told).unwrap();
    assert!(child.wait().unwrap().success());
    assert_eq!(told, "");
}

/// A preview that ends with its test.
struct Preview(Child);

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn an_unchanged_build_says_what_it_said_and_any_change_ends_that() {
    let program = Program::new();
    fs::write(program.path("content/guides/raw.md"), "---\ntitle: Raw\n---\nA <b>bold</b> word.\n").unwrap();
    let build = |arguments: &[&str]| {
        let done = program.run(&[&["build"], arguments].concat()).success();
        let told = out(&done);
        let changed = told.split(", ").nth(1).unwrap().to_owned();
        (changed, told.split(", ").next().unwrap().to_owned(), err(&done))
    };
    let first = build(&[]);
    assert!(first.2.contains("raw-html"), "{}", first.2);
    let unchanged = ("0 files changed".to_owned(), first.1.clone(), first.2.clone());
    assert_eq!(build(&[]), unchanged);
    let seals = || fs::read_dir(program.path(".mentorbook")).unwrap().flatten();
    assert!(seals().any(|file| file.path().extension().is_some_and(|ending| ending == "seal")));
    program.run(&["build", "--strict"]).code(1);

    fs::remove_file(program.path("output/public/index.html")).unwrap();
    assert_eq!(build(&[]).0, "1 file changed");
    fs::write(program.path("output/public/raw.html"), "mine").unwrap();
    assert_eq!(build(&[]).0, "1 file changed");
    assert_ne!(build(&["--no-search"]).0, "0 files changed");
    fs::remove_dir_all(program.path("output/public")).unwrap();
    assert_ne!(build(&[]).0, "0 files changed", "a site that is gone is made anew");
    assert!(program.path("output/public/index.html").exists());
    program.replace("content/guides/raw.md", "<b>bold</b>", "bold");
    let mended = build(&[]);
    assert!(!mended.2.contains("raw-html"), "{mended:?}");
    assert_eq!(build(&[]).0, "0 files changed");
}

#[test]
fn serve_shows_the_site_and_rebuilds_on_save() {
    let program = Program::new();
    let child = std::process::Command::new(BINARY)
        .args(["serve", "--port", "0", "--root"])
        .arg(program.root())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut preview = Preview(child);
    let mut told = BufReader::new(preview.0.stderr.take().unwrap()).lines().map(Result::unwrap);
    let ready = told.find(|line| line.starts_with("The site is at http://127.0.0.1:")).unwrap();
    let address = ready.split(['/', ' ']).find(|part| part.starts_with("127.0.0.1:")).unwrap().to_owned();
    assert!(get(&address, "/").contains("Lantern"));
    program.replace("content/program.yaml", "name: Lantern", "name: Lighthouse");
    let until = Instant::now() + Duration::from_secs(20);
    while !get(&address, "/").contains("Lighthouse") {
        assert!(Instant::now() < until, "the saved change never showed");
        std::thread::sleep(Duration::from_millis(50));
    }
    assert!(!program.path("output").exists(), "a preview leaves the published folder alone");
}

fn get(address: &str, path: &str) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}
