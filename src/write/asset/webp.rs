//! WebP: a RIFF of chunks. Those that draw the picture stay.

const KEPT: [&[u8; 4]; 7] = [b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"];
/// The bits of `VP8X` that announce camera data and XMP.
const ANNOUNCED: u8 = 0x08 | 0x04;

/// The picture without camera data; `None` if it is no WebP.
pub(super) fn clean(bytes: &[u8]) -> Option<Vec<u8>> {
    let size: [u8; 4] = bytes.get(4..8)?.try_into().ok()?;
    let end = usize::try_from(u32::from_le_bytes(size)).ok()?.checked_add(8)?;
    let body = bytes.get(12..end)?;
    let mut out = b"RIFF\0\0\0\0WEBP".to_vec();
    let mut at = 0;
    while at < body.len() {
        let length: [u8; 4] = body.get(at + 4..at + 8)?.try_into().ok()?;
        let length = usize::try_from(u32::from_le_bytes(length)).ok()?;
        let stop = at.checked_add(8)?.checked_add(length)?.checked_add(length % 2)?; // chunks are padded to even
        let chunk = body.get(at..stop)?;
        if KEPT.iter().any(|kept| chunk.starts_with(*kept)) {
            let start = out.len();
            out.extend_from_slice(chunk);
            if chunk.starts_with(b"VP8X") {
                *out.get_mut(start + 8)? &= !ANNOUNCED;
            }
        }
        at = stop;
    }
    let size = u32::try_from(out.len() - 8).ok()?.to_le_bytes();
    out[4..8].copy_from_slice(&size);
    Some(out)
}
