//! One cell: read by the kind of its column, held against the program.

use std::collections::{HashMap, HashSet};
use std::sync::{PoisonError, RwLock};

use chrono::{Datelike, NaiveDate};

use super::codes::{ROWS_REFERENCE, ROWS_VALUE, ROWS_WAITING};
use super::columns::Kind;
use super::people::Joined;
use crate::check::{Cohort, Handbook};
use crate::diag::Code;
use crate::model::is_language;

/// Years that a date may lie from the start of a cohort: programs follow up for years, and not for ten.
const MOST_YEARS: i32 = 10;

/// An id, as a small number; the same text is the same number.
pub(in crate::outcomes) type Name = u32;

/// Every id that was read, once. Cohorts are read side by side, so which number an id gets is chance, and means nothing.
#[derive(Default)]
pub(super) struct Names {
    known: RwLock<HashMap<Box<str>, Name>>,
}

impl Names {
    pub fn of(&self, text: &str) -> Name {
        // Most ids are known by now, and looking up keeps nobody waiting.
        if let Some(name) = self.known.read().unwrap_or_else(PoisonError::into_inner).get(text) {
            return *name;
        }
        let mut known = self.known.write().unwrap_or_else(PoisonError::into_inner);
        let next = Name::try_from(known.len()).unwrap_or(Name::MAX);
        *known.entry(text.into()).or_insert(next)
    }

    /// The texts, each at its number.
    pub fn into_texts(self) -> Vec<Box<str>> {
        let known = self.known.into_inner().unwrap_or_else(PoisonError::into_inner);
        let mut all: Vec<(Box<str>, Name)> = known.into_iter().collect();
        all.sort_unstable_by_key(|(_, name)| *name);
        all.into_iter().map(|(text, _)| text).collect()
    }
}

/// A code in small letters; of a number, without the zeros before it, which spreadsheets drop.
fn spelt_alike(code: &str) -> String {
    let digits = code.bytes().all(|byte| byte.is_ascii_digit());
    let number = if digits { code.trim_start_matches('0') } else { code };
    if number.is_empty() { "0".to_owned() } else { number.to_lowercase() }
}

/// What a cell holds.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Cell {
    /// Not recorded.
    Empty,
    /// An id.
    Name(Name),
    /// Several.
    Names(Box<[Name]>),
    /// A word: its place in the list.
    Word(usize),
    /// A day.
    Date(NaiveDate),
    /// A number.
    Count(u32),
}

impl Cell {
    pub fn date(&self) -> Option<NaiveDate> {
        if let Self::Date(date) = self { Some(*date) } else { None }
    }

    pub fn name(&self) -> Option<Name> {
        if let Self::Name(name) = self { Some(*name) } else { None }
    }

    pub fn names(&self) -> Box<[Name]> {
        if let Self::Names(names) = self { names.clone() } else { Box::default() }
    }
}

/// What cells of one cohort are held against.
pub(super) struct Known<'a> {
    pub book: &'a Handbook,
    pub cohort: &'a Cohort,
    /// The people of participants.csv, where there is one.
    pub people: Option<&'a HashSet<Name>>,
    /// Those whose row in participants.csv is left out.
    pub left_people: &'a HashSet<Name>,
    /// Whether a row of participants.csv is left out whose id cannot be read.
    pub nameless_people: bool,
    /// The matches of matches.csv, where it could be read and has any.
    pub matches: Option<&'a HashSet<Name>>,
    /// Those whose row in matches.csv is left out.
    pub left_matches: &'a HashSet<Name>,
    /// Whether a row of matches.csv is left out whose id cannot be read.
    pub nameless_matches: bool,
    /// Which ids are one person.
    pub joined: &'a Joined,
}

/// Why a cell cannot be read.
pub(super) struct Fault {
    pub code: &'static Code,
    pub message: String,
    pub help: Option<String>,
    /// What was most likely meant.
    pub near: Option<String>,
}

impl Fault {
    fn value(message: String, help: &str) -> Self {
        Self { code: &ROWS_VALUE, message, help: Some(help.to_owned()), near: None }
    }

    fn reference<'n>(kind: &str, text: &str, help: &str, known: impl Iterator<Item = &'n str>) -> Self {
        let near = crate::diag::nearest(text, known).map(str::to_owned);
        let message = format!("there is no {kind} `{}`", short(text));
        Self { code: &ROWS_REFERENCE, message, help: Some(help.to_owned()), near }
    }

    /// What a row names has a row of its own, which is left out.
    fn left_out(kind: &str, file: &str) -> Self {
        let message = format!("the row of this {kind} in {file} is left out, and so this one says nothing");
        let help = Some(format!("correct the row in {file}; this one needs nothing"));
        Self { code: &ROWS_WAITING, message, help, near: None }
    }

    /// What a row names may have a row of its own, of which not even the id can be read.
    fn nameless(kind: &str, file: &str) -> Self {
        let message = format!("a row of {file} is left out whose id cannot be read; this {kind} may be it");
        let help = Some(format!("correct the row in {file} first"));
        Self { code: &ROWS_WAITING, message, help, near: None }
    }
}

/// As much of a text as a message needs.
pub(super) fn short(text: &str) -> String {
    match text.char_indices().nth(40) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
}

/// Reads a cell; an empty one is not recorded.
pub(super) fn read(kind: Kind, text: &str, known: &Known, names: &Names) -> Result<Cell, Fault> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(Cell::Empty);
    }
    let lines = text.lines().count();
    if lines > 1 {
        let help =
            "a cell of this column is one word, one date or one number; look for a quotation mark too many";
        return Err(Fault::value(format!("this cell runs over {lines} lines"), help));
    }
    let book = known.book;
    match kind {
        Kind::NewId | Kind::AnyMatch | Kind::Staff | Kind::Token => {
            token(text).map(|text| Cell::Name(names.of(text)))
        }
        Kind::Code => token(text).map(|text| Cell::Name(names.of(&spelt_alike(text)))),
        Kind::Match => {
            let name = names.of(token(text)?);
            if known.matches.is_none_or(|all| all.contains(&name)) {
                Ok(Cell::Name(name))
            } else if known.left_matches.contains(&name) {
                Err(Fault::left_out("match", "matches.csv"))
            } else if known.nameless_matches {
                Err(Fault::nameless("match", "matches.csv"))
            } else {
                let help = "correct the id, or give the match a row in matches.csv";
                Err(Fault::reference("match", text, help, std::iter::empty()))
            }
        }
        Kind::Person => person(text, known, names).map(Cell::Name),
        Kind::People => {
            let each = text.split(';').map(str::trim).filter(|id| !id.is_empty());
            let all: Result<Vec<Name>, Fault> = each.map(|id| person(id, known, names)).collect();
            Ok(Cell::Names(all?.into()))
        }
        Kind::Sides => {
            let each = text.split(';').map(str::trim).filter(|id| !id.is_empty());
            let all: Result<Vec<Name>, Fault> = each.map(|id| Ok(names.of(token(id)?))).collect();
            Ok(Cell::Names(all?.into()))
        }
        Kind::Word(words) => word(text, words),
        Kind::Date => near(date(text)?, known).map(Cell::Date),
        Kind::Month => month(text),
        Kind::Count => {
            let help = "write plain digits, without a unit";
            text.parse().map(Cell::Count).map_err(|_| {
                Fault::value(format!("`{}` is not a whole number, 0 or more", short(text)), help)
            })
        }
        Kind::YesNo => match text.to_lowercase().as_str() {
            "yes" | "true" => Ok(Cell::Word(1)),
            "no" | "false" => Ok(Cell::Word(0)),
            _ => Err(Fault::value(
                format!("`{}` is not yes or no", short(text)),
                "write yes or no, or leave the cell empty",
            )),
        },
        Kind::Language if is_language(text) => Ok(Cell::Name(names.of(text))),
        Kind::Language => {
            Err(Fault::value(format!("`{}` is not a language tag", short(text)), "write en, es or pt-BR"))
        }
        Kind::Site => one_of("site", text, || book.program.sites.iter().map(|e| e.id.as_str()), names),
        Kind::Track => one_of("track", text, || book.program.tracks.iter().map(|e| e.id.as_str()), names),
        Kind::Criteria => {
            let ids = || book.program.matching_criteria.iter().map(|e| e.id.as_str());
            let each = text.split(';').map(str::trim).filter(|id| !id.is_empty());
            let all: Result<Vec<Cell>, Fault> =
                each.map(|id| one_of("matching criterion", id, ids, names)).collect();
            Ok(Cell::Names(all?.iter().filter_map(Cell::name).collect()))
        }
        Kind::CheckIn => one_of("check-in", text, || book.check_ins.iter().map(|e| e.id.as_str()), names),
        Kind::Session => {
            let ids = || known.cohort.sessions.iter().map(|session| session.id.as_str());
            one_of("session of this cohort", text, ids, names)
        }
    }
}

pub(super) fn token(text: &str) -> Result<&str, Fault> {
    if text.contains(char::is_whitespace) || text.contains('@') || text.len() > 64 {
        let help = "ids are opaque: a short code that says nothing about the person";
        return Err(Fault::value("this is not an id or a single word".to_owned(), help));
    }
    if text.contains(is_unseen) {
        let help = "type the cell anew: two ids that look the same would be two people";
        return Err(Fault::value("this id holds a character that cannot be seen".to_owned(), help));
    }
    Ok(text)
}

/// Characters without a shape of their own, such as those that text copied from a web page brings along.
fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}

fn person(text: &str, known: &Known, names: &Names) -> Result<Name, Fault> {
    let name = names.of(token(text)?);
    match known.people {
        Some(people) if !people.contains(&name) && known.left_people.contains(&name) => {
            Err(Fault::left_out("person", "participants.csv"))
        }
        Some(people) if !people.contains(&name) && known.nameless_people => {
            Err(Fault::nameless("person", "participants.csv"))
        }
        Some(people) if !people.contains(&name) => {
            let help = "correct the id, or give the person a row in participants.csv";
            Err(Fault::reference("person", text, help, std::iter::empty()))
        }
        _ => Ok(name),
    }
}

fn word(text: &str, words: &'static [&'static str]) -> Result<Cell, Fault> {
    if let Some(at) = words.iter().position(|word| *word == text) {
        return Ok(Cell::Word(at));
    }
    let help = format!("it takes: {}; or leave the cell empty", words.join(", "));
    let mut fault = Fault::value(format!("`{}` is not a word that this column takes", short(text)), &help);
    fault.near = crate::diag::nearest(&text.replace(' ', "_"), words.iter().copied()).map(str::to_owned);
    Err(fault)
}

/// A day that people of this cohort can have lived through; a year with a digit wrong is none.
fn near(day: NaiveDate, known: &Known) -> Result<NaiveDate, Fault> {
    let start = known.cohort.file.start;
    let years = (day.year() - start.year()).abs();
    if years <= MOST_YEARS {
        return Ok(day);
    }
    let message = format!("{day} lies {years} years from the start of the cohort, {start}");
    Err(Fault::value(message, "correct the year"))
}

/// A day, written with two digits for month and day.
fn date(text: &str) -> Result<NaiveDate, Fault> {
    let number = |text: &str, digits: usize| {
        let is_number = text.len() == digits && text.bytes().all(|b| b.is_ascii_digit());
        text.parse::<u16>().ok().filter(|_| is_number)
    };
    let day = || {
        let (year, rest) = text.split_once('-')?;
        let (month, day) = rest.split_once('-')?;
        let (year, month, day) = (number(year, 4)?, number(month, 2)?, number(day, 2)?);
        NaiveDate::from_ymd_opt(year.into(), month.into(), day.into())
    };
    day().ok_or_else(|| {
        Fault::value(format!("`{}` is not a date", short(text)), "write year-month-day: 2026-03-02")
    })
}

fn month(text: &str) -> Result<Cell, Fault> {
    match date(&format!("{text}-01")) {
        Ok(first) => Ok(Cell::Date(first)),
        Err(_) => {
            Err(Fault::value(format!("`{}` is not a month", short(text)), "write year and month: 2026-03"))
        }
    }
}

fn one_of<'n, I: Iterator<Item = &'n str>>(
    kind: &str,
    text: &str,
    ids: impl Fn() -> I,
    names: &Names,
) -> Result<Cell, Fault> {
    if ids().any(|id| id == text) {
        Ok(Cell::Name(names.of(text)))
    } else {
        let help =
            "correct the id; ids are those of program.yaml, check-ins.yaml and the calendar of the cohort";
        Err(Fault::reference(kind, text, help, ids()))
    }
}
