//! How matches ended, as one split: each cell of completion by its groups, where those are printed.

use super::figure;
use crate::outcomes::disclose::{Form, Kind, Part};
use crate::outcomes::published::{Published, Release};

/// Completion with the completed by kind and the early endings by reason, as far as each is printed; None where
/// neither is, for then completion says all there is.
pub fn ended(release: &Published<Release>) -> Option<Published<Form>> {
    let tree = figure(release, "matches", "completion")?;
    let of = |variable: &str| figure(release, "matches", variable);
    match (of("completed-how"), of("ended-early-why")) {
        (Some(how), Some(why)) => tree.with(how).with(why).map(both).some(),
        (Some(how), None) => tree.with(how).map(one_how).some(),
        (None, Some(why)) => tree.with(why).map(one_why).some(),
        (None, None) => None,
    }
}

fn both(((tree, how), why): ((&Form, &Form), &Form)) -> Option<Form> {
    groups(tree, Some(how), Some(why))
}

fn one_how((tree, how): (&Form, &Form)) -> Option<Form> {
    groups(tree, Some(how), None)
}

fn one_why((tree, why): (&Form, &Form)) -> Option<Form> {
    groups(tree, None, Some(why))
}

fn groups(tree: &Form, how: Option<&Form>, why: Option<&Form>) -> Option<Form> {
    let Form::Split { n, cells } = tree else { return None };
    let (how, why) = (how.and_then(parts), why.and_then(parts));
    if how.is_none() && why.is_none() {
        return None;
    }
    let mut all = Vec::with_capacity(6);
    for cell in cells {
        match (cell.name.as_str(), how, why) {
            ("completed", Some(how), _) => all.extend(how.iter().cloned()),
            ("ended-early", _, Some(why)) => all.extend(why.iter().map(early)),
            _ => all.push(cell.clone()),
        }
    }
    Some(Form::Split { n: *n, cells: all })
}

fn parts(form: &Form) -> Option<&[Part]> {
    if let Form::Split { cells, .. } = form { Some(cells) } else { None }
}

/// An early ending without a reason is still an early ending; what became of the match is known.
fn early(part: &Part) -> Part {
    match part.kind {
        Kind::Unrecorded => Part { name: "no-reason".to_owned(), kind: Kind::Other, ..part.clone() },
        _ => part.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(name: &str, count: u32, kind: Kind) -> Part {
        Part { name: name.to_owned(), count, kind }
    }

    #[test]
    fn each_cell_by_its_groups() {
        let tree = Form::Split {
            n: 40,
            cells: vec![
                part("completed", 26, Kind::Lead),
                part("ended-early", 14, Kind::Other),
                part("not-recorded", 0, Kind::Unrecorded),
            ],
        };
        let how = Form::Split {
            n: 26,
            cells: vec![part("as-planned", 20, Kind::Lead), part("goals-met", 6, Kind::Lead)],
        };
        let why = Form::Split {
            n: 14,
            cells: vec![
                part("circumstances", 5, Kind::Other),
                part("relationship-or-support", 5, Kind::Other),
                part("not-recorded", 4, Kind::Unrecorded),
            ],
        };
        let hidden = Form::TooFew { group: 8 };
        let names = |how: &Form, why: &Form| {
            let form = groups(&tree, Some(how), Some(why))?;
            let Form::Split { n, cells } = form else { return None };
            assert_eq!(cells.iter().map(|cell| cell.count).sum::<u32>(), n);
            Some(cells.iter().map(|cell| cell.name.as_str()).collect::<Vec<_>>().join(" "))
        };
        for (how, why, expected) in [
            (
                &how,
                &why,
                Some("as-planned goals-met circumstances relationship-or-support no-reason not-recorded"),
            ),
            (&how, &hidden, Some("as-planned goals-met ended-early not-recorded")),
            (&hidden, &why, Some("completed circumstances relationship-or-support no-reason not-recorded")),
            (&hidden, &hidden, None),
        ] {
            assert_eq!(names(how, why).as_deref(), expected);
        }
    }
}
