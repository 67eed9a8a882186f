//! Themes: templates, components, strings and static files, in layers.
//!
//! The default theme is inside the binary. A theme on disk lies over it and holds only what it changes;
//! its `theme.yaml` says whether it has a parent. This module gathers files and must not run a template.

mod codes;
mod colour;
mod settings;
mod statics;

use std::borrow::Cow;

use include_dir::{Dir, include_dir};

pub use codes::{CODES, MISSING_STRING, TEMPLATE_ERROR, THEME_FILE};
pub use colour::{Colour, contrast};
pub use settings::{Settings, Sheet};
pub use statics::Static;

use crate::diag::{Diagnostic, FileId, Place, Span};
use crate::source::{FileKind, Root, SourceFile, Sources, World};

static DEFAULT: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/themes/default");

/// Which layer a file comes from; the program's own lies over the default.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Layer {
    /// The theme on disk.
    Own,
    /// The theme in the binary.
    Default,
}

/// One file of a theme.
#[derive(Debug, Clone)]
pub struct ThemeFile {
    /// Which layer it comes from.
    pub layer: Layer,
    /// Below the theme's folder, with `/`: `templates/base.html`.
    pub path: String,
    /// What is in it.
    pub bytes: Cow<'static, [u8]>,
    /// Where messages point, for templates, strings and `theme.yaml`.
    pub id: FileId,
}

impl ThemeFile {
    /// Its text. Files that are not UTF-8 have been reported and read as empty.
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.bytes).unwrap_or_default()
    }
}

/// A theme with its parent.
#[derive(Debug, Clone, Default)]
pub struct Theme {
    /// `theme.yaml`, with what the parent says where it says nothing.
    pub settings: Settings,
    files: Vec<ThemeFile>,
    hash: [u8; 32],
}

impl Theme {
    /// Reads the theme of this world: the default one, under the one on disk where the world has one.
    /// The files that messages may point at are added to `sources`.
    pub fn load(world: &dyn World, sources: &mut Sources) -> (Self, Vec<Diagnostic>) {
        let mut found = Vec::new();
        let own = own_files(world, sources, &mut found);
        let own_settings = own.iter().find(|f| f.path == "theme.yaml").map(|f| Settings::read(f, &mut found));
        let mut files = own;
        let mut settings = own_settings.clone().unwrap_or_default();
        if own_settings.is_none_or(|own| own.has_parent()) {
            let parent = default_files(sources);
            if let Some(sheet) = parent.iter().find(|f| f.path == "theme.yaml") {
                settings.inherit(Settings::read(sheet, &mut found));
            }
            files.extend(parent);
        }
        files.sort_by(|a, b| (a.layer, &a.path).cmp(&(b.layer, &b.path)));
        let hash = hash_of(&files);
        (Self { settings, files, hash }, found)
    }

    /// A hash of all files, the parent's included: two themes with the same hash draw the same pages.
    pub fn hash(&self) -> [u8; 32] {
        self.hash
    }

    /// The files below a folder, each with its path below it, the own layer first.
    pub fn below<'t>(&'t self, folder: &'static str) -> impl Iterator<Item = (&'t str, &'t ThemeFile)> {
        self.files.iter().filter_map(move |f| Some((f.path.strip_prefix(folder)?.strip_prefix('/')?, f)))
    }

    /// Where a byte range of a template stands: `default/base.html` is the parent's, `base.html` whichever is on top.
    pub fn place(&self, template: &str, span: std::ops::Range<usize>) -> Place {
        let (layer, name) = match template.strip_prefix("default/") {
            Some(name) => (Some(Layer::Default), name),
            None => (None, template),
        };
        let file =
            self.below("templates").find(|(path, f)| *path == name && layer.is_none_or(|l| l == f.layer));
        let id = file.or_else(|| self.below("templates").next()).map_or(FileId::default(), |(_, f)| f.id);
        Place::new(id, Span::new(span.start, span.end))
    }

    /// The text of a template, by the name that [`Theme::place`] takes.
    pub fn template(&self, name: &str) -> Option<&str> {
        let file = self.place(name, 0..0).file;
        self.files.iter().find(|f| f.id == file && f.path.starts_with("templates/")).map(ThemeFile::text)
    }
}

/// Only what a theme is made of: notes, licences beside it and hidden files are not.
fn belongs(path: &str) -> bool {
    let inside = ["templates/", "static/", "strings/"].iter().any(|folder| path.starts_with(folder));
    (inside && !path.split('/').any(|part| part.starts_with('.'))) || path == "theme.yaml"
}

fn is_text(path: &str) -> bool {
    !path.starts_with("static/")
}

fn own_files(world: &dyn World, sources: &mut Sources, found: &mut Vec<Diagnostic>) -> Vec<ThemeFile> {
    let mut files = Vec::new();
    let listed = match world.list(Root::Theme) {
        Ok(listed) => listed,
        Err(error) => {
            found.push(Diagnostic::new(
                &THEME_FILE,
                Place::default(),
                format!("the theme cannot be read: {error}"),
            ));
            return files;
        }
    };
    for file in listed.into_iter().filter(|f| belongs(&f.path)) {
        let (bytes, trouble) = match world.read(Root::Theme, &file.path) {
            Ok(bytes) if is_text(&file.path) && std::str::from_utf8(&bytes).is_err() => {
                (bytes, Some("this file of the theme is not UTF-8 text".to_owned()))
            }
            Ok(bytes) => (bytes, None),
            Err(error) => (Vec::new(), Some(format!("this file of the theme cannot be read: {error}"))),
        };
        let id = source(sources, Layer::Own, &file.path, &bytes);
        found.extend(trouble.map(|message| Diagnostic::new(&THEME_FILE, Place::whole(id), message)));
        files.push(ThemeFile { layer: Layer::Own, path: file.path, bytes: bytes.into(), id });
    }
    files
}

fn default_files(sources: &mut Sources) -> Vec<ThemeFile> {
    let mut files = Vec::new();
    let mut folders = vec![&DEFAULT];
    while let Some(folder) = folders.pop() {
        folders.extend(folder.dirs());
        for file in folder.files() {
            let path = file.path().to_string_lossy().replace('\\', "/");
            if belongs(&path) {
                let id = source(sources, Layer::Default, &path, file.contents());
                files.push(ThemeFile { layer: Layer::Default, path, bytes: file.contents().into(), id });
            }
        }
    }
    files
}

/// The id of a text file among the sources, added where it is not there yet.
fn source(sources: &mut Sources, layer: Layer, path: &str, bytes: &[u8]) -> FileId {
    if !is_text(path) {
        return FileId::default();
    }
    let known = sources.iter().find(|(_, f)| layer == Layer::Own && f.root == Root::Theme && f.path == path);
    if let Some((id, _)) = known {
        return id;
    }
    let id = FileId(u32::try_from(sources.files.len()).unwrap_or(u32::MAX));
    let shown = match layer {
        Layer::Own => format!("theme/{path}"),
        Layer::Default => format!("default theme/{path}"),
    };
    let text = std::str::from_utf8(bytes).unwrap_or_default().into();
    let (kind, len) = (FileKind::Other, bytes.len() as u64);
    let path = path.to_owned();
    sources.files.push(SourceFile {
        root: Root::Theme,
        shown,
        path,
        kind,
        text,
        len,
        stamp: 0,
        not_utf8: None,
        hash: 0,
        size: None,
    });
    id
}

fn hash_of(files: &[ThemeFile]) -> [u8; 32] {
    let mut hasher = blake3::Hasher::new();
    for file in files {
        hasher.update(&[u8::from(file.layer == Layer::Own)]);
        hasher.update(&(file.path.len() as u64).to_le_bytes());
        hasher.update(file.path.as_bytes());
        hasher.update(&(file.bytes.len() as u64).to_le_bytes());
        hasher.update(&file.bytes);
    }
    hasher.finalize().into()
}

#[cfg(test)]
mod tests;
