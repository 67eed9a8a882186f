//! Scripts as run sheets: steps with a running clock, cues in the margin.

use super::guide::plain;
use crate::check::{EditionChoice, Handbook};
use crate::model::GuideKind;
use crate::pages::view::{Link, ScriptView};
use crate::pages::{Here, Outline, Page, PageKind, Site, Subject};

/// The scripts.
pub struct Scripts;

impl PageKind for Scripts {
    fn template(&self) -> &'static str {
        "script"
    }

    fn plan(&self, book: &Handbook, outline: &Outline, _: &EditionChoice) -> Vec<(Subject, String)> {
        plain(book, outline, |kind| kind == GuideKind::Script)
    }

    fn page(&self, site: &Site, here: &Here) -> Option<Page> {
        let Subject::Guide(id) = here.subject() else { return None };
        let guide = site.book.guide_in(id.as_str(), site.tag())?;
        let steps = site.steps(here, guide);
        let minutes = steps.iter().map(|s| s.minutes).sum();
        let mut article = site.article(here, guide);
        article.body_html = site.opening(here, guide);
        let view =
            ScriptView { end: clock(minutes), minutes, links: links(site, here, guide), steps, article };
        Some(Page::new(site.guide_chrome(here, guide), view))
    }
}

/// "1:05".
pub fn clock(minutes: u32) -> String {
    format!("{}:{:02}", minutes / 60, minutes % 60)
}

/// The check-in that the script is for, with its sheets.
fn links(site: &Site, here: &Here, guide: &crate::check::Guide) -> Vec<Link> {
    let check_in = guide.front.check_in.as_ref().and_then(|c| site.book.check_in(c.id.as_str()));
    let Some(check_in) = check_in else { return Vec::new() };
    let mut links = vec![site.link(here, &Subject::CheckIn(check_in.id.clone()))];
    links.extend(site.sheet_links(here, check_in).into_iter().map(|sheet| sheet.link));
    links
}
