//! What we learned: each finding, the decisions that it led to, and what came of them.
//!
//! A finding that nobody has answered, one that changes nothing, a change that no finding led to and a cohort
//! from which no finding follows have a place here too: the page shows what is not known as plainly as the rest.

mod beside;
mod came;

use crate::charts;
use crate::check::{Cohort, EditionChoice, Handbook};
use crate::lang::Style;
use crate::model::{Change, CohortFile, CohortStatus, Decision, Direction, Finding, Ref, Target};
use crate::pages::view::{CohortWithout, DecidedRow, Fact, FindingRow, LearnedView, Link, VerdictMeaning};
use crate::pages::{Here, Outline, Page, PageKind, Site, Subject};

/// The page.
pub struct Learned;

impl PageKind for Learned {
    fn template(&self) -> &'static str {
        "learned"
    }

    fn plan(&self, book: &Handbook, _: &Outline, _: &EditionChoice) -> Vec<(Subject, String)> {
        let said = |cohort: &Cohort| cohort.file.no_finding_because.is_some();
        let any = !book.findings.is_empty() || !book.changes.is_empty() || book.cohorts.iter().any(said);
        if any { vec![(Subject::Learned, "learned.html".to_owned())] } else { Vec::new() }
    }

    fn page(&self, site: &Site, here: &Here) -> Option<Page> {
        let (title, lead) = (site.t("learned-title"), site.t("learned-lead"));
        let view = LearnedView {
            facts: facts(site),
            rows: rows(site, here),
            without: without(site, here),
            verdicts: came::KINDS.iter().map(|kind| meaning(site, kind)).collect(),
            title: title.clone(),
            lead: lead.clone(),
        };
        Some(Page::new(site.chrome(here, &title, &lead), view))
    }
}

fn meaning(site: &Site, kind: &str) -> VerdictMeaning {
    VerdictMeaning {
        sign_html: charts::sign(kind),
        verdict: site.t(&format!("verdict-{kind}")),
        text: site.t(&format!("verdict-{kind}-text")),
    }
}

/// How much there is, and when somebody looks again.
fn facts(site: &Site) -> Vec<Fact> {
    let book = site.book;
    let kept = book.findings.iter().filter(|finding| finding.no_change_because.is_some()).count();
    let counts = [("findings", book.findings.len()), ("changes", book.changes.len()), ("kept", kept)];
    let mut facts = vec![site.audience_fact(&[])];
    for (what, n) in counts.into_iter().filter(|(_, n)| *n > 0) {
        let n = i64::try_from(n).unwrap_or(i64::MAX);
        facts.push(site.fact(&site.tn(&format!("learned-{what}-n"), n)));
    }
    let reviews = || book.changes.iter().filter_map(|change| change.review_by);
    let next = reviews().filter(|day| *day >= book.today).min();
    // With none to come, the last one is due.
    let (key, day) = match next {
        Some(day) => ("learned-next-review", Some(day)),
        None => ("learned-review-due", reviews().max()),
    };
    facts.extend(day.map(|day| site.fact(&site.ta(key, &[("date", &site.lang.date(day, Style::Month))]))));
    facts
}

fn rows(site: &Site, here: &Here) -> Vec<FindingRow> {
    let book = site.book;
    let mut rows: Vec<FindingRow> =
        book.findings.iter().map(|finding| finding_row(site, here, finding)).collect();
    let known = |change: &&Change| change.because.iter().any(|r| book.findings.iter().any(|f| f.id == r.id));
    let alone = book.changes.iter().filter(|change| !known(change));
    rows.extend(alone.map(|change| FindingRow {
        anchor: format!("without-{}", change.id),
        title: site.t("learned-without-finding"),
        decided: vec![change_row(site, change)],
        ..FindingRow::default()
    }));
    rows
}

fn finding_row(site: &Site, here: &Here, finding: &Finding) -> FindingRow {
    let because = |change: &&Change| change.because.iter().any(|r| r.id == finding.id);
    let mut decided: Vec<DecidedRow> = site
        .book
        .changes
        .iter()
        .filter(because)
        .map(|change| {
            // A change of several findings is told once, at the first of them.
            let first = site.book.findings.iter().find(|f| change.because.iter().any(|r| r.id == f.id));
            if first.is_some_and(|first| first.id == finding.id) {
                change_row(site, change)
            } else {
                told_above(site, change)
            }
        })
        .collect();
    if let Some(why) = &finding.no_change_because {
        let title = Link { title: site.t("learned-as-is"), ..Link::default() };
        decided.push(DecidedRow { title, why: site.text(why), ..DecidedRow::default() });
    }
    if decided.is_empty() {
        let title = Link { title: site.t("learned-not-decided"), ..Link::default() };
        decided.push(DecidedRow { title, text: site.t("learned-not-decided-text"), ..DecidedRow::default() });
    }
    FindingRow {
        anchor: anchor(finding),
        title: site.text(&finding.pattern),
        cohorts: finding.cohorts.iter().map(|r| cohort_link(site, here, r)).collect(),
        kind: site.t(&format!("learned-kind-{}", finding.kind.word())),
        evidence: site.maybe(finding.evidence.as_ref()),
        hypotheses: finding.hypotheses.iter().map(|text| site.text(text)).collect(),
        reviewed: finding
            .reviewed_by
            .as_ref()
            .map_or_else(String::new, |who| site.ta("learned-reviewed", &[("who", &site.text(who))])),
        decided,
    }
}

/// Where a finding stands on the page.
pub fn anchor(finding: &Finding) -> String {
    format!("finding-{}", finding.id)
}

/// Where a change stands on the page.
pub fn change_anchor(change: &Change) -> String {
    format!("change-{}", change.id)
}

/// What a change is called: its name, else the beginning of its summary.
pub fn change_name(site: &Site, change: &Change) -> String {
    if let Some(name) = &change.name {
        return site.text(name);
    }
    let summary = site.text(&change.summary);
    summary
        .split_inclusive(['.', ';', ':'])
        .next()
        .unwrap_or_default()
        .trim_end_matches(['.', ';', ':'])
        .to_owned()
}

fn cohort_link(site: &Site, here: &Here, to: &Ref<CohortFile>) -> Link {
    site.link(here, &Subject::Cohort(to.id.clone()))
}

fn told_above(site: &Site, change: &Change) -> DecidedRow {
    let href = format!("#{}", change_anchor(change));
    let title = Link { title: change_name(site, change), href, ..Link::default() };
    DecidedRow { title, text: site.t("learned-told-above"), ..DecidedRow::default() }
}

fn change_row(site: &Site, change: &Change) -> DecidedRow {
    let mut facts = vec![site.ta(
        "learned-decision",
        &[
            ("level", &site.t(&format!("learned-level-{}", change.level.word()))),
            ("decision", &site.t(&format!("learned-decision-{}", change.decision.word()))),
        ],
    )];
    match &change.from_cohort {
        Some(from) => {
            let name = site.title(&Subject::Cohort(from.id.clone()));
            facts.push(site.ta("learned-from", &[("cohort", &name)]));
        }
        None if change.decision != Decision::Keep => facts.push(site.t("learned-not-begun")),
        None => {}
    }
    if let Some(day) = change.decided_on {
        facts.push(site.ta("learned-decided-on", &[("date", &site.lang.date(day, Style::Month))]));
    }
    // To keep what there is moves nothing, so without a target there is nothing to judge.
    let judged = change.decision != Decision::Keep || change.target.is_some();
    DecidedRow {
        anchor: change_anchor(change),
        title: Link { title: change_name(site, change), ..Link::default() },
        facts: facts.join(" "),
        text: site.text(&change.summary),
        aims: aims(site, change),
        came: judged.then(|| came::came(site, change)),
        ..DecidedRow::default()
    }
}

/// What a change was meant to move, what is watched, and when somebody looks again.
fn aims(site: &Site, change: &Change) -> Vec<String> {
    let target = change.target.iter().map(|target| aim(site, target));
    let watch = change
        .watch
        .iter()
        .map(|watch| site.ta("learned-watch", &[("measure", &site.measure_name(watch.measure.id.as_str()))]));
    let review = change.review_by.iter().map(|day| {
        let key = if *day < site.book.today { "learned-review-was" } else { "learned-review" };
        site.ta(key, &[("date", &site.lang.date(*day, Style::Medium))])
    });
    target.chain(watch).chain(review).collect()
}

fn aim(site: &Site, target: &Target) -> String {
    let measure = site.measure_name(target.measure.id.as_str());
    let key = match target.direction {
        None => "learned-target-better",
        Some(Direction::Up | Direction::Higher) => "learned-target-up",
        Some(Direction::Down | Direction::Lower) => "learned-target-down",
    };
    site.ta(key, &[("measure", &measure)])
}

/// Closed cohorts that no finding names: why, or that nobody has said.
fn without(site: &Site, here: &Here) -> Vec<CohortWithout> {
    let book = site.book;
    let named = |cohort: &Cohort| book.findings.iter().any(|f| f.cohorts.iter().any(|r| r.id == cohort.id));
    let closed = book.cohorts.iter().filter(|cohort| cohort.file.status == CohortStatus::Closed);
    let row = |cohort: &Cohort| CohortWithout {
        cohort: site.link(here, &Subject::Cohort(cohort.id.clone())),
        text: match &cohort.file.no_finding_because {
            Some(why) => site.text(why),
            None => site.t("learned-nobody-said"),
        },
    };
    closed.filter(|cohort| !named(cohort)).map(row).collect()
}
