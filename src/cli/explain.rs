//! `mentorbook explain`: the document of a code or file, or the list of codes.

use std::fmt::Write as _;

use unicode_width::UnicodeWidthStr;

use super::args::Explain;
use super::{Status, Stop, terminal};
use crate::diag::{Code, nearest};
use crate::model::FILES;
use crate::{pipeline, reference};

pub(super) fn run(args: &Explain) -> Result<Status, Stop> {
    let codes = codes();
    let text = match &args.name {
        None if args.model => reference::model(),
        None => list(&codes),
        Some(name) => {
            let code = codes.iter().find(|code| code.word == name).map(|code| document(code));
            let file = || FILES.iter().find(|file| reference::names(file).contains(&name.as_str()));
            code.or_else(|| file().map(reference::file)).ok_or_else(|| unknown(name, &codes))?
        }
    };
    terminal::result(text.as_bytes())?;
    Ok(Status::Fine)
}

/// Every code that a command can show, by word.
fn codes() -> Vec<&'static Code> {
    pipeline::codes()
}

fn unknown(word: &str, codes: &[&Code]) -> Stop {
    let files = FILES.iter().flat_map(reference::names);
    let help = match nearest(word, codes.iter().map(|code| code.word).chain(files)) {
        Some(near) => format!("did you mean `{near}`?"),
        None => "`mentorbook explain` lists all codes".to_owned(),
    };
    Stop::new(format!("there is no code or file `{word}`")).help(help)
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
