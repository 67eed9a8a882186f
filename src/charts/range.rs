//! Dot with range: a share or a mean, what similar cohorts might have shown, and the target behind it.

use super::{Anchor, Mark, Name, Svg};

const HEIGHT: f64 = 44.0;
const MIDDLE: f64 = 24.0;

/// One row, with grid lines at the quarters. The target, in percent, is drawn behind the dot.
pub fn range(mark: Mark, target: Option<f64>, name: Name) -> String {
    let mut svg = Svg::new("chart-range", 44, name);
    for x in [0.0, 25.0, 50.0, 75.0, 100.0] {
        svg.line("grid", (x, 0.0), (x, HEIGHT));
    }
    if let Some(target) = target {
        svg.line("target", (target, 4.0), (target, HEIGHT - 4.0));
        svg.shape("target-notch", (target, 0.0), "M-5 0H5L0 7Z");
    }
    if let Some((low, high)) = mark.range {
        svg.line("whisker", (low, MIDDLE), (high, MIDDLE));
        for end in [low, high] {
            svg.line("whisker", (end, MIDDLE - 5.0), (end, MIDDLE + 5.0));
        }
    }
    if let Some((from, to)) = mark.coded {
        svg.rect("coded", (from, MIDDLE - 9.0), (to - from, 18.0));
    }
    if let Some((from, to)) = mark.undecided {
        svg.rect("undecided", (from, MIDDLE - 7.0), (to - from, 14.0));
    }
    if let Some(point) = mark.point {
        svg.dot("halo", (point, MIDDLE), 9.0);
        svg.dot("dot", (point, MIDDLE), 7.0);
    }
    svg.end()
}

/// The scale below rows of the same width; words stand in the rows, so it is not read out.
pub fn axis(labels: [&str; 5]) -> String {
    let mut svg = Svg::quiet("chart-axis", 22);
    for (i, label) in (0_u8..).zip(labels) {
        svg.text("tick", (f64::from(i) * 25.0, 16.0), Anchor::Middle, label);
    }
    svg.end()
}
