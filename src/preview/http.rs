//! Requests: files of the output folder, the preview's own script, and the news that it waits for.

use std::convert::Infallible;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use axum::Router;
use axum::extract::{Request, State as Shared};
use axum::http::{StatusCode, Uri, header};
use axum::middleware::{self, Next};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use tokio_stream::wrappers::WatchStream;
use tokio_stream::{Stream, StreamExt};

use super::State;
use super::page::{self, OWN};

pub(super) fn router(state: Arc<State>) -> Router {
    let script = || async { typed("js", include_str!("preview.js")) };
    let style = || async { typed("css", include_str!("preview.css")) };
    Router::new()
        .route(&format!("{OWN}/events"), get(events))
        .route(&format!("{OWN}/preview.js"), get(script))
        .route(&format!("{OWN}/preview.css"), get(style))
        .fallback(get(file))
        .layer(middleware::from_fn(local))
        .with_state(state)
}

/// Refuses requests under another name than this machine's: a page elsewhere could point its own name here.
async fn local(request: Request, next: Next) -> Response {
    let host = request.headers().get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
    if !matches!(name, "127.0.0.1" | "localhost") {
        return (StatusCode::FORBIDDEN, "This preview answers only to 127.0.0.1 and localhost.")
            .into_response();
    }
    let mut response = next.run(request).await;
    response.headers_mut().insert(header::CACHE_CONTROL, header::HeaderValue::from_static("no-store"));
    response
}

/// The version of the site, at once and whenever it changes. Another run of the preview is another version.
async fn events(Shared(state): Shared<Arc<State>>) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let versions = WatchStream::new(state.version.subscribe());
    let news = versions.map(|version| Ok(Event::default().data(format!("{}-{version}", std::process::id()))));
    Sse::new(news).keep_alive(KeepAlive::default())
}

async fn file(Shared(state): Shared<Arc<State>>, uri: Uri) -> Response {
    let found = below(&state.out, uri.path());
    if let Some(path) = &found
        && path.is_dir()
        && !uri.path().ends_with('/')
    {
        return Redirect::temporary(&format!("{}/", uri.path())).into_response();
    }
    let found = found.map(|path| if path.is_dir() { path.join("index.html") } else { path });
    let read = found.and_then(|path| Some((fs::read(&path).ok()?, ending(&path))));
    match read {
        Some((bytes, ending)) if ending == "html" => show(&state, &bytes, StatusCode::OK),
        Some((bytes, ending)) => typed(&ending, bytes),
        None => missing(&state),
    }
}

fn missing(state: &State) -> Response {
    let errors = state.errors();
    let page = if errors.is_empty() { fs::read(state.out.join("404.html")).ok() } else { None };
    match page {
        Some(bytes) => show(state, &bytes, StatusCode::NOT_FOUND),
        None => (StatusCode::NOT_FOUND, typed("html", page::stand_in(&errors))).into_response(),
    }
}

fn show(state: &State, bytes: &[u8], status: StatusCode) -> Response {
    let html = page::dress(&String::from_utf8_lossy(bytes), &state.errors());
    (status, typed("html", html)).into_response()
}

fn ending(path: &Path) -> String {
    path.extension().map(|e| e.to_string_lossy().to_ascii_lowercase()).unwrap_or_default()
}

fn typed(ending: &str, body: impl IntoResponse) -> Response {
    let kind = match ending {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "gif" => "image/gif",
        "ico" => "image/x-icon",
        "pdf" => "application/pdf",
        "ics" => "text/calendar; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "xml" => "application/xml",
        "txt" | "" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    };
    ([(header::CONTENT_TYPE, kind)], body).into_response()
}

/// The file of a request path; `None` where it would leave the folder or is hidden.
fn below(root: &Path, path: &str) -> Option<PathBuf> {
    let decoded = decode(path)?;
    let mut file = root.to_owned();
    for part in decoded.split('/').filter(|part| !part.is_empty()) {
        if part.starts_with('.') || part.contains(['\\', ':', '\0']) {
            return None;
        }
        file.push(part);
    }
    Some(file)
}

/// `%C3%AD` and the like; `None` where they are no text.
fn decode(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        let decoded = if byte == b'%' {
            let digit = |b: Option<u8>| char::from(b?).to_digit(16);
            let (high, low) = (digit(rest.next())?, digit(rest.next())?);
            u8::try_from(high * 16 + low).ok()?
        } else {
            byte
        };
        bytes.push(decoded);
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::below;

    #[test]
    fn a_request_stays_inside_the_folder() {
        let root = Path::new("/site");
        for (path, file) in
            [("/", "/site"), ("/a/b.html", "/site/a/b.html"), ("/%C3%ADndice.html", "/site/índice.html")]
        {
            assert_eq!(below(root, path).as_deref(), Some(Path::new(file)), "{path}");
        }
        for path in [
            "/../x",
            "/%2e%2e/x",
            "/a/..%2fx",
            "/a/%5c..%5cx",
            "/.mentorbook",
            "/c:/x",
            "/%ff",
            "/%0",
            "/%00",
        ] {
            assert_eq!(below(root, path), None, "{path}");
        }
    }
}
