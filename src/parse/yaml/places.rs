//! Where each value of a YAML file stands, by `saphyr-parser`.
//!
//! Reads no types. Refuses what would be dangerous to read on: depth, aliases that unfold, several documents.

use std::collections::HashMap;

use saphyr_parser::{Event, Marker, Parser, ScalarStyle, Span as CharSpan};

use super::codes::{SEVERAL_DOCUMENTS, YAML_ALIAS};
use super::guard::too_deep;
use super::repair::{Repaired, repair};
use crate::diag::{Diagnostic, FileId, Place, Span};

/// Levels of lists and groups.
const DEEPEST: usize = 64;
/// Values that aliases may add to a file.
const MOST_REPEATED: usize = 10_000;

/// A value without its type.
#[derive(Debug, Clone)]
pub(super) struct Shape {
    /// Its bytes; for a list or group from its first item to its last. Empty where nothing stands.
    pub span: Span,
    /// What it is made of.
    pub form: Form,
    /// The local tag before it, `!so`.
    pub tag: Option<Box<str>>,
}

/// The make of a value.
#[derive(Debug, Clone)]
pub(super) enum Form {
    /// One text, and whether it is written without quotes.
    Scalar(Box<str>, bool),
    /// Items.
    List(Vec<Shape>),
    /// Keys with their values.
    Map(Vec<(Shape, Shape)>),
}

impl Shape {
    /// How many values it holds, itself included.
    fn size(&self) -> usize {
        match &self.form {
            Form::Scalar(..) => 1,
            Form::List(items) => 1 + items.iter().map(Self::size).sum::<usize>(),
            Form::Map(entries) => 1 + entries.iter().map(|(k, v)| k.size() + v.size()).sum::<usize>(),
        }
    }
}

/// What came of reading.
pub(super) enum Read {
    /// The shape of the document.
    Shape(Shape),
    /// This reader does not take the file; the other may. With the byte at which it stopped.
    Unreadable(usize),
    /// The file must not be read on.
    Refused(Refused),
}

/// Why a file is not read on.
pub(super) enum Refused {
    /// Nested too deeply.
    Depth(Span),
    /// A second document.
    Documents(Span),
    /// An alias inside its own value.
    Circle(Span),
    /// Aliases that unfold too far.
    Repeats(Span),
}

impl Refused {
    /// As a finding.
    pub(super) fn at(&self, file: FileId) -> Diagnostic {
        match *self {
            Self::Depth(span) => too_deep(Place::new(file, span)),
            Self::Documents(span) => {
                let message = "a second document begins here; a file holds one";
                Diagnostic::new(&SEVERAL_DOCUMENTS, Place::new(file, span), message)
                    .help("remove the line `---`, or move what follows into its own file")
            }
            Self::Circle(span) => {
                let message = "this alias stands inside the value that it repeats";
                Diagnostic::new(&YAML_ALIAS, Place::new(file, span), message).help("write the value out")
            }
            Self::Repeats(span) => {
                let message = "aliases repeat more than 10,000 values up to here";
                Diagnostic::new(&YAML_ALIAS, Place::new(file, span), message)
                    .help("write the values out where they are used")
            }
        }
    }
}

/// From characters, which `saphyr-parser` counts, to bytes.
struct Offsets {
    /// The byte of each character; nothing for ASCII, where they are the same.
    starts: Option<Vec<u32>>,
    len: usize,
}

impl Offsets {
    /// Reads the text once.
    fn new(text: &str) -> Self {
        let table = || text.char_indices().map(|(at, _)| u32::try_from(at).unwrap_or(u32::MAX)).collect();
        Self { starts: (!text.is_ascii()).then(table), len: text.len() }
    }

    /// For a repaired text: bytes of the file, not of the text.
    fn of_repaired(repaired: &Repaired, len: usize) -> Self {
        let mut inserted = repaired.inserted.iter().copied().peekable();
        let mut extra = 0;
        let original = |(at, _)| {
            let byte = at - extra;
            if inserted.next_if_eq(&at).is_some() {
                extra += 1;
            }
            u32::try_from(byte).unwrap_or(u32::MAX)
        };
        Self { starts: Some(repaired.text.char_indices().map(original).collect()), len }
    }

    /// The byte of a character; past the end, the end.
    fn byte(&self, character: usize) -> usize {
        match &self.starts {
            None => character.min(self.len),
            Some(starts) => starts.get(character).map_or(self.len, |at| *at as usize),
        }
    }
}

/// Reads the places of the one document of a text.
pub(super) fn read(text: &str) -> Read {
    let read = walk(text, text, &Offsets::new(text));
    let Read::Unreadable(at) = read else { return read };
    let Some(repaired) = repair(text) else { return read };
    match walk(&repaired.text, text, &Offsets::of_repaired(&repaired, text.len())) {
        Read::Unreadable(_) => Read::Unreadable(at),
        read => read,
    }
}

/// Reads `parsed`, whose places `offsets` turn into those of `text`.
fn walk(parsed: &str, text: &str, offsets: &Offsets) -> Read {
    let mut reader =
        Reader { text, offsets, open: Vec::new(), anchors: HashMap::new(), repeated: 0, root: None };
    let mut documents = 0;
    for event in Parser::new_from_str(parsed) {
        let (event, at) = match event {
            Ok(next) => next,
            Err(error) if error.info().contains("recursion limit") => {
                return Read::Refused(Refused::Depth(reader.one(error.marker())));
            }
            Err(error) => return Read::Unreadable(reader.one(error.marker()).start as usize),
        };
        if matches!(event, Event::DocumentStart(_)) {
            documents += 1;
        }
        if documents > 1 {
            return Read::Refused(Refused::Documents(reader.span(&at)));
        }
        if let Err(refused) = reader.take(event, &at) {
            return Read::Refused(refused);
        }
    }
    let empty = || Shape { span: Span::new(0, 0), form: Form::Scalar("".into(), true), tag: None };
    Read::Shape(reader.root.unwrap_or_else(empty))
}

struct Reader<'t> {
    text: &'t str,
    offsets: &'t Offsets,
    open: Vec<Open>,
    anchors: HashMap<usize, Shape>,
    repeated: usize,
    root: Option<Shape>,
}

/// A list or group whose end has not come.
struct Open {
    start: Span,
    anchor: usize,
    tag: Option<Box<str>>,
    is_map: bool,
    items: Vec<Shape>,
}

impl Reader<'_> {
    fn take(&mut self, event: Event<'_>, at: &CharSpan) -> Result<(), Refused> {
        let local = |tag: Option<std::borrow::Cow<'_, saphyr_parser::Tag>>| {
            tag.filter(|tag| !tag.is_yaml_core_schema()).map(|tag| tag.to_string().into_boxed_str())
        };
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                let span = if text.is_empty() && style == ScalarStyle::Plain {
                    Span::new(self.offsets.byte(at.start.index()), self.offsets.byte(at.start.index()))
                } else {
                    self.trimmed(at)
                };
                let form = Form::Scalar(text.into(), style == ScalarStyle::Plain);
                self.put(Shape { span, form, tag: local(tag) }, anchor);
            }
            Event::SequenceStart(anchor, tag) => self.open(at, anchor, local(tag), false)?,
            Event::MappingStart(anchor, tag) => self.open(at, anchor, local(tag), true)?,
            Event::SequenceEnd | Event::MappingEnd => self.close(at),
            Event::Alias(anchor) => {
                let span = self.span(at);
                let shape = self.anchors.get(&anchor).ok_or(Refused::Circle(span))?;
                self.repeated += shape.size();
                if self.repeated > MOST_REPEATED {
                    return Err(Refused::Repeats(span));
                }
                let shape = Shape { span, ..shape.clone() };
                self.put(shape, 0);
            }
            _ => {}
        }
        Ok(())
    }

    fn open(
        &mut self,
        at: &CharSpan,
        anchor: usize,
        tag: Option<Box<str>>,
        is_map: bool,
    ) -> Result<(), Refused> {
        let start = self.span(at);
        if self.open.len() >= DEEPEST {
            return Err(Refused::Depth(start));
        }
        self.open.push(Open { start, anchor, tag, is_map, items: Vec::new() });
        Ok(())
    }

    fn close(&mut self, at: &CharSpan) {
        let Some(open) = self.open.pop() else { return };
        let end = self.span(at);
        let last = open.items.iter().map(|item| item.span.end).max().unwrap_or(open.start.end);
        // Only the end of a bracketed list or group has a width: its bracket.
        let end = if end.end > end.start { end.end } else { last };
        let span = Span { start: open.start.start, end: end.max(open.start.start) };
        let form = if open.is_map { Form::Map(pairs(open.items)) } else { Form::List(open.items) };
        self.put(Shape { span, form, tag: open.tag }, open.anchor);
    }

    fn put(&mut self, shape: Shape, anchor: usize) {
        if anchor > 0 {
            self.anchors.insert(anchor, shape.clone());
        }
        match self.open.last_mut() {
            Some(open) => open.items.push(shape),
            None => self.root = Some(shape),
        }
    }

    fn span(&self, at: &CharSpan) -> Span {
        Span::new(self.offsets.byte(at.start.index()), self.offsets.byte(at.end.index()))
    }

    /// Without the space and line ends after it, which block texts have.
    fn trimmed(&self, at: &CharSpan) -> Span {
        let span = self.span(at);
        let text = self.text.get(span.range()).unwrap_or_default();
        Span { start: span.start, ..Span::new(0, span.start as usize + text.trim_end().len()) }
    }

    fn one(&self, at: &Marker) -> Span {
        Span::new(self.offsets.byte(at.index()), self.offsets.byte(at.index() + 1))
    }
}

fn pairs(items: Vec<Shape>) -> Vec<(Shape, Shape)> {
    let mut pairs = Vec::with_capacity(items.len() / 2);
    let mut items = items.into_iter();
    while let (Some(key), Some(value)) = (items.next(), items.next()) {
        pairs.push((key, value));
    }
    pairs
}
