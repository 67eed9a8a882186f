//! All cohorts, the latest first.

use crate::check::{Cohort, EditionChoice, Handbook};
use crate::pages::view::{CohortsView, Entry};
use crate::pages::{Here, Outline, Page, PageKind, Site, Subject};

/// The index of cohorts.
pub struct Cohorts;

impl PageKind for Cohorts {
    fn template(&self) -> &'static str {
        "cohorts"
    }

    fn plan(&self, book: &Handbook, _: &Outline, _: &EditionChoice) -> Vec<(Subject, String)> {
        if book.cohorts.is_empty() { Vec::new() } else { vec![(Subject::Cohorts, "cohorts.html".to_owned())] }
    }

    fn page(&self, site: &Site, here: &Here) -> Option<Page> {
        let (title, lead) = (site.t("cohorts-title"), site.t("cohorts-lead"));
        let entry = |cohort: &Cohort| Entry {
            title: site.text(&cohort.file.name),
            href: site.href_or_empty(here, &Subject::Cohort(cohort.id.clone())),
            text: site.cohort_dates(cohort),
            facts: vec![super::capital(&site.t(&format!("status-{}", cohort.file.status.word())))],
            ..Entry::default()
        };
        let cohorts = site.book.cohorts.iter().rev().map(entry).collect();
        let chrome = site.chrome(here, &title, &lead);
        Some(Page::new(chrome, CohortsView { title, lead, cohorts }))
    }
}

impl Site<'_> {
    /// "2 March to 27 November 2026".
    pub fn cohort_dates(&self, cohort: &Cohort) -> String {
        match cohort.file.end {
            Some(end) => self.lang.date_range(cohort.file.start, end),
            None => self
                .ta("from-date", &[("date", &self.lang.date(cohort.file.start, crate::lang::Style::Medium))]),
        }
    }
}
