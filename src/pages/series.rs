//! One figure over cohorts, in order of start: rows, gaps, breaks, and what a step from one cohort to the next
//! says. Must not rank, and must not say more than the published figures do.

use chrono::{NaiveDate, TimeDelta};

use super::aim::Aim;
use super::view::{Link, SeriesRow, SeriesView, Told};
use super::{Here, Site, Subject};
use crate::charts::{self, Mark, Name};
use crate::check::Cohort;
use crate::model::{CohortStatus, Measure, Survey};
use crate::outcomes::derive::{self, Asked, Break, Difference, Enough, Keyed, Step, Than};
use crate::outcomes::disclose::{Count, FactKey, Form};
use crate::outcomes::{Published, Release};

/// How many cohorts stand one below the other at most; the latest do.
pub const LATEST: usize = 24;

/// Which figures of a release belong to a series.
pub type Pick<'p> = &'p dyn for<'r> Fn(&'r Published<Release>) -> Vec<Keyed<'r>>;

/// A figure over cohorts, asked of one role at one time.
pub struct Series<'a> {
    /// "end", "baseline-end"; empty for records.
    pub wave: &'a str,
    /// "mentor"; may be empty.
    pub role: &'a str,
    /// In order of start; every cohort that is closed has one.
    pub points: Vec<Point<'a>>,
}

/// One cohort in it.
pub struct Point<'a> {
    /// The cohort.
    pub cohort: &'a Cohort,
    /// Its figure; None where no release has one.
    pub figure: Option<Keyed<'a>>,
}

impl Series<'_> {
    /// Whether any cohort has a number.
    pub fn is_shown(&self) -> bool {
        self.points.iter().any(|point| point.figure.is_some_and(|(_, form)| form.get().is_shown()))
    }
}

impl<'a> Site<'a> {
    /// The closed cohorts, in order of start.
    pub fn closed(&self) -> Vec<&'a Cohort> {
        self.book.cohorts.iter().filter(|cohort| self.is_closed(cohort)).collect()
    }

    /// Whether a cohort is over: as its release says, else as its file does.
    pub fn is_closed(&self, cohort: &Cohort) -> bool {
        let release = self.published.get(&cohort.id);
        release.map_or(cohort.file.status == CohortStatus::Closed, |release| release.get().closed)
    }

    /// The series of a measure, in order of wave and role; none where no cohort has a figure.
    pub fn all_series(&self, cohorts: &[&'a Cohort], pick: Pick) -> Vec<Series<'a>> {
        let figures: Vec<Vec<Keyed<'a>>> = cohorts
            .iter()
            .map(|cohort| self.published.get(&cohort.id).map(pick).unwrap_or_default())
            .collect();
        let mut kinds: Vec<(&str, &str)> = figures.iter().flatten().map(|(key, _)| kind(key)).collect();
        kinds.sort_by_key(|(wave, role)| (rank(wave), *wave, *role));
        kinds.dedup();
        let points = |of: (&str, &str)| {
            let one = |(cohort, figures): (&&'a Cohort, &Vec<Keyed<'a>>)| {
                let mine: Vec<_> = figures.iter().filter(|(key, _)| kind(key) == of).copied().collect();
                let point = |figure| Point { cohort, figure };
                if mine.is_empty() {
                    vec![point(None)]
                } else {
                    mine.into_iter().map(|figure| point(Some(figure))).collect()
                }
            };
            cohorts.iter().zip(&figures).flat_map(one).collect()
        };
        kinds.iter().map(|of| Series { wave: of.0, role: of.1, points: points(*of) }).collect()
    }

    /// A series as it is printed. `measure` is what it is a figure of, where measures.yaml has it.
    pub fn series_view(&self, here: &Here, series: &Series<'a>, title: Link, measure: &str) -> SeriesView {
        let own = self.book.measures.iter().find(|m| m.id.as_str() == measure);
        // A year's target belongs to what is asked last, and to no change.
        let last_wave =
            own.and_then(|m| m.waves.iter().map(|wave| wave.word()).max_by_key(|word| rank(word)));
        let aim = self.aim(measure).filter(|_| last_wave.is_none_or(|wave| wave == series.wave));
        let mut view = SeriesView {
            id: [measure, series.role, series.wave]
                .iter()
                .filter(|part| !part.is_empty())
                .copied()
                .collect::<Vec<_>>()
                .join("-"),
            title,
            about: self.who_and_when(series.role, series.wave),
            target: aim
                .as_ref()
                .map_or_else(String::new, |aim| self.ta("across-target", &[("aim", &aim.text)])),
            ..SeriesView::default()
        };
        let mut last: Option<&Point<'a>> = None;
        let mut drawn: Option<&Form> = None;
        let mut held_back: Vec<&Cohort> = Vec::new();
        // Of several surveys of a cohort, as one for each site, nobody knows which goes with which of another year.
        let alone = |point: &Point| {
            let same = |other: &&Point| other.cohort.id == point.cohort.id && other.figure.is_some();
            series.points.iter().filter(same).count() == 1
        };
        let before = |point: &Point<'a>| {
            let all = self.closed().into_iter().map(|cohort| (cohort.file.start, &cohort.id));
            let last = derive::last_before(point.cohort.file.start, all)?;
            series.points.iter().find(|one| one.cohort.id == *last).filter(|one| alone(one) && alone(point))
        };
        for point in &series.points {
            let mut row = self.row(here, point, measure, aim.as_ref());
            if let Some((_, figure)) = point.figure.filter(|(_, figure)| figure.get().is_shown()) {
                if let Some(broken) = last.and_then(|last| self.break_between(own, last, point)) {
                    row.broken = broken;
                    row.axis_html = drawn.take().map(|form| self.axis(form)).unwrap_or_default();
                } else if let Some(before) =
                    before(point).filter(|before| self.break_between(own, before, point).is_none())
                {
                    row.step = self.step_from(before, point, measure, &mut view.notes);
                }
                if !row.chart_html.is_empty() {
                    drawn = Some(*figure.get());
                }
                last = Some(point);
                held_back.extend(self.holds_back(point).then_some(point.cohort));
            }
            let of_mean = point.figure.is_some_and(|(_, figure)| matches!(figure.get(), Form::Mean { .. }));
            if row.told.shown && !row.told.note.is_empty() && !of_mean {
                note_once(&mut view.notes, std::mem::take(&mut row.told.note));
            }
            view.rows.push(row);
        }
        view.notes.extend(self.held_back(held_back));
        view.axis_html = drawn.map(|form| self.axis(form)).unwrap_or_default();
        view
    }

    /// Whether a figure was corrected since, and the correction is not shown.
    fn holds_back(&self, point: &Point) -> bool {
        let release = self.published.get(&point.cohort.id).map(Published::get);
        point.figure.zip(release).is_some_and(|((key, _), release)| release.holds_back(key))
    }

    /// That corrections of these cohorts are not shown, in one sentence; None without any.
    pub fn held_back(&self, mut cohorts: Vec<&Cohort>) -> Option<String> {
        cohorts.dedup_by_key(|cohort| &cohort.id);
        let names: Vec<String> = cohorts.iter().map(|cohort| self.text(&cohort.file.name)).collect();
        (!names.is_empty()).then(|| self.ta("held-back", &[("cohorts", &self.lang.list(&names))]))
    }

    fn row(&self, here: &Here, point: &Point<'a>, measure: &str, aim: Option<&Aim>) -> SeriesRow {
        let cohort = self.link(here, &Subject::Cohort(point.cohort.id.clone()));
        let Some((key, figure)) = point.figure else {
            let told = Told { figure: self.t("across-gap"), note: self.gap(point.cohort), ..Told::default() };
            return SeriesRow { cohort, told, ..SeriesRow::default() };
        };
        let told = self.told_of(key, figure);
        let title = match self.published.get(&point.cohort.id) {
            Some(release) => with_survey(cohort.title, release, key),
            None => cohort.title,
        };
        let cohort = Link { title, ..cohort };
        let title = format!("{}: {}", cohort.title, told.figure);
        let name = Name { title: &title, description: &told.detail };
        let target = aim.and_then(|aim| aim.place(figure.get()));
        let chart = Mark::of(figure).map(|mark| charts::range(mark, target, name));
        SeriesRow {
            possible: self.possible(figure.get(), self.answers(point.cohort, key, measure)),
            chart_html: chart.unwrap_or_default(),
            cohort,
            told,
            ..SeriesRow::default()
        }
    }

    /// Why a cohort has no figure in a series.
    fn gap(&self, cohort: &Cohort) -> String {
        let released = self.published.contains_key(&cohort.id);
        self.t(if released { "across-gap-none" } else { "across-gap-unreleased" })
    }

    /// Where answers come from, and how many of those who were asked gave one.
    fn answers(&self, cohort: &Cohort, key: &FactKey, measure: &str) -> Asked {
        let Some(release) = self.published.get(&cohort.id) else { return Asked::Unknown };
        if key.population() != "reported" && key.wave().is_none() {
            return Asked::Records;
        }
        derive::response_of(release, key, measure).map_or(Asked::Unknown, Asked::Answers)
    }

    /// What a figure may be, had everybody answered; said where fewer than 60% did.
    fn possible(&self, form: &Form, asked: Asked) -> String {
        let Asked::Answers(response) = asked else { return String::new() };
        if !form.is_shown() || response.enough() == Enough::ForComparison {
            return String::new();
        }
        let mut numbers = vec![("answered", response.answered), ("invited", response.invited)];
        match form.had_all_answered(response.invited) {
            Some((low, high)) if low > 0 || high < response.invited => {
                numbers.push(("low", Count::AtLeast(low).percent(response.invited)));
                numbers.push(("high", Count::AtMost(high).percent(response.invited)));
                self.with("across-possible", &numbers)
            }
            _ => self.with("across-few-answered", &numbers),
        }
    }

    /// Why the series breaks between two figures.
    fn break_between(&self, measure: Option<&Measure>, last: &Point, point: &Point) -> Option<String> {
        let ((before, old), (key, new)) = (last.figure?, point.figure?);
        if let Some(broken) = derive::broken(new, old) {
            return Some(self.t(match broken {
                Break::Form => "across-break-form",
                Break::Scale => "across-break-scale",
            }));
        }
        let measure = measure?;
        let (then, now) = (day(last.cohort, before), day(point.cohort, key));
        let items = measure.items.iter().filter_map(|item| self.book.question(item.question.id.as_str()));
        let until = items.flat_map(|question| &question.history).map(|past| past.until);
        if let Some(until) = until.filter(|until| then <= *until && now > *until).max() {
            let date = self.lang.date(until, crate::lang::Style::Medium);
            return Some(self.ta("across-break-reworded", &[("date", &date)]));
        }
        let items = [asked_items(measure, last.cohort, before), asked_items(measure, point.cohort, key)];
        let known = items.iter().all(|items| !items.is_empty());
        (known && items[0] != items[1]).then(|| self.t("across-break-items"))
    }

    /// What may be said of two cohorts that follow each other.
    fn step_from(
        &self,
        before: &Point<'a>,
        point: &Point<'a>,
        measure: &str,
        notes: &mut Vec<String>,
    ) -> String {
        let (Some(old), Some(new)) = (before.figure, point.figure) else { return String::new() };
        let with =
            |point: &Point<'a>, (key, figure): Keyed<'a>| (figure, self.answers(point.cohort, key, measure));
        let (after, old) = (with(point, new), with(before, old));
        let name = self.text(&before.cohort.file.name);
        let key = match derive::step(after, old) {
            None => return String::new(),
            Some(Step::Told(difference)) => {
                if [old.0, after.0].iter().any(|figure| derive::holds_unknown(figure.get())) {
                    note_once(notes, self.t("across-step-open"));
                }
                return self.difference(*difference.get(), &name);
            }
            Some(Step::Unrecorded) => "across-step-unrecorded",
            Some(Step::Coded) => "across-step-coded",
            // True of every step between means, so it is said once, below.
            Some(Step::Means) => {
                note_once(notes, self.t("across-step-means"));
                return String::new();
            }
            Some(Step::Response) => "across-step-response",
            Some(Step::Invited) => "across-step-invited",
        };
        self.ta(key, &[("cohort", &name)])
    }

    /// "Higher than Autumn 2023, by 29 percentage points; the range of the difference is +5 to +49."
    fn difference(&self, difference: Difference, cohort: &str) -> String {
        let key = match difference.than {
            Than::Higher => "across-step-higher",
            Than::Lower => "across-step-lower",
            Than::CannotTell => "across-step-same",
        };
        let args = [
            ("cohort", cohort.into()),
            ("points", difference.points.unsigned_abs().into()),
            ("low", signed(difference.low).into()),
            ("high", signed(difference.high).into()),
        ];
        self.lang.t(key, &args)
    }

    /// "Mentees, at the end", "Mentees, from the start to the end".
    pub fn who_and_when(&self, role: &str, wave: &str) -> String {
        let when = match wave.split_once('-') {
            Some((from, to)) => self.ta(
                "across-from-to",
                &[
                    ("from", &self.t(&format!("across-since-{from}"))),
                    ("to", &self.t(&format!("across-until-{to}"))),
                ],
            ),
            None if wave.is_empty() => String::new(),
            None => self.t(&format!("across-at-{wave}")),
        };
        let who = if role.is_empty() { String::new() } else { super::kinds::capital(&self.term(role, true)) };
        let parts = [who, when];
        let text = parts.iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(", ");
        super::kinds::capital(&text)
    }

    /// The scale below drawings of a form.
    fn axis(&self, form: &Form) -> String {
        let labels = match form {
            Form::Mean { low, high, .. } => {
                let tenths = |i: u32| low * 10 + (high.saturating_sub(*low)) * 10 * i / 4;
                [0, 1, 2, 3, 4].map(|i| match tenths(i) {
                    whole if whole % 10 == 0 => (whole / 10).to_string(),
                    tenths => self.lang.tenths(tenths),
                })
            }
            _ => [0, 25, 50, 75, 100].map(|percent| self.with("told-percent-of", &[("percent", percent)])),
        };
        charts::axis([&labels[0], &labels[1], &labels[2], &labels[3], &labels[4]])
    }
}

fn note_once(notes: &mut Vec<String>, note: String) {
    if !notes.contains(&note) {
        notes.push(note);
    }
}

/// Which series a figure belongs to.
fn kind(key: &FactKey) -> (&str, &str) {
    (key.wave().unwrap_or_default(), key.role().unwrap_or_default())
}

/// Waves in the order of the year.
fn rank(wave: &str) -> usize {
    let last = wave.rsplit_once('-').map_or(wave, |(_, last)| last);
    ["baseline", "midpoint", "end", "follow_up"].iter().position(|one| *one == last).unwrap_or(usize::MAX)
}

fn survey<'c>(cohort: &'c Cohort, key: &FactKey) -> Option<&'c Survey> {
    let id = key.population().rsplit_once('+').map_or(key.population(), |(_, last)| last);
    cohort.file.surveys.iter().find(|survey| survey.id.as_str() == id)
}

/// A title, with the survey where its cohort asks several of one side at one time, as one for each site.
pub fn with_survey(title: String, release: &Published<Release>, key: &FactKey) -> String {
    let all = derive::surveys(release);
    let is_survey = all.iter().any(|one| one.population() == key.population());
    let several = all.iter().filter(|one| (one.wave(), one.role()) == (key.wave(), key.role())).count() > 1;
    if is_survey && several { format!("{title} ({})", key.population()) } else { title }
}

/// The day by which a figure's wording is known: its survey's last, else about when its wave is.
fn day(cohort: &Cohort, key: &FactKey) -> NaiveDate {
    let weeks = |weeks: i32| cohort.file.start + TimeDelta::weeks(weeks.into());
    let end = || cohort.file.end.unwrap_or_else(|| weeks(cohort.weeks));
    survey(cohort, key).and_then(|survey| survey.closes).unwrap_or_else(|| match key.wave() {
        Some("baseline") => cohort.file.start,
        Some("midpoint") => weeks(cohort.weeks / 2),
        _ => end(),
    })
}

/// Which of a measure's items were asked; empty where there is no survey to tell.
fn asked_items<'m>(measure: &'m Measure, cohort: &Cohort, key: &FactKey) -> Vec<&'m str> {
    let Some(survey) = survey(cohort, key) else { return Vec::new() };
    let asked = |id: &&str| survey.questions.iter().any(|question| question.id.as_str() == *id);
    measure.items.iter().map(|item| item.question.id.as_str()).filter(asked).collect()
}

/// "+29", "−4", "0".
pub fn signed(points: i32) -> String {
    match points {
        1.. => format!("+{points}"),
        0 => "0".to_owned(),
        _ => format!("−{}", points.unsigned_abs()),
    }
}
