//! What a program aims for with a measure, in words and beside a drawing. Must not judge whether it was reached.

use super::Site;
use crate::model::ScoreKind;
use crate::outcomes::disclose::Form;

impl Site<'_> {
    /// What the program aims for with a measure.
    pub fn aim(&self, measure: &str) -> Option<Aim> {
        let criterion =
            self.book.program.success_criteria.iter().find(|c| c.measure.id.as_str() == measure)?;
        let (value, end) = match (criterion.at_least, criterion.at_most) {
            (Some(value), _) => (value, "least"),
            (None, Some(value)) => (value, "most"),
            (None, None) => return None,
        };
        let own = self.book.measures.iter().find(|m| m.id.as_str() == measure);
        let score = own.and_then(|m| m.score.as_ref()).map(|score| score.kind);
        let of_mean = score == Some(ScoreKind::Mean);
        let of_share = !of_mean && (0.0..=1.0).contains(&value);
        let (kind, number) = if of_share {
            ("share", value * 100.0)
        } else if of_mean {
            ("mean", value)
        } else {
            ("score", value)
        };
        let number = self.lang.number((number * 100.0).round() / 100.0);
        let text = self.ta(&format!("across-aim-{kind}-{end}"), &[("value", &number)]);
        Some(Aim { value, of_mean, of_share, text })
    }
}

/// What a program aims for.
#[derive(Debug, Clone)]
pub struct Aim {
    value: f64,
    of_mean: bool,
    of_share: bool,
    /// "75% or more".
    pub text: String,
}

impl Aim {
    /// Where the target stands beside a figure, in percent; None where it is another kind of number.
    pub fn place(&self, form: &Form) -> Option<f64> {
        match form {
            Form::Mean { low, high, .. } if self.of_mean => {
                let (low, high) = (f64::from(*low), f64::from(*high));
                Some(100.0 * (self.value - low) / (high - low))
            }
            Form::Share { .. } | Form::Split { .. } if self.of_share => Some(100.0 * self.value),
            _ => None,
        }
    }
}
