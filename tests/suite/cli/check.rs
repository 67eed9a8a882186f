//! Findings: what `check` and `build` say of them, in which form, and what turns the exit status.

use std::fs;

use super::*;

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
    // Nor does the number of files: a ledger has one more for what changes nothing that is public.
    fs::write(rows.join("notes.yaml"), "").unwrap();
    assert_eq!(err(&with), err(&judged()));
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
fn colours_are_for_those_who_ask() {
    let program = Program::new();
    program.replace("content/phases.yaml", "to_week: 8", "to_weak: 8");
    assert!(!out(&program.run(&["check"]).code(1)).contains('\x1b'));
    assert!(out(&program.run(&["check", "--color", "always"]).code(1)).contains('\x1b'));
}
