#![allow(clippy::unwrap_used)]

use super::*;
use crate::source::{Memory, Root, Sources};

struct Set {
    templates: Templates,
    sources: Sources,
    found: Vec<Diagnostic>,
}

fn set(own: &[(&str, &str)]) -> Set {
    let mut world = Memory::default();
    for (path, text) in own {
        world.put(Root::Theme, path, *text);
    }
    let mut sources = Sources::default();
    let (theme, _) = Theme::load(&world, &mut sources);
    let (templates, found) = Templates::compile(&Arc::new(theme));
    Set { templates, sources, found }
}

impl Set {
    fn renderer(&self, tag: &str) -> Renderer {
        let (language, _) = Language::load(&self.templates.theme, tag);
        Renderer::new(&self.templates, &Arc::new(language))
    }

    /// The file and the text at the caret.
    fn shows(&self, found: &Diagnostic) -> (&str, &str) {
        let file = self.sources.get(found.primary.place.file).unwrap();
        (&file.path, &file.text[found.primary.place.span.range()])
    }
}

#[derive(Serialize)]
struct View {
    title: &'static str,
    n: u32,
}

const VIEW: View = View { title: "Tom & Ada", n: 1 };

#[test]
fn an_own_template_may_extend_the_parents_and_its_components_win() {
    let set = set(&[
        (
            "templates/base.html",
            "{% extends \"default/base.html\" %}{% block footer %}own foot{% endblock footer %}",
        ),
        ("templates/frame.html", "<{% block main %}{% endblock main %}>"),
        (
            "templates/mine.html",
            "{% extends \"frame.html\" %}{% block main %}{{ view.title }}{% endblock main %}",
        ),
        ("templates/sub.html", "{% extends \"default/404.html\" %}"),
        ("templates/parts/x.html", "{% component link(to) %}own{% endcomponent link %}"),
        ("templates/embeds/cue.html", "{{ <link to={view} /> }}"),
    ]);
    assert!(set.found.is_empty(), "{:?}", set.found);
    let renderer = set.renderer("en");
    assert_eq!(renderer.draw("mine.html", &VIEW).unwrap(), "<Tom &amp; Ada>");
    assert_eq!(renderer.draw("embeds/cue.html", &VIEW).unwrap(), "own");
    assert!(renderer.has("sub.html") && renderer.has("home.html") && !renderer.has("nothing.html"));
}

#[test]
fn t_speaks_the_language_and_escapes() {
    let set = set(&[
        ("strings/en.ftl", "many = { $n ->\n    [one] One of { $who }\n   *[other] { $n } of { $who }\n}"),
        ("strings/es.ftl", "many = De { $who }: { $n }"),
        ("templates/mine.html", "{{ t(key=\"many\", n=view.n, who=view.title) }}"),
    ]);
    assert_eq!(set.renderer("en").draw("mine.html", &VIEW).unwrap(), "One of Tom &amp; Ada");
    assert_eq!(set.renderer("es").draw("mine.html", &VIEW).unwrap(), "De Tom &amp; Ada: 1");
}

#[test]
fn every_broken_template_is_found_at_its_place() {
    let set = set(&[("templates/a.html", "{{ view.title "), ("templates/b.html", "ok\n{% endfor %}")]);
    let files: Vec<_> = set.found.iter().map(|f| set.shows(f).0).collect();
    assert_eq!(files, ["templates/a.html", "templates/b.html"]);
    assert!(set.renderer("en").has("home.html"), "the default theme stands in");
}

#[test]
fn references_that_lead_nowhere_are_found_at_their_place() {
    let set = set(&[("templates/a.html", "é {{ view.title | shout }}\n{{ <nope /> }}{{ now() }}")]);
    let shown: Vec<_> = set.found.iter().map(|f| set.shows(f).1).collect();
    assert_eq!(set.found.len(), 3, "{:?}", set.found);
    assert!(
        shown.iter().all(|text| text.contains("shout") || text.contains("nope") || text.contains("now")),
        "{shown:?}"
    );
}

#[test]
fn a_field_that_is_not_there_is_found_where_it_is_asked_for() {
    let set = set(&[("templates/a.html", "<p>\n{{ view.titel }}")]);
    let found = set.renderer("en").draw("a.html", &VIEW).unwrap_err();
    assert_eq!(set.shows(&found), ("templates/a.html", "titel"));
    assert!(found.message.contains("title"), "{}", found.message);
}

#[test]
fn a_page_sees_the_site_and_what_surrounds_it() {
    let set = set(&[("templates/a.html", "{{ site.title }}, {{ page.title }}, {{ view.n }}")]);
    let renderer = set.renderer("en").with_site(&View { title: "S", n: 0 }).unwrap();
    assert_eq!(renderer.page("a.html", &VIEW, &View { title: "P", n: 0 }).unwrap(), "S, P, 1");
}
