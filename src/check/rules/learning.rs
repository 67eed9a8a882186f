//! Findings and changes: what is told of few, answers that contradict each other, and changes nobody can judge.

use super::{Ctx, Rule, field};
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::{Change, Decision, Direction, Finding, FindingKind};

/// Findings, and the changes that they led to.
#[derive(Debug)]
pub struct Learning;

/// Harm and mismatch are told of so many cohorts together, as their figures are.
const COHORTS: usize = 3;

impl Rule for Learning {
    fn codes(&self) -> &'static [&'static Code] {
        const { &[&FINDING_OF_FEW, &FINDING_ANSWERED_TWICE, &CHANGE_WITHOUT_REVIEW, &CHANGE_LATE] }
    }

    fn check(&self, cx: &Ctx, found: &mut Vec<Diagnostic>) {
        for finding in &cx.handbook.findings {
            of_few(cx, finding, found);
            answered_twice(cx, finding, found);
        }
        for change in &cx.handbook.changes {
            without_review(cx, change, found);
            late(cx, change, found);
        }
    }
}

fn of_few(cx: &Ctx, finding: &Finding, found: &mut Vec<Diagnostic>) {
    let told_of = finding.cohorts.len();
    let about_people = matches!(finding.kind, FindingKind::Harm | FindingKind::Mismatch);
    if !about_people || told_of >= COHORTS {
        return;
    }
    let cohorts = if told_of == 1 { "cohort".to_owned() } else { format!("{told_of} cohorts") };
    let message = format!("this is told of {cohorts}, where people may know who is meant");
    let place = field::value(cx, finding.origin, &["cohorts"]);
    found.push(
        Diagnostic::new(&FINDING_OF_FEW, place, message)
            .help("tell it of three closed cohorts together, and do not say how often in which"),
    );
}

fn answered_twice(cx: &Ctx, finding: &Finding, found: &mut Vec<Diagnostic>) {
    if finding.no_change_because.is_none() {
        return;
    }
    let because = |change: &&Change| {
        change.decision != Decision::Keep && change.because.iter().any(|r| r.id == finding.id)
    };
    let Some(change) = cx.handbook.changes.iter().find(because) else { return };
    let place = field::key(cx, finding.origin, &["no_change_because"]);
    let message =
        format!("nothing is changed because of `{}`, and `{}` changes something", finding.id, change.id);
    let said = change.because.iter().find(|r| r.id == finding.id).map_or(change.origin, |r| r.place);
    found.push(
        Diagnostic::new(&FINDING_ANSWERED_TWICE, place, message)
            .also(said, "this change names it")
            .help("keep the one that was decided last"),
    );
}

fn without_review(cx: &Ctx, change: &Change, found: &mut Vec<Diagnostic>) {
    if change.decision == Decision::Keep {
        return;
    }
    let id = &change.id;
    let (message, help) = match (&change.target, change.review_by) {
        (None, _) => (
            format!("nobody says what `{id}` should move"),
            "add `target` with a measure, before you see results".to_owned(),
        ),
        (Some(_), None) => (
            format!("nobody says when `{id}` is looked at again"),
            "add `review_by` with a day after the first cohort with it has closed".to_owned(),
        ),
        (Some(target), _) => {
            let falls = matches!(target.direction, Some(Direction::Down | Direction::Lower));
            let Some(value) = target.at_least.filter(|_| falls) else { return };
            (
                format!("`{}` should go down, and be at least {value}", target.measure.id),
                "`at_least` is a value to reach from below; leave it out".to_owned(),
            )
        }
    };
    let place = field::value(cx, change.origin, &["id"]);
    found.push(Diagnostic::new(&CHANGE_WITHOUT_REVIEW, place, message).help(help));
}

fn late(cx: &Ctx, change: &Change, found: &mut Vec<Diagnostic>) {
    let (Some(from), Some(decided)) = (&change.from_cohort, change.decided_on) else { return };
    let Some(cohort) = cx.handbook.cohort(from.id.as_str()).filter(|cohort| cohort.file.start < decided)
    else {
        return;
    };
    let place = field::value(cx, change.origin, &["decided_on"]);
    let message = format!("`{}` began on {}, before this was decided", cohort.id, cohort.file.start);
    found.push(
        Diagnostic::new(&CHANGE_LATE, place, message)
            .also(from.place, "the first cohort with it")
            .help("name the first cohort that began with it, or correct the year"),
    );
}

/// Harm or mismatch told of fewer than three cohorts.
pub static FINDING_OF_FEW: Code = Code {
    word: "finding-of-few",
    severity: Severity::Warning,
    says: "A finding of harm, or of people who did not fit, is told of three cohorts or more together.",
    why: "Of one cohort, those who were in it know who is meant, however carefully it is worded. The figures of such \
          things are told in pools of three closed cohorts for the same reason.",
    example: "- id: asked-for-someone-else\n  kind: mismatch\n  cohorts: [2024-autumn]     # few people can be meant",
    fix: "Wait until it can be told of three closed cohorts together; act on it now, and write that down for staff only.",
};

/// A finding that changes nothing, and a change because of it.
pub static FINDING_ANSWERED_TWICE: Code = Code {
    word: "finding-answered-twice",
    severity: Severity::Warning,
    says: "A finding leads to a change, or says why nothing is changed; not both.",
    why: "The page would tell two decisions about one thing, and nobody could say which one holds.",
    example: "- id: late-endings\n  no_change_because: It would cost too much.   # while changes.yaml names late-endings",
    fix: "Keep the answer that holds. To go back on a change, write a change with `decision: keep` or a new one.",
};

/// A change without an aim, or without a day on which it is looked at.
pub static CHANGE_WITHOUT_REVIEW: Code = Code {
    word: "change-without-review",
    severity: Severity::Warning,
    says: "A change says what it should move, which way, and by when somebody looks again.",
    why: "What is not said before the results are seen can be read into any of them; and what nobody looks at again \
          stays, whether it helped or not.",
    example: "- id: longer-training\n  decision: adjust\n  target: { measure: mentor-growth, direction: up }\n  review_by: 2027-01-29",
    fix: "Add `target` and `review_by`. A share that should fall has no `at_least`.",
};

/// A change decided after its first cohort began.
pub static CHANGE_LATE: Code = Code {
    word: "change-late",
    severity: Severity::Warning,
    says: "A change is decided before the first cohort with it begins.",
    why: "The cohort would be compared as one with the change, though it had begun without it.",
    example: "from_cohort: 2024-autumn   # it began on 23 September 2024\ndecided_on: 2024-11-05",
    fix: "Name the next cohort as the first one, or correct the date.",
};
