//! What can be typed after the commands that work on private rows.

use std::path::PathBuf;

use super::args::{Judging, Reading, person};

/// Turn the private rows of cohorts into figures that may be published
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  mentorbook release 2024-autumn --dry-run     say figure by figure what would be published
  mentorbook release 2024-autumn               write content/cohorts/2024-autumn/published.yaml
  mentorbook release --all
  mentorbook release 2023-autumn+2024-autumn+2025-spring
                                               a pool: what is told of several cohorts only

A closed cohort is released once; a correction is shown only where it gives nobody away. Keep the folder
private/ledger with the rows, and back it up: without it, nothing more of a released cohort can be released.")]
pub(super) struct Release {
    /// The cohorts; several joined by + are a pool
    #[arg(value_name = "COHORT", required_unless_present = "all", conflicts_with = "all")]
    pub cohorts: Vec<String>,
    /// Every cohort that has rows or results
    #[arg(long)]
    pub all: bool,
    /// Write nothing
    #[arg(long)]
    pub dry_run: bool,
    #[command(flatten)]
    pub reading: Reading,
    #[command(flatten)]
    pub judging: Judging,
}

/// Delete the rows of a closed cohort; its published figures stay
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  mentorbook retire 2024-autumn --dry-run      say which files would be deleted
  mentorbook retire 2024-autumn                ask first, then delete private/cohorts/2024-autumn
  mentorbook retire 2024-autumn --yes

Only what is released as it stands is deleted: the cohort is closed, and its published.yaml says what the
rows say. Without rows, no figure of the cohort can be corrected and no further pool can hold it. Git's
history, backups and exports are yours to think of.")]
pub(super) struct Retire {
    /// The cohort
    #[arg(value_name = "COHORT")]
    pub cohort: String,
    /// Delete nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Ask nothing
    #[arg(short, long, conflicts_with = "dry_run")]
    pub yes: bool,
    #[command(flatten)]
    pub reading: Reading,
    #[command(flatten)]
    pub judging: Judging,
}

/// Remove a person from all rows of all cohorts
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  mentorbook forget p-4k7q --dry-run           say what would be removed
  mentorbook forget p-4k7q
  mentorbook forget p-4k7q --joined            with the ids that same_as joins with it

Rows about the person go; from cells that name several people only this id goes, and a match keeps its row.
Every other byte of the files stays. Published figures are counts, and stay; which of them the person stood
behind is told. Exit status 1 says that something is left to do: by hand, because the ledger could not be
asked, or because nobody has this id.")]
pub(super) struct Forget {
    /// The id of the person
    #[arg(value_name = "PERSON", value_parser = person)]
    pub person: String,
    /// Write nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Forget the other ids of the same person as well, those that `same_as` joins with this one
    #[arg(long)]
    pub joined: bool,
    /// The private folder with rows about people
    #[arg(long, value_name = "DIR", env = "MENTORBOOK_DATA", hide_env = true)]
    pub data: Option<PathBuf>,
}
