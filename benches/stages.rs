//! Where a build's time goes, stage by stage, on the shipped handbook: `cargo bench --bench stages`.
//!
//! For finding what became slower, not for comparing machines; `benches/compare.sh` measures whole builds.
#![allow(clippy::unwrap_used, reason = "a benchmark that cannot read its own content has nothing to say")]

use std::sync::Arc;

use chrono::NaiveDate;
use divan::Bencher;
use mentorbook::diag::FileId;
use mentorbook::parse::markdown;
use mentorbook::pipeline::{self, Kept, Options, Read, Target};
use mentorbook::render::Templates;
use mentorbook::source::Disk;
use mentorbook::theme::Theme;

fn main() {
    divan::main();
}

fn world() -> Disk {
    let day = NaiveDate::from_ymd_opt(2026, 7, 1).unwrap_or_default();
    Disk::new(concat!(env!("CARGO_MANIFEST_DIR"), "/content"), day)
}

fn read() -> Read {
    pipeline::check(&world(), &Options::default(), &mut Kept::default()).unwrap()
}

fn write(folder: &std::path::Path) {
    let target = Target { out: folder.join("out"), cache: folder.join("cache") };
    pipeline::build(&world(), &mut read(), &Options::default(), &target, &mut Kept::default(), &|_, _| ())
        .unwrap();
}

/// Measures and disclosure of one cohort: 38 matches, twelve measures.
#[divan::bench]
fn propose_one_cohort(bencher: Bencher) {
    let mut world = world();
    world.data = Some(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/private").into());
    let read = pipeline::check(&world, &Options::default(), &mut Kept::default()).unwrap();
    let cohort = std::collections::BTreeSet::from([mentorbook::model::Id::new("2024-autumn")]);
    bencher.bench(|| read.private.propose(&read.checked.handbook, &cohort, &[0; 32]));
}

#[divan::bench]
fn parse_one_guide(bencher: Bencher) {
    let guide = concat!(env!("CARGO_MANIFEST_DIR"), "/content/guides/endings/policy.md");
    let text: Arc<str> = std::fs::read_to_string(guide).unwrap().into();
    bencher.bench(|| markdown::parse(FileId::default(), text.clone(), 0, &mut Vec::new()));
}

#[divan::bench]
fn read_and_judge(bencher: Bencher) {
    bencher.bench(read);
}

#[divan::bench]
fn judge_again(bencher: Bencher) {
    let mut kept = Kept::remembering();
    let world = world();
    bencher.bench_local(move || pipeline::check(&world, &Options::default(), &mut kept));
}

#[divan::bench]
fn compile_the_theme(bencher: Bencher) {
    bencher.with_inputs(read).bench_local_values(|mut read| {
        let (theme, _) = Theme::load(&world(), &mut read.sources);
        Templates::compile(&Arc::new(theme))
    });
}

#[divan::bench]
fn build_everything(bencher: Bencher) {
    bencher.with_inputs(|| tempfile::tempdir().unwrap()).bench_local_refs(|folder| write(folder.path()));
}

#[divan::bench]
fn build_with_nothing_new(bencher: Bencher) {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path());
    bencher.bench_local(move || write(folder.path()));
}
