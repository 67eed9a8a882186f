//! The true figures of the sample cohorts, held to those that `tests/oracles/rows.py` computed by other means.

use std::path::Path;

use serde_json::Value;

use super::super::disclose::Asked;
use super::super::estimate::{Ending, Stay, kaplan_meier, mean, paired_change};
use super::super::rows::{self, Name, records::Rows, words::PersonRole};
use super::view::{Group, View};
use super::{
    Counts as _, change, check_ins, contacts, endings, expectations, hours, many, people, retention,
    role_change, scores, survey,
};
use crate::check::{self, Checked, Memo, Settings};
use crate::model::{Id, Role};
use crate::source::{Disk, scan};

/// The sample program with its rows, and what is known of it.
struct Sample {
    checked: Checked,
    rows: Rows,
    figures: Value,
}

impl Sample {
    fn load() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        let mut world = Disk::new(root.join("content"), today);
        world.data = Some(root.join("tests/data/private"));
        let (mut sources, mut found) = (scan(&world).unwrap(), Vec::new());
        let checked = check::read(&sources, &Settings::default(), &mut Memo::default(), &mut found);
        let rows = rows::read(&world, &mut sources, &checked.handbook, &mut found).unwrap();
        let figures = serde_json::from_str(include_str!("../../../tests/data/figures.json")).unwrap();
        Self { checked, rows, figures }
    }

    fn each(&self, mut look: impl FnMut(&View, &Value)) {
        for (id, figures) in self.figures.as_object().unwrap() {
            let view = View::new(&self.checked.handbook, &Id::new(id), &self.rows).unwrap();
            look(&view, figures);
        }
    }
}

/// Equal to ten significant digits.
fn assert_close(ours: f64, theirs: &Value, what: &str) {
    let theirs = theirs.as_f64().unwrap_or_else(|| panic!("{what}: no number to hold {ours} to"));
    assert!((ours - theirs).abs() <= 1e-10 * theirs.abs().max(1e-3), "{what}: {ours} is not {theirs}");
}

fn assert_count(ours: u32, theirs: &Value, what: &str) {
    assert_eq!(Some(u64::from(ours)), theirs.as_u64(), "{what}");
}

#[test]
fn endings_and_their_quarters() {
    Sample::load().each(|view, figures| {
        let id = view.cohort.id.as_str();
        let of = |group: Group| many(view.matches.iter().filter(|one| one.group == group));
        for (group, name) in [
            (Group::AsPlanned, "as_planned"),
            (Group::GoalsMet, "goals_met"),
            (Group::Circumstances, "circumstances"),
            (Group::Relationship, "relationship"),
            (Group::Unexplained, "unknown"),
            (Group::Running, "running"),
            (Group::Unrecorded, "status_not_recorded"),
        ] {
            assert_count(of(group), &figures["endings"][name], &format!("{id}: {name}"));
        }
        let early = || view.matches.iter().filter(|one| one.group.is_early());
        for (quarter, name) in
            [(Some(1), "1"), (Some(2), "2"), (Some(3), "3"), (Some(4), "4"), (None, "unknown")]
        {
            let ours = many(early().filter(|one| endings::quarter(one) == quarter));
            assert_count(ours, &figures["early_endings_by_quarter"][name], &format!("{id}: quarter {name}"));
        }
        let success = many(view.matches.iter().filter(|one| one.group.is_success()));
        assert_count(success, &figures["completion"]["yes"], id);
    });
}

#[test]
fn retention_on_the_matches_own_clocks() {
    Sample::load().each(|view, figures| {
        let (id, theirs) = (view.cohort.id.as_str(), &figures["retention"]);
        let (mut stays, left_out) = retention::stays(view);
        assert_count(left_out, &theirs["left_out"], id);
        let word = |stay: &Stay| match stay.ending {
            Ending::Event => "event",
            Ending::Censored => "censored",
            Ending::Competing => "competing",
        };
        stays.sort_by_key(|stay| (stay.days, word(stay)));
        let ours: Vec<Value> = stays.iter().map(|stay| serde_json::json!([stay.days, word(stay)])).collect();
        assert_eq!(&Value::from(ours), &theirs["durations"], "{id}");
        for at in theirs["at"].as_array().unwrap() {
            let day = at["day"].as_f64().unwrap().floor();
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "days of a year")]
            let Some(ours) = kaplan_meier(&stays, day as u32) else {
                // Nobody was followed so long: there is no estimate, where the other side draws the line on.
                assert_eq!(at["at_risk"].as_u64(), Some(0), "{id}: day {day}");
                continue;
            };
            assert_close(ours.share, &at["survival"], &format!("{id}: day {day}"));
            if ours.share > 0.0 && ours.share < 1.0 {
                assert_close(ours.interval.low, &at["low"], &format!("{id}: day {day}, low"));
                assert_close(ours.interval.high, &at["high"], &format!("{id}: day {day}, high"));
            }
        }
    });
}

#[test]
fn process() {
    Sample::load().each(|view, figures| {
        let id = view.cohort.id.as_str();
        assert_count(expectations::documented(view), &figures["expectations"]["documented"], id);
        let held = check_ins::held(view);
        let theirs = figures["check_ins"].as_object().unwrap();
        assert_eq!(held.keys().collect::<Vec<_>>(), theirs.keys().collect::<Vec<_>>(), "{id}");
        for (check_in, held) in &held {
            let what = format!("{id}: {check_in}");
            assert_count(held.offered, &theirs[check_in]["offered"], &what);
            assert_count(held.held, &theirs[check_in]["held"], &what);
            assert_count(many(held.matches.iter()), &theirs[check_in]["matches_held"], &what);
        }
        let wanted = view.book.program.contact.as_ref().unwrap().first_month.unwrap();
        let ran = |one: &&super::view::Relation| {
            let last = one.last_day(view.as_of).zip(one.begun);
            last.is_some_and(|(last, begun)| (last - begun).num_days() >= 30)
        };
        let met = contacts::in_touch(view, wanted);
        let sides = view
            .matches
            .iter()
            .filter(ran)
            .filter_map(|one| met.get(&one.row.id))
            .map(std::collections::HashSet::len)
            .sum::<usize>();
        assert_eq!(Some(sides as u64), figures["contacts"]["first_month"]["met"].as_u64(), "{id}");
        #[allow(clippy::cast_precision_loss, reason = "minutes of a year")]
        let given = hours::minutes(view) as f64 / 60.0;
        assert_close(given, &figures["hours"]["mentor_hours"], id);
        assert_count(many(view.matches.iter()), &figures["mentors_who_were_mentees"]["n"], id);
        assert_count(role_change::were_mentees(view), &figures["mentors_who_were_mentees"]["yes"], id);
    });
}

#[test]
fn people_from_application_to_match() {
    Sample::load().each(|view, figures| {
        for (role, word, name) in
            [(Role::Mentor, PersonRole::Mentor, "mentor"), (Role::Mentee, PersonRole::Mentee, "mentee")]
        {
            let what = format!("{}: {name}", view.cohort.id);
            let theirs = &figures["funnel"][name];
            let (applicants, matched) = (people::applicants(view, word), people::matched(view, role));
            assert_count(many(applicants.iter()), &theirs["n"], &what);
            assert_count(
                many(matched.difference(&applicants)),
                &theirs["matched_without_application"],
                &what,
            );
            // Of a path, the second letter tells of the training and the third of the match.
            let paths = theirs["paths"].as_object().unwrap();
            let of = |letter: u8| {
                let counted = paths
                    .iter()
                    .filter(|(path, _)| path.as_bytes()[1] == letter && path.as_bytes()[2] == b'y');
                counted.map(|(_, n)| n.as_u64().unwrap()).sum::<u64>()
            };
            let trained = people::trained(view, role).unwrap();
            // Trained for a match of theirs is trained for the last one, or for one whose day is not known.
            let before_last = |who: &Name| {
                let mine = view.matches.iter().filter(|one| one.side(role).any(|on_it| on_it == *who));
                let begun: Option<Vec<_>> = mine.map(|one| one.begun).collect();
                trained.before(*who, begun.and_then(|days| days.into_iter().max()))
            };
            let ours = |wanted: Option<bool>| {
                let both = matched.intersection(&applicants);
                both.filter(|who| before_last(who) == wanted).count() as u64
            };
            assert_eq!(
                (ours(Some(true)), ours(Some(false)), ours(None)),
                (of(b'y'), of(b'n'), of(b'u')),
                "{what}"
            );
        }
    });
}

#[test]
fn matches_whose_people_were_trained_before() {
    Sample::load().each(|view, figures| {
        let told = people::Funnel.ask(view);
        for side in ["mentor", "mentee"] {
            let variable = format!("{side}s-trained");
            let one = told.iter().find(|one| one.key.variable() == variable).unwrap();
            let Asked::Tree(tree) = &one.asked else { panic!("{variable} is no tree") };
            for cell in &tree.root.cells {
                let theirs = &figures["funnel"]["match"]["trained"][side][cell.name.replace('-', "_")];
                assert_count(cell.count, theirs, &format!("{}: {variable}, {}", view.cohort.id, cell.name));
            }
        }
    });
}

#[test]
fn answers_and_changes() {
    Sample::load().each(|view, figures| {
        let id = view.cohort.id.as_str();
        let surveys = &view.surveys;
        for one in surveys {
            let theirs = &figures["response"][one.survey.id.as_str()];
            assert_count(many(one.rows.iter()), &theirs["answered"], one.survey.id.as_str());
            for measure in view.book.measures.iter().filter(|measure| scores::is_asked(measure, one)) {
                let key = format!("{}/{}", one.survey.wave.word(), one.survey.role.word());
                let what = format!("{id}: {} {key}", measure.id);
                let theirs = &figures["measures"][measure.id.as_str()][&key];
                let Some(how) = &measure.score else { continue };
                let from = scores::favourable_from(view.book, measure, how).unwrap();
                let given: Vec<scores::Score> =
                    one.rows.iter().filter_map(|row| scores::score(view.book, measure, one, *row)).collect();
                let favourable =
                    many(given.iter().filter(|score| scores::is_favourable(measure, **score, from)));
                assert_count(many(given.iter()), &theirs["n"], &what);
                assert_count(favourable, &theirs["favourable"], &what);
                let values: Vec<f64> = given.iter().map(|score| score.value(how.kind)).collect();
                spread(mean(&values), theirs, &what);
                let behind = one.behind(view);
                if given.len() == one.rows.len()
                    && behind.identified
                    && !theirs["described"]["matches"].is_null()
                {
                    assert_count(many(behind.matches.iter()), &theirs["described"]["matches"], &what);
                    assert_count(many(behind.mentors.iter()), &theirs["described"]["mentors"], &what);
                }
            }
        }
        changes(view, surveys, figures);
    });
}

/// Every change that the other side computed, between whichever two waves.
fn changes(view: &View, surveys: &[survey::Surveyed], figures: &Value) {
    let mut compared = 0;
    for measure in view.book.measures.iter().filter(|measure| measure.score.is_some()) {
        for (key, theirs) in figures["change"][measure.id.as_str()].as_object().unwrap() {
            let what = format!("{}: {} {key}", view.cohort.id, measure.id);
            let (waves, of) = key.split_once('/').unwrap();
            let (first, last) = waves.split_once('-').unwrap();
            let at = |wave: &str| {
                let there = |one: &&survey::Surveyed| {
                    one.survey.wave.word() == wave
                        && one.survey.role.word() == of
                        && scores::is_asked(measure, one)
                };
                surveys.iter().find(there).unwrap()
            };
            let both = change::both(view.book, measure, &[at(first)], &[at(last)]);
            assert_count(many(both.iter()), &theirs["n"], &what);
            if let Some(worth) = measure.worthwhile_change {
                let worth = scores::thousandths(worth);
                let rose = both
                    .iter()
                    .filter(|(_, before, after)| change::rose(measure.better, *before, *after) >= worth);
                assert_count(many(rose), &theirs["rose_worthwhile"], &what);
            }
            let kind = measure.score.as_ref().unwrap().kind;
            let pairs: Vec<_> = both.iter().map(|(_, a, b)| (a.value(kind), b.value(kind))).collect();
            spread(paired_change(&pairs), theirs, &what);
            compared += 1;
        }
    }
    assert!(compared > 0 || view.cohort.id.as_str() == "2023-autumn", "{} has no change", view.cohort.id);
}

fn spread(ours: Option<super::super::estimate::MeanEstimate>, theirs: &Value, what: &str) {
    let Some(ours) = ours else { return assert!(theirs["mean"].is_null(), "{what}") };
    assert_close(ours.mean, &theirs["mean"], what);
    if let Some(sd) = ours.sd.filter(|sd| *sd > 0.0) {
        assert_close(sd, &theirs["sd"], what);
    }
    if let Some(interval) = ours.interval {
        assert_close(interval.low, &theirs["low"], what);
        assert_close(interval.high, &theirs["high"], what);
    }
}
