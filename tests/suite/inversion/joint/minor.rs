//! The games of several figures for minors, where `k` is 5 and the group 12.
//!
//! Twelve is the smallest size at which anything is told, and the one that fits into every run; the larger ones take
//! minutes: `cargo test -- --ignored joint::minor`.

use super::*;

fn limits() -> Limits {
    both()[1]
}

/// Endings with why and when, and what is documented.
fn why_and_when(n: u32) {
    let dims = [6, 2];
    let joint =
        Joint { limits: limits(), n, sizes: &dims, protected: protected(&dims, &[10, 11], &[]), own: false };
    let print = |m: &[u32]| printed(&minor(), &[endings(&m[..6]), documented(m[6], m[7], 0)]);
    joint
        .invert(&|table| margins(&dims, table), &print)
        .clean(&format!("endings, why, when and documented, n = {n}, k = {}", limits().k));
}

/// Completion, and the level of those who answered.
fn completion_and_level(n: u32) {
    let dims = [3, 4];
    let protected = protected(&dims, &[3, 7, 8, 9, 10, 11], &[0, 4, 8]);
    let joint = Joint { limits: limits(), n, sizes: &dims, protected, own: false };
    let print = |m: &[u32]| {
        let [level, open] = level(&m[3..]);
        printed(&minor(), &[completion(&m[..3]), level, open])
    };
    joint
        .invert(&|table| margins(&dims, table), &print)
        .clean(&format!("completion and a level, n = {n}, k = {}", limits().k));
}

/// Completion, what is documented and the level, all recorded.
fn three(n: u32) {
    let dims = [2, 2, 3];
    let joint = Joint {
        limits: limits(),
        n,
        sizes: &dims,
        protected: protected(&dims, &[], &[0, 3, 6, 9]),
        own: false,
    };
    let print = |m: &[u32]| {
        let [level, open] = level(&[m[4], m[5], m[6], 0]);
        printed(&minor(), &[completion(&[m[0], m[1], 0]), documented(m[2], m[3], 0), level, open])
    };
    joint
        .invert(&|table| margins(&dims, table), &print)
        .clean(&format!("completion, documented and a level, n = {n}, k = {}", limits().k));
}

#[test]
fn why_and_when_beside_what_is_documented_of_minors() {
    why_and_when(12);
}

#[test]
fn completion_beside_the_answers_of_minors() {
    completion_and_level(12);
}

#[test]
fn all_three_together_of_minors() {
    three(12);
}

#[test]
#[ignore = "4.5 million tables a game and size take minutes"]
fn all_games_of_minors_at_larger_sizes() {
    for n in [13, 14] {
        why_and_when(n);
        completion_and_level(n);
        three(n);
    }
}
