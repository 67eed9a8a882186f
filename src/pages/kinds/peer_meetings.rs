//! Mentors meet mentors: the method, and the dates of each cohort.

use super::guide::{peer_guide, slot};
use crate::check::{Cohort, EditionChoice, Guide, Handbook, Session};
use crate::lang::Style;
use crate::model::{CohortStatus, SessionKind};
use crate::pages::view::{Article, Link, Meeting, MeetingList, PeerMeetingsView};
use crate::pages::{Here, Outline, Page, PageKind, Site, Subject};

/// The page of peer meetings.
pub struct PeerMeetings;

impl PageKind for PeerMeetings {
    fn template(&self) -> &'static str {
        "peer_meetings"
    }

    /// The guide that the calendar names is the page; without one, dates and questions are.
    fn plan(&self, book: &Handbook, outline: &Outline, _: &EditionChoice) -> Vec<(Subject, String)> {
        if !book.calendar.iter().any(|row| row.kind == SessionKind::PeerMeeting) {
            return Vec::new();
        }
        let guide = peer_guide(book).filter(|id| outline.holds(id.as_str()));
        let page = guide.as_ref().and_then(|id| book.guide(id.as_str())).map(|g| slot(g));
        vec![page.unwrap_or_else(|| (Subject::PeerMeetings, "peer-meetings.html".to_owned()))]
    }

    fn page(&self, site: &Site, here: &Here) -> Option<Page> {
        let guide = peer_guide(site.book).filter(|id| site.has_guide(id));
        let guide = guide.and_then(|id| site.book.guide_in(id.as_str(), site.tag()));
        let title = site.t("peer-meetings-title");
        let lead = site.t("peer-meetings-lead");
        let (article, chrome) = if let Some(guide) = guide {
            (site.article(here, guide), site.guide_chrome(here, guide))
        } else {
            let chrome = site.chrome_below(here, &title, &lead, &[Subject::Handbook], None);
            (Article { title, lead, ..Article::default() }, chrome)
        };
        let running = site.book.cohorts.iter().rev().filter(|c| c.file.status != CohortStatus::Closed);
        let view = PeerMeetingsView {
            article,
            cohorts: running
                .map(|c| meetings(site, here, c))
                .filter(|list| !list.meetings.is_empty())
                .collect(),
            questions: questions(site, here, guide.map(AsRef::as_ref)),
        };
        Some(Page::new(chrome, view))
    }
}

fn meetings(site: &Site, here: &Here, cohort: &Cohort) -> MeetingList {
    let all = cohort.sessions.iter().filter(|s| s.kind == SessionKind::PeerMeeting && !s.skipped);
    let meeting = |session: &Session| Meeting {
        week: session.week.map(|w| w.to_string()).unwrap_or_default(),
        date: session.date.map(|day| site.dated(day, Style::LongDay)),
        time: site.session_time(session),
        title: site.text(&session.title),
        note: site.session_note(session),
    };
    MeetingList {
        cohort: site.link(here, &Subject::Cohort(cohort.id.clone())),
        meetings: all.map(meeting).collect(),
        calendar: format!("{}cohort/{}.ics", crate::pages::address::root_of(here.address()), cohort.id),
    }
}

/// The bank's questions for peer meetings, without those that the guide shows.
fn questions(site: &Site, here: &Here, guide: Option<&Guide>) -> Vec<Link> {
    let shown = |id: &str| guide.is_some_and(|g| g.doc.embeds.iter().any(|e| g.doc.str(e.target) == id));
    let of_theme =
        site.book.questions.iter().filter(|q| q.theme.as_deref().is_some_and(|t| t.starts_with("peer")));
    of_theme
        .filter(|q| !shown(q.id.as_str()))
        .map(|q| site.link(here, &Subject::Question(q.id.clone())))
        .collect()
}
