//! An id names one thing of its kind.

use std::collections::HashMap;

use super::{Ctx, Rule, field};
use crate::check::Cohort;
use crate::diag::{Code, Diagnostic, Place, Severity};
use crate::model::{Answer, Id, Mark};

/// Ids that are used twice.
#[derive(Debug)]
pub struct UniqueIds;

impl Rule for UniqueIds {
    fn codes(&self) -> &'static [&'static Code] {
        const { &[&DUPLICATE_ID] }
    }

    fn check(&self, cx: &Ctx, found: &mut Vec<Diagnostic>) {
        let book = cx.handbook;
        let program = &book.program;
        let mut all = Unique { cx, found };
        all.of(Mark::Phase.word(), book.phases.iter().map(|e| (&e.id, e.origin)));
        all.of(Mark::CheckIn.word(), book.check_ins.iter().map(|e| (&e.id, e.origin)));
        all.of(Mark::Question.word(), book.questions.iter().map(|e| (&e.id, e.origin)));
        all.of(Mark::Measure.word(), book.measures.iter().map(|e| (&e.id, e.origin)));
        all.of(Mark::CalendarRow.word(), book.calendar.iter().map(|e| (&e.id, e.origin)));
        all.of(Mark::Finding.word(), book.findings.iter().map(|e| (&e.id, e.origin)));
        all.of(Mark::Change.word(), book.changes.iter().map(|e| (&e.id, e.origin)));
        all.of(Mark::Person.word(), book.people.iter().map(|e| (&e.id, e.origin)));
        all.of(Mark::Contact.word(), program.contacts.iter().map(|e| (&e.id, e.origin)));
        all.of(Mark::Site.word(), program.sites.iter().map(|e| (&e.id, e.origin)));
        all.of(Mark::Track.word(), program.tracks.iter().map(|e| (&e.id, e.origin)));
        all.of(Mark::Feature.word(), program.features.iter().map(|e| (&e.id, e.origin)));
        all.of(Mark::Criterion.word(), program.matching_criteria.iter().map(|e| (&e.id, e.origin)));
        all.of("expectation", program.expectations.iter().map(|e| (&e.id, e.origin)));
        for question in &book.questions {
            if let Answer::Choices(set) = &question.answer {
                all.of("choice of this question", set.choices.iter().map(|e| (&e.id, e.origin)));
            }
        }
        book.cohorts.iter().for_each(|cohort| all.of_cohort(cohort));
        all.built_in();
    }
}

struct Unique<'a, 'f> {
    cx: &'a Ctx<'a>,
    found: &'f mut Vec<Diagnostic>,
}

impl Unique<'_, '_> {
    fn of<'i>(&mut self, kind: &str, ids: impl Iterator<Item = (&'i Id, Place)>) {
        let mut first: HashMap<&Id, Place> = HashMap::new();
        for (id, place) in ids {
            match first.get(id) {
                Some(before) => self.say(kind, id, place, *before),
                None => drop(first.insert(id, place)),
            }
        }
    }

    fn of_cohort(&mut self, cohort: &Cohort) {
        self.of("survey of this cohort", cohort.file.surveys.iter().map(|e| (&e.id, e.origin)));
        let named = || cohort.file.sessions.iter().filter_map(|row| Some((row.id.as_ref()?, row.origin)));
        self.of("session of this cohort", named());
        for (id, place) in named() {
            // The calendar's own sessions have ids too: `peer-meeting-1`.
            let other = cohort.sessions.iter().find(|s| s.id == *id && s.row.is_some() && s.place != place);
            if let Some(other) = other.filter(|other| !named().any(|(_, own)| own == other.place)) {
                self.say("session of this cohort", id, place, other.place);
            }
        }
        for (i, phase) in cohort.file.phases.iter().enumerate() {
            if let Some(first) = cohort.file.phases[..i].iter().find(|p| p.uses.id == phase.uses.id) {
                let message = format!("this cohort gives `{}` its weeks twice", phase.uses.id);
                self.push(phase.uses.place, first.uses.place, message);
            }
        }
    }

    /// Measures that the engine counts by itself have ids that no declared measure may take.
    fn built_in(&mut self) {
        for measure in &self.cx.handbook.measures {
            if crate::check::BUILT_IN_MEASURES.contains(&measure.id.as_str()) {
                let place = field::value(self.cx, measure.origin, &["id"]);
                let message = format!("`{}` is built in and needs no declaration", measure.id);
                self.found.push(
                    Diagnostic::new(&DUPLICATE_ID, place, message).help("give this measure another id"),
                );
            }
        }
    }

    fn say(&mut self, kind: &str, id: &Id, second: Place, first: Place) {
        let second = field::value(self.cx, second, &["id"]);
        let first = field::value(self.cx, first, &["id"]);
        self.push(second, first, format!("there are two {} with the id `{id}`", plural(kind)));
    }

    fn push(&mut self, second: Place, first: Place, message: String) {
        self.found.push(
            Diagnostic::new(&DUPLICATE_ID, second, message)
                .label("again here")
                .also(first, "first here")
                .help("give one of them another id, and correct what refers to it"),
        );
    }
}

/// "choice of this question" → "choices of this question".
fn plural(kind: &str) -> String {
    let (noun, rest) = kind.split_at(kind.find(" of ").unwrap_or(kind.len()));
    match noun.strip_suffix("person").or_else(|| noun.strip_suffix("criterion")) {
        Some("") => "people".to_owned(),
        Some(before) => format!("{before}criteria"),
        None => format!("{noun}s{rest}"),
    }
}

/// One id for two things.
pub static DUPLICATE_ID: Code = Code {
    word: "duplicate-id",
    severity: Severity::Error,
    says: "An id names one thing of its kind.",
    why: "Every reference to it would mean the first, and the second would be seen by nobody.",
    example: "- id: working       # weeks 9 to 30\n- id: working       # wrong: the same id again",
    fix: "Give one of the two another id, and correct the references that mean it.",
};
