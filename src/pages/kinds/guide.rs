//! Guides and policies that are nobody else's page.

use std::collections::HashSet;

use crate::check::{EditionChoice, Guide, Handbook};
use crate::model::{GuideKind, Id, SessionKind};
use crate::pages::{Here, Outline, Page, PageKind, Site, Subject};

/// The guides.
pub struct Guides;

impl PageKind for Guides {
    fn template(&self) -> &'static str {
        "guide"
    }

    fn plan(&self, book: &Handbook, outline: &Outline, _: &EditionChoice) -> Vec<(Subject, String)> {
        plain(book, outline, |kind| matches!(kind, GuideKind::Guide | GuideKind::Policy))
    }

    fn page(&self, site: &Site, here: &Here) -> Option<Page> {
        let Subject::Guide(id) = here.subject() else { return None };
        let guide = site.book.guide_in(id.as_str(), site.tag())?;
        let article = site.article(here, guide);
        Some(Page::new(site.guide_chrome(here, guide), article))
    }
}

/// The guides of some kinds that are not the page of a phase, a check-in or the peer meetings.
pub fn plain(book: &Handbook, outline: &Outline, is: impl Fn(GuideKind) -> bool) -> Vec<(Subject, String)> {
    let taken = taken(book);
    let guides = outline.sections.iter().flat_map(|section| &section.guides);
    guides.filter(|g| is(g.front.kind) && !taken.contains(&g.id)).map(|g| slot(g)).collect()
}

/// A guide's page stands at its id.
pub fn slot(guide: &Guide) -> (Subject, String) {
    (Subject::Guide(guide.id.clone()), format!("{}.html", guide.id))
}

fn taken(book: &Handbook) -> HashSet<Id> {
    let phases = book.phases.iter().filter_map(|p| p.guide.as_ref());
    let check_ins = book.check_ins.iter().filter_map(|c| c.guide.as_ref());
    let meetings = peer_guide(book);
    phases.chain(check_ins).map(|g| g.id.clone()).chain(meetings).collect()
}

/// The guide that the calendar names for peer meetings.
pub fn peer_guide(book: &Handbook) -> Option<Id> {
    let rows = book.calendar.iter().filter(|row| row.kind == SessionKind::PeerMeeting);
    rows.filter_map(|row| row.guide.as_ref())
        .map(|g| g.id.clone())
        .find(|id| book.guide(id.as_str()).is_some())
}
