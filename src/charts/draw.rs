//! What several drawings have in common: a mark on its line, or standing upright, and a scale.

use super::{Anchor, Mark, Svg};
use crate::outcomes::disclose::{Count, Form};

/// Half of a range's end tick, in pixels.
const TICK: f64 = 5.0;

/// A mark along a horizontal line at `y`: range, coded box, what is undecided, and the dot above all.
pub fn lying(svg: &mut Svg, mark: Mark, y: f64, dot: &str) {
    if let Some([low, high]) = beside_box(mark) {
        svg.line("whisker", (low.at, y), (high.at, y));
        for end in [low, high].into_iter().filter(|end| end.ticked) {
            tick(svg, end.at, y);
        }
    }
    if let Some(coded) = mark.coded {
        open_box(svg, coded, y - 9.0, 18.0, is_open_below(coded));
    }
    if let Some((from, to)) = mark.undecided {
        svg.rect("undecided", (from, y - 7.0), (to - from, 14.0));
    }
    if let Some(point) = mark.point {
        svg.dot("halo", (point, y), 9.0);
        svg.dot(dot, (point, y), 7.0);
    }
}

/// An end of a range's line, in percent.
#[derive(Debug, Clone, Copy)]
struct End {
    at: f64,
    /// It is the range's own, and not where a coded box begins.
    ticked: bool,
}

/// The range as far as it reaches out of a coded box, which holds the rest of it.
fn beside_box(mark: Mark) -> Option<[End; 2]> {
    let (low, high) = mark.range?;
    let (from, to) = match mark.coded {
        None => (low, high),
        Some(coded) if is_open_below(coded) => (coded.1, high),
        Some(coded) => (low, coded.0),
    };
    let end = |at: f64, own: f64| End { at, ticked: (at - own).abs() < f64::EPSILON };
    (from < to || mark.coded.is_none()).then(|| [end(from, low), end(to, high)])
}

/// Whether a coded box stands for "or fewer": it ends before 100%.
fn is_open_below(coded: (f64, f64)) -> bool {
    coded.1 < 100.0
}

/// A range with its end ticks.
pub fn whisker(svg: &mut Svg, (low, high): (f64, f64), y: f64) {
    svg.line("whisker", (low, y), (high, y));
    for end in [low, high] {
        tick(svg, end, y);
    }
}

fn tick(svg: &mut Svg, x: f64, y: f64) {
    svg.line("whisker", (x, y - TICK), (x, y + TICK));
}

/// "Or more", "or fewer": hatched, and without a line at the end that is not told.
pub fn open_box(svg: &mut Svg, (from, to): (f64, f64), y: f64, height: f64, open_left: bool) {
    svg.rect("coded", (from, y), (to - from, height));
    for y in [y, y + height] {
        svg.line("whisker", (from, y), (to, y));
    }
    let closed = if open_left { to } else { from };
    svg.line("whisker", (closed, y), (closed, y + height));
}

/// A percentage's height in a field of pixels that grows downwards.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// Where 100% is.
    pub top: f64,
    /// From 0% to 100%.
    pub height: f64,
}

impl Field {
    pub fn y(self, percent: f64) -> f64 {
        self.top + self.height * (100.0 - percent) / 100.0
    }

    /// Lines at 0, 50 and 100, each with its label above its left end.
    pub fn grid(self, svg: &mut Svg) {
        for (percent, label) in [(0.0, "0%"), (50.0, "50%"), (100.0, "100%")] {
            let y = self.y(percent);
            svg.line("grid", (0.0, y), (100.0, y));
            svg.text("tick", (0.0, y - 4.0), Anchor::Start, label);
        }
    }

    /// A mark standing at `x`.
    pub fn standing(self, svg: &mut Svg, mark: Mark, x: f64) {
        if let Some([low, high]) = beside_box(mark) {
            svg.line("whisker", (x, self.y(high.at)), (x, self.y(low.at)));
            for end in [low, high].into_iter().filter(|end| end.ticked) {
                svg.shape("whisker", (x, self.y(end.at)), "M-5 0H5");
            }
        }
        if let Some((from, to)) = mark.coded {
            // From the open end to the closed one and back.
            let (open, closed) = if is_open_below((from, to)) { (from, to) } else { (to, from) };
            let down = self.y(closed) - self.y(open);
            svg.shape("coded-box", (x, self.y(open)), &format!("M-8 0V{down:.2}H8V0"));
        }
        if let Some((from, to)) = mark.undecided {
            let height = self.y(from) - self.y(to);
            svg.shape("undecided", (x, self.y(to)), &format!("M-7 0H7V{height:.2}H-7Z"));
        }
        if let Some(point) = mark.point {
            svg.dot("halo", (x, self.y(point)), 9.0);
            svg.dot("dot", (x, self.y(point)), 7.0);
        }
    }
}

/// Where words about a mark stand: at its point, the closed end of its box, the middle of what is undecided.
pub fn middle(mark: Mark) -> Option<f64> {
    let closed = |coded: (f64, f64)| if is_open_below(coded) { coded.1 } else { coded.0 };
    let between = || mark.undecided.map(|(from, to)| f64::midpoint(from, to));
    mark.point.or(mark.coded.map(closed)).or_else(between)
}

/// A count in any language: "27/38", "≥ 35/38", "21–28/38". No share stands without it.
pub fn count(form: &Form) -> Option<String> {
    let (n, x) = form.headline()?;
    Some(match (x, form.unrecorded()) {
        (Count::Exact(x), 0) => format!("{x}/{n}"),
        (Count::Exact(x), unrecorded) => format!("{x}–{}/{n}", x + unrecorded),
        (Count::AtMost(x), _) => format!("≤\u{2009}{x}/{n}"),
        (Count::AtLeast(x), _) => format!("≥\u{2009}{x}/{n}"),
    })
}

/// A label that cannot leave its drawing: the words in full stand beside it.
pub fn short(label: &str) -> String {
    const MOST: usize = 24;
    match label.char_indices().nth(MOST) {
        None => label.to_owned(),
        Some(_) => label.chars().take(MOST - 1).chain(['…']).collect(),
    }
}
