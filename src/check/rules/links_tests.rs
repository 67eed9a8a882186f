//! The rules over documents, on a few lines each: what is found, and on which words.
#![allow(clippy::unwrap_used)]

use chrono::NaiveDate;

use super::EditionChoice;
use crate::check::{Memo, Settings, judge, read};
use crate::diag;
use crate::model::{Audience, Id};
use crate::source::{Memory, scan};

const PROGRAM: &str = "schema: 1\nname: P\nlanguages: [en, es]\nweeks: 16\nbase_url: https://h.example.org/x/\n\
    contacts: [{ id: desk, role: Desk, email: desk@example.org, phone: '+34 600 000 111' }]\n";
const CHECK_INS: &str = "[{ id: mid, name: Mid, kind: midpoint, minutes: 60, guide: there, when: { week: 8 },\n\
    reflections: [{ role: mentor, questions: [q] }] }, { id: bare, name: Bare, kind: informal }]";
const QUESTIONS: &str = "questions: [{ id: q, text: A?, role: both, answer: text }]";
const THERE: &str = "---\ntitle: There\n---\n## Who to ask\n\n## Two {#two}\n";
const STAFF: &str = "---\ntitle: Staff\naudience: [facilitator]\n---\nSee [[guide:staff]].\n";

/// Files beside the page.
type Files<'a> = &'a [(&'a str, &'a str)];

/// What a page with this text finds, as `code: the words it points at`, with the mend that it offers.
fn found(text: &str, more: &[(&str, &str)]) -> Vec<String> {
    let page =
        if text.starts_with("---") { text.to_owned() } else { format!("---\ntitle: Here\n---\n{text}\n") };
    let mut world = Memory::new(NaiveDate::from_ymd_opt(2026, 6, 1).unwrap())
        .with("program.yaml", PROGRAM)
        .with("check-ins.yaml", CHECK_INS)
        .with("questions.yaml", QUESTIONS)
        .with("guides/there.md", THERE)
        .with("guides/staff.md", STAFF)
        .with("guides/folder/index.md", THERE)
        .with("guides/room.jpg", "")
        .with("guides/sub/here.md", page);
    for (path, text) in more {
        world = world.with(path, *text);
    }
    let sources = scan(&world).unwrap();
    let mut found = Vec::new();
    let checked = read(&sources, &Settings::default(), &mut Memo::default(), &mut found);
    let audiences = vec![Audience::Everyone, Audience::Mentor, Audience::Mentee];
    let edition = EditionChoice { name: Id::new("public"), audiences, private: false };
    judge(&checked, &sources, &edition, &mut found);
    diag::sort(&mut found);
    let words = |place: diag::Place| sources.get(place.file).unwrap().text[place.span.range()].to_owned();
    let mend =
        |d: &diag::Diagnostic| d.suggestion.as_ref().map(|e| format!(" -> {}", e.text)).unwrap_or_default();
    let told = found.iter().filter(|d| d.code.word != "safeguarding-missing");
    told.map(|d| format!("{}: {}{}", d.code.word, words(d.primary.place), mend(d))).collect()
}

#[test]
fn links() {
    let cases: &[(&str, &[&str])] = &[
        ("[a](../there.md#who-to-ask) [b](../room.jpg) [c](../folder/index.md) [d](#e)\n\n## E", &[]),
        ("[a](../ther.md)", &["broken-link: ../ther.md"]),
        ("[a](../There.md)", &["broken-link: ../There.md -> ../there.md"]),
        ("[a](../../../x.md)", &["broken-link: ../../../x.md"]),
        ("[a](../there.html)", &["broken-link: ../there.html"]),
        ("[a](../there.md#who-to-aks)", &["broken-anchor: who-to-aks -> who-to-ask"]),
        ("[a](#nowhere)", &["broken-anchor: nowhere"]),
        ("[a](../staff.md)", &["link-outside-edition: ../staff.md"]),
        (
            "[a](/there.html) [b](javascript:x) [c]()",
            &["unusable-link: /there.html", "unusable-link: javascript:x", "unusable-link: [c]()"],
        ),
        (
            "[a](http://h.example.org/x/y.html) [b](https://w.example.org/)",
            &["own-address: http://h.example.org/x/y.html"],
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(found(text, &[]), *expected, "{text}");
    }
}

#[test]
fn wiki_links() {
    let cases: &[(&str, &[&str])] = &[
        (
            "[[guide:there#two]] [[question:q]] [[check-in:mid#two]] [[contact:desk]] [[term:match]] [[minutes:mid]]",
            &[],
        ),
        ("[[guide:folder/index|a]] [[guide:there.md]]", &[]),
        ("[[guide:ther]]", &["unknown-reference: ther -> there"]),
        ("[[guide:mid]]", &["unknown-reference: mid"]),
        ("[[there]]", &["unknown-link-kind: there -> guide:there"]),
        ("[[giude:there]]", &["unknown-link-kind: giude -> guide"]),
        ("[[guide:there#who-to-aks]]", &["broken-anchor: who-to-aks -> who-to-ask"]),
        ("[[guide:staff]]", &["link-outside-edition: staff"]),
        ("[[minutes:bare]]", &["no-such-number: bare"]),
        ("| a |\n|---|\n| [[guide:ther\\|b]] |", &["unknown-reference: ther -> there"]),
    ];
    for (text, expected) in cases {
        assert_eq!(found(text, &[]), *expected, "{text}");
    }
}

#[test]
fn references_to_guides_name_an_id_or_a_file() {
    let cases: &[(&str, &[&str])] = &[
        ("there.md", &[]),
        ("folder/index", &[]),
        ("folder/index.md#two", &[]),
        ("folder/index.md#three", &["unknown-reference: folder/index.md#three"]),
        ("index", &["unknown-reference: index"]),
    ];
    for (guide, expected) in cases {
        let check_ins = CHECK_INS.replace("guide: there", &format!("guide: {guide}"));
        assert_eq!(found("a", &[("check-ins.yaml", check_ins.as_str())]), *expected, "{guide}");
    }
}

#[test]
fn embeds() {
    let cases: &[(&str, &[&str])] = &[
        ("![[question:q]]\n\n![[sheet:mid/mentor]]\n\n![[cards:mid]]\n\n![[timeline]]", &[]),
        ("ask ![[question:q]]", &["embed-in-sentence: ![[question:q]]"]),
        ("![[question:p]]", &["unknown-reference: p"]),
        ("![[sheet:mid]]", &["unknown-embed: mid"]),
        ("![[sheet:mid/mentee]]", &["unknown-embed: mid/mentee"]),
        ("![[sheet:midd/mentor]]", &["unknown-reference: midd -> mid"]),
        ("![[timelin]]", &["unknown-embed: timelin -> timeline"]),
        ("![[expectations]]", &["unknown-embed: ![[expectations]]"]),
    ];
    for (text, expected) in cases {
        assert_eq!(found(text, &[]), *expected, "{text}");
    }
}

#[test]
fn images_headings_html_and_scripts() {
    let script = |steps: &str| format!("---\ntitle: S\nkind: script\nminutes: 60\n---\n{steps}\n");
    let cases: &[(&str, &[&str])] = &[
        ("![A room](../room.jpg)", &[]),
        ("![A room](../Room.JPG)", &["missing-image: ../Room.JPG -> ../room.jpg"]),
        ("![](../room.jpg)", &["missing-alternative-text: ![](../room.jpg)"]),
        ("![A](https://a.example.org/a.png)", &["remote-image: https://a.example.org/a.png"]),
        ("## A\n#### B\n## C\n### D", &["heading-skips: #### B"]),
        ("### A", &["heading-skips: ### A"]),
        ("<b>a</b> <i>b</i>\nc<br>d\n\n<!-- e -->", &["raw-html: <b>"]),
        (&script("## A {minutes=20}\n\n## B {minutes=40}\n\n## After"), &[]),
        (&script("## A {minutes=20}\n\n## B"), &["script-minutes: 60"]),
        (&script("## A"), &["script-minutes: 60"]),
    ];
    for (text, expected) in cases {
        assert_eq!(found(text, &[]), *expected, "{text}");
    }
}

#[test]
fn personal_data() {
    let cases: &[(&str, &[&str])] = &[
        ("desk@example.org, <Desk@example.org>, [call](tel:+34600000111), 600 000 111", &[]),
        ("ana@example.com", &["personal-data: ana@example.com"]),
        (
            "<ana@example.com> or [mail](mailto:bo@example.com?subject=x)",
            &["personal-data: ana@example.com", "personal-data: bo@example.com?subject=x"],
        ),
        ("call +34 611 111 111", &["personal-data: +34 611 111 111"]),
        (
            "---\ntitle: Here\ndescription: write to ana@example.com\n---\n",
            &["personal-data: ana@example.com"],
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(found(text, &[]), *expected, "{text}");
    }
}

#[test]
fn addresses() {
    let alias = "---\ntitle: Here\naliases: [old, there, /x, y.html]\n---\n";
    let page = |path| [(path, "---\ntitle: X\n---\n")];
    let cases: &[(&str, Files, &[&str])] = &[
        (alias, &[], &["address-taken: there", "bad-alias: /x", "bad-alias: y.html"]),
        ("a", &page("guides/index.md"), &[]),
        ("a", &page("guides/search.md"), &["address-taken: "]),
        ("a", &page("guides/THERE.md"), &["file-name: ", "address-taken: "]),
        ("a", &page("guides/there.es.md"), &[]),
        ("a", &page("guides/aux.md"), &["reserved-name: "]),
        ("a", &page("guides/why?.md"), &["reserved-name: "]),
    ];
    for (text, more, expected) in cases {
        assert_eq!(found(text, more), *expected, "{text} {more:?}");
    }
}
