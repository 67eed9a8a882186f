//! One question: its wordings, where it is asked, how it is answered, what it said before.

use crate::check::{EditionChoice, Handbook};
use crate::lang::Style;
use crate::model::{Answer, Question, Role};
use crate::pages::view::{Fact, Link, Mirror, PastWording, QuestionView};
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
        let phase = asked.iter().find_map(|a| a.phase.clone()).unwrap_or_default();
        let view = QuestionView {
            wordings: wordings(site, question),
            tone: site.tone(&phase),
            facts: facts(site, question),
            options: options(site, question),
            asked: asked.iter().map(|a| site.asked_view(here, a)).collect(),
            history: history(site, question),
            near: near(site, here, question),
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

fn near(site: &Site, here: &Here, question: &Question) -> Vec<Link> {
    let others = site.book.questions.iter().filter(|q| q.id != question.id && q.theme == question.theme);
    others.take(6).map(|q| site.link(here, &Subject::Question(q.id.clone()))).collect()
}
