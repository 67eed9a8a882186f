//! Cohorts: their index, and each one's schedule.
//!
//! What came of a cohort has a view of its own, which is there once it is published.

use serde::Serialize;

use super::{Dated, Fact, Link, OutcomeView, SoFar, Term, Told};

/// `cohorts.html`.
#[derive(Debug, Clone, Default, Serialize)]
pub struct CohortsView {
    /// The heading of the page.
    pub title: String,
    /// One or two sentences.
    pub lead: String,
    /// In order of start.
    pub cohorts: Vec<CohortLine>,
    /// All of them side by side; `None` where there is one alone.
    pub compare: Option<Link>,
    /// That corrections of some are not shown.
    pub note: Option<String>,
}

/// One cohort of the index.
#[derive(Debug, Clone, Default, Serialize)]
pub struct CohortLine {
    /// Its name and page.
    pub link: Link,
    /// "2 March to 27 November 2026".
    pub dates: String,
    /// "Closed".
    pub status: String,
    /// "38 pairs began"; empty until published.
    pub began: String,
    /// How many completed; `None` until published.
    pub completion: Option<Told>,
}

/// `cohort.html`.
#[derive(Debug, Clone, Default, Serialize)]
pub struct CohortView {
    /// "Spring 2026".
    pub title: String,
    /// Dates, status, intake.
    pub facts: Vec<Fact>,
    /// The cohort's story.
    pub summary_html: String,
    /// The story's language, where it is not the page's.
    pub summary_lang: String,
    /// What came of it, once it has closed and its figures are published: then the page begins with it.
    pub outcome: Option<OutcomeView>,
    /// What may be told while it is running.
    pub so_far: Option<SoFar>,
    /// The schedule by month; sessions without a week stand in a last group.
    pub months: Vec<Month>,
    /// Calendar file to subscribe to; empty without one.
    pub calendar: String,
    /// Dates before the start and pauses.
    pub dates: Vec<DateLine>,
    /// What this cohort's design does: features in force, by name.
    pub features: Vec<Term>,
    /// The handbook it runs with: "v2026.1"; empty if not stated.
    pub handbook: String,
    /// The cohort before, the one after, and the page of all.
    pub others: Vec<Link>,
}

/// One month of the schedule.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Month {
    /// "May 2026", or "Date to be set".
    pub title: String,
    /// Its sessions, in order.
    pub sessions: Vec<SessionRow>,
}

/// One session.
#[derive(Debug, Clone, Default, Serialize)]
pub struct SessionRow {
    /// The session's id, an anchor on the page.
    pub anchor: String,
    /// "9"; empty without a week.
    pub week: String,
    /// "Wed 13 May"; `None` without a date.
    pub date: Option<Dated>,
    /// The days of its week, where it has a week and no date: "20 to 26 April".
    pub days: String,
    /// "12:30–13:30", may be empty.
    pub time: String,
    /// Title, and its guide where it has one.
    pub link: Link,
    /// For whom: "Mentors".
    pub audience: String,
    /// "Moved from 5 August: Summer pause", "Cancelled"; may be empty.
    pub note: String,
    /// Will not take place: the row is struck.
    pub cancelled: bool,
}

/// A date that is not a session.
#[derive(Debug, Clone, Default, Serialize)]
pub struct DateLine {
    /// "30 January 2026", "3 to 21 August 2026".
    pub date: Dated,
    /// "Applications close".
    pub title: String,
    /// A note, may be empty.
    pub note: String,
}
