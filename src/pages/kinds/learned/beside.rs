//! What must be known to read a verdict: few answers, what changed alongside, what was watched, what came later.
//!
//! Each is one sentence or none. Must not say why anything moved.

use super::came::{Pair, figure_label, sentence};
use super::change_name;
use crate::check::Cohort;
use crate::model::{Change, Finding, Id};
use crate::outcomes::Published;
use crate::outcomes::derive::{self, Compared, Difference, Span, Than, Watched};
use crate::outcomes::disclose::{FactKey, Form};
use crate::pages::{Site, Subject};

/// Few answers, counts in which "no" and "not recorded" stand together, and corrections that are held back: where, once
/// each.
pub fn cautions(site: &Site, figures: &[Compared], pair: Pair) -> Vec<String> {
    let judged = || figures.iter().filter_map(|one| Some((one, one.judged.as_ref().ok()?.get().than)));
    let unknown = |form: Option<Published<&Form>>| form.is_some_and(|form| derive::holds_unknown(form.get()));
    let few = [judged().any(|(one, _)| one.few_answered.0), judged().any(|(one, _)| one.few_answered.1)];
    // More of yes before could undo a rise, more of yes after a fall; the other way round they only add to it.
    let open = [
        judged().any(|(one, than)| than != Than::Lower && unknown(one.before)),
        judged().any(|(one, than)| than != Than::Higher && unknown(one.after)),
    ];
    let cohorts = [pair.before.cohort, pair.after.cohort];
    let line = |key: &str, is: [bool; 2]| {
        let names =
            cohorts.iter().zip(is).filter(|(_, is)| *is).map(|(cohort, _)| site.text(&cohort.file.name));
        let names: Vec<String> = names.collect();
        (!names.is_empty()).then(|| site.ta(key, &[("cohorts", &site.lang.list(&names))]))
    };
    let said = [line("learned-few-answered", few), line("learned-not-recorded", open)];
    said.into_iter().chain([held_back(site, figures, pair)]).flatten().collect()
}

/// That a judged figure was corrected since, and the correction is not shown.
fn held_back(site: &Site, figures: &[Compared], pair: Pair) -> Option<String> {
    let judged = || figures.iter().filter(|one| one.judged.is_ok());
    let is = [judged().any(|one| one.held_back.0), judged().any(|one| one.held_back.1)];
    let cohorts = [pair.before.cohort, pair.after.cohort].into_iter().zip(is);
    site.held_back(cohorts.filter(|(_, is)| *is).map(|(cohort, _)| cohort).collect())
}

/// The cohorts after the one that is judged, each against the same one before.
pub fn later(site: &Site, measure: &str, span: &Span) -> Vec<String> {
    let Some(before) = span.before else { return Vec::new() };
    let told = span.after.iter().skip(1).map(|after| {
        let figures = derive::before_after(site.book, measure, before, *after);
        let pair = Pair { before, after: *after };
        let all = differences(site, &figures, pair);
        let name = site.text(&after.cohort.file.name);
        if all.is_empty() {
            site.ta("learned-later-too-little", &[("cohort", &name)])
        } else {
            site.ta("learned-later", &[("figures", &all.join(" "))])
        }
    });
    told.collect()
}

fn differences(site: &Site, figures: &[Compared], pair: Pair) -> Vec<String> {
    let judged = figures.iter().filter_map(|one| Some((one.key, *one.judged.as_ref().ok()?)));
    let line = |(key, difference): (&FactKey, Published<Difference>)| {
        site.ta(
            "learned-with-label",
            &[("figure", &figure_label(site, key)), ("text", &sentence(site, difference, pair))],
        )
    };
    judged.map(line).chain(held_back(site, figures, pair)).collect()
}

/// The measure that should not get worse.
pub fn watched(site: &Site, measure: &str, pair: Pair) -> String {
    let figures = derive::before_after(site.book, measure, pair.before, pair.after);
    let worse = derive::opposite(derive::hoped_for(site.book, measure, None));
    let key = match derive::watched(&figures, worse) {
        Watched::Against => "learned-watched-against",
        Watched::NoSign => "learned-watched-no-sign",
        Watched::TooLittle => "learned-watched-too-little",
    };
    let mut said = vec![site.ta(key, &[("measure", &site.measure_name(measure))])];
    said.extend(differences(site, &figures, pair));
    said.join(" ")
}

/// Other changes that came between the two cohorts, and features of the design in which they differ.
pub fn alongside(site: &Site, change: &Change, pair: Pair) -> Vec<String> {
    let (from, to) = (pair.before.cohort.file.start, pair.after.cohort.file.start);
    let between = |other: &&Change| {
        let first = other.from_cohort.as_ref().and_then(|cohort| site.book.cohort(cohort.id.as_str()));
        let begun = first.map(|cohort| cohort.file.start);
        other.id != change.id && begun.is_some_and(|begun| from < begun && begun <= to)
    };
    let changes: Vec<String> =
        site.book.changes.iter().filter(between).map(|one| change_name(site, one)).collect();
    let features = differing(site, pair.before.cohort, pair.after.cohort);
    let line =
        |key: &str, what: &[String]| (!what.is_empty()).then(|| site.ta(key, &[("what", &what.join("; "))]));
    [line("learned-alongside", &changes), line("learned-features", &features)].into_iter().flatten().collect()
}

fn differing(site: &Site, before: &Cohort, after: &Cohort) -> Vec<String> {
    let value = |cohort: &Cohort, id: &Id| {
        cohort
            .file
            .features
            .0
            .iter()
            .find(|(feature, ..)| feature.id == *id)
            .map(|(_, value, _)| value.clone())
    };
    let differs = site.book.program.features.iter().filter(|f| value(before, &f.id) != value(after, &f.id));
    differs.map(|feature| site.text(&feature.name)).collect()
}

/// The cohort before was looked at because it stood out.
pub fn regression(site: &Site, change: &Change, pair: Pair) -> Option<String> {
    let id = &pair.before.cohort.id;
    let because = |finding: &&Finding| change.because.iter().any(|r| r.id == finding.id);
    let mut findings = site.book.findings.iter().filter(because);
    let chosen = findings.any(|finding| finding.cohorts.iter().any(|cohort| cohort.id == *id));
    let name = site.title(&Subject::Cohort(id.clone()));
    chosen.then(|| site.ta("learned-regression", &[("cohort", &name)]))
}
