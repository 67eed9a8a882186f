//! What every page kind works with: the handbook in one language, and where things stand.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::view::{Dated, Link, Tone};
use super::{Outline, Plan, Slot, Subject, relative};
use crate::check::{EditionChoice, Guide, Handbook, Index};
use crate::lang::{Arg, Language, Style};
use crate::model::{Audience, Id, Phase, Text};
use crate::outcomes::staff::{Figures, Staff};
use crate::outcomes::{Published, Release};
use crate::source::Sources;

/// The handbook in one language of one edition.
pub struct Site<'a> {
    /// The program.
    pub book: &'a Handbook,
    /// Where ids are declared.
    pub index: &'a Index,
    /// The files, for links to their source.
    pub sources: &'a Sources,
    /// Which edition.
    pub edition: &'a EditionChoice,
    /// Order of the guides.
    pub outline: &'a Outline,
    /// Addresses.
    pub plan: &'a Plan,
    /// Strings and dates.
    pub lang: &'a Language,
    /// All languages of the site, the default first.
    pub languages: &'a [std::sync::Arc<Language>],
    /// Words inside texts.
    pub words: &'a crate::markdown::Words,
    /// Sidebars of large sections.
    pub sides: super::Sides,
    /// What releases have published, by cohort; a pool of several stands under their ids joined by `+`.
    pub published: &'a BTreeMap<Id, Published<Release>>,
    /// What staff see of the rows, by cohort; empty in every edition that is not private.
    pub staff: &'a BTreeMap<Id, Staff<Figures>>,
    /// Draws embeds by the theme.
    pub draw: &'a (dyn Draw + Sync),
}

/// Draws what stands inside a text by the theme's template; a failure is kept, and drawn as nothing.
pub trait Draw {
    /// The HTML of `embeds/<name>.html` with its view.
    fn draw(&self, template: &str, view: &dyn erased_serde::Serialize) -> String;
}

/// The page that is being made.
#[derive(Debug, Clone, Copy)]
pub struct Here<'a> {
    /// Its subject and address.
    pub slot: &'a Slot,
}

impl<'a> Here<'a> {
    /// What it is about.
    pub fn subject(&self) -> &'a Subject {
        &self.slot.subject
    }

    /// Below the language's root.
    pub fn address(&self) -> &'a str {
        &self.slot.address
    }
}

impl Site<'_> {
    /// The language of the pages.
    pub fn tag(&self) -> &str {
        &self.lang.tag
    }

    /// The default language.
    pub fn first(&self) -> &str {
        self.book.first_language()
    }

    /// A text of the program in this language, its quotation marks and apostrophes set for print.
    pub fn text(&self, text: &Text) -> String {
        let straight = |text: &str| text.contains(['"', '\'']);
        let text = text.get(self.tag(), self.first());
        if straight(text) { crate::markdown::curl(text, self.tag()) } else { text.to_owned() }
    }

    /// The same for a text that may be missing.
    pub fn maybe(&self, text: Option<&Text>) -> String {
        text.map(|t| self.text(t)).unwrap_or_default()
    }

    /// A string of the theme.
    pub fn t(&self, key: &str) -> String {
        self.lang.t(key, &[])
    }

    /// A string of the theme with a number, under the name `n`.
    pub fn tn(&self, key: &str, n: i64) -> String {
        self.lang.t(key, &[("n", Arg::from(n))])
    }

    /// A string of the theme with texts.
    pub fn ta(&self, key: &str, args: &[(&str, &str)]) -> String {
        let args: Vec<(&str, Arg)> =
            args.iter().map(|(name, value)| (*name, Arg::from((*value).to_owned()))).collect();
        self.lang.t(key, &args)
    }

    /// A date as the language writes it.
    pub fn dated(&self, day: NaiveDate, style: Style) -> Dated {
        Dated { iso: day.to_string(), text: self.lang.date(day, style) }
    }

    /// The relative address of a subject, where the edition has its page.
    pub fn href(&self, here: &Here, subject: &Subject) -> Option<String> {
        self.plan.address(subject).map(|to| relative(here.address(), to))
    }

    /// A link with the given words; without a page, the words alone.
    pub fn link_as(&self, here: &Here, subject: &Subject, title: impl Into<String>) -> Link {
        Link { title: title.into(), href: self.href(here, subject).unwrap_or_default(), ..Link::default() }
    }

    /// A link with the page's own title.
    pub fn link(&self, here: &Here, subject: &Subject) -> Link {
        Link { lang: self.title_lang(subject), ..self.link_as(here, subject, self.title(subject)) }
    }

    /// "Your year as a mentor"; a program of another length, or with its own word, is told in those.
    fn role_title(&self, role: Audience) -> String {
        let program = &self.book.program;
        let of_match = matches!(role, Audience::Mentor | Audience::Mentee);
        let year = (36..=56).contains(&program.weeks);
        if !of_match || (year && program.terms.get(role.word(), self.tag()).is_none()) {
            return self.t(&format!("role-home-{}", role.word()));
        }
        let key = if year { "role-home-year" } else { "role-home-weeks" };
        self.ta(key, &[("role", &self.term(role.word(), false)), ("weeks", &program.weeks.to_string())])
    }

    /// The language of a page's title, where it is not this one: titles of guides that nobody has translated.
    pub fn title_lang(&self, subject: &Subject) -> String {
        let guide = match subject {
            Subject::Guide(id) | Subject::Section(id) | Subject::Alias(_, id) => Some(id.as_str()),
            Subject::Handbook => Some(""),
            Subject::CheckIn(id) => {
                let unnamed = self.book.check_in(id.as_str()).filter(|c| c.name.is_none());
                unnamed.and_then(|c| c.guide.as_ref()).map(|g| g.id.as_str())
            }
            _ => None,
        };
        let guide = guide.and_then(|id| self.book.guide_in(id, self.tag()));
        guide.map_or_else(String::new, |guide| self.foreign(guide))
    }

    /// The language of a guide's text, where it is not this one.
    pub fn foreign(&self, guide: &Guide) -> String {
        let own = guide.language.as_deref().unwrap_or(self.first());
        if own == self.tag() { String::new() } else { own.to_owned() }
    }

    /// What a page is called.
    pub fn title(&self, subject: &Subject) -> String {
        match subject {
            Subject::Home => self.text(&self.book.program.name),
            Subject::Role(role) => self.role_title(*role),
            Subject::Handbook => self.guide_title("").unwrap_or_else(|| self.t("handbook")),
            Subject::Section(id) => self.section_title(id.as_str()),
            Subject::Guide(id) => self.guide_title(id.as_str()).unwrap_or_else(|| id.to_string()),
            Subject::Phases => self.t("phases-title"),
            Subject::Phase(id) => self.phase_name(id.as_str()),
            Subject::CheckIns => self.t("check-ins-title"),
            Subject::CheckIn(id) => self.check_in_name(id.as_str()),
            Subject::Questions => self.t("questions-title"),
            Subject::Question(id) => self.question_text(id.as_str(), crate::model::Role::Mentee),
            Subject::PeerMeetings => self.t("peer-meetings-title"),
            Subject::Endings => self.t("endings-title"),
            Subject::Cohorts => self.t("cohorts-title"),
            Subject::Staff => self.t("private-cohorts"),
            Subject::Cohort(id) | Subject::StaffCohort(id) => {
                self.book.cohort(id.as_str()).map_or_else(|| id.to_string(), |c| self.text(&c.file.name))
            }
            Subject::Compare => self.t("compare-title"),
            Subject::Learned => self.t("learned-title"),
            Subject::Measure(id) => self.measure_name(id.as_str()),
            Subject::Contacts => self.t("contacts-title"),
            Subject::Glossary => self.t("glossary-title"),
            Subject::Search => self.t("search-title"),
            Subject::PrintAll => self.t("print-all-title"),
            Subject::NotFound => self.t("not-found-title"),
            Subject::Alias(_, to) => self.title(&Subject::Guide(to.clone())),
        }
    }

    /// A guide's title in this language.
    pub fn guide_title(&self, id: &str) -> Option<String> {
        self.book.guide_in(id, self.tag()).map(|guide| guide.front.title.clone())
    }

    /// A section's title in this language.
    pub fn section_title(&self, id: &str) -> String {
        self.guide_title(id)
            .or_else(|| self.outline.section(id).map(super::Section::title))
            .unwrap_or_default()
    }

    /// A phase's name.
    pub fn phase_name(&self, id: &str) -> String {
        self.book.phase(id).map_or_else(|| id.to_owned(), |phase| self.text(&phase.name))
    }

    /// A check-in's name: its own, or its guide's title.
    pub fn check_in_name(&self, id: &str) -> String {
        let Some(check_in) = self.book.check_in(id) else { return id.to_owned() };
        match (&check_in.name, &check_in.guide) {
            (Some(name), _) => self.text(name),
            (None, Some(guide)) => self.guide_title(guide.id.as_str()).unwrap_or_else(|| id.to_owned()),
            (None, None) => self.t(&format!("check-in-{}", check_in.kind.word())),
        }
    }

    /// A question worded for a role.
    pub fn question_text(&self, id: &str, role: crate::model::Role) -> String {
        self.book.question(id).map_or_else(|| id.to_owned(), |q| self.text(q.text.of(role)))
    }

    /// The program's word for a term, for one or for several.
    pub fn term(&self, id: &str, several: bool) -> String {
        match self.book.program.terms.get(id, self.tag()) {
            Some(term) => if several { &term.other } else { &term.one }.clone(),
            None => self.lang.t(&format!("term-{id}"), &[("n", Arg::from(if several { 2 } else { 1 }))]),
        }
    }

    /// The program's word for readers of a kind: "mentors".
    pub fn readers(&self, audience: Audience) -> String {
        match audience {
            Audience::Everyone => self.t("everyone"),
            role => self.term(role.word(), true),
        }
    }

    /// The colour of a phase: the first is `initial`, the last `transition`, all between `working`.
    pub fn tone(&self, phase: &str) -> Tone {
        let at = self.book.phases.iter().position(|p| p.id.as_str() == phase);
        match at {
            None => Tone::None,
            Some(0) => Tone::Initial,
            Some(i) if i + 1 == self.book.phases.len() => Tone::Transition,
            Some(_) => Tone::Working,
        }
    }

    /// The phase of a week.
    pub fn phase_at(&self, week: i32) -> Option<&Phase> {
        self.book.phases.iter().find(|p| (p.from_week..=p.to_week).contains(&week))
    }

    /// The guides of the edition that have a page, by id.
    pub fn has_guide(&self, id: &Id) -> bool {
        self.plan.address(&Subject::Guide(id.clone())).is_some()
    }
}
