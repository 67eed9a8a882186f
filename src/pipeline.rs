//! The whole flow on one page: scan, read, judge, then plan, draw and write.

use std::collections::BTreeMap;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::assemble::Inputs;
use crate::check::{self, Checked, EditionChoice, Guide, Handbook, Memo};
use crate::diag::{self, Diagnostic, FileId, Severity};
use crate::lang::Language;
use crate::model::{Audience, Id};
use crate::pages::{Outline, Plan};
use crate::render::Templates;
use crate::source::{self, Sources, World};
use crate::theme::Theme;
use crate::write::{Failure, Report, Tick};

/// What a user may choose.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The edition; without one, `public`, or the first of `program.yaml`.
    pub edition: Option<String>,
    /// Where the site will stand, where it differs from `program.yaml`.
    pub base_url: Option<String>,
    /// Whether drafts belong to the build.
    pub drafts: bool,
    /// Leaves out the search page and its documents.
    pub no_search: bool,
}

/// The content, read and judged.
#[derive(Debug)]
pub struct Read {
    /// The files.
    pub sources: Sources,
    /// The handbook with its index.
    pub checked: Checked,
    /// The edition that was asked for.
    pub edition: EditionChoice,
    /// Everything that was found, in order of place.
    pub found: Vec<Diagnostic>,
}

impl Read {
    /// Whether something is an error.
    pub fn failed(&self) -> bool {
        self.found.iter().any(|found| found.severity == Severity::Error)
    }
}

/// Reads and judges everything; finds all there is to find.
pub fn check(world: &dyn World, options: &Options, memo: &mut Memo) -> io::Result<Read> {
    let sources = source::scan(world)?;
    let mut found = Vec::new();
    let settings = check::Settings { drafts: options.drafts };
    let mut checked = check::read(&sources, &settings, memo, &mut found);
    if let Some(base) = &options.base_url {
        checked.handbook.program.base_url = Some(base.clone());
    }
    let edition = edition(&checked.handbook, options.edition.as_deref());
    check::judge(&checked, &sources, &edition, &mut found);
    diag::sort(&mut found);
    Ok(Read { sources, checked, edition, found })
}

/// The edition by its name; a program without editions has one for everyone who takes part.
fn edition(book: &Handbook, name: Option<&str>) -> EditionChoice {
    let editions = &book.program.editions;
    let wanted = name.unwrap_or("public");
    let chosen = editions.get(wanted).map(|e| (Id::new(wanted), e));
    let first = || if name.is_none() { editions.iter().next().map(|(id, e)| (id.clone(), e)) } else { None };
    match chosen.or_else(first) {
        Some((name, e)) => EditionChoice { name, audiences: e.audiences.clone(), private: e.private },
        None => EditionChoice {
            name: Id::new(wanted),
            audiences: vec![Audience::Everyone, Audience::Mentor, Audience::Mentee],
            private: false,
        },
    }
}

/// Where a build goes.
#[derive(Debug, Clone)]
pub struct Target {
    /// The folder of the edition.
    pub out: PathBuf,
    /// Where the hashes of the last build are kept.
    pub cache: PathBuf,
}

/// Draws and writes the site of what was read. Findings of the theme join those of the content.
pub fn build(
    world: &dyn World,
    read: &mut Read,
    options: &Options,
    target: &Target,
    tick: Tick,
) -> Result<Report, Failure> {
    let (theme, mut found) = Theme::load(world, &mut read.sources);
    let theme = Arc::new(theme);
    let (templates, more) = Templates::compile(&theme);
    found.extend(more);
    let languages = languages(&read.checked.handbook, &theme, &mut found);
    if found.iter().any(|f| f.severity == Severity::Error) {
        return Err(Failure::Content(found));
    }
    read.found.extend(found);
    read.checked.handbook.changed = last_changes(world, &read.sources, &read.checked.handbook);
    let book = &read.checked.handbook;
    let outline = Outline::new(book, &read.edition);
    let plan = Plan::new(book, &outline, &read.edition, !options.no_search);
    let inputs = Inputs { world, read, options, outline: &outline, plan: &plan, languages: &languages };
    let report = inputs.write(&theme, &templates, target, tick)?;
    read.found.extend(languages.iter().flat_map(|language| language.missing()));
    Ok(report)
}

/// The languages of the site, the default first.
fn languages(book: &Handbook, theme: &Theme, found: &mut Vec<Diagnostic>) -> Vec<Arc<Language>> {
    let tags = &book.program.languages;
    let tags = if tags.is_empty() { &["en".to_owned()][..] } else { tags };
    let load = |tag: &String| {
        let (language, more) = Language::load(theme, tag);
        found.extend(more);
        Arc::new(language)
    };
    tags.iter().map(load).collect()
}

/// The day of each guide's last change.
fn last_changes(world: &dyn World, sources: &Sources, book: &Handbook) -> BTreeMap<FileId, NaiveDate> {
    let history = world.history();
    let of = |guide: &Arc<Guide>| Some((guide.file, history.get(&sources.get(guide.file)?.path)?.day));
    book.guides.iter().filter_map(of).collect()
}
