//! The home page and the homes of the roles.
//!
//! A static page ages: it never states today's week. It gives dated rows, and
//! the theme's script marks the current one in the reader's browser.

use serde::Serialize;

use super::{Contact, Dated, Entry, Link, QuestionCard, Timeline, Tone};

/// `home.html`.
#[derive(Debug, Clone, Default, Serialize)]
pub struct HomeView {
    /// The program's tagline, or its name.
    pub title: String,
    /// The program in three or four sentences, as HTML paragraphs.
    pub lead_html: String,
    /// The score; `None` without phases.
    pub timeline: Option<Timeline>,
    /// One per role.
    pub doors: Vec<Door>,
    /// The rest of the home page's text, as HTML; may be empty.
    pub body_html: String,
}

/// A role's way in.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Door {
    /// "Mentor".
    pub title: String,
    /// Two plain sentences.
    pub text: String,
    /// "Your year as a mentor".
    pub link: Link,
}

/// `role_home.html`: what to do now, before anything else.
#[derive(Debug, Clone, Default, Serialize)]
pub struct RoleHomeView {
    /// The role's id: `mentor`, `mentee`, `facilitator`, `coordinator`.
    pub role: String,
    /// "Mentors": the line above the title.
    pub label: String,
    /// Title without script: "Your year as a mentor".
    pub title: String,
    /// One or two sentences.
    pub lead: String,
    /// Active cohorts first, then planned ones; closed ones are left out.
    pub cohorts: Vec<RoleCohort>,
    /// The heading over the questions: "Three questions for your next meeting"; empty without any.
    pub questions_title: String,
    /// How to use them, in a sentence.
    pub questions_text: String,
    /// Usually three.
    pub questions: Vec<QuestionCard>,
    /// "Stuck?", "Missed a meeting?", "Want to stop?", each with one sentence.
    pub trouble: Vec<Entry>,
    /// What is worth having at hand: expectations sheet, scripts, policies.
    pub reading: Vec<Entry>,
    /// Whom to write to.
    pub contacts: Vec<Contact>,
    /// Whom to write to if it concerns the first of them.
    pub instead: Option<Contact>,
}

/// The year of one cohort as a role meets it.
#[derive(Debug, Clone, Default, Serialize)]
pub struct RoleCohort {
    /// The cohort's id, an anchor on the page.
    pub id: String,
    /// Name and page.
    pub link: Link,
    /// "2 March to 27 November 2026".
    pub dates: String,
    /// Weeks count from each match's first meeting: rows then have no dates.
    pub rolling: bool,
    /// How many weeks.
    pub weeks: u32,
    /// The title before week 1: "Spring 2026 begins on 2 March."
    pub before: String,
    /// The title after the last week: "Spring 2026 ended on 27 November."
    pub after: String,
    /// Every week, one row each, and the weeks below 1 that have events. Rows
    /// without events are shown only while they are the current week.
    pub rows: Vec<WeekRow>,
    /// Calendar file, may be empty.
    pub calendar: String,
}

/// One week.
#[derive(Debug, Clone, Default, Serialize)]
pub struct WeekRow {
    /// Its number; below 1 before the start.
    pub week: i32,
    /// Its Monday; `None` in a rolling cohort.
    pub starts: Option<Dated>,
    /// The title when this week is now: "Week 9 of 39. The working phase begins."
    pub headline: String,
    /// Its days: "27 April to 3 May"; empty in a rolling cohort.
    pub days: String,
    /// The phase's colour.
    pub tone: Tone,
    /// Start of the week in the ruler, percent; negative before week 1.
    pub x: f64,
    /// What happens.
    pub events: Vec<WeekEvent>,
}

/// Something that happens in a week.
#[derive(Debug, Clone, Default, Serialize)]
pub struct WeekEvent {
    /// Name and page.
    pub link: Link,
    /// Date and time with offset, "Wednesday 12:30"; `None` where the pair decides.
    pub at: Option<Dated>,
    /// The same in full, for "Your next date": "Wednesday 13 May, 12:30".
    pub at_long: String,
    /// "one hour, online", may be empty.
    pub detail: String,
    /// "Your mentee and a facilitator", may be empty.
    pub with: String,
}
