//! Who stayed: at each quarter of the planned length, where the quarters are printed.

use super::Desk;
use super::row::figures;
use crate::charts::{self, Name};
use crate::outcomes::derive;
use crate::pages::view::{Link, OutcomeView};

pub(super) fn fill(desk: &Desk, view: &mut OutcomeView) {
    let quarters = derive::quarters(desk.release);
    // Each match has a planned length of its own, so that no week of the cohort is anybody's quarter.
    let label = |quarter: u8| desk.site.t(&format!("outcome-stayed-{quarter}"));
    let short = |quarter: u8| desk.site.t(&format!("outcome-stayed-short-{quarter}"));
    let rows = quarters.iter().map(|(quarter, figure)| {
        let name = Link { title: label(*quarter), ..Link::default() };
        let mut row = desk.row(name, figure.as_ref(), None);
        // The drawing of all quarters stands above.
        row.drawing_html.clear();
        (row, figure.as_ref())
    });
    view.stayed = figures(rows.collect());
    let points: Vec<_> =
        quarters.iter().map(|(quarter, figure)| (short(*quarter), figure.as_ref())).collect();
    let title = desk.site.t("outcome-stayed");
    let words: Vec<String> =
        view.stayed.rows.iter().map(|row| format!("{}: {}", row.name.title, row.told.figure)).collect();
    let name = Name { title: &title, description: &words.join("; ") };
    view.stayed_html = charts::retention(&points, name).unwrap_or_default();
}
