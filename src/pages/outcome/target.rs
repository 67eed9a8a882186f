//! What the program aims for.

use super::Desk;
use crate::lang::Arg;
use crate::model::{ScoreKind, SuccessCriterion};
use crate::outcomes::disclose::Form;

/// A target beside a figure.
pub(super) struct Target {
    /// Where it stands on the figure's own line; None where the figure is told in another unit, or the line
    /// does not reach so far.
    pub percent: Option<f64>,
    /// "75%", "3.8".
    pub text: String,
}

impl Desk<'_> {
    /// The criterion that a measure is held to.
    pub(super) fn criterion(&self, measure: &str) -> Option<&SuccessCriterion> {
        self.site.book.program.success_criteria.iter().find(|one| one.measure.id.as_str() == measure)
    }

    /// The target of a measure, on the line of a figure of it.
    pub(super) fn target(&self, measure: &str, form: &Form) -> Option<Target> {
        let criterion = self.criterion(measure)?;
        let (value, most) = match (criterion.at_least, criterion.at_most) {
            (Some(least), _) => (least, false),
            (None, Some(most)) => (most, true),
            (None, None) => return None,
        };
        let score = self.site.book.measures.iter().find(|own| own.id.as_str() == measure);
        let score = score.and_then(|own| own.score.as_ref()).map(|score| score.kind);
        let share = matches!(score, None | Some(ScoreKind::ShareAtLeast));
        let percent = match form {
            Form::Share { .. } | Form::Split { .. } if share => Some(value * 100.0),
            Form::Mean { low, high, .. } if score == Some(ScoreKind::Mean) && high > low => {
                Some(100.0 * (value - f64::from(*low)) / f64::from(high - low))
            }
            _ => None,
        };
        let text = if share { percent_text(self, value, most) } else { score_text(self, value, most) };
        let fits = percent.is_some_and(|percent| (0.0..=100.0).contains(&percent));
        Some(Target { percent: percent.filter(|_| fits), text })
    }
}

fn percent_text(desk: &Desk, share: f64, most: bool) -> String {
    let key = if most { "told-percent-or-fewer" } else { "told-percent-of" };
    desk.site.lang.t(key, &[("percent", Arg::from(tenth(share * 100.0)))])
}

fn score_text(desk: &Desk, value: f64, most: bool) -> String {
    let number = desk.site.lang.number(tenth(value));
    if most { desk.site.ta("told-mean-or-lower", &[("mean", &number)]) } else { number }
}

/// To a tenth, so that 0.07 reads as 7.
fn tenth(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}
