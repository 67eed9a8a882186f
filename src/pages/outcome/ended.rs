//! How it ended: the groups as one bar where they are printed, and what is told of several cohorts together.

use super::learned::{Asked, of_all_asked, too_few};
use super::row::figures;
use super::{Desk, Seen};
use crate::charts::{self, Name};
use crate::model::Id;
use crate::outcomes::derive;
use crate::outcomes::disclose::{Form, Kind, Part};
use crate::pages::Subject;
use crate::pages::view::{Ended, EndedPart, Link, OutcomeView, Pool};

pub(super) fn fill(desk: &Desk, view: &mut OutcomeView) {
    view.ended = bar(desk).or_else(|| instead(desk)).unwrap_or_default();
    pool(desk, view);
}

/// The groups as one bar.
fn bar(desk: &Desk) -> Option<Ended> {
    let site = desk.site;
    let figure = derive::ended(desk.release)?;
    let figure = figure.as_ref();
    let Form::Split { n, cells } = *figure.get() else { return None };
    let there = || cells.iter().filter(|cell| cell.count > 0);
    let told = |cell: &Part| format!("{} {}", cell.count, site.cell_name(&cell.name));
    let title = site.t("outcome-ended");
    let description = there().map(told).collect::<Vec<_>>().join(", ");
    let bar = charts::parts(figure, Name { title: &title, description: &description })?;
    let looks = cells.iter().zip(charts::swatches(figure)).filter(|(cell, _)| cell.count > 0);
    let parts = looks.map(|(cell, swatch_html)| EndedPart {
        swatch_html,
        count: cell.count,
        name: site.cell_name(&cell.name),
    });
    let sum = |kind| cells.iter().filter(|cell| cell.kind == kind).map(|cell| cell.count).sum::<u32>();
    let mut notes = vec![site.with("outcome-ended-success", &[("x", sum(Kind::Lead)), ("n", *n)])];
    if sum(Kind::Unrecorded) > 0 {
        notes.push(site.with("outcome-ended-unknown", &[("x", sum(Kind::Unrecorded)), ("n", *n)]));
    }
    notes.push(site.t("outcome-ended-groups"));
    Some(Ended { bar_html: bar, parts: parts.collect(), instead: None, notes })
}

/// Completion in its own words, where the groups are not told.
fn instead(desk: &Desk) -> Option<Ended> {
    let figure = desk.shown("matches", "completion")?;
    let name = Link { title: desk.site.t("figure-completion"), ..Link::default() };
    let mut row = desk.row(name, figure, None);
    row.drawing_html.clear();
    row.told.note.clear();
    Some(Ended { instead: Some(row), notes: vec![desk.site.t("outcome-ended-few")], ..Ended::default() })
}

/// The pool that holds this cohort, if one is released.
pub(super) fn pool(desk: &Desk, view: &mut OutcomeView) {
    let site = desk.site;
    let holds = |id: &&Id| {
        id.as_str().contains('+') && id.as_str().split('+').any(|one| one == desk.cohort.id.as_str())
    };
    let Some((id, release)) =
        site.published.keys().find(holds).and_then(|id| Some((id, site.published.get(id)?)))
    else {
        return;
    };
    let names: Vec<String> =
        id.as_str().split('+').map(|one| site.title(&Subject::Cohort(Id::new(one)))).collect();
    let mut asked: Vec<Asked> = Vec::new();
    let rows = release.figures().filter(|(_, figure)| figure.get().is_shown()).map(|(key, figure)| {
        let name = Link { title: desk.named_with_role(key), ..Link::default() };
        let mut row = desk.row_of(key, name, figure, None);
        let cohorts = id.as_str().split('+').filter_map(|one| site.published.get(&Id::new(one)));
        // What was answered since is in no pool.
        let is_of_it =
            |(answered, _): &(u32, _)| figure.get().headline().is_some_and(|(n, _)| n == *answered);
        if let Some((answered, response)) = derive::response_of_pool(cohorts, key).filter(is_of_it) {
            desk.saw(Seen::Answers);
            let possible = response.and_then(|response| of_all_asked(desk, response, figure));
            row.told.detail.extend(possible.map(|text| format!("; {text}")));
            asked.push(Asked { name: row.name.title.clone(), answered: answered.into(), response });
        }
        (row, figure)
    });
    let figures = figures(rows.collect());
    if !figures.rows.is_empty() {
        let title = site.ta("outcome-pool", &[("cohorts", &site.lang.list(&names))]);
        let response: Vec<String> = asked.iter().map(|one| one.answered(site)).collect();
        view.pool =
            Some(Pool { title, response: response.join(" "), alerts: too_few(desk, &asked), figures });
    }
}
