//! Mutants of the rules run through the same harness, and must leak.

use super::one_table::{mean_game, midpoint, numbers};
use super::*;

#[test]
fn a_mutant_without_tail_coding_is_caught() {
    for limits in both() {
        game(limits, limits.group..=24, 2, &[], |t| vec![exact(t[0] + t[1], t[0])]).leaks("no tail coding");
        // A percentage, or an interval around the true count, is no disguise either.
        game(limits, limits.group..=24, 2, &[], |t| {
            let n = t[0] + t[1];
            let told = ladder::share(limits, n, t[0]);
            vec![told, Form::Open { value: u64::from(Count::Exact(t[0]).percent(n)) }]
        })
        .leaks("interval of the true count");
        game(limits, limits.group..=24, 3, &[2], |t| {
            let n = t.iter().sum();
            vec![ladder::share(limits, n, t[0]), ladder::share(limits, n - t[2], t[0])]
        })
        .leaks("two denominators");
    }
}

#[test]
fn mutants_of_the_tree_are_caught() {
    for limits in both() {
        game(limits, limits.group..=16, 4, &[3], |t| {
            let halves = Part { name: String::new(), count: t[1], kind: Kind::Other };
            let mut told = forms(limits, &midpoint(t));
            told[1] = Form::Split { n: t[1] + t[2], cells: vec![halves] };
            told
        })
        .leaks("tree rule dropped");
        game(limits, limits.group..=16, 4, &[3], |t| {
            let n = t.iter().sum();
            vec![ladder::share(limits, n, t[0]), ladder::share(limits, n, n - t[1])]
        })
        .leaks("nested counts as separate shares");
        game(limits, limits.group..=16, 4, &[3], |t| {
            let whole = Answers { yes: t[0], no: t[1] + t[2], unrecorded: t[3] };
            vec![ladder::answers(limits, whole), ladder::share(limits, whole.n(), t[0] + t[2] + t[3])]
        })
        .leaks("completed, and active at midpoint beside it");
    }
}

#[test]
fn mutants_of_the_mean_are_caught() {
    let limits = both()[0];
    let n = 23;
    mean_game(limits, n, |scores, t| {
        let mut told = numbers(&ladder::mean(limits, scores));
        told[2] = sd_half_steps(t);
        told
    })
    .leaks("the answers' own deviation, rounded up to 0.5");
    let tenths = |scores: &Scores| {
        let answered = u64::from(scores.answered);
        u32::try_from((20 * scores.total + answered) / (2 * answered)).unwrap()
    };
    mean_game(limits, n, |scores, _| vec![tenths(scores)]).leaks("no clamp");
    mean_game(both()[1], 25, |scores, _| vec![tenths(scores).clamp(15, 45)]).leaks("half a point at any n");
    mean_game(limits, n, |scores, _| {
        let mut told = numbers(&ladder::mean(limits, scores));
        told.push(scores.answered);
        told
    })
    .leaks("the number of answers beside the number asked");
    // A share in the place of a mean of too few: nineteen yes, and the other four did not answer.
    let all = tables(n, 3);
    let protected = unions(n, 3, &[2], 3);
    invert(limits.k, 3, false, &protected, &all, &mut |t| {
        let share = ladder::answers(limits, Answers { yes: t[0], no: t[1], unrecorded: t[2] });
        (t[0] + t[1] < ladder::MEAN_FROM).then_some(share)
    })
    .leaks("a share where the mean has too few answers");
}

fn sd_half_steps(t: &[u32]) -> u32 {
    let n: f64 = t[..5].iter().copied().map(f64::from).sum();
    let sum = |power: i32| -> f64 {
        t[..5].iter().zip([1.0_f64, 2.0, 3.0, 4.0, 5.0]).map(|(c, s)| f64::from(*c) * s.powi(power)).sum()
    };
    let sd = ((sum(2) - sum(1) * sum(1) / n).max(0.0) / (n - 1.0)).sqrt();
    (1..9).find(|half| f64::from(*half) / 2.0 >= sd - 1e-9).unwrap_or(9)
}
