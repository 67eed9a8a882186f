//! The row files of all cohorts, opened: which of them are read at all, and as what text.
//!
//! Nothing in a private folder is passed over in silence. Knows no rows.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::sync::Arc;

use rayon::prelude::*;

use super::codes::{ROWS_UNKNOWN_FILE, ROWS_UNREADABLE};
use super::columns;
use super::found::Found;
use super::table::Table;
use crate::check::Handbook;
use crate::diag::{Diagnostic, FileId, Place, Span};
use crate::source::{FileKind, LARGEST_TEXT, Root, SourceFile, Sources, World};

/// Bytes that a CSV file may have: it is held in memory while it is read.
const LARGEST_ROWS: u64 = 512 * 1024 * 1024;

/// Bytes that a line of CSV may have.
const LONGEST_LINE: usize = 1024 * 1024;

/// The files of a cohort, by name.
pub(super) type Tables = BTreeMap<String, Table>;

/// All row files, by cohort and name.
pub(super) struct Files {
    pub by_cohort: BTreeMap<String, Tables>,
    /// Files that lie there and cannot be read, by cohort and name.
    pub faulty: BTreeSet<(String, String)>,
    /// Cohorts whose own file has an error: their rows are not judged before it is mended.
    pub unjudged: BTreeSet<String>,
    pub texts: Vec<(FileId, Arc<str>)>,
}

/// Opens every row file; one that cannot be read is reported.
pub(super) fn open(
    world: &dyn World,
    sources: &Sources,
    book: &Handbook,
    found: &mut Found,
) -> io::Result<Files> {
    let unjudged = unjudged(sources, book);
    let listed: Vec<_> = sources.iter().filter(|(_, file)| file.root == Root::Data).collect();
    let opened: Vec<_> =
        listed.into_par_iter().map(|(id, file)| open_one(world, book, &unjudged, id, file)).collect();
    let mut files =
        Files { by_cohort: BTreeMap::new(), faulty: BTreeSet::new(), unjudged, texts: Vec::new() };
    for opened in opened {
        let Opened { id, text, table, faulty, found: mine } = opened?;
        found.extend(mine);
        files.texts.extend(text.map(|text| (id, text)));
        files.faulty.extend(faulty);
        let Some((cohort, name, table)) = table else { continue };
        let tables = files.by_cohort.entry(cohort.to_owned()).or_default();
        if let Some(other) = tables.get(name) {
            let message = format!("`{name}` stands here in CSV and in YAML");
            found.push(
                Diagnostic::new(&ROWS_UNREADABLE, Place::whole(id), message)
                    .also(Place::whole(other.file), "this one is read")
                    .help("keep one of the two"),
            );
            continue;
        }
        tables.insert(name.to_owned(), table);
    }
    Ok(files)
}

/// Cohorts whose own file cannot be read, or has a name that is nearly right: it is told, and nobody knows what
/// their rows are held against.
fn unjudged(sources: &Sources, book: &Handbook) -> BTreeSet<String> {
    let cohort = |file: &SourceFile| match &file.kind {
        FileKind::Cohort(id) => Some(id.clone()),
        FileKind::Other if file.root == Root::Content => {
            let (id, name) = file.path.strip_prefix("cohorts/")?.split_once('/')?;
            let is_meant = ["cohort.yaml", "cohort.yml"].contains(&name.to_lowercase().as_str());
            is_meant.then(|| id.to_owned())
        }
        _ => None,
    };
    let there = sources.iter().filter_map(|(_, file)| cohort(file));
    there.filter(|id| book.cohort(id).is_none()).collect()
}

/// What came of one file.
struct Opened<'a> {
    id: FileId,
    text: Option<Arc<str>>,
    /// Its cohort, its name, and itself, where it is a file of rows.
    table: Option<(&'a str, &'a str, Table)>,
    /// Its cohort and its name, where it is one and cannot be read.
    faulty: Option<(String, String)>,
    found: Vec<Diagnostic>,
}

fn open_one<'a>(
    world: &dyn World,
    book: &Handbook,
    unjudged: &BTreeSet<String>,
    id: FileId,
    file: &'a SourceFile,
) -> io::Result<Opened<'a>> {
    let mut opened = Opened { id, text: None, table: None, faulty: None, found: Vec::new() };
    let FileKind::Rows { cohort, name } = &file.kind else {
        opened.found.extend(misplaced(id, &file.path));
        return Ok(opened);
    };
    let found = &mut opened.found;
    if unjudged.contains(cohort) || !is_known(book, cohort, name, id, found) {
        return Ok(opened);
    }
    let faulty = || Some((cohort.clone(), name.clone()));
    if is_too_large(id, file, found) {
        opened.faulty = faulty();
        return Ok(opened);
    }
    let bytes = match world.read(Root::Data, &file.path) {
        // Taken away since it was listed.
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(opened),
        read => read?,
    };
    let (text, is_sound) = text(bytes, id, &file.path, found);
    let table = is_sound.then(|| Table::open(id, &file.path, &text, found)).flatten();
    opened.faulty = if table.is_none() { faulty() } else { None };
    opened.table = table.map(|table| (cohort.as_str(), name.as_str(), table));
    opened.text = Some(text);
    Ok(opened)
}

/// A table that is no row file by its ending, or by its folder.
fn misplaced(id: FileId, path: &str) -> Option<Diagnostic> {
    let name = path.rsplit('/').next().unwrap_or_default();
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let stem = stem.to_lowercase();
    let help = match ending.to_ascii_lowercase().as_str() {
        _ if path.starts_with("ledger/") => return None,
        "xlsx" | "xls" | "ods" | "numbers" | "tsv" => {
            format!("export it as CSV in UTF-8, under the name {stem}.csv")
        }
        "csv" if ending != "csv" => format!("rename it to {stem}.csv"),
        "yml" | "yaml" if ending != "yaml" => format!("rename it to {stem}.yaml"),
        "csv" | "yaml" => {
            "the rows of a cohort stand in cohorts/, in a folder that is called as the cohort is".to_owned()
        }
        // Packed, exported for another program, or without an ending: by its name it holds rows all the same.
        _ if path.starts_with("cohorts/") && is_rows(&stem) => {
            format!("export it as CSV in UTF-8, under the name {}.csv", first_part(&stem))
        }
        _ => return None,
    };
    let message = format!("`{name}` is read by nothing here, and its rows count nowhere");
    Some(Diagnostic::new(&ROWS_UNKNOWN_FILE, Place::whole(id), message).help(help))
}

/// `matches` of `matches.csv.gz`.
fn first_part(stem: &str) -> &str {
    stem.split('.').next().unwrap_or(stem)
}

fn is_rows(stem: &str) -> bool {
    let stem = first_part(stem);
    stem.starts_with("responses-") || columns::names().any(|known| known == stem)
}

fn is_known(book: &Handbook, cohort: &str, name: &str, id: FileId, found: &mut Vec<Diagnostic>) -> bool {
    let near = |wrong: &str, known: &mut dyn Iterator<Item = &str>| {
        crate::diag::nearest(wrong, known).map(str::to_owned)
    };
    let (message, near) = if book.cohort(cohort).is_none() {
        let near = near(cohort, &mut book.cohorts.iter().map(|one| one.id.as_str()));
        (format!("there is no cohort `{cohort}`, so its rows count nowhere"), near)
    } else if name.starts_with("responses-") || columns::names().any(|known| known == name) {
        return true;
    } else {
        let near = near(name, &mut columns::names()).map(|name| format!("{name}.csv"));
        (format!("`{name}` is no file of rows"), near)
    };
    let help = near.map_or_else(
        || {
            let names: Vec<&str> = columns::names().collect();
            format!(
                "a cohort's folder is called as in content/cohorts; its files are {} and responses-SURVEY",
                names.join(", ")
            )
        },
        |near| format!("did you mean `{near}`?"),
    );
    found.push(Diagnostic::new(&ROWS_UNKNOWN_FILE, Place::whole(id), message).help(help));
    false
}

/// Decides by the length that was listed, so that not a byte of it is read.
fn is_too_large(id: FileId, file: &SourceFile, found: &mut Vec<Diagnostic>) -> bool {
    let is_yaml = file.path.strip_suffix(".yaml").is_some();
    let (most, message, help) = if is_yaml {
        (LARGEST_TEXT, "rows in YAML take up to 5 MB", "export them as CSV")
    } else {
        let help = "is it another kind of file? Rows of that many people belong in several cohorts";
        (LARGEST_ROWS, "a row file takes up to 512 MB, and this one is larger: nothing of it is read", help)
    };
    if file.len > most {
        found.push(Diagnostic::new(&ROWS_UNREADABLE, Place::whole(id), message).help(help));
    }
    file.len > most
}

/// What a file is that is no text of lines: told by a byte or two, before anything is made of it.
fn no_text(bytes: &[u8]) -> Option<String> {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        return Some("this is a workbook of a spreadsheet program under another name, not CSV".to_owned());
    }
    let line = |at: usize| bytes[..at].split(|byte| *byte == b'\n').count();
    // Every second byte of UTF-16 is nothing; elsewhere it is what a machine leaves that stopped while writing.
    match bytes.iter().position(|byte| *byte == 0) {
        _ if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") => {
            return Some("this file is not UTF-8 text, but UTF-16".to_owned());
        }
        Some(at) if line(at) == 1 => {
            return Some("this file is not UTF-8 text, but UTF-16 or no text at all".to_owned());
        }
        Some(at) => {
            return Some(format!(
                "from line {} on, this file holds bytes that are no text: it is damaged, or was not written to its end",
                line(at)
            ));
        }
        None => {}
    }
    let mut lines = bytes.split(|byte| matches!(byte, b'\n' | b'\r')).enumerate();
    let (long, _) = lines.find(|(_, line)| line.len() > LONGEST_LINE)?;
    Some(format!("line {} is longer than a row can be (1 MB): is this another kind of file?", long + 1))
}

/// The text of a file, and whether it is one. Of another encoding the readable part is kept, for the message.
fn text(bytes: Vec<u8>, id: FileId, path: &str, found: &mut Vec<Diagnostic>) -> (Arc<str>, bool) {
    let help = "export it again and choose “CSV UTF-8”, or save it with that encoding";
    let say = |place, message: String| Diagnostic::new(&ROWS_UNREADABLE, place, message).help(help);
    if let Some(what) = no_text(&bytes) {
        found.push(say(Place::whole(id), what));
        return (Arc::default(), false);
    }
    let text = match String::from_utf8(bytes) {
        Ok(text) => return (text.strip_prefix('\u{feff}').unwrap_or(&text).into(), true),
        Err(error) => String::from_utf8_lossy(error.as_bytes()).into_owned(),
    };
    let text: Arc<str> = text.strip_prefix('\u{feff}').unwrap_or(&text).into();
    let at = text.find(char::REPLACEMENT_CHARACTER).unwrap_or_default();
    let place = Place::new(id, Span::new(at, at + char::REPLACEMENT_CHARACTER.len_utf8()));
    let table = Table::open(id, path, &text, &mut Vec::new());
    let column = table.as_ref().and_then(|table| table.column_at(at));
    let column = column.map_or_else(String::new, |name| format!(" in the column `{name}`"));
    let more =
        text.lines().filter(|line| line.contains(char::REPLACEMENT_CHARACTER)).count().saturating_sub(1);
    let more = match more {
        0 => String::new(),
        1 => ", and 1 more line holds such letters".to_owned(),
        more => format!(", and {more} more lines hold such letters"),
    };
    found
        .push(say(place, format!("this file is not UTF-8 text: a letter here{column} cannot be read{more}")));
    (text, false)
}
