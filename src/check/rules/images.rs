//! Images exist, come from the handbook, and say what they show.

use super::links_texts::{Files, Source};
use super::{Ctx, Rule};
use crate::diag::{Code, Diagnostic, Severity};
use crate::parse::markdown::{Image, LinkKind};
use crate::source::FileKind;

/// Images.
#[derive(Debug)]
pub struct Images;

/// An image that is not there.
pub static MISSING_IMAGE: Code = Code {
    word: "missing-image",
    severity: Severity::Error,
    says: "An image names a file that does not exist beside the guides.",
    why: "The page would show a broken frame.",
    example: "![The room](Room.JPG)    # wrong: the file is room.jpg\n![The room](room.jpg)    # right",
    fix: "Put the file beside the guide, or correct the path; on most web servers the case of letters counts.",
};

/// An image without words.
pub static MISSING_ALT: Code = Code {
    word: "missing-alternative-text",
    severity: Severity::Warning,
    says: "An image has no alternative text.",
    why: "Readers who cannot see it, and pages that cannot load it, are left without what it says.",
    example: "![](circle.svg)                                # wrong\n![Four chairs in a circle](circle.svg)         # right",
    fix: "Write between the square brackets what the image tells, in a few words.",
};

/// An image from another site.
pub static REMOTE_IMAGE: Code = Code {
    word: "remote-image",
    severity: Severity::Warning,
    says: "An image stands on another site; the page shows a link instead.",
    why: "Fetching it would tell that site who reads the handbook, and it may change or vanish.",
    example: "![Map](https://example.org/map.png)    # becomes a link\n![Map](map.png)                        # right: a copy beside the guide",
    fix: "Put a copy beside the guide if you may, or write a link.",
};

static CODES: &[&Code] = &[&MISSING_IMAGE, &MISSING_ALT, &REMOTE_IMAGE];

impl Rule for Images {
    fn codes(&self) -> &'static [&'static Code] {
        CODES
    }

    fn is_about_texts(&self) -> bool {
        true
    }

    fn check(&self, cx: &Ctx, found: &mut Vec<Diagnostic>) {
        let files = Files::new(cx);
        for source in Source::all(cx) {
            for image in &source.doc.images {
                if !image.described {
                    let place = source.place(image.span);
                    let alt = Diagnostic::new(&MISSING_ALT, place, "this image has no alternative text");
                    found.push(alt.help("say in a few words what it shows: ![what it shows](file.png)"));
                }
                found.extend(file(&files, &source, image));
            }
        }
    }
}

fn file(files: &Files, source: &Source, image: &Image) -> Option<Diagnostic> {
    let written = source.doc.str(image.target);
    let place = source.piece(image.target, image.span);
    if image.kind == LinkKind::Url {
        let found = Diagnostic::new(&REMOTE_IMAGE, place, "images from other sites are shown as links");
        return Some(found.help("put a copy beside the guide, if its licence allows it"));
    }
    let path = source.target(written).filter(|_| image.kind == LinkKind::Asset).unwrap_or_default();
    if matches!(files.get(&path), Some((_, FileKind::Asset))) {
        return None;
    }
    let found = Diagnostic::new(&MISSING_IMAGE, place, format!("there is no image `{written}` from here"));
    Some(if path.is_empty() {
        found.help("write a path from this file's folder")
    } else {
        files.suggest(found, &path, written)
    })
}
