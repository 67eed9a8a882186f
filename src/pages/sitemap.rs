//! Which addresses search engines are told of, and which files beside guides the pages use.

use std::collections::HashSet;

use chrono::NaiveDate;

use super::{Outline, Site, Subject};
use crate::check::Handbook;
use crate::parse::markdown::{LinkKind, linked_file};
use crate::source::Sources;

/// One page of the site map.
#[derive(Debug, Clone)]
pub struct SitemapEntry {
    /// Its absolute address.
    pub url: String,
    /// Its last change.
    pub changed: Option<NaiveDate>,
    /// The same page by language, itself included; empty for a site in one language.
    pub languages: Vec<(String, String)>,
}

/// All pages that a search engine may list; `base` ends in a slash.
pub fn sitemap(sites: &[Site], base: &str) -> Vec<SitemapEntry> {
    let mut entries = Vec::new();
    for site in sites {
        for slot in site.plan.slots.iter().filter(|slot| is_listed(&slot.subject)) {
            let address = if slot.address == "index.html" { "" } else { &slot.address };
            let url = |of: &Site| format!("{base}{}{address}", of.prefix());
            let languages = if sites.len() == 1 {
                Vec::new()
            } else {
                sites.iter().map(|s| (s.tag().to_owned(), url(s))).collect()
            };
            entries.push(SitemapEntry { url: url(site), changed: changed(site, &slot.subject), languages });
        }
    }
    entries
}

fn is_listed(subject: &Subject) -> bool {
    !matches!(subject, Subject::NotFound | Subject::Search | Subject::PrintAll | Subject::Alias(..))
}

fn changed(site: &Site, subject: &Subject) -> Option<NaiveDate> {
    let Subject::Guide(id) = subject else { return None };
    let guide = site.book.guide_in(id.as_str(), site.tag())?;
    site.book.changed.get(&guide.file).copied()
}

/// The files beside guides that a page of the edition shows or links to; the others stay where they are.
pub fn used_assets(book: &Handbook, sources: &Sources, outline: &Outline) -> HashSet<String> {
    let mut used = HashSet::new();
    let guides = book.guides.iter().filter(|g| outline.holds(g.id.as_str())).map(|g| (g.file, &g.doc));
    let stories = book.cohorts.iter().flat_map(|c| &c.summaries).map(|(_, file, doc)| (*file, doc));
    for (file, doc) in guides.chain(stories) {
        let Some(file) = sources.get(file) else { continue };
        let links = doc.links.iter().filter(|l| l.kind == LinkKind::Asset).map(|l| l.target);
        let images = doc.images.iter().filter(|i| i.kind == LinkKind::Asset).map(|i| i.target);
        let below = |path: String| path.strip_prefix("guides/").map(str::to_owned);
        used.extend(links.chain(images).filter_map(|to| below(linked_file(&file.path, doc.str(to))?)));
    }
    used
}
