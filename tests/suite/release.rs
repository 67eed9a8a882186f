//! Releases of the sample cohorts: what is written, what is held back, and what never appears.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use mentorbook::outcomes::disclose::{Class, FactKey, Form, Why};
use mentorbook::pipeline::{self, Kept, Options};
use mentorbook::release::{Released, Releasing, release};
use mentorbook::source::Disk;
use tempfile::TempDir;

/// A copy of the shipped program with its rows, and no release.
struct Sample {
    folder: TempDir,
}

impl Sample {
    fn new() -> Self {
        let folder = TempDir::new().unwrap();
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        copy(&root.join("content"), &folder.path().join("content"), &|path| {
            !path.ends_with("published.yaml") && !path.starts_with("pools")
        });
        copy(&root.join("tests/data/private"), &folder.path().join("private"), &|path| {
            !path.starts_with("ledger")
        });
        Self { folder }
    }

    fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    /// Releases, or says why not; also the codes of what `check` finds first.
    fn try_release(
        &self,
        names: &[&str],
        dry: bool,
    ) -> (Result<Vec<Released>, String>, BTreeSet<&'static str>) {
        release_in(self.folder.path(), NaiveDate::from_ymd_opt(2026, 11, 22).unwrap(), names, dry)
    }

    fn release(&self, name: &str) -> Released {
        self.try_release(&[name], false).0.unwrap().remove(0)
    }

    fn published(&self, cohort: &str) -> String {
        fs::read_to_string(self.path(&format!("content/cohorts/{cohort}/published.yaml"))).unwrap()
    }

    fn edit(&self, path: &str, edit: impl Fn(&str) -> String) {
        let path = self.path(path);
        fs::write(&path, edit(&fs::read_to_string(&path).unwrap())).unwrap();
    }

    fn ledger(&self) -> Vec<PathBuf> {
        let mut files: Vec<PathBuf> =
            fs::read_dir(self.path("private/ledger")).unwrap().map(|f| f.unwrap().path()).collect();
        files.retain(|path| path.extension().is_some_and(|ending| ending == "json"));
        files.sort();
        files
    }
}

/// Releases from a program's folder on a day, or says why not; also the codes of what `check` finds first.
pub(crate) fn release_in(
    folder: &Path,
    today: NaiveDate,
    names: &[&str],
    dry: bool,
) -> (Result<Vec<Released>, String>, BTreeSet<&'static str>) {
    let (content, data) = (folder.join("content"), folder.join("private"));
    let mut world = Disk::new(content.clone(), today);
    world.data = Some(data.clone());
    let read = pipeline::check(&world, &Options::default(), &mut Kept::default()).unwrap();
    let releasing = Releasing {
        book: &read.checked.handbook,
        private: &read.private,
        published: &read.published,
        content: &content,
        data: &data,
        today,
        dry,
    };
    let names: Vec<String> = names.iter().map(ToString::to_string).collect();
    let released = release(&releasing, &names).map_err(|failure| failure.to_string());
    (released, read.found.iter().map(|one| one.code.word).collect())
}

fn copy(from: &Path, to: &Path, wanted: &dyn Fn(&Path) -> bool) {
    for entry in walkdir::WalkDir::new(from).into_iter().map(Result::unwrap) {
        let below = entry.path().strip_prefix(from).unwrap();
        if entry.file_type().is_file() && wanted(below) {
            fs::create_dir_all(to.join(below).parent().unwrap()).unwrap();
            fs::copy(entry.path(), to.join(below)).unwrap();
        }
    }
}

const COHORTS: [&str; 4] = ["2023-autumn", "2024-autumn", "2025-spring", "2026-spring"];

#[test]
fn a_dry_run_writes_nothing_and_a_second_run_nothing_new() {
    let sample = Sample::new();
    let (dry, found) = sample.try_release(&["2024-autumn"], true);
    assert!(dry.unwrap()[0].is_new && found.contains("release-missing"));
    assert!(!sample.path("content/cohorts/2024-autumn/published.yaml").exists());
    assert!(!sample.path("private/ledger").exists());

    assert!(sample.release("2024-autumn").is_new);
    let (text, pages) = (sample.published("2024-autumn"), sample.ledger());
    assert!(!sample.release("2024-autumn").is_new);
    assert_eq!((sample.published("2024-autumn"), sample.ledger()), (text, pages));
    let found = sample.try_release(&[], true).1;
    assert!(!found.contains("release-stale"), "{found:?}");
}

#[test]
fn what_is_committed_is_what_the_rows_say() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut world = Disk::new(root.join("content"), NaiveDate::from_ymd_opt(2026, 11, 22).unwrap());
    world.data = Some(root.join("tests/data/private"));
    let read = pipeline::check(&world, &Options::default(), &mut Kept::default()).unwrap();
    let about: Vec<_> = read.found.iter().filter(|one| one.code.word.starts_with("release-")).collect();
    assert!(about.is_empty() && read.published.len() == COHORTS.len(), "{about:?}");
}

#[test]
fn a_running_cohort_has_open_figures_only() {
    let released = Sample::new().release("2026-spring");
    let protected = released.release.facts.iter().filter(|fact| fact.class != Class::Open);
    let shown: Vec<_> = protected.filter(|fact| !matches!(fact.form, Form::NotShown { .. })).collect();
    assert!(shown.is_empty() && !released.release.closed, "{shown:?}");
}

#[test]
fn no_id_leaves_the_rows() {
    let sample = Sample::new();
    for cohort in COHORTS {
        sample.release(cohort);
    }
    let mut ids = BTreeSet::new();
    for entry in walkdir::WalkDir::new(sample.path("private/cohorts")).into_iter().map(Result::unwrap) {
        if entry.file_type().is_file() {
            let text = fs::read_to_string(entry.path()).unwrap();
            let words =
                text.split([',', ';', '\n']).filter(|word| word.starts_with("p-") || word.starts_with("m-"));
            ids.extend(words.map(str::to_owned));
        }
    }
    assert!(ids.len() > 200, "{} ids", ids.len());
    let written = COHORTS.iter().map(|cohort| sample.published(cohort));
    let kept = sample.ledger().into_iter().map(|path| fs::read_to_string(path).unwrap());
    for text in written.chain(kept) {
        let told: Vec<&String> = ids.iter().filter(|id| text.contains(id.as_str())).collect();
        assert!(told.is_empty(), "{told:?}");
    }
}

/// Every row in another order, and everybody under another name.
#[test]
fn the_order_of_rows_and_the_names_of_people_change_no_byte() {
    let (plain, other) = (Sample::new(), Sample::new());
    let mut names: BTreeMap<String, String> = BTreeMap::new();
    let mut rename = |word: &str| {
        let (kind, id) = word.split_at(word.len().min(2));
        if id.is_empty() || !matches!(kind, "p-" | "m-") {
            return word.to_owned();
        }
        let number = names.len();
        names.entry(word.to_owned()).or_insert_with(|| format!("{kind}{:04}", 9999 - number)).clone()
    };
    for entry in walkdir::WalkDir::new(other.path("private/cohorts")).into_iter().map(Result::unwrap) {
        if !entry.file_type().is_file() {
            continue;
        }
        let text = fs::read_to_string(entry.path()).unwrap();
        let (head, rows) = text.split_once('\n').unwrap();
        let rows = rows.lines().rev().map(|row| {
            let cells =
                row.split(',').map(|cell| cell.split(';').map(&mut rename).collect::<Vec<_>>().join(";"));
            cells.collect::<Vec<_>>().join(",") + "\n"
        });
        let rows: String = rows.collect();
        fs::write(entry.path(), format!("{head}\n{rows}")).unwrap();
    }
    for cohort in COHORTS {
        plain.release(cohort);
        other.release(cohort);
        assert_eq!(plain.published(cohort), other.published(cohort), "{cohort}");
    }
}

/// One completed match of twelve less: nobody outside can tell ten from nine.
#[test]
fn nine_of_twelve_and_ten_of_twelve_are_the_same_bytes() {
    let (ten, nine) = (Sample::new(), Sample::new());
    end_early(&nine, "2025-spring", 1);
    ten.release("2025-spring");
    nine.release("2025-spring");
    assert_eq!(ten.published("2025-spring"), nine.published("2025-spring"));
    assert!(ten.published("2025-spring").contains("# 9 or more of 12"));
}

/// Lets some matches that ended as planned end early instead.
fn end_early(sample: &Sample, cohort: &str, how_many: usize) {
    let planned: Vec<String> = {
        let endings =
            fs::read_to_string(sample.path(&format!("private/cohorts/{cohort}/endings.csv"))).unwrap();
        let rows = endings.lines().filter(|row| row.contains("completed_term"));
        rows.take(how_many).map(|row| row.split(',').next().unwrap().to_owned()).collect()
    };
    let of_them = |row: &str| planned.iter().any(|id| row.starts_with(&format!("{id},")));
    let change = |text: &str, from: &str, to: &str| -> String {
        text.lines()
            .map(|row| if of_them(row) { row.replace(from, to) } else { row.to_owned() } + "\n")
            .collect()
    };
    sample.edit(&format!("private/cohorts/{cohort}/matches.csv"), |text| {
        change(text, "completed", "ended_early")
    });
    sample.edit(&format!("private/cohorts/{cohort}/endings.csv"), |text| {
        change(text, "completed_term", "life_change")
    });
}

#[test]
fn a_correction_that_would_tell_of_few_is_held_back() {
    let sample = Sample::new();
    sample.release("2024-autumn");
    let before = sample.published("2024-autumn");
    end_early(&sample, "2024-autumn", 2);
    let found = sample.try_release(&[], true).1;
    assert!(found.contains("release-stale"), "{found:?}");
    let corrected = sample.release("2024-autumn");
    assert!(corrected.release.held_back.contains(&"matches".to_owned()), "{:?}", corrected.release.held_back);
    let facts = |text: &str| text.split_once("facts:").unwrap().1.to_owned();
    assert_eq!(facts(&sample.published("2024-autumn")), facts(&before), "the old figures stay");
    let found = sample.try_release(&[], true).1;
    assert!(!found.contains("release-stale"), "what cannot be shown is not asked for again: {found:?}");
}

#[test]
fn a_cohort_that_the_ledger_does_not_know_stays_as_it_is() {
    let sample = Sample::new();
    sample.release("2024-autumn");
    let before = sample.published("2024-autumn");
    fs::rename(sample.path("private/ledger"), sample.path("lost")).unwrap();
    let failed = sample.try_release(&["2024-autumn"], false).0.unwrap_err();
    assert!(failed.contains("the ledger does not know"), "{failed}");
    assert_eq!(sample.published("2024-autumn"), before);
    // Nor does another cohort begin a ledger anew, beside figures that it would not know.
    let other = sample.try_release(&["2025-spring"], false).0.unwrap_err();
    assert!(other.contains("the published figures of `2024-autumn`"), "{other}");
    assert!(!sample.path("content/cohorts/2025-spring/published.yaml").exists());
}

#[test]
fn two_releases_on_one_parent_are_a_fork() {
    let (here, there) = (Sample::new(), Sample::new());
    here.release("2023-autumn");
    copy(&here.path("private/ledger"), &there.path("private/ledger"), &|_| true);
    here.release("2024-autumn");
    there.release("2025-spring");
    copy(&there.path("private/ledger"), &here.path("private/ledger"), &|_| true);
    let failed = here.try_release(&["2026-spring"], false).0.unwrap_err();
    assert!(failed.contains("ledger-fork"), "{failed}");
}

#[test]
fn a_release_that_somebody_edited_is_an_error() {
    let sample = Sample::new();
    sample.release("2024-autumn");
    sample.edit("content/cohorts/2024-autumn/published.yaml", |text| {
        let edited = text.replacen("name: completed, count: 29", "name: completed, count: 30", 1);
        assert_ne!(edited, text);
        edited
    });
    assert!(sample.try_release(&[], true).1.contains("published-edited"));
}

#[test]
fn an_edited_ledger_is_refused() {
    let sample = Sample::new();
    sample.release("2024-autumn");
    let page = sample.ledger().remove(0);
    fs::write(&page, fs::read_to_string(&page).unwrap().replacen("\"seq\":1", "\"seq\":2", 1)).unwrap();
    let failed = sample.try_release(&["2024-autumn"], false).0.unwrap_err();
    assert!(failed.contains("somebody changed it"), "{failed}");
}

/// A kill between the ledger and the file, and one in the middle of writing either.
#[test]
fn the_next_run_finishes_what_a_kill_interrupted() {
    let sample = Sample::new();
    sample.release("2024-autumn");
    let (whole, pages) = (sample.published("2024-autumn"), sample.ledger());
    fs::remove_file(sample.path("content/cohorts/2024-autumn/published.yaml")).unwrap();
    fs::write(sample.path("content/cohorts/2024-autumn/published.new"), "schema: 1\nrel").unwrap();
    fs::write(sample.path("private/ledger/0002-00.new"), "{\"schema\":1,").unwrap();
    sample.release("2024-autumn");
    assert_eq!((sample.published("2024-autumn"), sample.ledger()), (whole, pages));
}

#[test]
fn sensitive_answers_are_told_of_three_closed_cohorts_together() {
    let sample = Sample::new();
    let pool = "2023-autumn+2024-autumn+2025-spring";
    let early = sample.try_release(&[pool], false).0.unwrap_err();
    assert!(early.contains("release the cohorts of a pool one by one first"), "{early}");
    for cohort in &COHORTS[..3] {
        sample.release(cohort);
    }
    let released = sample.release(pool);
    let shown: Vec<_> = released.release.facts.iter().filter(|fact| fact.form.is_shown()).collect();
    assert!(!shown.is_empty() && shown.iter().all(|fact| fact.class == Class::Sensitive), "{shown:?}");
    assert!(sample.path(&format!("content/pools/{pool}/published.yaml")).exists());
    // Reasons behind a group of endings wait until every cohort has told that group itself.
    let key: FactKey = "pool-circumstances/ended-early-why.circumstances".parse().unwrap();
    let reasons = released.release.facts.iter().find(|fact| fact.key == key).unwrap();
    assert_eq!(reasons.form, Form::NotShown { why: Why::FewInCell });
    for name in ["2023-autumn+2024-autumn", "2024-autumn+2025-spring+2026-spring"] {
        let failed = sample.try_release(&[name], false).0.unwrap_err();
        assert!(failed.contains("pool"), "{failed}");
    }
}

#[test]
fn a_cohort_that_is_not_there_is_named() {
    let failed = Sample::new().try_release(&["2022-autumn"], false).0.unwrap_err();
    assert_eq!(failed, "`2022-autumn` is no cohort with rows");
}

/// Each is told with what to do, and nothing is written.
#[test]
fn what_belongs_to_the_last_release_must_be_there() {
    let refused = |spoil: &dyn Fn(&Sample)| {
        let sample = Sample::new();
        sample.release("2025-spring");
        spoil(&sample);
        let before = (sample.published("2025-spring"), sample.ledger());
        let why = sample.try_release(&["2025-spring"], false).0.unwrap_err();
        assert_eq!((sample.published("2025-spring"), sample.ledger()), before);
        why
    };
    let other_key = |sample: &Sample| sample.edit("private/ledger/key", |_| "ab".repeat(32));
    assert!(refused(&other_key).contains("not the key of these releases"));
    let gone =
        |sample: &Sample| fs::remove_file(sample.path("private/cohorts/2025-spring/endings.csv")).unwrap();
    let why = refused(&gone);
    assert!(why.contains("`2025-spring/endings` was counted"), "{why}");
    let cut = |sample: &Sample| {
        let path = sample.ledger().remove(0);
        fs::write(&path, &fs::read(&path).unwrap()[..100]).unwrap();
    };
    assert!(refused(&cut).contains("take the file back from a backup"));
    let busy = |sample: &Sample| {
        let lock = fs::File::create(sample.path("private/ledger/.lock")).unwrap();
        lock.lock().unwrap();
        std::mem::forget(lock);
    };
    assert!(refused(&busy).contains("wait until it is done"));
}
