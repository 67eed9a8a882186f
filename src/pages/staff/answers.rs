//! Answers for staff, as far as the promise goes under which they were given.

use crate::outcomes::disclose::Form;
use crate::outcomes::estimate::MeanEstimate;
use crate::outcomes::staff::{AnswerLine, Figures, Told};
use crate::pages::Site;
use crate::pages::view::StaffAnswers;

impl Site<'_> {
    pub(super) fn private_answers(&self, rows: &Figures) -> Vec<StaffAnswers> {
        rows.answers.iter().map(|line| self.private_answer(line)).collect()
    }

    fn private_answer(&self, line: &AnswerLine) -> StaffAnswers {
        let (told, more) = match &line.told {
            Told::Counted { n, favourable, mean } => {
                let told = self.with("told-of", &[("x", *favourable), ("n", *n)]);
                (told, mean.as_ref().map(|mean| self.mean_and_spread(mean)).unwrap_or_default())
            }
            Told::Few => (self.t("told-not-shown"), self.t("private-few")),
            Told::Public(form) => self.by_public_rules(form.as_ref()),
        };
        let wave = self.t(&format!("wave-{}", line.wave.word()));
        let when = format!("{wave}, {}", self.term(line.role.word(), true));
        StaffAnswers { measure: self.measure_name(line.measure.as_str()), when, told, more }
    }

    fn by_public_rules(&self, form: Option<&Form>) -> (String, String) {
        match form {
            Some(form) => {
                let told = self.words(form);
                (told.figure, format!("{} {}", told.detail, self.t("private-anonymous")).trim().to_owned())
            }
            None => (self.t("told-not-shown"), self.t("private-anonymous")),
        }
    }

    fn mean_and_spread(&self, mean: &MeanEstimate) -> String {
        let rounded = |value: f64| self.lang.number((value * 100.0).round() / 100.0);
        let (mean, sd) = (rounded(mean.mean), mean.sd.map(rounded));
        match &sd {
            Some(sd) => self.ta("private-mean-sd", &[("mean", &mean), ("sd", sd)]),
            None => self.ta("private-mean", &[("mean", &mean)]),
        }
    }
}
