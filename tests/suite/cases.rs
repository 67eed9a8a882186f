//! Every folder of `tests/cases` gives the findings that it announces, and no others.
//!
//! A case is named after its code (`unknown-key`, a second one `unknown-key--program`) and laid over
//! `tests/cases/base`. What cannot be announced beside its line stands in `expected.txt`, in the short form;
//! `UPDATE_CASES=1 cargo test` writes that file anew.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use crate::annotation;
use crate::site::{Report, Site, cases_folder, line};

/// The folders of all cases.
pub fn all() -> Vec<(String, PathBuf)> {
    let mut cases: Vec<(String, PathBuf)> = std::fs::read_dir(cases_folder())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir() && !path.ends_with("base"))
        .map(|path| (path.file_name().unwrap().to_str().unwrap().to_owned(), path))
        .collect();
    cases.sort();
    cases
}

/// The code that a case is about.
pub fn code(name: &str) -> &str {
    name.split("--").next().unwrap()
}

#[test]
fn the_base_has_no_findings() {
    assert_eq!(Site::base().check().lines(), Vec::<String>::new());
}

#[test]
fn cases_give_what_they_announce() {
    let mut wrong = String::new();
    for (name, folder) in all() {
        let report = Site::base().with_folder(&folder).check();
        if !report.codes().contains(&code(&name)) {
            let _ = writeln!(
                wrong,
                "\n{name}: its own code is not found; found are\n{}",
                report.lines().join("\n")
            );
        }
        for problem in compare(&folder, &report) {
            let _ = writeln!(wrong, "{name}: {problem}");
        }
    }
    assert!(wrong.is_empty(), "{wrong}\nUPDATE_CASES=1 writes expected.txt anew");
}

/// What is announced and not found, or found and not announced.
fn compare(folder: &Path, report: &Report) -> Vec<String> {
    let mut announced = annotation::read(&report.sources);
    let mut rest = Vec::new();
    for one in &report.found {
        match announced.iter().position(|expected| expected.is(one, &report.sources)) {
            Some(at) => drop(announced.swap_remove(at)),
            None => rest.push(line(one, &report.sources)),
        }
    }
    let file = folder.join("expected.txt");
    if std::env::var_os("UPDATE_CASES").is_some() {
        write(&file, &rest);
    }
    let expected = std::fs::read_to_string(&file).unwrap_or_default();
    let mut problems: Vec<String> =
        announced.iter().map(|one| format!("announced, not found: {one:?}")).collect();
    let mut missing: Vec<&str> = expected.lines().collect();
    for found in &rest {
        match missing.iter().position(|line| line == found) {
            Some(at) => drop(missing.swap_remove(at)),
            None => problems.push(format!("found, not announced: {found}")),
        }
    }
    problems.extend(missing.iter().map(|line| format!("announced, not found: {line}")));
    problems
}

fn write(file: &Path, lines: &[String]) {
    if lines.is_empty() {
        let _ = std::fs::remove_file(file);
    } else {
        std::fs::write(file, lines.join("\n") + "\n").unwrap();
    }
}

#[test]
fn each_finding_of_a_case_says_what_to_do() {
    let mut silent = String::new();
    for (name, folder) in all() {
        let report = Site::base().with_folder(&folder).check();
        for one in report.found.iter().filter(|one| one.help.is_none()) {
            let _ = writeln!(silent, "{name}: {}", line(one, &report.sources));
        }
    }
    assert!(silent.is_empty(), "{silent}");
}

#[test]
fn an_applied_suggestion_clears_its_finding() {
    for (name, folder) in all() {
        let site = Site::base().with_folder(&folder);
        let report = site.check();
        for one in report.found.iter().filter(|one| one.suggestion.is_some()) {
            let alone = Report { found: vec![one.clone()], ..site.check() };
            let after = site.clone().mended(&alone).check();
            let again = |report: &Report| {
                let same = |other: &&mentorbook::diag::Diagnostic| {
                    (other.code.word, &other.message) == (one.code.word, &one.message)
                };
                report.found.iter().filter(same).count()
            };
            assert!(again(&after) < again(&report), "{name}: still there: {}", line(one, &report.sources));
        }
    }
}
