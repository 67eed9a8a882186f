//! Applies the sure remedies of findings, then looks again, for one remedy may bare the next finding.
//! Guesses are left to people: one that is wrong would hide the mistake.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::Stop;
use super::findings::several;
use crate::diag::{self, Edit, FileId, LineIndex};
use crate::pipeline::Read;
use crate::source::{Disk, Root, SourceFile};

/// Rounds after which remedies that keep calling for others are left to people.
const ROUNDS: usize = 5;

/// What was put right.
#[derive(Debug, Default)]
pub(super) struct Mended {
    edits: Vec<String>,
    files: BTreeSet<String>,
}

impl Mended {
    /// Each edit on a line of its own, and how many there were.
    pub fn told(&self) -> String {
        if self.edits.is_empty() {
            return "nothing to put right by itself".to_owned();
        }
        let (places, files) = (several(self.edits.len(), "place"), several(self.files.len(), "file"));
        format!("{}\n{places} put right in {files}", self.edits.join("\n"))
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
        let before = mended.edits.len();
        for (id, file) in read.sources.iter() {
            let edits = edit(world, read, id, file)?;
            if !edits.is_empty() {
                mended.edits.extend(edits);
                mended.files.insert(file.shown.clone());
            }
        }
        if mended.edits.len() == before {
            break;
        }
        *read = again()?;
    }
    Ok(mended)
}

fn edit(world: &Disk, read: &Read, id: FileId, file: &SourceFile) -> Result<Vec<String>, Stop> {
    let edits = diag::sure_edits(&read.found, id);
    let Some(folder) = world.folder(file.root).filter(|_| !edits.is_empty() && file.root == Root::Content)
    else {
        return Ok(Vec::new());
    };
    let path = folder.join(&file.path);
    let trouble = |error: std::io::Error| Stop::new(format!("{}: {error}", file.shown));
    let bytes = fs::read(&path).map_err(trouble)?;
    let mark = if bytes.starts_with(b"\xef\xbb\xbf") { "\u{feff}" } else { "" };
    // Somebody may be writing: a file that is no longer the one we read is left alone.
    if bytes.strip_prefix(mark.as_bytes()) != Some(file.text.as_bytes()) {
        return Ok(Vec::new());
    }
    let text = diag::apply(&file.text, &edits);
    if text == *file.text {
        return Ok(Vec::new());
    }
    replace(&path, &format!("{mark}{text}")).map_err(trouble)?;
    let lines = LineIndex::new(&file.text);
    Ok(edits.iter().map(|edit| told(edit, file, &lines)).collect())
}

/// One edit: the line before and after it.
fn told(edit: &Edit, file: &SourceFile, lines: &LineIndex<'_>) -> String {
    let span = edit.place.span.range();
    let start = file.text[..span.start].rfind('\n').map_or(0, |at| at + 1);
    let end = file.text[span.end..].find('\n').map_or(file.text.len(), |at| span.end + at);
    let new = format!("{}{}{}", &file.text[start..span.start], edit.text, &file.text[span.end..end]);
    let (old, new) = (file.text[start..end].trim(), new.trim());
    let at = lines.position(span.start).line;
    let shown = &file.shown;
    if old == new {
        return format!("{shown}:{at}: indented anew: {new}");
    }
    format!("{shown}:{at}: {old} -> {new}")
}

/// Whole files only: written beside the old one, then put in its place.
fn replace(path: &Path, text: &str) -> std::io::Result<()> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let beside = path.with_file_name(format!(".{name}.mentorbook"));
    fs::write(&beside, text)?;
    fs::set_permissions(&beside, fs::metadata(path)?.permissions())?;
    fs::rename(&beside, path)
}
