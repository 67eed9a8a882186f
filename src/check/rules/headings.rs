//! Headings step down one level at a time.

use super::links_texts::Source;
use super::{Ctx, Rule};
use crate::diag::{Code, Diagnostic, Severity};

/// The order of headings.
#[derive(Debug)]
pub struct Headings;

/// A level that is left out.
pub static HEADING_SKIPS: Code = Code {
    word: "heading-skips",
    severity: Severity::Warning,
    says: "A heading lies more than one level below the one before it.",
    why: "People who listen to pages move by headings; a gap sounds like a section that is missing.",
    example: "## Before the meeting\n#### What to bring      # wrong: a level is left out\n### What to bring       # right",
    fix: "Take hashes away until each heading is at most one level below the one before. The page's title is the first level.",
};

static CODES: &[&Code] = &[&HEADING_SKIPS];

impl Rule for Headings {
    fn codes(&self) -> &'static [&'static Code] {
        CODES
    }

    fn is_about_texts(&self) -> bool {
        true
    }

    fn check(&self, cx: &Ctx, found: &mut Vec<Diagnostic>) {
        for source in Source::all(cx) {
            // The page's title stands above all.
            let mut above = 1;
            for heading in &source.doc.headings {
                if heading.level > above + 1 {
                    let before = if above == 1 {
                        "the page's title".to_owned()
                    } else {
                        format!("one of level {above}")
                    };
                    let message = format!("a heading of level {} follows {before}", heading.level);
                    let hashes = "#".repeat(usize::from(above + 1 - u8::from(source.doc.demoted)));
                    let place = source.place(heading.span);
                    found.push(
                        Diagnostic::new(&HEADING_SKIPS, place, message)
                            .help(format!("make it a heading of level {}: `{hashes}`", above + 1)),
                    );
                }
                above = heading.level;
            }
        }
    }
}
