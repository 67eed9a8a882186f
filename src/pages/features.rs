//! The features of each cohort's design: in a table, and as values that results can stand beside.

use super::view::{Link, SideBySide, SideCell, SideRow, Told};
use super::{Here, Site, Subject};
use crate::check::Cohort;
use crate::model::{Feature, FeatureKind, FeatureValue, Id};
use crate::outcomes::Published;
use crate::outcomes::derive;
use crate::outcomes::disclose::Form;

/// Up to how many cohorts stand in the columns; of more, the features do.
const COLUMNS: usize = 6;

/// Cohorts and features, what is fewer in the columns.
pub fn side_by_side(site: &Site, here: &Here) -> SideBySide {
    let cohorts = &site.book.cohorts;
    let named = |title: String| Link { title, ..Link::default() };
    let matches = site.term("match", true);
    let began = super::kinds::capital(&site.ta("across-began", &[("matches", &matches)]));
    let facts = [site.t("across-dates"), site.t("across-status"), began].map(named);
    let features = site.book.program.features.iter().map(|feature| named(site.text(&feature.name)));
    let features: Vec<Link> = facts.into_iter().chain(features).collect();
    let heads: Vec<Link> =
        cohorts.iter().map(|cohort| site.link(here, &Subject::Cohort(cohort.id.clone()))).collect();
    let mut before: Option<&Cohort> = None;
    let mut by_cohort: Vec<Vec<SideCell>> = Vec::with_capacity(cohorts.len());
    for cohort in cohorts {
        by_cohort.push(cells(site, cohort, before));
        before = Some(cohort);
    }
    let marked = by_cohort.iter().flatten().any(|cell| cell.changed);
    let row = |(head, cells)| SideRow { head, cells };
    if cohorts.len() > COLUMNS {
        return SideBySide {
            columns: features,
            rows: heads.into_iter().zip(by_cohort).map(row).collect(),
            marked,
        };
    }
    let mut columns: Vec<_> = by_cohort.into_iter().map(Vec::into_iter).collect();
    let turned = features.into_iter().map(|head| {
        let cells = columns.iter_mut().map(|cells| cells.next().unwrap_or_default()).collect();
        row((head, cells))
    });
    SideBySide { rows: turned.collect(), columns: heads, marked }
}

/// Dates, status, how many began, then each feature.
fn cells(site: &Site, cohort: &Cohort, before: Option<&Cohort>) -> Vec<SideCell> {
    let plain = |text: String| SideCell { text, changed: false };
    let status = super::kinds::capital(&site.t(&format!("status-{}", cohort.file.status.word())));
    let mut all = vec![plain(site.cohort_dates(cohort)), plain(status), plain(site.began(&cohort.id))];
    for feature in &site.book.program.features {
        let (now, then) = (value(cohort, &feature.id), before.and_then(|cohort| value(cohort, &feature.id)));
        all.push(SideCell {
            text: now
                .map(|value| super::kinds::capital(&site.feature_value(Some(feature), value)))
                .unwrap_or_default(),
            changed: now.zip(then).is_some_and(|(now, then)| now != then),
        });
    }
    all
}

/// What a cohort says of a feature.
fn value<'c>(cohort: &'c Cohort, feature: &Id) -> Option<&'c FeatureValue> {
    cohort.file.features.0.iter().find(|(of, ..)| of.id == *feature).map(|(_, value, _)| value)
}

/// A feature as a number for each cohort.
pub struct Beside<'f> {
    feature: &'f Id,
    /// Its name.
    pub name: String,
    /// Its value in each cohort that says it.
    pub values: Vec<(Id, f64)>,
    /// The words of its lowest and of its highest value.
    pub ends: (String, String),
}

impl<'f> Beside<'f> {
    /// None where it has no order: a choice of which more than two were made; or where it never varied.
    pub fn new(site: &Site, feature: &'f Feature, cohorts: &[&Cohort]) -> Option<Self> {
        let number = |value: &FeatureValue| match value {
            FeatureValue::Number(number) => Some(*number),
            FeatureValue::YesNo(yes) => Some(f64::from(u8::from(*yes))),
            FeatureValue::Choice(written) => {
                let at = feature.choices.iter().position(|choice| choice.says(written))?;
                u32::try_from(at).ok().map(f64::from)
            }
        };
        let mut values = Vec::new();
        let mut words: Vec<(f64, String)> = Vec::new();
        for cohort in cohorts {
            let Some((x, value)) = value(cohort, &feature.id).and_then(|v| Some((number(v)?, v))) else {
                continue;
            };
            values.push((cohort.id.clone(), x));
            words.push((x, site.feature_value(Some(feature), value)));
        }
        words.sort_by(|a, b| a.0.total_cmp(&b.0));
        words.dedup_by(|a, b| a.0.total_cmp(&b.0).is_eq());
        let ordered = feature.kind != FeatureKind::Choice || words.len() == 2;
        let (low, high) = (words.first()?, words.last()?);
        (ordered && words.len() > 1).then(|| Self {
            feature: &feature.id,
            name: site.text(&feature.name),
            values,
            ends: (low.1.clone(), high.1.clone()),
        })
    }

    /// The change that was meant to move a measure and began with a cohort in which this feature changed.
    pub fn planned(&self, site: &Site, measure: &str) -> Option<String> {
        let cohorts = &site.book.cohorts;
        let begins = |from: &Id| {
            let at = cohorts.iter().position(|cohort| cohort.id == *from)?;
            let before = cohorts.get(at.checked_sub(1)?)?;
            Some(value(&cohorts[at], self.feature)? != value(before, self.feature)?)
        };
        let meant = site.book.changes.iter().find(|change| {
            let target = change.target.as_ref().is_some_and(|target| target.measure.id.as_str() == measure);
            target && change.from_cohort.as_ref().and_then(|from| begins(&from.id)) == Some(true)
        })?;
        Some(meant.name.as_ref().map_or_else(|| meant.id.to_string(), |name| site.text(name)))
    }
}

impl Site<'_> {
    /// How many matches began, as published; empty where it is not.
    pub fn began(&self, cohort: &Id) -> String {
        let figures = self.published.get(cohort).into_iter().flat_map(Published::figures);
        let began = figures.filter(|(key, _)| key.population() == "matches" && key.variable() == "started");
        let told = began.map(|(_, figure)| match figure.get() {
            Form::Open { .. } => self.told(figure).figure,
            _ => String::new(),
        });
        told.last().unwrap_or_default()
    }

    /// The completion of a cohort, where it is published and closed.
    pub fn completed(&self, cohort: &Id) -> Option<Told> {
        let release = self.published.get(cohort).filter(|release| release.get().closed)?;
        derive::levels(release, "completion").first().map(|(_, figure)| self.told(*figure))
    }
}
