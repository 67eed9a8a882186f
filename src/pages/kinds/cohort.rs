//! One cohort: its story, its schedule on real dates, the features of its design.

use chrono::{NaiveDate, TimeDelta};

use crate::check::{Cohort, EditionChoice, Handbook, Session};
use crate::lang::Style;
use crate::model::{Feature, FeatureValue, SessionKind, SessionStatus, Text};
use crate::pages::view::{CohortView, DateLine, Dated, Fact, Link, Month, SessionRow, Term};
use crate::pages::{Here, Outline, Page, PageKind, Site, Subject};

/// The cohorts.
pub struct Cohorts;

impl PageKind for Cohorts {
    fn template(&self) -> &'static str {
        "cohort"
    }

    fn plan(&self, book: &Handbook, _: &Outline, _: &EditionChoice) -> Vec<(Subject, String)> {
        book.cohorts
            .iter()
            .map(|c| (Subject::Cohort(c.id.clone()), format!("cohort/{}.html", c.id)))
            .collect()
    }

    fn page(&self, site: &Site, here: &Here) -> Option<Page> {
        let Subject::Cohort(id) = here.subject() else { return None };
        let cohort = site.book.cohort(id.as_str())?;
        let title = site.text(&cohort.file.name);
        // Nobody needs the dates of what is over in a calendar of their own.
        let calendar = if site.is_closed(cohort) { String::new() } else { format!("{}.ics", cohort.id) };
        let view = CohortView {
            facts: facts(site, cohort),
            summary_html: site.summary(here, cohort),
            summary_lang: summary_lang(site, cohort),
            outcome: site.outcome(here, cohort),
            so_far: site.so_far(cohort),
            months: months(site, here, cohort),
            calendar,
            dates: dates(site, cohort),
            features: features(site, cohort),
            handbook: cohort.file.handbook.clone().unwrap_or_default(),
            others: others(site, here, cohort),
            title: title.clone(),
        };
        let description =
            site.ta("cohort-description", &[("cohort", &title), ("dates", &site.cohort_dates(cohort))]);
        let mut chrome = site.chrome_below(here, &title, &description, &[Subject::Cohorts], None);
        if !view.summary_lang.is_empty() {
            chrome.notices.push(site.untranslated("notice-untranslated-story"));
        }
        Some(Page::new(chrome, view))
    }
}

/// The neighbours in time and the page of all: a page that named every other would grow with each.
fn others(site: &Site, here: &Here, cohort: &Cohort) -> Vec<Link> {
    let cohorts = &site.book.cohorts;
    let Some(at) = cohorts.iter().position(|one| one.id == cohort.id) else { return Vec::new() };
    let near = [at.checked_sub(1), Some(at + 1)].into_iter().flatten().filter_map(|i| cohorts.get(i));
    let mut links: Vec<Link> = near.map(|one| site.link(here, &Subject::Cohort(one.id.clone()))).collect();
    if cohorts.len() > links.len() + 1 {
        links.push(site.link_as(here, &Subject::Cohorts, site.t("cohorts-all")));
    }
    links
}

fn facts(site: &Site, cohort: &Cohort) -> Vec<Fact> {
    let strong = |text: String| Fact { strong: text, ..Fact::default() };
    let weeks = site.tn("weeks-n", i64::from(cohort.weeks));
    vec![
        strong(site.cohort_dates(cohort)),
        strong(super::capital(&site.t(&format!("status-{}", cohort.file.status.word())))),
        strong(weeks),
        site.fact(&site.t(&format!("intake-{}", cohort.file.intake.word()))),
    ]
}

/// The story's language, where it is not the page's.
fn summary_lang(site: &Site, cohort: &Cohort) -> String {
    let own = |language: &Option<String>| language.as_deref().unwrap_or(site.first()) == site.tag();
    let here = cohort.summaries.is_empty() || cohort.summaries.iter().any(|(language, ..)| own(language));
    if here { String::new() } else { site.first().to_owned() }
}

/// The day by which a session is sorted: its own, or the Monday of its week.
fn sort_day(cohort: &Cohort, session: &Session) -> Option<NaiveDate> {
    session.date.or_else(|| session.week.map(|week| cohort.monday(week)))
}

/// The schedule by month; what has neither date nor week stands last. Meetings of the two stand here
/// only where they have a date: else each match finds its own.
fn months(site: &Site, here: &Here, cohort: &Cohort) -> Vec<Month> {
    let shown = |s: &&Session| s.kind != SessionKind::MatchMeeting || s.date.is_some();
    let mut sessions: Vec<&Session> = cohort.sessions.iter().filter(shown).collect();
    sessions.sort_by_key(|s| (sort_day(cohort, s).unwrap_or(NaiveDate::MAX), s.date.is_some(), s.at));
    let mut months: Vec<Month> = Vec::new();
    for session in sessions {
        let day = sort_day(cohort, session);
        let title = day.map_or_else(|| site.t("date-to-be-set"), |d| site.lang.date(d, Style::Month));
        let title = super::capital(&title);
        let row = row(site, here, cohort, session);
        match months.last_mut().filter(|month| month.title == title) {
            Some(month) => month.sessions.push(row),
            None => months.push(Month { title, sessions: vec![row] }),
        }
    }
    months
}

fn row(site: &Site, here: &Here, cohort: &Cohort, session: &Session) -> SessionRow {
    let monday = session.week.filter(|_| session.date.is_none()).map(|week| cohort.monday(week));
    SessionRow {
        anchor: session.id.to_string(),
        week: session.week.map(week_number).unwrap_or_default(),
        date: session.date.map(|day| site.dated(day, Style::Short)),
        days: monday.map(|day| site.lang.day_range(day, day + TimeDelta::days(6))).unwrap_or_default(),
        time: site.session_time(session),
        link: site.session_link(here, cohort, session),
        audience: super::capital(&site.audience(&session.audience)),
        note: note(site, session),
        cancelled: !session.takes_place(),
    }
}

/// What happened to it, whether one must come, and who finds the day where none is set.
fn note(site: &Site, session: &Session) -> String {
    let check_in = session.check_in.as_ref().and_then(|id| site.book.check_in(id.as_str()));
    let open = session.date.is_none() && session.takes_place();
    let unset = match check_in {
        _ if !open => String::new(),
        Some(check_in) => site.held_by(check_in.by).replace('*', ""),
        None => site.t("date-to-be-set"),
    };
    let notes = [unset, site.session_note(session)];
    notes.into_iter().filter(|note| !note.is_empty()).collect::<Vec<_>>().join(". ")
}

/// A week's number with a minus that reads as one.
fn week_number(week: i32) -> String {
    week.to_string().replace('-', "−")
}

fn dates(site: &Site, cohort: &Cohort) -> Vec<DateLine> {
    let named = cohort.file.dates.iter().map(|date| {
        let mut text = match date.until {
            Some(until) => site.lang.date_range(date.date, until),
            None => site.lang.date(date.date, Style::Medium),
        };
        if let Some(at) = date.at {
            text = format!("{text}, {}", site.lang.time(at));
        }
        let dated = Dated { iso: date.date.to_string(), text };
        (
            date.date,
            DateLine { date: dated, title: site.text(&date.name), note: site.maybe(date.note.as_ref()) },
        )
    });
    let pauses = cohort.file.holidays.iter().map(|holiday| {
        let to = holiday.to.unwrap_or(holiday.from);
        let text = if to == holiday.from {
            site.lang.date(to, Style::Medium)
        } else {
            site.lang.date_range(holiday.from, to)
        };
        let dated = Dated { iso: holiday.from.to_string(), text };
        (holiday.from, DateLine { date: dated, title: site.text(&holiday.name), note: site.t("no-sessions") })
    });
    let mut all: Vec<_> = named.chain(pauses).collect();
    all.sort_by_key(|(day, _)| *day);
    all.into_iter().map(|(_, line)| line).collect()
}

fn features(site: &Site, cohort: &Cohort) -> Vec<Term> {
    let term = |(feature, value, _): &(
        crate::model::Ref<crate::model::Feature>,
        FeatureValue,
        crate::diag::Place,
    )| {
        let declared = site.book.program.features.iter().find(|f| f.id == feature.id);
        let text = site.feature_value(declared, value);
        let text = super::capital(&text);
        let name = declared.map_or_else(|| feature.id.to_string(), |f| site.text(&f.name));
        Term { term: name, text_html: crate::markdown::escape(&text) }
    };
    cohort.file.features.0.iter().map(term).collect()
}

/// A unit or a choice in the page's language: of one word for all languages, the theme knows the common ones.
fn common(site: &Site, kind: &str, text: &Text) -> String {
    if text.languages().next().is_some() {
        return site.text(text);
    }
    let word = text.get(site.tag(), site.first());
    let key = format!("{kind}-{word}");
    if site.lang.has(&key) { site.t(&key) } else { word.replace('-', " ") }
}

impl Site<'_> {
    /// "8 hours", "facilitator", "yes".
    pub fn feature_value(&self, declared: Option<&Feature>, value: &FeatureValue) -> String {
        match value {
            FeatureValue::YesNo(true) => self.t("yes"),
            FeatureValue::YesNo(false) => self.t("no"),
            FeatureValue::Choice(written) => {
                let choice = declared.and_then(|f| f.choices.iter().find(|choice| choice.says(written)));
                choice.map_or_else(|| written.clone(), |choice| common(self, "choice", choice))
            }
            FeatureValue::Number(n) => {
                let unit = declared.and_then(|f| f.unit.as_ref()).map(|unit| common(self, "unit", unit));
                format!("{n} {}", unit.unwrap_or_default()).trim_end().to_owned()
            }
        }
    }

    /// A session's name, and the page to read for it: its guide, else its check-in.
    pub fn session_link(&self, here: &Here, _cohort: &Cohort, session: &Session) -> Link {
        let title = self.text(&session.title);
        let guide = session.guide.as_ref().map(|id| Subject::Guide(id.clone()));
        let check_in = session.check_in.as_ref().map(|id| Subject::CheckIn(id.clone()));
        let meeting = (session.kind == SessionKind::PeerMeeting).then_some(Subject::PeerMeetings);
        let page = guide.into_iter().chain(check_in).chain(meeting).find_map(|s| self.href(here, &s));
        Link { title, href: page.unwrap_or_default(), ..Link::default() }
    }

    /// "12:30–13:30".
    pub fn session_time(&self, session: &Session) -> String {
        let Some(at) = session.at else { return String::new() };
        let from = self.lang.time(at);
        match session.minutes {
            Some(minutes) => {
                format!("{from}–{}", self.lang.time(at + TimeDelta::minutes(i64::from(minutes))))
            }
            None => from,
        }
    }

    /// "Moved from 5 August: Summer pause", "Left out: …", "Cancelled".
    pub fn session_note(&self, session: &Session) -> String {
        let reason = session.reason.as_ref().map(|r| self.text(r)).unwrap_or_default();
        let with_reason = |text: String| if reason.is_empty() { text } else { format!("{text}: {reason}") };
        if session.status == SessionStatus::Cancelled {
            return with_reason(self.t("session-cancelled"));
        }
        if session.skipped {
            return with_reason(self.t("session-skipped"));
        }
        if let Some(from) = session.moved_from {
            return with_reason(self.ta("session-moved", &[("date", &self.lang.date(from, Style::Day))]));
        }
        if session.optional { self.t("session-optional") } else { String::new() }
    }
}

#[cfg(test)]
mod tests {
    use super::week_number;

    #[test]
    fn weeks_before_the_start_carry_a_minus() {
        for (week, text) in [(-8, "−8"), (-1, "−1"), (0, "0"), (1, "1"), (39, "39")] {
            assert_eq!(week_number(week), text);
        }
    }
}
