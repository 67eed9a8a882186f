#![allow(clippy::unwrap_used)]

use super::*;
use crate::diag::{Code, Edit, Place, Span};

static WRONG: Code = Code {
    word: "unknown-value",
    severity: Severity::Error,
    says: "A key that takes one of a fixed set of words holds another.",
    why: "w",
    example: "e",
    fix: "f",
};
static DOUBT: Code = Code { word: "doubt", severity: Severity::Warning, ..WRONG };

struct Two;

impl Files for Two {
    fn name(&self, file: FileId) -> &str {
        match file.0 {
            0 => "content/é.yaml",
            1 => "private/cohorts/a/answers.csv",
            _ => "",
        }
    }

    fn text(&self, file: FileId) -> Cow<'_, str> {
        match file.0 {
            0 => "a: 1\nkind: ü mid-point\nb: 2\n".into(),
            1 => "id,why\n7,secret\n".into(),
            _ => "".into(),
        }
    }

    fn private(&self, file: FileId) -> bool {
        file.0 == 1
    }
}

fn at(file: u32, start: usize, end: usize) -> Place {
    Place::new(FileId(file), Span::new(start, end))
}

fn found() -> Vec<Diagnostic> {
    let place = at(0, 14, 23);
    let mut wrong = Diagnostic::new(&WRONG, place, "`mid-point` is not a value this key takes")
        .label("not known")
        .also(at(0, 0, 1), "beside this")
        .help("did you mean `midpoint`?");
    wrong.suggestion = Some(Edit { place, text: "midpoint".to_owned() });
    let private = Diagnostic::new(&DOUBT, at(1, 9, 15), "`secret` is odd").help("was `secret` meant?");
    vec![wrong, private, Diagnostic::new(&DOUBT, Place::whole(FileId(0)), "the file is odd")]
}

fn emitted(found: &[Diagnostic], look: Look) -> String {
    let mut out = Vec::new();
    emit(found, &Two, &look, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn people_see_the_line_and_the_remedy() {
    let text = emitted(&found(), Look::default());
    let expected = "\
error[unknown-value]: `mid-point` is not a value this key takes
 --> content/é.yaml:2:9
  |
1 | a: 1
  | - beside this
2 | kind: ü mid-point
  |         ^^^^^^^^^ not known
  |
help: did you mean `midpoint`?
  |
2 - kind: ü mid-point
2 + kind: ü midpoint
  |
";
    assert!(text.starts_with(expected), "{text}");
    assert!(text.contains("warning[doubt]: the file is odd\n--> content/é.yaml\n"), "{text}");
    assert!(text.ends_with("\n1 error and 2 warnings in 2 files\n"), "{text}");
    assert!(emitted(&found(), Look { colour: true, ..Look::default() }).contains('\u{1b}'));
}

#[test]
fn without_snippets_nothing_private_is_shown() {
    for format in [Format::Human, Format::Short, Format::Json, Format::Sarif, Format::Github] {
        let text = emitted(&found(), Look { format, snippets: false, ..Look::default() });
        assert!(!text.contains("secret"), "{text}");
        assert!(!text.contains("kind: "), "{text}");
        assert!(text.contains("answers.csv"), "{text}");
    }
}

#[test]
fn one_line_each() {
    let text = emitted(&found(), Look { format: Format::Short, ..Look::default() });
    let first = text.lines().next().unwrap();
    assert_eq!(first, "content/é.yaml:2:9: error[unknown-value]: `mid-point` is not a value this key takes");
}

#[test]
fn many_of_one_kind_are_counted() {
    let many: Vec<Diagnostic> = (0..12_445).map(|i| Diagnostic::new(&WRONG, at(0, i, i), "x")).collect();
    let text = emitted(&many, Look { format: Format::Short, ..Look::default() });
    assert_eq!(text.lines().count(), 102);
    assert!(
        text.contains("content/é.yaml: and 12,345 more of `unknown-value`\n12,445 errors in 1 file\n"),
        "{text}"
    );
}

#[test]
fn what_says_the_same_is_drawn_once() {
    let all: Vec<Diagnostic> =
        [0, 3, 5].map(|start| Diagnostic::new(&WRONG, at(0, start, start + 1), "x").help("h")).into();
    let text = emitted(&all, Look::default());
    assert_eq!(text.matches("error[unknown-value]: x").count(), 1, "{text}");
    let also = "note: the same in 2 more places: content/é.yaml:1:4, content/é.yaml:2:1\n";
    assert!(text.contains(also) && text.ends_with("3 errors in 1 file\n"), "{text}");
    assert_eq!(emitted(&all[1..], Look::default()).matches("error[").count(), 2);
}

#[test]
fn machines_get_valid_documents() {
    for format in [Format::Json, Format::Sarif] {
        let text = emitted(&found(), Look { format, ..Look::default() });
        let value: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert!(value.is_object());
    }
    let json: serde_json::Value =
        serde_json::from_str(&emitted(&found(), Look { format: Format::Json, ..Look::default() })).unwrap();
    assert_eq!(json["findings"][0]["place"]["column"], 9);
    assert_eq!((&json["errors"], &json["warnings"]), (&1.into(), &2.into()));
    let github = emitted(&found(), Look { format: Format::Github, ..Look::default() });
    let first =
        "::error title=unknown-value,file=content/é.yaml,line=2,col=9,endColumn=18::`mid-point` is not";
    assert!(github.starts_with(first), "{github}");
    assert!(github.contains("%0Adid you mean"), "{github}");
}

#[test]
fn any_span_can_be_drawn() {
    let starts = [0, 1, 13, 14, 28, 29, 4_000_000_000];
    for (start, end) in starts.iter().flat_map(|s| starts.iter().map(move |e| (*s, *e))) {
        let place = at(0, start, end);
        let mut one = Diagnostic::new(&WRONG, place, "x\u{1b}[31m").help("h").also(at(0, end, start), "y");
        one.suggestion = Some(Edit { place, text: "z\n".to_owned() });
        assert!(!emitted(&[one], Look::default()).contains('\u{1b}'));
    }
}

#[test]
fn what_concerns_no_file_names_none() {
    let one = [Diagnostic::new(&WRONG, Place::whole(FileId(u32::MAX)), "there is no program.yaml")];
    let told = |format| emitted(&one, Look { format, ..Look::default() });
    assert!(told(Format::Short).starts_with("error[unknown-value]: there is no program.yaml\n"));
    assert!(
        told(Format::Human).starts_with("error[unknown-value]: there is no program.yaml\n\n"),
        "{}",
        told(Format::Human)
    );
    assert_eq!(told(Format::Github), "::error title=unknown-value::there is no program.yaml\n");
}
