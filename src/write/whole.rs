//! Files outside a site: whole or not at all.

use std::path::{Path, PathBuf};
use std::{fs, io};

/// Writes files that belong together: all are written beside their places first, then put there. What stood
/// there before stays if one cannot be written.
pub fn whole(files: &[(PathBuf, Vec<u8>)]) -> Result<(), (PathBuf, io::Error)> {
    let staged: Vec<PathBuf> = files.iter().map(|(path, _)| beside(path)).collect();
    let write = || {
        for ((path, bytes), aside) in files.iter().zip(&staged) {
            fs::write(aside, bytes).map_err(|error| (path.clone(), error))?;
        }
        for ((path, _), aside) in files.iter().zip(&staged) {
            fs::rename(aside, path).map_err(|error| (path.clone(), error))?;
        }
        Ok(())
    };
    write().inspect_err(|_| {
        // What is left over is no longer wanted; that it could not be written has been said.
        for aside in &staged {
            let _ = fs::remove_file(aside);
        }
    })
}

fn beside(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.mentorbook"))
}
