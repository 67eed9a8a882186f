#![allow(clippy::unwrap_used)]

use super::*;
use crate::source::Memory;

fn load(own: &[(&str, &str)]) -> (Theme, Sources, Vec<Diagnostic>) {
    let mut world = Memory::default();
    for (path, text) in own {
        world.put(Root::Theme, path, *text);
    }
    let mut sources = Sources::default();
    let (theme, found) = Theme::load(&world, &mut sources);
    (theme, sources, found)
}

#[test]
fn the_default_theme_is_whole_and_silent() {
    let (theme, sources, found) = load(&[]);
    assert!(found.is_empty(), "{found:?}");
    assert!(theme.template("base.html").is_some_and(|text| text.contains("<!doctype html>")));
    assert!(theme.statics(None).iter().any(|file| file.address == "site.js" && !file.bytes.is_empty()));
    let place = theme.place("default/base.html", 0..3);
    assert_eq!(sources.get(place.file).unwrap().shown, "default theme/templates/base.html");
}

#[test]
fn an_own_file_lies_over_the_default_and_changes_the_hash() {
    let (plain, ..) = load(&[]);
    let own = [("theme.yaml", "name: Ours\n"), ("static/site.js", "1"), ("README.md", "not a part")];
    let (theme, ..) = load(&own);
    let script = theme.statics(None).into_iter().find(|file| file.address == "site.js").unwrap();
    assert_eq!(script.bytes, b"1");
    assert_ne!(plain.hash(), theme.hash());
    assert_eq!(theme.hash(), load(&own[..2]).0.hash());
    assert!(theme.below("templates").all(|(_, file)| file.layer == Layer::Default));
}

#[test]
fn a_theme_may_stand_alone() {
    let (theme, _, found) = load(&[("theme.yaml", "parent: none\n"), ("templates/base.html", "x")]);
    assert!(found.is_empty(), "{found:?}");
    assert_eq!(theme.below("templates").count(), 1);
}

#[test]
fn what_is_wrong_with_theme_yaml_is_shown_there() {
    for (text, at) in
        [("parent: defualt\n", "defualt"), ("accent: blue\n", "blue"), ("colour: red\n", "colour")]
    {
        let (_, sources, found) = load(&[("theme.yaml", text)]);
        assert_eq!(found.len(), 1, "{found:?}");
        let place = found[0].primary.place;
        assert_eq!(&sources.get(place.file).unwrap().text[place.span.range()], at);
    }
}

#[test]
fn what_is_said_to_authors_of_a_style_sheet_is_not_sent() {
    let part = "/* why\n   so */\na { b: c /* d */; }\n/*! kept */\ne::before { content: \"/* f */\\\" /* g */\"; }/* h";
    let kept = "a { b: c ; }\n/*! kept */\ne::before { content: \"/* f */\\\" /* g */\"; }";
    let (theme, ..) = load(&[("static/own.css/1.css", part), ("static/whole.css", "/* as it is */")]);
    for (address, text) in [("own.css", kept), ("whole.css", "/* as it is */")] {
        let file = theme.statics(None).into_iter().find(|file| file.address == address).unwrap();
        assert_eq!(String::from_utf8(file.bytes).unwrap(), text);
    }
}

#[test]
fn the_style_sheet_ends_with_the_accent() {
    let css = |theme: &Theme, accent| {
        let sheet = theme.statics(accent).into_iter().find(|file| file.address == "site.css");
        String::from_utf8(sheet.unwrap().bytes).unwrap()
    };
    let (theme, ..) = load(&[("static/site.css/95-mine.css", "/*! mine */")]);
    assert!(css(&theme, Some("#7a0000")).contains("/*! mine */\n:root { --accent-light: #7a0000; "));
    assert!(css(&theme, None).contains("--accent-dark: #8ec5e2; --wash-dark: #"));
    assert!(!css(&theme, Some("red")).contains("red;"));
    let (whole, ..) = load(&[("static/site.css", "/* all of it */")]);
    assert!(css(&whole, None).starts_with("/* all of it */\n:root"));
}
