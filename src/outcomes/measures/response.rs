//! How many were asked, and how many answered.

use super::super::disclose::FactKey;
use super::view::View;
use super::{Counted, Counts, Measure, many};
use crate::model::Role;

/// Invited and answered, of each survey.
pub struct Response;

impl Measure for Response {
    fn name(&self) -> &'static str {
        "response"
    }

    fn about(&self) -> &'static str {
        "Of each survey: how many were invited, as cohort.yaml says, and how many handed it in, answered or blank, one row \
         for each person; of those who answered two that ask the same at one time, the first alone. Of a cohort in which matches begin at any time, when it is closed."
    }
}

impl Counts for Response {
    fn ask(&self, view: &View) -> Vec<Counted> {
        if view.is_growing() {
            return Vec::new();
        }
        let surveys = &view.surveys;
        let figures = surveys.iter().flat_map(|one| {
            let (survey, wave, role) = (one.survey, Some(one.survey.wave.word()), role(one.survey.role));
            let key = |variable| FactKey::new(survey.id.as_str(), variable, wave, role);
            let invited = survey.invited.map(|n| Counted::open(key("invited"), u64::from(n)));
            let answered = Counted::open(key("answered"), u64::from(many(one.rows.iter())));
            [invited.flatten(), answered]
        });
        figures.flatten().collect()
    }
}

/// The role of a key; a survey of all has none.
pub(super) fn role(role: Role) -> Option<&'static str> {
    (role != Role::Both).then(|| role.word())
}
