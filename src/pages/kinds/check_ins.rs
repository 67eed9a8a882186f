//! The calendar of rhythms: every check-in, when, with whom, and its papers.

use crate::check::{EditionChoice, Handbook};
use crate::model::{CheckIn, CheckInKind};
use crate::pages::address::section_address;
use crate::pages::view::{CheckInRow, CheckInsView, Entry};
use crate::pages::{Here, Outline, Page, PageKind, Site, Subject};

/// The index of check-ins.
pub struct CheckIns;

impl PageKind for CheckIns {
    fn template(&self) -> &'static str {
        "check_ins"
    }

    fn plan(&self, book: &Handbook, outline: &Outline, _: &EditionChoice) -> Vec<(Subject, String)> {
        if book.check_ins.is_empty() {
            return Vec::new();
        }
        let section = home_section(book, outline);
        vec![(
            Subject::CheckIns,
            section.map_or_else(|| "check-ins.html".to_owned(), |id| section_address(&id)),
        )]
    }

    fn page(&self, site: &Site, here: &Here) -> Option<Page> {
        let section = home_section(site.book, site.outline);
        let text = site.section_text(here, section.as_deref());
        let title = if text.title.is_empty() { site.t("check-ins-title") } else { text.title };
        let all = site.check_ins_by_week();
        let mut own: Vec<_> = all.iter().filter_map(|c| c.guide.as_ref()).map(|g| g.id.clone()).collect();
        // Sheets and scripts stand beside their check-in already.
        own.extend(site.book.guides.iter().filter(|g| g.front.check_in.is_some()).map(|g| g.id.clone()));
        let view = CheckInsView {
            title: title.clone(),
            lead: text.lead.clone(),
            body_html: text.body_html,
            timeline: site.timeline(here),
            check_ins: all.into_iter().map(|c| row(site, here, c)).collect(),
            entries: site.section_entries(here, section.as_deref(), &own),
        };
        let mut chrome = site.chrome(here, &title, &text.lead);
        site.section_notices(section.as_deref(), &mut chrome);
        Some(Page::new(chrome, view))
    }
}

/// The section that holds the midpoint's guide; else the first check-in's.
fn home_section(book: &Handbook, outline: &Outline) -> Option<String> {
    let midpoint = book.check_ins.iter().find(|c| c.kind == CheckInKind::Midpoint && c.guide.is_some());
    let guide = midpoint.or_else(|| book.check_ins.iter().find(|c| c.guide.is_some()))?.guide.as_ref()?;
    let section = book.guide(guide.id.as_str())?.section().to_owned();
    (!section.is_empty() && outline.section(&section).is_some()).then_some(section)
}

fn row(site: &Site, here: &Here, check_in: &CheckIn) -> CheckInRow {
    let mut links: Vec<_> = site.sheet_links(here, check_in).into_iter().map(|sheet| sheet.link).collect();
    if let Some(script) = &check_in.script {
        let subject = Subject::Guide(script.id.clone());
        if site.href(here, &subject).is_some() {
            links.push(site.link_as(here, &subject, site.t("run-sheet")));
        }
    }
    CheckInRow { when: site.when_text(check_in), entry: site.check_in_entry(here, check_in), links }
}

impl Site<'_> {
    /// All check-ins in the order of the year; rhythms first.
    pub fn check_ins_by_week(&self) -> Vec<&CheckIn> {
        let mut all: Vec<&CheckIn> = self.book.check_ins.iter().collect();
        all.sort_by_key(|c| (self.check_in_weeks(c).unwrap_or(i32::MIN), c.id.clone()));
        all
    }

    /// A check-in as a line of a list.
    pub fn check_in_entry(&self, here: &Here, check_in: &CheckIn) -> Entry {
        let guide = check_in.guide.as_ref().and_then(|g| self.book.guide_in(g.id.as_str(), self.tag()));
        let described = guide.and_then(|g| g.front.description.clone()).unwrap_or_default();
        let summary = self.maybe(check_in.summary.as_ref());
        let mut facts = vec![self.held_by(check_in.by).replace('*', "")];
        facts.extend(check_in.minutes.map(|m| self.minutes(m)));
        let week = self.check_in_weeks(check_in);
        Entry {
            title: self.check_in_name(check_in.id.as_str()),
            href: self.href_or_empty(here, &Subject::CheckIn(check_in.id.clone())),
            text: if summary.is_empty() { described } else { summary },
            facts,
            tone: week.and_then(|w| self.phase_at(w)).map(|p| self.tone(p.id.as_str())).unwrap_or_default(),
            lang: self.title_lang(&Subject::CheckIn(check_in.id.clone())),
        }
    }
}
