//! What surrounds a page, and what is the same on all pages of a language.

use super::address::root_of;
use super::view::{Chrome, Globals, LanguageLink, Link, NavItem, Notice, Ruler, Safety};
use super::{Here, Section, Site, Subject};
use crate::check::Guide;
use crate::model::Contact;

/// Strict: own files only, nothing inline, nothing framed.
pub const CSP: &str =
    "default-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; object-src 'none'";

impl Site<'_> {
    /// The surroundings of a page: template, title, one sentence.
    pub fn chrome(&self, here: &Here, title: &str, description: &str) -> Chrome {
        let address = here.address();
        let root = root_of(address);
        let prefix = self.prefix();
        let assets = if prefix.is_empty() { root.clone() } else { format!("{root}../") };
        Chrome {
            kind: here.slot.kind.template().to_owned(),
            title: title.to_owned(),
            description: description.to_owned(),
            root,
            assets,
            section: self.nav_key(here.subject()).to_owned(),
            canonical: self.canonical(&prefix, address),
            languages: self.language_links(here),
            noindex: self.edition.private,
            ..Chrome::default()
        }
    }

    /// The same with the way to the page and where it stands in the year.
    pub fn chrome_below(
        &self,
        here: &Here,
        title: &str,
        description: &str,
        above: &[Subject],
        ruler: Option<Ruler>,
    ) -> Chrome {
        let breadcrumbs = above.iter().map(|subject| self.link(here, subject)).collect();
        Chrome { breadcrumbs, ruler, ..self.chrome(here, title, description) }
    }

    /// "" for the default language, `es/` for others.
    pub fn prefix(&self) -> String {
        if self.tag() == self.first() { String::new() } else { format!("{}/", self.tag()) }
    }

    fn canonical(&self, prefix: &str, address: &str) -> String {
        let Some(base) = &self.book.program.base_url else { return String::new() };
        let address = if address == "index.html" { "" } else { address };
        format!("{}/{prefix}{address}", base.trim_end_matches('/'))
    }

    fn language_links(&self, here: &Here) -> Vec<LanguageLink> {
        let up = if self.tag() == self.first() { "" } else { "../" };
        let root = root_of(here.address());
        let others = self.languages.iter().filter(|l| l.tag != self.tag());
        others
            .map(|language| {
                let prefix =
                    if language.tag == self.first() { String::new() } else { format!("{}/", language.tag) };
                LanguageLink {
                    lang: language.tag.clone(),
                    name: language.name(),
                    href: format!("{root}{up}{prefix}{}", here.address()),
                    canonical: self.canonical(&prefix, here.address()),
                }
            })
            .collect()
    }

    /// The navigation entry that a page belongs to.
    fn nav_key(&self, subject: &Subject) -> &'static str {
        match subject {
            Subject::CheckIns | Subject::CheckIn(_) => "check-ins",
            Subject::Questions | Subject::Question(_) => "questions",
            Subject::Cohorts | Subject::Cohort(_) | Subject::Compare | Subject::Measure(_) => "cohorts",
            Subject::Learned => "learned",
            Subject::Staff | Subject::StaffCohort(_) => "private",
            Subject::Guide(id) | Subject::Section(id) => self.guide_nav_key(id.as_str()),
            Subject::Handbook
            | Subject::Phases
            | Subject::Phase(_)
            | Subject::Endings
            | Subject::PeerMeetings
            | Subject::Glossary => "handbook",
            _ => "",
        }
    }

    fn guide_nav_key(&self, id: &str) -> &'static str {
        let check_ins = self.plan.address(&Subject::CheckIns).and_then(|a| a.strip_suffix("index.html"));
        let address = self.plan.address(&Subject::Guide(crate::model::Id::new(id))).unwrap_or_default();
        let script = self.book.guide(id).is_some_and(|g| g.front.check_in.is_some());
        match check_ins {
            Some(folder) if script || (!folder.is_empty() && address.starts_with(folder)) => "check-ins",
            _ => "handbook",
        }
    }

    /// Notices above a guide: not translated, or the translation is behind.
    pub fn translation_notices(&self, guide: &Guide, chrome: &mut Chrome) {
        if self.tag() == self.first() {
            if guide.front.draft {
                chrome
                    .notices
                    .push(Notice { title: self.t("notice-draft"), text: self.t("notice-draft-text") });
            }
            return;
        }
        let Some(language) = &guide.language else {
            self.first().clone_into(&mut chrome.text_lang);
            chrome.notices.push(self.untranslated("notice-untranslated-text"));
            return;
        };
        let original = self
            .book
            .guide(guide.id.as_str())
            .and_then(|g| self.sources.get(g.file))
            .map(|f| format!("{:016x}", f.hash));
        if language == self.tag() && guide.front.translates.is_some() && guide.front.translates != original {
            chrome.notices.push(Notice { title: self.t("notice-stale"), text: self.t("notice-stale-text") });
        }
    }

    /// The notice that a text is not in the page's language; `text` is the string that says which.
    pub fn untranslated(&self, text: &str) -> Notice {
        Notice { title: self.t("notice-untranslated"), text: self.t(text) }
    }

    /// The same for a page that shows a section's index.
    pub fn section_notices(&self, section: Option<&str>, chrome: &mut Chrome) {
        let index = section.and_then(|id| self.outline.section(id)).and_then(|s| s.index.as_ref());
        if let Some(guide) = index.and_then(|index| self.book.guide_in(index.id.as_str(), self.tag())) {
            self.translation_notices(guide, chrome);
        }
    }

    /// The ancestors of a guide or section, the handbook first.
    pub fn ancestors(&self, section: &str) -> Vec<Subject> {
        let mut above = vec![Subject::Handbook];
        let mut path = String::new();
        for part in section.split('/').filter(|part| !part.is_empty()) {
            if !path.is_empty() {
                path.push('/');
            }
            path.push_str(part);
            above.push(self.section_subject(&path));
        }
        above
    }

    /// A section's page: the collections that own a section are its page.
    pub fn section_subject(&self, id: &str) -> Subject {
        let section = Subject::Section(crate::model::Id::new(id));
        let address = self.plan.address(&section);
        let same = |subject: &Subject| address.is_some() && self.plan.address(subject) == address;
        [Subject::Phases, Subject::CheckIns, Subject::Endings].into_iter().find(same).unwrap_or(section)
    }
}

/// What is the same on all pages of a language.
pub fn globals(site: &Site) -> Globals {
    let program = &site.book.program;
    let public = site.edition.name.as_str() == "public";
    Globals {
        name: site.text(&program.name),
        lang: site.tag().to_owned(),
        dir: site.lang.dir.to_owned(),
        csp: CSP.to_owned(),
        sheet: String::new(),
        theme_color_light: "#fbfbf8".to_owned(),
        theme_color_dark: "#14181a".to_owned(),
        edition: if public {
            String::new()
        } else {
            site.ta("edition-stamp", &[("name", site.edition.name.as_str())])
        },
        stamp: stamp(site),
        fictional: program.fictional,
        nav: nav(site),
        footer: footer(site),
        search: site.plan.address(&Subject::Search).unwrap_or_default().to_owned(),
        search_docs: format!("search-docs.{}.js", site.tag()),
        safety: safety(site),
        year: site.year(),
    }
}

/// The same for a page that stands by itself: dressed by its own sheet, under its own policy, with no site
/// around it.
pub fn globals_alone(site: &Site, sheet: &str, policy: &str) -> Globals {
    Globals {
        csp: policy.to_owned(),
        sheet: sheet.to_owned(),
        nav: Vec::new(),
        footer: Vec::new(),
        search: String::new(),
        ..globals(site)
    }
}

/// What every page of a private edition says first: that it is private, and of which day.
fn stamp(site: &Site) -> String {
    let today = site.lang.date(site.book.today, crate::lang::Style::Medium);
    if site.edition.private { site.ta("private-stamp", &[("date", &today)]) } else { String::new() }
}

fn nav(site: &Site) -> Vec<NavItem> {
    let entries = [
        ("handbook", Subject::Handbook),
        ("check-ins", Subject::CheckIns),
        ("questions", Subject::Questions),
        ("cohorts", Subject::Cohorts),
        ("learned", Subject::Learned),
        ("private", Subject::Staff),
    ];
    let item = |(key, subject): (&str, Subject)| {
        let href = site.plan.address(&subject)?.to_owned();
        Some(NavItem { key: key.to_owned(), title: site.t(&format!("nav-{key}")), href })
    };
    entries.into_iter().filter_map(item).collect()
}

fn footer(site: &Site) -> Vec<Link> {
    let safeguarding = site.book.program.policies.as_ref().and_then(|p| p.safeguarding.as_ref());
    let safety = safeguarding.map(|guide| Subject::Guide(guide.id.clone()));
    let subjects = safety.into_iter().chain([Subject::Contacts, Subject::Glossary, Subject::PrintAll]);
    let link = |subject: Subject| {
        let href = site.plan.address(&subject)?.to_owned();
        let key = match &subject {
            Subject::Contacts => "footer-contacts",
            Subject::Glossary => "footer-glossary",
            Subject::PrintAll => "footer-print",
            _ => return Some(Link { title: site.title(&subject), href, lang: site.title_lang(&subject) }),
        };
        Some(Link { title: site.t(key), href, ..Link::default() })
    };
    subjects.filter_map(link).collect()
}

/// The contact of the safety line: the one called safeguarding, safety or conduct.
pub fn safety_contact<'a>(site: &'a Site) -> Option<&'a Contact> {
    ["safeguarding", "safety", "conduct"].iter().find_map(|id| site.book.contact(id))
}

fn safety(site: &Site) -> Option<Safety> {
    let contact = safety_contact(site)?;
    let phone = contact.phone.clone().unwrap_or_default();
    let role = site.text(&contact.role);
    let mut letters = role.chars();
    let inside = letters.next().map_or_else(String::new, |c| c.to_lowercase().chain(letters).collect());
    Some(Safety {
        role: inside,
        tel: super::cards::tel(&phone),
        phone,
        email: contact.email.clone().unwrap_or_default(),
        hours: site.maybe(contact.hours.as_ref()),
        emergency: site.book.program.emergency.clone().unwrap_or_default(),
    })
}

/// The sidebar's neighbours: how many other sections it names at most.
pub const OTHER_SECTIONS: usize = 12;

/// Whether a section belongs into "other sections".
pub fn is_other(section: &Section, than: &str) -> bool {
    section.is_top() && section.id.as_str() != than
}
