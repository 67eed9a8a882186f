//! The small values: ids, references, texts in several languages, dates and times.

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

use chrono::{NaiveDate, NaiveTime};

use super::{Cx, Decode, Entry, Node, RefUse, Value};
use crate::diag::Place;

/// The id of something: kebab-case for entities, a path without `.md` for guides. Cheap to clone.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(Arc<str>);

impl Id {
    /// From text as it is; [`Decode`] is what checks its form.
    pub fn new(text: &str) -> Self {
        Self(text.into())
    }

    /// As written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is kebab-case: lower-case words and numbers joined by single hyphens.
    pub fn is_kebab(text: &str) -> bool {
        !text.is_empty()
            && text.split('-').all(|word| {
                !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
            })
    }
}

impl std::borrow::Borrow<str> for Id {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", &*self.0)
    }
}

impl Decode for Id {
    const TYPE: &'static str = "an id";

    fn decode(node: &Node, cx: &mut Cx) -> Option<Self> {
        let Some(text) = node.as_str() else {
            cx.wrong_type(node, "an id (a word)", "put quotes around it, or begin it with a letter");
            return None;
        };
        if !Self::is_kebab(text) {
            let help = format!("write it as `{}`", kebab(text));
            let message =
                format!("`{text}` cannot be an id: lower-case letters, digits and single hyphens only");
            cx.bad_value(node, message, help);
            return None;
        }
        if text.bytes().all(|b| b.is_ascii_digit())
            || matches!(text, "true" | "false" | "yes" | "no" | "null")
        {
            cx.bad_value(node, format!("`{text}` cannot be an id: it reads as a value"), "add a word to it");
            return None;
        }
        Some(Self::new(text))
    }
}

/// The nearest kebab-case form of any text, for suggestions and generated anchors.
pub(crate) fn kebab(text: &str) -> String {
    let words: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    words.join("-")
}

/// The kinds of things that can be referred to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)] // the variants are the entities of the same names
pub enum Mark {
    Guide,
    Phase,
    CheckIn,
    Question,
    Scale,
    Measure,
    CalendarRow,
    Cohort,
    Session,
    Person,
    Contact,
    Term,
    Site,
    Track,
    Feature,
    Finding,
    Change,
    Criterion,
    Survey,
    Edition,
}

impl Mark {
    /// All of them.
    pub const ALL: [Self; 20] = [
        Self::Guide,
        Self::Phase,
        Self::CheckIn,
        Self::Question,
        Self::Scale,
        Self::Measure,
        Self::CalendarRow,
        Self::Cohort,
        Self::Session,
        Self::Person,
        Self::Contact,
        Self::Term,
        Self::Site,
        Self::Track,
        Self::Feature,
        Self::Finding,
        Self::Change,
        Self::Criterion,
        Self::Survey,
        Self::Edition,
    ];

    /// As a coordinator says it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Guide => "guide",
            Self::Phase => "phase",
            Self::CheckIn => "check-in",
            Self::Question => "question",
            Self::Scale => "scale",
            Self::Measure => "measure",
            Self::CalendarRow => "calendar row",
            Self::Cohort => "cohort",
            Self::Session => "session",
            Self::Person => "person",
            Self::Contact => "contact",
            Self::Term => "term",
            Self::Site => "site",
            Self::Track => "track",
            Self::Feature => "feature",
            Self::Finding => "finding",
            Self::Change => "change",
            Self::Criterion => "matching criterion",
            Self::Survey => "survey",
            Self::Edition => "edition",
        }
    }
}

/// An entity that can be referred to.
pub trait Marked {
    /// Its kind.
    const MARK: Mark;
}

/// A reference to a `K` by its id. Decoding records it; `check` verifies every recorded reference.
pub struct Ref<K> {
    /// The id as written.
    pub id: Id,
    /// The heading of a guide that is meant, after `#`.
    pub anchor: Option<Box<str>>,
    /// Where it is written.
    pub place: Place,
    kind: PhantomData<fn() -> K>,
}

impl<K> Clone for Ref<K> {
    fn clone(&self) -> Self {
        Self { id: self.id.clone(), anchor: self.anchor.clone(), place: self.place, kind: PhantomData }
    }
}

impl<K> fmt::Debug for Ref<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Ref({})", self.id)
    }
}

impl<K: Marked> Ref<K> {
    /// Records and returns a reference.
    pub fn record(id: &str, place: Place, cx: &mut Cx) -> Self {
        let (id, anchor) = match id.split_once('#') {
            Some((id, anchor)) if K::MARK == Mark::Guide => (id, Some(Box::from(anchor))),
            _ => (id, None),
        };
        let id = Id::new(id.trim_end_matches(".md"));
        cx.refs.push(RefUse { mark: K::MARK, id: id.clone(), anchor: anchor.clone(), place });
        Self { id, anchor, place, kind: PhantomData }
    }
}

impl<K: Marked> Decode for Ref<K> {
    const TYPE: &'static str = "the id of something declared elsewhere";

    fn decode(node: &Node, cx: &mut Cx) -> Option<Self> {
        let Some(text) = node.as_str() else {
            cx.wrong_type(node, &format!("the id of a {}", K::MARK.word()), "");
            return None;
        };
        let place = cx.place(node.span);
        Some(Self::record(text, place, cx))
    }
}

/// A human text: one string, or one per language.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Text {
    plain: Option<Box<str>>,
    by_language: BTreeMap<Box<str>, Box<str>>,
    /// Where it is written.
    pub place: Place,
}

impl Text {
    /// The same string in every language.
    pub fn plain(text: &str) -> Self {
        Self { plain: Some(text.into()), ..Self::default() }
    }

    /// In a language; else in the program's first; else in any.
    pub fn get(&self, language: &str, first: &str) -> &str {
        self.exact(language)
            .or_else(|| self.by_language.get(first).map(AsRef::as_ref))
            .or_else(|| self.by_language.values().next().map(AsRef::as_ref))
            .unwrap_or_default()
    }

    /// In just this language, or as the one string that serves all.
    pub fn exact(&self, language: &str) -> Option<&str> {
        self.plain.as_deref().or_else(|| self.by_language.get(language).map(AsRef::as_ref))
    }

    /// The languages that it names; none where one string serves all.
    pub fn languages(&self) -> impl Iterator<Item = &str> {
        self.by_language.keys().map(AsRef::as_ref)
    }
}

impl Decode for Text {
    const TYPE: &'static str = "text, or one text per language";

    fn decode(node: &Node, cx: &mut Cx) -> Option<Self> {
        let place = cx.place(node.span);
        if let Value::Map(entries) = &node.value {
            let by_language = entries.iter().filter_map(|entry| in_language(entry, cx)).collect();
            return Some(Self { plain: None, by_language, place });
        }
        let text = String::decode(node, cx)?;
        Some(Self { plain: Some(text.into()), by_language: BTreeMap::new(), place })
    }
}

fn in_language(entry: &Entry, cx: &mut Cx) -> Option<(Box<str>, Box<str>)> {
    if !is_language(&entry.key) {
        let key = Node { span: entry.key_span, value: Value::Str(entry.key.clone()) };
        let message = format!("`{}` is not a language code", entry.key);
        let help = "a text is one string, or one string per language: `en: …`, `es: …`; \
                    a text with a colon in it needs quotes around it";
        cx.bad_value(&key, message, help);
        return None;
    }
    Some((entry.key.clone(), String::decode(&entry.node, cx)?.into()))
}

/// Whether this looks like a language tag: `en`, `pt-BR`.
pub(crate) fn is_language(text: &str) -> bool {
    let mut parts = text.split('-');
    parts.next().is_some_and(|p| (2..=3).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_lowercase()))
        && parts.all(|p| (2..=8).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_alphanumeric()))
}

/// What stands under `extra:`, unread.
#[derive(Debug, Clone, Default)]
pub struct Extra(pub Option<Box<Node>>);

impl Decode for String {
    const TYPE: &'static str = "text";

    fn decode(node: &Node, cx: &mut Cx) -> Option<Self> {
        match &node.value {
            Value::Str(text) => Some(text.to_string()),
            Value::Null => {
                cx.wrong_type(node, "text", "write the text, or leave the key out");
                None
            }
            Value::Map(_) => {
                cx.wrong_type(node, "text", "a text with a colon in it needs quotes around it");
                None
            }
            _ => {
                cx.wrong_type(node, "text", "put quotes around it");
                None
            }
        }
    }
}

impl Decode for bool {
    const TYPE: &'static str = "yes or no";

    fn decode(node: &Node, cx: &mut Cx) -> Option<Self> {
        match &node.value {
            Value::Bool(yes) => Some(*yes),
            Value::Str(text) if matches!(&**text, "yes" | "Yes" | "YES") => Some(true),
            Value::Str(text) if matches!(&**text, "no" | "No" | "NO") => Some(false),
            _ => {
                cx.wrong_type(node, "yes or no", "write yes, no, true or false");
                None
            }
        }
    }
}

macro_rules! whole_numbers {
    ($($Type:ty, $name:literal);* $(;)?) => { $(
        impl Decode for $Type {
            const TYPE: &'static str = $name;

            fn decode(node: &Node, cx: &mut Cx) -> Option<Self> {
                if let Value::Int(n) = node.value && let Ok(n) = <$Type>::try_from(n) {
                    return Some(n);
                }
                cx.wrong_type(node, $name, "write plain digits, such as 8, without quotes or a unit");
                None
            }
        }
    )* };
}

whole_numbers! { u32, "a whole number, 0 or more"; i32, "a whole number"; i64, "a whole number" }

impl Decode for f64 {
    const TYPE: &'static str = "a number";

    fn decode(node: &Node, cx: &mut Cx) -> Option<Self> {
        match node.value {
            Value::Float(x) if x.is_finite() => Some(x),
            #[allow(clippy::cast_precision_loss)] // thresholds and weights, far below 2^52
            Value::Int(n) => Some(n as Self),
            _ => {
                cx.wrong_type(node, "a number", "write digits, with a point for the fraction: 0.75");
                None
            }
        }
    }
}

impl Decode for NaiveDate {
    const TYPE: &'static str = "a date, such as 2026-03-02";

    fn decode(node: &Node, cx: &mut Cx) -> Option<Self> {
        let text = node.as_str().unwrap_or_default();
        let shape = text.len() == 10 && text.split('-').map(str::len).eq([4, 2, 2]);
        let date = shape.then(|| Self::parse_from_str(text, "%Y-%m-%d").ok()).flatten();
        if date.is_none() {
            let written = node.scalar().unwrap_or_else(|| node.kind().to_owned());
            let message = if shape {
                format!("`{written}` is not a day of the calendar")
            } else {
                format!("`{written}` is not a date")
            };
            cx.bad_value(node, message, "write year-month-day with two digits for month and day: 2026-03-02");
        }
        date
    }
}

impl Decode for NaiveTime {
    const TYPE: &'static str = "a time of day, such as \"17:00\"";

    fn decode(node: &Node, cx: &mut Cx) -> Option<Self> {
        let text = node.as_str().unwrap_or_default();
        let shape = text.len() == 5 && text.as_bytes()[2] == b':';
        let time = shape.then(|| Self::parse_from_str(text, "%H:%M").ok()).flatten();
        if time.is_none() {
            let written = node.scalar().unwrap_or_else(|| node.kind().to_owned());
            cx.bad_value(
                node,
                format!("`{written}` is not a time of day"),
                "write it in quotes, from \"00:00\" to \"23:59\"",
            );
        }
        time
    }
}
