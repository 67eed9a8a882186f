//! Reasons behind a group of early endings, told of a pool whose cohorts tell the group themselves.

use super::*;

const COHORTS: [&str; 3] = ["2024", "2025", "2026"];

/// Three cohorts that ended for circumstances so often, of which `not_told` does not tell it.
fn ledger(circumstances: [u32; 3], not_told: Option<usize>) -> Vec<Entry> {
    let mut ledger = Vec::new();
    for (i, cohort) in COHORTS.iter().enumerate() {
        let relationship = if not_told == Some(i) { 1 } else { 4 };
        let why = vec![leaf("circumstances", circumstances[i]), leaf("relationship", relationship)];
        let root = tree(vec![
            cell("completed", 20, Kind::Lead, vec![]),
            cell("ended-early", circumstances[i] + relationship, Kind::Other, vec![split("why", why)]),
        ]);
        let n = 20 + circumstances[i] + relationship;
        let facts = facts(&adult(), &[question("matches/completion", Asked::Tree(root))]);
        let mut one = release(&[cohort], facts, &ids(0..n));
        let members = Members { rows: Some(rows(cohort)), ..Members::default() };
        one.members.insert("matches".to_owned(), members);
        ledger.push(entry(&ledger, one));
    }
    ledger
}

/// A fingerprint of the rows of a cohort's matches.
fn rows(cohort: &str) -> MemberId {
    MemberId::new(&[7; 32], "rows", "matches", cohort)
}

/// The pool's parts, as they are proposed.
fn proposed(parts: &[u32], largest_cohort: u32) -> Release {
    let n: u32 = parts.iter().sum();
    let cells = parts.iter().zip(["life", "request", "other"]);
    let cells = cells.map(|(count, name)| Part { name: name.to_owned(), count: *count, kind: Kind::Other });
    let asked = question("pool-circumstances/why.circumstances", Asked::Parts(cells.collect()));
    let asked = Question { class: Class::Sensitive, largest_cohort, ..asked };
    let refines = asked.refines().unwrap();
    let scope = Scope { cohorts: 3, closed: true };
    let facts = publish(&adult(), scope, &[asked], &People::new()).unwrap();
    let refines = BTreeMap::from([("why.circumstances".to_owned(), refines)]);
    let now = COHORTS.iter().map(|cohort| ((*cohort).to_owned(), rows(cohort))).collect();
    Release { refines, now, ..release(&COHORTS, facts, &ids(0..n)) }
}

fn told(ledger: &[Entry], proposed: Release) -> Form {
    let release = decide(&adult(), ledger, proposed, Before::Nothing).unwrap();
    assert!(release.refines.is_empty(), "the sum of the rows is kept nowhere");
    release.facts[0].form.clone()
}

#[test]
fn the_reasons_of_a_pool_hide_each_cohort() {
    for sizes in [[12, 12, 12], [14, 11, 10], [30, 6, 5], [24, 7, 4], [11, 11, 4]] {
        let ledger = ledger(sizes, None);
        let largest = sizes.into_iter().max().unwrap();
        let mut all = Vec::new();
        for a in 0..=sizes[0] {
            for b in 0..=sizes[1] {
                all.extend((0..=sizes[2]).map(|c| vec![a, b, c]));
            }
        }
        let one = |i: usize| Protected { cells: vec![i], n: sizes[i], recordedness: false };
        invert(10, 3, false, &[one(0), one(1), one(2)], &all, &mut |t| {
            let life: u32 = t.iter().sum();
            told(&ledger, proposed(&[life, sizes.iter().sum::<u32>() - life], largest))
        })
        .clean(&format!("reasons in a pool of {sizes:?}, k = 10"));
    }
}

/// The whole is public; of three parts each is above ten, or none is told.
#[test]
fn the_parts_of_a_pool_are_hidden() {
    for n in [32, 33, 34, 36] {
        let ledger = ledger([n - 23, 12, 11], None);
        let protected = unions(n, 3, &[], 3);
        invert(10, 3, true, &protected, &tables(n, 3), &mut |t| told(&ledger, proposed(t, 12)))
            .clean(&format!("three reasons of {n} in a pool, k = 10"));
    }
}

#[test]
fn a_cohort_that_does_not_tell_its_groups_is_hidden_in_the_pool() {
    // One early ending of the other group is too few, so the third cohort tells of neither.
    let all: Vec<Vec<u32>> = (0..=24).map(|c| vec![c]).collect();
    let protected = [Protected { cells: vec![0], n: 24, recordedness: false }];
    let parts = |c: u32| proposed(&[15, 12 + c], 24);
    invert(3, 1, false, &protected, &all, &mut |t| told(&ledger([13, 14, t[0]], Some(2)), parts(t[0])))
        .clean("a cohort whose groups are not told, k = 3");
    invert(3, 1, false, &protected, &all, &mut |t| parts(t[0]).facts[0].form.clone())
        .leaks("the cohorts' own figures are not looked at");
    // The same where the rows are no longer those that were told.
    let corrected = |change: u32| told(&ledger([13, 14, 12], None), proposed(&[15, 24 + change], 24));
    assert!(matches!(corrected(0), Form::Split { .. }));
    assert_eq!(corrected(1), Form::NotShown { why: Why::FewInCell });
    let mut moved = proposed(&[15, 24], 24);
    moved.now.insert("2025".to_owned(), rows("another"));
    assert_eq!(told(&ledger([13, 14, 12], None), moved), Form::NotShown { why: Why::FewInCell });
}
