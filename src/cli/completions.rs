//! `mentorbook completions`: what a shell offers after Tab, from the same definitions as the help.

use clap::CommandFactory;

use super::args::{Args, Completions};
use super::terminal::Terminal;
use super::{Status, Stop};

pub(super) fn run(args: &Completions, terminal: Terminal) -> Result<Status, Stop> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Args::command(), "mentorbook", &mut script);
    terminal.result(&script)?;
    Ok(Status::Fine)
}
