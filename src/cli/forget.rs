//! `mentorbook forget`: takes a person out of the rows, and says what else knew them.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use super::args::{Forget, Reading};
use super::findings::several;
use super::project::Project;
use super::terminal::Terminal;
use super::{Status, Stop, terminal};
use crate::release::{Forgetting, Forgotten, Held, forget};

pub(super) fn run(args: &Forget, root: Option<&Path>, terminal: Terminal) -> Result<Status, Stop> {
    let reading = Reading { edition: None, data: args.data.clone(), theme: None, as_of: None, drafts: false };
    let project = Project::open(root, &reading)?.with_private();
    let Some(data) = project.world.data.clone() else {
        return Err(Stop::new("there are no private rows")
            .help("rows lie in private/ beside the content, or where --data says"));
    };
    let forgetting = Forgetting {
        world: &project.world,
        data: &data,
        person: &args.person,
        joined: args.joined,
        dry: args.dry_run,
    };
    let done = forget(&forgetting).map_err(|unable| Stop::new(unable.to_string()))?;
    if !terminal.quiet {
        terminal::result(changed(&done, args.dry_run).as_bytes())?;
        terminal::result(published(&done).as_bytes())?;
    }
    for line in by_hand(&done, args) {
        terminal::aside(format!("{line}\n").as_bytes())?;
    }
    if done.files.is_empty() && done.left.is_empty() {
        terminal::refuse(&format!("no row names `{}`: is the id right?", args.person))?;
        return Ok(Status::Wrong);
    }
    terminal.say(&closing(&done, args))?;
    // Whoever asks to be forgotten may ask where they were counted, and that is not answered.
    let is_whole = done.left.is_empty() && done.ledger.is_none();
    Ok(if is_whole { Status::Fine } else { Status::Wrong })
}

fn path(path: &Path) -> String {
    path.display().to_string().replace('\\', "/")
}

/// File by file, what goes.
fn changed(done: &Forgotten, dry: bool) -> String {
    let would = if dry { "would go" } else { "gone" };
    let line = |(file, rows, cells): &(PathBuf, usize, usize)| {
        let rows = (*rows > 0).then(|| several(*rows, "row"));
        let cells = (*cells > 0).then(|| format!("an id in {}", several(*cells, "cell")));
        let what: Vec<String> = rows.into_iter().chain(cells).collect();
        format!("{}: {} {would}\n", path(file), what.join(" and "))
    };
    done.files.iter().map(line).collect()
}

/// The figures that held the person, release by release.
fn published(done: &Forgotten) -> String {
    let mut text = String::new();
    for Held { release, of, figures } in &done.held {
        let _ = writeln!(text, "\nrelease {release} of {of} counted the person among:");
        for (population, names) in figures {
            let names = if names.is_empty() { "nothing is shown of it".to_owned() } else { names.join(", ") };
            let _ = writeln!(text, "  {population}: {names}");
        }
    }
    if !done.held.is_empty() {
        text.push_str("Published figures are counts. They name nobody, and stay as they are.\n");
    }
    let state = |closed: bool| -> Vec<&str> {
        let mine = |cohort: &&String| done.released.get(*cohort) == Some(&closed);
        done.cohorts.iter().filter(mine).map(String::as_str).collect()
    };
    let (closed, running) = (state(true), state(false));
    if !closed.is_empty() {
        let _ = writeln!(
            text,
            "`mentorbook release` would then hold back every figure of {}, open ones too: one person fewer is no \
             group whose difference may be seen. All stay as they are, and published.yaml says so.",
            closed.join(", ")
        );
    }
    if !running.is_empty() {
        let _ = writeln!(text, "`mentorbook release` would then count {} anew.", running.join(", "));
    }
    text
}

/// What the command leaves to its user.
fn by_hand(done: &Forgotten, args: &Forget) -> Vec<String> {
    let person = &args.person;
    let lines = |lines: &BTreeSet<usize>| {
        let all: Vec<String> = lines.iter().take(20).map(ToString::to_string).collect();
        let more = if lines.len() > 20 { " and more" } else { "" };
        format!("{} {}{more}", if lines.len() == 1 { "line" } else { "lines" }, all.join(", "))
    };
    let left = done.left.iter().map(|(file, at)| format!("{}: edit {} by hand", path(file), lines(at)));
    let mut all: Vec<String> = left.collect();
    for other in &done.others {
        all.push(format!(
            "`{person}` is also `{other}` (same_as), which stays: `mentorbook forget {other}` forgets it as well"
        ));
    }
    if let Some(why) = &done.ledger {
        let then = if args.dry_run {
            "Do that first: some of it is known only while the rows name the person".to_owned()
        } else {
            format!(
                "The rows name the person no more; once this is mended, `mentorbook forget {person}` tells which \
                 figures of surveys counted them"
            )
        };
        all.push(format!("which released figures held the person cannot be told: {why}. {then}"));
    }
    all
}

fn closing(done: &Forgotten, args: &Forget) -> String {
    let rows: usize = done.files.iter().map(|(_, rows, _)| rows).sum();
    let cells: usize = done.files.iter().map(|(.., cells)| cells).sum();
    let what = format!("{} and {}", several(rows, "row"), several(cells, "cell"));
    if args.dry_run {
        return format!("`{}`: {what} would change; nothing was written", args.person);
    }
    format!(
        "`{}`: {what} changed. Think of where else the id is: the list of names behind it; content/people.yaml \
         and quotes; the history of git, backups, and the tool that asked the questions.",
        args.person
    )
}
