//! Where a program, its rows and its editions lie, and which setting counts most.

use std::fs;

use super::*;

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
