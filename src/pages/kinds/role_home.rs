//! What a role does now: the weeks of the running cohort, three questions, help, whom to write to.

use chrono::{NaiveDate, TimeDelta};

use crate::check::{Cohort, EditionChoice, Handbook, Session};
use crate::lang::Style;
use crate::model::{
    Audience, CheckIn, CheckInKind, Clock, CohortStatus, Contact, FrontMatter, GuideKind, HeldBy, Intake,
    Ref, Role, When,
};
use crate::pages::view::{Dated, Entry, RoleCohort, RoleHomeView, Ruler, WeekEvent, WeekRow};
use crate::pages::{Here, Outline, Page, PageKind, Site, Subject};

/// The homes of the roles.
pub struct RoleHome;

/// How many pages a home recommends: more would hide what to do now.
const READING: usize = 3;

/// The roles that have a home.
pub const ROLES: [Audience; 4] =
    [Audience::Mentor, Audience::Mentee, Audience::Facilitator, Audience::Coordinator];

impl PageKind for RoleHome {
    fn template(&self) -> &'static str {
        "role_home"
    }

    /// A role has a home where the edition is for it and holds something for it.
    fn plan(&self, book: &Handbook, outline: &Outline, edition: &EditionChoice) -> Vec<(Subject, String)> {
        let has_pages = |role: &Audience| {
            let named = |g: &std::sync::Arc<crate::check::Guide>| g.front.audience.contains(role);
            let guides = outline.sections.iter().flat_map(|s| &s.guides).any(named);
            let sessions = book.cohorts.iter().flat_map(|c| &c.sessions).any(|s| s.audience.contains(role));
            guides || sessions
        };
        let ours = ROLES.iter().filter(|role| edition.audiences.contains(role) && has_pages(role));
        ours.map(|role| (Subject::Role(*role), format!("{}.html", role.word()))).collect()
    }

    fn page(&self, site: &Site, here: &Here) -> Option<Page> {
        let Subject::Role(role) = *here.subject() else { return None };
        let title = site.title(here.subject());
        let questions = questions(site, here, role);
        let view = RoleHomeView {
            role: role.word().to_owned(),
            label: capital(&site.readers(role)),
            lead: site.t(&format!("role-home-{}-lead", role.word())),
            cohorts: cohorts(site, here, role),
            questions_title: if questions.is_empty() {
                String::new()
            } else {
                site.tn("role-questions", i64::try_from(questions.len()).unwrap_or(3))
            },
            questions_text: informal(site).map(|c| site.maybe(c.summary.as_ref())).unwrap_or_default(),
            questions,
            trouble: if matches!(role, Audience::Mentor | Audience::Mentee) {
                trouble(site, here)
            } else {
                Vec::new()
            },
            reading: reading(site, here, role),
            contacts: contacts(site).take(1).map(|c| site.contact(c)).collect(),
            instead: second_route(site).map(|c| site.contact(c)),
            title: title.clone(),
        };
        let description = view.lead.clone();
        let ruler = site.year().map(|_| Ruler::default());
        Some(Page::new(site.chrome_below(here, &title, &description, &[], ruler), view))
    }
}

/// A word with a capital, for headings.
pub fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |c| c.to_uppercase().chain(letters).collect())
}

/// The questions of the informal check-in, in the role's wording.
fn questions(site: &Site, here: &Here, role: Audience) -> Vec<crate::pages::view::QuestionCard> {
    let role = match role {
        Audience::Mentor => Role::Mentor,
        Audience::Mentee => Role::Mentee,
        _ => return Vec::new(),
    };
    let mut questions = informal(site).map(|c| site.set(here, c, Some(role)).questions).unwrap_or_default();
    questions.truncate(3);
    questions
}

/// The check-in that takes place inside the meetings.
fn informal<'a>(site: &Site<'a>) -> Option<&'a CheckIn> {
    site.book.check_ins.iter().find(|c| c.kind == CheckInKind::Informal)
}

fn trouble(site: &Site, here: &Here) -> Vec<Entry> {
    let Some(policies) = &site.book.program.policies else { return Vec::new() };
    let ways: [(&str, &Option<Ref<FrontMatter>>); 4] = [
        ("trouble-stuck", &policies.stuck),
        ("trouble-missed", &policies.missed_meeting),
        ("trouble-stop", &policies.ending),
        ("trouble-rematch", &policies.rematch),
    ];
    let entry = |(key, guide): (&str, &Option<Ref<FrontMatter>>)| {
        let guide = guide.as_ref()?;
        let mut href = site.href(here, &Subject::Guide(guide.id.clone()))?;
        if let Some(anchor) = &guide.anchor {
            href = format!("{href}#{anchor}");
        }
        Some(Entry { title: site.t(key), href, text: site.t(&format!("{key}-text")), ..Entry::default() })
    };
    ways.into_iter().filter_map(entry).collect()
}

/// What is written for this role alone first, then sheets and policies.
fn reading(site: &Site, here: &Here, role: Audience) -> Vec<Entry> {
    let guides = site.outline.sections.iter().flat_map(|s| &s.guides);
    let mut mine: Vec<_> = guides
        .filter(|g| g.front.audience.contains(&role))
        .map(|g| {
            let weight = match g.front.kind {
                GuideKind::Script => 0,
                GuideKind::Worksheet => 1,
                GuideKind::Guide => 2,
                GuideKind::Policy => 3,
            };
            (g.front.audience.len(), weight, g)
        })
        .collect();
    mine.sort_by_key(|(readers, weight, _)| (*readers, *weight));
    mine.into_iter().take(READING).map(|(_, _, guide)| site.entry(here, guide)).collect()
}

/// The coordinator first, then those who stand beside; the safeguarding contact has its own line.
fn contacts<'a>(site: &Site<'a>) -> impl Iterator<Item = &'a Contact> {
    let safety = crate::pages::chrome::safety_contact(site).map(|c| c.id.clone());
    site.book.program.contacts.iter().filter(move |c| Some(&c.id) != safety.as_ref())
}

/// Whom to write to past the first contact: the deputy, else the one for safety.
fn second_route<'a>(site: &'a Site<'_>) -> Option<&'a Contact> {
    let deputy = site.book.program.contacts.iter().find(|c| c.id.as_str() == "deputy");
    deputy.or_else(|| crate::pages::chrome::safety_contact(site))
}

fn cohorts(site: &Site, here: &Here, role: Audience) -> Vec<RoleCohort> {
    let of = |status| site.book.cohorts.iter().rev().filter(move |c| c.file.status == status);
    of(CohortStatus::Active).chain(of(CohortStatus::Planned)).map(|c| cohort(site, here, role, c)).collect()
}

fn cohort(site: &Site, here: &Here, role: Audience, cohort: &Cohort) -> RoleCohort {
    let rolling = cohort.file.intake == Intake::Rolling || cohort.file.clock == Clock::Match;
    let end = cohort.file.end.unwrap_or_else(|| cohort.monday(cohort.weeks) + TimeDelta::days(6));
    let name = site.text(&cohort.file.name);
    let on = |day: NaiveDate| site.lang.date(day, Style::Day);
    let first =
        cohort.sessions.iter().filter(|s| !s.skipped).filter_map(|s| s.week).min().unwrap_or(1).clamp(-8, 1);
    let last = cohort
        .sessions
        .iter()
        .filter(|s| !s.skipped)
        .filter_map(|s| s.week)
        .max()
        .unwrap_or(1)
        .max(cohort.weeks);
    let rows = (first..=last).map(|week| row(site, here, role, cohort, week, rolling));
    RoleCohort {
        id: cohort.id.to_string(),
        link: site.link(here, &Subject::Cohort(cohort.id.clone())),
        dates: site.lang.date_range(cohort.file.start, end),
        rolling,
        weeks: u32::try_from(cohort.weeks).unwrap_or(0),
        before: site.ta("role-before", &[("cohort", &name), ("date", &on(cohort.file.start))]),
        after: site.ta("role-after", &[("cohort", &name), ("date", &on(end))]),
        rows: rows.filter(|row| (1..=cohort.weeks).contains(&row.week) || !row.events.is_empty()).collect(),
        calendar: format!("{}cohort/{}.ics", crate::pages::address::root_of(here.address()), cohort.id),
    }
}

fn row(site: &Site, here: &Here, role: Audience, cohort: &Cohort, week: i32, rolling: bool) -> WeekRow {
    let monday = cohort.monday(week);
    let phase = cohort.phases.iter().find(|(_, from, to)| (*from..=*to).contains(&week));
    let total = cohort.weeks.to_string();
    let mut headline = site.ta("role-week", &[("week", &week.to_string()), ("total", &total)]);
    if let Some((id, from, _)) = phase {
        let name = site.phase_name(id.as_str());
        let key = if *from == week { "role-phase-begins" } else { "role-phase" };
        headline.push(' ');
        headline.push_str(&site.ta(key, &[("phase", &name)]));
    }
    WeekRow {
        week,
        starts: (!rolling).then(|| site.dated(monday, Style::Day)),
        headline,
        days: if rolling { String::new() } else { site.lang.day_range(monday, monday + TimeDelta::days(6)) },
        tone: phase.map(|(id, _, _)| site.tone(id.as_str())).unwrap_or_default(),
        x: site.track().start(week),
        events: events(site, here, role, cohort, week),
    }
}

fn events(site: &Site, here: &Here, role: Audience, cohort: &Cohort, week: i32) -> Vec<WeekEvent> {
    let mine = |s: &&Session| {
        s.week == Some(week)
            && !s.skipped
            && (s.audience.contains(&role)
                || s.audience.contains(&Audience::Everyone)
                || role == Audience::Coordinator)
    };
    let mut events: Vec<WeekEvent> = begins(site, here, cohort, week).into_iter().collect();
    events.extend(cohort.sessions.iter().filter(mine).map(|s| event(site, here, role, cohort, s)));
    if matches!(role, Audience::Mentor | Audience::Mentee) {
        events.extend(rhythms(site, here, role, cohort, week));
    }
    events
}

/// A phase that begins in this week; the first begins with everything else.
fn begins(site: &Site, here: &Here, cohort: &Cohort, week: i32) -> Option<WeekEvent> {
    let (phase, ..) = cohort.phases.iter().find(|(_, from, _)| *from == week && week > 1)?;
    let title = site.ta("phase-begins", &[("phase", &site.phase_name(phase.as_str()))]);
    Some(WeekEvent {
        link: site.link_as(here, &Subject::Phase(phase.clone()), title),
        ..WeekEvent::default()
    })
}

/// What recurs without standing on the calendar: questions in meetings, a word from staff.
fn rhythms(site: &Site, here: &Here, role: Audience, cohort: &Cohort, week: i32) -> Vec<WeekEvent> {
    let every = site.book.check_ins.iter().filter(|c| matches!(c.when, Some(When::EveryWeeks(_))));
    let due = every.filter(|c| site.weeks_in(c, cohort).contains(&week));
    let event = |c: &CheckIn| WeekEvent {
        link: site.link(here, &Subject::CheckIn(c.id.clone())),
        with: with(site, role, c.by),
        ..WeekEvent::default()
    };
    due.map(event).collect()
}

/// With whom a mentor or mentee holds a check-in: "Your mentee and a facilitator".
fn with(site: &Site, role: Audience, by: HeldBy) -> String {
    let other = site.term(if role == Audience::Mentor { "mentee" } else { "mentor" }, false);
    match by {
        HeldBy::Pair => site.ta("with-your", &[("who", &other)]),
        HeldBy::Facilitator => site.ta("with-your-facilitated", &[("who", &other)]),
        HeldBy::Staff => capital(&site.t("reader-coordinator")),
    }
}

/// With whom: by the check-in for the two sides of a match, else everybody who comes.
fn company(site: &Site, role: Audience, session: &Session) -> String {
    let check_in = session.check_in.as_ref().and_then(|id| site.book.check_in(id.as_str()));
    let of_match = matches!(role, Audience::Mentor | Audience::Mentee);
    match check_in.filter(|c| of_match && c.kind != CheckInKind::EndCollective) {
        Some(check_in) => with(site, role, check_in.by),
        None => capital(&site.audience(&session.audience)),
    }
}

fn event(site: &Site, here: &Here, role: Audience, cohort: &Cohort, session: &Session) -> WeekEvent {
    let at = session.date.map(|day| {
        let short = site.lang.date(day, Style::Weekday);
        let time = session.at.map(|t| site.lang.time(t));
        let text = time.map_or_else(|| short.clone(), |time| format!("{short} {time}"));
        Dated { iso: session.starts.map_or_else(|| day.to_string(), |s| s.to_rfc3339()), text }
    });
    let at_long = session.date.map(|day| {
        let long = capital(&site.lang.date(day, Style::LongDay));
        session.at.map_or_else(|| long.clone(), |t| format!("{long}, {}", site.lang.time(t)))
    });
    let mut detail: Vec<String> = session.minutes.map(|m| site.minutes(m)).into_iter().collect();
    detail.extend(session.location.as_ref().map(|l| site.text(l)));
    WeekEvent {
        link: site.session_link(here, cohort, session),
        at,
        at_long: at_long.unwrap_or_default(),
        detail: detail.join(", "),
        with: company(site, role, session),
    }
}
