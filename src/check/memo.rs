//! What a preview keeps between two builds: guides that have not changed are not parsed again.

use std::collections::HashMap;
use std::sync::Arc;

use super::handbook::Guide;
use crate::diag::{Diagnostic, FileId};
use crate::model::RefUse;

/// All that one guide's file gives.
#[derive(Debug)]
pub struct ParsedGuide {
    /// The guide, where its front matter could be read.
    pub guide: Option<Arc<Guide>>,
    /// Its references.
    pub refs: Vec<RefUse>,
    /// Its findings.
    pub found: Vec<Diagnostic>,
}

/// Parsed guides by file and hash. Places hold file ids, so an id that shifts is a miss.
#[derive(Debug, Default)]
pub struct Memo {
    on: bool,
    guides: HashMap<(FileId, u64), (Box<str>, Arc<ParsedGuide>)>,
    next: HashMap<(FileId, u64), (Box<str>, Arc<ParsedGuide>)>,
}

impl Memo {
    /// One that remembers; the default forgets at once, for single builds.
    pub fn remembering() -> Self {
        Self { on: true, ..Self::default() }
    }

    /// What the file gave last time, if it is the same file.
    pub(super) fn get(&self, id: FileId, hash: u64, path: &str) -> Option<Arc<ParsedGuide>> {
        self.guides
            .get(&(id, hash))
            .filter(|(known, _)| **known == *path)
            .map(|(_, parsed)| Arc::clone(parsed))
    }

    /// Remembers it for the next build.
    pub(super) fn keep(&mut self, id: FileId, hash: u64, path: &str, parsed: &Arc<ParsedGuide>) {
        if self.on {
            self.next.insert((id, hash), (path.into(), Arc::clone(parsed)));
        }
    }

    /// Ends a build: what it did not use is dropped.
    pub fn turn(&mut self) {
        self.guides = std::mem::take(&mut self.next);
    }
}
