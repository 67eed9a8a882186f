//! The steps of a script add up to its time.

use super::links_texts::Source;
use super::{Ctx, Rule, field};
use crate::check::Guide;
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::GuideKind;

/// Scripts.
#[derive(Debug)]
pub struct Scripts;

/// Steps that do not add up.
pub static SCRIPT_MINUTES: Code = Code {
    word: "script-minutes",
    severity: Severity::Error,
    says: "The minutes of a script's steps do not add up to the minutes in its front matter.",
    why: "A facilitator who trusts the clock ends late, and the last step, the agreements, is the one that is cut.",
    example: "minutes: 60\n---\n## Frame {minutes=5}\n## Each side {minutes=30}\n## Agree {minutes=20}     # 55 in all",
    fix: "Change a step, or the total. A step without minutes comes after the time, and counts nothing.",
};

static CODES: &[&Code] = &[&SCRIPT_MINUTES];

impl Rule for Scripts {
    fn codes(&self) -> &'static [&'static Code] {
        CODES
    }

    fn is_about_texts(&self) -> bool {
        true
    }

    fn check(&self, cx: &Ctx, found: &mut Vec<Diagnostic>) {
        for source in Source::all(cx) {
            let script = source.guide.filter(|guide| guide.front.kind == GuideKind::Script);
            found.extend(script.and_then(|guide| check(cx, guide)));
        }
    }
}

fn check(cx: &Ctx, guide: &Guide) -> Option<Diagnostic> {
    let total = guide.front.minutes?;
    let steps: Vec<u32> = guide.doc.steps().filter_map(|step| step.minutes).collect();
    let sum: u32 = steps.iter().sum();
    if sum == total {
        return None;
    }
    let place = field::value(cx, guide.front.origin, &["minutes"]);
    let found = if steps.is_empty() {
        let message = format!("the script takes {total} minutes, and none of its steps says how many");
        Diagnostic::new(&SCRIPT_MINUTES, place, message)
            .help("write them behind each heading: ## Frame {minutes=5}")
    } else {
        let message = format!("the steps take {sum} minutes, the script says {total}");
        let listed = steps.iter().map(u32::to_string).collect::<Vec<_>>().join(" + ");
        Diagnostic::new(&SCRIPT_MINUTES, place, message).help(format!("{listed} = {sum}"))
    };
    let timed = guide.doc.steps().filter(|step| step.minutes.is_some()).last();
    Some(match timed {
        Some(step) => {
            found.also(crate::diag::Place::new(guide.file, step.span), format!("{sum} minutes up to here"))
        }
        None => found,
    })
}
