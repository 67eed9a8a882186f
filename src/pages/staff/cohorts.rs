//! The cohorts whose rows this edition shows.

use crate::check::{EditionChoice, Handbook};
use crate::pages::view::{StaffCohortsView, StaffEntry};
use crate::pages::{Here, Outline, Page, PageKind, Site, Subject};

/// The index of the private pages.
pub struct Index;

impl PageKind for Index {
    fn template(&self) -> &'static str {
        "staff_cohorts"
    }

    fn plan(&self, _: &Handbook, _: &Outline, edition: &EditionChoice) -> Vec<(Subject, String)> {
        if edition.private { vec![(Subject::Staff, "private/index.html".to_owned())] } else { Vec::new() }
    }

    fn page(&self, site: &Site, here: &Here) -> Option<Page> {
        let title = site.t("private-cohorts");
        let lead = site.ta("private-lead", &[("match", &site.term("match", false))]);
        let cohorts = site.book.cohorts.iter().rev().map(|cohort| {
            let Some(rows) = site.rows_of(&cohort.id) else {
                let link = site.link_as(here, &Subject::Staff, site.text(&cohort.file.name));
                return StaffEntry {
                    link: crate::pages::view::Link { href: String::new(), ..link },
                    text: site.t("private-no-rows"),
                };
            };
            let link =
                site.link_as(here, &Subject::StaffCohort(cohort.id.clone()), site.text(&cohort.file.name));
            let open = rows.matches.iter().filter(|one| !one.open.is_empty()).count();
            let text = site.counted("private-matches", rows.matches.len(), &[("open", open.into())]);
            StaffEntry { link, text }
        });
        let cohorts = cohorts.collect();
        Some(Page::new(
            site.private_chrome(here, &title, &[]),
            StaffCohortsView { title: title.clone(), lead, cohorts },
        ))
    }
}
