//! Addresses are free, differ by more than case, and can be written on every system.

use std::collections::HashMap;

use super::{Ctx, Rule, field};
use crate::check::Guide;
use crate::diag::{Code, Diagnostic, FileId, Place, Severity};
use crate::model::{CalendarRow, SessionKind};

/// Addresses of pages and files.
#[derive(Debug)]
pub struct Addresses;

/// An address that something else has.
pub static ADDRESS_TAKEN: Code = Code {
    word: "address-taken",
    severity: Severity::Error,
    says: "Two pages or files would stand at the same address, or at addresses that differ by case alone.",
    why: "One would overwrite the other; where case does not count, it depends on the computer which.",
    example: "guides/Safety.md and guides/safety.md     # wrong on Windows and macOS\nguides/search.md                          # wrong: the site's own search page",
    fix: "Rename one of them; keep the old address alive with `aliases`.",
};

/// A name that some systems cannot write.
pub static RESERVED_NAME: Code = Code {
    word: "reserved-name",
    severity: Severity::Error,
    says: "A file or alias has a name that Windows reserves, or a character that it cannot write.",
    why: "The handbook could not be checked out, built or unpacked on many people's computers.",
    example: "guides/aux.md            # wrong: reserved on Windows\nguides/why?.md           # wrong: a question mark",
    fix: "Use lower-case letters, digits and hyphens.",
};

/// An alias that cannot be an address.
pub static BAD_ALIAS: Code = Code {
    word: "bad-alias",
    severity: Severity::Error,
    says: "An alias is not a guide's id: it has an ending, starts with a slash or leaves the site.",
    why: "Old links would not find the page.",
    example: "aliases: [/midpoint.html]     # wrong\naliases: [midpoint]           # right",
    fix: "Write the old address as an id: its path without `.html` and without a slash at either end.",
};

/// Pages that the site makes by itself, in each language. What is made is held against this list by a test.
pub const OWN_PAGES: &[&str] = &[
    "index.html",
    "handbook.html",
    "mentor.html",
    "mentee.html",
    "facilitator.html",
    "coordinator.html",
    "phases.html",
    "check-ins.html",
    "questions.html",
    "cohorts.html",
    "compare.html",
    "contacts.html",
    "glossary.html",
    "search.html",
    "print.html",
    "404.html",
];

/// Files that all languages share.
pub const OWN_FILES: &[&str] = &[
    "site.css",
    "site.js",
    "theme.js",
    "minisearch.js",
    "minisearch-LICENSE.txt",
    "sitemap.xml",
    "robots.txt",
    "_headers",
];

/// The page of peer meetings, where no guide is it.
const PEER_MEETINGS: &str = "peer-meetings.html";

static CODES: &[&Code] = &[&ADDRESS_TAKEN, &RESERVED_NAME, &BAD_ALIAS];

impl Rule for Addresses {
    fn codes(&self) -> &'static [&'static Code] {
        CODES
    }

    fn check(&self, cx: &Ctx, found: &mut Vec<Diagnostic>) {
        let mut taken = Taken { by: own(cx), found };
        let guides = || cx.handbook.guides.iter().filter(|guide| guide.language.is_none());
        for guide in guides() {
            let aliases = guide.front.aliases.iter().filter(|alias| alias_fault(alias).is_none());
            let pages = aliases.map(|alias| format!("{alias}.html")).chain([address(guide)]);
            taken.reserve(pages, Place::whole(guide.file), cx);
        }
        for guide in &cx.handbook.guides {
            let place = Place::whole(guide.file);
            match guide.language {
                None => taken.claim(&address(guide), place, cx),
                Some(_) => taken.name(&address(guide), place),
            }
        }
        for asset in &cx.handbook.assets {
            taken.claim(&asset.path, Place::whole(asset.file), cx);
        }
        for guide in guides() {
            for (index, alias) in guide.front.aliases.iter().enumerate() {
                let place = field::value(cx, guide.front.origin, &["aliases", &index.to_string()]);
                match alias_fault(alias) {
                    Some(fault) => {
                        taken.found.push(Diagnostic::new(&BAD_ALIAS, place, fault).help(BAD_ALIAS.fix));
                    }
                    None => taken.claim(&format!("{alias}.html"), place, cx),
                }
            }
        }
    }
}

/// Where a guide's page stands, below its language.
fn address(guide: &Guide) -> String {
    match (guide.is_index, guide.id.as_str()) {
        (true, "") => "handbook.html".to_owned(),
        (true, id) => format!("{id}/index.html"),
        (false, id) => format!("{id}.html"),
    }
}

/// Addresses given out so far, in lower case.
struct Taken<'f> {
    by: HashMap<String, Owner>,
    found: &'f mut Vec<Diagnostic>,
}

enum Owner {
    Site,
    File(String, Place),
}

impl Taken<'_> {
    /// The pages of a guide in further languages. Two that meet there also meet in the first, where it is said.
    fn reserve(&mut self, pages: impl Iterator<Item = String>, place: Place, cx: &Ctx) {
        let further = cx.handbook.program.languages.iter().skip(1);
        let pages: Vec<String> = pages.collect();
        for address in further.flat_map(|tag| pages.iter().map(move |page| format!("{tag}/{page}"))) {
            self.by.entry(address.to_lowercase()).or_insert(Owner::File(address, place));
        }
    }

    fn name(&mut self, address: &str, place: Place) {
        if let Some(fault) = name_fault(address) {
            self.found.push(Diagnostic::new(&RESERVED_NAME, place, fault).help(RESERVED_NAME.fix));
        }
    }

    fn claim(&mut self, address: &str, place: Place, cx: &Ctx) {
        self.name(address, place);
        let owner = Owner::File(address.to_owned(), place);
        let Some(before) = self.by.insert(address.to_lowercase(), owner) else { return };
        if matches!(before, Owner::Site) && stands_for_it(cx, address, place.file) {
            return;
        }
        self.found.push(match before {
            Owner::Site => Diagnostic::new(
                &ADDRESS_TAKEN,
                place,
                format!("`{address}` is a page or file that the site makes"),
            )
            .help(match address {
                PEER_MEETINGS => "name it as the `guide` of the peer meetings in calendar.yaml, or give the file another name",
                _ => "give the file another name",
            }),
            Owner::File(other, also) if other == address => {
                Diagnostic::new(&ADDRESS_TAKEN, place, format!("`{address}` is taken"))
                    .also(also, "by this file")
                    .help("rename one of them, or take the alias out")
            }
            Owner::File(other, also) => Diagnostic::new(
                &ADDRESS_TAKEN,
                place,
                format!("`{address}` and `{other}` differ by case alone"),
            )
            .also(also, "the other")
            .help("rename one of them"),
        });
    }
}

/// Whether a guide is the page that the site makes otherwise: the handbook's index, the guide of peer meetings.
fn stands_for_it(cx: &Ctx, address: &str, file: FileId) -> bool {
    let Some(guide) = cx.index.guide_of(file) else { return false };
    match address {
        "handbook.html" => guide.is_index && guide.id.as_str().is_empty(),
        PEER_MEETINGS => peer_rows(cx).filter_map(|row| row.guide.as_ref()).any(|named| named.id == guide.id),
        _ => false,
    }
}

fn peer_rows<'a>(cx: &Ctx<'a>) -> impl Iterator<Item = &'a CalendarRow> {
    cx.handbook.calendar.iter().filter(|row| row.kind == SessionKind::PeerMeeting)
}

/// What the site makes without a guide of that name.
fn own(cx: &Ctx) -> HashMap<String, Owner> {
    let book = cx.handbook;
    let phases = book.phases.iter().filter(|p| p.guide.is_none()).map(|p| format!("phase/{}.html", p.id));
    let check_ins =
        book.check_ins.iter().filter(|c| c.guide.is_none()).map(|c| format!("check-in/{}.html", c.id));
    let cohorts = ["html", "ics"]
        .into_iter()
        .flat_map(|ending| book.cohorts.iter().map(move |cohort| format!("cohort/{}.{ending}", cohort.id)));
    let questions = book.questions.iter().map(|q| format!("question/{}.html", q.id));
    let measures = book.measures.iter().map(|m| format!("measure/{}.html", m.id));
    let peers = peer_rows(cx).take(1).map(|_| PEER_MEETINGS.to_owned());
    let pages: Vec<String> = OWN_PAGES
        .iter()
        .map(|own| (*own).to_owned())
        .chain(phases)
        .chain(check_ins)
        .chain(cohorts)
        .chain(questions)
        .chain(measures)
        .chain(peers)
        .collect();
    let languages = &book.program.languages;
    let further =
        languages.iter().skip(1).flat_map(|tag| pages.iter().map(move |own| format!("{tag}/{own}")));
    let searches = languages.iter().map(|tag| format!("search-docs.{tag}.js"));
    let files = OWN_FILES.iter().map(|own| (*own).to_owned());
    let all = further.chain(searches).chain(files);
    all.chain(pages.iter().cloned()).map(|own| (own.to_lowercase(), Owner::Site)).collect()
}

fn alias_fault(alias: &str) -> Option<&'static str> {
    match alias {
        "" => Some("an alias cannot be empty"),
        _ if matches!(alias.rsplit_once('.'), Some((_, "html" | "htm" | "md"))) => {
            Some("an alias has no ending")
        }
        _ if alias.starts_with('/') || alias.ends_with('/') => Some("an alias has no slash at either end"),
        _ if alias.contains("://") || alias.contains('#') => Some("an alias is a path within the site"),
        _ if alias.split('/').any(|part| part.is_empty() || part.starts_with("..")) => {
            Some("an alias stays within the site")
        }
        _ => None,
    }
}

/// Why some system could not write this path.
fn name_fault(path: &str) -> Option<String> {
    path.split('/').find_map(|part| {
        let stem = part.split('.').next().unwrap_or_default().to_ascii_lowercase();
        let device = matches!(stem.as_str(), "con" | "prn" | "aux" | "nul")
            || matches!(stem.strip_prefix("com").or(stem.strip_prefix("lpt")), Some(n) if n.len() == 1 && n != "0" && n.as_bytes()[0].is_ascii_digit());
        let odd = part.chars().find(|c| "<>:\"|?*\\".contains(*c) || c.is_control());
        if device {
            Some(format!("`{stem}` is a name that Windows keeps for itself"))
        } else if let Some(c) = odd {
            Some(format!("`{}` cannot be part of a file name on Windows", c.escape_default()))
        } else if part.trim_end_matches('.').len() < part.len() || part.ends_with(' ') {
            Some("a name cannot end in a dot or a space on Windows".to_owned())
        } else {
            None
        }
    })
}
