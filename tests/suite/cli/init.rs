//! A new program, as `init` makes it.

use std::fs;

use super::*;

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
fn what_init_makes_up_is_said_until_it_is_changed() {
    let folder = TempDir::new().unwrap();
    mentorbook(folder.path()).args(["init", "--yes"]).assert().success();
    let checked = mentorbook(folder.path()).args(["check", "--format", "short"]).assert().success();
    let placeholders = out(&checked).lines().filter(|line| line.contains("warning[placeholder]")).count();
    assert!(placeholders == 2 && out(&checked).contains("\n2 warnings in 1 file"), "{}", out(&checked));
    mentorbook(folder.path()).arg("build").assert().success();
    mentorbook(folder.path()).args(["build", "--strict"]).assert().code(1);
}
