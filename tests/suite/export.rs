//! One file to send: it opens anywhere, fetches nothing, and says what the site says.

use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};
use tempfile::TempDir;

/// A copy of the shipped content, and its site.
struct Program {
    folder: TempDir,
}

impl Program {
    fn new() -> Self {
        let folder = TempDir::new().unwrap();
        let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
        for entry in walkdir::WalkDir::new(&content).into_iter().map(Result::unwrap) {
            let to = folder.path().join("content").join(entry.path().strip_prefix(&content).unwrap());
            if entry.file_type().is_dir() {
                fs::create_dir_all(to).unwrap();
            } else {
                fs::copy(entry.path(), to).unwrap();
            }
        }
        Self { folder }
    }

    fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap()
    }

    fn replace(&self, path: &str, old: &str, new: &str) {
        let text = self.read(path);
        assert!(text.contains(old), "{path} lacks {old:?}");
        fs::write(self.path(path), text.replace(old, new)).unwrap();
    }

    /// Runs it, late in the year; its status, and what it says.
    fn run(&self, arguments: &[&str]) -> (Option<i32>, String) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_mentorbook"));
        command.current_dir(self.folder.path()).args(arguments).args(["--as-of", "2026-11-22"]);
        for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("MENTORBOOK_")) {
            command.env_remove(name);
        }
        let done = command.output().unwrap();
        (done.status.code(), String::from_utf8_lossy(&[done.stdout, done.stderr].concat()).into_owned())
    }

    fn page(&self, arguments: &[&str]) -> String {
        let (status, said) = self.run(&[&["export", "cohort", "2024-autumn"], arguments].concat());
        assert_eq!(status, Some(0), "{said}");
        self.read("2024-autumn.html")
    }
}

/// Every tag of a page.
fn tags(html: &str) -> impl Iterator<Item = &str> {
    html.split('<').skip(1).filter_map(|tag| tag.split('>').next())
}

fn values<'h>(html: &'h str, name: &str) -> Vec<&'h str> {
    let name = format!(" {name}=\"");
    tags(html).filter_map(|tag| tag.split_once(&name)?.1.split('"').next()).collect()
}

/// The words of a page's main part, without the way to it.
fn words(html: &str) -> String {
    let main = html.split("<main").nth(1).and_then(|rest| rest.split("</main>").next()).unwrap();
    let (before, rest) = main.split_once("<nav class=\"crumbs\"").unwrap_or((main, ""));
    let rest = rest.split_once("</nav>").map_or(rest, |(_, after)| after);
    let mut out = String::new();
    for part in format!("{before}{rest}").split('<') {
        out.push_str(part.split_once('>').map_or("", |(_, text)| text));
        out.push(' ');
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_page_by_itself_fetches_nothing_and_says_the_same() {
    let program = Program::new();
    assert_eq!(program.run(&["build", "--out", "site"]).0, Some(0));
    for (language, address) in
        [("en", "site/cohort/2024-autumn.html"), ("es", "site/es/cohort/2024-autumn.html")]
    {
        let html = program.page(&["--lang", language]);
        assert!(html.contains(&format!("<html lang=\"{language}\"")));
        assert!(html.len() <= 120_000, "{} bytes", html.len());
        assert_eq!(words(&html), words(&program.read(address)));
        let sheet = html.split("<style>").nth(1).and_then(|rest| rest.split("</style>").next()).unwrap();
        let hash = BASE64_STANDARD.encode(Sha256::digest(sheet.as_bytes()));
        let policy = values(&html, "content")[0].replace("&#x27;", "'").replace("&#39;", "'");
        assert!(
            policy.starts_with("default-src 'none'; ") && policy.contains(&format!("'sha256-{hash}'")),
            "{policy}"
        );
        assert!(
            !sheet.contains("@import") && sheet.matches("url(").count() == sheet.matches("url(#").count()
        );
        assert!(sheet.contains("@media print") && sheet.len() < 40_000, "{}", sheet.len());
        for tag in tags(&html).filter(|tag| !tag.starts_with("a ")) {
            let name = tag.split_whitespace().next().unwrap_or_default();
            let fetches = matches!(name, "script" | "iframe" | "object" | "embed" | "img" | "form" | "base");
            let links =
                name == "link" && !tag.contains("rel=\"canonical\"") && !tag.contains("href=\"data:,\"");
            assert!(!fetches && !links && !tag.contains(" src=") && !tag.contains(" style="), "<{tag}>");
        }
        for href in tags(&html).filter(|tag| tag.starts_with("a ")).filter_map(|tag| values_of(tag)) {
            let whole = ["#", "mailto:", "tel:", "https://handbook.example.org/"];
            assert!(whole.iter().any(|start| href.starts_with(start)), "{href}");
        }
    }
}

fn values_of(tag: &str) -> Option<&str> {
    tag.split_once(" href=\"")?.1.split('"').next()
}

/// A picture goes along as long as the file stays small; else its words do.
#[test]
fn pictures_go_along_or_say_their_words() {
    let program = Program::new();
    let story = program.read("content/cohorts/2024-autumn/summary.md");
    let drawn = format!(
        "{story}\n![A small room](../../guides/a%20small.svg)\n\n![A large room](../../guides/large.svg)\n"
    );
    fs::write(program.path("content/cohorts/2024-autumn/summary.md"), drawn).unwrap();
    let svg = |more: &str| {
        format!("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\">{more}</svg>")
    };
    fs::write(program.path("content/guides/a small.svg"), svg("<path d=\"M1 1H8\"/>")).unwrap();
    fs::write(program.path("content/guides/large.svg"), svg(&"<path d=\"M1 1H8\"/>".repeat(9_000))).unwrap();
    let html = program.page(&[]);
    let pictures: Vec<&str> = tags(&html).filter(|tag| tag.starts_with("img ")).collect();
    assert!(
        matches!(&pictures[..], [one] if one.contains("src=\"data:image/svg+xml;base64,") && one.contains("A small room")),
        "{pictures:?}"
    );
    assert!(html.contains("A large room") && html.len() <= 120_000, "{}", html.len());
    assert!(values(&html, "content")[0].contains("img-src data:"));
}

#[test]
fn without_an_address_links_are_words() {
    let program = Program::new();
    program.replace("content/program.yaml", "base_url: ", "# base_url: ");
    let html = program.page(&[]);
    assert!(!html.contains("href=\"http"), "{:?}", values(&html, "href"));
    assert!(!html.contains("rel=\"canonical\""));
    assert_eq!(html.matches("<span").count(), html.matches("</span>").count());
    let whole = program.page(&["--base-url", "https://else.example/x/"]);
    assert!(whole.contains("href=\"https://else.example/x/"));
    assert!(whole.contains("2024-autumn.csv") && !html.contains("2024-autumn.csv"));
}

#[test]
fn a_table_comes_with_its_description() {
    let program = Program::new();
    let (status, said) =
        program.run(&["export", "cohort", "2025-spring", "--format", "csv", "-o", "figures of spring.csv"]);
    assert_eq!(status, Some(0), "{said}");
    let package: serde_json::Value =
        serde_json::from_str(&program.read("figures of spring.datapackage.json")).unwrap();
    assert_eq!(package["resources"][0]["path"], "figures of spring.csv");
    assert_eq!(program.run(&["build", "--out", "site"]).0, Some(0));
    assert_eq!(program.read("figures of spring.csv"), program.read("site/cohort/2025-spring.csv"));
    fs::create_dir(program.path("there")).unwrap();
    let export = ["export", "cohort", "2025-spring", "--format", "csv", "-o", "there", "--lang", "es"];
    assert_eq!(program.run(&export).0, Some(0));
    assert!(program.read("there/2025-spring.csv").contains("promociones parecidas"));
}

#[test]
fn what_cannot_be_sent_is_said() {
    let program = Program::new();
    fs::remove_file(program.path("content/cohorts/2025-spring/published.yaml")).unwrap();
    fs::write(program.path("2024-autumn.html"), "mine").unwrap();
    for (arguments, says) in [
        (&["2024-autum"] as &[&str], "did you mean `2024-autumn`?"),
        (&["nowhere"], "there are: 2023-autumn, "),
        (&["2025-spring"], "nothing is published of `2025-spring`"),
        (&["2025-spring", "--format", "csv"], "`mentorbook release 2025-spring`"),
        (&["2024-autumn", "--lang", "fr"], "program.yaml has: en, es"),
        (&["2024-autumn", "--edition", "staff"], "is private"),
        (&["2024-autumn", "-o", "no/such/folder/x.html"], "no/such/folder/x.html: "),
        (&["2024-autumn", "-o", "content/program.yaml"], "it ends in .html"),
        (&["2024-autumn", "-o", "content"], "among what the site is made from"),
        (&["2024-autumn", "--format", "csv", "-o", "figures.html"], "it ends in .csv"),
    ] {
        let (status, said) = program.run(&[&["export", "cohort"], arguments].concat());
        assert_eq!(status, Some(2), "{arguments:?}: {said}");
        assert!(said.contains(says), "{arguments:?}: {said}");
    }
    program.replace("content/program.yaml", "weeks: 39", "weeks: many");
    let (status, said) = program.run(&["export", "cohort", "2024-autumn"]);
    assert_eq!(status, Some(1), "{said}");
    assert!(said.contains("nothing was exported"), "{said}");
    assert_eq!(program.read("2024-autumn.html"), "mine");
}

#[test]
fn a_theme_that_cannot_do_it_is_told() {
    let program = Program::new();
    fs::create_dir_all(program.path("theme/templates")).unwrap();
    let base = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default/templates/base.html");
    let base = fs::read_to_string(base).unwrap().replace("{{ site.sheet | safe }}", "");
    fs::write(program.path("theme/templates/base.html"), base).unwrap();
    let (status, said) = program.run(&["export", "cohort", "2024-autumn", "--theme", "theme"]);
    assert_eq!(status, Some(2), "{said}");
    assert!(said.contains("site.sheet"), "{said}");
}
