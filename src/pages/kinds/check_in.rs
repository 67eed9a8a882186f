//! One check-in: why, when, with whom, the sheets, the script.

use std::collections::HashSet;

use chrono::TimeDelta;

use super::guide::slot;
use crate::check::{Cohort, EditionChoice, Guide, Handbook, Session};
use crate::lang::Style;
use crate::model::{CheckIn, CheckInKind, CohortStatus, HeldBy, Id, Reader, Role, When};
use crate::pages::view::{
    Article, Asking, CheckInDate, CheckInView, Chrome, Contact, Link, QuestionCard, SideLink, Sidebar, Term,
};
use crate::pages::{Here, Outline, Page, PageKind, Site, Subject};

/// The check-ins.
pub struct CheckIns;

impl PageKind for CheckIns {
    fn template(&self) -> &'static str {
        "check_in"
    }

    /// A guide that is the page of several check-ins stands once; a phase's guide stays the phase's page.
    fn plan(&self, book: &Handbook, outline: &Outline, _: &EditionChoice) -> Vec<(Subject, String)> {
        let mut pages = Vec::new();
        let phase_guide =
            |guide: &Guide| book.phases.iter().any(|p| p.guide.as_ref().is_some_and(|g| g.id == guide.id));
        for check_in in &book.check_ins {
            let guide = check_in.guide.as_ref().and_then(|g| book.guide(g.id.as_str()));
            let page = match guide.filter(|g| outline.holds(g.id.as_str())) {
                Some(guide) if phase_guide(guide) => continue,
                Some(guide) => slot(guide),
                None => (Subject::CheckIn(check_in.id.clone()), format!("check-in/{}.html", check_in.id)),
            };
            if !pages.contains(&page) {
                pages.push(page);
            }
        }
        pages
    }

    fn page(&self, site: &Site, here: &Here) -> Option<Page> {
        let check_in = site.book.check_ins.iter().find(|c| is_page_of(c, here.subject()))?;
        let guide = check_in.guide.as_ref().and_then(|g| site.book.guide_in(g.id.as_str(), site.tag()));
        let guide = guide.filter(|g| site.has_guide(&g.id));
        let (mut article, mut chrome) = match guide {
            Some(guide) => (site.article(here, guide), site.guide_chrome(here, guide)),
            None => bare(site, here, check_in),
        };
        chrome.ruler = site.check_in_ruler(check_in);
        article.facts = site.check_in_facts(check_in);
        if let Some(guide) = guide.filter(|g| site.section_subject(g.section()) == Subject::CheckIns) {
            article.sidebar = site.sidebar(here, guide);
            article.sidebar.siblings = siblings(site, here, check_in);
            article.side_html.clear();
        }
        let intro_html = guide.map(|g| site.opening(here, g)).unwrap_or_default();
        let sheets = site.sheet_links(here, check_in);
        // The opening moves above the sheets; what is left stays the body.
        let rest =
            article.body_html.strip_prefix(&intro_html).filter(|_| !sheets.is_empty()).map(str::to_owned);
        let intro_html = if rest.is_some() { intro_html } else { String::new() };
        article.body_html = rest.unwrap_or(article.body_html);
        let shown = !sheets.is_empty() || guide.is_some_and(|g| !g.doc.embeds.is_empty());
        let tools = tools(site, here, check_in);
        let view = CheckInView {
            intro_html,
            sheets_text: if sheets.is_empty() { String::new() } else { sheets_text(site, check_in) },
            sheets,
            asked: if shown { Vec::new() } else { asked(site, here, check_in) },
            heard: if shown { String::new() } else { heard(site, check_in) },
            privacy: if shown { None } else { privacy(site, here) },
            dates: dates(site, here, check_in),
            contact: if guide.is_none() && check_in.by != HeldBy::Pair { contact(site) } else { None },
            results: if guide.is_none() && check_in.kind == CheckInKind::Midpoint {
                results(site)
            } else {
                Vec::new()
            },
            tools_title: if tools.is_empty() {
                String::new()
            } else {
                site.t(if check_in.by == HeldBy::Facilitator { "tools-facilitators" } else { "tools" })
            },
            tools,
            article,
        };
        Some(Page::new(chrome, view))
    }
}

fn is_page_of(check_in: &CheckIn, subject: &Subject) -> bool {
    match subject {
        Subject::CheckIn(id) => check_in.id == *id,
        Subject::Guide(id) => check_in.guide.as_ref().is_some_and(|g| g.id == *id),
        _ => false,
    }
}

/// A check-in without a guide: its name and summary, between its neighbours in the year.
fn bare(site: &Site, here: &Here, check_in: &CheckIn) -> (Article, Chrome) {
    let title = site.check_in_name(check_in.id.as_str());
    let lead = site.maybe(check_in.summary.as_ref());
    let chrome = site.chrome_below(here, &title, &lead, &[Subject::CheckIns], None);
    let all = site.check_ins_by_week();
    let link = |c: &CheckIn| site.link(here, &Subject::CheckIn(c.id.clone()));
    let at = all.iter().position(|c| c.id == check_in.id);
    let step = |by: isize| all.get(at?.checked_add_signed(by)?).map(|c| link(c));
    let section = site.link(here, &Subject::CheckIns);
    let sidebar = Sidebar { section, siblings: siblings(site, here, check_in), others: Vec::new() };
    (Article { title, lead, sidebar, previous: step(-1), next: step(1), ..Article::default() }, chrome)
}

/// All check-ins, this one marked.
fn siblings(site: &Site, here: &Here, check_in: &CheckIn) -> Vec<SideLink> {
    let sibling = |c: &CheckIn| {
        let Link { title, href, lang } = site.link(here, &Subject::CheckIn(c.id.clone()));
        SideLink { title, href, lang, here: c.id == check_in.id }
    };
    site.check_ins_by_week().into_iter().map(sibling).collect()
}

/// When to write the sheets, and how long that takes where the program says so.
fn sheets_text(site: &Site, check_in: &CheckIn) -> String {
    let minutes = check_in.reflections.iter().filter_map(|r| r.minutes).max();
    let enough = minutes
        .map(|m| format!(" {}", site.ta("sheets-minutes", &[("time", &super::capital(&site.minutes(m)))])));
    format!("{}{}", site.t("sheets-text"), enough.unwrap_or_default())
}

/// The questions: those for everybody first, then those of one side.
fn asked(site: &Site, here: &Here, check_in: &CheckIn) -> Vec<Asking> {
    let all: Vec<Id> = {
        let mut seen = HashSet::new();
        let each = check_in.reflections.iter().flat_map(|r| &r.questions).map(|q| q.id.clone());
        each.filter(|id| seen.insert(id.clone())).collect()
    };
    let of = |id: &Id| audience(check_in, id);
    let group = |role: Role| {
        let mine = all.iter().filter(|id| of(id) == role);
        let words = if role == Role::Both { Role::Mentee } else { role };
        let questions: Vec<_> = mine.filter_map(|id| mirrored(site, here, id, words, role)).collect();
        let everybody = all.iter().all(|id| of(id) == role);
        let title = match role {
            _ if everybody => String::new(),
            Role::Both => site.t("asked-of-both"),
            role => site.ta("asked-of", &[("who", &site.term(role.word(), true))]),
        };
        Asking { title, questions }
    };
    [Role::Both, Role::Mentor, Role::Mentee]
        .into_iter()
        .map(group)
        .filter(|a| !a.questions.is_empty())
        .collect()
}

/// A question's card; one that both answer, each in their own words, says the mentor's too.
fn mirrored(site: &Site, here: &Here, id: &Id, words: Role, of: Role) -> Option<QuestionCard> {
    let mut card = site.card(here, id.as_str(), words)?;
    let question = site.book.question(id.as_str())?;
    let other = site.text(question.text.of(Role::Mentor));
    if of == Role::Both && question.text.mirrored && other != card.text {
        card.note = format!("{} {other}", site.t("bank-mirrored"));
    }
    Some(card)
}

/// Which side a question of a check-in is for.
fn audience(check_in: &CheckIn, question: &Id) -> Role {
    let with = |role: Role| {
        let of = check_in.reflections.iter().filter(|r| r.role == role || r.role == Role::Both);
        of.flat_map(|r| &r.questions).any(|q| q.id == *question)
    };
    match (with(Role::Mentor), with(Role::Mentee)) {
        (true, false) => Role::Mentor,
        (false, true) => Role::Mentee,
        _ => Role::Both,
    }
}

/// Who hears what is said, where all sides are told the same.
fn heard(site: &Site, check_in: &CheckIn) -> String {
    let mut readers = check_in.reflections.iter().map(|r| &r.seen_by);
    let Some(first) = readers.next().filter(|first| !first.is_empty()) else { return String::new() };
    if readers.any(|other| other != first) {
        return String::new();
    }
    let others = first.iter().filter(|r| **r != Reader::SelfOnly);
    let words: Vec<String> = others.map(|r| site.t(&format!("reader-{}", r.word()))).collect();
    if words.is_empty() {
        site.t("seen-by-self-text")
    } else {
        site.ta("heard-by", &[("who", &site.lang.list(&words))])
    }
}

fn privacy(site: &Site, here: &Here) -> Option<Link> {
    let guide = site.book.program.policies.as_ref()?.privacy.as_ref()?;
    let subject = Subject::Guide(guide.id.clone());
    site.href(here, &subject).map(|_| site.link(here, &subject))
}

/// The first contact who is not the one for safety.
fn contact(site: &Site) -> Option<Contact> {
    let safety = crate::pages::chrome::safety_contact(site).map(|c| &c.id);
    site.book.program.contacts.iter().find(|c| Some(&c.id) != safety).map(|c| site.contact(c))
}

/// When it is held, cohort by cohort; the closed ones are past.
fn dates(site: &Site, here: &Here, check_in: &CheckIn) -> Vec<CheckInDate> {
    let open = site.book.cohorts.iter().rev().filter(|c| c.file.status != CohortStatus::Closed);
    let date = |cohort: &Cohort| {
        let ours = cohort.sessions.iter().filter(|s| s.check_in.as_ref() == Some(&check_in.id) && !s.skipped);
        let mut texts: Vec<String> = ours.filter_map(|s| held(site, cohort, s)).collect();
        if texts.is_empty() && matches!(check_in.when, Some(When::EveryWeeks(_))) {
            texts.push(site.weeks_spoken(&site.weeks_in(check_in, cohort)));
        }
        let text = super::capital(&texts.join("; "));
        let cohort = site.link(here, &Subject::Cohort(cohort.id.clone()));
        (!text.is_empty()).then_some(CheckInDate { cohort, text })
    };
    open.filter_map(date).collect()
}

/// A session's day and hour; without a day, the days of its week.
fn held(site: &Site, cohort: &Cohort, session: &Session) -> Option<String> {
    let Some(day) = session.date else {
        let monday = cohort.monday(session.week?);
        return Some(site.lang.day_range(monday, monday + TimeDelta::days(6)));
    };
    let time = site.session_time(session);
    let day = site.lang.date(day, Style::LongDay);
    Some(if time.is_empty() { day } else { format!("{day}, {time}") })
}

/// What may follow a midpoint, each as good as the others.
fn results(site: &Site) -> Vec<Term> {
    let result = |word: &str| Term {
        term: site.t(&format!("result-{word}")),
        text_html: site.t(&format!("result-{word}-text")),
    };
    ["continue", "adjust", "pause", "rematch", "end"].into_iter().map(result).collect()
}

/// The script and whatever else is written for this check-in.
fn tools(site: &Site, here: &Here, check_in: &CheckIn) -> Vec<Link> {
    let mut links = Vec::new();
    if let Some(script) = &check_in.script {
        let subject = Subject::Guide(script.id.clone());
        if let Some(href) = site.href(here, &subject) {
            let minutes = site.book.guide(script.id.as_str()).and_then(|g| g.front.minutes);
            let title = minutes.map_or_else(
                || site.t("run-sheet"),
                |m| site.ta("run-sheet-minutes", &[("time", &site.minutes(m))]),
            );
            links.push(Link { title, href, ..Link::default() });
        }
    }
    let related = site.outline.sections.iter().flat_map(|s| &s.guides).filter(|g| {
        g.front.check_in.as_ref().is_some_and(|c| c.id == check_in.id)
            && Some(&g.id) != check_in.guide.as_ref().map(|g| &g.id)
            && Some(&g.id) != check_in.script.as_ref().map(|s| &s.id)
    });
    let sheets: Vec<String> = site.sheet_links(here, check_in).into_iter().map(|s| s.link.href).collect();
    let more = related.map(|g| site.link(here, &Subject::Guide(g.id.clone())));
    links.extend(more.filter(|link| !sheets.contains(&link.href)));
    links
}
