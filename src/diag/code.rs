//! Codes: stable words with a document each. A word is never reused for another meaning.

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub enum Severity {
    /// Said once, changes nothing.
    Notice,
    /// Should be looked at; the build goes on.
    Warning,
    /// The build writes nothing.
    Error,
}

impl Severity {
    /// As printed.
    pub fn word(self) -> &'static str {
        match self {
            Self::Notice => "notice",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// A kind of finding, with the text that `mentorbook explain CODE` prints.
#[derive(Debug, PartialEq, Eq)]
pub struct Code {
    /// The stable word, such as `unknown-key`.
    pub word: &'static str,
    /// Its usual weight.
    pub severity: Severity,
    /// What the rule says, in one sentence.
    pub says: &'static str,
    /// Why it matters to a program.
    pub why: &'static str,
    /// An example of the wrong and the right, as text.
    pub example: &'static str,
    /// How to mend it.
    pub fix: &'static str,
}
