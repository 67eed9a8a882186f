//! `mentorbook build`: reads, judges and writes the site, or says why not.

use std::path::Path;
use std::time::{Duration, Instant};

use super::args::Build;
use super::findings::{Left, drawn, several};
use super::progress::Progress;
use super::project::{Project, options};
use super::terminal::{self, Terminal};
use super::{Status, Stop};
use crate::diag::{Diagnostic, Look, Severity};
use crate::pipeline::{self, Kept, Options, Read, Target};
use crate::write::{Failure, Report};

pub(super) fn run(args: &Build, root: Option<&Path>, terminal: Terminal) -> Result<Status, Stop> {
    let since = Instant::now();
    let project = Project::open(root, &args.reading)?;
    let options =
        Options { base_url: args.base_url.clone(), no_search: args.no_search, ..options(&args.reading) };
    let progress = Progress::new(terminal);
    let mut kept = Kept::default();
    let mut read = project.read(&options, &mut kept)?;
    let read_in = since.elapsed();
    let left = Left::of(&read.found, &read.sources, &args.judging)?;
    if left.status(args.judging.strict) == Status::Wrong {
        drop(progress);
        return refuse(&left, &read, args, terminal);
    }
    let out = args.out.clone().unwrap_or_else(|| project.out(read.edition.name.as_str()));
    let target = Target { out, cache: project.cache() };
    let built = pipeline::build(&project.world, &mut read, &options, &target, &mut kept, &|done, of| {
        progress.tick(done, of);
    });
    drop(progress);
    match built {
        Ok(report) => {
            let left = Left::of(&read.found, &read.sources, &args.judging)?;
            show(&left.shown(terminal, args.judging.strict), &read, terminal)?;
            left.about_baseline(terminal)?;
            terminal.detail(&format!(
                "{} read in {}",
                several(read.sources.files.len(), "file"),
                seconds(read_in)
            ))?;
            closing(&report, &left, &target.out, since.elapsed(), terminal)?;
            Ok(left.status(args.judging.strict))
        }
        Err(Failure::Content(found)) => {
            read.found.extend(found);
            let left = Left::of(&read.found, &read.sources, &args.judging)?;
            refuse(&left, &read, args, terminal)
        }
        Err(failure) => Err(Stop::new(failure.to_string())),
    }
}

/// Says what is wrong; the site stays as it was.
fn refuse(left: &Left, read: &Read, args: &Build, terminal: Terminal) -> Result<Status, Stop> {
    show(&left.shown(terminal, args.judging.strict), read, terminal)?;
    let strict = left.count(Severity::Error) == 0;
    let why = if strict { "warnings count as errors (--strict)" } else { "mend the errors first" };
    terminal.say(&format!("nothing was written: {why}"))?;
    Ok(Status::Wrong)
}

fn show(found: &[Diagnostic], read: &Read, terminal: Terminal) -> Result<(), Stop> {
    let look = Look { colour: terminal.colours_asides(), width: terminal::width(), ..Look::default() };
    Ok(terminal::aside(&drawn(found, &read.sources, look)?)?)
}

fn closing(report: &Report, left: &Left, out: &Path, time: Duration, terminal: Terminal) -> Result<(), Stop> {
    if terminal.quiet {
        return Ok(());
    }
    let mut parts =
        vec![several(report.pages, "page"), format!("{} changed", several(report.written, "file"))];
    if report.removed > 0 {
        parts.push(format!("{} removed", report.removed));
    }
    parts.push(several(left.count(Severity::Warning), "warning"));
    parts.push(seconds(time));
    let shown = out.display().to_string().replace('\\', "/");
    let index = out.join("index.html").display().to_string().replace('\\', "/");
    let text = format!(
        "{}\nThe site is in {shown}. Open {index} in a browser, or run `mentorbook serve`.\n",
        parts.join(", ")
    );
    Ok(terminal::result(text.as_bytes())?)
}

fn seconds(time: Duration) -> String {
    format!("{:.1} s", time.as_secs_f64())
}
