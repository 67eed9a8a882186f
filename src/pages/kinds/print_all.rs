//! The whole handbook as one document, with contents.

use crate::check::{EditionChoice, Guide, Handbook};
use crate::model::GuideKind;
use crate::pages::view::{PrintAllView, PrintPage, PrintSection};
use crate::pages::{Here, Outline, Page, PageKind, Section, Site, Subject};

/// The printed handbook.
pub struct PrintAll;

/// A handbook of more guides is printed section by section: one document of it would weigh megabytes.
const MOST: usize = 300;

impl PageKind for PrintAll {
    fn template(&self) -> &'static str {
        "print_all"
    }

    fn plan(&self, _: &Handbook, outline: &Outline, _: &EditionChoice) -> Vec<(Subject, String)> {
        if outline.is_empty() || outline.len() > MOST {
            Vec::new()
        } else {
            vec![(Subject::PrintAll, "print.html".to_owned())]
        }
    }

    fn page(&self, site: &Site, here: &Here) -> Option<Page> {
        let name = site.text(&site.book.program.name);
        let changed = site.book.changed.values().max().copied();
        let stamp = changed
            .map(|day| site.ta("print-stamp", &[("date", &site.lang.date(day, crate::lang::Style::Medium))]));
        let sections = site.outline.sections.iter().map(|s| section(site, here, s));
        let view = PrintAllView {
            title: name,
            subtitle: site.maybe(site.book.program.tagline.as_ref()),
            stamp: stamp.unwrap_or_default(),
            sections: sections.filter(|s| !s.pages.is_empty()).collect(),
        };
        let title = site.t("print-all-title");
        let mut chrome = site.chrome(here, &title, "");
        chrome.noindex = true;
        Some(Page::new(chrome, view))
    }
}

fn section(site: &Site, here: &Here, section: &Section) -> PrintSection {
    let id = section.id.as_str();
    let title = if id.is_empty() { site.title(&Subject::Handbook) } else { site.section_title(id) };
    PrintSection {
        title,
        anchor: format!("section-{}", if id.is_empty() { "top".to_owned() } else { id.replace('/', "-") }),
        pages: section.guides.iter().map(|g| page(site, here, g)).collect(),
    }
}

fn page(site: &Site, here: &Here, guide: &Guide) -> PrintPage {
    let guide = site.book.guide_in(guide.id.as_str(), site.tag()).map_or(guide, AsRef::as_ref);
    let anchor = guide.id.as_str().replace('/', "-");
    let body_html = if guide.front.kind == GuideKind::Script {
        site.printed_script(here, guide, &anchor)
    } else {
        site.printed_body(here, guide, &anchor)
    };
    PrintPage {
        title: guide.front.title.clone(),
        lead: guide.front.description.clone().unwrap_or_default(),
        body_html,
        anchor,
        lang: site.foreign(guide),
    }
}
