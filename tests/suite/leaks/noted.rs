//! What a second release may tell after what a program says of itself has changed, and what is noted of it.

use mentorbook::outcomes::disclose::Form;
use mentorbook::source::Root;

use super::over_time::Program;
use super::said::{SURVEY, closed, cohort, pairs};
use super::{MATCHES, find, rows, table};

/// Whether a survey is held back depends on its own rows; what is told of matches no more stays noted.
#[test]
fn a_note_is_of_the_rows_that_changed() {
    let answers =
        table("person,well", 0..24, |i| format!("b{i},{}", if i.is_multiple_of(2) { "yes" } else { "no" }));
    let all = rows(closed(&format!("matches_per_mentor: 1\n{SURVEY}")), "matches", &pairs(24, 12));
    let program = Program::new(&rows(all, "responses-end", &answers));
    program.release("c").unwrap();
    program.row_file("matches", &pairs(40, 20));
    let next = program.release("c").unwrap().release;
    assert!(matches!(find(&next.facts, "matches/completion"), Some(Form::Split { n: 40, .. })));
    assert_eq!(next.held_back, Vec::<String>::new());
    program.row_file("participants", &table("person,role", 0..40, |i| format!("b{i},mentee")));
    assert_eq!(
        program.release("c").unwrap().release.held_back,
        ["matches"],
        "of those who stand there no answer is"
    );
    program.row_file("matches", &pairs(41, 20));
    assert_eq!(program.release("c").unwrap().release.held_back, ["matches"]);
}

/// Twelve pairs, of whom the program says later that each mentor has one: nothing was told that could be held against it.
#[test]
fn what_was_too_few_by_a_rule_is_told_when_the_rule_is_said() {
    let program = Program::new(&rows(closed(""), "matches", &pairs(12, 6)));
    let form = |program: &Program| {
        let release = program.release("c").unwrap().release;
        find(&release.facts, "matches/completion").cloned().unwrap()
    };
    assert_eq!(form(&program), Form::TooFew { group: 15 });
    std::fs::write(program.path("content/cohorts/c/cohort.yaml"), cohort("matches_per_mentor: 1\n")).unwrap();
    assert!(matches!(form(&program), Form::Split { n: 12, .. }));
    // One more is a correction like any other.
    program.row_file("matches", &pairs(13, 6));
    assert!(matches!(form(&program), Form::Split { n: 12, .. }));
}

/// The second cohort hides fewer, and the answers that both have were told under the smaller number.
#[test]
fn answers_are_told_again_as_the_stricter_of_two_policies_allows() {
    let dated = |who: std::ops::Range<usize>| {
        table("person,answered_on,well", who, |i| {
            format!("b{i},2025-05-20,{}", if i.is_multiple_of(2) { "yes" } else { "no" })
        })
    };
    let said = format!("mentees_return: yes\n{SURVEY}");
    let mut all = rows(closed(&said), "responses-end", &dated(0..24));
    all = all.with("cohorts/d/cohort.yaml", cohort(&said));
    all.world.put(Root::Data, "cohorts/d/responses-end.csv", dated(18..60));
    let program = Program::new(&all);
    program.release("c").unwrap();
    let stricter = format!("{}disclosure: {{ k: 10 }}\n", super::PROGRAM);
    std::fs::write(program.path("content/program.yaml"), stricter).unwrap();
    assert!(program.release("d").unwrap_err().contains("`c`"), "six are more than three");
}

/// The same pairs under other ids of theirs, which are joined by `same_as`.
#[test]
fn a_pair_is_known_under_each_id() {
    let other = |id: &str| {
        let row = |i: usize| format!("x{i},{id}a{i},{id}b{i},2025-01-06,2025-05-23,completed,,,,,,,,,\n");
        MATCHES.to_owned() + &(18..48).map(row).collect::<String>()
    };
    for id in ["a-", "z-"] {
        let joined = |i: usize| format!("{id}a{i},mentor,a{i}\n{id}b{i},mentee,b{i}");
        let mut all = rows(closed("mentees_return: yes\n"), "matches", &pairs(24, 24));
        all = all.with("cohorts/d/cohort.yaml", cohort("mentees_return: yes\n"));
        all.world.put(Root::Data, "cohorts/d/matches.csv", other(id));
        all.world.put(Root::Data, "cohorts/d/participants.csv", table("person,role,same_as", 18..48, joined));
        let program = Program::new(&all);
        program.release("c").unwrap();
        assert!(program.release("d").unwrap_err().contains("`c`"), "{id}");
    }
}

/// Three cohorts of which sensitive answers were told together: under another name none of them tells its own.
#[test]
fn what_is_told_together_is_not_told_apart_under_another_name() {
    let sensitive = "surveys:\n- { id: end, wave: end, role: mentee, link: person, questions: [harm] }\n";
    let answers =
        table("person,harm", 0..24, |i| format!("b{i},{}", if i.is_multiple_of(2) { "yes" } else { "no" }));
    let program = Program::new(&rows(closed(sensitive), "responses-end", &answers));
    let hidden = |program: &Program| {
        !program.release("c").unwrap().release.facts.iter().any(|fact| {
            fact.key.population() == "end" && matches!(fact.form, Form::Share { .. } | Form::Split { .. })
        })
    };
    let measure = |id: &str| {
        format!("- {{ id: {id}, construct: other, items: [harm], roles: [mentee], waves: [end] }}\n")
    };
    std::fs::write(program.path("content/measures.yaml"), measure("safe")).unwrap();
    assert!(hidden(&program));
    std::fs::write(program.path("content/measures.yaml"), measure("sure")).unwrap();
    let questions = std::fs::read_to_string(program.path("content/questions.yaml")).unwrap();
    std::fs::write(program.path("content/questions.yaml"), questions.replace(", class: sensitive", ""))
        .unwrap();
    assert!(hidden(&program));
}

/// Two people who are together at one time are one match, whatever its id: of those that another cohort told at most k are
/// told again. One that continues another is of another time.
#[test]
fn a_match_is_released_of_one_cohort_under_whatever_id() {
    let refused = |again: usize, continues: bool| {
        let pairs = |who: std::ops::Range<usize>| super::matches(who.map(|i| (i, i, "completed")));
        let mut later = pairs(24 - again..48).replace("\nm", "\nx");
        if continues {
            for i in 24 - again..24 {
                let end = format!(",b{i},2025-01-06,2025-05-23,completed,,,,,,,,,");
                later = later.replace(&end, &format!("{end}m{i}"));
            }
        }
        let file = cohort("mentees_return: yes\n");
        let mut all = rows(closed("mentees_return: yes\n"), "matches", &pairs(0..24));
        // Another year; the day of the row is that on which they began at all.
        let next = if continues {
            file.replace("2025-01-06", "2025-05-26").replace("2025-05-23", "2025-08-29")
        } else {
            file
        };
        all = all.with("cohorts/d/cohort.yaml", next);
        all.world.put(Root::Data, "cohorts/d/matches.csv", later);
        let program = Program::new(&all);
        program.release("c").unwrap();
        program.release("d").err()
    };
    assert_eq!((refused(0, false), refused(4, true)), (None, None));
    let why = refused(1, false).unwrap();
    assert!(why.contains("`c`"), "{why}");
}

/// Ten pairs that were written down at the wrong site, which starts a week later: they have other ids there, and no day or
/// another one.
#[test]
fn a_match_is_known_by_its_people_at_one_time() {
    let of = |who: std::ops::Range<usize>, name: &str, day: &str| {
        let pairs = super::matches(
            who.map(|i| (i, i, if i.is_multiple_of(2) { "completed" } else { "ended_early" })),
        );
        pairs.replace("\nm", &format!("\n{name}")).replace("2025-01-06", day)
    };
    for (north, south) in [("", ""), ("2025-01-06", ""), ("2025-01-20", "2025-01-27")] {
        let mut all = rows(closed("matches_per_mentor: 1\n"), "matches", &of(0..24, "n", north));
        let file = cohort("matches_per_mentor: 1\n").replace("2025-01-06", "2025-01-13");
        all = all.with("cohorts/d/cohort.yaml", file);
        all.world.put(Root::Data, "cohorts/d/matches.csv", of(24..48, "s", south));
        let program = Program::new(&all);
        program.release("c").unwrap();
        program.release("d").unwrap();
        program.row_file("matches", &of(10..24, "n", north));
        program.release("c").unwrap();
        let moved = of(24..49, "s", south) + of(0..10, "t", south).split_once('\n').unwrap().1;
        std::fs::write(program.path("private/cohorts/d/matches.csv"), moved).unwrap();
        assert!(program.release("d").unwrap_err().contains("`c`"), "{north} {south}");
    }
}

/// The pairs of one cohort under other ids in another that runs for a part of the time: they are said to go on, or one of
/// their mentors was replaced before.
#[test]
fn a_match_that_goes_on_is_of_another_time() {
    let refused = |start: &str, end: &str, continues: bool, joined: bool| {
        let mut all = rows(
            closed("matches_per_mentor: 2\nmentors_per_match: 2\nmentees_return: yes\n"),
            "matches",
            &pairs(24, 12),
        );
        let events = table("match,date,event,person,role,until,reason", 0..10, |i| {
            format!("m{i},2025-03-01,joined,x{i},mentor,,")
        });
        if joined {
            all = rows(all, "events", &events);
        }
        let file = cohort("mentees_return: yes\n").replace("2025-01-06", start).replace("2025-05-23", end);
        all = all.with("cohorts/d/cohort.yaml", file);
        let row = |i: usize| {
            let mentor = if joined { 'x' } else { 'a' };
            let before = if continues { format!("m{i}") } else { String::new() };
            format!("n{i},{mentor}{i},b{i},,,completed,,,,,,,,,{before}\n")
        };
        let other = |text: String, i| text + &format!("o{i},c{i},d{i},,,completed,,,,,,,,,\n");
        all.world.put(
            Root::Data,
            "cohorts/d/matches.csv",
            (0..24).fold(MATCHES.to_owned() + &(0..3).map(row).collect::<String>(), other),
        );
        let program = Program::new(&all);
        program.release("c").unwrap();
        program.release("d").is_err()
    };
    for (start, end) in
        [("2025-01-13", "2025-05-23"), ("2025-05-05", "2025-05-19"), ("2024-09-02", "2025-01-10")]
    {
        for joined in [false, true] {
            assert!(refused(start, end, false, joined), "{start} {joined}");
        }
    }
    assert!(refused("2025-01-13", "2025-05-23", true, false), "what goes on began well before");
    assert!(!refused("2025-05-19", "2025-08-29", true, false));
    assert!(!refused("2025-05-24", "2025-08-29", false, false));
}

/// A rule that is written down later, and what was told of the same rows before: the hours stay as they were rounded.
#[test]
fn an_open_figure_of_the_same_rows_stays() {
    let said = |invited: u32, one: &str| {
        let survey = SURVEY.replace("link:", &format!("invited: {invited}, link:"));
        format!("{one}matched_again: 0\n{survey}")
    };
    let program = |said: &str| {
        let all = rows(closed(said), "matches", &pairs(60, 30));
        let minutes = |i: usize| format!("m{i},2025-02,4,{}", 360 + i / 10);
        Program::new(&rows(all, "meetings", &table("match,month,meetings,minutes", 0..60, minutes)))
    };
    let told = |program: &Program| {
        let facts = program.release("c").unwrap().release.facts;
        ["completion", "mentor-hours"].map(|key| find(&facts, &format!("matches/{key}")).cloned().unwrap())
    };
    let (slip, right) = (said(6, ""), said(60, "matches_per_mentor: 1\n"));
    let first = program(&slip);
    let [few, hours] = told(&first);
    assert!(matches!(few, Form::TooFew { .. }));
    std::fs::write(first.path("content/cohorts/c/cohort.yaml"), cohort(&right)).unwrap();
    let [split, after] = told(&first);
    assert!(matches!(split, Form::Split { n: 60, .. }));
    assert_eq!(after, hours);
    assert_ne!(told(&program(&right))[1], hours, "they would be rounded otherwise");
}

/// Neither its answers nor the number of those who were invited could be added.
#[test]
fn a_cohort_is_released_when_its_surveys_are_over() {
    for (wave, closes, is_told) in
        [("end", "2025-05-30", true), ("end", "2025-09-05", false), ("follow_up", "2025-12-01", true)]
    {
        let said = format!(
            "surveys:\n- {{ id: last, wave: {wave}, role: mentee, closes: {closes}, questions: [well] }}\n"
        );
        let program = Program::new(&rows(closed(&said), "matches", &pairs(24, 12)));
        let why = || program.release("c").err().unwrap_or_default();
        assert_eq!(
            why().contains(&format!("`last` closes on {closes}")),
            !is_told,
            "{wave} {closes}: {}",
            why()
        );
        // The same where it was released while it ran.
        let file = program.path("content/cohorts/c/cohort.yaml");
        let program = Program::new(&rows(closed(&said), "matches", &pairs(24, 12)));
        let closed = std::fs::read_to_string(file).unwrap();
        let file = program.path("content/cohorts/c/cohort.yaml");
        std::fs::write(&file, closed.replace("closed", "active")).unwrap();
        program.release("c").unwrap();
        std::fs::write(&file, closed).unwrap();
        assert_eq!(program.release("c").is_err(), !is_told, "{wave} {closes}");
    }
}

/// The same mentors in a cohort of another name, and one more: one day that is written down on each side tells nothing of
/// the others.
#[test]
fn one_dated_answer_makes_no_others_new() {
    let answers = |n: usize, dated: &dyn Fn(usize) -> bool, day: &str| {
        table("person,answered_on,well", 0..n, |i| {
            let day = if dated(i) { day } else { "" };
            format!("a{i},{day},{}", if i.is_multiple_of(2) { "yes" } else { "no" })
        })
    };
    let refused = |dated: &dyn Fn(usize) -> bool| {
        let said = SURVEY.replace("role: mentee", "role: mentor");
        let measures = "- { id: fared, construct: other, items: [well], roles: [mentor], waves: [end] }\n";
        let all = closed(&said).with("measures.yaml", measures);
        let mut all = rows(all, "responses-end", &answers(24, dated, "2025-05-20"));
        all = all.with("cohorts/d/cohort.yaml", cohort(&said));
        let later = answers(25, dated, "2025-05-21");
        all.world.put(Root::Data, "cohorts/d/responses-end.csv", later);
        let program = Program::new(&all);
        program.release("c").unwrap();
        program.release("d").is_err()
    };
    assert_eq!((refused(&|_| false), refused(&|i| i == 0), refused(&|_| true)), (true, true, false));
}
