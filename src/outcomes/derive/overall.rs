//! The share of all cohorts together, which a funnel is drawn around where the program has no target.

use super::holds_unknown;
use crate::outcomes::disclose::Form;
use crate::outcomes::published::Published;

/// The fewest cohorts that are taken together.
pub const POOLED: usize = 5;
/// The fewest cohorts of a funnel: more than five.
pub const FUNNEL: usize = 6;

/// In percent, and whether it is known to the last person: else it is the middle of what the printed counts may be.
/// Every cohort that has a share counts, for to leave out the coded ones would lean towards the middling. Where "no"
/// and "not recorded" stand together a share counts as it is drawn, and the whole is not known. None below five.
pub fn overall<'a>(figures: impl Iterator<Item = Published<&'a Form>>) -> Option<(u32, bool)> {
    let figures: Vec<&Form> = figures.map(|figure| *figure.get()).collect();
    let ends: Vec<_> = figures.iter().filter_map(|form| ends(form)).collect();
    if ends.len() < POOLED {
        return None;
    }
    let (low, high, n) =
        ends.iter().fold((0, 0, 0), |all, one| (all.0 + one.0, all.1 + one.1, all.2 + one.2));
    let percent = u32::try_from((100 * (low + high) + n).checked_div(2 * n)?).ok()?;
    Some((percent, !figures.iter().any(|form| holds_unknown(form))))
}

/// The fewest and the most that it may be, and of how many.
fn ends(form: &Form) -> Option<(u64, u64, u64)> {
    let (n, count) = form.headline()?;
    let (low, high) = count.range(n);
    Some((low.into(), (high + form.unrecorded()).into(), n.into()))
}
