#![allow(clippy::unwrap_used)]

use super::*;

const SECRET: &[u8] = b"59.33N 18.06E";

fn published(bytes: &[u8]) -> Option<Vec<u8>> {
    asset("photo", bytes.to_vec(), Place::default()).ok()
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

fn segment(marker: u8, body: &[u8]) -> Vec<u8> {
    let length = u16::try_from(body.len() + 2).unwrap().to_be_bytes();
    [&[0xff, marker], &length[..], body].concat()
}

fn exif(turned: u8) -> Vec<u8> {
    let head = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0";
    segment(0xe1, &[&head[..], &[turned, 0, 0, 0, 0, 0, 0, 0], SECRET].concat())
}

/// Two scans with a table between them, as progressive pictures have.
fn jpeg(turned: u8) -> Vec<u8> {
    let scan = [&segment(0xda, b"\x01\x02")[..], b"ab\xff\x00cd\xff\xd0ef"].concat();
    let parts: [&[u8]; 10] = [
        &[0xff, 0xd8],
        &segment(0xe0, b"JFIF\0rest"),
        &exif(turned),
        &segment(0xed, SECRET),
        &segment(0xe2, &[b"MPF\0", SECRET].concat()),
        &segment(0xe2, b"ICC_PROFILE\0\x01\x01data"),
        &[&segment(0xfe, SECRET)[..], &scan].concat(),
        &[&segment(0xc4, b"table")[..], &scan].concat(),
        &[0xff, 0xd9],
        SECRET,
    ];
    parts.concat()
}

#[test]
fn a_jpeg_keeps_its_picture_profile_and_turn() {
    let clean = published(&jpeg(6)).unwrap();
    assert!(!holds(&clean, SECRET));
    for part in [&b"JFIF"[..], b"ICC_PROFILE", b"table", b"ab\xff\x00cd\xff\xd0ef"] {
        assert!(holds(&clean, part));
    }
    assert_eq!(clean.get(2..4), Some(&[0xff, 0xe1][..]), "how it is turned comes first");
    assert_eq!(published(&clean).unwrap(), clean, "a clean picture stays as it is");
    assert!(!holds(&published(&jpeg(1)).unwrap(), b"Exif"));
}

fn chunk(kind: &[u8], body: &[u8]) -> Vec<u8> {
    let length = u32::try_from(body.len()).unwrap().to_be_bytes();
    [&length[..], kind, body, b"crc!"].concat()
}

#[test]
fn a_png_keeps_its_picture_only() {
    let parts = [
        b"\x89PNG\r\n\x1a\n".to_vec(),
        chunk(b"IHDR", b"head"),
        chunk(b"tEXt", SECRET),
        chunk(b"eXIf", SECRET),
        chunk(b"IDAT", b"pixels"),
        chunk(b"IEND", b""),
        SECRET.to_vec(),
    ];
    let clean = published(&parts.concat()).unwrap();
    assert!(!holds(&clean, SECRET) && holds(&clean, b"pixels") && holds(&clean, b"IEND"));
}

#[test]
fn a_webp_keeps_its_picture_and_stops_announcing_the_rest() {
    let chunk = |kind: &[u8], body: &[u8]| {
        let mut all = [kind, &u32::try_from(body.len()).unwrap().to_le_bytes()[..], body].concat();
        all.extend(std::iter::repeat_n(0, body.len() % 2));
        all
    };
    let body = [chunk(b"VP8X", b"\x3c123456789"), chunk(b"VP8 ", b"pixel"), chunk(b"EXIF", SECRET)].concat();
    let size = u32::try_from(body.len() + 4).unwrap().to_le_bytes();
    let clean = published(&[b"RIFF", &size[..], b"WEBP", &body].concat()).unwrap();
    assert!(!holds(&clean, SECRET) && holds(&clean, b"pixel"));
    assert_eq!(clean[20], 0x30);
    assert_eq!(
        usize::try_from(u32::from_le_bytes(clean[4..8].try_into().unwrap())).unwrap(),
        clean.len() - 8
    );
}

#[test]
fn what_cannot_be_cleaned_is_refused_and_the_rest_is_copied() {
    for bytes in [&b"\xff\xd8\xff\xe1\xff\xff"[..], b"II*\0", b"\0\0\0\x18ftypheic", b"\x89PNG"] {
        assert!(published(bytes).is_none());
    }
    assert_eq!(published(b"%PDF-1.7").unwrap(), b"%PDF-1.7");
}

#[test]
fn cut_pictures_never_panic() {
    let whole = jpeg(6);
    for end in 3..whole.len() - SECRET.len() {
        assert!(published(&whole[..end]).is_none_or(|clean| !holds(&clean, SECRET)));
    }
}
