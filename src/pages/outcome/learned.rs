//! What each side learned: mentees beside mentors, wave by wave, and the change of the same people.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::row::figures;
use super::short::wave;
use super::target::Target;
use super::{Desk, Seen};
use crate::lang::Arg;
use crate::model::{Answer, Better, Measure, ResultRow, Role, Survey, Wave};
use crate::outcomes::Published;
use crate::outcomes::derive::{self, Enough, Keyed, Response};
use crate::outcomes::disclose::{Class, FactKey, Form, Why};
use crate::pages::Site;
use crate::pages::series::with_survey;
use crate::pages::view::{Link, Notice, OutcomeView, Side, SideMeasure};

pub(super) fn fill(desk: &Desk, view: &mut OutcomeView) {
    for (role, title) in [(Some("mentee"), "mentee"), (Some("mentor"), "mentor"), (None, "")] {
        let side = side(desk, role, title);
        if !side.measures.is_empty() {
            desk.saw(Seen::Answers);
            view.sides.push(side);
        }
    }
    let measures = || view.sides.iter().flat_map(|side| &side.measures);
    let several = |one: &&SideMeasure| one.figures.rows.len() > 1;
    if measures().any(|one| several(&one) && !one.names_answers) {
        view.sides_notes.push(desk.site.t("outcome-shares-of"));
    }
    if view.sides.iter().flat_map(|side| &side.measures).any(|one| several(&one)) {
        view.sides_notes.push(desk.site.t("outcome-groups-of-answers"));
    }
    let pooled = pooled(desk);
    if !pooled.is_empty() {
        view.sides_notes.push(desk.site.ta("outcome-pooled", &[("names", &desk.site.lang.list(&pooled))]));
    }
}

/// The measures whose answers are told of several cohorts only.
fn pooled(desk: &Desk) -> Vec<String> {
    let hidden = desk.release.get().facts.iter().filter(|fact| {
        fact.class == Class::Sensitive && matches!(fact.form, Form::NotShown { why: Why::Pooled })
    });
    let names: BTreeSet<String> = hidden.map(|fact| desk.site.figure_name(&fact.key)).collect();
    names.into_iter().collect()
}

fn side(desk: &Desk, role: Option<&str>, title: &str) -> Side {
    let site = desk.site;
    let measures = site.book.measures.iter().filter_map(|measure| learned(desk, measure, role));
    let measures: Vec<SideMeasure> = measures.collect();
    let title = if title.is_empty() { String::new() } else { site.term(title, true) };
    let asked = asked(desk, role);
    let response: Vec<String> = asked.iter().map(|one| one.answered(site)).collect();
    Side {
        title: crate::pages::kinds::capital(&title),
        response: response.join(" "),
        alerts: too_few(desk, &asked),
        measures,
    }
}

/// A survey, or a result that came without rows, and how many answered.
pub(super) struct Asked {
    /// "End"; of a result, its measure, too.
    pub name: String,
    pub answered: u64,
    pub response: Option<Response>,
}

impl Asked {
    /// "Start: 38 of 39 answered."
    pub fn answered(&self, site: &Site) -> String {
        let (name, answered) = (Arg::from(self.name.clone()), Arg::from(self.answered));
        let mut args = vec![("wave", name), ("answered", answered)];
        args.extend(self.response.map(|response| ("n", Arg::from(response.invited))));
        site.lang.t(if args.len() == 3 { "outcome-answered" } else { "outcome-answered-unknown" }, &args)
    }
}

/// What one side was asked, with the answers that are published.
fn asked(desk: &Desk, role: Option<&str>) -> Vec<Asked> {
    let site = desk.site;
    let wave = |wave: &str| site.t(&format!("wave-{wave}"));
    let open = |figure: Published<&Form>| match *figure.get() {
        Form::Open { value } => Some(*value),
        _ => None,
    };
    let survey = |key: &FactKey| {
        let answered = open(desk.release.figure(&key.sibling("answered").ok()?)?)?;
        let name = with_survey(wave(key.wave()?), desk.release, key);
        Some(Asked { name, answered, response: derive::response(desk.release, key.population()) })
    };
    let surveys = derive::surveys(desk.release).into_iter().filter(|key| key.role() == role);
    let result = |(key, figure): Keyed| {
        let measure = key.variable().strip_suffix(".answered")?;
        let response = derive::response_of(desk.release, key, measure);
        let when = key.wave().map(|word| wave(word).to_lowercase());
        let name: Vec<String> = [Some(site.measure_name(measure)), when].into_iter().flatten().collect();
        let name = crate::pages::kinds::capital(&name.join(", "));
        Some(Asked { name, answered: open(figure)?, response })
    };
    let results =
        desk.release.figures().filter(|(key, _)| key.population() == "reported" && key.role() == role);
    surveys.filter_map(survey).chain(results.filter_map(result)).collect()
}

/// Warnings above figures that too few have answered for: one for each reason, with what it holds for.
pub(super) fn too_few(desk: &Desk, asked: &[Asked]) -> Vec<Notice> {
    let reasons = [(Enough::ForItself, "outcome-below-60"), (Enough::ForNothing, "outcome-below-40")];
    let alert = |(enough, text): (Enough, &str)| {
        let titles: Vec<String> = asked.iter().filter_map(|one| few_answered(desk, one, enough)).collect();
        (!titles.is_empty()).then(|| Notice { title: titles.join("; "), text: desk.site.t(text) })
    };
    reasons.into_iter().filter_map(alert).collect()
}

/// "End: 11 of 22 answered (50%)", where the response is this one.
fn few_answered(desk: &Desk, asked: &Asked, enough: Enough) -> Option<String> {
    let response = asked.response.filter(|one| one.enough() == enough)?;
    let (answered, n) = (response.answered.into(), response.invited.into());
    let percent = response.percent().into();
    let args = [("wave", asked.name.clone().into()), ("answered", answered), ("n", n), ("percent", percent)];
    Some(desk.site.lang.t("outcome-few-answered", &args))
}

/// One measure of one side; None where nothing of it is told.
fn learned(desk: &Desk, measure: &Measure, role: Option<&str>) -> Option<SideMeasure> {
    let id = measure.id.as_str();
    let mut levels: Vec<Keyed> = derive::levels(desk.release, id);
    levels.retain(|(key, figure)| key.role() == role && !is_pooled(figure.get()));
    levels.sort_by_key(|(key, _)| wave(key));
    let changes: Vec<Keyed> =
        derive::changes(desk.release, id).into_iter().filter(|(key, _)| key.role() == role).collect();
    let changes: Vec<Keyed> = changes.into_iter().filter(|(key, _)| may_compare(desk, key)).collect();
    if levels.is_empty() && changes.is_empty() {
        return chosen(desk, measure, role);
    }
    let last = levels.last().map(|(key, _)| wave(key));
    let mut rows = Vec::new();
    for (key, figure) in &levels {
        let target = desk.target(id, figure.get()).filter(|_| Some(wave(key)) == last);
        let of_wave = key.wave().map(|wave| desk.site.t(&format!("wave-{wave}"))).unwrap_or_default();
        let name = Link { title: with_survey(of_wave, desk.release, key), ..Link::default() };
        let mut row = desk.row_of(key, name, *figure, target.as_ref());
        row.target = target.map_or_else(String::new, |target: Target| {
            desk.site.ta("outcome-target-is", &[("target", &target.text)])
        });
        row.told.detail.extend(possible(desk, key, id, *figure).map(|text| format!("; {text}")));
        rows.push((row, *figure));
    }
    for (key, figure) in &changes {
        let name = Link { title: desk.site.t("outcome-same-people"), ..Link::default() };
        let mut row = desk.row(name, *figure, None);
        row.told.figure = changed(desk, measure, key, &row.told.figure);
        rows.push((row, *figure));
    }
    let mut figures = figures(rows);
    figures.notes.extend(caveats(desk, measure, role, levels.iter().map(|(key, _)| *key)));
    figures.notes.extend(reworded(desk, measure));
    let question = question(desk, measure, role);
    let name = desk.link_to(id, desk.site.measure_name(id));
    let names_answers = desk.site.answer_counted(id).is_some();
    Some(SideMeasure { name, question, figures, is_finer: false, names_answers })
}

/// One measure that is a question with several choices: how many took each.
fn chosen(desk: &Desk, measure: &Measure, role: Option<&str>) -> Option<SideMeasure> {
    let site = desk.site;
    let question_id = measure.items.first()?.question.id.as_str();
    let Answer::Choices(set) = &site.book.question(question_id)?.answer else { return None };
    let (mut rows, mut keys) = (Vec::new(), Vec::new());
    for choice in &set.choices {
        let mut told = derive::levels(desk.release, &format!("{question_id}.{}", choice.id));
        told.retain(|(key, figure)| key.role() == role && !is_pooled(figure.get()));
        told.sort_by_key(|(key, _)| wave(key));
        let several = told.len() > 1;
        for (key, figure) in told {
            let of_wave = key.wave().filter(|_| several).map(|wave| site.t(&format!("wave-{wave}")));
            let title = [Some(site.text(&choice.name)), of_wave].into_iter().flatten().collect::<Vec<_>>();
            let title = with_survey(title.join(", "), desk.release, key);
            let name = Link { title, ..Link::default() };
            let mut row = desk.row(name, figure, None);
            let possible = possible(desk, key, measure.id.as_str(), figure);
            row.told.detail.extend(possible.map(|text| format!("; {text}")));
            rows.push((row, figure));
            keys.push(key);
        }
    }
    let name = desk.link_to(measure.id.as_str(), site.measure_name(measure.id.as_str()));
    if rows.is_empty() {
        return None;
    }
    let mut figures = figures(rows);
    figures.notes.push(site.t("outcome-several"));
    figures.notes.extend(caveats(desk, measure, role, keys.into_iter()));
    Some(SideMeasure {
        name,
        question: question(desk, measure, role),
        figures,
        is_finer: true,
        names_answers: true,
    })
}

fn is_pooled(form: &Form) -> bool {
    matches!(form, Form::NotShown { why: Why::Pooled })
}

/// What a reader must know of results that came without rows, of the waves that are told.
fn caveats<'k>(
    desk: &Desk,
    measure: &Measure,
    role: Option<&str>,
    told: impl Iterator<Item = &'k FactKey>,
) -> Vec<String> {
    let waves: Vec<_> = told.filter(|key| key.population() == "reported").map(FactKey::wave).collect();
    let is_told = |row: &&ResultRow| {
        let of = row.role.filter(|role| *role != Role::Both).map(Role::word);
        row.measure.id == measure.id && of == role && waves.contains(&row.wave.map(Wave::word))
    };
    let caveats = desk.cohort.results.iter().filter(is_told).filter_map(|row| row.caveat.as_ref());
    caveats.map(|caveat| desk.site.text(caveat)).collect()
}

/// The wording, where one question is the whole measure.
fn question(desk: &Desk, measure: &Measure, role: Option<&str>) -> String {
    let [item] = measure.items.as_slice() else { return String::new() };
    let role = role.and_then(Role::from_word).unwrap_or(Role::Both);
    let words = desk.site.question_text(item.question.id.as_str(), role);
    // A question that quotes a sentence has its marks already.
    if words.starts_with(['“', '«']) { words } else { desk.site.ta("outcome-quote", &[("text", &words)]) }
}

/// What a figure could be, had everybody answered, where fewer than 60% did.
pub(super) fn possible(
    desk: &Desk,
    key: &FactKey,
    measure: &str,
    figure: Published<&Form>,
) -> Option<String> {
    of_all_asked(desk, derive::response_of(desk.release, key, measure)?, figure)
}

/// The same of a response.
pub(super) fn of_all_asked(desk: &Desk, response: Response, figure: Published<&Form>) -> Option<String> {
    if response.enough() == Enough::ForComparison {
        return None;
    }
    let (low, high) = derive::possible(figure, response)?;
    Some(desk.site.with("outcome-possible", &[("low", low), ("high", high)]))
}

/// Below 40% on either side, nothing is compared.
fn may_compare(desk: &Desk, key: &FactKey) -> bool {
    let enough = |survey: &str| derive::response(desk.release, survey).map(Response::enough);
    key.population().split('+').all(|survey| enough(survey) != Some(Enough::ForNothing))
}

/// "23 of 34: rose by 0.3 or more, start to end".
fn changed(desk: &Desk, measure: &Measure, key: &FactKey, figure: &str) -> String {
    let site = desk.site;
    let waves = key.wave().and_then(|waves| waves.split_once('-')).unwrap_or_default();
    let wave = |wave: &str| Arg::from(site.t(&format!("wave-{wave}")).to_lowercase());
    let by = Arg::from(site.lang.number(measure.worthwhile_change.unwrap_or_default()));
    let key = if measure.better == Better::Lower { "outcome-fell" } else { "outcome-rose" };
    let figure = Arg::from(figure.to_owned());
    site.lang.t(key, &[("figure", figure), ("from", wave(waves.0)), ("to", wave(waves.1)), ("by", by)])
}

/// That a question was reworded between the first and the last survey that asks it.
fn reworded(desk: &Desk, measure: &Measure) -> Option<String> {
    let asks = |survey: &&Survey| {
        measure.items.iter().any(|item| survey.questions.iter().any(|asked| asked.id == item.question.id))
    };
    // Where no day is written, a survey may have been asked on any of its cohort.
    let days =
        |or: NaiveDate| desk.cohort.file.surveys.iter().filter(asks).map(move |one| one.closes.unwrap_or(or));
    let (first, last) = (days(desk.cohort.file.start).min()?, days(desk.cohort.last_day()).max()?);
    let questions =
        measure.items.iter().filter_map(|item| desk.site.book.question(item.question.id.as_str()));
    let broken = questions.flat_map(|question| &question.history).find(|former| {
        // The day is the last one of the old words: asked on it, they are still the same.
        (first..last).contains(&former.until)
    })?;
    Some(desk.site.ta("outcome-reworded", &[("quarter", &desk.site.quarter(broken.until))]))
}
