//! The words of the program, in its own terms.

use crate::check::{EditionChoice, Handbook};
use crate::markdown::escape;
use crate::pages::view::{GlossaryTerm, GlossaryView, Link, Term};
use crate::pages::{Here, Outline, Page, PageKind, Site, Subject};

/// The glossary.
pub struct Glossary;

/// The terms that participants meet, in no order; the page sorts them.
const TERMS: [&str; 13] = [
    "program",
    "cohort",
    "match",
    "mentor",
    "mentee",
    "coordinator",
    "facilitator",
    "phase",
    "check_in",
    "session",
    "closure",
    "rematch",
    "survey",
];

impl PageKind for Glossary {
    fn template(&self) -> &'static str {
        "glossary"
    }

    fn plan(&self, _: &Handbook, _: &Outline, _: &EditionChoice) -> Vec<(Subject, String)> {
        vec![(Subject::Glossary, "glossary.html".to_owned())]
    }

    fn page(&self, site: &Site, here: &Here) -> Option<Page> {
        let (title, lead) = (site.t("glossary-title"), site.t("glossary-lead"));
        let mut terms: Vec<GlossaryTerm> = TERMS.iter().map(|id| term(site, here, id)).collect();
        terms.sort_by_cached_key(|t| t.term.term.to_lowercase());
        let chrome = site.chrome_below(here, &title, &lead, &[Subject::Handbook], None);
        Some(Page::new(chrome, GlossaryView { title, lead, terms }))
    }
}

fn term(site: &Site, here: &Here, id: &str) -> GlossaryTerm {
    let (one, several) = (site.term(id, false), site.term(id, true));
    let own = site.book.program.terms.get(id, site.tag()).and_then(|t| t.meaning.clone());
    let meaning = own.unwrap_or_else(|| site.t(&format!("meaning-{id}")));
    GlossaryTerm {
        anchor: format!("term-{id}"),
        forms: if one == several { String::new() } else { site.ta("glossary-plural", &[("word", &several)]) },
        term: Term { term: super::capital(&one), text_html: escape(&meaning) },
        links: links(site, here, id),
    }
}

fn links(site: &Site, here: &Here, id: &str) -> Vec<Link> {
    let policies = site.book.program.policies.as_ref();
    let subject = match id {
        "cohort" => Some(Subject::Cohorts),
        "phase" => Some(Subject::Phases),
        "check_in" => Some(Subject::CheckIns),
        "closure" => Some(Subject::Endings),
        "rematch" => policies.and_then(|p| p.rematch.as_ref()).map(|r| Subject::Guide(r.id.clone())),
        "mentor" => Some(Subject::Role(crate::model::Audience::Mentor)),
        "mentee" => Some(Subject::Role(crate::model::Audience::Mentee)),
        "facilitator" => Some(Subject::Role(crate::model::Audience::Facilitator)),
        "coordinator" => Some(Subject::Contacts),
        _ => None,
    };
    subject.filter(|s| site.href(here, s).is_some()).map(|s| site.link(here, &s)).into_iter().collect()
}
