//! One check-in: why, when, with whom, the sheets, the script.

use super::guide::slot;
use crate::check::{EditionChoice, Guide, Handbook};
use crate::model::{CheckIn, CheckInKind, HeldBy};
use crate::pages::view::{Article, CheckInView, Chrome, Link, Term};
use crate::pages::{Here, Outline, Page, PageKind, Site, Subject};

/// The check-ins.
pub struct CheckIns;

impl PageKind for CheckIns {
    fn template(&self) -> &'static str {
        "check_in"
    }

    /// A guide that is the page of several check-ins stands once; a phase's guide stays the phase's page.
    fn plan(&self, book: &Handbook, outline: &Outline, _: &EditionChoice) -> Vec<(Subject, String)> {
        let mut pages = Vec::new();
        let phase_guide =
            |guide: &Guide| book.phases.iter().any(|p| p.guide.as_ref().is_some_and(|g| g.id == guide.id));
        for check_in in &book.check_ins {
            let guide = check_in.guide.as_ref().and_then(|g| book.guide(g.id.as_str()));
            let page = match guide.filter(|g| outline.holds(g.id.as_str())) {
                Some(guide) if phase_guide(guide) => continue,
                Some(guide) => slot(guide),
                None => (Subject::CheckIn(check_in.id.clone()), format!("check-in/{}.html", check_in.id)),
            };
            if !pages.contains(&page) {
                pages.push(page);
            }
        }
        pages
    }

    fn page(&self, site: &Site, here: &Here) -> Option<Page> {
        let check_in = site.book.check_ins.iter().find(|c| is_page_of(c, here.subject()))?;
        let guide = check_in.guide.as_ref().and_then(|g| site.book.guide_in(g.id.as_str(), site.tag()));
        let (article, mut chrome) = match guide {
            Some(guide) if site.has_guide(&guide.id) => {
                (site.article(here, guide), site.guide_chrome(here, guide))
            }
            _ => bare(site, here, check_in),
        };
        chrome.ruler = site.check_in_ruler(check_in);
        let embedded = guide.is_some_and(|g| !g.doc.embeds.is_empty());
        let sheets = site.sheet_links(here, check_in);
        let questions = sheets.is_empty() && !embedded;
        let tools = tools(site, here, check_in);
        let view = CheckInView {
            article: Article { facts: site.check_in_facts(check_in), ..article },
            sheets_text: if sheets.is_empty() { String::new() } else { site.t("sheets-text") },
            sheets,
            questions: if questions { site.set(here, check_in, None).questions } else { Vec::new() },
            results: if guide.is_none() && check_in.kind == CheckInKind::Midpoint {
                results(site)
            } else {
                Vec::new()
            },
            tools_title: if tools.is_empty() {
                String::new()
            } else {
                site.t(if check_in.by == HeldBy::Facilitator { "tools-facilitators" } else { "tools" })
            },
            tools,
        };
        Some(Page::new(chrome, view))
    }
}

fn is_page_of(check_in: &CheckIn, subject: &Subject) -> bool {
    match subject {
        Subject::CheckIn(id) => check_in.id == *id,
        Subject::Guide(id) => check_in.guide.as_ref().is_some_and(|g| g.id == *id),
        _ => false,
    }
}

/// A check-in without a guide: its name and summary.
fn bare(site: &Site, here: &Here, check_in: &CheckIn) -> (Article, Chrome) {
    let title = site.check_in_name(check_in.id.as_str());
    let lead = site.maybe(check_in.summary.as_ref());
    let chrome = site.chrome_below(here, &title, &lead, &[Subject::CheckIns], None);
    (Article { title, lead, ..Article::default() }, chrome)
}

/// What may follow a midpoint, each as good as the others.
fn results(site: &Site) -> Vec<Term> {
    let result = |word: &str| Term {
        term: site.t(&format!("result-{word}")),
        text_html: site.t(&format!("result-{word}-text")),
    };
    ["continue", "adjust", "pause", "rematch", "end"].into_iter().map(result).collect()
}

/// The script and whatever else is written for this check-in.
fn tools(site: &Site, here: &Here, check_in: &CheckIn) -> Vec<Link> {
    let mut links = Vec::new();
    if let Some(script) = &check_in.script {
        let subject = Subject::Guide(script.id.clone());
        if let Some(href) = site.href(here, &subject) {
            let minutes = site.book.guide(script.id.as_str()).and_then(|g| g.front.minutes);
            let title = minutes.map_or_else(
                || site.t("run-sheet"),
                |m| site.ta("run-sheet-minutes", &[("time", &site.minutes(m))]),
            );
            links.push(Link { title, href });
        }
    }
    let related = site.outline.sections.iter().flat_map(|s| &s.guides).filter(|g| {
        g.front.check_in.as_ref().is_some_and(|c| c.id == check_in.id)
            && Some(&g.id) != check_in.guide.as_ref().map(|g| &g.id)
            && Some(&g.id) != check_in.script.as_ref().map(|s| &s.id)
    });
    links.extend(related.map(|g| site.link(here, &Subject::Guide(g.id.clone()))));
    links
}
