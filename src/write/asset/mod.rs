//! Files beside guides: copied, photographs without what cameras add to them.
//!
//! A photograph may say where and when it was taken, and by whom. What cannot be cleaned is refused.

mod jpeg;
mod png;
mod webp;

use crate::diag::{Code, Diagnostic, Place, Severity};

/// The codes of this module.
pub static CODES: &[&Code] = &[&PHOTO_METADATA];

/// A picture that cannot be cleaned.
pub static PHOTO_METADATA: Code = Code {
    word: "photo-metadata",
    severity: Severity::Error,
    says: "A picture cannot be published without its metadata.",
    why: "Photographs often hold the place and time at which they were taken. The site publishes none of that, and this \
          file cannot be cleaned.",
    example: "team.heic      # wrong: cannot be cleaned, and most browsers cannot show it\nteam.jpg       # right",
    fix: "Save the picture as JPEG, PNG or WebP.",
};

/// The bytes to publish for a file. `place` is the file, for messages.
pub fn asset(path: &str, bytes: Vec<u8>, place: Place) -> Result<Vec<u8>, Diagnostic> {
    // By its first bytes: an ending may lie.
    let clean = match bytes.as_slice() {
        [0xff, 0xd8, 0xff, ..] => jpeg::clean(&bytes),
        [0x89, b'P', b'N', b'G', ..] => png::clean(&bytes),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => webp::clean(&bytes),
        [b'I', b'I', b'*', 0, ..] | [b'M', b'M', 0, b'*', ..] => None, // TIFF and raw files
        [_, _, _, _, b'f', b't', b'y', b'p', brand @ ..] if is_still(brand) => None, // HEIC, AVIF
        _ => return Ok(bytes),
    };
    clean.ok_or_else(|| {
        Diagnostic::new(&PHOTO_METADATA, place, format!("`{path}` cannot be freed of its metadata"))
            .help("save it as JPEG, PNG or WebP")
    })
}

fn is_still(brand: &[u8]) -> bool {
    ["heic", "heix", "heif", "hevc", "mif1", "msf1", "avif", "avis"]
        .iter()
        .any(|b| brand.starts_with(b.as_bytes()))
}

#[cfg(test)]
mod tests;
