#![allow(clippy::unwrap_used)]

use proptest::prelude::*;

use super::*;
use crate::diag::FileId;
use crate::parse::markdown::parse;

/// A page that knows nothing but the names of things.
struct Page(Words);

impl Resolver for Page {
    fn link(&self, doc: &Doc, link: &Link) -> Resolved {
        match doc.str(link.word) {
            "count" => Resolved { href: String::new(), title: "11".to_owned() },
            _ => Resolved { href: format!("{}.html", doc.str(link.target)), title: "Title & all".to_owned() },
        }
    }

    fn image(&self, doc: &Doc, image: &Image) -> Option<Picture> {
        Some(Picture { src: doc.str(image.target).to_owned(), size: Some((4, 3)) })
    }

    fn embed(&self, doc: &Doc, embed: &Embed) -> Option<String> {
        Some(format!("<figure>{}</figure>", doc.str(embed.target)))
    }

    fn words(&self) -> &Words {
        &self.0
    }

    fn prefix(&self) -> &'static str {
        ""
    }
}

fn page() -> Page {
    Page(Words {
        lang: "en".into(),
        table: "Table".into(),
        notes: "Notes".into(),
        back: "Back".into(),
        tasks: ["Done".into(), "To do".into()],
        alerts: ["Note", "Tip", "Important", "Warning", "Caution"].map(String::from),
    })
}

fn draw(text: &str) -> String {
    let doc = parse(FileId(0), text.into(), 0, &mut Vec::new());
    body(&doc, false, &page())
}

#[test]
fn blocks_and_lines() {
    let cases = [
        ("# A\n\n## B & c", "<h2 id=\"a\">A</h2>\n<h3 id=\"b--c\">B &amp; c</h3>\n"),
        ("\"Do it,\" she said -- don't.", "<p>“Do it,” she said – don’t.</p>\n"),
        (
            "\\\"as is\\\" `\"code\"` --data",
            "<p>\"as is\" <code>&quot;code&quot;</code> --data</p>\n"
                .replace("\"as is\"", "&quot;as is&quot;")
                .leak(),
        ),
        ("a \"**b**\", \"[c](#c)\"", "<p>a “<strong>b</strong>”, “<a href=\"#c\">c</a>”</p>\n"),
        (
            "see [[guide:a]] and [[guide:a|this]]",
            "<p>see <a href=\"a.html\">Title &amp; all</a> and <a href=\"a.html\">this</a></p>\n",
        ),
        ("[[count:peer-meeting]] times", "<p>11 times</p>\n"),
        (
            "[w](https://x.org/?a&b)",
            "<p><a href=\"https://x.org/?a&amp;b\" rel=\"external noopener\">w</a></p>\n",
        ),
        ("[w](javascript:x)", "<p>w</p>\n"),
        (
            "![A *cat*](cat.png)",
            "<p><img src=\"cat.png\" width=\"4\" height=\"3\" loading=\"lazy\" alt=\"A cat\"></p>\n",
        ),
        (
            "![Cat](https://x.org/c.png)",
            "<p><a href=\"https://x.org/c.png\" rel=\"external noopener\">Cat</a></p>\n",
        ),
        ("a <b onclick=\"x()\">b</b>", "<p>a b</p>\n"),
        (
            "> [!NOTE]\n> Mind.",
            "<div class=\"alert note\" role=\"note\">\n<p class=\"alert-title\">Note</p>\n<p>Mind.</p>\n</div>\n",
        ),
        (
            "> [!TIP]\n> **Late?**\n> Say so.",
            "<div class=\"alert tip\" role=\"note\">\n<p><strong>Late?</strong>\nSay so.</p>\n</div>\n",
        ),
        (
            "- [x] a",
            "<ul>\n<li><input type=\"checkbox\" disabled checked aria-label=\"Done\"> a</li>\n</ul>\n",
        ),
        ("![[question:q]]", "<figure>q</figure>\n"),
        ("```sh\na \"b\" <c>\n```", "<pre tabindex=\"0\"><code>a &quot;b&quot; &lt;c&gt;\n</code></pre>\n"),
        ("T\n: M", "<dl>\n<dt>T</dt>\n<dd>M</dd>\n</dl>\n"),
    ];
    for (text, html) in cases {
        assert_eq!(draw(text), html, "{text}");
    }
}

#[test]
fn tables_scroll_by_themselves() {
    let html = draw("## How often\n\n|  | n |\n|---|--:|\n| a | 1 |");
    let expected = "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Table 1: How often\">\n<table>\n\
        <thead>\n<tr><td></td><th scope=\"col\" class=\"right\">n</th></tr>\n</thead>\n<tbody>\n\
        <tr><td>a</td><td class=\"right\">1</td></tr>\n</tbody>\n</table>\n</div>\n";
    assert_eq!(html.split_once("</h2>\n").unwrap().1, expected);
}

#[test]
fn footnotes_are_numbered_and_lead_back() {
    let html = draw("a[^x] b[^x]\n\n[^x]: why\n[^unused]: gone");
    assert!(html.contains("<a href=\"#note-1\" id=\"ref-1-2\" role=\"doc-noteref\">1</a>"), "{html}");
    assert!(html.contains("href=\"#ref-1-2\" role=\"doc-backlink\" aria-label=\"Back (2)\""), "{html}");
    assert!(!html.contains("gone"), "{html}");
}

#[test]
fn a_script_falls_into_parts() {
    let text = "## Frame {minutes=5}\n\n**Say:** One.\n\n**Say:** Two.\n\n**Ask:** ![[question:q]]\n\n![[question:r]]\n\n\
        Wait.\n\n**Listen for:**\n\n- a\n\n**Nota**: b";
    let doc = parse(FileId(0), text.into(), 0, &mut Vec::new());
    let step = doc.steps().next().unwrap();
    let parts = parts(&doc, doc.below(step), &page());
    let flat: Vec<_> =
        parts.iter().map(|part| format!("{}|{}", part.words, part.html.replace('\n', ""))).collect();
    let expected = [
        "Say|<p>One.</p><p>Two.</p>",
        "Ask|<figure>q</figure><figure>r</figure>",
        "|<p>Wait.</p>",
        "Listen for|<ul><li>a</li></ul>",
        "Nota|<p>b</p>",
    ];
    assert_eq!(flat, expected);
}

#[test]
fn marks_are_set() {
    let cases = [
        ("en", "'90s", "’90s"),
        ("en", "(\"'Yes' to 'no'\")", "(“‘Yes’ to ‘no’”)"),
        ("de", "\"Ja\", don't", "„Ja“, don’t"),
        ("es", "¿\"Qué\"?", "¿“Qué”?"),
        ("en", "wait... no.... a--b c - d", "wait… no.... a–b c - d"),
    ];
    for (lang, text, set) in cases {
        assert_eq!(curl(text, lang), set);
    }
    assert_eq!(inline("One *two* & \"three\"", "en"), "One <em>two</em> &amp; “three”");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    /// No text brings HTML of its own or leaves an element open.
    #[test]
    fn html_is_balanced(text in "([#*_\\[\\]!|{}<>`:\\-\n &;x=é\"']|\\[\\[guide:a|!\\[\\[q:b\\]\\]\n|\n\n|\\[\\^1\\]|\\[\\^1\\]: |<b>|<!--|\\*\\*Say:\\*\\* |\\| a \\|\n\\|--\\|\n){0,60}") {
        let html = draw(&text);
        prop_assert!(!html.contains("<!--") && !html.contains("<b>"));
        let mut open = Vec::new();
        for tag in html.split('<').skip(1) {
            let name: String = tag.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '/').collect();
            match name.strip_prefix('/') {
                Some(name) => prop_assert!(open.pop().as_deref() == Some(name), "{}", html),
                None if ["br", "hr", "img", "input"].contains(&name.as_str()) => {}
                None => open.push(name),
            }
        }
        prop_assert!(open.is_empty(), "{}", html);
    }
}
