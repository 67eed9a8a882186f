//! The search page: what can be searched by kind, role and phase.

use crate::check::{EditionChoice, Handbook};
use crate::model::Audience;
use crate::pages::search::KINDS;
use crate::pages::view::{Facet, SearchView};
use crate::pages::{Here, Outline, Page, PageKind, Site, Subject};

/// The search page.
pub struct Search;

impl PageKind for Search {
    fn template(&self) -> &'static str {
        "search"
    }

    fn plan(&self, _: &Handbook, _: &Outline, _: &EditionChoice) -> Vec<(Subject, String)> {
        vec![(Subject::Search, "search.html".to_owned())]
    }

    fn page(&self, site: &Site, here: &Here) -> Option<Page> {
        let title = site.t("search-title");
        let roles = site.edition.audiences.iter().filter(|a| **a != Audience::Everyone);
        let view = SearchView {
            title: title.clone(),
            kinds: KINDS
                .iter()
                .map(|k| Facet { id: (*k).to_owned(), title: site.t(&format!("kind-{k}")) })
                .collect(),
            roles: roles
                .map(|a| Facet { id: a.word().to_owned(), title: super::capital(&site.readers(*a)) })
                .collect(),
            phases: site
                .book
                .phases
                .iter()
                .map(|p| Facet { id: p.id.to_string(), title: site.text(&p.name) })
                .collect(),
        };
        let mut chrome = site.chrome(here, &title, "");
        chrome.noindex = true;
        Some(Page::new(chrome, view))
    }
}
