//! Whether a corrected figure may follow the one that was printed before it.
//!
//! Everybody keeps the old figure, so the new one also prints the difference. Judges the two printed forms
//! and nothing else; must not see a table.

use std::collections::BTreeMap;

use super::form::{Count, Form, Kind, Part, Why};
use super::key::FactKey;
use super::policy::{Limits, Policy, Raise};
use super::publish::Fact;

/// Whether every figure of a population may follow its earlier one: same keys, and each difference is one
/// that could be printed of the people who differ.
pub(super) fn may_follow(policy: &Policy, raise: Raise, old: &[&Fact], new: &[&Fact]) -> bool {
    let new: BTreeMap<&FactKey, &Fact> = new.iter().map(|fact| (&fact.key, *fact)).collect();
    let pairs = |old: &&Fact| {
        new.get(&old.key).is_some_and(|new| {
            new.class == old.class && follows(policy.limits(old.class).raised(raise), &old.form, &new.form)
        })
    };
    let hidden = old.iter().all(|fact| matches!(fact.form, Form::TooFew { .. }));
    let printable = old.iter().all(pairs);
    old.len() == new.len() && (printable || (hidden && old.iter().all(|fact| new.contains_key(&fact.key))))
}

/// One pair of forms. A change of form is refused: that a split now stands tells how far it was from it.
fn follows(limits: Limits, old: &Form, new: &Form) -> bool {
    match (old, new) {
        (Form::Share { n: was, x: a }, Form::Share { n: is, x: b }) => {
            let d = was.abs_diff(*is);
            d >= limits.group && tails(limits, *a, *b, d, is > was)
        }
        (Form::Split { n: was, cells: a }, Form::Split { n: is, cells: b }) => {
            let d = was.abs_diff(*is);
            d >= limits.group && a.len() == b.len() && cells(limits, a, b, is > was)
        }
        // Two means of almost the same people give away the mean of the rest.
        (Form::Mean { .. }, _) | (_, Form::Mean { .. }) => false,
        (Form::NotShown { why: a }, Form::NotShown { why: b }) => a == b && *a != Why::FewAnswers,
        (a, b) => a == b,
    }
}

/// Shares: both coded at the same tail, or both exact with a difference that is an exact share itself.
fn tails(limits: Limits, old: Count, new: Count, d: u32, grew: bool) -> bool {
    match (old, new) {
        (Count::AtMost(_), Count::AtMost(_)) | (Count::AtLeast(_), Count::AtLeast(_)) => true,
        (Count::Exact(a), Count::Exact(b)) => {
            apart(a, b, grew).is_some_and(|x| x > limits.k && x < d.saturating_sub(limits.k))
        }
        _ => false,
    }
}

/// Splits: the people who differ are a split that stands.
fn cells(limits: Limits, old: &[Part], new: &[Part], grew: bool) -> bool {
    old.iter().zip(new).all(|(a, b)| {
        let enough = |x| x > limits.k || (x == 0 && a.kind == Kind::Unrecorded);
        a.name == b.name && a.kind == b.kind && apart(a.count, b.count, grew).is_some_and(enough)
    })
}

/// How many of the people who differ stand in a cell, if the figures moved the way the group did.
fn apart(old: u32, new: u32, grew: bool) -> Option<u32> {
    if grew { new.checked_sub(old) } else { old.checked_sub(new) }
}
