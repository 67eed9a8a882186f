//! The one door: what a release has published of a cohort, as an opaque value.
//!
//! Reads `published.yaml` and nothing else; knows no rows. [`Published`] has one constructor, and it is
//! private to this module, so that no page can pass off a raw figure as a published one.
//!
//! ```compile_fail
//! // Neither a struct expression nor a function makes one.
//! let forged = mentorbook::outcomes::Published { value: 24 };
//! ```

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::diag::{Code, Diagnostic, FileId, Place, Severity};
use crate::model::{Cx, Decode, Field, Id, MapReader, Node, Value};
use crate::parse::yaml;
use crate::source::{FileKind, Sources};

/// A value that anybody may see.
#[derive(Debug, Clone)]
pub struct Published<T> {
    value: T,
}

impl<T> Published<T> {
    /// The only way in: from what stands in a `published.yaml`.
    fn from_release(value: T) -> Self {
        Self { value }
    }

    /// The value, to look at.
    pub fn get(&self) -> &T {
        &self.value
    }
}

/// What a release says of a cohort.
#[derive(Debug, Clone)]
pub struct Release {
    id: String,
    date: NaiveDate,
    facts: Node,
    file: FileId,
}

impl Release {
    /// The name of the release, as the ledger has it.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The day of the release.
    pub fn date(&self) -> NaiveDate {
        self.date
    }

    /// The facts as they are written, each with its place.
    pub fn facts(&self) -> &Node {
        &self.facts
    }

    /// The file that holds them.
    pub fn file(&self) -> FileId {
        self.file
    }
}

/// The releases of all cohorts that have one.
pub fn published(sources: &Sources, found: &mut Vec<Diagnostic>) -> BTreeMap<Id, Published<Release>> {
    let mut all = BTreeMap::new();
    for (id, file) in sources.iter().filter(|(_, file)| file.is_readable()) {
        let FileKind::Published(cohort) = &file.kind else { continue };
        let release = yaml::parse(id, &file.text, found).and_then(|node| release(id, &node, found));
        all.extend(release.map(|release| (Id::new(cohort), Published::from_release(release))));
    }
    all
}

/// The tree below `facts`, unread.
struct Facts(Node);

impl Decode for Facts {
    const TYPE: &'static str = "the facts of the release";

    fn decode(node: &Node, cx: &mut Cx) -> Option<Self> {
        if !matches!(node.value, Value::List(_) | Value::Map(_)) {
            cx.wrong_type(node, Self::TYPE, "`mentorbook release` writes this file");
            return None;
        }
        Some(Self(node.clone()))
    }
}

const fn field(key: &'static str, takes: &'static str, doc: &'static str) -> Field {
    Field { key, takes, required: true, doc, ..Field::BLANK }
}

static FIELDS: &[Field] = &[
    field("schema", u32::TYPE, "The version of this format; 1."),
    field("release", String::TYPE, "The name of the release."),
    field("date", NaiveDate::TYPE, "The day of the release."),
    field("facts", Facts::TYPE, "What is published."),
];

fn release(file: FileId, node: &Node, found: &mut Vec<Diagnostic>) -> Option<Release> {
    let mut cx = Cx::new(file);
    let release = (|| {
        let map = MapReader::open(node, "release", FIELDS, &mut cx)?;
        // Each is read before any may be missing, so that one run shows all that is wrong.
        let schema = map.field::<u32>("schema", &mut cx);
        let id = map.field::<String>("release", &mut cx);
        let date = map.field::<NaiveDate>("date", &mut cx);
        let facts = map.field::<Facts>("facts", &mut cx);
        if let Some(other) = schema.filter(|schema| *schema != 1) {
            let place = Place::new(file, node.get("schema").map_or(node.span, |value| value.span));
            let message =
                format!("this release is written in format {other}, and this mentorbook reads format 1");
            cx.found.push(
                Diagnostic::new(&PUBLISHED_SCHEMA, place, message).help("use a newer version of mentorbook"),
            );
            return None;
        }
        Some(Release { id: id?, date: date?, facts: facts?.0, file })
    })();
    found.append(&mut cx.found);
    release
}

/// A release that this version cannot read.
pub static PUBLISHED_SCHEMA: Code = Code {
    word: "published-schema",
    severity: Severity::Error,
    says: "A published.yaml is written in a format that this version reads.",
    why: "Its figures are the only ones that public pages show; guessing at them could print a wrong one.",
    example: "schema: 1\nrelease: 0001-5f2c9a\ndate: 2027-01-15\nfacts: []",
    fix: "Use the version of mentorbook that wrote the release, or a newer one.",
};

/// All of them.
pub static CODES: &[&Code] = &[&PUBLISHED_SCHEMA];

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::source::{Memory, scan};

    fn read(text: &str) -> (Option<String>, Vec<&'static str>) {
        let sources = scan(&Memory::default().with("cohorts/c/published.yaml", text)).unwrap();
        let mut found = Vec::new();
        let all = published(&sources, &mut found);
        let release = all.get(&Id::new("c")).map(|release| release.get().id().to_owned());
        (release, found.iter().map(|one| one.code.word).collect())
    }

    #[test]
    fn releases() {
        let cases: [(&str, Option<&str>, &[&str]); 4] = [
            ("schema: 1\nrelease: r1\ndate: 2027-01-15\nfacts: [{ a: 1 }]", Some("r1"), &[]),
            ("schema: 2\nrelease: r1\ndate: 2027-01-15\nfacts: []", None, &["published-schema"]),
            (
                "schema: 1\ndate: soon\nfacts: 3\nrows: []",
                None,
                &["unknown-key", "missing-key", "bad-value", "wrong-type"],
            ),
            ("[1]", None, &["wrong-type"]),
        ];
        for (text, id, codes) in cases {
            let (release, found) = read(text);
            assert_eq!((release.as_deref(), found.as_slice()), (id, codes), "{text}");
        }
    }
}
