//! The entities, by the file they stand in.

mod calendar;
mod guide;
mod learning;
mod program;
mod relationship;

pub use calendar::*;
pub use guide::*;
pub use learning::*;
pub use program::*;
pub use relationship::*;

use super::{Decode, Field, Mark, Marked};

/// A file of the content folder and what stands in it, for the reference.
#[derive(Debug, Clone, Copy)]
pub struct FileModel {
    /// Its path; `<id>` is the name of a folder, and `*` any.
    pub path: &'static str,
    /// What it holds: one entity, or a list.
    pub takes: &'static str,
    /// What each item of a list is; empty where it is no list.
    pub item: &'static str,
    /// What the entity is.
    pub doc: &'static str,
    /// Its keys.
    pub fields: &'static [Field],
}

/// The files, in the order in which a program is thought out. A test holds them against what is read.
pub const FILES: &[FileModel] = &[
    file::<Program>("program.yaml"),
    file::<Vec<Phase>>("phases.yaml"),
    file::<Vec<CheckIn>>("check-ins.yaml"),
    file::<QuestionsFile>("questions.yaml"),
    file::<Vec<Measure>>("measures.yaml"),
    file::<Vec<CalendarRow>>("calendar.yaml"),
    file::<FrontMatter>("guides/**/*.md"),
    file::<CohortFile>("cohorts/<id>/cohort.yaml"),
    file::<Vec<ResultRow>>("cohorts/<id>/results.yaml"),
    file::<Vec<Quote>>("cohorts/<id>/quotes.yaml"),
    file::<Vec<Finding>>("findings.yaml"),
    file::<Vec<Change>>("changes.yaml"),
    file::<Vec<Person>>("people.yaml"),
];

const fn file<T: Decode>(path: &'static str) -> FileModel {
    FileModel { path, takes: T::TYPE, item: T::ITEM, doc: T::DOC, fields: T::FIELDS }
}

macro_rules! marked {
    ($($Type:ty => $mark:ident),* $(,)?) => { $( impl Marked for $Type { const MARK: Mark = Mark::$mark; } )* };
}

marked! {
    FrontMatter => Guide, Phase => Phase, CheckIn => CheckIn, Question => Question, Scale => Scale,
    Measure => Measure, CalendarRow => CalendarRow, CohortFile => Cohort, SessionRow => Session,
    Person => Person, Contact => Contact, Site => Site, Track => Track, Feature => Feature,
    Finding => Finding, Change => Change, Criterion => Criterion, Survey => Survey, Edition => Edition,
}
