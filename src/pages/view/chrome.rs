//! What surrounds every page: head, navigation, ruler, safety line, footer.
//!
//! It must hold nothing that only one kind of page prints.

use serde::Serialize;

use super::{Link, Ruler, Year};

/// `site`: what is the same on every page of one language and edition.
/// Its hrefs start at the language's root; templates print `page.root` before them.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Globals {
    /// The program's name.
    pub name: String,
    /// BCP 47 language of the interface and, unless a page says otherwise, of the text.
    pub lang: String,
    /// `ltr` or `rtl`.
    pub dir: String,
    /// The `Content-Security-Policy` for the `<meta>` element.
    pub csp: String,
    /// The style sheet itself, where the page is sent as one file: then it links to no other file, holds no
    /// script and no navigation. Empty on the site.
    pub sheet: String,
    /// Browser chrome colour in light mode: the theme's paper.
    pub theme_color_light: String,
    /// The same in dark mode.
    pub theme_color_dark: String,
    /// Edition stamp in the footer ("Team edition"); empty in the public one.
    pub edition: String,
    /// "Private. 22 November 2026. Rows about people …", above every page of a private edition; else empty.
    pub stamp: String,
    /// True for samples: every page says that people and figures are invented.
    pub fictional: bool,
    /// Main navigation, in order.
    pub nav: Vec<NavItem>,
    /// Footer links: safety and help, contacts, glossary, print the handbook.
    pub footer: Vec<Link>,
    /// The search page, from the root; empty where search is off.
    pub search: String,
    /// The script that assigns `window.mentorbookDocs`, from the asset root.
    pub search_docs: String,
    /// The safety line; `None` only where the program names no safeguarding contact.
    pub safety: Option<Safety>,
    /// The year as the ruler draws it; `None` for a program without phases.
    pub year: Option<Year>,
}

/// One entry of the main navigation.
#[derive(Debug, Clone, Default, Serialize)]
pub struct NavItem {
    /// Compared with `page.section` to mark where the reader is.
    pub key: String,
    /// What the reader sees.
    pub title: String,
    /// From the language's root.
    pub href: String,
}

/// "Worried about someone's safety? Call {role}, {phone}, {hours}. …"
#[derive(Debug, Clone, Default, Serialize)]
pub struct Safety {
    /// The role, as it stands inside a sentence: "safeguarding lead".
    pub role: String,
    /// Phone as people read it; empty prints the email instead.
    pub phone: String,
    /// Phone for the `tel:` link.
    pub tel: String,
    /// Email, used only without a phone.
    pub email: String,
    /// "weekdays 9–18", may be empty.
    pub hours: String,
    /// Emergency number: "112"; empty leaves the sentence out.
    pub emergency: String,
}

/// `page`: what surrounds this page.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Chrome {
    /// The template's name without `.html`; also a class on `<body>`.
    pub kind: String,
    /// Title in the browser tab, without the site's name.
    pub title: String,
    /// One sentence for search engines and previews.
    pub description: String,
    /// Language of the text where it is not the site's (a missing translation); else empty.
    pub text_lang: String,
    /// From this page to the language's root: "", "../", or absolute on the 404 page.
    pub root: String,
    /// From this page to the asset root (`theme.js`, `site.css`, `site.js` stand there).
    pub assets: String,
    /// The `key` of the navigation entry this page belongs to; may be empty.
    pub section: String,
    /// Absolute address; empty without a base URL.
    pub canonical: String,
    /// True where search engines should not list the page.
    pub noindex: bool,
    /// The page in the other languages.
    pub languages: Vec<LanguageLink>,
    /// From the outermost ancestor to the parent; the page itself is not in it.
    pub breadcrumbs: Vec<Link>,
    /// The ruler, on pages that belong to a time.
    pub ruler: Option<Ruler>,
    /// Plain notices above the text: not yet translated, translation is stale, draft.
    pub notices: Vec<Notice>,
}

/// The same page in another language.
#[derive(Debug, Clone, Default, Serialize)]
pub struct LanguageLink {
    /// BCP 47.
    pub lang: String,
    /// The language's own name: "Español".
    pub name: String,
    /// Relative address.
    pub href: String,
    /// Absolute address for `hreflang`; empty without a base URL.
    pub canonical: String,
}

/// A notice above the text.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Notice {
    /// A short heading: "Not yet in Spanish".
    pub title: String,
    /// One sentence.
    pub text: String,
}
