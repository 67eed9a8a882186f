//! The floor: walks a folder, reads each Markdown file, parses it, and writes the HTML.
//!
//! No templates, no checks, no links, no navigation: whatever a site generator takes beyond this
//! is its own work. Used by `benches/compare.sh`; alone:
//! `cargo bench --bench bare -- CONTENT OUT`.
#![allow(clippy::print_stdout, reason = "a program of its own, with one line of help")]

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use pulldown_cmark::{Options, Parser, html};
use rayon::prelude::*;
use walkdir::WalkDir;

fn main() -> Result<(), Box<dyn Error + Send + Sync>> {
    // `cargo bench` adds `--bench`, and without folders there is nothing to do.
    let folders: Vec<PathBuf> =
        std::env::args().skip(1).filter(|a| !a.starts_with("--")).map(PathBuf::from).collect();
    let [content, out] = folders.as_slice() else {
        println!("usage: cargo bench --bench bare -- CONTENT OUT");
        return Ok(());
    };
    let files = guides(content)?;
    files.par_iter().try_for_each(|file| convert(content, out, file))
}

fn guides(content: &Path) -> Result<Vec<PathBuf>, walkdir::Error> {
    let entries = WalkDir::new(content).into_iter().collect::<Result<Vec<_>, _>>()?;
    let guides = entries.into_iter().map(walkdir::DirEntry::into_path);
    Ok(guides.filter(|path| path.extension().is_some_and(|ending| ending == "md")).collect())
}

fn convert(content: &Path, out: &Path, file: &Path) -> Result<(), Box<dyn Error + Send + Sync>> {
    let text = fs::read_to_string(file)?;
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    let mut page = String::with_capacity(text.len() * 3 / 2);
    html::push_html(&mut page, Parser::new_ext(&text, options));
    let to = out.join(file.strip_prefix(content)?).with_extension("html");
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder)?;
    }
    Ok(fs::write(to, page)?)
}
