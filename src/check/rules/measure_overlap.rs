//! Measures that are told of the same answers: an item belongs to one of them.

use super::{Ctx, Rule};
use crate::check::Handbook;
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::{Item, Measure, Role};

/// Items that two measures share.
#[derive(Debug)]
pub struct SharedItems;

impl Rule for SharedItems {
    fn codes(&self) -> &'static [&'static Code] {
        const { &[&MEASURE_OVERLAP] }
    }

    fn check(&self, cx: &Ctx, found: &mut Vec<Diagnostic>) {
        found.extend(shared_items(cx.handbook).map(|shared| {
            let Shared { first, second, item, other } = shared;
            let (question, a, b) = (&item.question.id, &first.id, &second.id);
            let message = format!("`{question}` is an item of `{a}` and of `{b}`, told of the same answers");
            Diagnostic::new(&MEASURE_OVERLAP, item.question.place, message)
                .also(other.question.place, "the first of the two")
                .help(format!("give `{question}` to one of the two: take it out of `{b}` or out of `{a}`"))
        }));
    }
}

/// An item of two measures that are told of the same answers.
#[derive(Debug, Clone, Copy)]
pub struct Shared<'b> {
    /// The measure that stands first.
    pub first: &'b Measure,
    /// The other one.
    pub second: &'b Measure,
    /// The item as the second measure names it.
    pub item: &'b Item,
    /// The same as the first one names it.
    pub other: &'b Item,
}

/// Every item of a measure that an earlier one has, too: of the same people, at the same time.
pub fn shared_items(book: &Handbook) -> impl Iterator<Item = Shared<'_>> {
    book.measures.iter().enumerate().flat_map(|(i, second)| {
        let before = book.measures[..i].iter().filter(|first| overlap(first, second));
        before.flat_map(|first| {
            second.items.iter().filter_map(|item| {
                let other = first.items.iter().find(|other| other.question.id == item.question.id)?;
                Some(Shared { first, second, item, other })
            })
        })
    })
}

/// Whether some people answer both at one time.
fn overlap(a: &Measure, b: &Measure) -> bool {
    let meets = |a: Role, b: Role| a == b || a == Role::Both || b == Role::Both;
    let people = a.roles.iter().any(|role| b.roles.iter().any(|other| meets(*role, *other)));
    people && a.waves.iter().any(|wave| b.waves.contains(wave))
}

/// An item in two measures of the same answers.
pub static MEASURE_OVERLAP: Code = Code {
    word: "measure-overlap",
    severity: Severity::Error,
    says: "Of the same people at the same time, an item belongs to one measure.",
    why: "Two figures from the same answers tell more than each says by itself: the difference between two thresholds, or between an item and its scale, is what a few people answered.",
    example: "- id: belonging        # items: [belong, welcome]\n- id: at-home          # items: [belong]   wrong: `belong` is told twice",
    fix: "Give the item to one of the two measures, or measure other people or at another time.",
};
