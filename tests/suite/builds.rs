//! Laws of building: what is unchanged is the same bytes, however it came about.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use mentorbook::pipeline::{self, Kept, Options, Target};
use mentorbook::source::Disk;

/// The shipped content in a folder of its own, and a day on which it is built.
struct Copy {
    folder: tempfile::TempDir,
}

impl Copy {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
        for entry in walkdir::WalkDir::new(&from) {
            let entry = entry.unwrap();
            let to = folder.path().join("content").join(entry.path().strip_prefix(&from).unwrap());
            if entry.file_type().is_dir() {
                fs::create_dir_all(to).unwrap();
            } else {
                fs::copy(entry.path(), to).unwrap();
            }
        }
        Self { folder }
    }

    fn edit(&self, path: &str, change: impl Fn(&str) -> String) {
        let file = self.folder.path().join("content").join(path);
        let text = fs::read_to_string(&file).unwrap();
        let changed = change(&text);
        assert_ne!(text, changed, "the edit of {path} changes nothing");
        fs::write(file, changed).unwrap();
    }

    fn build(&self, out: &str, kept: &mut Kept) -> BTreeMap<PathBuf, Vec<u8>> {
        let day = NaiveDate::from_ymd_opt(2026, 5, 4).unwrap();
        let world = Disk::new(self.folder.path().join("content"), day);
        let options = Options::default();
        let mut read = pipeline::check(&world, &options, kept).unwrap();
        assert!(!read.failed(), "{:#?}", read.found);
        let target = Target { out: self.folder.path().join(out), cache: self.folder.path().join("cache") };
        pipeline::build(&world, &mut read, &options, &target, kept, &|_, _| {}).unwrap();
        bytes_of(&target.out)
    }
}

fn bytes_of(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let files =
        walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap).filter(|e| e.file_type().is_file());
    files.map(|e| (e.path().strip_prefix(folder).unwrap().to_owned(), fs::read(e.path()).unwrap())).collect()
}

/// The paths at which two sites differ: shorter to read than the bytes.
fn differences(one: &BTreeMap<PathBuf, Vec<u8>>, other: &BTreeMap<PathBuf, Vec<u8>>) -> Vec<PathBuf> {
    let all: std::collections::BTreeSet<&PathBuf> = one.keys().chain(other.keys()).collect();
    all.into_iter().filter(|path| one.get(*path) != other.get(*path)).cloned().collect()
}

#[test]
fn one_thread_and_many_give_the_same_bytes() {
    let copy = Copy::new();
    let with = |threads: usize, out: &str| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| copy.build(out, &mut Kept::default()))
    };
    let (one, many) = (with(1, "one"), with(8, "many"));
    assert!(one.len() > 200, "the site has {} files", one.len());
    assert_eq!(differences(&one, &many), Vec::<PathBuf>::new());
}

/// Edits of every sort, each followed by a build on top of the last and a clean one beside it.
#[test]
fn a_build_on_top_of_another_equals_a_clean_one() {
    let copy = Copy::new();
    let mut kept = Kept::remembering();
    copy.build("site", &mut kept);
    let edits: &[(&str, &str, &str)] = &[
        ("guides/phases/working.md", "\n## ", "\nA sentence more.\n\n## "),
        ("guides/endings/policy.md", "order: 10", "order: 95"),
        ("guides/safety.md", "title: Safety and help", "title: Safety and more help"),
        ("phases.yaml", "to_week: 8", "to_week: 8 # as before"),
        ("program.yaml", "name: Harbor Mentoring", "name: Another Harbor"),
        ("guides/check-ins/index.md", "order: 30\n---\n", "order: 30\n---\nA new first paragraph.\n\n"),
    ];
    for (i, (path, from, to)) in edits.iter().enumerate() {
        copy.edit(path, |text| text.replacen(from, to, 1));
        let on_top = copy.build("site", &mut kept);
        let clean = copy.build(&format!("clean-{i}"), &mut Kept::default());
        assert_eq!(differences(&on_top, &clean), Vec::<PathBuf>::new(), "after the edit of {path}");
    }
}
