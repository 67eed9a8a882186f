//! What is true of any row file: every row is used or reported, and a slip costs no more than its own lines.

use std::collections::BTreeSet;
use std::path::Path;

use proptest::prelude::*;

use super::quotes;
use super::records::Rows;
use super::tests::{ENDINGS, MATCHES, world};
use crate::check::{Checked, Memo, Settings};
use crate::diag::Diagnostic;
use crate::source::{Disk, Memory, Root, Sources, World, scan};

const PEOPLE: &str = "person,role,language,minor,guardian_consent_on,accommodation,same_as
pa,mentor,en,no,,none,
pb,mentee,es,yes,2026-02-01,,
pc,mentee,,,,,pd
pd,mentor,en,,,agreed,
";
const PAIRS: &str = "ma,pa,pb,2026-03-09,2026-06-19,completed,2026-03-20,staff,same-field,,,one_to_one,s1,,
mb,pd,\"pc;pb\",2026-03-10,,ended_early,,,,,,,,ma,
mc,pa;pd,pc,,,completed,,,\"same-field\",,,,,,ma
";
/// Sound files, with a quoted cell here and there.
const FILES: &[(&str, &str)] = &[
    (
        "endings.csv",
        "ma,2026-06-18,scheduled,completed_term,planned_completed,yes\nmb,2026-05-01,\"mentee\",life_change,,no\nmc,,,,,\n",
    ),
    (
        "events.csv",
        "match,date,event,person,role,until,reason\nma,2026-04-01,paused,,,2026-05-01,\nmb,2026-04-02,away,pd,mentor,,leave\n",
    ),
    (
        "contacts.csv",
        "match,date,kind,with,outcome\nma,2026-03-12,pulse,mentor,reached\nmb,2026-03-12,\"pulse\",,no_reply\nma,2026-03-12,pulse,mentor,reached\n",
    ),
    ("attendance.csv", "session;person;role;status\npanel;pa;mentor;present\npanel;pb;\"mentee\";absent\n"),
    (
        "applicants.csv",
        "person,role,applied_on,status,status_on\npx,mentor,2026-01-10,eligible,2026-01-12\npy,mentee,,,\n",
    ),
    (
        "responses-end-mentee.csv",
        "person,match,answered_on,q1,q2,region\npb,ma,2026-06-18,5,yes,north\npc,mb,2026-06-18,4,no,\"west, far\"\n,,,2,,\n",
    ),
];

fn checked(world: &dyn World) -> (Sources, Checked) {
    let sources = scan(world).unwrap();
    let checked = crate::check::read(&sources, &Settings::default(), &mut Memo::default(), &mut Vec::new());
    (sources, checked)
}

/// The rows of a world, and what is wrong with them.
pub(super) fn read(world: &dyn World) -> (Rows, Vec<Diagnostic>) {
    let (mut sources, checked) = checked(world);
    let mut found = Vec::new();
    let rows = super::read(world, &mut sources, &checked.handbook, &mut found).unwrap();
    (rows, found)
}

/// Reads one file beside others and holds what comes of it to the law; says how many of its rows are used, where
/// it could be read.
fn account(world: &Memory, checked: &Checked, cohort: &str, name: &str) -> Option<u32> {
    let (mut sources, mut found) = (scan(world).unwrap(), Vec::new());
    let rows = super::read(world, &mut sources, &checked.handbook, &mut found).unwrap();
    let path = format!("cohorts/{cohort}/{name}");
    let (id, file) = sources.iter().find(|(_, file)| file.path == path).unwrap();
    let here: Vec<&Diagnostic> = found.iter().filter(|one| one.primary.place.file == id).collect();
    for one in &found {
        let text = &sources.get(one.primary.place.file).unwrap().text;
        assert!(text.get(one.primary.place.span.range()).is_some(), "{one:?}");
    }
    let stem = name.split('.').next().unwrap();
    let Some(tally) = rows.cohorts.values().find_map(|rows| rows.files.get(stem)) else {
        assert!(!here.is_empty(), "{name} is refused without a word");
        return None;
    };
    assert_eq!(tally.read, tally.used + tally.reported, "{name}");
    let bytes = world.read(Root::Data, &path).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    let line = |at: u32| file.text[..at as usize].matches(['\n', '\r']).count();
    // A quotation mark that tears one row may stand in the line of the next, which can be faulty by itself.
    let faulty: BTreeSet<(usize, bool)> = here
        .iter()
        .filter(|one| one.code.word != "rows-left-out")
        .map(|one| (line(one.primary.place.span.start), one.code.word == "rows-unreadable"))
        .collect();
    // Beyond a bound one finding stands for several.
    let further: u32 = here.iter().map(|one| one.stands_for - 1).sum();
    assert!(faulty.len() + further as usize >= tally.reported as usize, "{tally:?} {here:#?} {text}");
    let is_blank = |line: &str| line.chars().all(|c| c.is_whitespace() || ",;\"".contains(c));
    let lines = text.split(['\n', '\r']).filter(|line| !is_blank(line)).count() - 1;
    let within =
        [b',', b';', b'\t', b'|'].map(|separator| within_cells(&text, separator)).into_iter().max().unwrap();
    assert!(tally.read as usize + within >= lines, "{lines} lines, {tally:?} {here:#?} {text}");
    Some(tally.used)
}

/// Line breaks that stand within cells as they may.
fn within_cells(text: &str, separator: u8) -> usize {
    let (bytes, mut at, mut breaks) = (text.as_bytes(), 0, 0);
    while at < text.len() {
        let begin = quotes::skip_breaks(bytes, at);
        let written = quotes::record(bytes, begin, separator);
        let is_torn = written.tear.is_some();
        breaks += if is_torn { 0 } else { text[begin..written.end].matches(['\n', '\r']).count() };
        at = if is_torn { quotes::line_end(bytes, begin) } else { written.end + 1 };
    }
    breaks
}

/// Every text that is one wrong byte away, the line of column names left alone.
fn slips(text: &str) -> impl Iterator<Item = Vec<u8>> + '_ {
    let first = text.find('\n').unwrap() + 1;
    (first..text.len()).flat_map(move |at| {
        let put = |instead: &[u8], skip: usize| {
            [&text.as_bytes()[..at], instead, &text.as_bytes()[at + skip..]].concat()
        };
        let mut all = vec![put(b"", 1)];
        for wrong in [b'"', b',', b'\n', b'\r', b'\0'] {
            all.extend([put(&[wrong], 0), put(&[wrong], 1)]);
        }
        all.push(put(b"\xff", 1));
        all
    })
}

#[test]
fn one_wrong_byte_costs_two_rows_at_most() {
    let matches = format!("{MATCHES}{PAIRS}");
    let base = world(&[("participants.csv", PEOPLE), ("matches.csv", &matches)]);
    let (_, checked) = checked(&base);
    let mut files: Vec<(&str, String)> =
        vec![("participants.csv", PEOPLE.to_owned()), ("matches.csv", matches)];
    files.extend(FILES.iter().map(|(name, text)| {
        let header = if *name == "endings.csv" { ENDINGS } else { "" };
        (*name, format!("{header}{text}"))
    }));
    for (name, text) in files {
        let mut world = base.clone();
        let path = format!("cohorts/c/{name}");
        world.put(Root::Data, &path, text.clone());
        let sound = account(&world, &checked, "c", name).unwrap();
        assert_eq!(sound as usize, text.lines().count() - 1, "{name}");
        for slip in slips(&text) {
            world.put(Root::Data, &path, slip.clone());
            if let Some(used) = account(&world, &checked, "c", name) {
                assert!(used + 2 >= sound, "{used} of {sound}: {}", String::from_utf8_lossy(&slip));
            }
        }
    }
}

/// The sample program with the rows of one cohort.
fn sample() -> Memory {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
    let mut disk = Disk::new(root.join("content"), today);
    disk.data = Some(root.join("tests/data/private"));
    let mut world = Memory::new(today);
    for root in [Root::Content, Root::Data] {
        for file in disk.list(root).unwrap() {
            if root == Root::Content || file.path.starts_with("cohorts/2026-spring/") {
                world.put(root, &file.path, disk.read(root, &file.path).unwrap());
            }
        }
    }
    world
}

#[derive(Debug, Clone)]
enum Harm {
    Drop,
    Put(&'static str),
    Cut(usize),
    Separators(&'static str),
    Breaks(&'static str),
    Mark,
    Latin,
    Utf16,
    Twice,
}

fn harm() -> impl Strategy<Value = Harm> {
    prop_oneof![
        4 => Just(Harm::Drop),
        6 => prop::sample::select(vec!["\"", ",", ";", "\n", "\r\n", "\0", "é", "\u{feff}", "\u{200b}", "\t", "\"\"", "\",\"", " "])
            .prop_map(Harm::Put),
        2 => (1usize..200).prop_map(Harm::Cut),
        1 => prop::sample::select(vec![";", "\t", "|"]).prop_map(Harm::Separators),
        1 => prop::sample::select(vec!["\r\n", "\r", "\n\n"]).prop_map(Harm::Breaks),
        1 => Just(Harm::Mark),
        1 => Just(Harm::Latin),
        1 => Just(Harm::Utf16),
        1 => Just(Harm::Twice),
    ]
}

fn harmed(bytes: &mut Vec<u8>, harm: &Harm, at: usize) {
    let at = at % bytes.len().max(1);
    let replace = |bytes: &[u8], one: u8, by: &str| -> Vec<u8> {
        bytes.iter().flat_map(|b| if *b == one { by.as_bytes().to_vec() } else { vec![*b] }).collect()
    };
    match harm {
        _ if bytes.is_empty() => {}
        Harm::Drop => drop(bytes.remove(at)),
        Harm::Put(text) => drop(bytes.splice(at..at, text.bytes())),
        Harm::Cut(len) => drop(bytes.drain(at..(at + len).min(bytes.len()))),
        Harm::Separators(by) => *bytes = replace(bytes, b',', by),
        Harm::Breaks(by) => *bytes = replace(bytes, b'\n', by),
        Harm::Mark => drop(bytes.splice(0..0, "\u{feff}".bytes())),
        Harm::Latin => bytes[at] = 0xe9,
        Harm::Utf16 => *bytes = bytes.iter().flat_map(|b| [*b, 0]).collect(),
        Harm::Twice => bytes.extend_from_within(..),
    }
}

/// A slip that the law below once met: a stray quotation mark in a file that was pasted twice.
#[test]
fn a_mark_that_tears_a_row_of_a_doubled_file() {
    let sample = sample();
    let (_, checked) = checked(&sample);
    let path = "cohorts/2026-spring/applicants.csv";
    let sound = sample.read(Root::Data, path).unwrap();
    for at in 0..sound.len() {
        if at % 397 != 0 && at != 596_254_651_130_149_214 % sound.len() {
            continue;
        }
        let mut bytes = sound.clone();
        harmed(&mut bytes, &Harm::Put("\",\""), at);
        harmed(&mut bytes, &Harm::Twice, 0);
        let mut world = sample.clone();
        world.put(Root::Data, path, bytes);
        account(&world, &checked, "2026-spring", "applicants.csv");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(40) })]

    #[test]
    fn rows_in_are_rows_used_and_rows_reported(
        which in 0usize..100,
        harms in prop::collection::vec((harm(), any::<usize>()), 1..5),
    ) {
        account_harmed(which, &harms);
    }
}

/// Holds a file of the sample to the law, with what befell it.
fn account_harmed(which: usize, harms: &[(Harm, usize)]) {
    thread_local!(static SAMPLE: (Memory, Checked) = {
        let sample = sample();
        let (_, checked) = checked(&sample);
        (sample, checked)
    });
    SAMPLE.with(|(sample, checked)| {
        let rows: Vec<&str> =
            sample.files().filter(|(root, ..)| *root == Root::Data).map(|(_, path, _)| path).collect();
        let path = rows[which % rows.len()];
        let mut bytes = sample.read(Root::Data, path).unwrap();
        for (harm, at) in harms {
            harmed(&mut bytes, harm, *at);
        }
        let mut world = sample.clone();
        world.put(Root::Data, path, bytes);
        account(&world, checked, "2026-spring", path.rsplit('/').next().unwrap());
    });
}

/// More faulty rows than are told one by one.
#[test]
fn what_is_not_told_one_by_one_is_counted() {
    account_harmed(78, &[(Harm::Twice, 0), (Harm::Twice, 0)]);
}
