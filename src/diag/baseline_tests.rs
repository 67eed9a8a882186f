#![allow(clippy::unwrap_used)]

use std::borrow::Cow;

use super::*;
use crate::diag::{Code, FileId, Place, Severity};

static CODE: Code =
    Code { word: "doubt", severity: Severity::Warning, says: "", why: "", example: "", fix: "" };

struct Named;

impl Files for Named {
    fn name(&self, file: FileId) -> &str {
        ["content/a.yaml", "private/b.csv"][file.0 as usize]
    }

    fn text(&self, _: FileId) -> Cow<'_, str> {
        "".into()
    }

    fn private(&self, file: FileId) -> bool {
        file.0 == 1
    }
}

fn finding(file: u32, message: &str) -> Diagnostic {
    Diagnostic::new(&CODE, Place::whole(FileId(file)), message)
}

#[test]
fn only_new_findings_count_and_mended_ones_are_named() {
    let yesterday = [finding(0, "a: \"b\""), finding(0, "twice"), finding(0, "twice"), finding(1, "secret")];
    let text = Baseline::of(&yesterday, &Named).write();
    assert!(!text.contains("secret"), "{text}");
    let baseline = Baseline::read(&text).unwrap();
    assert_eq!(baseline, Baseline::of(&yesterday, &Named));

    let today =
        vec![finding(0, "twice"), finding(0, "twice"), finding(0, "twice"), finding(1, "other secret")];
    let compared = baseline.apply(today, &Named);
    let new: Vec<&str> = compared.new.iter().map(|one| one.message.as_str()).collect();
    assert_eq!((new, compared.accepted), (vec!["twice"], 3));
    assert_eq!(compared.fixed, ["content/a.yaml: doubt: a: \"b\""]);
}

#[test]
fn an_empty_baseline_and_a_broken_one() {
    let empty = Baseline::of(&[], &Named);
    assert_eq!(Baseline::read(&empty.write()).unwrap(), empty);
    assert_eq!(Baseline::read("").unwrap(), empty);
    assert!(Baseline::read("- code: x\n  line: 3\n").is_err());
}
