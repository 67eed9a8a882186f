//! Drawings of published figures: each as it was last looked at, and what must be true of all of them.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

use mentorbook::charts::{CHARTS, Chart, Example, defs, sign};
use mentorbook::outcomes::disclose::{Class, Fact, Form, Limits, ladder};
use mentorbook::outcomes::{self, Published, fingerprint};
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

/// Two forms as a release prints them and a page reads them: through `published.yaml`, for there is no other way.
fn with_published<T>(
    figure: &Form,
    other: &Form,
    then: impl FnOnce(Published<&Form>, Published<&Form>) -> T,
) -> T {
    let fact = |key: &str, form: &Form| Fact {
        key: key.parse().unwrap(),
        class: Class::Ordinary,
        form: form.clone(),
    };
    let facts = vec![fact("a/figure", figure), fact("a/other", other)];
    let release = outcomes::Release {
        id: format!("0001-{}", fingerprint(&facts)),
        date: "2026-11-22".parse().unwrap(),
        closed: true,
        k: 3,
        group: 8,
        held_back: Vec::new(),
        facts,
        file: mentorbook::diag::FileId::default(),
    };
    let sources = scan(&Memory::default().with("cohorts/c/published.yaml", release.to_string())).unwrap();
    let mut found = Vec::new();
    let all = outcomes::published(&sources, &mut found);
    let release = all.values().next().unwrap_or_else(|| panic!("{found:?}"));
    let mut read = release.figures().map(|(_, figure)| figure);
    then(read.next().unwrap(), read.next().unwrap())
}

fn draw(chart: &Chart, figure: &Form, other: &Form, words: &str) -> Option<String> {
    with_published(figure, other, |figure, other| (chart.draw)(&Example { figure, other, words }))
}

/// Each chart with every figure, as one picture. `UPDATE_REFERENCE=1` writes them anew.
#[test]
fn are_as_they_were_looked_at() {
    let figures = figures();
    let mut stale = Vec::new();
    let mut pictures: BTreeMap<&str, Vec<(&str, Option<String>)>> = BTreeMap::new();
    for chart in CHARTS {
        for (name, figure) in &figures {
            // Two shares for all but means, which stand on a scale of their own.
            let other = figures
                .iter()
                .find(|(name, _)| name.starts_with("mean") == is_mean(figure) && name != "none");
            pictures
                .entry(chart.name)
                .or_default()
                .push((name, draw(chart, figure, &other.unwrap().1, "Ten weeks")));
        }
    }
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
    for chart in CHARTS {
        for words in hostile {
            for (_, figure) in &figures {
                let Some(svg) = draw(chart, figure, figure, words) else { continue };
                is_sound(&svg);
                let plain = draw(chart, figure, figure, "plain").unwrap();
                let shape = |svg: &str| (svg.matches('<').count(), attributes(svg).count());
                assert_eq!(shape(&svg), shape(&plain), "{}: {svg}", chart.name);
                let control = |c: char| c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}');
                assert!(!svg.contains(control), "{}: {svg}", chart.name);
            }
        }
    }
}

/// Where one number more or less is not told, no byte of a drawing tells it.
#[test]
fn a_protected_count_moves_nothing() {
    let limits = Limits { k: 3, group: 8 };
    let other = figures().remove(0).1;
    for (n, counts) in [(12, [9, 10, 11, 12]), (12, [0, 1, 2, 3]), (38, [35, 36, 37, 38])] {
        for chart in CHARTS {
            let drawn = counts.map(|x| draw(chart, &ladder::share(limits, n, x), &other, "w"));
            assert!(drawn.iter().all(|one| *one == drawn[0]), "{} of {n}: {drawn:?}", chart.name);
        }
    }
}

/// No chart stands where no number may be drawn.
#[test]
fn what_is_not_shown_is_not_drawn() {
    for (name, figure) in figures().iter().filter(|(_, figure)| !figure.is_shown()) {
        for chart in CHARTS {
            assert_eq!(draw(chart, figure, figure, "w"), None, "{} {name}", chart.name);
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
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn stay_within_their_frame(figure in forms(), other in forms()) {
        for chart in CHARTS {
            draw(chart, &figure, &other, "w").iter().for_each(|svg| is_sound(svg));
        }
    }
}
