//! The known traps: roles, denominators, frozen and pooled releases, a ledger that forks.

use super::one_table::{midpoint, quarters, scores};
use super::*;

#[test]
fn roles_do_not_betray_each_other() {
    // All 20 of 24, mentees 12 of 12: mentors 8 of 12.
    let asked = [yes_no("a/b@end", 20, 4, 0), yes_no("a/b@end/mentee", 12, 0, 0)];
    let [total, one] = asked.each_ref().map(|question| question.key.clone());
    assert!(refused(&asked, &People::new()).contains(&Refusal::TotalOverRoles(total, one)));
    // So for the mean, or share, of all beside that of the paired, whoever is left over.
    let asked = [yes_no("all/b@end", 20, 10, 0), yes_no("paired/b@end", 9, 9, 0)];
    let pair = || Refusal::Overlap(asked[0].key.clone(), asked[1].key.clone());
    assert_eq!(refused(&asked, &People::new()), [pair()], "people who are not known may overlap");
    let people = |of: &[(&str, &[&str])]| -> People {
        of.iter().map(|(name, people)| ((*name).to_owned(), set(people))).collect()
    };
    assert_eq!(refused(&asked, &people(&[("all", &["x", "y"]), ("paired", &["y"])])), [pair()]);
    let apart = people(&[("all", &["x"]), ("paired", &["y"])]);
    assert_eq!(publish(&adult(), CLOSED, &asked, &apart).unwrap().len(), 2);
}

#[test]
fn one_form_for_one_key_and_one_denominator() {
    let refusals = |asked: &[Question]| refused(asked, &People::new());
    let twice = [yes_no("a/b", 8, 8, 0), yes_no("a/b", 8, 8, 0)];
    assert!(refusals(&twice).contains(&Refusal::Second(key("a/b"))));
    // 20 of 24, and 20 of 22 recorded.
    let two = [yes_no("a/b", 20, 4, 0), yes_no("a/c", 20, 2, 0)];
    assert!(matches!(refusals(&two)[..], [Refusal::Denominators(..)]));
    let t = tree(vec![cell("completed", 12, Kind::Lead, vec![]), leaf("ended", 12)]);
    let nested = [
        question("a/completion", Asked::Tree(t.clone())),
        question(
            "a/endings",
            Asked::Endings(Endings { planned: 6, met: 6, circumstances: 6, relationship: 6, unrecorded: 0 }),
        ),
    ];
    assert!(matches!(refusals(&nested)[..], [Refusal::SecondTree(..)]));
    let mut broken = t;
    broken.root.cells[1].splits = vec![split("midpoint", vec![leaf("before", 4), leaf("after", 4)])];
    let broken = question("a/completion", Asked::Tree(broken));
    assert_eq!(refusals(&[broken]), [Refusal::Sums(key("a/completion"))]);
    let mut open = yes_no("a/b", 20, 4, 0);
    open.class = Class::Open;
    assert_eq!(refusals(&[open]), [Refusal::Class(key("a/b"))]);
    // Favourable before 8, after 11, "3 or fewer rose": three rose, and nobody fell.
    let mut rose = yes_no("a/trust@start-end", 3, 17, 0);
    rose.change = true;
    let levels = [yes_no("a/trust@start", 8, 12, 0), yes_no("a/trust@end", 11, 9, 0), rose];
    assert_eq!(refusals(&levels), [Refusal::ChangeBesideLevels(key("a/trust@start-end"))]);
    assert!(publish(&adult(), CLOSED, &levels[1..], &People::new()).is_ok());
}

#[test]
fn no_known_trap_can_be_printed() {
    let k3 = both()[0];
    let is_exact = |limits, x, n| ladder::share(limits, n, x) == exact(n, x);
    // 21 men of 22; four others of 24 where k is 5; a band of 80 to 100% of 12.
    assert_eq!(ladder::share(k3, 22, 21), Form::Share { n: 22, x: Count::AtLeast(19) });
    assert!(!is_exact(both()[1], 20, 24) && is_exact(k3, 20, 24));
    for x in 9..=12 {
        assert_eq!(ladder::share(k3, 12, x), Form::Share { n: 12, x: Count::AtLeast(9) });
    }
    // Percent and interval are functions of the form: 75% or more, from 9 to the end of the scale.
    let told = ladder::share(k3, 12, 11);
    assert_eq!(
        (told.percent(), told.bounds().unwrap().low, told.bounds().unwrap().high),
        (Some(75), Some(9), None)
    );
    assert_eq!(Count::AtLeast(11).percent(16), 68, "69% or more would be untrue of 11");
    assert_eq!(Count::AtMost(3).percent(16), 19);
    for n in 8..=60 {
        let hidden: Vec<Form> = (0..=3).map(|x| ladder::share(k3, n, x)).collect();
        assert!(
            hidden.iter().all(|form| form.percent() == hidden[0].percent()),
            "a percentage is no disguise"
        );
    }
    // Cells that sum to zero, to two, to five: no cell of a split is hidden, the whole split is.
    for cells in [[25, 0, 0], [23, 1, 1], [20, 4, 1]] {
        let part = |count: &u32| Part { name: "x".to_owned(), count: *count, kind: Kind::Other };
        let mut parts: Vec<Part> = cells.iter().map(part).collect();
        (parts[0].kind, parts[0].name) = (Kind::Lead, "lead".to_owned());
        let told = ladder::bars(k3, &parts);
        assert!(told.headline().is_some() && told.cell("x").is_none(), "{told:?}");
    }
    // Sixteen who answered 3 of 5 did not say no, and a choice is no yes.
    let named = |cells: &[(&str, u32, Kind)]| -> Vec<(String, u32)> {
        let part = |(name, count, kind): &(&str, u32, Kind)| Part {
            name: (*name).to_owned(),
            count: *count,
            kind: *kind,
        };
        let Form::Split { cells, .. } = ladder::bars(k3, &cells.iter().map(part).collect::<Vec<_>>()) else {
            return Vec::new();
        };
        cells.into_iter().filter(|cell| cell.count > 0).map(|cell| (cell.name, cell.count)).collect()
    };
    let (lead, other) = (Kind::Lead, Kind::Other);
    assert_eq!(
        named(&[("1", 0, other), ("2", 0, other), ("3", 16, other), ("4", 5, lead), ("5", 3, lead)]),
        [("favourable".to_owned(), 8), ("others".to_owned(), 16)]
    );
    assert_eq!(
        named(&[("job", 8, lead), ("study", 14, other), ("neither", 2, other)]),
        [("job".to_owned(), 8), ("others".to_owned(), 16)]
    );
    // Ten 5-point answers with a mean of 4.9.
    let ten = scores(&[0, 0, 0, 1, 9, 0]);
    assert_eq!(ladder::mean(k3, &ten), Form::Share { n: 10, x: Count::AtLeast(7) });
    // Ten mentees of two mentors.
    let mut ten = yes_no("a/b", 5, 5, 0);
    // Of mentors who may hold five each, eight hold more than 35.
    ten.raise.more = 28;
    assert_eq!(printed(&adult(), &[ten]), [Form::TooFew { group: 36 }]);
    // Retention 33, 29, 27 of 38; a curve with two events.
    let told = forms(k3, &quarters(&[27, 0, 5, 4, 2, 0]));
    assert_eq!(told[0].headline(), Some((38, Count::Exact(27))));
    assert_eq!((told[1].cell("before"), told[1].cell("after")), (Some(5), Some(6)));
    assert!(told[2..].iter().all(|form| *form == Form::NotShown { why: Why::FewInCell }));
    let drawn = |told: &[Form]| curve(&told[0], &told[1], &told[2], &told[3]);
    assert_eq!(drawn(&told), None);
    assert_eq!(drawn(&forms(k3, &quarters(&[27, 4, 5, 6, 7, 0]))), Some([49, 45, 40, 34, 27]));
    assert_eq!(
        drawn(&forms(k3, &quarters(&[17, 4, 5, 6, 7, 0]))),
        None,
        "39 matches are too few for a curve"
    );
    assert_eq!(forms(k3, &midpoint(&[18, 1, 1, 0]))[0], Form::Share { n: 20, x: Count::AtLeast(17) });
    // 40 trained, 38 matched.
    let mut funnel = midpoint(&[20, 9, 9, 0]);
    funnel.before = vec![Stage { variable: "trained".to_owned(), count: 40 }];
    assert_eq!(forms(k3, &funnel).last(), Some(&Form::NotShown { why: Why::FewInCell }));
}

#[test]
fn a_closed_cohort_is_frozen() {
    let policy = adult();
    let told = |yes: u32, n: u32| facts(&policy, &[yes_no("a/b", yes, n - yes, 0)]);
    let first = entry(&[], release(&["c"], told(30, 41), &ids(0..41)));
    let next = |yes, n: u32| {
        decide(
            &policy,
            std::slice::from_ref(&first),
            release(&["c"], told(yes, n), &ids(0..n)),
            Before::Closed,
        )
        .unwrap()
    };
    // The newcomer completed; all five newcomers completed; all eight did; one answer changed.
    for (yes, n) in [(31, 42), (35, 46), (38, 49), (31, 41)] {
        let decision = next(yes, n);
        assert_eq!(decision.facts, first.release.facts);
        assert_eq!(decision.members, first.release.members, "the ledger holds whom the figures describe");
        assert_eq!(decision.held.is_empty(), n == 41);
    }
    let corrected = next(36, 53);
    assert_eq!((corrected.facts, corrected.held), (told(36, 53), BTreeSet::new()));
    // Nothing is lost and nothing is reopened.
    assert_eq!(
        decide(&policy, &[], release(&["c"], told(30, 41), &ids(0..41)), Before::Closed),
        Err(Denied::Lost)
    );
    let mut running = release(&["c"], told(30, 41), &ids(0..41));
    running.closed = false;
    assert_eq!(
        decide(&policy, std::slice::from_ref(&first), running.clone(), Before::Closed),
        Err(Denied::Reopened)
    );
    assert_eq!(decide(&policy, &[], running, Before::Nothing).unwrap().facts, []);
    let scope = Scope { cohorts: 1, closed: false };
    let told = publish(&policy, scope, &[yes_no("a/b", 30, 11, 0)], &People::new()).unwrap();
    assert_eq!(told[0].form, Form::NotShown { why: Why::Running });
}

/// Whoever had their own row corrected must not see it move a figure; another change is told in the same way.
#[test]
fn the_note_of_a_correction_tells_nothing() {
    let note = |before: u32, after: u32| {
        let answers = |yes| Answers { yes, no: 12 - yes, unrecorded: 0 };
        let rows = |yes: u32| Some(MemberId::new(&[7; 32], "rows", "a", &yes.to_string()));
        let policy = adult();
        let make = |yes| {
            let facts = facts(&policy, &[question("a/b", Asked::Answers(answers(yes)))]);
            let mut made = release(&["c"], facts, &ids(0..12));
            made.members.get_mut("a").unwrap().rows = rows(yes);
            made
        };
        let first = entry(&[], make(before));
        decide(&policy, &[first], make(after), Before::Closed).unwrap()
    };
    let (inside, across) = (note(10, 9), note(9, 8));
    assert_eq!(inside.held, set(&["a"]));
    assert_eq!((inside.held, inside.facts), (across.held, across.facts));
}

#[test]
fn pools_are_disjoint_and_apart_from_cohorts() {
    let policy = adult();
    let told = |name: &str| facts(&policy, &[yes_no(name, 20, 20, 0)]);
    let pool = |cohorts: &[&str], name: &str| release(cohorts, told(name), &ids(0..40));
    let ledger = vec![entry(&[], pool(&["2024", "2025", "2026"], "pool/reason"))];
    let denied = |ledger: &[Entry], release| decide(&policy, ledger, release, Before::Nothing).unwrap_err();
    assert_eq!(denied(&ledger, pool(&["2025", "2026", "2027"], "pool/x")), Denied::PoolOverlap(1));
    assert_eq!(denied(&ledger, pool(&["2027", "2028"], "pool/x")), Denied::SmallPool);
    let beside = Denied::PoolBesideCohort("reason".to_owned());
    assert_eq!(denied(&ledger, pool(&["2026"], "a/reason")), beside);
    let ledger = vec![entry(&[], pool(&["2026"], "a/reason"))];
    assert_eq!(denied(&ledger, pool(&["2024", "2025", "2026"], "pool/reason")), beside);
    let mut asked = yes_no("a/harm", 20, 20, 0);
    asked.class = Class::Sensitive;
    assert_eq!(printed(&policy, &[asked]), [Form::NotShown { why: Why::Pooled }]);
}

#[test]
fn a_forked_ledger_is_seen() {
    let made = |ledger: &[Entry]| entry(ledger, release(&["c"], vec![], &ids(0..1)));
    let mut ledger = Vec::new();
    for _ in 0..3 {
        ledger.push(made(&ledger));
    }
    assert_eq!(chain(&ledger), Ok(()));
    let mut fork = made(&ledger[..2]);
    fork.id = "other".to_owned();
    ledger.push(fork);
    assert_eq!(chain(&ledger), Err(Denied::Fork(Some("e2".to_owned()))));
    assert_eq!(chain(&ledger[1..3]), Err(Denied::Gap(2)), "the first is missing");
}
