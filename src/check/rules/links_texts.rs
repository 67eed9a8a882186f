//! The texts that rules about documents read: guides with their translations, and the stories of cohorts.

use std::collections::HashMap;

use super::Ctx;
use crate::check::Guide;
use crate::diag::{Diagnostic, FileId, Place, Span};
use crate::parse::Doc;
use crate::parse::markdown::{self, Piece};
use crate::source::{FileKind, Root};

/// One text of a page.
pub(super) struct Source<'a> {
    /// Its file.
    pub(super) file: FileId,
    /// Its path in the content folder.
    pub(super) path: &'a str,
    /// Its language, where it is a translation.
    pub(super) language: Option<&'a str>,
    /// The text.
    pub(super) doc: &'a Doc,
    /// Its guide; `None` for the story of a cohort.
    pub(super) guide: Option<&'a Guide>,
}

impl<'a> Source<'a> {
    /// All of them, in order of path.
    pub(super) fn all(cx: &Ctx<'a>) -> Vec<Self> {
        let guides = cx
            .handbook
            .guides
            .iter()
            .map(|guide| (guide.file, guide.language.as_deref(), &*guide.doc, Some(&**guide)));
        let stories = cx.handbook.cohorts.iter().flat_map(|cohort| &cohort.summaries);
        let stories = stories.map(|(language, file, doc)| (*file, language.as_deref(), &**doc, None));
        guides
            .chain(stories)
            .filter(|(file, ..)| cx.only.is_none_or(|only| only.contains(file)))
            .filter_map(|(file, language, doc, guide)| {
                let path = &cx.sources.get(file)?.path;
                Some(Self { file, path, language, doc, guide })
            })
            .collect()
    }

    /// A span of its file.
    pub(super) fn place(&self, span: Span) -> Place {
        Place::new(self.file, span)
    }

    /// A piece of its file; `whole` where the piece does not stand there literally.
    pub(super) fn piece(&self, piece: Piece, whole: Span) -> Place {
        self.place(piece.span().filter(|span| span.start < span.end).unwrap_or(whole))
    }

    /// Whether the edition that is built has its page.
    pub(super) fn is_held(&self, cx: &Ctx) -> bool {
        self.guide.is_none_or(|guide| cx.edition.holds(&guide.front.audience))
    }

    /// The path of a relative link, from the content folder on.
    pub(super) fn target(&self, relative: &str) -> Option<String> {
        markdown::linked_file(self.path, relative)
    }
}

/// The files of the content folder by path.
pub(super) struct Files<'a> {
    by_path: HashMap<&'a str, (FileId, &'a FileKind)>,
    by_lower: HashMap<String, &'a str>,
}

impl<'a> Files<'a> {
    pub(super) fn new(cx: &Ctx<'a>) -> Self {
        let content = || cx.sources.iter().filter(|(_, file)| file.root == Root::Content);
        Self {
            by_path: content().map(|(id, file)| (file.path.as_str(), (id, &file.kind))).collect(),
            by_lower: content().map(|(_, file)| (file.path.to_lowercase(), file.path.as_str())).collect(),
        }
    }

    pub(super) fn get(&self, path: &str) -> Option<(FileId, &'a FileKind)> {
        self.by_path.get(path).copied()
    }

    /// Says how a missing file is really written, or which near one may be meant.
    pub(super) fn suggest(&self, found: Diagnostic, wanted: &str, written: &str) -> Diagnostic {
        let Some((_, name)) = wanted.rsplit_once('/') else { return found };
        if let Some(real) = self.by_lower.get(&wanted.to_lowercase()).and_then(|path| path.rsplit('/').next())
        {
            let mut found =
                found.help(format!("the file is called `{real}`: on most web servers the case counts"));
            if let Some(folder) = written.strip_suffix(name) {
                let place = found.primary.place;
                found.suggestion = Some(crate::diag::Edit { place, text: format!("{folder}{real}") });
                found.sure = true;
            }
            return found;
        }
        let folder = &wanted[..wanted.len() - name.len()];
        let mut beside: Vec<&str> = self
            .by_path
            .keys()
            .filter_map(|path| path.strip_prefix(folder))
            .filter(|n| !n.contains('/'))
            .collect();
        beside.sort_unstable();
        match crate::diag::nearest(name, beside) {
            Some(near) => found.help(format!("did you mean `{near}`?")),
            None => {
                found.help(format!("a relative path starts at this file's folder; it leads to `{wanted}`"))
            }
        }
    }
}
