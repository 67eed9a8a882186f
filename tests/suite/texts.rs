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
    .with("cohorts/autumn/cohort.yaml", "name: Autumn\nstart: 2025-09-01\nend: 2026-01-16\nstatus: closed\n")
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

/// The base in English and Spanish.
fn bilingual() -> Site {
    let program = Site::base().program();
    Site::base().with("program.yaml", program.replace("  - en\n", "  - en\n  - es\n"))
}

/// A translation is named by its own file, and leads to the page in the reader's language.
#[test]
fn a_link_to_a_translation_leads_to_its_page() {
    let site = bilingual()
        .with("guides/ending.es.md", "---\ntitle: Final\n---\nAdiós.\n")
        .with("guides/more.md", "---\ntitle: More\n---\n[e](ending.es.md)\n")
        .build();
    assert!(site["es/more.html"].contains("href=\"ending.html\">e<"));
}

/// The words of a feature are texts as all others: one string, or one per language.
#[test]
fn choices_and_units_are_in_the_language_of_the_page() {
    let features = "features:\n\
        - { id: hours, name: Hours, kind: number, unit: { en: lessons, es: lecciones } }\n\
        - { id: by, name: By, kind: choice, choices: [field, { en: good luck, es: buena suerte }] }\n";
    let cohort = |by: &str| format!("{COHORT}features: {{ hours: 8, by: {by} }}\n");
    let program = bilingual().program() + features;
    let site = bilingual().with("program.yaml", program);
    for by in ["good luck", "buena suerte"] {
        let built = site.clone().with("cohorts/spring/cohort.yaml", cohort(by)).build();
        for (page, words) in [
            ("cohort/spring.html", ["8 lessons", "Good luck"]),
            ("es/cohort/spring.html", ["8 lecciones", "Buena suerte"]),
        ] {
            assert!(words.iter().all(|words| built[page].contains(words)), "{words:?} on {page}");
        }
    }
    let wrong = site.with("cohorts/spring/cohort.yaml", cohort("good lick")).check();
    let found = &wrong.found[0];
    assert_eq!(found.message, "`good lick` is not a choice of `by`, which takes: field, good luck");
    assert_eq!(found.suggestion.as_ref().unwrap().text, "good luck");
}

/// A page that knows how large its pictures are does not jump while they load.
#[test]
fn pictures_bring_their_size() {
    let png =
        [b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\x01\x40\0\0\0\xf0", &[0; 9][..], b"\0\0\0\0IEND\0\0\0\0"];
    let page = "---\ntitle: Rooms\n---\n![Our room](room.png)\n\n![A plan](images/plan.svg)\n";
    let site = with_story("S.").with("guides/rooms.md", page).with("guides/room.png", png.concat()).build();
    let page = &site["rooms.html"];
    assert!(page.contains("src=\"room.png\" width=\"320\" height=\"240\""));
    assert!(page.contains("src=\"images/plan.svg\" loading"), "a drawing that names no size");
}

/// A file may be called as its author likes; an address may not.
#[test]
fn the_name_of_a_picture_may_have_spaces() {
    let page = "---\ntitle: Rooms\n---\n![A](<our room.svg>) ![B](our%20room.svg) [C](<our room.svg>)\n";
    let site = with_story("S.").with("guides/rooms.md", page).with("guides/our room.svg", "<svg/>").build();
    assert!(site.contains_key("our room.svg"));
    assert_eq!(site["rooms.html"].matches("=\"our%20room.svg\"").count(), 3, "{}", site["rooms.html"]);
}

/// Words of neighbouring cells stay words of their own in the search, whatever marks they carry.
#[test]
fn cells_do_not_run_together_in_the_search() {
    let table = "|Part|Minutes|\n|--|-:|\n|**Arrive**|`5`|\n|[Go on](safety.md)|one<br>two|\n||end|\n";
    let page = format!("---\ntitle: Plan\n---\n{table}\n## Below\n\n{table}\nAfter.\n");
    let site = Site::base().with("guides/plan.md", page).build();
    let docs = &site["search-docs.en.js"];
    for text in
        ["\"Part Minutes Arrive 5 Go on one two end\"", "\"Part Minutes Arrive 5 Go on one two end After.\""]
    {
        assert!(docs.contains(text), "{text} in {docs}");
    }
}

/// What a link without a label shows is a word of its sentence.
#[test]
fn the_search_knows_what_links_without_a_label_show() {
    let page =
        "---\ntitle: Plan\nminutes: 45\n---\nCome for [[minutes:plan]] minutes, or read [[guide:safety]].\n";
    let site = Site::base().with("guides/plan.md", page).build();
    let docs = &site["search-docs.en.js"];
    assert!(docs.contains("Come for 45 minutes, or read Safety."), "{docs}");
}

/// In a heading too: in the search, in the contents and in a table's name.
#[test]
fn a_heading_is_told_with_what_its_links_show() {
    let page = "---\ntitle: Plan\nminutes: 45\n---\nSee [[#the-time]].\n\n\
        ## The [[minutes:plan]] minutes of [[guide:safety]] {#the-time}\n\n|A|B|\n|--|--|\n|1|2|\n";
    let site = Site::base().with("guides/plan.md", page).build();
    assert!(
        site["search-docs.en.js"].contains("\"The 45 minutes of Safety\""),
        "{}",
        site["search-docs.en.js"]
    );
    let page = &site["plan.html"];
    assert!(page.contains("<a href=\"#the-time\">The 45 minutes of Safety</a>"), "{page}");
    assert!(page.contains("Table 1: The 45 minutes of Safety"), "{page}");
    let script = "---\ntitle: Talk\nkind: script\nminutes: 20\n---\n## Take [[minutes:talk]] minutes {minutes=20}\n\nGo.\n";
    let site = Site::base().with("guides/talk.md", script).build();
    assert!(site["talk.html"].contains("Take 20 minutes</"), "{}", site["talk.html"]);
}

/// Pages across cohorts are found by the cohorts' names, and by what people are asked.
#[test]
fn the_search_leads_to_measures_and_to_the_comparison() {
    let site = with_story("S.")
        .with("cohorts/autumn/cohort.yaml", "name: Autumn\nstart: 2025-09-01\nend: 2026-01-16\nstatus: closed\n")
        .with("questions.yaml", "scales:\n  five: { min: 1, max: 5 }\nquestions:\n  - { id: grown, text: I can ask., role: mentee, answer: five }\n")
        .with("measures.yaml", "- id: growth\n  name: Growth\n  construct: mentor_growth\n  items: [grown]\n  score: { kind: mean }\n  roles: [mentee]\n  waves: [end]\n")
        .build();
    let docs = &site["search-docs.en.js"];
    for doc in [
        "\"href\":\"compare.html\"",
        " Spring Autumn\"",
        "\"href\":\"measure/growth.html\",\"title\":\"Growth\",\"heading\":\"\",\"kind\":\"measure\",\"group\":\"Measures\"",
        "\"What mentors learn. I can ask.\"",
    ] {
        assert!(docs.contains(doc), "{doc} in {docs}");
    }
}

/// A story in another language than its page says so, once; where there is none, nothing is missing.
#[test]
fn a_story_that_is_not_translated_says_so() {
    let program = bilingual().program();
    let site = with_story("It began well.").with("program.yaml", program);
    let notice = "class=\"notice\"";
    let pages = site.build();
    assert!(pages["es/cohort/spring.html"].contains(notice) && !pages["cohort/spring.html"].contains(notice));
    let translated = site.with("cohorts/spring/summary.es.md", "Empezó bien.").build();
    assert!(!translated["es/cohort/spring.html"].contains(notice));
    let without = bilingual().with("cohorts/spring/cohort.yaml", COHORT).build();
    assert!(!without["es/cohort/spring.html"].contains(notice));
}

/// The dates of what is over belong in nobody's calendar.
#[test]
fn a_cohort_that_is_over_offers_no_calendar() {
    for (status, offered) in [("active", true), ("planned", true), ("closed", false)] {
        let site = Site::base().with("cohorts/spring/cohort.yaml", COHORT.replace("active", status)).build();
        assert_eq!(site["cohort/spring.html"].contains("spring.ics"), offered, "{status}");
    }
}
