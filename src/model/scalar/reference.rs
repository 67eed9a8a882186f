//! References: what can be referred to, and each use of an id.

use std::fmt;
use std::marker::PhantomData;

use super::Id;
use crate::diag::Place;
use crate::model::{Cx, Decode, Node, RefUse};

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
        let id = Id::new(if K::MARK == Mark::Guide { guide_id(id) } else { id });
        cx.refs.push(RefUse { mark: K::MARK, id: id.clone(), anchor: anchor.clone(), place });
        Self { id, anchor, place, kind: PhantomData }
    }
}

/// A guide may be named by its file, from `guides/` on: `endings/index.md` and `endings/index` are `endings`.
pub(crate) fn guide_id(written: &str) -> &str {
    let path = written.strip_suffix(".md").unwrap_or(written);
    path.strip_suffix("/index").unwrap_or(if path == "index" { "" } else { path })
}

impl<K: Marked> Decode for Ref<K> {
    const TYPE: &'static str = "the id of something declared elsewhere";
    const REFERS: Option<Mark> = Some(K::MARK);

    fn decode(node: &Node, cx: &mut Cx) -> Option<Self> {
        let Some(text) = node.as_str() else {
            cx.wrong_type(node, &format!("the id of a {}", K::MARK.word()), "");
            return None;
        };
        let place = cx.place(node.span);
        Some(Self::record(text, place, cx))
    }
}
