//! The direction of the house: a stage imports from stages before it only.

use std::path::Path;

/// In the order in which data passes.
const ORDER: &[&str] = &[
    "diag",
    "model",
    "source",
    "parse",
    "check",
    "outcomes",
    "charts",
    "markdown",
    "theme",
    "lang",
    "pages",
    "render",
    "write",
    "assemble",
    "pipeline",
    "seal",
    "release",
    "export",
    "preview",
    "init",
    "reference",
    "cli",
];

/// Arrows that run back for a reason.
const ALLOWED: &[(&str, &str)] = &[("assemble", "pipeline")];

#[test]
fn imports_point_upstream_only() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut back = Vec::new();
    for entry in walkdir::WalkDir::new(&src).sort_by_file_name() {
        let path = entry.unwrap().into_path();
        let Some(stage) = stage_of(path.strip_prefix(&src).unwrap()) else { continue };
        let text = std::fs::read_to_string(&path).unwrap();
        for (i, line) in text.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//")) {
            for used in line.split("crate::").skip(1) {
                let used: String =
                    used.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
                let runs_back = rank(&used) > rank(&stage) && !ALLOWED.contains(&(&*stage, &*used));
                if runs_back {
                    back.push(format!("{}:{}: {stage} uses {used}", path.display(), i + 1));
                }
            }
        }
    }
    assert!(back.is_empty(), "{back:#?}");
}

fn rank(stage: &str) -> usize {
    ORDER.iter().position(|one| *one == stage).unwrap_or(0)
}

/// The stage of a Rust file; tests may look anywhere.
fn stage_of(path: &Path) -> Option<String> {
    let name = path.file_name()?.to_str()?;
    if path.extension()? != "rs" || name.contains("tests") || matches!(name, "lib.rs" | "main.rs") {
        return None;
    }
    let first = path.components().next()?.as_os_str().to_str()?;
    Some(first.trim_end_matches(".rs").to_owned())
}
