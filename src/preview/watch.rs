//! Watching folders: says that something changed, not what.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::time::Duration;

use notify_debouncer_full::notify::{EventKind, RecommendedWatcher, RecursiveMode, event::ModifyKind};
use notify_debouncer_full::{
    DebounceEventResult, DebouncedEvent, Debouncer, RecommendedCache, new_debouncer,
};

/// Long enough to gather one save, short enough not to be felt; the debouncer looks four times in it.
const GATHER: Duration = Duration::from_millis(8);

/// Watches until it is dropped.
pub(super) type Watching = Debouncer<RecommendedWatcher, RecommendedCache>;

/// Sends a word for every change below the folders.
pub(super) fn start(folders: &[PathBuf], wake: Sender<()>) -> io::Result<Watching> {
    let handler = move |result: DebounceEventResult| {
        // A watcher that lost events says so by an error: then too something may have changed.
        if result.map_or(true, |events| events.iter().any(matters)) {
            let _ = wake.send(());
        }
    };
    let mut watching = new_debouncer(GATHER, None, handler).map_err(io::Error::other)?;
    for folder in folders.iter().filter(|folder| folder.exists()) {
        watching.watch(folder, RecursiveMode::Recursive).map_err(io::Error::other)?;
    }
    Ok(watching)
}

/// Reading is no change (the build itself reads), and editors' own files are not the content's.
fn matters(event: &DebouncedEvent) -> bool {
    let changes = match event.kind {
        EventKind::Create(_) | EventKind::Remove(_) => true,
        EventKind::Modify(kind) => !matches!(kind, ModifyKind::Metadata(_)),
        _ => false,
    };
    changes && event.paths.iter().any(|path| !is_aside(path))
}

fn is_aside(path: &Path) -> bool {
    let name = path.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
    name.starts_with('.') || name.ends_with('~') || name == "4913" // vim tries whether it may write
}
