//! Published figures in plain words: for the person who releases them, and for comments beside them.
//!
//! A function of the printed form alone. Pages have their own words, in each language.

use super::derive;
use super::disclose::{Clamp, Count, Fact, Form, Part, Why};

/// What a figure says.
pub fn sentence(fact: &Fact) -> String {
    let told = said(&fact.form);
    if fact.key.is_rounded() { format!("about {told}") } else { told }
}

fn said(form: &Form) -> String {
    match form {
        Form::Open { value } => value.to_string(),
        Form::TooFew { group } => format!("fewer than {group}: nothing more is told"),
        Form::NotShown { why } => reason(*why).to_owned(),
        Form::Share { n, x } => {
            let percent = x.percent(*n);
            let told = match x {
                Count::Exact(x) => format!("{x} of {n} ({percent}%); the others: no, or not recorded"),
                Count::AtMost(x) => {
                    format!("{x} or fewer of {n} ({percent}% or fewer); the others: no, or not recorded")
                }
                Count::AtLeast(x) => format!("{x} or more of {n} ({percent}% or more)"),
            };
            format!("{told}{}", range(form))
        }
        Form::Split { n, cells } => {
            let cells: Vec<String> = cells.iter().map(cell).collect();
            format!("{} of {n}{}", cells.join(", "), range(form))
        }
        Form::Mean { n, answered, low, high, tenths, clamp, .. } => {
            let side = match clamp {
                Clamp::None => "",
                Clamp::OrLower => " or lower",
                Clamp::OrHigher => " or higher",
            };
            let (whole, tenth) = (tenths / 10, tenths % 10);
            format!(
                "a mean of {whole}.{tenth}{side} on a scale from {low} to {high}; {answered} or more of {n} answered"
            )
        }
    }
}

/// Why a figure reads as it does, without giving it away: what would have to hold for more to be told.
pub fn why(fact: &Fact, k: u32) -> Option<String> {
    let few = few(fact, k);
    let text = match &fact.form {
        Form::Open { .. } | Form::Split { .. } => return None,
        Form::Share { x: Count::Exact(_), .. } => {
            format!("no and not recorded are told together, for either could be {few}")
        }
        Form::Share { x: Count::AtMost(x), .. } => {
            format!("{x} or fewer are never told apart: any number from 0 to {x} reads like this")
        }
        Form::Share { n, x: Count::AtLeast(x) } => {
            format!("the last {} are never told apart: any number from {x} to {n} reads like this", n - x)
        }
        Form::TooFew { group } => format!("fewer than {group} may be of too few people, matches or mentors"),
        Form::Mean { .. } => {
            "a mean is told of large groups only, to one decimal, and is cut off near the ends of the scale"
                .to_owned()
        }
        Form::NotShown { why } => match why {
            Why::FewInCell => {
                format!("a part could hold {few}, or what it is a part of is not told exactly")
            }
            Why::FewAnswers => "fewer than 20 people answered enough of this".to_owned(),
            Why::Pooled => {
                "sensitive: told of three closed cohorts or more together, or not at all".to_owned()
            }
            Why::OneCohort => "nearly all of the pool is one cohort".to_owned(),
            Why::Running => "the cohort is running: told when it is closed".to_owned(),
            Why::Redefined => "it was counted under another definition".to_owned(),
        },
    };
    Some(text)
}

/// So few are hidden. Where people stand in several matches, or know the answers of others, it is as many more as is public.
fn few(fact: &Fact, k: u32) -> String {
    match fact.key.population() {
        "matches" | "mentor-side" | "mentee-side" => {
            format!("{k} or fewer, or a few more where people stand in several matches")
        }
        _ => format!("{k} people or fewer, or a few more where one may know several of them"),
    }
}

fn reason(why: Why) -> &'static str {
    match why {
        Why::FewInCell => "not shown, for it could be about very few people",
        Why::FewAnswers => "not shown, for fewer than 20 people answered enough of this",
        Why::Pooled => "not shown by cohort: it is sensitive",
        Why::OneCohort => "not shown, for one cohort is nearly all of the pool",
        Why::Running => "not shown while the cohort is running",
        Why::Redefined => "not shown, for it was counted under another definition",
    }
}

fn cell(part: &Part) -> String {
    format!("{}: {}", part.name.replace('-', " "), part.count)
}

/// The range for similar cohorts.
fn range(form: &Form) -> String {
    derive::range(form).map_or_else(String::new, |(low, high)| {
        format!(". If chance alone varied, similar cohorts might have shown {low}% to {high}%")
    })
}
