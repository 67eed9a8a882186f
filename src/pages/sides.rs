//! The sidebar of a large section, drawn once for all its pages.
//!
//! Its links are the same on every page of a folder; only the mark of the page one is on differs.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use super::{Here, Section, Site};
use crate::check::Guide;
use crate::markdown::attribute;
use crate::model::Id;

/// Sections of fewer pages are drawn with each page.
const LARGE: usize = 12;

/// The sidebars drawn so far, by section.
#[derive(Debug, Default)]
pub struct Sides(RwLock<HashMap<Id, Arc<str>>>);

impl Site<'_> {
    /// The sidebar of a page in a large section as HTML; `None` where it is drawn with the page.
    pub fn drawn_side(&self, here: &Here, guide: &Guide) -> Option<String> {
        let (section, at) = self.outline.place(guide)?;
        let in_folder =
            here.address().rsplit_once('/').map_or("", |(folder, _)| folder) == section.id.as_str();
        if section.guides.len() <= LARGE || at.is_none() || !in_folder {
            return None;
        }
        let name = here.address().rsplit('/').next().unwrap_or_default();
        let mut link = String::new();
        attribute("href", name, &mut link);
        Some(self.shared_side(here, section).replacen(&link, &format!("{link} aria-current=\"page\""), 1))
    }

    fn shared_side(&self, here: &Here, section: &Section) -> Arc<str> {
        let known =
            self.sides.0.read().unwrap_or_else(PoisonError::into_inner).get(&section.id).map(Arc::clone);
        known.unwrap_or_else(|| {
            let drawn: Arc<str> =
                self.draw.draw("embeds/side.html", &self.sidebar_of(here, section, None)).into();
            let mut sides = self.sides.0.write().unwrap_or_else(PoisonError::into_inner);
            sides.insert(section.id.clone(), Arc::clone(&drawn));
            drawn
        })
    }
}
