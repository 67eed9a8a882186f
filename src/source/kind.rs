//! Which kind of file stands where: one finds a thing by its path alone.

use super::Root;

/// The kinds of files of a program.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FileKind {
    /// `program.yaml`.
    Program,
    /// `phases.yaml`.
    Phases,
    /// `check-ins.yaml`.
    CheckIns,
    /// `questions.yaml`.
    Questions,
    /// `measures.yaml`.
    Measures,
    /// `calendar.yaml`.
    Calendar,
    /// `findings.yaml`.
    Findings,
    /// `changes.yaml`.
    Changes,
    /// `people.yaml`.
    People,
    /// `cohorts/<id>/cohort.yaml`.
    Cohort(String),
    /// `cohorts/<id>/results.yaml`.
    Results(String),
    /// `cohorts/<id>/quotes.yaml`.
    Quotes(String),
    /// `cohorts/<id>/summary.md` (or `summary.<lang>.md`).
    Summary(String),
    /// `cohorts/<id>/published.yaml`, or `pools/<ids joined by +>/published.yaml`.
    Published(String),
    /// `guides/**/*.md`.
    Guide,
    /// `private/cohorts/<id>/<name>.csv` or `.yaml`.
    Rows {
        /// The cohort.
        cohort: String,
        /// The file's name without its ending.
        name: String,
    },
    /// Anything beside guides that a page may use.
    Asset,
    /// Read by nobody here: licences, notes, the ledger.
    Other,
}

/// The kind of a file, by root and path.
pub fn kind_of(root: Root, path: &str) -> FileKind {
    let parts: Vec<&str> = path.split('/').collect();
    match (root, parts.as_slice()) {
        (Root::Content, ["program.yaml"]) => FileKind::Program,
        (Root::Content, ["phases.yaml"]) => FileKind::Phases,
        (Root::Content, ["check-ins.yaml"]) => FileKind::CheckIns,
        (Root::Content, ["questions.yaml"]) => FileKind::Questions,
        (Root::Content, ["measures.yaml"]) => FileKind::Measures,
        (Root::Content, ["calendar.yaml"]) => FileKind::Calendar,
        (Root::Content, ["findings.yaml"]) => FileKind::Findings,
        (Root::Content, ["changes.yaml"]) => FileKind::Changes,
        (Root::Content, ["people.yaml"]) => FileKind::People,
        (Root::Content, ["cohorts", id, file]) => cohort_file(id, file),
        (Root::Content, ["pools", id, "published.yaml"]) => FileKind::Published((*id).to_owned()),
        (Root::Content, ["guides", ..]) if ends(path, ".md") => FileKind::Guide,
        (Root::Content, ["guides", ..]) => FileKind::Asset,
        (Root::Data, ["cohorts", id, file]) => rows_file(id, file),
        _ => FileKind::Other,
    }
}

fn ends(path: &str, ending: &str) -> bool {
    path.len() > ending.len() && path[path.len() - ending.len()..].eq_ignore_ascii_case(ending)
}

fn cohort_file(id: &str, file: &str) -> FileKind {
    let id = id.to_owned();
    match file {
        "cohort.yaml" => FileKind::Cohort(id),
        "results.yaml" => FileKind::Results(id),
        "quotes.yaml" => FileKind::Quotes(id),
        "published.yaml" => FileKind::Published(id),
        _ if file.starts_with("summary.") && ends(file, ".md") => FileKind::Summary(id),
        _ => FileKind::Other,
    }
}

fn rows_file(id: &str, file: &str) -> FileKind {
    match file.rsplit_once('.') {
        Some((name, "csv" | "yaml")) => FileKind::Rows { cohort: id.to_owned(), name: name.to_owned() },
        _ => FileKind::Other,
    }
}
