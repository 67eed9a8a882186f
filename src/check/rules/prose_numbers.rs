//! Numbers of calls and meetings in prose agree with the schedule.
//!
//! Careful rather than thorough: it speaks only where a sentence tells how many there are in all, and where
//! neither way of counting (two slots for one title in a week: one or two) gives that number.

use std::collections::HashSet;

use super::links_texts::Source;
use super::{Ctx, Rule};
use crate::check::{Cohort, Session};
use crate::diag::{Code, Diagnostic, Severity, Span};
use crate::model::{Audience, CohortStatus, SessionKind};

/// Numbers of sessions in prose.
#[derive(Debug)]
pub struct NumbersInProse;

/// A number that the schedule contradicts.
pub static NUMBER_CONTRADICTED: Code = Code {
    word: "number-contradicted",
    severity: Severity::Warning,
    says: "A sentence says how many calls or meetings there are, and the schedule holds another number.",
    why: "People plan by what they read first. A handbook that promises four meetings and holds two has broken its word.",
    example: "Four mentor calls take place during the program.              # the schedule holds two\n[[count:mentor-call]] mentor calls take place during the program.  # always agrees",
    fix: "Write `[[count:…]]` with the id of the calendar row, or correct the sentence or the schedule.",
};

static CODES: &[&Code] = &[&NUMBER_CONTRADICTED];

/// Words that make a sentence tell the whole.
const IN_ALL: &[&str] = &[
    "during the",
    "throughout",
    "over the",
    "in all",
    "in total",
    "take place",
    "takes place",
    "there are",
    "there will be",
    "we hold",
    "are held",
    "a year",
];

/// What is counted, without its ending.
const COUNTED: &[&str] = &["call", "meeting", "session", "workshop"];

impl Rule for NumbersInProse {
    fn codes(&self) -> &'static [&'static Code] {
        CODES
    }

    fn is_about_texts(&self) -> bool {
        true
    }

    fn check(&self, cx: &Ctx, found: &mut Vec<Diagnostic>) {
        let english = cx.handbook.first_language().starts_with("en");
        for source in Source::all(cx).iter().filter(|s| s.language.map_or(english, |l| l.starts_with("en"))) {
            let cohorts = cohorts(cx, source);
            for (span, text) in source.doc.prose() {
                for claim in claims(text) {
                    found.extend(check(&claim, &cohorts).map(|held| finding(source, span, &claim, held)));
                }
            }
        }
    }
}

/// The cohort of a page; for pages of no cohort, those that run or will.
fn cohorts<'a>(cx: &Ctx<'a>, source: &Source) -> Vec<&'a Cohort> {
    let own = source.guide.and_then(|guide| guide.front.cohort.as_ref());
    match own {
        Some(cohort) => cx.handbook.cohort(cohort.id.as_str()).into_iter().collect(),
        None => cx.handbook.cohorts.iter().filter(|c| c.file.status != CohortStatus::Closed).collect(),
    }
}

/// "4 mentor calls": the number, the word before the noun, and where they stand.
#[derive(Debug, PartialEq, Eq)]
struct Claim<'t> {
    number: usize,
    which: &'t str,
    at: std::ops::Range<usize>,
}

fn claims(text: &str) -> impl Iterator<Item = Claim<'_>> {
    let has = |text: &str, words: &[&str]| words.iter().any(|word| text.contains(word));
    let text = if has(text, COUNTED) { text } else { "" }; // most texts count nothing
    let sentences = text.split_inclusive(['.', '!', '?', ';', ':']);
    sentences.filter(move |sentence| has(sentence, COUNTED) && has(sentence, IN_ALL)).flat_map(
        move |sentence| {
            let words: Vec<&str> = sentence.split_whitespace().collect();
            let start = sentence.as_ptr() as usize - text.as_ptr() as usize;
            (0..words.len().saturating_sub(2)).filter_map(move |i| {
                let [number, which, noun] = [words[i], words[i + 1], words[i + 2]];
                // "one or two", "at most two", "up to two" leave it open.
                let open = i > 0
                    && matches!(
                        words[i - 1],
                        "or" | "to" | "most" | "least" | "about" | "of" | "first" | "next" | "last"
                    );
                let noun = noun.trim_end_matches([',', '.', ';', ':', ')']);
                let counted = matches!(noun, "call" | "calls" | "meetings" | "sessions" | "workshops");
                let number = parse(number).filter(|_| counted && !open)?;
                let from = words[i].as_ptr() as usize - sentence.as_ptr() as usize;
                let to = words[i + 2].as_ptr() as usize - sentence.as_ptr() as usize + noun.len();
                Some(Claim { number, which, at: start + from..start + to })
            })
        },
    )
}

fn parse(word: &str) -> Option<usize> {
    const WORDS: &[&str] =
        &["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    let lower = word.to_lowercase();
    let written = WORDS.iter().position(|w| *w == lower).map(|i| i + 2);
    written.or_else(|| word.parse().ok().filter(|n| (2..60).contains(n)))
}

/// Whether a session is one of those that the word names; `None` for a word that names none.
fn is(which: &str, session: &Session) -> Option<bool> {
    let only = |role: Audience| session.audience == [role] && session.kind != SessionKind::MatchMeeting;
    Some(match which {
        "mentor" => only(Audience::Mentor),
        "mentee" => only(Audience::Mentee),
        "cohort" => session.kind == SessionKind::CohortCall,
        "peer" => session.kind == SessionKind::PeerMeeting,
        "training" => session.kind == SessionKind::Training,
        "skill-up" => session.kind == SessionKind::SkillUp,
        "coworking" => session.kind == SessionKind::Coworking,
        _ => return None,
    })
}

/// How many the schedule holds, where no cohort holds the number that is claimed.
fn check(claim: &Claim, cohorts: &[&Cohort]) -> Option<usize> {
    let mut held = None;
    for cohort in cohorts {
        let taking_place = cohort.sessions.iter().filter(|s| s.takes_place());
        let mut ours = Vec::new();
        for session in taking_place {
            if is(claim.which, session)? {
                ours.push(session);
            }
        }
        let apart: HashSet<_> = ours.iter().map(|s| (s.week, s.title.get("en", "en"))).collect();
        if [ours.len(), apart.len()].contains(&claim.number) {
            return None;
        }
        held.get_or_insert(ours.len());
    }
    held
}

fn finding(source: &Source, span: Span, claim: &Claim, held: usize) -> Diagnostic {
    let start = span.start as usize;
    let place = source.place(Span::new(start + claim.at.start, start + claim.at.end));
    let message = format!("the schedule holds {held} of these, not {}", claim.number);
    Diagnostic::new(&NUMBER_CONTRADICTED, place, message)
        .help("write [[count:…]] with the id of the calendar row, or correct the sentence or the schedule")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_sentences_about_the_whole_are_claims() {
        let cases = [
            ("4 mentor calls will take place.", Some((4, "4 mentor calls"))),
            (
                "We know. Over the year there are twelve peer meetings, all short.",
                Some((12, "twelve peer meetings")),
            ),
            ("Take one or two cohort calls during the year.", None),
            ("15 hours for two training sessions.", None),
            ("Two missed meetings during the month.", None),
        ];
        for (text, expected) in cases {
            let known = |c: &Claim| ["mentor", "peer", "cohort", "training"].contains(&c.which);
            let found = claims(text).find(known).map(|c| (c.number, &text[c.at]));
            assert_eq!(found, expected, "{text}");
        }
    }
}
