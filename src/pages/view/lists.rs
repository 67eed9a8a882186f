//! Pages that gather: sections, peer meetings, endings, contacts, glossary,
//! the whole handbook in print, and the pages for lost readers.

use serde::Serialize;

use super::{Article, Contact, Dated, Door, Entry, Link, Sidebar, Term};

/// `section.html`: the index of a section, and of the whole handbook.
#[derive(Debug, Clone, Default, Serialize)]
pub struct SectionView {
    /// The heading of the page.
    pub title: String,
    /// One or two sentences, may be empty.
    pub lead: String,
    /// The section's own text.
    pub body_html: String,
    /// Its pages under one empty heading, or, in the handbook's index, one group per section.
    pub groups: Vec<EntryGroup>,
    /// Neighbours.
    pub sidebar: Sidebar,
}

/// Pages under a heading.
#[derive(Debug, Clone, Default, Serialize)]
pub struct EntryGroup {
    /// The heading, a link where `href` is set; both empty for no heading.
    pub heading: Link,
    /// The pages.
    pub entries: Vec<Entry>,
}

/// `peer_meetings.html`.
#[derive(Debug, Clone, Default, Serialize)]
pub struct PeerMeetingsView {
    /// The method page where there is one, else title and lead alone.
    pub article: Article,
    /// Meetings by cohort.
    pub cohorts: Vec<MeetingList>,
    /// Questions for the meeting: the bank's set, as links.
    pub questions: Vec<Link>,
}

/// A cohort's meetings.
#[derive(Debug, Clone, Default, Serialize)]
pub struct MeetingList {
    /// Name and page.
    pub cohort: Link,
    /// The meetings, in order.
    pub meetings: Vec<Meeting>,
    /// Calendar file, may be empty.
    pub calendar: String,
}

/// One meeting.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Meeting {
    /// "3".
    pub week: String,
    /// Its date; `None` without one.
    pub date: Option<Dated>,
    /// "12:30–13:30".
    pub time: String,
    /// What it is about.
    pub title: String,
    /// "Moved from 5 August: Summer pause", may be empty.
    pub note: String,
}

/// `endings.html`: endings and rematching.
#[derive(Debug, Clone, Default, Serialize)]
pub struct EndingsView {
    /// The heading of the page.
    pub title: String,
    /// One or two sentences.
    pub lead: String,
    /// The section's own text.
    pub body_html: String,
    /// "The work is done", "It is not working", "I need a break": situation, two sentences, a link.
    pub ways: Vec<Door>,
    /// Other pages of the section.
    pub entries: Vec<Entry>,
    /// Whom to write to: two routes.
    pub contacts: Vec<Contact>,
}

/// `contacts.html`: contacts and safety.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ContactsView {
    /// The heading of the page.
    pub title: String,
    /// One or two sentences.
    pub lead: String,
    /// Emergency number, may be empty.
    pub emergency: String,
    /// The safeguarding contact first.
    pub contacts: Vec<Contact>,
    /// Pages to read next: safety, who sees what, asking for a rematch.
    pub entries: Vec<Entry>,
}

/// `glossary.html`.
#[derive(Debug, Clone, Default, Serialize)]
pub struct GlossaryView {
    /// The heading of the page.
    pub title: String,
    /// One or two sentences.
    pub lead: String,
    /// In the language's alphabetical order.
    pub terms: Vec<GlossaryTerm>,
}

/// One word of the program.
#[derive(Debug, Clone, Default, Serialize)]
pub struct GlossaryTerm {
    /// Anchor: the term's id.
    pub anchor: String,
    /// The word and its meaning.
    pub term: Term,
    /// Other forms: "plural: pairs"; may be empty.
    pub forms: String,
    /// Where to read more.
    pub links: Vec<Link>,
}

/// `print_all.html`: the whole handbook as one document.
#[derive(Debug, Clone, Default, Serialize)]
pub struct PrintAllView {
    /// The program's name.
    pub title: String,
    /// The tagline.
    pub subtitle: String,
    /// Which state it is: the latest change of any page, and the edition.
    pub stamp: String,
    /// Sections in order.
    pub sections: Vec<PrintSection>,
}

/// A section of the printed handbook.
#[derive(Debug, Clone, Default, Serialize)]
pub struct PrintSection {
    /// The heading.
    pub title: String,
    /// Anchor of the heading.
    pub anchor: String,
    /// Its pages, in order.
    pub pages: Vec<PrintPage>,
}

/// A page of the printed handbook; anchors and headings inside are made unique by the engine.
#[derive(Debug, Clone, Default, Serialize)]
pub struct PrintPage {
    /// The heading.
    pub title: String,
    /// Anchor of the page.
    pub anchor: String,
    /// The description.
    pub lead: String,
    /// The text, its headings one level lower; scripts as cues, sheets as sheets.
    pub body_html: String,
    /// The text's language, where it is not the page's.
    pub lang: String,
}

/// `404.html`; `page.root` is absolute there.
#[derive(Debug, Clone, Default, Serialize)]
pub struct NotFoundView {
    /// Where most lost readers want to go, from the language's root.
    pub links: Vec<Link>,
}

/// `redirect.html`: the page of an alias. Stands alone, without the chrome's navigation.
#[derive(Debug, Clone, Default, Serialize)]
pub struct RedirectView {
    /// Where it went.
    pub to: Link,
}
