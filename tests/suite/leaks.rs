//! Leaks that an attack on published figures found: the smallest example of each, from rows to what is printed.

mod asked;
mod known;
mod later;
mod noted;
mod over_time;
mod public;
mod said;
mod side_by_side;
mod splits;

use std::collections::BTreeSet;
use std::fmt::Write as _;

use mentorbook::model::Id;
use mentorbook::outcomes::disclose::{Count, Fact, Form, Refusal};
use mentorbook::pipeline::{self, Kept, Options};
use mentorbook::source::{Root, World as _};

use self::over_time::Program;
use crate::site::Site;

const PROGRAM: &str = "schema: 1\nname: P\nlanguages: [en]\nweeks: 20\ncapacity_per_mentor: 2\n";
const QUESTIONS: &str = "questions:
- { id: well, text: Well?, role: both, answer: yes_no }
- { id: harm, text: Harm?, role: both, answer: yes_no, class: sensitive }
- { id: level, text: Level?, role: both, answer: agree, class: sensitive }
- { id: learned, text: Learned?, role: both, answer: { many: true, choices: [{ id: skill, name: Skill }, { id: people, name: People }] } }
scales: { agree: { min: 1, max: 5 } }
";
const MEASURES: &str = "- { id: fared, construct: other, items: [well], roles: [mentee], waves: [baseline, end] }
- { id: raised, construct: other, items: [level], score: { kind: share_at_least, threshold: 4 }, roles: [mentee], waves: [baseline, end], worthwhile_change: 1 }
";
const MATCHES: &str = "match,mentors,mentees,matched_on,planned_end,status,expectations_on,matched_by,criteria,site,track,model,facilitator,rematch_of,continues\n";

/// A closed cohort with these surveys.
fn site(surveys: &str) -> Site {
    let surveys = if surveys.is_empty() { String::new() } else { format!("surveys:\n{surveys}") };
    let cohort = format!("name: C\nstart: 2025-01-06\nend: 2025-05-23\nstatus: closed\n{surveys}");
    Site::base()
        .with("program.yaml", PROGRAM)
        .with("questions.yaml", QUESTIONS)
        .with("measures.yaml", MEASURES)
        .with("cohorts/c/cohort.yaml", cohort)
}

/// With a row file of the cohort.
fn rows(mut site: Site, name: &str, text: &str) -> Site {
    site.world.put(Root::Data, &format!("cohorts/c/{name}.csv"), text);
    site
}

/// matches.csv: of each match its mentor, its mentee and its status.
fn matches(all: impl Iterator<Item = (usize, usize, &'static str)>) -> String {
    all.enumerate().fold(MATCHES.to_owned(), |mut text, (i, (mentor, mentee, status))| {
        writeln!(text, "m{i},a{mentor},b{mentee},2025-01-06,2025-05-23,{status},,,,,,,,,").unwrap();
        text
    })
}

/// A file with a header and a row for each number.
fn table(head: &str, numbers: impl Iterator<Item = usize>, row: impl Fn(usize) -> String) -> String {
    numbers.fold(format!("{head}\n"), |text, i| text + &row(i) + "\n")
}

fn propose(site: &Site, cohorts: &[&str]) -> Result<Vec<Fact>, Vec<Refusal>> {
    let read = pipeline::check(&site.world, &Options::default(), &mut Kept::default()).unwrap();
    let cohorts: BTreeSet<Id> = cohorts.iter().copied().map(Id::new).collect();
    let proposed = read.private.propose(&read.checked.handbook, &cohorts, &[0; 32]).unwrap();
    proposed.map(|proposal| proposal.release.facts)
}

fn told(site: &Site) -> Vec<Fact> {
    propose(site, &["c"]).unwrap()
}

fn find<'a>(facts: &'a [Fact], key: &str) -> Option<&'a Form> {
    facts.iter().find(|fact| fact.key.to_string() == key).map(|fact| &fact.form)
}

/// Every exact count of a population that is printed, the rest beside a share included.
fn counts(facts: &[Fact], population: &str) -> Vec<u32> {
    let mine = facts.iter().filter(|fact| fact.key.population() == population);
    let each = mine.flat_map(|fact| match &fact.form {
        Form::Split { cells, .. } => cells.iter().map(|cell| cell.count).filter(|n| *n > 0).collect(),
        Form::Share { n, x: Count::Exact(x) } => vec![*x, n - x],
        _ => Vec::new(),
    });
    each.collect()
}

// ---------------------------------------------------------------- whom a figure describes

/// Twelve by name and eleven of them by code: the twelfth would be the difference.
#[test]
fn a_code_does_not_make_people_others() {
    let surveys = "- { id: named, wave: end, role: mentee, link: person, questions: [well] }
- { id: coded, wave: end, role: mentee, link: code, questions: [well] }\n";
    let answers =
        |head: &str, n| table(head, 0..n, |i| format!("x{i},{}", if i % 2 == 0 { "yes" } else { "no" }));
    let site = rows(site(surveys), "responses-named", &answers("person,well", 12));
    let site = rows(site, "responses-coded", &answers("code,well", 11));
    let facts = told(&site);
    assert!(
        find(&facts, "named/fared@end/mentee").is_some() && find(&facts, "coded/fared@end/mentee").is_none()
    );
}

/// Fourteen mentees may be those of seven mentors, whoever's they are, and whether or not a row says so.
#[test]
fn whether_answers_are_told_does_not_depend_on_whose_they_are() {
    for (link, head) in [("person", "person,well"), ("code", "code,well"), ("none", "answered_on,well")] {
        let surveys = format!("- {{ id: end, wave: end, role: mentee, link: {link}, questions: [well] }}\n");
        let who = |i: usize| if link == "none" { "2025-05-20".to_owned() } else { format!("b{i}") };
        for (mentors, n, is_told) in [(7, 14, false), (14, 14, false), (8, 15, true), (15, 15, true)] {
            let pairs = matches((0..n).map(|i| (i % mentors, i, "completed")));
            let answers = table(head, 0..n, |i| format!("{},{}", who(i), if i < 7 { "yes" } else { "no" }));
            let facts = told(&rows(rows(site(&surveys), "matches", &pairs), "responses-end", &answers));
            let form = find(&facts, "end/fared@end/mentee").unwrap();
            assert_eq!(form.is_shown(), is_told, "{link}, {n} of {mentors}: {form:?}");
            assert!(is_told || *form == Form::TooFew { group: 15 }, "{form:?}");
        }
    }
}

/// Twenty-four matches of five mentees, as cohort.yaml allows; and twelve of which one may be a second one: whether it
/// is is not told by whether there are enough mentees.
#[test]
fn mentees_are_as_few_as_cohort_yaml_allows() {
    let facts = |matched_again: u32, started: usize, mentees: usize| {
        let surveys = format!(
            "- {{ id: none, wave: end, role: mentor }}\nmatches_per_mentor: 1\nmatched_again: {matched_again}\n"
        );
        let half = |i| if i < started / 2 { "completed" } else { "ended_early" };
        told(&rows(site(&surveys), "matches", &matches((0..started).map(|i| (i, i % mentees, half(i))))))
    };
    let of_five = facts(19, 24, 5);
    assert_eq!(find(&of_five, "matches/completion"), Some(&Form::TooFew { group: 46 }));
    assert_eq!(facts(1, 12, 12), facts(1, 12, 11));
    assert!(find(&facts(1, 12, 11), "matches/completion").is_some_and(Form::is_shown));
}

/// Four matches that were not trained for may be those of two mentors.
#[test]
fn a_count_of_matches_hides_as_many_mentors() {
    let sessions = "- { id: none, wave: end, role: mentor }\nsessions:\n- { id: start, kind: training, timing: pre_match, date: 2025-01-03, at: '17:00' }\n";
    let plan = |mentors: fn(usize) -> usize| {
        let site = rows(site(sessions), "matches", &matches((0..30).map(|i| (mentors(i), i, "completed"))));
        let came = |i: usize| format!("start,a{i},mentor,{}", if i < 2 { "absent" } else { "present" });
        told(&rows(site, "attendance", &table("session,person,role,status", 0..30, came)))
    };
    // Two mentors of two matches each, then one of each: four matches are two mentors.
    let facts = plan(|i| if i < 4 { i / 2 } else { i });
    assert_eq!(
        find(&facts, "mentor-side/mentors-trained"),
        Some(&Form::Share { n: 30, x: Count::AtLeast(24) }),
        "k is 3 mentors of two matches each"
    );
}

/// Figures that are left out where a mentor has more matches than is public would tell of that mentor.
#[test]
fn how_many_matches_people_have_is_said_before_a_release() {
    let of = |mentors: fn(usize) -> usize, mentees: usize, said: &str| {
        let all = matches(
            (0..30).map(|i| (mentors(i), i % mentees, if i < 15 { "completed" } else { "ended_early" })),
        );
        let cohort = format!("name: C\nstart: 2025-01-06\nend: 2025-05-23\nstatus: closed\n{said}");
        let program = Program::new(&rows(site(""), "matches", &all).with("cohorts/c/cohort.yaml", cohort));
        (program.found().contains("several-matches"), program.release("c"))
    };
    let four = |i: usize| if i < 4 { 0 } else { i };
    for (mentors, mentees, key) in
        [(four as fn(usize) -> usize, 30, "matches_per_mentor: 4"), (|i| i, 28, "matched_again: 2")]
    {
        let (found, released) = of(mentors, mentees, "");
        let refused = released.unwrap_err();
        assert!(found && refused.contains(&format!("as `{}`", key.split(':').next().unwrap())), "{refused}");
        let (found, released) = of(mentors, mentees, key);
        assert!(!found && released.is_ok(), "{released:?}");
    }
}

/// A mentor of two matches knows two of every count.
#[test]
fn whoever_has_two_matches_learns_no_more() {
    let told = |said: &str, ended: usize| {
        let status = move |i: usize| if i < ended { "ended_early" } else { "completed" };
        let cohort = format!("name: C\nstart: 2025-01-06\nend: 2025-05-23\nstatus: closed\n{said}");
        let site = site("").with("cohorts/c/cohort.yaml", cohort);
        let facts = told(&rows(site, "matches", &matches((0..24).map(|i| (i / 2, i, status(i))))));
        find(&facts, "matches/completion").cloned()
    };
    assert_eq!(
        told("", 4),
        Some(Form::Share { n: 24, x: Count::AtLeast(20) }),
        "4 less the two of one's own are 2"
    );
    assert!(matches!(told("", 5), Some(Form::Split { .. })));
    assert!(
        matches!(told("matches_per_mentor: 1", 4), Some(Form::Split { .. })),
        "and the rows are held against it"
    );
}

/// Two of 22 mentees were matched again, which `invited` tells: four early endings may be two people's.
#[test]
fn those_matched_again_are_hidden_with_the_others() {
    let surveys =
        "- { id: first, wave: baseline, role: mentee, invited: 22, link: person, questions: [well] }\n";
    let ended = [0, 1, 22, 23];
    let status = move |i: usize| if ended.contains(&i) { "ended_early" } else { "completed" };
    let all = matches((0..24).map(|i| (i, i % 22, status(i))));
    let facts = told(&rows(site(surveys), "matches", &all));
    assert_eq!(
        find(&facts, "matches/completion"),
        Some(&Form::Share { n: 24, x: Count::AtLeast(18) }),
        "k is 3, the 2 who were matched again, and the second match that a mentor may hold"
    );
    for population in ["matches", "mentee-side", "mentor-side"] {
        let told = counts(&facts, population);
        assert!(told.iter().all(|n| *n > 6), "{population}: {told:?}");
    }
}

// ---------------------------------------------------------------- figures beside figures

/// Whether hours are told depends on how many matches started, never on how many met.
#[test]
fn hours_do_not_tell_how_many_met() {
    let cohort = "name: C\nstart: 2025-01-06\nend: 2025-05-23\nstatus: closed\nmatches_per_mentor: ";
    let told = |started: usize, met: usize, minutes: usize, most: u32| {
        let site = site("").with("cohorts/c/cohort.yaml", format!("{cohort}{most}\n"));
        let site = rows(site, "matches", &matches((0..started).map(|i| (i, i, "completed"))));
        let met = table("match,month,meetings,minutes", 0..met, |i| format!("m{i},2025-02,4,{minutes}"));
        find(&self::told(&rows(site, "meetings", &met)), "matches/mentor-hours").cloned()
    };
    let hours = |started, met, minutes| told(started, met, minutes, 1);
    assert_eq!(told(24, 24, 600, 2), None, "three people may be six matches");
    assert_eq!(told(30, 30, 600, 2), Some(Form::Open { value: 300 }));
    assert_eq!(hours(24, 19, 600).is_some(), hours(24, 20, 600).is_some());
    assert_eq!(hours(22, 22, 600), None, "started less than 20 and k");
    // 240 hours of 24 matches: three typical ones give 30, so the step is 50.
    assert_eq!(hours(24, 24, 600), Some(Form::Open { value: 250 }));
    assert_eq!(hours(24, 23, 600), hours(24, 24, 600), "one match more or less is not seen");
}

/// Whoever met their goals early could hold no check-in that was planned later.
#[test]
fn late_check_ins_are_told_of_those_who_were_still_there() {
    let check_ins = "- { id: early, kind: monitoring, when: { week: 5 }, offered_to: all }
- { id: late, kind: closure, when: { week: 15 }, offered_to: all }\n";
    let site = site("").with("check-ins.yaml", check_ins);
    let status = |i: usize| if i < 30 { "completed" } else { "ended_early" };
    let site = rows(site, "matches", &matches((0..36).map(|i| (i, i, status(i)))));
    let endings = |i: usize| format!("m{i},2025-03-03,,goals_met_early,,");
    let site = rows(
        site,
        "endings",
        &table("match,ended_on,initiated_by,reason,procedure,certified", 0..10, endings),
    );
    let held = |i: usize| {
        let late = format!("m{i},late,,,2025-04-20,");
        if i < 18 { format!("{late}\nm{i},early,,,2025-02-10,") } else { late }
    };
    let facts = told(&rows(
        site,
        "checkin-log",
        &table("match,check_in,planned_on,facilitator,held_on,result", 10..24, held),
    ));
    let n = |key: &str| match find(&facts, key) {
        Some(Form::Split { n, .. }) => *n,
        other => panic!("{key}: {other:?}"),
    };
    assert_eq!(
        (n("matches/completed-how"), n("matches/check-in.early"), n("matches/check-in.late")),
        (30, 30, 20)
    );
}

/// Of two choices that anybody takes at least one of, the shares tell how many took both.
#[test]
fn of_two_choices_one_is_told() {
    let surveys = "- { id: end, wave: end, role: mentee, link: person, questions: [learned] }\n";
    let took = |i: usize| format!("b{i},{}", ["skill", "people", "skill;people"][i % 3]);
    let facts = told(&rows(site(surveys), "responses-end", &table("person,learned", 0..24, took)));
    let shares = facts.iter().filter(|fact| fact.key.variable().starts_with("learned.")).count();
    assert_eq!(shares, 1, "{facts:?}");
}

/// A pool tells no change, so its levels are told as they are: merged in one cohort alone, "no" would be false.
#[test]
fn a_pool_counts_no_as_no() {
    let mut site = site("");
    for cohort in ["c", "d", "e"] {
        let surveys = "- { id: one, wave: baseline, role: mentee, link: person, questions: [level] }
- { id: two, wave: end, role: mentee, link: person, questions: [level] }\n";
        let file = String::from_utf8(
            self::site(surveys).world.read(Root::Content, "cohorts/c/cohort.yaml").unwrap(),
        );
        site = site.with(&format!("cohorts/{cohort}/cohort.yaml"), file.unwrap());
        for survey in ["one", "two"] {
            // Thirty-six low, thirty-six high; twenty-four say nothing in two of the cohorts.
            let answer = |i: usize| {
                if i < 36 {
                    "2"
                } else if i < 72 {
                    "5"
                } else if cohort == "c" {
                    "1"
                } else {
                    ""
                }
            };
            let extra = |i: usize| format!("{cohort}{i},{},yes", answer(i));
            let text = table("person,level,well", 0..96, extra);
            site.world.put(Root::Data, &format!("cohorts/{cohort}/responses-{survey}.csv"), text);
        }
    }
    let facts = propose(&site, &["c", "d", "e"]).unwrap();
    let Some(form) = find(&facts, "pool/raised@end/mentee") else { panic!("{facts:?}") };
    assert_eq!(
        (form.cell("yes"), form.cell("no"), form.cell("not-recorded")),
        (Some(108), Some(132), Some(48))
    );
    assert!(find(&facts, "pool/raised@baseline/mentee").is_some(), "{facts:?}");
}

/// Two surveys of one cohort may be of the same people, each of whom would count as two.
#[test]
fn a_pool_counts_nobody_twice() {
    let mut all = site("");
    for cohort in ["c", "d", "e"] {
        let surveys = "- { id: one, wave: end, role: mentee, link: person, questions: [level] }
- { id: two, wave: end, role: mentee, link: code, questions: [level] }\n";
        let file = site(surveys).world.read(Root::Content, "cohorts/c/cohort.yaml").unwrap();
        all = all.with(&format!("cohorts/{cohort}/cohort.yaml"), file);
        for (survey, head) in [("one", "person,level"), ("two", "code,level")] {
            let text = table(head, 0..30, |i| format!("{cohort}{i},{}", 2 + i % 3));
            all.world.put(Root::Data, &format!("cohorts/{cohort}/responses-{survey}.csv"), text);
        }
    }
    let facts = propose(&all, &["c", "d", "e"]).unwrap();
    let told = find(&facts, "pool/raised@end/mentee").and_then(Form::headline);
    assert_eq!(told.map(|(n, _)| n), Some(90), "{facts:?}");
}

/// A mean that came without rows: told of enough people, to a tenth, and cut off near the ends of its scale.
#[test]
fn a_mean_without_its_answers() {
    let measures = "- { id: level, construct: other, items: [steady], score: { kind: mean }, roles: [mentee], waves: [end] }\n";
    let questions = "scales: { agree: { min: 1, max: 5 } }\nquestions:\n- { id: steady, text: Steady?, role: both, answer: agree }\n";
    let told = |n: u32, mean: &str| {
        let results =
            format!("- {{ measure: level, role: mentee, wave: end, n: {n}, mean: {mean}, sd: 0.8 }}\n");
        let site = site("").with("questions.yaml", questions).with("measures.yaml", measures);
        let facts = told(&site.with("cohorts/c/results.yaml", results));
        match find(&facts, "reported/level@end/mentee") {
            Some(Form::Mean { n, tenths, clamp, .. }) => format!("{tenths} of {n} {clamp:?}"),
            other => format!("{other:?}"),
        }
    };
    for (n, mean, expected) in [
        (23, "3.8", "Some(TooFew { group: 24 })"),
        (24, "3.84", "38 of 24 None"),
        (40, "3.85", "39 of 40 None"),
        (40, "4.9", "45 of 40 OrHigher"),
        (40, "1", "15 of 40 OrLower"),
    ] {
        assert_eq!(told(n, mean), expected, "{n} {mean}");
    }
}
