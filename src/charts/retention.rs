//! Who stayed: at each quarter of the planned length, the share that is still there. Points, never a curve: a
//! curve's steps would tell the week in which one person left.

use super::draw::{Field, count, short};
use super::{Anchor, Mark, Name, Svg};
use crate::outcomes::Published;
use crate::outcomes::disclose::Form;

const FIELD: Field = Field { top: 24.0, height: 160.0 };

/// Points with their labels ("Week 10"), each in a column of the same width. None where none has a number.
pub fn retention(points: &[(String, Published<&Form>)], name: Name) -> Option<String> {
    let marks: Vec<Option<Mark>> = points.iter().map(|(_, figure)| Mark::of(*figure)).collect();
    if marks.iter().all(Option::is_none) {
        return None;
    }
    let mut svg = Svg::new("chart-retention", 214, name);
    FIELD.grid(&mut svg);
    let columns = u32::try_from(points.len()).ok()?;
    // The middle of each column, moved to the left, where the count to the right of the mark has room.
    let place = |i: u32| 100.0 * (f64::from(i) + 0.45) / f64::from(columns);
    for ((i, (label, figure)), mark) in (0..).zip(points).zip(&marks) {
        let x = place(i);
        svg.text("tick", (x, FIELD.y(0.0) + 22.0), Anchor::Middle, &short(label));
        let Some(mark) = mark else { continue };
        FIELD.standing(&mut svg, *mark, x);
        let middle = mark.point.or(mark.coded.or(mark.undecided).map(|(from, to)| f64::midpoint(from, to)));
        if let (Some(middle), Some(count)) = (middle, count(figure.get())) {
            svg.beside("strong", (x, FIELD.y(middle) + 5.0), 13.0, &count);
        }
    }
    Some(svg.end())
}
