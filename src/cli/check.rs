//! `mentorbook check`: everything that is wrong, in one run.

use std::path::Path;

use super::args::Check;
use super::findings::{Left, OF_ROWS, drawn, is_of_rows, several};
use super::project::{Project, options};
use super::terminal::{self, Terminal};
use super::{Status, Stop, fix};
use crate::diag::{Baseline, Diagnostic, Files as _, Format, Look};
use crate::pipeline::{Kept, Read};

pub(super) fn run(args: &Check, root: Option<&Path>, terminal: Terminal) -> Result<Status, Stop> {
    let project = Project::open(root, &args.reading)?.with_private();
    let options = options(&args.reading);
    let mut read = project.read(&options, &mut Kept::default())?;
    if args.fix {
        let mended = fix::mend(&project.world, &mut read, || project.read(&options, &mut Kept::default()))?;
        terminal.say(&mended.told())?;
    }
    if args.no_snippets {
        // Before anything is counted: the exit status and a baseline are seen by others as the messages are.
        // A finding about a row tells what stands in it, even by its code and line alone.
        let Read { sources, found, .. } = &mut read;
        // That git tracks a row file, anybody sees who has the repository, and it must fail there.
        let is_public =
            |one: &Diagnostic| one.code.word == "rows-tracked" || !sources.private(one.primary.place.file);
        found.retain(|one| !is_of_rows(one) && is_public(one));
    }
    if args.update_baseline {
        return update(args, &read, terminal);
    }
    let left = Left::of(&read.found, &read.sources, &args.judging)?;
    let look = Look {
        format: args.format,
        colour: terminal.colours_results(),
        snippets: !args.no_snippets,
        width: terminal::width(),
    };
    let shown = left.shown(terminal, args.judging.strict);
    if args.no_snippets {
        // Said in any case: said only where something is left out, it would tell what the rows say.
        terminal.say(&format!("left out: whatever is found in private files, and {}", OF_ROWS.join(", ")))?;
    }
    terminal::result(&drawn(&shown, &read.sources, look)?)?;
    left.about_baseline(terminal)?;
    let status = left.status(args.judging.strict);
    if matches!(args.format, Format::Human | Format::Short) {
        // A ledger has one file more for what changes nothing that others see.
        let counts = |id| !args.no_snippets || !read.sources.private(id);
        let files = read.sources.iter().filter(|(id, _)| counts(*id)).count();
        terminal.say(&closing(files, &shown, status))?;
    }
    Ok(status)
}

fn update(args: &Check, read: &Read, terminal: Terminal) -> Result<Status, Stop> {
    let Some(path) = &args.judging.baseline else {
        return Err(Stop::new("--update-baseline needs --baseline FILE"));
    };
    // What is found in rows counts people, and says whether figures changed: it stays out of a file that is committed.
    let public = |one: &&Diagnostic| !read.sources.private(one.primary.place.file) && !is_of_rows(one);
    let accepted: Vec<Diagnostic> = read.found.iter().filter(public).cloned().collect();
    let text = Baseline::of(&accepted, &read.sources).write();
    std::fs::write(path, text).map_err(|error| Stop::new(format!("{}: {error}", path.display())))?;
    let rest = match read.found.len() - accepted.len() {
        0 => String::new(),
        rest => format!("; {} about private rows stay out of it", several(rest, "finding")),
    };
    let accepted = several(accepted.len(), "finding");
    terminal
        .say(&format!("{accepted} accepted in {}: from now on only new ones count{rest}", path.display()))?;
    Ok(Status::Fine)
}

fn closing(files: usize, shown: &[Diagnostic], status: Status) -> String {
    let files = several(files, "file");
    match (shown.first(), status) {
        (None, Status::Fine) => format!("{files} checked: nothing is wrong"),
        (None, Status::Wrong) => format!("{files} checked"),
        (Some(one), Status::Wrong) => {
            format!("{files} checked. `mentorbook explain {}` says more about a finding", one.code.word)
        }
        (Some(_), Status::Fine) => format!("{files} checked: the site can be built"),
    }
}
