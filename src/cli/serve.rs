//! `mentorbook serve`: the site on this computer, built anew whenever a file is saved.
//!
//! It builds into a folder of its own, so that drafts never stand in the folder that is published.

use std::path::{Path, PathBuf};
use std::time::Instant;

use super::args::Serve;
use super::findings::{drawn, several};
use super::project::{Project, options, today};
use super::terminal::{self, Terminal};
use super::{Status, Stop};
use crate::diag::{Diagnostic, Look, Severity};
use crate::pipeline::{self, Kept, Options, Read, Target};
use crate::preview::{self, BuildOutcome, Event, Pass, Settings};
use crate::source::Disk;
use crate::write::{Failure, Report};

pub(super) fn run(args: &Serve, root: Option<&Path>, terminal: Terminal) -> Result<Status, Stop> {
    let project = Project::open(root, &args.reading)?;
    let options = options(&args.reading);
    let edition = project.read(&options, &mut Kept::default())?.edition;
    let Disk { content, data, theme, .. } = &project.world;
    let watch: Vec<PathBuf> =
        [Some(content), theme.as_ref(), data.as_ref()].into_iter().flatten().cloned().collect();
    let out = project.cache().join("preview").join(edition.name.as_str());
    let settings = Settings { port: args.port, open: args.open, out: out.clone(), watch };
    let target = Target { out, cache: project.cache() };
    let mut builder = Builder {
        project,
        options,
        target,
        kept: Kept::remembering(),
        fixed_day: args.reading.as_of.is_some(),
    };
    preview::serve(&settings, |pass| builder.build(pass, terminal), |event| say(&event, terminal))?;
    Ok(Status::Fine)
}

/// All that one build after the other needs.
struct Builder {
    project: Project,
    options: Options,
    target: Target,
    kept: Kept,
    fixed_day: bool,
}

impl Builder {
    fn build(&mut self, pass: Pass, terminal: Terminal) -> BuildOutcome {
        if !self.fixed_day {
            self.project.world.today = today(); // a preview may run past midnight
        }
        match self.try_build(pass, terminal) {
            Ok(outcome) => outcome,
            Err(stop) => {
                terminal.stop(&stop);
                BuildOutcome { changed: false, errors: stop.message }
            }
        }
    }

    fn try_build(&mut self, pass: Pass, terminal: Terminal) -> Result<BuildOutcome, Stop> {
        let since = Instant::now();
        self.options.pages_first = pass == Pass::Pages;
        let mut read = self.project.read(&self.options, &mut self.kept)?;
        let built = if read.failed() {
            Err(Failure::Content(Vec::new()))
        } else {
            pipeline::build(
                &self.project.world,
                &mut read,
                &self.options,
                &self.target,
                &mut self.kept,
                &|_, _| {},
            )
        };
        let report = match built {
            Ok(report) => Some(report),
            Err(Failure::Content(found)) => {
                read.found.extend(found);
                None
            }
            Err(failure) => return Err(Stop::new(failure.to_string())),
        };
        if pass == Pass::Rest {
            return Ok(BuildOutcome::default()); // the pages have been told of
        }
        let look = Look { colour: terminal.colours_asides(), width: terminal::width(), ..Look::default() };
        terminal::aside(&drawn(&weighty(&read, Severity::Warning), &read.sources, look)?)?;
        if let Some(report) = report {
            terminal.say(&told(report, since))?;
            return Ok(BuildOutcome { changed: report.written + report.removed > 0, errors: String::new() });
        }
        let errors = drawn(&weighty(&read, Severity::Error), &read.sources, Look::default())?;
        Ok(BuildOutcome { changed: false, errors: String::from_utf8_lossy(&errors).into_owned() })
    }
}

fn weighty(read: &Read, least: Severity) -> Vec<Diagnostic> {
    read.found.iter().filter(|one| one.severity >= least).cloned().collect()
}

fn told(report: Report, since: Instant) -> String {
    let changed = several(report.written + report.removed, "file");
    format!("{}, {changed} changed, {} ms", several(report.pages, "page"), since.elapsed().as_millis())
}

fn say(event: &Event<'_>, terminal: Terminal) {
    let line = match event {
        Event::Built(_) => return, // the build has spoken for itself
        Event::Ready { url, taken: None } => format!("The site is at {url} (stop with Ctrl+C)"),
        Event::Ready { url, taken: Some(port) } => {
            format!("The site is at {url}, for another program has port {port} (stop with Ctrl+C)")
        }
    };
    // A preview goes on without anybody listening at the terminal.
    let _ = terminal.say(&line);
}
