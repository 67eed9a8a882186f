//! Keyed ids: who stood behind a figure, for nobody to read without the program's private key.
//!
//! Must not keep a plain id.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::policy::Raise;

/// The keyed id of a person, match or mentor in one population, written as 32 hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct MemberId([u8; 16]);

/// Everybody behind the figures of one population. A unit that plays no part there is left empty.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Members {
    /// The rows' own people (or matches, where rows are matches).
    pub persons: BTreeSet<MemberId>,
    /// The matches they are in.
    #[serde(default)]
    pub matches: BTreeSet<MemberId>,
    /// Each two who are a match together: the same in every cohort, so that none is told of two that run at one time.
    #[serde(default)]
    pub pairs: BTreeSet<MemberId>,
    /// The mentors of those matches.
    #[serde(default)]
    pub mentors: BTreeSet<MemberId>,
    /// Each answer of a survey whose day is known, and each match that goes on: who and when, never what. It is the same in
    /// every cohort, survey and match, so that none is counted under two names.
    #[serde(default)]
    pub answers: BTreeSet<MemberId>,
    /// How far `k` was raised for them.
    #[serde(default)]
    pub raise: Raise,
    /// A keyed fingerprint of their rows: any later change is told alike, whether or not it moves a figure.
    #[serde(default)]
    pub rows: Option<MemberId>,
}

/// By population.
pub type Membership = BTreeMap<String, Members>;

impl MemberId {
    /// BLAKE3 under the program's private key. Each part is preceded by its length, so that no two triples
    /// run together, and one id has a different image in each population.
    pub fn new(key: &[u8; 32], purpose: &str, population: &str, id: &str) -> Self {
        let mut bytes = Vec::with_capacity(128);
        for part in [purpose, population, id] {
            bytes.extend_from_slice(&(part.len() as u64).to_le_bytes());
            bytes.extend_from_slice(part.as_bytes());
        }
        let mut id = [0; 16];
        id.copy_from_slice(&blake3::keyed_hash(key, &bytes).as_bytes()[..16]);
        Self(id)
    }
}

impl Members {
    /// Whether these differ from the earlier ones by a publishable group: people were only added or only
    /// taken away, and those who differ are `group` or more.
    pub(super) fn differ_by_group(&self, earlier: &Self, group: u32) -> bool {
        let added = self.persons.difference(&earlier.persons).count();
        let taken = earlier.persons.difference(&self.persons).count();
        (added == 0) != (taken == 0) && added + taken >= group as usize
    }
}

impl From<MemberId> for String {
    fn from(id: MemberId) -> Self {
        format!("{:032x}", u128::from_be_bytes(id.0))
    }
}

impl TryFrom<String> for MemberId {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let digits = text.len() == 32 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
        let id = u128::from_str_radix(&text, 16).ok().filter(|_| digits).ok_or("not a keyed id")?;
        Ok(Self(id.to_be_bytes()))
    }
}
