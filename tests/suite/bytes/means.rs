//! A mean from the bytes, of a scale of 1 to 5.
//!
//! Answers are given at three levels, so that the counts of 1, 3 and 5 are the table. That tells an attacker more than a
//! real survey does, in which every answer is possible, so what is hidden here is hidden there. Beside a change of the
//! same people no mean is told.

use super::*;
const SCALE: &str = "scales: { agree: { min: 1, max: 5 } }
questions:
- { id: well, text: Did it go well?, role: mentee, answer: agree }
- { id: other, text: Was the room warm?, role: mentee, answer: yes_no }
";

const MEAN: &str = "- id: fared
  name: Fared well
  construct: other
  items: [well]
  score: { kind: mean }
  roles: [mentee]
  waves: [baseline, end]
";

/// A program whose surveys are these. The earlier cohort asked the same once.
fn program(population: PopulationClass) -> Program {
    let surveys = |waves: &[&str], link: &str| -> String {
        let survey = |wave: &&str| {
            format!(
                "- {{ id: {wave}-mentee, wave: {wave}, role: mentee, link: {link}, questions: [well, other] }}\n"
            )
        };
        waves.iter().map(survey).collect()
    };
    let cohort = |name: &str, year: i32, hours: u32, surveys: String| {
        format!(
            "name: {name}\nstart: {year}-01-06\nend: {year}-05-23\nstatus: closed\nfeatures: {{ hours: {hours} }}\nsurveys:\n{surveys}"
        )
    };
    let site = Program::site(population)
        .with("questions.yaml", SCALE)
        .with("measures.yaml", MEAN)
        .with("cohorts/earlier/cohort.yaml", cohort("Earlier", 2024, 4, surveys(&["end"], "none")))
        .with("cohorts/now/cohort.yaml", cohort("Now", 2025, 8, surveys(&["end"], "none")));
    Program::of(site, population, &unlinked(&["1", "3", "5"], &[4, 9, 14]))
}

/// A survey at the end alone.
fn unlinked(levels: &[&str], table: &[u32]) -> Files {
    let mut text = "answered_on,well,other\n".to_owned();
    for cell in each(table) {
        writeln!(text, "2025-05-26,{},yes", levels[cell]).unwrap();
    }
    vec![("responses-end-mentee", text)]
}

/// What was given at the end by each cell of a survey of 1, 3 and 5, the last of whom gave nothing.
const LEVELS: [u32; 4] = [1, 3, 5, 0];

/// Sum and number of the answers.
fn sum(t: &[u32]) -> (u32, u32) {
    let scored = t.iter().zip(LEVELS).filter(|(_, level)| *level > 0);
    scored.fold((0, 0), |(sum, of), (count, level)| (sum + count * level, of + count))
}

fn tenths((sum, of): (u32, u32)) -> u32 {
    (20 * sum + of) / (2 * of).max(1)
}

#[test]
fn a_mean_stays_hidden_in_the_bytes() {
    for (population, n) in [(PopulationClass::Adult, 23), (PopulationClass::Minor, 25)] {
        let program = program(population);
        let k = program.limits.k;
        let all = tables(n, 4);
        let told = program.told(&|table| unlinked(&["1", "3", "5", ""], table), &all);
        let protected = unions(n, 4, &[3], 1);
        let game = |extra: &dyn Fn(&[u32]) -> u32| {
            invert(k, 4, true, &protected, &all, &mut |t| (told[t], extra(t)))
        };
        game(&|_| 0).clean(&format!("bytes of a mean of {n}, k = {k}"));
        game(&|t| tenths(sum(t))).leaks("a mean that is not cut off");
        game(&|t| t[0]).leaks("the lowest answers counted on a page");
        game(&|t| sum(t).1).leaks("how many answered, beside a mean");
    }
}
