//! `mentorbook build`: reads, judges and writes the site, or says why not.

use std::path::Path;
use std::time::{Duration, Instant};

use super::args::Build;
use super::findings::{Left, drawn, several};
use super::place;
use super::progress::Progress;
use super::project::{Project, options};
use super::terminal::{self, Terminal};
use super::{Status, Stop};
use crate::diag::{Diagnostic, Look, Severity};
use crate::pipeline::{self, Kept, Options, Target};
use crate::seal::Inputs;
use crate::source::Sources;
use crate::write::{Failure, Report};

pub(super) fn run(args: &Build, root: Option<&Path>, terminal: Terminal) -> Result<Status, Stop> {
    let since = Instant::now();
    let project = Project::open(root, &args.reading)?;
    let options =
        Options { base_url: args.base_url.clone(), no_search: args.no_search, ..options(&args.reading) };
    let progress = Progress::new(terminal);
    let mut kept = Kept::default();
    let sources = pipeline::scan(&project.world, &mut kept)?;
    let scanned = sources.files.len();
    let inputs = Inputs::of(&project.world, &sources, &options, args.out.as_deref());
    if let Some(last) = inputs.unchanged(&project.cache()) {
        let left = Left::of(&last.found, &sources, &args.judging)?;
        if left.status(args.judging.strict) == Status::Fine {
            drop(progress);
            return finish(&last.report, &left, &sources, &last.out, since, args, terminal);
        }
    }
    let mut read = project.judge(sources, &options, &mut kept)?;
    let out = place::out(&project, &read.edition, args.out.as_deref())?;
    let read_in = since.elapsed();
    let left = Left::of(&read.found, &read.sources, &args.judging)?;
    if left.status(args.judging.strict) == Status::Wrong {
        drop(progress);
        return refuse(&left, &read.sources, args, terminal);
    }
    let target = Target { out, cache: project.cache() };
    let built = pipeline::build(&project.world, &mut read, &options, &target, &mut kept, &|done, of| {
        progress.tick(done, of);
    });
    drop(progress);
    match built {
        Ok(report) => {
            inputs.seal(&read, scanned, &target).map_err(|failure| Stop::new(failure.to_string()))?;
            let left = Left::of(&read.found, &read.sources, &args.judging)?;
            terminal.detail(&format!("{} read in {}", several(scanned, "file"), seconds(read_in)))?;
            finish(&report, &left, &read.sources, &target.out, since, args, terminal)
        }
        Err(Failure::Content(found)) => {
            read.found.extend(found);
            let left = Left::of(&read.found, &read.sources, &args.judging)?;
            refuse(&left, &read.sources, args, terminal)
        }
        Err(failure) => Err(Stop::new(failure.to_string())),
    }
}

/// Says what was found and done.
fn finish(
    report: &Report,
    left: &Left,
    sources: &Sources,
    out: &Path,
    since: Instant,
    args: &Build,
    terminal: Terminal,
) -> Result<Status, Stop> {
    show(&left.shown(terminal, args.judging.strict), sources, terminal)?;
    left.about_baseline(terminal)?;
    closing(report, left, out, since.elapsed(), terminal)?;
    Ok(left.status(args.judging.strict))
}

/// Says what is wrong; the site stays as it was.
fn refuse(left: &Left, sources: &Sources, args: &Build, terminal: Terminal) -> Result<Status, Stop> {
    show(&left.shown(terminal, args.judging.strict), sources, terminal)?;
    let strict = left.count(Severity::Error) == 0;
    let why = if strict { "warnings count as errors (--strict)" } else { "mend the errors first" };
    terminal.say(&format!("nothing was written: {why}"))?;
    Ok(Status::Wrong)
}

fn show(found: &[Diagnostic], sources: &Sources, terminal: Terminal) -> Result<(), Stop> {
    let look = Look { colour: terminal.colours_asides(), width: terminal::width(), ..Look::default() };
    Ok(terminal::aside(&drawn(found, sources, look)?)?)
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
