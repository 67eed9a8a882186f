//! In short: each result beside its target.

use super::learned::possible;
use super::row::figures;
use super::{Desk, Seen};
use crate::model::{CheckInKind, Wave};
use crate::outcomes::Published;
use crate::outcomes::derive::{self, Among, is_paired};
use crate::outcomes::disclose::{FactKey, Form};
use crate::pages::Subject;
use crate::pages::series::with_survey;
use crate::pages::view::{FigureRow, Link, OutcomeView};

pub(super) fn fill(desk: &Desk, view: &mut OutcomeView) {
    let midpoint = derive::at_midpoint(desk.release);
    let midpoint = midpoint.as_ref().map(Published::as_ref);
    let mut rows: Vec<(FigureRow, Published<&Form>)> = Vec::new();
    rows.extend(built_in(desk, "completion", "figure-completion", desk.figure("matches", "completion")));
    // A half that few ended in is not told; the row then stays away rather than saying so.
    rows.extend(built_in(desk, "", "outcome-midpoint", midpoint));
    let expectations = desk.figure("matches", "expectations");
    rows.extend(built_in(desk, "expectations-documented", "figure-expectations", expectations));
    let others = ["contacts", "attendance", "role-change"];
    for measure in others.into_iter().filter(|measure| desk.criterion(measure).is_some()) {
        let figure = derive::levels(desk.release, measure).first().map(|(_, figure)| *figure);
        rows.extend(built_in(desk, measure, &format!("measure-{measure}"), figure));
    }
    rows.extend(aimed(desk));
    rows.extend(closing(desk));
    view.short = figures(rows);
    let marks = [
        ("dot", Seen::Point),
        ("range", Seen::Range),
        ("target", Seen::Target),
        ("coded", Seen::Coded),
        ("undecided", Seen::Undecided),
    ];
    view.key = marks.into_iter().filter(|(_, what)| desk.shows(*what)).map(|(mark, _)| mark).collect();
}

/// A figure that is told, or that has a target: then a reader looks for it.
fn built_in<'a>(
    desk: &Desk,
    measure: &str,
    name: &str,
    figure: Option<Published<&'a Form>>,
) -> Option<(FigureRow, Published<&'a Form>)> {
    let figure = figure?;
    let target = desk.target(measure, figure.get());
    let name = desk.link_to(measure, desk.site.counted_in(name));
    let there = figure.get().is_shown() || target.is_some();
    there.then(|| (desk.row(name, figure, target.as_ref()), figure))
}

/// The measures of surveys that have a target, at their last wave, each role by itself.
fn aimed<'a>(desk: &Desk<'a>) -> Vec<(FigureRow, Published<&'a Form>)> {
    let mut rows = Vec::new();
    for criterion in &desk.site.book.program.success_criteria {
        let measure = criterion.measure.id.as_str();
        let own = desk.site.book.measures.iter().any(|own| own.id.as_str() == measure);
        let levels = if own { derive::levels(desk.release, measure) } else { Vec::new() };
        let last = levels.iter().filter_map(|(key, _)| wave(key)).max();
        for (key, figure) in levels.iter().filter(|(key, _)| wave(key) == last && !is_paired(key)) {
            let target = desk.target(measure, figure.get());
            let name = desk.link_to(measure, desk.named_with_role(key));
            desk.saw(Seen::Answers);
            let mut row = desk.row_of(key, name, *figure, target.as_ref());
            if row.told.shown && target.is_some_and(|target| target.percent.is_none()) {
                row.told.detail = format!("{}. {}", row.told.detail, desk.site.t("outcome-target-score"));
            }
            row.told.detail.extend(possible(desk, key, measure, *figure).map(|text| format!("; {text}")));
            rows.push((row, *figure));
        }
    }
    rows
}

/// The conversation that ends a match, with those of whom it is told.
fn closing<'a>(desk: &Desk<'a>) -> Option<(FigureRow, Published<&'a Form>)> {
    let check_in = desk.site.book.check_ins.iter().find(|one| one.kind == CheckInKind::Closure)?;
    let figure = desk.shown("matches", &format!("check-in.{}", check_in.id))?;
    let name = Link {
        title: desk.site.t("outcome-closing"),
        href: desk.site.href_or_empty(desk.here, &Subject::CheckIn(check_in.id.clone())),
        lang: String::new(),
    };
    let mut row = desk.row(name, figure, None);
    row.promise = among(desk, figure).unwrap_or_default();
    Some((row, figure))
}

/// "of the pairs that completed": which matches a check-in is told of, as its counts say.
pub(super) fn among(desk: &Desk, figure: Published<&Form>) -> Option<String> {
    let key = match derive::among(desk.release, figure)? {
        Among::Completed => "outcome-of-completed",
        Among::AsPlanned => "outcome-of-as-planned",
    };
    Some(desk.site.ta(key, &[("matches", &desk.matches())]))
}

/// When a figure was asked.
pub(super) fn wave(key: &FactKey) -> Option<u8> {
    let wave = Wave::from_word(key.wave()?)?;
    Some(match wave {
        Wave::Baseline => 0,
        Wave::Midpoint => 1,
        Wave::End => 2,
        Wave::FollowUp => 3,
    })
}

impl Desk<'_> {
    /// A name that leads to the page of its measure, where there is one.
    pub(super) fn link_to(&self, measure: &str, title: String) -> Link {
        let subject = Subject::Measure(crate::model::Id::new(measure));
        Link { title, href: self.site.href_or_empty(self.here, &subject), lang: String::new() }
    }

    /// "Belonging in the field: mentees, end".
    pub(super) fn named_with_role(&self, key: &FactKey) -> String {
        let site = self.site;
        let name = site.figure_name(key);
        let role = key.role().map(|role| site.term(role, true));
        let wave = key.wave().map(|wave| site.t(&format!("wave-{wave}")).to_lowercase());
        let of: Vec<String> = role.into_iter().chain(wave).collect();
        let title = if of.is_empty() { name } else { format!("{name}: {}", of.join(", ")) };
        with_survey(title, self.release, key)
    }
}
