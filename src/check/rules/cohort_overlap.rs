//! `results.yaml` beside another cohort of the same months: two figures that may be of the same people.
//!
//! Nobody stands in an aggregate by name, so that only the program knows who is in both. Must read no rows.

use super::{Ctx, Rule};
use crate::check::{Cohort, Handbook};
use crate::diag::{Code, Diagnostic, Place, Severity};
use crate::model::{Id, ResultRow, Role, Survey};

/// Results that another cohort may tell, too.
#[derive(Debug)]
pub struct SharedResults;

impl Rule for SharedResults {
    fn codes(&self) -> &'static [&'static Code] {
        const { &[&RESULTS_OVERLAP] }
    }

    fn check(&self, cx: &Ctx, found: &mut Vec<Diagnostic>) {
        let cohorts = &cx.handbook.cohorts;
        for (at, mine) in cohorts.iter().enumerate() {
            for row in &mine.results {
                let mut beside =
                    cohorts.iter().enumerate().filter(|(i, other)| *i != at && mine.runs_beside(other));
                // Of two results the one that stands later says it, once.
                let also = |(i, other)| Some((other, told(cx.handbook, row, other, i < at)?));
                let Some((other, there)) = beside.find_map(also) else { continue };
                let message = format!(
                    "`{}` is told of `{}`, and of `{}` in the same months: if people of one stand in the other, the difference tells of them",
                    row.measure.id, mine.id, other.id
                );
                found.push(
                    Diagnostic::new(&RESULTS_OVERLAP, row.measure.place, message)
                        .also(there, "the other one")
                        .help("leave one of the two out, unless nobody is in both"),
                );
            }
        }
    }
}

/// Where a cohort tells the same: of the people of a survey, or in a result of its own.
fn told(book: &Handbook, row: &ResultRow, other: &Cohort, results_too: bool) -> Option<Place> {
    let results = other.results.iter().filter(|_| results_too);
    let mut same = results.filter(|one| {
        let waves = one.wave == row.wave || one.wave.is_none() || row.wave.is_none();
        one.measure.id == row.measure.id && waves && meets(one.role, row.role)
    });
    let survey = || other.file.surveys.iter().find(|survey| asks(book, survey, row)).map(|one| one.origin);
    same.next().map(|one| one.measure.place).or_else(survey)
}

/// Whether a survey asks what a result tells.
fn asks(book: &Handbook, survey: &Survey, row: &ResultRow) -> bool {
    let Some(measure) = book.measures.iter().find(|measure| measure.id == row.measure.id) else {
        return false;
    };
    let asked = |id: &Id| survey.questions.iter().any(|question| question.id == *id);
    let wave = row.wave.is_none_or(|wave| wave == survey.wave);
    wave && meets(Some(survey.role), row.role) && measure.items.iter().any(|item| asked(&item.question.id))
}

/// Whether some people may be in both.
fn meets(a: Option<Role>, b: Option<Role>) -> bool {
    let (Some(a), Some(b)) = (a, b) else { return true };
    a == b || a == Role::Both || b == Role::Both
}

/// A result that may hold people of another cohort's figure.
pub static RESULTS_OVERLAP: Code = Code {
    word: "results-overlap",
    severity: Severity::Warning,
    says: "What `results.yaml` tells of one cohort, no other cohort of the same months tells of the same role and wave.",
    why: "If the people of one stand in the other, as those of a site in an evaluation of the whole year, the difference of the two figures tells what the few others answered; nobody is named in an aggregate, so only the program can know.",
    example: "# cohorts/2025-year/results.yaml, while cohorts/2025-north asks `belonging` in a survey\n- { measure: belonging, role: mentee, wave: end, n: 49, count: 25, of: 49 }   # warning",
    fix: "Leave one of the two out; where nobody is in both, accept the warning.",
};
