//! Releases as they are written and read: quickly, by way of YAML, and spoilt.

use super::*;
use crate::source::{Memory, scan};

fn read(text: &str) -> (Option<String>, Vec<&'static str>) {
    let sources = scan(&Memory::default().with("cohorts/c/published.yaml", text)).unwrap();
    let mut found = Vec::new();
    let all = published(&sources, &mut found);
    let release = all.get(&Id::new("c")).map(|release| release.get().id.clone());
    (release, found.iter().map(|one| one.code.word).collect())
}

/// The quick way and the way through YAML read the same, and what is not as written goes the second.
#[test]
fn as_it_was_written() {
    let facts = [
        r#"{"key":"end-a/b@end/mentee","class":"open","form":"open","value":38}"#,
        r#"{"key":"end-a/c","class":"ordinary","form":"share","n":12,"x":{"at-least":9}}"#,
        r#"{"key":"end-a/d","class":"ordinary","form":"not-shown","why":"few-in-cell"}"#,
        r#"{"key":"end-a/e","class":"ordinary","form":"split","n":9,"cells":[{"name":"yes","count":9,"kind":"lead"}]}"#,
    ];
    let facts: Vec<Fact> = facts.iter().map(|fact| serde_json::from_str(fact).unwrap()).collect();
    let means = [("b", "d01e2a3"), ("check-in.first", "dffffff")].map(|(a, b)| (a.to_owned(), b.to_owned()));
    let release = |facts: &[Fact], held_back: &[&str]| Release {
        id: format!("0012-{}", fingerprint("c", true, facts)),
        of: "c".to_owned(),
        date: "2027-01-15".parse().unwrap(),
        closed: true,
        rules: 3,
        k: 3,
        group: 8,
        as_of: (!held_back.is_empty()).then(|| "2026-12-31".parse().unwrap()),
        means: if held_back.is_empty() { BTreeMap::new() } else { BTreeMap::from(means.clone()) },
        held_back: held_back.iter().map(ToString::to_string).collect(),
        facts: facts.to_vec(),
        file: FileId::default(),
    };
    let by_yaml = |text: &str| {
        let node = yaml::parse(FileId::default(), text, &mut Vec::new())?;
        super::release(FileId::default(), &node, &mut Vec::new())
    };
    for one in [release(&facts, &[]), release(&[], &[]), release(&facts, &["matches", "end-a"])] {
        for text in [one.to_string(), one.to_string().replace('\n', "\r\n")] {
            assert_eq!(as_written::read(one.file, &text).as_ref(), Some(&one), "{text}");
            assert_eq!(by_yaml(&text), Some(one.clone()));
        }
        for (old, new) in [
            ("schema: 1", "schema: 2"),
            ("closed: yes", "closed: \"yes\""),
            ("closed: yes", "closed: no"),
            ("k: 3", "k: 03"),
            ("date: 2027-01-15", "date: soon"),
            ("group: 8", "group: 8\nmore: 1"),
            ("facts:", "facts: # none"),
            ("0012-", "0012-0"),
            ("0012-", "12a-"),
        ] {
            assert!(as_written::read(one.file, &one.to_string().replace(old, new)).is_none(), "{new}");
        }
    }
    for (old, new) in [
        ("value: 38", "value: 39"),
        ("value: 38", "value: 0x26"),
        ("value: 38", "value: \"38\""),
        ("name: \"yes\"", "name: yes"),
        ("why: few-in-cell", "why: Yes"),
        ("# 38", "#\t38"),
    ] {
        let text = release(&facts, &[]).to_string();
        assert!(text.contains(old), "{old}");
        assert!(as_written::read(FileId::default(), &text.replace(old, new)).is_none(), "{new}");
    }
}

#[test]
fn releases() {
    const HEAD: &str = "of: c\ndate: 2027-01-15\nclosed: yes\nrules: 3\nk: 3\ngroup: 8\n";
    let none = format!("0001-{}", fingerprint("c", true, &[]));
    let cases: [(String, Option<&str>, &[&str]); 7] = [
        (format!("schema: 1\nrelease: {none}\n{HEAD}facts: []"), Some(&none), &[]),
        (format!("schema: 2\nrelease: r1\n{HEAD}facts: []"), None, &["published-schema"]),
        (format!("schema: 1\nrelease: {none}\n{HEAD}facts: [{{ a: 1 }}]"), None, &["published-edited"]),
        (format!("schema: 1\nrelease: 0001-00000000\n{HEAD}facts: []"), None, &["published-edited"]),
        (
            format!("schema: 1\nrelease: {none}\n{HEAD}facts: []").replace("closed: yes", "closed: no"),
            None,
            &["published-edited"],
        ),
        (
            "schema: 1\ndate: soon\nrules: 3\nk: 3\ngroup: 8\nclosed: no\nfacts: 3\nrows: []".to_owned(),
            None,
            &["unknown-key", "missing-key", "missing-key", "bad-value"],
        ),
        ("[1]".to_owned(), None, &["wrong-type"]),
    ];
    for (text, id, codes) in cases {
        let (release, found) = read(&text);
        assert_eq!((release.as_deref(), found.as_slice()), (id, codes), "{text}");
    }
}

#[test]
fn a_copied_folder_brings_no_figures() {
    let text = |of: &str| {
        let id = format!("0001-{}", fingerprint(of, true, &[]));
        format!(
            "schema: 1\nrelease: {id}\nof: {of}\ndate: 2027-01-15\nclosed: yes\nrules: 3\nk: 3\ngroup: 8\nfacts: []"
        )
    };
    // Figures may well be alike, and those of another are told of where its folder is gone as well.
    for (folder, of, told) in [("d", "d", 0), ("d", "c", 1), ("pools/c+d+e", "c+d+e", 0)] {
        let path = if folder.contains('/') { folder.to_owned() } else { format!("cohorts/{folder}") };
        let world = Memory::default()
            .with("cohorts/c/published.yaml", text("c"))
            .with(&format!("{path}/published.yaml"), text(of));
        let mut found = Vec::new();
        published(&scan(&world).unwrap(), &mut found);
        let copied = found.iter().filter(|one| one.code.word == "published-copied").count();
        assert_eq!((copied, found.len()), (told, told), "{folder}");
    }
}
