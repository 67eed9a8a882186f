//! What the search runs on: passages of guides, questions, check-ins, phases, cohorts, measures, findings,
//! changes and terms.

use rayon::prelude::*;

use super::kinds::{change_anchor, change_name, finding_anchor};
use super::view::SearchDoc;
use super::{Here, Site, Slot, Subject};
use crate::model::{Audience, GuideKind, Id};

/// The groups of results, in order.
pub const KINDS: [&str; 12] = [
    "guide",
    "script",
    "worksheet",
    "policy",
    "question",
    "check-in",
    "phase",
    "cohort",
    "measure",
    "finding",
    "change",
    "term",
];

/// A passage keeps this many characters: enough for the sentence around a word, small enough to load.
const PASSAGE: usize = 600;

/// All passages of a language, in the order of the pages.
pub fn documents(site: &Site) -> Vec<SearchDoc> {
    let of_slots = site.plan.slots.par_iter().map(|slot| {
        let mut docs = Vec::new();
        of(site, slot, &mut docs);
        docs
    });
    let mut docs: Vec<SearchDoc> = of_slots.collect::<Vec<_>>().into_iter().flatten().collect();
    for (i, doc) in docs.iter_mut().enumerate() {
        doc.id = u32::try_from(i).unwrap_or(u32::MAX);
    }
    docs
}

/// The passages of one page.
fn of(site: &Site, slot: &Slot, docs: &mut Vec<SearchDoc>) {
    let here = Here { slot };
    match &slot.subject {
        Subject::Guide(id) => guide(site, slot, id.as_str(), docs),
        Subject::Question(id) => question(site, slot, id.as_str(), docs),
        Subject::CheckIn(id) => {
            if let Some(check_in) = site.book.check_in(id.as_str()) {
                let entry = site.check_in_entry(&here, check_in);
                docs.push(SearchDoc {
                    title: entry.title,
                    text: entry.text,
                    ..named(site, slot, "check-in")
                });
            }
        }
        Subject::Cohort(id) => {
            if let Some(cohort) = site.book.cohort(id.as_str()) {
                let title = site.text(&cohort.file.name);
                let told = [site.cohort_dates(cohort), site.outcome_headline(cohort)];
                let told: Vec<String> = told.into_iter().filter(|text| !text.is_empty()).collect();
                docs.push(SearchDoc { title, text: told.join(". "), ..named(site, slot, "cohort") });
            }
        }
        Subject::Compare => {
            let names = site.book.cohorts.iter().rev().map(|cohort| site.text(&cohort.file.name));
            let text = std::iter::once(site.t("compare-lead")).chain(names).collect::<Vec<_>>().join(" ");
            let (title, text) = (site.t("compare-title"), passage(&text));
            docs.push(SearchDoc { title, text, ..named(site, slot, "cohort") });
        }
        Subject::Measure(id) => measure(site, slot, id, docs),
        Subject::Learned => learned(site, slot, docs),
        Subject::Phase(id) => {
            if let Some(phase) = site.book.phase(id.as_str()) {
                let text = site.maybe(phase.summary.as_ref());
                let title = site.text(&phase.name);
                docs.push(SearchDoc { title, text, phase: id.to_string(), ..named(site, slot, "phase") });
            }
        }
        _ => {}
    }
}

/// A passage of a page, without its words.
fn named(site: &Site, slot: &Slot, kind: &str) -> SearchDoc {
    SearchDoc {
        href: slot.address.clone(),
        kind: kind.to_owned(),
        group: site.t(&format!("kind-{kind}")),
        ..SearchDoc::default()
    }
}

fn guide(site: &Site, slot: &Slot, id: &str, docs: &mut Vec<SearchDoc>) {
    let Some(guide) = site.book.guide_in(id, site.tag()) else { return };
    let kind = match guide.front.kind {
        GuideKind::Guide => "guide",
        GuideKind::Script => "script",
        GuideKind::Worksheet => "worksheet",
        GuideKind::Policy => "policy",
    };
    let roles =
        guide.front.audience.iter().filter(|a| **a != Audience::Everyone).map(|a| a.word().to_owned());
    let base = SearchDoc {
        title: guide.front.title.clone(),
        roles: roles.collect(),
        phase: site.guide_phase(guide).unwrap_or_default(),
        ..named(site, slot, kind)
    };
    let description = guide.front.description.clone().unwrap_or_default();
    let here = Here { slot };
    let mut intro = description + " ";
    site.push_words(&here, guide, guide.doc.intro(), PASSAGE, &mut intro);
    docs.push(SearchDoc { text: passage(&intro), ..base.clone() });
    for heading in guide.doc.steps() {
        let mut text = String::new();
        site.push_words(&here, guide, guide.doc.below(heading), PASSAGE, &mut text);
        docs.push(SearchDoc {
            href: format!("{}#{}", base.href, guide.doc.str(heading.anchor)),
            heading: site.heading(&here, guide, heading),
            text: passage(&text),
            ..base.clone()
        });
    }
}

fn question(site: &Site, slot: &Slot, id: &str, docs: &mut Vec<SearchDoc>) {
    let Some(question) = site.book.question(id) else { return };
    let theme = question.theme.iter().map(|theme| site.theme_name(theme));
    let asked: Vec<String> = theme.chain(site.asked(id).into_iter().map(|a| a.title)).collect();
    let roles = match question.role {
        crate::model::Role::Both => Vec::new(),
        role => vec![role.word().to_owned()],
    };
    docs.push(SearchDoc {
        title: site.text(question.text.of(question.role)),
        text: asked.join(". "),
        roles,
        ..named(site, slot, "question")
    });
}

/// What a measure is about, and the questions that it is made of.
fn measure(site: &Site, slot: &Slot, id: &Id, docs: &mut Vec<SearchDoc>) {
    let Some(measure) = site.book.measures.iter().find(|measure| measure.id == *id) else { return };
    let asked = measure.roles.iter().flat_map(|role| {
        measure.items.iter().map(|item| site.question_text(item.question.id.as_str(), *role))
    });
    let mut texts = vec![format!("{}.", site.t(&format!("construct-{}", measure.construct.word())))];
    for text in asked {
        if !texts.contains(&text) {
            texts.push(text);
        }
    }
    docs.push(SearchDoc {
        title: site.measure_name(id.as_str()),
        text: passage(&texts.join(" ")),
        ..named(site, slot, "measure")
    });
}

/// Findings and changes, each where it stands on its page. Figures stay there, beside their ranges.
fn learned(site: &Site, slot: &Slot, docs: &mut Vec<SearchDoc>) {
    let at = |anchor: &str| format!("{}#{anchor}", slot.address);
    docs.extend(site.book.findings.iter().map(|finding| SearchDoc {
        href: at(&finding_anchor(finding)),
        title: site.text(&finding.pattern),
        text: passage(&site.maybe(finding.evidence.as_ref())),
        ..named(site, slot, "finding")
    }));
    docs.extend(site.book.changes.iter().map(|change| SearchDoc {
        href: at(&change_anchor(change)),
        title: change_name(site, change),
        text: passage(&site.text(&change.summary)),
        ..named(site, slot, "change")
    }));
}

/// One line, cut at a word.
fn passage(text: &str) -> String {
    let mut out = String::with_capacity(PASSAGE.min(text.len()) + 4);
    for word in text.split_whitespace() {
        if out.len() + word.len() > PASSAGE {
            out.push('…');
            break;
        }
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}
