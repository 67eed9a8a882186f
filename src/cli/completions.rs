//! `mentorbook completions`: what a shell offers after Tab, from the same definitions as the help.

use clap::CommandFactory;

use super::args::{Args, Completions};
use super::{Status, Stop, terminal};

pub(super) fn run(args: &Completions) -> Result<Status, Stop> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Args::command(), "mentorbook", &mut script);
    terminal::result(&script)?;
    Ok(Status::Fine)
}
