//! Tables to take away: they say what is published, for programs that read them, and nothing else.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use chrono::NaiveDate;
use mentorbook::outcomes::disclose::{Clamp, Count, Form, Why};
use mentorbook::outcomes::{Published, Release};
use mentorbook::pipeline::{self, Kept, Options};
use mentorbook::source::{Memory, Root, World};
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::site::Site;

type Files = BTreeMap<String, String>;
type Rows = Vec<BTreeMap<String, String>>;

/// The shipped program, late in the year.
fn shipped() -> Site {
    let world = Memory::new(NaiveDate::from_ymd_opt(2026, 11, 22).unwrap());
    Site { world }.with_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content"))
}

fn published(site: &Site) -> Vec<(String, Release)> {
    let read = pipeline::check(&site.world, &Options::default(), &mut Kept::default()).unwrap();
    let release = |release: &Published<Release>| release.get().clone();
    read.published.iter().map(|(id, one)| (id.to_string(), release(one))).collect()
}

fn rows(csv: &str) -> Rows {
    csv::Reader::from_reader(csv.as_bytes()).deserialize().map(Result::unwrap).collect()
}

fn json(files: &Files, address: &str) -> Value {
    serde_json::from_str(&files[address]).unwrap()
}

#[test]
fn tables_say_what_is_published() {
    let site = shipped();
    let files = site.build();
    let releases = published(&site);
    assert!(releases.len() >= 3);
    let all = rows(&files["figures.csv"]);
    for (cohort, release) in &releases {
        let of_all: Rows = all.iter().filter(|row| row["cohort"] == *cohort).cloned().collect();
        let rows = match files.get(&format!("cohort/{cohort}.csv")) {
            Some(csv) => rows(csv),
            None => of_all.clone(),
        };
        assert_eq!(rows, of_all, "{cohort}");
        let mut expected = Vec::new();
        for fact in &release.facts {
            // About so many: where between, nothing says.
            let of = if fact.key.is_rounded() { [const { String::new() }; 5] } else { numbers(&fact.form) };
            expected.push((fact.key.to_string(), of));
            if let Form::Split { n, cells } = &fact.form {
                expected.extend(cells.iter().map(|cell| {
                    let numbers = [Some(*n), Some(cell.count), Some(cell.count), None, None];
                    (format!("{}#{}", fact.key, cell.name), numbers.map(text))
                }));
            }
        }
        let found: Vec<_> = rows
            .iter()
            .map(|row| {
                let numbers =
                    ["n", "x_lo", "x_hi", "mean_lo", "mean_hi"].map(|name| row[name].replace('.', ""));
                (row["figure"].clone(), numbers)
            })
            .collect();
        assert_eq!(found, expected, "{cohort}");
        for row in &rows {
            let told = row["x_lo"].is_empty() && row["mean_lo"].is_empty();
            assert!(!row["text"].is_empty(), "{row:?}");
            let is_open = row["form"] == "split" || row["text"].starts_with("about ");
            assert!(is_open || told != row["not_shown_because"].is_empty(), "{row:?}");
            assert_eq!(row["ci_lo"].is_empty(), row["ci_hi"].is_empty(), "{row:?}");
        }
    }
}

/// n, the fewest and the most, and the bounds of a mean in tenths.
fn numbers(form: &Form) -> [String; 5] {
    let numbers = match form {
        Form::Open { value } => {
            let value = u32::try_from(*value).unwrap();
            [None, Some(value), Some(value), None, None]
        }
        Form::TooFew { .. } | Form::NotShown { .. } => [None; 5],
        Form::Share { n, x } => match *x {
            Count::Exact(x) => [Some(*n), Some(x), Some(x), None, None],
            Count::AtMost(x) => [Some(*n), Some(0), Some(x), None, None],
            Count::AtLeast(x) => [Some(*n), Some(x), Some(*n), None, None],
        },
        Form::Split { n, cells } => {
            let lead: Vec<u32> = cells
                .iter()
                .filter(|cell| cell.kind == mentorbook::outcomes::disclose::Kind::Lead)
                .map(|cell| cell.count)
                .collect();
            let has = !lead.is_empty() && lead.len() < cells.len();
            let x = has.then(|| lead.iter().sum());
            [Some(*n), x, x, None, None]
        }
        Form::Mean { n, low, high, tenths, clamp, .. } => {
            let least = if *clamp == Clamp::OrLower { low * 10 } else { *tenths };
            let most = if *clamp == Clamp::OrHigher { high * 10 } else { *tenths };
            [Some(*n), None, None, Some(least), Some(most)]
        }
    };
    numbers.map(text)
}

fn text(number: Option<u32>) -> String {
    number.map_or_else(String::new, |number| number.to_string())
}

#[test]
fn packages_describe_their_tables() {
    let files = shipped().build();
    let packages: Vec<&String> =
        files.keys().filter(|address| address.ends_with("datapackage.json")).collect();
    assert!(packages.len() >= 4);
    for address in packages {
        let package = json(&files, address);
        assert!(package.get("created").is_none(), "a clock would make each build another");
        let resource = &package["resources"][0];
        let folder = address.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
        let csv = &files[&format!("{folder}{}", resource["path"].as_str().unwrap())];
        let hash: Vec<String> =
            Sha256::digest(csv.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(resource["hash"], format!("sha256:{}", hash.concat()));
        assert_eq!(resource["bytes"], csv.len());
        assert_eq!(csv.matches('\n').count(), csv.matches("\r\n").count(), "every line ends in CR LF");
        let fields = resource["schema"]["fields"].as_array().unwrap();
        let names: Vec<&str> = fields.iter().map(|field| field["name"].as_str().unwrap()).collect();
        assert_eq!(csv.lines().next().unwrap(), names.join(","));
        let mut keys = BTreeSet::new();
        for row in rows(csv) {
            for field in fields {
                fits(field, &row[field["name"].as_str().unwrap()]);
            }
            let key = &resource["schema"]["primaryKey"];
            let key: Vec<&str> =
                key.as_array().unwrap().iter().map(|k| row[k.as_str().unwrap()].as_str()).collect();
            assert!(keys.insert(key.join(" ")), "{key:?} stands there twice");
        }
    }
}

/// Every reason not to show a figure is one that the package announces, as files and pages write it.
#[test]
fn the_package_knows_why_a_figure_is_not_shown() {
    let files = shipped().build();
    let package = json(&files, "datapackage.json");
    let fields = package["resources"][0]["schema"]["fields"].as_array().unwrap();
    let field = fields.iter().find(|field| field["name"] == "not_shown_because").unwrap();
    let announced = field["constraints"]["enum"].as_array().unwrap();
    let words: Vec<Value> = Why::ALL.iter().map(|why| serde_json::to_value(why).unwrap()).collect();
    assert_eq!(words, Why::ALL.map(Why::word), "as serde writes them");
    assert_eq!(announced[0], "too-few");
    assert_eq!(announced[1..], words);
    // What serde expects are all there are.
    let expected = serde_json::from_str::<Why>("\"none\"").unwrap_err().to_string();
    assert_eq!(expected.matches('`').count() / 2 - 1, words.len(), "{expected}");
}

/// What is not recorded is in no count, and whom a figure is about is said of every word that may stand there.
#[test]
fn the_package_says_what_its_counts_leave_out() {
    let files = shipped().build();
    let package = json(&files, "cohort/2024-autumn.datapackage.json");
    let fields = package["resources"][0]["schema"]["fields"].as_array().unwrap();
    let said = |name: &str| {
        let field = fields.iter().find(|field| field["name"] == name).unwrap();
        field["description"].as_str().unwrap().to_owned()
    };
    for (column, says) in
        [("x_lo", "recorded"), ("x_hi", "recorded"), ("population", "(reported)"), ("population", "(pool")]
    {
        assert!(said(column).contains(says), "{column}: {}", said(column));
    }
    let limits = package.to_string();
    assert!(limits.contains("it takes more where one person may be counted several times"), "{limits}");
}

/// A cell is of the type that its column declares.
fn fits(field: &Value, cell: &str) {
    let limits = &field["constraints"];
    assert!(
        !field["description"].as_str().unwrap().is_empty()
            && !field["description"].as_str().unwrap().starts_with("column-")
    );
    if cell.is_empty() {
        assert!(limits["required"].is_null(), "{field} is empty");
        return;
    }
    let number: Option<f64> = match field["type"].as_str().unwrap() {
        "integer" => Some(f64::from(cell.parse::<u32>().unwrap())),
        "number" => Some(cell.parse().unwrap()),
        _ => None,
    };
    if let Some(number) = number {
        assert!(number >= limits["minimum"].as_f64().unwrap_or(0.0), "{field} {cell}");
        assert!(number <= limits["maximum"].as_f64().unwrap_or(f64::MAX), "{field} {cell}");
    }
    if let Some(words) = limits["enum"].as_array() {
        assert!(words.iter().any(|word| word == cell), "{field} {cell}");
    }
}

#[test]
fn a_name_that_is_a_formula_is_text() {
    let mut site = shipped();
    let measures = String::from_utf8(site.world.read(Root::Content, "measures.yaml").unwrap()).unwrap();
    let renamed = measures.replacen("en: ", "en: =HYPERLINK(\"https://example.org\") ", 1);
    assert_ne!(measures, renamed);
    site = site.with("measures.yaml", renamed);
    let files = site.build();
    let names: BTreeSet<String> =
        rows(&files["figures.csv"]).into_iter().map(|row| row["measure_name"].clone()).collect();
    assert!(names.iter().any(|name| name.starts_with("'=HYPERLINK(")), "{names:?}");
    assert!(!names.iter().any(|name| name.starts_with('=')));
}

#[test]
fn a_license_is_passed_on_and_nothing_published_makes_no_table() {
    let site = shipped();
    let program = site.program();
    let files = site.with("program.yaml", format!("{program}\nlicense: CC-BY-4.0\n")).build();
    assert_eq!(json(&files, "datapackage.json")["licenses"][0]["name"], "CC-BY-4.0");
    let files = Site::base().build();
    assert!(!files.keys().any(|address| address.contains(".csv") || address.ends_with("datapackage.json")));
}
