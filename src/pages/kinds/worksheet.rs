//! Worksheets: made to be printed, or filled in on the screen.

use super::guide::plain;
use crate::check::{EditionChoice, Handbook};
use crate::model::{GuideKind, Role};
use crate::pages::view::WorksheetView;
use crate::pages::{Here, Outline, Page, PageKind, Site, Subject};

/// The worksheets.
pub struct Worksheets;

impl PageKind for Worksheets {
    fn template(&self) -> &'static str {
        "worksheet"
    }

    fn plan(&self, book: &Handbook, outline: &Outline, _: &EditionChoice) -> Vec<(Subject, String)> {
        plain(book, outline, |kind| kind == GuideKind::Worksheet)
    }

    fn page(&self, site: &Site, here: &Here) -> Option<Page> {
        let Subject::Guide(id) = here.subject() else { return None };
        let guide = site.book.guide_in(id.as_str(), site.tag())?;
        let check_in = guide.front.check_in.as_ref().and_then(|c| site.book.check_in(c.id.as_str()));
        let embeds = |role: &Role| {
            check_in.is_some_and(|c| site.plan.paper(&format!("{}/{}", c.id, role.word())) == Some(id))
        };
        let role = [Role::Mentor, Role::Mentee, Role::Both].into_iter().find(embeds);
        let seen_by = check_in.zip(role).and_then(|(c, role)| site.sheet(c, role)?.seen_by);
        let mut links = check_in.map(|c| site.sheet_links(here, c)).unwrap_or_default();
        links.retain(|l| site.href(here, here.subject()).as_deref() != Some(l.link.href.as_str()));
        let view = WorksheetView { article: site.article(here, guide), seen_by, links };
        Some(Page::new(site.guide_chrome(here, guide), view))
    }
}
