//! The rules: one file each, one line in [`RULES`].
//!
//! A rule reads the handbook and pushes findings; it changes and prints nothing. The reference of codes,
//! `explain` and the tests are derived from this list.

mod addresses;
mod calendar;
mod causal;
mod causal_words;
mod choice;
mod cohort;
mod cohort_end;
mod cohort_invited;
mod cohort_overlap;
mod cohort_results;
mod cohort_small;
mod contacts;
mod field;
mod headings;
mod html;
mod images;
mod learning;
mod links;
#[cfg(test)]
mod links_tests;
mod links_texts;
mod marks;
mod measure;
mod measure_overlap;
mod names;
mod names_taken;
mod phase;
mod program;
mod program_accent;
mod program_dates;
mod program_ids;
#[cfg(test)]
mod program_tests;
mod prose;
mod prose_numbers;
mod prose_patterns;
mod question;
pub(crate) mod question_values;
mod quote;
mod reference;
mod script;
mod session;
mod success;
mod wiki;
mod wiki_embeds;

pub use addresses::{OWN_FILES, OWN_PAGES};
pub use measure_overlap::{Shared, shared_items};

use super::{Handbook, Index};
use crate::diag::{Code, Diagnostic};
use crate::model::{Audience, Id, RefUse};
use crate::source::Sources;

/// What a rule sees.
#[derive(Debug)]
pub struct Ctx<'a> {
    /// The program.
    pub handbook: &'a Handbook,
    /// The files, for texts and paths.
    pub sources: &'a Sources,
    /// Every id that can be referred to, with its place.
    pub index: &'a Index,
    /// Every reference in the YAML files and front matter.
    pub refs: &'a [RefUse],
    /// The edition that is built.
    pub edition: &'a EditionChoice,
    /// The texts to judge, where not all are.
    pub only: Option<&'a std::collections::HashSet<crate::diag::FileId>>,
}

/// The edition that is built: its name and whom it is for.
#[derive(Debug, Clone)]
pub struct EditionChoice {
    /// Its name in `program.yaml`.
    pub name: Id,
    /// Pages for these readers are in it.
    pub audiences: Vec<Audience>,
    /// Whether it may hold private rows.
    pub private: bool,
}

impl EditionChoice {
    /// Whether a page for these readers is in it; a page without readers is for everyone.
    pub fn holds(&self, audience: &[Audience]) -> bool {
        audience.is_empty() || audience.iter().any(|a| self.audiences.contains(a))
    }
}

/// One rule.
pub trait Rule: Sync {
    /// The codes that it can give.
    fn codes(&self) -> &'static [&'static Code];

    /// Whether it judges each text by itself, so that one text can be judged again alone.
    fn is_about_texts(&self) -> bool {
        false
    }

    /// Pushes what it finds.
    fn check(&self, cx: &Ctx, found: &mut Vec<Diagnostic>);
}

/// All rules, in the order of the reference.
pub static RULES: &[&dyn Rule] = &[
    &reference::References,
    &wiki::WikiLinks,
    &wiki_embeds::Embeds,
    &links::Links,
    &images::Images,
    &headings::Headings,
    &marks::Marks,
    &html::RawHtml,
    &script::Scripts,
    &prose::PersonalData,
    &prose_numbers::NumbersInProse,
    &causal::CausalWords,
    &addresses::Addresses,
    &names::Names,
    &program::ProgramFile,
    &contacts::Contacts,
    &program_accent::Accent,
    &program_ids::UniqueIds,
    &program_dates::DatesInOrder,
    &phase::PhaseWeeks,
    &calendar::CalendarRows,
    &session::Sessions,
    &cohort::FeatureValues,
    &cohort_end::ClosedCohorts,
    &names_taken::NamesTaken,
    &cohort_invited::InvitedDiffers,
    &cohort_results::Results,
    &cohort_small::SmallResults,
    &cohort_overlap::SharedResults,
    &question::Scales,
    &question::UnusedQuestions,
    &choice::ChoiceAlone,
    &measure::Measures,
    &measure_overlap::SharedItems,
    &success::Success,
    &quote::LiveConsent,
    &learning::Learning,
];
