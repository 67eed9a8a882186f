//! Answers for staff, as far as the promise goes under which they were given.

use super::cohort::row;
use crate::model::Id;
use crate::outcomes::disclose::{FactKey, Form};
use crate::outcomes::estimate::MeanEstimate;
use crate::outcomes::staff::{AnswerLine, Figures, Told};
use crate::pages::Site;
use crate::pages::view::{StaffRow, StaffTable};

impl Site<'_> {
    /// In the order in which people were asked.
    pub(super) fn private_answers(&self, cohort: &Id, rows: &Figures) -> StaffTable {
        let mut lines: Vec<&AnswerLine> = rows.answers.iter().collect();
        lines.sort_by_key(|line| line.wave);
        StaffTable {
            id: "answers",
            title: self.t("private-answers"),
            note: self.t("private-promises"),
            heads: self.heads(&["measure", "asked", "favourable", "more"]),
            rows: lines.into_iter().map(|line| self.private_answer(cohort, line)).collect(),
        }
    }

    fn private_answer(&self, cohort: &Id, line: &AnswerLine) -> StaffRow {
        let moved = line.released.as_ref().filter(|(key, rows)| self.has_moved(cohort, key, *rows));
        let (told, more) = match &line.told {
            Told::Counted { .. } if moved.is_some() => {
                let (told, _) = moved.map(|(key, _)| self.released(cohort, key)).unwrap_or_default();
                (told, self.t("private-moved"))
            }
            Told::Counted { n, favourable, mean } => (
                self.count(*n, *favourable),
                mean.as_ref().map(|mean| self.mean_and_spread(mean)).unwrap_or_default(),
            ),
            Told::Few => (self.t("told-not-shown"), self.t("private-few")),
            Told::Waiting => (self.t("told-not-shown"), self.t("private-waiting")),
            Told::Public(key) => self.released(cohort, key),
        };
        let wave = self.t(&format!("wave-{}", line.wave.word()));
        let when = format!("{wave}, {}", self.term(line.role.word(), true));
        row(self.measure_name(line.measure.as_str()), [when, told, more])
    }

    /// Whether another number of answers was released.
    fn has_moved(&self, cohort: &Id, key: &FactKey, rows: u32) -> bool {
        let release = self.published.get(cohort).filter(|release| release.get().closed);
        let then = release.zip(key.sibling("answered").ok()).and_then(|(release, key)| release.figure(&key));
        then.is_some_and(|then| **then.get() != Form::Open { value: u64::from(rows) })
    }

    /// What is released, and not what the rows say now: beside it, a late answer would stand alone.
    fn released(&self, cohort: &Id, key: &FactKey) -> (String, String) {
        let anonymous = self.t("private-anonymous");
        match self.published.get(cohort).and_then(|release| release.figure(key)) {
            Some(figure) => {
                let told = self.told_of(key, figure);
                let detail = told.detail.trim_end_matches('.');
                let more = if detail.is_empty() { anonymous } else { format!("{detail}. {anonymous}") };
                (told.figure, more)
            }
            None => (self.t("told-not-shown"), anonymous),
        }
    }

    fn mean_and_spread(&self, mean: &MeanEstimate) -> String {
        // Of few people, two decimals and a spread are nearly all of their answers.
        let many = mean.n >= 20;
        let rounded = |value: f64| self.lang.number((value * 10.0).round() / 10.0);
        let (mean, sd) = (rounded(mean.mean), mean.sd.filter(|_| many).map(rounded));
        match &sd {
            Some(sd) => self.ta("private-mean-sd", &[("mean", &mean), ("sd", sd)]),
            None => self.ta("private-mean", &[("mean", &mean)]),
        }
    }
}
