//! The YAML files of the starter: name, length, people and weeks.

use chrono::Datelike;

use super::lines::Lines;
use super::scale::Scale;
use super::{Answers, LANGUAGES, SHIPPED_NAME, cohort};
use crate::model::{MatchModel, Population};

/// `program.yaml`.
pub(super) fn program(text: &str, answers: &Answers, scale: Scale) -> String {
    let mut lines = Lines::new(text);
    lines.remove("fictional");
    lines.remove("sites");
    lines.replace("attested", ATTESTED);
    lines.remove_line("- lives-near-a-site");
    lines.replace("tagline", tagline(answers));
    lines.replace("purpose", &purpose(answers));
    lines.replace("base_url", "# base_url: https://handbook.example.org/");
    let languages: Vec<String> = answers.languages.iter().map(|l| format!("  - {l}")).collect();
    lines.replace("languages", &format!("languages:\n{}", languages.join("\n")));
    lines.replace("timezone", &format!("timezone: {}", answers.timezone));
    lines.replace("weeks", &format!("weeks: {}", answers.weeks));
    lines.replace("min_match_weeks", &format!("min_match_weeks: {}", scale.length(26)));
    lines.replace("retain_until", &format!("retain_until: {}-12-31", retained(answers, scale)));
    lines.replace("terms", terms(answers.model));
    lines.replace("model", &format!("model: {}{}", answers.model.word(), MODELS));
    people(&mut lines, answers.population);
    finish(lines, answers)
}

/// Nobody has vouched for anything yet.
const ATTESTED: &str = "\
# attested:
#   - practice: screening
#     by: coordinator
#     date: 2026-01-15
#     how: Two references and one interview for every mentor, before the first training";

const MODELS: &str = "      # one_to_one, group, peer, reverse or flash";

fn people(lines: &mut Lines, population: Population) {
    let word = population.word();
    lines.replace("population", &format!("population: {word}      # adult, minor or mixed"));
    lines.replace("disclosure", &format!("disclosure:\n  population_class: {word}"));
    if population != Population::Adult {
        lines.replace("profile", "profile: youth         # youth, workplace, research or open_source");
        lines.remove_line("- over-eighteen");
    }
}

/// The year at whose end rows about people go.
pub(super) fn retained(answers: &Answers, scale: Scale) -> i32 {
    cohort::end(answers.start, scale).year() + 2
}

fn tagline(answers: &Answers) -> &'static str {
    if answers.is_year() {
        "tagline:\n  en: A year that both people shape\n  es: Un año al que dos personas dan forma"
    } else {
        "tagline:\n  en: Time that both people shape\n  es: Un tiempo al que dos personas dan forma"
    }
}

fn purpose(answers: &Answers) -> String {
    let Answers { name, weeks, .. } = answers;
    format!(
        "purpose:
  en: >-
    {name} brings together people who want to get somewhere and people who have been there.
    Over {weeks} weeks they meet again and again, and at fixed moments they stop and ask
    whether the way they work still serves them both, and change it if it does not.
  es: >-
    {name} reúne a personas que quieren llegar a alguna parte con otras que ya han estado
    allí. A lo largo de {weeks} semanas se ven una y otra vez, y en momentos fijos se paran a
    preguntarse si su manera de trabajar les sirve todavía, y la cambian si no es así."
    )
}

fn terms(model: MatchModel) -> &'static str {
    if model == MatchModel::Group {
        "terms:
  match:
    en:
      one: group
      other: groups
      meaning: The mentors and mentees who work together
    es:
      one: grupo
      other: grupos
      meaning: Mentores y mentees que trabajan en común"
    } else {
        "terms:
  match:
    en:
      one: pair
      other: pairs
      meaning: The two people who work together
    es:
      one: pareja
      other: parejas
      meaning: Las dos personas que trabajan en común"
    }
}

/// `phases.yaml`, `check-ins.yaml`, `calendar.yaml` and the lists without weeks.
pub(super) fn lists(path: &str, text: &str, answers: &Answers, scale: Scale) -> String {
    let mut lines = Lines::new(text);
    let [first, second, last] = scale.ends;
    match path {
        "phases.yaml" => {
            for (phase, from, to) in
                [("initial", 1, first), ("working", first + 1, second), ("transition", second + 1, last)]
            {
                lines.set_in(phase, "from_week", &from.to_string());
                lines.set_in(phase, "to_week", &to.to_string());
            }
        }
        "check-ins.yaml" | "calendar.yaml" => {
            for (item, key, week) in weeks_of(text) {
                lines.set_in(&item, key, &scale.week(week).to_string());
            }
        }
        _ => {}
    }
    finish(lines, answers)
}

/// Every `week:` and `from_week:` of a list, with the id of its item.
fn weeks_of(text: &str) -> Vec<(String, &'static str, i32)> {
    let mut item = "";
    let mut weeks = Vec::new();
    for line in text.lines() {
        if let Some(id) = line.strip_prefix("- id: ") {
            item = id;
        }
        for key in ["week", "from_week", "to_week"] {
            let value = line.trim().strip_prefix(key).and_then(|rest| rest.strip_prefix(": "));
            if let Some(week) = value.and_then(|v| v.parse().ok()) {
                weeks.push((item.to_owned(), key, week));
            }
        }
    }
    weeks
}

/// Languages and the name: what every file has.
pub(super) fn finish(mut lines: Lines, answers: &Answers) -> String {
    for language in LANGUAGES.iter().filter(|language| !answers.speaks(language)) {
        lines.drop_language(language);
    }
    if let [only] = answers.languages.as_slice() {
        lines.fold_language(only);
    }
    lines.rename(SHIPPED_NAME, &answers.name);
    lines.text()
}

/// `LICENSE`: the texts stay free, and nobody is invented any more.
pub(super) fn license(text: &str, answers: &Answers) -> String {
    let kept: Vec<&str> = text.split("\n\n").filter(|part| !part.contains("are invented")).collect();
    kept.join("\n\n").replace(SHIPPED_NAME, &answers.name)
}
