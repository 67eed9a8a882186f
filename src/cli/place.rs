//! Where a build goes. A private edition goes only where somebody chose to keep it.

use std::path::{Component, Path, PathBuf};

use super::Stop;
use super::project::Project;
use crate::check::EditionChoice;

/// The folder that was named, else `output/` and the edition's name. A private edition needs the rows and a
/// folder of its own, outside what is published, and is never made by a machine that publishes.
pub(super) fn out(project: &Project, edition: &EditionChoice, named: Option<&Path>) -> Result<PathBuf, Stop> {
    if !edition.private {
        return Ok(named.map_or_else(|| project.out(edition.name.as_str()), Path::to_owned));
    }
    let name = &edition.name;
    let stop = |why: &str, help: String| Err(Stop::new(format!("the edition `{name}` {why}")).help(help));
    if std::env::var_os("CI").is_some_and(|value| !value.is_empty() && value != "false" && value != "0") {
        return stop(
            "holds rows about people: it is not built in continuous integration",
            "build it on a computer of the staff".to_owned(),
        );
    }
    if project.world.data.is_none() {
        return stop(
            "is private and shows rows about people: name their folder",
            format!("mentorbook build --edition {name} --data private --out ../{name}-site"),
        );
    }
    let Some(named) = named else {
        return stop(
            "is private: say where it may lie",
            format!("--out ../{name}-site, a folder that nobody publishes and no git repository holds"),
        );
    };
    let to = resolved(named)?;
    if to.starts_with(resolved(&project.root)?) {
        return stop(
            "is private and cannot lie in the program's own folder, of which parts are published",
            format!("--out ../{name}-site"),
        );
    }
    Ok(named.to_owned())
}

/// A path without `..` and links, whether or not all of it is there yet.
fn resolved(path: &Path) -> Result<PathBuf, Stop> {
    let mut out = PathBuf::new();
    // Where the program is here, its folder is an empty path.
    let path = if path.as_os_str().is_empty() { Path::new(".") } else { path };
    for part in std::path::absolute(path)?.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => drop(out.pop()),
            part => {
                out.push(part);
                // What is not there yet leads nowhere else.
                out = out.canonicalize().unwrap_or(out);
            }
        }
    }
    Ok(out)
}
