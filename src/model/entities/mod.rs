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

use super::{Mark, Marked};

macro_rules! marked {
    ($($Type:ty => $mark:ident),* $(,)?) => { $( impl Marked for $Type { const MARK: Mark = Mark::$mark; } )* };
}

marked! {
    FrontMatter => Guide, Phase => Phase, CheckIn => CheckIn, Question => Question, Scale => Scale,
    Measure => Measure, CalendarRow => CalendarRow, CohortFile => Cohort, SessionRow => Session,
    Person => Person, Contact => Contact, Site => Site, Track => Track, Feature => Feature,
    Finding => Finding, Change => Change, Criterion => Criterion, Survey => Survey, Edition => Edition,
}
