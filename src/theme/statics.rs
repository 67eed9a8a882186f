//! Static files: copied as they are, except that a folder named like a style sheet or a script is one file.
//!
//! `static/site.css/10-type.css`, `…/20-page.css` become `site.css`, in the order of their names, so that a
//! theme replaces or adds a part without copying the rest. Comments in the parts of a style sheet stay behind.

use std::collections::BTreeMap;

use super::{Colour, Layer, Theme, colour};

/// One static file, ready to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Static {
    /// Its address below the asset root.
    pub address: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// The style sheet that takes the accent.
const SHEET: &str = "site.css";

impl Theme {
    /// The files that pages link to, in order of address; `site.css` with the accent colour at its end:
    /// the program's, else the theme's. A colour that cannot be read is left out.
    pub fn statics(&self, accent: Option<&str>) -> Vec<Static> {
        let mut files: BTreeMap<&str, BTreeMap<&str, (Layer, &[u8])>> = BTreeMap::new();
        for (path, file) in self.below("static") {
            let (address, part) = split(path);
            let parts = files.entry(address).or_default();
            parts.entry(part).or_insert((file.layer, &file.bytes)); // the own layer comes first
        }
        let all = files.into_iter().map(|(address, parts)| {
            // A whole file of the own theme stands for all parts of its parent.
            let whole = parts.get("").filter(|(layer, _)| *layer == Layer::Own);
            let mut bytes = match whole {
                Some((_, bytes)) => bytes.to_vec(),
                None => parts.values().map(|(_, bytes)| *bytes).collect::<Vec<_>>().join(&b"\n"[..]),
            };
            let is_sheet = std::path::Path::new(address).extension().is_some_and(|ending| ending == "css");
            if whole.is_none() && is_sheet {
                bytes = without_comments(&bytes);
            }
            if address == SHEET {
                bytes.extend_from_slice(self.accent(accent).as_bytes());
            }
            Static { address: address.to_owned(), bytes }
        });
        all.collect()
    }

    /// The rules that set the accent; empty where there is none.
    fn accent(&self, of_program: Option<&str>) -> String {
        let own_dark = if of_program.is_none() { self.settings.accent_dark.as_deref() } else { None };
        let light = of_program.or(self.settings.accent.as_deref()).and_then(Colour::parse);
        light.map_or_else(String::new, |light| {
            let dark = own_dark.and_then(Colour::parse).unwrap_or_else(|| light.on_dark());
            colour::rules(light, dark)
        })
    }
}

/// A style sheet without what is said to its authors; a comment that begins with `/*!`, such as a licence, stays.
fn without_comments(css: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(css.len());
    let (mut at, mut quote) = (0, None);
    while let Some(byte) = css.get(at) {
        let rest = &css[at..];
        if quote.is_none() && rest.starts_with(b"/*") && !rest.starts_with(b"/*!") {
            let end = rest[2..].windows(2).position(|pair| pair == b"*/");
            at += end.map_or(rest.len(), |end| end + 4);
            at += usize::from(css.get(at) == Some(&b'\n') && out.last().is_none_or(|last| *last == b'\n'));
            continue;
        }
        let taken = if *byte == b'\\' { rest.len().min(2) } else { 1 };
        match (quote, *byte) {
            (None, b'"' | b'\'') => quote = Some(*byte),
            (Some(open), close) if open == close => quote = None,
            _ => {}
        }
        out.extend_from_slice(&rest[..taken]);
        at += taken;
    }
    out
}

/// The address that a path below `static/` is written to, and which part of it the path is.
fn split(path: &str) -> (&str, &str) {
    let joined = path.match_indices('/').find(|(at, _)| {
        let folder = &path[..*at];
        std::path::Path::new(folder).extension().is_some_and(|e| e == "css" || e == "js")
    });
    joined.map_or((path, ""), |(at, _)| (&path[..at], &path[at + 1..]))
}
