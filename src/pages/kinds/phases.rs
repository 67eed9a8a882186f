//! All phases: the score, each phase in two sentences, the redesigns between them.

use crate::check::{EditionChoice, Handbook};
use crate::pages::address::section_address;
use crate::pages::view::{Entry, PhasesView};
use crate::pages::{Here, Outline, Page, PageKind, Site, Subject};

/// The index of phases.
pub struct Phases;

impl PageKind for Phases {
    fn template(&self) -> &'static str {
        "phases"
    }

    fn plan(&self, book: &Handbook, outline: &Outline, _: &EditionChoice) -> Vec<(Subject, String)> {
        if book.phases.is_empty() {
            return Vec::new();
        }
        let section = home_section(book, outline);
        vec![(Subject::Phases, section.map_or_else(|| "phases.html".to_owned(), |id| section_address(&id)))]
    }

    fn page(&self, site: &Site, here: &Here) -> Option<Page> {
        let section = home_section(site.book, site.outline);
        let text = site.section_text(here, section.as_deref());
        let phase = |phase: &crate::model::Phase| Entry {
            title: site.text(&phase.name),
            href: site.href_or_empty(here, &Subject::Phase(phase.id.clone())),
            text: site.maybe(phase.summary.as_ref()),
            facts: vec![site.weeks_label(phase.from_week, phase.to_week)],
            tone: site.tone(phase.id.as_str()),
            ..Entry::default()
        };
        let own: Vec<_> =
            site.book.phases.iter().filter_map(|p| p.guide.as_ref()).map(|g| g.id.clone()).collect();
        let view = PhasesView {
            title: text.title.clone(),
            lead: text.lead.clone(),
            body_html: text.body_html,
            timeline: site.timeline(here),
            phases: site.book.phases.iter().map(phase).collect(),
            entries: site.section_entries(here, section.as_deref(), &own),
        };
        let mut chrome = site.chrome_below(here, &text.title, &text.lead, &[Subject::Handbook], None);
        site.section_notices(section.as_deref(), &mut chrome);
        Some(Page::new(chrome, view))
    }
}

/// The section that holds the first phase's guide, if it is a section of its own.
fn home_section(book: &Handbook, outline: &Outline) -> Option<String> {
    let guide = book.phases.iter().find_map(|p| p.guide.as_ref())?;
    let section = book.guide(guide.id.as_str())?.section().to_owned();
    let all = book
        .phases
        .iter()
        .filter_map(|p| p.guide.as_ref())
        .all(|g| g.id.as_str().starts_with(&format!("{section}/")));
    (all && !section.is_empty() && outline.section(&section).is_some()).then_some(section)
}
