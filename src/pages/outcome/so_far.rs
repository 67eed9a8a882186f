//! A cohort without results: what may be told of it already, and when the rest will be.

use chrono::NaiveDate;

use super::{Standing, standing};
use crate::check::Cohort;
use crate::markdown::escape;
use crate::model::CohortStatus;
use crate::outcomes::derive;
use crate::outcomes::disclose::Form;
use crate::pages::Site;
use crate::pages::view::{SoFar, Term};

impl Site<'_> {
    /// Open figures of a cohort; None without a release of it, and where one of the closed cohort tells its results.
    pub fn so_far(&self, cohort: &Cohort) -> Option<SoFar> {
        let release = self.published.get(&cohort.id).filter(|one| standing(one) == Standing::Running)?;
        let open =
            |population: &str, variable: &str| match derive::figure(release, population, variable)?.get() {
                Form::Open { value } => Some(*value),
                _ => None,
            };
        let mut figures = Vec::new();
        let mut say = |term: String, text: String| figures.push(Term { term, text_html: escape(&text) });
        if let Some(started) = open("matches", "started") {
            let matches = self.term("match", true);
            say(
                crate::pages::kinds::capital(&matches),
                self.ta("outcome-began", &[("n", &self.whole(started))]),
            );
        }
        for survey in derive::surveys(release) {
            let Some(response) = derive::response(release, survey.population()) else { continue };
            let wave = self.t(&format!("wave-{}", survey.wave().unwrap_or_default())).to_lowercase();
            let who = survey.role().map_or_else(|| self.t("role-both"), |role| self.term(role, true));
            let of = [("who", who.as_str()), ("wave", wave.as_str())];
            let told = [("x", response.answered), ("n", response.invited)];
            say(
                crate::pages::kinds::capital(&self.ta("outcome-survey", &of)),
                self.with("outcome-survey-answered", &told),
            );
        }
        if let (Some(held), Some(planned)) =
            (open("cohort", "peer-meetings-held"), open("cohort", "peer-meetings-planned"))
        {
            let told = self.ta("outcome-held-of", &[("x", &self.whole(held)), ("n", &self.whole(planned))]);
            say(self.t("peer-meetings-title"), told);
        }
        if let Some(held) = open("cohort", "sessions-held") {
            say(self.t("outcome-sessions"), self.ta("outcome-held-so-far", &[("n", &self.whole(held))]));
        }
        let when = cohort.file.end.map(|end: NaiveDate| self.lang.date(end, crate::lang::Style::Medium));
        let text = match when {
            _ if cohort.file.status == CohortStatus::Closed => self.t("outcome-when-published"),
            _ if cohort.is_growing() => self.t("outcome-when-growing"),
            Some(day) => self.ta("outcome-when", &[("date", &day)]),
            None => self.t("outcome-when-closed"),
        };
        Some(SoFar { figures, text })
    }
}
