//! The matches of a cohort, held against each other and against their endings.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use super::cell::{Cell, Name};
use super::codes::{
    ENDING_UNEXPLAINED, MATCH_ALONE, MATCH_BOTH_SIDES, MENTOR_CAPACITY, REMATCH_CYCLE, ROWS_REFERENCE,
    STATUS_MISSING,
};
use super::columns::at;
use super::found::Found;
use super::read::{Reader, Row};
use super::records::word;
use super::words::{EndReason, MatchStatus};
use crate::check::{Cohort, Handbook};
use crate::diag::Diagnostic;
use crate::model::CohortStatus;

/// A row of matches.csv.
pub(in crate::outcomes) struct Match {
    pub(super) at: u32,
    pub id: Name,
    pub mentors: Box<[Name]>,
    pub mentees: Box<[Name]>,
    pub matched_on: Option<NaiveDate>,
    pub planned_end: Option<NaiveDate>,
    pub status: Option<MatchStatus>,
    pub expectations_on: Option<NaiveDate>,
    pub facilitated: bool,
    pub rematch_of: Option<Name>,
    pub continues: Option<Name>,
}

/// What endings.csv says of a match.
#[derive(Clone, Copy)]
pub(in crate::outcomes) struct Ending {
    pub ended_on: Option<NaiveDate>,
    pub reason: Option<EndReason>,
}

/// The matches of a cohort, by id and in order.
#[derive(Default)]
pub(super) struct Matches {
    pub all: Vec<Match>,
    pub ids: HashSet<Name>,
    pub endings: HashMap<Name, Ending>,
}

impl Match {
    pub(super) fn of(row: &Row) -> Option<Self> {
        Some(Self {
            at: row.at,
            id: row.cells[at::MATCH].name()?,
            mentors: row.cells[at::MENTORS].names(),
            mentees: row.cells[at::MENTEES].names(),
            matched_on: row.cells[at::MATCHED_ON].date(),
            planned_end: row.cells[at::PLANNED_END].date(),
            status: word(row, at::STATUS, MatchStatus::ALL),
            expectations_on: row.cells[at::EXPECTATIONS_ON].date(),
            facilitated: row.cells[at::FACILITATOR] != Cell::Empty,
            rematch_of: row.cells[at::REMATCH_OF].name(),
            continues: row.cells[at::CONTINUES].name(),
        })
    }

    /// What its ending says against its status: the column of endings.csv, what is wrong, and the remedy.
    pub(super) fn contradicted_by(&self, ending: Ending) -> Option<(usize, &'static str, &'static str)> {
        use {EndReason as R, MatchStatus as S};
        let Ending { ended_on, reason } = ending;
        Some(match (self.status?, reason) {
            (S::Proposed, _) if ended_on.is_some() || reason.is_some() => (
                at::MATCH,
                "this match is only `proposed` in matches.csv, and here it has an ending: it counts as not begun",
                "correct the status in matches.csv, or take this row out",
            ),
            (S::EndedEarly | S::Rematched, Some(R::CompletedTerm)) => (
                at::REASON,
                "matches.csv says that this match ended before its time, and this reason that its time was over: it counts \
                 as completed",
                "correct the status in matches.csv, or the reason",
            ),
            (S::Completed, Some(reason)) if reason.is_of_early_endings() => (
                at::REASON,
                "matches.csv says that this match was completed, and this reason that it ended early: it counts as completed",
                "correct the status in matches.csv, or the reason",
            ),
            (S::Completed, reason)
                if reason != Some(R::GoalsMetEarly) && self.is_long_before_its_end(ended_on?) =>
            {
                (
                    at::ENDED_ON,
                    "matches.csv says that this match was completed, and it ended before three quarters of its planned time: it \
                 counts as completed",
                    "correct the date, or the status in matches.csv; if its goals were met, the reason is `goals_met_early`",
                )
            }
            _ => return None,
        })
    }

    /// Whether a day comes before three quarters of the planned time.
    fn is_long_before_its_end(&self, day: NaiveDate) -> bool {
        let Some((from, to)) = self.matched_on.zip(self.planned_end) else { return false };
        (day - from).num_days() * 4 < (to - from).num_days() * 3
    }
}

/// What the matches are held against.
pub(super) struct Judge<'a> {
    pub book: &'a Handbook,
    pub cohort: &'a Cohort,
    pub reader: &'a Reader<'a>,
    pub matches: &'a Matches,
    /// The matches of all cohorts, each with the one it follows: `rematch_of`, `continues`.
    pub chains: &'a Chains,
}

/// Which match follows which, over all cohorts.
#[derive(Default)]
pub(super) struct Chains {
    known: HashSet<Name>,
    /// Whether rows of a closed cohort are retired: a match of theirs may be named, and is known to nobody.
    pub retired: bool,
    follows: [HashMap<Name, Name>; 2],
}

impl Chains {
    /// Takes the matches of a cohort; those whose rows are left out exist, too.
    pub fn add(&mut self, matches: &Matches, left_out: &HashSet<Name>) {
        self.known.extend(left_out);
        for one in &matches.all {
            self.known.insert(one.id);
            for (follows, before) in self.follows.iter_mut().zip([one.rematch_of, one.continues]) {
                follows.extend(before.map(|before| (one.id, before)));
            }
        }
    }

    /// Whether going back from a match leads to it again.
    fn is_circle(&self, which: usize, start: Name) -> bool {
        let next = |name: &Name| self.follows[which].get(name).copied();
        let mut seen = HashSet::new();
        let mut at = next(&start);
        while let Some(name) = at.filter(|name| seen.insert(*name)) {
            if name == start {
                return true;
            }
            at = next(&name);
        }
        false
    }
}

impl Judge<'_> {
    pub fn judge(&self, found: &mut Found) {
        let closed = self.cohort.file.status == CohortStatus::Closed;
        for one in &self.matches.all {
            self.people(one, found);
            self.ending(one, closed, found);
            self.chains(one, found);
        }
        self.capacity(found);
    }

    fn people(&self, one: &Match, found: &mut Found) {
        let both = one.mentees.iter().filter(|person| one.mentors.contains(person)).count();
        if both > 0 {
            let who = if both == 1 { "one person is".to_owned() } else { format!("{both} people are") };
            let place = self.reader.place(one.at, at::MENTEES);
            let mentors = self.reader.place(one.at, at::MENTORS);
            let message = format!("{who} mentor and mentee of the same match");
            let help = "correct the cell; in a group of peers this may be meant, and then it can stay";
            found.push(
                Diagnostic::new(&MATCH_BOTH_SIDES, place, message).also(mentors, "the mentors").help(help),
            );
        }
        let has_both = self.reader.has(at::MENTORS) && self.reader.has(at::FACILITATOR);
        if has_both && one.mentors.is_empty() && !one.facilitated {
            let message = "this match has no mentor and no facilitator";
            let place = self.reader.place(one.at, at::MATCH);
            found.push(Diagnostic::new(&MATCH_ALONE, place, message).help("add who accompanies the match"));
        }
    }

    fn ending(&self, one: &Match, closed: bool, found: &mut Found) {
        let ending = self.matches.endings.get(&one.id);
        let lacks = match (one.status, ending) {
            (Some(MatchStatus::EndedEarly), Some(e)) => match (e.ended_on.is_some(), e.reason.is_some()) {
                (true, true) => return,
                (false, true) => "a date",
                (true, false) => "a reason",
                (false, false) => "a date and a reason",
            },
            (Some(MatchStatus::EndedEarly), None) => "a date and a reason",
            // A column that is missing is told by itself.
            (None, _) if closed && self.reader.has(at::STATUS) => {
                let place = self.reader.place(one.at, at::STATUS);
                let message = "the status of this match is not recorded, and the cohort is closed";
                found.push(
                    Diagnostic::new(&STATUS_MISSING, place, message)
                        .help("completed, ended_early or rematched"),
                );
                return;
            }
            _ => return,
        };
        let place = self.reader.place(one.at, at::STATUS);
        let message = format!("this match ended early without {lacks}");
        let help = "endings.csv takes both; `declined_to_say` and `held_elsewhere` are reasons, too";
        found.push(Diagnostic::new(&ENDING_UNEXPLAINED, place, message).help(help));
    }

    fn chains(&self, one: &Match, found: &mut Found) {
        let columns = [(at::REMATCH_OF, one.rematch_of), (at::CONTINUES, one.continues)];
        for (which, (column, before)) in columns.into_iter().enumerate() {
            let Some(before) = before else { continue };
            let place = self.reader.place(one.at, column);
            if !self.chains.known.contains(&before) {
                if self.chains.retired {
                    continue;
                }
                let message = "no cohort has a match with this id";
                let help = "correct the id, or empty the cell";
                found.push(Diagnostic::new(&ROWS_REFERENCE, place, message).help(help));
            } else if self.chains.is_circle(which, one.id) {
                let message = "this match is, by way of others, its own predecessor";
                let help = "empty the cell of the match that came first";
                found.push(Diagnostic::new(&REMATCH_CYCLE, place, message).help(help));
            }
        }
    }

    /// Matches of one mentor that run at a time. One whose end nobody recorded frees the mentor, so that nobody is accused by a gap.
    fn capacity(&self, found: &mut Found) {
        let Some(capacity) = self.book.program.capacity_per_mentor.filter(|n| *n > 0) else { return };
        let mut held: HashMap<Name, Vec<&Match>> = HashMap::new();
        let mut told: HashSet<Name> = HashSet::new();
        for one in &self.matches.all {
            for mentor in &one.mentors {
                let others = held.entry(*mentor).or_default();
                let at_a_time = 1 + others.iter().filter(|other| self.overlap(one, other)).count();
                if self.span(one).is_some() && at_a_time > capacity as usize && told.insert(*mentor) {
                    let message = format!(
                        "a mentor of this match holds {at_a_time} matches at a time, {capacity} are allowed"
                    );
                    let place = self.reader.place(one.at, at::MENTORS);
                    let remedy =
                        "share the matches, or agree on another `capacity_per_mentor` in program.yaml";
                    found.push(Diagnostic::new(&MENTOR_CAPACITY, place, message).help(remedy));
                }
                others.push(one);
            }
        }
    }

    fn overlap(&self, one: &Match, other: &Match) -> bool {
        matches!((self.span(one), self.span(other)), (Some(a), Some(b)) if a.0 < b.1 && b.0 < a.1)
    }

    /// From when to when a match takes its mentor's time, as far as that is known.
    fn span(&self, one: &Match) -> Option<(NaiveDate, NaiveDate)> {
        let from = one.matched_on.unwrap_or(self.cohort.file.start);
        let ended = self.matches.endings.get(&one.id).and_then(|ending| ending.ended_on);
        let planned = one.planned_end.or(self.cohort.file.end);
        let to = match one.status {
            Some(MatchStatus::EndedEarly | MatchStatus::Rematched) => ended?,
            Some(MatchStatus::Completed) => ended.or(planned)?,
            _ => ended.unwrap_or(NaiveDate::MAX),
        };
        Some((from, to))
    }
}
