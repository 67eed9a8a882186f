//! The program in one screen: purpose, the year as a score, a door for each role.

use crate::check::{EditionChoice, Handbook};
use crate::model::{Audience, CheckInKind};
use crate::pages::view::{Door, HomeView};
use crate::pages::{Here, Outline, Page, PageKind, Site, Subject};

/// The home page.
pub struct Home;

impl PageKind for Home {
    fn template(&self) -> &'static str {
        "home"
    }

    fn plan(&self, _: &Handbook, _: &Outline, _: &EditionChoice) -> Vec<(Subject, String)> {
        vec![(Subject::Home, "index.html".to_owned())]
    }

    fn page(&self, site: &Site, here: &Here) -> Option<Page> {
        let program = &site.book.program;
        let name = site.text(&program.name);
        let tagline = site.maybe(program.tagline.as_ref());
        let purpose = site.maybe(program.purpose.as_ref());
        let paragraphs = purpose.split("\n\n").map(str::trim).filter(|p| !p.is_empty());
        let view = HomeView {
            title: if tagline.is_empty() { name } else { tagline.clone() },
            lead_html: paragraphs.map(|p| ["<p>", &crate::markdown::escape(p), "</p>"].concat()).collect(),
            timeline: site.timeline(here),
            doors: doors(site, here),
            body_html: String::new(),
        };
        let first = purpose.split_inclusive(". ").next().unwrap_or_default().trim();
        Some(Page::new(site.chrome(here, "", if first.is_empty() { &tagline } else { first }), view))
    }
}

/// One door per role that the edition speaks to, and one for everybody else.
fn doors(site: &Site, here: &Here) -> Vec<Door> {
    let role = |role: &Audience| {
        let subject = Subject::Role(*role);
        let mut link = site.link(here, &subject);
        let midpoint = site.book.check_ins.iter().any(|c| c.kind == CheckInKind::Midpoint);
        if *role == Audience::Facilitator && midpoint {
            link.title = site.t("door-facilitator-link");
        }
        let word = site.term(role.word(), false);
        (!link.href.is_empty()).then(|| Door {
            title: super::role_home::capital(&word),
            text: site.t(&format!("door-{}", role.word())),
            link,
        })
    };
    let mut doors: Vec<Door> = super::role_home::ROLES.iter().filter_map(role).collect();
    let cohorts = site.link_as(here, &Subject::Cohorts, site.t("door-everyone-link"));
    if !cohorts.href.is_empty() {
        doors.push(Door {
            title: site.t("door-everyone-title"),
            text: site.t("door-everyone"),
            link: cohorts,
        });
    }
    doors
}
