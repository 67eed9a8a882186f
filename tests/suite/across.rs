//! Cohorts beside each other: each sentence that a figure chooses, at both sides of its border, in both languages.

mod series;
mod sites;

use std::collections::BTreeMap;
use std::fmt::Write;

use chrono::NaiveDate;
use mentorbook::diag::FileId;
use mentorbook::outcomes::disclose::{Clamp, Class, Count, Fact, Form, Kind, Part, Why};
use mentorbook::outcomes::{Release, fingerprint};

use crate::site::Site;

fn share(x: u32, n: u32) -> Form {
    Form::Share { n, x: Count::Exact(x) }
}

fn split(lead: u32, other: u32, unrecorded: u32) -> Form {
    let part = |name: &str, count, kind| Part { name: name.to_owned(), count, kind };
    let cells = [
        part("yes", lead, Kind::Lead),
        part("no", other, Kind::Other),
        part("not-recorded", unrecorded, Kind::Unrecorded),
    ];
    Form::Split { n: lead + other + unrecorded, cells: cells.into() }
}

fn mean(tenths: u32, high: u32) -> Form {
    Form::Mean { n: 30, answered: 20, low: 1, high, tenths, clamp: Clamp::None, sd_half_steps: 2 }
}

fn coded(x: u32, n: u32) -> Form {
    Form::Share { n, x: Count::AtLeast(x) }
}

fn fact(key: &str, form: Form) -> Fact {
    Fact { key: key.parse().unwrap(), class: Class::Ordinary, form }
}

fn open(key: &str, value: u32) -> Fact {
    Fact { key: key.parse().unwrap(), class: Class::Open, form: Form::Open { value: value.into() } }
}

fn published(number: u32, mut facts: Vec<Fact>) -> String {
    facts.sort_by(|a, b| a.key.cmp(&b.key));
    let date = NaiveDate::from_ymd_opt(2026, 3, 1).unwrap();
    let id = format!("{number:04}-{}", fingerprint(&format!("c{number:02}"), true, &facts));
    Release {
        id,
        of: format!("c{number:02}"),
        date,
        closed: true,
        rules: 3,
        k: 3,
        group: 8,
        as_of: None,
        means: BTreeMap::new(),
        held_back: Vec::new(),
        facts,
        file: FileId::NONE,
    }
    .to_string()
}

/// A program in two languages with cohorts of one year each, the first in 2001.
fn program(
    cohorts: u32,
    further: &str,
    facts: impl Fn(u32) -> Vec<Fact>,
    lines: impl Fn(u32) -> String,
) -> Site {
    let program = Site::base().program().replace("  - en\n", "  - en\n  - es\n");
    let mut site = Site::base().with("program.yaml", format!("{program}{further}"));
    for i in 1..=cohorts {
        let file = format!("name: Year {i}\nstart: {}-01-01\nstatus: closed\n{}", 2000 + i, lines(i));
        site = site
            .with(&format!("cohorts/c{i:02}/cohort.yaml"), file)
            .with(&format!("cohorts/c{i:02}/published.yaml"), published(i, facts(i)));
    }
    site
}

fn words(html: &str) -> String {
    let main = html.split("<main").nth(1).unwrap().split("</main").next().unwrap();
    let mut text = String::new();
    for part in main.split('<') {
        text.push_str(part.split_once('>').map_or(part, |(_, text)| text));
        text.push(' ');
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

const FEATURES: &str = "features:
  - { id: hours, name: Training, kind: number, unit: hours }
  - { id: led, name: Led by, kind: choice, choices: [pair, facilitator] }
success_criteria:
  - { measure: completion, at_least: 0.75 }
";

fn design(i: u32) -> String {
    format!("features: {{ hours: {i}, led: {} }}\n", if i > 4 { "facilitator" } else { "pair" })
}

fn completion(i: u32) -> Vec<Fact> {
    vec![fact("matches/completion", split(10 + i % 10, 20 - i % 10, 0)), open("matches/started", 30)]
}

#[test]
fn from_six_cohorts_a_funnel_and_from_eight_an_association() {
    for (cohorts, funnel, associated) in
        [(5, false, false), (6, true, false), (7, true, false), (8, true, true)]
    {
        let pages = program(cohorts, FEATURES, completion, design).build();
        for (page, why, seen) in [
            (
                "compare.html",
                format!("So far {cohorts} are closed, and they stand side by side only."),
                "was associated",
            ),
            ("es/compare.html", format!("Hasta ahora hay {cohorts} cerradas"), "se asoci"),
        ] {
            let text = words(&pages[page]);
            assert_eq!(pages[page].contains("chart-funnel"), funnel, "{page} of {cohorts}");
            assert_eq!(text.contains(&why), !associated, "{page} of {cohorts}: {text}");
            assert_eq!(text.contains(seen), associated, "{page} of {cohorts}: {text}");
        }
    }
}

/// In the fourth year the hours changed and the lead did not, so one of the two was planned.
#[test]
fn an_association_says_over_how_many_and_what_was_tried() {
    let change = "[{ id: lead, name: A facilitator leads, level: check_ins, decision: adjust, summary: S, \
                  from_cohort: c04, target: { measure: completion, direction: up } }]";
    for (changes, planned) in [("[]", false), (change, true)] {
        let pages = program(8, FEATURES, completion, design).with("changes.yaml", changes).build();
        let text = words(&pages["compare.html"]);
        for said in [
            "8 cohorts are closed, and 2 times a feature was held against a result.",
            "a rank correlation of 1, where chance alone gives up to 0.74 either way. Over 8 cohorts.",
            "“Led by”: with “a facilitator” in place of “the two alone” was associated a difference of +13 percentage points",
            "4 cohorts on one side, 4 on the other. Not adjusted for anything",
        ] {
            assert!(text.contains(said), "{said:?} is not in {text}");
        }
        assert_eq!(text.contains("Planned: the change “A facilitator leads”"), planned, "{text}");
        assert_eq!(text.matches("Not planned: looked for afterwards.").count(), if planned { 1 } else { 2 });
    }
}

/// Without a target the funnel stands around all cohorts together; the coded ones count by what they may be.
#[test]
fn the_middle_of_the_funnel() {
    let without = FEATURES.split("success_criteria").next().unwrap();
    let hazy = |i: u32| vec![fact("matches/completion", if i == 1 { coded(9, 12) } else { share(15, 30) })];
    let plain = |_: u32| vec![fact("matches/completion", split(15, 15, 0))];
    let open = |_: u32| vec![fact("matches/completion", share(15, 30))];
    for (text, expected) in [
        (program(6, FEATURES, plain, design), "around the target of 75%."),
        (program(6, without, plain, design), "around 50% of all cohorts together."),
        (program(6, without, hazy, design), "around about 53% of all cohorts together."),
        (program(6, without, open, design), "around about 50% of all cohorts together."),
        (program(6, without, open, design), "fuller records alone could move a cohort and the middle up."),
    ]
    .map(|(site, expected)| (words(&site.build()["compare.html"]), expected))
    {
        assert!(text.contains(expected), "{expected:?} is not in {text}");
    }
}

#[test]
fn the_index_and_the_table_keep_the_order_of_start() {
    let pages = program(7, FEATURES, completion, design).build();
    let index = words(&pages["cohorts.html"]);
    let places: Vec<_> = (1..=7).map(|i| index.find(&format!("Year {i} ")).unwrap()).collect();
    assert!(places.is_sorted(), "{index}");
    assert!(
        index
            .contains("30 matches began Completed, or goals met: 11 of 30 (37%; similar cohorts 21% to 55%)"),
        "{index}"
    );
    for (cohorts, columns) in [(6, 6), (7, 5)] {
        let page = &program(cohorts, FEATURES, completion, design).build()["compare.html"];
        assert_eq!(page.matches("scope=\"col\"").count(), columns, "{cohorts} cohorts");
        let bold: Vec<_> = page.match_indices("<td><strong>").collect();
        assert_eq!(bold.len(), cohorts as usize, "the hours change each year, the lead once");
    }
}

#[test]
fn of_many_cohorts_the_latest_stand_below() {
    for (cohorts, rows) in [(24, 24), (25, 24)] {
        let pages = program(cohorts, FEATURES, completion, design).build();
        let page = &pages["compare.html"];
        assert_eq!(page.matches("chart-range").count(), rows);
        assert_eq!(words(page).contains("the latest 24 of 25 closed cohorts"), cohorts == 25);
    }
}

/// An item has no result beside its scale's; a link to a measure leads to its page.
#[test]
fn an_item_leads_to_its_measure() {
    let site = program(2, "", |_| Vec::new(), |_| String::new())
        .with("questions.yaml", "scales: { five: { min: 1, max: 5 } }\nquestions:\n  - { id: a, text: A?, role: mentee, answer: five }\n  - { id: b, text: B?, role: mentee, answer: five }\n")
        .with("measures.yaml", "[{ id: both, name: A and B, construct: skill, items: [a, { question: b, reversed: true }], score: { kind: mean }, roles: [mentee], waves: [end] }]")
        .with("guides/more.md", "---\ntitle: More\n---\nSee [[measure:both]].\n");
    let pages = site.build();
    assert!(
        pages["more.html"].contains("<a href=\"measure/both.html\">A and B</a>"),
        "{}",
        pages["more.html"]
    );
    assert!(words(&pages["question/a.html"]).contains("It is told with the others as: A and B"));
    let measure = words(&pages["measure/both.html"]);
    for said in [
        "B? Counted backwards",
        "Of smaller groups, and where a change is told too, how many have 3.5 or more.",
        "No closed cohort has published",
    ] {
        assert!(measure.contains(said), "{said:?} is not in {measure}");
    }
}
