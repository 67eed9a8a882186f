//! The index of a section, and of the whole handbook.

use crate::check::{EditionChoice, Handbook};
use crate::model::Id;
use crate::pages::address::section_address;
use crate::pages::view::{Entry, EntryGroup, Link, SectionView};
use crate::pages::{Here, Outline, Page, PageKind, Section, Site, Subject};

/// The sections.
pub struct Sections;

impl PageKind for Sections {
    fn template(&self) -> &'static str {
        "section"
    }

    /// The top folder is the handbook; a section that is the page of a collection has no page of its own.
    fn plan(&self, book: &Handbook, outline: &Outline, edition: &EditionChoice) -> Vec<(Subject, String)> {
        let mut claimed: Vec<String> = Vec::new();
        for kind in
            [&super::phases::Phases as &dyn PageKind, &super::check_ins::CheckIns, &super::endings::Endings]
        {
            claimed.extend(kind.plan(book, outline, edition).into_iter().map(|(_, address)| address));
        }
        let mut pages = vec![(Subject::Handbook, section_address(""))];
        for section in outline.sections.iter().filter(|s| !s.id.as_str().is_empty()) {
            let address = section_address(section.id.as_str());
            if !claimed.contains(&address) {
                pages.push((Subject::Section(section.id.clone()), address));
            }
        }
        pages
    }

    fn page(&self, site: &Site, here: &Here) -> Option<Page> {
        match here.subject() {
            Subject::Section(id) => Some(section(site, here, site.outline.section(id.as_str())?)),
            _ => Some(handbook(site, here)),
        }
    }
}

fn section(site: &Site, here: &Here, section: &Section) -> Page {
    let id = section.id.as_str();
    let text = site.section_text(here, Some(id));
    let mut groups =
        vec![EntryGroup { heading: Link::default(), entries: site.section_entries(here, Some(id), &[]) }];
    groups.extend(site.outline.children(id).map(|child| group(site, here, child)));
    let view = SectionView {
        title: text.title.clone(),
        lead: text.lead.clone(),
        body_html: text.body_html,
        groups,
        sidebar: site.sidebar_of(here, section, None),
    };
    let mut above = site.ancestors(id);
    above.pop();
    let mut chrome = site.chrome_below(here, &text.title, &text.lead, &above, None);
    site.section_notices(Some(id), &mut chrome);
    Page::new(chrome, view)
}

/// The handbook's index lists the pages of each top section; past a few hundred pages, the sections alone.
fn handbook(site: &Site, here: &Here) -> Page {
    const LISTED: usize = 400;
    let text = site.section_text(here, Some(""));
    let title = if text.title.is_empty() { site.t("handbook") } else { text.title };
    let top = site.section_entries(here, Some(""), &[]);
    let mut groups =
        if top.is_empty() { Vec::new() } else { vec![EntryGroup { heading: Link::default(), entries: top }] };
    let sections = site.outline.children("");
    if site.outline.len() <= LISTED {
        groups.extend(sections.map(|s| group(site, here, s)));
    } else {
        let entries = sections.map(|s| section_entry(site, here, s)).collect();
        groups.push(EntryGroup { heading: Link::default(), entries });
    }
    let view = SectionView {
        title: title.clone(),
        lead: text.lead.clone(),
        body_html: text.body_html,
        groups,
        ..SectionView::default()
    };
    let mut chrome = site.chrome(here, &title, &text.lead);
    site.section_notices(Some(""), &mut chrome);
    Page::new(chrome, view)
}

fn group(site: &Site, here: &Here, section: &Section) -> EntryGroup {
    let id = section.id.as_str();
    let lang = site.title_lang(&Subject::Section(section.id.clone()));
    let heading = Link { lang, ..site.link_as(here, &site.section_subject(id), site.section_title(id)) };
    EntryGroup { heading, entries: site.section_entries(here, Some(id), &[]) }
}

fn section_entry(site: &Site, here: &Here, section: &Section) -> Entry {
    let id = section.id.as_str();
    Entry {
        title: site.section_title(id),
        href: site.href_or_empty(here, &site.section_subject(id)),
        text: site.section_text(here, None).lead,
        facts: vec![site.tn("pages-n", i64::try_from(section.guides.len()).unwrap_or(0))],
        ..Entry::default()
    }
}

/// Title, lead and text of a section's index.
#[derive(Debug, Default)]
pub struct SectionText {
    /// Its title.
    pub title: String,
    /// Its description.
    pub lead: String,
    /// Its text.
    pub body_html: String,
}

impl Site<'_> {
    /// What a section's index says.
    pub fn section_text(&self, here: &Here, section: Option<&str>) -> SectionText {
        let Some(id) = section else {
            return SectionText { title: self.title(here.subject()), ..SectionText::default() };
        };
        let index = self.outline.section(id).and_then(|s| s.index.as_ref());
        let Some(index) = index else {
            return SectionText { title: self.section_title(id), ..SectionText::default() };
        };
        let guide = self.book.guide_in(index.id.as_str(), self.tag()).unwrap_or(index);
        SectionText {
            title: guide.front.title.clone(),
            lead: guide.front.description.clone().unwrap_or_default(),
            body_html: self.body(here, guide),
        }
    }

    /// The pages of a section as a list, without those shown elsewhere on the page.
    pub fn section_entries(&self, here: &Here, section: Option<&str>, without: &[Id]) -> Vec<Entry> {
        let guides =
            section.and_then(|id| self.outline.section(id)).map(|s| s.guides.as_slice()).unwrap_or_default();
        guides.iter().filter(|g| !without.contains(&g.id)).map(|g| self.entry(here, g)).collect()
    }
}
