//! The pages: one file per kind, from the handbook to a view.
//!
//! A page kind says which pages there are and fills the view that its template prints. It renders
//! nothing, reads no file, and sees no private row: the only outcomes it can name are published ones.

mod address;
mod aim;
mod article;
mod asked;
mod body;
mod cards;
mod chrome;
mod facts;
mod features;
pub mod figures;
mod fingerprint;
mod geometry;
mod kinds;
mod outcome;
mod outline;
pub mod search;
mod series;
mod sides;
mod site;
mod sitemap;
mod staff;
mod timeline;
mod told;
pub mod view;

use crate::check::{EditionChoice, Handbook};

pub use address::{Plan, Slot, Subject, encoded, relative};
pub use body::words;
pub use chrome::{CSP, globals, globals_alone};
pub use fingerprint::Ground;
pub use kinds::PAGES;
pub use outline::{Outline, Section};
pub use sides::Sides;
pub use site::{Draw, Here, Site};
pub use sitemap::{SitemapEntry, sitemap, used_assets};

/// A page, ready for its template.
pub struct Page {
    /// What surrounds it.
    pub chrome: view::Chrome,
    /// What its template prints.
    pub view: Box<dyn erased_serde::Serialize + Send>,
}

impl Page {
    /// A view with its surroundings.
    pub fn new(chrome: view::Chrome, view: impl serde::Serialize + Send + 'static) -> Self {
        Self { chrome, view: Box::new(view) }
    }
}

/// One kind of page.
pub trait PageKind: Sync {
    /// Its template, without `.html`.
    fn template(&self) -> &'static str;

    /// Its pages and their addresses.
    fn plan(&self, book: &Handbook, outline: &Outline, edition: &EditionChoice) -> Vec<(Subject, String)>;

    /// One of them, in the site's language; `None` where its subject is gone.
    fn page(&self, site: &Site, here: &Here) -> Option<Page>;
}
