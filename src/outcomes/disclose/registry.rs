//! Which figures may not stand beside each other.
//!
//! Judges the questions, never their counts: whether a list is refused is a matter of how a program is set
//! up. Must not print anything.

use std::collections::BTreeSet;

use super::form::Kind;
use super::key::FactKey;
use super::policy::Class;
use super::publish::{Asked, People, Question, Refusal};
use super::tree::{Split, Tree};

/// Everything that is wrong with a list of questions.
pub(super) fn check(questions: &[Question], people: &People) -> Vec<Refusal> {
    let mut refused: Vec<Refusal> = questions.iter().filter_map(alone).collect();
    let closed: Vec<&Question> = questions.iter().filter(|question| question.n().is_some()).collect();
    refused.extend(second(questions));
    for (i, a) in closed.iter().enumerate() {
        refused.extend(closed[..i].iter().flat_map(|b| beside(b, a, people)));
    }
    refused.extend(changes(&closed));
    refused
}

/// What is wrong with one question by itself.
fn alone(question: &Question) -> Option<Refusal> {
    let key = || question.key.clone();
    let open = matches!(question.asked, Asked::Open(_));
    if open != (question.class == Class::Open) {
        return Some(Refusal::Class(key()));
    }
    let sound = match &question.asked {
        Asked::Bars(cells) => cells.len() >= 2 && cells.iter().any(|cell| cell.kind == Kind::Lead),
        Asked::Parts(cells) => cells.len() >= 2 && question.refines().is_some(),
        Asked::Tree(tree) => {
            tree.root.variable == question.key.variable()
                && tree.root.adds_up()
                && tree.root.cells.iter().any(|cell| cell.kind == Kind::Lead)
                && grows(tree)
        }
        Asked::Mean(scores) => {
            let asked = &scores.favourable;
            scores.answered == asked.yes + asked.no && scores.low < scores.high
        }
        // On a narrower scale a mean is a share by another name.
        Asked::MeanAlone(scores) => scores.low + 2 <= scores.high,
        _ => true,
    };
    (!sound).then(|| Refusal::Sums(key()))
}

/// Whether every stage before the root holds the next.
fn grows(tree: &Tree) -> bool {
    let mut reached = tree.n();
    tree.before.iter().all(|stage| {
        let holds = stage.count >= reached;
        reached = stage.count;
        holds
    })
}

/// Keys that would be printed twice; a tree prints all its splits.
fn second(questions: &[Question]) -> Vec<Refusal> {
    let mut seen = BTreeSet::new();
    let mut refused = Vec::new();
    for question in questions {
        for variable in variables(question) {
            match question.key.sibling(variable) {
                Ok(key) if seen.insert(key.clone()) => {}
                Ok(key) => refused.push(Refusal::Second(key)),
                Err(_) => {} // named when the facts are made
            }
        }
    }
    refused
}

/// The variables that a question prints.
fn variables(question: &Question) -> Vec<&str> {
    let Asked::Tree(tree) = &question.asked else { return vec![question.key.variable()] };
    let mut out: Vec<&str> = tree.before.iter().map(|stage| &*stage.variable).collect();
    let mut left: Vec<&Split> = vec![&tree.root];
    while let Some(split) = left.pop() {
        out.push(&split.variable);
        left.extend(split.cells.iter().flat_map(|cell| &cell.splits));
    }
    out
}

/// What is wrong with two questions side by side.
fn beside(a: &Question, b: &Question, people: &People) -> Vec<Refusal> {
    let pair = || (a.key.clone(), b.key.clone());
    // What names no wave may be of any.
    let same_wave = meets(a.key.wave(), b.key.wave());
    let same_rows = a.key.population() == b.key.population() && same_wave;
    let same_role = a.key.role() == b.key.role();
    let asked: BTreeSet<&str> = variables(a).into_iter().collect();
    let same_variable = variables(b).into_iter().any(|variable| asked.contains(variable));
    let mut refused = Vec::new();
    let mut refuse = |when: bool, why: fn(FactKey, FactKey) -> Refusal| {
        if when {
            let (a, b) = pair();
            refused.push(why(a, b));
        }
    };
    refuse(same_rows && same_role && a.n() != b.n(), Refusal::Denominators);
    let nested = |question: &Question| matches!(question.asked, Asked::Tree(_) | Asked::Endings(_));
    let same_people = a.key.population() == b.key.population() && same_role;
    refuse(same_people && nested(a) && nested(b), Refusal::SecondTree);
    let total = a.key.role().is_none() != b.key.role().is_none();
    refuse(same_rows && same_variable && total, Refusal::TotalOverRoles);
    let other = a.key.population() != b.key.population() && same_wave;
    let may_overlap = other && same_variable && (same_role || total);
    refuse(may_overlap && overlap(&a.key, &b.key, people), Refusal::Overlap);
    refused
}

/// Whether two waves or roles may be of the same: what names none may be of any.
fn meets(a: Option<&str>, b: Option<&str>) -> bool {
    a.is_none() || b.is_none() || a == b
}

/// Whether two populations share anybody. One whose people are not known may share with any.
fn overlap(a: &FactKey, b: &FactKey, people: &People) -> bool {
    match (people.get(a.population()), people.get(b.population())) {
        (Some(a), Some(b)) => a.intersection(b).next().is_some(),
        _ => true,
    }
}

/// Changes beside the levels of more than one wave: two levels bound the change between them. So does one of people
/// of several roles, those who changed among them.
fn changes(questions: &[&Question]) -> Vec<Refusal> {
    let of = |change: &Question| -> BTreeSet<(Option<&str>, Option<&str>)> {
        let levels = questions.iter().filter(|level| {
            let same = level.key.variable() == change.key.variable();
            !level.change && same && meets(level.key.role(), change.key.role())
        });
        levels.map(|level| (level.key.wave(), level.key.role())).collect()
    };
    // A level that came without rows stands beside one that was left out.
    let reported = |change: &Question| {
        questions.iter().any(|level| {
            let same = level.key.variable() == change.key.variable();
            level.key.population() == "reported" && same && meets(level.key.role(), change.key.role())
        })
    };
    let bound = |change: &&&Question| {
        let levels = of(change);
        levels.len() > 1 || levels.iter().any(|(_, role)| *role != change.key.role()) || reported(change)
    };
    questions
        .iter()
        .filter(|question| question.change)
        .filter(bound)
        .map(|question| Refusal::ChangeBesideLevels(question.key.clone()))
        .collect()
}
