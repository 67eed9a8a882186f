//! One cohort, match by match.

use chrono::NaiveDate;

use crate::check::{EditionChoice, Handbook};
use crate::lang::Style;
use crate::model::Id;
use crate::outcomes::Tally;
use crate::outcomes::estimate::Survival;
use crate::outcomes::staff::{Figures, MatchLine, Open};
use crate::pages::view::{Dated, Fact, Link, StaffCohortView, StaffLine, StaffMatch, StaffOpen};
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
            None => {
                StaffCohortView { title, left_out: site.t("private-no-rows"), ..StaffCohortView::default() }
            }
        };
        Some(Page::new(chrome, view))
    }
}

impl Site<'_> {
    fn private_cohort(&self, id: &Id, title: String, rows: &Figures) -> StaffCohortView {
        let matches = u32::try_from(rows.matches.len()).unwrap_or(u32::MAX);
        let left_out = match rows.left_out {
            0 => String::new(),
            n => self.with("private-left-out", &[("n", n)]),
        };
        StaffCohortView {
            title,
            facts: vec![
                self.fact(&self.ta("private-as-of", &[("date", &self.lang.date(rows.as_of, Style::Medium))])),
                Fact { strong: self.with("private-n-matches", &[("n", matches)]), ..Fact::default() },
            ],
            open: self.open(rows),
            matches: rows.matches.iter().map(|line| self.line(line)).collect(),
            retention: self.retention(rows),
            left_out,
            answers: self.private_answers(id, rows),
            rows: rows.rows.iter().map(|(file, tally)| self.tally(file, *tally)).collect(),
        }
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

    fn line(&self, one: &MatchLine) -> StaffMatch {
        let dated =
            |day: Option<NaiveDate>| -> Option<Dated> { day.map(|day| self.dated(day, Style::Medium)) };
        let plain = |word: &str| word.replace('_', " ");
        let state = |word: &str| self.named("match", word);
        let status = one.status.map_or_else(|| self.t("cell-not-recorded"), state);
        let paused = if one.paused { format!(", {}", self.t("match-paused")) } else { String::new() };
        let reason = one.reason.map_or_else(String::new, |reason| format!(": {}", plain(reason)));
        let ended = match one.last_day {
            Some(day) if one.status.is_some_and(|word| word != "active" && word != "paused") => {
                format!(", {}", self.lang.date(day, Style::Medium))
            }
            _ => String::new(),
        };
        let weeks = one.days.and_then(|days| u32::try_from(days / 7).ok());
        StaffMatch {
            id: one.id.clone(),
            mentors: one.mentors.join(", "),
            mentees: one.mentees.join(", "),
            began: dated(one.matched_on),
            length: weeks.map(|n| self.with("weeks-n", &[("n", n)])).unwrap_or_default(),
            stands: format!("{status}{paused}{ended}{reason}"),
            expectations: dated(one.expectations_on),
            contact: dated(one.last_contact),
        }
    }

    /// A word of the rows as the theme says it, else as it stands there.
    fn named(&self, kind: &str, word: &str) -> String {
        let key = format!("{kind}-{word}");
        if self.lang.has(&key) { self.t(&key) } else { word.replace('_', " ") }
    }

    fn retention(&self, rows: &Figures) -> Vec<StaffLine> {
        let line = |(day, survival): &(u32, Option<Survival>)| {
            let text = survival.as_ref().map_or_else(
                || self.t("private-nobody-so-long"),
                |s| {
                    let of = |share: f64| whole_percent(share);
                    let numbers = [
                        ("percent", of(s.share)),
                        ("low", of(s.interval.low)),
                        ("high", of(s.interval.high)),
                        ("n", s.followed),
                    ];
                    self.with("private-stayed", &numbers)
                },
            );
            StaffLine { name: self.with("private-day", &[("n", *day)]), text }
        };
        rows.retention.iter().map(line).collect()
    }

    fn tally(&self, file: &str, tally: Tally) -> StaffLine {
        let numbers = [("read", tally.read), ("used", tally.used), ("reported", tally.reported)];
        StaffLine { name: file.to_owned(), text: self.with("private-tally", &numbers) }
    }
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a percentage")]
fn whole_percent(share: f64) -> u32 {
    (share * 100.0).round().clamp(0.0, 100.0) as u32
}
