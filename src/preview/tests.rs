#![allow(clippy::unwrap_used)]

use std::fs;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::Mutex;
use std::time::Duration;

use super::*;

/// The answer to one request, head and body.
fn ask(at: SocketAddr, path: &str, host: &str) -> String {
    let mut stream = TcpStream::connect(at).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(5))).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

fn wait(what: &str, mut done: impl FnMut() -> bool) {
    for _ in 0..500 {
        if done() {
            return;
        }
        thread::sleep(Duration::from_millis(10));
    }
    panic!("waited in vain: {what}");
}

#[test]
fn a_save_rebuilds_and_errors_stand_over_the_last_good_page() {
    let folder = tempfile::tempdir().unwrap();
    let (content, out) = (folder.path().join("content"), folder.path().join("out"));
    fs::create_dir_all(&content).unwrap();
    fs::create_dir_all(&out).unwrap();
    let text = content.join("a.md");
    fs::write(&text, "one").unwrap();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let asked = taken.local_addr().unwrap().port();
    let settings =
        Settings { port: asked, open: false, out: out.clone(), watch: vec![content, "nowhere".into()] };
    // The site is one page that shows the file; a file that says "wrong" cannot be built.
    let (source, page) = (text.clone(), out.join("index.html"));
    let build = move |pass: Pass| {
        if pass == Pass::Rest {
            return BuildOutcome::default();
        }
        let now = fs::read_to_string(&source).unwrap();
        if now.contains("wrong") {
            return BuildOutcome { changed: false, errors: "error: <wrong>".to_owned() };
        }
        fs::write(&page, format!("<html><head></head><body>{now}</body></html>")).unwrap();
        BuildOutcome { changed: true, errors: String::new() }
    };
    let address = Mutex::new(None);
    let say = |event: Event<'_>| {
        if let Event::Ready { url, taken } = event {
            assert_eq!(taken, Some(asked));
            *address.lock().unwrap() =
                Some(url.trim_start_matches("http://").trim_end_matches('/').parse().unwrap());
        }
    };
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    thread::scope(|scope| {
        let served = scope.spawn(|| run(&settings, build, say, async { drop(stopped.await) }));
        wait("ready", || address.lock().unwrap().is_some());
        let at = address.lock().unwrap().unwrap();
        assert!(ask(at, "/", "localhost").contains("<body>one</body>"));
        fs::write(&text, "wrong").unwrap();
        wait("errors over the good page", || {
            let answer = ask(at, "/index.html", "127.0.0.1:1");
            answer.contains("&lt;wrong&gt;") && answer.contains("one</body>")
        });
        let mut news = TcpStream::connect(at).unwrap();
        write!(news, "GET /_mentorbook/events HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
        fs::write(&text, "two").unwrap();
        wait("the next page", || ask(at, "/", "localhost").contains("<body>two</body>"));
        let (mut heard, mut piece) = (String::new(), [0; 512]);
        wait("news", || {
            let read = news.read(&mut piece).unwrap();
            heard.push_str(std::str::from_utf8(&piece[..read]).unwrap());
            heard.matches("data: ").count() == 2
        });
        assert!(ask(at, "/nothing.html", "localhost").starts_with("HTTP/1.1 404"));
        assert!(ask(at, "/", "elsewhere.example").starts_with("HTTP/1.1 403"));
        stop.send(()).unwrap();
        served.join().unwrap().unwrap();
    });
}
