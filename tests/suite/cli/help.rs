//! What the program says of itself: explanations, usage and completions.

use std::io::Read;
use std::process::Stdio;

use super::*;

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
