//! Which figures of two cohorts are held against each other, and against what was hoped for.

use super::*;

/// Of two sites that began on one day, neither is the cohort before, and none came later than the other.
#[test]
fn a_site_is_not_held_against_another() {
    let twin = |of: &str, year| {
        let file = cohort("Twin", year, 4);
        PLAIN.site().with(&format!("cohorts/{of}-twin/cohort.yaml"), file).with(
            &format!("cohorts/{of}-twin/published.yaml"),
            release(&format!("{of}-twin"), 80, ["all 8/30", ""]),
        )
    };
    let later = page(&twin("after", 2024));
    assert!(later.contains(INTENDED) && !later.contains("Since then"), "{later}");
    assert!(!later.contains("8 of 30"), "{later}");
    // Sorted before the one that began with the change.
    assert!(page(&twin("aft", 2024)).contains("24 of 30 in After, 16 of 30 in Before"));
    assert!(page(&twin("before", 2023)).contains(LITTLE));
}

/// What one of the two asked at each site apart is told of both, and compared with nothing.
#[test]
fn what_was_asked_at_sites_apart_is_not_called_untold() {
    let told = |surveys: &[&str]| {
        let of = |survey: &&str| {
            format!(
                "{survey}/answered@end/mentee: 30\n{survey}/invited@end/mentee: 30\n\
                 {survey}/trust@end/mentee: yes 16, no 14, not-recorded 0\n"
            )
        };
        surveys.iter().map(of).collect::<String>()
    };
    for (before, after) in [(&["mentees"][..], &["north", "south"][..]), (&["north", "south"], &["mentees"])]
    {
        let mut site = PLAIN.site();
        for (id, surveys) in [("before", before), ("after", after)] {
            let text = crate::published::published(id, &told(surveys), "yes");
            site = site.with(&format!("cohorts/{id}/published.yaml"), text);
        }
        let page = page(&site);
        let says =
            "Asked of several groups apart, as one for each site, and so not compared: Mentees, at the end.";
        assert!(page.contains(LITTLE) && page.contains(says), "{page}");
    }
}

#[test]
fn the_same_people_are_judged_where_surveys_are_linked() {
    let linked = |name: &str, year: i32| {
        let start = format!("{year}-03-01");
        cohort(name, year, 4)
            + &format!(
                "- {{ id: starts, wave: baseline, role: mentee, closes: {start}, questions: [trust-1] }}\n"
            )
    };
    for (after, verdict) in [("all 24/30", INTENDED), ("all 23/30", UNCLEAR)] {
        let figures = ["all 24/30", ""];
        let site = PLAIN
            .site()
            .with("cohorts/before/cohort.yaml", linked("Before", 2023))
            .with("cohorts/after/cohort.yaml", linked("After", 2024))
            .with("cohorts/before/published.yaml", release_with("before", 80, ["all 16/30", ""], "all 16/30"))
            .with(
                "cohorts/after/published.yaml",
                release_with("after", 80, figures, after).replace(": 0001-", ": 0002-"),
            );
        let page = page(&site);
        let label = "Mentees who answered both at the start and at the end: who moved for the better by the worthwhile change or more</p>";
        assert!(page.contains(verdict) && page.contains(label), "{after}\n{page}");
    }
}

/// What was hoped for is held against what is asked last: no earlier wave, and no change, reaches a value or misses it.
#[test]
fn a_value_is_reached_by_the_last_wave() {
    for (figures, rose, says) in [
        (["all 16/30", "all 24/30"], "all 12/30", Some("Hoped for 60% or more: reached.")),
        (["all 16/30", "all 17/30"], "all 24/30", Some("Hoped for 60% or more: not reached.")),
        (["all 16/30", ">=27/30"], "all 24/30", None),
    ] {
        let target = Case { target: "at_least: 0.6", ..PLAIN };
        let site = target
            .site()
            .with("cohorts/before/published.yaml", release_with("before", 80, [figures[0], ""], "all 12/30"))
            .with(
                "cohorts/after/published.yaml",
                release_with("after", 80, [figures[1], ""], rose).replace(": 0001-", ": 0002-"),
            );
        let page = page(&site);
        match says {
            Some(says) => assert!(page.contains(says), "{says}\n{page}"),
            None => assert!(!page.contains("Hoped for 60%"), "{page}"),
        }
    }
}
