//! Endings and rematching: the ways, none of them a failure, and whom to write to.

use crate::check::{EditionChoice, Handbook};
use crate::model::{CheckInKind, Id};
use crate::pages::address::section_address;
use crate::pages::view::{Door, EndingsView};
use crate::pages::{Here, Outline, Page, PageKind, Site, Subject};

/// The page of endings.
pub struct Endings;

impl PageKind for Endings {
    fn template(&self) -> &'static str {
        "endings"
    }

    fn plan(&self, book: &Handbook, outline: &Outline, _: &EditionChoice) -> Vec<(Subject, String)> {
        home_section(book, outline).map(|id| (Subject::Endings, section_address(&id))).into_iter().collect()
    }

    fn page(&self, site: &Site, here: &Here) -> Option<Page> {
        let section = home_section(site.book, site.outline)?;
        let text = site.section_text(here, Some(&section));
        let ways = ways(site, here);
        let safety = crate::pages::chrome::safety_contact(site).map(|c| &c.id);
        let contacts = site.book.program.contacts.iter().filter(|c| Some(&c.id) != safety).take(2);
        let view = EndingsView {
            title: text.title.clone(),
            lead: text.lead.clone(),
            body_html: text.body_html,
            entries: site
                .section_entries(here, Some(&section), &[])
                .into_iter()
                .filter(|entry| ways.iter().all(|way| way.link.href != entry.href))
                .collect(),
            ways,
            contacts: contacts.map(|c| site.contact(c)).collect(),
        };
        let mut chrome = site.chrome_below(here, &text.title, &text.lead, &[Subject::Handbook], None);
        site.section_notices(Some(&section), &mut chrome);
        Some(Page::new(chrome, view))
    }
}

/// The section that holds the ending policy.
fn home_section(book: &Handbook, outline: &Outline) -> Option<String> {
    let policy = book.program.policies.as_ref()?.ending.as_ref()?;
    let section = book.guide(policy.id.as_str())?.section().to_owned();
    (!section.is_empty() && outline.section(&section).is_some()).then_some(section)
}

/// The work is done; it is not working; one wants to stop.
fn ways(site: &Site, here: &Here) -> Vec<Door> {
    let policies = site.book.program.policies.as_ref();
    let done = site
        .book
        .check_ins
        .iter()
        .find(|c| c.kind == CheckInKind::Closure)
        .map(|c| Subject::CheckIn(c.id.clone()));
    let guide = |id: Option<&Id>| id.map(|id| Subject::Guide(id.clone()));
    let rematch = guide(policies.and_then(|p| p.rematch.as_ref()).map(|r| &r.id));
    let ending = guide(policies.and_then(|p| p.ending.as_ref()).map(|r| &r.id));
    let way = |(key, subject): (&str, Option<Subject>)| {
        let subject = subject?;
        site.href(here, &subject)?;
        let link = site.link(here, &subject);
        Some(Door { title: site.t(&format!("way-{key}")), text: site.t(&format!("way-{key}-text")), link })
    };
    [("done", done), ("rematch", rematch), ("stop", ending)].into_iter().filter_map(way).collect()
}
