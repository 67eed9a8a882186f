//! The preview: serves the output folder, watches the sources, asks for a build, reloads the readers' pages.
//!
//! It decides nothing: what a build does, and what its errors say, comes from the caller. It listens on this
//! machine alone, and answers only requests that name this machine, so that no other site can read a private edition.

mod http;
mod page;
mod watch;

use std::future::Future;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::{Arc, PoisonError, RwLock, mpsc};
use std::thread;
use std::time::Duration;

use tokio::net::TcpListener;

/// What to serve, and what to watch.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The port that is tried first; 0 takes any.
    pub port: u16,
    /// Whether to open the browser.
    pub open: bool,
    /// The folder of the edition.
    pub out: PathBuf,
    /// The folders that are watched: content, theme, rows. Those that do not exist are left out.
    pub watch: Vec<PathBuf>,
}

/// What a build did, as far as the preview must know.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BuildOutcome {
    /// Whether a file of the site is new, changed or gone.
    pub changed: bool,
    /// The errors as a person reads them; empty where the build went well.
    pub errors: String,
}

/// Which part of a build is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pass {
    /// The pages that a reader may be looking at.
    Pages,
    /// What sees every text and may come after them: search documents, the printed handbook.
    Rest,
}

/// What the preview has to say, for the caller to print.
#[derive(Debug)]
pub enum Event<'e> {
    /// The site can be read.
    Ready {
        /// Its address.
        url: &'e str,
        /// The port that was asked for, where another program has it.
        taken: Option<u16>,
    },
    /// A build is done.
    Built(&'e BuildOutcome),
}

/// After a save, how long nothing must happen before the rest is made.
const BREATH: Duration = Duration::from_millis(400);
const FOR_EVER: Duration = Duration::from_hours(24);

/// How many ports above the one asked for are tried.
const TRIES: u16 = 20;

/// Builds, serves and rebuilds until the user stops it (Ctrl-C). A build that runs is finished first.
pub fn serve(
    settings: &Settings,
    build: impl FnMut(Pass) -> BuildOutcome + Send,
    say: impl Fn(Event<'_>) + Sync,
) -> io::Result<()> {
    let stop = async {
        let _ = tokio::signal::ctrl_c().await;
    };
    run(settings, build, say, stop)
}

/// What the pages are served from: the folder, and what went wrong since.
#[derive(Debug)]
struct State {
    out: PathBuf,
    errors: RwLock<String>,
    version: tokio::sync::watch::Sender<u64>,
}

impl State {
    fn errors(&self) -> String {
        self.errors.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Readers reload where they would see something else.
    fn take(&self, outcome: &BuildOutcome) {
        let mut errors = self.errors.write().unwrap_or_else(PoisonError::into_inner);
        let other = *errors != outcome.errors;
        errors.clone_from(&outcome.errors);
        drop(errors);
        if other || outcome.changed {
            self.version.send_modify(|version| *version += 1);
        }
    }
}

fn run(
    settings: &Settings,
    mut build: impl FnMut(Pass) -> BuildOutcome + Send,
    say: impl Fn(Event<'_>) + Sync,
    stop: impl Future<Output = ()>,
) -> io::Result<()> {
    let state = Arc::new(State {
        out: settings.out.clone(),
        errors: RwLock::default(),
        version: tokio::sync::watch::Sender::new(0),
    });
    let (wake, woken) = mpsc::channel();
    let watcher = watch::start(&settings.watch, wake)?; // before the first build, so that no change is missed
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    let (listener, taken) = runtime.block_on(listen(settings.port))?;
    let url = format!("http://{}/", listener.local_addr()?);
    thread::scope(|scope| {
        let (ready, say, builder) = (mpsc::channel(), &say, Arc::clone(&state));
        scope.spawn(move || {
            let pages = |build: &mut dyn FnMut(Pass) -> BuildOutcome| {
                let outcome = build(Pass::Pages);
                builder.take(&outcome);
                say(Event::Built(&outcome));
            };
            pages(&mut build);
            let _ = ready.0.send(());
            let mut rests = true;
            loop {
                match woken.recv_timeout(if rests { FOR_EVER } else { BREATH }) {
                    Ok(()) => {
                        while woken.try_recv().is_ok() {} // one build for all that changed meanwhile
                        pages(&mut build);
                        rests = false;
                    }
                    Err(mpsc::RecvTimeoutError::Timeout) if !rests => {
                        build(Pass::Rest);
                        rests = true;
                    }
                    Err(mpsc::RecvTimeoutError::Timeout) => {}
                    Err(mpsc::RecvTimeoutError::Disconnected) => break,
                }
            }
        });
        let _ = ready.1.recv();
        say(Event::Ready { url: &url, taken });
        if settings.open {
            open(&url);
        }
        let served = runtime.block_on(async {
            tokio::select! {
                served = axum::serve(listener, http::router(state)) => served,
                () = stop => Ok(()),
            }
        });
        drop(watcher); // the builder hears that nothing more will come
        runtime.shutdown_background(); // readers that wait for news would wait for ever
        served
    })
}

/// The port that was asked for, or the next free one, with the one that was taken.
async fn listen(port: u16) -> io::Result<(TcpListener, Option<u16>)> {
    let mut last = io::Error::other("no port is free");
    for tried in port..=port.saturating_add(TRIES) {
        match TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, tried))).await {
            Ok(listener) => return Ok((listener, (tried != port).then_some(port))),
            Err(error) if error.kind() == io::ErrorKind::AddrInUse => last = error,
            Err(error) => return Err(error),
        }
    }
    Err(last)
}

/// Opens the browser. Where there is none, the address has been said.
fn open(url: &str) {
    let (program, arguments): (&str, &[&str]) = if cfg!(target_os = "macos") {
        ("open", &[])
    } else if cfg!(windows) {
        ("cmd", &["/C", "start", ""])
    } else {
        ("xdg-open", &[])
    };
    let quiet = || Stdio::null();
    let _ =
        Command::new(program).args(arguments).arg(url).stdin(quiet()).stdout(quiet()).stderr(quiet()).spawn();
}

#[cfg(test)]
mod tests;
