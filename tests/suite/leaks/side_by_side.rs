//! Figures side by side, and pools: what a third attack found, the smallest example of each.

use std::fs;

use mentorbook::outcomes::disclose::{Count, Form, Refusal};
use mentorbook::source::Root;

use super::over_time::Program;
use super::said::closed;
use super::{find, matches, propose, rows, site, table, told};
use crate::site::Site;

/// If blank forms did not count, the choices of two questions would have to make up all who answered.
#[test]
fn a_blank_form_is_an_answer_like_any_other() {
    let questions = "questions:
- { id: one, text: One?, role: both, answer: { many: true, choices: [{ id: a, name: A }, { id: b, name: B }, { id: c, name: C }] } }
- { id: two, text: Two?, role: both, answer: { many: true, choices: [{ id: a, name: A }, { id: b, name: B }, { id: c, name: C }] } }
";
    let surveys = "- { id: end, wave: end, role: mentee, link: person, questions: [one, two] }\n";
    let printed = |row: &dyn Fn(usize) -> String| {
        let site = site(surveys).with("questions.yaml", questions).with("measures.yaml", "");
        told(&rows(site, "responses-end", &table("person,one,two", 0..18, row)))
    };
    let each_one = |i: usize| {
        let choice = ["a", "b", "c"][i % 3];
        if i < 9 { format!("p{i},{choice},") } else { format!("p{i},,{choice}") }
    };
    let blank = |i: usize| format!("p{i},,");
    assert_eq!(printed(&each_one), printed(&blank));
}

/// A mentor who is also a mentee stands in two matches.
#[test]
fn both_sides_of_a_match_are_counted() {
    let mut text = matches((0..8).map(|i| (i, i, if i < 4 { "ended_early" } else { "completed" })));
    text = text.replace("m1,a1,", "m1,b0,");
    let cohort = |said: &str| {
        format!("name: C\nstart: 2025-01-06\nend: 2025-05-23\nstatus: closed\nmatches_per_mentor: {said}\n")
    };
    let release = |said: &str| {
        Program::new(&rows(site("").with("cohorts/c/cohort.yaml", cohort(said)), "matches", &text))
            .release("c")
    };
    let refused = release("1").unwrap_err();
    assert!(refused.contains("`matches_per_mentor`"), "{refused}");
    release("2").unwrap();
}

/// Whether anybody on a list was present is not open.
#[test]
fn a_session_with_a_list_was_held() {
    let sessions = "- { id: none, wave: end, role: mentor }\nsessions:\n- { id: start, kind: training, timing: pre_match, date: 2025-01-03, at: '17:00' }\n";
    let printed = |came: usize| {
        let site = rows(site(sessions), "matches", &matches((0..12).map(|i| (i, i, "completed"))));
        let row = |i: usize| format!("start,a{i},mentor,{}", if i < came { "present" } else { "absent" });
        told(&rows(site, "attendance", &table("session,person,role,status", 0..12, row)))
    };
    assert_eq!(printed(0), printed(3));
}

/// What names no wave or role may be of any.
#[test]
fn a_figure_without_a_wave_or_role_is_of_the_same_people() {
    let yes_no =
        |n: usize| table("person,well", 0..n, |i| format!("b{i},{}", if i < 10 { "yes" } else { "no" }));
    let surveys = "- { id: end, wave: end, role: mentee, link: person, questions: [well] }\n";
    let results = "- { measure: fared, role: mentee, n: 24, count: 11, of: 24 }\n";
    let both = rows(site(surveys).with("cohorts/c/results.yaml", results), "responses-end", &yes_no(23));
    let refused = propose(&both, &["c"]).unwrap_err();
    assert!(refused.iter().any(|one| matches!(one, Refusal::Overlap(..))), "{refused:?}");

    let measures = "- { id: sure, construct: other, items: [steady], score: { kind: share_at_least, threshold: 4 }, roles: [mentee, both], waves: [baseline, end], worthwhile_change: 1 }\n";
    let questions = "scales: { agree: { min: 1, max: 5 } }\nquestions:\n- { id: steady, text: Steady?, role: both, answer: agree }\n";
    let surveys = "- { id: start, wave: baseline, role: mentee, link: person, questions: [steady] }
- { id: end, wave: end, role: mentee, link: person, questions: [steady] }
- { id: all, wave: baseline, role: both, link: none, questions: [steady] }\n";
    let mut change = site(surveys).with("questions.yaml", questions).with("measures.yaml", measures);
    for (name, head, n) in [("start", "person", 12), ("end", "person", 12), ("all", "answered_on", 24)] {
        let who = |i: usize| if head == "person" { format!("b{i}") } else { "2025-01-20".to_owned() };
        change = rows(
            change,
            &format!("responses-{name}"),
            &table(&format!("{head},steady"), 0..n, |i| format!("{},{}", who(i), 1 + i % 5)),
        );
    }
    let facts = told(&change);
    assert!(find(&facts, "start+end/sure@baseline-end/mentee").is_some());
    assert!(find(&facts, "all/sure@baseline").is_none(), "{facts:?}");
}

/// Where whoever rose is favourable at the end, both counts together would tell who was favourable already. Scores of
/// three items move by thirds, and by halves where one is left out.
#[test]
fn a_level_that_every_rise_reaches_is_hidden() {
    for (items, high, threshold, worth, is_told) in [
        (1, 5, "4", "1", true),
        (1, 3, "2", "1", false),
        (1, 3, "2", "0.75", false),
        (3, 3, "2", "0.75", false),
        (3, 5, "3", "1.8", false),
        (3, 5, "3.5", "2", true),
        (2, 5, "3.2", "2", true),
        (2, 5, "3.2", "2.1", false),
    ] {
        let names: Vec<String> = (0..items).map(|i| format!("q{i}")).collect();
        let item = |name: &String| format!("- {{ id: {name}, text: Well?, role: both, answer: agree }}\n");
        let items_yaml = names.iter().map(item).collect::<Vec<_>>().concat();
        let questions = format!("scales: {{ agree: {{ min: 1, max: {high} }} }}\nquestions:\n{items_yaml}");
        let names = names.join(", ");
        let measures = format!(
            "- {{ id: sure, construct: other, items: [{names}], score: {{ kind: share_at_least, threshold: {threshold} }}, roles: [mentee], waves: [baseline, end], worthwhile_change: {worth} }}\n"
        );
        let surveys: String = ["baseline", "end"]
            .map(|wave| {
                format!(
                    "- {{ id: {wave}, wave: {wave}, role: mentee, link: person, questions: [{names}] }}\n"
                )
            })
            .concat();
        let mut all = site(&surveys).with("questions.yaml", questions).with("measures.yaml", measures);
        for (wave, favourable) in [("baseline", 0), ("end", 12)] {
            let answer = |i: usize| format!(",{}", if i < favourable { high } else { 1 }).repeat(items);
            let head = format!("person,{}", names.replace(' ', ""));
            let given = table(&head, 0..24, |i| format!("b{i}{}", answer(i)));
            all = rows(all, &format!("responses-{wave}"), &given);
        }
        let facts = told(&all);
        assert!(find(&facts, "baseline+end/sure@baseline-end/mentee").is_some_and(Form::is_shown));
        let case = (items, high, threshold, worth);
        assert_eq!(find(&facts, "end/sure@end/mentee").is_some(), is_told, "{case:?}: {facts:?}");
    }
}

/// Three closed cohorts of thirty; those that are named ask the sensitive question.
fn three(asked: &[&str]) -> Site {
    let mut all = site("");
    for cohort in ["c", "d", "e"] {
        let question = if asked.contains(&cohort) { "harm" } else { "well" };
        let file = format!(
            "name: C\nstart: 2025-01-06\nend: 2025-05-23\nstatus: closed\nsurveys:\n- {{ id: end, wave: end, role: mentee, link: person, questions: [{question}] }}\n"
        );
        all = all.with(&format!("cohorts/{cohort}/cohort.yaml"), file);
        all.world.put(
            Root::Data,
            &format!("cohorts/{cohort}/responses-end.csv"),
            answers(cohort, question, 30),
        );
    }
    all.with(
        "measures.yaml",
        "- { id: hurt, construct: other, items: [harm], roles: [mentee], waves: [end] }\n",
    )
}

fn answers(cohort: &str, question: &str, n: usize) -> String {
    let answer = |i: usize| format!("{cohort}{i},{}", if i.is_multiple_of(2) { "yes" } else { "no" });
    table(&format!("person,{question}"), 0..n, answer)
}

#[test]
fn a_pool_is_of_cohorts_that_were_all_asked() {
    assert!(
        find(&propose(&three(&["c", "d", "e"]), &["c", "d", "e"]).unwrap(), "pool/hurt@end/mentee").is_some()
    );
    let facts = propose(&three(&["c", "d"]), &["c", "d", "e"]).unwrap();
    assert!(find(&facts, "pool/hurt@end/mentee").is_none(), "{facts:?}");
}

/// What was asked otherwise is another question, whatever measure it belongs to.
#[test]
fn a_pool_is_of_one_question() {
    let pool = |asked: [&str; 3], until: &str| {
        let history = if until.is_empty() {
            String::new()
        } else {
            format!(", history: [{{ until: {until}, text: Once? }}]")
        };
        let question = |id: &str, more: &str| {
            format!("- {{ id: {id}, text: {id}?, role: both, answer: agree, class: sensitive{more} }}\n")
        };
        let mut all = site("")
            .with("questions.yaml", format!("scales: {{ agree: {{ min: 1, max: 5 }} }}\nquestions:\n{}{}", question("fear", &history), question("worry", "")))
            .with("measures.yaml", "- { id: hurt, construct: other, items: [fear, worry], score: { kind: share_at_least, threshold: 4 }, roles: [mentee], waves: [end] }\n");
        for ((cohort, year), asked) in [("c", 2023), ("d", 2024), ("e", 2025)].into_iter().zip(asked) {
            let file = format!(
                "name: C\nstart: {year}-01-06\nend: {year}-05-23\nstatus: closed\nsurveys:\n- {{ id: end, wave: end, role: mentee, link: person, closes: {year}-05-30, questions: [{asked}] }}\n"
            );
            all = all.with(&format!("cohorts/{cohort}/cohort.yaml"), file);
            let columns = asked.split(", ").count();
            let answer = |i: usize| format!("{cohort}{i}{}", [",4", ",1"][i % 2].repeat(columns));
            let text = table(&format!("person,{}", asked.replace(", ", ",")), 0..40, answer);
            all.world.put(Root::Data, &format!("cohorts/{cohort}/responses-end.csv"), text);
        }
        find(&propose(&all, &["c", "d", "e"]).unwrap(), "pool/hurt@end/mentee").is_some()
    };
    for (asked, until, told) in [
        (["fear, worry"; 3], "", true),
        (["worry"; 3], "2024-01-01", true),
        (["fear", "worry", "worry"], "", false),
        (["fear, worry", "fear, worry", "worry"], "", false),
        (["fear, worry"; 3], "2023-05-29", true),
        (["fear, worry"; 3], "2023-05-30", false),
        (["fear, worry"; 3], "2025-05-29", false),
        (["fear, worry"; 3], "2025-05-30", true),
    ] {
        assert_eq!(pool(asked, until), told, "{asked:?} {until}");
    }
}

/// Whoever comes later may be of one cohort alone.
#[test]
fn a_pool_is_told_once() {
    let program = Program::new(&three(&["c", "d", "e"]));
    for cohort in ["c", "d", "e"] {
        program.release(cohort).unwrap();
    }
    let first = program.release("c+d+e").unwrap().release;
    assert!(
        matches!(find(&first.facts, "pool/hurt@end/mentee"), Some(Form::Split { .. })),
        "{:?}",
        first.facts
    );
    program.row_file("responses-end", &answers("c", "harm", 60));
    let later = program.release("c+d+e").unwrap().release;
    assert_eq!((later.id, later.facts), (first.id, first.facts));
    // A ledger that does not know the pool knows nothing.
    fs::remove_dir_all(program.path("private/ledger")).unwrap();
    let refused = program.release("c").unwrap_err();
    assert!(refused.contains("the ledger does not know"), "{refused}");
}

/// Told only where nobody handed in both, the figures of two surveys would say just that.
#[test]
fn who_hands_in_two_surveys_of_one_wave_counts_in_the_first() {
    let surveys = "- { id: pairs, wave: end, role: mentee, link: person, questions: [well] }
- { id: course, wave: end, role: mentee, link: person, questions: [well] }
- { id: trip, wave: end, role: mentee, link: person, questions: [learned] }\n";
    let answer = |i: usize| format!("b{i},{}", if i.is_multiple_of(2) { "yes" } else { "no" });
    let told = |course: std::ops::Range<usize>, blank: &str| {
        let pairs = table("person,well", 0..12, answer) + blank;
        let one = rows(site(surveys), "responses-pairs", &pairs);
        let two = rows(one, "responses-course", &table("person,well", course, answer));
        told(&rows(two, "responses-trip", &table("person,learned", 0..12, |i| format!("b{i},skill"))))
    };
    let (apart, shared) = (told(12..24, ""), told(9..24, ""));
    assert_eq!(apart, shared);
    let answered = |facts: &[_], survey: &str| find(facts, &format!("{survey}/answered@end/mentee")).cloned();
    assert_eq!(answered(&shared, "course"), Some(Form::Open { value: 12 }));
    assert_eq!(answered(&shared, "trip"), Some(Form::Open { value: 12 })); // it asks something else
    // A blank form takes nothing from the answers in the other survey.
    assert_eq!(apart, told(12..24, "b12,\n"));
}

/// The better half of a scale that a question asks the other way round, in rows and in results.yaml.
#[test]
fn a_reversed_item_without_a_score_is_turned_everywhere() {
    let questions = "scales: { agree: { min: 1, max: 5 } }\nquestions:\n- { id: alone, text: Alone?, role: both, answer: agree }\n";
    let measures = "- { id: company, construct: other, items: [{ question: alone, reversed: true }], roles: [mentee], waves: [end] }\n";
    let cohort = |surveys| site(surveys).with("questions.yaml", questions).with("measures.yaml", measures);
    let surveys = "- { id: end, wave: end, role: mentee, link: person, questions: [alone] }\n";
    let answer = |i: usize| format!("b{i},{}", if i < 14 { 1 } else { 5 });
    let by_rows = told(&rows(cohort(surveys), "responses-end", &table("person,alone", 0..24, answer)));
    let results = "- { measure: company, wave: end, role: mentee, n: 24, counts: { 1: 14, 5: 10 } }\n";
    let by_count = told(&cohort("").with("cohorts/c/results.yaml", results));
    for (facts, population) in [(by_rows, "end"), (by_count, "reported")] {
        let level = find(&facts, &format!("{population}/company@end/mentee")).unwrap();
        assert_eq!(level.headline(), Some((24, Count::Exact(14))), "{level:?}");
    }
}

/// Surveys that do not say when they closed, and a question that was reworded while the cohort ran.
#[test]
fn a_change_is_of_the_same_words_whenever_they_were_asked() {
    let told = |until: &str| {
        let questions = format!(
            "scales: {{ agree: {{ min: 1, max: 5 }} }}\nquestions:\n- {{ id: level, text: Level?, role: both, answer: agree, history: [{{ until: {until}, text: Before? }}] }}\n"
        );
        let measure = "- { id: rise, construct: other, items: [level], score: { kind: mean }, roles: [mentee], waves: [baseline, end], worthwhile_change: 1 }\n";
        let survey = |wave: &str| {
            format!("- {{ id: {wave}, wave: {wave}, role: mentee, link: person, questions: [level] }}\n")
        };
        let said = format!("matches_per_mentor: 1\nsurveys:\n{}{}", survey("baseline"), survey("end"));
        let all = closed(&said).with("questions.yaml", questions).with("measures.yaml", measure);
        let of = |up: i32| {
            table("person,level", 0..24, move |i| format!("b{i},{}", if i < 12 { 2 + up } else { 2 }))
        };
        let all = rows(rows(all, "responses-baseline", &of(0)), "responses-end", &of(2));
        told(&all).iter().any(|fact| fact.key.to_string().starts_with("baseline+end/rise"))
    };
    assert_eq!((told("2024-12-31"), told("2025-02-01"), told("2025-06-01")), (true, false, true));
}
