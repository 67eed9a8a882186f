//! Building again, and the preview that does so on every save.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use super::*;

/// A preview that ends with its test.
struct Preview(Child);

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn an_unchanged_build_says_what_it_said_and_any_change_ends_that() {
    let program = Program::new();
    fs::write(program.path("content/guides/raw.md"), "---\ntitle: Raw\n---\nA <b>bold</b> word.\n").unwrap();
    let build = |arguments: &[&str]| {
        let done = program.run(&[&["build"], arguments].concat()).success();
        let told = out(&done);
        let changed = told.split(", ").nth(1).unwrap().to_owned();
        (changed, told.split(", ").next().unwrap().to_owned(), err(&done))
    };
    let first = build(&[]);
    assert!(first.2.contains("raw-html"), "{}", first.2);
    let unchanged = ("0 files changed".to_owned(), first.1.clone(), first.2.clone());
    assert_eq!(build(&[]), unchanged);
    let seals = || fs::read_dir(program.path(".mentorbook")).unwrap().flatten();
    assert!(seals().any(|file| file.path().extension().is_some_and(|ending| ending == "seal")));
    program.run(&["build", "--strict"]).code(1);

    fs::remove_file(program.path("output/public/index.html")).unwrap();
    assert_eq!(build(&[]).0, "1 file changed");
    fs::write(program.path("output/public/raw.html"), "mine").unwrap();
    assert_eq!(build(&[]).0, "1 file changed");
    assert_ne!(build(&["--no-search"]).0, "0 files changed");
    fs::remove_dir_all(program.path("output/public")).unwrap();
    assert_ne!(build(&[]).0, "0 files changed", "a site that is gone is made anew");
    assert!(program.path("output/public/index.html").exists());
    program.replace("content/guides/raw.md", "<b>bold</b>", "bold");
    let mended = build(&[]);
    assert!(!mended.2.contains("raw-html"), "{mended:?}");
    assert_eq!(build(&[]).0, "0 files changed");
}

#[test]
fn serve_shows_the_site_and_rebuilds_on_save() {
    let program = Program::new();
    let child = std::process::Command::new(BINARY)
        .args(["serve", "--port", "0", "--root"])
        .arg(program.root())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut preview = Preview(child);
    let mut told = BufReader::new(preview.0.stderr.take().unwrap()).lines().map(Result::unwrap);
    let ready = told.find(|line| line.starts_with("The site is at http://127.0.0.1:")).unwrap();
    let address = ready.split(['/', ' ']).find(|part| part.starts_with("127.0.0.1:")).unwrap().to_owned();
    assert!(get(&address, "/").contains("Lantern"));
    program.replace("content/program.yaml", "name: Lantern", "name: Lighthouse");
    let until = Instant::now() + Duration::from_secs(20);
    while !get(&address, "/").contains("Lighthouse") {
        assert!(Instant::now() < until, "the saved change never showed");
        std::thread::sleep(Duration::from_millis(50));
    }
    assert!(!program.path("output").exists(), "a preview leaves the published folder alone");
}

fn get(address: &str, path: &str) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}
