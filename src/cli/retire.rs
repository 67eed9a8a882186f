//! `mentorbook retire`: lists the rows of a closed cohort, and deletes them where somebody says yes.

use std::fmt::Write as _;
use std::io::{self, BufRead, IsTerminal, Write};
use std::path::Path;

use super::args::Retire;
use super::findings::{Left, several};
use super::project::{Project, options};
use super::terminal::{self, Terminal};
use super::{Status, Stop};
use crate::pipeline::Kept;
use crate::release::{Plan, Refused, Retiring, retire};

pub(super) fn run(args: &Retire, root: Option<&Path>, terminal: Terminal) -> Result<Status, Stop> {
    let project = Project::open(root, &args.reading)?.with_private();
    let data = project.rows("retire")?;
    let read = project.read(&options(&args.reading), &mut Kept::default())?;
    let left = Left::of(&read.found, &read.sources, &args.judging)?;
    if left.stops(&read.sources, args.judging.strict, "deleted", terminal)? {
        return Ok(Status::Wrong);
    }
    let retiring = Retiring {
        book: &read.checked.handbook,
        private: &read.private,
        published: &read.published,
        sources: &read.sources,
        world: &project.world,
        data: &data,
        dry: args.dry_run,
    };
    let plan = match retire(&retiring, &args.cohort) {
        Ok(plan) => plan,
        Err(refused) => return refuse(&refused),
    };
    let asks = !args.dry_run && !args.yes;
    if asks || !terminal.quiet {
        terminal::result(listed(&plan).as_bytes())?;
    }
    let count = several(plan.files.len(), "file");
    if args.dry_run {
        terminal.say(&format!("{}: {count} would be deleted; nothing was", args.cohort))?;
        return Ok(Status::Fine);
    }
    if asks && !agreed(&count)? {
        terminal.say("nothing was deleted")?;
        return Ok(Status::Fine);
    }
    if let Err(refused) = plan.delete() {
        return refuse(&refused);
    }
    terminal.say(&format!("{}: {count} deleted; release {} stays as it is", args.cohort, plan.release))?;
    terminal.say(&elsewhere(&plan))?;
    Ok(Status::Fine)
}

fn refuse(refused: &Refused) -> Result<Status, Stop> {
    if refused.is_trouble() {
        return Err(Stop::new(refused.to_string()));
    }
    terminal::refuse(&refused.to_string())?;
    Ok(Status::Wrong)
}

/// The files, and what cannot be done without them.
fn listed(plan: &Plan) -> String {
    let mut text = String::new();
    for file in &plan.files {
        let link = if plan.links.contains(file) { "   (a link: what it leads to stays)" } else { "" };
        let new = if plan.unreleased.contains(file) { "   (nothing was released of it)" } else { "" };
        let _ = writeln!(text, "{}{link}{new}", file.display().to_string().replace('\\', "/"));
    }
    let _ = writeln!(text, "\n{}, {}", several(plan.files.len(), "file"), size(plan.bytes));
    if !plan.is_pooled {
        text.push_str(
            "No pool holds this cohort. Without its rows none can, and what is told of pools alone (sensitive \
             answers, fine reasons of endings) stays untold.\n",
        );
    }
    if !plan.later.is_empty() {
        let later: Vec<&str> = plan.later.iter().map(crate::model::Id::as_str).collect();
        let _ = writeln!(
            text,
            "Later cohorts are not closed or not released: {}. Which of their mentors were mentees here can then be \
             counted no more.",
            later.join(", ")
        );
    }
    text
}

fn size(bytes: u64) -> String {
    match bytes {
        0..10_000 => format!("{bytes} bytes"),
        10_000..10_000_000 => format!("{} KB", bytes / 1000),
        _ => format!("{} MB", bytes / 1_000_000),
    }
}

/// Asks on the terminal; elsewhere nobody can agree.
fn agreed(count: &str) -> Result<bool, Stop> {
    if !io::stdin().is_terminal() {
        return Err(Stop::new("nothing was deleted: there is nobody to ask, for this is not a terminal")
            .help("--yes deletes without a question"));
    }
    let (mut input, mut output) = (io::stdin().lock(), io::stderr().lock());
    write!(output, "Delete {count} for good? [no] ")?;
    output.flush()?;
    let mut line = String::new();
    input.read_line(&mut line)?;
    Ok(matches!(line.trim().to_lowercase().as_str(), "y" | "yes"))
}

/// What a program cannot reach.
fn elsewhere(plan: &Plan) -> String {
    let links = if plan.links.is_empty() { "" } else { " What the links led to is still there." };
    format!(
        "Think of where else these rows are: the history of git, if it ever held them; backups; the tool that \
         asked the questions; files that were sent. private/ledger holds no ids, and stays.{links}"
    )
}
