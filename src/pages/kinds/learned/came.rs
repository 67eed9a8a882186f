//! What came of a change, in words: the verdict, each difference, and what else must be known to read it.
//!
//! The words never say why anything moved.

use super::beside;
use crate::charts::{self, Name};
use crate::lang::Arg;
use crate::model::{Change, Target};
use crate::outcomes::Published;
use crate::outcomes::derive::{self, Aim, Compared, Difference, Moved, Released, Short, Span, Than};
use crate::outcomes::disclose::{FactKey, Form};
use crate::pages::Site;
use crate::pages::view::{Came, MovedFigure};

/// The verdicts, as their strings and signs are called.
pub const KINDS: [&str; 4] = ["as-intended", "no-clear", "other-way", "too-little"];

/// What came of a change.
pub fn came(site: &Site, change: &Change) -> Came {
    let nothing = |key: &str| Came { notes: vec![site.t(key)], ..verdict(site, Moved::TooLittle) };
    let Some(target) = &change.target else { return nothing("learned-no-target") };
    let Some(from) = &change.from_cohort else { return nothing("learned-not-in-force") };
    let span = derive::span(site.book, site.published, &from.id);
    let Some(first) = span.after.first() else { return nothing("learned-none-closed") };
    let Some(before) = span.before else { return nothing("learned-none-before") };
    judged(site, change, target, &span, Pair { before, after: *first })
}

/// The two cohorts that are compared.
#[derive(Clone, Copy)]
pub(super) struct Pair<'a> {
    pub before: Released<'a>,
    pub after: Released<'a>,
}

fn verdict(site: &Site, moved: Moved) -> Came {
    let kind = KINDS[moved as usize];
    Came { sign_html: charts::sign(kind), verdict: site.t(&format!("verdict-{kind}")), ..Came::default() }
}

fn judged(site: &Site, change: &Change, target: &Target, span: &Span, pair: Pair) -> Came {
    let measure = target.measure.id.as_str();
    let figures = derive::before_after(site.book, measure, pair.before, pair.after);
    let hoped_for = derive::hoped_for(site.book, measure, target.direction);
    let moved = derive::verdict(&figures, hoped_for);
    let told = figures.iter().filter(|figure| figure.judged.is_ok()).count();
    let held = short(site, &figures, pair);
    let mut notes = Vec::new();
    if figures.is_empty() {
        notes.push(site.t("learned-no-share"));
    } else if told == 0 {
        notes.clone_from(&held);
    } else {
        if told < figures.len() {
            let n = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
            notes.push(site.with("learned-judged-by", &[("n", n(told)), ("all", n(figures.len()))]));
        }
        notes.extend(reached(site, target, &figures, hoped_for));
        notes.extend(beside::cautions(site, &figures, pair));
        notes.extend(beside::alongside(site, change, pair));
        notes.extend(beside::regression(site, change, pair));
    }
    notes.extend(change.watch.iter().map(|watch| beside::watched(site, watch.measure.id.as_str(), pair)));
    notes.extend(beside::later(site, measure, span));
    if told > 0 {
        notes.extend(held);
    }
    let figures: Vec<MovedFigure> = figures.iter().filter_map(|one| moved_figure(site, one, pair)).collect();
    let ends = ["learned-fewer", "learned-no-difference", "learned-more"].map(|key| site.t(key));
    let ends_html =
        if figures.is_empty() { String::new() } else { charts::ends(ends.each_ref().map(|end| &**end)) };
    Came { figures, ends_html, notes, ..verdict(site, moved) }
}

/// Whether the shares reach the value that was hoped for; their ranges are another matter, and stand beside.
fn reached(site: &Site, target: &Target, figures: &[Compared], hoped_for: Than) -> Option<String> {
    let value = target.at_least?;
    let key = match derive::reaches(figures, hoped_for, value)? {
        Aim::Reached => "learned-reached",
        Aim::Missed => "learned-not-reached",
        Aim::Open => "learned-reached-open",
    };
    Some(site.ta(key, &[("percent", &site.lang.number((value * 1000.0).round() / 10.0))]))
}

fn moved_figure(site: &Site, figure: &Compared, pair: Pair) -> Option<MovedFigure> {
    let difference = *figure.judged.as_ref().ok()?;
    let label = figure_label(site, figure.key);
    let text = sentence(site, difference, pair);
    let drawing_html = charts::difference(difference, Name { title: &label, description: &text });
    Some(MovedFigure { label, drawing_html, text })
}

/// "Mentees, in the middle": who and when; of a check-in or a built-in measure, its name. With what a share counts,
/// where the measure's name does not say it.
pub(super) fn figure_label(site: &Site, key: &FactKey) -> String {
    match site.answer_counted(key.variable()).filter(|_| !derive::is_paired(key)) {
        Some(answer) => {
            site.ta("learned-of-answer", &[("figure", &who_and_when(site, key)), ("answer", &answer)])
        }
        None => who_and_when(site, key),
    }
}

fn who_and_when(site: &Site, key: &FactKey) -> String {
    if let Some(id) = key.variable().strip_prefix("check-in.") {
        return if site.recurs(id) { site.check_in_figure(id) } else { site.check_in_name(id) };
    }
    let (Some(wave), Some(role)) = (key.wave(), key.role()) else { return site.figure_name(key) };
    let role = match role {
        "both" => site.t("role-both"),
        role => super::super::capital(&site.term(role, true)),
    };
    let when = |wave: &str| site.t(&format!("learned-wave-{wave}"));
    match wave.split_once('-').filter(|_| derive::is_paired(key)) {
        Some((from, to)) => {
            site.ta("learned-same-people", &[("role", &role), ("from", &when(from)), ("to", &when(to))])
        }
        None => site.ta("learned-figure", &[("role", &role), ("wave", &when(wave))]),
    }
}

/// "33 of 38 in Autumn 2024, 14 of 24 in Autumn 2023: 29 points higher, 6 to 49."
pub(super) fn sentence(site: &Site, difference: Published<Difference>, pair: Pair) -> String {
    let Difference { after, before, points, low, high, than } = *difference.get();
    let of = |(x, n): (u32, u32)| site.with("told-of", &[("x", x), ("n", n)]);
    let (key, low, high) = match than {
        Than::Higher => ("learned-higher", low.max(1), high),
        // "36 points lower, 8 to 58": the smaller first.
        Than::Lower => ("learned-lower", high.min(-1), low),
        Than::CannotTell => ("learned-cannot-tell", low.min(0), high.max(0)),
    };
    let number = |points: i32| Arg::from(points.abs());
    site.lang.t(
        key,
        &[
            ("after", of(after).into()),
            ("before", of(before).into()),
            ("later", site.text(&pair.after.cohort.file.name).into()),
            ("earlier", site.text(&pair.before.cohort.file.name).into()),
            ("points", number(points)),
            ("low", number(low)),
            ("high", number(high)),
        ],
    )
}

/// The figures that cannot be judged, by reason; with their printed counts where both cohorts have them.
fn short(site: &Site, figures: &[Compared], pair: Pair) -> Vec<String> {
    let mut by_reason: Vec<(Short, Vec<String>)> = Vec::new();
    for figure in figures {
        let Err(reason) = &figure.judged else { continue };
        let words = short_figure(site, figure, pair);
        match by_reason.iter_mut().find(|(known, _)| known == reason) {
            Some((_, all)) if all.contains(&words) => {}
            Some((_, all)) => all.push(words),
            None => by_reason.push((*reason, vec![words])),
        }
    }
    let line = |(reason, all): (Short, Vec<String>)| {
        let why = site.t(match reason {
            Short::Reworded => "short-reworded",
            Short::Unanswered => "short-unanswered",
            Short::UnknownResponse => "short-unknown-response",
            Short::Unrecorded => "short-unrecorded",
            Short::Coded => "short-coded",
            Short::Mean => "short-mean",
            Short::TooFew => "short-too-few",
            Short::NotShown => "short-not-shown",
            Short::Several => "short-several",
            Short::OneOnly => "short-one-only",
        });
        site.ta("learned-short", &[("why", &why), ("figures", &all.join("; "))])
    };
    by_reason.into_iter().map(line).collect()
}

fn short_figure(site: &Site, figure: &Compared, pair: Pair) -> String {
    let is_mean = matches!(figure.judged, Err(Short::Mean));
    let label = if is_mean { who_and_when(site, figure.key) } else { figure_label(site, figure.key) };
    let shown = |form: Option<Published<&Form>>| form.map(|form| site.told(form)).filter(|told| told.shown);
    let (Some(after), Some(before)) = (shown(figure.after), shown(figure.before)) else { return label };
    site.ta(
        "learned-short-figure",
        &[
            ("figure", &label),
            ("after", &after.figure),
            ("before", &before.figure),
            ("later", &site.text(&pair.after.cohort.file.name)),
            ("earlier", &site.text(&pair.before.cohort.file.name)),
        ],
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Wave;

    #[test]
    fn every_wave_and_verdict_has_its_words() {
        let english = include_str!("../../../../themes/default/strings/en.ftl");
        let keys = Wave::WORDS.iter().map(|wave| format!("learned-wave-{wave} ="));
        for key in keys.chain(KINDS.iter().map(|kind| format!("verdict-{kind} ="))) {
            assert!(english.contains(&key), "{key}");
        }
        assert_eq!(KINDS[Moved::TooLittle as usize], "too-little");
        assert_eq!(KINDS[Moved::NotClearly as usize], "no-clear");
    }
}
