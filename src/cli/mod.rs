//! The command line: arguments in, one command run, an exit status out.
//!
//! One file per command, each thin: it asks the stages for their work and says what came of it. What is
//! right or wrong about a program is decided upstream, never here.

mod args;
mod args_export;
mod args_rows;
mod ask;
mod build;
mod check;
mod completions;
mod explain;
mod export;
mod findings;
mod fix;
mod forget;
mod init;
mod place;
mod progress;
mod project;
mod release;
mod retire;
mod serve;
mod terminal;

use std::process::ExitCode;

use clap::{CommandFactory, Parser};

use args::{Args, Command};
use terminal::Terminal;

/// How a command ended, where it could run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Status {
    /// As wished.
    Fine,
    /// Something in the content or the theme is wrong.
    Wrong,
}

/// Why a command could not run: wrong usage, or a machine that would not.
#[derive(Debug)]
struct Stop {
    message: String,
    help: Option<String>,
}

impl Stop {
    fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), help: None }
    }

    fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

impl From<std::io::Error> for Stop {
    fn from(error: std::io::Error) -> Self {
        Self::new(error.to_string())
    }
}

/// What each command says of itself with `--help`, as Markdown.
pub fn reference() -> String {
    let mut command = Args::command().term_width(100);
    command.build();
    let said = |command: &mut clap::Command| {
        let help = command.render_long_help().to_string();
        let lines: Vec<&str> = help.trim().lines().map(str::trim_end).collect();
        format!("```text\n{}\n```\n", lines.join("\n"))
    };
    let mut out = format!("# Commands\n\n{}", said(&mut command));
    for each in command.get_subcommands_mut().filter(|each| each.get_name() != "help") {
        let parts = ["\n## `mentorbook ", each.get_name(), "`\n\n", &said(&mut each.clone())].concat();
        out.push_str(&parts);
    }
    out
}

/// Runs the command that the arguments name: 0, 1 (something is wrong), or 2 (it could not run).
pub fn main() -> ExitCode {
    let Args { global, command } = Args::parse();
    let terminal = Terminal::new(global.quiet, global.verbose, global.color);
    let done = match &command {
        Command::Init(args) => init::run(args, terminal),
        Command::Check(args) => check::run(args, global.root.as_deref(), terminal),
        Command::Build(args) => build::run(args, global.root.as_deref(), terminal),
        Command::Serve(args) => serve::run(args, global.root.as_deref(), terminal),
        Command::Release(args) => release::run(args, global.root.as_deref(), terminal),
        Command::Retire(args) => retire::run(args, global.root.as_deref(), terminal),
        Command::Forget(args) => forget::run(args, global.root.as_deref(), terminal),
        Command::Export(args) => export::run(args, global.root.as_deref(), terminal),
        Command::Explain(args) => explain::run(args, global.root.as_deref()),
        Command::Completions(args) => completions::run(args),
    };
    match done {
        Ok(Status::Fine) => ExitCode::SUCCESS,
        Ok(Status::Wrong) => ExitCode::from(1),
        Err(stop) => {
            terminal.stop(&stop);
            ExitCode::from(2)
        }
    }
}
