//! The proof of disclosure control from the other end: the publisher is inverted from the bytes of a built site.
//!
//! Rows are counted and published as a release does it, and the site with these figures is built, with the rows
//! beside it. Tables are grouped by every byte of the output: pages of both languages, drawings, downloads,
//! search documents. Each group must be as wide as the rules say, and no byte may hang on rows.

#![allow(clippy::print_stdout)]

mod means;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt::Write as _;
use std::path::Path;

use chrono::NaiveDate;
use mentorbook::check::Handbook;
use mentorbook::diag::FileId;
use mentorbook::model::Id;
use mentorbook::outcomes::disclose::{Class, Fact, Limits, Policy, PopulationClass, Stricter};
use mentorbook::outcomes::{Private, Release, fingerprint};
use mentorbook::pipeline::{self, Kept, Options};
use mentorbook::source::{Memory, Root, World as _, scan};

use crate::inversion::{Inverted, invert, tables, unions};
use crate::site::Site;

const PROGRAM: &str = "success_criteria:
- { measure: completion, at_least: 0.75 }
- { measure: fared, at_least: 0.6 }
features:
- { id: hours, name: Hours of training, kind: number }
";

const QUESTIONS: &str = "questions:
- { id: well, text: Did it go well?, role: mentee, answer: yes_no }
- { id: other, text: Was the room warm?, role: mentee, answer: yes_no }
";

const MEASURES: &str = "- id: fared
  name: Fared well
  construct: other
  items: [well]
  roles: [mentee]
  waves: [end]
";

const CHANGES: &str = "- id: longer
  name: A longer start
  level: phases
  decision: adjust
  because: [short-start]
  from_cohort: now
  decided_on: 2025-01-01
  review_by: 2026-06-01
  summary: Two weeks more.
  target: { measure: fared }
";

const FINDINGS: &str = "- id: short-start
  cohorts: [earlier]
  kind: no_value
  pattern: The start was short
  evidence: Many said so.
  reviewed_by: coordinator
";

fn cohort(name: &str, year: i32, hours: u32) -> String {
    format!(
        "name: {name}
start: {year}-01-06
end: {year}-05-23
status: closed
features: {{ hours: {hours} }}
surveys:
- {{ id: end-mentee, wave: end, role: mentee, invited: 13, link: none, closes: {year}-05-30, questions: [well, other] }}
"
    )
}

/// Where the figures of the cohort stand, among others.
const TOLD_IN: &[&str] = &[
    "cohort/now.html",
    "es/cohort/now.html",
    "cohorts.html",
    "compare.html",
    "learned.html",
    "measure/fared.html",
    "search-docs.en.js",
    "search-docs.es.js",
    "cohort/now.csv",
    "cohort/now.datapackage.json",
    "figures.csv",
];

// ---------------------------------------------------------------- rows of a table

/// A kind of table: what its cells are called, and the rows that count up to it.
struct Kind {
    name: &'static str,
    cells: usize,
    /// Cells of what is not recorded.
    unrecorded: &'static [usize],
    rows: fn(&[u32]) -> Files,
}

/// Row files by name.
type Files = Vec<(&'static str, String)>;

/// Each cell's number as often as the cell counts.
fn each(table: &[u32]) -> impl Iterator<Item = usize> {
    table.iter().enumerate().flat_map(|(cell, count)| (0..*count).map(move |_| cell))
}

/// Answers of a survey: yes, no, left out. The other question is always answered, so that the row counts.
const ANSWERS: Kind = Kind {
    name: "yes, no, not recorded",
    cells: 3,
    unrecorded: &[2],
    rows: |table| {
        let mut text = "answered_on,well,other\n".to_owned();
        for cell in each(table) {
            writeln!(text, "2025-05-26,{},yes", ["yes", "no", ""][cell]).unwrap();
        }
        vec![("responses-end-mentee", text)]
    },
};

const MATCHES: &str = "match,mentors,mentees,matched_on,planned_end,status,expectations_on,matched_by,criteria,\
                       site,track,model,facilitator,rematch_of,continues\n";

/// matches.csv and endings.csv, with what each cell writes into them: the status, the last day, the reason.
fn ended(table: &[u32], words: &[[&str; 3]]) -> Files {
    let mut matches = MATCHES.to_owned();
    let mut endings = "match,ended_on,initiated_by,reason,procedure,certified\n".to_owned();
    for (i, cell) in each(table).enumerate() {
        let [status, day, reason] = words[cell];
        writeln!(matches, "m{i},a{i},b{i},2025-01-06,2025-05-23,{status},,,,,,,,,").unwrap();
        if !day.is_empty() || !reason.is_empty() {
            writeln!(endings, "m{i},{day},,{reason},,").unwrap();
        }
    }
    vec![("matches", matches), ("endings", endings)]
}

/// Completed, ended early in the first or in the second half, not recorded.
const HALVES: Kind = Kind {
    name: "a tree of early endings",
    cells: 4,
    unrecorded: &[3],
    rows: |table| {
        let life = "life_change";
        ended(
            table,
            &[
                ["completed", "2025-05-23", "completed_term"],
                ["ended_early", "2025-02-03", life],
                ["ended_early", "2025-04-28", life],
                ["", "", ""],
            ],
        )
    },
};

/// As planned, goals met, circumstances, the relationship, not recorded.
const GROUPS: Kind = Kind {
    name: "four groups of endings",
    cells: 5,
    unrecorded: &[4],
    rows: |table| {
        ended(
            table,
            &[
                ["completed", "2025-05-23", "completed_term"],
                ["completed", "2025-04-28", "goals_met_early"],
                ["ended_early", "2025-04-28", "life_change"],
                ["ended_early", "2025-04-28", "gradual_dissolution"],
                ["", "", ""],
            ],
        )
    },
};

// ---------------------------------------------------------------- from rows to bytes

/// A program with a cohort that was released before, and one whose rows are told now.
struct Program {
    site: Site,
    book: Handbook,
    limits: Limits,
    kept: RefCell<Kept>,
}

impl Program {
    fn new(population: PopulationClass) -> Self {
        let site = Self::site(population)
            .with("questions.yaml", QUESTIONS)
            .with("measures.yaml", MEASURES)
            .with("cohorts/earlier/cohort.yaml", cohort("Earlier", 2024, 4))
            .with("cohorts/now/cohort.yaml", cohort("Now", 2025, 8));
        let earlier = [(ANSWERS.rows)(&[6, 7, 0]), (HALVES.rows)(&[7, 0, 6, 0])].concat();
        Self::of(site, population, &earlier)
    }

    /// What all programs here have in common.
    fn site(population: PopulationClass) -> Site {
        let minor = population != PopulationClass::Adult;
        let class = if minor { "disclosure: { population_class: minor }\n" } else { "" };
        let program = Site::base().program().replace("  - en\n", "  - en\n  - es\n") + PROGRAM + class;
        Site::base()
            .with("program.yaml", program)
            .with("changes.yaml", CHANGES)
            .with("findings.yaml", FINDINGS)
    }

    /// With the rows of its earlier cohort released.
    fn of(site: Site, population: PopulationClass, earlier: &[(&str, String)]) -> Self {
        let mut kept = Kept::remembering();
        let book = pipeline::check(&site.world, &Options::default(), &mut kept).unwrap().checked.handbook;
        let limits = Policy::new(population, Stricter::default()).limits(Class::Ordinary);
        let mut program = Self { site, book, limits, kept: RefCell::new(kept) };
        let earlier = program.published("earlier", earlier);
        program.site = program.site.with("cohorts/earlier/published.yaml", earlier);
        program
    }

    /// What these rows of a cohort come to.
    fn facts(&self, cohort: &str, rows: &[(&str, String)]) -> Vec<Fact> {
        let mut world = Memory::default();
        for (name, text) in rows {
            world.put(Root::Data, &format!("cohorts/{cohort}/{name}.csv"), text.as_bytes());
        }
        let mut sources = scan(&world).unwrap();
        let private = Private::read(&world, &mut sources, &self.book, &mut Vec::new()).unwrap();
        let cohorts = BTreeSet::from([Id::new(cohort)]);
        private.propose(&self.book, &cohorts, &[0; 32]).unwrap().unwrap().release.facts
    }

    /// The text of `published.yaml` that these rows of a cohort come to.
    fn published(&self, cohort: &str, rows: &[(&str, String)]) -> String {
        self.written(cohort, self.facts(cohort, rows))
    }

    /// The text of a release.
    fn written(&self, of: &str, facts: Vec<Fact>) -> String {
        let (Limits { k, group }, file) = (self.limits, FileId::NONE);
        let date = NaiveDate::from_ymd_opt(2025, 9, 15).unwrap();
        let id = format!("0001-{}", fingerprint(of, true, &facts));
        let of = of.to_owned();
        Release {
            id,
            of,
            date,
            closed: true,
            rules: 3,
            k,
            group,
            held_back: Vec::new(),
            as_of: None,
            means: BTreeMap::new(),
            facts,
            file,
        }
        .to_string()
    }

    /// Every byte of the built site, with the rows of the cohort beside its content.
    fn build(&self, published: &str, rows: &[(&str, String)]) -> blake3::Hash {
        let mut site = self.site.clone().with("cohorts/now/published.yaml", published);
        for (name, text) in rows {
            site.world.put(Root::Data, &format!("cohorts/now/{name}.csv"), text.as_bytes());
        }
        let files = site.build_again(&mut self.kept.borrow_mut());
        assert!(TOLD_IN.iter().all(|path| files.contains_key(*path)), "{:?}", files.keys());
        let mut hasher = blake3::Hasher::new();
        for (path, text) in files {
            hasher.update(path.as_bytes()).update(b"\0").update(text.as_bytes()).update(b"\0");
        }
        hasher.finalize()
    }

    /// What the site says of each table: as many sites as there are different releases.
    fn told(&self, rows: &dyn Fn(&[u32]) -> Files, all: &[Vec<u32>]) -> HashMap<Vec<u32>, blake3::Hash> {
        let mut same: BTreeMap<String, Vec<&Vec<u32>>> = BTreeMap::new();
        for table in all {
            same.entry(self.published("now", &rows(table))).or_default().push(table);
        }
        let mut told = HashMap::new();
        for (published, group) in &same {
            let bytes = self.build(published, &rows(group[0]));
            let is_new = told.values().all(|other| *other != bytes);
            assert!(is_new, "two releases, one site: {published}");
            // Once for each policy: rows that are printed alike are built alike, each beside its own site.
            if group[0].iter().sum::<u32>() == self.limits.group && group.len() > 1 {
                let last = rows(group[group.len() - 1]);
                assert_eq!(bytes, self.build(published, &last), "a byte hangs on rows: {group:?}");
            }
            told.extend(group.iter().map(|table| ((*table).clone(), bytes)));
        }
        told
    }
}

/// Inverts the bytes of every table of these sizes, and mutants of them.
fn invert_bytes(kind: &Kind, population: PopulationClass, sizes: impl IntoIterator<Item = u32>) {
    let program = Program::new(population);
    let k = program.limits.k;
    let [mut clean, mut count, mut drawn, mut recorded] = [0; 4].map(|_| Inverted::default());
    for n in sizes {
        let all = tables(n, kind.cells);
        let told = program.told(&kind.rows, &all);
        let protected = unions(n, kind.cells, kind.unrecorded, kind.cells);
        clean.add(invert(k, kind.cells, true, &protected, &all, &mut |table| told[table]));
        // A page that prints the true count, draws it, or tells its share of what was recorded.
        let share = |x: u32, of: u32| 100 * x / of.max(1);
        count.add(invert(k, kind.cells, true, &protected, &all, &mut |t| (told[t], t[0])));
        drawn.add(invert(k, kind.cells, true, &protected, &all, &mut |t| (told[t], share(t[0], n))));
        let known = |t: &[u32]| n - t[kind.cells - 1];
        recorded
            .add(invert(k, kind.cells, true, &protected, &all, &mut |t| (told[t], share(t[0], known(t)))));
    }
    clean.clean(&format!("bytes of {}, k = {k}", kind.name));
    count.leaks("a true count on a page");
    drawn.leaks("a true count in a drawing");
    recorded.leaks("a share of what was recorded");
}

#[test]
fn answers_stay_hidden_in_the_bytes() {
    invert_bytes(&ANSWERS, PopulationClass::Adult, 1..=13);
    invert_bytes(&ANSWERS, PopulationClass::Minor, 1..=13);
}

#[test]
fn early_endings_stay_hidden_in_the_bytes() {
    invert_bytes(&HALVES, PopulationClass::Adult, 7..=13);
    invert_bytes(&HALVES, PopulationClass::Minor, 11..=13);
}

#[test]
fn groups_of_endings_stay_hidden_in_the_bytes() {
    invert_bytes(&GROUPS, PopulationClass::Adult, 8..=13);
    invert_bytes(&GROUPS, PopulationClass::Minor, 12..=13);
}

// ---------------------------------------------------------------- the whole sample

/// The shipped program, with the rows of all its cohorts or without any.
fn sample(rows: bool) -> Site {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let world = Memory::new(NaiveDate::from_ymd_opt(2026, 11, 22).unwrap());
    let mut site = Site { world }.with_folder(&root.join("content"));
    let private = root.join("tests/data/private");
    for entry in walkdir::WalkDir::new(private.join("cohorts")).into_iter().map(Result::unwrap) {
        if rows && entry.file_type().is_file() {
            let path = entry.path().strip_prefix(&private).unwrap().to_str().unwrap().replace('\\', "/");
            site.world.put(Root::Data, &path, std::fs::read(entry.path()).unwrap());
        }
    }
    site
}

/// With the first so many of its cells of 2025-spring that read one way read another way.
fn moved(mut site: Site, how_many: usize, words: [[&str; 2]; 2]) -> Site {
    for (file, [from, to]) in ["matches", "endings"].into_iter().zip(words) {
        let path = format!("cohorts/2025-spring/{file}.csv");
        let text = String::from_utf8(site.world.read(Root::Data, &path).unwrap()).unwrap();
        assert!(text.matches(from).count() >= how_many, "{path}");
        site.world.put(Root::Data, &path, text.replacen(from, to, how_many));
    }
    site
}

/// Ten of twelve completed, or eleven: the release says 9 or more, and so does every file. So it does without rows.
#[test]
fn what_the_release_hides_changes_no_file() {
    let ten = sample(true);
    let eleven =
        moved(ten.clone(), 1, [["ended_early,", "completed,"], ["life_change_mentee", "completed_term"]]);
    let eight =
        moved(ten.clone(), 2, [["completed,", "ended_early,"], ["completed_term", "life_change_mentee"]]);
    let stale = |site: &Site| site.check().codes().contains(&"release-stale");
    assert!(!stale(&ten) && !stale(&eleven) && stale(&eight));
    let mut kept = Kept::remembering();
    let told = ten.build_again(&mut kept);
    for other in [eleven, sample(false)] {
        let files = other.build_again(&mut kept);
        let differ: Vec<_> = told.iter().filter(|(path, text)| files.get(*path) != Some(text)).collect();
        assert!(differ.is_empty() && files.len() == told.len(), "{:?}", differ.first());
    }
}
