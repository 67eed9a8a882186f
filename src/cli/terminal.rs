//! What is said, and where: results on standard output, everything else on standard error.
//!
//! A reader who has heard enough (`| head`) ends the talk, never the command.

use std::io::{self, IsTerminal, Write};

use super::Stop;
use super::args::Colour;

/// The user's terminal, or what stands in for it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Terminal {
    pub quiet: bool,
    pub verbose: bool,
    colour: Colour,
}

impl Terminal {
    pub fn new(quiet: bool, verbose: bool, colour: Colour) -> Self {
        Self { quiet, verbose, colour }
    }

    /// A line about the work, which `--quiet` drops.
    pub fn say(self, line: &str) -> io::Result<()> {
        if self.quiet { Ok(()) } else { aside(format!("{line}\n").as_bytes()) }
    }

    /// A line for those who asked for more.
    pub fn detail(self, line: &str) -> io::Result<()> {
        if self.verbose { self.say(line) } else { Ok(()) }
    }

    /// Why a command could not run.
    pub fn stop(self, stop: &Stop) {
        let (red, plain) =
            if self.colours(io::stderr().is_terminal()) { ("\x1b[1;31m", "\x1b[0m") } else { ("", "") };
        let mut text = format!("{red}error{plain}: {}\n", stop.message);
        if let Some(help) = &stop.help {
            text = text + "help: " + help + "\n";
        }
        // Nobody is left to tell when this fails.
        let _ = aside(text.as_bytes());
    }

    /// Whether results may have colours.
    pub fn colours_results(self) -> bool {
        self.colours(io::stdout().is_terminal())
    }

    /// Whether findings beside a result may have colours.
    pub fn colours_asides(self) -> bool {
        self.colours(io::stderr().is_terminal())
    }

    /// Whether progress may be shown.
    pub fn shows_progress(self) -> bool {
        !self.quiet && io::stderr().is_terminal()
    }

    fn colours(self, is_terminal: bool) -> bool {
        match self.colour {
            Colour::Always => true,
            Colour::Never => false,
            Colour::Auto => is_terminal && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty()),
        }
    }
}

/// Why a command did not do what it was asked, which `--quiet` keeps.
pub fn refuse(line: &str) -> io::Result<()> {
    aside(format!("{line}\n").as_bytes())
}

/// A result, which `--quiet` keeps.
pub(super) fn result(bytes: &[u8]) -> io::Result<()> {
    forgiving(&mut io::stdout().lock(), bytes)
}

/// Findings beside a result.
pub(super) fn aside(bytes: &[u8]) -> io::Result<()> {
    forgiving(&mut io::stderr().lock(), bytes)
}

/// Columns of a line.
pub(super) fn width() -> usize {
    let columns = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    columns.filter(|columns| *columns >= 40).unwrap_or(120)
}

fn forgiving(to: &mut dyn Write, bytes: &[u8]) -> io::Result<()> {
    match to.write_all(bytes).and_then(|()| to.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        done => done,
    }
}
