//! What somebody knows of their own people, and what results.yaml knows of nobody: of one release, found by a fourth
//! attack.

use mentorbook::outcomes::disclose::{Count, Form, Refusal};
use mentorbook::source::Root;

use super::over_time::Program;
use super::{find, matches, propose, rows, site, table, told};
use crate::site::Site;

/// A closed cohort with these keys, and a survey of the role.
fn cohort(keys: &str, role: &str) -> Site {
    let file = format!(
        "name: C\nstart: 2025-01-06\nend: 2025-05-23\nstatus: closed\n{keys}surveys:\n- {{ id: end, wave: end, role: {role}, link: person, questions: [well] }}\n"
    );
    let measures =
        "- { id: fared, construct: other, items: [well], roles: [mentor, mentee, both], waves: [end] }\n";
    site("").with("cohorts/c/cohort.yaml", file).with("measures.yaml", measures)
}

/// A mentor knows the answers of all their mentees, and anybody their own.
#[test]
fn answers_are_hidden_with_those_that_somebody_knows() {
    for (keys, role, k) in [
        ("matches_per_mentor: 1\n", "mentee", 3),
        ("matches_per_mentor: 2\n", "mentee", 4),
        ("matches_per_mentor: 2\n", "mentor", 4),
        ("matches_per_mentor: 2\n", "both", 6),
        ("matches_per_mentor: 1\nmatched_again: 2\n", "mentor", 5),
        ("matches_per_mentor: 1\nmatched_again: 2\n", "mentee", 5),
        ("matches_per_mentor: 1\nmentees_per_match: 6\n", "mentee", 8),
        ("matches_per_mentor: 1\nmentees_per_match: 6\n", "mentor", 3),
        ("matches_per_mentor: 1\nmentors_per_match: 2\n", "mentor", 4),
    ] {
        let who = |i: usize| format!("{}{i}", if role == "mentor" { "a" } else { "b" });
        let form = |yes: usize| {
            let answer = |i: usize| format!("{},{}", who(i), if i < yes { "yes" } else { "no" });
            let site = rows(cohort(keys, role), "matches", &matches((0..50).map(|i| (i, i, "completed"))));
            let facts = told(&rows(site, "responses-end", &table("person,well", 0..50, answer)));
            let key =
                if role == "both" { "end/fared@end".to_owned() } else { format!("end/fared@end/{role}") };
            find(&facts, &key).unwrap().headline().unwrap().1
        };
        assert_eq!(form(k), Count::AtMost(u32::try_from(k).unwrap()), "{keys} {role}");
        assert_eq!(form(k + 1), Count::Exact(u32::try_from(k).unwrap() + 1), "{keys} {role}");
    }
}

/// What hides too few because nobody said it is not released.
#[test]
fn groups_and_those_who_come_back_are_said() {
    let said = |keys: &str| {
        let three = matches((0..20).map(|i| (i, i, "completed"))).replace(",b0,", ",b0;x1;x2,");
        let mut all = rows(cohort(&format!("matches_per_mentor: 1\n{keys}"), "mentee"), "matches", &three);
        let later = "name: D\nstart: 2026-01-06\nend: 2026-05-23\nstatus: closed\nmatches_per_mentor: 1\n";
        let again = if keys.contains("per_match") { "mentees_return: yes\n" } else { "" };
        all = all.with("cohorts/d/cohort.yaml", format!("{later}{again}"));
        let text = matches((0..20).map(|i| (i + 50, i + 19, "completed"))).replace("\nm", "\nn");
        all.world.put(Root::Data, "cohorts/d/matches.csv", text.replace("2025-", "2026-"));
        let program = Program::new(&all);
        [program.release("c"), program.release("d")].map(|one| one.err().unwrap_or_default())
    };
    let [groups, back] = said("");
    assert!(groups.contains("a match has 3 mentees") && groups.contains("`mentees_per_match`"), "{groups}");
    assert!(back.contains("`mentees_return: yes`"), "{back}");
    assert_eq!(said("mentees_per_match: 3\n"), ["", ""]);
    // A pair of the year before goes on, whatever its row says.
    let before = pairs(0, 20).replacen("2025-01-06", "2024-02-01", 1);
    let all = rows(cohort("matches_per_mentor: 1\n", "mentee"), "matches", &before);
    assert!(Program::new(&all).release("c").unwrap_err().contains("`mentees_return: yes`"));
    // The same where one who comes back joins a pair later.
    let mut all = rows(cohort("matches_per_mentor: 1\n", "mentee"), "matches", &pairs(0, 20));
    let later = "name: D\nstart: 2026-01-06\nend: 2026-05-23\nstatus: closed\nmatches_per_mentor: 1\nmentees_per_match: 2\n";
    all = all.with("cohorts/d/cohort.yaml", later);
    let next = pairs(50, 20).replace("\nm", "\nn").replace("2025-", "2026-");
    all.world.put(Root::Data, "cohorts/d/matches.csv", next);
    let joined = "match,date,event,person,role,until,reason\nn0,2026-02-01,joined,b3,mentee,,\n";
    all.world.put(Root::Data, "cohorts/d/events.csv", joined);
    assert!(Program::new(&all).release("d").unwrap_err().contains("`mentees_return: yes`"));
}

/// As many pairs from this number on.
fn pairs(from: usize, n: usize) -> String {
    matches((from..from + n).map(|i| (i, i, "completed")))
}

/// Twenty-four matches of twelve mentees, which nothing says: until it does, who became a mentor is not told.
#[test]
fn role_change_waits_for_what_an_earlier_cohort_has_to_say() {
    let refused = |said: &str| {
        let twice = matches((0..24).map(|i| (i, i % 12, if i < 12 { "ended_early" } else { "completed" })));
        let mut all = rows(cohort(&format!("matches_per_mentor: 1\n{said}"), "mentee"), "matches", &twice);
        let later = "name: D\nstart: 2026-01-06\nend: 2026-05-23\nstatus: closed\nmatches_per_mentor: 1\n";
        all = all.with("cohorts/d/cohort.yaml", later);
        let next = pairs(50, 24).replace("\nm", "\nn").replace("2025-", "2026-");
        let mentors =
            (0..12).fold(next, |text, i| text.replace(&format!(",a{},", i + 50), &format!(",b{i},")));
        all.world.put(Root::Data, "cohorts/d/matches.csv", mentors);
        Program::new(&all)
            .release("d")
            .map(|one| find(&one.release.facts, "mentor-side/were-mentees").is_some())
    };
    assert!(refused("").unwrap_err().contains("more matches of an earlier cohort"));
    assert_eq!(refused("matched_again: 12\n"), Ok(false));
}

/// Who joined a pair as a mentor, and was a mentee before.
#[test]
fn whoever_joins_as_a_mentor_was_a_mentee_before() {
    let mut all = rows(cohort("matches_per_mentor: 1\n", "mentee"), "matches", &pairs(0, 24));
    let later = "name: D\nstart: 2026-01-06\nend: 2026-05-23\nstatus: closed\nmatches_per_mentor: 1\nmentors_per_match: 2\n";
    all = all.with("cohorts/d/cohort.yaml", later);
    let next = pairs(50, 24).replace("\nm", "\nn").replace("2025-", "2026-");
    all.world.put(Root::Data, "cohorts/d/matches.csv", next);
    let joined = table("match,date,event,person,role,until,reason", 0..12, |i| {
        format!("n{i},2026-02-01,joined,b{i},mentor,,")
    });
    all.world.put(Root::Data, "cohorts/d/events.csv", joined);
    let facts = propose(&all, &["d"]).unwrap();
    assert_eq!(find(&facts, "mentor-side/were-mentees"), Some(&Form::Share { n: 24, x: Count::Exact(12) }));
}

/// Five mentees who come every year and answer yes are fifteen rows.
#[test]
fn a_pool_hides_those_who_come_back() {
    let raise = |keys: &str| {
        let mut all = site("").with(
            "measures.yaml",
            "- { id: hurt, construct: other, items: [harm], roles: [mentee], waves: [end] }\n",
        );
        for name in ["c", "d", "e"] {
            let file = format!(
                "name: C\nstart: 2025-01-06\nend: 2025-05-23\nstatus: closed\nmatches_per_mentor: 1\n{keys}surveys:\n- {{ id: end, wave: end, role: mentee, link: person, questions: [harm] }}\n"
            );
            all = all.with(&format!("cohorts/{name}/cohort.yaml"), file);
            let answer = |i: usize| format!("b{i},{}", if i < 5 { "yes" } else { "no" });
            all.world.put(
                Root::Data,
                &format!("cohorts/{name}/responses-end.csv"),
                table("person,harm", 0..40, answer),
            );
        }
        find(&propose(&all, &["c", "d", "e"]).unwrap(), "pool/hurt@end/mentee").cloned()
    };
    assert!(matches!(raise(""), Some(Form::Split { n: 120, .. })));
    let of_rows = Form::Share { n: 120, x: Count::AtMost(30) };
    assert_eq!(raise("mentees_return: yes\n"), Some(of_rows), "ten people are thirty rows");
}

/// A row of results.yaml knows the mentors of its cohort, takes one choice of several, and follows the score.
#[test]
fn results_are_told_as_rows_would_be() {
    let questions = "scales: { agree: { min: 1, max: 5 }, eleven: { min: 0, max: 10 } }\nquestions:
- { id: well, text: Well?, role: both, answer: yes_no }
- { id: steady, text: Steady?, role: both, answer: agree }
- { id: again, text: Again?, role: both, answer: eleven }
- { id: took, text: Took?, role: both, answer: { many: true, choices: [{ id: a, name: A }, { id: b, name: B }, { id: c, name: C }] } }\n";
    let measures = "- { id: fared, construct: other, items: [well], roles: [mentee], waves: [end] }
- { id: sure, construct: other, items: [steady], score: { kind: share_at_least, threshold: 5 }, roles: [mentee], waves: [end] }
- { id: liked, construct: other, items: [again], score: { kind: nps }, roles: [mentee], waves: [end] }
- { id: hurt, construct: other, items: [well], better: lower, roles: [mentee], waves: [end] }
- { id: taken, construct: other, items: [took], roles: [mentee], waves: [end] }\n";
    let of = |results: &str, mentors: usize| {
        let keys = format!("matches_per_mentor: {}\n", 24usize.div_ceil(mentors));
        let site = cohort(&keys, "mentee").with("questions.yaml", questions).with("measures.yaml", measures);
        let all = matches((0..24).map(|i| (i % mentors, i, "completed")));
        told(&rows(site.with("cohorts/c/results.yaml", results), "matches", &all))
    };
    let row = |measure: &str, counts: &str| {
        format!("- {{ measure: {measure}, wave: end, role: mentee, n: 24, {counts} }}\n")
    };
    let level = |facts: &[_], name: &str| {
        let form = find(facts, &format!("reported/{name}@end/mentee"));
        form.and_then(Form::headline)
    };
    let fared = row("fared", "count: 12, of: 24");
    assert_eq!(level(&of(&fared, 24), "fared"), Some((24, Count::Exact(12))));
    assert_eq!(level(&of(&fared, 1), "fared"), None, "twenty-four mentees of one mentor");
    let hurt = row("hurt", "count: 16, of: 24");
    assert_eq!(level(&of(&hurt, 24), "hurt"), Some((24, Count::Exact(8))), "sixteen favourable ones said no");
    let facts = of(
        &(row("sure", "counts: { 3: 12, 4: 6, 5: 6 }")
            + &row("liked", "counts: { 6: 10, 8: 8, 9: 6 }")
            + &row("taken", "counts: { a: 8, b: 8, c: 8 }")),
        24,
    );
    assert_eq!(level(&facts, "sure"), Some((24, Count::Exact(6))), "a threshold of 5");
    assert_eq!(level(&facts, "liked"), Some((24, Count::Exact(6))), "promoters");
    let choices = ["a", "b", "c"].map(|choice| level(&facts, &format!("took.{choice}")).is_some());
    assert_eq!(choices, [true, false, false], "each of the n took one, so all would tell how many took two");
}

/// Cohorts C, and D a year later with six former mentees of C among its mentors; `more` is of C, and a further cohort of
/// so many matches may run beside D. What D tells of them.
fn were_mentees(earlier: usize, second: bool, more: &str, beside: usize) -> Option<Form> {
    let of_c =
        pairs(0, earlier).replace(&format!(",b{},", earlier - 1), if second { ",b0," } else { ",b99," });
    let mut site = rows(cohort(&format!("matches_per_mentor: 1\n{more}"), "mentee"), "matches", &of_c);
    if more.contains("rolling") {
        let file = format!("name: C\nstart: 2025-01-06\nstatus: closed\nmatches_per_mentor: 1\n{more}");
        site = site.with("cohorts/c/cohort.yaml", file);
    }
    if more.contains('6') {
        // Somebody's rows beside it were deleted after their release.
        let file = "name: F\nstart: 2026-01-06\nend: 2026-05-23\nstatus: closed\n";
        site = site.with("cohorts/f/cohort.yaml", file);
    }
    if more.contains("grows") {
        // Whatever end is written.
        let end = if more.contains("end") { "end: 2025-12-19\n" } else { "" };
        let file = format!("name: G\nstart: 2025-06-06\n{end}status: active\nintake: rolling\n");
        site = site.with("cohorts/g/cohort.yaml", file);
        site.world.put(Root::Data, "cohorts/g/matches.csv", pairs(90, 2).replace("\nm", "\ng"));
    }
    for (name, from, n) in [("d", 50, 14), ("e", 70, beside)].into_iter().filter(|(.., n)| *n > 0) {
        let file = format!(
            "name: {name}\nstart: 2026-01-06\nend: 2026-05-23\nstatus: closed\nmatches_per_mentor: 1\n"
        );
        let theirs = pairs(from, n).replace("\nm", &format!("\n{name}")).replace("2025-", "2026-");
        let theirs =
            (0..6).fold(theirs, |text, i| text.replace(&format!(",a{},", from + i), &format!(",b{i},")));
        site = site.with(&format!("cohorts/{name}/cohort.yaml"), file);
        site.world.put(Root::Data, &format!("cohorts/{name}/matches.csv"), theirs);
    }
    let told = |cohort| find(&propose(&site, &[cohort]).unwrap(), "mentor-side/were-mentees").cloned();
    assert_eq!(told("c"), None, "nobody can have been a mentee before the first cohort");
    told("d")
}

/// Told of the earlier cohort, how many became mentors would stand beside the few mentors of a later one. That it is
/// told follows from what is public, and not from how many were matched again.
#[test]
fn role_change_is_told_of_the_later_cohort() {
    let six = Some(Form::Share { n: 14, x: Count::Exact(6) });
    for (about, earlier, second, more, beside, form) in [
        ("as many mentees as matches", 14, false, "", 0, &six),
        ("thirteen mentees were there, and fourteen matches are", 13, false, "", 0, &None),
        ("one might be a second match", 14, false, "matched_again: 1\n", 0, &None),
        ("one is, and is allowed for", 15, true, "matched_again: 1\n", 0, &six),
        ("none is, and one is allowed for", 15, false, "matched_again: 1\n", 0, &six),
        ("fourteen beside seven that run at the same time", 14, false, "", 7, &None),
        ("enough for both", 21, false, "", 7, &six),
        ("a closed one beside it has no rows any more", 21, false, "mentees_per_match: 6\n", 0, &None),
        ("beside one that still grows", 21, false, "# grows\n", 0, &None),
        ("after one that still grows", 21, false, "# grows, end\n", 0, &None),
        ("a cohort whose matches begin at any time has not ended", 14, false, "intake: rolling\n", 0, &None),
    ] {
        assert_eq!(were_mentees(earlier, second, more, beside), *form, "{about}");
    }
}

/// Of two surveys of one wave that share a question, the first tells it, and each its own.
#[test]
fn what_two_surveys_ask_is_told_of_the_first() {
    let surveys = "- { id: mid, wave: end, role: mentee, link: person, questions: [well, learned] }
- { id: trip, wave: end, role: mentee, link: person, questions: [well, steady] }\n";
    let questions = "questions:
- { id: well, text: Well?, role: both, answer: yes_no }
- { id: steady, text: Steady?, role: both, answer: yes_no }
- { id: learned, text: Learned?, role: both, answer: yes_no }\n";
    let measure = |id: &str, item: &str| {
        format!("- {{ id: {id}, construct: other, items: [{item}], roles: [mentee], waves: [end] }}\n")
    };
    let measures = measure("fared", "well") + &measure("held", "steady") + &measure("grew", "learned");
    let site = site(surveys).with("questions.yaml", questions).with("measures.yaml", measures);
    let answer = |i: usize| format!("b{i},{},yes", if i < 12 { "yes" } else { "no" });
    let site = rows(site, "responses-mid", &table("person,well,learned", 0..24, answer));
    let facts = told(&rows(site, "responses-trip", &table("person,well,steady", 0..20, answer)));
    let there = |key: &str| find(&facts, key).is_some();
    assert!(there("mid/fared@end/mentee") && !there("trip/fared@end/mentee"), "{facts:?}");
    assert!(there("mid/grew@end/mentee") && there("trip/held@end/mentee"));
    assert_eq!(find(&facts, "trip/answered@end/mentee"), Some(&Form::Open { value: 20 }));
}

/// A favourable share that came without rows, beside a change whose own levels are hidden for it.
#[test]
fn results_do_not_stand_beside_a_change() {
    let questions = "scales: { three: { min: 1, max: 3 } }\nquestions:\n- { id: steady, text: Steady?, role: both, answer: three }\n";
    let measures = "- { id: sure, construct: other, items: [steady], score: { kind: share_at_least, threshold: 2 }, roles: [mentee], waves: [baseline, end], worthwhile_change: 1 }\n";
    let surveys = "- { id: start, wave: baseline, role: mentee, link: person, questions: [steady] }
- { id: end, wave: end, role: mentee, link: person, questions: [steady] }\n";
    let mut all = site(surveys).with("questions.yaml", questions).with("measures.yaml", measures);
    all = all.with(
        "cohorts/c/results.yaml",
        "- { measure: sure, wave: end, role: mentee, n: 24, count: 5, of: 24 }\n",
    );
    for (wave, low) in [("start", 0), ("end", 4)] {
        let answer = |i: usize| format!("b{i},{}", if i < low { 2 } else { 1 });
        all = rows(all, &format!("responses-{wave}"), &table("person,steady", 0..24, answer));
    }
    let refused = propose(&all, &["c"]).unwrap_err();
    assert!(refused.iter().any(|one| matches!(one, Refusal::ChangeBesideLevels(_))), "{refused:?}");
}

/// Two sites with surveys of their own: those who answered both of one site answered both.
#[test]
fn a_change_is_of_all_surveys_of_a_wave() {
    let questions = "scales: { agree: { min: 1, max: 5 } }\nquestions:\n- { id: steady, text: Steady?, role: both, answer: agree }\n";
    let measures = "- { id: sure, construct: other, items: [steady], score: { kind: mean }, roles: [mentee], waves: [baseline, end], worthwhile_change: 1 }\n";
    let surveys: String =
        ["north", "south"]
            .iter()
            .flat_map(|at| {
                ["baseline", "end"].map(|wave| {
        format!("- {{ id: {at}-{wave}, wave: {wave}, role: mentee, link: person, questions: [steady] }}\n")
    })
            })
            .collect();
    let mut all = site(&surveys).with("questions.yaml", questions).with("measures.yaml", measures);
    for (at, from) in [("north", 0), ("south", 24)] {
        for (wave, rise) in [("baseline", 0), ("end", 1)] {
            let answer = |i: usize| format!("b{i},{}", 2 + rise * (i % 2));
            all = rows(
                all,
                &format!("responses-{at}-{wave}"),
                &table("person,steady", from..from + 24, answer),
            );
        }
    }
    let facts = told(&all);
    let change = facts.iter().find(|fact| fact.key.wave() == Some("baseline-end")).unwrap();
    assert_eq!(change.key.population(), "north-baseline+south-baseline+north-end+south-end");
    assert_eq!(change.form.headline(), Some((48, Count::Exact(24))));
}
