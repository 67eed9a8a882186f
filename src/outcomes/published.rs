//! The one door: what a release has published of a cohort, as an opaque value.
//!
//! Reads `published.yaml` and nothing else; knows no rows. [`Published`] has one constructor, and it is
//! private to this module, so that no page can pass off a raw figure as a published one.
//!
//! ```compile_fail
//! // Neither a struct expression nor a function makes one.
//! let forged = mentorbook::outcomes::Published { value: 24 };
//! ```
//!
//! ```compile_fail
//! // Rows, and what is counted on them, have no name outside.
//! use mentorbook::outcomes::measures::Counted;
//! ```

mod codes;
mod written;

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use rayon::prelude::*;

pub use codes::CODES;
use codes::{FIGURE_REDEFINED, PUBLISHED_COPIED, PUBLISHED_EDITED, PUBLISHED_SCHEMA};

use super::disclose::{Class, Fact, FactKey, Form, Why, meant};
use super::{as_written, measures};
use crate::check::Handbook;
use crate::diag::{Diagnostic, FileId, Place};
use crate::model::{Cx, Decode, Field, Id, MapReader, Node, Value};
use crate::parse::yaml;
use crate::source::{FileKind, Sources};

/// A value that anybody may see.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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

    /// What follows from it alone: a function pointer brings nothing else along, as a closure could.
    pub fn map<U>(self, derive: fn(T) -> U) -> Published<U> {
        Published { value: derive(self.value) }
    }

    /// The same, borrowed: what is derived is told and drawn as what is printed.
    pub fn as_ref(&self) -> Published<&T> {
        Published { value: &self.value }
    }

    /// Two of them, for what follows from both.
    pub fn with<U>(self, other: Published<U>) -> Published<(T, U)> {
        Published { value: (self.value, other.value) }
    }
}

impl<T> Published<Option<T>> {
    /// The value, where one follows.
    pub fn some(self) -> Option<Published<T>> {
        self.value.map(|value| Published { value })
    }
}

impl Published<Release> {
    /// The figure of a key, for charts and for what is derived.
    pub fn figure(&self, key: &FactKey) -> Option<Published<&Form>> {
        self.value.fact(key).map(|value| Published { value })
    }

    /// All figures with their keys, in order.
    pub fn figures(&self) -> impl Iterator<Item = (&FactKey, Published<&Form>)> {
        self.value.facts.iter().map(|fact| (&fact.key, Published { value: &fact.form }))
    }
}

/// What a release says of a cohort, or of a pool of several.
#[derive(Debug, Clone, PartialEq)]
pub struct Release {
    /// Its name: a number, and a hash of whose it is and of its figures.
    pub id: String,
    /// The cohort, or the cohorts of a pool with a `+` between them.
    pub of: String,
    /// The day of the release.
    pub date: NaiveDate,
    /// The last day that the data tell of.
    pub as_of: Option<NaiveDate>,
    /// Whether the cohort was closed. A running one has open figures only.
    pub closed: bool,
    /// The version of the rules of disclosure under which it was made.
    pub rules: u32,
    /// The fewest people that an exact count may leave on either side.
    pub k: u32,
    /// The smallest group of which anything is told.
    pub group: u32,
    /// Populations of which corrected data are not shown.
    pub held_back: Vec<String>,
    /// Of each variable that program data define, a fingerprint of what it meant.
    pub means: BTreeMap<String, String>,
    /// The figures, by key.
    pub facts: Vec<Fact>,
    /// The file that holds them.
    pub file: FileId,
}

impl Release {
    /// Whether corrected data of a figure's population are not shown.
    pub fn holds_back(&self, key: &FactKey) -> bool {
        self.held_back.iter().any(|population| population == key.population())
    }

    /// The figure of a key.
    pub fn fact(&self, key: &FactKey) -> Option<&Form> {
        let at = self.facts.binary_search_by(|fact| fact.key.cmp(key)).ok()?;
        self.facts.get(at).map(|fact| &fact.form)
    }
}

/// A short hash of published figures, of whose they are and whether these are closed. Of rows there is none: it
/// would confirm guesses.
pub fn fingerprint(of: &str, closed: bool, facts: &[Fact]) -> String {
    let mut hasher = blake3::Hasher::new();
    hasher.update(of.as_bytes()).update(&[b'\n', u8::from(closed)]);
    for fact in facts {
        // Plain structs of text and numbers always serialise.
        hasher.update(&serde_json::to_vec(fact).unwrap_or_default()).update(b"\n");
    }
    hasher.finalize().to_hex()[..8].to_owned()
}

/// The releases of all cohorts that have one.
pub fn published(sources: &Sources, found: &mut Vec<Diagnostic>) -> BTreeMap<Id, Published<Release>> {
    let files: Vec<_> = sources.iter().filter(|(_, file)| file.is_readable()).collect();
    let read = files.par_iter().filter_map(|(id, file)| {
        let FileKind::Published(cohort) = &file.kind else { return None };
        let mut found = Vec::new();
        let release = as_written::read(*id, &file.text)
            .or_else(|| release(*id, &yaml::parse(*id, &file.text, &mut found)?, &mut found));
        found.extend(release.as_ref().and_then(|release| copied(release, cohort)));
        Some((Id::new(cohort), release, found))
    });
    let mut all = BTreeMap::new();
    for (cohort, release, mut more) in read.collect::<Vec<_>>() {
        found.append(&mut more);
        all.extend(release.map(|release| (cohort, Published::from_release(release))));
    }
    all
}

/// A cohort's folder that was copied brings its figures along, and so does one that was renamed.
fn copied(release: &Release, folder: &str) -> Option<Diagnostic> {
    let of = &release.of;
    let message = format!("these are the figures of `{of}`, and they stand in the folder of `{folder}`");
    let found = Diagnostic::new(&PUBLISHED_COPIED, Place::whole(release.file), message).help(format!(
        "in a copy of `{of}`, delete the file, and `mentorbook release` writes its own; a folder that was renamed gets \
         its name back, for what is released stays under it"
    ));
    (of != folder).then_some(found)
}

/// As they may be shown: today's words for a measure say something false of a figure that was counted when it was
/// defined otherwise, and the two make no series. Says which these are.
pub fn as_defined(
    book: &Handbook,
    mut all: BTreeMap<Id, Published<Release>>,
    found: &mut Vec<Diagnostic>,
) -> BTreeMap<Id, Published<Release>> {
    let mut now: BTreeMap<String, Option<String>> = BTreeMap::new();
    for (cohort, release) in &mut all {
        let release = &mut release.value;
        let mut other = BTreeSet::new();
        for (variable, then) in &release.means {
            let now = now.entry(variable.clone()).or_insert_with(|| measures::meaning(book, variable));
            // What the program defines no more is told nowhere else.
            if now.as_ref().is_some_and(|now| now != then) {
                other.insert(variable.clone());
            }
        }
        let counted =
            |fact: &&mut Fact| fact.class != Class::Open && other.contains(meant(fact.key.variable()));
        let mut told = BTreeSet::new();
        for fact in release.facts.iter_mut().filter(counted) {
            if fact.form != (Form::NotShown { why: Why::Running }) {
                told.insert(meant(fact.key.variable()).to_owned());
            }
            fact.form = Form::NotShown { why: Why::Redefined };
        }
        // What is told when the cohort is closed is told as it is defined then.
        if !told.is_empty() {
            found.push(redefined(release, cohort, &told));
        }
    }
    all
}

fn redefined(release: &Release, cohort: &Id, other: &BTreeSet<String>) -> Diagnostic {
    let names = other.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
    let (is, its) = if other.len() == 1 { ("is", "its") } else { ("are", "their") };
    let message = format!(
        "{names} {is} defined otherwise than when `{cohort}` was released, so {its} figures of `{cohort}` are not shown"
    );
    Diagnostic::new(&FIGURE_REDEFINED, Place::whole(release.file), message).help(
        "take the old definition back, or give the new one an id and questions of its own; the history of \
         measures.yaml, questions.yaml, check-ins.yaml and program.yaml shows what changed",
    )
}

/// The facts, each read as the publisher wrote it.
struct Facts(Vec<Fact>);

impl Decode for Facts {
    const TYPE: &'static str = "the facts of the release";

    fn decode(node: &Node, cx: &mut Cx) -> Option<Self> {
        let Value::List(items) = &node.value else {
            cx.wrong_type(node, Self::TYPE, "`mentorbook release` writes this file");
            return None;
        };
        let mut facts = Vec::with_capacity(items.len());
        for item in items {
            match serde_json::from_value(json(item)) {
                Ok(fact) => facts.push(fact),
                Err(error) => {
                    let message = format!("this figure cannot be read: {error}");
                    let place = cx.place(item.span);
                    cx.found.push(
                        Diagnostic::new(&PUBLISHED_EDITED, place, message)
                            .help("take the file back from git, or delete it and release the cohort again"),
                    );
                    return None;
                }
            }
        }
        Some(Self(facts))
    }
}

/// A tree without its places.
fn json(node: &Node) -> serde_json::Value {
    match &node.value {
        Value::Null => serde_json::Value::Null,
        Value::Bool(value) => (*value).into(),
        Value::Int(value) => (*value).into(),
        Value::Float(value) => (*value).into(),
        Value::Str(value) => (**value).into(),
        Value::List(items) => items.iter().map(json).collect(),
        Value::Map(entries) => entries.iter().map(|one| (one.key.to_string(), json(&one.node))).collect(),
    }
}

const fn field(key: &'static str, takes: &'static str, doc: &'static str) -> Field {
    Field { key, takes, required: true, doc, ..Field::BLANK }
}

static FIELDS: &[Field] = &[
    field("schema", u32::TYPE, "The version of this format; 1."),
    field(
        "release",
        String::TYPE,
        "The name of the release: a number, and a hash of whose it is and of its figures.",
    ),
    field("of", String::TYPE, "The cohort, or the cohorts of a pool with a `+` between them."),
    field("date", NaiveDate::TYPE, "The day of the release."),
    Field { required: false, ..field("data_as_of", NaiveDate::TYPE, "The last day that the data tell of.") },
    field("closed", bool::TYPE, "Whether the cohort was closed."),
    field("rules", u32::TYPE, "The version of the rules of disclosure under which it was made."),
    field("k", u32::TYPE, "The fewest people that an exact count may leave on either side."),
    field("group", u32::TYPE, "The smallest group of which anything is told."),
    Field {
        required: false,
        ..field("held_back", "a list", "Populations of which corrected data are not shown.")
    },
    Field {
        required: false,
        ..field("means", "a list", "Of each variable, a fingerprint of its definition at the time.")
    },
    field("facts", Facts::TYPE, "What is published."),
];

fn release(file: FileId, node: &Node, found: &mut Vec<Diagnostic>) -> Option<Release> {
    let mut cx = Cx::new(file);
    let release = (|| {
        let map = MapReader::open(node, "release", FIELDS, &mut cx)?;
        // Each is read before any may be missing, so that one run shows all that is wrong.
        let schema = map.field::<u32>("schema", &mut cx);
        let id = map.field::<String>("release", &mut cx);
        let of = map.field::<String>("of", &mut cx);
        let date = map.field::<NaiveDate>("date", &mut cx);
        let closed = map.field::<bool>("closed", &mut cx);
        let rules = map.field::<u32>("rules", &mut cx);
        let (k, group) = (map.field::<u32>("k", &mut cx), map.field::<u32>("group", &mut cx));
        let held_back = map.field::<Vec<String>>("held_back", &mut cx);
        let as_of = map.field::<Option<NaiveDate>>("data_as_of", &mut cx).flatten();
        let means = map.field::<Vec<String>>("means", &mut cx).unwrap_or_default();
        if let Some(other) = schema.filter(|schema| *schema != 1) {
            let place = Place::new(file, node.get("schema").map_or(node.span, |value| value.span));
            let message =
                format!("this release is written in format {other}, and this mentorbook reads format 1");
            cx.found.push(
                Diagnostic::new(&PUBLISHED_SCHEMA, place, message).help("use a newer version of mentorbook"),
            );
            return None;
        }
        let (id, of, closed) = (id?, of?, closed?);
        let facts = map.field::<Facts>("facts", &mut cx)?.0;
        if !id.ends_with(&format!("-{}", fingerprint(&of, closed, &facts))) {
            let place = Place::new(file, node.get("facts").map_or(node.span, |value| value.span));
            let message = format!("these are not the figures of the release `{id}`: somebody changed them");
            cx.found.push(
                Diagnostic::new(&PUBLISHED_EDITED, place, message)
                    .help("take the file back from git, or delete it and release the cohort again"),
            );
            return None;
        }
        let held_back = held_back.unwrap_or_default();
        let (date, rules, k, group) = (date?, rules?, k?, group?);
        let means = means.iter().filter_map(|line| meaning(line)).collect();
        Some(Release { id, of, date, as_of, closed, rules, k, group, held_back, means, facts, file })
    })();
    found.append(&mut cx.found);
    release
}

/// A variable and the fingerprint of what it meant.
pub(super) fn meaning(line: &str) -> Option<(String, String)> {
    line.split_once(' ').map(|(variable, meaning)| (variable.to_owned(), meaning.to_owned()))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;
