//! The contract with themes: what each template receives, and nothing more.
//!
//! Every template is rendered with three names: `site` ([`Globals`], the same
//! on all pages of a language), `page` ([`Chrome`], what surrounds this page)
//! and `view` (one of the `…View` structs below, named beside each template in
//! the theme's README). Embeds inside guides are rendered from the structs in
//! `embed` and `year`, each under the name `view`.
//!
//! Strings are already in the page's language. Fields that end in `_html` hold
//! HTML that the engine made or cleaned; templates print them with `| safe`,
//! and every other field is escaped. Hrefs are relative to the page, except
//! those in [`Globals`], which start at the language's root and are printed
//! after `page.root`. Horizontal geometry is in percent of the drawing's width.
//!
//! This module must not compute: it only names shapes. An empty list, an empty
//! string or `None` means "print nothing".

mod article;
mod check_in;
mod chrome;
mod cohort;
mod compare;
mod embed;
mod home;
mod learned;
mod lists;
mod outcome;
mod measure;
mod question;
mod search;
mod staff;
mod told;
mod year;

use serde::Serialize;

pub use article::*;
pub use check_in::*;
pub use chrome::*;
pub use cohort::*;
pub use compare::*;
pub use embed::*;
pub use home::*;
pub use learned::*;
pub use lists::*;
pub use outcome::*;
pub use measure::*;
pub use question::*;
pub use search::*;
pub use staff::*;
pub use told::*;
pub use year::*;

/// A link, or a plain word where `href` is empty (its page is not in this edition).
#[derive(Debug, Clone, Default, Serialize)]
pub struct Link {
    /// What the reader sees.
    pub title: String,
    /// Relative address, ending in `.html` or an anchor; empty prints the title alone.
    pub href: String,
    /// The title's language, where it is not the page's: the page it leads to is not translated.
    pub lang: String,
}

/// A date or time for reading and for machines.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Dated {
    /// ISO date, or date and time with offset: the `datetime` attribute.
    pub iso: String,
    /// The same as the page's language writes it: "27 April 2026".
    pub text: String,
}

/// One fact of a page line: "For **mentors and mentees**", "**Week 19**, one hour".
#[derive(Debug, Clone, Default, Serialize)]
pub struct Fact {
    /// Plain words before, may be empty.
    pub before: String,
    /// The words that carry the fact, set in semibold.
    pub strong: String,
    /// Plain words after, punctuation included, may be empty.
    pub after: String,
}

/// A word and what it means or holds, for two-column lists.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Term {
    /// The left column.
    pub term: String,
    /// The right column, as HTML.
    pub text_html: String,
}

/// One page in a list of pages.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Entry {
    /// The page's title.
    pub title: String,
    /// Its relative address.
    pub href: String,
    /// One or two plain sentences, may be empty.
    pub text: String,
    /// Small facts after the text, each a phrase: "For mentors", "60 minutes", "Week 19".
    pub facts: Vec<String>,
    /// The phase it belongs to.
    pub tone: Tone,
    /// The language of title and text, where it is not the page's.
    pub lang: String,
}

/// A person or office one can write to or call.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Contact {
    /// The anchor on the contacts page: the contact's id.
    pub anchor: String,
    /// The role's name: "Coordinator".
    pub role: String,
    /// A public name, where `people.yaml` gives one with live consent.
    pub name: String,
    /// Phone as people read it; empty if there is none.
    pub phone: String,
    /// Phone for a `tel:` link: digits and plus only.
    pub tel: String,
    /// Email address, may be empty.
    pub email: String,
    /// When it is staffed: "weekdays 9–18".
    pub hours: String,
    /// How soon an answer comes, as a phrase: "Answers within two days".
    pub reply: String,
}
