//! Disclosure control: what of a private table may be printed.
//!
//! The attacker knows everything that was published, the policy, this source, and their own match. So there
//! is no search for a clever pattern: each figure has a short fixed ladder of forms, the first that passes a
//! static test is printed, and one form only exists for each key. Pure: no files, no clock, no rows.

mod corrected;
mod curve;
mod differ;
mod form;
mod key;
pub mod ladder;
mod member;
mod policy;
mod publish;
mod registry;
mod release;
mod tree;

pub use curve::{CURVE_FROM, curve};
pub use form::{Bounds, Clamp, Count, Form, Kind, Part, Why};
pub use key::{BadKey, FactKey};
pub use ladder::{Answers, Endings, Scores};
pub use member::{MemberId, Members, Membership};
pub use policy::{Class, Limits, POOL, Policy, PopulationClass, Raise, Stricter, VERSION};
pub use publish::{Asked, Fact, People, Question, Refusal, Scope, publish};
pub use release::{Before, CHECK_IN, Denied, Entry, Refined, Release, chain, decide, meant};
pub use tree::{Cell, Split, Stage, Tree};
