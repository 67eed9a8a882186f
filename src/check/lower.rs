//! Files to entities: each file is decoded by its kind, and every finding and reference is kept.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::handbook::{Asset, Guide};
use super::memo::{Memo, ParsedGuide};
use super::stand_in;
use crate::diag::{Code, Diagnostic, FileId, Place, Severity, Span};
use crate::model::{
    Cx, Decode, Entry, FrontMatter, Id, Mark, Node, Program, QuestionsFile, RefUse, Value, is_language,
};
use crate::parse::{self, Doc};
use crate::source::{FileKind, SourceFile, Sources};

/// What the files hold, before anything is held against anything else.
#[derive(Debug, Default)]
pub struct Raw {
    /// `program.yaml`, where it could be read.
    pub program: Option<Program>,
    /// The lists.
    pub lists: Lists,
    /// The cohorts, without their sessions.
    pub cohorts: BTreeMap<String, RawCohort>,
    /// The guides.
    pub guides: Vec<Arc<Guide>>,
    /// Files beside them.
    pub assets: Vec<Asset>,
    /// All references.
    pub refs: Vec<RefUse>,
    /// The kinds whose file could not be read: nothing is known of their ids.
    pub unread: Vec<Mark>,
    /// The ids of all entities, also of those that could not be read.
    pub ids: Vec<(Mark, Id, Place)>,
}

macro_rules! lists {
    ($( $(#[doc = $doc:literal])+ $field:ident: $Type:ty ),* $(,)?) => {
        /// The entities that stand in lists of their own.
        #[derive(Debug, Default)]
        pub struct Lists { $( $(#[doc = $doc])+ pub $field: $Type, )* }
    };
}

lists! {
    /// `phases.yaml`.
    phases: Vec<crate::model::Phase>,
    /// `check-ins.yaml`.
    check_ins: Vec<crate::model::CheckIn>,
    /// Scales of `questions.yaml`.
    scales: BTreeMap<Id, crate::model::Scale>,
    /// `questions.yaml`.
    questions: Vec<crate::model::Question>,
    /// `measures.yaml`.
    measures: Vec<crate::model::Measure>,
    /// `calendar.yaml`.
    calendar: Vec<crate::model::CalendarRow>,
    /// `findings.yaml`.
    findings: Vec<crate::model::Finding>,
    /// `changes.yaml`.
    changes: Vec<crate::model::Change>,
    /// `people.yaml`.
    people: Vec<crate::model::Person>,
}

/// A cohort's files.
#[derive(Debug, Default)]
pub struct RawCohort {
    /// `cohort.yaml`.
    pub file: Option<crate::model::CohortFile>,
    /// `results.yaml`.
    pub results: Vec<crate::model::ResultRow>,
    /// `quotes.yaml`.
    pub quotes: Vec<crate::model::Quote>,
    /// `summary.md` and its translations.
    pub summaries: Vec<(Option<String>, FileId, Arc<Doc>)>,
}

/// Decodes all files.
pub fn lower(sources: &Sources, memo: &mut Memo, found: &mut Vec<Diagnostic>) -> Raw {
    let mut raw = Raw::default();
    for (id, file) in sources.iter() {
        if parse::yaml::check_file(id, file, found) && !is_empty(id, file, found) {
            lower_file(id, file, &mut raw, found);
        } else {
            // Its finding is the cause; what it would have declared is not missed.
            raw.unread.extend(kinds_in(&file.kind));
            raw.ids.extend(named_by_path(id, file));
        }
    }
    if !sources.files.iter().any(|file| file.kind == FileKind::Program) {
        raw.unread.extend(kinds_in(&FileKind::Program));
    }
    guides(sources, memo, &mut raw, found);
    raw
}

fn lower_file(id: FileId, file: &SourceFile, raw: &mut Raw, found: &mut Vec<Diagnostic>) {
    let before = found.len();
    let Raw { program, lists, cohorts, assets, refs, ids, unread, .. } = raw;
    let mut cx = Cx::new(id);
    let mut lost = false;
    let mut tree = |found: &mut Vec<Diagnostic>| {
        let node = parse::yaml::parse(id, &file.text, found);
        lost = node.as_ref().is_none_or(|node| !matches!(node.value, Value::Map(_)));
        node
    };
    match &file.kind {
        FileKind::Program => {
            *program = tree(found).and_then(|node| stand_in::program(&node, &mut cx));
        }
        FileKind::Phases => lost = list(id, file, &mut lists.phases, &mut cx),
        FileKind::CheckIns => lost = list(id, file, &mut lists.check_ins, &mut cx),
        FileKind::Measures => lost = list(id, file, &mut lists.measures, &mut cx),
        FileKind::Calendar => lost = list(id, file, &mut lists.calendar, &mut cx),
        FileKind::Findings => lost = list(id, file, &mut lists.findings, &mut cx),
        FileKind::Changes => lost = list(id, file, &mut lists.changes, &mut cx),
        FileKind::People => lost = list(id, file, &mut lists.people, &mut cx),
        FileKind::Questions => {
            let parsed = tree(found).and_then(|node| QuestionsFile::decode(&node, &mut cx));
            if let Some(parsed) = parsed {
                lists.scales = parsed.scales;
                lists.questions = parsed.questions;
            }
        }
        FileKind::Cohort(cohort) => {
            let entry = cohorts.entry(cohort.clone()).or_default();
            entry.file = tree(found).and_then(|node| Decode::decode(&node, &mut cx));
        }
        FileKind::Results(cohort) => {
            list(id, file, &mut cohorts.entry(cohort.clone()).or_default().results, &mut cx);
        }
        FileKind::Quotes(cohort) => {
            list(id, file, &mut cohorts.entry(cohort.clone()).or_default().quotes, &mut cx);
        }
        FileKind::Summary(cohort) => {
            let doc = parse::markdown::parse(id, Arc::clone(&file.text), 0, found);
            let language = language_of(&file.path).map(str::to_owned);
            cohorts.entry(cohort.clone()).or_default().summaries.push((language, id, Arc::new(doc)));
        }
        FileKind::Asset => {
            let path = file.path.trim_start_matches("guides/").to_owned();
            assets.push(Asset { path, file: id });
        }
        FileKind::Other => misplaced(id, file, found),
        FileKind::Guide | FileKind::Published(_) | FileKind::Rows { .. } => {}
    }
    found.append(&mut cx.found);
    refs.append(&mut cx.refs);
    let form =
        |found: &Diagnostic| parse::yaml::CODES.contains(&found.code) && found.severity == Severity::Error;
    if lost || found[before..].iter().any(form) {
        unread.extend(kinds_in(&file.kind));
    }
    unread.extend(cx.lost.into_iter().filter_map(mark_of));
    let wrong = found[before..].iter().any(|one| one.severity == Severity::Error);
    if wrong && kinds_in(&file.kind).contains(&Mark::Session) {
        // Sessions come of the calendar, a cohort's days and its own rows: any of these may be what is wrong.
        unread.push(Mark::Session);
    }
    // A session's id means nothing without its cohort.
    let marked = |(what, id, place)| Some((mark_of(what).filter(|mark| *mark != Mark::Session)?, id, place));
    ids.extend(cx.ids.into_iter().filter_map(marked));
    if matches!(file.kind, FileKind::Cohort(_)) {
        ids.extend(named_by_path(id, file));
    }
}

/// What a file declares by its path alone: it is there, whatever its text is like.
fn named_by_path(id: FileId, file: &SourceFile) -> Option<(Mark, Id, Place)> {
    match &file.kind {
        FileKind::Cohort(cohort) => Some((Mark::Cohort, Id::new(cohort), Place::whole(id))),
        FileKind::Guide => Some((Mark::Guide, guide_at(&file.path), Place::whole(id))),
        _ => None,
    }
}

/// The kinds that a file declares.
fn kinds_in(file: &FileKind) -> &'static [Mark] {
    match file {
        FileKind::Program => {
            &[Mark::Contact, Mark::Site, Mark::Track, Mark::Feature, Mark::Criterion, Mark::Edition]
        }
        FileKind::Phases => &[Mark::Phase],
        FileKind::CheckIns => &[Mark::CheckIn],
        FileKind::Questions => &[Mark::Question, Mark::Scale],
        FileKind::Measures => &[Mark::Measure],
        FileKind::Calendar => &[Mark::CalendarRow, Mark::Session],
        FileKind::Cohort(_) => &[Mark::Session, Mark::Survey],
        FileKind::Findings => &[Mark::Finding],
        FileKind::Changes => &[Mark::Change],
        FileKind::People => &[Mark::Person],
        _ => &[],
    }
}

/// What an entity is, from the word that its declaration goes by.
fn mark_of(what: &'static str) -> Option<Mark> {
    Mark::ALL.into_iter().find(|mark| mark.word() == what)
}

/// Whether a file that declares things holds nothing at all: comments alone are a list without items.
fn is_empty(id: FileId, file: &SourceFile, found: &mut Vec<Diagnostic>) -> bool {
    let is_empty = !kinds_in(&file.kind).is_empty() && file.text.trim().is_empty();
    if is_empty {
        let name = file.path.rsplit('/').next().unwrap_or_default();
        found.push(
            Diagnostic::new(&EMPTY_FILE, Place::whole(id), format!("`{name}` is empty"))
                .help("bring back what it held, from a copy or from git; or remove the file"),
        );
    }
    is_empty
}

/// Reads a file that is one list, and says whether it is lost; one of comments is an empty list.
fn list<T: Decode>(id: FileId, file: &SourceFile, into: &mut Vec<T>, cx: &mut Cx) -> bool {
    let Some(node) = parse::yaml::parse(id, &file.text, &mut cx.found) else { return true };
    if node.value == Value::Null {
        return false;
    }
    let items = Vec::<T>::decode(&node, cx);
    let lost = items.is_none();
    into.extend(items.unwrap_or_default());
    lost
}

/// The language of `name.es.md`.
fn language_of(path: &str) -> Option<&str> {
    let stem = without_ending(path);
    let (_, language) = stem.rsplit('/').next()?.rsplit_once('.')?;
    is_language(language).then_some(language)
}

/// Guides are parsed side by side; one that has not changed is taken from the memo.
fn guides(sources: &Sources, memo: &mut Memo, raw: &mut Raw, found: &mut Vec<Diagnostic>) {
    let files: Vec<(FileId, &SourceFile)> =
        sources.iter().filter(|(_, f)| f.kind == FileKind::Guide && f.is_readable()).collect();
    let parsed: Vec<Arc<ParsedGuide>> = files
        .par_iter()
        .map(|(id, file)| memo.get(*id, file.hash, &file.path).unwrap_or_else(|| Arc::new(guide(*id, file))))
        .collect();
    for ((id, file), parsed) in files.iter().zip(&parsed) {
        found.extend(parsed.found.iter().cloned());
        raw.refs.extend(parsed.refs.iter().cloned());
        raw.guides.extend(parsed.guide.iter().cloned());
        if parsed.guide.is_none() {
            raw.ids.extend(named_by_path(*id, file));
        }
        memo.keep(*id, file.hash, &file.path, parsed);
    }
    raw.guides.sort_by(|a, b| (a.id.as_str(), &a.language).cmp(&(b.id.as_str(), &b.language)));
}

fn guide(id: FileId, file: &SourceFile) -> ParsedGuide {
    let mut cx = Cx::new(id);
    let (node, body) = parse::yaml::front_matter(id, &file.text, &mut cx.found);
    // Front matter that cannot be read has been reported as such; only its absence is news.
    let node = node.unwrap_or_else(|| untitled(id, file, body == 0, &mut cx.found));
    let front = FrontMatter::decode(&node, &mut cx);
    let doc = parse::markdown::parse(id, Arc::clone(&file.text), body, &mut cx.found);
    let language = language_of(&file.path).map(str::to_owned);
    let (name, is_index) = guide_id(&file.path, language.as_deref());
    let guide = front.map(|front| {
        let outside = outside(&file.text[..body], &doc);
        let anchors = hash(doc.headings.iter().map(|h| doc.str(h.anchor)));
        let doc = Arc::new(doc);
        Arc::new(Guide {
            id: Id::new(&name),
            language,
            is_index,
            front,
            doc,
            file: id,
            hash: file.hash,
            outside,
            anchors,
        })
    });
    ParsedGuide { guide, refs: cx.refs, found: cx.found }
}

/// A hash of what other pages can tell of a guide.
fn outside(front: &str, doc: &Doc) -> u64 {
    let embeds = doc.embeds.iter().flat_map(|embed| [doc.str(embed.word), doc.str(embed.target)]);
    hash(std::iter::once(front).chain(embeds))
}

/// A hash of some texts and of where each ends.
fn hash<'t>(texts: impl Iterator<Item = &'t str>) -> u64 {
    let mut hasher = blake3::Hasher::new();
    for text in texts {
        hasher.update(text.as_bytes()).update(b"\0");
    }
    let bytes = hasher.finalize();
    u64::from_le_bytes(bytes.as_bytes()[..8].try_into().unwrap_or_default())
}

/// `guides/check-ins/midpoint.es.md` is `check-ins/midpoint`; `guides/check-ins/index.md` is `check-ins`.
fn guide_id(path: &str, language: Option<&str>) -> (String, bool) {
    let path = path.strip_prefix("guides/").unwrap_or(path);
    let path = without_ending(path);
    let path = language.and_then(|l| path.strip_suffix(l)?.strip_suffix('.')).unwrap_or(path);
    match path {
        "index" => (String::new(), true),
        _ => path.strip_suffix("/index").map_or_else(|| (path.to_owned(), false), |id| (id.to_owned(), true)),
    }
}

/// A path without its `.md`, whatever its case: a file `safety.MD` is told, and is the guide `safety`.
fn without_ending(path: &str) -> &str {
    path.rsplit_once('.')
        .filter(|(_, ending)| ending.eq_ignore_ascii_case("md"))
        .map_or(path, |(stem, _)| stem)
}

/// The id of the guide at a path of the content folder, whatever its language.
pub fn guide_at(path: &str) -> Id {
    Id::new(&guide_id(path, language_of(path)).0)
}

/// A guide without front matter gets its file's name as title, and a finding.
fn untitled(id: FileId, file: &SourceFile, missing: bool, found: &mut Vec<Diagnostic>) -> Node {
    let name = file.path.rsplit('/').next().unwrap_or_default().trim_end_matches(".md");
    if missing {
        found.push(
            Diagnostic::new(&FRONT_MATTER_MISSING, Place::whole(id), "this guide does not say its title")
                .help(format!("begin the file with three lines:\n---\ntitle: {name}\n---")),
        );
    }
    let title = Node { span: Span::default(), value: Value::Str(name.into()) };
    let entry = Entry { key: "title".into(), key_span: Span::default(), node: title };
    Node { span: Span::default(), value: Value::Map(vec![entry]) }
}

/// YAML and Markdown that nothing reads is most often in the wrong place.
fn misplaced(id: FileId, file: &SourceFile, found: &mut Vec<Diagnostic>) {
    if file.root != crate::source::Root::Content {
        return;
    }
    let Some((_, ending)) = file.path.rsplit_once('.') else { return };
    let help = match ending.to_lowercase().as_str() {
        "yml" => "name it .yaml",
        "md" => "guides stand below guides/, a cohort's story in cohorts/<id>/summary.md",
        "yaml" => {
            "the content folder holds program, phases, check-ins, questions, measures, calendar, findings, changes and people; \
                   a cohort's folder holds cohort, results, quotes and published"
        }
        "csv" | "xlsx" => "rows about people belong in the private folder, outside git",
        _ => return,
    };
    let name = file.path.rsplit('/').next().unwrap_or_default();
    if name.eq_ignore_ascii_case("readme.md") {
        return;
    }
    found.push(
        Diagnostic::new(&UNREAD_FILE, Place::whole(id), format!("`{name}` is read by nothing here"))
            .help(help),
    );
}

/// A guide without front matter.
pub static FRONT_MATTER_MISSING: Code = Code {
    word: "front-matter-missing",
    severity: Severity::Error,
    says: "A guide begins with its front matter: at least a title, between two lines of three hyphens.",
    why: "The title is what the navigation, the search and the browser's tab show.",
    example: "---\ntitle: The midpoint check-in\naudience: [mentor, mentee]\n---\nHalfway through, …",
    fix: "Add the lines at the very top of the file.",
};

/// A file without a word.
pub static EMPTY_FILE: Code = Code {
    word: "empty-file",
    severity: Severity::Error,
    says: "A file that declares phases, check-ins, questions or the like is not empty.",
    why: "All that other files say about them would lead nowhere; most often the file was lost while saving.",
    example: "phases.yaml    # 0 bytes",
    fix: "Bring back what it held; a file that is not needed can be removed, and `[]` is a list without items.",
};

/// A file that no part reads.
pub static UNREAD_FILE: Code = Code {
    word: "unread-file",
    severity: Severity::Warning,
    says: "A YAML, Markdown or row file stands where nothing reads it.",
    why: "One finds a thing by its path alone, so a file in the wrong place is as good as lost.",
    example: "content/phase.yaml     # wrong\ncontent/phases.yaml    # right",
    fix: "Rename or move the file as the message says.",
};

/// The codes of this file.
pub static CODES: &[&Code] = &[&EMPTY_FILE, &FRONT_MATTER_MISSING, &UNREAD_FILE];
