//! Private rows: read, typed and held against the program, where `--data` names them.
//!
//! Nothing here is public or serialises: others get findings, and `outcomes` alone gets the sound rows.
//! Whether a figure may be told is decided by nobody in this module.

mod cell;
mod codes;
mod columns;
mod contacts;
mod files;
pub(crate) mod forget;
mod found;
mod header;
mod matches;
mod missing;
pub mod model;
mod people;
mod quotes;
mod read;
pub(super) mod records;
mod responses;
mod table;
#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod table_tests;
#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;
#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests_answers;
#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests_laws;
pub mod words;

use std::collections::{HashMap, HashSet};
use std::io;

use rayon::prelude::*;

pub use codes::CODES;

pub(super) use cell::Name;
pub(super) use matches::Match;
pub(super) use people::People;
pub(super) use read::Tally;

use cell::{Known, Names};
use codes::{ENDING_CONTRADICTION, ROWS_ORDER, ROWS_TRACKED};
use columns::{ENDINGS, MATCHES, PARTICIPANTS, SINGLE, Spec, at};
use contacts::Sides;
use files::Tables;
use found::Found;
use matches::{Chains, Ending, Judge, Matches};
use people::{Joined, SameAs};
use read::{Done, Flaw, Reader};
use records::{CohortRows, Event, Rows, word};
use responses::Given;
use words::EndReason;

use crate::check::{Cohort, Handbook};
use crate::diag::{Diagnostic, FileId, Place, Span};
use crate::model::CohortStatus;
use crate::source::{Root, Sources, World};

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
    let mut mine = Found::default();
    let files = files::open(world, sources, book, &mut mine)?;
    let names = Names::default();
    let has_rows = |id: &str| files.by_cohort.contains_key(id);
    let retired = |one: &Cohort| one.file.status == CohortStatus::Closed && !has_rows(one.id.as_str());
    let mut chains = Chains::default();
    chains.retired = book.cohorts.iter().any(retired) || !files.unjudged.is_empty();
    let mut joined = Joined::default();
    let mut left_people = HashSet::new();
    // Cohorts are read side by side, and all people and matches before whatever names them.
    let read = files.by_cohort.par_iter().filter_map(|(id, tables)| Some((book.cohort(id)?, tables)));
    let mut parts: Vec<Part> = read.map(|(cohort, tables)| first(book, cohort, tables, &names)).collect();
    for part in &mut parts {
        let (cohort, tables) = (part.cohort, part.tables);
        let is_there = |name: &str| {
            let listed = || (cohort.id.to_string(), name.to_owned());
            tables.contains_key(name) || files.faulty.contains(&listed())
        };
        missing::answers(cohort, &is_there, &mut mine);
        part.has_matches = is_there(MATCHES.name);
        chains.add(&part.matches, &part.left_matches);
        left_people.extend(part.left_people.iter().copied());
        joined.extend(std::mem::take(&mut part.said));
    }
    let read = parts.into_par_iter().map(|part| (part.cohort, rest(book, part, &chains, &joined, &names)));
    let mut rows = Rows::default();
    for (cohort, (read, found)) in read.collect::<Vec<_>>() {
        rows.cohorts.insert(cohort.id.clone(), read);
        mine.append(found);
    }
    // People and matches of retired cohorts may still be named, and are known to nobody.
    if !chains.retired {
        joined.judge(&rows.cohorts, &left_people, &mut mine);
    }
    let mut mine = mine.into_told();
    let with_findings: HashSet<FileId> = mine.iter().map(|one| one.primary.place.file).collect();
    for (id, text) in files.texts.into_iter().filter(|(id, _)| with_findings.contains(id)) {
        if let Some(file) = sources.files.get_mut(id.0 as usize) {
            file.text = text;
        }
    }
    found.append(&mut mine);
    rows.names = names.into_texts();
    rows.people = joined.people(&rows.names);
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

/// A cohort of which people and matches are known.
struct Part<'a> {
    cohort: &'a Cohort,
    tables: &'a Tables,
    /// Whether a file of matches lies there, read or not.
    has_matches: bool,
    people: Option<HashSet<Name>>,
    left_people: HashSet<Name>,
    nameless_people: bool,
    matches: Matches,
    left_matches: HashSet<Name>,
    nameless_matches: bool,
    said: Vec<SameAs>,
    reader: Option<Reader<'a>>,
    rows: CohortRows,
    found: Found,
}

fn reader<'t>(
    cohort: &Cohort,
    tables: &'t Tables,
    spec: &'t Spec<'t>,
    found: &mut Found,
) -> Option<Reader<'t>> {
    let table = tables.get(spec.name)?;
    let extra = |name: &str| cohort.file.extra_columns.iter().any(|extra| extra == name);
    let places = header::find(table, spec.columns, &extra, found)?;
    Some(Reader { table, spec, places, further: Vec::new() })
}

/// People and matches come first: all other rows name them.
fn first<'a>(book: &'a Handbook, cohort: &'a Cohort, tables: &'a Tables, names: &Names) -> Part<'a> {
    let (mut rows, mut found, mut said) = (CohortRows::default(), Found::default(), Vec::new());
    let mut matches = Matches::default();
    let (none, nobody) = (HashSet::new(), Joined::default());
    let (mut left_people, mut nameless_people) = (HashSet::new(), false);
    let known = Known {
        book,
        cohort,
        people: None,
        left_people: &none,
        nameless_people,
        matches: None,
        left_matches: &none,
        nameless_matches: false,
        joined: &nobody,
    };
    let people = reader(cohort, tables, &PARTICIPANTS, &mut found).map(|reader| {
        let done = reader.rows(&known, names, &mut found, |row| {
            rows.participants.extend(row.cells[0].name());
            rows.minors |= row.cells[3] == cell::Cell::Word(1) || row.cells[4].date().is_some();
            if let Some(same) = SameAs::of(&reader, row) {
                rows.joined = rows.joined.wrapping_add(row.print);
                said.push(same);
            }
            Vec::new()
        });
        rows.files.insert(PARTICIPANTS.name.to_owned(), done.tally);
        (left_people, nameless_people) = (done.left_out, done.nameless);
        rows.participants.iter().copied().collect::<HashSet<_>>()
    });
    let known = Known { people: people.as_ref(), left_people: &left_people, nameless_people, ..known };
    let reader = reader(cohort, tables, &MATCHES, &mut found);
    let (mut left_matches, mut nameless_matches) = (HashSet::new(), false);
    if let Some(reader) = &reader {
        let done = reader.rows(&known, names, &mut found, |row| {
            matches.all.extend(Match::of(row));
            Vec::new()
        });
        rows.files.insert(MATCHES.name.to_owned(), done.tally);
        (left_matches, nameless_matches) = (done.left_out, done.nameless);
        matches.ids = matches.all.iter().map(|one| one.id).collect();
    }
    Part {
        cohort,
        tables,
        has_matches: false,
        people,
        left_people,
        nameless_people,
        matches,
        left_matches,
        nameless_matches,
        said,
        reader,
        rows,
        found,
    }
}

/// Everything that names people and matches, and what only all rows together show.
fn rest(
    book: &Handbook,
    mut part: Part,
    chains: &Chains,
    joined: &Joined,
    names: &Names,
) -> (CohortRows, Found) {
    let Part { cohort, tables, .. } = part;
    let mut told = std::mem::take(&mut part.found);
    let found = &mut told;
    let ids = part.matches.ids.clone();
    // Without a match that could be meant, one finding says so in place of one for each row.
    let has_matches =
        part.reader.is_some() && (!ids.is_empty() || !part.left_matches.is_empty() || part.nameless_matches);
    if !has_matches {
        missing::matches(&part, found);
    }
    let known = Known {
        book,
        cohort,
        people: part.people.as_ref(),
        left_people: &part.left_people,
        nameless_people: part.nameless_people,
        matches: has_matches.then_some(&ids),
        left_matches: &part.left_matches,
        nameless_matches: part.nameless_matches,
        joined,
    };
    let mut rows = part.rows;
    if let Some(reader) = reader(cohort, tables, &ENDINGS, found) {
        let tally = endings(&reader, &known, &mut part.matches, names, found);
        rows.files.insert(ENDINGS.name.to_owned(), tally);
    }
    let sides = Sides::new(&known, &part.matches, names);
    for spec in SINGLE {
        if let Some(reader) = reader(cohort, tables, spec, found) {
            let Done { tally, .. } = reader.rows(&known, names, found, |row| {
                if spec.name == contacts::FILE {
                    return sides.take(&reader, row, &mut rows.contacts).into_iter().collect();
                }
                let flaw = (spec.name == "events").then(|| Event::flaw(&reader, row)).flatten();
                if flaw.is_none() {
                    rows.take(spec.name, row);
                }
                flaw.into_iter().collect()
            });
            rows.files.insert(spec.name.to_owned(), tally);
        }
    }
    for (name, given) in answers(tables, &known, &part.matches, names, found) {
        rows.files.insert(name, given.tally);
        rows.answers.push(given.answers);
    }
    if let Some(reader) = &part.reader {
        Judge { book, cohort, reader, matches: &part.matches, chains }.judge(found);
    }
    rows.matches = part.matches.all;
    rows.endings = part.matches.endings;
    (rows, told)
}

/// The answers to all surveys, by the name of their file.
fn answers<'t>(
    tables: &'t Tables,
    known: &Known,
    matches: &Matches,
    names: &Names,
    found: &mut Found,
) -> Vec<(String, Given<'t>)> {
    let surveys = tables.iter().filter_map(|(name, table)| Some((table, name.strip_prefix("responses-")?)));
    let read =
        surveys.filter_map(|(table, survey)| responses::read(table, survey, known, matches, names, found));
    let mut all: Vec<Given> = read.collect();
    people::once_a_wave(known, &mut all, found);
    for given in &all {
        responses::invited(given, known, found);
        read::left_out(given.table, given.tally, found);
    }
    let survey =
        |given: &Given| known.cohort.file.surveys.get(given.answers.survey).map(|one| one.id.to_string());
    all.into_iter().filter_map(|given| Some((format!("responses-{}", survey(&given)?), given))).collect()
}

fn endings(reader: &Reader, known: &Known, matches: &mut Matches, names: &Names, found: &mut Found) -> Tally {
    let by_id: HashMap<Name, &Match> = matches.all.iter().map(|one| (one.id, one)).collect();
    let endings = &mut matches.endings;
    let done = reader.rows(known, names, found, |row| {
        let Some(id) = row.cells[at::MATCH].name() else { return Vec::new() };
        let ended_on = row.cells[at::ENDED_ON].date();
        let one = by_id.get(&id);
        let early = one.and_then(|one| one.matched_on).zip(ended_on).filter(|(from, to)| to < from);
        if let Some((from, to)) = early {
            let message = format!("`ended_on` ({to}) comes before `matched_on` ({from}) in matches.csv");
            let column = reader.column(at::ENDED_ON);
            let help = "correct one of the two dates; most often it is the year".to_owned();
            return vec![Flaw { column, code: &ROWS_ORDER, message, help, leaves_out: true }];
        }
        let ending = Ending { ended_on, reason: word(row, at::REASON, EndReason::ALL) };
        endings.insert(id, ending);
        let against = one.and_then(|one| one.contradicted_by(ending));
        let flaw = against.map(|(column, message, help)| Flaw {
            column: reader.column(column),
            code: &ENDING_CONTRADICTION,
            message: message.to_owned(),
            help: help.to_owned(),
            leaves_out: false,
        });
        flaw.into_iter().collect()
    });
    done.tally
}
