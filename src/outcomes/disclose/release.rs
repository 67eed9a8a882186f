//! The rules over time: what may be printed, given all that was printed before.
//!
//! A closed cohort is released once; a correction is printed only where it could be printed by itself; pools
//! are disjoint blocks of closed cohorts. Pure: reads no file and no clock, and must not see a table.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::corrected::corrected;
use super::form::{Form, Why};
use super::member::{MemberId, Membership};
use super::policy::{Class, POOL, Policy};
use super::publish::Fact;

/// One release, as the ledger keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Its own name in the ledger: the hash of its file. Not part of the file.
    #[serde(skip)]
    pub id: String,
    /// Its number, from 1.
    pub seq: u64,
    /// The entry before it.
    pub parent: Option<String>,
    /// The policy it was made under.
    pub policy: Policy,
    /// Its date, as it is printed.
    pub date: String,
    /// What was released.
    #[serde(flatten)]
    pub release: Release,
}

/// What is printed of a cohort or a pool, and who stands behind it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Release {
    /// One cohort, or those of a pool.
    pub cohorts: BTreeSet<String>,
    /// Whether all of them are closed.
    pub closed: bool,
    /// Of a pool that is proposed: its variables that refine a cell told by cohort (fine reasons refine the
    /// endings). What becomes of them stands in the figures; no ledger keeps this.
    #[serde(skip)]
    pub refines: BTreeMap<String, Refined>,
    /// The figures.
    pub facts: Vec<Fact>,
    /// By population, everybody behind them.
    pub members: Membership,
    /// What its figures mean: of each variable that program data define, a fingerprint of the definition. Public.
    #[serde(default)]
    pub means: BTreeMap<String, String>,
    /// The last day that the data tell of, as it is printed.
    #[serde(default)]
    pub as_of: Option<String>,
    /// Of a pool that is proposed: by cohort, the fingerprint of the rows of its matches as they are now.
    #[serde(skip)]
    pub now: BTreeMap<String, MemberId>,
    /// Populations whose figures no correction changes any more. Set here alone; empty in a proposal.
    #[serde(default)]
    pub settled: BTreeSet<String>,
    /// Populations that keep their old figures though their rows have changed. Set here alone.
    #[serde(default)]
    pub held: BTreeSet<String>,
}

impl Release {
    /// Whose it is: the cohort, or the cohorts of a pool with a `+` between them.
    pub fn of(&self) -> String {
        self.cohorts.iter().map(String::as_str).collect::<Vec<_>>().join("+")
    }
}

/// A cell that every cohort of a pool tells itself, and the rows that the pool counts in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refined {
    /// The variable of the cohorts' split.
    pub variable: String,
    /// The cell.
    pub cell: String,
    /// The sum over the cohorts, as their rows are now.
    pub n: u32,
}

/// What stands in the cohort's published figures already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Before {
    /// None are there.
    Nothing,
    /// Open figures of a running cohort.
    Running,
    /// Figures of a closed cohort.
    Closed,
}

/// Why there is no release.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Denied {
    /// Two entries follow one parent (or two have none).
    Fork(Option<String>),
    /// An entry's parent is missing, or the numbers do not run.
    Gap(u64),
    /// The cohort has published figures, and the ledger does not know them.
    Lost,
    /// A closed cohort is said to be running again.
    Reopened,
    /// No cohort, or a pool of too few, or of one that is still running.
    SmallPool,
    /// Another pool holds one of these cohorts.
    PoolOverlap(u64),
    /// A cohort of the pool is not released.
    Unreleased(String),
    /// A variable would be told both by pool and by cohort.
    PoolBesideCohort(String),
}

/// What to print and to enter now, given the ledger and what was `published` before. Where the ledger is lost,
/// nothing.
pub fn decide(
    policy: &Policy,
    ledger: &[Entry],
    proposed: Release,
    published: Before,
) -> Result<Release, Denied> {
    chain(ledger)?;
    pools(ledger, &proposed)?;
    let proposed = refined(ledger, withheld(ledger, proposed)?);
    let same = |entry: &&Entry| entry.release.cohorts == proposed.cohorts;
    let known = ledger.iter().any(|entry| same(&entry));
    let mut frozen: Vec<&Entry> = ledger.iter().filter(same).filter(|entry| entry.release.closed).collect();
    frozen.sort_by_key(|entry| entry.seq);
    let missing = match published {
        Before::Nothing => false,
        Before::Running => !known,
        Before::Closed => frozen.is_empty(),
    };
    if missing {
        return Err(Denied::Lost);
    }
    if !frozen.is_empty() && !proposed.closed {
        return Err(Denied::Reopened);
    }
    let Some(last) = frozen.last() else {
        return Ok(opened(proposed));
    };
    if proposed.cohorts.len() > 1 {
        // Whoever differs may be of one cohort: its sensitive answers would be the difference.
        return Ok(last.release.clone());
    }
    Ok(corrected(policy, &frozen, last, &proposed))
}

/// Every entry has one child at most and follows its parent.
pub fn chain(ledger: &[Entry]) -> Result<(), Denied> {
    let mut before: Option<&Entry> = None;
    let in_line = ledger.iter().all(|entry| {
        let (parent, seq) =
            before.map_or((None, 1), |before| (Some(&before.id), before.seq.saturating_add(1)));
        before = Some(entry);
        entry.parent.as_ref() == parent && entry.seq == seq
    });
    if in_line {
        return Ok(()); // as it should be, and nothing more to find out
    }
    let mut parents = BTreeSet::new();
    for entry in ledger {
        if !parents.insert(&entry.parent) {
            return Err(Denied::Fork(entry.parent.clone()));
        }
    }
    let numbers: BTreeMap<&str, u64> = ledger.iter().map(|entry| (&*entry.id, entry.seq)).collect();
    for entry in ledger {
        let before = match &entry.parent {
            None => Some(0),
            Some(parent) => numbers.get(&**parent).copied(),
        };
        if before.and_then(|seq| seq.checked_add(1)) != Some(entry.seq) {
            return Err(Denied::Gap(entry.seq));
        }
    }
    Ok(())
}

/// A running cohort's release holds open figures, whatever it was handed.
fn opened(mut proposed: Release) -> Release {
    proposed.settled.clear();
    proposed.held.clear();
    proposed.now.clear();
    if !proposed.closed {
        let open = |fact: &Fact| fact.class == Class::Open || matches!(fact.form, Form::NotShown { .. });
        proposed.facts.retain(open);
        proposed.members.clear();
    }
    proposed
}

/// Pools are disjoint, and tell nothing that could be compared with a cohort's own figures.
fn pools(ledger: &[Entry], proposed: &Release) -> Result<(), Denied> {
    let pooled = |release: &Release| release.cohorts.len() > 1;
    let small = pooled(proposed) && (proposed.cohorts.len() < POOL || !proposed.closed);
    if proposed.cohorts.is_empty() || small {
        return Err(Denied::SmallPool);
    }
    for entry in ledger.iter().filter(|entry| entry.release.cohorts != proposed.cohorts) {
        if entry.release.cohorts.is_disjoint(&proposed.cohorts) {
            continue;
        }
        match (pooled(&entry.release), pooled(proposed)) {
            (true, true) => return Err(Denied::PoolOverlap(entry.seq)),
            (true, false) => apart(&entry.release, proposed)?,
            (false, true) => apart(proposed, &entry.release)?,
            (false, false) => {}
        }
    }
    Ok(())
}

/// Whether a form tells something of a table. A split that is withheld does: one of its cells is small.
fn tells(fact: &Fact) -> bool {
    let silent = matches!(fact.form, Form::NotShown { why: Why::Pooled | Why::Running | Why::OneCohort });
    fact.class != Class::Open && !silent
}

/// A pool less its other cohorts is the last cohort: no variable is told of both.
fn apart(pool: &Release, cohort: &Release) -> Result<(), Denied> {
    let told: BTreeSet<&str> =
        cohort.facts.iter().filter(|fact| tells(fact)).map(|fact| fact.key.variable()).collect();
    let both = pool.facts.iter().find(|fact| tells(fact) && told.contains(fact.key.variable()));
    match both {
        Some(fact) => Err(Denied::PoolBesideCohort(fact.key.variable().to_owned())),
        None => Ok(()),
    }
}

/// What a pool may tell: variables that each of its cohorts was asked about, released, and does not tell itself; and
/// that meant then what they mean now, for another question may have been told under another name.
fn withheld(ledger: &[Entry], mut pool: Release) -> Result<Release, Denied> {
    if pool.cohorts.len() < 2 {
        return Ok(pool);
    }
    let mut last: BTreeMap<&str, &Entry> = BTreeMap::new();
    for entry in ledger.iter().filter(|entry| entry.release.closed && entry.release.cohorts.len() == 1) {
        last.extend(entry.release.cohorts.iter().map(|id| (id.as_str(), entry)));
    }
    if let Some(missing) = pool.cohorts.iter().find(|id| !last.contains_key(id.as_str())) {
        return Err(Denied::Unreleased(missing.clone()));
    }
    let pooled = |fact: &Fact| {
        let is = |one: &&Fact| {
            let same = one.key.variable() == fact.key.variable() && one.key.role() == fact.key.role();
            same && one.key.wave() == fact.key.wave() && one.form == Form::NotShown { why: Why::Pooled }
        };
        let meaning = |release: &Release| release.means.get(meant(fact.key.variable())).cloned();
        let mut cohorts = pool.cohorts.iter().filter_map(|id| last.get(id.as_str()));
        pool.refines.contains_key(fact.key.variable())
            || cohorts.all(|entry| {
                entry.release.facts.iter().any(|one| is(&one)) && meaning(&entry.release) == meaning(&pool)
            })
    };
    let facts = pool.facts.iter().filter(|fact| pooled(fact)).cloned().collect();
    pool.facts = facts;
    Ok(pool)
}

/// The parts of a refinement sum to what they refine. They are told only where every cohort of the pool tells
/// that cell exactly, and where no row of the matches has changed since: else their sum would give away the cohort
/// that could not tell it, or how one match ended that was recorded later. That it changed is public already, as the
/// note on the cohort's figures; in which cell is not.
fn refined(ledger: &[Entry], mut pool: Release) -> Release {
    let last = |cohort: &String| {
        let mine = |entry: &&Entry| entry.release.closed && entry.release.cohorts.iter().eq([cohort]);
        ledger.iter().filter(mine).max_by_key(|entry| entry.seq)
    };
    let same_rows = pool.cohorts.iter().all(|cohort| {
        let then = last(cohort).and_then(|entry| entry.release.members.get("matches")?.rows);
        then.is_some() && then.as_ref() == pool.now.get(cohort)
    });
    for (variable, parent) in std::mem::take(&mut pool.refines) {
        let told = |cohort: &String| {
            let release = &last(cohort)?.release;
            let fact = release.facts.iter().find(|fact| fact.key.variable() == parent.variable)?;
            fact.form.cell(&parent.cell)
        };
        if !same_rows || pool.cohorts.iter().map(told).sum::<Option<u32>>() != Some(parent.n) {
            // Whatever it was, also that the group is too small: that would tell of the sum.
            for fact in pool.facts.iter_mut().filter(|fact| fact.key.variable() == variable) {
                fact.form = Form::NotShown { why: Why::FewInCell };
            }
        }
    }
    pool
}

/// How the variable of a check-in begins; its id follows.
pub const CHECK_IN: &str = "check-in.";

/// What program data define of a variable: of a question's choice, the question; of a check-in, itself.
pub fn meant(variable: &str) -> &str {
    if variable.starts_with(CHECK_IN) {
        return variable;
    }
    variable.split_once('.').map_or(variable, |(whole, _)| whole)
}
