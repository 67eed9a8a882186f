//! Cohorts that ask the same at several sites, each with a survey of its own.

use super::*;

/// One site of this year is not held against another of last year, and the response to a change is that of all sites.
#[test]
fn sites_are_not_held_against_each_other() {
    let measures = "- { id: sure, name: Sure, construct: other, items: [well], score: { kind: share_at_least, threshold: 4 }, roles: [mentee], waves: [baseline, end], worthwhile_change: 1 }\n";
    let questions = "scales: { agree: { min: 1, max: 5 } }\nquestions:\n- { id: well, text: Well?, role: both, answer: agree }\n";
    let surveys: String = ["north", "south"]
        .iter()
        .flat_map(|at| {
            ["baseline", "end"].map(|wave| {
                format!(
                    "- {{ id: {at}-{wave}, wave: {wave}, role: mentee, link: person, questions: [well] }}\n"
                )
            })
        })
        .collect();
    let told = |_: u32| {
        let mut facts = vec![
            fact("north-end/sure@end/mentee", share(15, 20)),
            fact("south-end/sure@end/mentee", share(5, 20)),
            fact("north-baseline+south-baseline+north-end+south-end/sure@baseline-end/mentee", share(20, 40)),
        ];
        for (survey, wave, answered) in [
            ("north-baseline", "baseline", 20),
            ("south-baseline", "baseline", 20),
            ("north-end", "end", 20),
            ("south-end", "end", 20),
        ] {
            let invited = if survey == "south-end" { 44 } else { 20 };
            facts.push(open(&format!("{survey}/answered@{wave}/mentee"), answered));
            facts.push(open(&format!("{survey}/invited@{wave}/mentee"), invited));
        }
        facts
    };
    let site = program(2, "", told, |_| format!("surveys:\n{surveys}"))
        .with("questions.yaml", questions)
        .with("measures.yaml", measures);
    let files = site.build();
    let page = words(&files["measure/sure.html"]);
    assert!(page.contains("15 of 20") && page.contains("5 of 20"), "{page}");
    assert!(!page.contains("percentage points") || page.matches("Year 1, by").count() == 0, "{page}");
    // Which row is of which site is said, here and on the page of the cohort.
    let year = words(&files["cohort/c01.html"]);
    for at in ["(north-end)", "(south-end)"] {
        assert!(page.contains(at) && year.contains(at), "{at}: {page} {year}");
    }
    // Forty answered of sixty-four, who are more than six in ten: nothing is added to the change.
    assert!(!page.contains("20 of 44 answered. Had everybody, it would be between 45%"), "{page}");
}

/// Of cohorts that begin on one day neither came before the other, and nobody knows which of two a later one follows.
#[test]
fn a_step_begins_at_the_one_cohort_that_began_before() {
    let facts = |i: u32| vec![fact("matches/completion", split(if i == 1 { 10 } else { 25 }, 5, 0))];
    for (years, steps) in [([2001, 2002, 2002], 2), ([2001, 2001, 2002], 0), ([2001, 2002, 2003], 2)] {
        let mut site = program(3, "", facts, |_| String::new());
        for (i, year) in (1..).zip(years) {
            let file = format!("name: Year {i}\nstart: {year}-01-01\nstatus: closed\n");
            site = site.with(&format!("cohorts/c{i:02}/cohort.yaml"), file);
        }
        let page = words(&site.build()["compare.html"]);
        assert_eq!(page.matches("the difference may be anything").count(), steps, "{years:?}: {page}");
        let between_sites = page.contains("Cannot be told apart from Year 2");
        assert_eq!(between_sites, years == [2001, 2002, 2003], "{years:?}: {page}");
    }
}

/// A correction that is not shown is named wherever a figure of its population stands, once for each series.
#[test]
fn a_series_names_the_cohorts_whose_corrections_are_held_back() {
    let said = "In Year 1 and Year 2, some data were corrected later, and the corrections are not shown";
    let facts = |_: u32| vec![fact("matches/completion", split(25, 5, 0))];
    for (held, says) in [("matches", 1), ("mentor-side", 0)] {
        let mut site = program(3, "", facts, |_| String::new());
        for i in [1, 2] {
            let text = published(i, facts(i)).replace("facts:", &format!("held_back: [{held}]\nfacts:"));
            site = site.with(&format!("cohorts/c{i:02}/published.yaml"), text);
        }
        let pages = site.build();
        for page in ["compare.html", "cohorts.html"] {
            let page = words(&pages[page]);
            assert_eq!(page.matches(said).count(), says, "{held}: {page}");
        }
    }
}
