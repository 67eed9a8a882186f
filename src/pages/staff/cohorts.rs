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
        let (title, lead) = (site.t("private-cohorts"), site.t("private-lead"));
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
            let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
            let text =
                site.with("private-matches", &[("n", count(rows.matches.len())), ("open", count(open))]);
            StaffEntry { link, text }
        });
        let cohorts = cohorts.collect();
        Some(Page::new(
            site.private_chrome(here, &title, &[]),
            StaffCohortsView { title: title.clone(), lead, cohorts },
        ))
    }
}
