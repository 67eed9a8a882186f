//! A private edition is made where it may lie, and nothing private is in any byte of another.

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use tempfile::TempDir;

const BINARY: &str = env!("CARGO_BIN_EXE_mentorbook");

/// A value that no public file may hold: ids, words and free text carry it, dates are of this year.
const CANARIES: [&str; 2] = ["canary", "1987-03"];

/// Every row file with a canary in every column that takes one.
const ROWS: &[(&str, &str)] = &[
    (
        "participants.csv",
        "person,role,language,minor,guardian_consent_on,accommodation,same_as,canary-extra\n\
         p-canary-1,mentor,x-canary,no,1987-03-14,agreed,,canary words\n\
         p-canary-2,mentee,x-canary,no,1987-03-14,none,,canary words\n\
         p-canary-3,mentee,,,,,p-canary-2,\n",
    ),
    (
        "matches.csv",
        "match,mentors,mentees,matched_on,planned_end,status,expectations_on,matched_by,criteria,site,track,model,facilitator,rematch_of,continues\n\
         m-canary-1,p-canary-1,p-canary-2,1987-03-02,1987-03-27,completed,1987-03-05,canary-by,canary-criterion,canary-site,canary-track,canary-model,p-canary-9,m-canary-8,m-canary-7\n\
         m-canary-2,p-canary-1,p-canary-3,1987-03-03,,ended_early,,,,,,,,,\n",
    ),
    (
        "endings.csv",
        "match,ended_on,initiated_by,reason,procedure,certified\n\
         m-canary-1,1987-03-20,canary-side,canary-reason,canary-procedure,yes\n\
         m-canary-4,1987-03-20,,,,\n",
    ),
    (
        "events.csv",
        "match,date,event,person,role,until,reason\n\
         m-canary-1,1987-03-06,paused,p-canary-1,mentor,1987-03-09,canary words\n",
    ),
    ("exits.csv", "match,person,role,exit,would_rematch\nm-canary-1,p-canary-2,mentee,held,canary-yes\n"),
    (
        "checkin-log.csv",
        "match,check_in,planned_on,facilitator,held_on,result\n\
         m-canary-1,canary-check-in,1987-03-10,p-canary-9,1987-03-11,canary-result\n",
    ),
    (
        "contacts.csv",
        "match,date,kind,with,outcome\nm-canary-1,1987-03-12,canary-kind,canary-side,canary-outcome\n",
    ),
    ("meetings.csv", "match,month,meetings,minutes\nm-canary-1,1987-03,canary,canary\n"),
    ("attendance.csv", "session,person,role,status\ncanary-session,p-canary-1,mentor,canary-status\n"),
    (
        "applicants.csv",
        "person,role,applied_on,status,status_on\np-canary-1,mentor,1987-03-01,matched,1987-03-02\n",
    ),
    (
        "responses-end.csv",
        "person,match,answered_on,canary-question\np-canary-2,m-canary-1,1987-03-26,canary words\n",
    ),
    ("canary-notes.csv", "person,notes\np-canary-2,canary words\n"),
];

fn mentorbook(at: &Path) -> Command {
    let mut command = Command::new(BINARY);
    command.current_dir(at).env_remove("CI");
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("MENTORBOOK_")) {
        command.env_remove(name);
    }
    command
}

/// The shipped handbook with rows of one cohort that are nothing but canaries.
fn program() -> TempDir {
    let folder = TempDir::new().unwrap();
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR"));
    for entry in walkdir::WalkDir::new(shipped.join("content")).into_iter().map(Result::unwrap) {
        let to = folder.path().join(entry.path().strip_prefix(shipped).unwrap());
        if entry.file_type().is_dir() {
            fs::create_dir_all(to).unwrap();
        } else {
            fs::copy(entry.path(), to).unwrap();
        }
    }
    let rows = folder.path().join("rows/cohorts/2024-autumn");
    fs::create_dir_all(&rows).unwrap();
    for (name, text) in ROWS {
        fs::write(rows.join(name), text).unwrap();
    }
    folder
}

/// The canaries in some bytes, whichever case and however a web address writes them.
fn sung(bytes: &[u8]) -> Vec<&'static str> {
    let text = String::from_utf8_lossy(bytes).to_lowercase().replace("%2d", "-");
    CANARIES.into_iter().filter(|canary| text.contains(canary)).collect()
}

#[test]
fn nothing_private_is_in_any_byte_of_another_edition() {
    let folder = program();
    let at = folder.path();
    for edition in ["public", "team"] {
        let built =
            mentorbook(at).args(["build", "--edition", edition, "--data", "rows", "-v"]).output().unwrap();
        // The rows are faulty, so the build stops at them; without them it goes through.
        assert!(!built.status.success() || sung(&built.stdout).is_empty());
        mentorbook(at).args(["build", "--edition", edition]).assert().success();
    }
    // What is left of the faulty files is sound, so that a build with rows goes through.
    let rows = at.join("rows/cohorts/2024-autumn");
    let keep = ["participants.csv", "matches.csv", "applicants.csv", "events.csv"];
    for (name, text) in ROWS.iter().filter(|(name, _)| !keep.contains(name)) {
        let header = text.lines().next().unwrap();
        if name.starts_with("canary") || name.starts_with("responses") {
            fs::remove_file(rows.join(name)).unwrap();
        } else {
            fs::write(rows.join(name), format!("{header}\n")).unwrap();
        }
    }
    for edition in ["public", "team"] {
        let built = mentorbook(at).args(["build", "--edition", edition, "--data", "rows"]).output().unwrap();
        assert!(sung(&built.stdout).is_empty(), "{}", String::from_utf8_lossy(&built.stdout));
    }
    for folder in ["output", ".mentorbook"] {
        let mut files = 0;
        for entry in walkdir::WalkDir::new(at.join(folder)).into_iter().map(Result::unwrap) {
            if entry.file_type().is_file() {
                let bytes = fs::read(entry.path()).unwrap();
                assert_eq!(sung(&bytes), Vec::<&str>::new(), "{}", entry.path().display());
                files += 1;
            }
        }
        assert!(files > 0, "{folder}");
    }
}

#[test]
fn findings_without_snippets_quote_nothing_private() {
    let folder = program();
    let all = mentorbook(folder.path()).args(["check", "--data", "rows"]).output().unwrap();
    assert!(all.stdout.len() > 2000, "much is wrong with these rows");
    for format in ["human", "short", "json", "sarif", "github"] {
        let args = ["check", "--data", "rows", "--no-snippets", "--format", format];
        let done = mentorbook(folder.path()).args(args).output().unwrap();
        let text = [done.stdout, done.stderr].concat();
        let text = String::from_utf8(text).unwrap();
        // Not even a code and a line: one match whose status is missing would be told.
        let private = |line: &&str| line.contains("rows/") || !sung(line.as_bytes()).is_empty();
        assert_eq!(text.lines().filter(private).collect::<Vec<_>>(), Vec::<&str>::new(), "{format}");
    }
}

#[test]
fn a_private_edition_is_made_only_where_it_may_lie() {
    let folder = program();
    let at = folder.path();
    let sample = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/private");
    let cases: &[(&[&str], &str)] = &[
        (&["--out", "../staff-site"], "name their folder"),
        (&["--data", sample], "say where it may lie"),
        (&["--data", sample, "--out", "output/staff"], "cannot lie in the program's own folder"),
        (&["--data", sample, "--out", "content/../output"], "cannot lie in the program's own folder"),
        (&["--data", sample, "--out", "content/guides/staff-site"], "cannot lie in the program's own folder"),
    ];
    for (args, says) in cases {
        let done = mentorbook(at).args(["build", "--edition", "staff"]).args(*args).output().unwrap();
        let told = String::from_utf8(done.stderr).unwrap();
        assert_eq!(done.status.code(), Some(2), "{args:?}: {told}");
        assert!(told.contains(says), "{args:?}: {told}");
    }
    let elsewhere = TempDir::new().unwrap();
    let kept = elsewhere.path().join("staff");
    let args = ["build", "--edition", "staff", "--data", sample, "--out", kept.to_str().unwrap()];
    let done = mentorbook(at).args(args).env("CI", "true").output().unwrap();
    assert!(String::from_utf8_lossy(&done.stderr).contains("continuous integration"));
    assert!(!at.join("output").exists() && !kept.exists());

    for name in ["content/program.yaml", "content/measures.yaml"] {
        let said = fs::read_to_string(at.join(name)).unwrap();
        let other_word = said.replace("pareja", "tándem").replace("Pareja", "Tándem");
        fs::write(at.join(name), other_word).unwrap();
    }
    mentorbook(at).args(args).args(["--as-of", "2026-11-22"]).assert().success();
    let mut pages = 0;
    for entry in walkdir::WalkDir::new(&kept).into_iter().map(Result::unwrap) {
        let page = entry.path();
        if page.extension().is_some_and(|ending| ending == "html") {
            let html = fs::read_to_string(page).unwrap();
            if html.contains("http-equiv=\"refresh\"") {
                continue;
            }
            let stamped =
                html.contains("Private, 22 November 2026") || html.contains("Privado, 22 de noviembre");
            assert!(stamped && html.contains("content=\"noindex\""), "{}", page.display());
            pages += 1;
        }
    }
    assert!(pages > 200, "{pages}");
    let cohort = fs::read_to_string(kept.join("private/2024-autumn.html")).unwrap();
    assert!(cohort.contains("38 pairs") && cohort.contains("a change in the mentee’s life"));
    let spanish = fs::read_to_string(kept.join("es/private/2024-autumn.html")).unwrap();
    let words = spanish.split(|c: char| !c.is_alphabetic()).map(str::to_lowercase);
    let hard_coded: Vec<String> =
        words.filter(|word| ["pareja", "parejas", "life", "term"].contains(&word.as_str())).collect();
    assert_eq!(hard_coded, Vec::<String>::new(), "the program says tándem, in Spanish");
    assert!(spanish.contains("38 tándems"));
    assert!(!kept.join("sitemap.xml").exists());
    let docs = fs::read_to_string(kept.join("search-docs.en.js")).unwrap();
    assert!(!docs.contains("private/"), "private pages are in no search");
}

/// Only the private pages, and what hands them their figures, may name what staff see.
#[test]
fn only_private_pages_name_what_staff_see() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let may = ["outcomes/", "pages/staff/", "pages/site.rs", "assemble.rs"];
    for entry in walkdir::WalkDir::new(&src).into_iter().map(Result::unwrap) {
        let path = entry.path().strip_prefix(&src).unwrap().to_str().unwrap().replace('\\', "/");
        let rust = entry.path().extension().is_some_and(|ending| ending == "rs");
        if !rust || may.iter().any(|room| path.starts_with(room)) {
            continue;
        }
        let text = fs::read_to_string(entry.path()).unwrap();
        let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
        let named: Vec<&str> =
            code.filter(|line| line.contains("outcomes::staff") || line.contains("Staff<")).collect();
        assert_eq!(named, Vec::<&str>::new(), "{path}");
    }
}

/// One confidential answer fewer than were released would be the difference of two pages.
#[test]
fn confidential_answers_are_told_as_they_were_released() {
    let folder = program();
    let at = folder.path();
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/private");
    fs::remove_dir_all(at.join("rows")).unwrap();
    for entry in walkdir::WalkDir::new(&sample).into_iter().map(Result::unwrap) {
        let to = at.join("rows").join(entry.path().strip_prefix(&sample).unwrap());
        if entry.file_type().is_dir() {
            fs::create_dir_all(to).unwrap();
        } else {
            fs::copy(entry.path(), to).unwrap();
        }
    }
    let out = TempDir::new().unwrap();
    let page = || {
        let to = out.path().join("staff");
        let args = ["build", "--edition", "staff", "--data", "rows", "--as-of", "2026-11-22", "--out"];
        mentorbook(at).args(args).arg(&to).assert().success();
        fs::read_to_string(to.join("private/2024-autumn.html")).unwrap()
    };
    let told = "As released. The answers have changed since";
    assert!(!page().contains(told));
    let file = at.join("rows/cohorts/2024-autumn/responses-end-mentee.csv");
    let text = fs::read_to_string(&file).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    fs::write(&file, lines[..lines.len() - 1].join("\n") + "\n").unwrap();
    assert!(page().matches(told).count() > 3);
}
