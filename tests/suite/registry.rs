//! The codes: words that are used once, with a full document and a case each.

use std::collections::BTreeMap;

use mentorbook::diag::Code;
use mentorbook::{check, pipeline};

use crate::cases;

/// Codes of reading and checking, which cases can show, and those of later stages, which have their own tests.
fn all() -> Vec<&'static Code> {
    pipeline::codes()
}

/// Codes whose file no case can hold: tested in Rust, in the place named.
const TESTED_ELSEWHERE: &[(&str, &str)] = &[("file-too-large", "laws::a_large_file_is_refused")];

#[test]
fn a_word_means_one_thing() {
    let mut words: BTreeMap<&str, &str> = BTreeMap::new();
    for code in all() {
        if let Some(other) = words.insert(code.word, code.says) {
            panic!("`{}` is used twice: {other:?} and {:?}", code.word, code.says);
        }
        let kebab = code.word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        assert!(kebab, "`{}`", code.word);
    }
    assert!(words.len() > 20);
}

#[test]
fn every_code_has_its_document() {
    let mut thin = Vec::new();
    for code in all() {
        for (part, text) in
            [("says", code.says), ("why", code.why), ("example", code.example), ("fix", code.fix)]
        {
            let sentence = part == "example" || text.ends_with(['.', '?', ')', '`']);
            let least = if part == "example" { 5 } else { 10 };
            if text.trim().len() < least || !sentence {
                thin.push(format!("{}.{part}: {text:?}", code.word));
            }
        }
    }
    assert!(thin.is_empty(), "{thin:#?}");
}

#[test]
fn every_code_has_a_case() {
    let cases: Vec<String> = cases::all().into_iter().map(|(name, _)| name).collect();
    let has_case = |word: &str| cases.iter().any(|name| cases::code(name) == word);
    let elsewhere = |word: &str| TESTED_ELSEWHERE.iter().any(|(code, _)| *code == word);
    let words: Vec<&str> = check::codes().iter().map(|code| code.word).collect();
    let missing: Vec<&&str> = words.iter().filter(|word| !has_case(word) && !elsewhere(word)).collect();
    assert!(missing.is_empty(), "codes without a folder in tests/cases: {missing:?}");
    let stale: Vec<&String> = cases.iter().filter(|name| !words.contains(&cases::code(name))).collect();
    assert!(stale.is_empty(), "cases whose code does not exist: {stale:?}");
}
