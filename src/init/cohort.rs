//! The first cohort of a new program, on real dates.

use chrono::{Datelike, Days, NaiveDate, TimeDelta};

use super::lines::Lines;
use super::scale::Scale;
use super::{Answers, program};

const MONTHS_ES: [&str; 12] = [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
];

/// The name of its folder: the month in which it starts.
pub(super) fn id(start: NaiveDate) -> String {
    start.format("%Y-%m").to_string()
}

/// Its last day: the Friday of the last week.
pub(super) fn end(start: NaiveDate, scale: Scale) -> NaiveDate {
    friday(start, scale.ends[2])
}

fn friday(start: NaiveDate, week: i32) -> NaiveDate {
    let monday = start - Days::new(u64::from(start.weekday().num_days_from_monday()));
    monday + TimeDelta::days(i64::from(week - 1) * 7 + 4)
}

/// `cohort.yaml` and `summary.md`.
pub(super) fn files(answers: &Answers, scale: Scale) -> [(&'static str, String); 2] {
    [
        ("cohort.yaml", program::finish(Lines::new(&dated(answers, scale)), answers)),
        ("summary.md", include_str!("starter/summary.md").to_owned()),
    ]
}

fn dated(answers: &Answers, scale: Scale) -> String {
    let start = answers.start;
    let before = |days| start - Days::new(days);
    let last = end(start, scale);
    let month = MONTHS_ES[start.month0() as usize];
    let status = if start > answers.today { "planned" } else { "active" };
    let values = [
        ("month_en", start.format("%B %Y").to_string()),
        ("month_es", format!("Promoción de {month} de {}", start.year())),
        ("start", start.to_string()),
        ("end", last.to_string()),
        ("status", status.to_owned()),
        ("applications", before(31).to_string()),
        ("answers", before(17).to_string()),
        ("introduced", before(3).to_string()),
        ("midpoint", friday(start, scale.week(19) + 2).min(last).to_string()),
        ("after", (last + Days::new(14)).to_string()),
    ];
    let template = include_str!("starter/cohort.yaml").to_owned();
    values.iter().fold(template, |text, (slot, value)| text.replace(&format!("<{slot}>"), value))
}
