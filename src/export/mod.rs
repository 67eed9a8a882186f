//! One file to send: a cohort's page with nothing beside it, or its published figures as a table.
//!
//! The page is the site's own: the same kind fills it and the same template draws it; here it only gets its
//! style sheet and its pictures inside and its links made whole. Must not say anything that the site does not say.

mod links;
mod sheet;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

use crate::assemble::Inputs;
use crate::check::EditionChoice;
use crate::diag::Diagnostic;
use crate::model::Id;
use crate::pages::{Outline, Plan, Subject};
use crate::pipeline::{Options, Read};
use crate::source::World;

/// The most bytes of a page with its pictures, their tags aside: one that would not fit is told in its words.
const MOST: usize = 118_000;

/// Why there is no file.
#[derive(Debug)]
pub enum Failure {
    /// There is no such cohort.
    NoCohort,
    /// Nothing is published of it.
    NoRelease,
    /// The site does not speak the language.
    NoLanguage,
    /// The edition is not for everybody.
    Private,
    /// The theme does not fit.
    Theme(Box<Diagnostic>),
    /// The theme's pages print no style sheet of their own.
    NoSheet,
}

/// What is exported from.
pub struct Exporting<'a> {
    world: &'a dyn World,
    read: &'a Read,
    options: &'a Options,
    cohort: &'a Id,
    language: &'a str,
}

/// A table, and what its columns mean.
#[derive(Debug)]
pub struct Table {
    /// The table as CSV.
    pub csv: Vec<u8>,
    /// Its data package.
    pub package: Vec<u8>,
}

impl<'a> Exporting<'a> {
    /// A cohort in a language; without one, the first of the program. Of a private edition nothing is sent.
    pub fn new(
        world: &'a dyn World,
        read: &'a Read,
        options: &'a Options,
        cohort: &'a Id,
        language: Option<&'a str>,
    ) -> Result<Self, Failure> {
        let book = &read.checked.handbook;
        let language = language.unwrap_or(book.first_language());
        match () {
            () if read.edition.private => Err(Failure::Private),
            () if book.cohort(cohort.as_str()).is_none() => Err(Failure::NoCohort),
            () if !read.published.contains_key(cohort) => Err(Failure::NoRelease),
            () if !read.look.languages.iter().any(|known| known.tag == language) => Err(Failure::NoLanguage),
            () => Ok(Self { world, read, options, cohort, language }),
        }
    }

    /// The table. Its package names it by `path`.
    pub fn table(&self, path: &str) -> Result<Table, Failure> {
        let table = self.with(|inputs| inputs.table(self.cohort, self.language, path));
        table.map(|(csv, package)| Table { csv, package }).ok_or(Failure::NoRelease)
    }

    /// The page. Its first drawing tells which rules of the style sheet it needs.
    pub fn page(&self) -> Result<Vec<u8>, Failure> {
        let statics = self.read.look.theme.statics(self.read.checked.handbook.program.accent.as_deref());
        let whole = statics.into_iter().find(|file| file.address == "site.css").map(|file| file.bytes);
        let whole = String::from_utf8_lossy(whole.as_deref().unwrap_or_default());
        self.with(|inputs| {
            let subject = Subject::Cohort(self.cohort.clone());
            let draw = |sheet: &str| {
                let page = inputs.alone(&subject, self.language, sheet, &policy(sheet));
                page.ok_or(Failure::NoCohort)?.map_err(|found| Failure::Theme(Box::new(found)))
            };
            let (_, html) = draw(" ")?;
            let sheet = sheet::reduced(&whole, &html);
            let (address, html) = draw(&sheet)?;
            if !html.contains(&format!("<style>{sheet}</style>")) {
                return Err(Failure::NoSheet);
            }
            let base = self.read.checked.handbook.program.base_url.as_deref();
            let whole = links::alone(&html, &address, base, &mut |_| None);
            let mut room = MOST.saturating_sub(whole.len());
            let mut embed = |path: &str| {
                let data = data(path, &inputs.picture(path)?).filter(|data| data.len() <= room)?;
                room -= data.len();
                Some(data)
            };
            Ok(links::alone(&html, &address, base, &mut embed).into_bytes())
        })
    }

    fn with<T>(&self, then: impl FnOnce(&Inputs) -> T) -> T {
        let (book, edition): (_, &EditionChoice) = (&self.read.checked.handbook, &self.read.edition);
        let outline = Outline::new(book, edition);
        let plan = Plan::new(book, &outline, edition, false);
        let (world, read, options) = (self.world, self.read, self.options);
        then(&Inputs { world, read, options, outline: &outline, plan: &plan, again: false })
    }
}

/// Nothing may be fetched or run; this one style sheet may dress the page.
fn policy(sheet: &str) -> String {
    let hash = BASE64_STANDARD.encode(Sha256::digest(sheet.as_bytes()));
    format!(
        "default-src 'none'; style-src 'sha256-{hash}'; img-src data:; base-uri 'none'; form-action 'none'"
    )
}

/// A picture as an address that holds it; `None` for a file of another kind.
fn data(path: &str, bytes: &[u8]) -> Option<String> {
    let kind = match path.rsplit('.').next()?.to_ascii_lowercase().as_str() {
        "svg" => "svg+xml",
        "jpg" | "jpeg" => "jpeg",
        "png" => "png",
        "webp" => "webp",
        "gif" => "gif",
        "avif" => "avif",
        _ => return None,
    };
    Some(format!("data:image/{kind};base64,{}", BASE64_STANDARD.encode(bytes)))
}
