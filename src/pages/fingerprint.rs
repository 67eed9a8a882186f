//! What a page depends on, hashed: a page whose fingerprint is unchanged is not made again.
//!
//! Of the guides, a page sees its own text, and of all others only what `Guide::outside` covers. The
//! printed handbook and the search documents see everything. All else that a page can see is in the ground.

use std::sync::Arc;

use super::kinds::peer_guide;
use super::{Site, Slot, Subject};
use crate::check::{Guide, Handbook};
use crate::source::{FileKind, Root, Sources};

/// A hash of everything that pages of all kinds may see, guides' texts aside.
#[derive(Debug, Clone)]
pub struct Ground {
    shared: blake3::Hasher,
    texts: [u8; 32],
}

impl Ground {
    /// Of a handbook; `more` is what else the build depends on: engine, edition, theme, options.
    /// A private edition sees the rows, too.
    pub fn new(book: &Handbook, sources: &Sources, private: bool, more: &[&[u8]]) -> Self {
        let mut shared = blake3::Hasher::new();
        for part in more {
            shared.update(&(part.len() as u64).to_le_bytes()).update(part);
        }
        shared.update(book.today.to_string().as_bytes());
        let of_rows = |root: Root| root == Root::Data && !private;
        for file in sources.files.iter().filter(|f| !of_rows(f.root) && f.kind != FileKind::Guide) {
            // Of a file beside guides, pages tell that it is there and how large it shows; of rows, nothing.
            let size = || file.size.map_or(0, |(width, height)| u64::from(width) << 32 | u64::from(height));
            let hash = if file.kind == FileKind::Asset { size() } else { file.hash };
            shared.update(file.path.as_bytes()).update(b"\n").update(&hash.to_le_bytes());
        }
        let mut texts = blake3::Hasher::new();
        for guide in &book.guides {
            shared.update(guide.id.as_str().as_bytes()).update(b"\n").update(&guide.outside.to_le_bytes());
            shared.update(guide.language.as_deref().unwrap_or_default().as_bytes());
            // The texts of indexes stand on the pages of collections.
            shared.update(&(if guide.is_index { guide.hash } else { 0 }).to_le_bytes());
            texts.update(&guide.hash.to_le_bytes());
        }
        for day in book.changed.values() {
            texts.update(day.to_string().as_bytes());
        }
        Self { shared, texts: texts.finalize().into() }
    }

    /// Of what sees the data alone: a calendar.
    pub fn data(&self, name: &str) -> [u8; 32] {
        self.shared.clone().update(name.as_bytes()).finalize().into()
    }

    /// Of what sees everything: the printed handbook, the search documents.
    pub fn everything(&self, name: &str) -> [u8; 32] {
        self.shared.clone().update(name.as_bytes()).update(&self.texts).finalize().into()
    }

    /// Of one page in one language.
    pub fn page(&self, site: &Site, slot: &Slot) -> [u8; 32] {
        if slot.subject == Subject::PrintAll {
            return self.everything(&format!("{}{}", site.prefix(), slot.address));
        }
        let mut hasher = self.shared.clone();
        hasher.update(site.tag().as_bytes()).update(slot.address.as_bytes());
        if let Some(guide) = own_guide(site, slot) {
            hasher.update(&guide.hash.to_le_bytes());
            let original = site.book.guide(guide.id.as_str()).map_or(0, |g| g.hash);
            hasher.update(&original.to_le_bytes());
            hasher.update(
                site.book.changed.get(&guide.file).map_or_else(String::new, ToString::to_string).as_bytes(),
            );
        }
        hasher.finalize().into()
    }
}

/// The guide whose text the page holds.
fn own_guide<'a>(site: &Site<'a>, slot: &Slot) -> Option<&'a Arc<Guide>> {
    let id = match &slot.subject {
        Subject::Guide(id) => id.clone(),
        Subject::PeerMeetings => peer_guide(site.book)?,
        _ => return None,
    };
    site.book.guide_in(id.as_str(), site.tag())
}
