//! `results.yaml`: figures typed by hand that tell more than the program's own figures would.
//!
//! The file is public as it stands, whatever the pages print of it. Must not change what is printed.

use super::question_values::is_sensitive;
use super::{Ctx, Rule, field, program};
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::ResultRow;

/// Results of few people.
#[derive(Debug)]
pub struct SmallResults;

/// The fewest answers of which a mean is told.
const MEAN_FROM: u32 = 20;

const HELP: &str =
    "keep this row in the private folder, or write a coarser figure: `count` of favourable answers, `of` all";

impl Rule for SmallResults {
    fn codes(&self) -> &'static [&'static Code] {
        const { &[&RESULTS_SMALL, &RESULTS_SENSITIVE] }
    }

    fn check(&self, cx: &Ctx, found: &mut Vec<Diagnostic>) {
        let limits = program::limits(&cx.handbook.program);
        for row in cx.handbook.cohorts.iter().flat_map(|cohort| &cohort.results) {
            let measure = cx.handbook.measures.iter().find(|measure| measure.id == row.measure.id);
            if measure.is_some_and(|measure| is_sensitive(cx.handbook, measure)) {
                let place = field::value(cx, row.origin, &["measure"]);
                let message =
                    format!("`{}` asks what is sensitive, and this tells it of one cohort", row.measure.id);
                let help = "keep this row in the private folder: sensitive answers are told of three closed cohorts or more together";
                found.push(Diagnostic::new(&RESULTS_SENSITIVE, place, message).help(help));
                continue;
            }
            let small = small(row, limits);
            found.extend(small.into_iter().map(|(keys, message)| {
                Diagnostic::new(&RESULTS_SMALL, field::value(cx, row.origin, &keys), message).help(HELP)
            }));
        }
    }
}

/// What a row tells of too few, each with its keys. Of a group that is too small there is nothing more to say.
fn small(row: &ResultRow, (k, group): (u32, u32)) -> Vec<(Vec<&str>, String)> {
    let n = row.n;
    if (1..group).contains(&n) {
        return vec![(vec!["n"], format!("a result of {n} people: of fewer than {group} nothing is told"))];
    }
    let mut small = Vec::new();
    if row.mean.is_some() && (1..MEAN_FROM).contains(&n) {
        small.push((vec!["mean"], format!("a mean of {n} answers: means are told of {MEAN_FROM} or more")));
    }
    let of = row.of.unwrap_or(n);
    if let Some((count, others)) = row.count.and_then(|count| Some((count, of.checked_sub(count)?))) {
        if count.min(others) <= k {
            let message =
                format!("{count} of {of}: {k} or fewer, and all but {k} or fewer, are not told exactly");
            small.push((vec!["count"], message));
        }
        if let Some(rest) = n.checked_sub(of).filter(|rest| (1..=k).contains(rest)) {
            small.push((
                vec!["of"],
                format!("`of` ({of}) beside `n` ({n}) tells of the {rest} whose answer is missing"),
            ));
        }
    }
    for (category, count) in row.counts.iter().filter(|(_, count)| (1..=k).contains(count)) {
        let message = format!("{count} answered `{category}`, and {k} or fewer are not told exactly");
        small.push((vec!["counts", category.as_str()], message));
    }
    small
}

/// A result that tells of few.
pub static RESULTS_SMALL: Code = Code {
    word: "results-small",
    severity: Severity::Warning,
    says: "A row of results.yaml tells of no fewer people than the program's own figures do.",
    why: "The file stands beside the public content, and what is in it is published whatever the pages print. Of a few people others know who they are.",
    example: "n: 24\ncounts: { 5: 14, 4: 8, 3: 2 }     # wrong: two people\n\nn: 24\ncount: 20\nof: 24                            # right: 20 agreed",
    fix: "Keep the row in the private folder, or write a coarser figure: favourable answers as `count` and `of`, with more than `k` people on either side. Where others have published the figure already, that may be a reason to accept it.",
};

/// A sensitive result of one cohort.
pub static RESULTS_SENSITIVE: Code = Code {
    word: "results-sensitive",
    severity: Severity::Warning,
    says: "results.yaml holds no answers to sensitive questions.",
    why: "What is sensitive is told of three closed cohorts or more together, so that nobody is looked for in one of them.",
    example: "- { measure: felt-unsafe, n: 24, count: 5, of: 24 }   # wrong: felt-unsafe asks a question of class sensitive",
    fix: "Keep the row in the private folder. Answers that stand in rows are told by `mentorbook release` of a pool.",
};
