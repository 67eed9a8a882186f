#![allow(clippy::unwrap_used)]

use super::*;
use crate::model::Value;

fn read(text: &str) -> (Option<Node>, Vec<Diagnostic>) {
    let mut found = Vec::new();
    let node = parse(FileId(0), text, &mut found);
    (node, found)
}

fn slice<'t>(text: &'t str, node: &Node) -> &'t str {
    &text[node.span.range()]
}

/// Each text, the code it gives, the bytes the caret marks, and a part of the message.
const BROKEN: &[(&str, &str, &str, &str)] = &[
    ("question: What is it: now?\n", "yaml-syntax", "What is it: now?", "has a colon in it"),
    ("a: 1\nb: Steps:\n", "yaml-syntax", "Steps:", "has a colon in it"),
    ("a:\n\tb: 2\n", "yaml-syntax", "\t", "a tab"),
    ("a: 1\n\tb: 2\n", "yaml-syntax", "\t", "a tab"),
    ("a: “What is it: now?”\nb: 2\n", "yaml-syntax", "“What is it: now?”", "curly quotes"),
    ("a:\u{a0}x\nb: 2\n", "yaml-syntax", "\u{a0}", "non-breaking"),
    ("a:1\nb: 2\n", "yaml-syntax", "a:", "no space after the colon"),
    ("a:\n  - x: 1\n  -y: 2\n", "yaml-syntax", "-", "no space after the dash"),
    ("a: \"x\nb: 2\n", "yaml-syntax", "\"x", "not closed"),
    ("a: \"x\nb: \"y\"\nc: 1\n", "yaml-syntax", "\"x", "not closed"),
    ("a: 'don't do it'\nb: 1\n", "yaml-syntax", "t do it'", "after the closing quote"),
    ("a: \"New\" mentors\nb: 1\n", "yaml-syntax", "mentors", "after the closing quote"),
    ("a: @x\n", "yaml-syntax", "@x", "begins with `@`"),
    ("a: `x`\n", "yaml-syntax", "`x`", "begins with a backtick"),
    ("a: 50%\nb: %x\n", "yaml-syntax", "%x", "begins with `%`"),
    ("a: *bold* words\nb: 1\n", "yaml-syntax", "*bold* words", "begins with `*`"),
    ("a: [guide](scripts/midpoint.md)\n", "yaml-syntax", "[guide](scripts/midpoint.md)", "begins with `[`"),
    ("a: > text\n  more\n", "yaml-syntax", "> text", "begins on the line below"),
    ("a:\n  - x\n  -y\n", "yaml-syntax", "-", "no space after the dash"),
    ("a: - b\n", "yaml-syntax", "- b", "a list cannot begin"),
    ("a: [1, 2\nb: 3\n", "yaml-syntax", "[", "bracket `[`"),
    ("a: 1\nfoo bar\nb: 2\n", "yaml-syntax", "foo bar", "neither a key"),
    ("a:\n  - x\n - y\n", "yaml-syntax", " - y", "column 2"),
    ("a:\n  b: 1\n   c: 2\n", "yaml-syntax", "   c: 2", "column 4"),
    (
        "- id: x\n  n: 1\n - id: y\n   n: 2\n",
        "yaml-syntax",
        " - id: y",
        "column 2, the one it belongs to at column 1",
    ),
    (
        "text: What is it\n  you want: now\nb: 1\n",
        "yaml-syntax",
        "you want: now",
        "goes on over several lines",
    ),
    ("a:\n  b\n  c: d\n", "yaml-syntax", "b", "neither a key"),
    ("text: \"C:\\path\"\n", "yaml-syntax", "\"C:\\path\"", "a backslash"),
    ("a: 1\nname：Tandem\nweeks: 2\n", "yaml-syntax", "：", "wide colon"),
    ("- a\nb: 1\n", "yaml-syntax", "b: 1", "a key stands where"),
    ("a: 1\n- b\n", "yaml-syntax", "- b", "a list item stands where"),
    ("a: |\n  x\n y\nb: 1\n", "yaml-syntax", " y", "indented less"),
    ("a: 1\n---\nb: 2\n", "several-documents", "---", "second document"),
    ("a: &a [*a]\n", "yaml-alias", "*a", "inside the value"),
    ("- a\n-\tb\n", "yaml-syntax", "\t", "no tab here"),
    ("a: b\u{2028}c\n", "control-character", "\u{2028}", "U+2028"),
    ("a\0b: 1\n", "control-character", "\0", "U+0000"),
];

#[test]
fn broken_files_are_explained() {
    for (text, code, marked, message) in BROKEN {
        let (node, found) = read(text);
        assert!(node.is_none(), "{text:?} was read");
        let first = &found[0];
        assert_eq!(first.code.word, *code, "{text:?}");
        assert!(first.message.contains(message), "{text:?}: {}", first.message);
        assert_eq!(&text[first.primary.place.span.range()], *marked, "{text:?}");
    }
}

#[test]
fn a_suggestion_mends_its_file() {
    for (text, ..) in BROKEN {
        let (_, found) = read(text);
        let Some(edit) = &found[0].suggestion else { continue };
        let range = edit.place.span.range();
        let mended = format!("{}{}{}", &text[..range.start], edit.text, &text[range.end..]);
        assert!(read(&mended).0.is_some(), "{text:?} became {mended:?}");
    }
}

#[test]
fn types_are_those_of_yaml() {
    let text = "a: yes\nb: 010\nc: 2026-03-02\nd: 17:00\ne: ~\nf: 8\ng: 0.5\nh: true\ni: \"8\"\n";
    let (node, found) = read(text);
    let node = node.unwrap();
    let value = |key: &str| node.get(key).unwrap().value.clone();
    let text = |t: &str| Value::Str(t.into());
    assert_eq!(
        ["a", "b", "c", "d", "e", "f", "g", "h", "i"].map(value),
        [
            text("yes"),
            text("010"),
            text("2026-03-02"),
            text("17:00"),
            Value::Null,
            Value::Int(8),
            Value::Float(0.5),
            Value::Bool(true),
            text("8")
        ]
    );
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn what_is_read_is_still_looked_at() {
    for (text, code) in [
        ("a: 1e3\n", "yaml-number"),
        ("a: 0o10\n", "yaml-number"),
        ("a: !Important dates\n", "yaml-tag"),
        ("a: {{name}}\n", "yaml-key"),
        ("a: 1\nb: 2\na: 3\n", "yaml-duplicate-key"),
        ("a:\n  -x\n  -y\n", "yaml-lookalike"),
        ("- week:3\n", "yaml-lookalike"),
        ("audience: mentor\n  - mentee\n", "yaml-lookalike"),
        ("a:\n  - x\n    -y\n", "yaml-lookalike"),
        ("a:\u{a0}x\n", "yaml-lookalike"),
    ] {
        let (node, found) = read(text);
        assert!(node.is_some(), "{text:?}");
        assert_eq!(found.first().map(|f| f.code.word), Some(code), "{text:?}: {found:?}");
    }
    assert!(read("- https://example.org\n- mailto:a@b.org\n- 12:30\n- Ends-meet\n").1.is_empty());
}

#[test]
fn places_are_bytes_of_the_file() {
    let text = "title: Übergänge\nlist:\n  - é\n  - 'two words'\nflow: [a, {b: ü}]\nblock: |\n  line\n  two\n\nnone:\nx: 1\n";
    let (node, found) = read(text);
    let node = node.unwrap();
    assert!(found.is_empty(), "{found:?}");
    let at = |key: &str| slice(text, node.get(key).unwrap());
    assert_eq!(at("title"), "Übergänge");
    assert_eq!(at("list"), "- é\n  - 'two words'");
    assert_eq!(at("flow"), "[a, {b: ü}]");
    assert_eq!(at("block"), "line\n  two");
    assert_eq!(at("none"), "none", "nothing points to its key");
    let Value::List(items) = &node.get("list").unwrap().value else { panic!() };
    assert_eq!(slice(text, &items[1]), "'two words'");
}

#[test]
fn both_places_of_a_duplicate_key() {
    let text = "week: 4\nname: x\nweek: 5\n";
    let (node, found) = read(text);
    assert_eq!(node.unwrap().get("week").unwrap().value, Value::Int(4));
    assert_eq!(found[0].primary.place.span.start, 16);
    assert_eq!(found[0].related[0].place.span.start, 0);
}

#[test]
fn depth_and_repetition_end_quickly() {
    let line = |i: usize| format!("l{i}: &l{i} [{}]\n", vec![format!("*l{}", i - 1); 9].join(", "));
    let bomb = (1..9).map(line).collect::<Vec<_>>().concat();
    for (text, code) in [
        ("[".repeat(100_000), "too-deep"),
        ("{".repeat(100_000), "too-deep"),
        ("- ".repeat(100_000), "too-deep"),
        (format!("a: \"x\"y\nb: {}", "[".repeat(100_000)), "too-deep"),
        (format!("l0: &l0 [x, x]\n{bomb}"), "yaml-alias"),
    ] {
        let start = std::time::Instant::now();
        let (node, found) = read(&text);
        assert!(node.is_none());
        assert_eq!(found[0].code.word, code);
        assert!(start.elapsed().as_millis() < 500, "{:?}", start.elapsed());
    }
}

#[test]
fn front_matter_has_places_of_the_whole_file() {
    let text = "---\ntitle: Ends: well\n---\n# Body\n";
    let mut found = Vec::new();
    let (node, body) = front_matter(FileId(0), text, &mut found);
    assert!(node.is_none());
    assert_eq!(&text[found[0].primary.place.span.range()], "Ends: well");
    assert_eq!(&text[body..], "# Body\n");

    let text = "---\r\ntitle: é\r\n---\r\nBody\r\n";
    let (node, body) = front_matter(FileId(0), text, &mut Vec::new());
    assert_eq!(slice(text, node.unwrap().get("title").unwrap()), "é");
    assert_eq!(&text[body..], "Body\r\n");

    assert_eq!(front_matter(FileId(0), "# No front matter\n", &mut found), (None, 0));
    assert_eq!(front_matter(FileId(0), "---\n\nA rule, then text.\n", &mut Vec::new()), (None, 0));
    let mut found = Vec::new();
    front_matter(FileId(0), "---\ntitle: x\n\nText\n", &mut found);
    assert!(found[0].message.contains("no end"));
}

#[test]
fn what_one_reader_refuses_keeps_its_places() {
    let text = "é: [\n  a,\n  bü,\n]\nb:\tx\nc:\n  d: {\n    e: f,\n  }\n  g: h\n";
    let (node, found) = read(text);
    let node = node.unwrap();
    assert!(found.is_empty(), "{found:?}");
    assert_eq!(slice(text, node.get("é").unwrap()), "[\n  a,\n  bü,\n]");
    assert_eq!(slice(text, node.get("b").unwrap()), "x");
    let inner = node.get("c").unwrap();
    assert_eq!(slice(text, inner.get("d").unwrap().get("e").unwrap()), "f");
    assert_eq!(slice(text, inner.get("g").unwrap()), "h");

    let (node, found) = read("a: \"x\"#note\n");
    assert!(node.is_some());
    assert_eq!((found[0].code.word, found[0].primary.place.span.start), ("yaml-unusual", 6));
}
