//! Links, images and embeds as they are written, sorted by what they point at.

use super::Piece;
use crate::diag::Span;
use crate::model::guide_id;

/// What a link points at, by its form alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkKind {
    /// `[[guide:endings/policy]]`: an entity of the program.
    Wiki,
    /// A `.md` file, relative to this one.
    Page,
    /// Any other relative file.
    Asset,
    /// A heading of this text.
    Anchor,
    /// `https://…`.
    Url,
    /// A mail address.
    Mail,
    /// `tel:…`.
    Phone,
    /// Anything else: another scheme, or a path from the root of a site.
    Other,
}

/// A link.
#[derive(Debug, Clone, Copy)]
pub struct Link {
    /// What it points at.
    pub kind: LinkKind,
    /// The word before the colon of a wiki link: `guide`.
    pub word: Piece,
    /// The id, path, address or number, without kind and fragment.
    pub target: Piece,
    /// What follows `#`.
    pub fragment: Piece,
    /// Whether the author wrote what the reader sees; a wiki link without a label shows its target's title.
    pub labelled: bool,
    /// All of it.
    pub span: Span,
}

/// An image.
#[derive(Debug, Clone, Copy)]
pub struct Image {
    /// [`LinkKind::Asset`] for a file of the program, [`LinkKind::Url`] for one elsewhere.
    pub kind: LinkKind,
    /// Its path or address.
    pub target: Piece,
    /// Its caption.
    pub title: Piece,
    /// Whether it has an alternative text.
    pub described: bool,
    /// All of it.
    pub span: Span,
}

/// `![[question:mid-works]]`.
#[derive(Debug, Clone, Copy)]
pub struct Embed {
    /// What is embedded: `question`, `sheet`, `timeline`.
    pub word: Piece,
    /// What follows the colon; empty for `timeline` and `expectations`.
    pub target: Piece,
    /// Whether it stands alone on its line, as it must.
    pub alone: bool,
    /// All of it.
    pub span: Span,
}

/// Splits a wiki target `kind:id#fragment`. Without a colon, the word is empty. A guide may be named by its
/// file: `guide:endings/index` and `guide:endings.md` are `guide:endings`.
pub(super) fn wiki(text: &str, whole: Piece) -> (Piece, Piece, Piece) {
    let colon = text.find(':');
    let id = colon.map_or(0, |at| at + 1);
    let hash = text[id..].find('#').map_or(text.len(), |at| id + at);
    let fragment = trimmed(text, whole, (hash + 1).min(text.len())..text.len());
    let end = if text[..id].trim() == "guide:" { guide_end(text, id, hash) } else { hash };
    (trimmed(text, whole, 0..colon.unwrap_or(0)), trimmed(text, whole, id..end), fragment)
}

/// Where a guide's id ends that is written as the path of its file.
fn guide_end(text: &str, start: usize, end: usize) -> usize {
    let path = text[start..end].trim();
    let before = text[start..end].len() - text[start..end].trim_start().len();
    start + before + guide_id(path).len()
}

fn trimmed(text: &str, whole: Piece, range: std::ops::Range<usize>) -> Piece {
    let part = &text[range.clone()];
    let start = range.start + part.len() - part.trim_start().len();
    whole.part(start..start + part.trim().len())
}

/// Sorts an address of an ordinary link; returns its kind, target and fragment.
pub(super) fn sort(text: &str, whole: Piece) -> (LinkKind, Piece, Piece) {
    let none = whole.part(text.len()..text.len());
    if let Some(colon) = text.find(':').filter(|at| is_scheme(&text[..*at])) {
        let rest = whole.part(colon + 1..text.len());
        return match text[..colon].to_ascii_lowercase().as_str() {
            "http" | "https" => (LinkKind::Url, whole, none),
            "mailto" => (LinkKind::Mail, rest, none),
            "tel" => (LinkKind::Phone, rest, none),
            _ => (LinkKind::Other, whole, none),
        };
    }
    let hash = text.find('#').unwrap_or(text.len());
    let fragment = whole.part((hash + 1).min(text.len())..text.len());
    let path = text[..hash].find('?').map_or(&text[..hash], |at| &text[..at]);
    let kind = match path {
        _ if text.starts_with("//") => return (LinkKind::Url, whole, none),
        "" => LinkKind::Anchor,
        _ if path.starts_with('/') => LinkKind::Other,
        _ if ends_with(path, ".md") => LinkKind::Page,
        _ => LinkKind::Asset,
    };
    (kind, whole.part(0..path.len()), fragment)
}

fn ends_with(path: &str, ending: &str) -> bool {
    path.len()
        .checked_sub(ending.len())
        .and_then(|at| path.get(at..))
        .is_some_and(|e| e.eq_ignore_ascii_case(ending))
}

fn is_scheme(text: &str) -> bool {
    text.len() > 1
        && text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.'))
}

/// The file that a relative link leads to, seen from the file that holds it; both from the content folder on.
/// `None` where the link leads out of it. Rules and pages both ask here, so that what passes also prints.
pub fn linked_file(file: &str, relative: &str) -> Option<String> {
    join(file.rsplit_once('/').map_or("", |(folder, _)| folder), relative)
}

/// A relative path as seen from a folder, with `/`, percent-decoded; `None` where it leaves the root.
pub(super) fn join(folder: &str, relative: &str) -> Option<String> {
    let decoded = percent_decode(relative);
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in decoded.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()?),
            _ => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

fn percent_decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let code = (*byte == b'%').then(|| text.get(at + 1..at + 3)).flatten();
        let decoded = code.and_then(|hex| u8::from_str_radix(hex, 16).ok());
        out.push(decoded.unwrap_or(*byte));
        at += if decoded.is_some() { 3 } else { 1 };
    }
    String::from_utf8(out).unwrap_or_else(|_| text.to_owned())
}
