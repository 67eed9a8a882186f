//! Who stayed: at each quarter of the planned length, the share that is still there. Points, never a curve: a
//! curve's steps would tell the week in which one person left.

use super::draw::{Field, count, short};
use super::{Anchor, Mark, Name, Svg};
use crate::outcomes::Published;
use crate::outcomes::disclose::Form;

const FIELD: Field = Field { top: 24.0, height: 160.0 };

/// Points with their labels ("Half-way"), each in a column of the same width. None where none has a number.
pub fn retention(points: &[(String, Published<&Form>)], name: Name) -> Option<String> {
    let marks: Vec<Option<(Mark, String)>> =
        points.iter().map(|(_, figure)| Some((Mark::of(*figure)?, count(figure.get())?))).collect();
    if marks.iter().all(Option::is_none) {
        return None;
    }
    let mut svg = Svg::new("chart-retention", 232, name);
    FIELD.grid(&mut svg);
    let columns = u32::try_from(points.len()).ok()?;
    let place = |i: u32| 100.0 * (f64::from(i) + 0.5) / f64::from(columns);
    for ((i, (label, _)), mark) in (0..).zip(points).zip(&marks) {
        let x = place(i);
        svg.text("tick", (x, FIELD.y(0.0) + 22.0), Anchor::Middle, &short(label));
        let Some((mark, count)) = mark else { continue };
        FIELD.standing(&mut svg, *mark, x);
        // Below its column and not beside its mark, where a phone has no room for "≥ 35/38".
        svg.text("strong", (x, FIELD.y(0.0) + 42.0), Anchor::Middle, count);
    }
    Some(svg.end())
}
