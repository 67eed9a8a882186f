//! What ends does not end before it begins.

use std::fmt::Display;

use super::{Ctx, Rule, field};
use crate::check::Cohort;
use crate::diag::{Code, Diagnostic, Place, Severity};
use crate::model::Wave;

/// Dates and weeks in the wrong order.
#[derive(Debug)]
pub struct DatesInOrder;

impl Rule for DatesInOrder {
    fn codes(&self) -> &'static [&'static Code] {
        const { &[&DATES_ORDER] }
    }

    fn check(&self, cx: &Ctx, found: &mut Vec<Diagnostic>) {
        let book = cx.handbook;
        let mut order = Order { cx, found };
        for phase in &book.phases {
            order.hold(phase.origin, ("from_week", Some(phase.from_week)), ("to_week", Some(phase.to_week)));
        }
        for row in &book.calendar {
            order.hold(row.origin, ("from_week", row.from_week), ("to_week", row.to_week));
        }
        for change in &book.changes {
            order.hold(change.origin, ("decided_on", change.decided_on), ("review_by", change.review_by));
        }
        for person in &book.people {
            order.hold(person.origin, ("consent_on", person.consent_on), ("expires", person.expires));
        }
        for cohort in &book.cohorts {
            of_cohort(cohort, &mut order);
        }
    }
}

fn of_cohort(cohort: &Cohort, order: &mut Order) {
    let file = &cohort.file;
    order.hold(file.origin, ("start", Some(file.start)), ("end", file.end));
    order.hold(file.origin, ("start", Some(file.start)), ("data_as_of", file.data_as_of));
    for holiday in &file.holidays {
        order.hold(holiday.origin, ("from", Some(holiday.from)), ("to", holiday.to));
    }
    for date in &file.dates {
        order.hold(date.origin, ("date", Some(date.date)), ("until", date.until));
    }
    for phase in &file.phases {
        order.hold(phase.origin, ("from_week", Some(phase.from_week)), ("to_week", Some(phase.to_week)));
    }
    for survey in &file.surveys {
        // A baseline is asked before the start; no other wave can be over by then.
        let early = survey.closes.filter(|closes| survey.wave != Wave::Baseline && *closes < file.start);
        if let Some(closes) = early {
            let place = field::value(order.cx, survey.origin, &["closes"]);
            let message = format!(
                "the {} survey closes on {closes}, before the cohort starts on {}",
                survey.wave.word(),
                file.start
            );
            order
                .found
                .push(Diagnostic::new(&DATES_ORDER, place, message).help("correct the year or the wave"));
        }
    }
    for quote in &cohort.quotes {
        order.hold(quote.origin, ("consent_on", quote.consent_on), ("expires", quote.expires));
    }
}

struct Order<'a, 'f> {
    cx: &'a Ctx<'a>,
    found: &'f mut Vec<Diagnostic>,
}

impl Order<'_, '_> {
    fn hold<T: PartialOrd + Display>(
        &mut self,
        entity: Place,
        first: (&str, Option<T>),
        last: (&str, Option<T>),
    ) {
        let (Some(from), Some(to)) = (first.1, last.1) else { return };
        if from <= to {
            return;
        }
        let place = field::value(self.cx, entity, &[last.0]);
        let begin = field::value(self.cx, entity, &[first.0]);
        let message = format!("`{}` ({to}) comes before `{}` ({from})", last.0, first.0);
        let help = if first.0 == "from_week" {
            "correct one of the two weeks, or swap them"
        } else {
            "correct one of the two dates; most often the year is wrong"
        };
        let finding = Diagnostic::new(&DATES_ORDER, place, message);
        self.found.push(finding.also(begin, "this comes later").help(help));
    }
}

/// An end before its beginning.
pub static DATES_ORDER: Code = Code {
    word: "dates-order",
    severity: Severity::Error,
    says: "An end does not come before its beginning.",
    why: "A cohort, a holiday or a phase that ends before it begins has no days, and drops out of every calendar.",
    example: "start: 2026-03-02\nend: 2025-11-27     # wrong: the year before",
    fix: "Correct one of the two; most often it is the year.",
};
