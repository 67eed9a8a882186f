//! What can be typed. Each option that a program may want to keep also has a variable, `MENTORBOOK_…`.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::builder::PossibleValue;
use clap::{Parser, Subcommand, ValueEnum};

use crate::diag::Format;
use crate::init::LENGTHS;
use crate::model::{MatchModel, Population};

pub(super) use super::args_export::{Export, Exported, FileFormat};
pub(super) use super::args_rows::{Forget, Release, Retire};

/// Turns a mentoring program's files into a checked handbook site.
#[derive(Debug, Parser)]
#[command(name = "mentorbook", version, after_help = EXAMPLES, max_term_width = 100)]
pub(super) struct Args {
    #[command(subcommand)]
    pub command: Command,
    #[command(flatten)]
    pub global: Global,
}

const EXAMPLES: &str = "\
Examples:
  mentorbook init our-program     make a new handbook, with six questions
  mentorbook serve --open         read it in the browser while you write
  mentorbook check                find what does not fit together
  mentorbook build                write the site into output/public

Exit status: 0 when all is well, 1 when something in the files is wrong, 2 when a command could not run.
An option counts more than its variable (MENTORBOOK_…), and a variable more than program.yaml.";

/// What every command takes.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Everywhere")]
pub(super) struct Global {
    /// The program's folder; otherwise the nearest one upwards that holds content/program.yaml
    #[arg(long, value_name = "DIR", global = true, env = "MENTORBOOK_ROOT", hide_env = true)]
    pub root: Option<PathBuf>,
    /// Say only what is wrong
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    pub quiet: bool,
    /// Say more
    #[arg(short, long, global = true)]
    pub verbose: bool,
    /// When to use colours; `NO_COLOR` is obeyed as well
    #[arg(
        long,
        value_name = "WHEN",
        global = true,
        default_value = "auto",
        env = "MENTORBOOK_COLOR",
        hide_env = true
    )]
    pub color: Colour,
}

/// When to use colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Colour {
    Auto,
    Always,
    Never,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    Init(Init),
    Check(Check),
    Build(Build),
    Serve(Serve),
    Release(Release),
    Retire(Retire),
    Forget(Forget),
    Export(Export),
    Explain(Explain),
    Completions(Completions),
}

/// Make a new handbook: complete, dated, ready to build
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  mentorbook init our-program
  mentorbook init our-program --yes
  mentorbook init . --name \"Lantern\" --weeks 24 --start 2027-01-11 --people minors \\
      --model one_to_one --languages en,es

What an option does not say is asked, or taken as usual with --yes. A folder that has files in it is
left alone.")]
pub(super) struct Init {
    /// The folder of the new program
    #[arg(default_value = ".")]
    pub dir: PathBuf,
    /// The program's name
    #[arg(long)]
    pub name: Option<String>,
    /// How many weeks a match lasts
    #[arg(long, value_parser = clap::value_parser!(u32).range(i64::from(*LENGTHS.start())..=i64::from(*LENGTHS.end())))]
    pub weeks: Option<u32>,
    /// The first day of the first cohort, such as 2027-01-11
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub start: Option<NaiveDate>,
    /// Who takes part
    #[arg(long, value_enum)]
    pub people: Option<People>,
    /// How people are brought together
    #[arg(long, value_enum)]
    pub model: Option<Model>,
    /// The languages of the site: en, or en,es
    #[arg(long, value_delimiter = ',', value_name = "LANG")]
    pub languages: Option<Vec<String>>,
    /// The time zone of the program's hours, such as Europe/Lisbon; otherwise this computer's
    #[arg(long, value_name = "ZONE")]
    pub timezone: Option<String>,
    /// Ask nothing
    #[arg(short, long)]
    pub yes: bool,
}

/// Find what is wrong in the content, and where
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  mentorbook check
  mentorbook check --fix                                put right what has one clear remedy
  mentorbook check --strict --format github             in a workflow
  mentorbook check --baseline accepted.yaml --update-baseline
                                                        accept what there is; only new findings count

Each finding carries a code in brackets: `mentorbook explain CODE` says why it matters and how to mend it.")]
pub(super) struct Check {
    #[command(flatten)]
    pub reading: Reading,
    #[command(flatten)]
    pub judging: Judging,
    /// Put right what has one clear remedy
    #[arg(long)]
    pub fix: bool,
    /// How findings are written
    #[arg(long, value_enum, default_value = "human", env = "MENTORBOOK_FORMAT", hide_env = true)]
    pub format: Format,
    /// Accept all present findings, and write them into the file that --baseline names
    #[arg(long, requires = "baseline")]
    pub update_baseline: bool,
    /// Leave out all that rows about people tell, for logs that others can read: whatever is found in private files,
    /// and what follows from them; it does not turn the exit status either
    #[arg(long)]
    pub no_snippets: bool,
}

/// Check the content and write the site
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  mentorbook build
  mentorbook build --edition team --out ../team-site
  mentorbook build --base-url https://example.org/handbook/
  mentorbook build --as-of 2027-03-01                   as it would be on that day

Only pages that changed are written. If something is wrong, nothing is.")]
pub(super) struct Build {
    #[command(flatten)]
    pub reading: Reading,
    #[command(flatten)]
    pub judging: Judging,
    /// Where the site will stand, for feeds, the site map and the error page
    #[arg(long, value_name = "URL", env = "MENTORBOOK_BASE_URL", hide_env = true, value_parser = url)]
    pub base_url: Option<String>,
    /// The folder of the site; otherwise output/ and the edition's name
    #[arg(long, value_name = "DIR", env = "MENTORBOOK_OUT", hide_env = true)]
    pub out: Option<PathBuf>,
    /// Leave out the search
    #[arg(long)]
    pub no_search: bool,
}

/// Show the site on this computer, and reload it as you save
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  mentorbook serve --open
  mentorbook serve --edition staff --port 4000
  mentorbook serve --drafts

Only this computer can reach it. What is wrong in a file is shown in the page. Stop it with Ctrl+C.")]
pub(super) struct Serve {
    #[command(flatten)]
    pub reading: Reading,
    /// The port; if it is taken, the next free one
    #[arg(long, default_value_t = 3100, env = "MENTORBOOK_PORT", hide_env = true)]
    pub port: u16,
    /// Open the browser
    #[arg(long)]
    pub open: bool,
}

/// Say what a finding means and how to mend it, what a file may hold, or why a published figure reads as it does
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  mentorbook explain                    all codes
  mentorbook explain unknown-reference  why it matters, how to mend it
  mentorbook explain phases.yaml        its keys and what each takes
  mentorbook explain matches.csv        the columns of a row file and what each takes
  mentorbook explain --model            the keys of all files of the content
  mentorbook explain 2024-autumn        each published figure, and why it reads as it does
  mentorbook explain 2023-autumn+2024-autumn+2025-spring
                                        the same of a pool")]
pub(super) struct Explain {
    /// The code that stands in brackets in a message; a file: program.yaml, cohort, guides, matches.csv;
    /// or a cohort that is published
    #[arg(conflicts_with = "model")]
    pub name: Option<String>,
    /// The keys of all files
    #[arg(long)]
    pub model: bool,
}

/// Write completions for a shell
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  mentorbook completions bash > ~/.local/share/bash-completion/completions/mentorbook
  mentorbook completions zsh > ~/.zfunc/_mentorbook
  mentorbook completions fish > ~/.config/fish/completions/mentorbook.fish")]
pub(super) struct Completions {
    /// The shell
    pub shell: clap_complete::Shell,
}

/// What is read, and as whom.
#[derive(Debug, clap::Args)]
pub(super) struct Reading {
    /// The edition of program.yaml; otherwise `public`
    #[arg(long, value_name = "NAME", env = "MENTORBOOK_EDITION", hide_env = true)]
    pub edition: Option<String>,
    /// The private folder with rows about people
    #[arg(long, value_name = "DIR", env = "MENTORBOOK_DATA", hide_env = true)]
    pub data: Option<PathBuf>,
    /// A theme to lay over the one that is built in
    #[arg(long, value_name = "DIR", env = "MENTORBOOK_THEME", hide_env = true)]
    pub theme: Option<PathBuf>,
    /// The day to take for today, such as 2027-03-01
    #[arg(long, value_name = "DATE", env = "MENTORBOOK_AS_OF", hide_env = true, value_parser = date)]
    pub as_of: Option<NaiveDate>,
    /// Take drafts in
    #[arg(long)]
    pub drafts: bool,
}

/// What counts as wrong.
#[derive(Debug, clap::Args)]
pub(super) struct Judging {
    /// Warnings count as errors
    #[arg(long)]
    pub strict: bool,
    /// A file with accepted findings, which do not count
    #[arg(long, value_name = "FILE", env = "MENTORBOOK_BASELINE", hide_env = true)]
    pub baseline: Option<PathBuf>,
}

/// The ages of those who take part, as people say them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum People {
    #[value(alias = "adult")]
    Adults,
    #[value(alias = "minor")]
    Minors,
    #[value(alias = "both")]
    Mixed,
}

impl From<People> for Population {
    fn from(people: People) -> Self {
        match people {
            People::Adults => Self::Adult,
            People::Minors => Self::Minor,
            People::Mixed => Self::Mixed,
        }
    }
}

/// A match model, by the words of program.yaml.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Model(pub MatchModel);

impl ValueEnum for Model {
    fn value_variants<'a>() -> &'a [Self] {
        const ALL: &[Model] = &[
            Model(MatchModel::OneToOne),
            Model(MatchModel::Group),
            Model(MatchModel::Peer),
            Model(MatchModel::Reverse),
            Model(MatchModel::Flash),
        ];
        ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        let word = PossibleValue::new(self.0.word());
        Some(if self.0 == MatchModel::OneToOne { word.alias("one-to-one") } else { word })
    }
}

impl ValueEnum for Format {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self::Human, Self::Short, Self::Json, Self::Sarif, Self::Github]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Self::WORDS.iter().find(|(_, format)| format == self).map(|(word, _)| PossibleValue::new(*word))
    }
}

/// A day as ISO writes it.
pub(super) fn date(text: &str) -> Result<NaiveDate, String> {
    let wrong = || format!("`{text}` is not a day; write it like 2027-01-11");
    if text.len() == 10 { text.parse().map_err(|_| wrong()) } else { Err(wrong()) }
}

/// An id as cells hold it: `;` stands between two of them.
pub(super) fn person(text: &str) -> Result<String, String> {
    let text = text.trim();
    if text.is_empty() || text.contains(|c: char| c == ';' || c.is_control()) {
        return Err("write one id, as it stands in the rows".to_owned());
    }
    Ok(text.to_owned())
}

pub(super) fn url(text: &str) -> Result<String, String> {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    match rest {
        Some(host) if !host.is_empty() && !host.contains(char::is_whitespace) => Ok(text.to_owned()),
        _ => Err("write the whole address, like https://example.org/handbook/".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_definitions_hold_together() {
        Args::command().debug_assert();
        assert_eq!(Model::value_variants().len(), MatchModel::ALL.len());
        assert_eq!(Format::value_variants().len(), Format::WORDS.len());
    }

    #[test]
    fn every_command_has_examples() {
        for command in Args::command().get_subcommands().filter(|c| c.get_name() != "help") {
            let after = command.get_after_help().map(ToString::to_string).unwrap_or_default();
            assert!(after.starts_with("Examples:\n  mentorbook "), "{}", command.get_name());
        }
    }
}
