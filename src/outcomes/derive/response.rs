//! How many of those who were asked have answered.

use crate::outcomes::disclose::{Count, Form};
use crate::outcomes::published::{Published, Release};

/// The answers to one survey.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Response {
    /// How many answered.
    pub answered: u32,
    /// How many were asked.
    pub invited: u32,
}

/// What a response allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Enough {
    /// Below 40%: no comparison.
    ForNothing,
    /// Below 60%: the figure stands beside its possible range.
    ForItself,
    /// 60% or more.
    ForComparison,
}

impl Response {
    /// In whole percent, to the nearest.
    pub fn percent(self) -> u32 {
        Count::Exact(self.answered).percent(self.invited)
    }

    /// What may be drawn from it.
    pub fn enough(self) -> Enough {
        let (answered, invited) = (u64::from(self.answered), u64::from(self.invited));
        match () {
            () if answered * 100 < invited * 40 => Enough::ForNothing,
            () if answered * 100 < invited * 60 => Enough::ForItself,
            () => Enough::ForComparison,
        }
    }
}

/// The response to a survey of a release; None where either number is not published.
pub fn response(release: &Published<Release>, survey: &str) -> Option<Response> {
    let open = |variable: &str| {
        let mut figures = release.figures();
        let of =
            |key: &super::super::disclose::FactKey| key.population() == survey && key.variable() == variable;
        match figures.find(|(key, _)| of(key))?.1.get() {
            Form::Open { value } => u32::try_from(*value).ok(),
            _ => None,
        }
    };
    let (answered, invited) = (open("answered")?, open("invited")?);
    (invited > 0).then_some(Response { answered, invited })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds_of_what_may_be_drawn() {
        for (answered, invited, enough) in [
            (39, 100, Enough::ForNothing),
            (40, 100, Enough::ForItself),
            (59, 100, Enough::ForItself),
            (60, 100, Enough::ForComparison),
            (0, 1, Enough::ForNothing),
        ] {
            assert_eq!(Response { answered, invited }.enough(), enough, "{answered} of {invited}");
        }
    }
}
