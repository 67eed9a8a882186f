//! Who was still meeting at the quarters of the planned length, put together from the tree of completion.

use super::figure;
use crate::outcomes::disclose::{Form, Kind, Part};
use crate::outcomes::published::{Published, Release};

/// Who was still meeting at the midpoint, or had completed by then; None where the halves of early
/// endings are not printed.
pub fn at_midpoint(release: &Published<Release>) -> Option<Published<Form>> {
    let tree = figure(release, "matches", "completion")?;
    tree.with(figure(release, "matches", "ended-early-when")?).map(midpoint).some()
}

/// The same at each quarter that is printed, with the quarter's number. Empty where no half is told by quarters:
/// midpoint and end alone stand elsewhere.
pub fn quarters(release: &Published<Release>) -> Vec<(u8, Published<Form>)> {
    let Some(tree) = figure(release, "matches", "completion") else { return Vec::new() };
    let Some(when) = figure(release, "matches", "ended-early-when") else { return Vec::new() };
    let halves = tree.with(when);
    let of = |half: &str| figure(release, "matches", half);
    let first = of("ended-early-first-half").and_then(|half| halves.with(half).map(first_quarter).some());
    let third = of("ended-early-second-half").and_then(|half| halves.with(half).map(third_quarter).some());
    if first.is_none() && third.is_none() {
        return Vec::new();
    }
    let all = [(1, first), (2, halves.map(midpoint).some()), (3, third), (4, tree.map(whole).some())];
    all.into_iter().filter_map(|(quarter, figure)| Some((quarter, figure?))).collect()
}

fn midpoint((tree, when): (&Form, &Form)) -> Option<Form> {
    left(tree, when, when.cell("first-half")?)
}

fn first_quarter(((tree, when), half): ((&Form, &Form), &Form)) -> Option<Form> {
    left(tree, when, half.cell("first-quarter")?)
}

fn third_quarter(((tree, when), half): ((&Form, &Form), &Form)) -> Option<Form> {
    left(tree, when, when.cell("first-half")? + half.cell("third-quarter")?)
}

fn whole(tree: &Form) -> Option<Form> {
    matches!(tree, Form::Split { .. }).then(|| tree.clone())
}

/// Everybody but those who had ended by then, and those of whom nobody knows when or whether.
fn left(tree: &Form, when: &Form, gone: u32) -> Option<Form> {
    let Form::Split { n, .. } = *tree else { return None };
    let unrecorded = tree.cell("not-recorded")? + when.cell("not-recorded")?;
    let still = n.checked_sub(gone)?.checked_sub(unrecorded)?;
    let cell = |name: &str, count, kind| Part { name: name.to_owned(), count, kind };
    let cells = vec![
        cell("still-meeting", still, Kind::Lead),
        cell("ended-before", gone, Kind::Other),
        cell("not-recorded", unrecorded, Kind::Unrecorded),
    ];
    Some(Form::Split { n, cells })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(cells: &[(&str, u32)]) -> Form {
        let part =
            |(name, count): &(&str, u32)| Part { name: (*name).to_owned(), count: *count, kind: Kind::Other };
        Form::Split { n: cells.iter().map(|(_, count)| count).sum(), cells: cells.iter().map(part).collect() }
    }

    #[test]
    fn counts_those_who_had_not_ended() {
        let tree =
            |unrecorded| split(&[("completed", 20), ("ended-early", 20), ("not-recorded", unrecorded)]);
        let when = |unrecorded| {
            split(&[("first-half", 12), ("second-half", 8 - unrecorded), ("not-recorded", unrecorded)])
        };
        for (tree, when, still, unrecorded) in
            [(tree(0), when(0), 28, 0), (tree(6), when(0), 28, 6), (tree(6), when(4), 24, 10)]
        {
            let found = midpoint((&tree, &when));
            let cells = |name| found.as_ref().and_then(|form| form.cell(name));
            assert_eq!((cells("still-meeting"), cells("not-recorded")), (Some(still), Some(unrecorded)));
            let first = split(&[("first-quarter", 5), ("second-quarter", 7)]);
            let second = split(&[("third-quarter", 4), ("fourth-quarter", 4)]);
            let early = first_quarter(((&tree, &when), &first));
            assert_eq!(early.and_then(|form| form.cell("still-meeting")), Some(still + 7));
            let late = third_quarter(((&tree, &when), &second));
            assert_eq!(late.and_then(|form| form.cell("still-meeting")), Some(still - 4));
        }
        assert_eq!(midpoint((&Form::TooFew { group: 8 }, &when(0))), None);
    }
}
