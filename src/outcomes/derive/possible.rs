//! What a share could be, had everybody answered who was asked.

use super::Response;
use crate::outcomes::disclose::{Count, Form};
use crate::outcomes::published::Published;

/// From what to what it could be, in whole percent of those asked, rounded outwards. None of what is no share,
/// and where more are told of than were asked.
pub fn possible(figure: Published<&Form>, response: Response) -> Option<(u32, u32)> {
    between(figure.get(), response.invited)
}

fn between(form: &Form, invited: u32) -> Option<(u32, u32)> {
    let (low, high) = form.had_all_answered(invited)?;
    Some((Count::AtLeast(low).percent(invited), Count::AtMost(high).percent(invited)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn assumes_nothing_of_the_silent() {
        let exact = |x, n| Form::Share { n, x: Count::Exact(x) };
        for (form, invited, expected) in [
            (exact(6, 11), 22, Some((27, 100))),
            (exact(19, 28), 38, Some((50, 100))),
            (Form::Share { n: 11, x: Count::AtMost(3) }, 22, Some((0, 100))),
            (exact(6, 11), 10, None),
            (Form::TooFew { group: 8 }, 22, None),
        ] {
            assert_eq!(between(&form, invited), expected, "{form:?} of {invited}");
        }
    }
}
