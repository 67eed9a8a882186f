//! Leaks over time that a fourth attack found: pools after a correction, definitions that move, parts and wholes.

use std::fmt::Write as _;
use std::fs;

use mentorbook::model::Id;
use mentorbook::outcomes::Published;
use mentorbook::outcomes::disclose::{Count, Form, Why};
use mentorbook::pipeline::{self, Kept, Options};
use mentorbook::source::Root;

use super::over_time::Program;
use super::{MATCHES, find, rows, site, table};
use crate::site::Site;

const SURVEY: &str = "[{ id: end, wave: end, role: mentee, link: person, questions: [well, harm] }]\n";

fn cohort(surveys: &str) -> String {
    format!("name: C\nstart: 2025-01-06\nend: 2025-05-23\nstatus: closed\nsurveys: {surveys}")
}

/// With a cohort that has one row file.
fn with(site: Site, name: &str, surveys: &str, file: &str, text: &str) -> Site {
    let mut site = site.with(&format!("cohorts/{name}/cohort.yaml"), cohort(surveys));
    site.world.put(Root::Data, &format!("cohorts/{name}/{file}.csv"), text);
    site
}

/// Matches of a cohort, 20 of which completed, 50 ended by circumstances and 10 by the relationship; and one more.
fn ended(cohort: &str, late: Option<&str>) -> (String, String) {
    let mut matches = MATCHES.to_owned();
    let mut endings = "match,ended_on,initiated_by,reason,procedure,certified\n".to_owned();
    for i in 0..80 + usize::from(late.is_some()) {
        let reason = match i {
            0..20 => None,
            20..45 => Some("life_change_mentor"),
            45..70 => Some("program_ended"),
            70..80 => Some("gradual_dissolution"),
            _ => late.filter(|reason| !reason.is_empty()),
        };
        let status = if reason.is_some() { "ended_early" } else { "completed" };
        let id = format!("{cohort}{i}");
        writeln!(matches, "m{id},a{id},b{id},2025-01-06,2025-05-23,{status},,,,,,,,,").unwrap();
        if let Some(reason) = reason {
            writeln!(endings, "m{id},2025-03-03,mentor,{reason},,").unwrap();
        }
    }
    (matches, endings)
}

/// One group's parts withheld where its sum had changed said in which group the match ended that came late.
#[test]
fn reasons_of_a_pool_do_not_tell_how_a_late_match_ended() {
    let told = |late: Option<&str>| {
        let mut all = site("");
        for name in ["c", "d", "e"] {
            let (matches, endings) = ended(name, None);
            all = with(all, name, "[]", "matches", &matches);
            all.world.put(Root::Data, &format!("cohorts/{name}/endings.csv"), endings);
        }
        let program = Program::new(&all);
        for name in ["c", "d", "e"] {
            program.release(name).unwrap();
        }
        if late.is_some() {
            let (matches, endings) = ended("c", late);
            program.row_file("matches", &matches);
            program.row_file("endings", &endings);
            let noted = program.release("c").unwrap().release.held_back;
            assert_eq!(noted, ["matches"], "that something changed is public");
        }
        program.release("c+d+e").unwrap().release.facts
    };
    let key = "pool-circumstances/ended-early-why.circumstances";
    assert!(matches!(find(&told(None), key), Some(Form::Split { n: 150, .. })));
    let late = told(Some(""));
    assert_eq!(find(&late, key), Some(&Form::NotShown { why: Why::FewInCell }));
    for reason in ["life_change_mentor", "mismatch"] {
        assert_eq!(told(Some(reason)), late, "{reason}");
    }
}

fn answers(who: std::ops::Range<usize>, cohort: &str) -> String {
    let yes = |one: bool| if one { "yes" } else { "no" };
    table("person,well,harm", who, |i| {
        format!("{cohort}{i},{},{}", yes(i.is_multiple_of(2)), yes(i.is_multiple_of(3)))
    })
}

/// Two cohorts told a question openly; asked under the name of a sensitive measure, it would be told of all three.
#[test]
fn a_pool_is_of_what_its_cohorts_meant() {
    let measures = |safe: &str, more: &str| {
        format!("- {{ id: safe, construct: other, items: [{safe}], roles: [mentee], waves: [end] }}\n{more}")
    };
    let fared = "- { id: fared, construct: other, items: [well], roles: [mentee], waves: [end] }\n";
    let mut all = site("").with("measures.yaml", measures("harm", fared));
    for name in ["c", "d", "e"] {
        all = with(all, name, SURVEY, "responses-end", &answers(0..30, name));
    }
    let program = Program::new(&all);
    for name in ["c", "d"] {
        program.release(name).unwrap();
    }
    let questions = fs::read_to_string(program.path("content/questions.yaml")).unwrap();
    let questions = questions.replacen("answer: yes_no }", "answer: yes_no, class: sensitive }", 1);
    fs::write(program.path("content/questions.yaml"), questions).unwrap();
    fs::write(program.path("content/measures.yaml"), measures("well", "")).unwrap();
    program.release("e").unwrap();
    assert!(program.found().contains("figure-redefined"));
    let pool = program.release("c+d+e").unwrap().release.facts;
    assert!(find(&pool, "pool/safe@end/mentee").is_none(), "{pool:?}");
}

/// Spring and autumn, and then the year with one person more: that person's answer would be the difference.
#[test]
fn parts_and_their_whole_are_not_both_released() {
    let refused = |order: [&str; 3], with_matches: &[&str]| {
        let mut all = site("");
        for (name, who) in [("c", 0..24), ("d", 24..48), ("e", 0..49)] {
            let surveys = format!("{SURVEY}mentees_return: yes\n");
            all = with(all, name, &surveys, "responses-end", &answers(who.clone(), "p"));
            if with_matches.contains(&name) {
                let pairs = super::matches(who.map(|i| (i, i, "completed"))).replace(",b", ",p");
                let pairs = pairs.replace("\nm", &format!("\n{name}"));
                all.world.put(Root::Data, &format!("cohorts/{name}/matches.csv"), pairs);
            }
        }
        let program = Program::new(&all);
        for name in &order[..2] {
            program.release(name).unwrap();
        }
        program.release(order[2]).is_err()
    };
    for with_matches in [&[] as &[&str], &["c", "d"]] {
        for order in [["c", "d", "e"], ["c", "e", "d"], ["e", "d", "c"]] {
            assert!(refused(order, with_matches), "{order:?}, {with_matches:?}");
        }
    }
}

/// An answer of one day is somebody's answer in whatever cohort it stands, with matches or without, by name or under a
/// code, at whatever wave; and those shared with several cohorts are counted together.
#[test]
fn an_answer_is_released_of_one_cohort() {
    const DAY: &str = "2025-05-20";
    let dated = |link: &str, who: &[usize], day: &str| {
        table(&format!("{link},answered_on,well,harm"), who.iter().copied(), |i| {
            format!("a{i},{day},{},no", if i.is_multiple_of(2) { "yes" } else { "no" })
        })
    };
    let measures = super::MEASURES
        .replace("roles: [mentee]", "roles: [mentee, mentor]")
        .replace("waves: [end]", "waves: [baseline, end]");
    let refused = |link: &str, [c, d, e]: [Vec<usize>; 3], wave: &str, day: &str| {
        let survey = SURVEY.replace("mentee", "mentor").replace("link: person", &format!("link: {link}"));
        let mut all = site("").with("measures.yaml", measures.clone());
        for (name, who, day, wave) in [("c", c, DAY, "end"), ("d", d, DAY, "end"), ("e", e, day, wave)] {
            let survey = survey.replace("wave: end", &format!("wave: {wave}"));
            all = with(all, name, &survey, "responses-end", &dated(link, &who, day));
        }
        let pairs = super::matches((0..64).map(|i| (i, i, "completed"))).replace(",b", ",x");
        all.world.put(Root::Data, "cohorts/e/matches.csv", pairs);
        let program = Program::new(&all);
        program.release("c").unwrap();
        program.release("d").unwrap();
        program.release("e").err().unwrap_or_default()
    };
    let parts = || [(0..24).collect(), (24..48).collect(), (0..49).collect()];
    let few = |of_d: std::ops::Range<usize>| {
        [(0..24).collect(), (24..48).collect(), (0..2).chain(of_d).chain(48..64).collect()]
    };
    let three = |end| [(0..8).collect(), (100..124).collect(), (5..8).chain(47..end).collect()];
    for (about, link, who, wave, day, is_refused) in [
        ("parts and whole", "person", parts(), "end", DAY, true),
        ("of another day", "person", parts(), "end", "2025-06-20", false),
        ("under codes", "code", parts(), "end", DAY, true),
        ("the end of one year as the start of the next", "person", parts(), "baseline", DAY, true),
        ("two of each", "person", few(24..26), "end", DAY, true),
        ("two and one, and a group of others", "person", few(24..25), "end", DAY, false),
        ("three of eight, and five more", "person", three(52), "end", DAY, false),
    ] {
        let said = refused(link, who, wave, day);
        assert_eq!(said.contains("almost all of its people"), is_refused, "{about}: {said}");
        assert!(is_refused || said.is_empty(), "{about}: {said}");
    }
}

/// Late answers of which another cohort told some would tell of the few others.
#[test]
fn a_correction_brings_few_that_are_known() {
    let dated = |who: Vec<usize>| {
        table("person,answered_on,well,harm", who.into_iter(), |i| {
            format!("a{i},2025-05-20,{},no", if i.is_multiple_of(2) { "yes" } else { "no" })
        })
    };
    let corrected = |known: std::ops::Range<usize>, late: std::ops::Range<usize>| {
        let survey = SURVEY.replace("mentee", "mentor");
        let mut all = site("").with("measures.yaml", super::MEASURES.replace("[mentee]", "[mentor]"));
        for (name, who) in [("c", (0..24).collect()), ("d", known.chain(60..72).collect())] {
            all = with(all, name, &survey, "responses-end", &dated(who));
        }
        let program = Program::new(&all);
        program.release("c").unwrap();
        program.release("d").unwrap();
        program.row_file("responses-end", &dated((0..24).chain(late).collect()));
        program.release("c").map(drop)
    };
    assert!(corrected(24..28, 24..35).is_err(), "four that are known, and seven that are not");
    assert!(corrected(24..28, 25..36).is_ok(), "three that are known, and eight that are not");
    assert!(corrected(22..26, 24..35).is_err(), "two that are known, beside two that were told of both");
}

/// Fourteen people are moved from one site to the other, and one more answered there.
#[test]
fn who_is_moved_to_another_site_is_not_told_of_both() {
    let surveys = |of: &[&str]| {
        let one = |site: &&str| {
            format!("- {{ id: {site}, wave: end, role: mentee, link: person, questions: [well, harm] }}\n")
        };
        of.iter().map(one).collect::<Vec<_>>().concat()
    };
    let corrected = |of: &[&str]| {
        let mut all = site(&surveys(of)).with("measures.yaml", super::MEASURES);
        for (at, who) in of.iter().zip([0..24, 24..63]) {
            all = rows(all, &format!("responses-{at}"), &answers(who, "p"));
        }
        let program = Program::new(&all);
        let first = program.release("c").unwrap().release;
        for (at, who) in of.iter().zip([0..39, 39..64]) {
            program.row_file(&format!("responses-{at}"), &answers(who, "p"));
        }
        let last = program.release("c").unwrap().release;
        (first.id == last.id, last.held_back)
    };
    assert_eq!(corrected(&["north"]), (false, vec![]), "fifteen more at the only site");
    assert_eq!(corrected(&["north", "south"]), (true, vec!["north".to_owned(), "south".to_owned()]));
}

/// Fifteen answers that stood in the file of the start go to that of the end.
#[test]
fn an_answer_that_is_moved_to_another_wave_is_no_correction() {
    let dated = |who: std::ops::Range<usize>| {
        table("person,answered_on,well,harm", who, |i| {
            format!("p{i},2025-05-20,{},no", if i.is_multiple_of(2) { "yes" } else { "no" })
        })
    };
    let corrected = |start: std::ops::Range<usize>| {
        let survey = |wave: &str| {
            format!("- {{ id: {wave}, wave: {wave}, role: mentee, link: person, questions: [well, harm] }}\n")
        };
        let all = rows(site(&(survey("baseline") + &survey("end"))), "responses-baseline", &dated(start));
        let program = Program::new(&rows(all, "responses-end", &dated(30..54)));
        program.release("c").unwrap();
        program.row_file("responses-baseline", &dated(0..15));
        program.row_file("responses-end", &dated(15..54));
        let release = program.release("c").unwrap().release;
        (find(&release.facts, "end/fared@end/mentee").cloned(), release.held_back)
    };
    let (moved, held) = corrected(0..30);
    assert!(matches!(moved, Some(Form::Split { n: 24, .. })), "{moved:?}");
    assert!(held.contains(&"end".to_owned()), "{held:?}");
    let (new, held) = corrected(0..15);
    assert!(matches!(new, Some(Form::Split { n: 39, .. })), "fifteen who are new: {new:?} {held:?}");
}

/// Nothing was corrected where a measure is asked no more.
#[test]
fn what_is_not_asked_any_more_is_not_held_back() {
    let program = Program::new(&rows(
        site(&format!("- {}", &SURVEY[1..SURVEY.len() - 2])),
        "responses-end",
        &answers(0..20, "p"),
    ));
    let first = program.release("c").unwrap().release;
    fs::write(program.path("content/measures.yaml"), "[]\n").unwrap();
    let later = program.release("c").unwrap().release;
    assert_eq!((later.id, later.held_back), (first.id, Vec::new()));
}

/// Without what it knew, a larger correction would pass after a refused one, and tell of the newcomers between.
#[test]
fn a_ledger_that_forgot_a_refusal_is_out_of_date() {
    let program = Program::new(&rows(
        site(&format!("- {}", &SURVEY[1..SURVEY.len() - 2])),
        "responses-end",
        &answers(0..20, "p"),
    ));
    let first = program.release("c").unwrap().release;
    let old = program.path("old");
    fs::rename(program.path("private/ledger"), &old).unwrap();
    fs::create_dir(program.path("private/ledger")).unwrap();
    for page in fs::read_dir(&old).unwrap().map(Result::unwrap) {
        fs::copy(page.path(), program.path("private/ledger").join(page.file_name())).unwrap();
    }
    program.row_file("responses-end", &answers(0..21, "p"));
    let noted = program.release("c").unwrap().release;
    assert_eq!((&noted.id, noted.held_back), (&first.id, vec!["end".to_owned()]));
    fs::remove_dir_all(program.path("private/ledger")).unwrap();
    fs::rename(old, program.path("private/ledger")).unwrap();
    program.row_file("responses-end", &answers(0..40, "p"));
    assert!(program.release("c").unwrap_err().contains("the ledger does not know"));
}

/// A figure was counted under a threshold of 4, and today's words say 3.
#[test]
fn a_figure_is_not_shown_under_another_definition() {
    let questions = "scales: { agree: { min: 1, max: 5 } }\nquestions:\n- { id: steady, text: Steady?, role: both, answer: agree }\n";
    let measures = |threshold: u32| {
        format!(
            "- {{ id: sure, construct: other, items: [steady], score: {{ kind: share_at_least, threshold: {threshold} }}, roles: [mentee], waves: [end] }}\n"
        )
    };
    let survey = "- { id: end, wave: end, role: mentee, link: person, questions: [steady] }\n";
    let given = table("person,steady", 0..24, |i| format!("b{i},{}", [3, 4][i % 2]));
    let site = site(survey).with("questions.yaml", questions).with("measures.yaml", measures(4));
    let program = Program::new(&rows(site, "responses-end", &given));
    let shown = || {
        let mut world = mentorbook::source::Disk::new(program.path("content"), super::over_time::day());
        world.data = Some(program.path("private"));
        let read = pipeline::check(&world, &Options::default(), &mut Kept::default()).unwrap();
        let release = read.published.get(&Id::new("c")).map(Published::get).unwrap();
        let told: Vec<&str> = read.found.iter().map(|one| one.code.word).collect();
        let told = told.into_iter().filter(|word| matches!(*word, "figure-redefined" | "release-stale"));
        let level = find(&release.facts, "end/sure@end/mentee").unwrap();
        (level.headline().ok_or(level.clone()), told.collect::<Vec<_>>())
    };
    program.release("c").unwrap();
    let before = fs::read_to_string(program.path("content/cohorts/c/published.yaml")).unwrap();
    assert_eq!(shown(), (Ok((24, Count::Exact(12))), vec![]));
    fs::write(program.path("content/measures.yaml"), measures(3)).unwrap();
    assert_eq!(shown(), (Err(Form::NotShown { why: Why::Redefined }), vec!["figure-redefined"]));
    program.release("c").unwrap();
    let after = fs::read_to_string(program.path("content/cohorts/c/published.yaml")).unwrap();
    assert_eq!(before, after, "what is published stays as it is");
}

/// Results that happen to be the same, and small cohorts of which everything is hidden, are no copies.
#[test]
fn cohorts_that_look_alike_are_released() {
    let results = "- { measure: fared, wave: end, role: mentee, n: 30, count: 15, of: 30 }\n";
    let empty = "answered_on,well,harm\n";
    let surveys = "[{ id: end, wave: end, role: mentee, link: none, questions: [well, harm] }]\n";
    let mut all = site("");
    for name in ["c", "d"] {
        all = all.with(&format!("cohorts/{name}/cohort.yaml"), cohort("[]"));
        all = all.with(&format!("cohorts/{name}/results.yaml"), results);
    }
    for name in ["e", "f"] {
        all = with(all, name, surveys, "responses-end", empty);
    }
    let program = Program::new(&all);
    for name in ["c", "d", "e", "f"] {
        program.release(name).unwrap();
        assert!(!program.found().contains("published-copied"));
    }
    // A correction of results is held back, and said to be.
    let later = results.replace("count: 15", "count: 9");
    fs::write(program.path("content/cohorts/c/results.yaml"), later).unwrap();
    assert_eq!(program.release("c").unwrap().release.held_back, ["reported"]);
}

/// Rows of another kind that come after the release add no figures to it.
#[test]
fn what_was_never_asked_is_not_added() {
    let sessions =
        "[]\nsessions:\n- { id: start, kind: training, timing: pre_match, date: 2025-01-03, at: '17:00' }\n";
    let pairs = super::matches((0..12).map(|i| (i, i, "completed")));
    let program = Program::new(&with(site(""), "c", sessions, "matches", &pairs));
    program.release("c").unwrap();
    let came = table("session,person,role,status", 0..12, |i| format!("start,a{i},mentor,present"));
    program.row_file("attendance", &came);
    let later = program.release("c").unwrap().release;
    assert!(later.facts.iter().all(|fact| fact.key.population() != "mentor-side"), "{:?}", later.facts);
}
