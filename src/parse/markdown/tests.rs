#![allow(clippy::unwrap_used)]

use proptest::prelude::*;

use super::*;
use crate::diag::Place;

fn read(text: &str) -> (Doc, Vec<Diagnostic>) {
    let mut found = Vec::new();
    let doc = parse(FileId(0), text.into(), 0, &mut found);
    (doc, found)
}

/// The nodes in one line: `P{text}` for a paragraph, capital letters for what opens.
fn dump(doc: &Doc) -> String {
    let mut out = String::new();
    for node in doc.nodes() {
        match node {
            Node::Open(tag) => out.extend([name(*tag), "{".to_owned()]),
            Node::Close(_) => out.push('}'),
            Node::Text(piece) => out.push_str(doc.str(*piece)),
            Node::Code(piece) => out.extend([format!("`{}`", doc.str(*piece))]),
            Node::NoteRef(note, _) => out.extend([format!("^{note}")]),
            Node::Embed(index) => out.extend([format!("!{}", doc.str(doc.embeds[*index as usize].target))]),
            Node::Soft => out.push('~'),
            Node::Hard => out.push('/'),
            Node::Rule => out.push_str("---"),
            Node::Task(done) => out.push_str(if *done { "[x]" } else { "[ ]" }),
        }
    }
    out
}

fn name(tag: Tag) -> String {
    match tag {
        Tag::Heading(_) => "H".to_owned(),
        Tag::Paragraph => "P".to_owned(),
        Tag::Strong => "B".to_owned(),
        Tag::Link(_) => "A".to_owned(),
        Tag::Item => "I".to_owned(),
        other => format!("{other:?}"),
    }
}

#[test]
fn nodes() {
    let cases = [
        ("a_b `c` &amp; d\ne", "P{a_b `c` & d~e}"),
        ("**Ask:** ![[question:q]]", "P{B{Ask:}}!q"),
        ("one\n![[question:q]]\ntwo", "P{one}!qP{two}"),
        ("![[question:q]]\n![[question:r]]", "!q!r"),
        ("- ![[question:q]]\n- b", "Bullets{I{!q}I{b}}"),
        ("> ![[question:q]]", "Quote{!q}"),
        ("see ![[question:q]] here", "P{see  here}"),
        ("see [[guide:a/b]] or [[guide:a/b|this]]", "P{see A{} or A{this}}"),
        (
            "<div>\nkept &amp; <b>bold</b>.\n<!-- gone --><p>More\n<script>gone()</script></div>",
            "P{kept & bold.\n}P{More\n}",
        ),
        ("<div>1 < 2</div>", "P{1 < 2}"),
        ("a <b>c</b><br>d <!-- gone --> e", "P{a c/d  e}"),
        ("a[^x] b[^y] c[^x]\n\n[^y]: why\n[^x]: ex", "P{a^0 b^1 c^0}Note(1){P{why}}Note(0){P{ex}}"),
        ("- [x] a\n- [ ] b", "Bullets{I{[x]a}I{[ ]b}}"),
        ("Term\n: Meaning", "Terms{Term{Term}Meaning{Meaning}}"),
        ("> [!WARNING]\n> Careful", "Alert(Warning){P{Careful}}"),
        ("don't \"change\" -- this...", "P{don't \"change\" -- this...}"),
    ];
    for (text, nodes) in cases {
        assert_eq!(dump(&read(text).0), nodes, "{text}");
    }
}

#[test]
fn headings_have_levels_anchors_and_minutes() {
    let cases = [
        ("## Who to ask", "2 who-to-ask"),
        ("# One\n## Two\n###### Six", "2 one|3 two|6 six"),
        ("## A\n## A\n## A-1", "2 a|2 a-1|2 a-1-1"),
        ("## Frame it {minutes=5}", "2 frame-it 5"),
        ("## Frame it {minutes=5} ##", "2 frame-it 5"),
        ("## Frame it {#frame minutes=5}", "2 frame 5"),
        ("## Say `hello`, *then* [wait](x.md)!", "2 say-hello-then-wait"),
        ("## Año: ¿qué más?", "2 año-qué-más"),
        ("## Use \\{name\\}", "2 use-name"),
        ("## Use `{name}`", "2 use-name"),
        ("## !", "2 section"),
    ];
    for (text, expected) in cases {
        let (doc, found) = read(text);
        let line = |h: &Heading| {
            let minutes = h.minutes.map(|n| format!(" {n}")).unwrap_or_default();
            format!("{} {}{minutes}", h.level, doc.str(h.anchor))
        };
        assert_eq!(doc.headings.iter().map(line).collect::<Vec<_>>().join("|"), expected, "{text}");
        assert!(found.is_empty(), "{text}: {found:?}");
    }
}

#[test]
fn attributes_that_nothing_reads_are_pointed_at() {
    let cases = [
        ("## Close {minuts=5}", "minuts=5", Some("minutes=5")),
        ("## Close {minutes=five}", "minutes=five", None),
        ("## Use {name}", "name", None),
        ("## Close {minutes=5 .wide}", ".wide", None),
        ("## A {#x}\n## B {#x}", "x", None),
    ];
    for (text, at, mend) in cases {
        let (_, found) = read(text);
        assert_eq!(found.len(), 1, "{text}: {found:?}");
        assert_eq!(&text[found[0].primary.place.span.range()], at, "{text}");
        assert_eq!(found[0].suggestion.as_ref().map(|edit| edit.text.as_str()), mend, "{text}");
    }
}

#[test]
fn links_are_sorted_by_their_form() {
    let cases = [
        ("[[guide:endings/policy#who|ask]]", "Wiki guide endings/policy who"),
        ("| a |\n|---|\n| [[guide:x\\|label]] |", "Wiki guide x "),
        ("[[guide:endings/index#who]]", "Wiki guide endings who"),
        ("[[guide:endings/policy.md]]", "Wiki guide endings/policy "),
        ("[[endings/policy]]", "Wiki  endings/policy "),
        ("[[session:2026-spring/panel]]", "Wiki session 2026-spring/panel "),
        ("[a](../about.md#experts)", "Page  ../about.md experts"),
        ("[a](form.pdf)", "Asset  form.pdf "),
        ("[a](#there)", "Anchor   there"),
        ("[a](https://example.org/#x)", "Url  https://example.org/#x "),
        ("<hello@example.org>", "Mail  hello@example.org "),
        ("[a](mailto:hello@example.org)", "Mail  hello@example.org "),
        ("[a](tel:+34600000000)", "Phone  +34600000000 "),
        ("[a](javascript:alert)", "Other  javascript:alert "),
        ("[a](/root.html)", "Other  /root.html "),
        ("[a][b]\n\n[b]: x.md#y", "Page  x.md y"),
    ];
    for (text, expected) in cases {
        let (doc, _) = read(text);
        let link = doc.links[0];
        let [word, target, fragment] = [link.word, link.target, link.fragment].map(|p| doc.str(p));
        assert_eq!(format!("{:?} {word} {target} {fragment}", link.kind), expected, "{text}");
        assert_eq!(link.target.span().map(|s| &text[s.range()]), Some(target), "{text}");
    }
}

#[test]
fn paths_are_joined() {
    let cases = [
        ("guides/a", "b.md", Some("guides/a/b.md")),
        ("guides/a", "../b%20c.md", Some("guides/b c.md")),
        ("guides", "./x/../y.png", Some("guides/y.png")),
        ("guides", "../../x", None),
    ];
    for (folder, relative, expected) in cases {
        assert_eq!(link::join(folder, relative).as_deref(), expected, "{relative}");
    }
}

#[test]
fn cues_open_their_paragraphs() {
    let (doc, _) = read("**Say:** a\n\n**Si oye**: b\n\n**Careful:** c\n\n- **Say:** d\n\n**Note** e");
    let cues: Vec<_> = doc.cues.iter().map(|cue| (cue.label, doc.str(cue.words))).collect();
    assert_eq!(cues, [(CueLabel::Say, "Say"), (CueLabel::IfYouHear, "Si oye")]);
}

#[test]
fn words_are_told_from_markup() {
    let (doc, _) =
        read("## Two words\n\nand **three** more,\n\n![[question:q]]\n\n| a | b |\n|---|---|\n| c | d |");
    assert_eq!(doc.plain(doc.all()), "Two words and three more, a b c d");
    assert_eq!(doc.words(doc.all()), 9);
    assert_eq!(doc.plain(doc.below(&doc.headings[0])), "and three more, a b c d");
}

#[test]
fn html_is_listed_once_a_line() {
    let (doc, _) = read("a <b>c</b> <i>d</i>\ne <u>f</u>\n\n<div>\n<!-- c -->\n\ng <!-- h -->");
    assert_eq!(doc.html.len(), 3);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    /// No text is too odd, and every place that comes out can be sliced.
    #[test]
    fn any_text_is_read(text in "([#*_\\[\\]!|{}<>`:\\-\n &;x=é]|\\[\\[guide:a|!\\[\\[q:b\\]\\]\n|\n\n|\\[\\^1\\]|<!--|minutes=|\\*\\*Say:\\*\\* |\\| a \\|\n\\|--\\|\n){0,60}") {
        let (doc, found) = read(&text);
        let spans = doc.links.iter().map(|l| l.span).chain(doc.html.iter().copied());
        for span in spans.chain(doc.headings.iter().map(|h| h.span)).chain(doc.embeds.iter().map(|e| e.span)) {
            prop_assert!(text.get(span.range()).is_some());
        }
        for Place { span, .. } in found.iter().map(|f| f.primary.place) {
            prop_assert!(text.get(span.range()).is_some());
        }
        let mut open = Vec::new();
        for node in doc.nodes() {
            match node {
                Node::Open(tag) => open.push(*tag),
                Node::Close(tag) => prop_assert_eq!(open.pop(), Some(*tag)),
                _ => {}
            }
        }
        prop_assert!(open.is_empty());
    }
}

#[test]
fn large_and_odd_texts_take_no_longer_than_their_size() {
    let texts = [
        "## a\n".repeat(40_000),
        "![[q:a]] ".repeat(40_000),
        "[^a]: b\n\n".repeat(10_000),
        "<b>".repeat(60_000),
    ];
    for text in texts {
        let start = std::time::Instant::now();
        read(&text);
        assert!(start.elapsed().as_secs() < 5, "{}", &text[..9]);
    }
}
