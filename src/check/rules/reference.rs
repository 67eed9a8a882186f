//! Every reference names something that exists.

use super::{Ctx, Rule};
use crate::diag::{Code, Diagnostic, Severity, nearest};
use crate::model::{Mark, RefUse};

/// References of YAML files and front matter.
#[derive(Debug)]
pub struct References;

static CODES: &[&Code] = &[&UNKNOWN_REFERENCE];

/// A reference to nothing.
pub static UNKNOWN_REFERENCE: Code = Code {
    word: "unknown-reference",
    severity: Severity::Error,
    says: "An id is used that nothing has.",
    why: "The page, question or session that was meant would be missing without a word.",
    example: "script: scripts/midpiont   # wrong: no such guide\nscript: scripts/midpoint   # right",
    fix: "Correct the id, or add what it names. Ids are listed in the file of their kind; a guide's id is its path below guides/ without .md.",
};

impl Rule for References {
    fn codes(&self) -> &'static [&'static Code] {
        CODES
    }

    fn check(&self, cx: &Ctx, found: &mut Vec<Diagnostic>) {
        for used in cx.refs {
            if cx.index.place(used.mark, used.id.as_str()).is_some() {
                found.extend(missing_heading(cx, used));
                continue;
            }
            let kind = used.mark.word();
            let mut diagnostic =
                Diagnostic::new(&UNKNOWN_REFERENCE, used.place, format!("there is no {kind} `{}`", used.id));
            if let Some(other) = cx.index.kinds_of(used.id.as_str()).next() {
                diagnostic =
                    diagnostic.help(format!("`{}` is a {}; a {kind} is needed here", used.id, other.word()));
            }
            let mut diagnostic = meant(cx, diagnostic, &[used.mark], used.id.as_str());
            diagnostic.help.get_or_insert_with(|| "correct the id, or add what it names".to_owned());
            found.push(diagnostic);
        }
    }
}

/// Names what may be meant by an id that nothing has.
pub(super) fn meant(cx: &Ctx, found: Diagnostic, marks: &[Mark], id: &str) -> Diagnostic {
    let ids = || marks.iter().flat_map(|mark| cx.index.ids(*mark));
    let (true, Some((folder, name))) = (marks == [Mark::Guide], id.rsplit_once('/')) else {
        return found.nearest(id, ids());
    };
    // A guide's id is a path. One that was moved keeps its name, one that was renamed its folder; the
    // nearest by letters would often be the folder itself.
    let parts = || ids().filter_map(|id| id.rsplit_once('/'));
    let beside: Vec<&str> = parts().filter(|(of, _)| *of == folder).map(|(_, name)| name).collect();
    let moved: Vec<String> =
        parts().filter(|(_, other)| *other == name).map(|(of, _)| format!("{of}/{name}")).collect();
    let near = nearest(name, beside.iter().copied()).map(|near| format!("{folder}/{near}"));
    match (moved.as_slice(), near) {
        ([moved], _) => found.nearest(moved, [moved.as_str()]),
        (_, Some(near)) => found.nearest(&near, [near.as_str()]),
        _ if beside.is_empty() => found.nearest(id, ids()),
        _ => found.help(format!("`{folder}` holds: {}", beside.join(", "))),
    }
}

/// A reference to a heading that the guide does not have.
fn missing_heading(cx: &Ctx, used: &RefUse) -> Option<Diagnostic> {
    let anchor = used.anchor.as_deref()?;
    let doc = &cx.index.guide(used.id.as_str())?.doc;
    if doc.has_anchor(anchor) {
        return None;
    }
    let message = format!("the guide `{}` has no heading `#{anchor}`", used.id);
    let known = doc.headings.iter().map(|h| doc.str(h.anchor)).collect::<Vec<_>>().join(", ");
    Some(Diagnostic::new(&UNKNOWN_REFERENCE, used.place, message).help(format!("it has: {known}")))
}
