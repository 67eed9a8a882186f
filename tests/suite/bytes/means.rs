//! A mean from the bytes: of a scale of 1 to 5, alone and beside the change of the same people.
//!
//! Alone, answers are given at three levels, so that the counts of 1, 3 and 5 are the table. That tells an attacker
//! more than a real survey does, in which every answer is possible, so what is hidden here is hidden there. Beside a
//! change that would be too much to know, so the answers between 1 and 5 are any.

use mentorbook::outcomes::disclose::{Answers, Clamp, Count, Fact, Form, Scores, Worth, ladder};

use super::*;
use crate::inversion::Protected;

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
fn program(population: PopulationClass, changes: bool) -> Program {
    program_of(population, changes, "1")
}

fn program_of(population: PopulationClass, changes: bool, worth: &str) -> Program {
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
    let now = if changes { surveys(&["baseline", "end"], "person") } else { surveys(&["end"], "none") };
    let site = Program::site(population)
        .with("questions.yaml", SCALE)
        .with("measures.yaml", format!("{MEAN}  worthwhile_change: {worth}\n"))
        .with("cohorts/earlier/cohort.yaml", cohort("Earlier", 2024, 4, surveys(&["end"], "none")))
        .with("cohorts/now/cohort.yaml", cohort("Now", 2025, 8, now));
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
        let program = program(population, false);
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

// ---------------------------------------------------------------- beside a change

/// A table: how many gave 1, 5 and what is between, and nothing; how many rose and how many did not; and the sum of
/// the answers between.
const CELLS: usize = 6;

/// Every table of n people of whom so many gave an answer that a mean is told; who rose stands a point higher.
fn changed(n: u32) -> Vec<Vec<u32>> {
    let mut all = Vec::new();
    for t in tables(n, 4) {
        let [lowest, highest, between, none] = *t else { unreachable!() };
        let answered = n - none;
        // From 1 nobody falls short of 2, so whoever did not give the lowest may have risen.
        for rose in (0..=between + highest).filter(|_| answered >= ladder::MEAN_FROM) {
            let sums = 2 * between..=4 * between;
            all.extend(sums.map(|sum| vec![lowest, highest, between, none, rose, answered - rose, sum]));
        }
    }
    all
}

/// The mean and the change, as they should be told.
fn mean_and_change(limits: Limits, t: &[u32], worth: Option<Worth>) -> (Form, Form) {
    let n = t[..4].iter().sum();
    let (total, answered) = (t[0] + 5 * t[1] + t[6], n - t[3]);
    let favourable = Answers { yes: answered, no: 0, unrecorded: t[3] };
    let (total, in_full) = (u64::from(total), t[3] == 0);
    let scores = Scores { low: 1, high: 5, per_point: 1, total, answered, favourable, in_full, worth };
    (ladder::mean(limits, &scores), ladder::share(limits, n, t[4]))
}

/// Some outputs: both ends of the mean, beside them, and the middle; with both ends of the change, and inside.
fn stands_out(limits: Limits, (mean, change): &(Form, Form)) -> bool {
    let seldom = |x: &Count| !matches!(x, Count::Exact(x) if *x != limits.k + 1 && *x != 12);
    let chosen = |tenths: &u32, clamp: &Clamp| *clamp != Clamp::None || [24, 30, 41, 43].contains(tenths);
    matches!(mean, Form::Mean { tenths, clamp, .. } if chosen(tenths, clamp))
        && matches!(change, Form::Share { x, .. } if seldom(x))
}

/// The two waves of a table.
fn linked(t: &[u32]) -> Files {
    let mut texts = [0, 1].map(|_| "person,answered_on,well,other\n".to_owned());
    // The answers between, as low as they can be; then some of them are raised to 4, and one to what is left.
    let mut left = t[6] - 2 * t[2];
    let between = (0..t[2]).map(|_| {
        let more = left.min(2);
        left -= more;
        2 + more
    });
    let ends: Vec<u32> = (0..t[1]).map(|_| 5).chain(between).chain((0..t[0]).map(|_| 1)).collect();
    let rows = (0..).zip(ends).map(|(i, end)| ((end - u32::from(i < t[4])).to_string(), end.to_string()));
    let none = (0..t[3]).map(|_| ("3".to_owned(), String::new()));
    for (i, (before, after)) in rows.chain(none).enumerate() {
        for (text, level) in texts.iter_mut().zip([before, after]) {
            writeln!(text, "p{i},2025-05-26,{level},yes").unwrap();
        }
    }
    ["responses-baseline-mentee", "responses-end-mentee"].into_iter().zip(texts).collect()
}

/// How many gave the lowest answer, the highest and none; how many rose, and how many did not.
fn protected_beside(n: u32) -> Vec<Protected> {
    let counts = [0, 1, 4, 5].map(|cell| Protected::new(vec![cell], n));
    counts.into_iter().chain([Protected::new(vec![3], n).of_recordedness()]).collect()
}

/// The mean and the change, as rows come to them.
fn of_rows(facts: &[Fact]) -> (Form, Form) {
    let told = |wave: &str| {
        let mine = |fact: &&Fact| fact.key.variable() == "fared" && fact.key.wave() == Some(wave);
        facts.iter().find(mine).map(|fact| fact.form.clone()).unwrap()
    };
    (told("end"), told("baseline-end"))
}

/// Of every table whose mean and change are among some, the bytes of a site.
fn built(program: &Program, all: &[Vec<u32>], worth: Option<Worth>) -> Vec<(Vec<u32>, blake3::Hash)> {
    let mut outputs: HashMap<(Form, Form), blake3::Hash> = HashMap::new();
    let mut some = Vec::new();
    for t in all {
        let output = mean_and_change(program.limits, t, worth);
        if !stands_out(program.limits, &output) {
            continue;
        }
        let build = |output: &(Form, Form)| {
            let rows = linked(t);
            let facts = program.facts("now", &rows);
            assert_eq!(of_rows(&facts), *output, "{t:?}");
            program.build(&program.written(facts), &rows)
        };
        some.push((t.clone(), *outputs.entry(output).or_insert_with_key(build)));
    }
    let sites: BTreeSet<[u8; 32]> = outputs.values().map(|bytes| *bytes.as_bytes()).collect();
    assert_eq!(sites.len(), outputs.len(), "two releases, one site");
    some
}

const WORTH: Worth = Worth { tenths: 10, higher: true };

/// Every table is told by the ladders; of some of the outputs, at the ends and in the middle, the site is built.
#[test]
fn a_mean_beside_a_change_stays_hidden_in_the_bytes() {
    let (program, n) = (program(PopulationClass::Adult, true), 23);
    let (limits, k) = (program.limits, program.limits.k);
    let (all, protected) = (changed(n), protected_beside(n));
    let game = |worth| {
        let print = &mut |t: &[u32]| mean_and_change(limits, t, worth);
        invert(k, CELLS, false, &protected, &all, print)
    };
    game(Some(WORTH)).clean(&format!("a mean of {n} beside a change, k = {k}"));
    game(None).leaks("a mean cut as if no change were told");

    let some = built(&program, &all, Some(WORTH));
    let told: HashMap<&[u32], blake3::Hash> = some.iter().map(|(t, bytes)| (&t[..], *bytes)).collect();
    let all: Vec<Vec<u32>> = some.iter().map(|(t, _)| t.clone()).collect();
    let game = |extra: &dyn Fn(&[u32]) -> u32| {
        invert(k, CELLS, false, &protected, &all, &mut |t| (told[t], extra(t)))
    };
    game(&|_| 0).clean(&format!("bytes of a mean of {n} beside a change, k = {k}"));
    game(&|t| tenths((t[0] + 5 * t[1] + t[6], n - t[3]))).leaks("a mean that is not cut off");
    game(&|t| t[4]).leaks("how many rose, counted on a page");
    game(&|t| n - t[3]).leaks("how many answered, beside a mean");
}

/// The cut leaves too little room for those who gave the highest answer, where `k` is 5 and fewer than 29 were asked.
#[test]
#[ignore = "leaks: a mean of \"2.3 or lower\" of 25 beside \"19 of 25 rose\": 4 at most gave a 5, and k is 5"]
fn a_mean_beside_a_change_hides_the_highest_answers_of_minors() {
    let limits = Policy::new(PopulationClass::Minor, Stricter::default()).limits(Class::Ordinary);
    for n in [25, 28] {
        let print = &mut |t: &[u32]| mean_and_change(limits, t, Some(WORTH));
        invert(limits.k, CELLS, false, &protected_beside(n), &changed(n), print)
            .clean(&format!("a mean of {n} beside a change, k = {}", limits.k));
    }
}

/// A whole answer cannot rise by half a point: whoever rose by that rose by one, and the cut must know it.
#[test]
#[ignore = "leaks: a worthwhile change of half a point, on one item: a mean of \"1.8 or lower\" of 23 beside \"19 of \
            23 rose\" is one table"]
fn a_change_by_less_than_an_answer_is_cut_as_one() {
    let (program, n) = (program_of(PopulationClass::Adult, true, "0.5"), 23);
    let k = program.limits.k;
    let mut all = changed(n);
    // Rows are read once for each sum, number of answers and number who rose. 17 to 19 who rose are told exactly.
    all.retain(|t| (17..20).contains(&t[4]));
    let mut told: HashMap<[u32; 3], (Form, Form)> = HashMap::new();
    invert(k, CELLS, false, &protected_beside(n), &all, &mut |t| {
        let sum = [t[0] + 5 * t[1] + t[6], t[3], t[4]];
        told.entry(sum).or_insert_with(|| of_rows(&program.facts("now", &linked(t)))).clone()
    })
    .clean(&format!("a mean of {n} beside a change by half a point, k = {k}"));
}
