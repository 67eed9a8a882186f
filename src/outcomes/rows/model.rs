//! What the row files take, in words: `explain matches.csv`.
//!
//! Writes out what the table of columns declares; knows no rows.

use std::fmt::Write as _;

use super::columns::{Column, ENDINGS, Kind, MATCHES, PARTICIPANTS, RESPONSES, SINGLE};

/// The names of all row files; `responses` stands for those of all surveys.
pub fn names() -> impl Iterator<Item = &'static str> {
    files().map(|(name, _)| name)
}

/// The document of a row file, by its name with or without ending.
pub fn file(name: &str) -> Option<String> {
    let name = name.rsplit('/').next()?.trim_end_matches(".csv").trim_end_matches(".yaml");
    let name = if name.starts_with("responses-") { "responses" } else { name };
    files().find(|(known, _)| *known == name).map(|(name, columns)| document(name, columns))
}

fn files() -> impl Iterator<Item = (&'static str, &'static [Column])> {
    let first = [&PARTICIPANTS, &MATCHES, &ENDINGS].into_iter();
    let files = first.chain(SINGLE.iter().copied()).map(|spec| (spec.name, spec.columns));
    files.chain([("responses", RESPONSES)])
}

fn document(name: &str, columns: &[Column]) -> String {
    let answers = name == "responses";
    let file = if answers { "responses-SURVEY" } else { name };
    let line: Vec<&str> = columns.iter().map(|column| column.name).collect();
    let more = if answers { ",QUESTION,QUESTION" } else { "" };
    let mut out = format!(
        "## `private/cohorts/<id>/{file}.csv`\n\nThe first line names the columns; all of them, in any order:\n\n    {}{more}\n\n\
         One row a line, as CSV in UTF-8. An empty cell says that nothing is recorded.\n\n",
        line.join(",")
    );
    for column in columns {
        let needed = if column.needed { "; required" } else { "" };
        let _ = writeln!(out, "- `{}` ({}{needed})", column.name, takes(column.kind));
    }
    if answers {
        out.push_str(
            "- a column for each question that the survey asks, called as its id in questions.yaml\n\n\
             SURVEY is the id of a survey of cohort.yaml. `person` stands where it has `link: person`, `code` where it \
             has `link: code`; `match` may be left out.\n",
        );
    }
    out
}

fn takes(kind: Kind) -> String {
    let words = match kind {
        Kind::NewId => "an id, opaque and the same everywhere",
        Kind::Match | Kind::AnyMatch => "a match: its id in matches.csv",
        Kind::Person => "a person: the id in participants.csv",
        Kind::People => "people: their ids, separated by `;`",
        Kind::Sides => "mentor, mentee or both; or ids of people of the match, separated by `;`",
        Kind::Staff => "somebody of the staff: an id",
        Kind::Word(words) => return format!("one of: {}", words.join(", ")),
        Kind::Token => "a word or an id of your own",
        Kind::Code => "a code that the person chose; capitals, and zeros before a number, make no other",
        Kind::Date => "a date, such as 2026-03-02",
        Kind::Month => "a month, such as 2026-03",
        Kind::Count => "a whole number, 0 or more",
        Kind::YesNo => "yes or no",
        Kind::Language => "a language, such as es",
        Kind::Site => "a site of program.yaml",
        Kind::Track => "a track of program.yaml",
        Kind::Criteria => "criteria of program.yaml, separated by `;`",
        Kind::CheckIn => "a check-in of check-ins.yaml",
        Kind::Session => "a session of the cohort's calendar",
    };
    words.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_file_is_known_by_its_names() {
        for name in names() {
            assert_eq!(file(name), file(&format!("cohorts/x/{name}.csv")));
        }
        let endings = file("endings.csv").unwrap_or_default();
        assert!(
            endings.contains("    match,ended_on,initiated_by,reason,procedure,certified\n"),
            "{endings}"
        );
        assert!(file("responses-end-mentee.csv").is_some_and(|text| text.contains("`answered_on`")));
        assert!(file("nonsense.csv").is_none());
    }
}
