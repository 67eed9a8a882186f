//! What all pages made from a guide share: text, contents, neighbours.

use std::sync::Arc;

use super::chrome::{OTHER_SECTIONS, is_other};
use super::view::{Article, Chrome, Entry, Heading, Link, Ruler, SideLink, Sidebar};
use super::{Here, Section, Site, Subject};
use crate::check::Guide;
use crate::lang::Style;
use crate::model::{Audience, CheckIn};

impl Site<'_> {
    /// A guide as an article.
    pub fn article(&self, here: &Here, guide: &Guide) -> Article {
        let side = self.drawn_side(here, guide);
        let sidebar = if side.is_none() { self.sidebar(here, guide) } else { Sidebar::default() };
        Article {
            title: guide.front.title.clone(),
            lead: guide.front.description.clone().unwrap_or_default(),
            facts: self.guide_facts(guide),
            tone: self.tone(self.guide_phase(guide).as_deref().unwrap_or_default()),
            body_html: self.body(here, guide),
            contents: self.contents(here, guide),
            sidebar,
            side_html: side.unwrap_or_default(),
            previous: self.neighbour(here, guide, -1),
            next: self.neighbour(here, guide, 1),
            edit: self.edit_link(guide),
            changed: self.book.changed.get(&guide.file).map(|day| self.dated(*day, Style::Medium)),
            source: self.source_line(guide),
        }
    }

    fn contents(&self, here: &Here, guide: &Guide) -> Vec<Heading> {
        let second = guide.doc.headings.iter().filter(|h| h.level == 2);
        let entry =
            |h| Heading { title: self.heading(here, guide, h), anchor: guide.doc.str(h.anchor).to_owned() };
        second.map(entry).collect()
    }

    /// The surroundings of a guide's page.
    pub fn guide_chrome(&self, here: &Here, guide: &Guide) -> Chrome {
        let description = guide.front.description.clone().unwrap_or_default();
        let above = self.ancestors(guide.section());
        let mut chrome =
            self.chrome_below(here, &guide.front.title, &description, &above, self.guide_ruler(guide));
        self.translation_notices(guide, &mut chrome);
        chrome
    }

    /// The phase of a guide: its own, or its check-in's.
    pub fn guide_phase(&self, guide: &Guide) -> Option<String> {
        if let Some(phase) = &guide.front.phase {
            return Some(phase.id.to_string());
        }
        let check_in = self.book.check_in(guide.front.check_in.as_ref()?.id.as_str())?;
        self.phase_at(self.check_in_weeks(check_in)?).map(|p| p.id.to_string())
    }

    fn guide_ruler(&self, guide: &Guide) -> Option<Ruler> {
        if let Some(check_in) = guide.front.check_in.as_ref().and_then(|c| self.book.check_in(c.id.as_str()))
        {
            return self.check_in_ruler(check_in);
        }
        let phase = self.book.phase(guide.front.phase.as_ref()?.id.as_str())?;
        self.ruler(phase.from_week, phase.to_week, &self.text(&phase.name).to_lowercase())
    }

    /// Where a check-in stands in the year.
    pub fn check_in_ruler(&self, check_in: &CheckIn) -> Option<Ruler> {
        let week = self.check_in_weeks(check_in)?;
        self.ruler(week, week, &self.check_in_name(check_in.id.as_str()).to_lowercase())
    }

    /// The sidebar of a guide: its siblings and the other sections.
    pub fn sidebar(&self, here: &Here, guide: &Guide) -> Sidebar {
        match self.outline.place(guide) {
            Some((section, at)) => self.sidebar_of(here, section, at),
            None => Sidebar::default(),
        }
    }

    /// The sidebar of a section, with one of its pages marked.
    pub fn sidebar_of(&self, here: &Here, section: &Section, at: Option<usize>) -> Sidebar {
        let sibling = |(i, guide): (usize, &Arc<Guide>)| SideLink {
            title: self.guide_title(guide.id.as_str()).unwrap_or_default(),
            href: self.href_or_empty(here, &Subject::Guide(guide.id.clone())),
            here: at == Some(i),
            lang: self.title_lang(&Subject::Guide(guide.id.clone())),
        };
        let top = section.id.as_str().split('/').next().unwrap_or_default();
        let mut others: Vec<Link> =
            self.outline.children(section.id.as_str()).map(|s| self.section_link(here, s)).collect();
        let rest: Vec<&Section> = self.outline.sections.iter().filter(|s| is_other(s, top)).collect();
        if rest.len() <= OTHER_SECTIONS && !section.id.as_str().is_empty() {
            others.extend(rest.iter().map(|s| self.section_link(here, s)));
        } else if !section.id.as_str().is_empty() {
            others.push(self.link_as(here, &Subject::Handbook, self.t("all-sections")));
        }
        Sidebar {
            section: self.section_link(here, section),
            siblings: section.guides.iter().enumerate().map(sibling).collect(),
            others,
        }
    }

    fn section_link(&self, here: &Here, section: &Section) -> Link {
        let id = section.id.as_str();
        let link = self.link_as(here, &self.section_subject(id), self.section_title(id));
        Link { lang: self.title_lang(&Subject::Section(section.id.clone())), ..link }
    }

    fn neighbour(&self, here: &Here, guide: &Guide, step: isize) -> Option<Link> {
        let (section, at) = self.outline.place(guide)?;
        let other = section.guides.get(at?.checked_add_signed(step)?)?;
        Some(self.link(here, &Subject::Guide(other.id.clone())))
    }

    fn edit_link(&self, guide: &Guide) -> String {
        let path = self.sources.get(guide.file).map(|f| f.shown.as_str()).unwrap_or_default();
        self.book
            .program
            .edit_url
            .as_ref()
            .map(|url| format!("{}/{path}", url.trim_end_matches('/')))
            .unwrap_or_default()
    }

    fn source_line(&self, guide: &Guide) -> String {
        match (&guide.front.source, &guide.front.license) {
            (Some(source), Some(license)) => {
                self.ta("source-license", &[("source", source), ("license", license)])
            }
            (Some(source), None) => self.ta("source", &[("source", source)]),
            (None, Some(license)) => self.ta("license", &[("license", license)]),
            (None, None) => String::new(),
        }
    }

    /// A guide as a line of a list.
    pub fn entry(&self, here: &Here, guide: &Guide) -> Entry {
        let guide = self.book.guide_in(guide.id.as_str(), self.tag()).map_or(guide, AsRef::as_ref);
        let audience = &guide.front.audience;
        let narrow = !audience.is_empty() && !audience.contains(&Audience::Everyone);
        let mut facts = Vec::new();
        if narrow {
            facts.push(capital(&self.ta("for-audience", &[("who", &self.audience(audience))])));
        }
        facts.extend(guide.front.minutes.map(|m| self.minutes(m)));
        Entry {
            title: guide.front.title.clone(),
            href: self.href_or_empty(here, &Subject::Guide(guide.id.clone())),
            text: guide.front.description.clone().unwrap_or_default(),
            facts,
            tone: self.tone(self.guide_phase(guide).as_deref().unwrap_or_default()),
            lang: self.foreign(guide),
        }
    }
}

use super::kinds::capital;
