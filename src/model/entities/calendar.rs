//! `calendar.yaml` and `cohorts/*/cohort.yaml`: when things happen.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveTime};

use crate::entity;
use crate::model::{
    Audience, CheckIn, Clock, CohortStatus, Cx, Day, Decode, Feature, FrontMatter, Id, Intake, Link, Node,
    Phase, Promise, Question, Ref, Role, SessionKind, SessionStatus, Text, Timing, Value, Wave,
};

entity! {
    /// A row of the schedule that every cohort follows, in weeks.
    pub struct CalendarRow as "calendar row" {
        /// Its id.
        id: Id,
        /// What kind of session it is.
        kind: SessionKind = SessionKind::CheckIn,
        /// What it is called; a row with `check_in` takes the check-in's name.
        title: Option<Text>,
        /// Who comes.
        audience: Vec<Audience>,
        /// When it falls, seen from a match.
        timing: Option<Timing>,
        /// Its week, where it happens once.
        week: Option<i32>,
        /// Every so many weeks, where it recurs.
        every_weeks: Option<u32>,
        /// The first week of a recurring row.
        from_week: Option<i32>,
        /// The last week of a recurring row; without one, the cohort's last.
        to_week: Option<i32>,
        /// The day of the week.
        day: Option<Day>,
        /// The local time.
        at: Option<NaiveTime>,
        /// How long it takes.
        minutes: Option<u32>,
        /// What it covers, as kebab-case words.
        topics: Vec<String>,
        /// The guide to read for it.
        guide: Option<Ref<FrontMatter>>,
        /// The check-in that it gives a day and a time.
        check_in: Option<Ref<CheckIn>>,
        /// Whether people may stay away.
        optional: bool = false,
        /// The group that it is for.
        group: Option<Id>,
        /// The site whose local time it keeps.
        site: Option<Ref<crate::model::Site>>,
        /// Where it takes place.
        location: Option<Text>,
    }
}

entity! {
    /// A cohort: its dates, surveys, features and deviations from the calendar.
    pub struct CohortFile as "cohort" {
        /// Its name.
        name: Text,
        /// Its first day.
        start: NaiveDate,
        /// Its last day.
        end: Option<NaiveDate>,
        /// Where it stands.
        status: CohortStatus,
        /// How people join.
        intake: Intake = Intake::Fixed,
        /// What its weeks count from.
        clock: Clock = Clock::Cohort,
        /// The features of the design in force.
        features: FeatureValues = FeatureValues::default(),
        /// Days on which nothing is held.
        holidays: Vec<Holiday>,
        /// Its surveys.
        surveys: Vec<Survey>,
        /// Sessions of its own, and deviations from the calendar.
        sessions: Vec<SessionRow>,
        /// Its own lengths of phases.
        phases: Vec<PhaseWeeks>,
        /// Dates before the start.
        dates: Vec<NamedDate>,
        /// The git revision of the content that it runs with.
        handbook: Option<String>,
        /// The day of the data.
        data_as_of: Option<NaiveDate>,
        /// The most matches that one mentor may hold in this cohort, one after the other included: the program's
        /// rule, not the number that came of it; without it, `capacity_per_mentor` of program.yaml, or 1.
        matches_per_mentor: Option<u32>,
        /// The most matches that may be second ones, of a mentee who had another in this cohort: the program's
        /// rule; without it, those that started beyond the mentees invited to a survey.
        matched_again: Option<u32>,
        /// The most matches that may be further ones of a mentor who holds another in this cohort: the program's rule;
        /// without it, as many as `matches_per_mentor` allows. The fewer, the smaller the groups that are told of.
        further_matches: Option<u32>,
        /// The most mentees of one match; 1 if it is not said. Answers of mentees hide as many more.
        mentees_per_match: Option<u32>,
        /// The most mentors of one match; 1 if it is not said. Answers of mentors hide as many more.
        mentors_per_match: Option<u32>,
        /// The most matches that a facilitator leads without a mentor; without it, those that started beyond what the
        /// mentors invited to a survey can hold.
        matches_without_mentor: Option<u32>,
        /// Whether mentees of earlier cohorts may take part again: what is told of several cohorts together then hides
        /// as many more, and what belongs to a beginning is not told. Without it nobody knows once the rows of an earlier
        /// cohort are deleted, so write `no` where it holds.
        mentees_return: Option<bool>,
        /// Columns of row files that are kept and not read.
        extra_columns: Vec<String>,
        /// Places where it runs.
        sites: Vec<Ref<crate::model::Site>>,
        /// Why no finding follows from it.
        no_finding_because: Option<Text>,
    }
}

entity! {
    /// Days on which nothing is held.
    pub struct Holiday as "holiday" {
        /// The first day.
        from: NaiveDate,
        /// The last day; without one, the first.
        to: Option<NaiveDate>,
        /// What it is called.
        name: Text,
    }
}

entity! {
    /// A survey.
    pub struct Survey as "survey" {
        /// Its id: answers stand in `responses-ID.csv`.
        id: Id,
        /// When in the year it is asked.
        wave: Wave,
        /// Who is asked.
        role: Role,
        /// How many were asked.
        invited: Option<u32>,
        /// The most of them who may be in no match, as those who wait for one: the program's rule; without it, the answers
        /// beyond the places in matches. What is told of this survey hides as many more.
        without_match: Option<u32>,
        /// How answers of one person can be brought together.
        link: Link = Link::None,
        /// What was promised to those who answer.
        promise: Promise = Promise::Confidential,
        /// How long it takes.
        minutes: Option<u32>,
        /// Its last day.
        closes: Option<NaiveDate>,
        /// The questions asked.
        questions: Vec<Ref<Question>>,
    }
}

impl Survey {
    /// Whether the same people may be asked by another survey at the same time.
    pub fn meets(&self, other: &Self) -> bool {
        let roles = self.role == other.role || self.role == Role::Both || other.role == Role::Both;
        self.wave == other.wave && roles
    }
}

entity! {
    /// A session of one cohort: its own, or a deviation of a calendar row (`use`).
    pub struct SessionRow as "session" {
        /// Its id; without one, made from kind and date.
        id: Option<Id>,
        /// The calendar row that it changes.
        uses as "use": Option<Ref<CalendarRow>>,
        /// What kind of session it is.
        kind: Option<SessionKind>,
        /// What it is called.
        title: Option<Text>,
        /// Who comes.
        audience: Vec<Audience>,
        /// Its week, where no date is set, or beside one.
        week: Option<i32>,
        /// Its date; of a deviation, the date that the calendar gives.
        date: Option<NaiveDate>,
        /// The date it moves to.
        move_to: Option<NaiveDate>,
        /// Yes where it is left out.
        skip: bool = false,
        /// Why it is moved or left out.
        reason: Option<Text>,
        /// The local time.
        at: Option<NaiveTime>,
        /// How long it takes.
        minutes: Option<u32>,
        /// What became of it.
        status: Option<SessionStatus>,
        /// What it covers.
        topics: Vec<String>,
        /// The guide to read for it.
        guide: Option<Ref<FrontMatter>>,
        /// The check-in that it is.
        check_in: Option<Ref<CheckIn>>,
        /// Whether people may stay away.
        optional: bool = false,
        /// The group that it is for.
        group: Option<Id>,
        /// The site whose local time it keeps.
        site: Option<Ref<crate::model::Site>>,
        /// When it falls, seen from a match.
        timing: Option<Timing>,
        /// Where it takes place.
        location: Option<Text>,
    }
}

entity! {
    /// A cohort's own weeks of a phase.
    pub struct PhaseWeeks as "phase of a cohort" {
        /// The phase.
        uses as "use": Ref<Phase>,
        /// Its first week.
        from_week: i32,
        /// Its last week.
        to_week: i32,
    }
}

entity! {
    /// A date with a name.
    pub struct NamedDate as "date" {
        /// What happens.
        name: Text,
        /// When.
        date: NaiveDate,
        /// At what time.
        at: Option<NaiveTime>,
        /// Until what day.
        until: Option<NaiveDate>,
        /// A note.
        note: Option<Text>,
    }
}

/// A value of a feature.
#[derive(Debug, Clone, PartialEq)]
pub enum FeatureValue {
    /// A number.
    Number(f64),
    /// Yes or no.
    YesNo(bool),
    /// A choice.
    Choice(String),
}

/// The features of a cohort, in the order of the file.
#[derive(Debug, Clone, Default)]
pub struct FeatureValues(pub Vec<(Ref<Feature>, FeatureValue, crate::diag::Place)>);

impl Decode for FeatureValues {
    const TYPE: &'static str = "a group of `feature: value` lines";
    const REQUIRED: bool = false;

    fn decode(node: &Node, cx: &mut Cx) -> Option<Self> {
        let Value::Map(entries) = &node.value else {
            cx.wrong_type(node, Self::TYPE, "write one line for each feature, indented below this key");
            return None;
        };
        let mut values = Vec::new();
        for entry in entries {
            let key = cx.place(entry.key_span);
            let feature = Ref::record(&entry.key, key, cx);
            let value = match &entry.node.value {
                Value::Bool(yes) => FeatureValue::YesNo(*yes),
                Value::Int(_) | Value::Float(_) => FeatureValue::Number(f64::decode(&entry.node, cx)?),
                Value::Str(text) if matches!(&**text, "yes" | "no") => FeatureValue::YesNo(&**text == "yes"),
                Value::Str(text) => FeatureValue::Choice(text.to_string()),
                _ => {
                    let how = "write the value that this feature has, on this line";
                    cx.wrong_type(&entry.node, "a number, a choice, or yes or no", how);
                    continue;
                }
            };
            values.push((feature, value, cx.place(entry.node.span)));
        }
        Some(Self(values))
    }

    fn missing() -> Option<Self> {
        Some(Self::default())
    }
}

/// Aggregates where no rows exist, one measure, role and wave each.
pub type Counts = BTreeMap<Id, u32>;
