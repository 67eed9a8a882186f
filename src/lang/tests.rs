#![allow(clippy::unwrap_used)]

use super::*;
use crate::source::{Memory, Sources};

fn language(tag: &str) -> Language {
    let (theme, found) = Theme::load(&Memory::default(), &mut Sources::default());
    assert!(found.is_empty(), "{found:?}");
    Language::load(&theme, tag).0
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn dates_follow_the_language() {
    let wednesday = day("2026-05-13");
    for (tag, style, text) in [
        ("en", Style::Long, "Wednesday 13 May 2026"),
        ("en", Style::LongDay, "Wednesday 13 May"),
        ("en", Style::Medium, "13 May 2026"),
        ("en", Style::Day, "13 May"),
        ("en", Style::Short, "Wed 13 May"),
        ("en", Style::Weekday, "Wednesday"),
        ("en", Style::Month, "May 2026"),
        ("en-US", Style::Medium, "May 13, 2026"),
        ("es", Style::Long, "miércoles, 13 de mayo de 2026"),
        ("es", Style::Medium, "13 de mayo de 2026"),
        ("es", Style::Short, "mié, 13 may"),
        ("es", Style::Month, "mayo de 2026"),
    ] {
        assert_eq!(language(tag).date(wednesday, style), text, "{tag} {style:?}");
    }
}

#[test]
fn ranges_say_what_is_shared_once() {
    for (tag, from, to, text) in [
        ("en", "2026-08-03", "2026-08-21", "3 – 21 August 2026"),
        ("en", "2026-03-02", "2026-11-27", "2 March – 27 November 2026"),
        ("en", "2026-03-02", "2027-01-08", "2 March 2026 – 8 January 2027"),
        ("en", "2026-03-02", "2026-03-02", "2 March 2026"),
        ("en-US", "2026-08-03", "2026-08-21", "August 3 – August 21, 2026"),
        ("es", "2026-08-03", "2026-08-21", "3 – 21 de agosto de 2026"),
        ("ja", "2026-08-03", "2026-08-21", "2026年8月3日 – 2026年8月21日"),
    ] {
        let range = language(tag).dates.range(day(from), day(to), true, |from, to| format!("{from} – {to}"));
        assert_eq!(range, text, "{tag}");
    }
    assert!(language("en").day_range(day("2026-04-27"), day("2026-05-03")).ends_with("3 May"));
}

#[test]
fn times_numbers_and_lists_follow_the_language() {
    let (half, end) =
        (NaiveTime::from_hms_opt(12, 30, 0).unwrap(), NaiveTime::from_hms_opt(13, 30, 0).unwrap());
    assert_eq!(language("en").time_range(half, end), "12:30–13:30");
    assert_eq!(language("en").number(1234.5), "1,234.5");
    assert_eq!(language("de").number(1234.5), "1.234,5");
    for (tag, items, text) in [
        ("en", vec![], ""),
        ("en", vec!["a"], "a"),
        ("en", vec!["a", "b"], "a and b"),
        ("en", vec!["a", "b", "c"], "a, b and c"),
        ("es", vec!["padres", "hijos"], "padres e hijos"),
        ("es", vec!["mentores", "facilitadoras"], "mentores y facilitadoras"),
    ] {
        assert_eq!(language(tag).list(&items), text);
    }
}

#[test]
fn direction_follows_the_script() {
    for (tag, dir) in
        [("en", "ltr"), ("ar", "rtl"), ("az-Arab", "rtl"), ("ur-Latn", "ltr"), ("nonsense tag", "ltr")]
    {
        assert_eq!(direction(&locale(tag)), dir, "{tag}");
    }
}

#[test]
fn strings_come_from_the_theme_then_its_parent_then_english() {
    let mut world = Memory::default();
    for (path, text) in [
        ("strings/en.ftl", "own = Own { $n }\nmenu = Contents\nonly-english = English"),
        ("strings/es.ftl", "own = { $n ->\n    [one] Una\n   *[other] { $n } muchas\n}"),
    ] {
        world.put(crate::source::Root::Theme, path, text);
    }
    let (theme, _) = Theme::load(&world, &mut Sources::default());
    let (english, found) = Language::load(&theme, "en");
    assert!(found.is_empty());
    assert_eq!(english.t("menu", &[]), "Contents");
    assert_eq!(english.t("own", &[("n", 1234.into())]), "Own 1,234");
    assert_eq!(english.missing().len(), 0);
    let (spanish, _) = Language::load(&theme, "es-MX");
    assert_eq!(spanish.t("menu", &[]), "Menú");
    assert_eq!(spanish.t("own", &[("n", 1.into())]), "Una");
    assert_eq!(spanish.t("own", &[("n", 12345.into())]), "12,345 muchas");
    assert_eq!(spanish.t("only-english", &[]), "English");
    assert_eq!(spanish.t("nowhere", &[]) + &spanish.t("nowhere", &[]), "nowherenowhere");
    assert_eq!(spanish.missing().len(), 2, "each is named once");
}

#[test]
fn a_broken_string_is_found_where_it_stands() {
    let mut world = Memory::default();
    world.put(crate::source::Root::Theme, "strings/en.ftl", "good = Good\nbad line\n");
    let mut sources = Sources::default();
    let (theme, _) = Theme::load(&world, &mut sources);
    let (_, found) = Language::load(&theme, "en");
    assert_eq!(found.len(), 1);
    let place = found[0].primary.place;
    assert_eq!(sources.get(place.file).unwrap().path, "strings/en.ftl");
    assert!(place.span.start >= 12);
}

#[test]
fn a_language_without_strings_speaks_english_and_says_so_once() {
    let (theme, _) = Theme::load(&Memory::default(), &mut Sources::default());
    let (language, found) = Language::load(&theme, "fi");
    assert_eq!(found.len(), 1);
    assert_eq!(language.t("menu", &[]), super::tests::language("en").t("menu", &[]));
    assert!(language.missing().is_empty());
}
