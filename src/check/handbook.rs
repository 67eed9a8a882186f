//! The checked program: everything that pages and outcomes are made from.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, NaiveTime};
use chrono_tz::Tz;

use crate::diag::{FileId, Place};
use crate::model::{
    Audience, CalendarRow, Change, CheckIn, CohortFile, CohortStatus, Finding, FrontMatter, Id, Intake,
    Measure, Person, Phase, Program, Question, Quote, ResultRow, Scale, SessionKind, SessionStatus, Text,
};
use crate::parse::Doc;

/// The whole program, read and resolved. References that dangle have been reported; look-ups return `Option`.
#[derive(Debug)]
pub struct Handbook {
    /// `program.yaml`.
    pub program: Program,
    /// The phases, in order of weeks.
    pub phases: Vec<Phase>,
    /// The check-ins, as written.
    pub check_ins: Vec<CheckIn>,
    /// Named scales.
    pub scales: BTreeMap<Id, Scale>,
    /// The question bank, as written.
    pub questions: Vec<Question>,
    /// The measures of `measures.yaml`.
    pub measures: Vec<Measure>,
    /// The schedule in weeks.
    pub calendar: Vec<CalendarRow>,
    /// Findings.
    pub findings: Vec<Finding>,
    /// Design changes.
    pub changes: Vec<Change>,
    /// People who agreed to be named.
    pub people: Vec<Person>,
    /// The cohorts, by start.
    pub cohorts: Vec<Cohort>,
    /// The guides, by id; drafts are among them only with `--drafts`.
    pub guides: Vec<Arc<Guide>>,
    /// Files beside guides.
    pub assets: Vec<Asset>,
    /// The last change of each guide, by git; empty without it.
    pub changed: BTreeMap<FileId, NaiveDate>,
    /// Today, for "this week" and statuses.
    pub today: NaiveDate,
    /// Where each guide's id stands in `guides`; its translations follow it.
    pub(super) by_id: HashMap<Id, usize>,
}

impl Handbook {
    /// The site's default language.
    pub fn first_language(&self) -> &str {
        self.program.languages.first().map_or("en", String::as_str)
    }

    /// A guide in the default language.
    pub fn guide(&self, id: &str) -> Option<&Arc<Guide>> {
        self.guides.get(*self.by_id.get(id)?).filter(|guide| guide.language.is_none())
    }

    /// A guide in a language: its translation where there is one.
    pub fn guide_in(&self, id: &str, language: &str) -> Option<&Arc<Guide>> {
        let same = self.guides[*self.by_id.get(id)?..].iter().take_while(|guide| guide.id.as_str() == id);
        let own = same.clone().find(|guide| guide.language.as_deref() == Some(language));
        own.or_else(|| same.into_iter().find(|guide| guide.language.is_none()))
    }

    /// Learns where the guides stand, once they are in order.
    pub(super) fn locate(&mut self) {
        for (at, guide) in self.guides.iter().enumerate() {
            self.by_id.entry(guide.id.clone()).or_insert(at);
        }
    }

    /// A question of the bank.
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions.iter().find(|q| q.id.as_str() == id)
    }

    /// A check-in.
    pub fn check_in(&self, id: &str) -> Option<&CheckIn> {
        self.check_ins.iter().find(|c| c.id.as_str() == id)
    }

    /// A phase.
    pub fn phase(&self, id: &str) -> Option<&Phase> {
        self.phases.iter().find(|p| p.id.as_str() == id)
    }

    /// A contact.
    pub fn contact(&self, id: &str) -> Option<&crate::model::Contact> {
        self.program.contacts.iter().find(|c| c.id.as_str() == id)
    }

    /// A cohort.
    pub fn cohort(&self, id: &str) -> Option<&Cohort> {
        self.cohorts.iter().find(|c| c.id.as_str() == id)
    }
}

/// A cohort with its sessions on real dates.
#[derive(Debug)]
pub struct Cohort {
    /// The name of its folder.
    pub id: Id,
    /// `cohort.yaml`.
    pub file: CohortFile,
    /// `results.yaml`.
    pub results: Vec<ResultRow>,
    /// `quotes.yaml`.
    pub quotes: Vec<Quote>,
    /// `summary.md`, by language; `None` is the program's first.
    pub summaries: Vec<(Option<String>, FileId, Arc<Doc>)>,
    /// The compiled calendar: dated sessions by start, then those without a date by week.
    pub sessions: Vec<Session>,
    /// The phases with this cohort's own weeks: phase id, first week, last week.
    pub phases: Vec<(Id, i32, i32)>,
    /// How many weeks it runs.
    pub weeks: i32,
}

impl Cohort {
    /// Its last day; where none is written, when its weeks are over. One in which matches begin at any time then has
    /// none.
    pub fn last_day(&self) -> NaiveDate {
        if self.is_growing() {
            return NaiveDate::MAX;
        }
        let planned = || match self.file.intake {
            Intake::Rolling => NaiveDate::MAX,
            Intake::Fixed => self.monday(self.weeks + 1),
        };
        self.file.end.unwrap_or_else(planned)
    }

    /// Whether it has a day in common with another.
    pub fn runs_beside(&self, other: &Self) -> bool {
        self.file.start <= other.last_day() && other.file.start <= self.last_day()
    }

    /// Whether matches may still begin.
    pub fn is_growing(&self) -> bool {
        self.file.status != CohortStatus::Closed && self.file.intake == Intake::Rolling
    }

    /// The Monday of a week: week 1 holds the start.
    pub fn monday(&self, week: i32) -> NaiveDate {
        use chrono::{Datelike, Days};
        let start = self.file.start;
        let first = start - Days::new(u64::from(start.weekday().num_days_from_monday()));
        let days = i64::from(week - 1) * 7;
        first + chrono::TimeDelta::days(days)
    }

    /// The week that holds a day.
    pub fn week_of(&self, day: NaiveDate) -> i32 {
        let days = (day - self.monday(1)).num_days();
        i32::try_from(days.div_euclid(7)).unwrap_or(i32::MAX - 1) + 1
    }
}

/// A session of a cohort: from the calendar, moved, or its own.
#[derive(Debug, Clone)]
pub struct Session {
    /// Unique within the cohort; a recurring row numbers its sessions: `peer-meeting-1`.
    pub id: Id,
    /// The calendar row that it comes from.
    pub row: Option<Id>,
    /// What kind it is.
    pub kind: SessionKind,
    /// What it is called.
    pub title: Text,
    /// Who comes; never empty.
    pub audience: Vec<Audience>,
    /// Its week, counted from the cohort's start.
    pub week: Option<i32>,
    /// Its local date.
    pub date: Option<NaiveDate>,
    /// Its local time.
    pub at: Option<NaiveTime>,
    /// The instant of its start, in its own zone.
    pub starts: Option<DateTime<Tz>>,
    /// How long it takes.
    pub minutes: Option<u32>,
    /// What became of it.
    pub status: SessionStatus,
    /// What it covers.
    pub topics: Vec<String>,
    /// The guide to read for it.
    pub guide: Option<Id>,
    /// The check-in that it is.
    pub check_in: Option<Id>,
    /// Whether people may stay away.
    pub optional: bool,
    /// The group that it is for.
    pub group: Option<Id>,
    /// Where it takes place.
    pub location: Option<Text>,
    /// The date it was moved from, or why it was left out.
    pub moved_from: Option<NaiveDate>,
    /// Why it was moved or left out.
    pub reason: Option<Text>,
    /// Left out: by the cohort's word, or because it fell on a holiday.
    pub skipped: bool,
    /// Where it is written.
    pub place: Place,
}

impl Session {
    /// Neither left out nor called off.
    pub fn takes_place(&self) -> bool {
        !self.skipped && self.status != SessionStatus::Cancelled
    }
}

/// A guide, or a translation of one.
#[derive(Debug)]
pub struct Guide {
    /// Its path below `guides/` without `.md` and language; `index` pages have their folder's id (root: empty).
    pub id: Id,
    /// The language, for a translation (`midpoint.es.md`).
    pub language: Option<String>,
    /// Whether it is the `index.md` of its folder.
    pub is_index: bool,
    /// Its front matter.
    pub front: FrontMatter,
    /// Its text.
    pub doc: Arc<Doc>,
    /// Its file.
    pub file: FileId,
    /// A hash of the whole file.
    pub hash: u64,
    /// A hash of what other pages can tell of it: its front matter and the sheets that it holds.
    pub outside: u64,
    /// A hash of its anchors: links to it are judged by them.
    pub anchors: u64,
}

impl Guide {
    /// The folder that it stands in; empty at the top.
    pub fn section(&self) -> &str {
        let id = self.id.as_str();
        if self.is_index { id } else { id.rsplit_once('/').map_or("", |(folder, _)| folder) }
    }
}

/// A file beside guides.
#[derive(Debug, Clone)]
pub struct Asset {
    /// Its path below `guides/`.
    pub path: String,
    /// Its file.
    pub file: FileId,
}
