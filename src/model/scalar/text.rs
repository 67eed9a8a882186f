//! Texts that people read: one string, or one per language.

use std::collections::BTreeMap;

use crate::diag::Place;
use crate::model::{Cx, Decode, Entry, Node, Value};

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

    /// Whether these are its words, in any language.
    pub fn says(&self, words: &str) -> bool {
        self.plain.as_deref() == Some(words) || self.by_language.values().any(|text| &**text == words)
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
