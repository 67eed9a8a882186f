//! Before and after: two marks on one scale, the earlier open and above, and what lies between.

use super::draw::{lying, middle};
use super::range::quarters;
use super::{Anchor, Mark, Name, Svg};
use crate::outcomes::Published;
use crate::outcomes::disclose::Form;

const BEFORE: f64 = 28.0;
const AFTER: f64 = 54.0;
const HEIGHT: f64 = 82.0;

/// A share or a mean at two waves, with each end in words. None if either side has no number, or if they do
/// not stand on one scale. A line joins two points only: none leads to "4.5 or higher".
pub fn slope(
    before: Published<&Form>,
    after: Published<&Form>,
    [was, is]: [&str; 2],
    name: Name,
) -> Option<String> {
    if scale(before.get()) != scale(after.get()) {
        return None;
    }
    let (first, second) = (Mark::of(before)?, Mark::of(after)?);
    let mut svg = Svg::new("chart-slope", 82, name);
    quarters(&mut svg, HEIGHT);
    if let (Some(from), Some(to)) = (first.point, second.point) {
        svg.line("slope", (from, BEFORE), (to, AFTER));
    }
    lying(&mut svg, Mark { range: None, ..first }, BEFORE, "dot open");
    lying(&mut svg, Mark { range: None, ..second }, AFTER, "dot");
    label(&mut svg, "tick", first, 14.0, was);
    label(&mut svg, "strong", second, HEIGHT - 4.0, is);
    Some(svg.end())
}

/// The scale that a mean stands on; None of a share, which stands on percent.
fn scale(form: &Form) -> Option<(u32, u32)> {
    match form {
        Form::Mean { low, high, .. } => Some((*low, *high)),
        _ => None,
    }
}

/// Words at a mark, kept within the drawing.
fn label(svg: &mut Svg, class: &str, mark: Mark, y: f64, words: &str) {
    let Some(x) = middle(mark) else { return };
    let (x, anchor) = match x {
        x if x < 20.0 => (0.0, Anchor::Start),
        x if x > 80.0 => (100.0, Anchor::End),
        x => (x, Anchor::Middle),
    };
    svg.text(class, (x, y), anchor, words);
}
