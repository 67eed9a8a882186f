//! What staff may see of the rows that they hold, with the promises kept that people were given.
//!
//! Needs the token of a private edition, which no public build has. Must not widen a promise: named answers
//! are as they are, confidential ones come in groups of five or more and never all alike, anonymous ones by the public
//! rules.

use std::collections::{BTreeSet, HashMap};

use chrono::{NaiveDate, TimeDelta};

use super::disclose::{Count, FactKey, Form, Limits, ladder};
use super::estimate::{MeanEstimate, Survival, kaplan_meier, mean};
use super::measures::{Answered, Group, Relation, View, answers, retention};
use super::private::{Private, Tally};
use super::rows::words::ContactOutcome;
use crate::check::{EditionChoice, Handbook};
use crate::model::{CohortStatus, Id, Promise, Role, Wave};

/// The fewest confidential answers that are told together.
pub const CONFIDENTIAL: u32 = 5;

/// How few confidential answers are not told apart from all the others: five that are all alike would be five answers
/// with a name.
const ALIKE: u32 = 1;

/// The fewest confidential answers that a mean is told of.
const MEAN: u32 = 20;

/// Proof that the edition is a private one.
#[derive(Debug, Clone, Copy)]
pub struct Token(());

impl Token {
    /// For a private edition alone.
    pub fn of(edition: &EditionChoice) -> Option<Self> {
        edition.private.then_some(Self(()))
    }
}

/// A value for staff only: public pages do not take it.
#[derive(Debug, Clone)]
pub struct Staff<T> {
    value: T,
}

impl<T> Staff<T> {
    /// The value, for those who hold the token.
    pub fn get(&self, _token: Token) -> &T {
        &self.value
    }
}

/// A cohort as staff see it.
#[derive(Debug, Clone)]
pub struct Figures {
    /// The matches that started, by id.
    pub matches: Vec<MatchLine>,
    /// How many matches are left at each quarter of the planned length, with the day; `None` where nobody was
    /// followed so long.
    pub retention: Vec<(u32, Option<Survival>)>,
    /// Matches that the curve leaves out, for a date or their state is not recorded.
    pub left_out: u32,
    /// The answers to each measure, as far as their promise goes.
    pub answers: Vec<AnswerLine>,
    /// What became of the rows of each file.
    pub rows: Vec<(String, Tally)>,
    /// The day of the data.
    pub as_of: NaiveDate,
}

/// One match.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MatchLine {
    /// Its id.
    pub id: String,
    /// Its mentors.
    pub mentors: Vec<String>,
    /// Its mentees.
    pub mentees: Vec<String>,
    /// When it began.
    pub matched_on: Option<NaiveDate>,
    /// When it was to end.
    pub planned_end: Option<NaiveDate>,
    /// The last day on which it is known to have run.
    pub last_day: Option<NaiveDate>,
    /// Days on its own clock until then: pauses do not count.
    pub days: Option<i64>,
    /// Where it stands, as recorded.
    pub status: Option<&'static str>,
    /// Whether it is paused on the day of the data.
    pub paused: bool,
    /// Why it ended, as recorded.
    pub reason: Option<&'static str>,
    /// When its expectations were written down.
    pub expectations_on: Option<NaiveDate>,
    /// When the staff last reached somebody of it.
    pub last_contact: Option<NaiveDate>,
    /// What is open, in the order of [`Open`].
    pub open: Vec<Open>,
}

/// What somebody should look after.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Open {
    /// It runs for more than 30 days, and no expectations are written down.
    Expectations,
    /// It runs, and nobody was reached for more than 31 days.
    Contact,
    /// It ended, and the day is not recorded.
    EndingDate,
    /// It ended early, and no reason is recorded; "declined to say" and "held elsewhere" are reasons.
    EndingReason,
    /// What became of it is not recorded.
    Status,
}

impl Open {
    /// Its name.
    pub fn word(self) -> &'static str {
        match self {
            Self::Expectations => "expectations",
            Self::Contact => "contact",
            Self::EndingDate => "ending-date",
            Self::EndingReason => "ending-reason",
            Self::Status => "status",
        }
    }
}

/// The answers to one measure in one survey.
#[derive(Debug, Clone)]
pub struct AnswerLine {
    /// The survey.
    pub survey: Id,
    /// The measure.
    pub measure: Id,
    /// When it was asked.
    pub wave: Wave,
    /// Who answered.
    pub role: Role,
    /// What is told.
    pub told: Told,
    /// Of confidential answers, the figure that may be released of them, and how many handed in the survey now: where
    /// others were released, the difference would tell what one person said.
    pub released: Option<(FactKey, u32)>,
}

/// What may be told of some answers.
#[derive(Debug, Clone)]
pub enum Told {
    /// How many have a score, how many of them are favourable, and their mean.
    Counted {
        /// With a score.
        n: u32,
        /// Favourable, of those.
        favourable: Count,
        /// Mean, spread and range.
        mean: Option<MeanEstimate>,
    },
    /// Fewer than five confidential answers.
    Few,
    /// Confidential answers to a survey that has not closed; without a last day, it closes with its cohort.
    Waiting,
    /// Anonymous: what is released of this figure, and nothing else.
    Public(FactKey),
}

impl Private {
    /// A cohort for staff; `None` where it has no rows.
    pub fn staff(&self, book: &Handbook, id: &Id, _token: Token) -> Option<Staff<Figures>> {
        let view = self.view(book, id)?;
        let (stays, left_out) = retention::stays(&view);
        let quarters = view.planned().and_then(|days| u32::try_from(days).ok()).map(|days| {
            (1..=4).map(|quarter| days * quarter / 4).map(|day| (day, kaplan_meier(&stays, day))).collect()
        });
        let value = Figures {
            matches: matches(&view),
            retention: quarters.unwrap_or_default(),
            left_out,
            answers: answer_lines(&view),
            rows: view.rows.files.iter().map(|(name, tally)| (name.clone(), Tally::of(tally))).collect(),
            as_of: view.as_of,
        };
        Some(Staff { value })
    }
}

fn answer_lines(view: &View) -> Vec<AnswerLine> {
    let closed = view.cohort.file.status == CohortStatus::Closed;
    let lines = answers(view).into_iter().map(|one| {
        let told = told(&one, closed, view.as_of);
        let released = (one.promise == Promise::Confidential).then_some((one.key, one.rows));
        AnswerLine {
            survey: one.survey,
            measure: one.measure,
            wave: one.wave,
            role: one.role,
            told,
            released,
        }
    });
    lines.collect()
}

/// What may be told of answers on a day, in a cohort that is `closed` or not.
fn told(one: &Answered, closed: bool, today: NaiveDate) -> Told {
    let open = one.closes.map_or(!closed, |day| day >= today);
    match one.promise {
        Promise::Anonymous => Told::Public(one.key.clone()),
        // Looked at twice while answers come in, a count tells what the last person said.
        Promise::Confidential if open => Told::Waiting,
        Promise::Confidential if one.values.len() < CONFIDENTIAL as usize => Told::Few,
        Promise::Confidential => confidential(one),
        Promise::Named => {
            Told::Counted { n: n(one), favourable: Count::Exact(one.favourable), mean: mean(&one.values) }
        }
    }
}

fn n(one: &Answered) -> u32 {
    u32::try_from(one.values.len()).unwrap_or(u32::MAX)
}

/// Coded at both ends; a mean at an end of its scale would tell what the count does not. A standard deviation
/// beside it would tell how the answers lie.
fn confidential(one: &Answered) -> Told {
    let limits = Limits { k: ALIKE, group: CONFIDENTIAL };
    let Form::Share { n, x } = ladder::share(limits, n(one), one.favourable) else { return Told::Few };
    let shown = n >= MEAN && matches!(x, Count::Exact(_));
    let alone = |all: MeanEstimate| MeanEstimate { sd: None, interval: None, ..all };
    Told::Counted { n, favourable: x, mean: mean(&one.values).filter(|_| shown).map(alone) }
}

fn matches(view: &View) -> Vec<MatchLine> {
    let reached = last_contacts(view);
    let names = |of: &BTreeSet<super::rows::Name>| {
        let texts: BTreeSet<&str> = of.iter().map(|name| view.all.text(*name)).collect();
        texts.into_iter().map(str::to_owned).collect()
    };
    let line = |one: &Relation| {
        let last_day = one.last_day(view.as_of);
        let last_contact = reached.get(&one.row.id).copied();
        MatchLine {
            id: view.all.text(one.row.id).to_owned(),
            mentors: names(&one.mentors),
            mentees: names(&one.mentees),
            matched_on: one.row.matched_on,
            planned_end: one.row.planned_end,
            last_day,
            days: last_day.and_then(|day| one.length(day)),
            status: one.row.status.map(super::rows::words::MatchStatus::word),
            paused: one.group == Group::Running
                && !one.paused(view.as_of, view.as_of + TimeDelta::days(1)).is_empty(),
            reason: one.reason.map(super::rows::words::EndReason::word),
            expectations_on: one.row.expectations_on,
            last_contact,
            open: open(one, last_contact, view),
        }
    };
    let mut lines: Vec<MatchLine> = view.matches.iter().map(line).collect();
    lines.sort_by(|a, b| a.id.cmp(&b.id));
    lines
}

/// When the staff last reached somebody of each match.
fn last_contacts(view: &View) -> HashMap<super::rows::Name, NaiveDate> {
    let mut last = HashMap::new();
    let reached = view.rows.contacts.iter().filter(|row| row.outcome == Some(ContactOutcome::Reached));
    for row in reached.filter(|row| row.date <= view.as_of) {
        let day = last.entry(row.the_match).or_insert(row.date);
        *day = row.date.max(*day);
    }
    last
}

/// What is open in a match. Where a file is not kept, nothing is asked of it.
fn open(one: &Relation, last_contact: Option<NaiveDate>, view: &View) -> Vec<Open> {
    let since = |day: Option<NaiveDate>| day.map_or(0, |day| (view.as_of - day).num_days());
    let running = one.group == Group::Running;
    let begun = one.row.matched_on;
    let ended = one.group.is_early() || one.group == Group::GoalsMet;
    let all = [
        (Open::Expectations, running && one.row.expectations_on.is_none() && since(begun) > 30),
        (Open::Contact, running && view.rows.has("contacts") && since(last_contact.max(begun)) > 31),
        (Open::EndingDate, ended && one.ended_on.is_none()),
        (Open::EndingReason, one.group == Group::Unexplained && one.reason.is_none()),
        (Open::Status, one.group == Group::Unrecorded),
    ];
    all.into_iter().filter(|(_, holds)| *holds).map(|(open, _)| open).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::check::{Memo, Settings, read};
    use crate::source::{Disk, scan};

    fn edition(private: bool) -> EditionChoice {
        EditionChoice { name: Id::new("staff"), audiences: Vec::new(), private }
    }

    fn answered(n: u32, favourable: u32, closes: Option<NaiveDate>) -> Answered {
        let value = |i| if i < favourable { 5.0 } else { 1.0 };
        Answered {
            key: FactKey::new("end", "skill", None, None).unwrap(),
            survey: Id::new("end"),
            measure: Id::new("skill"),
            wave: Wave::End,
            role: Role::Mentee,
            promise: Promise::Confidential,
            closes,
            values: (0..n).map(value).collect(),
            favourable,
            rows: n,
        }
    }

    /// Confidential answers wait for the survey's last day, and without one for the cohort's end.
    #[test]
    fn confidential_answers_wait_until_no_more_come() {
        let day = |day| NaiveDate::from_ymd_opt(2026, 5, day).unwrap();
        for (closes, closed, waits) in [
            (None, false, true),
            (None, true, false),
            (Some(day(9)), false, true),
            (Some(day(9)), true, true),
            (Some(day(8)), false, false),
        ] {
            let told = told(&answered(24, 12, closes), closed, day(9));
            assert_eq!(matches!(told, Told::Waiting), waits, "{closes:?} {closed}");
        }
    }

    /// Of five confidential answers, all and all but one read alike, and no mean tells them apart.
    #[test]
    fn confidential_answers_are_never_all_alike() {
        let told = |n: u32, favourable: u32| format!("{:?}", confidential(&answered(n, favourable, None)));
        for n in [5, 8, 24] {
            assert_eq!(told(n, n), told(n, n - 1));
            assert_eq!(told(n, 0), told(n, 1));
            assert!(told(n, 2).contains("Exact(2)"), "{}", told(n, 2));
        }
        assert!(told(24, 12).contains("mean: Some") && !told(8, 4).contains("mean: Some"));
        assert!(told(24, 12).contains("sd: None"), "{}", told(24, 12));
    }

    #[test]
    fn promises_are_kept() {
        assert!(Token::of(&edition(false)).is_none());
        let token = Token::of(&edition(true)).unwrap();
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut world = Disk::new(root.join("content"), NaiveDate::from_ymd_opt(2026, 11, 22).unwrap());
        world.data = Some(root.join("tests/data/private"));
        let (mut sources, mut found) = (scan(&world).unwrap(), Vec::new());
        let checked = read(&sources, &Settings::default(), &mut Memo::default(), &mut found);
        let private = Private::read(&world, &mut sources, &checked.handbook, &mut found).unwrap();
        for (id, anonymous) in [("2023-autumn", true), ("2024-autumn", false)] {
            let staff = private.staff(&checked.handbook, &Id::new(id), token).unwrap();
            let figures = staff.get(token);
            assert!(figures.retention.len() == 4 && !figures.matches.is_empty(), "{id}");
            let end = figures.answers.iter().filter(|line| line.wave == Wave::End);
            let public = end.clone().filter(|line| matches!(line.told, Told::Public(_))).count();
            assert_eq!(public == end.count(), anonymous, "{id}: {public}");
            let told = figures.answers.iter().all(|line| match &line.told {
                Told::Counted { n, .. } => *n >= CONFIDENTIAL,
                _ => true,
            });
            assert!(told, "{id}");
        }
    }
}
