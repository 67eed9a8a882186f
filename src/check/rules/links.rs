//! Links to files, headings and addresses lead somewhere.

use super::links_texts::{Files, Source};
use super::{Ctx, Rule};
use crate::check::Guide;
use crate::diag::{Code, Diagnostic, FileId, Severity};
use crate::parse::Doc;
use crate::parse::markdown::{Link, LinkKind};
use crate::source::FileKind;

/// Links that are not wiki links.
#[derive(Debug)]
pub struct Links;

/// A link to a file that is not there.
pub static BROKEN_LINK: Code = Code {
    word: "broken-link",
    severity: Severity::Error,
    says: "A link leads to a file that does not exist, or that has no page.",
    why: "The reader who needed it meets an error page, and often stops there.",
    example: "[the policy](../ending/policy.md)     # wrong: no such folder\n[the policy](../endings/policy.md)    # right",
    fix: "Correct the path; it starts at the folder of the file that holds the link. `[[guide:endings/policy]]` does not depend on folders.",
};

/// A link to a heading that is not there.
pub static BROKEN_ANCHOR: Code = Code {
    word: "broken-anchor",
    severity: Severity::Error,
    says: "A link names a heading that its page does not have.",
    why: "The reader lands at the top of a long page and has to search for what you meant.",
    example: "[[guide:endings/policy#whom-to-ask]]   # wrong\n[[guide:endings/policy#who-to-ask]]    # right: the heading is \"Who to ask\"",
    fix: "An anchor is the heading in lower case, with hyphens for spaces and without punctuation; or the one given with {#…}.",
};

/// A link from a page of the edition to one that it does not hold.
pub static LINK_OUTSIDE_EDITION: Code = Code {
    word: "link-outside-edition",
    severity: Severity::Error,
    says: "A page links to another that the edition being built does not hold.",
    why: "The link would lead nowhere for exactly those readers for whom the edition is made.",
    example: "audience: [mentee]\n…\nsee [[guide:scripts/midpoint]]   # wrong in an edition without facilitators' pages",
    fix: "Leave the link out, open the other page to these readers with `audience`, or move the sentence to a page for those who have it.",
};

/// A link that no site can follow.
pub static UNUSABLE_LINK: Code = Code {
    word: "unusable-link",
    severity: Severity::Error,
    says: "A link has no address, an address from the root of a server, or one of a kind that is not allowed.",
    why: "Pages must work in any folder and straight from a disk, and must run nothing.",
    example: "[help](/safety.html)      # wrong: from the root of a server\n[help](safety.md)         # right: relative to this file",
    fix: "Write a relative path to a .md file, a wiki link, or an address that begins with https:.",
};

/// A full address of the site itself.
pub static OWN_ADDRESS: Code = Code {
    word: "own-address",
    severity: Severity::Warning,
    says: "A link names this site by its full address.",
    why: "It is not checked, it leaves the preview and the printed copy, and it breaks when the site moves.",
    example: "[policy](http://handbook.example.org/endings/policy.html)   # wrong\n[[guide:endings/policy|policy]]                             # right",
    fix: "Use a wiki link or a relative path.",
};

static CODES: &[&Code] = &[&BROKEN_LINK, &BROKEN_ANCHOR, &LINK_OUTSIDE_EDITION, &UNUSABLE_LINK, &OWN_ADDRESS];

impl Rule for Links {
    fn codes(&self) -> &'static [&'static Code] {
        CODES
    }

    fn is_about_texts(&self) -> bool {
        true
    }

    fn check(&self, cx: &Ctx, found: &mut Vec<Diagnostic>) {
        let files = Files::new(cx);
        let site = cx.handbook.program.base_url.as_deref().map(host).filter(|host| !host.is_empty());
        for source in Source::all(cx) {
            for link in &source.doc.links {
                let target = source.doc.str(link.target);
                found.extend(match link.kind {
                    LinkKind::Page => page(cx, &files, &source, link),
                    LinkKind::Asset => asset(&files, &source, link),
                    LinkKind::Anchor => here(&source, link),
                    LinkKind::Other => Some(unusable(&source, link)),
                    LinkKind::Url if site == Some(host(target)) => Some(own(&source, link)),
                    _ => None,
                });
            }
        }
    }
}

fn page(cx: &Ctx, files: &Files, source: &Source, link: &Link) -> Option<Diagnostic> {
    let written = source.doc.str(link.target);
    let place = source.piece(link.target, link.span);
    let wanted = source.target(written);
    let Some((file, kind)) = wanted.as_deref().and_then(|path| files.get(path)) else {
        let found = Diagnostic::new(&BROKEN_LINK, place, format!("there is no file `{written}` from here"));
        return Some(match &wanted {
            Some(path) => files.suggest(found, path, written),
            None => found.help("the path leads out of the content folder"),
        });
    };
    match kind {
        FileKind::Guide => match cx.index.guide_of(file) {
            Some(guide) => to_guide(cx, source, link, guide),
            // Its own findings say why it could not be read; a draft is left out on purpose.
            None => draft(cx, source, link, file),
        },
        FileKind::Summary(_) => anchor(source, link, story(cx, file)?),
        _ => Some(Diagnostic::new(&BROKEN_LINK, place, "this file has no page")),
    }
}

/// The story of a cohort, by its file.
fn story<'a>(cx: &Ctx<'a>, file: FileId) -> Option<&'a Doc> {
    let mut stories = cx.handbook.cohorts.iter().flat_map(|cohort| &cohort.summaries);
    stories.find(|(_, of, _)| *of == file).map(|(_, _, doc)| &**doc)
}

/// A guide that exists: the edition must hold it, and it must have the heading.
pub(super) fn to_guide(cx: &Ctx, source: &Source, link: &Link, guide: &Guide) -> Option<Diagnostic> {
    if source.is_held(cx) && !cx.edition.holds(&guide.front.audience) {
        let readers: Vec<_> = guide.front.audience.iter().map(|a| a.word()).collect();
        let message = format!(
            "`{}` is a page for {} only, and not part of the edition `{}`",
            guide.id,
            readers.join(", "),
            cx.edition.name
        );
        return Some(
            Diagnostic::new(&LINK_OUTSIDE_EDITION, source.piece(link.target, link.span), message)
                .help("leave the link out, or add readers of this edition to the page's `audience`"),
        );
    }
    let language = guide.language.as_deref().or(source.language);
    let shown = language.and_then(|l| cx.handbook.guide_in(guide.id.as_str(), l)).map_or(guide, |g| &**g);
    anchor(source, link, &shown.doc)
}

fn draft(cx: &Ctx, source: &Source, link: &Link, file: FileId) -> Option<Diagnostic> {
    let text = &cx.sources.get(file)?.text;
    let front = text.split("\n---").next().unwrap_or_default();
    let is_draft = front.lines().any(|line| line.starts_with("draft:"));
    is_draft.then(|| {
        Diagnostic::new(
            &LINK_OUTSIDE_EDITION,
            source.piece(link.target, link.span),
            "this page is a draft, and left out",
        )
        .help("build with --drafts, or take `draft` from the page when it is ready")
    })
}

fn here(source: &Source, link: &Link) -> Option<Diagnostic> {
    if link.fragment.is_empty() && source.doc.str(link.target).is_empty() {
        let found = Diagnostic::new(&UNUSABLE_LINK, source.place(link.span), "this link has no address");
        return Some(found.help("write where it leads between the round brackets"));
    }
    anchor(source, link, source.doc)
}

/// Whether the text that a link leads to has its heading.
pub(super) fn anchor(source: &Source, link: &Link, to: &Doc) -> Option<Diagnostic> {
    let wanted = source.doc.str(link.fragment);
    if wanted.is_empty() || to.has_anchor(wanted) {
        return None;
    }
    let place = source.piece(link.fragment, link.span);
    let found =
        Diagnostic::new(&BROKEN_ANCHOR, place, format!("the page has no heading with the anchor `{wanted}`"));
    let known: Vec<&str> = to.headings.iter().map(|h| to.str(h.anchor)).collect();
    let listed = if known.is_empty() {
        "the page has no headings".to_owned()
    } else {
        format!("it has: {}", known.iter().take(12).copied().collect::<Vec<_>>().join(", "))
    };
    Some(found.help(listed).nearest(wanted, known))
}

fn asset(files: &Files, source: &Source, link: &Link) -> Option<Diagnostic> {
    let written = source.doc.str(link.target);
    let place = source.piece(link.target, link.span);
    let wanted = source.target(written);
    match wanted.as_deref().and_then(|path| files.get(path)) {
        Some((_, FileKind::Asset)) => return None,
        Some(_) => {
            let found = Diagnostic::new(&BROKEN_LINK, place, "this file is not part of the site");
            return Some(found.help("only files beside guides are copied"));
        }
        None => {}
    }
    let found = Diagnostic::new(&BROKEN_LINK, place, format!("there is no file `{written}` from here"));
    let path = wanted.unwrap_or_default();
    let source_of_page = path.strip_suffix(".html").map(|path| format!("{path}.md"));
    let folder = format!("{}/index.md", path.trim_end_matches('/'));
    Some(if source_of_page.is_some_and(|md| files.get(&md).is_some()) {
        found.help("link to the .md file: its page's address follows from it")
    } else if files.get(&folder).is_some() {
        found.help("link to the folder's index.md")
    } else {
        files.suggest(found, &path, written)
    })
}

fn unusable(source: &Source, link: &Link) -> Diagnostic {
    let target = source.doc.str(link.target);
    let (message, help) = if target.starts_with('/') {
        (
            "this address starts at the root of a server",
            "write a path from this file's folder, or a wiki link",
        )
    } else {
        ("addresses of this kind are not allowed", "an address begins with https:, mailto: or tel:")
    };
    Diagnostic::new(&UNUSABLE_LINK, source.piece(link.target, link.span), message).help(help)
}

fn own(source: &Source, link: &Link) -> Diagnostic {
    let place = source.piece(link.target, link.span);
    Diagnostic::new(&OWN_ADDRESS, place, "this is the site's own address")
        .help("use a wiki link or a relative path")
}

/// The host and port of an address.
fn host(url: &str) -> &str {
    let after = url.split_once("//").map_or("", |(_, after)| after);
    after.split(['/', '?', '#']).next().unwrap_or_default()
}
