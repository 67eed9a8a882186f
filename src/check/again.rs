//! Judging again after an edit: where only texts of guides changed, only those texts are judged.
//!
//! What a rule about texts says of one text depends on that text and on the ground: the data, and of the
//! other guides what they show and which headings they have. While the ground is the same, the findings of
//! the texts that did not change stand.

use std::collections::{HashMap, HashSet};

use super::rules::{Ctx, RULES, Rule};
use super::{Checked, EditionChoice, Handbook};
use crate::diag::{Diagnostic, FileId};
use crate::model::Mark;
use crate::source::{FileKind, Root, Sources};

/// What the last judgement said, and of what.
#[derive(Debug, Default)]
pub struct Judged {
    ground: Option<[u8; 32]>,
    texts: HashMap<FileId, u64>,
    found: Vec<Diagnostic>,
}

/// Runs the rules on what changed since the last judgement, and gives all that is now to be said.
pub fn judge_again(
    checked: &Checked,
    sources: &Sources,
    edition: &EditionChoice,
    last: &mut Judged,
    found: &mut Vec<Diagnostic>,
) {
    let ground = Some(ground(&checked.handbook, sources, edition));
    let texts: HashMap<FileId, u64> = checked.handbook.guides.iter().map(|g| (g.file, g.hash)).collect();
    if last.ground == ground {
        let changed = texts.iter().filter(|(file, hash)| last.texts.get(file) != Some(*hash));
        let changed: HashSet<FileId> = changed.map(|(file, _)| *file).collect();
        last.found.retain(|old| !changed.contains(&old.primary.place.file));
        let new = run(checked, sources, edition, Some(&changed));
        last.found.extend(new.into_iter().filter(|new| changed.contains(&new.primary.place.file)));
    } else {
        last.found = run(checked, sources, edition, None);
    }
    (last.ground, last.texts) = (ground, texts);
    found.extend(last.found.iter().cloned());
}

/// Runs every rule, or those about texts on some texts.
pub(super) fn run(
    checked: &Checked,
    sources: &Sources,
    edition: &EditionChoice,
    only: Option<&HashSet<FileId>>,
) -> Vec<Diagnostic> {
    use rayon::prelude::*;
    let Checked { handbook, index, refs, .. } = checked;
    let cx = Ctx { handbook, sources, index, refs, edition, only };
    let wanted = |rule: &&&dyn Rule| only.is_none() || rule.is_about_texts();
    let each = RULES.par_iter().filter(wanted).map(|rule| {
        let mut found = Vec::new();
        rule.check(&cx, &mut found);
        found
    });
    each.collect::<Vec<_>>().into_iter().flatten().filter(|found| !follows(found, checked)).collect()
}

/// What often follows from an entity that could not be read, and would only distract from it.
const FOLLOW: &[&str] = &["question-unused", "no-such-number", "unknown-embed", "phase-gap"];
/// What follows from contacts and editions of `program.yaml` that could not be read.
const FOLLOW_KIND: &[(&str, Mark)] =
    &[("personal-data", Mark::Contact), ("link-outside-edition", Mark::Edition)];

fn follows(found: &Diagnostic, checked: &Checked) -> bool {
    let word = found.code.word;
    let of = FOLLOW_KIND.iter().find(|(code, _)| *code == word);
    (checked.lost && FOLLOW.contains(&word))
        || of.is_some_and(|(_, mark)| checked.program_lost || checked.index.is_unread(*mark))
}

/// A hash of all that rules read, the texts of guides aside.
fn ground(book: &Handbook, sources: &Sources, edition: &EditionChoice) -> [u8; 32] {
    let mut hasher = blake3::Hasher::new();
    hasher.update(format!("{edition:?}").as_bytes());
    for file in sources.files.iter().filter(|f| f.root == Root::Content && f.kind != FileKind::Guide) {
        hasher.update(file.path.as_bytes()).update(b"\n").update(&file.hash.to_le_bytes());
    }
    for guide in &book.guides {
        hasher.update(&guide.file.0.to_le_bytes()).update(guide.id.as_str().as_bytes()).update(b"\n");
        hasher.update(&guide.outside.to_le_bytes()).update(&guide.anchors.to_le_bytes());
    }
    hasher.finalize().into()
}
