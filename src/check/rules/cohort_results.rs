//! `results.yaml`: figures from elsewhere that can be true.

use super::question_values::{Values, values_of_measure};
use super::{Ctx, Rule, field};
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::{ResultRow, ScoreKind};

/// Figures of `results.yaml`.
#[derive(Debug)]
pub struct Results;

impl Rule for Results {
    fn codes(&self) -> &'static [&'static Code] {
        const { &[&RESULTS_COUNTS, &RESULTS_ZERO, &RESULTS_VALUE, &RESULTS_FORM] }
    }

    fn check(&self, cx: &Ctx, found: &mut Vec<Diagnostic>) {
        for row in cx.handbook.cohorts.iter().flat_map(|cohort| &cohort.results) {
            let measure = cx.handbook.measures.iter().find(|m| m.id == row.measure.id);
            let values = measure.map_or(Values::Free, |measure| values_of_measure(cx.handbook, measure));
            let mut of = Figures { cx, row, values, found };
            of.form();
            of.zero();
            of.sizes();
            of.categories();
            of.mean();
        }
    }
}

/// Figures are copied from somewhere, and one of them was copied wrongly.
const LOOK_AGAIN: &str = "look at the source again and correct the figure";

struct Figures<'a, 'f> {
    cx: &'a Ctx<'a>,
    row: &'a ResultRow,
    values: Values<'a>,
    found: &'f mut Vec<Diagnostic>,
}

impl Figures<'_, '_> {
    fn say(&mut self, code: &'static Code, keys: &[&str], message: String, help: &str) {
        let place = field::value(self.cx, self.row.origin, keys);
        self.found.push(Diagnostic::new(code, place, message).help(help));
    }

    /// One of: mean and sd, counts by answer, count of a number.
    fn form(&mut self) {
        let row = self.row;
        let shares = row.count.is_some() || row.of.is_some();
        let forms = [row.mean.is_some() || row.sd.is_some(), !row.counts.is_empty(), shares];
        let help = "write `mean` with `sd`, or `counts` by answer, or `count` with `of`";
        match forms.iter().filter(|form| **form).count() {
            0 => self.say(
                &RESULTS_FORM,
                &["measure"],
                format!("this says nothing about `{}`", row.measure.id),
                help,
            ),
            1 if row.mean.is_some() != row.sd.is_some() || row.count.is_some() != row.of.is_some() => {
                self.say(
                    &RESULTS_FORM,
                    &["measure"],
                    "half of a pair of figures is missing".to_owned(),
                    help,
                );
            }
            1 => {}
            _ => {
                self.say(
                    &RESULTS_FORM,
                    &["measure"],
                    "the same result is told in two forms".to_owned(),
                    help,
                );
            }
        }
    }

    fn zero(&mut self) {
        let help = "leave the result out where nobody answered";
        if self.row.n == 0 {
            self.say(&RESULTS_ZERO, &["n"], "a result of no answers".to_owned(), help);
        }
        if self.row.of == Some(0) {
            self.say(&RESULTS_ZERO, &["of"], "a share of 0".to_owned(), help);
        }
    }

    /// A part is no larger than its whole.
    fn sizes(&mut self) {
        let row = self.row;
        let n = Some(row.n);
        let pairs = [
            ("n", n, "invited", row.invited),
            ("n_both", row.n_both, "n", n),
            ("count", row.count, "of", row.of),
            ("of", row.of, "n", n),
        ];
        for (part, small, whole, large) in pairs {
            if let (Some(small), Some(large)) = (small, large)
                && small > large
            {
                self.say(
                    &RESULTS_COUNTS,
                    &[part],
                    format!("`{part}` ({small}) is more than `{whole}` ({large})"),
                    LOOK_AGAIN,
                );
            }
        }
    }

    fn categories(&mut self) {
        let row = self.row;
        let mut sum: u64 = 0;
        let mut each_fits = true;
        for (category, count) in &row.counts {
            sum += u64::from(*count);
            let keys = ["counts", category.as_str()];
            if *count > row.n {
                each_fits = false;
                self.say(
                    &RESULTS_COUNTS,
                    &keys,
                    format!("{count} answered `{category}`, but only {} answered at all", row.n),
                    LOOK_AGAIN,
                );
            }
            if !self.values.holds(category.as_str()) {
                let place = field::key(self.cx, row.origin, &keys);
                let message = format!(
                    "`{category}` is no answer of `{}`, which takes {}",
                    row.measure.id,
                    self.values.phrase()
                );
                self.found.push(Diagnostic::new(&RESULTS_VALUE, place, message).help(LOOK_AGAIN));
            }
        }
        if !row.counts.is_empty() && each_fits && sum != u64::from(row.n) && !self.values.many() {
            let help = "each person counts once: correct a count, or `n`";
            self.say(
                &RESULTS_COUNTS,
                &["counts"],
                format!("the counts add up to {sum}, not to {}", row.n),
                help,
            );
        }
    }

    fn mean(&mut self) {
        let id = &self.row.measure.id;
        let measure = self.cx.handbook.measures.iter().find(|measure| measure.id == *id);
        let score = measure.and_then(|measure| measure.score.as_ref());
        let is_share =
            score.is_some_and(|score| matches!(score.kind, ScoreKind::ShareAtLeast | ScoreKind::Nps));
        if is_share && self.row.mean.is_some() {
            let message = format!("`{id}` is told as a share, and this is a mean");
            let help = "write `counts` by answer, or `count` with `of`";
            self.say(&RESULTS_FORM, &["mean"], message, help);
        }
        let Some((min, max)) = self.values.ends() else { return };
        if let Some(mean) = self.row.mean.filter(|mean| !(min..=max).contains(mean)) {
            self.say(
                &RESULTS_VALUE,
                &["mean"],
                format!("a mean of {mean} lies outside the scale from {min} to {max}"),
                LOOK_AGAIN,
            );
        }
        if let Some(sd) = self.row.sd.filter(|sd| !(0.0..=max - min).contains(sd)) {
            let message = format!("a standard deviation of {sd} cannot be on a scale from {min} to {max}");
            self.say(&RESULTS_VALUE, &["sd"], message, LOOK_AGAIN);
        }
    }
}

/// Counts that contradict each other.
pub static RESULTS_COUNTS: Code = Code {
    word: "results-counts",
    severity: Severity::Error,
    says: "Counts add up: no part is larger than its whole, and the answers sum to `n`.",
    why: "Of two numbers that contradict each other one is wrong, and nobody can tell which when they are printed.",
    example: "n: 23\ncounts: { 5: 14, 4: 7, 3: 3 }   # wrong: 24",
    fix: "Look at the source again and correct the number.",
};

/// A share of nothing.
pub static RESULTS_ZERO: Code = Code {
    word: "results-zero",
    severity: Severity::Error,
    says: "A result rests on at least one answer.",
    why: "A share or mean of nobody is no number.",
    example: "- { measure: belonging, n: 0, mean: 4.1, sd: 0.6 }   # wrong",
    fix: "Leave the entry out; a result that is not there is told as not recorded.",
};

/// A value beside its scale.
pub static RESULTS_VALUE: Code = Code {
    word: "results-value",
    severity: Severity::Error,
    says: "Answers and means lie on the scale of the measure's questions.",
    why: "A mean of 6 on a scale that ends at 5 comes from another question, or from a slip.",
    example: "answer: agree-5        # 1 to 5\ncounts: { 0: 2, 5: 9 }   # wrong: nobody can answer 0",
    fix: "Correct the figure, or declare the scale that was used.",
};

/// A result told in no form, or in two.
pub static RESULTS_FORM: Code = Code {
    word: "results-form",
    severity: Severity::Error,
    says: "A result is told in one form: mean and standard deviation of a measure that is a mean, counts by answer, or a count of a number.",
    why: "Two forms of one result let readers work out what single people answered; half of one tells nothing.",
    example: "- { measure: completion, n: 26, count: 21, of: 26 }",
    fix: "Keep the form that is nearest to the source, complete.",
};
