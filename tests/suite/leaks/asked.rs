//! Who answers, held against who was asked: places in matches, waves, codes and choices.

use mentorbook::outcomes::disclose::{Count, Form, Why};

use super::over_time::Program;
use super::said::{SURVEY, closed, pairs, why_not};
use super::{find, matches, rows, table, told};

/// Of seven matches, however many answer.
#[test]
fn answers_are_of_no_more_matches_than_there_are() {
    let of = |started: usize| {
        let said = format!("matches_per_mentor: 1\nmentees_per_match: 2\n{SURVEY}");
        let all = rows(closed(&said), "matches", &pairs(started, started));
        let answers = table("person,well", 0..16, |i| format!("b{i},{}", if i < 8 { "yes" } else { "no" }));
        find(&told(&rows(all, "responses-end", &answers)), "end/fared@end/mentee").cloned().unwrap()
    };
    assert_eq!(of(7), Form::NotShown { why: Why::FewInCell });
    assert!(of(8).is_shown());
}

/// Answers by code with their match: six of each of four matches, of which cohort.yaml says that they have one mentee.
#[test]
fn answers_of_a_match_are_no_more_than_its_people() {
    let refused = |said: &str, each: usize| {
        let survey = SURVEY.replace("link: person", "link: code");
        let survey =
            if said.contains("both") { survey.replace("role: mentee", "role: both") } else { survey };
        let all = rows(closed(&format!("matches_per_mentor: 1\n{said}{survey}")), "matches", &pairs(24, 12));
        let answers = table("code,match,well", 0..24, |i| format!("c{i},m{},yes", i / each));
        why_not(&rows(all, "responses-end", &answers))
    };
    assert_eq!(refused("", 1), "");
    assert!(refused("", 6).contains("as `mentees_per_match`"));
    assert_eq!(refused("mentees_per_match: 6\n", 6), "");
    assert_eq!(refused("# both\n", 2), "");
    assert!(refused("# both\n", 6).contains("as `mentees_per_match`"));
}

/// An export of the end that keeps the rows of the midpoint: what the one adds to the other is one person's answer.
#[test]
fn answers_of_one_wave_are_not_told_of_the_next() {
    let refused = |kept: usize| {
        let survey = |wave: &str| {
            format!("- {{ id: {wave}, wave: {wave}, role: mentee, link: person, questions: [well] }}\n")
        };
        let surveys = format!("surveys:\n{}{}", survey("midpoint"), survey("end"));
        let row =
            |i: usize, day: &str| format!("b{i},{day},{}", if i.is_multiple_of(2) { "yes" } else { "no" });
        let first = table("person,answered_on,well", 0..24, |i| row(i, "2025-03-05"));
        let last = table("person,answered_on,well", 0..25, |i| {
            row(i, if i < kept { "2025-03-05" } else { "2025-05-20" })
        });
        why_not(&rows(rows(closed(&surveys), "responses-midpoint", &first), "responses-end", &last))
    };
    assert_eq!((refused(0), refused(3)), (String::new(), String::new()));
    assert!(refused(24).contains("24 answers stand in the surveys of two waves"));
}

/// One late answer to the first wave does not hide that the others were kept; and what was asked of two times on one day is
/// no copy.
#[test]
fn kept_answers_are_seen_by_what_they_say() {
    let refused = |late: &str, other: bool| {
        let survey = |wave: &str| {
            format!("- {{ id: {wave}, wave: {wave}, role: mentee, link: person, questions: [well] }}\n")
        };
        let surveys = format!("matches_per_mentor: 1\nsurveys:\n{}{}", survey("midpoint"), survey("end"));
        let row = |i: usize, day: &str, turned: bool| {
            format!("b{i},{day},{}", if i.is_multiple_of(2) == turned { "no" } else { "yes" })
        };
        let day = |i: usize, day| if i == 23 { day } else { "2025-03-05" };
        let first = table("person,answered_on,well", 0..24, |i| row(i, day(i, late), false));
        let last = table("person,answered_on,well", 0..24, |i| row(i, day(i, "2025-05-20"), i > 18 && other));
        why_not(&rows(rows(closed(&surveys), "responses-midpoint", &first), "responses-end", &last))
    };
    for late in ["2025-03-05", "2025-05-20", "2025-05-21"] {
        assert!(refused(late, false).contains("answers stand in the surveys of two waves"), "{late}");
        assert_eq!(refused(late, true), "", "{late}");
    }
}

/// A few may hand in both of two surveys that ask the same at one time, and everybody does in two of different times.
#[test]
fn surveys_of_the_same_people_are_of_different_waves() {
    let refused = |wave: &str, both: usize| {
        let survey = |id: &str, wave: &str| {
            format!("- {{ id: {id}, wave: {wave}, role: mentee, link: person, questions: [well] }}\n")
        };
        let all = closed(&format!(
            "matches_per_mentor: 1\nsurveys:\n{}{}",
            survey("one", "midpoint"),
            survey("two", wave)
        ));
        let all = rows(all, "responses-one", &table("person,well", 0..20, |i| format!("b{i},yes")));
        let second = table("person,well", 20 - both..40 - both, |i| format!("b{i},yes"));
        why_not(&rows(all, "responses-two", &second))
    };
    assert_eq!((refused("midpoint", 3), refused("end", 20)), (String::new(), String::new()));
    assert!(refused("midpoint", 4).contains("4 who answered one of its surveys answered another one"));
    // Everybody on the list of each site, and answers of its own people.
    let list = |own: std::ops::Range<usize>| {
        table("person,well", 0..24, |i| format!("b{i},{}", if own.contains(&i) { "yes" } else { "" }))
    };
    let survey =
        |id: &str| format!("- {{ id: {id}, wave: end, role: mentee, link: person, questions: [well] }}\n");
    let all = closed(&format!("surveys:\n{}{}", survey("one"), survey("two")));
    let all = rows(rows(all, "responses-one", &list(0..12)), "responses-two", &list(12..24));
    assert_eq!(why_not(&all), "");
}

/// A code that is spelt like somebody's id is not theirs, and one that is spelt in another way is the same.
#[test]
fn a_code_is_what_somebody_chose() {
    let told_of = |code: fn(usize) -> String| {
        let all = closed(&SURVEY.replace("link: person", "link: code"));
        let people = table("person,role,same_as", 1..25, |i| {
            format!(
                "{i},mentee,{}",
                if i.is_multiple_of(2) && i < 7 { (i - 1).to_string() } else { String::new() }
            )
        });
        let answers = table("code,well", 1..25, |i| {
            format!("{},{}", code(i), if i.is_multiple_of(2) { "yes" } else { "no" })
        });
        let facts = told(&rows(rows(all, "participants", &people), "responses-end", &answers));
        find(&facts, "end/answered@end/mentee").cloned()
    };
    assert_eq!(told_of(|i| i.to_string()), Some(Form::Open { value: 24 }));
    assert_eq!(told_of(|i| format!("00{}", i.div_ceil(2))), Some(Form::Open { value: 12 }));
    assert_eq!(
        told_of(|i| format!("{}{}", if i.is_multiple_of(2) { 'a' } else { 'A' }, i.div_ceil(2))),
        Some(Form::Open { value: 12 })
    );
}

/// Twenty answers of twelve pairs: eight are of nobody's pair, and leave out what only a pair can tell.
#[test]
fn answers_beyond_the_places_are_known_to_be_of_none() {
    // Two without names may be of the same people.
    let pulses = SURVEY
        .replace("link: person", "link: none")
        .replace("questions: [well, harm] }\n", "questions: [well] }\n");
    let pulses = format!(
        "matches_per_mentor: 1\n{pulses}{}",
        pulses.replace("surveys:\n", "").replace("id: end", "id: then")
    );
    let yes = table("well", 0..24, |i| if i < 12 { "yes" } else { "no" }.to_owned());
    let all = rows(closed(&pulses), "matches", &pairs(24, 6));
    let facts = told(&rows(rows(all, "responses-end", &yes), "responses-then", &yes));
    assert!(find(&facts, "end/fared@end/mentee").is_some_and(Form::is_shown));
    let of = |answered: usize, yes: usize| {
        let all = rows(closed(&format!("matches_per_mentor: 1\n{SURVEY}")), "matches", &pairs(12, 6));
        let answers =
            table("person,well", 0..answered, |i| format!("b{i},{}", if i < yes { "yes" } else { "" }));
        find(&told(&rows(all, "responses-end", &answers)), "end/fared@end/mentee").cloned().unwrap()
    };
    assert!(matches!(of(12, 6), Form::Share { x: Count::Exact(6), .. }), "{:?}", of(12, 6));
    assert_eq!(of(20, 12), Form::TooFew { group: 24 }, "k is 3 and the eight");
    let again = |said: &str| {
        let all = rows(closed(&format!("matches_per_mentor: 1\n{said}{SURVEY}")), "matches", &pairs(24, 6));
        let answers = table("person,well", 0..24, |i| format!("b{i},{}", if i < 20 { "yes" } else { "" }));
        find(&told(&rows(all, "responses-end", &answers)), "end/fared@end/mentee").cloned().unwrap()
    };
    assert!(matches!(again(""), Form::Share { x: Count::Exact(20), .. }));
    assert_eq!(
        again("matched_again: 4\n"),
        Form::Share { n: 24, x: Count::AtLeast(17) },
        "four of none, and k is 3"
    );
    let two = |other: &str| {
        let survey = "- { id: more, wave: end, role: mentee, link: person, questions: [QUESTIONS] }\n"
            .replace("QUESTIONS", other);
        let all = rows(closed(&format!("matches_per_mentor: 1\n{SURVEY}{survey}")), "matches", &pairs(24, 6));
        let answers = |from: usize| {
            table("person,well,harm", from..from + 20, |i| {
                format!("b{i},{},no", if i % 2 == 0 { "yes" } else { "no" })
            })
        };
        let all = rows(all, "responses-end", &answers(0));
        let more = if other == "well" {
            answers(0).replace(",harm", "").replace(",no\n", "\n")
        } else {
            answers(20)
        };
        find(&told(&rows(all, "responses-more", &more)), "end/fared@end/mentee").cloned().unwrap()
    };
    assert!(two("well").is_shown(), "another survey of the same people");
    assert_eq!(two("well, harm"), Form::TooFew { group: 40 }, "forty answers at two sites of 24 pairs");
}

/// Choices none of which says whether it stands alone.
#[test]
fn choices_are_told_where_one_says_whether_it_stands_alone() {
    let of = |said: &str| {
        let choices = format!(
            "[{{ id: near, name: In person }}, {{ id: far, name: By phone }}, {{ id: not-met, name: We did not{said} }}]"
        );
        let questions = format!(
            "questions:\n- {{ id: how, text: How?, role: both, answer: {{ many: true, choices: {choices} }} }}\n- {{ id: well, text: Well?, role: both, answer: yes_no }}\n"
        );
        let survey = "matches_per_mentor: 1\nsurveys:\n- { id: end, wave: end, role: mentee, link: person, questions: [how, well] }\n";
        let all = closed(survey).with("questions.yaml", questions).with("measures.yaml", "");
        let answers = table("person,how,well", 0..24, |i| {
            format!("b{i},{},yes", if i < 16 { "near" } else { "not-met" })
        });
        let facts = told(&rows(rows(all, "matches", &pairs(24, 12)), "responses-end", &answers));
        ["near", "far", "not-met"]
            .map(|choice| find(&facts, &format!("end/how.{choice}@end/mentee")).is_some())
    };
    assert_eq!(of(""), [true, false, false]);
    assert_eq!(of(", alone: true"), [true, true, false]);
    assert_eq!(of(", alone: false"), [true; 3]);
}

/// Of a survey of both, who is not asked a question cannot have taken a choice of it; and who took none of them took none.
#[test]
fn choices_are_told_of_those_who_could_take_them_together() {
    let questions = "questions:
- { id: did, text: Did?, role: ROLE, answer: { many: true, choices: [{ id: work, name: Work }, { id: talk, name: Talk }, { id: nothing, name: Nothing, alone: true }] } }
- { id: well, text: Well?, role: both, answer: yes_no }\n";
    let of = |role: &str| {
        let all = closed(
            "matches_per_mentor: 1\nsurveys:\n- { id: end, wave: end, role: both, link: person, questions: [did, well] }\n",
        );
        let all = all.with("questions.yaml", questions.replace("ROLE", role)).with("measures.yaml", "");
        let given = |i: usize| if i < 24 { "work" } else { "nothing" };
        let who = |i: usize| if i < 24 { format!("a{i}") } else { format!("b{}", i - 24) };
        let answers = table("person,did,well", 0..48, |i| format!("{},{},yes", who(i), given(i)));
        let facts = told(&rows(rows(all, "matches", &pairs(24, 12)), "responses-end", &answers));
        ["work", "talk", "nothing"].map(|choice| find(&facts, &format!("end/did.{choice}@end")).is_some())
    };
    assert_eq!(of("both"), [true, true, false]);
    assert_eq!(of("mentor"), [false; 3]);
}

/// Who was not asked at the start has no match, where mentors hold two; and surveys that list no questions ask what
/// their files ask.
#[test]
fn places_are_of_those_who_were_asked() {
    let survey = |id: &str, wave: &str, role: &str, asked: &str| {
        format!("- {{ id: {id}, wave: {wave}, role: {role}, link: person{asked} }}\n")
    };
    let mentors = |invited: &str| {
        let said = format!(
            "matches_per_mentor: 2\nmatched_again: 0\nsurveys:\n{}{}",
            survey("start", "baseline", "mentor", invited),
            survey("end", "end", "mentor", "")
        );
        let pairs = matches((0..40).map(|i| (i / 2, i, "completed")));
        let answers = table("person,well", 0..32, |i| format!("a{i},{}", if i < 20 { "yes" } else { "" }));
        let all = closed(&said).with(
            "measures.yaml",
            "- { id: fared, construct: other, items: [well], roles: [mentor], waves: [end] }\n",
        );
        let facts = told(&rows(rows(all, "matches", &pairs), "responses-end", &answers));
        find(&facts, "end/fared@end/mentor").cloned().unwrap()
    };
    assert_eq!(mentors(""), Form::Share { n: 32, x: Count::Exact(20) });
    assert_eq!(mentors(", invited: 20"), Form::TooFew { group: 34 }, "twelve have no match");
    // Two surveys at the start that ask something else may be of the same people.
    let other =
        ", invited: 20 }\n- { id: trained, wave: baseline, role: mentor, invited: 20, questions: [harm]";
    let twice = mentors(other);
    assert_eq!(twice, Form::TooFew { group: 34 });
    // Groups of two, of which a survey of all at the start tells how many mentees there are.
    let mentees = |invited: &str| {
        let said = format!(
            "matches_per_mentor: 1\nmatched_again: 0\nmentees_per_match: 2\nsurveys:\n{}{}",
            survey("start", "baseline", "both", invited),
            survey("end", "end", "mentee", "")
        );
        let answers = table("person,well", 0..32, |i| format!("b{i},{}", if i < 24 { "yes" } else { "" }));
        let facts = told(&rows(rows(closed(&said), "matches", &pairs(24, 12)), "responses-end", &answers));
        find(&facts, "end/fared@end/mentee").cloned().unwrap()
    };
    assert!(mentees("").is_shown());
    assert_eq!(
        mentees(", invited: 48"),
        Form::Share { n: 32, x: Count::AtLeast(20) },
        "eight in no match, and one beside"
    );
    let further = |said: &str| {
        let pairs = matches((0..24).map(|i| (i % 20, i, "completed")));
        let said = format!(
            "matches_per_mentor: 2\nmatched_again: 0\n{said}surveys:\n{}",
            survey("end", "end", "mentor", "")
        );
        let answers = table("person,well", 0..24, |i| format!("a{i},{}", if i < 20 { "yes" } else { "" }));
        let all = closed(&said).with(
            "measures.yaml",
            "- { id: fared, construct: other, items: [well], roles: [mentor], waves: [end] }\n",
        );
        find(&told(&rows(rows(all, "matches", &pairs), "responses-end", &answers)), "end/fared@end/mentor")
            .cloned()
    };
    assert_eq!(further("further_matches: 4\n"), Some(Form::Share { n: 24, x: Count::AtLeast(16) }));
    let sites = |south: &str| {
        let said = format!(
            "matches_per_mentor: 1\nsurveys:\n{}{}",
            survey("north", "end", "mentee", ", questions: [well]"),
            survey("south", "end", "mentee", south)
        );
        let of = |first: usize| {
            table("person,well", first..first + 20, move |i| {
                format!("b{i},{}", if i < first + 15 { "yes" } else { "" })
            })
        };
        let all = rows(closed(&said), "matches", &pairs(30, 15));
        let facts = told(&rows(rows(all, "responses-north", &of(0)), "responses-south", &of(20)));
        find(&facts, "north/fared@end/mentee").cloned().unwrap()
    };
    for south in ["", ", questions: [well]"] {
        assert_eq!(sites(south), Form::TooFew { group: 28 }, "ten of forty have no match: {south}");
    }
}

/// Four who wait for a match answered with the others, and are as many as those who did not: nothing public tells it, but
/// what is said of the survey.
#[test]
fn who_answers_without_a_match_is_said() {
    let released = |said: &str| {
        let survey = SURVEY.replace("link:", &format!("{said}link:"));
        let all = rows(closed(&format!("matches_per_mentor: 1\n{survey}")), "matches", &pairs(24, 12));
        let answers = table("person,well", 4..28, |i| format!("b{i},{}", if i < 24 { "yes" } else { "" }));
        Program::new(&rows(all, "responses-end", &answers))
            .release("c")
            .map(|one| find(&one.release.facts, "end/fared@end/mentee").cloned().unwrap())
    };
    let why = released("").unwrap_err();
    assert!(
        why.contains("4 who answered a survey are in no match") && why.contains("`without_match`"),
        "{why}"
    );
    assert!(released("without_match: 3, ").is_err());
    // What another survey of the wave says stands beside it.
    let two = "without_match: 2, questions: [well, harm] }\n- { id: more, wave: end, role: mentee, without_match: 2, ";
    assert_eq!(released(two).map(|form| form.is_shown()), Ok(true));
    assert_eq!(released("without_match: 4, "), Ok(Form::Share { n: 24, x: Count::AtLeast(17) }));
}

/// Twelve mentors who hand in an anonymous form for each of two pairs are twenty-four rows.
#[test]
fn forms_without_names_are_no_more_than_people() {
    let refused = |mentors: usize| {
        let survey = SURVEY.replace("role: mentee", "role: mentor").replace("link: person", "link: none");
        let held =
            matches((0..24).map(|i| (i % mentors, i, if i < 12 { "completed" } else { "ended_early" })));
        let all = rows(closed(&format!("matches_per_mentor: 2\n{survey}")), "matches", &held);
        why_not(&rows(all, "responses-end", &table("well", 0..24, |_| "yes".to_owned())))
    };
    assert!(refused(12).contains("24 answers to a survey are of matches") && refused(24).is_empty());
}

/// Where pairs go on, those who are asked at the start are the new ones, and all have a place.
#[test]
fn who_goes_on_has_a_place() {
    let told = |said: &str| {
        let surveys = "surveys:\n- { id: start, wave: baseline, role: mentee, link: person, invited: 12, questions: [well] }\n- { id: end, wave: end, role: mentee, link: person, questions: [well] }\n";
        let all = closed(&format!("matches_per_mentor: 1\nmatched_again: 0\n{said}{surveys}"));
        let answers = table("person,well", 0..36, |i| format!("b{i},{}", if i < 18 { "yes" } else { "no" }));
        let facts = told(&rows(rows(all, "matches", &pairs(36, 18)), "responses-end", &answers));
        find(&facts, "end/fared@end/mentee").cloned().unwrap().is_shown()
    };
    assert_eq!((told(""), told("mentees_return: yes\n")), (false, true));
}

/// A form for each match: of several matches of one person, on whichever side and in surveys of any role.
#[test]
fn nobody_answers_for_each_of_their_matches() {
    let refused = |role: &str, who: &dyn Fn(usize) -> (usize, usize), each: usize, said: &str| {
        let survey =
            SURVEY.replace("link: person", "link: code").replace("role: mentee", &format!("role: {role}"));
        let (mentor, mentee) = (|i| who(i).0, |i| who(i).1);
        let pairs = matches(
            (0..24).map(|i| (mentor(i), mentee(i), if i < 12 { "completed" } else { "ended_early" })),
        );
        let all = rows(closed(&format!("{said}{survey}")), "matches", &pairs);
        let answers = table("code,match,well", 0..24 * each, |i| format!("c{i},m{},yes", i / each));
        why_not(&rows(all, "responses-end", &answers))
    };
    let alone = "matches_per_mentor: 1\nmatched_again: 2\n";
    let thrice = |i: usize| (i, if i > 21 { 0 } else { i });
    assert!(refused("mentee", &thrice, 1, alone).contains("are of matches, all or one person"));
    let two = "matches_per_mentor: 2\n";
    let halves = |i: usize| (i / 2, i);
    assert_eq!(refused("mentee", &halves, 1, two), "", "a mentor's two mentees");
    assert!(refused("mentor", &halves, 1, two).contains("are of matches, all or one person"));
    assert!(refused("both", &halves, 2, two).contains("are of matches, all or one person"));
    assert_eq!(refused("both", &halves, 1, two), "");
}
