//! A difference with its own range, around "no difference"; and the four verdicts as small drawings.

use super::draw::whisker;
use super::{Name, Svg};
use crate::outcomes::Published;
use crate::outcomes::derive::Difference;

const MIDDLE: f64 = 24.0;

/// From 100 points fewer on the left to 100 points more on the right.
pub fn difference(difference: Published<Difference>, name: Name) -> String {
    let place = |points: i32| 50.0 + f64::from(points.clamp(-100, 100)) / 2.0;
    let Difference { points, low, high, .. } = *difference.get();
    let mut svg = Svg::new("chart-difference", 48, name);
    svg.line("grid", (0.0, MIDDLE), (100.0, MIDDLE));
    svg.line("none", (50.0, 4.0), (50.0, 44.0));
    whisker(&mut svg, (place(low), place(high)), MIDDLE);
    svg.dot("halo", (place(points), MIDDLE), 9.0);
    svg.dot("dot", (place(points), MIDDLE), 7.0);
    svg.end()
}

/// The sign of a verdict, beside its words: "as-intended", "no-clear", "other-way"; anything else is "too-little".
pub fn sign(kind: &str) -> String {
    let mut svg = Svg::small();
    match kind {
        "as-intended" => moved(&mut svg, 1.0, "M8 7H26", 17.0),
        "other-way" => moved(&mut svg, 25.0, "M0 7H18", 9.0),
        "no-clear" => {
            svg.shape("whisker", (0.0, 0.0), "M1 7H26");
            svg.dot("dot open", (percent(16.0), 7.0), 3.5);
            svg.shape("none", (0.0, 0.0), "M9 0V14");
        }
        _ => svg.shape("undecided", (0.0, 0.0), "M1 1H25V13H1Z"),
    }
    svg.end()
}

/// A range that lies wholly on one side.
fn moved(svg: &mut Svg, none: f64, range: &str, dot: f64) {
    svg.line("none", (percent(none), 0.0), (percent(none), 14.0));
    svg.shape("whisker", (0.0, 0.0), range);
    svg.dot("dot", (percent(dot), 7.0), 4.0);
}

/// Pixels of a small drawing.
fn percent(pixels: f64) -> f64 {
    pixels / 26.0 * 100.0
}
