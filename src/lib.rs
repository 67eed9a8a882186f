//! mentorbook: a static-site generator for mentoring programs.
//!
//! Program data in YAML and guides in Markdown go in; a checked handbook site comes out. The stages are
//! modules in the order in which data passes them, and each imports only those before it.

pub mod assemble;
pub mod charts;
pub mod check;
pub mod cli;
pub mod diag;
pub mod export;
pub mod init;
pub mod lang;
pub mod markdown;
pub mod model;
pub mod outcomes;
pub mod pages;
pub mod parse;
pub mod pipeline;
pub mod preview;
pub mod reference;
pub mod release;
pub mod render;
pub mod seal;
pub mod source;
pub mod theme;
pub mod write;
