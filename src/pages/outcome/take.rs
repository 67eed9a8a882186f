//! Take it with you: the files, and what the figures are made of.

use super::Desk;
use crate::markdown::{attribute, escape};
use crate::pages::Subject;
use crate::pages::view::{Link, OutcomeView, Term};

pub(super) fn fill(desk: &Desk, view: &mut OutcomeView) {
    let (site, cohort, release) = (desk.site, desk.cohort, desk.release.get());
    // One table serves all languages: it stands beside the pages of the first.
    let up = if site.prefix().is_empty() { "" } else { "../../cohort/" };
    let file = |ending: &str, title: &str, text: &str| {
        let mut html = "<a".to_owned();
        attribute("href", &format!("{up}{}{ending}", cohort.id), &mut html);
        let term = format!("{html} download>{}</a>", escape(&site.t(title)));
        Term { term, text_html: escape(&site.t(text)) }
    };
    view.files = vec![
        file(".csv", "outcome-csv", "outcome-csv-text"),
        file(".datapackage.json", "outcome-package", "outcome-package-text"),
    ];
    let quarter = site.quarter(release.date);
    view.provenance = vec![
        site.ta("outcome-released", &[("quarter", &quarter), ("release", &release.id)]),
        site.with("outcome-policy", &[("k", release.k), ("group", release.group)]),
    ];
    if let Some(revision) = &cohort.file.handbook {
        view.provenance.push(site.ta("outcome-handbook", &[("revision", revision)]));
    }
    if let Some(day) = release.as_of {
        view.provenance.push(site.ta("outcome-data-as-of", &[("quarter", &site.quarter(day))]));
    }
    if !release.held_back.is_empty() {
        view.provenance.push(site.t("outcome-held-back"));
    }
    let privacy = site.book.program.policies.as_ref().and_then(|policies| policies.privacy.as_ref());
    let page = privacy.and_then(|guide| site.href(desk.here, &Subject::Guide(guide.id.clone())));
    view.protection = page.map_or_else(Link::default, |href| Link {
        title: site.t("outcome-protection"),
        href,
        ..Link::default()
    });
}
