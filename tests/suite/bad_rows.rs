//! Bad input in row files: what a coordinator is told of each kind, at which row and cell, and with which remedy.

mod table;

use std::io;

use chrono::NaiveDate;
use mentorbook::diag::{Diagnostic, Format, Look, Severity, emit};
use mentorbook::pipeline::{self, Kept, Options};
use mentorbook::source::{Disk, LastChange, Listed, Root, World};

use crate::site::{Report, Site};
use table::{Case, cases};

const COHORT: &str = "name: Autumn\nstart: 2025-09-01\nend: 2026-01-16\nstatus: closed\nsurveys:\n  - id: end-mentee\n    wave: end\n    role: mentee\n    invited: 3\n    link: person\n";
const QUESTIONS: &str = "scales:\n  agree-5:\n    min: 1\n    max: 5\nquestions:\n  - id: belong\n    text: I belong here\n    role: mentee\n    answer: agree-5\n  - id: helped\n    text: What helped?\n    role: mentee\n    answer: text\n";
const MEASURES: &str = "- id: belonging\n  construct: belonging\n  items:\n    - belong\n  score:\n    kind: mean\n  roles:\n    - mentee\n  waves:\n    - end\n";
const PEOPLE: &str = "person,role,language,minor,guardian_consent_on,accommodation,same_as
p1,mentor,,,,,
p2,mentee,,,,,
p3,mentee,,,,,
p4,mentee,,,,,p2
p5,mentor,,,,,
";
const MATCHES: &str = "match,mentors,mentees,matched_on,planned_end,status,expectations_on,matched_by,criteria,site,track,model,facilitator,rematch_of,continues
m1,p1,p2,2025-09-08,2026-01-16,completed,,,,,,,,,
m2,p5,p3,2025-09-08,2026-01-16,completed,,,,,,,,,
m3,p5,p4,2025-09-15,2026-01-16,completed,,,,,,,,,
";
const ENDINGS: &str = "match,ended_on,initiated_by,reason,procedure,certified\n";
const ANSWERS: &str = "person,match,answered_on,belong,helped\n";

fn site() -> Site {
    let site = Site::base()
        .with("questions.yaml", QUESTIONS)
        .with("measures.yaml", MEASURES)
        .with("cohorts/autumn/cohort.yaml", COHORT);
    with_rows(with_rows(site, "participants.csv", PEOPLE), "matches.csv", MATCHES)
}

fn with_rows(mut site: Site, name: &str, bytes: impl Into<Vec<u8>>) -> Site {
    site.world.put(Root::Data, &format!("cohorts/autumn/{name}"), bytes);
    site
}

/// `file:line:column: severity[code]: message`, and under it the remedy; notices about all rows apart.
fn told(report: &Report) -> Vec<String> {
    let rows = |one: &&Diagnostic| {
        let file = report.sources.get(one.primary.place.file).unwrap();
        file.root == Root::Data && one.severity != Severity::Notice
    };
    let help = |one: &Diagnostic| one.help.clone().unwrap_or_else(|| "(no remedy)".to_owned());
    let line = |one: &Diagnostic| crate::site::line(one, &report.sources);
    let short = |line: String| line.replace("private/cohorts/autumn/", "");
    report.found.iter().filter(rows).flat_map(|one| [short(line(one)), format!("  {}", help(one))]).collect()
}

#[test]
fn each_kind_is_told_with_its_cell_and_remedy() {
    let mut wrong = Vec::new();
    for Case { kind, file, bytes, told: expected } in cases() {
        let told = told(&with_rows(site(), file, bytes).check());
        if told != *expected {
            wrong.push(format!("{kind}:\n{}", told.join("\n")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn what_is_sound_is_silent() {
    for (file, text) in [
        (
            "endings.csv",
            format!("\u{feff}{}m1;2026-01-16;scheduled;;;\r\n;;;;;\r\n\r\n", ENDINGS.replace(',', ";")),
        ),
        ("endings.csv", format!("sep=;\n{}m1;2026-01-16;\"scheduled\";;;\n", ENDINGS.replace(',', ";"))),
        ("endings.csv", format!("\n{}m1,2026-01-16,scheduled,,,", ENDINGS.replace('\n', "\r"))),
        (
            "responses-end-mentee.csv",
            format!(
                "{ANSWERS}p2,m1,2026-01-14,4,\"She said \"\"go on\"\",\ntwice\"\np3,m2,2026-01-14,4,a 5\" screen\n"
            ),
        ),
    ] {
        assert_eq!(told(&with_rows(site(), file, text.clone()).check()), Vec::<String>::new(), "{text}");
    }
}

/// A world with one file more, of a length that nobody would want to read.
struct Claims(Site);

const HUGE: &str = "cohorts/autumn/contacts.csv";

impl World for Claims {
    fn list(&self, root: Root) -> io::Result<Vec<Listed>> {
        let mut all = self.0.world.list(root)?;
        if root == Root::Data {
            all.push(Listed { path: HUGE.to_owned(), len: 2 << 30, stamp: 0 });
        }
        Ok(all)
    }

    fn read(&self, root: Root, path: &str) -> io::Result<Vec<u8>> {
        assert_ne!(path, HUGE, "this file is too large to be read");
        self.0.world.read(root, path)
    }

    fn today(&self) -> NaiveDate {
        self.0.world.today()
    }

    fn history(&self) -> std::collections::HashMap<String, LastChange> {
        std::collections::HashMap::new()
    }

    fn tracked_rows(&self) -> Vec<String> {
        Vec::new()
    }
}

const TOO_LARGE: &[&str] = &[
    "contacts.csv:1:1: error[rows-unreadable]: a row file takes up to 512 MB, and this one is larger: nothing of it is read",
    "  is it another kind of file? Rows of that many people belong in several cohorts",
];

fn check(world: &dyn World) -> Report {
    let read = pipeline::check(world, &Options::default(), &mut Kept::default()).unwrap();
    Report { sources: read.sources, found: read.found }
}

#[test]
fn a_file_of_two_gigabytes_is_refused_unread() {
    assert_eq!(told(&check(&Claims(site()))), TOO_LARGE);
}

#[test]
fn a_file_of_two_gigabytes_on_disk_is_refused_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let site = site();
    site.write_to(folder.path());
    let file = std::fs::File::create(folder.path().join("private").join(HUGE)).unwrap();
    // Nothing but a length: it takes no room.
    file.set_len(2 << 30).unwrap();
    let mut disk = Disk::new(folder.path().join("content"), site.world.today());
    disk.data = Some(folder.path().join("private"));
    let report = check(&disk);
    let told = told(&report);
    assert!(told.len() == 2 && told[0].ends_with(TOO_LARGE[0]) && told[1] == TOO_LARGE[1], "{told:?}");
}

#[test]
fn of_very_many_faulty_rows_a_hundred_are_told_and_the_others_counted() {
    let rows: Vec<String> = (0..100_000).map(|i| format!("m9{i},2026-1-{i},,,,\n")).collect();
    let report = with_rows(site(), "endings.csv", format!("{ENDINGS}{}", rows.concat())).check();
    for format in [Format::Human, Format::Short] {
        let mut out = Vec::new();
        emit(&report.found, &report.sources, &Look { format, ..Look::default() }, &mut out).unwrap();
        let out = String::from_utf8(out).unwrap();
        assert_eq!(out.matches("error[rows-value]").count(), 100);
        assert_eq!(out.matches("error[rows-reference]").count(), 100);
        assert!(out.contains("endings.csv: and 99,900 more of `rows-value`"), "{}", &out[out.len() - 400..]);
        assert!(out.contains("100000 of 100000 rows are left out"));
        assert!(out.contains("200,000 errors"));
    }
    // In memory a thousand of each are held, and one that says how many more there are.
    for code in ["rows-value", "rows-reference"] {
        let of: Vec<&Diagnostic> = report.found.iter().filter(|one| one.code.word == code).collect();
        let more: Vec<&&Diagnostic> = of.iter().filter(|one| one.stands_for > 1).collect();
        assert_eq!((of.len(), more.len(), more[0].stands_for), (1001, 1, 99_000));
        assert!(more[0].message.contains("99000 more"), "{}", more[0].message);
    }
}

/// What stands in the way of a cohort is told where it stands; of its rows, nothing follows before it is mended.
#[test]
fn rows_of_a_cohort_that_cannot_be_read_are_not_judged() {
    let utf16: Vec<u8> = [0xff, 0xfe].into_iter().chain(COHORT.bytes().flat_map(|b| [b, 0])).collect();
    let mut wrong = Vec::new();
    for (kind, name, bytes) in [
        ("another encoding", "cohort.yaml", utf16),
        ("nothing", "cohort.yaml", Vec::new()),
        ("comments", "cohort.yaml", b"# later\n".to_vec()),
        ("a quote that is not closed", "cohort.yaml", COHORT.replace("Autumn", "\"Autumn").into()),
        ("a list", "cohort.yaml", b"- name: Autumn\n".to_vec()),
        ("a missing key", "cohort.yaml", COHORT.replace("start:", "begin:").into()),
        ("too many bytes", "cohort.yaml", vec![b'\n'; 6 * 1024 * 1024]),
        ("another ending", "cohort.yml", COHORT.into()),
        ("another case", "Cohort.yaml", COHORT.into()),
        ("another case of the ending", "cohort.YAML", COHORT.into()),
    ] {
        let mut site = with_rows(site(), "note.csv", "a\n");
        site.world.remove("cohorts/autumn/cohort.yaml");
        let report = site.with(&format!("cohorts/autumn/{name}"), bytes).check();
        if told(&report) != [""; 0] || report.found.is_empty() {
            wrong.push(format!("{kind}: {}", report.lines().join("\n")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}
