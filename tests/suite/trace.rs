//! Every number of one cohort's page, traced by hand to its rows: Autumn 2024.
//!
//! Each line of the trace says which rows of which files a figure counts, counts them with the csv crate alone,
//! and states by hand what is printed. Must not use the program's own counting, policy or intervals.

mod lines;
mod rows;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use mentorbook::source::Memory;
use serde_yaml::Value;

use self::lines::{BESIDE, Line, TRACE};
use self::rows::Rows;
use crate::site::Site;

const COHORT: &str = "2024-autumn";

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).into()
}

// ---------------------------------------------------------------- against published.yaml

/// The release as a tree of YAML.
fn published(cohort: &str) -> Value {
    let path = root().join(format!("content/cohorts/{cohort}/published.yaml"));
    serde_yaml::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// What a figure of it says, in short.
fn said(fact: &Value) -> String {
    let n = |of: &Value, key: &str| of[key].as_u64().unwrap();
    match fact["form"].as_str().unwrap() {
        "open" => n(fact, "value").to_string(),
        "not-shown" => format!("not shown: {}", fact["why"].as_str().unwrap()),
        "mean" => {
            let (tenths, low, high) = (n(fact, "tenths"), n(fact, "low"), n(fact, "high"));
            assert_eq!(fact["clamp"].as_str(), Some("none"));
            let (answered, n) = (n(fact, "answered"), n(fact, "n"));
            format!("{}.{} from {low} to {high}, {answered} or more of {n}", tenths / 10, tenths % 10)
        }
        "share" => {
            let (kind, x) = fact["x"].as_mapping().unwrap().iter().next().unwrap();
            let words = match kind.as_str().unwrap() {
                "exact" => "",
                "at-least" => " or more",
                _ => " or fewer",
            };
            format!("{}{words} of {}", x.as_u64().unwrap(), n(fact, "n"))
        }
        _ => {
            let cells = fact["cells"].as_sequence().unwrap().iter();
            let cells: Vec<String> = cells
                .map(|cell| format!("{} {}", cell["name"].as_str().unwrap(), n(cell, "count")))
                .collect();
            cells.join(", ")
        }
    }
}

/// Whether what is printed is true of what was counted, and tells the first count or hides it.
fn is_true(line: &Line) -> bool {
    let (words, x) = (line.printed, line.counted[0]);
    let told: usize = words.split(|c: char| !c.is_ascii_digit()).find_map(|n| n.parse().ok()).unwrap_or(0);
    match () {
        () if words.starts_with("not shown") => true,
        () if words.contains(" from ") => {
            words.starts_with(&format!("{}.{} ", x / 10, x % 10)) && line.counted[1] >= 20
        }
        () if words.contains(" or more of ") => x >= told,
        () if words.contains(" or fewer of ") => x <= told,
        () if line.key == "matches/mentor-hours" => x.abs_diff(told) <= 25,
        () if words.contains(' ') && !words.contains(" of ") => {
            words.split(", ").zip(line.counted).all(|(cell, n)| cell.ends_with(&format!(" {n}")))
        }
        () => x == told,
    }
}

#[test]
fn every_published_figure_is_traced_to_its_rows() {
    let rows = Rows::read();
    let release = published(COHORT);
    let mut printed: BTreeMap<String, String> = release["facts"]
        .as_sequence()
        .unwrap()
        .iter()
        .map(|fact| (fact["key"].as_str().unwrap().to_owned(), said(fact)))
        .collect();
    for line in TRACE {
        assert_eq!((line.count)(&rows), line.counted, "{}: {}", line.key, line.rows);
        assert_eq!(printed.remove(line.key).as_deref(), Some(line.printed), "{}: {}", line.key, line.rows);
        assert!(is_true(line), "{}: {:?} is printed as {}", line.key, line.counted, line.printed);
    }
    assert!(printed.is_empty(), "nobody has traced {printed:?}");
}

// ---------------------------------------------------------------- against the page

/// Wilson's interval in whole percent, rounded outwards.
fn wilson(x: f64, n: f64) -> (f64, f64) {
    let (z, p) = (1.959_964, x / n);
    let middle = p + z * z / (2.0 * n);
    let half = z * (p * (1.0 - p) / n + z * z / (4.0 * n * n)).sqrt();
    let percent = |end: f64| 100.0 * end / (1.0 + z * z / n);
    (percent(middle - half).floor(), percent(middle + half).ceil())
}

/// All that may stand on the page: numbers, so many of so many, and ranges.
#[derive(Default)]
struct Explained {
    words: BTreeSet<String>,
    shares: BTreeSet<String>,
    ranges: BTreeSet<String>,
}

impl Explained {
    fn of_the_trace() -> Self {
        let mut all = Self::default();
        for line in TRACE {
            let cells: Vec<&str> = line.printed.split(", ").collect();
            all.number(&cells);
            if line.printed.contains(" from ") {
                all.shares.insert(cells[1].to_owned());
            } else if line.printed.contains(" of ") {
                all.share(line.printed);
            } else if cells.len() > 1 {
                let counts: Vec<u32> =
                    cells.iter().map(|cell| cell.rsplit(' ').next().unwrap().parse().unwrap()).collect();
                all.share(&format!("{} of {}", counts[0], counts.iter().sum::<u32>()));
            }
        }
        for (beside, _) in BESIDE {
            match () {
                () if beside.contains(" of ") => all.share(beside),
                () => all.number(&[beside]),
            }
        }
        all.words.insert(published(COHORT)["release"].as_str().unwrap().to_owned());
        all
    }

    /// Every number of these texts.
    fn number(&mut self, texts: &[&str]) {
        self.words.extend(
            texts.iter().flat_map(|text| text.split(' ')).filter(|word| is_number(word)).map(str::to_owned),
        );
    }

    /// "35 or more of 38", with its percentage and its range.
    fn share(&mut self, text: &str) {
        self.shares.insert(text.to_owned());
        let words: Vec<&str> = text.split(' ').collect();
        let (first, last) =
            (words[0].parse::<f64>().unwrap(), words[words.len() - 1].parse::<f64>().unwrap());
        let ((low, high), percent) = (wilson(first, last), 100.0 * first / last);
        let (percent, low, high) = match words[2] {
            "more" => (percent.floor(), low, 100.0),
            "fewer" => (percent.ceil(), 0.0, high),
            _ => (percent.round(), low, high),
        };
        self.words.extend([words[0].to_owned(), words[words.len() - 1].to_owned()]);
        self.words.extend([percent, low, high].map(|n| format!("{n}%")));
        self.ranges.insert(format!("{low}% to {high}%"));
    }
}

fn is_number(word: &str) -> bool {
    word.contains(|c: char| c.is_ascii_digit())
}

/// The words of the part of a page that tells outcomes, text inside drawings included; in Spanish, with its little
/// words as the English ones and its numbers as English has them.
fn words(html: &str) -> Vec<String> {
    let main = html.split_once("<main").unwrap().1.split_once("<details class=\"o-schedule").unwrap().0;
    let mut text = String::new();
    for piece in main.split('<').skip(1) {
        text.push_str(piece.split_once('>').unwrap().1);
        text.push_str(" | ");
    }
    for (space, plain) in [("&nbsp;", " "), ("\u{a0}", " "), ("\u{202f}", " "), (" %", "%")] {
        text = text.replace(space, plain);
    }
    let english = |word: &str| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric() && !"%|".contains(c));
        let word = if is_number(word) { word.replace(',', ".") } else { word.to_owned() };
        match word.as_str() {
            "de" => "of".to_owned(),
            "al" => "to".to_owned(),
            "o" => "or".to_owned(),
            "más" => "more".to_owned(),
            "menos" => "fewer".to_owned(),
            _ => word,
        }
    };
    let articles = ["the", "las", "los", "el", "between", "entre", "y", "del", ""];
    text.split_whitespace().map(english).filter(|word| !articles.contains(&word.as_str())).collect()
}

/// The ranges of a page: "61% to 87%".
fn ranges(words: &[String]) -> BTreeSet<String> {
    let range = |w: &&[String]| is_number(&w[0]) && w[0].ends_with('%') && w[1] == "to" && is_number(&w[2]);
    words.windows(3).filter(range).map(|w| w.join(" ")).collect()
}

/// The shares of a page: "29 of 38", "35 or more of 38".
fn shares(words: &[String]) -> BTreeSet<String> {
    let count = |word: &str| word.parse::<u32>().is_ok_and(|n| n < 1000);
    let plain = words.windows(3).filter(|w| count(&w[0]) && w[1] == "of" && count(&w[2]));
    let coded = words.windows(5).filter(|w| count(&w[0]) && w[1] == "or" && w[3] == "of" && count(&w[4]));
    plain.map(|w| w.join(" ")).chain(coded.map(|w| w.join(" "))).collect()
}

/// What stands on a page and nobody has explained.
fn unexplained(html: &str, all: &Explained) -> Vec<String> {
    let words = words(html);
    let numbers: BTreeSet<String> = words.iter().filter(|word| is_number(word)).cloned().collect();
    let (shares, ranges) = (shares(&words), ranges(&words));
    // That nothing was found would explain everything.
    assert!(numbers.len() > 60 && shares.len() > 25 && ranges.len() > 18, "{shares:?} {ranges:?}");
    let unknown = numbers.difference(&all.words).chain(shares.difference(&all.shares));
    unknown.chain(ranges.difference(&all.ranges)).cloned().collect()
}

#[test]
fn every_number_on_the_page_is_explained() {
    let site = Site { world: Memory::new(NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()) };
    let files = site.with_folder(&root().join("content")).build();
    let all = Explained::of_the_trace();
    let english = &files[&format!("cohort/{COHORT}.html")];
    for page in [english, &files[&format!("es/cohort/{COHORT}.html")]] {
        let unknown = unexplained(page, &all);
        assert!(unknown.is_empty(), "nobody has explained {unknown:?}");
    }
    for (printed, true_count) in
        [("35 or more of 38", "37 of 38"), ("33 or more of 38", "5 of 38"), ("about 550", "about 567")]
    {
        let forged = english.replace(printed, true_count);
        assert!(forged != *english && !unexplained(&forged, &all).is_empty(), "nobody misses {printed}");
    }
}
