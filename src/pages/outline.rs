//! The order of the handbook: sections, their pages, what comes before and after.

use std::collections::HashMap;
use std::sync::Arc;

use crate::check::{EditionChoice, Guide, Handbook};
use crate::model::Id;

/// All sections of an edition, each folder of `guides/` one; the top folder is the one with the empty id.
#[derive(Debug, Default)]
pub struct Outline {
    /// Parents before children, siblings in order.
    pub sections: Vec<Section>,
    places: HashMap<Id, (usize, usize)>,
}

/// One folder of guides.
#[derive(Debug)]
pub struct Section {
    /// Its folder below `guides/`.
    pub id: Id,
    /// Its `index.md`.
    pub index: Option<Arc<Guide>>,
    /// Its pages in reading order.
    pub guides: Vec<Arc<Guide>>,
}

impl Section {
    /// The index's title, or the folder's name as words.
    pub fn title(&self) -> String {
        match &self.index {
            Some(index) => index.front.title.clone(),
            None => words(self.id.as_str().rsplit('/').next().unwrap_or_default()),
        }
    }

    /// The place among siblings: order, title, id.
    fn key(&self) -> (i32, String, Id) {
        let order = self.index.as_ref().and_then(|i| i.front.order).unwrap_or(i32::MAX);
        (order, self.title(), self.id.clone())
    }

    /// Whether it stands directly below the top.
    pub fn is_top(&self) -> bool {
        !self.id.as_str().is_empty() && !self.id.as_str().contains('/')
    }
}

/// `past-cohorts` as "Past cohorts".
fn words(folder: &str) -> String {
    let text = folder.replace(['-', '_'], " ");
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

impl Outline {
    /// Orders the guides that the edition holds.
    pub fn new(book: &Handbook, edition: &EditionChoice) -> Self {
        let mut folders: HashMap<String, Section> = HashMap::new();
        let held = book.guides.iter().filter(|g| g.language.is_none() && edition.holds(&g.front.audience));
        for guide in held {
            let section = folders.entry(guide.section().to_owned()).or_insert_with_key(|folder| Section {
                id: Id::new(folder),
                index: None,
                guides: Vec::new(),
            });
            if guide.is_index {
                section.index = Some(Arc::clone(guide));
            } else {
                section.guides.push(Arc::clone(guide));
            }
        }
        let mut sections: Vec<Section> = folders.into_values().collect();
        let keys: HashMap<Id, _> = sections.iter().map(|s| (s.id.clone(), s.key())).collect();
        sections.sort_by_cached_key(|section| path_key(section.id.as_str(), &keys));
        for section in &mut sections {
            section.guides.sort_by_cached_key(|g| {
                (g.front.order.unwrap_or(i32::MAX), g.front.title.clone(), g.id.clone())
            });
        }
        let places = places(&sections);
        Self { sections, places }
    }

    /// The section of a guide and the guide's position in it; the index has none.
    pub fn place(&self, guide: &Guide) -> Option<(&Section, Option<usize>)> {
        if guide.is_index {
            return self.section(guide.id.as_str()).map(|section| (section, None));
        }
        let (section, at) = *self.places.get(&guide.id)?;
        Some((self.sections.get(section)?, Some(at)))
    }

    /// Whether the edition holds this guide.
    pub fn holds(&self, id: &str) -> bool {
        self.places.contains_key(id) || self.section(id).is_some_and(|s| s.index.is_some())
    }

    /// A section by its folder.
    pub fn section(&self, id: &str) -> Option<&Section> {
        self.sections.iter().find(|section| section.id.as_str() == id)
    }

    /// The sections directly below another.
    pub fn children<'a>(&'a self, id: &'a str) -> impl Iterator<Item = &'a Section> {
        self.sections.iter().filter(move |s| {
            !s.id.as_str().is_empty() && s.id.as_str().rsplit_once('/').map_or("", |(parent, _)| parent) == id
        })
    }

    /// How many guides, indexes included.
    pub fn len(&self) -> usize {
        self.sections.iter().map(|s| s.guides.len() + usize::from(s.index.is_some())).sum()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// A section sorts below its ancestors, among its siblings by order, title, id.
fn path_key(id: &str, keys: &HashMap<Id, (i32, String, Id)>) -> Vec<(i32, String, Id)> {
    let mut path = String::new();
    let mut key = Vec::new();
    for part in id.split('/').filter(|part| !part.is_empty()) {
        if !path.is_empty() {
            path.push('/');
        }
        path.push_str(part);
        key.push(keys.get(path.as_str()).cloned().unwrap_or_else(|| (i32::MAX, words(part), Id::new(&path))));
    }
    key
}

fn places(sections: &[Section]) -> HashMap<Id, (usize, usize)> {
    let each = |(s, section): (usize, &Section)| {
        let guides: Vec<_> =
            section.guides.iter().enumerate().map(|(g, guide)| (guide.id.clone(), (s, g))).collect();
        guides
    };
    sections.iter().enumerate().flat_map(each).collect()
}
