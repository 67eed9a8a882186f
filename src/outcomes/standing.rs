//! How the rows of closed cohorts stand to their releases: missing, stale, or such as cannot be released.
//!
//! Must not hand out a row or a count, but for what a program's own limit was exceeded by.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::disclose::{Class, Fact, FactKey, Form, Release, VERSION, Why};
use super::measures::{self, Crowded};
use super::private::{Private, policy};
use super::published::Published;
use crate::check::Handbook;
use crate::diag::{Code, Diagnostic, Place, Severity};
use crate::model::{CohortStatus, Id};
use crate::source::{FileKind, Sources};

impl Private {
    /// Whether a closed cohort was released from rows that are gone: its release stays, and nothing follows it.
    /// Aggregates that came without rows are a population of their own.
    pub fn is_retired(&self, id: &Id, release: &super::Release) -> bool {
        let from_rows =
            release.facts.iter().any(|fact| !matches!(fact.key.population(), "reported" | "cohort"));
        release.closed && from_rows && !self.has_rows(id)
    }

    /// What a cohort has to say of people in several matches before it may be released.
    pub fn crowded(&self, book: &Handbook, id: &Id) -> Option<Crowded> {
        measures::crowded(&self.view(book, id)?)
    }

    /// Says which closed cohorts have rows and no release, which have a release of other figures, and which cannot
    /// be released.
    pub fn hold_against(
        &self,
        book: &Handbook,
        published: &BTreeMap<Id, Published<super::Release>>,
        found: &mut Vec<Diagnostic>,
    ) {
        let ids: Vec<&Id> = self.cohorts(book).collect();
        let said = ids.into_par_iter().flat_map_iter(|id| {
            let about = self.about(book, id, published.get(id).map(Published::get));
            about.into_iter().chain(self.is_crowded(book, id))
        });
        found.extend(said.collect::<Vec<_>>());
    }

    /// What is to be said of people in several matches of a closed cohort.
    fn is_crowded(&self, book: &Handbook, id: &Id) -> Option<Diagnostic> {
        let cohort = book.cohort(id.as_str()).filter(|one| one.file.status == CohortStatus::Closed)?;
        let crowded = self.crowded(book, id)?;
        let message = format!("`{id}` cannot be released: {crowded}");
        Some(Diagnostic::new(&SEVERAL_MATCHES, cohort.file.origin, message).help(crowded.remedy()))
    }

    /// What is to be said of a cohort's release.
    fn about(&self, book: &Handbook, id: &Id, release: Option<&super::Release>) -> Option<Diagnostic> {
        let cohort = book.cohort(id.as_str())?;
        let closed = cohort.file.status == CohortStatus::Closed;
        let Some(release) = release else {
            let message = format!("`{id}` is closed and has rows, but no release");
            let missing = Diagnostic::new(&RELEASE_MISSING, cohort.file.origin, message);
            let help = format!("see what would be published: `mentorbook release {id} --dry-run`");
            return (closed && self.has_rows(id)).then(|| missing.help(help));
        };
        if self.is_retired(id, release) {
            return None;
        }
        // Facts do not depend on the key, which names the members behind them.
        let proposed = self.propose(book, &BTreeSet::from([id.clone()]), &[0; 32])?.ok()?.release;
        let message = format!("what is published of `{id}` is not what its rows and program data say now");
        let stale = Diagnostic::new(&RELEASE_STALE, Place::whole(release.file), message);
        let help = format!("see what would change: `mentorbook release {id} --dry-run`");
        is_stale(book, release, &proposed).then(|| stale.help(help))
    }
}

/// Warns where rows are kept longer than the program promised.
pub(super) fn retention(sources: &Sources, book: &Handbook, found: &mut Vec<Diagnostic>) {
    let Some(until) = book.program.retain_until.filter(|until| book.today > *until) else { return };
    let mut there = BTreeSet::new();
    for (_, file) in sources.iter() {
        if let FileKind::Rows { cohort, .. } = &file.kind {
            there.insert(cohort.as_str());
        }
    }
    let closed = book.cohorts.iter().filter(|one| one.file.status == CohortStatus::Closed);
    for cohort in closed.filter(|one| there.contains(one.id.as_str())) {
        let id = &cohort.id;
        let message = format!("rows of `{id}` are kept, though `retain_until` was {until}");
        let help = format!("see what would be deleted: `mentorbook retire {id} --dry-run`");
        found.push(Diagnostic::new(&RETENTION_PASSED, cohort.file.origin, message).help(help));
    }
}

/// Whether other figures would be told now, those aside that no correction may change any more: of a closed
/// cohort, open figures come and stay with the others. Figures of another policy stay for good.
fn is_stale(book: &Handbook, published: &super::Release, proposed: &Release) -> bool {
    let limits = policy(&book.program).limits(Class::Ordinary);
    let now = (VERSION, limits.k, limits.group);
    if published.closed && proposed.closed && (published.rules, published.k, published.group) != now {
        return false;
    }
    // What is defined otherwise is told by another finding.
    let other = |fact: &&Fact| fact.form == Form::NotShown { why: Why::Redefined };
    let other: BTreeSet<&FactKey> = published.facts.iter().filter(other).map(|fact| &fact.key).collect();
    let told = |facts: &[Fact]| -> Vec<Fact> {
        let kept = |fact: &&Fact| {
            // What the first release of a closed cohort did not have, as a survey that came later, is never added.
            let there = !published.closed || published.fact(&fact.key).is_some();
            // What is not asked any more stays as it was told.
            let is_gone = fact.class != Class::Open && proposed.facts.iter().all(|now| now.key != fact.key);
            if !there || is_gone || other.contains(&fact.key) {
                return false;
            }
            let held = published.held_back.iter().any(|one| *one == fact.key.population());
            // Which mentors were mentees, and who went no further, changes with the rows of other cohorts, and not with these.
            let open = fact.class == Class::Open;
            (open && !published.closed) || !(open || held || OF_OTHERS.contains(&fact.key.variable()))
        };
        facts.iter().filter(kept).cloned().collect()
    };
    published.closed != proposed.closed || told(&published.facts) != told(&proposed.facts)
}

/// What is told of a cohort and follows from the rows of others as well.
const OF_OTHERS: [&str; 3] = ["were-mentees", "mentors-applied", "mentees-applied"];

/// A closed cohort that nobody released.
pub static RELEASE_MISSING: Code = Code {
    word: "release-missing",
    severity: Severity::Warning,
    says: "A closed cohort with rows has a release.",
    why: "Public pages know only what is released; without it, the cohort's outcomes stay unseen.",
    example: "cohorts/2024-autumn/cohort.yaml: status: closed   # and private/cohorts/2024-autumn/matches.csv",
    fix: "Run `mentorbook release COHORT --dry-run`, read what would be published, and run it again without --dry-run.",
};

/// A release of which rows, or what defines a figure, have changed.
pub static RELEASE_STALE: Code = Code {
    word: "release-stale",
    severity: Severity::Notice,
    says: "What is published of a cohort is what its rows and program data say now.",
    why: "Corrected rows do not reach the pages by themselves, for a difference between two releases could tell of the few who changed.",
    example: "published.yaml from November, and a matches.csv that was corrected in December",
    fix: "Run `mentorbook release COHORT`. Where a correction cannot be shown safely, the old figure stays and says so. Where a rule of program.yaml changed for later cohorts, as `capacity_per_mentor`, write the former one into cohort.yaml of this one.",
};

/// People in more matches than is public.
pub static SEVERAL_MATCHES: Code = Code {
    word: "several-matches",
    severity: Severity::Warning,
    says: "A closed cohort keeps to what is said of it: how many matches a mentor may hold, how many may be further or second ones, how many people stand in one, and whether minors take part.",
    why: "Whoever stands behind several matches knows several rows of every count. Counts hide that many more people, and how many these are must be public: a figure left out for it would tell of them.",
    example: "matches.csv: one mentor in three matches   # cohort.yaml: matches_per_mentor: 2",
    fix: "Write the most that your program allows into cohort.yaml, as `matches_per_mentor`, `further_matches`, `matched_again`, `mentees_per_match`, `mentors_per_match` or `matches_without_mentor`, or `mentees_return: yes`: a rule, not the number that came of it, for the file is public; where minors take part, `population: mixed` into program.yaml. Or correct the rows.",
};

/// Rows that are kept too long.
pub static RETENTION_PASSED: Code = Code {
    word: "retention-passed",
    severity: Severity::Warning,
    says: "Rows of closed cohorts are deleted by the day that `retain_until` of program.yaml names.",
    why: "People were told how long their data are kept. Published figures need no rows any more.",
    example: "program.yaml: retain_until: 2026-12-31   # and in 2027 private/cohorts/2024-autumn/matches.csv",
    fix: "Release the cohort, and run `mentorbook retire COHORT`; think of backups as well.",
};

/// The codes of this file.
pub static CODES: &[&Code] = &[&RELEASE_MISSING, &RELEASE_STALE, &SEVERAL_MATCHES, &RETENTION_PASSED];
