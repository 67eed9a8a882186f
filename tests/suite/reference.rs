//! The checked-in reference says what the code says, and the code's table of files is what is read.

use std::path::Path;

use mentorbook::model::{FILES, FileModel};
use mentorbook::{cli, reference};

use crate::site::Site;

/// Holds a file below `tests/reference/` against what the code writes; `UPDATE_REFERENCE=1` writes it anew.
fn holds(name: &str, text: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/reference").join(name);
    if std::env::var_os("UPDATE_REFERENCE").is_some() {
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(&file, text).unwrap();
    }
    let stands = std::fs::read_to_string(&file).unwrap_or_default().replace("\r\n", "\n");
    let differs = stands.lines().zip(text.lines()).position(|(a, b)| a != b);
    let line = differs.unwrap_or_else(|| stands.lines().count().min(text.lines().count())) + 1;
    assert!(
        stands == text,
        "tests/reference/{name} is stale from line {line} on: run the tests with UPDATE_REFERENCE=1"
    );
}

#[test]
fn the_content_model_is_up_to_date() {
    holds("content-model.md", &reference::model());
}

#[test]
fn the_findings_are_up_to_date() {
    holds("diagnostics.md", &reference::findings());
}

#[test]
fn the_commands_are_up_to_date() {
    holds("cli.md", &cli::reference());
}

/// A key that no file has is answered with the keys that this file takes: those of the reference.
#[test]
fn files_are_read_as_the_reference_says() {
    for file in FILES {
        let path = file.path.replace("<id>", "spring").replace("**/*", "nonsense");
        let text = match file {
            FileModel { path: "guides/**/*.md", .. } => "---\nnonsense: 1\n---\n",
            FileModel { item: "", .. } => "nonsense: 1\n",
            _ => "- nonsense: 1\n",
        };
        let report = Site::base().with(&path, text).check();
        let ours = |one: &&mentorbook::diag::Diagnostic| {
            one.code.word == "unknown-key" && report.sources.get(one.primary.place.file).unwrap().path == path
        };
        let found = report.found.iter().find(ours).unwrap_or_else(|| panic!("{path}: {:#?}", report.lines()));
        let keys: Vec<&str> = file.fields.iter().map(|field| field.key).collect();
        let help = found.help.as_deref().unwrap_or_default();
        assert!(help.starts_with(&format!("it takes: {};", keys.join(", "))), "{path}: {help}");
    }
}
