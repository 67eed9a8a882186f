//! Whom to write to or call; the safeguarding contact first.

use crate::check::{EditionChoice, Handbook};
use crate::pages::view::{ContactsView, Entry};
use crate::pages::{Here, Outline, Page, PageKind, Site, Subject};

/// The page of contacts.
pub struct Contacts;

impl PageKind for Contacts {
    fn template(&self) -> &'static str {
        "contacts"
    }

    fn plan(&self, book: &Handbook, _: &Outline, _: &EditionChoice) -> Vec<(Subject, String)> {
        if book.program.contacts.is_empty() {
            Vec::new()
        } else {
            vec![(Subject::Contacts, "contacts.html".to_owned())]
        }
    }

    fn page(&self, site: &Site, here: &Here) -> Option<Page> {
        let (title, lead) = (site.t("contacts-title"), site.t("contacts-lead"));
        let safety = crate::pages::chrome::safety_contact(site).map(|c| c.id.clone());
        let mut contacts: Vec<_> = site.book.program.contacts.iter().collect();
        contacts.sort_by_key(|c| Some(&c.id) != safety.as_ref());
        let view = ContactsView {
            emergency: site.book.program.emergency.clone().unwrap_or_default(),
            contacts: contacts.into_iter().map(|c| site.contact(c)).collect(),
            entries: policies(site, here),
            title: title.clone(),
            lead: lead.clone(),
        };
        Some(Page::new(site.chrome(here, &title, &lead), view))
    }
}

/// The policies that the edition holds.
fn policies(site: &Site, here: &Here) -> Vec<Entry> {
    let Some(p) = &site.book.program.policies else { return Vec::new() };
    let all = [&p.safeguarding, &p.privacy, &p.ending, &p.rematch].into_iter().flatten();
    let guides = all.filter(|r| site.has_guide(&r.id)).filter_map(|r| site.book.guide(r.id.as_str()));
    guides.map(|guide| site.entry(here, guide)).collect()
}
