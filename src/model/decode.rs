//! From a tree of values to typed entities, collecting every finding on the way.

use std::collections::BTreeMap;

use super::{Extra, Id, Mark, Node, Value};
use crate::diag::{Diagnostic, FileId, Place, Span};

/// What can be read from a [`Node`]. A failed read has pushed its finding and returns `None`.
pub trait Decode: Sized {
    /// What the value is, for messages and the reference: "text", "a date".
    const TYPE: &'static str;
    /// Whether its key must be there.
    const REQUIRED: bool = true;
    /// What an entity is, for the reference; empty for anything else.
    const DOC: &'static str = "";
    /// The fields of an entity, for the reference; empty for anything else.
    const FIELDS: &'static [Field] = &[];
    /// What each item of a list or group is; empty for anything else.
    const ITEM: &'static str = "";
    /// The words of a fixed set, with what each means; empty for anything else.
    const TABLE: &'static [Word] = &[];
    /// What a reference leads to.
    const REFERS: Option<Mark> = None;

    /// Reads the value.
    fn decode(node: &Node, cx: &mut Cx) -> Option<Self>;

    /// What a missing key means; `None` where it may not be missing.
    fn missing() -> Option<Self> {
        None
    }
}

/// One key of an entity, as the reference and "did you mean" know it.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// As written in YAML.
    pub key: &'static str,
    /// What it takes.
    pub takes: &'static str,
    /// Whether it must be there.
    pub required: bool,
    /// What a missing key stands for, as the declaration writes it; empty where it stands for nothing.
    pub default: &'static str,
    /// What it means.
    pub doc: &'static str,
    /// The fields of the entity that it holds, if it holds one.
    pub fields: &'static [Field],
    /// What each item is, if it holds several.
    pub item: &'static str,
    /// The words that it takes, if it takes one of a fixed set.
    pub words: &'static [Word],
    /// What it refers to, if it takes the id of something.
    pub refers: Option<Mark>,
}

impl Field {
    /// A key of which nothing is known, to declare others by.
    pub const BLANK: Self = Self {
        key: "",
        takes: "",
        required: false,
        default: "",
        doc: "",
        fields: &[],
        item: "",
        words: &[],
        refers: None,
    };
}

/// One word of a fixed set.
#[derive(Debug, Clone, Copy)]
pub struct Word {
    /// Its name in the declaration, by which defaults are written.
    pub variant: &'static str,
    /// As written in YAML.
    pub word: &'static str,
    /// What it means.
    pub doc: &'static str,
}

/// One use of an id, wherever it stands: the check of references is a loop over these.
#[derive(Debug, Clone)]
pub struct RefUse {
    /// What kind of thing is meant.
    pub mark: Mark,
    /// The id as written.
    pub id: Id,
    /// The heading of a guide that is meant, after `#`.
    pub anchor: Option<Box<str>>,
    /// Where.
    pub place: Place,
}

/// The state of decoding one file.
#[derive(Debug, Default)]
pub struct Cx {
    /// The file.
    pub file: FileId,
    /// What was found.
    pub found: Vec<Diagnostic>,
    /// Which ids are referred to.
    pub refs: Vec<RefUse>,
    /// Which ids are declared, by what they are: also of entities that are lost to another mistake.
    pub ids: Vec<(&'static str, Id, Place)>,
    /// Of what not all ids are known: a whole list or an id cannot be read.
    pub lost: Vec<&'static str>,
}

impl Cx {
    /// For one file.
    pub fn new(file: FileId) -> Self {
        Self { file, ..Self::default() }
    }

    /// A span of this file.
    pub fn place(&self, span: Span) -> Place {
        Place::new(self.file, span)
    }

    /// Notes the id of an entity before it is read: references to it are right even where it cannot be read.
    pub fn declare(&mut self, what: &'static str, fields: &[Field], node: &Node) {
        if let Some(id) = node.get("id").and_then(Node::as_str) {
            let place = self.place(node.span);
            self.ids.push((what, Id::new(id), place));
        } else if fields.iter().any(|field| field.key == "id" && field.required) {
            self.lost.push(what);
        }
    }

    /// Says that the value is of the wrong type, and how it is written.
    pub fn wrong_type(&mut self, node: &Node, wanted: &str, how: &str) {
        let message = match node.scalar() {
            Some(text) if !text.is_empty() => format!("expected {wanted}, found {}: `{text}`", node.kind()),
            _ => format!("expected {wanted}, found {}", node.kind()),
        };
        let mut found = Diagnostic::new(&codes::WRONG_TYPE, self.place(node.span), message);
        if !how.is_empty() {
            found = found.help(how);
        }
        self.found.push(found);
    }

    /// Says that the value is of the right type but not one that is allowed.
    pub fn bad_value(&mut self, node: &Node, message: impl Into<String>, help: impl Into<String>) {
        let place = self.place(node.span);
        self.found.push(Diagnostic::new(&codes::BAD_VALUE, place, message).help(help));
    }

    /// Reads one of a fixed set of words.
    pub fn word<'n>(&mut self, node: &'n Node, words: &[&'static str]) -> Option<&'n str> {
        let Some(text) = node.as_str() else {
            self.wrong_type(node, "a word", &format!("write one of: {}", words.join(", ")));
            return None;
        };
        if words.contains(&text) {
            return Some(text);
        }
        let place = self.place(node.span);
        let found =
            Diagnostic::new(&codes::UNKNOWN_VALUE, place, format!("`{text}` is not a value this key takes"))
                .label("not known")
                .help(format!("write one of: {}", words.join(", ")));
        let near = crate::diag::nearest(text, words.iter().copied());
        self.found.push(match near {
            Some(near) => {
                let mut found = found.help(format!("did you mean `{near}`? It takes: {}", words.join(", ")));
                found.suggestion = Some(crate::diag::Edit { place, text: near.to_owned() });
                // Who sees a page or is asked is never guessed.
                let of_people = words.contains(&"mentee");
                found.sure = !of_people && crate::diag::is_clearly(text, near, words.iter().copied());
                found
            }
            None => found,
        });
        None
    }
}

/// Reads the keys of one map.
#[derive(Debug)]
pub struct MapReader<'n> {
    node: &'n Node,
    what: &'static str,
}

impl<'n> MapReader<'n> {
    /// Opens a map and reports every key that is not among `fields` (`extra` always is).
    pub fn open(node: &'n Node, what: &'static str, fields: &[Field], cx: &mut Cx) -> Option<Self> {
        let Value::Map(entries) = &node.value else {
            cx.wrong_type(node, what, "write `key: value` lines, indented below it");
            return None;
        };
        for entry in entries {
            let key = &*entry.key;
            if key != "extra" && !fields.iter().any(|f| f.key == key) {
                let mut found = unknown_key(cx.place(entry.key_span), key, what, fields);
                // What stands below a key that is misspelt is not known, and not missing.
                let meant =
                    found.suggestion.as_ref().and_then(|edit| fields.iter().find(|f| f.key == edit.text));
                cx.lost.extend(meant.map(|field| field.item));
                // A key that is there already would then be there twice.
                found.sure &= found.suggestion.as_ref().is_some_and(|edit| node.get(&edit.text).is_none());
                cx.found.push(found);
            }
        }
        Some(Self { node, what })
    }

    /// Reads one key; a missing key that must be there is a finding.
    pub fn field<T: Decode>(&self, key: &'static str, cx: &mut Cx) -> Option<T> {
        match self.node.get(key) {
            Some(node) if !(node.value == Value::Null && T::missing().is_some()) => {
                T::decode(node, cx).or_else(T::missing)
            }
            _ => T::missing().or_else(|| {
                self.report_missing::<T>(key, cx);
                None
            }),
        }
    }

    /// Reads one key that has a default.
    pub fn field_or<T: Decode>(
        &self,
        key: &'static str,
        cx: &mut Cx,
        default: impl FnOnce() -> T,
    ) -> Option<T> {
        match self.node.get(key) {
            Some(node) if node.value != Value::Null => Some(T::decode(node, cx).unwrap_or_else(default)),
            _ => Some(default()),
        }
    }

    /// What stands under `extra:`.
    pub fn extra(&self) -> Extra {
        Extra(self.node.get("extra").cloned().map(Box::new))
    }

    fn report_missing<T: Decode>(&self, key: &str, cx: &mut Cx) {
        // The first key: an entity's whole span would mark half the file.
        let place = cx.place(match &self.node.value {
            Value::Map(entries) => entries.first().map_or(self.node.span, |first| first.key_span),
            _ => self.node.span,
        });
        cx.found.push(
            Diagnostic::new(&codes::MISSING_KEY, place, format!("this {} has no `{key}`", self.what))
                .help(format!("add `{key}:` with {}", T::TYPE)),
        );
    }
}

fn unknown_key(place: Place, key: &str, what: &str, fields: &[Field]) -> Diagnostic {
    if key == "<<" {
        return Diagnostic::new(&codes::UNKNOWN_KEY, place, "`<<` (merging of keys) is not part of YAML 1.2")
            .help("write the keys out where they are used");
    }
    let known = || fields.iter().map(|f| f.key);
    let found = Diagnostic::new(&codes::UNKNOWN_KEY, place, format!("a {what} has no key `{key}`"))
        .label("not known here")
        .help(format!(
            "it takes: {}; put what only your theme reads under `extra:`",
            known().collect::<Vec<_>>().join(", ")
        ));
    let Some(near) = crate::diag::nearest(key, known()) else { return found };
    let sure = crate::diag::is_clearly(key, near, known());
    Diagnostic { sure, ..found.nearest(key, known()) }
}

impl<T: Decode> Decode for Option<T> {
    const TYPE: &'static str = T::TYPE;
    const REQUIRED: bool = false;
    const DOC: &'static str = T::DOC;
    const FIELDS: &'static [Field] = T::FIELDS;
    const ITEM: &'static str = T::ITEM;
    const TABLE: &'static [Word] = T::TABLE;
    const REFERS: Option<Mark> = T::REFERS;

    fn decode(node: &Node, cx: &mut Cx) -> Option<Self> {
        T::decode(node, cx).map(Some)
    }

    fn missing() -> Option<Self> {
        Some(None)
    }
}

impl<T: Decode> Decode for Vec<T> {
    const TYPE: &'static str = "a list";
    const REQUIRED: bool = false;
    const DOC: &'static str = T::DOC;
    const FIELDS: &'static [Field] = T::FIELDS;
    const ITEM: &'static str = T::TYPE;
    const TABLE: &'static [Word] = T::TABLE;
    const REFERS: Option<Mark> = T::REFERS;

    /// Items that fail are left out, each with its own findings.
    fn decode(node: &Node, cx: &mut Cx) -> Option<Self> {
        let Value::List(items) = &node.value else {
            let how = "write it as a list: `[a, b]`, or one item a line, each after `- `";
            cx.wrong_type(node, "a list", how);
            cx.lost.push(T::TYPE);
            return None;
        };
        Some(items.iter().filter_map(|item| T::decode(item, cx)).collect())
    }

    fn missing() -> Option<Self> {
        Some(Vec::new())
    }
}

impl<T: Decode> Decode for BTreeMap<Id, T> {
    const TYPE: &'static str = "a group of ids";
    const REQUIRED: bool = false;
    const DOC: &'static str = T::DOC;
    const FIELDS: &'static [Field] = T::FIELDS;
    const ITEM: &'static str = T::TYPE;
    const TABLE: &'static [Word] = T::TABLE;
    const REFERS: Option<Mark> = T::REFERS;

    fn decode(node: &Node, cx: &mut Cx) -> Option<Self> {
        let Value::Map(entries) = &node.value else {
            cx.wrong_type(node, "a group of `id: value` lines", "write each as `id:`, and its keys below it");
            cx.lost.push(T::TYPE);
            return None;
        };
        let mut map = BTreeMap::new();
        for entry in entries {
            // Known even where it cannot be read, as the entities of a list are.
            let place = cx.place(entry.node.span);
            cx.ids.push((T::TYPE, Id::new(&entry.key), place));
            if let Some(value) = T::decode(&entry.node, cx) {
                map.insert(Id::new(&entry.key), value);
            }
        }
        Some(map)
    }

    fn missing() -> Option<Self> {
        Some(BTreeMap::new())
    }
}

/// The codes of this file.
pub static CODES: &[&crate::diag::Code] =
    &[&codes::WRONG_TYPE, &codes::BAD_VALUE, &codes::UNKNOWN_VALUE, &codes::UNKNOWN_KEY, &codes::MISSING_KEY];

/// The codes of decoding.
pub mod codes {
    use crate::diag::{Code, Severity};

    /// A value of the wrong type.
    pub static WRONG_TYPE: Code = Code {
        word: "wrong-type",
        severity: Severity::Error,
        says: "A key holds another type of value than it takes.",
        why: "A number where a list is meant would be silently misread; the program would show something you did not write.",
        example: "minutes: one hour      # wrong: text\nminutes: 60            # right: a whole number",
        fix: "Write the value as the message says.",
    };
    /// A value that is not allowed.
    pub static BAD_VALUE: Code = Code {
        word: "bad-value",
        severity: Severity::Error,
        says: "A value has the right type but cannot be read, such as a date that does not exist.",
        why: "Dates, times and ids are compared and sorted; one that cannot be read would drop out of the calendar in silence.",
        example: "date: 2026-02-30       # wrong: February has no 30th\ndate: 2026-02-28       # right",
        fix: "Correct the value at the caret; the help line shows the form.",
    };
    /// A word outside the fixed set.
    pub static UNKNOWN_VALUE: Code = Code {
        word: "unknown-value",
        severity: Severity::Error,
        says: "A key that takes one of a fixed set of words holds another.",
        why: "Pages, rules and figures depend on these words; a misspelt one would be left out of all of them.",
        example: "kind: mid-point        # wrong\nkind: midpoint         # right",
        fix: "Use the word that the message suggests, or one of those it lists.",
    };
    /// A key that the entity does not have.
    pub static UNKNOWN_KEY: Code = Code {
        word: "unknown-key",
        severity: Severity::Error,
        says: "An entity has a key that nothing reads.",
        why: "A misspelt key is a value that you wrote and nobody will ever see.",
        example: "to_weeks: 8            # wrong\nto_week: 8             # right",
        fix: "Correct the spelling, or move keys that only your theme reads under `extra:`.",
    };
    /// A key that must be there.
    pub static MISSING_KEY: Code = Code {
        word: "missing-key",
        severity: Severity::Error,
        says: "An entity lacks a key that it cannot do without.",
        why: "Without it there is nothing to show, link to or count.",
        example: "- name: Working        # wrong: no id\n- id: working          # right\n  name: Working",
        fix: "Add the key.",
    };
}
