//! From applying to completing, in bars of one scale.

use super::Desk;
use crate::charts::{self, Name};
use crate::outcomes::Published;
use crate::outcomes::derive;
use crate::outcomes::disclose::{Form, Kind};
use crate::pages::view::{FigureRow, Figures, Link, OutcomeView, Told};

pub(super) fn fill(desk: &Desk, view: &mut OutcomeView) {
    let applied = desk.shown("mentee-side", "mentees-applied");
    let all = applied.and_then(|figure| figure.map(everybody).some());
    let started = desk.figure("matches", "started");
    let midpoint = derive::at_midpoint(desk.release);
    let whole = all.as_ref().map(Published::as_ref).or(started);
    let Some(scale) = whole.and_then(|whole| open(whole.get())) else { return };
    let mut rows: Vec<FigureRow> = Vec::new();
    let mut add = |name: &str, bar: Option<Published<&Form>>, told: Option<Published<&Form>>| {
        let (Some(bar), Some(told)) = (bar, told) else { return };
        let title = desk.site.counted_in(name);
        let told = short(desk, told);
        let spoken = format!("{title}: {}", told.figure);
        let drawing = charts::bar(bar, scale, Name { title: &spoken, description: &told.detail });
        let name = Link { title, ..Link::default() };
        rows.push(FigureRow {
            name,
            told,
            drawing_html: drawing.unwrap_or_default(),
            ..FigureRow::default()
        });
    };
    let all = all.as_ref().map(Published::as_ref);
    add("outcome-applied", all, all);
    add("outcome-matched", started, applied.or(started));
    let trained = desk.shown("mentee-side", "mentees-trained");
    add("outcome-trained", trained, trained);
    let midpoint = midpoint.as_ref().map(Published::as_ref);
    add("outcome-midpoint", midpoint, midpoint);
    let completed = desk.shown("matches", "completion");
    add("outcome-completed", completed, completed);
    // A single bar goes from nowhere to nowhere.
    if rows.len() > 1 {
        let note = desk.site.ta("outcome-funnel-note", &[("matches", &desk.matches())]);
        view.funnel = Figures { rows, notes: vec![note] };
    }
}

/// The root of a split: all who applied.
fn everybody(form: &Form) -> Option<Form> {
    match form {
        Form::Split { n, .. } => Some(Form::Open { value: u64::from(*n) }),
        _ => None,
    }
}

fn open(form: &Form) -> Option<u32> {
    match form {
        Form::Open { value } => u32::try_from(*value).ok(),
        _ => None,
    }
}

/// The count and what became of the others; percentages stand in short, above.
fn short(desk: &Desk, figure: Published<&Form>) -> Told {
    let told = desk.tell(figure);
    let Form::Split { n, cells } = *figure.get() else {
        return Told { detail: String::new(), note: String::new(), ..told };
    };
    let lead = figure.get().headline().map_or(0, |(_, x)| x.printed());
    let others = cells.iter().filter(|cell| cell.kind != Kind::Lead);
    let others = others.filter(|cell| cell.count > 0).map(|cell| {
        let name = desk.site.cell_name(&cell.name);
        desk.site.lang.t("told-cell", &[("count", cell.count.into()), ("name", name.into())])
    });
    let others: Vec<String> = others.collect();
    Told {
        figure: desk.site.with("told-of", &[("x", lead), ("n", *n)]),
        detail: others.join(", "),
        note: String::new(),
        shown: told.shown,
    }
}
