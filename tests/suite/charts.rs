//! Drawings of published figures: each as it was last looked at, and what must be true of all of them.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

use mentorbook::charts::{CHARTS, Example, FunnelPoint, FunnelWords, Name, defs, funnel_plot, sign};
use mentorbook::diag::FileId;
use mentorbook::outcomes::disclose::{Class, Fact, Form, Limits, ladder};
use mentorbook::outcomes::{self, Published, Release, fingerprint};
use mentorbook::source::{Memory, scan};
use proptest::prelude::*;

/// A figure of each form and at each end. The first is what others are held against.
const FIGURES: &str = "\
exact: { form: share, n: 38, x: { exact: 27 } }
at-most: { form: share, n: 12, x: { at-most: 3 } }
at-least: { form: share, n: 38, x: { at-least: 35 } }
none: { form: share, n: 20, x: { exact: 0 } }
all: { form: share, n: 20, x: { exact: 20 } }
undecided: { form: split, n: 38, cells: [{ name: 'yes', count: 21, kind: lead }, { name: 'no', count: 10, kind: other }, { name: not-recorded, count: 7, kind: unrecorded }] }
all-recorded: { form: split, n: 35, cells: [{ name: 'yes', count: 31, kind: lead }, { name: 'no', count: 4, kind: other }, { name: not-recorded, count: 0, kind: unrecorded }] }
endings: { form: split, n: 38, cells: [{ name: as-planned, count: 22, kind: lead }, { name: goals-met, count: 5, kind: lead }, { name: circumstances, count: 7, kind: other }, { name: relationship, count: 4, kind: other }, { name: not-recorded, count: 0, kind: unrecorded }] }
endings-unrecorded: { form: split, n: 46, cells: [{ name: as-planned, count: 20, kind: lead }, { name: goals-met, count: 6, kind: lead }, { name: circumstances, count: 8, kind: other }, { name: relationship, count: 5, kind: other }, { name: not-recorded, count: 7, kind: unrecorded }] }
many-parts: { form: split, n: 400, cells: [{ name: a, count: 360, kind: other }, { name: b, count: 11, kind: other }, { name: c, count: 12, kind: other }, { name: d, count: 17, kind: other }] }
mean: { form: mean, n: 35, answered: 20, low: 1, high: 5, tenths: 35, clamp: none, sd-half-steps: 4 }
mean-or-higher: { form: mean, n: 35, answered: 20, low: 1, high: 5, tenths: 45, clamp: or-higher, sd-half-steps: 2 }
mean-or-lower: { form: mean, n: 35, answered: 20, low: 1, high: 5, tenths: 15, clamp: or-lower, sd-half-steps: 2 }
open: { form: open, value: 64 }
open-none: { form: open, value: 0 }
open-beyond-the-scale: { form: open, value: 900 }
too-few: { form: too-few, group: 8 }
not-shown: { form: not-shown, why: pooled }
";

fn figures() -> Vec<(String, Form)> {
    let read = |line: &str| {
        let (name, form) = line.split_once(": ").unwrap();
        (name.to_owned(), serde_yaml::from_str(form).unwrap())
    };
    FIGURES.lines().map(read).collect()
}

/// Figures as a page reads them: through a `published.yaml`, for there is no other way.
fn released(forms: &[&Form]) -> Published<Release> {
    let fact = |(i, form): (usize, &&Form)| Fact {
        key: format!("a/{i:02}").parse().unwrap(),
        class: Class::Ordinary,
        form: (*form).clone(),
    };
    let facts: Vec<Fact> = forms.iter().enumerate().map(fact).collect();
    let release = Release {
        id: format!("0001-{}", fingerprint("c", true, &facts)),
        of: "c".to_owned(),
        date: "2026-11-22".parse().unwrap(),
        closed: true,
        rules: 3,
        k: 3,
        group: 8,
        as_of: None,
        means: BTreeMap::new(),
        held_back: Vec::new(),
        facts,
        file: FileId::default(),
    };
    let sources = scan(&Memory::default().with("cohorts/c/published.yaml", release.to_string())).unwrap();
    let mut found = Vec::new();
    let all = outcomes::published(&sources, &mut found);
    all.into_values().next().unwrap_or_else(|| panic!("{found:?}"))
}

/// What each chart makes of a figure and another, with its name.
fn draw(figure: &Form, other: &Form, words: &str) -> Vec<(&'static str, Option<String>)> {
    let release = released(&[figure, other]);
    let figures: Vec<_> = release.figures().map(|(_, figure)| figure).collect();
    let of = Example { figure: figures[0], other: figures[1], words };
    CHARTS.iter().map(|chart| (chart.name, (chart.draw)(&of))).collect()
}

/// Several cohorts around a target, some of them alike.
fn many_cohorts() -> Option<String> {
    let share = |(x, n): (u32, u32)| ladder::share(Limits { k: 3, group: 8 }, n, x);
    let cohorts =
        [(14, 24), (27, 38), (12, 12), (33, 46), (20, 30), (19, 30), (25, 36), (26, 38), (70, 80), (1, 11)];
    let forms = cohorts.map(share);
    let release = released(&forms.each_ref());
    let names: Vec<String> = (0..cohorts.len()).map(|i| format!("Autumn {}", 2016 + i)).collect();
    let figures = release.figures().map(|(_, figure)| figure);
    let points: Vec<FunnelPoint> =
        names.iter().zip(figures).map(|(label, figure)| FunnelPoint { label, figure }).collect();
    let words =
        FunnelWords { people: "matches in the cohort", target: "target 75%", inner: "95%", outer: "99.8%" };
    funnel_plot(&points, 75.0, words, Name { title: "Completed", description: "" })
}

/// Each chart with every figure, as one picture. `UPDATE_REFERENCE=1` writes them anew.
#[test]
fn are_as_they_were_looked_at() {
    let figures = figures();
    let mut stale = Vec::new();
    let mut pictures: BTreeMap<&str, Vec<(&str, Option<String>)>> = BTreeMap::new();
    for (name, figure) in &figures {
        // Means stand on a scale of their own, so that they are held against a mean.
        let other = figures.iter().find(|(_, other)| is_mean(other) == is_mean(figure));
        for (chart, drawn) in draw(figure, &other.unwrap().1, "Ten weeks") {
            pictures.entry(chart).or_default().push((name, drawn));
        }
    }
    pictures.entry("funnel").or_default().push(("many", many_cohorts()));
    for kind in ["as-intended", "no-clear", "other-way", "too-little"] {
        pictures.entry("sign").or_default().push((kind, Some(sign(kind))));
    }
    for (name, drawn) in pictures {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/golden/charts/{name}.svg"));
        let text = picture(&drawn);
        if std::env::var_os("UPDATE_REFERENCE").is_some() {
            std::fs::write(&file, &text).unwrap();
        }
        if std::fs::read_to_string(&file).unwrap_or_default().replace("\r\n", "\n") != text {
            stale.push(name);
        }
    }
    assert!(stale.is_empty(), "{stale:?} changed: look at them, then run the tests with UPDATE_REFERENCE=1");
}

fn is_mean(form: &Form) -> bool {
    matches!(form, Form::Mean { .. })
}

/// One below the other, so that a browser opens the file.
fn picture(drawn: &[(&str, Option<String>)]) -> String {
    let mut text = format!("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"600\">\n{}\n", defs());
    let mut y = 20;
    for (name, svg) in drawn {
        let Some(svg) = svg else {
            writeln!(text, "<!-- {name}: nothing is drawn -->").unwrap();
            continue;
        };
        let height: u32 = after(svg, "height=\"").parse().unwrap();
        writeln!(text, "<!-- {name} -->\n<g transform=\"translate(0 {y})\">{svg}</g>").unwrap();
        y += height + 20;
    }
    text + "</svg>\n"
}

/// What stands in quotes after the first such attribute.
fn after<'s>(svg: &'s str, attribute: &str) -> &'s str {
    svg.split_once(attribute).unwrap().1.split('"').next().unwrap()
}

/// The attributes of all elements: name and value.
fn attributes(svg: &str) -> impl Iterator<Item = (&str, &str)> {
    let tags = svg.split('<').filter_map(|tag| tag.split('>').next());
    tags.flat_map(|tag| tag.split("\" ")).filter_map(|one| {
        let (name, value) = one.split_once("=\"")?;
        Some((name.rsplit(' ').next()?, value.trim_end_matches(['/', '"'])))
    })
}

/// Every number is one, and every place along the drawing lies within it.
fn is_sound(svg: &str) {
    for word in ["NaN", "inf", "style=", "<script"] {
        assert!(!svg.contains(word), "{word}: {svg}");
    }
    let places = attributes(svg).filter(|(_, value)| value.ends_with('%'));
    for (name, value) in places {
        let place: f64 = value.trim_end_matches('%').parse().unwrap_or_else(|_| panic!("{name}={value}"));
        assert!((0.0..=100.0).contains(&place), "{name}={value}: {svg}");
    }
    for rect in svg.split("<rect ").skip(1) {
        let number = |name| after(rect, name).trim_end_matches('%').parse::<f64>().unwrap();
        assert!(number(" x=\"") + number(" width=\"") <= 100.02, "{rect}");
    }
    for path in svg.split(" d=\"").skip(1) {
        let path = path.split('"').next().unwrap();
        let numbers =
            path.split(|c: char| c.is_ascii_alphabetic() || c == ' ').filter(|number| !number.is_empty());
        numbers.for_each(|number| assert!(number.parse::<f64>().is_ok_and(f64::is_finite), "{path}"));
    }
}

/// What is written on a drawing is text, whatever it holds.
#[test]
fn words_stay_words() {
    let long = "Otoño ".repeat(50);
    let hostile = [
        "<script>alert(1)</script>",
        "\"' onload=\"x",
        "]]>&amp;<!--",
        "שלום <b>",
        &*long,
        "\u{0}\u{b}\u{ffff}a",
    ];
    let figures = figures();
    for (words, (_, figure)) in hostile.iter().flat_map(|words| figures.iter().map(move |one| (words, one))) {
        // Of the same length, for labels make room for each other.
        let plain = draw(figure, figure, &"a".repeat(words.chars().count()));
        for ((chart, svg), (_, plain)) in draw(figure, figure, words).into_iter().zip(&plain) {
            let (Some(svg), Some(plain)) = (svg, plain) else { continue };
            is_sound(&svg);
            let shape = |svg: &str| (svg.matches('<').count(), attributes(svg).count());
            assert_eq!(shape(&svg), shape(plain), "{chart}: {svg}");
            let control = |c: char| c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}');
            assert!(!svg.contains(control), "{chart}: {svg}");
        }
    }
}

/// Where one number more or less is not told, no byte of a drawing tells it.
#[test]
fn a_protected_count_moves_nothing() {
    let limits = Limits { k: 3, group: 8 };
    let other = figures().remove(0).1;
    for (n, counts) in [(12, [9, 10, 11, 12]), (12, [0, 1, 2, 3]), (38, [35, 36, 37, 38])] {
        let drawn = counts.map(|x| draw(&ladder::share(limits, n, x), &other, "w"));
        assert!(drawn.iter().all(|one| *one == drawn[0]), "of {n}: {drawn:#?}");
    }
}

/// No chart stands where no number may be drawn.
#[test]
fn what_is_not_shown_is_not_drawn() {
    for (name, figure) in figures().iter().filter(|(_, figure)| !figure.is_shown()) {
        for (chart, drawn) in draw(figure, figure, "w") {
            assert_eq!(drawn, None, "{chart} {name}");
        }
    }
}

fn forms() -> impl Strategy<Value = Form> {
    let share = (1..500_u32, 0..500_u32, 0..3_usize).prop_map(|(n, x, kind)| {
        let x = x.min(n);
        let count = ["exact", "at-most", "at-least"][kind];
        format!("{{ form: share, n: {n}, x: {{ {count}: {x} }} }}")
    });
    let split = proptest::collection::vec((0..60_u32, 0..3), 1..7).prop_map(|cells| {
        let n: u32 = cells.iter().map(|(count, _)| count).sum();
        let cell = |(count, kind): &(u32, i32)| {
            let kind = match kind {
                0 => "lead",
                1 => "other",
                _ => "unrecorded",
            };
            format!("{{ name: a, count: {count}, kind: {kind} }}")
        };
        let cells: Vec<String> = cells.iter().map(cell).collect();
        format!("{{ form: split, n: {n}, cells: [{}] }}", cells.join(", "))
    });
    let mean = (0..5_u32, 1..10_u32, 0..150_u32, 0..3_usize).prop_map(|(low, width, tenths, clamp)| {
        let (high, clamp) = (low + width, ["none", "or-lower", "or-higher"][clamp]);
        format!(
            "{{ form: mean, n: 30, answered: 20, low: {low}, high: {high}, tenths: {tenths}, clamp: {clamp}, sd-half-steps: 2 }}"
        )
    });
    let open = any::<u64>().prop_map(|value| format!("{{ form: open, value: {} }}", value >> 1));
    prop_oneof![share, split, mean, open].prop_map(|text| serde_yaml::from_str(&text).unwrap())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn stay_within_their_frame(figure in forms(), other in forms()) {
        for svg in draw(&figure, &other, "w").into_iter().filter_map(|(_, drawn)| drawn) {
            is_sound(&svg);
        }
    }
}
