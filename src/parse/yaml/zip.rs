//! Lays values and places over each other: the tree that the decoder reads.

use std::collections::HashMap;

use super::codes::{YAML_DUPLICATE_KEY, YAML_KEY, YAML_NUMBER, YAML_TAG};
use super::places::{Form, Shape};
use super::values::Raw;
use crate::diag::{Diagnostic, FileId, Place, Span};
use crate::model::{Entry, Node, Value};

/// The tree of a file. Without places, every value points to the start of the file.
pub(super) fn zip(raw: Raw, shape: Option<&Shape>, file: FileId, found: &mut Vec<Diagnostic>) -> Node {
    Zip { file, found }.node(raw, shape, Span::default())
}

struct Zip<'f> {
    file: FileId,
    found: &'f mut Vec<Diagnostic>,
}

impl Zip<'_> {
    /// `fallback` is where a value points that has no place of its own: nothing after a colon, say.
    fn node(&mut self, raw: Raw, shape: Option<&Shape>, fallback: Span) -> Node {
        let span = shape.map(|s| s.span).filter(|span| span.end > span.start).unwrap_or(fallback);
        if let Some(tag) = shape.and_then(|s| s.tag.as_deref()) {
            self.tag(tag, span);
        }
        let value = match raw {
            Raw::Null => Value::Null,
            Raw::Bool(yes) => Value::Bool(yes),
            Raw::Int(n) => Value::Int(n),
            Raw::Float(x) => Value::Float(x),
            Raw::Str(text) => Value::Str(text),
            Raw::List(items) => Value::List(self.list(items, shape, span)),
            Raw::Map(entries) => Value::Map(self.map(entries, shape, span)),
        };
        if matches!(value, Value::Int(_) | Value::Float(_)) {
            self.number(&value, shape, span);
        }
        Node { span, value }
    }

    fn list(&mut self, items: Vec<Raw>, shape: Option<&Shape>, span: Span) -> Vec<Node> {
        let shapes = match shape.map(|s| &s.form) {
            Some(Form::List(shapes)) if shapes.len() == items.len() => Some(shapes),
            _ => None,
        };
        let item = |(i, raw)| self.node(raw, shapes.and_then(|s| s.get(i)), span);
        items.into_iter().enumerate().map(item).collect()
    }

    fn map(&mut self, raws: Vec<(Raw, Raw)>, shape: Option<&Shape>, span: Span) -> Vec<Entry> {
        let shapes = match shape.map(|s| &s.form) {
            Some(Form::Map(shapes)) if shapes.len() == raws.len() => Some(shapes),
            _ => None,
        };
        let mut entries: Vec<Entry> = Vec::with_capacity(raws.len());
        let mut seen: HashMap<Box<str>, Span> = HashMap::with_capacity(raws.len());
        for (i, (key, value)) in raws.into_iter().enumerate() {
            let shape = shapes.and_then(|s| s.get(i));
            let key_shape = shape.map(|(key, _)| key);
            let key_span = key_shape.map_or(span, |key| key.span);
            let node = self.node(value, shape.map(|(_, value)| value), key_span);
            let Some(key) = key_text(key, key_shape) else {
                self.bad_key(key_span);
                continue;
            };
            if let Some(first) = seen.get(&key) {
                self.duplicate(&key, key_span, *first);
                continue;
            }
            seen.insert(key.clone(), key_span);
            entries.push(Entry { key, key_span, node });
        }
        entries
    }

    fn place(&self, span: Span) -> Place {
        Place::new(self.file, span)
    }

    fn bad_key(&mut self, span: Span) {
        let place = self.place(span);
        self.found.push(
            Diagnostic::new(&YAML_KEY, place, "what stands before the colon is not a word")
                .help("put quotes around a value that begins with { or [, or write a word as the key"),
        );
    }

    fn duplicate(&mut self, key: &str, second: Span, first: Span) {
        let (second, first) = (self.place(second), self.place(first));
        self.found.push(
            Diagnostic::new(
                &YAML_DUPLICATE_KEY,
                second,
                format!("the key `{key}` stands twice in this group"),
            )
            .label("again here")
            .also(first, "first here")
            .help("keep the value that is right and remove the other"),
        );
    }

    fn tag(&mut self, tag: &str, span: Span) {
        let place = self.place(span);
        let message = format!("`{tag}` is read as a tag, not as part of the value");
        self.found.push(
            Diagnostic::new(&YAML_TAG, place, message).help("put quotes around the value, or remove the `!`"),
        );
    }

    /// Says when plain digits are not what became a number.
    fn number(&mut self, value: &Value, shape: Option<&Shape>, span: Span) {
        let Some(Form::Scalar(text, true)) = shape.map(|s| &s.form) else { return };
        let digits = text.strip_prefix('-').unwrap_or(text);
        if digits.starts_with(|c: char| c.is_ascii_digit())
            && digits.bytes().all(|b| b.is_ascii_digit() || b == b'.')
            && digits.len() < 18
        {
            return;
        }
        let reads = match value {
            Value::Int(n) => n.to_string(),
            Value::Float(x) if x.abs() < 1e15 => x.to_string(),
            Value::Float(x) => format!("{x:e}"),
            _ => return,
        };
        let place = self.place(span);
        self.found.push(
            Diagnostic::new(&YAML_NUMBER, place, format!("`{text}` reads as the number {reads}"))
                .help("put quotes around it where it is text; write plain digits where it is a number"),
        );
    }
}

/// A key as it is written; `None` for lists, groups and nothing at all.
fn key_text(raw: Raw, shape: Option<&Shape>) -> Option<Box<str>> {
    if let Some(Form::Scalar(text, plain)) = shape.map(|s| &s.form) {
        return (!(text.is_empty() && *plain)).then(|| text.clone());
    }
    match raw {
        Raw::Str(text) => Some(text),
        Raw::Bool(yes) => Some(yes.to_string().into()),
        Raw::Int(n) => Some(n.to_string().into()),
        Raw::Float(x) => Some(x.to_string().into()),
        Raw::Null | Raw::List(_) | Raw::Map(_) => None,
    }
}
