//! The name of a figure. One form only exists for each.
//!
//! Must not hold a number.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// What a figure is about: written `population/variable`, then `@wave` and `/role` where it has them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct FactKey {
    population: String,
    variable: String,
    wave: Option<String>,
    role: Option<String>,
}

/// A part of a key that is empty or holds `/`, `@`, a space or a control character.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadKey(pub String);

impl fmt::Display for BadKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\"{}\" is not a figure's name: write population/variable@wave/role", self.0)
    }
}

impl std::error::Error for BadKey {}

impl FactKey {
    /// A key, if every part is a plain word.
    pub fn new(
        population: &str,
        variable: &str,
        wave: Option<&str>,
        role: Option<&str>,
    ) -> Result<Self, BadKey> {
        for part in [Some(population), Some(variable), wave, role].into_iter().flatten() {
            let bad = |c: char| c == '/' || c == '@' || c.is_whitespace() || c.is_control();
            if part.is_empty() || part.contains(bad) {
                return Err(BadKey(part.to_owned()));
            }
        }
        Ok(Self {
            population: population.to_owned(),
            variable: variable.to_owned(),
            wave: wave.map(str::to_owned),
            role: role.map(str::to_owned),
        })
    }

    /// The same population, wave and role, asked something else: a further split of one tree.
    pub fn sibling(&self, variable: &str) -> Result<Self, BadKey> {
        Self::new(&self.population, variable, self.wave(), self.role())
    }

    /// Which people or matches.
    pub fn population(&self) -> &str {
        &self.population
    }

    /// What is told of them.
    pub fn variable(&self) -> &str {
        &self.variable
    }

    /// Whether it is a sum of which only the size is told, rounded to as much as a few gave.
    pub fn is_rounded(&self) -> bool {
        self.variable == "mentor-hours"
    }

    /// When it was asked.
    pub fn wave(&self) -> Option<&str> {
        self.wave.as_deref()
    }

    /// Of whom it was asked.
    pub fn role(&self) -> Option<&str> {
        self.role.as_deref()
    }
}

impl fmt::Display for FactKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.population, self.variable)?;
        if let Some(wave) = &self.wave {
            write!(f, "@{wave}")?;
        }
        self.role.as_ref().map_or(Ok(()), |role| write!(f, "/{role}"))
    }
}

impl FromStr for FactKey {
    type Err = BadKey;

    fn from_str(text: &str) -> Result<Self, BadKey> {
        let bad = || BadKey(text.to_owned());
        let (population, rest) = text.split_once('/').ok_or_else(bad)?;
        let (asked, role) = rest.split_once('/').map_or((rest, None), |(asked, role)| (asked, Some(role)));
        let (variable, wave) = asked.split_once('@').map_or((asked, None), |(name, wave)| (name, Some(wave)));
        Self::new(population, variable, wave, role).map_err(|_| bad())
    }
}

impl TryFrom<String> for FactKey {
    type Error = BadKey;

    fn try_from(text: String) -> Result<Self, BadKey> {
        text.parse()
    }
}

impl From<FactKey> for String {
    fn from(key: FactKey) -> Self {
        key.to_string()
    }
}
