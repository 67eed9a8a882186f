//! Games of one table: answers, categories, trees, the funnel and means hide small counts.

use super::*;

#[test]
fn answers_of_three_values_hide_small_counts() {
    for policy in [adult(), minor()] {
        let limits = policy.limits(Class::Ordinary);
        game(limits, 1..=24, 3, &[2], |t| printed(&policy, &[yes_no("a/b", t[0], t[1], t[2])]))
            .clean(&format!("yes, no, not recorded, k = {}", limits.k));
        game(limits, limits.group..=24, 2, &[], |t| vec![ladder::share(limits, t[0] + t[1], t[0])])
            .clean(&format!("share of n, k = {}", limits.k));
    }
}

#[test]
fn categories_and_endings_hide_small_counts() {
    for limits in both() {
        let kinds = [Kind::Lead, Kind::Lead, Kind::Other, Kind::Other];
        let bars = |kinds: &[Kind], t: &[u32]| {
            let part =
                |(kind, count): (&Kind, &u32)| Part { name: String::new(), count: *count, kind: *kind };
            vec![ladder::bars(limits, &kinds.iter().zip(t).map(part).collect::<Vec<_>>())]
        };
        game(limits, limits.group..=24, 4, &[], |t| bars(&kinds, t))
            .clean(&format!("four categories, k = {}", limits.k));
        let kinds = [Kind::Lead, Kind::Other, Kind::Other, Kind::Unrecorded];
        game(limits, limits.group..=24, 4, &[3], |t| bars(&kinds, t))
            .clean(&format!("three categories and not recorded, k = {}", limits.k));
        game(limits, limits.group..=20, 5, &[4], |t| {
            let [planned, met, circumstances, relationship, unrecorded] = *t else { unreachable!() };
            vec![ladder::endings(limits, Endings { planned, met, circumstances, relationship, unrecorded })]
        })
        .clean(&format!("endings, k = {}", limits.k));
    }
}

/// completed · ended early (before · after the midpoint) · not recorded
pub(super) fn midpoint(t: &[u32]) -> Tree {
    let ended = split("midpoint", vec![leaf("before", t[1]), leaf("after", t[2])]);
    tree(vec![
        cell("completed", t[0], Kind::Lead, vec![]),
        cell("ended", t[1] + t[2], Kind::Other, vec![ended]),
        cell("not-recorded", t[3], Kind::Unrecorded, vec![]),
    ])
}

/// completed · ended early (before · after, each in quarters) · not recorded
pub(super) fn quarters(t: &[u32]) -> Tree {
    let before = split("first-half", vec![leaf("q1", t[1]), leaf("q2", t[2])]);
    let after = split("second-half", vec![leaf("q3", t[3]), leaf("q4", t[4])]);
    let halves = vec![
        cell("before", t[1] + t[2], Kind::Other, vec![before]),
        cell("after", t[3] + t[4], Kind::Other, vec![after]),
    ];
    tree(vec![
        cell("completed", t[0], Kind::Lead, vec![]),
        cell("ended", t[1..5].iter().sum(), Kind::Other, vec![split("midpoint", halves)]),
        cell("not-recorded", t[5], Kind::Unrecorded, vec![]),
    ])
}

/// completed · ended early, split twice: by time and by reason · not recorded
pub(super) fn crossed(t: &[u32]) -> Tree {
    let time = split("midpoint", vec![leaf("before", t[1] + t[2]), leaf("after", t[3] + t[4])]);
    let reason = split("reason", vec![leaf("life", t[1] + t[3]), leaf("us", t[2] + t[4])]);
    tree(vec![
        cell("completed", t[0], Kind::Lead, vec![]),
        cell("ended", t[1..5].iter().sum(), Kind::Other, vec![time, reason]),
        cell("not-recorded", t[5], Kind::Unrecorded, vec![]),
    ])
}

/// completed (planned · goals met) · ended (before, in quarters · after · unknown when) · not recorded
pub(super) fn eight(t: &[u32]) -> Tree {
    let kind = split("success", vec![leaf("planned", t[0]), leaf("met", t[1])]);
    let before = split("first-half", vec![leaf("q1", t[2]), leaf("q2", t[3])]);
    let after = split("second-half", vec![leaf("q3", t[4]), leaf("q4", t[5])]);
    let halves = vec![
        cell("before", t[2] + t[3], Kind::Other, vec![before]),
        cell("after", t[4] + t[5], Kind::Other, vec![after]),
        cell("unknown-when", t[6], Kind::Unrecorded, vec![]),
    ];
    tree(vec![
        cell("completed", t[0] + t[1], Kind::Lead, vec![kind]),
        cell("ended", t[2..7].iter().sum(), Kind::Other, vec![split("midpoint", halves)]),
        cell("not-recorded", t[7], Kind::Unrecorded, vec![]),
    ])
}

#[test]
fn trees_hide_small_counts() {
    for limits in both() {
        let k = limits.k;
        game(limits, limits.group..=24, 4, &[3], |t| forms(limits, &midpoint(t)))
            .clean(&format!("tree of four cells, k = {k}"));
        game(limits, [12, 16, 20].into_iter(), 6, &[5], |t| forms(limits, &quarters(t)))
            .clean(&format!("tree of six cells, k = {k}"));
        game(limits, [12, 18].into_iter(), 6, &[5], |t| forms(limits, &crossed(t)))
            .clean(&format!("tree of six cells, two splits of one, k = {k}"));
    }
    let limits = both()[0];
    game(limits, [12].into_iter(), 8, &[6, 7], |t| forms(limits, &eight(t)))
        .clean("tree of eight cells, k = 3");
}

/// Takes minutes: `cargo test --release -- --ignored inversion`.
#[test]
#[ignore = "the full enumeration of eight cells takes minutes"]
fn trees_of_eight_cells_hide_small_counts() {
    for limits in both() {
        for n in limits.group..=22 {
            game(limits, [n].into_iter(), 8, &[6, 7], |t| forms(limits, &eight(t)))
                .clean(&format!("tree of eight cells, n = {n}, k = {}", limits.k));
        }
        game(limits, [22, 24, 26].into_iter(), 6, &[5], |t| forms(limits, &quarters(t)))
            .clean(&format!("tree of six cells, k = {}", limits.k));
        game(limits, [22, 24, 26].into_iter(), 6, &[5], |t| forms(limits, &crossed(t)))
            .clean(&format!("tree of six cells, two splits of one, k = {}", limits.k));
    }
}

/// The matched are public; the trained and applied before them are told only where the steps are wide.
#[test]
fn the_funnel_hides_small_steps() {
    for limits in both() {
        let stage = |variable: &str, count| Stage { variable: variable.to_owned(), count };
        let mut all: Vec<Vec<u32>> = (0..=30).flat_map(|a| (0..=30).map(move |b| vec![a, b])).collect();
        // Where only the sum is told, the enumeration must hold every table with that sum.
        all.retain(|t| t[0] > limits.k || t[0] + t[1] <= 30);
        let n = 1000; // no upper bound is known
        let count = |cells: &[usize]| Protected { cells: cells.to_vec(), n, recordedness: false };
        let protected = [count(&[0]), count(&[1]), count(&[0, 1])];
        invert(limits.k, 2, true, &protected, &all, &mut |t| {
            let mut tree = midpoint(&[8, 4, 4, 4]);
            tree.before = vec![stage("trained", 20 + t[0]), stage("applied", 20 + t[0] + t[1])];
            forms(limits, &tree)
        })
        .clean(&format!("funnel before the match, k = {}", limits.k));
    }
}

/// Counts of the answers 1 to 5, then of those who did not answer.
pub(super) fn scores(t: &[u32]) -> Scores {
    let total = t[..5].iter().zip(1..).map(|(count, score)| u64::from(*count) * score).sum();
    let (no, yes) = (t[..3].iter().sum(), t[3] + t[4]);
    let favourable = Answers { yes, no, unrecorded: t[5] };
    Scores { low: 1, high: 5, per_point: 1, total, answered: yes + no, favourable }
}

/// All answers of so many people, with every count of missing ones that still prints a mean.
pub(super) fn mean_game(limits: Limits, n: u32, print: impl Fn(&Scores, &[u32]) -> Vec<u32>) -> Inverted {
    let mut all = tables(n, 6);
    all.retain(|t| n - t[5] >= ladder::MEAN_FROM);
    let mut protected = unions(n, 6, &[5], 1);
    for edge in 2..4 {
        protected.push(Protected { cells: (0..edge).collect(), n, recordedness: false });
    }
    invert(limits.k, 6, false, &protected, &all, &mut |t| print(&scores(t), t))
}

/// What stands in a mean, as numbers.
pub(super) fn numbers(form: &Form) -> Vec<u32> {
    match form {
        Form::Mean { tenths, clamp, sd_half_steps, .. } => vec![*tenths, *clamp as u32, *sd_half_steps],
        other => panic!("no mean: {other:?}"),
    }
}

#[test]
fn means_hide_small_counts() {
    for limits in both() {
        for n in [20 + limits.k, 21 + limits.k] {
            mean_game(limits, n, |scores, _| numbers(&ladder::mean(limits, scores)))
                .clean(&format!("means of {n}, k = {}", limits.k));
        }
        // Below that a share, whatever the answers; and a mean or nothing above, never a share.
        let few = scores(&[0, 0, 0, 10, 9 + limits.k, 0]);
        assert_eq!(ladder::mean(limits, &few), ladder::answers(limits, few.favourable));
        let silent = scores(&[0, 0, 0, 10, 9, 10]);
        assert_eq!(ladder::mean(limits, &silent), Form::NotShown { why: Why::FewAnswers });
    }
}

/// One mentor may have many mentees: what is printed of all mentees stays wide for theirs.
#[test]
fn the_mentees_of_one_mentor_are_hidden() {
    for limits in both() {
        for mine in 1..=12 {
            let others = limits.group - 1;
            let n = mine + others;
            let all: Vec<Vec<u32>> = (0..=mine).flat_map(|a| (0..=others).map(move |b| vec![a, b])).collect();
            let protected = [Protected { cells: vec![0], n: mine, recordedness: false }];
            invert(limits.k, 2, false, &protected, &all, &mut |t| ladder::share(limits, n, t[0] + t[1]))
                .clean(&format!("one mentor with {mine} of {n}, k = {}", limits.k));
        }
    }
}
