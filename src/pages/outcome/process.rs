//! What the design promises, and what happened.

use super::row::figures;
use super::short::among;
use super::{Desk, is_few};
use crate::outcomes::Published;
use crate::outcomes::disclose::Form;
use crate::pages::Subject;
use crate::pages::view::{FigureRow, Link, OutcomeView, Told};

pub(super) fn fill(desk: &Desk, view: &mut OutcomeView) {
    let site = desk.site;
    let mut rows: Vec<(FigureRow, Published<&Form>)> = Vec::new();
    let mut few = Vec::new();
    for (population, variable) in [
        ("mentor-side", "mentors-trained"),
        ("matches", "contact-first-month"),
        ("matches", "expectations"),
        ("mentor-side", "peer-meetings-half"),
        ("mentor-side", "were-mentees"),
    ] {
        let Some(figure) = desk.figure(population, variable) else { continue };
        let name = Link { title: site.counted_in(&format!("figure-{variable}")), ..Link::default() };
        if figure.get().is_shown() {
            rows.push((plain(desk, name, promise(desk, variable), figure), figure));
        } else if is_few(figure.get()) {
            few.push(name.title);
        }
    }
    let mut of_unsaid = false;
    for check_in in &site.book.check_ins {
        let id = check_in.id.as_str();
        let Some(figure) = desk.figure("matches", &format!("check-in.{id}")) else { continue };
        let name = Link {
            title: site.check_in_name(id),
            href: site.href_or_empty(desk.here, &Subject::CheckIn(check_in.id.clone())),
            ..Link::default()
        };
        if figure.get().is_shown() {
            // By now it may stand in another week than the one by which it was counted.
            let among = among(desk, figure);
            of_unsaid |= among.is_none();
            let promise: Vec<String> =
                [Some(site.when_text(check_in)), among].into_iter().flatten().collect();
            let mut row = plain(desk, name, promise.join("; "), figure);
            if site.recurs(id) {
                row.told.figure = site.ta("outcome-at-least-once", &[("figure", &row.told.figure)]);
            }
            rows.push((row, figure));
        } else if is_few(figure.get()) {
            few.push(name.title);
        }
    }
    view.process = figures(rows);
    view.process.rows.extend(peer_meetings(desk));
    view.process.rows.extend(sessions(desk));
    if desk.shown("mentor-side", "peer-meetings-half").is_some() {
        view.process.notes.push(site.t("outcome-peer-meetings-of"));
    }
    if of_unsaid {
        view.process.notes.push(site.ta("outcome-check-ins-of", &[("matches", &desk.matches())]));
    }
    if !few.is_empty() {
        view.process.notes.push(site.ta("outcome-process-few", &[("names", &site.lang.list(&few))]));
    }
}

/// Without a drawing: a promise is held against what happened in words.
fn plain(desk: &Desk, name: Link, promise: String, figure: Published<&Form>) -> FigureRow {
    FigureRow { name, promise, told: desk.tell(figure), ..FigureRow::default() }
}

fn promise(desk: &Desk, variable: &str) -> String {
    let site = desk.site;
    match variable {
        "mentors-trained" => site.t("outcome-promise-trained"),
        "contact-first-month" => {
            let times = site.book.program.contact.as_ref().and_then(|rhythm| rhythm.first_month);
            times.map(|n| site.tn("outcome-promise-contact", n.into())).unwrap_or_default()
        }
        "expectations" => site.ta("outcome-promise-expectations", &[("match", &site.term("match", false))]),
        _ => String::new(),
    }
}

fn peer_meetings(desk: &Desk) -> Option<FigureRow> {
    let site = desk.site;
    let planned = desk.open("cohort", "peer-meetings-planned").filter(|planned| *planned > 0)?;
    let held = desk.open("cohort", "peer-meetings-held");
    // What nobody recorded is not 0.
    let not_recorded = || site.cell_name("not-recorded");
    // Of a meeting without a list nobody knows whether it was called off.
    let key = |held: u32| if held < planned { "outcome-held-recorded" } else { "outcome-held" };
    let figure = held.map_or_else(not_recorded, |held| site.with(key(held), &[("n", held)]));
    Some(FigureRow {
        name: site.link(desk.here, &Subject::PeerMeetings),
        promise: site.with("outcome-promise-meetings", &[("n", planned)]),
        told: Told { figure, shown: held.is_some(), ..Told::default() },
        ..FigureRow::default()
    })
}

fn sessions(desk: &Desk) -> Option<FigureRow> {
    let held = desk.open("cohort", "sessions-held")?;
    let name = Link { title: desk.site.t("outcome-sessions"), href: "#schedule".into(), ..Link::default() };
    let figure = desk.site.with("outcome-held", &[("n", held)]);
    Some(FigureRow { name, told: Told { figure, shown: true, ..Told::default() }, ..FigureRow::default() })
}
