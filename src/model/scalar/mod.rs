//! The small values: ids, references, texts in several languages, numbers, dates and times.

mod id;
mod reference;
mod text;
mod value;

pub use id::Id;
pub(crate) use id::kebab;
pub(crate) use reference::guide_id;
pub use reference::{Mark, Marked, Ref};
pub use text::Text;
pub(crate) use text::is_language;
pub use value::Extra;
