//! For lost readers: where most of them want to go.

use crate::check::{EditionChoice, Handbook};
use crate::model::Audience;
use crate::pages::view::{Link, NotFoundView};
use crate::pages::{Here, Outline, Page, PageKind, Site, Subject};

/// The page of a host that finds no other.
pub struct NotFound;

impl PageKind for NotFound {
    fn template(&self) -> &'static str {
        "404"
    }

    fn plan(&self, _: &Handbook, _: &Outline, _: &EditionChoice) -> Vec<(Subject, String)> {
        vec![(Subject::NotFound, "404.html".to_owned())]
    }

    /// A host shows it at any depth, so its links are absolute, below the base address's path.
    fn page(&self, site: &Site, here: &Here) -> Option<Page> {
        let title = site.t("not-found-title");
        let subjects = [
            Subject::Home,
            Subject::Handbook,
            Subject::Role(Audience::Mentor),
            Subject::Role(Audience::Mentee),
            Subject::Contacts,
            Subject::Search,
        ];
        let link = |subject: &Subject| {
            let href = site.plan.address(subject)?.to_owned();
            Some(Link { title: site.title(subject), href, lang: site.title_lang(subject) })
        };
        let mut chrome = site.chrome(here, &title, "");
        let base = base_path(site);
        chrome.root = format!("{base}{}", site.prefix());
        chrome.assets = base;
        chrome.canonical = String::new();
        chrome.noindex = true;
        chrome.languages.clear();
        Some(Page::new(chrome, NotFoundView { links: subjects.iter().filter_map(link).collect() }))
    }
}

/// The path of the base address: `/` or `/handbook/`.
fn base_path(site: &Site) -> String {
    let base = site.book.program.base_url.as_deref().unwrap_or_default();
    let rest = base.split_once("://").map_or("", |(_, rest)| rest);
    let path = rest.split_once('/').map_or("", |(_, path)| path).trim_matches('/');
    if path.is_empty() { "/".to_owned() } else { format!("/{path}/") }
}
