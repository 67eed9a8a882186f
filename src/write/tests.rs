#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use tempfile::TempDir;

use super::journal::Journal;
use super::manifest::Entry;
use super::*;
use crate::diag::{Code, Place, Severity};

static WRONG: Code = Code { word: "x", severity: Severity::Error, says: "", why: "", example: "", fix: "" };

struct Site {
    folder: TempDir,
}

type Files<'f> = &'f [(&'f str, &'f str)];

impl Site {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    fn out(&self) -> PathBuf {
        self.folder.path().join("output/public")
    }

    fn build(&self, files: Files<'_>) -> Result<Report, Failure> {
        self.edition("public", files)
    }

    /// A file whose text is `!` cannot be made.
    fn edition(&self, edition: &str, files: Files<'_>) -> Result<Report, Failure> {
        let items = files.iter().map(|(address, text)| {
            Item::new(*address, blake3::hash(text.as_bytes()).into(), move || match *text {
                "!" => Err(Diagnostic::new(&WRONG, Place::default(), "cannot be made")),
                text => Ok(text.into()),
            })
        });
        let plan = Plan { edition: edition.to_owned(), items: items.collect(), trusted: false };
        site(&plan, &self.out(), &self.cache(), &|_, _| {})
    }

    fn cache(&self) -> PathBuf {
        self.folder.path().join(".mentorbook")
    }

    fn files(&self) -> BTreeMap<String, String> {
        let all = walkdir::WalkDir::new(self.out()).into_iter().flatten().filter(|e| e.depth() > 0);
        let shown = all.map(|entry| {
            let path = entry.path().strip_prefix(self.out()).unwrap().to_string_lossy().into_owned();
            (path, fs::read_to_string(entry.path()).unwrap_or_else(|_| "folder".to_owned()))
        });
        shown.filter(|(path, _)| path != folder::MARKER).collect()
    }

    fn holds(&self, files: Files<'_>) {
        let files = files.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect::<BTreeMap<_, _>>();
        assert_eq!(self.files(), files);
    }

    fn store(&self) -> Store {
        Store::open(&self.out(), &self.cache(), "public").unwrap()
    }

    fn open(&self) -> Folder {
        Folder::open(&self.out(), "public").unwrap()
    }
}

fn report(files: usize, pages: usize, written: usize, removed: usize) -> Report {
    Report { files, pages, written, removed }
}

#[test]
fn a_second_build_writes_only_what_changed() {
    let site = Site::new();
    let first = [("a.html", "A"), ("d/b.html", "B"), ("x.css", "X")];
    assert_eq!(site.build(&first).unwrap(), report(3, 2, 3, 0));
    site.holds(&[("a.html", "A"), ("d", "folder"), ("d/b.html", "B"), ("x.css", "X")]);
    assert_eq!(site.build(&first).unwrap(), report(3, 2, 0, 0));
    let second = [("a.html", "A2"), ("x.css", "X")];
    assert_eq!(site.build(&second).unwrap(), report(2, 1, 1, 1));
    site.holds(&[("a.html", "A2"), ("x.css", "X")]);
    assert_eq!(fs::read_to_string(site.cache().join(".gitignore")).unwrap(), "*\n");
}

#[test]
fn a_file_that_someone_changed_or_took_is_made_again() {
    let site = Site::new();
    let plan = [("a.html", "A"), ("b.html", "B")];
    site.build(&plan).unwrap();
    fs::write(site.out().join("a.html"), "edited").unwrap();
    fs::remove_file(site.out().join("b.html")).unwrap();
    assert_eq!(site.build(&plan).unwrap().written, 2);
    site.holds(&plan);
}

#[test]
fn another_fingerprint_with_the_same_bytes_leaves_the_file_alone() {
    let site = Site::new();
    let build = |print: u8| {
        let items = vec![Item::new("a.html", [print; 32], || Ok(b"A".to_vec()))];
        super::site(
            &Plan { edition: "public".to_owned(), items, trusted: false },
            &site.out(),
            &site.cache(),
            &|_, _| {},
        )
        .unwrap()
    };
    assert_eq!((build(1).written, build(2).written), (1, 0));
    let never = || Err(Diagnostic::new(&WRONG, Place::default(), "made again"));
    let items = vec![Item::new("a.html", [2; 32], never)];
    let plan = Plan { edition: "public".to_owned(), items, trusted: false };
    assert!(super::site(&plan, &site.out(), &site.cache(), &|_, _| {}).is_ok());
}

#[test]
fn an_error_changes_nothing() {
    let site = Site::new();
    let Err(Failure::Content(found)) = site.build(&[("a.html", "A"), ("d/b.html", "!")]) else { panic!() };
    assert_eq!(found.len(), 1);
    assert!(!site.out().exists());
    let good = [("a.html", "A"), ("b.html", "B")];
    site.build(&good).unwrap();
    assert!(site.build(&[("a.html", "A2"), ("n/c.html", "C"), ("d.html", "!")]).is_err());
    site.holds(&good);
    assert_eq!(site.build(&good).unwrap().written, 0);
}

#[test]
fn the_next_run_takes_back_what_a_kill_left_half_made() {
    let site = Site::new();
    let good = [("a.html", "A")];
    site.build(&good).unwrap();
    let (folder, store) = (site.open(), site.store());
    folder.prepare(&["n/c.html"], &folder.listed().unwrap()).unwrap();
    folder.write("n/c.html", b"half", false).unwrap();
    folder.write("a.html", b"half", true).unwrap();
    let journal =
        Journal::Writing { new: vec!["n/c.html".into(), "e.html".into()], staged: vec!["a.html".into()] };
    store.save_journal(&journal).unwrap();
    assert_eq!(site.build(&good).unwrap().written, 0);
    site.holds(&good);
}

#[test]
fn the_next_run_finishes_what_a_kill_left_half_swapped() {
    let site = Site::new();
    site.build(&[("a.html", "A"), ("b.html", "B"), ("c.html", "C")]).unwrap();
    let (folder, store) = (site.open(), site.store());
    let mut manifest = store.load().unwrap();
    for address in ["a.html", "b.html"] {
        let stat = folder.write(address, b"new", true).unwrap();
        let entry =
            Entry { fingerprint: blake3::hash(b"new").into(), content: blake3::hash(b"new").into(), stat };
        manifest.files.insert(address.to_owned(), entry);
    }
    manifest.files.remove("c.html");
    folder.swap("a.html").unwrap(); // killed after the first
    let staged = vec!["a.html".into(), "b.html".into()];
    store.save_journal(&Journal::Commit { staged, removed: vec!["c.html".into()], manifest }).unwrap();
    let plan = [("a.html", "new"), ("b.html", "new")];
    assert_eq!(site.build(&plan).unwrap(), report(2, 2, 0, 0));
    site.holds(&plan);
}

#[test]
fn a_lost_manifest_leaves_no_old_page_behind() {
    let site = Site::new();
    site.build(&[("a.html", "A"), ("old/b.html", "B")]).unwrap();
    fs::create_dir(site.out().join(".git")).unwrap();
    fs::write(site.out().join(".git/config"), "theirs").unwrap();
    fs::remove_dir_all(site.cache()).unwrap();
    assert_eq!(site.build(&[("a.html", "A")]).unwrap().removed, 1);
    site.holds(&[(".git", "folder"), (".git/config", "theirs"), ("a.html", "A")]);
}

#[test]
fn a_run_killed_in_its_first_moments_does_not_lock_the_folder() {
    let plan = [("d/a.html", "A")];
    // The folder alone, half a marker, the marker with folders, and folders alone as older versions left them.
    let states: [&[&str]; 4] = [&[], &[".mentorbook.new"], &["marker", "d/"], &["d/", "e/f/"]];
    for state in states {
        let site = Site::new();
        fs::create_dir_all(site.out()).unwrap();
        for left in state {
            match left.strip_suffix('/') {
                Some(folder) => fs::create_dir_all(site.out().join(folder)).unwrap(),
                None if *left == "marker" => site.open().prepare(&["d/a.html"], &BTreeSet::new()).unwrap(),
                None => fs::write(site.out().join(left), "edit").unwrap(),
            }
        }
        let new = vec!["d/a.html".to_owned()];
        site.store().save_journal(&Journal::Writing { new, staged: Vec::new() }).unwrap();
        assert_eq!(site.build(&plan).unwrap().written, 1, "{state:?}");
        assert_eq!(fs::read_to_string(site.out().join("d/a.html")).unwrap(), "A");
    }
}

#[test]
fn a_lost_cache_keeps_the_files_of_others() {
    let site = Site::new();
    site.build(&[("a.html", "A"), ("old/b.html", "B")]).unwrap();
    fs::write(site.out().join("CNAME"), "x.org").unwrap();
    fs::write(site.out().join("old/notes.txt"), "mine").unwrap();
    fs::remove_dir_all(site.cache()).unwrap();
    assert_eq!(site.build(&[("a.html", "A")]).unwrap().removed, 1);
    site.holds(&[("CNAME", "x.org"), ("a.html", "A"), ("old", "folder"), ("old/notes.txt", "mine")]);
}

#[test]
fn pages_of_another_program_in_the_same_folder_go() {
    let site = Site::new();
    let ours = [("a.html", "A"), ("c.html", "C")];
    site.build(&ours).unwrap();
    let theirs = ["a.html", "b.html"].map(|address| Item::bytes(address, "theirs"));
    let plan = Plan { edition: "public".to_owned(), items: theirs.into(), trusted: false };
    let other = site.folder.path().join("other");
    assert_eq!(super::site(&plan, &site.out(), &other, &|_, _| {}).unwrap(), report(2, 2, 2, 1));
    assert_eq!(site.build(&ours).unwrap(), report(2, 2, 2, 1));
    site.holds(&ours);
    assert_eq!(site.build(&ours).unwrap(), report(2, 2, 0, 0));
}

#[test]
fn files_of_others_stay_where_the_manifest_knows_ours() {
    let site = Site::new();
    site.build(&[("a.html", "A")]).unwrap();
    fs::write(site.out().join("CNAME"), "x.org").unwrap();
    site.build(&[("b.html", "B")]).unwrap();
    site.holds(&[("CNAME", "x.org"), ("b.html", "B")]);
}

#[test]
fn a_folder_of_others_is_refused() {
    let site = Site::new();
    fs::create_dir_all(site.out()).unwrap();
    fs::write(site.out().join("thesis.doc"), "mine").unwrap();
    let Err(Failure::Refused(why)) = site.build(&[("a.html", "A")]) else { panic!() };
    assert!(why.contains("did not write"), "{why}");
    site.holds(&[("thesis.doc", "mine")]);
}

#[test]
fn two_editions_never_share_a_folder() {
    let site = Site::new();
    site.build(&[("a.html", "A")]).unwrap();
    let Err(Failure::Refused(why)) = site.edition("team", &[("a.html", "T")]) else { panic!() };
    assert!(why.contains("`public`") && why.contains("`team`"), "{why}");
    site.holds(&[("a.html", "A")]);
}

#[test]
fn addresses_that_clash_or_leave_the_folder_are_refused() {
    for plan in
        [[("a.html", ""), ("A.html", "")], [("a.html", ""), ("a.html", "")], [("../a.html", ""), ("b", "")]]
    {
        assert!(matches!(Site::new().build(&plan), Err(Failure::Refused(_))), "{plan:?}");
    }
}

#[cfg(unix)]
#[test]
fn a_link_in_place_of_a_page_is_replaced_not_followed() {
    let site = Site::new();
    let plan = [("a.html", "A")];
    site.build(&plan).unwrap();
    let outside = site.folder.path().join("outside");
    fs::write(&outside, "theirs").unwrap();
    fs::remove_file(site.out().join("a.html")).unwrap();
    std::os::unix::fs::symlink(&outside, site.out().join("a.html")).unwrap();
    site.build(&plan).unwrap();
    assert_eq!(fs::read_to_string(outside).unwrap(), "theirs");
    site.holds(&plan);
}
