//! JPEG: a list of segments. Those that draw the picture stay; of the rest, only how it is turned.

use crate::source::picture::orientation;

const SOI: u8 = 0xd8;
const EOI: u8 = 0xd9;
const SOS: u8 = 0xda;
const APP0: u8 = 0xe0;
const APP1: u8 = 0xe1;
const COMMENT: u8 = 0xfe;

/// The picture without camera data, thumbnails, captions and what follows its end; `None` if it is no JPEG.
pub(super) fn clean(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut out = vec![0xff, SOI];
    let mut at = 2;
    let mut turned = None;
    let mut picture = Vec::with_capacity(bytes.len());
    loop {
        // A marker may be preceded by any number of fill bytes.
        if *bytes.get(at)? != 0xff {
            return None;
        }
        while *bytes.get(at)? == 0xff {
            at += 1;
        }
        let marker = *bytes.get(at)?;
        at += 1;
        if marker == EOI {
            picture.extend_from_slice(&[0xff, EOI]);
            break;
        }
        let length = usize::from(u16::from_be_bytes([*bytes.get(at)?, *bytes.get(at + 1)?]));
        let segment = bytes.get(at + 2..at + length)?;
        if marker == APP1 {
            turned = turned.or_else(|| orientation(segment));
        }
        if keeps(marker, segment) {
            picture.extend_from_slice(&[0xff, marker]);
            picture.extend_from_slice(bytes.get(at..at + length)?);
        }
        at += length;
        if marker == SOS {
            let end = scan_end(bytes, at)?;
            picture.extend_from_slice(bytes.get(at..end)?);
            at = end;
        }
    }
    if let Some(turned) = turned {
        out.extend_from_slice(&exif(turned));
    }
    out.extend_from_slice(&picture);
    Some(out)
}

/// Tables, frames and scans; the plain header, colour profile and Adobe's colour mark among the rest.
fn keeps(marker: u8, segment: &[u8]) -> bool {
    match marker {
        APP0 => segment.starts_with(b"JFIF\0"),
        0xe2 => segment.starts_with(b"ICC_PROFILE\0"),
        0xee => segment.starts_with(b"Adobe"),
        0xe1..=0xef | COMMENT => false,
        _ => true,
    }
}

/// Where the coded picture ends: at a marker that is neither a stuffed byte nor a restart.
fn scan_end(bytes: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    loop {
        at += bytes.get(at..)?.iter().position(|b| *b == 0xff)?;
        match *bytes.get(at + 1)? {
            0x00 | 0xd0..=0xd7 => at += 2,
            0xff => at += 1,
            _ => return Some(at),
        }
    }
}

/// The smallest segment that says how to turn the picture.
fn exif(turned: u8) -> [u8; 36] {
    let mut segment =
        *b"\xff\xe1\x00\x22Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0";
    segment[29] = turned;
    segment
}
