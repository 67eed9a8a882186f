//! How large a picture is, by its first bytes: what a page must know before the picture has loaded.
//!
//! Reads what the format says of itself and decodes nothing; a size that is not plainly stated is unknown.

/// Bytes to read of a picture: camera data may come before a JPEG's size.
pub(super) const START: usize = 256 * 1024;

/// Whether a path looks like one of a picture whose size can be known.
pub(super) fn is_picture(path: &str) -> bool {
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
    matches!(&*ending, "png" | "jpg" | "jpeg" | "webp" | "gif" | "svg")
}

/// Width and height in pixels, as browsers show it.
pub(super) fn size(bytes: &[u8]) -> Option<(u32, u32)> {
    // By its first bytes: an ending may lie.
    let size = match bytes {
        [0xff, 0xd8, 0xff, ..] => jpeg(bytes),
        [0x89, b'P', b'N', b'G', ..] => Some((number(bytes, 16, 4, true)?, number(bytes, 20, 4, true)?)),
        [b'G', b'I', b'F', b'8', ..] => Some((number(bytes, 6, 2, false)?, number(bytes, 8, 2, false)?)),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => webp(bytes),
        _ => svg(bytes),
    };
    size.filter(|(width, height)| *width > 0 && *height > 0)
}

/// A whole number of some bytes.
fn number(bytes: &[u8], at: usize, len: usize, big_first: bool) -> Option<u32> {
    let bytes = bytes.get(at..at.checked_add(len)?)?.iter();
    let add = |all: u32, byte: &u8| all << 8 | u32::from(*byte);
    Some(if big_first { bytes.fold(0, add) } else { bytes.rev().fold(0, add) })
}

/// The first frame says it; a picture that the camera took on its side is shown upright.
fn jpeg(bytes: &[u8]) -> Option<(u32, u32)> {
    let (mut at, mut turned) = (2, None);
    loop {
        if *bytes.get(at)? != 0xff {
            return None;
        }
        at += bytes.get(at..)?.iter().position(|byte| *byte != 0xff)?;
        let marker = *bytes.get(at)?;
        let length = usize::try_from(number(bytes, at + 1, 2, true)?).ok()?;
        let segment = bytes.get(at + 3..at + 1 + length)?;
        match marker {
            // Tables, extensions and arithmetic conditioning stand between the frames' markers.
            0xc4 | 0xc8 | 0xcc => {}
            0xc0..=0xcf => {
                let (height, width) = (number(segment, 1, 2, true)?, number(segment, 3, 2, true)?);
                return Some(if turned >= Some(5) { (height, width) } else { (width, height) });
            }
            0xd9 | 0xda => return None,
            0xe1 => turned = turned.or_else(|| orientation(segment)),
            _ => {}
        }
        at += 1 + length;
    }
}

/// How the camera was held, 2 to 8, by a JPEG's segment of camera data; 1 is upright and needs no word.
/// From 5 on the picture lies on its side.
pub(crate) fn orientation(segment: &[u8]) -> Option<u8> {
    let tiff = segment.strip_prefix(b"Exif\0\0")?;
    let big_first = !tiff.starts_with(b"II");
    let list = usize::try_from(number(tiff, 4, 4, big_first)?).ok()?;
    let count = usize::try_from(number(tiff, list, 2, big_first)?).ok()?;
    let mut entries = (0..count).map(|i| list + 2 + i * 12);
    let entry = entries.find(|at| number(tiff, *at, 2, big_first) == Some(0x0112))?;
    u8::try_from(number(tiff, entry + 8, 2, big_first)?).ok().filter(|turned| (2..=8).contains(turned))
}

/// The canvas of the extended form, or the frame of the two plain ones.
fn webp(bytes: &[u8]) -> Option<(u32, u32)> {
    let at = |at, len| number(bytes, at, len, false);
    match bytes.get(12..16)? {
        b"VP8X" => Some((at(24, 3)? + 1, at(27, 3)? + 1)),
        b"VP8 " if bytes.get(23..26)? == b"\x9d\x01\x2a" => Some((at(26, 2)? & 0x3fff, at(28, 2)? & 0x3fff)),
        b"VP8L" if *bytes.get(20)? == 0x2f => {
            let sides = at(21, 4)?;
            Some(((sides & 0x3fff) + 1, (sides >> 14 & 0x3fff) + 1))
        }
        _ => None,
    }
}

/// Only where both sides are in pixels: without them, a drawing fills its column.
fn svg(bytes: &[u8]) -> Option<(u32, u32)> {
    let text = std::str::from_utf8(bytes).ok()?;
    let tag = text.split_once("<svg")?.1;
    Some((pixels(attribute(tag, "width")?)?, pixels(attribute(tag, "height")?)?))
}

/// The value of an attribute of the tag that a text goes on with.
fn attribute<'t>(mut tag: &'t str, wanted: &str) -> Option<&'t str> {
    loop {
        tag = tag.trim_start();
        let end = tag.find(['=', '>', '/'])?;
        let (name, rest) = tag.split_at(end);
        let rest = rest.strip_prefix('=')?.trim_start();
        let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        let (value, after) = rest[1..].split_once(quote)?;
        if name.trim_end() == wanted {
            return Some(value);
        }
        tag = after;
    }
}

/// `320`, `320px` and `320.5` are 320 pixels; a share of the page or a length on paper is none.
fn pixels(written: &str) -> Option<u32> {
    let number = written.trim().trim_end_matches("px");
    let (whole, part) = number.split_once('.').unwrap_or((number, ""));
    part.bytes().all(|b| b.is_ascii_digit()).then(|| whole.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    fn jpeg(turned: u8) -> Vec<u8> {
        let exif = [
            b"\xff\xe1\0\x22Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0",
            &[turned, 0, 0, 0, 0, 0, 0][..],
        ];
        let frame = b"\xff\xff\xc4\0\x03x\xff\xc2\0\x08\x08\0\xf0\x01\x40\x03\xff\xda\0\x02";
        [b"\xff\xd8", &exif.concat()[..], frame].concat()
    }

    /// The bytes of a picture, and its size.
    type Case<'a> = (&'a [u8], Option<(u32, u32)>);

    #[test]
    fn each_format_says_its_size() {
        let cases: &[Case] = &[
            (b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\x01\x40\0\0\0\xf0", Some((320, 240))),
            (b"GIF89a\x40\x01\xf0\0", Some((320, 240))),
            (&jpeg(1), Some((320, 240))),
            (&jpeg(6), Some((240, 320))),
            (b"RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\x3f\x01\0\xef\0\0", Some((320, 240))),
            (b"RIFF\0\0\0\0WEBPVP8 \x0a\0\0\0\0\0\0\x9d\x01\x2a\x40\x41\xf0\0", Some((320, 240))),
            (b"RIFF\0\0\0\0WEBPVP8L\x0a\0\0\0\x2f\x3f\xc1\x3b\0", Some((320, 240))),
            (
                b"<?xml version='1.0'?>\n<svg xmlns=\"x\" height = '240px'\n width=\"320.5\">",
                Some((320, 240)),
            ),
            (b"<svg viewBox=\"0 0 320 240\" width=\"100%\" height=\"240\"/>", None),
            (b"<svg viewBox=\"0 0 320 240\">", None),
            (b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\0\0\0\0\xf0", None),
            (b"%PDF", None),
        ];
        for (bytes, expected) in cases {
            assert_eq!(size(bytes), *expected, "{}", String::from_utf8_lossy(bytes));
            // What is cut short is unknown, and never panics.
            for end in 0..bytes.len() {
                assert!(size(&bytes[..end]).is_none_or(|found| Some(found) == *expected || bytes[0] == b'<'));
            }
        }
    }
}
