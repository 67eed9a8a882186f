//! Outcome pages: each sentence that a figure chooses, on both sides of its border.
//!
//! A case is a few published figures and what the page of their cohort then says, or does not say.

mod answers;
mod records;

use crate::published::published;
use crate::site::Site;

const MEASURES: &str = "\
- id: growth
  name: Growth
  construct: mentor_growth
  items: [grown]
  score: { kind: share_at_least, threshold: 4 }
  roles: [mentee]
  waves: [baseline, end]
  worthwhile_change: 0.5
- { id: often, name: Often, construct: other, items: [how-often], roles: [mentee], waves: [baseline, end] }
- { id: aid, name: Aid, construct: other, items: [helped], roles: [mentee], waves: [end] }
- id: worse-off
  name: Worse off
  construct: other
  items: [worse]
  better: lower
  roles: [mentee]
  waves: [end]
";

const QUESTIONS: &str = "\
scales:
  five: { min: 1, max: 5 }
questions:
  - { id: grown, text: I can ask., role: mentee, answer: five }
  - { id: worse, text: Are you worse off?, role: mentee, answer: yes_no, class: sensitive }
  - { id: how-often, text: How often did you meet?, role: mentee, answer: { choices: [{ id: weekly, name: Each week }, { id: now-and-then, name: Sometimes }, { id: never, name: Never }] } }
  - { id: helped, text: What helped?, role: mentee, answer: { choices: [{ id: time, name: Time }, { id: tips, name: Tips }, { id: none, name: Nothing }], many: true } }
";

const CHECK_INS: &str = "\
- { id: start, name: A look back, kind: midpoint, when: { week: 2 }, by: pair, offered_to: all }
- { id: touch, name: We get in touch, kind: monitoring, when: { every_weeks: 4 }, by: staff, offered_to: all }
- { id: closing, name: Closing, kind: closure, when: { week: 9 }, by: pair, offered_to: all }
";

const COHORT: &str = "\
name: Autumn
start: 2025-01-06
end: 2025-05-23
status: closed
surveys:
  - { id: start-mentee, wave: baseline, role: mentee, invited: 40, link: person, closes: 2025-01-10, questions: [grown] }
  - { id: end-mentee, wave: end, role: mentee, invited: 40, link: person, closes: 2025-05-30, questions: [grown, worse] }
";

/// The base with a closed cohort, an aim and published figures, one on each line as `published.yaml` has them.
fn site(figures: &str) -> Site {
    let program = Site::base().program() + "success_criteria:\n  - { measure: completion, at_least: 0.75 }\n";
    Site::base()
        .with("program.yaml", program)
        .with("measures.yaml", MEASURES)
        .with("questions.yaml", QUESTIONS)
        .with("check-ins.yaml", CHECK_INS)
        .with("cohorts/autumn/cohort.yaml", COHORT)
        .with("cohorts/autumn/summary.md", "How it began.\n\nHow it went on.\n")
        .with("cohorts/autumn/published.yaml", published("autumn", figures, "yes"))
}

/// The words of a page's main part, without drawings.
fn words(html: &str) -> String {
    let main = html.split_once("<main").unwrap().1.split("<footer").next().unwrap();
    let drawn = main.split("<svg").map(|part| part.split_once("</svg>").map_or(part, |(_, after)| after));
    let main = drawn.collect::<Vec<_>>().join(" ");
    let mut text = String::new();
    for piece in main.split('<').skip(1) {
        text.push_str(piece.split_once('>').map_or("", |(_, text)| text));
        text.push(' ');
    }
    text.replace("&quot;", "\"").split_whitespace().collect::<Vec<_>>().join(" ")
}

const STARTED: &str = "matches/started: 40\n";

pub struct Case {
    pub about: &'static str,
    pub figures: &'static str,
    pub says: &'static [&'static str],
    pub not: &'static [&'static str],
}

#[test]
fn figures_choose_their_sentences() {
    let mut wrong = Vec::new();
    for case in records::CASES.iter().chain(answers::CASES) {
        let started = if case.figures.contains("matches/started") { "" } else { STARTED };
        let page = words(&site(&format!("{started}{}", case.figures)).build()["cohort/autumn.html"]);
        let missing = case.says.iter().filter(|sentence| !page.contains(sentence.trim_end()));
        let told: Vec<_> =
            missing.chain(case.not.iter().filter(|sentence| page.contains(**sentence))).collect();
        if !told.is_empty() {
            wrong.push(format!("{}: {told:?} in\n{page}\n", case.about));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.concat());
}

/// What a reader must know of a result without rows stands below it, and below nothing else.
#[test]
fn a_result_stands_with_its_caveat() {
    let results =
        "- { measure: growth, wave: end, role: mentee, n: 24, count: 12, of: 24, caveat: Asked on paper. }\n";
    for (figure, says) in [("reported/growth@end/mentee", true), ("end-mentee/growth@end/mentee", false)] {
        let site = site(&format!("{figure}: yes 12, no 12, not-recorded 0"));
        let page = words(&site.with("cohorts/autumn/results.yaml", results).build()["cohort/autumn.html"]);
        assert_eq!(page.contains("12 of 24") && page.contains("Asked on paper."), says, "{page}");
    }
}

/// The table says the same of a rhythm, and of one answer among several.
#[test]
fn the_table_names_what_is_counted() {
    let figures = "matches/completion: completed 30, ended-early 10, not-recorded 0
        matches/check-in.touch: held 20, not-held-or-not-recorded 10
        end-mentee/often@end/mentee: weekly 20, now-and-then 20, not-recorded 0";
    let csv = &site(figures).build()["cohort/autumn.csv"];
    for cell in [
        "We get in touch: held at least once",
        "Each week: 20 of 40 (50%; similar cohorts 35% to 65%)",
        ",now-and-then,Sometimes,",
    ] {
        assert!(csv.contains(cell), "{cell}\n{csv}");
    }
}

/// A target's line in short says what everybody's answers could come to, as the line further down does.
#[test]
fn few_answers_widen_what_is_told_in_short() {
    let figures = "end-mentee/invited@end/mentee: 40
        end-mentee/answered@end/mentee: 23
        end-mentee/growth@end/mentee: yes 13, no 10, not-recorded 0";
    let program = Site::base().program() + "success_criteria:\n  - { measure: growth, at_least: 0.5 }\n";
    let page = words(&site(figures).with("program.yaml", program).build()["cohort/autumn.html"]);
    assert_eq!(page.matches("had everybody answered: 32% to 75%").count(), 2, "{page}");
}

/// Pages of measures and questions name the answer that a series counts.
#[test]
fn a_series_names_its_answer() {
    let files = site("end-mentee/often@end/mentee: weekly 20, now-and-then 20, not-recorded 0").build();
    for page in ["measure/often.html", "question/how-often.html"] {
        let page = files.get(page).unwrap_or_else(|| panic!("{page} in {:?}", files.keys()));
        assert!(words(page).contains("Each week: 20 of 40"), "{page}");
    }
}

/// A release says itself how many answered: a survey that cohort.yaml no longer names was asked all the same.
#[test]
fn the_response_stands_in_the_release() {
    let figures = "start-mentee/invited@baseline/mentee: 40
        start-mentee/answered@baseline/mentee: 38
        start-mentee/growth@baseline/mentee: yes 14, no 24, not-recorded 0
        end-mentee/invited@end/mentee: 40
        end-mentee/answered@end/mentee: 15
        end-mentee/growth@end/mentee: yes 8, no 7, not-recorded 0";
    let (kept, _) = COHORT.split_once("surveys:").unwrap();
    let [then, now] = [COHORT, kept].map(|cohort| {
        words(&site(figures).with("cohorts/autumn/cohort.yaml", cohort).build()["cohort/autumn.html"])
    });
    for says in [
        "Start: 38 of 40 answered. End: 15 of 40 answered.",
        "End: 15 of 40 answered (38%) Fewer than four in ten",
        "had everybody answered: 20% to 83%",
    ] {
        assert!(then.contains(says) && now.contains(says), "{says}\n{then}\n{now}");
    }
}

#[test]
fn a_running_cohort_says_when_results_come() {
    let figures = "matches/started: 40\nmatches/completion: running\nstart-mentee/invited@baseline/mentee: 40\nstart-mentee/answered@baseline/mentee: 31";
    let running = site("")
        .with("cohorts/autumn/cohort.yaml", COHORT.replace("closed", "active"))
        .with("cohorts/autumn/published.yaml", published("autumn", figures, "no"));
    let page = words(&running.build()["cohort/autumn.html"]);
    for sentence in
        ["So far", "40 began", "31 of 40 answered", "its last day is 23 May 2025", "How it began."]
    {
        assert!(page.contains(sentence), "{sentence} in {page}");
    }
    assert!(!page.contains("In short"));
    let closed = words(&running.with("cohorts/autumn/cohort.yaml", COHORT).build()["cohort/autumn.html"]);
    let says = "This cohort has closed, and its results are not published yet";
    assert!(closed.contains(says) && !closed.contains("its last day is"), "{closed}");
}

/// Spanish has its own plurals, marks and percent.
#[test]
fn the_same_in_spanish() {
    let english = site("matches/started: 40\nmatches/completion: 9+ of 12\nmatches/mentor-hours: 1250");
    let program = Site::base().program().replace("  - en\n", "  - en\n  - es\n");
    let program = program + "success_criteria:\n  - { measure: completion, at_least: 0.75 }\n";
    let pages = english.with("program.yaml", program).build();
    let page = words(&pages["es/cohort/autumn.html"]);
    for sentence in [
        "9 o más de 12 relaciones de mentoría llegaron hasta el final. Nos proponemos tres de cada cuatro, y esta promoción lo logró.",
        "unas 1250",
        "segundo trimestre de 2025",
        "entre el 46 % y el 100 %",
    ] {
        assert!(page.contains(sentence), "{sentence} in {page}");
    }
    assert!(pages["search-docs.es.js"].contains("9 o más de 12 relaciones"), "the search tells the headline");
}

/// A quote is printed with live consent for this edition only, and never with a role.
#[test]
fn only_live_consent_is_printed() {
    let quote = |text: &str, more: &str| {
        format!(
            "- text: {text}\n  role: mentor\n  consent: granted\n  consent_on: 2025-06-01\n  attribution: a mentor\n{more}"
        )
    };
    let quotes = [
        quote("We learned to ask.", "  scope: [public]\n  expires: 2026-03-18\n"),
        quote("For the team alone.", "  scope: [team]\n  expires: 2027-06-01\n"),
    ];
    let page = site("matches/started: 40\nmatches/completion: 22 of 40")
        .with("cohorts/autumn/quotes.yaml", quotes.concat());
    let page = words(&page.build()["cohort/autumn.html"]);
    assert!(page.contains("“We learned to ask.” Printed with consent"), "{page}");
    assert!(!page.contains("For the team alone.") && !page.contains("a mentor"), "{page}");
}

/// A page names its neighbours and the page of all, however many there are.
#[test]
fn a_cohort_names_its_neighbours() {
    let mut many = Site::base();
    for year in 2016..2026 {
        let cohort = format!("name: Year {year}\nstart: {year}-01-04\nstatus: closed\n");
        many = many.with(&format!("cohorts/{year}-winter/cohort.yaml"), cohort);
    }
    let page = &many.build()["cohort/2020-winter.html"];
    assert!(
        page.contains("2019-winter.html")
            && page.contains("2021-winter.html")
            && page.contains("All cohorts")
    );
    assert!(!page.contains("2018-winter.html"), "{page}");
}

/// What is told of several cohorts has the answers of all of them, and of how many who were asked.
#[test]
fn a_pool_says_how_many_answered() {
    const LOW: &str = "had everybody answered: ";
    const SIX: &str = "Fewer than six in ten";
    const FOUR: &str = "Fewer than four in ten";
    let of = |invited: &str| {
        format!("end-mentee/answered@end/mentee: 45\nend-mentee/worse-off@end/mentee: pooled\n{invited}")
    };
    let invited = |n: u32| format!("end-mentee/invited@end/mentee: {n}");
    let pool = published("autumn+other", "pool/worse-off@end/mentee: yes 40, no 50, not-recorded 0", "yes");
    for (asked, says, not) in [
        (invited(100), &["Worse off: mentees, end: 90 of 150 answered."][..], &[LOW, SIX, FOUR][..]),
        (
            invited(101),
            &["Worse off: mentees, end: 90 of 151 answered (60%)", SIX, "answered: 26% to 67%"],
            &[FOUR],
        ),
        (invited(176), &["90 of 226 answered (40%)", FOUR, LOW], &[SIX]),
        (String::new(), &["90 answered; how many were asked is not recorded"], &[LOW, SIX, FOUR]),
    ] {
        let other = COHORT.replace("name: Autumn\nstart: 2025-01-06", "name: Other\nstart: 2025-01-07");
        let files = site(&of(&asked))
            .with("cohorts/other/cohort.yaml", other)
            .with("cohorts/other/published.yaml", published("other", &of(&invited(50)), "yes"))
            .with("pools/autumn+other/published.yaml", pool.clone())
            .build();
        let page = words(&files["cohort/autumn.html"]);
        let wrong = says.iter().filter(|said| !page.contains(**said));
        let wrong: Vec<_> = wrong.chain(not.iter().filter(|said| page.contains(**said))).collect();
        assert!(wrong.is_empty(), "{asked}: {wrong:?}\n{page}");
    }
}

/// What stands around the figures chooses sentences, too: each with what brings it, and with what just does not.
#[test]
fn what_stands_around_the_figures_chooses_sentences() {
    const CHANGE: &str = "start-mentee+end-mentee/growth@baseline-end/mentee: 12 of 30";
    const LEVELS: &str =
        "start-mentee/growth@baseline/mentee: 10 of 30\nend-mentee/growth@end/mentee: 18 of 30";
    let with = |figures: &str, path: &str, text: String| site(figures).with(path, text);
    let one = |id: &str| {
        format!(
            "- {{ id: {id}, name: Change {id}, level: phases, decision: adjust, from_cohort: autumn, summary: More. }}\n"
        )
    };
    let reworded = |until: &str| {
        let now = "answer: five }";
        let then = format!("answer: five, history: [{{ until: {until}, text: I dare to ask. }}] }}");
        QUESTIONS.replacen(now, &then, 1)
    };
    let unscored = |better: &str| {
        let of = MEASURES.replacen("score: { kind: share_at_least, threshold: 4 }", "better: BETTER", 1);
        of.replacen("BETTER", better, 1).replacen("  worthwhile_change: 0.5\n", "", 1)
    };
    let pool = |of: &str, figure: &str| published(of, &format!("pool/worse-off@end/mentee: {figure}"), "yes");
    let corrected = published("autumn", CHANGE, "yes").replace("facts:", "held_back: [matches]\nfacts:");
    let (questions, cohort) = ("questions.yaml", "cohorts/autumn/cohort.yaml");
    let cases = [
        ("rose by 0.5 or more", with(CHANGE, questions, QUESTIONS.into()), true),
        ("fell by 0.5 or more", with(CHANGE, questions, QUESTIONS.into()), false),
        (
            "fell by 0.5 or more",
            with(CHANGE, "measures.yaml", MEASURES.replacen("score:", "better: lower\n  score:", 1)),
            true,
        ),
        (
            "favourable: 12 of 30",
            with("end-mentee/growth@end/mentee: 12 of 30", "measures.yaml", unscored("lower")),
            true,
        ),
        (
            "favourable: 12 of 30",
            with("end-mentee/growth@end/mentee: 12 of 30", "measures.yaml", unscored("higher")),
            false,
        ),
        ("was reworded in the first quarter of 2025", with(LEVELS, questions, reworded("2025-03-01")), true),
        ("was reworded", with(LEVELS, questions, reworded("2025-01-09")), false),
        ("was reworded", with(LEVELS, questions, reworded("2025-05-30")), false),
        (
            "Autumn and other together",
            with(CHANGE, "pools/autumn+other/published.yaml", pool("autumn+other", "40 of 90")),
            true,
        ),
        (
            "together",
            with(CHANGE, "pools/autumn+other/published.yaml", pool("autumn+other", "pooled")),
            false,
        ),
        (
            "together",
            with(CHANGE, "pools/other+third/published.yaml", pool("other+third", "40 of 90")),
            false,
        ),
        ("Some data were corrected later", with(CHANGE, "cohorts/autumn/published.yaml", corrected), true),
        ("Some data were corrected later", site(CHANGE), false),
        (
            "No finding follows from this cohort: All went well.",
            with(CHANGE, cohort, COHORT.replace("status:", "no_finding_because: All went well.\nstatus:")),
            true,
        ),
        ("No finding follows", site(CHANGE), false),
        (
            "What begins together cannot be told apart.",
            with(CHANGE, "changes.yaml", one("a") + &one("b")),
            true,
        ),
        ("What begins together", with(CHANGE, "changes.yaml", one("a")), false),
    ];
    for (sentence, site, says) in cases {
        let page = words(&site.build()["cohort/autumn.html"]);
        assert_eq!(page.contains(sentence), says, "{sentence}\n{page}");
    }
}
