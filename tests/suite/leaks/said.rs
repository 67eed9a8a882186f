//! What a program says of itself, held against the rows: who stands in how many matches, and who is a minor; and what
//! follows for groups.

use mentorbook::outcomes::disclose::{Count, Form, Why};
use mentorbook::source::Root;

use super::over_time::Program;
use super::{MATCHES, find, matches, rows, site, table, told};
use crate::site::Site;

pub(super) const SURVEY: &str =
    "surveys:\n- { id: end, wave: end, role: mentee, link: person, questions: [well, harm] }\n";

pub(super) fn cohort(said: &str) -> String {
    format!("name: C\nstart: 2025-01-06\nend: 2025-05-23\nstatus: closed\n{said}")
}

pub(super) fn closed(said: &str) -> Site {
    site("").with("cohorts/c/cohort.yaml", cohort(said))
}

pub(super) fn pairs(n: usize, completed: usize) -> String {
    matches((0..n).map(|i| (i, i, if i < completed { "completed" } else { "ended_early" })))
}

pub(super) fn why_not(site: &Site) -> String {
    Program::new(site).release("c").err().unwrap_or_default()
}

/// Whoever joins a match later knows it, and is one of its people; who stands in for somebody knows it for a time.
#[test]
fn who_joins_a_match_later_is_one_of_its_people() {
    let refused = |joined: &str, said: &str| {
        let all = rows(closed(&format!("matches_per_mentor: 1\n{said}")), "matches", &pairs(24, 12));
        let events = format!("match,date,event,person,role,until,reason\n{joined}");
        why_not(&rows(all, "events", &events))
    };
    assert_eq!(refused("", ""), "");
    let cover = "m1,2025-02-01,joined,a90,mentor,2025-03-01,cover\n";
    assert_eq!(refused(cover, ""), "");
    let twice = format!("{cover}m2,2025-03-02,joined,a90,mentor,2025-03-09,cover\n");
    assert!(refused(&twice, "").contains("as `matches_per_mentor`"));
    // A mentee who is with others meanwhile knows how theirs ended.
    let meanwhile =
        "m1,2025-02-01,joined,b9,mentee,2025-03-01,\nm2,2025-02-01,joined,b9,mentee,2025-03-01,\n";
    assert!(refused(meanwhile, "").contains("as `matched_again`"));
    assert_eq!(refused(meanwhile, "matched_again: 2\n"), "");
    let group = "m1,2025-02-01,joined,b90,mentee,,\n";
    assert!(refused(group, "").contains("as `mentees_per_match`"));
    assert_eq!(refused(group, "mentees_per_match: 2\n"), "");
}

#[test]
fn minors_are_not_told_of_as_adults() {
    let refused = |minor: &str, population: &str| {
        let who = |i: usize| format!("b{i},mentee,{}", if i == 3 { minor } else { "," });
        let people = table("person,role,minor,guardian_consent_on", 0..24, who);
        let mentors = (0..24).fold(String::new(), |text, i| text + &format!("a{i},mentor,,\n"));
        let all = rows(closed("matches_per_mentor: 1\n"), "matches", &pairs(24, 12));
        let all = all.with("program.yaml", format!("{}{population}", super::PROGRAM));
        why_not(&rows(all, "participants", &(people + &mentors)))
    };
    for minor in ["yes,", ",2025-01-02"] {
        assert!(refused(minor, "").contains("`population: mixed`"), "{minor}");
        assert_eq!(refused(minor, "population: mixed\n"), "", "{minor}");
    }
    assert_eq!(refused("no,", ""), "");
}

/// Two surveys at the start may be of the same twenty mentors.
#[test]
fn further_matches_follow_others_that_ended() {
    let of = |said: &str| {
        let all = closed(&format!("matches_per_mentor: 2\n{said}"));
        let all = all
            .with("program.yaml", super::PROGRAM.replace("capacity_per_mentor: 2", "capacity_per_mentor: 1"));
        let pairs = matches((0..24).map(|i| (i % 20, i, if i < 4 { "ended_early" } else { "completed" })));
        Program::new(&rows(all, "matches", &pairs))
            .release("c")
            .map(|released| find(&released.release.facts, "matches/completion").cloned().unwrap())
    };
    let survey = |id: &str| {
        format!("- {{ id: {id}, wave: baseline, role: mentor, invited: 20, questions: [well] }}\n")
    };
    let one = format!("surveys:\n{}", survey("a"));
    let coded = Form::Share { n: 24, x: Count::AtLeast(16) };
    assert_eq!(of(&one), Ok(coded.clone()), "k is 3, four known ones, and one more of a mentor");
    let unsaid = survey("b").replace(", invited: 20", "");
    assert_eq!(of(&format!("{one}{unsaid}")), Ok(coded.clone()), "a second one that does not say");
    let two = format!("{one}{}", survey("b"));
    assert!(of(&two).unwrap_err().contains("as `further_matches`"));
    assert_eq!(of(&format!("{two}further_matches: 4\n")), Ok(coded));
}

/// Four pairs that go on as one group: one second match, and four first ones that ended.
#[test]
fn second_matches_are_counted_by_those_who_come_to_them() {
    let refused = |said: &str| {
        let merged = pairs(23, 19).replace("ended_early", "rematched")
            + "m23,a23,b19;b20;b21;b22,2025-02-06,2025-05-23,completed,,,,,,,,,\n";
        why_not(&rows(
            closed(&format!("matches_per_mentor: 1\nmentees_per_match: 4\n{said}")),
            "matches",
            &merged,
        ))
    };
    assert!(refused("matched_again: 1\n").contains("mentees stand in 4 of its matches beyond one for each"));
    assert_eq!(refused("matched_again: 4\n"), "");
}

/// Where pairs go on, what belongs to a beginning would be told of the new ones alone.
#[test]
fn beginnings_are_told_where_all_begin() {
    let told_of = |said: &str| {
        let sessions = "sessions:\n- { id: start, kind: training, timing: pre_match, date: 2025-01-03, at: '17:00' }\n- { id: peers, kind: peer_meeting, date: 2025-02-03, at: '17:00' }\n";
        let check_ins =
            "- { id: talk, name: Talk, kind: monitoring, when: { week: 6 }, by: pair, offered_to: all }\n";
        let contact = format!("{}contact: {{ first_month: 1, counts: [one_to_one] }}\n", super::PROGRAM);
        let mut all = closed(&format!("matches_per_mentor: 1\n{said}{sessions}"));
        all = all.with("check-ins.yaml", check_ins).with("program.yaml", contact);
        if said.contains("after one") {
            all = all.with("cohorts/b/cohort.yaml", cohort("").replace("2025", "2024"));
        }
        all = rows(all, "matches", &pairs(60, 40));
        all = rows(
            all,
            "attendance",
            &table("session,person,role,status", 0..30, |i| {
                format!("start,a{i},mentor,present\npeers,a{i},mentor,present")
            }),
        );
        all = rows(
            all,
            "contacts",
            &table("match,date,kind,with,outcome", 0..30, |i| {
                format!("m{i},2025-01-20,one_to_one,both,reached")
            }),
        );
        all = rows(
            all,
            "checkin-log",
            &table("match,check_in,planned_on,facilitator,held_on,result", 0..20, |i| {
                format!("m{i},talk,2025-02-13,,2025-02-13,continue")
            }),
        );
        let facts = told(&all);
        [
            "mentor-side/mentors-trained",
            "mentor-side/peer-meetings-half",
            "matches/contact-first-month",
            "matches/check-in.talk",
            "matches/expectations",
        ]
        .map(|key| find(&facts, key).is_some())
    };
    assert_eq!(told_of(""), [true; 5]);
    assert_eq!(told_of("mentees_return: yes\n"), [false; 5]);
    // An earlier cohort without rows, as when they were deleted, may have had the same.
    let earlier = "# after one\n";
    assert_eq!(told_of(earlier), [false; 5]);
    assert_eq!(told_of(&format!("{earlier}mentees_return: no\n")), [true; 5]);
}

/// Fewer who are invited at the end than began tell how many had left.
#[test]
fn who_is_not_invited_any_more_is_known_to_have_left() {
    let completion = |said: &str| {
        let facts = told(&rows(closed(said), "matches", &pairs(24, 21)));
        find(&facts, "matches/completion").cloned()
    };
    let end = |invited: u32| {
        format!(
            "matches_per_mentor: 1\nmatched_again: 0\nsurveys:\n- {{ id: a, wave: end, role: mentee, invited: {invited}, questions: [well] }}\n"
        )
    };
    let coded = |k: u32| Some(Form::Share { n: 24, x: Count::AtLeast(24 - k) });
    assert_eq!(completion(&end(24)), coded(3));
    assert_eq!(completion(&end(21)), coded(6));
    let again = end(17).replace("matched_again: 0", "matched_again: 4");
    assert_eq!(completion(&again), coded(10), "three have left, and four first matches ended");
    let mentors = end(20).replace("role: mentee", "role: mentor");
    let none =
        format!("further_matches: 0\n{mentors}").replace("matches_per_mentor: 1", "matches_per_mentor: 2");
    assert_eq!(completion(&none), coded(8), "four mentors have left, of a match each, and one knows two");
    let other = end(21).split_once("surveys:\n").unwrap().1.replace("id: a", "id: b");
    assert_eq!(completion(&format!("{}{other}", end(21))), coded(6), "two surveys of the same");
    let sites = end(12).replace("matched_again: 0", "matched_again: 4");
    let south = end(12).split_once("surveys:\n").unwrap().1.replace("id: a", "id: b");
    assert_eq!(completion(&format!("{sites}{south}")), coded(7), "two sites, of all; four are allowed for");
    let unsaid = other.replace(", invited: 21", "");
    assert_eq!(completion(&format!("{}{unsaid}", end(21))), coded(6), "another one that does not say");
    let both = end(40).replace("role: mentee", "role: both").replace(
        "surveys:\n",
        "surveys:\n- { id: base, wave: baseline, role: mentor, invited: 24, questions: [well] }\n",
    );
    let two = both.replace("matches_per_mentor: 1\nmatched_again: 0\n", "matches_per_mentor: 2\n");
    let facts = told(&rows(closed(&two), "matches", &pairs(24, 17)));
    assert_eq!(
        find(&facts, "matches/completion"),
        Some(&Form::TooFew { group: 26 }),
        "k 3, one more of a mentor, and eight people, if each mentor who was asked has a pair"
    );
    let panel = other.replace("invited: 21", "invited: 3").replace("[well]", "[well, harm]");
    assert_eq!(completion(&format!("{}{panel}", end(21))), coded(6), "and a few of them who were asked more");
}

/// Twenty-four mentors for all to see, four of whom are asked no more at the end; or 38 people for 24 pairs.
#[test]
fn who_has_left_is_seen_from_any_wave() {
    let survey = |id: &str, wave: &str, role: &str, invited: u32| {
        let invited = if invited > 0 { format!("invited: {invited}, ") } else { String::new() };
        format!("- {{ id: {id}, wave: {wave}, role: {role}, link: person, {invited}questions: [well] }}\n")
    };
    let end = survey("end", "end", "mentor", 20);
    let of = |said: &str, first: &str, end: &str, answers: &[(&str, std::ops::Range<usize>)]| {
        let mut all = closed(&format!("matched_again: 0\n{said}surveys:\n{first}{end}"));
        if said.contains("per_mentor: 3") {
            all = all.with(
                "program.yaml",
                super::PROGRAM.replace("capacity_per_mentor: 2", "capacity_per_mentor: 1"),
            );
        }
        all = rows(all, "matches", &pairs(24, 16));
        for (survey, who) in answers {
            let text = table("person,well", who.clone(), |i| format!("a{i},yes"));
            all = rows(all, &format!("responses-{survey}"), &text);
        }
        find(&told(&all), "matches/completion").cloned().unwrap()
    };
    let told = |form: Form| matches!(form, Form::Split { .. });
    let twelve = survey("base", "baseline", "mentor", 12);
    assert!(
        told(of("", &twelve, &survey("end", "end", "mentor", 12), &[])),
        "k is 3, and one more of a mentor"
    );
    let both = survey("base", "baseline", "both", 48) + &survey("all", "end", "mentee", 24);
    assert!(!told(of("", &both, &end, &[])), "of 48 people at most 24 are mentees");
    assert!(!told(of("", &survey("mid", "midpoint", "mentor", 24), &end, &[])), "asked at the midpoint");
    let sites = survey("north", "baseline", "mentor", 0) + &survey("south", "baseline", "mentor", 0);
    assert!(!told(of("", &sites, &end, &[("north", 0..12), ("south", 12..24)])), "answered at two sites");
    let two = |wave: &str, n: u32| {
        survey("north", wave, "mentor", n) + &survey("south", wave, "mentor", n).replace("south", wave)
    };
    assert!(
        !told(of("", &two("baseline", 13), &survey("end", "end", "mentor", 20), &[])),
        "26 of two sites are 24"
    );
    let all = |n: u32| two("end", n).replace("role: mentor", "role: mentee");
    assert!(told(of("", "", &all(13), &[])) && !told(of("", "", &all(10), &[])), "and so at the end");
    let of_all = |n| of("matches_per_mentor: 3\n", "", &survey("end", "end", "both", n), &[]);
    assert!(
        told(of_all(48)) && !told(of_all(38)),
        "38 people are 19 pairs at a time, k is five and the five"
    );
}

/// Whoever leads all matches that have no mentor may be a mentor, too.
#[test]
fn a_facilitator_may_be_a_mentor_as_well() {
    let said = "matches_per_mentor: 1\nmatches_without_mentor: 3\n";
    let facts = told(&rows(closed(said), "matches", &pairs(24, 18)));
    assert_eq!(find(&facts, "matches/completion"), Some(&Form::Share { n: 24, x: Count::AtLeast(18) }));
}

/// Twelve early endings, where a group is of fifteen matches: they may be those of six mentors.
#[test]
fn a_part_is_a_group_by_itself() {
    let of = |n: usize| {
        let all = rows(closed("matches_per_mentor: 2\n"), "matches", &pairs(40, 40 - n));
        let endings = table("match,ended_on,initiated_by,reason,procedure,certified", 40 - n..40, |i| {
            let reason = if i.is_multiple_of(2) { "life_change_mentor" } else { "gradual_dissolution" };
            format!("m{i},2025-03-03,mentor,{reason},,")
        });
        let facts = told(&rows(all, "endings", &endings));
        let [all, why] =
            ["completion", "ended-early-why"].map(|key| find(&facts, &format!("matches/{key}")).cloned());
        assert!(matches!(all, Some(Form::Split { n: 40, .. })), "{all:?}");
        why.unwrap()
    };
    assert_eq!(of(14), Form::NotShown { why: Why::FewInCell });
    assert!(matches!(of(16), Form::Split { n: 16, .. }));
}

/// More people may apply than a group, and still the matches are too few.
#[test]
fn a_stage_is_not_called_too_few_for_what_follows() {
    let sessions = "matches_per_mentor: 1\nsessions:\n- { id: start, kind: training, timing: pre_match, date: 2025-01-03, at: '17:00' }\n";
    let all = rows(closed(sessions), "matches", &pairs(7, 3));
    let all = rows(
        all,
        "attendance",
        &table("session,person,role,status", 0..7, |i| format!("start,a{i},mentor,present")),
    );
    let applied =
        table("person,role,applied_on,decision,decided_on", 0..44, |i| format!("a{i},mentor,2024-12-01,,"));
    let facts = told(&rows(all, "applicants", &applied));
    assert_eq!(find(&facts, "mentor-side/mentors-trained"), Some(&Form::TooFew { group: 8 }));
    assert_eq!(find(&facts, "mentor-side/mentors-applied"), Some(&Form::NotShown { why: Why::FewInCell }));
}

/// A match that continues another is in its first month, and before its trainings, when its cohort begins.
#[test]
fn a_match_that_continues_begins_with_its_cohort() {
    let of = |continues: bool, contact: &str| {
        let said = "matches_per_mentor: 1\n";
        let row = |i: usize| format!(",b{i},2024-01-06,2025-05-23,completed,,,,,,,,,");
        let pairs = (0..24).fold(MATCHES.to_owned(), |text, i| {
            text + &format!("m{i},a{i}{}{}\n", row(i), if continues { "z0" } else { "" })
        });
        let all = closed(said).with(
            "program.yaml",
            format!("{}contact: {{ first_month: 1, counts: [one_to_one] }}\n", super::PROGRAM),
        );
        let contacts = table("match,date,kind,with,outcome", 0..12, |i| {
            format!("m{i},{contact},one_to_one,both,reached")
        });
        let facts = told(&rows(rows(all, "matches", &pairs), "contacts", &contacts));
        find(&facts, "matches/contact-first-month").cloned().unwrap()
    };
    let twelve = Form::Share { n: 24, x: Count::Exact(12) };
    assert_eq!(of(true, "2025-01-20"), twelve);
    assert_ne!(of(false, "2025-01-20"), twelve);
    assert_eq!(of(false, "2024-01-20"), twelve);
}

/// Until it is closed: those that began since would be known to run still.
#[test]
fn a_cohort_that_begins_at_any_time_does_not_say_how_many_began() {
    for (status, intake, is_told) in
        [("active", "rolling", false), ("active", "fixed", true), ("closed", "rolling", true)]
    {
        let file =
            format!("name: C\nstart: 2025-01-06\nend: 2025-05-23\nstatus: {status}\nintake: {intake}\n");
        let all = rows(closed("").with("cohorts/c/cohort.yaml", file), "matches", &pairs(20, 12));
        assert_eq!(find(&told(&all), "matches/started").is_some(), is_told, "{status}, {intake}");
    }
}

/// One list of applicants for two sites: until both are over, who goes no further is not known.
#[test]
fn who_went_no_further_is_told_when_each_site_is_over() {
    let applied = |status: &str, n: usize, start: &str| {
        let sessions = "matches_per_mentor: 1\nsessions:\n- { id: start, kind: training, timing: pre_match, date: 2025-01-03, at: '17:00' }\n";
        let present = table("session,person,role,status", 0..24, |i| format!("start,a{i},mentor,present"));
        let list = table("person,role,applied_on,decision,decided_on", 0..40, |i| {
            format!("a{i},mentor,2024-12-01,,")
        });
        let mut all = rows(rows(closed(sessions), "matches", &pairs(24, 12)), "attendance", &present);
        all = rows(all, "applicants", &list);
        let file = cohort("").replace("closed", status).replace("2025-01-06", start);
        all = all.with("cohorts/d/cohort.yaml", file);
        let other = matches((24..24 + n).map(|i| (i, i, ""))).replace("\nm", "\nn");
        all.world.put(Root::Data, "cohorts/d/matches.csv", other);
        find(&told(&all), "mentor-side/mentors-applied").is_some()
    };
    assert_eq!(
        [("closed", 14), ("active", 6), ("closed", 0)].map(|(status, n)| applied(status, n, "2025-01-06")),
        [true, false, false]
    );
    // Nor beside one that starts three months later and runs at the same time.
    assert!(!applied("active", 6, "2025-04-07") && applied("closed", 14, "2025-04-07"));
    // Nor after one that is not over, or of which nothing is there.
    assert!(!applied("active", 6, "2024-01-08") && !applied("closed", 0, "2024-01-08"));
}

/// Beside those of all pairs that were in touch in the first month, a call of the first weeks would tell of the others.
#[test]
fn an_early_call_of_the_staff_is_told_as_a_contact_alone() {
    let is_told = |week: u32, by: &str, contact: &str| {
        let file = format!(
            "- {{ id: call, name: Call, kind: monitoring, when: {{ week: {week} }}, by: {by}, offered_to: all }}\n"
        );
        let all = closed("matches_per_mentor: 1\n").with("check-ins.yaml", file);
        let all = all.with("program.yaml", format!("{}{contact}", super::PROGRAM));
        let held = table("match,check_in,planned_on,facilitator,held_on,result", 0..20, |i| {
            format!("m{i},call,2025-01-13,,2025-01-13,continue")
        });
        let facts = told(&rows(rows(all, "matches", &pairs(60, 40)), "checkin-log", &held));
        find(&facts, "matches/check-in.call").is_some_and(Form::is_shown)
    };
    let promised = "contact: { first_month: 1, counts: [one_to_one] }\n";
    assert!(!is_told(2, "staff", promised) && !is_told(2, "facilitator", promised));
    for (week, by, contact) in [(2, "staff", ""), (2, "pair", promised), (6, "staff", promised)] {
        assert!(is_told(week, by, contact), "{week} {by} {contact}");
    }
}
