//! What can be typed after `export`.

use std::path::PathBuf;

use clap::ValueEnum;

use super::args::{Judging, Reading, url};

/// Write one file to send: a cohort's page that needs nothing beside it, or its figures as a table
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  mentorbook export cohort 2024-autumn                  write 2024-autumn.html: a page that opens anywhere
  mentorbook export cohort 2024-autumn --lang es -o promocion.html
  mentorbook export cohort 2024-autumn --format csv     write 2024-autumn.csv, and beside it what its columns
                                                        mean: 2024-autumn.datapackage.json

Only what is published can be sent. The page holds its style and its charts; it fetches nothing and runs
nothing. Its links lead to the site where program.yaml or --base-url says where that stands.")]
pub(super) struct Export {
    /// What to export
    #[arg(value_enum)]
    pub what: Exported,
    /// Its id
    #[arg(value_name = "ID")]
    pub id: String,
    /// A page to read, or a table for other programs
    #[arg(long, value_enum, default_value = "html")]
    pub format: FileFormat,
    /// The language; otherwise the first of program.yaml
    #[arg(long, value_name = "LANG")]
    pub lang: Option<String>,
    /// The file to write; otherwise the id, here
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Where the site stands, for links
    #[arg(long, value_name = "URL", env = "MENTORBOOK_BASE_URL", hide_env = true, value_parser = url)]
    pub base_url: Option<String>,
    #[command(flatten)]
    pub reading: Reading,
    #[command(flatten)]
    pub judging: Judging,
}

/// What can be exported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Exported {
    /// A cohort that is published
    Cohort,
}

/// As which kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum FileFormat {
    /// One page that needs nothing beside it
    Html,
    /// The published figures, with a description of the columns beside them
    Csv,
}
