//! Addresses: whether a plan can stand in a folder, on any system.

use std::collections::HashMap;

use super::{Failure, Plan};

/// Names that Windows keeps for itself, with any ending.
const RESERVED: [&str; 22] = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
    "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

/// Whether a file may be written, or removed, at this address: it stays inside the folder.
pub(super) fn is_safe(address: &str) -> bool {
    address.len() < 1000
        && !address.starts_with(super::folder::MARKER)
        && address.split('/').all(is_safe_part)
}

fn is_safe_part(part: &str) -> bool {
    let stem = part.split('.').next().unwrap_or(part).to_ascii_lowercase();
    !part.is_empty()
        && !part.ends_with(['.', ' '])
        && !part.chars().any(|c| c.is_control() || r#"\:*?"<>|"#.contains(c))
        && !RESERVED.contains(&stem.as_str())
}

/// Whether it is a page.
pub(super) fn is_page(address: &str) -> bool {
    std::path::Path::new(address).extension().is_some_and(|ending| ending == "html")
}

/// Refuses addresses that leave the folder, and two that are one where case does not count.
pub(super) fn check(plan: &Plan<'_>) -> Result<(), Failure> {
    let mut seen: HashMap<String, &str> = HashMap::with_capacity(plan.items.len());
    for item in &plan.items {
        let address = item.address.as_str();
        if !is_safe(address) {
            return Err(Failure::Refused(format!("`{address}` cannot be the address of a file")));
        }
        if let Some(other) = seen.insert(address.to_lowercase(), address) {
            let sentence = if other == address {
                format!("two pages would be written to `{address}`")
            } else {
                format!(
                    "`{other}` and `{address}` differ only in capitals, and are one file on many machines"
                )
            };
            return Err(Failure::Refused(sentence));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::is_safe;

    #[test]
    fn an_address_stays_inside_the_folder() {
        for address in
            ["index.html", "a/b.html", "_headers", ".well-known/x", "es/índice.html", "console.html"]
        {
            assert!(is_safe(address), "{address}");
        }
        for address in [
            "",
            "/a",
            "a//b",
            "../a",
            "a/../b",
            "./a",
            "a\\b",
            "c:/x",
            "con",
            "a/NUL.txt",
            "a.",
            ".mentorbook",
            "a\nb",
        ] {
            assert!(!is_safe(address), "{address}");
        }
    }
}
