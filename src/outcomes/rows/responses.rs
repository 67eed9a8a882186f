//! Answers to a survey: on the scales of their questions, at the wave of the survey, about matches that exist.

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;

use super::cell::{self, Known, Name, Names};
use super::codes::{
    RESPONSE_CONTRADICTION, RESPONSE_MATCH, RESPONSES_INVITED, ROWS_MISSING_COLUMN, ROWS_SCALE,
    ROWS_UNKNOWN_FILE, ROWS_WAITING,
};
use super::columns::{Column, RESPONSES, Spec};
use super::found::Found;
use super::header;
use super::matches::{Match, Matches};
use super::people;
use super::read::{Done, Flaw, Reader, Row, Tally};
use super::records::{Answered, Answers as Collected};
use super::table::Table;
use crate::check::Handbook;
use crate::check::rules::question_values::{Values, values_of};
use crate::diag::{Diagnostic, Place};
use crate::model::{Choices, Id, Link, Promise, Role, Survey, Wave};

/// The answers of one file, and where its rows stand.
pub(super) struct Given<'t> {
    pub table: &'t Table,
    pub tally: Tally,
    pub answers: Collected,
    /// Of each answer the byte at which its row starts, and the hash of the row.
    pub rows: Vec<(u32, u128)>,
    /// The column of the file that says whose a row is.
    pub who: Option<usize>,
}

impl Given<'_> {
    /// Leaves out rows: their answers, and what was counted of them.
    pub fn leave_out(&mut self, rows: &BTreeSet<usize>) {
        for row in rows {
            self.tally.leave_out(self.rows[*row].1);
        }
        let keep: Vec<bool> = (0..self.rows.len()).map(|row| !rows.contains(&row)).collect();
        self.answers.keep(&keep);
        let mut kept = keep.iter();
        self.rows.retain(|_| kept.next().copied().unwrap_or(true));
    }

    /// Where somebody's answer stands.
    pub fn place(&self, row: usize) -> Place {
        self.table.cell(self.rows[row].0, self.who.unwrap_or_default())
    }
}

/// Reads one file of answers.
pub(super) fn read<'t>(
    table: &'t Table,
    survey: &str,
    known: &Known,
    matches: &Matches,
    names: &Names,
    found: &mut Found,
) -> Option<Given<'t>> {
    let surveys = &known.cohort.file.surveys;
    let Some((place, survey)) = surveys.iter().enumerate().find(|(_, s)| s.id.as_str() == survey) else {
        let message = format!("this cohort has no survey `{survey}`");
        let mut diagnostic = Diagnostic::new(&ROWS_UNKNOWN_FILE, Place::whole(table.file), message);
        if let Some(near) = crate::diag::nearest(survey, surveys.iter().map(|s| s.id.as_str())) {
            diagnostic = diagnostic
                .help(format!("rename it to responses-{near}.csv, or add the survey to cohort.yaml"));
        }
        found.push(diagnostic);
        return None;
    };
    let extra = |name: &str| {
        known.book.question(name).is_some()
            || known.cohort.file.extra_columns.iter().any(|extra| extra == name)
    };
    let questions_of: Vec<&str> = survey.questions.iter().map(|question| question.id.as_str()).collect();
    if !header::is_there(table, RESPONSES, &extra, &questions_of, found) {
        return None;
    }
    let columns = columns(table, survey, known.book, found);
    let places = header::find(table, &columns, &extra, found)?;
    let position = |name: &str| columns.iter().position(|column| column.name == name);
    let who = position("person").or_else(|| position("code"));
    let spec = Spec { name: "responses", columns: &columns, key: &[], order: &[] };
    let reader = Reader { table, spec: &spec, places, further: asked(table, survey, known) };
    let by_id: HashMap<Name, &Match> = matches.all.iter().map(|one| (one.id, one)).collect();
    let answers = Answers {
        known,
        survey,
        matches,
        by_id,
        questions: questions(table, known),
        person: position("person"),
        code: position("code"),
        the_match: position("match"),
        answered_on: position("answered_on"),
    };
    let mut collected =
        Collected { survey: place, rows: Vec::new(), questions: HashMap::new(), elsewhere: 0 };
    let mut columns: Vec<Vec<Option<i32>>> = vec![Vec::new(); answers.questions.len()];
    let mut rows = Vec::new();
    let Done { tally, .. } = reader.read(known, names, found, |row| {
        collected.rows.push(answers.answered(row));
        rows.push((row.at, row.print));
        answers.flaws(&reader, row, &mut columns)
    });
    for ((column, _), given) in answers.questions.iter().zip(columns) {
        collected.questions.insert(Id::new(&table.columns[*column]), given);
    }
    let mut given = Given { table, tally, answers: collected, rows, who: who.map(|at| reader.column(at)) };
    if who.is_some() {
        // A code is no id of participants.csv, even where it looks like one.
        let joined = position("person").map(|_| known.joined);
        people::once(&mut given, joined, found);
    }
    Some(given)
}

/// Reports a survey that more people handed in than were invited, counted as the page prints it: blank forms, too.
pub(super) fn invited(given: &Given, known: &Known, found: &mut Found) {
    let survey = known.cohort.file.surveys.get(given.answers.survey);
    let mut people = BTreeSet::new();
    let is_first = |row: &&Answered| row.who.is_none_or(|who| people.insert(known.joined.person(who)));
    let handed_in = given.answers.rows.iter().filter(is_first).count();
    let invited = survey.and_then(|survey| survey.invited);
    if let Some(invited) = invited.filter(|invited| handed_in > *invited as usize) {
        let message =
            format!("{handed_in} people handed it in, answered or blank, but {invited} were invited");
        found.push(
            Diagnostic::new(&RESPONSES_INVITED, given.table.names(), message)
                .help("correct `invited` in cohort.yaml, or take out the rows that do not belong here"),
        );
    }
}

/// The columns that this survey's file has besides questions; what the survey promises may contradict them.
fn columns(table: &Table, survey: &Survey, book: &Handbook, found: &mut Found) -> Vec<Column> {
    let there = |name: &str| table.columns.iter().position(|column| column == name);
    if let Some(person) = there("person").filter(|_| survey.promise == Promise::Anonymous) {
        let message = format!("`{}` is promised to be anonymous, but its answers carry a person", survey.id);
        let help = "remove the column; use `link: code` where people choose a code of their own";
        found.push(Diagnostic::new(&RESPONSE_CONTRADICTION, table.name(person), message).help(help));
    }
    for question in survey.questions.iter().filter(|question| there(question.id.as_str()).is_none()) {
        let message = format!("the column of the question `{}` is missing", question.id);
        found.push(
            Diagnostic::new(&ROWS_MISSING_COLUMN, table.names(), message)
                .also(question.place, "the survey asks it")
                .help("add the column, or take the question out of the survey"),
        );
    }
    told_of_unasked(table, survey, book, found);
    let wanted = |column: &&Column| match column.name {
        "person" => survey.link == Link::Person || there("person").is_some(),
        "code" => survey.link == Link::Code || there("code").is_some(),
        "answered_on" => true,
        _ => there(column.name).is_some(),
    };
    RESPONSES.iter().filter(wanted).copied().collect()
}

/// Reports answers to questions that the survey does not list: they count, and the pages know only of those listed.
fn told_of_unasked(table: &Table, survey: &Survey, book: &Handbook, found: &mut Found) {
    let is_listed = |name: &str| survey.questions.iter().any(|question| question.id.as_str() == name);
    for (at, name) in table.columns.iter().enumerate() {
        if survey.questions.is_empty() || is_listed(name) || book.question(name).is_none() {
            continue;
        }
        let message =
            format!("the survey does not ask `{name}` in cohort.yaml, and its answers count all the same");
        found.push(
            Diagnostic::new(&RESPONSE_CONTRADICTION, table.name(at), message)
                .help("add the question to the survey in cohort.yaml, or take the column out"),
        );
    }
}

/// The columns of questions in the order of the survey, so that the order of the file changes nothing.
fn asked(table: &Table, survey: &Survey, known: &Known) -> Vec<usize> {
    let is_question = |at: &usize| known.book.question(&table.columns[*at]).is_some();
    let place = |at: &usize| {
        let name = table.columns[*at].as_str();
        let asked = survey.questions.iter().position(|question| question.id.as_str() == name);
        (asked.unwrap_or(usize::MAX), name)
    };
    let mut columns: Vec<usize> = (0..table.columns.len()).filter(is_question).collect();
    columns.sort_by(|a, b| place(a).cmp(&place(b)));
    columns
}

/// The columns of questions, with the values that their answers may have.
fn questions<'a>(table: &Table, known: &Known<'a>) -> Vec<(usize, Values<'a>)> {
    let columns = table.columns.iter().enumerate();
    columns.filter_map(|(i, name)| Some((i, values_of(known.book, known.book.question(name)?)))).collect()
}

struct Answers<'a> {
    known: &'a Known<'a>,
    survey: &'a Survey,
    matches: &'a Matches,
    by_id: HashMap<Name, &'a Match>,
    questions: Vec<(usize, Values<'a>)>,
    person: Option<usize>,
    code: Option<usize>,
    the_match: Option<usize>,
    answered_on: Option<usize>,
}

impl Answers<'_> {
    fn answered(&self, row: &Row) -> Answered {
        let cell = |column: Option<usize>| column.and_then(|i| row.cells.get(i));
        let name = |column| cell(column).and_then(cell::Cell::name);
        let who = name(self.person).or_else(|| name(self.code));
        let on = cell(self.answered_on).and_then(cell::Cell::date);
        Answered { who, the_match: name(self.the_match), on }
    }

    /// What is wrong with a row; its answers go to `columns`, a faulty one as not recorded.
    fn flaws(&self, reader: &Reader, row: &Row, columns: &mut [Vec<Option<i32>>]) -> Vec<Flaw> {
        let mut flaws = Vec::new();
        let mut say = |column: usize, code, message: String, help: &str| {
            flaws.push(Flaw { column, code, message, help: help.to_owned(), leaves_out: false });
        };
        for ((column, values), answers) in self.questions.iter().zip(columns) {
            let written = row.written.get(*column).unwrap_or_default().trim();
            let cell = given(*values, written);
            answers.push(if let Written::Answer(answer) = cell { Some(answer) } else { None });
            if matches!(cell, Written::Wrong) {
                let message = format!(
                    "`{}` is not an answer to this question, which takes {}",
                    cell::short(written),
                    values.phrase()
                );
                say(
                    *column,
                    &ROWS_SCALE,
                    message,
                    "look at the form again; until then the cell counts as not recorded",
                );
            }
        }
        let cell = |column: Option<usize>| column.and_then(|i| row.cells.get(i));
        let named = cell(self.the_match).and_then(cell::Cell::name);
        let the_match = named.and_then(|name| self.by_id.get(&name).copied());
        if let (Some(column), Some(named), None, Some(_)) =
            (self.the_match, named, the_match, self.known.matches)
        {
            let waits = self.known.nameless_matches || self.known.left_matches.contains(&named);
            let (code, message, help) = if waits {
                (
                    &ROWS_WAITING,
                    "this answer counts for no match, for a row of matches.csv is left out",
                    "correct the row in matches.csv; this one needs nothing",
                )
            } else {
                (
                    &RESPONSE_MATCH,
                    "this cohort has no match with this id",
                    "correct the id, or empty the cell; the answer counts, but for no match",
                )
            };
            say(reader.column(column), code, message.to_owned(), help);
        }
        let person = cell(self.person).and_then(cell::Cell::name);
        if let (Some(column), Some(person), Some(one)) = (self.person, person, the_match)
            && !self.sides(one).any(|member| *member == person)
        {
            let message =
                format!("this person is no {} of the match that the row names", role(self.survey.role));
            say(reader.column(column), &RESPONSE_CONTRADICTION, message, "correct the person or the match");
        }
        let answered = cell(self.answered_on).and_then(cell::Cell::date);
        if let (Some(column), Some(day)) = (self.answered_on, answered)
            && let Some(message) = self.wrong_wave(day, the_match)
        {
            say(
                reader.column(column),
                &RESPONSE_CONTRADICTION,
                message,
                "correct the date, or move the row to the survey of its wave",
            );
        }
        flaws
    }

    /// Those of a match whom the survey asks.
    fn sides<'m>(&self, one: &'m Match) -> impl Iterator<Item = &'m Name> {
        let (mentors, mentees) = match self.survey.role {
            Role::Mentor => (&one.mentors[..], &[][..]),
            Role::Mentee => (&[][..], &one.mentees[..]),
            Role::Both => (&one.mentors[..], &one.mentees[..]),
        };
        mentors.iter().chain(mentees)
    }

    /// Baselines may precede the match, follow-ups come after it.
    fn wrong_wave(&self, day: NaiveDate, one: Option<&Match>) -> Option<String> {
        let file = &self.known.cohort.file;
        let fixed = file.intake == crate::model::Intake::Fixed;
        let begin = one.and_then(|m| m.matched_on).or(Some(file.start).filter(|_| fixed));
        let ended = one.and_then(|m| self.matches.endings.get(&m.id)?.ended_on);
        let end = ended.or_else(|| one.and_then(|m| m.planned_end)).or(file.end.filter(|_| fixed));
        let before = begin.is_some_and(|begin| day < begin);
        let after = end.is_some_and(|end| day > end);
        let unfinished = end.is_some_and(|end| day < end);
        let (wave, when) = match self.survey.wave {
            Wave::Baseline if after => ("a baseline", "after the end"),
            Wave::Midpoint if before => ("a midpoint", "before the start"),
            Wave::Midpoint if after => ("a midpoint", "after the end"),
            Wave::End if before => ("an end", "before the start"),
            Wave::FollowUp if unfinished => ("a follow-up", "before the end"),
            _ => return None,
        };
        Some(format!("{wave} survey, answered on {day}: {when} of its match"))
    }
}

fn role(role: Role) -> &'static str {
    match role {
        Role::Mentor => "mentor",
        Role::Mentee => "mentee",
        Role::Both => "member",
    }
}

/// A cell of a question.
enum Written {
    /// An answer as a number: a value of a scale, no or yes as 0 or 1, the place of a choice, several choices as bits.
    Answer(i32),
    /// An empty cell, or free text, which is not kept.
    Nothing,
    /// No answer to this question.
    Wrong,
}

impl From<Option<i32>> for Written {
    fn from(answer: Option<i32>) -> Self {
        answer.map_or(Self::Wrong, Self::Answer)
    }
}

/// Reads a cell. Forms write yes and no in their own ways, and several choices in one cell.
fn given(values: Values, written: &str) -> Written {
    let place = |set: &Choices, one: &str| set.choices.iter().position(|choice| choice.id.as_str() == one);
    if written.is_empty() {
        return Written::Nothing;
    }
    match values {
        Values::Free => Written::Nothing,
        Values::Whole(min, max) => written.parse().ok().filter(|n| (min..=max).contains(n)).into(),
        Values::YesNo => match written.to_lowercase().as_str() {
            "yes" | "true" => Written::Answer(1),
            "no" | "false" => Written::Answer(0),
            _ => Written::Wrong,
        },
        Values::Choices(set) if set.many => {
            let mut chosen = written.split(';').map(str::trim).filter(|one| !one.is_empty());
            let bit = |one: &str| 1i32.checked_shl(u32::try_from(place(set, one)?).ok()?);
            chosen.try_fold(0, |all, one| Some(all | bit(one)?)).into()
        }
        Values::Choices(set) => place(set, written).and_then(|at| i32::try_from(at).ok()).into(),
    }
}
