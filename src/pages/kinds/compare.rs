//! All cohorts side by side: their design, what was measured, and how they differ. Never a ranking.

use crate::charts::{self, FunnelPoint, FunnelWords, Name};
use crate::check::{Cohort, EditionChoice, Handbook};
use crate::model::Id;
use crate::outcomes::Published;
use crate::outcomes::derive::{self, Association, FEWEST, FUNNEL};
use crate::outcomes::disclose::Form;
use crate::pages::features::{self, Beside};
use crate::pages::series::{LATEST, Point, Series, signed};
use crate::pages::view::{AssociationView, CompareView, SeriesView, Told};
use crate::pages::{Here, Outline, Page, PageKind, Site, Subject};

/// The comparison.
pub struct Compare;

impl PageKind for Compare {
    fn template(&self) -> &'static str {
        "compare"
    }

    fn plan(&self, book: &Handbook, _: &Outline, _: &EditionChoice) -> Vec<(Subject, String)> {
        if book.cohorts.len() < 2 { Vec::new() } else { vec![(Subject::Compare, "compare.html".to_owned())] }
    }

    fn page(&self, site: &Site, here: &Here) -> Option<Page> {
        let (title, lead) = (site.t("compare-title"), site.t("compare-lead"));
        let closed = site.closed();
        let latest = &closed[closed.len().saturating_sub(LATEST)..];
        let (series, untold) = small_multiples(site, here, latest);
        let completion = completion(site, &closed);
        let (funnel_html, funnel) = funnel(site, &completion);
        let (associations, about_associations) = associations(site, &closed);
        let drawn = !funnel_html.is_empty() || series.iter().any(|one| !one.axis_html.is_empty());
        let view = CompareView {
            title: title.clone(),
            lead: lead.clone(),
            defs_html: if drawn { charts::defs().to_owned() } else { String::new() },
            table: features::side_by_side(site, here),
            latest: latest_of(site, closed.len()),
            series,
            untold,
            funnel_html,
            funnel,
            associations,
            about_associations,
        };
        Some(Page::new(site.chrome_below(here, &title, &lead, &[Subject::Cohorts], None), view))
    }
}

/// "The latest 24 of 30 cohorts", where not all are shown.
pub fn latest_of(site: &Site, cohorts: usize) -> String {
    if cohorts <= LATEST {
        return String::new();
    }
    let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    site.with("across-latest", &[("n", number(LATEST)), ("all", number(cohorts))])
}

/// Completion, then each measure and role at its last wave; and what is told of no cohort.
fn small_multiples<'a>(site: &Site<'a>, here: &Here, cohorts: &[&'a Cohort]) -> (Vec<SeriesView>, Vec<Told>) {
    let (mut shown, mut untold) = (Vec::new(), Vec::new());
    for (id, series) in last_waves(site, cohorts) {
        let title = site.link_as(here, &Subject::Measure(Id::new(&id)), site.measure_name(&id));
        if series.is_shown() {
            shown.push(site.series_view(here, &series, title, &id));
        } else if let Some((_, figure)) = series.points.iter().find_map(|point| point.figure) {
            let name = format!("{} ({})", title.title, site.who_and_when(series.role, series.wave));
            untold.push(Told { figure: name, ..site.told(figure) });
        }
    }
    (shown, untold)
}

fn last_waves<'a>(site: &Site<'a>, cohorts: &[&'a Cohort]) -> Vec<(String, Series<'a>)> {
    let own = site.book.measures.iter().map(|measure| measure.id.as_str());
    let mut all = Vec::new();
    for id in ["completion"].into_iter().chain(own) {
        let mut series = site.all_series(cohorts, &|release| derive::levels(release, id));
        let mut roles: Vec<&str> = series.iter().map(|one| one.role).collect();
        roles.sort_unstable();
        roles.dedup();
        for role in roles {
            let last = series.iter().rposition(|one| one.role == role);
            all.extend(last.map(|at| (id.to_owned(), series.remove(at))));
        }
    }
    all
}

/// The completion of each cohort that has a share.
fn completion<'a>(site: &Site<'a>, cohorts: &[&'a Cohort]) -> Vec<(String, Published<&'a Form>)> {
    let one = |cohort: &&'a Cohort| {
        let figure = derive::levels(site.published.get(&cohort.id)?, "completion").first()?.1;
        figure.get().headline().map(|_| (site.text(&cohort.file.name), figure))
    };
    cohorts.iter().filter_map(one).collect()
}

/// The funnel with what it shows; without one, why there is none.
fn funnel(site: &Site, cohorts: &[(String, Published<&Form>)]) -> (String, String) {
    let n = u32::try_from(cohorts.len()).unwrap_or(u32::MAX);
    if cohorts.len() < FUNNEL {
        return (String::new(), site.with("across-no-funnel", &[("n", n)]));
    }
    let aim = site.aim("completion").and_then(|aim| aim.place(cohorts.first()?.1.get()));
    let overall = derive::overall(cohorts.iter().map(|(_, figure)| *figure));
    let Some((target, key)) = aim.map(|aim| (aim, "across-funnel-target")).or_else(|| {
        let (percent, exact) = overall?;
        Some((f64::from(percent), if exact { "across-funnel-overall" } else { "across-funnel-about" }))
    }) else {
        return (String::new(), site.with("across-no-funnel", &[("n", n)]));
    };
    let percent = site.ta(key, &[("percent", &site.lang.number((target * 10.0).round() / 10.0))]);
    let points: Vec<FunnelPoint> =
        cohorts.iter().map(|(label, figure)| FunnelPoint { label, figure: *figure }).collect();
    let (people, inner, outer) =
        (site.t("across-funnel-people"), site.t("across-funnel-inner"), site.t("across-funnel-outer"));
    let words = FunnelWords { people: &people, target: &percent, inner: &inner, outer: &outer };
    let title = site.with("across-funnel-title", &[("n", n)]);
    let mut about = site.ta("across-funnel", &[("target", &percent)]);
    if cohorts.iter().any(|(_, figure)| derive::holds_unknown(figure.get())) {
        about = format!("{about} {}", site.t("across-funnel-open"));
    }
    let drawn = charts::funnel_plot(&points, target, words, Name { title: &title, description: &about });
    (drawn.unwrap_or_default(), about)
}

/// Features beside results, in the order of the program; and how to read them, or why there are none.
fn associations<'a>(site: &Site<'a>, closed: &[&'a Cohort]) -> (Vec<AssociationView>, String) {
    let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    if closed.len() < FEWEST {
        return (Vec::new(), site.with("across-no-association", &[("n", number(closed.len()))]));
    }
    let all = last_waves(site, closed);
    let (mut views, mut tried) = (Vec::new(), 0);
    for feature in site.book.program.features.iter().filter_map(|one| Beside::new(site, one, closed)) {
        for (id, series) in all.iter().filter(|(_, series)| series.is_shown()) {
            tried += 1;
            // A cohort that tells it of several sites has no one figure of it.
            let figure = |cohort: &Id| {
                let of = |point: &&Point| point.cohort.id == *cohort;
                let mut figures = series.points.iter().filter(of).filter_map(|point| point.figure);
                let (_, first) = figures.next()?;
                figures.next().is_none().then_some(first)
            };
            let pairs: Vec<_> =
                feature.values.iter().filter_map(|(cohort, x)| Some((*x, figure(cohort)?))).collect();
            if let Some(found) = derive::association(&pairs) {
                let about = site.who_and_when(series.role, series.wave);
                let mut view = associated(site, &feature, (id, &about), found);
                if pairs.iter().any(|(_, figure)| derive::holds_unknown(figure.get())) {
                    view.facts.insert(1, site.t("across-step-open"));
                }
                views.push(view);
            }
        }
    }
    let key = if views.is_empty() { "across-no-association-found" } else { "across-associations" };
    let about = site.with(key, &[("n", number(closed.len())), ("tried", tried)]);
    (views, about)
}

fn associated(
    site: &Site,
    feature: &Beside,
    (id, about): (&str, &str),
    found: Association,
) -> AssociationView {
    let measure = site.measure_name(id);
    let measure = match site.answer_counted(id) {
        Some(answer) => site.ta("learned-of-answer", &[("figure", &measure), ("answer", &answer)]),
        None => measure,
    };
    let measure = if about.is_empty() { measure } else { format!("{measure} ({about})") };
    let name = feature.name.as_str();
    let (text, cohorts) = match found {
        Association::Rank { hundredths, cohorts } => {
            let chance = derive::by_chance(cohorts);
            let key = match () {
                () if hundredths.abs() <= chance => "across-rank-chance",
                () if hundredths > 0 => "across-rank-more",
                () => "across-rank-less",
            };
            let decimal = |hundredths: i32| {
                let number = site.lang.number(f64::from(hundredths.abs()) / 100.0);
                if hundredths < 0 { format!("−{number}") } else { number }
            };
            let (rank, chance) = (decimal(hundredths), decimal(chance));
            let args = [("feature", name), ("measure", &measure), ("rank", &rank), ("chance", &chance)];
            (site.ta(key, &args), site.with("across-over", &[("n", cohorts)]))
        }
        Association::Sides { points, cohorts: (lower, higher) } => {
            let (low, high) = &feature.ends;
            let points = signed(points);
            let args =
                [("feature", name), ("measure", &measure), ("low", low), ("high", high), ("points", &points)];
            (
                site.ta("across-sides", &args),
                site.with("across-over-sides", &[("lower", lower), ("higher", higher)]),
            )
        }
    };
    let planned = feature.planned(site, id);
    let facts = vec![
        cohorts,
        site.t("across-not-adjusted"),
        match planned {
            Some(change) => site.ta("across-planned", &[("change", &change)]),
            None => site.t("across-not-planned"),
        },
    ];
    AssociationView { title: site.ta("across-and", &[("feature", name), ("measure", &measure)]), text, facts }
}
