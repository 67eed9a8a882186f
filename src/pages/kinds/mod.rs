//! The kinds of pages: one file each, one line in [`PAGES`].

mod check_in;
mod check_ins;
mod cohort;
mod cohorts;
mod compare;
mod contacts;
mod endings;
mod glossary;
mod guide;
mod home;
mod learned;
mod measure;
mod not_found;
mod peer_meetings;
mod phase;
mod phases;
mod print_all;
mod question;
mod questions;
mod redirect;
mod role_home;
mod script;
mod search;
mod section;
mod worksheet;

use super::PageKind;

pub use compare::latest_of;
pub use guide::peer_guide;
pub use learned::{anchor as finding_anchor, change_anchor, change_name};
pub use role_home::capital;
pub use script::clock;

/// All kinds, in the order in which they claim addresses.
pub static PAGES: &[&dyn PageKind] = &[
    &home::Home,
    &role_home::RoleHome,
    &phases::Phases,
    &check_ins::CheckIns,
    &endings::Endings,
    &section::Sections,
    &phase::Phases,
    &check_in::CheckIns,
    &peer_meetings::PeerMeetings,
    &script::Scripts,
    &worksheet::Worksheets,
    &guide::Guides,
    &questions::Bank,
    &question::Questions,
    &cohorts::Cohorts,
    &cohort::Cohorts,
    &learned::Learned,
    &compare::Compare,
    &measure::Measures,
    &super::staff::Index,
    &super::staff::Cohorts,
    &contacts::Contacts,
    &glossary::Glossary,
    &search::Search,
    &print_all::PrintAll,
    &not_found::NotFound,
    &redirect::Redirects,
];
