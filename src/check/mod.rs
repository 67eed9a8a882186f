//! From parsed files to the checked [`Handbook`]: lowering, references, rules.
//!
//! Never fails and never prints: it pushes diagnostics and returns what it could.

mod again;
pub mod calendar;
mod handbook;
mod index;
mod lower;
mod memo;
pub mod rules;
mod stand_in;

use std::collections::{BTreeMap, HashMap};

use lower::{Raw, RawCohort};

pub use again::{Judged, judge_again};
pub use handbook::{Asset, Cohort, Guide, Handbook, Session};
pub use index::{BUILT_IN_MEASURES, Index};
pub use lower::guide_at;
pub use memo::Memo;
pub use rules::EditionChoice;

use crate::diag::{Code, Diagnostic, Severity};
use crate::model::{Id, RefUse};
use crate::source::Sources;

/// The handbook with its index and references.
#[derive(Debug)]
pub struct Checked {
    /// The program.
    pub handbook: Handbook,
    /// Where each id is declared.
    pub index: Index,
    /// Every reference of YAML files and front matter.
    pub refs: Vec<RefUse>,
    /// Whether something could not be read: then what is missing elsewhere may follow from it.
    pub lost: bool,
    /// Whether `program.yaml` could not be read.
    pub program_lost: bool,
}

/// How to read the content.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// Whether drafts belong to the build.
    pub drafts: bool,
}

/// Reads all files into a handbook. The rules run afterwards, once the edition is known.
pub fn read(sources: &Sources, settings: &Settings, memo: &mut Memo, found: &mut Vec<Diagnostic>) -> Checked {
    let mut raw = lower::lower(sources, memo, found);
    memo.turn();
    let cohorts = std::mem::take(&mut raw.cohorts);
    let refs = std::mem::take(&mut raw.refs);
    let ids = std::mem::take(&mut raw.ids);
    let program_lost = raw.program.is_none();
    let unread = std::mem::take(&mut raw.unread);
    let mut handbook = assemble(raw, sources, settings);
    for (id, cohort) in cohorts {
        handbook.cohorts.extend(compile(&id, cohort, &handbook, found));
    }
    handbook.cohorts.sort_by(|a, b| (a.file.start, &a.id).cmp(&(b.file.start, &b.id)));
    let mut index = Index::new(&handbook);
    index.add_lost(ids, unread);
    let lost = program_lost || found.iter().any(|f| f.severity == Severity::Error);
    Checked { handbook, index, refs, lost, program_lost }
}

/// Runs every rule.
pub fn judge(checked: &Checked, sources: &Sources, edition: &EditionChoice, found: &mut Vec<Diagnostic>) {
    found.extend(again::run(checked, sources, edition, None));
}

fn assemble(raw: Raw, sources: &Sources, settings: &Settings) -> Handbook {
    let lists = raw.lists;
    let mut phases = lists.phases;
    phases.sort_by_key(|phase| (phase.from_week, phase.to_week));
    let mut guides = raw.guides;
    guides.retain(|guide| settings.drafts || !guide.front.draft);
    let mut handbook = Handbook {
        program: raw.program.unwrap_or_else(stand_in::nothing),
        phases,
        check_ins: lists.check_ins,
        scales: lists.scales,
        questions: lists.questions,
        measures: lists.measures,
        calendar: lists.calendar,
        findings: lists.findings,
        changes: lists.changes,
        people: lists.people,
        cohorts: Vec::new(),
        guides,
        assets: raw.assets,
        changed: BTreeMap::new(),
        today: sources.today,
        by_id: HashMap::new(),
    };
    handbook.locate();
    handbook
}

fn compile(id: &str, raw: RawCohort, book: &Handbook, found: &mut Vec<Diagnostic>) -> Option<Cohort> {
    let file = raw.file?;
    let id = Id::new(id);
    let (sessions, phases, weeks) =
        calendar::compile(&book.program, &book.calendar, &book.check_ins, &book.phases, &id, &file, found);
    let RawCohort { results, quotes, summaries, .. } = raw;
    Some(Cohort { id, file, results, quotes, summaries, sessions, phases, weeks })
}

/// Every code that reading and checking can give, for `explain` and the reference.
pub fn codes() -> Vec<&'static Code> {
    let mut all: Vec<&'static Code> = Vec::new();
    all.extend(crate::model::CODES);
    all.extend(crate::parse::yaml::CODES);
    all.extend(crate::parse::markdown::CODES);
    all.extend(lower::CODES);
    all.extend(calendar::CODES);
    all.extend(rules::RULES.iter().flat_map(|rule| rule.codes().iter().copied()));
    all.sort_by_key(|code| code.word);
    all.dedup_by_key(|code| code.word);
    all
}
