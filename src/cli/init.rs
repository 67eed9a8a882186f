//! `mentorbook init`: six questions, and a handbook that builds at once.

use std::fs;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use chrono::{Datelike, Days, NaiveDate};
use clap::ValueEnum;

use super::args::{Init, Model, People, date};
use super::ask::Asker;
use super::findings::several;
use super::project::today;
use super::terminal::{self, Terminal};
use super::{Status, Stop};
use crate::init::{Answers, LANGUAGES, LENGTHS, StarterFile, starter};
use crate::model::{MatchModel, Population};

/// The length of the shipped program.
const USUAL_WEEKS: u32 = 39;

pub(super) fn run(args: &Init, terminal: Terminal) -> Result<Status, Stop> {
    refuse_full(&args.dir)?;
    let answers = answers(args)?;
    let files = starter(&answers);
    write(&args.dir, &files)?;
    if !terminal.quiet {
        terminal::result(next(&args.dir, &files, &answers).as_bytes())?;
    }
    Ok(Status::Fine)
}

/// A repository that was just begun is as good as empty.
fn refuse_full(dir: &Path) -> Result<(), Stop> {
    let entries = match fs::read_dir(dir) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(Stop::new(format!("{}: {error}", dir.display()))),
    };
    for entry in entries {
        let name = entry?.file_name();
        if name != ".git" {
            let message = format!("`{}` is not empty: it holds `{}`", dir.display(), name.display());
            return Err(Stop::new(message).help("name a new folder: `mentorbook init our-program`"));
        }
    }
    Ok(())
}

fn answers(args: &Init) -> Result<Answers, Stop> {
    let today = today();
    let usual_name = name_of(&args.dir);
    let usual_start = usual_start(today);
    let open = usize::from(args.name.is_none())
        + usize::from(args.weeks.is_none())
        + usize::from(args.start.is_none())
        + usize::from(args.people.is_none())
        + usize::from(args.model.is_none())
        + usize::from(args.languages.is_none());
    let asks = !args.yes && open > 0;
    if asks && !io::stdin().is_terminal() {
        return Err(Stop::new("there is nobody to ask: this is not a terminal")
            .help("answer with options (`mentorbook init --help`), or take the usual answers with --yes"));
    }
    let (mut input, mut output) = (io::stdin().lock(), io::stderr().lock());
    let mut asker = Asker { input: &mut input, output: &mut output, asked: 0, of: open };
    let mut one = Question { asker: &mut asker, asks };
    Ok(Answers {
        name: one.answer(args.name.as_deref(), "What is the program called?", &usual_name, name)?,
        weeks: one.answer(
            args.weeks.map(|weeks| weeks.to_string()).as_deref(),
            "How many weeks do people work together?",
            &USUAL_WEEKS.to_string(),
            weeks,
        )?,
        start: one.answer(
            args.start.map(|day| day.to_string()).as_deref(),
            "When does the first cohort start?",
            &usual_start.to_string(),
            date,
        )?,
        population: one.answer(
            args.people
                .and_then(|people| people.to_possible_value())
                .as_ref()
                .map(clap::builder::PossibleValue::get_name),
            "Who takes part: adults, minors or mixed?",
            "adults",
            people,
        )?,
        model: one.answer(
            args.model.map(|model| model.0.word()),
            "How are people brought together: one_to_one, group, peer, reverse or flash?",
            "one_to_one",
            model,
        )?,
        languages: one.answer(
            args.languages.as_ref().map(|all| all.join(",")).as_deref(),
            "In which languages: en, or en,es?",
            "en",
            languages,
        )?,
        timezone: timezone(args.timezone.as_deref())?,
        today,
    })
}

/// An answer by option, by question, or as usual.
struct Question<'q, 'a> {
    asker: &'q mut Asker<'a>,
    asks: bool,
}

impl Question<'_, '_> {
    fn answer<T>(
        &mut self,
        given: Option<&str>,
        question: &str,
        usual: &str,
        read: impl Fn(&str) -> Result<T, String>,
    ) -> Result<T, Stop> {
        match given {
            None if self.asks => self.asker.ask(question, usual, read),
            given => read(given.unwrap_or(usual)).map_err(Stop::new),
        }
    }
}

fn name(text: &str) -> Result<String, String> {
    let text = text.trim();
    if text.is_empty() || text.contains(char::is_control) {
        return Err("a program needs a name".to_owned());
    }
    Ok(text.to_owned())
}

fn weeks(text: &str) -> Result<u32, String> {
    let weeks = text.parse().ok().filter(|weeks| LENGTHS.contains(weeks));
    weeks.ok_or_else(|| format!("a number of weeks, from {} to {}", LENGTHS.start(), LENGTHS.end()))
}

fn people(text: &str) -> Result<Population, String> {
    let people = People::from_str(text, true).map_err(|_| "adults, minors or mixed")?;
    Ok(people.into())
}

fn model(text: &str) -> Result<MatchModel, String> {
    let Model(model) =
        Model::from_str(text, true).map_err(|_| "one_to_one, group, peer, reverse or flash".to_owned())?;
    Ok(model)
}

fn languages(text: &str) -> Result<Vec<String>, String> {
    let mut languages: Vec<String> = Vec::new();
    for language in text.split(',').map(|l| l.trim().to_lowercase()).filter(|l| !l.is_empty()) {
        if !LANGUAGES.contains(&language.as_str()) {
            let known = LANGUAGES.join(" and ");
            return Err(format!(
                "a new handbook comes in {known}; `{language}` can be added to program.yaml later"
            ));
        }
        if !languages.contains(&language) {
            languages.push(language);
        }
    }
    if languages.first().map(String::as_str) == LANGUAGES.first().copied() {
        Ok(languages)
    } else {
        Err("the guides come in English, so `en` stands first; translations lie beside them".to_owned())
    }
}

fn timezone(given: Option<&str>) -> Result<String, Stop> {
    let is_zone = |zone: &str| zone.parse::<chrono_tz::Tz>().is_ok();
    match given {
        Some(zone) if is_zone(zone) => Ok(zone.to_owned()),
        Some(zone) => {
            Err(Stop::new(format!("there is no time zone `{zone}`")).help("write it like Europe/Lisbon"))
        }
        None => {
            let here = iana_time_zone::get_timezone().ok().filter(|zone| is_zone(zone) && zone != "Etc/UTC");
            Ok(here.unwrap_or_else(|| "UTC".to_owned()))
        }
    }
}

/// A Monday that leaves four weeks to prepare.
fn usual_start(today: NaiveDate) -> NaiveDate {
    let earliest = today + Days::new(28);
    earliest + Days::new(u64::from((7 - earliest.weekday().num_days_from_monday()) % 7))
}

/// `our-program` is "Our program".
fn name_of(dir: &Path) -> String {
    let full = std::path::absolute(dir).unwrap_or_else(|_| PathBuf::from(dir));
    let folder = full.components().next_back().map(|last| last.as_os_str().to_string_lossy().into_owned());
    let words = folder.unwrap_or_default().replace(['-', '_', '.'], " ");
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut letters = words.chars();
    match letters.next() {
        Some(first) if first.is_alphabetic() => first.to_uppercase().chain(letters).collect(),
        _ => "Our mentoring program".to_owned(),
    }
}

/// Writes all of them, or leaves the folder as it was: without visible files of its own.
fn write(dir: &Path, files: &[StarterFile]) -> Result<(), Stop> {
    let there = dir.exists();
    for (done, file) in files.iter().enumerate() {
        let path = dir.join(&file.path);
        let folder = path.parent().unwrap_or(dir);
        let written = fs::create_dir_all(folder).and_then(|()| fs::write(&path, &file.bytes));
        written.map_err(|error| {
            take_back(dir, &files[..=done], there);
            Stop::new(format!("{}: {error}", path.display())).help("nothing was left behind; try again")
        })?;
    }
    Ok(())
}

/// Removes files that were written and the folders that are empty without them. What resists stays: that
/// something is wrong has been said.
fn take_back(dir: &Path, files: &[StarterFile], there: bool) {
    for file in files.iter().rev() {
        let path = dir.join(&file.path);
        let _ = fs::remove_file(&path);
        let above = path.ancestors().skip(1).take_while(|folder| *folder != dir);
        for folder in above {
            let _ = fs::remove_dir(folder);
        }
    }
    if !there {
        let _ = fs::remove_dir(dir);
    }
}

fn next(dir: &Path, files: &[StarterFile], answers: &Answers) -> String {
    let here = dir == Path::new(".");
    let cohort = files.iter().find(|file| file.path.ends_with("/cohort.yaml")).map_or("", |file| &file.path);
    let mut text = format!(
        "{}: {} from {}, {} in {}.\n\nNow:\n",
        answers.name,
        several(answers.weeks as usize, "week"),
        answers.start,
        several(files.len(), "file"),
        if here { "this folder".to_owned() } else { dir.display().to_string() },
    );
    let mut line = |left: &str, right: &str| text.extend(["  ", &format!("{left:<36}"), "  ", right, "\n"]);
    if !here {
        line(&format!("cd {}", dir.display()), "");
    }
    line("mentorbook serve --open", "read it in the browser while you write");
    line("mentorbook build", "write the site into output/public");
    line("", "");
    line("Before anybody relies on it:", "");
    line(
        "content/program.yaml",
        "your contacts, emergency number and time zone; those in it are placeholders",
    );
    line("content/guides/safety.md", "the same numbers, read by whoever answers them");
    line("content/calendar.yaml", "your days and hours");
    line(cohort, "your dates and holidays");
    if answers.population != Population::Adult {
        line("content/guides/", "written for adults: say how guardians are told and asked");
    }
    if answers.model != MatchModel::OneToOne {
        line("content/guides/", "written for one mentor and one mentee: fit them to your model");
    }
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    lines.join("\n") + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[allow(clippy::unwrap_used)]
    fn what_cannot_be_written_whole_leaves_nothing() {
        let here = tempfile::tempdir().unwrap();
        let file = |path: &str| StarterFile { path: path.to_owned(), bytes: b"x".to_vec() };
        // The last one cannot be written: its folder is a file.
        let files = [file("content/a.yaml"), file("content/guides/b.md"), file("content/a.yaml/c")];
        for dir in [here.path().join("new"), here.path().to_owned()] {
            assert!(write(&dir, &files).is_err());
            assert!(here.path().read_dir().unwrap().next().is_none());
        }
        assert!(write(here.path(), &files[..2]).is_ok());
        assert!(here.path().join("content/guides/b.md").is_file());
    }

    #[test]
    fn answers_are_read_as_people_write_them() {
        assert_eq!(people("Adults"), Ok(Population::Adult));
        assert_eq!(people("minor"), Ok(Population::Minor));
        assert_eq!(model("one-to-one"), Ok(MatchModel::OneToOne));
        assert_eq!(languages("en, ES,en"), Ok(vec!["en".to_owned(), "es".to_owned()]));
        assert!(languages("es,en").is_err_and(|why| why.contains("English")));
        assert!(languages("fr").is_err_and(|why| why.contains("`fr`")));
        assert_eq!(weeks("39"), Ok(39));
        assert!(weeks("4").is_err());
    }

    #[test]
    fn the_usual_answers_come_from_the_folder_and_the_day() {
        assert_eq!(name_of(Path::new("a/our-new_program")), "Our new program");
        assert_eq!(name_of(Path::new("2026")), "Our mentoring program");
        let day = |text: &str| text.parse::<NaiveDate>().unwrap_or_default();
        assert_eq!(usual_start(day("2026-11-22")), day("2026-12-21"));
        assert_eq!(usual_start(day("2026-11-23")), day("2026-12-21"));
    }
}
