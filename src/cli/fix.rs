//! Applies the remedies that findings suggest, then looks again, for one remedy may bare the next finding.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::Stop;
use super::findings::several;
use crate::diag::{self, FileId};
use crate::pipeline::Read;
use crate::source::{Disk, Root, SourceFile};

/// Rounds after which remedies that keep calling for others are left to people.
const ROUNDS: usize = 5;

/// What was put right.
#[derive(Debug, Default)]
pub(super) struct Mended {
    edits: usize,
    files: BTreeSet<String>,
}

impl Mended {
    pub fn told(&self) -> String {
        match self.edits {
            0 => "nothing to put right by itself".to_owned(),
            edits => {
                format!("{} put right in {}", several(edits, "place"), several(self.files.len(), "file"))
            }
        }
    }
}

/// Mends what can be mended; `read` is what there is afterwards.
pub(super) fn mend(
    world: &Disk,
    read: &mut Read,
    again: impl Fn() -> Result<Read, Stop>,
) -> Result<Mended, Stop> {
    let mut mended = Mended::default();
    for _ in 0..ROUNDS {
        let before = mended.edits;
        for (id, file) in read.sources.iter() {
            let edits = edit(world, read, id, file)?;
            if edits > 0 {
                mended.edits += edits;
                mended.files.insert(file.shown.clone());
            }
        }
        if mended.edits == before {
            break;
        }
        *read = again()?;
    }
    Ok(mended)
}

fn edit(world: &Disk, read: &Read, id: FileId, file: &SourceFile) -> Result<usize, Stop> {
    let edits = diag::edits(&read.found, id);
    let Some(folder) = world.folder(file.root).filter(|_| !edits.is_empty() && file.root == Root::Content)
    else {
        return Ok(0);
    };
    let path = folder.join(&file.path);
    let trouble = |error: std::io::Error| Stop::new(format!("{}: {error}", file.shown));
    let bytes = fs::read(&path).map_err(trouble)?;
    let mark = if bytes.starts_with(b"\xef\xbb\xbf") { "\u{feff}" } else { "" };
    // Somebody may be writing: a file that is no longer the one we read is left alone.
    if bytes.strip_prefix(mark.as_bytes()) != Some(file.text.as_bytes()) {
        return Ok(0);
    }
    let text = diag::apply(&file.text, &edits);
    if text == *file.text {
        return Ok(0);
    }
    replace(&path, &format!("{mark}{text}")).map_err(trouble)?;
    Ok(edits.len())
}

/// Whole files only: written beside the old one, then put in its place.
fn replace(path: &Path, text: &str) -> std::io::Result<()> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let beside = path.with_file_name(format!(".{name}.mentorbook"));
    fs::write(&beside, text)?;
    fs::set_permissions(&beside, fs::metadata(path)?.permissions())?;
    fs::rename(&beside, path)
}
