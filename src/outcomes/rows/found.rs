//! What is wrong with rows, told up to a bound: a file of faulty rows alone must not fill the memory.
//!
//! Nothing is dropped in silence. What is not told one by one is counted, and one finding says how much it is.

use std::collections::BTreeMap;

use crate::diag::{Diagnostic, FileId};

/// Findings of one code in one file that are told one by one.
pub(in crate::outcomes) const MOST_TOLD: usize = 1000;

/// Findings about rows.
#[derive(Default)]
pub(super) struct Found {
    told: Vec<Diagnostic>,
    /// How many there are of each code in each file, and the first of those that are not told one by one.
    counts: BTreeMap<(FileId, &'static str), (usize, Option<Diagnostic>)>,
}

impl Found {
    /// Tells or counts a finding.
    pub fn push(&mut self, one: Diagnostic) {
        let (count, first) = self.counts.entry((one.primary.place.file, one.code.word)).or_default();
        *count += 1;
        if *count <= MOST_TOLD {
            self.told.push(one);
        } else if first.is_none() {
            *first = Some(one);
        }
    }

    /// Takes what was found in other files: no file is read in two places.
    pub fn append(&mut self, mut others: Self) {
        self.told.append(&mut others.told);
        self.counts.append(&mut others.counts);
    }

    /// Tells or counts several.
    pub fn extend(&mut self, all: impl IntoIterator<Item = Diagnostic>) {
        all.into_iter().for_each(|one| self.push(one));
    }

    /// All that are told. The others stand behind one finding of their code, at the place of the first of them.
    pub fn into_told(mut self) -> Vec<Diagnostic> {
        for (count, first) in self.counts.into_values() {
            let Some(first) = first else { continue };
            let rest = count - MOST_TOLD;
            let message = format!(
                "here and below are {rest} more of `{}` that are not told one by one",
                first.code.word
            );
            let mut more = Diagnostic::new(first.code, first.primary.place, message)
                .help("correct those that are told, and check again");
            more.stands_for = u32::try_from(rest).unwrap_or(u32::MAX);
            self.told.push(more);
        }
        self.told
    }
}
