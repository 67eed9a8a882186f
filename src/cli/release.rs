//! `mentorbook release`: shows what will be published of a cohort, figure by figure, and writes it.

use std::fmt::Write as _;
use std::path::Path;

use super::args::Release;
use super::findings::{Left, several};
use super::project::{Project, options};
use super::terminal::{self, Terminal};
use super::{Status, Stop};
use crate::diag::{Severity, nearest};
use crate::model::Id;
use crate::outcomes::{self, words};
use crate::pipeline::Kept;
use crate::release::{Failure, Released, Releasing, is_retired, release};

pub(super) fn run(args: &Release, root: Option<&Path>, terminal: Terminal) -> Result<Status, Stop> {
    let project = Project::open(root, &args.reading)?.with_private();
    let data = project.rows("release")?;
    let read = project.read(&options(&args.reading), &mut Kept::default())?;
    let left = Left::of(&read.found, &read.sources, &args.judging)?;
    if left.stops(&read.sources, args.judging.strict, "released", terminal)? {
        return Ok(Status::Wrong);
    }
    let book = &read.checked.handbook;
    let names: Vec<String> = if args.all {
        read.private.cohorts(book).map(ToString::to_string).collect()
    } else {
        args.cohorts.clone()
    };
    let releasing = Releasing {
        book,
        private: &read.private,
        published: &read.published,
        content: &project.world.content,
        data: &data,
        today: project.world.today,
        dry: args.dry_run,
    };
    let (retired, names): (Vec<_>, Vec<_>) = names.into_iter().partition(|name| is_retired(&releasing, name));
    for name in retired {
        terminal.say(&format!("{name}: there are no rows any more; its release stays as it is"))?;
    }
    let released = match release(&releasing, &names) {
        Ok(released) => released,
        Err(
            failure @ (Failure::Refused(..)
            | Failure::Denied(..)
            | Failure::Crowded(..)
            | Failure::Open(..)
            | Failure::Gone(..)
            | Failure::FileGone(..)
            | Failure::Lost(..)),
        ) => {
            terminal::refuse(&failure.to_string())?;
            return Ok(Status::Wrong);
        }
        Err(Failure::Unknown(name)) => return Err(unknown(&name, &releasing)),
        Err(failure) => return Err(Stop::new(failure.to_string())),
    };
    for one in &released {
        if !terminal.quiet && (released.len() == 1 || terminal.verbose) {
            let state = if one.release.closed { "closed" } else { "running: open figures only" };
            let text = format!("{} ({state})\n{}\n", one.name, figures(&one.release));
            terminal::result(text.as_bytes())?;
        }
        terminal.say(&closing(one, args.dry_run))?;
    }
    let warnings = left.count(Severity::Warning);
    if warnings > 0 {
        terminal
            .say(&format!("{}: `mentorbook check` shows what the rows lack", several(warnings, "warning")))?;
    }
    Ok(Status::Fine)
}

/// Which of the cohorts that were named is not there, or has no rows.
fn unknown(name: &str, with: &Releasing) -> Stop {
    let known: Vec<&str> = with.private.cohorts(with.book).map(Id::as_str).collect();
    let missing = name.split('+').find(|id| !known.contains(id)).unwrap_or(name);
    let there = with.book.cohort(missing).is_some();
    let what = if there { "has no rows" } else { "is no cohort" };
    let help = match nearest(missing, known.iter().copied()) {
        _ if there && with.published.contains_key(&Id::new(missing)) => {
            "its rows are gone: what is published of it stays, and nothing can be added".to_owned()
        }
        _ if there => "rows lie in private/cohorts, in a folder that is called as the cohort is".to_owned(),
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("those with rows are: {}", known.join(", ")),
    };
    Stop::new(format!("`{missing}` {what}")).help(help)
}

/// Every figure in words, and why it reads as it does.
pub(super) fn figures(release: &outcomes::Release) -> String {
    let mut text = String::new();
    let mut population = "";
    for fact in &release.facts {
        if fact.key.population() != population {
            population = fact.key.population();
            let _ = write!(text, "\n{population}\n");
        }
        let key = fact.key.to_string();
        let name = key.strip_prefix(population).unwrap_or(&key).trim_start_matches('/');
        let _ = writeln!(text, "  {name}: {}", words::sentence(fact));
        if let Some(why) = words::why(fact, release.k) {
            let _ = writeln!(text, "      {why}");
        }
    }
    text
}

fn closing(one: &Released, dry: bool) -> String {
    let sum = |of: fn(&crate::outcomes::Tally) -> u32| {
        one.rows.values().map(|tally| of(tally) as usize).sum::<usize>()
    };
    let rows = format!(
        "{} in, {} used, {} reported",
        several(sum(|tally| tally.read), "row"),
        sum(|tally| tally.used),
        sum(|tally| tally.reported)
    );
    let path = one.path.display().to_string().replace('\\', "/");
    let held = match one.release.held_back.as_slice() {
        [] => String::new(),
        some => format!("; later corrected data of {} are not shown", some.join(", ")),
    };
    let done = match (dry, one.is_new) {
        (true, true) => format!("would be written to {path}"),
        (false, true) => format!("release {} is in {path}: read it before you commit it", one.release.id),
        (_, false) => format!("{path} says so already"),
    };
    format!("{}: {rows}{held}; {done}", one.name)
}
