//! The wider tests, in one binary: small sites are written in a line or two and checked as a user's would be.
//!
//! `cases` runs the annotated folders of `tests/cases`, `registry` holds the codes against them, and `laws`
//! states what must be true of any input.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod across;
mod addresses;
mod annotation;
mod bad_rows;
mod builds;
mod bytes;
mod cases;
mod charts;
mod cli;
mod downloads;
mod edges;
mod export;
mod imports;
mod inversion;
mod laws;
mod leaks;
mod learned;
mod margins;
mod outcome;
mod published;
mod real;
mod reference;
mod registry;
mod release;
mod retire;
mod site;
mod staff;
mod texts;
mod trace;
