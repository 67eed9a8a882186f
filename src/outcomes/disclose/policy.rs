//! The policy: how few people a printed count may describe, for each class of figure.
//!
//! Must not be looser than the floors: there is one constructor, it raises what is too low, and reading a
//! policy back from a file goes through it too.

use serde::{Deserialize, Serialize};

/// The version of the rules in this folder. It goes into every release and ledger entry, and two releases
/// under different versions are never compared.
pub const VERSION: u32 = 7;

/// The fewest closed cohorts in a pool.
pub const POOL: usize = 3;

/// How much a figure tells about a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Class {
    /// What the program does in public: matches started, invited, responded, sessions held. Exact.
    Open,
    /// Completion, expectations documented, answers.
    Ordinary,
    /// Harm, mismatch, answers marked so: only in pools of closed cohorts.
    Sensitive,
}

/// Whom the program serves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PopulationClass {
    /// Adults alone.
    Adult,
    /// Minors alone.
    Minor,
    /// Both: treated as minors.
    Mixed,
}

/// The two numbers of a class.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Limits {
    /// A count of at most this many people, or of all but this many, is not printed exactly.
    pub k: u32,
    /// Of fewer people, matches or mentors nothing is printed.
    pub group: u32,
}

impl Limits {
    /// A group must hold two cells above `k`: below `2k + 2` the two tails of a share would meet.
    fn of(k: u32, group: u32) -> Self {
        Self { k, group: group.max(k.saturating_mul(2).saturating_add(2)) }
    }

    /// The limits of rows of which several may stand for one person. The group is one of rows then: so many that they
    /// are of enough people, whoever stands behind them. Were the people counted, whether a figure is there would tell
    /// how its rows are spread over them.
    #[must_use]
    pub fn raised(self, by: Raise) -> Self {
        let k = self.k.saturating_mul(by.times.max(1)).saturating_add(by.plus);
        Self::of(k, self.group.saturating_add(by.more))
    }
}

/// How far the limits are raised where one person may stand behind several rows.
///
/// Must be a function of what is public: else the form that is printed would tell of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Raise {
    /// How many rows one person may stand behind.
    pub times: u32,
    /// How many rows beyond one each somebody may know: their own further ones, or what is public of them.
    pub plus: u32,
    /// How many more rows a group takes than it has people.
    #[serde(default)]
    pub more: u32,
}

impl Default for Raise {
    fn default() -> Self {
        Self { times: 1, plus: 0, more: 0 }
    }
}

/// What a program asks for beyond the floors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Stricter {
    /// A larger `k`.
    pub k: Option<u32>,
    /// A larger group.
    pub group: Option<u32>,
}

/// The limits of every class. Cannot be looser than the floors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(from = "Raw")]
pub struct Policy {
    version: u32,
    population: PopulationClass,
    ordinary: Limits,
    sensitive: Limits,
}

impl Policy {
    /// The policy of a program: the floors of its population, or what it asks for where that is stricter.
    pub fn new(population: PopulationClass, stricter: Stricter) -> Self {
        let floor = match population {
            PopulationClass::Adult => Limits { k: 3, group: 8 },
            PopulationClass::Minor | PopulationClass::Mixed => Limits { k: 5, group: 12 },
        };
        let k = floor.k.max(stricter.k.unwrap_or(0));
        let ordinary = Limits::of(k, floor.group.max(stricter.group.unwrap_or(0)));
        let sensitive = Limits { k: k.max(10), group: ordinary.group };
        Self { version: VERSION, population, ordinary, sensitive }
    }

    /// The version of the rules it was made under.
    pub fn version(&self) -> u32 {
        self.version
    }

    /// Whom the program serves.
    pub fn population(&self) -> PopulationClass {
        self.population
    }

    /// The limits of a class. Open figures have none of their own and get the ordinary ones, to be safe.
    pub fn limits(&self, class: Class) -> Limits {
        match class {
            Class::Open | Class::Ordinary => self.ordinary,
            Class::Sensitive => self.sensitive,
        }
    }
}

/// A policy as a ledger entry holds it, not yet raised to the floors.
#[derive(Deserialize)]
struct Raw {
    version: u32,
    population: PopulationClass,
    ordinary: Limits,
}

impl From<Raw> for Policy {
    fn from(raw: Raw) -> Self {
        let stricter = Stricter { k: Some(raw.ordinary.k), group: Some(raw.ordinary.group) };
        Self { version: raw.version, ..Self::new(raw.population, stricter) }
    }
}
