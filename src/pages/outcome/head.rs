//! The first screen: what became of the matches, in a sentence that the figures choose.

use chrono::{Datelike, NaiveDate};

use super::Desk;
use crate::lang::Arg;
use crate::markdown::{attribute, escape};
use crate::outcomes::Published;
use crate::outcomes::derive::{self, Aim};
use crate::outcomes::disclose::{Count, Form};
use crate::pages::view::{OutcomeView, Term};
use crate::pages::{Site, Subject};

pub(super) fn fill(desk: &Desk, view: &mut OutcomeView) {
    let (site, cohort) = (desk.site, desk.cohort);
    let name = site.text(&cohort.file.name);
    let completion = desk.figure("matches", "completion");
    view.headline = completion.and_then(|figure| headline(site, figure)).unwrap_or_default();
    if view.headline.is_empty() {
        view.headline = name;
        view.cohort = site.cohort_dates(cohort);
    } else {
        view.aim = completion.and_then(|figure| aim(desk, figure)).unwrap_or_default();
        view.cohort = format!("{name}, {}", site.cohort_dates(cohort));
    }
    view.lead_html = site.summary_lead(desk.here, cohort);
    view.facts = facts(desk);
}

/// "29 of 38 pairs saw it through."
pub(super) fn headline(site: &Site, completion: Published<&Form>) -> Option<String> {
    let form = *completion.get();
    let (n, x) = form.headline()?;
    let unrecorded = !matches!(form, Form::Split { .. }) || form.unrecorded() > 0;
    let key = match x {
        Count::Exact(_) if unrecorded => "outcome-headline-known",
        Count::Exact(_) => "outcome-headline",
        Count::AtLeast(_) => "outcome-headline-or-more",
        Count::AtMost(_) => "outcome-headline-or-fewer",
    };
    let matches = site.term("match", true);
    Some(site.lang.t(key, &[("x", x.printed().into()), ("n", n.into()), ("matches", matches.into())]))
}

/// "We aim for three in four.": said of every result, reached or not.
fn aim(desk: &Desk, completion: Published<&Form>) -> Option<String> {
    let at_least = desk.criterion("completion")?.at_least?;
    let reached = derive::aim(completion, at_least)? == Aim::Reached;
    let key = if reached { "outcome-aim-reached" } else { "outcome-aim" };
    Some(desk.site.ta(key, &[("aim", &in_words(desk.site, at_least))]))
}

/// "three in four"; what is no plain fraction stays a percentage.
fn in_words(site: &Site, share: f64) -> String {
    let percent = share * 100.0;
    let key = format!("aim-{percent:.0}");
    let whole = (percent - percent.round()).abs() < 1e-9;
    if whole && site.lang.has(&key) {
        return site.t(&key);
    }
    site.lang.t("told-percent-of", &[("percent", Arg::from((percent * 10.0).round() / 10.0))])
}

fn facts(desk: &Desk) -> Vec<Term> {
    let site = desk.site;
    let mut facts = Vec::new();
    let mut fact = |term: String, text_html: String| facts.push(Term { term, text_html });
    if let Some(started) = desk.open("matches", "started") {
        fact(crate::pages::kinds::capital(&desk.matches()), site.whole(started.into()));
    }
    if let Some(hours) = desk.open("matches", "mentor-hours") {
        let about = site.ta("outcome-about", &[("n", &site.whole(hours.into()))]);
        fact(site.t("outcome-hours"), escape(&about));
    }
    if let Some(end) = desk.cohort.file.end {
        fact(site.t("outcome-closed"), escape(&site.quarter(end)));
    }
    if let Some(html) = whom_to_ask(desk) {
        fact(site.t("outcome-questions"), html);
    }
    facts
}

/// The coordinator, else the first contact that is not the one for safety.
fn whom_to_ask(desk: &Desk) -> Option<String> {
    let site = desk.site;
    let safety = crate::pages::chrome::safety_contact(site).map(|contact| &contact.id);
    let others = site.book.program.contacts.iter().find(|contact| Some(&contact.id) != safety);
    let contact = site.book.contact("coordinator").or(others)?;
    let role = escape(&site.text(&contact.role));
    let Some(page) = site.href(desk.here, &Subject::Contacts) else { return Some(role) };
    let mut html = "<a".to_owned();
    attribute("href", &format!("{page}#{}", contact.id), &mut html);
    Some(format!("{html}>{role}</a>"))
}

impl Site<'_> {
    /// "second quarter of 2025": published dates are no finer.
    pub fn quarter(&self, day: NaiveDate) -> String {
        let year = day.year().to_string();
        self.lang.t("outcome-quarter", &[("quarter", (day.month0() / 3 + 1).into()), ("year", year.into())])
    }
}
