//! Names of files and folders that become ids and addresses are written as these are.

use std::collections::HashSet;

use super::{Ctx, Rule};
use crate::check::guide_at;
use crate::diag::{Code, Diagnostic, Place, Severity};
use crate::model::{Id, kebab};
use crate::source::FileKind;

/// Names of files and folders.
#[derive(Debug)]
pub struct Names;

impl Rule for Names {
    fn codes(&self) -> &'static [&'static Code] {
        const { &[&FILE_NAME] }
    }

    fn check(&self, cx: &Ctx, found: &mut Vec<Diagnostic>) {
        let mut told = HashSet::new();
        for (id, file) in cx.sources.iter() {
            let place = Place::whole(id);
            match &file.kind {
                FileKind::Cohort(folder) => found.extend(cohort(folder, place)),
                FileKind::Guide => guide(&file.path, place, &mut told, found),
                FileKind::Summary(_) => found.extend(ending(&file.path, place)),
                _ => {}
            }
        }
    }
}

/// The folder of a cohort is its id.
fn cohort(folder: &str, place: Place) -> Option<Diagnostic> {
    if Id::is_kebab(folder) {
        return None;
    }
    let message = format!(
        "the folder `{folder}` cannot be the id of a cohort: lower-case letters, digits and single hyphens only"
    );
    let help = match kebab(folder) {
        name if Id::is_kebab(&name) => {
            format!(
                "name the folder `{name}`, here and beside the rows, and write it so wherever the cohort is named"
            )
        }
        _ => "name the folder in plain letters, such as `2026-spring`".to_owned(),
    };
    Some(Diagnostic::new(&FILE_NAME, place, message).help(help))
}

/// The folders and the file of a guide, of which its id and its address are made; each folder is told once.
fn guide(path: &str, place: Place, told: &mut HashSet<String>, found: &mut Vec<Diagnostic>) {
    let id = guide_at(path);
    let file = path.rsplit('/').next().unwrap_or_default();
    let (of_file, of_folders) = match id.as_str().rsplit_once('/') {
        _ if path.starts_with(&format!("guides/{id}/")) => (None, id.as_str()),
        Some((folders, name)) => (Some(name), folders),
        None => (Some(id.as_str()), ""),
    };
    let mut say = |what: &str, old: &str, new: &str| {
        let message = format!("the {what} `{old}` is not named in lower case with hyphens");
        let help = format!("name the {what} `{new}`, and write it so wherever the guide is referred to");
        let one = Diagnostic::new(&FILE_NAME, place, message).help(help);
        found.push(Diagnostic { severity: Severity::Warning, ..one });
    };
    let mut until = String::new();
    for folder in of_folders.split('/') {
        until = format!("{until}/{folder}");
        if let Some(new) = better(folder).filter(|_| told.insert(until.clone())) {
            say("folder", folder, &new);
        }
    }
    match of_file.and_then(|name| Some((name, better(name)?))) {
        Some((name, new)) => {
            let language = file.strip_prefix(name).and_then(|rest| rest.rsplit_once('.'));
            say("file", file, &format!("{new}{}.md", language.map_or("", |(tag, _)| tag)));
        }
        None => found.extend(ending(path, place)),
    }
}

/// A part of a guide's path as it is better written; letters with accents stay. What no system can write is told
/// as such, where addresses are.
fn better(name: &str) -> Option<String> {
    let is_plain = name.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '_' | '-' | '.'));
    let new = kebab(name);
    (is_plain && new != name && !new.is_empty()).then_some(new)
}

/// The ending is no part of the address, whatever its case; on other systems its file would not be found.
fn ending(path: &str, place: Place) -> Option<Diagnostic> {
    let name = path.rsplit('/').next().unwrap_or_default();
    let (stem, _) = name.rsplit_once('.').filter(|(_, ending)| *ending != "md")?;
    let message = format!("the ending of `{name}` is not in lower case");
    let found = Diagnostic::new(&FILE_NAME, place, message).help(format!("name the file `{stem}.md`"));
    Some(Diagnostic { severity: Severity::Warning, ..found })
}

/// A name that cannot be an id as it is.
pub static FILE_NAME: Code = Code {
    word: "file-name",
    severity: Severity::Error,
    says: "A cohort's folder is named as ids are: lower-case words and digits with single hyphens. So are guides and their folders, and a text ends in `.md` (else a warning).",
    why: "The name is the id and part of the address. With a space or a capital, nothing can refer to a cohort, and a guide's address is hard to say, to type and to send.",
    example: "cohorts/Spring 2026/cohort.yaml     # wrong\ncohorts/spring-2026/cohort.yaml     # right\nguides/First Meeting.md             # a warning\nguides/first-meeting.md             # right",
    fix: "Rename the folder or the file as the message says, and what refers to it.",
};
