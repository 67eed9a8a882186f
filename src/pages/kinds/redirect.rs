//! Earlier addresses lead to where a page stands now.

use crate::check::{EditionChoice, Handbook};
use crate::pages::view::RedirectView;
use crate::pages::{Here, Outline, Page, PageKind, Site, Subject};

/// The aliases.
pub struct Redirects;

impl PageKind for Redirects {
    fn template(&self) -> &'static str {
        "redirect"
    }

    fn plan(&self, _: &Handbook, outline: &Outline, _: &EditionChoice) -> Vec<(Subject, String)> {
        let guides = outline.sections.iter().flat_map(|s| s.guides.iter().chain(&s.index));
        let alias = |guide: &std::sync::Arc<crate::check::Guide>| {
            let of =
                |alias: &String| (Subject::Alias(alias.clone(), guide.id.clone()), format!("{alias}.html"));
            guide.front.aliases.iter().map(of).collect::<Vec<_>>()
        };
        guides.flat_map(alias).collect()
    }

    fn page(&self, site: &Site, here: &Here) -> Option<Page> {
        let Subject::Alias(_, to) = here.subject() else { return None };
        let subject = Subject::Guide(to.clone());
        let link = site.link(here, &subject);
        let mut chrome = site.chrome(here, &link.title, "");
        chrome.noindex = true;
        chrome.languages.clear();
        let base = site.book.program.base_url.as_deref().map(|b| b.trim_end_matches('/').to_owned());
        if let (Some(base), Some(address)) = (base, site.plan.address(&subject)) {
            chrome.canonical = format!("{base}/{}{address}", site.prefix());
        }
        Some(Page::new(chrome, RedirectView { to: link }))
    }
}
