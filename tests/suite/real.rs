//! A real program's three cohorts, where the folder with them is there: it is not part of the project.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use mentorbook::diag::{Files, Severity};
use mentorbook::pipeline::{self, Kept, Options, Target};
use mentorbook::source::Disk;

/// Beside the checkout, or where `MENTORBOOK_REAL` says.
fn folder() -> Option<PathBuf> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/real/open-seeds");
    let folder = std::env::var_os("MENTORBOOK_REAL").map_or_else(beside, PathBuf::from);
    folder.join("content/program.yaml").is_file().then_some(folder)
}

/// What is truly wrong with it, by code; each was held against the files by hand.
const DEFECTS: &[(&str, usize)] = &[
    ("ending-unexplained", 9),
    ("heading-skips", 3),
    ("match-alone", 1),
    ("match-both-sides", 1),
    ("number-contradicted", 1),
    ("raw-html", 103),
    ("release-missing", 3),
    ("remote-image", 2),
    ("results-small", 2),
    ("session-listed-twice", 5),
    ("session-week", 2),
    ("session-without-time", 4),
    ("several-matches", 3),
    ("status-missing", 3),
];

#[test]
fn its_true_defects_are_found_and_nothing_else() {
    let Some(folder) = folder() else { return };
    let mut world = Disk::new(folder.join("content"), NaiveDate::from_ymd_opt(2026, 11, 1).unwrap());
    world.data = Some(folder.join("private"));
    let options = Options::default();
    let mut kept = Kept::default();
    let mut read = pipeline::check(&world, &options, &mut kept).unwrap();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for found in &read.found {
        assert_eq!(found.severity, Severity::Warning, "{}: {}", found.code.word, found.message);
        *counts.entry(found.code.word).or_default() += 1;
    }
    assert_eq!(counts.into_iter().collect::<Vec<_>>(), DEFECTS);
    let at = |code: &str| -> Vec<String> {
        let of = read.found.iter().filter(|f| f.code.word == code).map(|f| f.primary.place);
        of.map(|place| {
            let line = read.sources.lines(place.file).unwrap().position(place.span.start as usize).line;
            let name = read.sources.name(place.file).to_owned();
            format!("{}:{line}", name.rsplit('/').take(2).collect::<Vec<_>>().join(" "))
        })
        .collect()
    };
    assert_eq!(at("session-week"), ["cohort.yaml ols-1:13", "cohort.yaml ols-2:37"]);
    assert_eq!(
        at("remote-image"),
        ["etherpad-archiving-guide.md procedures:22", "etherpad-archiving-guide.md procedures:31"]
    );
    let out = tempfile::tempdir().unwrap();
    let target = Target { out: out.path().join("site"), cache: out.path().join("cache") };
    let report = pipeline::build(&world, &mut read, &options, &target, &mut kept, &|_, _| {}).unwrap();
    assert!(report.pages > 90, "{report:?}");
    let rows = walkdir::WalkDir::new(&target.out)
        .into_iter()
        .map(Result::unwrap)
        .filter(|e| e.file_type().is_file());
    for file in rows {
        let bytes = std::fs::read(file.path()).unwrap();
        let told = String::from_utf8_lossy(&bytes);
        assert!(!told.contains("ols-3-m11"), "a private id stands in {}", file.path().display());
    }
}
