//! From counted questions to printed facts.
//!
//! The registry refuses questions whose figures would betray each other; the ladders choose the forms. Must
//! not read rows, and must not refuse by a count: a refusal is about which questions were asked.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::form::{Form, Part, Why};
use super::key::{BadKey, FactKey};
use super::ladder::{self, Answers, Endings, Scores};
use super::policy::{Class, Limits, POOL, Policy, Raise};
use super::registry;
use super::release::Refined;
use super::tree::Tree;

/// What was counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asked {
    /// An open figure.
    Open(u64),
    /// Yes, no, not recorded. Of a survey, the rows are those who handed it in, never those invited: how many
    /// did not respond is open, and less these, the not recorded are those who left this question out.
    Answers(Answers),
    /// The four groups of endings, where the population has no tree.
    Endings(Endings),
    /// The categories of an answer, not recorded among them.
    Bars(Vec<Part>),
    /// Of a pool, the parts of a cell that its cohorts tell themselves. The variable is called after that cell's
    /// split and, behind a full stop, the cell.
    Parts(Vec<Part>),
    /// Scores on a scale.
    Mean(Scores),
    /// Scores of which only the mean is known; none of them is missing.
    MeanAlone(Scores),
    /// All nested counts of a population.
    Tree(Tree),
}

/// A figure to publish.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Its name; of a tree, the name of its first split.
    pub key: FactKey,
    /// How much it tells. Only [`Asked::Open`] may be open.
    pub class: Class,
    /// Of a pool, the rows of its largest cohort; 0 elsewhere.
    pub largest_cohort: u32,
    /// Whether it compares two waves of the same people ("rose by the worthwhile change").
    pub change: bool,
    /// How far `k` is raised, where several rows may stand for one person.
    pub raise: Raise,
    /// Whether its rows are of too few, however many they are: answers of fewer matches than a group.
    pub few: bool,
    /// What was counted.
    pub asked: Asked,
}

/// A figure as it is printed.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Fact {
    /// Its name.
    pub key: FactKey,
    /// How much it tells.
    pub class: Class,
    /// How it is printed.
    #[serde(flatten)]
    pub form: Form,
}

/// Of what the rows are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scope {
    /// How many cohorts: 1, or a pool.
    pub cohorts: usize,
    /// Whether all of them are closed.
    pub closed: bool,
}

/// The distinct people of each population, to see which populations overlap. Held in memory only.
pub type People = BTreeMap<String, BTreeSet<String>>;

/// Why a list of questions is not published at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// A second form for one key.
    Second(FactKey),
    /// A total over roles beside one of the roles.
    TotalOverRoles(FactKey, FactKey),
    /// Two denominators for one population, wave and role.
    Denominators(FactKey, FactKey),
    /// A second tree, or endings beside a tree, over the same rows.
    SecondTree(FactKey, FactKey),
    /// The same variable of overlapping people: all who answered beside those who answered twice.
    Overlap(FactKey, FactKey),
    /// A change beside the levels of both its waves, which bound it.
    ChangeBesideLevels(FactKey),
    /// Splits that do not add up, or have a single cell or no lead.
    Sums(FactKey),
    /// A class that does not fit what was counted.
    Class(FactKey),
    /// A pool of too few cohorts.
    SmallPool(usize),
    /// A split whose name cannot be a key.
    Name(BadKey),
}

/// The facts of these questions, ordered by key, or everything that is wrong with the list.
pub fn publish(
    policy: &Policy,
    scope: Scope,
    questions: &[Question],
    people: &People,
) -> Result<Vec<Fact>, Vec<Refusal>> {
    let mut refused = registry::check(questions, people);
    if scope.cohorts == 0 || (2..POOL).contains(&scope.cohorts) || (scope.cohorts > 1 && !scope.closed) {
        refused.push(Refusal::SmallPool(scope.cohorts));
    }
    let mut facts = Vec::new();
    for question in questions {
        for (variable, form) in question.forms(policy.limits(question.class).raised(question.raise)) {
            let form = question.within(policy, scope, variable, form);
            match question.key.sibling(variable) {
                Ok(key) => facts.push(Fact { key, class: question.class, form }),
                Err(bad) => refused.push(Refusal::Name(bad)),
            }
        }
    }
    if !refused.is_empty() {
        return Err(refused);
    }
    facts.sort_by(|a, b| a.key.cmp(&b.key));
    Ok(facts)
}

impl Question {
    /// All rows, of anything but an open figure.
    pub fn n(&self) -> Option<u32> {
        match &self.asked {
            Asked::Open(_) => None,
            Asked::Answers(answers) => Some(answers.n()),
            Asked::Endings(e) => Some(e.planned + e.met + e.circumstances + e.relationship + e.unrecorded),
            Asked::Bars(cells) | Asked::Parts(cells) => Some(cells.iter().map(|cell| cell.count).sum()),
            Asked::Mean(scores) => Some(scores.favourable.n()),
            Asked::MeanAlone(scores) => Some(scores.answered),
            Asked::Tree(tree) => Some(tree.n()),
        }
    }

    /// Whether a variable is a stage before the root of its tree.
    fn is_before(&self, variable: &str) -> bool {
        let Asked::Tree(tree) = &self.asked else { return false };
        tree.before.iter().any(|stage| stage.variable == variable)
    }

    /// What the cohorts of a pool must have told themselves before its parts are told.
    pub fn refines(&self) -> Option<Refined> {
        let (variable, cell) = self.key.variable().split_once('.')?;
        let n = self.n().filter(|_| matches!(self.asked, Asked::Parts(_)))?;
        Some(Refined { variable: variable.to_owned(), cell: cell.to_owned(), n })
    }

    /// What the ladders choose, before the group is looked at.
    fn forms(&self, limits: Limits) -> Vec<(&str, Form)> {
        let name = self.key.variable();
        match &self.asked {
            Asked::Open(value) => vec![(name, Form::Open { value: *value })],
            Asked::Answers(answers) => vec![(name, ladder::answers(limits, *answers))],
            Asked::Endings(endings) => vec![(name, ladder::endings(limits, *endings))],
            Asked::Bars(cells) => vec![(name, ladder::bars(limits, cells))],
            Asked::Parts(cells) => vec![(name, ladder::parts(limits, cells))],
            Asked::Mean(scores) => vec![(name, ladder::mean(limits, scores))],
            Asked::MeanAlone(scores) => vec![(name, ladder::mean_alone(limits, scores.answered, scores))],
            Asked::Tree(tree) => tree.forms(limits),
        }
    }

    /// The form that may stand, given the scope and the group.
    fn within(&self, policy: &Policy, scope: Scope, variable: &str, form: Form) -> Form {
        let limits = policy.limits(self.class).raised(self.raise);
        // What is told of a pool is told of a cohort that makes up nearly all of it, or may do so.
        let (n, largest) = (self.n().unwrap_or(0), self.largest_cohort);
        let beyond = if largest == 0 { 0 } else { n.saturating_sub(largest) };
        match self.class {
            Class::Open => form,
            _ if !scope.closed => Form::NotShown { why: Why::Running },
            Class::Sensitive if scope.cohorts < POOL => Form::NotShown { why: Why::Pooled },
            // A stage before the root is of more people than it, and may be of enough.
            _ if n < limits.group && self.is_before(variable) => Form::NotShown { why: Why::FewInCell },
            _ if n < limits.group => Form::TooFew { group: limits.group },
            _ if self.few => Form::NotShown { why: Why::FewInCell },
            _ if scope.cohorts > 1 && beyond <= limits.k => Form::NotShown { why: Why::OneCohort },
            _ => form,
        }
    }
}
