//! The world stays at the edge: files, clock and environment belong to `source`, `write` and the command.

use std::path::Path;

const PURE: &[&str] = &["diag", "model", "parse", "check", "outcomes", "markdown", "lang", "pages", "render"];
const WORLDLY: &[&str] =
    &["std::fs", "SystemTime::now", "Utc::now", "Local::now", "std::env::var", "Command::new"];

#[test]
fn pure_stages_ask_nothing_of_the_machine() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut worldly = Vec::new();
    for stage in PURE {
        for entry in walkdir::WalkDir::new(src.join(stage)).sort_by_file_name() {
            let path = entry.unwrap().into_path();
            let name = path.file_name().and_then(|n| n.to_str()).unwrap_or_default();
            if path.extension().is_none_or(|e| e != "rs") || name.contains("tests") {
                continue;
            }
            let text = std::fs::read_to_string(&path).unwrap();
            let code = text.split("#[cfg(test)]").next().unwrap_or_default();
            let found = WORLDLY.iter().filter(|word| code.contains(**word));
            worldly.extend(found.map(|word| format!("{} uses {word}", path.display())));
        }
    }
    assert!(worldly.is_empty(), "{worldly:#?}");
}
