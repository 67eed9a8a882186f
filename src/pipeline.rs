//! The whole flow on one page: scan, read, judge, then plan, draw and write.

use std::collections::BTreeMap;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::assemble::Inputs;
use crate::check::{self, Checked, EditionChoice, Guide, Handbook, Judged, Memo};
use crate::diag::{self, Code, Diagnostic, FileId, Place, Severity};
use crate::lang::Language;
use crate::model::{Audience, Id};
use crate::outcomes::{self, Private, Published, Release};
use crate::pages::{Outline, Plan};
use crate::render::Templates;
use crate::source::{self, Sources, World};
use crate::theme::Theme;
use crate::write::{self, Failure, Report, Tick};

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
    /// Leaves what sees every text (print-all, search documents) as it is: a preview makes it after the page.
    pub pages_first: bool,
}

/// The content and the theme, read and judged.
#[derive(Debug)]
pub struct Read {
    /// The files.
    pub sources: Sources,
    /// The handbook with its index.
    pub checked: Checked,
    /// The rows, where `--data` names them; closed to everybody downstream.
    pub private: Private,
    /// The figures that may be published, by cohort.
    pub published: BTreeMap<Id, Published<Release>>,
    /// The edition that was asked for.
    pub edition: EditionChoice,
    /// Templates and languages.
    pub look: Arc<Look>,
    /// Everything that was found, in order of place.
    pub found: Vec<Diagnostic>,
}

impl Read {
    /// Whether something is an error.
    pub fn failed(&self) -> bool {
        self.found.iter().any(|found| found.severity == Severity::Error)
    }
}

/// The theme, compiled, and the languages that it speaks.
#[derive(Debug)]
pub struct Look {
    /// Its files.
    pub theme: Arc<Theme>,
    /// Its templates.
    pub templates: Templates,
    /// The languages of the site, the default first.
    pub languages: Vec<Arc<Language>>,
    tags: Vec<String>,
    found: Vec<Diagnostic>,
}

/// What a preview keeps from one build to the next; a single build begins with nothing.
#[derive(Debug, Default)]
pub struct Kept {
    sources: Sources,
    memo: Memo,
    judged: Judged,
    look: Option<Arc<Look>>,
    history: Option<BTreeMap<String, NaiveDate>>,
    remembers: bool,
}

impl Kept {
    /// One that remembers.
    pub fn remembering() -> Self {
        Self { memo: Memo::remembering(), remembers: true, ..Self::default() }
    }
}

/// Reads all files; of those that a preview keeps, only what changed.
pub fn scan(world: &dyn World, kept: &mut Kept) -> io::Result<Sources> {
    let sources = source::scan_again(world, &kept.sources)?;
    if kept.remembers {
        kept.sources = sources.clone();
    }
    Ok(sources)
}

/// Reads and judges everything; finds all there is to find.
pub fn check(world: &dyn World, options: &Options, kept: &mut Kept) -> io::Result<Read> {
    let sources = scan(world, kept)?;
    judge(world, sources, options, kept)
}

/// Judges what was read.
pub fn judge(
    world: &dyn World,
    mut sources: Sources,
    options: &Options,
    kept: &mut Kept,
) -> io::Result<Read> {
    let mut found = Vec::new();
    let settings = check::Settings { drafts: options.drafts };
    let mut checked = check::read(&sources, &settings, &mut kept.memo, &mut found);
    let book = &mut checked.handbook;
    book.program.base_url = options.base_url.clone().or_else(|| book.program.base_url.take());
    let edition = edition(book, options.edition.as_deref());
    check::judge_again(&checked, &sources, &edition, &mut kept.judged, &mut found);
    let private = Private::read(world, &mut sources, &checked.handbook, &mut found)?;
    let published = outcomes::published(&sources, &mut found);
    let published = outcomes::as_defined(&checked.handbook, published, &mut found);
    private.hold_against(&checked.handbook, &published, &mut found);
    let look = look(world, &mut sources, &checked.handbook, kept);
    found.extend(look.found.iter().cloned());
    diag::sort(&mut found);
    Ok(Read { sources, checked, private, published, edition, look, found })
}

/// Loads the theme; one that is the same as last time is not compiled again.
fn look(world: &dyn World, sources: &mut Sources, book: &Handbook, kept: &mut Kept) -> Arc<Look> {
    let (theme, mut found) = Theme::load(world, sources);
    let tags = match book.program.languages.as_slice() {
        [] => vec!["en".to_owned()],
        tags => tags.to_vec(),
    };
    if let Some(known) = &kept.look
        && known.theme.hash() == theme.hash()
        && known.tags == tags
    {
        return Arc::clone(known);
    }
    let theme = Arc::new(theme);
    let (templates, more) = Templates::compile(&theme);
    found.extend(more);
    let load = |tag: &String| {
        let (language, more) = Language::load(&theme, tag);
        found.extend(more);
        Arc::new(language)
    };
    let languages = tags.iter().map(load).collect();
    let look = Arc::new(Look { theme, templates, languages, tags, found });
    kept.look = kept.remembers.then(|| Arc::clone(&look));
    look
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

/// Draws and writes the site of what was read, where nothing in it is an error.
pub fn build(
    world: &dyn World,
    read: &mut Read,
    options: &Options,
    target: &Target,
    kept: &mut Kept,
    tick: Tick,
) -> Result<Report, Failure> {
    let again = kept.history.is_some();
    read.checked.handbook.changed = last_changes(world, read, kept);
    let book = &read.checked.handbook;
    let outline = Outline::new(book, &read.edition);
    let plan = Plan::new(book, &outline, &read.edition, !options.no_search);
    read.found.extend(shallow(world, kept));
    let report =
        Inputs { world, read, options, outline: &outline, plan: &plan, again }.write(target, tick)?;
    let missing: Vec<Diagnostic> = read.look.languages.iter().flat_map(|l| l.missing()).collect();
    read.found.extend(missing);
    Ok(report)
}

/// In a shallow clone, git's dates are wrong and left out; said once.
fn shallow(world: &dyn World, kept: &Kept) -> Option<Diagnostic> {
    if kept.look.is_some() || !world.is_shallow() {
        return None;
    }
    let message = "this is a shallow clone: pages show no dates of last change";
    Some(Diagnostic::new(&source::SHALLOW_CLONE, Place::whole(FileId::NONE), message))
}

/// The day of each guide's last change; a preview asks git once.
fn last_changes(world: &dyn World, read: &Read, kept: &mut Kept) -> BTreeMap<FileId, NaiveDate> {
    let ask = || world.history().into_iter().map(|(path, change)| (path, change.day)).collect();
    let history = kept.history.take().unwrap_or_else(ask);
    let of = |guide: &Arc<Guide>| Some((guide.file, *history.get(&read.sources.get(guide.file)?.path)?));
    let changed = read.checked.handbook.guides.iter().filter_map(of).collect();
    kept.history = kept.remembers.then_some(history);
    changed
}

/// Every code that any stage can give, by word: what `explain` lists.
pub fn codes() -> Vec<&'static Code> {
    let mut codes = check::codes();
    codes.extend(outcomes::codes());
    codes.extend(crate::theme::CODES.iter().chain(write::CODES).chain(crate::assemble::CODES).copied());
    codes.push(&source::SHALLOW_CLONE);
    codes.sort_by_key(|code| code.word);
    codes.dedup_by_key(|code| code.word);
    codes
}
