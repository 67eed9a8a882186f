//! One question: its wordings, where it is asked, how it is answered, what it said before, what came of it.

use crate::check::{EditionChoice, Handbook};
use crate::lang::Style;
use crate::model::{Answer, Measure, Question, Role};
use crate::outcomes::derive;
use crate::pages::series::LATEST;
use crate::pages::view::{Fact, Link, Mirror, PastWording, QuestionView, SeriesView};
use crate::pages::{Here, Outline, Page, PageKind, Site, Subject};

/// The questions.
pub struct Questions;

impl PageKind for Questions {
    fn template(&self) -> &'static str {
        "question"
    }

    fn plan(&self, book: &Handbook, _: &Outline, _: &EditionChoice) -> Vec<(Subject, String)> {
        book.questions
            .iter()
            .map(|q| (Subject::Question(q.id.clone()), format!("question/{}.html", q.id)))
            .collect()
    }

    fn page(&self, site: &Site, here: &Here) -> Option<Page> {
        let Subject::Question(id) = here.subject() else { return None };
        let question = site.book.question(id.as_str())?;
        let asked = site.asked(id.as_str());
        let results = results(site, here, question);
        let drawn = results.iter().any(|one| !one.axis_html.is_empty());
        let phase = asked.iter().find_map(|a| a.phase.clone()).unwrap_or_default();
        let view = QuestionView {
            wordings: wordings(site, question),
            tone: site.tone(&phase),
            facts: facts(site, question),
            options: options(site, question),
            asked: asked.iter().map(|a| site.asked_view(here, a)).collect(),
            history: history(site, question),
            near: near(site, here, question),
            defs_html: if drawn { crate::charts::defs().to_owned() } else { String::new() },
            results,
            part_of: part_of(site, here, question),
        };
        let title = site.text(question.text.of(question.role));
        let description = site.ta("question-description", &[("question", &title)]);
        Some(Page::new(site.chrome_below(here, &title, &description, &[Subject::Questions], None), view))
    }
}

fn wordings(site: &Site, question: &Question) -> Vec<Mirror> {
    let text = |role| site.text(question.text.of(role));
    if question.text.mirrored && question.role == Role::Both {
        let of = |role: Role| Mirror {
            label: site.ta("wording-for", &[("role", &site.term(role.word(), true))]),
            text: text(role),
        };
        return vec![of(Role::Mentee), of(Role::Mentor)];
    }
    vec![Mirror { label: String::new(), text: text(question.role) }]
}

fn facts(site: &Site, question: &Question) -> Vec<Fact> {
    let mut facts = vec![site.who_answers(question)];
    if let Some(theme) = &question.theme {
        facts.push(site.fact(&site.ta("fact-theme", &[("theme", &site.theme_name(theme))])));
    }
    facts
}

fn options(site: &Site, question: &Question) -> Vec<String> {
    match &question.answer {
        Answer::YesNo => vec![site.t("yes"), site.t("no")],
        Answer::Choices(choices) => choices.choices.iter().map(|c| site.text(&c.name)).collect(),
        Answer::Scale(scale) => site.book.scales.get(&scale.id).map_or_else(Vec::new, |scale| {
            let point = |value: i32| {
                let label = scale.labels.get(value.to_string().as_str()).map(|t| site.text(t));
                label.map_or_else(|| value.to_string(), |label| format!("{value} · {label}"))
            };
            (scale.min..=scale.max).map(point).collect()
        }),
        Answer::Text | Answer::Nps | Answer::GoalAttainment => Vec::new(),
    }
}

fn history(site: &Site, question: &Question) -> Vec<PastWording> {
    let mut past: Vec<_> = question.history.iter().collect();
    past.sort_by_key(|h| std::cmp::Reverse(h.until));
    let wording = |h: &crate::model::FormerWording| PastWording {
        until: site.dated(h.until, Style::Medium),
        text: site.text(h.text.of(question.role)),
    };
    past.into_iter().map(wording).collect()
}

/// What came of it over the cohorts: of a measure that it alone makes up, and of its choices. An item of a
/// larger scale has no result beside its scale's.
fn results(site: &Site, here: &Here, question: &Question) -> Vec<SeriesView> {
    let mut all = Vec::new();
    let alone = |m: &&Measure| {
        m.items.len() == 1 && has(m, question) && super::measure::of_several(site, m).is_none()
    };
    for measure in site.book.measures.iter().filter(alone) {
        let to = Subject::Measure(measure.id.clone());
        for series in super::measure::figures(site, here, measure).into_iter().flatten() {
            all.push(SeriesView { about: series.title.title, title: site.link(here, &to), ..series });
        }
    }
    all.extend(choices(site, here, question));
    all
}

/// How many took each of its choices, over the cohorts.
pub(super) fn choices(site: &Site, here: &Here, question: &Question) -> Vec<SeriesView> {
    let Answer::Choices(choices) = &question.answer else { return Vec::new() };
    let mut all = Vec::new();
    let closed = site.closed();
    let latest = &closed[closed.len().saturating_sub(LATEST)..];
    for choice in &choices.choices {
        let variable = format!("{}.{}", question.id, choice.id);
        let series = site.all_series(latest, &|release| {
            release
                .figures()
                .filter(|(key, _)| key.variable() == variable && !derive::is_paired(key))
                .collect()
        });
        let title = Link { title: site.text(&choice.name), ..Link::default() };
        all.extend(series.iter().map(|one| site.series_view(here, one, title.clone(), &variable)));
    }
    all
}

fn has(measure: &Measure, question: &Question) -> bool {
    measure.items.iter().any(|item| item.question.id == question.id)
}

/// The larger measures that it is an item of.
fn part_of(site: &Site, here: &Here, question: &Question) -> Vec<Link> {
    let larger = site.book.measures.iter().filter(|m| m.items.len() > 1 && has(m, question));
    larger.map(|m| site.link(here, &Subject::Measure(m.id.clone()))).collect()
}

fn near(site: &Site, here: &Here, question: &Question) -> Vec<Link> {
    let others = site.book.questions.iter().filter(|q| q.id != question.id && q.theme == question.theme);
    others.take(6).map(|q| site.link(here, &Subject::Question(q.id.clone()))).collect()
}
