//! That a figure is told follows from public numbers: what a sixth attack found, where it followed from private ones.

use mentorbook::outcomes::disclose::{Count, Form};
use mentorbook::source::Root;

use super::over_time::Program;
use super::{PROGRAM, find, matches, propose, rows, site, table, told};
use crate::site::Site;

/// Three matches that a facilitator leads: anybody sees as many beyond the mentors invited, and what mentors did is told
/// of the others.
#[test]
fn matches_without_a_mentor_are_hidden_with_the_few() {
    let pairs = |led: usize| {
        let all = matches((0..24).map(|i| (i, i, "completed")));
        (24 - led..24).fold(all, |text, i| {
            let row = format!("m{i},a{i},b{i},2025-01-06,2025-05-23,completed,,,,,,,,,");
            text.replace(&row, &format!("m{i},,b{i},2025-01-06,2025-05-23,completed,,,,,,,f1,,"))
        })
    };
    let cohort = |said: &str| {
        let invited = if said.is_empty() { "invited: 21, " } else { "" };
        format!(
            "name: C\nstart: 2025-01-06\nend: 2025-05-23\nstatus: closed\nmatches_per_mentor: 1\n{said}surveys:\n- {{ id: first, wave: baseline, role: mentor, {invited}questions: [well] }}\nsessions:\n- {{ id: start, kind: training, timing: pre_match, date: 2025-01-03, at: '17:00' }}\n"
        )
    };
    let came = |yes: usize| {
        table("person,session,status", 0..20, |i| {
            format!("a{i},start,{}", if i < yes { "present" } else { "absent" })
        })
    };
    let program = |said: &str, led: usize| {
        let all = rows(site("").with("cohorts/c/cohort.yaml", cohort(said)), "matches", &pairs(led));
        rows(all, "attendance", &came(12))
    };
    // Twelve yes, eight no, and four of whom nothing is recorded: three of those have no mentor.
    let trained = |said: &str, led: usize| {
        find(&told(&program(said, led)), "mentor-side/mentors-trained").cloned().unwrap()
    };
    assert!(matches!(trained("matches_without_mentor: 0\n", 0), Form::Split { .. }));
    for said in ["", "matches_without_mentor: 3\n"] {
        assert_eq!(trained(said, 3), Form::Share { n: 24, x: Count::Exact(12) }, "k is 3, and the 3");
        assert_eq!(trained(said, 3), trained(said, 0), "what is public alone decides");
    }
    let release = |said: &str, led| Program::new(&program(said, led)).release("c").map(drop);
    assert!(release("", 3).is_ok());
    assert!(release("", 4).unwrap_err().contains("as `matches_without_mentor`"));
    // Whether hours are told does not say how many of those that may be led without a mentor are.
    let hours = |led| {
        let met = table("match,month,meetings,minutes", 0..24, |i| format!("m{i},2025-02,4,600"));
        find(
            &told(&rows(program("matches_without_mentor: 1\n", led), "meetings", &met)),
            "matches/mentor-hours",
        )
        .is_some()
    };
    assert!(hours(0) && hours(1));
}

/// Whoever leads several matches knows as many, and where mentors are fewer than the matches that they can hold at a time,
/// some matches ended for others to begin.
#[test]
fn what_anybody_knows_of_matches_is_hidden_with_the_few() {
    let completion = |said: &str| {
        let cohort = format!("name: C\nstart: 2025-01-06\nend: 2025-05-23\nstatus: closed\n{said}");
        let pairs = matches((0..24).map(|i| (i, i, if i < 19 { "completed" } else { "ended_early" })));
        let facts = told(&rows(site("").with("cohorts/c/cohort.yaml", cohort), "matches", &pairs));
        find(&facts, "matches/completion").cloned().unwrap()
    };
    let coded = |k: u32| Form::Share { n: 24, x: Count::AtLeast(24 - k) };
    let invited = |n| {
        format!("surveys:\n- {{ id: a, wave: baseline, role: mentor, invited: {n}, questions: [well] }}\n")
    };
    // The program allows two matches at a time.
    assert!(matches!(completion("matches_per_mentor: 1\n"), Form::Split { .. }));
    assert_eq!(completion("matches_per_mentor: 1\nmatches_without_mentor: 3\n"), coded(6));
    assert_eq!(completion("matches_per_mentor: 3\n"), coded(5));
    assert_eq!(completion(&format!("matches_per_mentor: 3\n{}", invited(12))), coded(5));
    let four = format!("matches_per_mentor: 3\nmatches_without_mentor: 0\n{}", invited(10));
    assert_eq!(completion(&four), coded(9), "four are second ones of their mentors");
    let all = four.replace("role: mentor, invited: 10", "role: both, invited: 34");
    assert_eq!(completion(&all), coded(9), "of 34 people 24 are mentees");
}

/// Pairs that go on for another year: what was written down in the first was told of it.
#[test]
fn what_a_match_continues_is_not_told_again() {
    let first = matches((0..24).map(|i| (i, i, "completed")));
    let next = |on: &str| {
        (0..24).fold(first.clone(), |text, i| {
            let day = if i < 12 { on } else { "" };
            text.replace(
                &format!("\nm{i},a{i},b{i},2025-01-06,2025-05-23,completed,,,,,,,,,\n"),
                &format!("\nn{i},a{i},b{i},2026-01-06,2026-05-23,completed,{day},,,,,,,,m{i}\n"),
            )
        })
    };
    let told = |keys: &str, next: String| {
        let file = format!("name: D\nstart: 2026-01-06\nend: 2026-05-23\nstatus: closed\n{keys}");
        let mut all = rows(site(""), "matches", &first).with("cohorts/d/cohort.yaml", file);
        all.world.put(Root::Data, "cohorts/d/matches.csv", next);
        find(&propose(&all, &["d"]).unwrap(), "matches/expectations").cloned()
    };
    assert_eq!(told("mentees_return: yes\n", next("2026-01-20")), None);
    let anew = next("2026-01-20").replace(",a", ",x").replace(",b", ",y");
    assert!(matches!(told("", anew), Some(Form::Share { n: 24, x: Count::Exact(12) })));
}

/// A check-in that the program moves for its next cohorts was another one in this.
#[test]
fn a_check_in_stays_what_it_was() {
    let check_ins = |week: u32| {
        format!(
            "- {{ id: half, name: Half, kind: midpoint, when: {{ week: {week} }}, by: pair, offered_to: all }}\n"
        )
    };
    let held = table("match,check_in,planned_on,facilitator,held_on,result", 0..12, |i| {
        format!("m{i},half,2025-03-03,,2025-03-03,held")
    });
    let all = rows(site(""), "matches", &matches((0..24).map(|i| (i, i, "completed"))));
    let program = Program::new(&rows(all.with("check-ins.yaml", check_ins(9)), "checkin-log", &held));
    program.release("c").unwrap();
    assert!(!program.found().contains("figure-redefined"));
    std::fs::write(program.path("content/check-ins.yaml"), check_ins(4)).unwrap();
    assert!(program.found().contains("figure-redefined"));
    // The same where the phase moves that it ends.
    let phases = |last: u32| {
        format!(
            "- {{ id: only, name: Only, from_week: 1, to_week: {last}, promise: We meet., ending: true }}\n"
        )
    };
    std::fs::write(program.path("content/phases.yaml"), phases(20)).unwrap();
    let at_the_end = check_ins(9).replace("week: 9", "phase_end: only");
    std::fs::write(program.path("content/check-ins.yaml"), at_the_end).unwrap();
    std::fs::remove_dir_all(program.path("private/ledger")).unwrap();
    std::fs::remove_file(program.path("content/cohorts/c/published.yaml")).unwrap();
    program.release("c").unwrap();
    assert!(!program.found().contains("figure-redefined"));
    std::fs::write(program.path("content/phases.yaml"), phases(14)).unwrap();
    assert!(program.found().contains("figure-redefined"));
}

/// A change is of one score, by a rise; and a survey that asks less than half of a measure gives nobody a score.
#[test]
fn a_change_is_a_rise_of_one_score() {
    let facts = |items: usize, worth: &str, asked: [usize; 2]| {
        let names = |n: usize| (0..n).map(|i| format!("q{i}")).collect::<Vec<_>>().join(",");
        let measures = format!(
            "- {{ id: sure, construct: other, items: [{}], score: {{ kind: share_at_least, threshold: 5 }}, roles: [mentee], waves: [baseline, end], worthwhile_change: {worth} }}\n",
            names(items)
        );
        let item = |i| format!("- {{ id: q{i}, text: Steady?, role: both, answer: agree }}\n");
        let questions = (0..items).map(item).collect::<Vec<_>>().concat();
        let questions = format!("scales: {{ agree: {{ min: 1, max: 5 }} }}\nquestions:\n{questions}");
        let waves = || ["baseline", "end"].into_iter().zip(asked);
        let survey = |(wave, n): (&str, usize)| {
            let asked = names(n);
            format!("- {{ id: {wave}, wave: {wave}, role: mentee, link: person, questions: [{asked}] }}\n")
        };
        let surveys = waves().map(survey).collect::<Vec<_>>().concat();
        let mut all = site(&surveys).with("questions.yaml", questions).with("measures.yaml", measures);
        for (wave, n) in waves() {
            let answers = |i: usize| format!("b{i}{}", format!(",{}", 1 + i % 5).repeat(n));
            let given = table(&format!("person,{}", names(n)), 0..24, answers);
            all = rows(all, &format!("responses-{wave}"), &given);
        }
        let facts = told(&all);
        ["baseline+end/sure@baseline-end/mentee", "end/sure@end/mentee"]
            .map(|key| find(&facts, key).is_some())
    };
    assert_eq!(facts(1, "1", [1, 1]), [true, true]);
    assert!(!facts(1, "0", [1, 1])[0], "who stays the same has not risen");
    assert!(!facts(1, "-1", [1, 1])[0]);
    assert_eq!(facts(2, "1", [2, 1]), [false, true], "other items are another score");
    assert_eq!(facts(3, "1", [3, 1]), [false, false], "one of three gives nobody a score");
}

/// One list of those who applied serves two sites: who is matched in the other went further.
#[test]
fn who_is_matched_at_another_site_went_further() {
    let mut all = site("");
    let pairs = matches((0..24).map(|i| (i, i, "completed")));
    let applied = table("person,role", 0..56, |i| format!("b{i},mentee"));
    let trained = table("person,session,status", 0..24, |i| format!("b{i},start,present"));
    for (cohort, from) in [("c", 0), ("d", 24)] {
        let file = "name: C\nstart: 2025-01-06\nend: 2025-05-23\nstatus: closed\nmatches_per_mentor: 1\nsessions:\n- { id: start, kind: orientation, timing: pre_match, date: 2025-01-03, at: '17:00' }\n";
        let theirs = (0..24).rev().fold(pairs.clone(), |text, i| {
            let who = i + from;
            text.replace(&format!("\nm{i},a{i},b{i},"), &format!("\n{cohort}{i},a{who},b{who},"))
        });
        all = all.with(&format!("cohorts/{cohort}/cohort.yaml"), file);
        for (name, text) in [("matches", &theirs), ("applicants", &applied), ("attendance", &trained)] {
            all.world.put(Root::Data, &format!("cohorts/{cohort}/{name}.csv"), text.clone());
        }
    }
    let facts = propose(&all, &["c"]).unwrap();
    let Some(Form::Split { n, .. }) = find(&facts, "mentee-side/mentees-applied") else {
        panic!("{facts:?}")
    };
    assert_eq!(*n, 32, "twenty-four matches, and eight who are in none of the two");
    let third =
        all.with("cohorts/e/cohort.yaml", "name: E\nstart: 2025-01-06\nend: 2025-05-23\nstatus: closed\n");
    let facts = propose(&third, &["c"]).unwrap();
    assert!(find(&facts, "mentee-side/mentees-applied").is_none(), "who began there is not known: {facts:?}");
}

/// Three yearly cohorts whose mentors answer a sensitive question: that one of them came back is not told.
#[test]
fn mentors_who_come_back_do_not_hide_a_pool() {
    let pool = |back: usize| {
        let mut all = site("").with("program.yaml", PROGRAM).with(
            "measures.yaml",
            "- { id: hurt, construct: other, items: [harm], roles: [mentor], waves: [end] }\n",
        );
        for (at, cohort) in ["c", "d", "e"].into_iter().enumerate() {
            let file = format!(
                "name: C\nstart: 202{at}-01-06\nend: 202{at}-05-23\nstatus: closed\nmatches_per_mentor: 1\nsurveys:\n- {{ id: end, wave: end, role: mentor, link: person, questions: [harm] }}\n"
            );
            let n = if at == 2 { 20 } else { 21 };
            let given = table("person,harm", 0..n, |i| {
                let who = if i < back && at > 0 { format!("c{i}") } else { format!("{cohort}{i}") };
                format!("{who},{}", if i % 2 == 0 { "yes" } else { "no" })
            });
            all = with(all, cohort, file, &given);
        }
        find(&propose(&all, &["c", "d", "e"]).unwrap(), "pool/hurt@end/mentor").cloned().unwrap()
    };
    assert!(pool(0).is_shown());
    assert_eq!(pool(0), pool(1));
}

fn with(site: Site, cohort: &str, file: String, given: &str) -> Site {
    let mut site = site.with(&format!("cohorts/{cohort}/cohort.yaml"), file);
    site.world.put(Root::Data, &format!("cohorts/{cohort}/responses-end.csv"), given);
    site
}

/// Ten late matches are shown whether or not one of them is with a mentee who had another.
#[test]
fn a_correction_does_not_tell_who_was_matched_again() {
    let corrected = |second: bool| {
        let cohort = "name: C\nstart: 2025-01-06\nend: 2025-05-23\nstatus: closed\nmatches_per_mentor: 1\nmatched_again: 1\n";
        let status = |i: usize| if i.is_multiple_of(2) { "completed" } else { "ended_early" };
        let of = |n: usize| matches((0..n).map(|i| (i, if second && i == 24 { 0 } else { i }, status(i))));
        let program = Program::new(&rows(site("").with("cohorts/c/cohort.yaml", cohort), "matches", &of(24)));
        program.release("c").unwrap();
        program.row_file("matches", &of(34));
        program.release("c").unwrap().release.facts
    };
    let facts = corrected(false);
    assert!(matches!(find(&facts, "matches/completion"), Some(Form::Split { n: 34, .. })), "{facts:?}");
    assert_eq!(facts, corrected(true));
}
