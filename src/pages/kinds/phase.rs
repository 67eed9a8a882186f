//! One phase: its guide, the questions around it, the check-ins in it.

use super::guide::slot;
use crate::check::{EditionChoice, Handbook};
use crate::model::{Phase, Question, Ref, Role};
use crate::pages::view::{Article, Entry, PhaseView, QuestionCard};
use crate::pages::{Here, Outline, Page, PageKind, Site, Subject};

/// The phases.
pub struct Phases;

impl PageKind for Phases {
    fn template(&self) -> &'static str {
        "phase"
    }

    fn plan(&self, book: &Handbook, outline: &Outline, _: &EditionChoice) -> Vec<(Subject, String)> {
        let page = |phase: &Phase| match phase.guide.as_ref().and_then(|g| book.guide(g.id.as_str())) {
            Some(guide) if outline.holds(guide.id.as_str()) => slot(guide),
            _ => (Subject::Phase(phase.id.clone()), format!("phase/{}.html", phase.id)),
        };
        book.phases.iter().map(page).collect()
    }

    fn page(&self, site: &Site, here: &Here) -> Option<Page> {
        let phase = site.book.phases.iter().find(|p| is_page_of(p, here.subject()))?;
        let guide = phase.guide.as_ref().and_then(|g| site.book.guide_in(g.id.as_str(), site.tag()));
        let name = site.text(&phase.name);
        let (article, mut chrome) = match guide {
            Some(guide) => (site.article(here, guide), site.guide_chrome(here, guide)),
            None => bare(site, here, phase),
        };
        chrome.ruler = site.ruler(phase.from_week, phase.to_week, &name.to_lowercase());
        let view = PhaseView {
            article: Article { tone: site.tone(phase.id.as_str()), ..article },
            entry: Vec::new(),
            exit: cards(site, here, &phase.exit),
            redesign: cards(site, here, &phase.redesign),
            check_ins: check_ins(site, here, phase),
        };
        Some(Page::new(chrome, view))
    }
}

fn is_page_of(phase: &Phase, subject: &Subject) -> bool {
    match subject {
        Subject::Phase(id) => phase.id == *id,
        Subject::Guide(id) => phase.guide.as_ref().is_some_and(|g| g.id == *id),
        _ => false,
    }
}

/// A phase without a guide: its name, weeks and summary.
fn bare(site: &Site, here: &Here, phase: &Phase) -> (Article, crate::pages::view::Chrome) {
    let name = site.text(&phase.name);
    let lead = site.maybe(phase.summary.as_ref());
    let weeks = site.weeks_label(phase.from_week, phase.to_week);
    let facts = vec![crate::pages::view::Fact { strong: weeks, ..Default::default() }];
    let chrome = site.chrome_below(here, &name, &lead, &[Subject::Handbook, Subject::Phases], None);
    (Article { title: name, lead, facts, ..Article::default() }, chrome)
}

fn cards(site: &Site, here: &Here, questions: &[Ref<Question>]) -> Vec<QuestionCard> {
    questions.iter().filter_map(|q| site.card(here, q.id.as_str(), Role::Mentee)).collect()
}

fn check_ins(site: &Site, here: &Here, phase: &Phase) -> Vec<Entry> {
    let inside = site.book.check_ins.iter().filter(|c| {
        site.check_in_weeks(c).is_some_and(|week| (phase.from_week..=phase.to_week).contains(&week))
    });
    let mut entries: Vec<_> =
        inside.map(|c| (site.check_in_weeks(c), site.check_in_entry(here, c))).collect();
    entries.sort_by_key(|(week, _)| *week);
    entries.into_iter().map(|(_, entry)| entry).collect()
}
