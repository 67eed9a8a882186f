//! What did not work and what changed, the rest of the story, and words of those who agreed to be quoted.

use super::Desk;
use crate::markdown::inline;
use crate::model::{Change, Consent, Population, Quote};
use crate::pages::Subject;
use crate::pages::kinds::{change_anchor, change_name, finding_anchor};
use crate::pages::view::{ChangeView, FindingView, Link, OutcomeView};

pub(super) fn fill(desk: &Desk, view: &mut OutcomeView) {
    let (site, book) = (desk.site, desk.site.book);
    let own = book.findings.iter().filter(|one| one.cohorts.iter().any(|c| c.id == desk.cohort.id));
    view.findings = own
        .map(|finding| FindingView {
            pattern: learned(desk, site.text(&finding.pattern), &finding_anchor(finding)),
            evidence_html: inline(&site.maybe(finding.evidence.as_ref()), site.tag()),
            changes: changes(desk, |change| change.because.iter().any(|because| because.id == finding.id)),
            no_change: site.maybe(finding.no_change_because.as_ref()),
        })
        .collect();
    view.changes =
        changes(desk, |change| change.from_cohort.as_ref().is_some_and(|cohort| cohort.id == desk.cohort.id));
    view.changes.iter_mut().for_each(|change| change.since.clear());
    if view.changes.len() > 1 {
        view.changes_note = site.t("outcome-changes-together");
    } else if let (true, Some(because)) = (view.findings.is_empty(), &desk.cohort.file.no_finding_because) {
        view.changes_note = site.ta("outcome-no-finding", &[("because", &site.text(because))]);
    }
    view.story_html = site.summary_rest(desk.here, desk.cohort);
    let live = desk.cohort.quotes.iter().filter(|quote| is_live(desk, quote));
    view.quotes = live.map(|quote| site.ta("outcome-quote", &[("text", &site.text(&quote.text))])).collect();
}

fn changes(desk: &Desk, which: impl Fn(&Change) -> bool) -> Vec<ChangeView> {
    let site = desk.site;
    let view = |change: &Change| {
        let from = change.from_cohort.as_ref();
        let since = from.map_or_else(String::new, |cohort| {
            site.ta("outcome-since", &[("cohort", &site.title(&Subject::Cohort(cohort.id.clone())))])
        });
        ChangeView { since, name: learned(desk, change_name(site, change), &change_anchor(change)) }
    };
    desk.site.book.changes.iter().filter(|change| which(change)).map(view).collect()
}

/// Where a finding or a change is told with its verdict.
fn learned(desk: &Desk, title: String, anchor: &str) -> Link {
    let page = desk.site.href(desk.here, &Subject::Learned);
    let href = page.map(|page| format!("{page}#{anchor}")).unwrap_or_default();
    Link { title, href, ..Link::default() }
}

/// Whether the words may stand in this edition today.
fn is_live(desk: &Desk, quote: &Quote) -> bool {
    let book = desk.site.book;
    let begun = quote.consent_on.is_some_and(|day| day <= book.today);
    let ended = quote.expires.is_some_and(|day| day < book.today);
    let here = quote.scope.iter().any(|edition| edition.id == desk.site.edition.name);
    let guardian = book.program.population != Population::Minor || quote.guardian_consent.is_some();
    quote.consent == Consent::Granted && begun && !ended && here && guardian
}
