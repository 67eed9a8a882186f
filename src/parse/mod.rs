//! Bytes to trees: YAML with places, front matter, Markdown to [`Doc`], rows.
//!
//! Judges nothing: what is wrong with a file's form is reported here, what is wrong with its meaning in `check`.

pub mod markdown;
pub mod yaml;

pub use markdown::Doc;
