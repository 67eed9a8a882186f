//! Whether a share reached what the program aims for.

use crate::outcomes::disclose::Form;
use crate::outcomes::published::Published;

/// What a printed share says of an aim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aim {
    /// Whatever is not told apart or not recorded: it was reached.
    Reached,
    /// Whatever is not told apart or not recorded: it was not.
    Missed,
    /// Either may be so.
    Open,
}

/// A share beside the least that was aimed for, from 0 to 1. It is this cohort's count that is judged: of
/// similar cohorts, the range tells. None of what is no share.
pub fn aim(figure: Published<&Form>, at_least: f64) -> Option<Aim> {
    judged(figure.get(), at_least)
}

fn judged(form: &Form, at_least: f64) -> Option<Aim> {
    let (n, _) = form.headline()?;
    let (low, high) = form.had_all_answered(n)?;
    // 0.7 of 10 is 7 people, whatever floating point makes of it.
    let needed = at_least * f64::from(n) - 1e-9;
    Some(match () {
        () if f64::from(low) >= needed => Aim::Reached,
        () if f64::from(high) < needed => Aim::Missed,
        () => Aim::Open,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outcomes::disclose::{Count, Kind, Part};

    fn split(yes: u32, no: u32, unrecorded: u32) -> Form {
        let part = |name: &str, count, kind| Part { name: name.to_owned(), count, kind };
        let cells = vec![
            part("yes", yes, Kind::Lead),
            part("no", no, Kind::Other),
            part("not-recorded", unrecorded, Kind::Unrecorded),
        ];
        Form::Split { n: yes + no + unrecorded, cells }
    }

    #[test]
    fn both_sides_of_each_border() {
        for (form, at_least, expected) in [
            (split(30, 10, 0), 0.75, Some(Aim::Reached)),
            (split(29, 11, 0), 0.75, Some(Aim::Missed)),
            (split(7, 3, 0), 0.7, Some(Aim::Reached)),
            (split(26, 10, 4), 0.75, Some(Aim::Open)),
            (split(25, 11, 4), 0.75, Some(Aim::Missed)),
            (Form::Share { n: 12, x: Count::AtLeast(9) }, 0.75, Some(Aim::Reached)),
            (Form::Share { n: 12, x: Count::AtLeast(9) }, 0.76, Some(Aim::Open)),
            (Form::Share { n: 12, x: Count::AtMost(3) }, 0.75, Some(Aim::Open)),
            (Form::Share { n: 24, x: Count::Exact(13) }, 0.75, Some(Aim::Open)),
            (Form::TooFew { group: 8 }, 0.75, None),
        ] {
            assert_eq!(judged(&form, at_least), expected, "{form:?}");
        }
    }
}
