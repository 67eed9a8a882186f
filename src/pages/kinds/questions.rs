//! The question bank: a map of themes by phase that is its own filter, and every question below it.

use std::collections::BTreeMap;

use crate::check::{EditionChoice, Handbook};
use crate::markdown::escape;
use crate::model::{Question, Role};
use crate::pages::view::{
    BankCell, BankColumn, BankGroup, BankQuestion, BankRow, BankSet, Facet, Mirror, QuestionsView, Tone,
};
use crate::pages::{Here, Outline, Page, PageKind, Site, Subject};

/// The bank.
pub struct Bank;

/// Themes that stand beside the map: asked outside the year of a match.
const SETS: [&str; 4] = ["outcome", "peer", "probe", "program"];

impl PageKind for Bank {
    fn template(&self) -> &'static str {
        "questions"
    }

    fn plan(&self, book: &Handbook, _: &Outline, _: &EditionChoice) -> Vec<(Subject, String)> {
        if book.questions.is_empty() {
            Vec::new()
        } else {
            vec![(Subject::Questions, "questions.html".to_owned())]
        }
    }

    fn page(&self, site: &Site, here: &Here) -> Option<Page> {
        let total = site.book.questions.len();
        let title = site.t("questions-title");
        let lead = site.tn("questions-lead", i64::try_from(total).unwrap_or(0));
        let bank = Sorted::new(site);
        let columns = columns(site);
        let rows = bank.themes.iter().map(|theme| row(site, &bank, theme, columns.len())).collect();
        let view = QuestionsView {
            rows,
            sets: bank.sets.iter().map(|(theme, all)| set(site, theme, all)).collect(),
            roles: roles(site),
            groups: groups(site, here, &bank, &columns),
            total: u32::try_from(total).unwrap_or(u32::MAX),
            columns,
            title: title.clone(),
            lead: lead.clone(),
        };
        Some(Page::new(site.chrome(here, &title, &lead), view))
    }
}

/// Who can be asked, for the filter.
fn roles(site: &Site) -> Vec<Facet> {
    let facet = |role: &Role| Facet {
        id: role.word().to_owned(),
        title: match role {
            Role::Both => site.t("role-both"),
            role => super::capital(&site.term(role.word(), true)),
        },
    };
    [Role::Mentor, Role::Mentee, Role::Both].iter().map(facet).collect()
}

/// The questions by theme and column: start, the phases, end.
struct Sorted<'a> {
    themes: Vec<&'a str>,
    cells: BTreeMap<(&'a str, usize), Vec<&'a Question>>,
    sets: Vec<(&'a str, Vec<&'a Question>)>,
}

impl<'a> Sorted<'a> {
    fn new(site: &Site<'a>) -> Self {
        let mut this = Self { themes: Vec::new(), cells: BTreeMap::new(), sets: Vec::new() };
        for question in &site.book.questions {
            let theme = question.theme.as_deref().unwrap_or("other");
            if SETS.contains(&theme) {
                match this.sets.iter_mut().find(|(known, _)| *known == theme) {
                    Some((_, all)) => all.push(question),
                    None => this.sets.push((theme, vec![question])),
                }
                continue;
            }
            if !this.themes.contains(&theme) {
                this.themes.push(theme);
            }
            this.cells.entry((theme, column(site, question))).or_default().push(question);
        }
        this
    }
}

/// The column of a question: where it is asked first. Week 1 is the start; closing check-ins are the end.
fn column(site: &Site, question: &Question) -> usize {
    let asked = site.asked(question.id.as_str());
    let last = site.book.phases.len() + 1;
    let at_end = asked.iter().all(|a| match &a.subject {
        Some(Subject::CheckIn(id)) => site.book.check_in(id.as_str()).is_some_and(|c| {
            use crate::model::CheckInKind::{Closure, EndCollective, EndIndividual};
            matches!(c.kind, EndIndividual | EndCollective | Closure)
        }),
        _ => false,
    });
    if !asked.is_empty() && at_end {
        return last;
    }
    let Some(first) = asked.first() else { return 0 };
    match (&first.phase, first.week) {
        (Some(phase), week) if week != Some(1) => {
            site.book.phases.iter().position(|p| p.id.as_str() == phase).map_or(0, |i| i + 1)
        }
        _ => 0,
    }
}

fn columns(site: &Site) -> Vec<BankColumn> {
    let edge = |key: &str| BankColumn { title: site.t(key), tone: Tone::None };
    let phase =
        |p: &crate::model::Phase| BankColumn { title: site.text(&p.name), tone: site.tone(p.id.as_str()) };
    let mut columns = vec![edge("bank-start")];
    columns.extend(site.book.phases.iter().map(phase));
    columns.push(edge("bank-end"));
    columns
}

fn row(site: &Site, bank: &Sorted, theme: &str, columns: usize) -> BankRow {
    let cell = |column: usize| {
        let count = bank.cells.get(&(theme, column)).map_or(0, Vec::len);
        let group = if count == 0 { String::new() } else { group_id(theme, column) };
        BankCell { count: u32::try_from(count).unwrap_or(u32::MAX), group }
    };
    BankRow { title: theme_name(site, theme), cells: (0..columns).map(cell).collect() }
}

fn set(site: &Site, theme: &str, all: &[&Question]) -> BankSet {
    BankSet {
        title: theme_name(site, theme),
        count: u32::try_from(all.len()).unwrap_or(u32::MAX),
        group: theme.to_owned(),
    }
}

fn group_id(theme: &str, column: usize) -> String {
    format!("{theme}-{column}")
}

/// A theme's name: a string of the theme folder where it knows it, else its words.
fn theme_name(site: &Site, theme: &str) -> String {
    let key = format!("theme-{theme}");
    if site.lang.has(&key) { site.t(&key) } else { super::capital(&theme.replace('-', " ")) }
}

fn groups(site: &Site, here: &Here, bank: &Sorted, columns: &[BankColumn]) -> Vec<BankGroup> {
    let cells = bank.themes.iter().flat_map(|theme| (0..columns.len()).map(move |column| (*theme, column)));
    let in_map = cells.filter_map(|(theme, column)| {
        let all = bank.cells.get(&(theme, column))?;
        let when = &columns[column];
        Some(BankGroup {
            id: group_id(theme, column),
            title: site.ta("bank-group", &[("theme", &theme_name(site, theme)), ("when", &when.title)]),
            theme: theme.to_owned(),
            tone: when.tone,
            questions: all.iter().map(|q| entry(site, here, q)).collect(),
        })
    });
    let beside = bank.sets.iter().map(|(theme, all)| BankGroup {
        id: (*theme).to_owned(),
        title: theme_name(site, theme),
        theme: (*theme).to_owned(),
        tone: Tone::None,
        questions: all.iter().map(|q| entry(site, here, q)).collect(),
    });
    in_map.chain(beside).collect()
}

fn entry(site: &Site, here: &Here, question: &Question) -> BankQuestion {
    let id = question.id.as_str();
    let first = if question.role == Role::Mentor { Role::Mentor } else { Role::Mentee };
    let mirror = (question.text.mirrored && question.role == Role::Both)
        .then(|| Mirror { label: site.t("bank-mirrored"), text: site.text(question.text.of(Role::Mentor)) });
    let mut asked: Vec<_> = site.asked(id).iter().map(|a| site.asked_link(here, a)).collect();
    asked.truncate(4);
    BankQuestion {
        id: id.to_owned(),
        href: site.href_or_empty(here, &Subject::Question(question.id.clone())),
        text: site.text(question.text.of(first)),
        mirror,
        role: question.role.word().to_owned(),
        answers: site.who_answers(question),
        asked,
        wording_html: wording(site, question),
    }
}

fn wording(site: &Site, question: &Question) -> String {
    let Some(last) = question.history.iter().max_by_key(|h| h.until) else { return String::new() };
    let date = site.lang.date(last.until, crate::lang::Style::Medium);
    let text = site.text(last.text.of(question.role));
    escape(&site.ta("bank-wording", &[("date", &date), ("text", &text)]))
}

impl Site<'_> {
    /// A theme's name, for other pages.
    pub fn theme_name(&self, theme: &str) -> String {
        theme_name(self, theme)
    }
}
