//! `mentorbook explain`: the document of a code or file, the list of codes, or what is published of a cohort.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use unicode_width::UnicodeWidthStr;

use super::args::Explain;
use super::project::folder;
use super::release::figures;
use super::{Status, Stop, terminal};
use crate::diag::{Code, nearest};
use crate::model::FILES;
use crate::outcomes::{self, Published, Release};
use crate::source::{Memory, scan};
use crate::{pipeline, reference};

pub(super) fn run(args: &Explain, root: Option<&Path>) -> Result<Status, Stop> {
    let codes = codes();
    let text = match &args.name {
        None if args.model => reference::model(),
        None => list(&codes),
        Some(name) => {
            let code = codes.iter().find(|code| code.word == name).map(|code| document(code));
            let file = || FILES.iter().find(|file| reference::names(file).contains(&name.as_str()));
            let rows = || outcomes::rows::model::file(name);
            match code.or_else(|| file().map(reference::file)).or_else(rows) {
                Some(text) => text,
                None => published(name, root)?.ok_or_else(|| unknown(name, &codes))?,
            }
        }
    };
    terminal::result(text.as_bytes())?;
    Ok(Status::Fine)
}

/// What is published of a cohort, or of a pool whose cohorts are joined by `+`: from its `published.yaml`
/// and nothing else.
fn published(name: &str, root: Option<&Path>) -> Result<Option<String>, Stop> {
    let bare = name.strip_prefix("cohorts/").or_else(|| name.strip_prefix("pools/")).unwrap_or(name);
    let cohorts: BTreeSet<&str> = bare.split('+').collect();
    if cohorts.iter().any(|id| id.is_empty() || !id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')) {
        return Ok(None);
    }
    let root = match (folder(root), root) {
        (Ok(folder), _) => folder,
        (Err(stop), Some(_)) => return Err(stop),
        // Codes and files are explained everywhere.
        (Err(_), None) => return Ok(None),
    };
    let name = cohorts.iter().copied().collect::<Vec<_>>().join("+");
    let parent = if cohorts.len() > 1 { "pools" } else { "cohorts" };
    let below = format!("{parent}/{name}/published.yaml");
    let file = root.join("content").join(&below);
    let shown = file.display().to_string().replace('\\', "/");
    let text = match fs::read(&file) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound => {
            let is_cohort = root.join("content/cohorts").join(&name).is_dir() || cohorts.len() > 1;
            return if is_cohort { Err(unreleased(&name)) } else { Ok(None) };
        }
        Err(error) => return Err(Stop::new(format!("{shown}: {error}"))),
    };
    let mut found = Vec::new();
    let all = outcomes::published(&scan(&Memory::default().with(&below, text))?, &mut found);
    match all.values().next().map(Published::get) {
        Some(release) => Ok(Some(told(&name, release))),
        None => Err(Stop::new(format!(
            "{shown}: {}",
            found.first().map_or("it cannot be read", |one| one.message.as_str())
        ))
        .help("`mentorbook check` shows where")),
    }
}

fn unreleased(name: &str) -> Stop {
    Stop::new(format!("nothing is published of `{name}`"))
        .help(format!("see what would be: `mentorbook release {name} --dry-run`"))
}

/// A function of the release alone: whoever has the file has all that this says.
fn told(name: &str, release: &Release) -> String {
    let Release { id, date, closed, k, group, held_back, .. } = release;
    let state = if *closed { "closed" } else { "running: open figures only" };
    let rule = format!(
        "An exact count leaves more than {k} people on either side, and more matches than that where people stand in \
         several; where that does not hold it reads “or more”, “or fewer” or “not shown”. Of groups below {group} nothing is told. “Not shown” is never 0."
    );
    let mut text = format!("{name} ({state}), release {id} of {date}\n\n{}\n", wrapped(&rule, 100, 0));
    if !held_back.is_empty() {
        let note = format!(
            "Later corrected data are not shown of: {}. The few who changed could be told by the difference, so \
             the figures released before stay.",
            held_back.join(", ")
        );
        let _ = write!(text, "\n{}\n", wrapped(&note, 100, 0));
    }
    text + &figures(release)
}

/// Every code that a command can show, by word.
fn codes() -> Vec<&'static Code> {
    pipeline::codes()
}

fn unknown(word: &str, codes: &[&Code]) -> Stop {
    let files = FILES.iter().flat_map(reference::names);
    let rows: Vec<String> = outcomes::rows::model::names().map(|name| format!("{name}.csv")).collect();
    let known = codes.iter().map(|code| code.word).chain(files);
    let known = known.map(str::to_owned).chain(rows).collect::<Vec<_>>();
    let help = match nearest(word, known.iter().map(String::as_str)) {
        Some(near) => format!("did you mean `{near}`?"),
        None => "`mentorbook explain` lists all codes, `--model` all files".to_owned(),
    };
    Stop::new(format!("there is no code, file or published cohort `{word}`")).help(help)
}

fn list(codes: &[&Code]) -> String {
    let longest = codes.iter().map(|code| code.word.len()).max().unwrap_or(0);
    let mut text = String::new();
    for code in codes {
        let line = wrapped(code.says, 100 - longest.min(60) - 2, longest + 2);
        let _ = writeln!(text, "{:longest$}  {}", code.word, line.trim_start());
    }
    text.push_str("\n`mentorbook explain CODE` says why it matters and how to mend it.\n");
    text
}

fn document(code: &Code) -> String {
    let mut text = format!("{} ({})\n\n{}\n", code.word, code.severity.word(), wrapped(code.says, 80, 0));
    for (head, body) in [("Why", code.why), ("How to mend it", code.fix)] {
        let _ = write!(text, "\n{head}\n{}\n", wrapped(body, 76, 2));
    }
    text.push_str("\nExample\n");
    for line in code.example.trim_matches('\n').lines() {
        let _ = writeln!(text, "{}", format!("  {line}").trim_end());
    }
    text
}

/// Words in lines of at most this width, each behind an indent.
fn wrapped(text: &str, width: usize, indent: usize) -> String {
    let indent = " ".repeat(indent);
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let line =
            lines.last_mut().filter(|line| line.is_empty() || line.width() + 1 + word.width() <= width);
        match line {
            Some(line) if line.is_empty() => line.push_str(word),
            Some(line) => {
                line.push(' ');
                line.push_str(word);
            }
            None => lines.push(word.to_owned()),
        }
    }
    lines.iter().map(|line| format!("{indent}{line}")).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_wrapped() {
        assert_eq!(wrapped("one two three four", 9, 2), "  one two\n  three\n  four");
        assert_eq!(wrapped("unbreakable", 4, 0), "unbreakable");
    }

    #[test]
    fn a_wrong_code_names_the_nearest() {
        let stop = unknown("unknown-keys", &codes());
        assert_eq!(stop.help.as_deref(), Some("did you mean `unknown-key`?"));
        let stop = unknown("phase.yaml", &codes());
        assert_eq!(stop.help.as_deref(), Some("did you mean `phases.yaml`?"));
    }
}
