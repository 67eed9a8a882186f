//! Phases follow each other without overlap or gap, within the time there is.

use super::{Ctx, Rule, field, program};
use crate::check::calendar::CohortPhase;
use crate::diag::{Code, Diagnostic, Place, Severity};
use crate::model::Id;

/// The weeks of the phases.
#[derive(Debug)]
pub struct PhaseWeeks;

impl Rule for PhaseWeeks {
    fn codes(&self) -> &'static [&'static Code] {
        const { &[&PHASE_OVERLAP, &PHASE_GAP, &PHASE_WEEKS] }
    }

    fn check(&self, cx: &Ctx, found: &mut Vec<Diagnostic>) {
        let book = cx.handbook;
        let written = |id: &Id| book.phase(id.as_str()).map(|phase| phase.origin);
        let mut phases: Vec<CohortPhase> =
            book.phases.iter().map(|p| (p.id.clone(), p.from_week, p.to_week)).collect();
        phases.sort_by_key(|(_, from, to)| (*from, *to));
        let weeks = i32::try_from(book.program.weeks).unwrap_or(i32::MAX);
        let of_program = Line { cx, phases: &phases, written: &written, whose: "the program" };
        of_program.hold(found);
        if program::is_read(&book.program) {
            of_program.fit(weeks, found);
            of_program.reach(weeks, found);
        }
        for cohort in book.cohorts.iter().filter(|cohort| !cohort.file.phases.is_empty()) {
            let own = |id: &Id| cohort.file.phases.iter().find(|p| p.uses.id == *id).map(|p| p.origin);
            let line = Line { cx, phases: &cohort.phases, written: &own, whose: "this cohort" };
            line.hold(found);
            line.fit(cohort.weeks, found);
        }
    }
}

/// Phases in order, and where each is written: a cohort writes only those that differ.
struct Line<'a> {
    cx: &'a Ctx<'a>,
    phases: &'a [CohortPhase],
    written: &'a dyn Fn(&Id) -> Option<Place>,
    whose: &'a str,
}

impl Line<'_> {
    fn place(&self, id: &Id, key: &str) -> Option<Place> {
        (self.written)(id).map(|entity| field::value(self.cx, entity, &[key]))
    }

    fn hold(&self, found: &mut Vec<Diagnostic>) {
        // Phases that end before they begin are reported as such, and would only mislead here.
        let sound: Vec<&CohortPhase> = self.phases.iter().filter(|(_, from, to)| from <= to).collect();
        for pair in sound.windows(2) {
            let [(before, _, end), (after, begin, _)] = pair else { continue };
            if before == after || i64::from(*begin) == i64::from(*end) + 1 {
                continue;
            }
            let (ends, begins) = (self.place(before, "to_week"), self.place(after, "from_week"));
            let Some(place) = begins.or(ends) else { continue };
            let (code, message) = if begin <= end {
                (
                    &PHASE_OVERLAP,
                    format!("`{after}` begins in week {begin}, but `{before}` ends in week {end}"),
                )
            } else {
                let gap = weeks_between(*end, *begin);
                (
                    &PHASE_GAP,
                    format!("{gap} belongs to no phase: `{before}` ends before, `{after}` begins after"),
                )
            };
            let diagnostic = Diagnostic::new(code, place, message)
                .help("let the later phase begin in the week after the earlier one ends");
            found.push(match ends.filter(|ends| *ends != place) {
                Some(ends) => diagnostic.also(ends, "the phase before ends here"),
                None => diagnostic,
            });
        }
        if let Some((id, from, _)) = sound.first().filter(|(_, from, _)| *from > 1) {
            let message = format!(
                "{} belongs to no phase: `{id}` is the first and begins after",
                weeks_between(0, *from)
            );
            found.extend(self.place(id, "from_week").map(|place| {
                Diagnostic::new(&PHASE_GAP, place, message)
                    .help("let it begin in week 1, or add a phase before it")
            }));
        }
    }

    fn fit(&self, weeks: i32, found: &mut Vec<Diagnostic>) {
        for (id, _, to) in self.phases.iter().filter(|(_, from, to)| from <= to && *to > weeks) {
            let message = format!("`{id}` ends in week {to}, but {} has {weeks} weeks", self.whose);
            found.extend(self.place(id, "to_week").map(|place| {
                Diagnostic::new(&PHASE_WEEKS, place, message)
                    .help("shorten the phase, or correct `weeks` in program.yaml or the cohort's `end`")
            }));
        }
    }
}

impl Line<'_> {
    /// Weeks after the last phase; a warning, for a program may mean to leave people alone there.
    fn reach(&self, weeks: i32, found: &mut Vec<Diagnostic>) {
        let Some((id, _, last)) = self.phases.iter().max_by_key(|(_, _, to)| *to) else { return };
        // A phase that ends before it begins is reported as such, and where it ends is not known.
        if *last >= weeks || self.phases.iter().any(|(_, from, to)| from > to) {
            return;
        }
        let message = format!(
            "{} belongs to no phase: `{id}` is the last, and the program has {weeks} weeks",
            weeks_between(*last, weeks.saturating_add(1))
        );
        found.extend(self.place(id, "to_week").map(|place| {
            Diagnostic {
                severity: Severity::Warning,
                ..Diagnostic::new(&PHASE_GAP, place, message)
                    .help("let it end with the program, or add a phase after it")
            }
        }));
    }
}

fn weeks_between(before: i32, after: i32) -> String {
    let (first, last) = (i64::from(before) + 1, i64::from(after) - 1);
    if first == last { format!("week {first}") } else { format!("the time from week {first} to {last}") }
}

/// Two phases at once.
pub static PHASE_OVERLAP: Code = Code {
    word: "phase-overlap",
    severity: Severity::Error,
    says: "Phases follow each other: no week belongs to two.",
    why: "A page could not say in which phase a week lies, and the redesign between them would come at two times.",
    example: "- { id: initial, name: Start, from_week: 1, to_week: 8 }\n- { id: working, name: Work, from_week: 8, to_week: 30 }   # wrong: from_week: 9",
    fix: "Let the later phase begin in the week after the earlier one ends.",
};

/// Weeks without a phase.
pub static PHASE_GAP: Code = Code {
    word: "phase-gap",
    severity: Severity::Error,
    says: "No week between the start and the last phase is without a phase; weeks after the last one are a warning.",
    why: "People in that week would find no page that speaks of where they are.",
    example: "- { id: initial, name: Start, from_week: 1, to_week: 8 }\n- { id: working, name: Work, from_week: 10, to_week: 30 }   # wrong: nothing holds week 9",
    fix: "Let the later phase begin in the week after the earlier one ends. Cohorts may have weeks of their own.",
};

/// Phases that go on after the end.
pub static PHASE_WEEKS: Code = Code {
    word: "phase-weeks",
    severity: Severity::Error,
    says: "Phases end by the last week.",
    why: "What is planned after the end, such as the exit questions, would never be asked.",
    example: "weeks: 16                                        # program.yaml\n- { id: ending, name: End, from_week: 12, to_week: 20 }   # wrong",
    fix: "Shorten the phase, or correct `weeks` in program.yaml or the cohort's `end`.",
};
