//! Reads all files of a build at once, in parallel, and says which are not text; judges nothing else.

use std::borrow::Cow;
use std::collections::HashMap;
use std::io;
use std::sync::Arc;

use rayon::prelude::*;

use crate::diag::{FileId, Files};

use super::{FileKind, Listed, Root, SourceFile, Sources, World, kind_of, picture};

/// Bytes that a YAML, Markdown or template file may have; larger ones are not read.
pub const LARGEST_TEXT: u64 = 5 * 1024 * 1024;

/// All files below all roots, in order of root and path. Rows and assets are listed, not read; of pictures, the size.
pub fn scan(world: &dyn World) -> io::Result<Sources> {
    scan_again(world, &Sources::default())
}

/// The same; what has the size and the time that it had in an earlier scan is not read again.
pub fn scan_again(world: &dyn World, earlier: &Sources) -> io::Result<Sources> {
    let known: HashMap<&str, &SourceFile> = earlier.files.iter().map(|f| (f.shown.as_str(), f)).collect();
    let mut listed: Vec<(Root, String, Listed)> = Vec::new();
    for root in [Root::Content, Root::Data, Root::Theme] {
        let name = world.name(root);
        listed.extend(world.list(root)?.into_iter().map(|file| (root, shown(&name, &file.path), file)));
    }
    let same =
        |file: &&&SourceFile, now: &Listed| file.stamp == now.stamp && file.len == now.len && now.stamp > 0;
    let read = |(root, shown, listed): (Root, String, Listed)| match known.get(shown.as_str()) {
        Some(file) if same(&file, &listed) && file.root != Root::Data => Some(Ok((*file).clone())),
        _ => read(world, root, shown, listed).transpose(),
    };
    let files = listed.into_par_iter().filter_map(read).collect::<io::Result<Vec<_>>>()?;
    Ok(Sources { files, today: world.today() })
}

fn shown(folder: &str, path: &str) -> String {
    if folder.is_empty() { path.to_owned() } else { format!("{folder}/{path}") }
}

impl Files for Sources {
    fn name(&self, file: FileId) -> &str {
        self.get(file).map_or("", |file| &file.shown)
    }

    fn text(&self, file: FileId) -> Cow<'_, str> {
        self.get(file).map_or("", |file| &file.text).into()
    }

    fn private(&self, file: FileId) -> bool {
        self.get(file).is_some_and(|file| file.root == Root::Data)
    }
}

/// One file; `None` where it was removed between listing and reading.
fn read(world: &dyn World, root: Root, shown: String, listed: Listed) -> io::Result<Option<SourceFile>> {
    let kind = kind_of(root, &listed.path);
    let mut file = SourceFile {
        root,
        shown,
        kind,
        text: Arc::default(),
        len: listed.len,
        stamp: listed.stamp,
        not_utf8: None,
        // Files that are not read as text are told apart by when they were written.
        hash: u64::try_from(listed.stamp & u128::from(u64::MAX)).unwrap_or(0),
        path: listed.path,
        size: None,
    };
    if file.kind == FileKind::Asset && picture::is_picture(&file.path) {
        // One that cannot be read is reported where it is copied.
        let start = world.read_start(root, &file.path, picture::START).unwrap_or_default();
        file.size = picture::size(&start);
    }
    if !is_text(root, &file.kind, &file.path) || file.len > LARGEST_TEXT {
        return Ok(Some(file));
    }
    let bytes = match world.read(root, &file.path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    file.len = bytes.len() as u64;
    file.hash = hash(&bytes);
    match std::str::from_utf8(&bytes) {
        Ok(text) => file.text = text.strip_prefix('\u{feff}').unwrap_or(text).into(),
        Err(error) => file.not_utf8 = Some(error.valid_up_to()),
    }
    Ok(Some(file))
}

fn is_text(root: Root, kind: &FileKind, path: &str) -> bool {
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    match kind {
        FileKind::Rows { .. } | FileKind::Asset => false,
        FileKind::Other => {
            root == Root::Theme
                && matches!(ending, "html" | "xml" | "svg" | "txt" | "ftl" | "yaml" | "css" | "js" | "md")
        }
        _ => true,
    }
}

fn hash(bytes: &[u8]) -> u64 {
    let hash = blake3::hash(bytes);
    hash.as_bytes().iter().take(8).fold(0, |all, byte| all << 8 | u64::from(*byte))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::source::Memory;

    #[test]
    fn text_is_read_and_checked() {
        let world = Memory::default()
            .with("program.yaml", "\u{feff}name: x\n")
            .with("phases.yaml", b"- id: \xff\n".to_vec())
            .with("guides/a.png", "not read")
            .with("measures.yaml", vec![b' '; 6 * 1024 * 1024])
            .with_in(Root::Data, "cohorts/a/answers.csv", "secret");
        let sources = scan(&world).unwrap();
        let told: Vec<_> = sources.files.iter().map(|f| (f.shown.as_str(), &*f.text, f.not_utf8)).collect();
        assert_eq!(
            told,
            [
                ("content/guides/a.png", "", None),
                ("content/measures.yaml", "", None),
                ("content/phases.yaml", "", Some(6)),
                ("content/program.yaml", "name: x\n", None),
                ("private/cohorts/a/answers.csv", "", None),
            ]
        );
    }
}
