//! One measure: what it is, which questions it is made of, and what it showed over the cohorts.

use crate::charts;
use crate::check::{EditionChoice, Handbook};
use crate::markdown::escape;
use crate::model::{Answer, Better, Measure, Question, ScoreKind, Wave};
use crate::outcomes::derive;
use crate::pages::series::LATEST;
use crate::pages::view::{Fact, Link, MeasureItem, MeasureView, SeriesView, Term};
use crate::pages::{Here, Outline, Page, PageKind, Site, Subject};

/// The measures of measures.yaml.
pub struct Measures;

impl PageKind for Measures {
    fn template(&self) -> &'static str {
        "measure"
    }

    fn plan(&self, book: &Handbook, _: &Outline, _: &EditionChoice) -> Vec<(Subject, String)> {
        let page = |m: &Measure| (Subject::Measure(m.id.clone()), format!("measure/{}.html", m.id));
        book.measures.iter().map(page).collect()
    }

    fn page(&self, site: &Site, here: &Here) -> Option<Page> {
        let Subject::Measure(id) = here.subject() else { return None };
        let measure = site.book.measures.iter().find(|m| m.id == *id)?;
        let title = site.measure_name(id.as_str());
        let [levels, changes] = figures(site, here, measure);
        let drawn = levels.iter().chain(&changes).any(|one| !one.axis_html.is_empty());
        let none = match () {
            () if !levels.is_empty() || !changes.is_empty() => String::new(),
            () => site.t("across-no-figure"),
        };
        let view = MeasureView {
            facts: facts(site, measure),
            definition: definition(site, measure),
            items: items(site, here, measure),
            defs_html: if drawn { charts::defs().to_owned() } else { String::new() },
            latest: super::latest_of(site, site.closed().len()),
            title: title.clone(),
            levels,
            changes,
            none,
        };
        let description = site.ta("measure-description", &[("measure", &title)]);
        let above = [Subject::Cohorts, Subject::Compare];
        let above: Vec<Subject> = above.into_iter().filter(|one| site.plan.address(one).is_some()).collect();
        Some(Page::new(site.chrome_below(here, &title, &description, &above, None), view))
    }
}

/// Its levels by wave and role, and the changes of the same people.
pub fn figures(site: &Site, here: &Here, measure: &Measure) -> [Vec<SeriesView>; 2] {
    let id = measure.id.as_str();
    let closed = site.closed();
    let latest = &closed[closed.len().saturating_sub(LATEST)..];
    if let Some(question) = of_several(site, measure) {
        return [super::question::choices(site, here, question), Vec::new()];
    }
    let levels = site.all_series(latest, &|release| derive::levels(release, id));
    let changes = site.all_series(latest, &|release| derive::changes(release, id));
    [levels, changes].map(|all| {
        let view = |series| {
            let view = site.series_view(here, series, Link::default(), id);
            let title = Link { title: view.about.clone(), ..Link::default() };
            SeriesView { title, about: String::new(), ..view }
        };
        all.iter().map(view).collect()
    })
}

/// Who answers, and when.
fn facts(site: &Site, measure: &Measure) -> Vec<Fact> {
    let roles: Vec<String> = measure.roles.iter().map(|role| site.term(role.word(), true)).collect();
    let waves: Vec<String> =
        measure.waves.iter().map(|wave: &Wave| site.t(&format!("across-at-{}", wave.word()))).collect();
    let mut facts = Vec::new();
    if !roles.is_empty() {
        facts.push(site.fact(&site.ta("across-answered-by", &[("roles", &site.lang.list(&roles))])));
    }
    if !waves.is_empty() {
        facts.push(Fact { strong: super::capital(&site.lang.list(&waves)), ..Fact::default() });
    }
    facts
}

fn definition(site: &Site, measure: &Measure) -> Vec<Term> {
    let term = |key: &str, text: String| Term { term: site.t(key), text_html: escape(&text) };
    let mut all = vec![
        term("across-construct", site.t(&format!("construct-{}", measure.construct.word()))),
        term("across-score", score(site, measure)),
    ];
    if of_several(site, measure).is_none() {
        all.push(term("across-better", site.t(&format!("across-better-{}", measure.better.word()))));
    }
    if let Some(change) = measure.worthwhile_change {
        let n = site.lang.number(change);
        all.push(term("across-worthwhile", site.ta("across-worthwhile-text", &[("change", &n)])));
    }
    if let Some(aim) = site.aim(measure.id.as_str()) {
        all.push(term("across-aim", super::capital(&aim.text)));
    }
    if let Some(instrument) = &measure.instrument {
        let parts = [Some(&instrument.name), instrument.citation.as_ref(), instrument.license.as_ref()];
        let parts: Vec<&str> = parts.into_iter().flatten().map(|part| part.trim_end_matches('.')).collect();
        all.push(term("across-instrument", format!("{}.", parts.join(". "))));
    }
    all
}

/// How answers become a figure, and what counts as favourable.
fn score(site: &Site, measure: &Measure) -> String {
    let several = if measure.items.len() > 1 { "many" } else { "one" };
    let end = measure.better.word();
    let Some(score) = &measure.score else { return site.t("score-none") };
    match score.kind {
        ScoreKind::Mean => {
            let scale = ends(site, measure).unwrap_or((1, 5));
            let half = if measure.better == Better::Higher { 1 } else { -1 };
            let from = site.lang.number(f64::from(scale.0 + scale.1 + half) / 2.0);
            site.ta("score-mean", &[("items", several), ("from", &from), ("better", end)])
        }
        ScoreKind::ShareAtLeast => {
            let from = score.threshold.map(|from| site.lang.number(from)).unwrap_or_default();
            site.ta("score-share-at-least", &[("items", several), ("from", &from), ("better", end)])
        }
        ScoreKind::Nps => site.t("score-nps"),
        ScoreKind::GoalAttainmentT => site.t("score-goal-attainment"),
    }
}

/// The scale of its first item.
fn ends(site: &Site, measure: &Measure) -> Option<(i32, i32)> {
    match &site.book.question(measure.items.first()?.question.id.as_str())?.answer {
        Answer::Scale(scale) => site.book.scales.get(&scale.id).map(|scale| (scale.min, scale.max)),
        Answer::Nps => Some((0, 10)),
        _ => None,
    }
}

/// The question of which several choices may be taken, where that is the measure: each choice is a figure.
pub(super) fn of_several<'s>(site: &'s Site, measure: &Measure) -> Option<&'s Question> {
    let question = site.book.question(measure.items.first()?.question.id.as_str())?;
    matches!(&question.answer, Answer::Choices(choices) if choices.many).then_some(question)
}

fn items(site: &Site, here: &Here, measure: &Measure) -> Vec<MeasureItem> {
    let role = measure.roles.first().copied().unwrap_or(crate::model::Role::Mentee);
    let item = |item: &crate::model::Item| MeasureItem {
        link: site.link_as(
            here,
            &Subject::Question(item.question.id.clone()),
            site.question_text(item.question.id.as_str(), role),
        ),
        reversed: item.reversed,
    };
    measure.items.iter().map(item).collect()
}
