//! Findings as a command meets them: what the baseline accepts, what counts, and how they are shown.

use std::path::Path;

use super::args::Judging;
use super::terminal::{self, Terminal};
use super::{Status, Stop};
use crate::diag::{self, Baseline, Diagnostic, Look, Severity};
use crate::source::Sources;

/// Codes that say what rows say, though they stand at files that everybody sees: how often people were matched, and
/// whether figures changed.
pub(super) const OF_ROWS: [&str; 3] = ["release-missing", "release-stale", "several-matches"];

/// Whether that a finding is there may be seen by those alone who hold the rows.
pub(super) fn is_of_rows(one: &Diagnostic) -> bool {
    OF_ROWS.contains(&one.code.word)
}

/// What is left of a run's findings once the accepted ones are taken out.
#[derive(Debug, Default)]
pub(super) struct Left {
    pub found: Vec<Diagnostic>,
    pub accepted: usize,
    /// Accepted once, and mended since.
    pub fixed: Vec<String>,
}

impl Left {
    /// Takes out what the baseline accepts.
    pub fn of(found: &[Diagnostic], sources: &Sources, judging: &Judging) -> Result<Self, Stop> {
        let found = found.to_vec();
        let Some(path) = &judging.baseline else { return Ok(Self { found, ..Self::default() }) };
        let compared = baseline(path)?.apply(found, sources);
        Ok(Self { found: compared.new, accepted: compared.accepted, fixed: compared.fixed })
    }

    /// Whether the command fails.
    pub fn status(&self, strict: bool) -> Status {
        let least = if strict { Severity::Warning } else { Severity::Error };
        if self.found.iter().any(|one| one.severity >= least) { Status::Wrong } else { Status::Fine }
    }

    /// Where the command fails, shows why and says that nothing was `done`.
    pub fn stops(
        &self,
        sources: &Sources,
        strict: bool,
        done: &str,
        terminal: Terminal,
    ) -> Result<bool, Stop> {
        if self.status(strict) == Status::Fine {
            return Ok(false);
        }
        let look = Look { colour: terminal.colours_asides(), width: terminal::width(), ..Look::default() };
        terminal::aside(&drawn(&self.shown(terminal, strict), sources, look)?)?;
        terminal.say(&format!("nothing was {done}: mend the errors first"))?;
        Ok(true)
    }

    /// How many there are of a weight.
    pub fn count(&self, severity: Severity) -> usize {
        self.found.iter().filter(|one| one.severity == severity).count()
    }

    /// What is shown: with `--quiet`, errors alone.
    pub fn shown(&self, terminal: Terminal, strict: bool) -> Vec<Diagnostic> {
        let least = match (terminal.quiet, strict) {
            (true, false) => Severity::Error,
            (true, true) => Severity::Warning,
            (false, _) => Severity::Notice,
        };
        self.found.iter().filter(|one| one.severity >= least).cloned().collect()
    }

    /// A word on what the baseline did.
    pub fn about_baseline(&self, terminal: Terminal) -> Result<(), Stop> {
        if self.accepted > 0 {
            terminal.say(&format!(
                "{} not counted: the baseline accepts them",
                several(self.accepted, "finding")
            ))?;
        }
        for entry in &self.fixed {
            terminal.say(&format!("mended, and can leave the baseline: {entry}"))?;
        }
        Ok(())
    }
}

/// Findings as bytes.
pub(super) fn drawn(found: &[Diagnostic], sources: &Sources, look: Look) -> Result<Vec<u8>, Stop> {
    let mut bytes = Vec::new();
    diag::emit(found, sources, &look, &mut bytes)?;
    Ok(bytes)
}

/// "1 page", "12 pages".
pub(super) fn several(count: usize, word: &str) -> String {
    format!("{count} {word}{}", if count == 1 { "" } else { "s" })
}

fn baseline(path: &Path) -> Result<Baseline, Stop> {
    let shown = path.display();
    match std::fs::read_to_string(path) {
        Ok(text) => Baseline::read(&text).map_err(|why| Stop::new(format!("{shown}: {why}"))),
        Err(error) => Err(Stop::new(format!("{shown}: {error}"))
            .help("`mentorbook check --baseline FILE --update-baseline` writes a first one")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_rows_are_codes() {
        let known: Vec<&str> = crate::pipeline::codes().iter().map(|code| code.word).collect();
        assert!(OF_ROWS.iter().all(|word| known.contains(word)));
    }
}
