//! The guides of the starter: weeks and dates in their sentences follow the program's length.

use super::scale::Scale;
use super::{Answers, SHIPPED_NAME, program};

/// Sentences that hold for the shipped program alone, and what another one says instead.
pub(super) const ALWAYS: &[(&str, &str, &str)] = &[("safety.md", ", at both our sites |", " |")];

/// Sentences that hold for the shipped length alone.
pub(super) const OTHER_LENGTH: &[(&str, &str, &str)] = &[
    ("phases/initial.md", "The first eight weeks", "The first weeks"),
    ("phases/first-redesign.md", "Eight weeks ago you wrote", "At the start you wrote"),
    (
        "phases/second-redesign.md",
        "There are seven weeks left after this one.",
        "Only the weeks of the last phase are left after this one.",
    ),
    ("phases/second-redesign.md", "in the last three months", "since the first redesign"),
    ("phases/transition.md", "What the last seven weeks are for", "What the last weeks are for"),
    ("phases/transition.md", "for nine months", "for this long"),
    ("staff/coordinators-year.md", "Contacts through the summer", "Contacts, peer meetings"),
    ("staff/coordinators-year.md", "Silence after the pause", "Silence after a pause"),
];

/// Sentences that speak of a year, for programs that do not take one.
pub(super) const NO_YEAR: &[(&str, &str, &str)] = &[
    ("index.md", "Two people spend a year on", "Two people spend months on"),
    ("index.md", "need in the year", "need"),
    ("phases/index.md", "Phases of the year", "Phases"),
    ("mentors/index.md", "before and during the year", "before and after the start"),
    ("mentors/index.md", "times over the year", "times"),
    ("mentors/peer-meetings.md", "times over the year", "times"),
    ("phases/working.md", "the long middle of the year", "the long middle"),
    ("phases/first-redesign.md", "most of the year", "most of the time"),
    ("endings/completion.md", "before the year is over", "before the program is over"),
    ("endings/rematch.md", "Late in the year", "Late in the program"),
    ("staff/coordinators-year.md", "in each part of the year", "in each part of the program"),
    ("staff/coordinators-year.md", "Through the year", "From start to end"),
];

/// The sums on this page rest on the shipped program's numbers, which nobody can guess anew.
pub(super) const SUMS: &str = "staff/coordinators-year.md";
const SUMS_NOTE: &str = "> [!NOTE]
> **The sums on this page are an example**
>
> They were made for eighty people, 39 weeks and a pause in summer. Do them again with your own numbers.

";

/// One Markdown file of `content/`.
pub(super) fn guide(path: &str, text: &str, answers: &Answers, scale: Scale) -> String {
    let path = path.strip_prefix("guides/").unwrap_or(path);
    let mut text = text.replace(SHIPPED_NAME, &answers.name);
    let retained = program::retained(answers, scale);
    text = text.replace("by 31 December 2028", &format!("by 31 December {retained}"));
    replace(&mut text, path, ALWAYS);
    if !answers.is_year() {
        replace(&mut text, path, NO_YEAR);
    }
    if scale.is_shipped() {
        return text;
    }
    replace(&mut text, path, OTHER_LENGTH);
    if path == SUMS {
        return with_note(&table_weeks(&text, scale));
    }
    if path == "endings/rematch.md" {
        let shortest = scale.length(26);
        let latest = (scale.ends[2] - shortest + 1).max(1);
        text = text
            .replace("at least 26 weeks", &format!("at least {shortest} weeks"))
            .replace("begin by week 14", &format!("begin by week\u{a0}{latest}"));
    }
    let text = text.replace("39 weeks", &format!("{} weeks", answers.weeks));
    named_weeks(&table_weeks(&text, scale), scale).replace('\u{a0}', " ")
}

fn replace(text: &mut String, path: &str, table: &[(&str, &str, &str)]) {
    for (_, old, new) in table.iter().filter(|(of, ..)| *of == path) {
        *text = text.replace(old, new);
    }
}

fn with_note(text: &str) -> String {
    match text.split_once("\n---\n") {
        Some((front, body)) => format!("{front}\n---\n{SUMS_NOTE}{}", body.trim_start_matches('\n')),
        None => text.to_owned(),
    }
}

/// "week 19" and "weeks 4 to 36" anywhere in a sentence.
fn named_weeks(text: &str, scale: Scale) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("eek") {
        let word = rest[at..].strip_prefix("eeks").map_or(3, |_| 4);
        let (before, after) = rest.split_at(at + word);
        out.push_str(before);
        rest = after;
        if let Some(numbers) = after.strip_prefix(' ') {
            let (scaled, left) = span(numbers, scale);
            if left.len() < numbers.len() {
                out.push(' ');
                out.push_str(&scaled);
                rest = left;
            }
        }
    }
    out + rest
}

/// The first column of tables that are headed "Week" or "Weeks".
fn table_weeks(text: &str, scale: Scale) -> String {
    let mut inside = false;
    let mut out = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        inside = line.starts_with("| Week") || (inside && line.starts_with('|'));
        match line.strip_prefix("| ").filter(|_| inside) {
            Some(cells) => {
                let (scaled, left) = span(cells, scale);
                out = out + "| " + &scaled + left;
            }
            None => out.push_str(line),
        }
    }
    out
}

/// A week, or two with "to" or a dash between them, at the start of a text; and what follows.
fn span(text: &str, scale: Scale) -> (String, &str) {
    let Some((from, rest)) = number(text) else { return (String::new(), text) };
    for between in [" to ", "–"] {
        if let Some((to, rest)) = rest.strip_prefix(between).and_then(number) {
            let last = scale.week(to);
            let first = scale.first_week(from).min(last);
            return (if first == last { last.to_string() } else { format!("{first}{between}{last}") }, rest);
        }
    }
    (scale.week(from).to_string(), rest)
}

fn number(text: &str) -> Option<(i32, &str)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = text.split_at(digits);
    number.parse().ok().map(|number| (number, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weeks_in_sentences_and_tables_follow_the_length() {
        let scale = Scale::new(20);
        let told = "In week 19, not in weeks 33 to 39. Two weeks later. Week 2.\n";
        assert_eq!(named_weeks(told, scale), "In week 10, not in weeks 17 to 20. Two weeks later. Week 2.\n");
        let table =
            "| Week | What |\n|---|---|\n| 34 | x 34 |\n| 9 to 17 | y |\n| 35–37 | y |\n\n| 34 | z |\n";
        assert_eq!(
            table_weeks(table, scale),
            "| Week | What |\n|---|---|\n| 18 | x 34 |\n| 5 to 9 | y |\n| 19 | y |\n\n| 34 | z |\n"
        );
    }
}
