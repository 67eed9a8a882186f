//! A `published.yaml` from a line for each figure, as a release would have written it.

use mentorbook::outcomes::disclose::Fact;
use mentorbook::outcomes::fingerprint;

/// A release of these figures of a cohort or a pool, closed (`yes`) or not.
pub fn published(of: &str, figures: &str, closed: &str) -> String {
    let lines = figures.lines().map(str::trim).filter(|line| !line.is_empty());
    let mut facts: Vec<Fact> = lines.map(|line| serde_yaml::from_str(&figure(line)).unwrap()).collect();
    facts.sort_by(|a, b| a.key.cmp(&b.key));
    let id = format!("0001-{}", fingerprint(of, closed == "yes", &facts));
    let facts: Vec<String> =
        facts.iter().map(|fact| format!("  - {}\n", serde_json::to_string(fact).unwrap())).collect();
    let facts = if facts.is_empty() { " []".to_owned() } else { format!("\n{}", facts.concat()) };
    format!(
        "schema: 1\nrelease: {id}\nof: {of}\ndate: 2025-09-15\nclosed: {closed}\nrules: 3\nk: 3\ngroup: 8\nfacts:{facts}"
    )
}

/// `key: 38` is open, `key: 27 of 38` a share (`35+`, `3-` coded), `key: yes 21, no 10, unrecorded 7` a split;
/// `few` and `pooled` are not shown, `under 8` is too few.
fn figure(line: &str) -> String {
    let (key, value) = line.split_once(": ").unwrap();
    let class = if value == "pooled" { "sensitive" } else { "ordinary" };
    let head = format!("{{ key: {key}, class: ");
    if let Ok(open) = value.parse::<u32>() {
        return format!("{head}open, form: open, value: {open} }}");
    }
    let form = match value {
        "few" => "form: not-shown, why: few-in-cell".to_owned(),
        "pooled" => "form: not-shown, why: pooled".to_owned(),
        "running" => "form: not-shown, why: running".to_owned(),
        "under 8" => "form: too-few, group: 8".to_owned(),
        _ => counted(value),
    };
    format!("{head}{class}, {form} }}")
}

fn counted(value: &str) -> String {
    if let Some((x, n)) = value.split_once(" of ") {
        let side = if x.ends_with('+') {
            "at-least"
        } else if x.ends_with('-') {
            "at-most"
        } else {
            "exact"
        };
        let x = x.trim_end_matches(['+', '-']);
        return format!("form: share, n: {n}, x: {{ {side}: {x} }}");
    }
    let cells: Vec<(&str, u32)> = value
        .split(", ")
        .map(|cell| cell.split_once(' ').unwrap())
        .map(|(name, count)| (name, count.parse().unwrap()))
        .collect();
    let kind = |name: &str| match name {
        "yes" | "completed" | "as-planned" | "goals-met" | "held" | "matched" | "weekly" => "lead",
        "not-recorded" => "unrecorded",
        _ => "other",
    };
    let told = cells
        .iter()
        .map(|(name, count)| format!("{{ name: \"{name}\", count: {count}, kind: {} }}", kind(name)));
    let n: u32 = cells.iter().map(|(_, count)| count).sum();
    format!("form: split, n: {n}, cells: [{}]", told.collect::<Vec<_>>().join(", "))
}
