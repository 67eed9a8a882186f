//! A sign of life on the terminal, for work that takes longer than half a second.

use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::terminal::Terminal;

/// Shows itself late and leaves no trace.
#[derive(Debug)]
pub(super) struct Progress {
    bar: ProgressBar,
    waiting: Option<(Sender<()>, JoinHandle<()>)>,
}

impl Progress {
    pub fn new(terminal: Terminal) -> Self {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        if let Ok(style) = ProgressStyle::with_template("{spinner} {msg}") {
            bar.set_style(style);
        }
        bar.set_message("reading");
        let waiting = terminal.shows_progress().then(|| {
            let (done, wait) = channel();
            let bar = bar.clone();
            let show = move || {
                if wait.recv_timeout(Duration::from_millis(500)) == Err(RecvTimeoutError::Timeout) {
                    bar.set_draw_target(ProgressDrawTarget::stderr());
                    bar.enable_steady_tick(Duration::from_millis(100));
                }
            };
            (done, std::thread::spawn(show))
        });
        Self { bar, waiting }
    }

    /// So many are done, of so many.
    pub fn tick(&self, done: usize, of: usize) {
        self.bar.set_message(format!("{done} of {of} files"));
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some((done, thread)) = self.waiting.take() {
            drop(done);
            // A bar that failed to show is not worth a word.
            let _ = thread.join();
        }
        self.bar.finish_and_clear();
    }
}
