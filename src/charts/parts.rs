//! A split as one stacked bar: solid, upright lines, diagonals, empty; dashed what was not recorded.

use super::{Anchor, Name, Svg};
use crate::outcomes::Published;
use crate::outcomes::disclose::{Form, Kind, Part};

const HEIGHT: f64 = 36.0;

/// The cells in their order and true proportion, each with its count below, and a bracket with the sum of
/// several favourable ones. None of what is no split.
pub fn parts(figure: Published<&Form>, name: Name) -> Option<String> {
    let Form::Split { n, cells } = *figure.get() else { return None };
    let shown: Vec<(&Part, &str)> =
        cells.iter().zip(looks(cells)).filter(|(cell, _)| cell.count > 0).collect();
    let total: u64 = cells.iter().map(|cell| u64::from(cell.count)).sum();
    if *n == 0 || total != u64::from(*n) {
        return None;
    }
    let part = |x: u32| 100.0 * f64::from(x) / f64::from(*n);
    let leads = shown.iter().take_while(|(cell, _)| cell.kind == Kind::Lead).count();
    let bracket = (2..shown.len()).contains(&leads);
    let mut svg = Svg::new("chart-parts", if bracket { 98 } else { 60 }, name);
    let (mut from, mut starts) = (0, Vec::with_capacity(shown.len()));
    for (cell, look) in &shown {
        svg.rect(look, (part(from), 1.0), (part(cell.count), HEIGHT - 2.0));
        starts.push((part(from), cell.count.to_string()));
        from += cell.count;
    }
    spread(&mut starts);
    for (i, (x, count)) in starts.iter().enumerate() {
        let last = i > 0 && i + 1 == starts.len();
        let (x, anchor) = if last { (100.0, Anchor::End) } else { (*x, Anchor::Start) };
        svg.text("strong", (x, HEIGHT + 19.0), anchor, count);
    }
    if bracket {
        let sum = shown[..leads].iter().map(|(cell, _)| cell.count).sum();
        let end = part(sum);
        svg.line("thin", (0.0, 74.0), (end, 74.0));
        for x in [0.0, end] {
            svg.line("thin", (x, 66.0), (x, 74.0));
        }
        svg.text("strong", (end / 2.0, 92.0), Anchor::Middle, &sum.to_string());
    }
    Some(svg.end())
}

/// How each cell of a split looks, as a small drawing, to stand beside its name. Empty of what is no split.
pub fn swatches(figure: Published<&Form>) -> Vec<String> {
    let Form::Split { cells, .. } = *figure.get() else { return Vec::new() };
    let one = |look: &str| {
        let mut svg = Svg::small();
        svg.rect(look, (4.0, 1.0), (92.0, 12.0));
        svg.end()
    };
    looks(cells).map(one).collect()
}

/// The favourable cells are dark, the others light; neighbours never look alike.
fn looks(cells: &[Part]) -> impl Iterator<Item = &'static str> {
    let (mut leads, mut others) = (0, 0);
    let only = cells.iter().filter(|cell| cell.kind == Kind::Other).count() == 1;
    cells.iter().map(move |cell| match cell.kind {
        Kind::Lead => {
            leads += 1;
            if leads % 2 == 1 { "p-solid" } else { "p-upright" }
        }
        Kind::Other => {
            others += 1;
            if others % 2 == 1 && !only { "p-diagonal" } else { "p-empty" }
        }
        Kind::Unrecorded => "unrecorded",
    })
}

/// Moves labels apart, never widths: each keeps room for its digits on a phone.
fn spread(labels: &mut [(f64, String)]) {
    let room: Vec<f64> = labels.iter().map(|(_, text)| digits(text)).collect();
    let mut least = 0.0_f64;
    for ((x, _), room) in labels.iter_mut().zip(&room) {
        *x = x.max(least);
        least = *x + room;
    }
    let mut most = 100.0_f64;
    for ((x, _), room) in labels.iter_mut().zip(&room).rev() {
        most = (most - room).max(0.0);
        *x = x.min(most);
    }
}

/// The percent of a narrow drawing (280 px) that a number takes.
fn digits(text: &str) -> f64 {
    text.bytes().fold(2.5, |room, _| room + 3.5)
}
