//! Private rows: read, typed and held against the program, where `--data` names them.
//!
//! Nothing here is public or serialises: others get findings, and `outcomes` alone gets the sound rows.
//! Whether a figure may be told is decided by nobody in this module.

mod cell;
mod codes;
mod columns;
mod header;
mod matches;
mod read;
pub(super) mod records;
mod responses;
mod table;
#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;
pub mod words;

use std::collections::{BTreeMap, HashSet};
use std::io;
use std::sync::Arc;

pub use codes::CODES;

pub(super) use cell::Name;
pub(super) use matches::Match;
pub(super) use read::Tally;

use cell::{Known, Names};
use codes::{ROWS_ORDER, ROWS_TRACKED, ROWS_UNKNOWN_FILE, ROWS_UNREADABLE};
use columns::{ENDINGS, MATCHES, PARTICIPANTS, SINGLE, Spec, at};
use matches::{Chains, Ending, Judge, Matches};
use read::{Flaw, Reader};
use records::{CohortRows, Participant, Rows, word};
use table::Table;
use words::EndReason;

use crate::check::{Cohort, Handbook};
use crate::diag::{Diagnostic, FileId, Place, Span};
use crate::source::{FileKind, LARGEST_TEXT, Root, Sources, World};

/// Reads every row file and pushes what is wrong; the rows themselves are dropped.
pub fn check(
    world: &dyn World,
    sources: &mut Sources,
    book: &Handbook,
    found: &mut Vec<Diagnostic>,
) -> io::Result<()> {
    read(world, sources, book, found).map(drop)
}

/// The sound rows of all cohorts; the others are reported. The texts of files with findings are kept in
/// `sources`, for their messages.
pub(super) fn read(
    world: &dyn World,
    sources: &mut Sources,
    book: &Handbook,
    found: &mut Vec<Diagnostic>,
) -> io::Result<Rows> {
    tracked(world, sources, book, found);
    let mut mine = Vec::new();
    let files = open(world, sources, book, &mut mine)?;
    let mut names = Names::default();
    let mut chains = Chains::default();
    let mut parts: Vec<Part> = Vec::new();
    let mut rows = Rows::default();
    for (id, tables) in &files.by_cohort {
        let Some(cohort) = book.cohort(id) else { continue };
        let part = first(book, cohort, tables, &mut names, &mut mine);
        chains.add(&part.matches);
        parts.push(part);
    }
    for part in parts {
        let id = part.cohort.id.clone();
        rows.cohorts.insert(id, rest(book, part, &chains, &mut names, &mut mine));
    }
    let with_findings: HashSet<FileId> = mine.iter().map(|one| one.primary.place.file).collect();
    for (id, text) in files.texts.into_iter().filter(|(id, _)| with_findings.contains(id)) {
        if let Some(file) = sources.files.get_mut(id.0 as usize) {
            file.text = text;
        }
    }
    found.append(&mut mine);
    rows.names = names.into_texts();
    Ok(rows)
}

/// Rows that git tracks, whether they are read or not.
fn tracked(world: &dyn World, sources: &Sources, book: &Handbook, found: &mut Vec<Diagnostic>) {
    if book.program.fictional {
        return;
    }
    for path in world.tracked_rows() {
        let listed = sources.iter().find(|(_, file)| file.root == Root::Data && file.path == path);
        let place = listed.map_or(book.program.origin, |(id, _)| Place::whole(id));
        let place = Place { span: Span { end: place.span.start, ..place.span }, ..place };
        let message = format!("git tracks the rows `{path}`");
        found.push(Diagnostic::new(&ROWS_TRACKED, place, message).help(
            "take the file out of git, keep the folder in .gitignore, and think of the history as well",
        ));
    }
}

type Tables = BTreeMap<String, Table>;

/// All row files, by cohort and name.
struct Files {
    by_cohort: BTreeMap<String, Tables>,
    texts: Vec<(FileId, Arc<str>)>,
}

fn open(
    world: &dyn World,
    sources: &Sources,
    book: &Handbook,
    found: &mut Vec<Diagnostic>,
) -> io::Result<Files> {
    let mut files = Files { by_cohort: BTreeMap::new(), texts: Vec::new() };
    for (id, file) in sources.iter().filter(|(_, file)| file.root == Root::Data) {
        let FileKind::Rows { cohort, name } = &file.kind else { continue };
        if !is_known(book, cohort, name, id, found) {
            continue;
        }
        if file.path.strip_suffix(".yaml").is_some() && file.len > LARGEST_TEXT {
            let message = "rows in YAML take up to 5 MB";
            found.push(
                Diagnostic::new(&ROWS_UNREADABLE, Place::whole(id), message).help("export them as CSV"),
            );
            continue;
        }
        let Some(text) = text(world.read(Root::Data, &file.path)?, id, found) else { continue };
        files.texts.push((id, Arc::clone(&text)));
        let Some(table) = Table::open(id, &file.path, &text, found) else { continue };
        let tables = files.by_cohort.entry(cohort.clone()).or_default();
        if let Some(other) = tables.get(name) {
            let message = format!("`{name}` stands here in CSV and in YAML");
            found.push(
                Diagnostic::new(&ROWS_UNREADABLE, Place::whole(id), message)
                    .also(Place::whole(other.file), "this one is read")
                    .help("keep one of the two"),
            );
            continue;
        }
        tables.insert(name.clone(), table);
    }
    Ok(files)
}

fn is_known(book: &Handbook, cohort: &str, name: &str, id: FileId, found: &mut Vec<Diagnostic>) -> bool {
    let message = if book.cohort(cohort).is_none() {
        format!("there is no cohort `{cohort}`, so its rows count nowhere")
    } else if name.starts_with("responses-") || columns::names().any(|known| known == name) {
        return true;
    } else {
        format!("`{name}` is no file of rows")
    };
    let mut diagnostic = Diagnostic::new(&ROWS_UNKNOWN_FILE, Place::whole(id), message);
    if let Some(near) = crate::diag::nearest(name, columns::names()).filter(|_| book.cohort(cohort).is_some())
    {
        diagnostic = diagnostic.help(format!("did you mean `{near}.csv`?"));
    }
    found.push(diagnostic);
    false
}

fn text(bytes: Vec<u8>, id: FileId, found: &mut Vec<Diagnostic>) -> Option<Arc<str>> {
    match String::from_utf8(bytes) {
        Ok(text) => Some(text.strip_prefix('\u{feff}').unwrap_or(&text).into()),
        Err(error) => {
            let sound = &error.as_bytes()[..error.utf8_error().valid_up_to()];
            let line = sound.split(|byte| *byte == b'\n').count();
            let message = format!("this file is not UTF-8 text (line {line})");
            found.push(
                Diagnostic::new(&ROWS_UNREADABLE, Place::whole(id), message)
                    .help("export it again and choose “CSV UTF-8”, or save it with that encoding"),
            );
            None
        }
    }
}

/// A cohort of which people and matches are known.
struct Part<'a> {
    cohort: &'a Cohort,
    tables: &'a Tables,
    people: Option<HashSet<Name>>,
    matches: Matches,
    reader: Option<Reader<'a>>,
    rows: CohortRows,
}

fn reader<'t>(
    cohort: &Cohort,
    tables: &'t Tables,
    spec: &'t Spec<'t>,
    found: &mut Vec<Diagnostic>,
) -> Option<Reader<'t>> {
    let table = tables.get(spec.name)?;
    let extra = |name: &str| cohort.file.extra_columns.iter().any(|extra| extra == name);
    let places = header::find(table, spec.columns, &extra, found)?;
    Some(Reader { table, spec, places })
}

/// People and matches come first: all other rows name them.
fn first<'a>(
    book: &'a Handbook,
    cohort: &'a Cohort,
    tables: &'a Tables,
    names: &mut Names,
    found: &mut Vec<Diagnostic>,
) -> Part<'a> {
    let mut known = Known { book, cohort, people: None, matches: None };
    let mut rows = CohortRows::default();
    let people = reader(cohort, tables, &PARTICIPANTS, found).map(|reader| {
        let tally = reader.rows(&known, names, found, |row, _| {
            rows.participants.extend(Participant::of(row));
            Vec::new()
        });
        rows.files.insert(PARTICIPANTS.name.to_owned(), tally);
        rows.participants.iter().map(|one| one.person).collect::<HashSet<_>>()
    });
    known.people = people.as_ref();
    let reader = reader(cohort, tables, &MATCHES, found);
    let mut matches = Matches::default();
    if let Some(reader) = &reader {
        let tally = reader.rows(&known, names, found, |row, _| {
            matches.all.extend(Match::of(row));
            Vec::new()
        });
        rows.files.insert(MATCHES.name.to_owned(), tally);
        matches.ids = matches.all.iter().map(|one| one.id).collect();
    }
    Part { cohort, tables, people, matches, reader, rows }
}

/// Everything that names people and matches, and what only all rows together show.
fn rest(
    book: &Handbook,
    mut part: Part,
    chains: &Chains,
    names: &mut Names,
    found: &mut Vec<Diagnostic>,
) -> CohortRows {
    let Part { cohort, tables, .. } = part;
    let ids = part.matches.ids.clone();
    let known =
        Known { book, cohort, people: part.people.as_ref(), matches: part.reader.is_some().then_some(&ids) };
    let mut rows = part.rows;
    if let Some(reader) = reader(cohort, tables, &ENDINGS, found) {
        let tally = endings(&reader, &known, &mut part.matches, names, found);
        rows.files.insert(ENDINGS.name.to_owned(), tally);
    }
    for spec in SINGLE {
        if let Some(reader) = reader(cohort, tables, spec, found) {
            let tally = reader.rows(&known, names, found, |row, _| {
                rows.take(spec.name, row);
                Vec::new()
            });
            rows.files.insert(spec.name.to_owned(), tally);
        }
    }
    for (name, table) in tables {
        let Some(survey) = name.strip_prefix("responses-") else { continue };
        if let Some((tally, answers)) = responses::read(table, survey, &known, &part.matches, names, found) {
            rows.files.insert(name.clone(), tally);
            rows.answers.push(answers);
        }
    }
    if let Some(reader) = &part.reader {
        Judge { book, cohort, reader, matches: &part.matches, chains }.judge(found);
    }
    rows.matches = part.matches.all;
    rows.endings = part.matches.endings;
    rows
}

fn endings(
    reader: &Reader,
    known: &Known,
    matches: &mut Matches,
    names: &mut Names,
    found: &mut Vec<Diagnostic>,
) -> Tally {
    let begun: std::collections::HashMap<Name, chrono::NaiveDate> =
        matches.all.iter().filter_map(|one| Some((one.id, one.matched_on?))).collect();
    let endings = &mut matches.endings;
    reader.rows(known, names, found, |row, _| {
        let Some(id) = row.cells[at::MATCH].name() else { return Vec::new() };
        let ended_on = row.cells[at::ENDED_ON].date();
        let early = begun.get(&id).zip(ended_on).filter(|(from, to)| to < *from);
        if let Some((from, to)) = early {
            let message = format!("`ended_on` ({to}) comes before `matched_on` ({from}) in matches.csv");
            let column = reader.column(at::ENDED_ON);
            let help = "correct one of the two dates; most often it is the year".to_owned();
            return vec![Flaw { column, code: &ROWS_ORDER, message, help, leaves_out: true }];
        }
        let reason = word(row, at::REASON, EndReason::ALL);
        endings.insert(id, Ending { ended_on, reason });
        Vec::new()
    })
}
