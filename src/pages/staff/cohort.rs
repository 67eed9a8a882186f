//! One cohort, match by match.

use chrono::NaiveDate;

use crate::check::{EditionChoice, Handbook};
use crate::lang::{Arg, Style};
use crate::model::Id;
use crate::outcomes::Tally;
use crate::outcomes::estimate::Survival;
use crate::outcomes::staff::{Figures, MatchLine, Open};
use crate::pages::kinds::capital;
use crate::pages::view::{Dated, Fact, Link, StaffCohortView, StaffOpen, StaffRow, StaffTable};
use crate::pages::{Here, Outline, Page, PageKind, Site, Subject};

/// The cohorts of a private edition.
pub struct Cohorts;

impl PageKind for Cohorts {
    fn template(&self) -> &'static str {
        "staff_cohort"
    }

    fn plan(&self, book: &Handbook, _: &Outline, edition: &EditionChoice) -> Vec<(Subject, String)> {
        let cohorts = book.cohorts.iter().filter(|_| edition.private);
        cohorts.map(|c| (Subject::StaffCohort(c.id.clone()), format!("private/{}.html", c.id))).collect()
    }

    fn page(&self, site: &Site, here: &Here) -> Option<Page> {
        let Subject::StaffCohort(id) = here.subject() else { return None };
        let cohort = site.book.cohort(id.as_str())?;
        let title = site.text(&cohort.file.name);
        let chrome = site.private_chrome(here, &title, &[Subject::Staff]);
        let view = match site.rows_of(id) {
            Some(rows) => site.private_cohort(id, title, rows),
            None => StaffCohortView { title, lead: site.t("private-no-rows"), ..StaffCohortView::default() },
        };
        Some(Page::new(chrome, view))
    }
}

/// A row of words.
pub(super) fn row(name: String, cells: impl IntoIterator<Item = String>) -> StaffRow {
    StaffRow { name, cells: cells.into_iter().map(said).collect(), ..StaffRow::default() }
}

fn said(text: String) -> Dated {
    Dated { text, ..Dated::default() }
}

impl Site<'_> {
    fn private_cohort(&self, id: &Id, title: String, rows: &Figures) -> StaffCohortView {
        let tables =
            [self.matches(rows), self.stayed(rows), self.private_answers(id, rows), self.tallies(rows)];
        StaffCohortView {
            title,
            facts: vec![
                self.fact(&self.ta("private-as-of", &[("date", &self.lang.date(rows.as_of, Style::Medium))])),
                Fact {
                    strong: self.counted("private-n-matches", rows.matches.len(), &[]),
                    ..Fact::default()
                },
            ],
            open: self.open(rows),
            tables: tables.into_iter().filter(|table| !table.rows.is_empty()).collect(),
            ..StaffCohortView::default()
        }
    }

    /// A sentence that counts matches, in the program's own word for them.
    pub(super) fn counted(&self, key: &str, n: usize, more: &[(&str, Arg)]) -> String {
        let matches = self.term("match", n != 1);
        self.lang.t(key, &[&[("n", n.into()), ("matches", matches.into())], more].concat())
    }

    pub(super) fn heads(&self, columns: &[&str]) -> Vec<String> {
        columns.iter().map(|column| self.t(&format!("private-{column}"))).collect()
    }

    fn open(&self, rows: &Figures) -> Vec<StaffOpen> {
        use Open as O;
        let all = [O::Expectations, O::Contact, O::EndingDate, O::EndingReason, O::Status];
        let of = |open: Open| {
            let matches = rows.matches.iter().filter(|one| one.open.contains(&open));
            let link = |one: &MatchLine| Link {
                title: one.id.clone(),
                href: format!("#{}", one.id),
                ..Link::default()
            };
            let matches: Vec<Link> = matches.map(link).collect();
            (!matches.is_empty())
                .then(|| StaffOpen { title: self.t(&format!("open-{}", open.word())), matches })
        };
        all.into_iter().filter_map(of).collect()
    }

    fn matches(&self, rows: &Figures) -> StaffTable {
        let word = |term: &str, several: bool| capital(&self.term(term, several));
        let mut heads = vec![word("match", false), word("mentor", true), word("mentee", true)];
        heads.extend(self.heads(&["began", "length", "stands", "expectations", "contact"]));
        StaffTable {
            id: "matches",
            title: word("match", true),
            heads,
            rows: rows.matches.iter().map(|line| self.line(line)).collect(),
            ..StaffTable::default()
        }
    }

    fn line(&self, one: &MatchLine) -> StaffRow {
        let dated =
            |day: Option<NaiveDate>| day.map(|day| self.dated(day, Style::Medium)).unwrap_or_default();
        let status = one.status.map_or_else(|| self.t("cell-not-recorded"), |word| self.named("match", word));
        let paused = if one.paused { format!(", {}", self.t("match-paused")) } else { String::new() };
        let reason = one.reason.map_or_else(String::new, |word| format!(": {}", self.named("reason", word)));
        let ended = match one.last_day {
            Some(day) if one.status.is_some_and(|word| word != "active" && word != "paused") => {
                format!(", {}", self.lang.date(day, Style::Medium))
            }
            _ => String::new(),
        };
        let weeks = one.days.and_then(|days| u32::try_from(days / 7).ok());
        let length = weeks.map(|n| self.with("weeks-n", &[("n", n)])).unwrap_or_default();
        let cells = vec![
            said(one.mentors.join(", ")),
            said(one.mentees.join(", ")),
            dated(one.matched_on),
            said(length),
            said(format!("{status}{paused}{ended}{reason}")),
            dated(one.expectations_on),
            dated(one.last_contact),
        ];
        StaffRow { id: one.id.clone(), name: one.id.clone(), cells }
    }

    /// A word of the rows as the theme says it, else as it stands there.
    fn named(&self, kind: &str, word: &str) -> String {
        let key = format!("{kind}-{word}");
        if self.lang.has(&key) { self.t(&key) } else { word.replace('_', " ") }
    }

    fn stayed(&self, rows: &Figures) -> StaffTable {
        let left_out = match rows.left_out {
            0 => String::new(),
            n => self.counted("private-left-out", n as usize, &[]),
        };
        let line = |(day, survival): &(u32, Option<Survival>)| {
            let name = self.with("private-day", &[("n", *day)]);
            let Some(s) = survival else {
                return row(name, [self.t("private-nobody-so-long"), String::new(), String::new()]);
            };
            let percent = |share: f64| self.with("told-percent-of", &[("percent", whole_percent(share))]);
            let range = self.ta(
                "private-range",
                &[("low", &percent(s.interval.low)), ("high", &percent(s.interval.high))],
            );
            row(name, [percent(s.share), range, s.followed.to_string()])
        };
        StaffTable {
            id: "stayed",
            title: self.t("private-retention"),
            note: left_out,
            heads: self.heads(&["after", "stayed", "similar", "followed"]),
            rows: rows.retention.iter().map(line).collect(),
        }
    }

    fn tallies(&self, rows: &Figures) -> StaffTable {
        let line = |(file, tally): &(String, Tally)| {
            row(file.clone(), [tally.read, tally.used, tally.reported].map(|n| n.to_string()))
        };
        StaffTable {
            id: "rows",
            title: self.t("private-rows"),
            heads: self.heads(&["file", "read", "used", "reported"]),
            rows: rows.rows.iter().map(line).collect(),
            ..StaffTable::default()
        }
    }
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a percentage")]
fn whole_percent(share: f64) -> u32 {
    (share * 100.0).round().clamp(0.0, 100.0) as u32
}
