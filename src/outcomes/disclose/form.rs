//! What can be printed, and everything that may be derived from it.
//!
//! Percentages, intervals, flags and coordinates are functions of a [`Form`] alone, so that they cannot tell
//! more than it does. Must not see a table.

use serde::{Deserialize, Serialize};

/// A count as it is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Count {
    /// So many.
    Exact(u32),
    /// So many or fewer, none included.
    AtMost(u32),
    /// So many or more, all included.
    AtLeast(u32),
}

/// What a cell of a split is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Part of what the headline counts: yes, completed, favourable.
    Lead,
    /// Anything else that is known.
    Other,
    /// Not recorded.
    Unrecorded,
}

/// One printed cell of a split.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Part {
    /// Its name in the split.
    pub name: String,
    /// How many. Above `k`, or a not-recorded of 0.
    pub count: u32,
    /// What it is.
    pub kind: Kind,
}

/// On which side a printed mean was cut off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Clamp {
    /// Not cut off.
    None,
    /// This or lower.
    OrLower,
    /// This or higher.
    OrHigher,
}

/// Why a figure is not shown. Each is a function of what is public, or of a static test.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// The split would tell of `k` or fewer people, or its parent is not printed exactly.
    FewInCell,
    /// Fewer than twenty answered.
    FewAnswers,
    /// Told only in pools of closed cohorts.
    Pooled,
    /// One cohort makes up nearly all of the pool.
    OneCohort,
    /// The cohort is still running.
    Running,
    /// What was counted is defined otherwise now. Said of a figure by those who read it; no release prints it.
    Redefined,
}

impl Why {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::FewInCell, Self::FewAnswers, Self::Pooled, Self::OneCohort, Self::Running, Self::Redefined];

    /// As files write it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::FewInCell => "few-in-cell",
            Self::FewAnswers => "few-answers",
            Self::Pooled => "pooled",
            Self::OneCohort => "one-cohort",
            Self::Running => "running",
            Self::Redefined => "redefined",
        }
    }
}

/// A figure as it is printed. Nothing else leaves this folder.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "form", rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum Form {
    /// An open figure.
    Open {
        /// The figure.
        value: u64,
    },
    /// "fewer than {group}", and nothing more.
    TooFew {
        /// The group below which nothing is printed.
        group: u32,
    },
    /// Not shown, which is never 0.
    NotShown {
        /// Why.
        why: Why,
    },
    /// So many of n; the others: no, or not recorded.
    Share {
        /// All rows, recorded or not.
        n: u32,
        /// How many of them.
        x: Count,
    },
    /// n in full: every cell, which sum to n.
    Split {
        /// The whole that is split.
        n: u32,
        /// Its cells, in the order in which they were declared.
        cells: Vec<Part>,
    },
    /// The mean of those who answered.
    Mean {
        /// All who were asked.
        n: u32,
        /// How many answered at least. How many exactly is not told.
        answered: u32,
        /// The low end of the scale, in points.
        low: u32,
        /// The high end of the scale, in points.
        high: u32,
        /// The mean in tenths of a point.
        tenths: u32,
        /// Whether it was cut off.
        clamp: Clamp,
        /// The largest standard deviation that such a mean allows, in half points, rounded up.
        sd_half_steps: u32,
    },
}

/// What an interval is computed from. `None` stands for the end of the scale: 0% below, 100% above.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Bounds {
    /// What to feed the estimator's lower limit.
    pub low: Option<u32>,
    /// What to feed the estimator's upper limit.
    pub high: Option<u32>,
}

impl Count {
    /// The number that is printed.
    pub fn printed(self) -> u32 {
        match self {
            Self::Exact(x) | Self::AtMost(x) | Self::AtLeast(x) => x,
        }
    }

    /// The fewest and the most that it may stand for, of n.
    pub fn range(self, n: u32) -> (u32, u32) {
        match self {
            Self::Exact(x) => (x, x),
            Self::AtMost(x) => (0, x),
            Self::AtLeast(x) => (x, n),
        }
    }

    /// The counts for Wilson's lower and upper limit.
    pub fn bounds(self) -> Bounds {
        match self {
            Self::Exact(x) => Bounds { low: Some(x), high: Some(x) },
            Self::AtMost(x) => Bounds { low: None, high: Some(x) },
            Self::AtLeast(x) => Bounds { low: Some(x), high: None },
        }
    }

    /// The whole percent of n, which keeps "or more" and "or fewer" true: rounded down and up there, and to
    /// the nearest, halves up, where the count is exact.
    pub fn percent(self, n: u32) -> u32 {
        let (x, n) = (u64::from(self.printed()) * 100, u64::from(n.max(1)));
        let whole = match self {
            Self::Exact(_) => (2 * x + n) / (2 * n),
            Self::AtMost(_) => x.div_ceil(n),
            Self::AtLeast(_) => x / n,
        };
        u32::try_from(whole.min(100)).unwrap_or(100)
    }
}

impl Form {
    /// The headline count and its n: of a share, or of a split's lead cells.
    pub fn headline(&self) -> Option<(u32, Count)> {
        match self {
            Self::Share { n, x } => Some((*n, *x)),
            Self::Split { n, cells } => {
                let lead = cells.iter().filter(|part| part.kind == Kind::Lead).map(|part| part.count);
                Some((*n, Count::Exact(lead.sum())))
            }
            _ => None,
        }
    }

    /// The count that stands in a cell of a split.
    pub fn cell(&self, name: &str) -> Option<u32> {
        match self {
            Self::Split { cells, .. } => cells.iter().find(|part| part.name == name).map(|part| part.count),
            _ => None,
        }
    }

    /// How many of a split are told as not recorded.
    pub fn unrecorded(&self) -> u32 {
        let Self::Split { cells, .. } = self else { return 0 };
        cells.iter().filter(|part| part.kind == Kind::Unrecorded).map(|part| part.count).sum()
    }

    /// The headline's whole percent.
    pub fn percent(&self) -> Option<u32> {
        self.headline().map(|(n, x)| x.percent(n))
    }

    /// What an interval is computed from: counts of a share, tenths of a mean.
    pub fn bounds(&self) -> Option<Bounds> {
        match self {
            Self::Mean { tenths, clamp, .. } => Some(Bounds {
                low: (*clamp != Clamp::OrLower).then_some(*tenths),
                high: (*clamp != Clamp::OrHigher).then_some(*tenths),
            }),
            _ => self.headline().map(|(_, x)| x.bounds()),
        }
    }

    /// The fewest and most the headline may be among `invited`, had everyone answered: over `invited`.
    pub fn had_all_answered(&self, invited: u32) -> Option<(u32, u32)> {
        let (n, x) = self.headline()?;
        let (low, high) = x.range(n);
        let unrecorded = match self {
            Self::Split { .. } => self.unrecorded(),
            _ => n - high,
        };
        Some((low, high.saturating_add(unrecorded).saturating_add(invited.checked_sub(n)?)))
    }

    /// Whether a number stands there, so that a chart has something to draw.
    pub fn is_shown(&self) -> bool {
        !matches!(self, Self::TooFew { .. } | Self::NotShown { .. })
    }
}
