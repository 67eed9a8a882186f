//! What stands in a text and what its page prints of it.

use crate::site::Site;

const COHORT: &str = "name: Spring\nstart: 2026-03-02\nstatus: active\n";

/// The base with a cohort and its story.
fn with_story(story: &str) -> Site {
    Site::base()
        .with("cohorts/spring/cohort.yaml", COHORT)
        .with("cohorts/spring/summary.md", story)
        .with("guides/images/plan.svg", "<svg/>")
}

/// A link that is judged from the text's own folder leads somewhere from the same folder.
#[test]
fn links_of_a_story_start_at_its_own_folder() {
    let good = with_story(
        "[s](../../guides/safety.md#help) [p](../../guides/images/plan.svg) [o](../autumn/summary.md#how)\n\n\
         ![A plan](../../guides/images/plan.svg)\n",
    )
    .with("guides/safety.md", "---\ntitle: Safety\n---\n## Help\n\n[t](../cohorts/spring/summary.md)\n")
    .with("cohorts/autumn/cohort.yaml", "name: Autumn\nstart: 2025-09-01\nstatus: closed\n")
    .with("cohorts/autumn/summary.md", "## How\n");
    assert_eq!(good.check().lines(), Vec::<String>::new());
    let site = good.build();
    let page = &site["cohort/spring.html"];
    for link in [
        "href=\"../safety.html#help\">s<",
        "href=\"../images/plan.svg\">p<",
        "href=\"autumn.html#how\">o<",
        "src=\"../images/plan.svg\"",
    ] {
        assert!(page.contains(link), "{link}");
    }
    assert!(site["safety.html"].contains("href=\"cohort/spring.html\">t<"));
    assert!(site.contains_key("images/plan.svg"));

    let wrong = with_story("[s](safety.md) [o](../spring/summary.md#when)\n").check();
    assert_eq!(wrong.codes(), ["broken-anchor", "broken-link"]);
}

/// A translation is named by its own file, and leads to the page in the reader's language.
#[test]
fn a_link_to_a_translation_leads_to_its_page() {
    let program =
        String::from_utf8(std::fs::read(crate::site::cases_folder().join("base/program.yaml")).unwrap());
    let site = Site::base()
        .with("program.yaml", program.unwrap().replace("  - en\n", "  - en\n  - es\n"))
        .with("guides/ending.es.md", "---\ntitle: Final\n---\nAdiós.\n")
        .with("guides/more.md", "---\ntitle: More\n---\n[e](ending.es.md)\n")
        .build();
    assert!(site["es/more.html"].contains("href=\"ending.html\">e<"));
}
