//! Which page stands where, and how one page links to another.

use std::collections::HashMap;
use std::fmt::Write as _;

use super::{Outline, PAGES, PageKind};
use crate::check::{EditionChoice, Handbook};
use crate::model::{Audience, GuideKind, Id};

/// What a page is about. A phase or check-in whose page is a guide has that guide's address.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Subject {
    /// The program in one screen.
    Home,
    /// What a role does now.
    Role(Audience),
    /// All sections.
    Handbook,
    /// One section.
    Section(Id),
    /// A guide.
    Guide(Id),
    /// All phases.
    Phases,
    /// One phase.
    Phase(Id),
    /// All check-ins.
    CheckIns,
    /// One check-in.
    CheckIn(Id),
    /// The question bank.
    Questions,
    /// One question.
    Question(Id),
    /// Mentors meet mentors.
    PeerMeetings,
    /// Endings and rematching.
    Endings,
    /// All cohorts.
    Cohorts,
    /// One cohort.
    Cohort(Id),
    /// All cohorts side by side.
    Compare,
    /// Findings, decisions, and what came of them.
    Learned,
    /// One measure: definition, items, series.
    Measure(Id),
    /// The private pages of a private edition.
    Staff,
    /// One cohort's rows, in a private edition.
    StaffCohort(Id),
    /// Whom to write to or call.
    Contacts,
    /// The program's words.
    Glossary,
    /// Search.
    Search,
    /// The whole handbook in one document.
    PrintAll,
    /// For lost readers.
    NotFound,
    /// An earlier address: alias, and the guide that it leads to.
    Alias(String, Id),
}

/// A page that will be made.
#[derive(Clone)]
pub struct Slot {
    /// What it is about.
    pub subject: Subject,
    /// Its address below the language's root, with `/`, ending in `.html`.
    pub address: String,
    /// Which kind makes it.
    pub kind: &'static dyn PageKind,
}

impl std::fmt::Debug for Slot {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} ({})", self.address, self.kind.template())
    }
}

/// All pages of an edition, the same in every language.
#[derive(Debug, Default)]
pub struct Plan {
    /// The pages.
    pub slots: Vec<Slot>,
    addresses: HashMap<Subject, String>,
    papers: HashMap<String, Id>,
}

impl Plan {
    /// Asks every kind for its pages, then settles which guide is whose page.
    pub fn new(book: &Handbook, outline: &Outline, edition: &EditionChoice, search: bool) -> Self {
        let mut plan = Self::default();
        for kind in PAGES {
            for (subject, address) in kind.plan(book, outline, edition) {
                if subject == Subject::Search && !search {
                    continue;
                }
                plan.addresses.insert(subject.clone(), address.clone());
                plan.slots.push(Slot { subject, address, kind: *kind });
            }
        }
        plan.share(book, outline);
        plan.papers = papers(outline);
        plan
    }

    /// The guide that holds a sheet (`midpoint/mentor`) or the expectations.
    pub fn paper(&self, sheet: &str) -> Option<&Id> {
        self.papers.get(sheet)
    }

    /// Phases, check-ins and collections whose page is a guide or a section share its address.
    fn share(&mut self, book: &Handbook, outline: &Outline) {
        for phase in &book.phases {
            self.same(Subject::Phase(phase.id.clone()), phase.guide.as_ref().map(|g| &g.id));
        }
        for check_in in &book.check_ins {
            self.same(Subject::CheckIn(check_in.id.clone()), check_in.guide.as_ref().map(|g| &g.id));
        }
        self.same(Subject::PeerMeetings, super::kinds::peer_guide(book).as_ref());
        for section in &outline.sections {
            let address = section_address(section.id.as_str());
            self.addresses.insert(Subject::Section(section.id.clone()), address.clone());
            if section.index.is_some() {
                self.addresses.insert(Subject::Guide(section.id.clone()), address);
            }
        }
    }

    fn same(&mut self, subject: Subject, guide: Option<&Id>) {
        let guide = guide.and_then(|id| self.addresses.get(&Subject::Guide(id.clone())).cloned());
        if let Some(address) = guide {
            self.addresses.insert(subject, address);
        }
    }

    /// Where a subject's page stands, if the edition has one.
    pub fn address(&self, subject: &Subject) -> Option<&str> {
        self.addresses.get(subject).map(String::as_str)
    }
}

/// Which guide embeds which sheet; worksheets before guides that also show one.
fn papers(outline: &Outline) -> HashMap<String, Id> {
    let mut papers = HashMap::new();
    let guides = outline.sections.iter().flat_map(|section| &section.guides);
    let (sheets, others): (Vec<_>, Vec<_>) = guides.partition(|g| g.front.kind == GuideKind::Worksheet);
    for guide in sheets.into_iter().chain(others) {
        for embed in &guide.doc.embeds {
            let key = match guide.doc.str(embed.word) {
                "sheet" => guide.doc.str(embed.target),
                "expectations" => "expectations",
                _ => continue,
            };
            papers.entry(key.to_owned()).or_insert_with(|| guide.id.clone());
        }
    }
    papers
}

/// From one address to another, as a relative link.
pub fn relative(from: &str, to: &str) -> String {
    let mut from_parts: Vec<&str> = from.split('/').collect();
    from_parts.pop();
    let to_parts: Vec<&str> = to.split('/').collect();
    let folders = to_parts.len() - 1;
    let shared = from_parts.iter().zip(&to_parts[..folders]).take_while(|(a, b)| a == b).count();
    let mut href = "../".repeat(from_parts.len() - shared);
    href.push_str(&to_parts[shared..].join("/"));
    href
}

/// The name of a file as an address has it: what a path may hold and an address may not is written in percents.
pub fn encoded(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for c in path.chars() {
        match c {
            ' ' | '%' | '#' | '?' | '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}' => {
                let _ = write!(out, "%{:02X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out
}

/// From an address to its root: "", "../", ….
pub fn root_of(address: &str) -> String {
    "../".repeat(address.matches('/').count())
}

/// The address of a section's index.
pub fn section_address(id: &str) -> String {
    if id.is_empty() { "handbook.html".to_owned() } else { format!("{id}/index.html") }
}

#[cfg(test)]
mod tests {
    use super::relative;

    #[test]
    fn links_are_relative_to_the_page() {
        for (from, to, href) in [
            ("index.html", "safety.html", "safety.html"),
            ("phases/initial.html", "phases/working.html", "working.html"),
            ("phases/initial.html", "index.html", "../index.html"),
            ("a/b/c.html", "a/d.html", "../d.html"),
            ("mentor.html", "check-ins/midpoint.html", "check-ins/midpoint.html"),
        ] {
            assert_eq!(relative(from, to), href, "from {from} to {to}");
        }
    }
}
