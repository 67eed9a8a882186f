//! One bar of the way from applying to completing, to a scale that all of its bars share.

use super::draw::open_box;
use super::{Name, Svg};
use crate::outcomes::Published;
use crate::outcomes::disclose::{Count, Form, Kind};

const HEIGHT: f64 = 24.0;

/// A count as a bar, in true proportion to the people that a whole width stands for. What was not recorded is
/// hatched. None of a mean, where no number is told, and where the count does not fit the scale.
pub fn bar(figure: Published<&Form>, scale: u32, name: Name) -> Option<String> {
    let Lengths { solid, coded, unrecorded } = lengths(figure.get())?;
    let end = solid.max(coded.map_or(0, |(_, to)| to)).checked_add(unrecorded)?;
    if scale == 0 || end > scale {
        return None;
    }
    let part = |x: u32| 100.0 * f64::from(x) / f64::from(scale);
    let mut svg = Svg::new("chart-bar", 24, name);
    if solid > 0 {
        svg.rect("bar", (0.0, 0.0), (part(solid), HEIGHT));
    }
    if unrecorded > 0 {
        svg.rect("unrecorded", (part(solid), 1.0), (part(unrecorded), HEIGHT - 2.0));
    }
    if let Some((from, to)) = coded {
        // Not to the end of the drawing: the whole ends where its own n does.
        open_box(&mut svg, (part(from), part(to)), 1.0, HEIGHT - 2.0, from == 0);
    }
    if coded.is_none_or(|(from, _)| from > 0) {
        svg.line("whisker", (0.0, 0.0), (0.0, HEIGHT));
    }
    Some(svg.end())
}

/// A bar in people.
#[derive(Debug, Default)]
struct Lengths {
    /// What is certain, from 0.
    solid: u32,
    /// From where to where a coded count may reach.
    coded: Option<(u32, u32)>,
    /// Not recorded, after what is certain.
    unrecorded: u32,
}

fn lengths(form: &Form) -> Option<Lengths> {
    match form {
        Form::Open { value } => Some(Lengths { solid: u32::try_from(*value).ok()?, ..Lengths::default() }),
        Form::Share { n, x } => Some(match *x {
            Count::Exact(x) => Lengths { solid: x, ..Lengths::default() },
            Count::AtMost(x) => Lengths { coded: Some((0, x)), ..Lengths::default() },
            Count::AtLeast(x) => Lengths { solid: x, coded: Some((x, *n)), ..Lengths::default() },
        }),
        // Without a favourable part there is no count to draw, which is not a count of 0.
        Form::Split { cells, .. } if cells.iter().any(|cell| cell.kind == Kind::Lead) => {
            let of = |kind| cells.iter().filter(|c| c.kind == kind).map(|c| c.count).sum();
            Some(Lengths { solid: of(Kind::Lead), unrecorded: of(Kind::Unrecorded), coded: None })
        }
        Form::Split { .. } | Form::Mean { .. } | Form::TooFew { .. } | Form::NotShown { .. } => None,
    }
}
