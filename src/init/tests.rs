use super::*;
use crate::source::{Memory, Root};

fn answers(weeks: u32) -> Answers {
    Answers {
        name: "Lantern: a program".into(),
        weeks,
        start: NaiveDate::from_ymd_opt(2027, 1, 13).unwrap_or_default(),
        population: Population::Minor,
        model: MatchModel::OneToOne,
        languages: vec!["en".into()],
        timezone: "Europe/Lisbon".into(),
        today: NaiveDate::from_ymd_opt(2026, 12, 1).unwrap_or_default(),
    }
}

fn text(files: &[StarterFile], path: &str) -> String {
    let file = files.iter().find(|file| file.path == path);
    file.map(|file| String::from_utf8_lossy(&file.bytes).into_owned()).unwrap_or_default()
}

/// The tables of sentences rest on the shipped guides: a sentence that was reworded there shows here.
#[test]
fn every_sentence_to_replace_is_shipped() {
    for (path, old, _) in prose::ALWAYS.iter().chain(prose::OTHER_LENGTH).chain(prose::NO_YEAR) {
        let file = SHIPPED.get_file(format!("guides/{path}")).and_then(include_dir::File::contents_utf8);
        assert!(file.is_some_and(|text| text.contains(old)), "{path} no longer says: {old}");
    }
}

#[test]
fn nothing_of_the_shipped_program_remains() {
    for weeks in [12, 39, 80] {
        for file in starter(&answers(weeks)) {
            let text = String::from_utf8_lossy(&file.bytes);
            for word in ["Harbor", "fictional: true", "Leeds", "Valencia", "2026-03-02", "at both our sites"]
            {
                assert!(!text.contains(word), "{}: {word}", file.path);
            }
            let spanish = text.lines().any(|line| line.trim_start().starts_with("es: "));
            assert!(!spanish, "{} speaks Spanish", file.path);
        }
    }
}

#[test]
fn dates_and_weeks_follow_the_answers() {
    let files = starter(&answers(20));
    let cohort = text(&files, "content/cohorts/2027-01/cohort.yaml");
    for line in [
        "name: January 2027",
        "start: 2027-01-13",
        "end: 2027-05-28",
        "status: planned",
        "closes: 2027-06-11",
    ] {
        assert!(cohort.contains(line), "{line} is missing:\n{cohort}");
    }
    let program = text(&files, "content/program.yaml");
    for line in [
        "name: \"Lantern: a program\"",
        "weeks: 20",
        "min_match_weeks: 13",
        "population: minor",
        "profile: youth",
    ] {
        assert!(program.contains(line), "{line} is missing:\n{program}");
    }
    assert!(text(&files, "content/phases.yaml").contains("to_week: 20"));
    assert!(text(&files, "content/guides/phases/working.md").contains("Halfway, in week 10,"));
}

/// Every length gives content without a single error.
#[test]
fn every_starter_checks_clean() {
    for (weeks, languages) in
        [(5, &["en"][..]), (12, &["en", "es"]), (39, &["en", "es"]), (39, &["en"]), (104, &["en"])]
    {
        let mut world = Memory::new(answers(weeks).today);
        let languages = languages.iter().map(|&l| l.to_owned()).collect();
        for file in starter(&Answers { languages, ..answers(weeks) }) {
            if let Some(path) = file.path.strip_prefix("content/") {
                world = world.with_in(Root::Content, path, file.bytes);
            }
        }
        let mut found = Vec::new();
        let Ok(sources) = crate::source::scan(&world) else { panic!("a world in memory is always read") };
        let checked = crate::check::read(
            &sources,
            &crate::check::Settings::default(),
            &mut crate::check::Memo::default(),
            &mut found,
        );
        let edition = crate::check::EditionChoice {
            name: crate::model::Id::new("public"),
            audiences: crate::model::Audience::ALL.to_vec(),
            private: false,
        };
        crate::check::judge(&checked, &sources, &edition, &mut found);
        let told: Vec<String> = found
            .iter()
            // What it makes up is said on purpose.
            .filter(|f| f.severity >= crate::diag::Severity::Warning && f.code.word != "placeholder")
            .map(|f| {
                format!(
                    "{:?} {}: {}",
                    sources.get(f.primary.place.file).map(|s| &s.shown),
                    f.code.word,
                    f.message
                )
            })
            .collect();
        assert!(told.is_empty(), "{weeks} weeks: {told:#?}");
    }
}
