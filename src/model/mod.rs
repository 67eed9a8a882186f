//! The typed program: entities, ids, texts, weeks and dates.
//!
//! One struct per entity, declared once by [`entity!`](crate::entity): the fields, their documents, the
//! decoder with its located findings, and the table from which the reference is written. The model reads
//! no files and holds no raw text; it knows only `diag`.

mod decode;
mod entities;
mod macros;
mod scalar;
mod tree;
mod words;

pub use decode::{CODES, Cx, Decode, Field, MapReader, RefUse, Word, codes};
pub use entities::*;
pub use scalar::{Extra, Id, Mark, Marked, Ref, Text};
pub(crate) use scalar::{guide_id, is_language, kebab};
pub use tree::{Entry, Node, Value};
pub use words::*;
