//! What the site makes by itself, held against the rule that keeps these addresses free.

use std::collections::BTreeSet;

use mentorbook::check::rules::{OWN_FILES, OWN_PAGES};

use crate::site::Site;

/// Every kind of page, in two languages.
fn full() -> Site {
    let program = Site::base().program().replace("  - en\n", "  - en\n  - es\n");
    let everyone = "audiences:\n      - everyone\n      - mentor\n      - mentee\n";
    let staff = format!("{everyone}      - facilitator\n      - coordinator\n");
    let guide = |audience: &str| format!("---\ntitle: A guide\naudience: [{audience}]\n---\nText.\n");
    Site::base()
        .with(
            "program.yaml",
            format!("{}base_url: https://h.example.org/\n", program.replace(everyone, &staff)),
        )
        .with("questions.yaml", "questions: [{ id: well, text: Well?, role: both, answer: text }]")
        .with(
            "check-ins.yaml",
            "[{ id: mid, name: Middle, kind: midpoint, when: { week: 8 },\n\
             reflections: [{ role: both, questions: [well], seen_by: [self] }] }]",
        )
        .with(
            "calendar.yaml",
            "[{ id: peers, kind: peer_meeting, title: Peers, audience: [mentor], every_weeks: 4, day: wed, at: \"12:30\" }]",
        )
        .with("cohorts/spring/cohort.yaml", "name: Spring\nstart: 2026-03-02\nstatus: active\n")
        .with("cohorts/autumn/cohort.yaml", "name: Autumn\nstart: 2026-09-07\nstatus: planned\n")
        .with("measures.yaml", "[{ id: wellness, construct: other, items: [well], roles: [mentee], waves: [end] }]")
        .with("guides/for-mentors.md", guide("mentor"))
        .with("guides/for-mentees.md", guide("mentee"))
        .with("guides/for-facilitators.md", guide("facilitator"))
        .with("guides/for-coordinators.md", guide("coordinator"))
}

/// A guide or file where the site makes one of its own is refused.
#[test]
fn what_the_site_makes_is_kept_free() {
    let site = full();
    let made: BTreeSet<String> = site.build().into_keys().collect();
    let idle: Vec<_> = OWN_PAGES.iter().chain(OWN_FILES).filter(|own| !made.contains(**own)).collect();
    assert!(idle.is_empty(), "kept free, but nothing is made there: {idle:?}");
    let mut unsaid = Vec::new();
    let mut crowd = site.clone();
    let mut files = Vec::new();
    for address in made.iter().filter(|address| !address.starts_with('.')) {
        let below = address.strip_suffix(".html").map_or_else(|| address.clone(), |id| format!("{id}.md"));
        let path = format!("guides/{below}");
        if !site.world.files().any(|(_, known, _)| known == path) {
            crowd = crowd.with(&path, "---\ntitle: In the way\n---\nText.\n");
            files.push((address, path));
        }
    }
    let report = crowd.check();
    for (address, path) in files {
        let taken = |one: &&mentorbook::diag::Diagnostic| {
            let file = report.sources.get(one.primary.place.file).unwrap();
            one.code.word == "address-taken" && file.path == path
        };
        if !report.found.iter().any(|one| taken(&one)) {
            unsaid.push(address);
        }
    }
    assert!(unsaid.is_empty(), "made by the site, but free for a guide or file: {unsaid:#?}");
}

/// A guide that is the page which the site makes otherwise is no trouble.
#[test]
fn a_guide_may_be_the_page_of_peer_meetings() {
    let site = full().with("guides/peer-meetings.md", "---\ntitle: Peers\n---\nText.\n");
    assert_eq!(site.check().codes(), ["address-taken"]);
    let row = "[{ id: peers, kind: peer_meeting, title: Peers, audience: [mentor], every_weeks: 4, day: wed, at: \"12:30\", guide: peer-meetings }]";
    assert!(site.with("calendar.yaml", row).build().contains_key("peer-meetings.html"));
}
