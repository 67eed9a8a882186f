//! Names that a program gives, and that published figures need for themselves.

use super::{Ctx, Rule, field};
use crate::diag::{Code, Diagnostic, Place, Severity};
use crate::model::Id;

/// Ids of surveys and measures.
#[derive(Debug)]
pub struct NamesTaken;

/// What the people or rows of figures are called that come from no survey.
const POPULATIONS: &[&str] = &["cohort", "matches", "mentor-side", "mentee-side", "pool", "reported"];

/// Figures that every survey has.
const FIGURES: &[&str] = &["answered", "invited"];

impl Rule for NamesTaken {
    fn codes(&self) -> &'static [&'static Code] {
        const { &[&NAME_TAKEN] }
    }

    fn check(&self, cx: &Ctx, found: &mut Vec<Diagnostic>) {
        let mut say = |origin: Place, what: &str, id: &Id| {
            let message =
                format!("no {what} can be called `{id}`: published figures use the name for something else");
            let help =
                format!("choose another id, such as `{id}-{what}`, and write it so wherever it is named");
            found.push(Diagnostic::new(&NAME_TAKEN, field::value(cx, origin, &["id"]), message).help(help));
        };
        for survey in cx.handbook.cohorts.iter().flat_map(|cohort| &cohort.file.surveys) {
            if POPULATIONS.contains(&survey.id.as_str()) || survey.id.as_str().starts_with("pool-") {
                say(survey.origin, "survey", &survey.id);
            }
        }
        for measure in &cx.handbook.measures {
            if FIGURES.contains(&measure.id.as_str()) {
                say(measure.origin, "measure", &measure.id);
            }
        }
    }
}

/// An id that is taken.
pub static NAME_TAKEN: Code = Code {
    word: "name-taken",
    severity: Severity::Error,
    says: "No survey is called as the figures of matches, sessions, pools or results are, and no measure `answered` or `invited`.",
    why: "Two figures under one name could not be told apart, and neither could be released.",
    example: "surveys:\n  - id: matches      # wrong: this is what the figures of all matches are called",
    fix: "Give it an id of its own, such as `end-mentee`.",
};
