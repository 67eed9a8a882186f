//! All cohorts, in order of start.

use crate::check::{Cohort, EditionChoice, Handbook};
use crate::outcomes::Published;
use crate::pages::view::{CohortLine, CohortsView};
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
        let line = |cohort: &Cohort| {
            let began = site.began(&cohort.id);
            let pairs =
                |n: &str| site.ta("across-pairs-began", &[("n", n), ("matches", &site.term("match", true))]);
            CohortLine {
                link: site.link(here, &Subject::Cohort(cohort.id.clone())),
                dates: site.cohort_dates(cohort),
                status: super::capital(&site.t(&format!("status-{}", cohort.file.status.word()))),
                began: if began.is_empty() { began } else { pairs(&began) },
                completion: site.completed(&cohort.id),
            }
        };
        let compare = site.href(here, &Subject::Compare).map(|_| site.link(here, &Subject::Compare));
        let is_corrected = |cohort: &&Cohort| {
            let release = site.published.get(&cohort.id).map(Published::get);
            release.is_some_and(|release| release.held_back.iter().any(|population| population == "matches"))
        };
        let corrected = site.book.cohorts.iter().filter(is_corrected).collect();
        let view = CohortsView {
            cohorts: site.book.cohorts.iter().map(line).collect(),
            compare,
            note: site.held_back(corrected),
            title: title.clone(),
            lead: lead.clone(),
        };
        Some(Page::new(site.chrome(here, &title, &lead), view))
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
