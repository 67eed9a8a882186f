//! What is true of any input: parsing never panics, places lie inside the text, order changes nothing.

use mentorbook::diag::{Diagnostic, FileId};
use mentorbook::model::{Node, Value};
use mentorbook::parse::yaml;
use mentorbook::source::{Disk, Memory, World, scan};
use proptest::prelude::*;

use crate::site::Site;

/// Pieces of YAML and Markdown that are put together at random.
const PIECES: &[&str] = &[
    "a",
    "key",
    ":",
    ": ",
    "- ",
    "-",
    "\n",
    "\n  ",
    "\n    ",
    "\t",
    "\"",
    "'",
    "[",
    "]",
    "{",
    "}",
    ",",
    "#",
    " # x",
    "|\n",
    ">-\n",
    "&x ",
    "*x",
    "!t ",
    "<<: ",
    "---\n",
    "...\n",
    "%",
    "@",
    "`",
    "é",
    "\u{a0}",
    "“",
    "”",
    "\u{feff}",
    "\0",
    "\u{7}",
    "\u{85}",
    "\u{2028}",
    "\r\n",
    "1e3",
    "0o10",
    "~",
    "yes",
    "2026-02-30",
    "? ",
    "title: x\n",
    "![[question:x]]",
    "[[x|y]]",
    "## H {minutes=5}\n",
    "**Say:** ",
    "| a | b |\n|---|---|\n",
    "🙂",
    "\\",
    "\\u00e9",
];

fn text() -> impl Strategy<Value = String> {
    let pieces =
        prop::collection::vec(prop::sample::select(PIECES), 0..40).prop_map(|pieces| pieces.concat());
    prop_oneof![4 => pieces, 1 => any::<String>()]
}

fn lies_inside(text: &str, node: &Node) {
    assert!(text.get(node.span.range()).is_some(), "{:?} in {text:?}", node.span);
    match &node.value {
        Value::List(items) => items.iter().for_each(|item| lies_inside(text, item)),
        Value::Map(entries) => {
            for entry in entries {
                assert!(text.get(entry.key_span.range()).is_some());
                lies_inside(text, &entry.node);
            }
        }
        _ => {}
    }
}

fn findings_lie_inside(text: &str, found: &[Diagnostic]) {
    for one in found {
        let edit = one.suggestion.iter().map(|edit| edit.place);
        let related = one.related.iter().map(|label| label.place);
        for place in std::iter::once(one.primary.place).chain(related).chain(edit) {
            assert!(text.get(place.span.range()).is_some(), "{one:?} in {text:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1500) })]

    #[test]
    fn yaml_never_panics_and_places_lie_inside(text in text()) {
        let mut found = Vec::new();
        if let Some(node) = yaml::parse(FileId(0), &text, &mut found) {
            lies_inside(&text, &node);
        } else {
            prop_assert!(!found.is_empty(), "refused without a word");
        }
        findings_lie_inside(&text, &found);
    }

    #[test]
    fn front_matter_ends_where_the_body_starts(text in text()) {
        let text = format!("---\n{text}\n---\nBody\n");
        let mut found = Vec::new();
        let (_, body) = yaml::front_matter(FileId(0), &text, &mut found);
        prop_assert!(body == 0 || text[..body].trim_end().ends_with("---"));
        findings_lie_inside(&text, &found);
    }

    #[test]
    fn any_bytes_can_be_scanned(bytes in any::<Vec<u8>>()) {
        let world = Memory::default().with("program.yaml", bytes.clone());
        let sources = scan(&world).unwrap();
        prop_assert_eq!(sources.files[0].not_utf8.is_none(), std::str::from_utf8(&bytes).is_ok());
        prop_assert_eq!(sources.files[0].len, world.list(mentorbook::source::Root::Content).unwrap()[0].len);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(60) })]

    #[test]
    fn any_site_can_be_checked(program in text(), phases in text(), guide in text()) {
        let site = Site::base().with("program.yaml", program).with("phases.yaml", phases).with("guides/index.md", guide);
        let report = site.check();
        for one in &report.found {
            let text = &report.sources.get(one.primary.place.file).unwrap().text;
            prop_assert!(text.get(one.primary.place.span.range()).is_some(), "{:?}", one);
        }
    }
}

#[test]
fn a_large_file_is_refused() {
    let report = Site::base().with("questions.yaml", "#".repeat(6 * 1024 * 1024)).check();
    assert_eq!(report.codes(), ["file-too-large"]);
}

#[test]
fn a_site_on_disk_is_the_site_in_memory() {
    let site = Site::base().with("guides/b/é.md", "no title").with("guides/b-c.md", "---\ntitle: x\n---\n");
    let folder = tempfile::tempdir().unwrap();
    site.write_to(folder.path());
    let disk = scan(&Disk::new(folder.path().join("content"), site.world.today())).unwrap();
    let memory = scan(&site.world).unwrap();
    let told = |sources: &mentorbook::source::Sources| -> Vec<(String, u64, String)> {
        sources.files.iter().map(|file| (file.path.clone(), file.hash, file.text.to_string())).collect()
    };
    assert_eq!(told(&disk), told(&memory));
}
