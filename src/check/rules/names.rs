//! Names of files and folders that become ids and addresses are written as these are.

use super::{Ctx, Rule};
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
        for (id, file) in cx.sources.iter() {
            let place = Place::whole(id);
            found.extend(match &file.kind {
                FileKind::Cohort(folder) => cohort(folder, place),
                FileKind::Guide | FileKind::Summary(_) => ending(&file.path, place),
                _ => None,
            });
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
    says: "A cohort's folder is named as ids are: lower-case words and digits with single hyphens. A text ends in `.md` (else a warning).",
    why: "The folder's name is the cohort's id and part of its address; with a space or a capital, nothing can refer to it.",
    example: "cohorts/Spring 2026/cohort.yaml     # wrong\ncohorts/spring-2026/cohort.yaml     # right",
    fix: "Rename the folder or the file as the message says, and what refers to it.",
};
