//! How two groups differ, judged by the difference's own range.

use super::range;
use crate::outcomes::disclose::{Count, Form};
use crate::outcomes::estimate::newcombe;
use crate::outcomes::published::Published;

/// A share after, less a share before, in percentage points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Difference {
    /// The share that is judged: (x, n).
    pub after: (u32, u32),
    /// The share that it is held against: (x, n).
    pub before: (u32, u32),
    /// The difference, rounded to whole points.
    pub points: i32,
    /// The low end of its range (Newcombe's hybrid score interval, 95%), rounded to whole points.
    pub low: i32,
    /// The high end of its range.
    pub high: i32,
    /// What the range says.
    pub than: Than,
}

/// What a difference's range says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Than {
    /// The whole range lies above no difference.
    Higher,
    /// The whole range lies below no difference.
    Lower,
    /// The range holds no difference.
    CannotTell,
}

/// The difference of two shares of different people. None where a count is coded, where it depends on what was
/// not recorded, or where there is no share: nothing is drawn from "9 or more of 12".
pub fn difference(after: Published<&Form>, before: Published<&Form>) -> Option<Published<Difference>> {
    after.with(before).map(|(after, before)| of(exact(after)?, exact(before)?)).some()
}

/// Whether fuller records alone could move a figure: "no" and "not recorded" stand together, or apart.
pub fn holds_unknown(form: &Form) -> bool {
    matches!(form, Form::Share { .. }) || form.unrecorded() > 0
}

fn exact(form: &Form) -> Option<(u32, u32)> {
    match form.headline()? {
        (n, Count::Exact(x)) if form.unrecorded() == 0 && range(form).is_some() => Some((x, n)),
        _ => None,
    }
}

fn of(after: (u32, u32), before: (u32, u32)) -> Option<Difference> {
    let range = newcombe(after, before)?;
    let share = |(x, n): (u32, u32)| f64::from(x) / f64::from(n);
    let than = match () {
        () if range.low > 0.0 => Than::Higher,
        () if range.high < 0.0 => Than::Lower,
        () => Than::CannotTell,
    };
    let points = points(share(after) - share(before));
    Some(Difference {
        after,
        before,
        points,
        low: self::points(range.low),
        high: self::points(range.high),
        than,
    })
}

#[allow(clippy::cast_possible_truncation, reason = "from −100 to 100")]
fn points(share: f64) -> i32 {
    (share * 100.0).round() as i32
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn nothing_is_drawn_from_what_is_not_one_share() {
        for (form, exact) in [
            ("{ form: share, n: 38, x: { exact: 27 } }", Some((27, 38))),
            ("{ form: share, n: 12, x: { at-least: 9 } }", None),
            (
                "{ form: split, n: 9, cells: [{ name: a, count: 5, kind: lead }, { name: b, count: 4, kind: other }] }",
                Some((5, 9)),
            ),
            (
                "{ form: split, n: 18, cells: [{ name: a, count: 5, kind: lead }, { name: b, count: 4, kind: other }, \
                 { name: c, count: 9, kind: unrecorded }] }",
                None,
            ),
            (
                "{ form: split, n: 9, cells: [{ name: b, count: 5, kind: other }, { name: c, count: 4, kind: other }] }",
                None,
            ),
            ("{ form: not-shown, why: pooled }", None),
        ] {
            assert_eq!(super::exact(&serde_yaml::from_str(form).unwrap()), exact, "{form}");
        }
    }

    #[test]
    fn is_judged_by_its_own_range() {
        for (after, before, points, than) in [
            ((33, 38), (14, 24), 29, Than::Higher),
            ((14, 24), (33, 38), -29, Than::Lower),
            ((20, 30), (13, 22), 8, Than::CannotTell),
            ((10, 10), (10, 10), 0, Than::CannotTell),
            // At the border: one person more turns "cannot tell" into "higher".
            ((24, 30), (16, 30), 27, Than::Higher),
            ((23, 30), (16, 30), 23, Than::CannotTell),
        ] {
            let found = of(after, before);
            assert_eq!(
                found.map(|d| (d.points, d.than)),
                Some((points, than)),
                "{after:?} {before:?} {found:?}"
            );
        }
    }
}
