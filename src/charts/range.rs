//! Dot with range: a share or a mean, what similar cohorts might have shown, and the target behind it.

use super::draw::lying;
use super::{Anchor, Mark, Name, Svg};

const HEIGHT: f64 = 44.0;
const MIDDLE: f64 = 24.0;

/// One row, with grid lines at the quarters. The target, in percent, is drawn behind the dot.
pub fn range(mark: Mark, target: Option<f64>, name: Name) -> String {
    let mut svg = Svg::new("chart-range", 44, name);
    quarters(&mut svg, HEIGHT);
    if let Some(target) = target.filter(|target| (0.0..=100.0).contains(target)) {
        svg.line("target", (target, 4.0), (target, HEIGHT - 4.0));
        svg.shape("target-notch", (target, 0.0), "M-5 0H5L0 7Z");
    }
    lying(&mut svg, mark, MIDDLE, "dot");
    svg.end()
}

/// Grid lines of a row.
pub(super) fn quarters(svg: &mut Svg, height: f64) {
    for x in [0.0, 25.0, 50.0, 75.0, 100.0] {
        svg.line("grid", (x, 0.0), (x, height));
    }
}

/// The scale below rows of the same width; words stand in the rows, so it is not read out.
pub fn axis(labels: [&str; 5]) -> String {
    let mut svg = Svg::quiet("chart-axis", 22);
    for (i, label) in (0_u8..).zip(labels) {
        svg.text("tick", (f64::from(i) * 25.0, 16.0), Anchor::Middle, label);
    }
    svg.end()
}

/// What a scale's left end, middle and right end mean: "fewer", "no difference", "more".
pub fn ends([left, middle, right]: [&str; 3]) -> String {
    let mut svg = Svg::quiet("chart-axis", 22);
    svg.text("tick", (0.0, 16.0), Anchor::Start, left);
    svg.text("tick", (50.0, 16.0), Anchor::Middle, middle);
    svg.text("tick", (100.0, 16.0), Anchor::End, right);
    svg.end()
}
