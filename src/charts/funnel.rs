//! Cohorts around a target: how far those of a size stray by chance. Must not rank them.

use super::draw::{Field, middle, short};
use super::labels::{Labels, Place, width};
use super::{Anchor, Mark, Name, Svg};
use crate::outcomes::Published;
use crate::outcomes::disclose::Form;
use crate::outcomes::estimate::funnel;

const FIELD: Field = Field { top: 24.0, height: 260.0 };
/// Where the target's words begin, in percent.
const LEFT: f64 = 14.0;

/// A cohort in the plot. How many people it has, its figure tells.
#[derive(Debug, Clone, Copy)]
pub struct FunnelPoint<'a> {
    /// The cohort's name.
    pub label: &'a str,
    /// A share or a split.
    pub figure: Published<&'a Form>,
}

/// The words of the plot, in the page's language.
#[derive(Debug, Clone, Copy)]
pub struct FunnelWords<'a> {
    /// What runs across: "people in the cohort".
    pub people: &'a str,
    /// "target 75%".
    pub target: &'a str,
    /// What the inner limits are, as short as "95%".
    pub inner: &'a str,
    /// What the outer limits are, as short as "99.8%".
    pub outer: &'a str,
}

/// People across, shares up, with the target (in percent) and its 95% and 99.8% limits. None where no cohort
/// has a share, or where the target is none.
pub fn funnel_plot(points: &[FunnelPoint], target: f64, words: FunnelWords, name: Name) -> Option<String> {
    if !(0.0..=100.0).contains(&target) {
        return None;
    }
    let shown: Vec<Cohort> = points.iter().filter_map(cohort).collect();
    // To the right of the largest there is room for what the lines are called.
    let largest = shown.iter().map(|cohort| cohort.n).max()?;
    let most = largest.checked_add(largest / 4)?.checked_next_multiple_of(10)?.max(10);
    let mut svg = Svg::new("chart-funnel", 326, name);
    FIELD.grid(&mut svg);
    for x in [most / 2, most] {
        let (place, anchor) = if x == most { (100.0, Anchor::End) } else { (50.0, Anchor::Middle) };
        svg.text("tick", (place, FIELD.y(0.0) + 18.0), anchor, &x.to_string());
    }
    svg.text("tick", (0.0, FIELD.y(0.0) + 36.0), Anchor::Start, words.people);
    let mut labels = Labels::new(FIELD);
    limits(&mut svg, &mut labels, target, most, words)?;
    let labelled = labelled(&shown, &mut labels, most);
    // Words above marks above lines.
    for (cohort, _, place) in labelled.iter().filter(|(_, _, place)| place.down.abs() > 8.0) {
        let path = format!("M0 0L{} {}", place.across, place.down);
        svg.shape("leader", (cohort.x(most), FIELD.y(cohort.middle)), &path);
    }
    for cohort in &shown {
        FIELD.standing(&mut svg, cohort.mark, cohort.x(most));
    }
    for (cohort, label, place) in &labelled {
        let y = FIELD.y(cohort.middle) + place.down + 5.0;
        svg.beside("on-lines", (cohort.x(most), y), place.across, label);
    }
    Some(svg.end())
}

/// A cohort that has a number.
struct Cohort<'a> {
    label: &'a str,
    n: u32,
    mark: Mark,
    /// Where its label stands.
    middle: f64,
}

impl Cohort<'_> {
    fn x(&self, most: u32) -> f64 {
        100.0 * f64::from(self.n) / f64::from(most)
    }
}

fn cohort<'a>(point: &FunnelPoint<'a>) -> Option<Cohort<'a>> {
    let (n, _) = point.figure.get().headline()?;
    // The limits tell what chance does; a range of its own would say it twice.
    let mark = Mark { range: None, ..Mark::of(point.figure)? };
    Some(Cohort { label: point.label, n, mark, middle: middle(mark)? })
}

/// Each point with its label and the label's place; cohorts that stand on one point share its label.
fn labelled<'c>(
    shown: &'c [Cohort<'c>],
    labels: &mut Labels,
    most: u32,
) -> Vec<(&'c Cohort<'c>, String, Place)> {
    for cohort in shown {
        let Mark { coded, undecided, .. } = cohort.mark;
        let (low, high) = coded.or(undecided).unwrap_or((cohort.middle, cohort.middle));
        labels.taken_by_mark(cohort.x(most), (FIELD.y(high), FIELD.y(low)));
    }
    // Those near an edge have the least choice.
    let from_middle = |cohort: &&Cohort| (cohort.x(most) - 50.0).abs();
    let mut order: Vec<&Cohort> = shown.iter().collect();
    order.sort_by(|a, b| {
        from_middle(b).total_cmp(&from_middle(a)).then_with(|| b.middle.total_cmp(&a.middle))
    });
    let mut points: Vec<(&Cohort, String)> = Vec::new();
    for cohort in order {
        match points.last_mut() {
            Some((at, label)) if at.n == cohort.n && (at.middle - cohort.middle).abs() < 0.1 => {
                *label = format!("{label}, {}", short(cohort.label));
            }
            _ => points.push((cohort, short(cohort.label))),
        }
    }
    let place = |(cohort, label): (&'c Cohort, String)| {
        let place = labels.place(cohort.x(most), FIELD.y(cohort.middle), &label);
        (cohort, label, place)
    };
    let mut placed: Vec<_> = points.into_iter().map(place).collect();
    uncross(&mut placed);
    placed
}

/// Of points one above the other, the labels on one side take their places in the same order.
fn uncross(placed: &mut [(&Cohort, String, Place)]) {
    for i in 0..placed.len() {
        for j in i + 1..placed.len() {
            let ((one, _, a), (other, _, b)) = (&placed[i], &placed[j]);
            let (y, z) = (FIELD.y(one.middle), FIELD.y(other.middle));
            let stacked = one.n == other.n && (a.across < 0.0) == (b.across < 0.0);
            if stacked && (y < z) != (y + a.down < z + b.down) {
                let (down_a, down_b) = (z + b.down - y, y + a.down - z);
                (placed[i].2.down, placed[j].2.down) = (down_a, down_b);
            }
        }
    }
}

/// The target's line, labelled at the left, and the limits around it, labelled at the right.
fn limits(svg: &mut Svg, labels: &mut Labels, target: f64, most: u32, words: FunnelWords) -> Option<()> {
    let y = FIELD.y(target);
    svg.line("target", (0.0, y), (100.0, y));
    // Few cohorts are so small; the words of the grid stand further left still.
    svg.text("on-lines", (LEFT, y - 5.0), Anchor::Start, words.target);
    labels.taken_from(LEFT, y - 10.0, width(words.target));
    let steps: Vec<u32> = (1..most).step_by((most as usize / 60).max(1)).chain([most]).collect();
    let all = steps.iter().map(|n| Some((*n, funnel(target / 100.0, *n)?))).collect::<Option<Vec<_>>>()?;
    let across = |n: u32| 100.0 * f64::from(n) / f64::from(most);
    for (class, words, pick) in [("limit", words.inner, 0), ("limit outer", words.outer, 1)] {
        let interval = |one: &crate::outcomes::estimate::Limits| if pick == 0 { one.p95 } else { one.p998 };
        let low = all.iter().map(|(n, one)| (across(*n), 100.0 - 100.0 * interval(one).low));
        let high = all.iter().map(|(n, one)| (across(*n), 100.0 - 100.0 * interval(one).high));
        svg.curve(class, (FIELD.top, FIELD.height), low);
        svg.curve(class, (FIELD.top, FIELD.height), high);
        let end = all.last().map_or(0.0, |(_, one)| 100.0 * interval(one).low);
        at_right(svg, labels, FIELD.y(end) + 15.0, words);
    }
    Some(())
}

/// A label of a line, which no cohort's may cover.
fn at_right(svg: &mut Svg, labels: &mut Labels, y: f64, words: &str) {
    svg.text("on-lines", (100.0, y), Anchor::End, words);
    labels.taken_at_right(y - 5.0, width(words));
}
