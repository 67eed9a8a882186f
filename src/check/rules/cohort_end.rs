//! A cohort that is over says when it ended, and that day has come.

use super::{Ctx, Rule, field};
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::CohortStatus;

/// The ends of closed cohorts.
#[derive(Debug)]
pub struct ClosedCohorts;

impl Rule for ClosedCohorts {
    fn codes(&self) -> &'static [&'static Code] {
        const { &[&COHORT_END] }
    }

    fn check(&self, cx: &Ctx, found: &mut Vec<Diagnostic>) {
        let today = cx.handbook.today;
        let closed = cx.handbook.cohorts.iter().filter(|cohort| cohort.file.status == CohortStatus::Closed);
        for cohort in closed {
            let (id, file) = (&cohort.id, &cohort.file);
            let mut say = |key: &str, message: String, help: &str| {
                let place = field::value(cx, file.origin, &[key]);
                found.push(Diagnostic::new(&COHORT_END, place, message).help(help));
            };
            match file.end {
                None => say(
                    "status",
                    format!("`{id}` is closed, and does not say when it ended"),
                    "add `end:` with its last day; while it still runs, write `status: active`",
                ),
                Some(end) if end > today => say(
                    "end",
                    format!("`{id}` is closed, but ends on {end}, which is still to come"),
                    "correct the year, or write the day on which it did end; while it still runs, write `status: active`",
                ),
                Some(_) => {}
            }
        }
    }
}

/// A closed cohort without an end, or with one to come.
pub static COHORT_END: Code = Code {
    word: "cohort-end",
    severity: Severity::Warning,
    says: "A closed cohort names its last day, and that day is past.",
    why: "Its pages say when it ran, and what was answered at the end is counted from that day; while it runs, its figures are not final.",
    example: "start: 2025-09-01\nend: 2062-01-16      # wrong: still to come\nstatus: closed",
    fix: "Write the last day as `end`, or leave the status `active` until then.",
};
