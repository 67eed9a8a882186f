//! The rows of the sample as the csv crate reads them, and what a line of the trace asks of them.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde_yaml::Value;

use super::{COHORT, root};

/// A row by its column names.
pub(super) type Row = BTreeMap<String, String>;

/// The rows of all cohorts, by `cohort/file`.
pub(super) struct Rows {
    pub(super) files: BTreeMap<String, Vec<Row>>,
    /// Ids that are another id's person.
    same: BTreeMap<String, String>,
    /// cohort.yaml.
    cohort: Value,
}

impl Rows {
    pub(super) fn read() -> Self {
        let folder = root().join("tests/data/private/cohorts");
        let mut files = BTreeMap::new();
        for entry in walkdir::WalkDir::new(&folder).into_iter().map(Result::unwrap) {
            if entry.path().extension().is_some_and(|ending| ending == "csv") {
                let name = entry.path().with_extension("");
                let name = name.strip_prefix(&folder).unwrap().to_str().unwrap().replace('\\', "/");
                let rows = csv::Reader::from_path(entry.path()).unwrap().into_deserialize();
                files.insert(name, rows.map(Result::unwrap).collect::<Vec<Row>>());
            }
        }
        let people = files.iter().filter(|(name, _)| name.ends_with("/participants"));
        let same = people.flat_map(|(_, rows)| rows).filter(|row| !row["same_as"].is_empty());
        let same = same.map(|row| (row["person"].clone(), row["same_as"].clone())).collect();
        let cohort = std::fs::read_to_string(root().join(format!("content/cohorts/{COHORT}/cohort.yaml")));
        let cohort = serde_yaml::from_str(&cohort.unwrap()).unwrap();
        Self { files, same, cohort }
    }

    pub(super) fn of(&self, file: &str) -> &[Row] {
        &self.files[&format!("{COHORT}/{file}")]
    }

    /// The ids in a cell, each as the person that it is.
    pub(super) fn people<'a>(&'a self, cell: &'a str) -> impl Iterator<Item = &'a str> {
        cell.split(';').map(|id| self.same.get(id).map_or(id, String::as_str))
    }

    /// matches.csv without those that were only proposed.
    pub(super) fn started(&self) -> impl Iterator<Item = &Row> {
        self.of("matches").iter().filter(|row| row["status"] != "proposed")
    }

    /// The row of a match in endings.csv.
    pub(super) fn ending(&self, one: &Row) -> &Row {
        self.of("endings").iter().find(|row| row["match"] == one["match"]).unwrap()
    }

    /// Started, and its reason in endings.csv is one of these.
    pub(super) fn ended(&self, reasons: &'static [&str]) -> impl Iterator<Item = &Row> {
        self.started().filter(|one| reasons.contains(&&*self.ending(one)["reason"]))
    }

    /// Of these matches: those with a day in `held_on` for a check-in, and the others.
    pub(super) fn held(&self, check_in: &str, of: &'static [&str]) -> Vec<usize> {
        let log = self.of("checkin-log").iter();
        let log = log.filter(|row| row["check_in"] == check_in && !row["held_on"].is_empty());
        let held: BTreeSet<&str> = log.map(|row| &*row["match"]).collect();
        parts(self.ended(of), |one| usize::from(!held.contains(&*one["match"])), 2)
    }

    /// Of the started matches: all people of a side satisfy, one is known not to, or nobody knows.
    pub(super) fn sides(&self, side: &str, known: &dyn Fn(&str) -> Option<bool>) -> Vec<usize> {
        let place = |one: &Row| {
            let people: Vec<Option<bool>> = self.people(&one[side]).map(known).collect();
            match (people.contains(&Some(false)), people.contains(&None)) {
                (true, _) => 1,
                (false, true) => 2,
                (false, false) => 0,
            }
        };
        parts(self.started(), place, 3)
    }

    /// Sessions with a list in attendance.csv that a person was present at; nothing of who is on no list.
    pub(super) fn came<'a>(
        &'a self,
        person: &str,
        is_one: &dyn Fn(&str) -> bool,
    ) -> Option<BTreeSet<&'a str>> {
        let rows = self.of("attendance").iter().filter(|row| is_one(&row["session"]));
        let theirs = rows.filter(|row| !row["status"].is_empty());
        let theirs: Vec<&Row> =
            theirs.filter(|row| self.people(&row["person"]).any(|one| one == person)).collect();
        let present =
            theirs.iter().filter(|row| row["status"] == "present").map(|row| &*row["session"]).collect();
        (!theirs.is_empty()).then_some(present)
    }

    /// Distinct sessions of attendance.csv at which somebody was present.
    pub(super) fn sessions(&self, is_one: impl Fn(&str) -> bool) -> usize {
        let rows = self.of("attendance").iter().filter(|row| row["status"] == "present");
        rows.map(|row| &*row["session"]).filter(|id| is_one(id)).collect::<BTreeSet<_>>().len()
    }

    /// People in applicants.csv in a role who are on no side of a started match.
    pub(super) fn further(&self, role: &str, side: &str) -> usize {
        let matched: BTreeSet<&str> = self.started().flat_map(|one| self.people(&one[side])).collect();
        let applied = self.of("applicants").iter().filter(|row| row["role"] == role);
        let applied: BTreeSet<&str> = applied.flat_map(|row| self.people(&row["person"])).collect();
        applied.difference(&matched).count()
    }

    /// The rows of a survey, of each person the earliest with an answer, or else a blank one.
    pub(super) fn answers(&self, survey: &str) -> BTreeMap<&str, &Row> {
        let columns = ["person", "match", "answered_on"];
        let said =
            |row: &&Row| row.iter().any(|(name, cell)| !columns.contains(&&**name) && !cell.is_empty());
        let mut rows: Vec<&Row> = self.of(&format!("responses-{survey}")).iter().collect();
        // The last one that is put in stays.
        rows.sort_by_key(|row| (said(row), std::cmp::Reverse(&row["answered_on"])));
        rows.into_iter().map(|row| (self.people(&row["person"]).next().unwrap(), row)).collect()
    }

    /// `invited` of a survey in cohort.yaml.
    pub(super) fn invited(&self, survey: &str) -> usize {
        let surveys = self.cohort["surveys"].as_sequence().unwrap();
        let one = surveys.iter().find(|one| one["id"] == *survey).unwrap();
        usize::try_from(one["invited"].as_u64().unwrap()).unwrap()
    }

    /// Of those who answered a survey: the answer is at least so much, it is less, there is none.
    pub(super) fn at_least(&self, survey: &str, question: &str, least: i32) -> Vec<usize> {
        let place = |row: &&Row| match row[question].parse::<i32>() {
            Ok(answer) if answer >= least => 0,
            Ok(_) => 1,
            Err(_) => 2,
        };
        parts(self.answers(survey).into_values(), |row| place(&row), 3)
    }

    /// Those who took a choice, of a question that takes several.
    pub(super) fn chose(&self, survey: &str, question: &str, choice: &str) -> Vec<usize> {
        let answers = self.answers(survey);
        vec![answers.values().filter(|row| row[question].split(';').any(|one| one.trim() == choice)).count()]
    }

    /// Of those who answered a survey: their goals sum up to 0 or more, to less, none has an answer.
    pub(super) fn goals(&self, survey: &str) -> Vec<usize> {
        let place = |row: &Row| {
            let goals = ["goal-reached-1", "goal-reached-2"].map(|goal| row[goal].parse::<i32>().ok());
            let known: Vec<i32> = goals.into_iter().flatten().collect();
            if known.is_empty() { 2 } else { usize::from(known.iter().sum::<i32>() < 0) }
        };
        parts(self.answers(survey).into_values(), place, 3)
    }

    /// The sum over the answered items, and how many these are: half of all at least.
    pub(super) fn score(row: &Row, items: &[&str]) -> Option<(i32, i32)> {
        // Agreeing with the third means belonging less, so it is counted from the other end of 1 to 5.
        let value =
            |item: &&str| row[*item].parse::<i32>().ok().map(|n| if *item == "belong-3" { 6 - n } else { n });
        let known: Vec<i32> = items.iter().filter_map(value).collect();
        let enough = !known.is_empty() && 2 * known.len() >= items.len();
        enough.then(|| (known.iter().sum(), i32::try_from(known.len()).unwrap()))
    }

    /// People in both surveys, and of them those whose mean rose by so many tenths.
    pub(super) fn rose(&self, items: &[&str], tenths: i32) -> Vec<usize> {
        let (first, last) = (self.answers("baseline-mentee"), self.answers("end-mentee"));
        let both: Vec<(&Row, &Row)> =
            first.iter().filter_map(|(who, row)| Some((*row, *last.get(who)?))).collect();
        let by = |(before, after): &&(&Row, &Row)| {
            let ((a, m), (b, n)) = (Self::score(before, items)?, Self::score(after, items)?);
            Some((b * m - a * n) * 10 >= tenths * m * n)
        };
        vec![both.iter().filter(|pair| by(pair) == Some(true)).count(), both.len()]
    }

    /// Of those who answered at the end: the mean of these items is 3.5 or more, it is less, there is none.
    pub(super) fn favourable(&self, items: &[&str]) -> Vec<usize> {
        let place = |row: &Row| match Self::score(row, items) {
            Some((sum, of)) if 2 * sum >= 7 * of => 0,
            Some(_) => 1,
            None => 2,
        };
        parts(self.answers("end-mentee").into_values(), place, 3)
    }
}

/// How many of the rows lie in each of so many places.
pub(super) fn parts<T>(
    rows: impl Iterator<Item = T>,
    place: impl Fn(T) -> usize,
    places: usize,
) -> Vec<usize> {
    let mut counts = vec![0; places];
    rows.for_each(|row| counts[place(row)] += 1);
    counts
}

pub(super) fn days(from: &str, to: &str) -> i64 {
    (to.parse::<NaiveDate>().unwrap() - from.parse::<NaiveDate>().unwrap()).num_days()
}
