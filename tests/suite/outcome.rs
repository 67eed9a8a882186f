//! Outcome pages: each sentence that a figure chooses, on both sides of its border.
//!
//! A case is a few published figures and what the page of their cohort then says, or does not say.

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

struct Case {
    about: &'static str,
    figures: &'static str,
    says: &'static [&'static str],
    not: &'static [&'static str],
}

const STARTED: &str = "matches/started: 40\n";

static CASES: &[Case] = &[
    Case {
        about: "all recorded, and the aim just reached",
        figures: "matches/completion: completed 30, ended-early 10, not-recorded 0",
        says: &[
            "30 of 40 matches saw it through.",
            "We had aimed for three in four, and reached it.",
            "How it began.",
            "third quarter of 2025",
            "second quarter of 2025",
        ],
        not: &["known to have", "cannot say", "never mean none", "nobody wrote down", "That is wide"],
    },
    Case {
        about: "one fewer, and the aim is missed",
        figures: "matches/completion: completed 29, ended-early 11, not-recorded 0",
        says: &["29 of 40 matches saw it through. We had aimed for three in four. "],
        not: &["and reached it", "cannot say"],
    },
    Case {
        about: "what is not recorded leaves the aim open",
        figures: "matches/completion: completed 26, ended-early 10, not-recorded 4",
        says: &[
            "26 of 40 matches are known to have seen it through.",
            "these figures cannot say",
            "What nobody wrote down",
        ],
        not: &["and reached it", "If chance alone"],
    },
    Case {
        about: "what is not recorded could not have reached it",
        figures: "matches/completion: completed 25, ended-early 11, not-recorded 4",
        says: &["are known to have seen it through"],
        not: &["cannot say"],
    },
    Case {
        about: "a share of all",
        figures: "matches/completion: 22 of 40",
        says: &[
            "22 of 40 matches are known to have seen it through.",
            "What nobody wrote down",
            "might have shown 39% to 70%",
            "Why and when the others ended could tell",
        ],
        not: &["never mean none"],
    },
    Case {
        about: "or more",
        figures: "matches/completion: 9+ of 12",
        says: &[
            "9 or more of 12 matches saw it through.",
            "and reached it",
            "never mean none",
            "That is wide",
        ],
        not: &["nobody wrote down"],
    },
    Case {
        about: "or fewer",
        figures: "matches/completion: 3- of 12",
        says: &["3 or fewer of 12 matches are known to have seen it through."],
        not: &["and reached it"],
    },
    Case {
        about: "a range of 29 points is not called wide",
        figures: "matches/completion: completed 20, ended-early 24, not-recorded 0",
        says: &["might have shown 31% to 60%"],
        not: &["That is wide"],
    },
    Case {
        about: "a range of 30 points is",
        figures: "matches/completion: completed 20, ended-early 22, not-recorded 0",
        says: &["might have shown 33% to 63%", "That is wide"],
        not: &[],
    },
    Case {
        about: "the midpoint, where the halves are told",
        figures: "matches/completion: completed 28, ended-early 12, not-recorded 0
            matches/ended-early-when: first-half 7, second-half 5, not-recorded 0",
        says: &[
            "Still meeting at the midpoint, or done by then 33 of 40 83%; similar cohorts 68% to 92%",
            "From applying to completing",
        ],
        not: &["Who stayed"],
    },
    Case {
        about: "and the quarters, where one is told",
        figures: "matches/completion: completed 28, ended-early 12, not-recorded 0
            matches/ended-early-when: first-half 8, second-half 4, not-recorded 0
            matches/ended-early-first-half: first-quarter 4, second-quarter 4
            matches/ended-early-second-half: few",
        says: &["Who stayed", "Week 5 36 of 40", "Week 10 32 of 40", "Week 20 28 of 40"],
        not: &["Week 15"],
    },
    Case {
        about: "where the halves are not told, no row says so",
        figures: "matches/completion: completed 28, ended-early 12, not-recorded 0
            matches/ended-early-when: few",
        says: &["28 of 40"],
        not: &["at the midpoint"],
    },
    Case {
        about: "the groups of endings",
        figures: "matches/completion: completed 26, ended-early 10, not-recorded 4
            matches/completed-how: as-planned 20, goals-met 6
            matches/ended-early-why: circumstances 5, relationship-or-support 5, not-recorded 0",
        says: &[
            "26 of 40 ended as planned or with the goals met early",
            "What became of 4 of 40 is not recorded.",
            "6 goals met early",
            "5 the relationship or our support",
            "The groups are ours.",
        ],
        not: &["could tell of very few people, so it is not told here", "no reason recorded"],
    },
    Case {
        about: "from applying on",
        figures: "matches/started: 40
            mentee-side/mentees-applied: matched 40, no-further 12
            mentee-side/mentees-trained: 30 of 40
            matches/completion: completed 28, ended-early 12, not-recorded 0",
        says: &[
            "Applied as mentees: matches, and people in none 52",
            "Matches that began 40 of 52 12 no further",
            "with all mentees trained before 30 of 40",
            "12 ended early",
            "Bars to one scale",
        ],
        not: &[],
    },
    Case {
        about: "60% is enough to compare",
        figures: "end-mentee/invited@end/mentee: 40
            end-mentee/answered@end/mentee: 24
            end-mentee/growth@end/mentee: yes 14, no 10, not-recorded 0
            matches/completion: completed 28, ended-early 12, not-recorded 0",
        says: &[
            "End: 24 of 40 answered.",
            "Growth “I can ask.” End 14 of 24",
            "does not allow for people who did not answer",
        ],
        not: &["six in ten", "four in ten", "had everybody answered"],
    },
    Case {
        about: "below it, the possible range",
        figures: "end-mentee/invited@end/mentee: 40
            end-mentee/answered@end/mentee: 23
            end-mentee/growth@end/mentee: yes 13, no 10, not-recorded 0",
        says: &[
            "End: 23 of 40 answered (58%)",
            "Fewer than six in ten",
            "beside each share of those who answered",
            "Means and changes stand without it.",
            "had everybody answered: 32% to 75%",
        ],
        not: &["four in ten", "beside each figure"],
    },
    Case {
        about: "and beside each of several choices",
        figures: "end-mentee/invited@end/mentee: 40
            end-mentee/answered@end/mentee: 23
            end-mentee/helped.time@end/mentee: 13 of 23",
        says: &["Time 13 of 23 57%; similar cohorts 36% to 75%; had everybody answered: 32% to 100%"],
        not: &["favourable"],
    },
    Case {
        about: "the response of what came without rows",
        figures: "reported/growth.invited@end/mentee: 100
            reported/growth.answered@end/mentee: 24
            reported/growth@end/mentee: yes 12, no 12, not-recorded 0",
        says: &[
            "Growth, end: 24 of 100 answered.",
            "Growth, end: 24 of 100 answered (24%) Fewer than four in ten",
            "12 of 24 50%; similar cohorts 31% to 69%; had everybody answered: 12% to 88%",
        ],
        not: &[],
    },
    Case {
        about: "of what came without rows, how many were asked is not known",
        figures: "reported/growth.answered@end/mentee: 24
            reported/growth@end/mentee: yes 12, no 12, not-recorded 0",
        says: &["Growth, end: 24 answered; how many were asked is not recorded."],
        not: &["in ten", "had everybody"],
    },
    Case {
        about: "one of several answers is named, and not called favourable",
        figures: "start-mentee/often@baseline/mentee: weekly 20, monthly 20, not-recorded 0
            end-mentee/often@end/mentee: weekly 20, now-and-then 20, never 32, not-recorded 0",
        says: &[
            "Start Each week: 20 of 40 50%",
            "End Each week: 20 of 72 28%",
            "Rows of different times are groups of answers",
        ],
        not: &["favourable"],
    },
    Case {
        about: "each answer in its words, where some are not recorded",
        figures: "end-mentee/often@end/mentee: weekly 20, now-and-then 20, not-recorded 10",
        says: &["20 Each week, 20 Sometimes 10 not recorded: so 40% to 60%"],
        not: &["now and then"],
    },
    Case {
        about: "a count that is not told exactly names its answer, too",
        figures: "end-mentee/often@end/mentee: 3- of 40",
        says: &["Each week: 3 or fewer of 40"],
        not: &[],
    },
    Case {
        about: "a range holds its own percentage",
        figures: "matches/completion: 3997+ of 4000",
        says: &["3,997 or more of 4,000 99% or more; similar cohorts 99% to 100%"],
        not: &["100% to 100%"],
    },
    Case {
        about: "40% still stands for itself, and for a change",
        figures: "start-mentee/invited@baseline/mentee: 40
            start-mentee/answered@baseline/mentee: 30
            end-mentee/invited@end/mentee: 40
            end-mentee/answered@end/mentee: 16
            start-mentee+end-mentee/growth@baseline-end/mentee: 9 of 16",
        says: &["Fewer than six in ten", "Same people 9 of 16: rose by 0.5 or more, start to end"],
        not: &["four in ten"],
    },
    Case {
        about: "below 40% nothing is compared",
        figures: "start-mentee/invited@baseline/mentee: 40
            start-mentee/answered@baseline/mentee: 30
            start-mentee/growth@baseline/mentee: yes 14, no 16, not-recorded 0
            end-mentee/invited@end/mentee: 40
            end-mentee/answered@end/mentee: 15
            start-mentee+end-mentee/growth@baseline-end/mentee: 9 of 15",
        says: &["Fewer than four in ten", "Start 14 of 30"],
        not: &["Same people"],
    },
    Case {
        about: "how many were asked is not known",
        figures: "end-mentee/answered@end/mentee: 15
            end-mentee/growth@end/mentee: yes 8, no 7, not-recorded 0",
        says: &["End: 15 answered; how many were asked is not recorded."],
        not: &["in ten"],
    },
    Case {
        about: "groups of answers are no change",
        figures: "start-mentee/growth@baseline/mentee: yes 14, no 16, not-recorded 0
            end-mentee/growth@end/mentee: yes 18, no 12, not-recorded 0
            end-mentee/worse-off@end/mentee: pooled",
        says: &[
            "groups of answers, not necessarily of the same people",
            "several closed cohorts together, or not at all: Worse off.",
        ],
        not: &["Same people"],
    },
    Case {
        about: "one wave is no series",
        figures: "end-mentee/growth@end/mentee: yes 18, no 12, not-recorded 0",
        says: &["18 of 30"],
        not: &["groups of answers", "or not at all"],
    },
    Case {
        about: "what was promised",
        figures: "cohort/peer-meetings-held: 9
            cohort/peer-meetings-planned: 10
            matches/expectations: 20 of 40
            mentor-side/mentors-trained: few
            matches/completion: completed 28, ended-early 12, not-recorded 0",
        says: &[
            "10 planned 9 held",
            "could tell of very few people: Matches whose mentors were all trained.",
            "by each match 20 of 40",
        ],
        not: &["Check-ins are told of"],
    },
    Case {
        about: "what nobody recorded is not 0",
        figures: "cohort/peer-meetings-planned: 10
            mentor-side/peer-meetings-half: 20 of 40",
        says: &[
            "10 planned not recorded",
            "came to half of all the cohort’s peer meetings, or more 20 of 40",
            "whatever site or group they were for",
        ],
        not: &["0 held"],
    },
    Case {
        about: "a rhythm is counted where it was kept once",
        figures: "matches/completion: completed 30, ended-early 10, not-recorded 0
            matches/completed-how: as-planned 20, goals-met 10
            matches/check-in.touch: held 20, not-held-or-not-recorded 10
            matches/check-in.start: held 14, not-held-or-not-recorded 16",
        says: &[
            "We get in touch Every fourth week 20 of 30, at least once",
            "A look back Week 2 14 of 30 47%",
        ],
        not: &[],
    },
    Case {
        about: "a closing conversation of all who completed",
        figures: "matches/completion: completed 30, ended-early 10, not-recorded 0
            matches/completed-how: as-planned 20, goals-met 10
            matches/check-in.closing: held 10, not-held-or-not-recorded 20",
        says: &["Closing conversation held of the matches that completed 10 of 30"],
        not: &["conversation held of the matches that ended as planned"],
    },
    Case {
        about: "and of those who went to the end",
        figures: "matches/completion: completed 30, ended-early 10, not-recorded 0
            matches/completed-how: as-planned 20, goals-met 10
            matches/check-in.closing: held 10, not-held-or-not-recorded 10",
        says: &["Closing conversation held of the matches that ended as planned 10 of 20"],
        not: &["conversation held of the matches that completed"],
    },
    Case {
        about: "too few people",
        figures: "matches/started: 7
            matches/completion: under 8
            matches/expectations: under 8",
        says: &[
            "Too few people to publish figures safely",
            "Of fewer than 8 people",
            "How it began.",
            "How it went on.",
        ],
        not: &["In short", "saw it through", "How sure we are", "From applying"],
    },
];

#[test]
fn figures_choose_their_sentences() {
    let mut wrong = Vec::new();
    for case in CASES {
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

/// Pages of measures and questions name the answer that a series counts.
#[test]
fn a_series_names_its_answer() {
    let files = site("end-mentee/often@end/mentee: weekly 20, now-and-then 20, not-recorded 0").build();
    for page in ["measure/often.html", "question/how-often.html"] {
        let page = files.get(page).unwrap_or_else(|| panic!("{page} in {:?}", files.keys()));
        assert!(words(page).contains("Each week: 20 of 40"), "{page}");
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
        "9 o más de 12 relaciones de mentoría llegaron hasta el final. Nos habíamos propuesto tres de cada cuatro, y lo logramos.",
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
