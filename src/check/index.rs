//! Where each id is declared, by kind: what references are held against.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::{Guide, Handbook};
use crate::diag::{FileId, Place};
use crate::model::{Id, Mark, Terms};

/// Measures that need no declaration.
pub const BUILT_IN_MEASURES: &[&str] = &[
    "completion",
    "retention",
    "endings",
    "expectations-documented",
    "check-ins",
    "contacts",
    "meetings",
    "attendance",
    "response",
    "role-change",
];

/// All declared ids with their places.
#[derive(Debug, Default)]
pub struct Index {
    by_kind: BTreeMap<Mark, HashMap<Id, Place>>,
    guides: HashMap<Id, Arc<Guide>>,
    by_file: HashMap<FileId, Arc<Guide>>,
    unread: Vec<Mark>,
}

impl Index {
    /// Reads the handbook once.
    pub fn new(book: &Handbook) -> Self {
        let mut this = Self::default();
        this.add(Mark::Phase, book.phases.iter().map(|e| (&e.id, e.origin)));
        this.add(Mark::CheckIn, book.check_ins.iter().map(|e| (&e.id, e.origin)));
        this.add(Mark::Question, book.questions.iter().map(|e| (&e.id, e.origin)));
        this.add(Mark::Scale, book.scales.iter().map(|(id, e)| (id, e.origin)));
        this.add(Mark::Measure, book.measures.iter().map(|e| (&e.id, e.origin)));
        this.add(Mark::CalendarRow, book.calendar.iter().map(|e| (&e.id, e.origin)));
        this.add(Mark::Cohort, book.cohorts.iter().map(|e| (&e.id, e.file.origin)));
        this.add(Mark::Person, book.people.iter().map(|e| (&e.id, e.origin)));
        this.add(Mark::Contact, book.program.contacts.iter().map(|e| (&e.id, e.origin)));
        this.add(Mark::Site, book.program.sites.iter().map(|e| (&e.id, e.origin)));
        this.add(Mark::Track, book.program.tracks.iter().map(|e| (&e.id, e.origin)));
        this.add(Mark::Feature, book.program.features.iter().map(|e| (&e.id, e.origin)));
        this.add(Mark::Criterion, book.program.matching_criteria.iter().map(|e| (&e.id, e.origin)));
        this.add(Mark::Edition, book.program.editions.iter().map(|(id, e)| (id, e.origin)));
        this.add(Mark::Finding, book.findings.iter().map(|e| (&e.id, e.origin)));
        this.add(Mark::Change, book.changes.iter().map(|e| (&e.id, e.origin)));
        for cohort in &book.cohorts {
            this.add(Mark::Survey, cohort.file.surveys.iter().map(|e| (&e.id, e.origin)));
            this.add_sessions(cohort);
        }
        for guide in book.guides.iter().filter(|g| g.language.is_none()) {
            this.set(Mark::Guide, guide.id.clone(), Place::whole(guide.file));
            this.guides.insert(guide.id.clone(), Arc::clone(guide));
        }
        this.by_file = book.guides.iter().map(|guide| (guide.file, Arc::clone(guide))).collect();
        let program = book.program.origin;
        for id in BUILT_IN_MEASURES {
            this.set(Mark::Measure, Id::new(id), program);
        }
        for id in Terms::KNOWN {
            this.set(Mark::Term, Id::new(id), program);
        }
        this
    }

    /// Adds the ids of entities that could not be read, and the kinds of which nothing is known.
    pub fn add_lost(&mut self, ids: Vec<(Mark, Id, Place)>, unread: Vec<Mark>) {
        self.unread = unread;
        for (mark, id, place) in ids {
            self.set(mark, id, place);
        }
    }

    fn add<'a>(&mut self, mark: Mark, all: impl Iterator<Item = (&'a Id, Place)>) {
        all.for_each(|(id, place)| self.set(mark, id.clone(), place));
    }

    fn add_sessions(&mut self, cohort: &super::Cohort) {
        for session in &cohort.sessions {
            self.set(Mark::Session, Id::new(&format!("{}/{}", cohort.id, session.id)), session.place);
        }
    }

    fn set(&mut self, mark: Mark, id: Id, place: Place) {
        self.by_kind.entry(mark).or_default().entry(id).or_insert(place);
    }

    /// Where an id of a kind is declared.
    pub fn place(&self, mark: Mark, id: &str) -> Option<Place> {
        let known = self.by_kind.get(&mark).and_then(|ids| ids.get(id)).copied();
        known.or_else(|| self.is_unread(mark).then(|| Place::whole(FileId::NONE)))
    }

    /// Whether ids of a kind may be missing here, for where they are declared something cannot be read.
    pub fn is_unread(&self, mark: Mark) -> bool {
        self.unread.contains(&mark)
    }

    /// All ids of a kind, sorted.
    pub fn ids(&self, mark: Mark) -> impl Iterator<Item = &str> {
        let mut ids: Vec<&str> =
            self.by_kind.get(&mark).map(|m| m.keys().map(Id::as_str).collect()).unwrap_or_default();
        ids.sort_unstable();
        ids.into_iter()
    }

    /// The kinds that have this id.
    pub fn kinds_of<'a>(&'a self, id: &'a str) -> impl Iterator<Item = Mark> + 'a {
        self.by_kind.iter().filter(move |(_, ids)| ids.contains_key(id)).map(|(mark, _)| *mark)
    }

    /// The guide of a file.
    pub fn guide_of(&self, file: FileId) -> Option<&Arc<Guide>> {
        self.by_file.get(&file)
    }

    /// A guide in the default language, by id.
    pub fn guide(&self, id: &str) -> Option<&Arc<Guide>> {
        self.guides.get(id)
    }
}
