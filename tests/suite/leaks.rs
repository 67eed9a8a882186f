//! Leaks that an attack on published figures found: the smallest example of each, from rows to what is printed.

use std::collections::{BTreeSet, HashMap};
use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use chrono::NaiveDate;
use mentorbook::model::Id;
use mentorbook::outcomes::disclose::{
    Answers, Class, Count, Fact, Form, Kind, Part, Policy, PopulationClass, Refusal, Scores, Stricter, Worth,
    ladder,
};
use mentorbook::pipeline::{self, Kept, Options};
use mentorbook::release::{Released, Releasing, release};
use mentorbook::source::{Disk, Root, World as _};
use tempfile::TempDir;

use crate::site::Site;

const PROGRAM: &str = "schema: 1\nname: P\nlanguages: [en]\nweeks: 20\ncapacity_per_mentor: 2\n";
const QUESTIONS: &str = "questions:
- { id: well, text: Well?, role: both, answer: yes_no }
- { id: harm, text: Harm?, role: both, answer: yes_no, class: sensitive }
- { id: level, text: Level?, role: both, answer: agree, class: sensitive }
- { id: learned, text: Learned?, role: both, answer: { many: true, choices: [{ id: skill, name: Skill }, { id: people, name: People }] } }
scales: { agree: { min: 1, max: 5 } }
";
const MEASURES: &str = "- { id: fared, construct: other, items: [well], roles: [mentee], waves: [baseline, end] }
- { id: raised, construct: other, items: [level], score: { kind: share_at_least, threshold: 4 }, roles: [mentee], waves: [baseline, end], worthwhile_change: 1 }
";
const MATCHES: &str = "match,mentors,mentees,matched_on,planned_end,status,expectations_on,matched_by,criteria,site,track,model,facilitator,rematch_of,continues\n";

/// A closed cohort with these surveys.
fn site(surveys: &str) -> Site {
    let surveys = if surveys.is_empty() { String::new() } else { format!("surveys:\n{surveys}") };
    let cohort = format!("name: C\nstart: 2025-01-06\nend: 2025-05-23\nstatus: closed\n{surveys}");
    Site::base()
        .with("program.yaml", PROGRAM)
        .with("questions.yaml", QUESTIONS)
        .with("measures.yaml", MEASURES)
        .with("cohorts/c/cohort.yaml", cohort)
}

/// With a row file of the cohort.
fn rows(mut site: Site, name: &str, text: &str) -> Site {
    site.world.put(Root::Data, &format!("cohorts/c/{name}.csv"), text);
    site
}

/// matches.csv: of each match its mentor, its mentee and its status.
fn matches(all: impl Iterator<Item = (usize, usize, &'static str)>) -> String {
    all.enumerate().fold(MATCHES.to_owned(), |mut text, (i, (mentor, mentee, status))| {
        writeln!(text, "m{i},a{mentor},b{mentee},2025-01-06,2025-05-23,{status},,,,,,,,,").unwrap();
        text
    })
}

/// A file with a header and a row for each number.
fn table(head: &str, numbers: impl Iterator<Item = usize>, row: impl Fn(usize) -> String) -> String {
    numbers.fold(format!("{head}\n"), |text, i| text + &row(i) + "\n")
}

fn propose(site: &Site, cohorts: &[&str]) -> Result<Vec<Fact>, Vec<Refusal>> {
    let read = pipeline::check(&site.world, &Options::default(), &mut Kept::default()).unwrap();
    let cohorts: BTreeSet<Id> = cohorts.iter().copied().map(Id::new).collect();
    let proposed = read.private.propose(&read.checked.handbook, &cohorts, &[0; 32]).unwrap();
    proposed.map(|proposal| proposal.release.facts)
}

fn told(site: &Site) -> Vec<Fact> {
    propose(site, &["c"]).unwrap()
}

fn find<'a>(facts: &'a [Fact], key: &str) -> Option<&'a Form> {
    facts.iter().find(|fact| fact.key.to_string() == key).map(|fact| &fact.form)
}

/// Every exact count of a population that is printed, the rest beside a share included.
fn counts(facts: &[Fact], population: &str) -> Vec<u32> {
    let mine = facts.iter().filter(|fact| fact.key.population() == population);
    let each = mine.flat_map(|fact| match &fact.form {
        Form::Split { cells, .. } => cells.iter().map(|cell| cell.count).filter(|n| *n > 0).collect(),
        Form::Share { n, x: Count::Exact(x) } => vec![*x, n - x],
        _ => Vec::new(),
    });
    each.collect()
}

// ---------------------------------------------------------------- whom a figure describes

/// Twelve by name and eleven of them by code: the twelfth would be the difference.
#[test]
fn a_code_does_not_make_people_others() {
    let surveys = "- { id: named, wave: end, role: mentee, link: person, questions: [well] }
- { id: coded, wave: end, role: mentee, link: code, questions: [well] }\n";
    let answers =
        |head: &str, n| table(head, 0..n, |i| format!("x{i},{}", if i % 2 == 0 { "yes" } else { "no" }));
    let site = rows(site(surveys), "responses-named", &answers("person,well", 12));
    let site = rows(site, "responses-coded", &answers("code,well", 11));
    let refused = propose(&site, &["c"]).unwrap_err();
    assert!(refused.iter().any(|one| matches!(one, Refusal::Overlap(..))), "{refused:?}");
}

/// Ten mentees of two mentors, whether or not a row says whose it is.
#[test]
fn answers_without_a_name_describe_no_more_mentors_than_there_are() {
    for (link, head) in [("person", "person,well"), ("code", "code,well"), ("none", "answered_on,well")] {
        let surveys = format!("- {{ id: end, wave: end, role: mentee, link: {link}, questions: [well] }}\n");
        let site = rows(site(&surveys), "matches", &matches((0..10).map(|i| (i % 2, i, "completed"))));
        let who = |i: usize| if link == "none" { "2025-05-20".to_owned() } else { format!("b{i}") };
        let answers = table(head, 0..10, |i| format!("{},{}", who(i), if i < 5 { "yes" } else { "no" }));
        let facts = told(&rows(site, "responses-end", &answers));
        assert_eq!(find(&facts, "end/fared@end/mentee"), Some(&Form::TooFew { group: 8 }), "{link}");
    }
}

/// Twenty-four matches of five mentees.
#[test]
fn matches_describe_no_more_than_their_mentees() {
    let all = (0..24).map(|i| (i, i % 5, if i < 12 { "completed" } else { "ended_early" }));
    let facts = told(&rows(site(""), "matches", &matches(all)));
    assert!(matches!(find(&facts, "matches/completion"), Some(Form::TooFew { .. })), "{facts:?}");
}

/// Four matches that were not trained for may be those of two mentors.
#[test]
fn a_count_of_matches_hides_as_many_mentors() {
    let sessions = "- { id: none, wave: end, role: mentor }\nsessions:\n- { id: start, kind: training, timing: pre_match, date: 2025-01-03, at: '17:00' }\n";
    let plan = |mentors: fn(usize) -> usize| {
        let site = rows(site(sessions), "matches", &matches((0..30).map(|i| (mentors(i), i, "completed"))));
        let came = |i: usize| format!("start,a{i},mentor,{}", if i < 2 { "absent" } else { "present" });
        told(&rows(site, "attendance", &table("session,person,role,status", 0..30, came)))
    };
    // Two mentors of two matches each, then one of each: four matches are two mentors.
    let facts = plan(|i| if i < 4 { i / 2 } else { i });
    assert_eq!(
        find(&facts, "mentor-side/mentors-trained"),
        Some(&Form::Share { n: 30, x: Count::AtLeast(24) }),
        "k is 3 mentors of two matches each"
    );
    // One mentor of more matches than the program allows: no number hides them.
    let facts = plan(|i| if i < 4 { 0 } else { i });
    assert!(matches!(find(&facts, "mentor-side/mentors-trained"), Some(Form::NotShown { .. })), "{facts:?}");
}

/// Two of 22 mentees were matched again, which `invited` tells: four early endings may be two people's.
#[test]
fn those_matched_again_are_hidden_with_the_others() {
    let surveys =
        "- { id: first, wave: baseline, role: mentee, invited: 22, link: person, questions: [well] }\n";
    let ended = [0, 1, 22, 23];
    let status = move |i: usize| if ended.contains(&i) { "ended_early" } else { "completed" };
    let all = matches((0..24).map(|i| (i, i % 22, status(i))));
    let facts = told(&rows(site(surveys), "matches", &all));
    assert_eq!(
        find(&facts, "matches/completion"),
        Some(&Form::Share { n: 24, x: Count::AtLeast(19) }),
        "k is 3 and the 2 who were matched again"
    );
    for population in ["matches", "mentee-side", "mentor-side"] {
        let told = counts(&facts, population);
        assert!(told.iter().all(|n| *n > 5), "{population}: {told:?}");
    }
}

// ---------------------------------------------------------------- figures beside figures

/// Whether hours are told depends on how many matches started, never on how many met.
#[test]
fn hours_do_not_tell_how_many_met() {
    let hours = |started: usize, met: usize, minutes: usize| {
        let site = rows(site(""), "matches", &matches((0..started).map(|i| (i, i, "completed"))));
        let met = table("match,month,meetings,minutes", 0..met, |i| format!("m{i},2025-02,4,{minutes}"));
        find(&told(&rows(site, "meetings", &met)), "matches/mentor-hours").cloned()
    };
    assert_eq!(hours(24, 19, 600).is_some(), hours(24, 20, 600).is_some());
    assert_eq!(hours(22, 22, 600), None, "started less than 20 and k");
    // 240 hours of 24 matches: three typical ones give 30, so the step is 50.
    assert_eq!(hours(24, 24, 600), Some(Form::Open { value: 250 }));
    assert_eq!(hours(24, 23, 600), hours(24, 24, 600), "one match more or less is not seen");
}

/// Whoever met their goals early could hold no check-in that was planned later.
#[test]
fn late_check_ins_are_told_of_those_who_were_still_there() {
    let check_ins = "- { id: early, kind: monitoring, when: { week: 5 }, offered_to: all }
- { id: late, kind: closure, when: { week: 15 }, offered_to: all }\n";
    let site = site("").with("check-ins.yaml", check_ins);
    let status = |i: usize| if i < 30 { "completed" } else { "ended_early" };
    let site = rows(site, "matches", &matches((0..36).map(|i| (i, i, status(i)))));
    let endings = |i: usize| format!("m{i},2025-03-03,,goals_met_early,,");
    let site = rows(
        site,
        "endings",
        &table("match,ended_on,initiated_by,reason,procedure,certified", 0..10, endings),
    );
    let held = |i: usize| {
        let late = format!("m{i},late,,,2025-04-20,");
        if i < 18 { format!("{late}\nm{i},early,,,2025-02-10,") } else { late }
    };
    let facts = told(&rows(
        site,
        "checkin-log",
        &table("match,check_in,planned_on,facilitator,held_on,result", 10..24, held),
    ));
    let n = |key: &str| match find(&facts, key) {
        Some(Form::Split { n, .. }) => *n,
        other => panic!("{key}: {other:?}"),
    };
    assert_eq!(
        (n("matches/completed-how"), n("matches/check-in.early"), n("matches/check-in.late")),
        (30, 30, 20)
    );
}

/// Of two choices that anybody takes at least one of, the shares tell how many took both.
#[test]
fn of_two_choices_one_is_told() {
    let surveys = "- { id: end, wave: end, role: mentee, link: person, questions: [learned] }\n";
    let took = |i: usize| format!("b{i},{}", ["skill", "people", "skill;people"][i % 3]);
    let facts = told(&rows(site(surveys), "responses-end", &table("person,learned", 0..24, took)));
    let shares = facts.iter().filter(|fact| fact.key.variable().starts_with("learned.")).count();
    assert_eq!(shares, 1, "{facts:?}");
}

/// A pool tells no change, so its levels are told as they are: merged in one cohort alone, "no" would be false.
#[test]
fn a_pool_counts_no_as_no() {
    let mut site = site("");
    for cohort in ["c", "d", "e"] {
        let surveys = "- { id: one, wave: baseline, role: mentee, link: person, questions: [level] }
- { id: two, wave: end, role: mentee, link: person, questions: [level] }\n";
        let file = String::from_utf8(
            self::site(surveys).world.read(Root::Content, "cohorts/c/cohort.yaml").unwrap(),
        );
        site = site.with(&format!("cohorts/{cohort}/cohort.yaml"), file.unwrap());
        for survey in ["one", "two"] {
            // Twelve low, twelve high; six say nothing in two of the cohorts.
            let answer = |i: usize| {
                if i < 12 {
                    "2"
                } else if i < 24 {
                    "5"
                } else if cohort == "c" {
                    "1"
                } else {
                    ""
                }
            };
            let extra = |i: usize| format!("{cohort}{i},{},yes", answer(i));
            let text = table("person,level,well", 0..30, extra);
            site.world.put(Root::Data, &format!("cohorts/{cohort}/responses-{survey}.csv"), text);
        }
    }
    let facts = propose(&site, &["c", "d", "e"]).unwrap();
    let Some(form) = find(&facts, "pool/raised@end/mentee") else { panic!("{facts:?}") };
    assert_eq!(
        (form.cell("yes"), form.cell("no"), form.cell("not-recorded")),
        (Some(36), Some(42), Some(12))
    );
    assert!(find(&facts, "pool/raised@baseline/mentee").is_some(), "{facts:?}");
}

/// Two surveys of one cohort may be of the same people, each of whom would count as two.
#[test]
fn a_pool_counts_nobody_twice() {
    let mut all = site("");
    for cohort in ["c", "d", "e"] {
        let surveys = "- { id: one, wave: end, role: mentee, link: person, questions: [level] }
- { id: two, wave: end, role: mentee, link: code, questions: [level] }\n";
        let file = site(surveys).world.read(Root::Content, "cohorts/c/cohort.yaml").unwrap();
        all = all.with(&format!("cohorts/{cohort}/cohort.yaml"), file);
        for (survey, head) in [("one", "person,level"), ("two", "code,level")] {
            let text = table(head, 0..30, |i| format!("{cohort}{i},{}", 2 + i % 3));
            all.world.put(Root::Data, &format!("cohorts/{cohort}/responses-{survey}.csv"), text);
        }
    }
    let refused = propose(&all, &["c", "d", "e"]).unwrap_err();
    assert!(matches!(refused[0], Refusal::Second(_)), "{refused:?}");
}

// ---------------------------------------------------------------- over time

/// A program on disk.
struct Program(TempDir);

impl Program {
    fn new(site: &Site) -> Self {
        let folder = TempDir::new().unwrap();
        site.write_to(folder.path());
        Self(folder)
    }

    fn path(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    fn world(&self) -> Disk {
        let mut world = Disk::new(self.path("content"), NaiveDate::from_ymd_opt(2025, 9, 1).unwrap());
        world.data = Some(self.path("private"));
        world
    }

    /// The codes of what `check` finds.
    fn found(&self) -> BTreeSet<&'static str> {
        let read = pipeline::check(&self.world(), &Options::default(), &mut Kept::default()).unwrap();
        read.found.iter().map(|one| one.code.word).collect()
    }

    fn release(&self, name: &str) -> Result<Released, String> {
        let world = self.world();
        let read = pipeline::check(&world, &Options::default(), &mut Kept::default()).unwrap();
        let releasing = Releasing {
            book: &read.checked.handbook,
            private: &read.private,
            published: &read.published,
            content: &self.path("content"),
            data: &self.path("private"),
            today: world.today,
            dry: false,
        };
        release(&releasing, &[name.to_owned()])
            .map(|mut all| all.remove(0))
            .map_err(|failure| failure.to_string())
    }

    fn published(&self) -> String {
        fs::read_to_string(self.path("content/cohorts/c/published.yaml")).unwrap()
    }

    fn row_file(&self, name: &str, text: &str) {
        fs::write(self.path(&format!("private/cohorts/c/{name}.csv")), text).unwrap();
    }
}

/// Thirty matches with meetings, and thirty answers.
fn thirty() -> Site {
    let surveys = "- { id: end, wave: end, role: mentee, link: person, questions: [well] }\n";
    let status = |i: usize| if i < 20 { "completed" } else { "ended_early" };
    let site = rows(site(surveys), "matches", &matches((0..30).map(|i| (i, i, status(i)))));
    let site = rows(site, "meetings", &meetings(30));
    rows(site, "responses-end", &answers(30))
}

fn meetings(n: usize) -> String {
    table("match,month,meetings,minutes", 0..n, |i| format!("m{i},2025-02,4,{}", 600 + 600 * i))
}

fn answers(n: usize) -> String {
    table("person,well", 0..n, |i| format!("b{i},{}", if i % 2 == 0 { "yes" } else { "no" }))
}

#[test]
fn open_figures_of_a_closed_cohort_are_frozen() {
    let program = Program::new(&thirty());
    program.release("c").unwrap();
    let first = program.published();
    // One mentor's hours and one mentee's answer are taken out.
    program.row_file("meetings", &meetings(29));
    program.row_file("responses-end", &answers(29));
    program.release("c").unwrap();
    let figures = |text: &str| text.split_once("facts:").unwrap().1.to_owned();
    assert_eq!(figures(&program.published()), figures(&first));
}

#[test]
fn answered_follows_with_the_figures_of_its_survey() {
    let program = Program::new(&thirty());
    program.row_file("responses-end", &answers(18));
    program.release("c").unwrap();
    program.row_file("responses-end", &answers(30));
    let next = program.release("c").unwrap().release;
    assert_eq!(
        find(&next.facts, "end/answered@end/mentee"),
        Some(&Form::Open { value: 30 }),
        "{:?}",
        next.held_back
    );
}

#[test]
fn figures_that_stay_keep_their_policy() {
    let program = Program::new(&thirty());
    program.release("c").unwrap();
    let first = program.published();
    let stricter = format!("{PROGRAM}disclosure: {{ k: 5, group: 12 }}\n");
    fs::write(program.path("content/program.yaml"), stricter).unwrap();
    program.release("c").unwrap();
    assert_eq!(program.published(), first);
    assert!(!program.found().contains("release-stale"), "what no release changes is not asked for");
}

/// Twelve more who all completed are refused for their figures, and one more for being one: both look alike.
#[test]
fn a_refused_release_has_no_number() {
    let more = |n: usize| {
        let status = move |i: usize| if (20..30).contains(&i) { "ended_early" } else { "completed" };
        matches((0..n).map(|i| (i, i, status(i))))
    };
    let next = |n: usize| {
        let program = Program::new(&thirty());
        program.release("c").unwrap();
        program.row_file("matches", &more(n));
        let first = program.release("c").unwrap().release;
        let again = program.release("c").unwrap().release;
        assert_eq!((&first.id, first.date, &first.held_back), (&again.id, again.date, &again.held_back));
        (first.id, first.date, first.held_back)
    };
    assert_eq!(next(31), next(42));
}

#[test]
fn a_cohort_without_matches_is_known_under_another_name() {
    let surveys = "- { id: end, wave: end, role: mentee, link: person, questions: [well] }\n";
    let program = Program::new(&rows(site(surveys), "responses-end", &answers(24)));
    program.release("c").unwrap();
    for folder in ["content/cohorts", "private/cohorts"] {
        fs::rename(program.path(folder).join("c"), program.path(folder).join("d")).unwrap();
    }
    fs::remove_file(program.path("content/cohorts/d/published.yaml")).unwrap();
    fs::write(program.path("private/cohorts/d/responses-end.csv"), answers(23)).unwrap();
    let refused = program.release("d").unwrap_err();
    assert!(refused.contains("released with `c`"), "{refused}");
}

// ---------------------------------------------------------------- a mean beside a change

/// Of n people on a scale from 1 to 5, how many rose by `worth`, and how many of the others are above the lowest
/// score: every pair of sums and counts, grouped by what is printed.
fn others_above_the_lowest(n: u32, worth: u32, told: Option<Worth>) -> Vec<(String, BTreeSet<u32>)> {
    let limits = Policy::new(PopulationClass::Adult, Stricter::default()).limits(Class::Ordinary);
    let mut groups: HashMap<(Form, Form), BTreeSet<u32>> = HashMap::new();
    for rose in 0..=n {
        let share = ladder::share(limits, n, rose);
        for above in 0..=n - rose {
            let least = rose * (1 + worth) + above * 2 + (n - rose - above);
            let most = rose * 5 + above * 5 + (n - rose - above);
            for total in least..=most {
                let mean = ladder::mean(limits, &scores(n, total, told));
                groups.entry((mean, share.clone())).or_default().insert(above);
            }
        }
    }
    let narrow = |above: &BTreeSet<u32>| {
        let (least, most) = (above.first().copied().unwrap_or(0), above.last().copied().unwrap_or(0));
        most - least < limits.k && least <= limits.k
    };
    // The complement among those who did not rise is not printed, so only the count itself is looked at.
    groups
        .into_iter()
        .filter(|(_, above)| narrow(above))
        .map(|(form, above)| (format!("{form:?}"), above))
        .collect()
}

fn scores(n: u32, total: u32, worth: Option<Worth>) -> Scores {
    let favourable = Answers { yes: n, no: 0, unrecorded: 0 };
    Scores {
        low: 1,
        high: 5,
        per_point: 1,
        total: total.into(),
        answered: n,
        favourable,
        in_full: true,
        worth,
    }
}

#[test]
fn a_mean_beside_a_change_leaves_room_for_the_others() {
    let mut naive = 0;
    for worth in [1, 2] {
        let told = Worth { tenths: 10 * worth, higher: true };
        for n in [23, 30, 40] {
            let leaks = others_above_the_lowest(n, worth, Some(told));
            assert!(leaks.is_empty(), "{n}, {worth}: {:?}", leaks.first());
            naive += others_above_the_lowest(n, worth, None).len();
        }
    }
    assert!(naive > 0, "the mutant 'cut as if no change were told' lives");
}

// ---------------------------------------------------------------- two splits of the early endings

/// A split, if it is printed.
type Cells = Option<Vec<Part>>;
/// Of each cell, its least and greatest count.
type Ranges = [(u32, u32); 9];

/// Reasons and times of early endings, both with rows that lack them: any cell of one may meet any of the other.
#[test]
fn endings_by_reason_and_by_time_leave_each_other_wide() {
    let limits = Policy::new(PopulationClass::Adult, Stricter::default()).limits(Class::Ordinary);
    for n in [8, 12, 13] {
        let sum = |t: &[u32; 9], cells: [usize; 3]| cells.iter().map(|cell| t[*cell]).sum::<u32>();
        let kinds = [Kind::Other, Kind::Other, Kind::Unrecorded];
        let split = |counts: [u32; 3]| {
            let parts =
                counts.into_iter().zip(kinds).map(|(count, kind)| Part { name: String::new(), count, kind });
            let small = |count: &&u32| **count <= limits.k;
            let stands =
                counts[..2].iter().filter(small).count() == 0 && (counts[2] == 0 || counts[2] > limits.k);
            stands.then(|| parts.collect::<Vec<_>>())
        };
        let mut groups: HashMap<(Cells, Cells), Ranges> = HashMap::new();
        each_of_nine(n, &mut |t| {
            let why = split([sum(t, [0, 1, 2]), sum(t, [3, 4, 5]), sum(t, [6, 7, 8])]);
            let when = split([sum(t, [0, 3, 6]), sum(t, [1, 4, 7]), sum(t, [2, 5, 8])]);
            let seen = groups.entry((why, when)).or_insert([(u32::MAX, 0); 9]);
            for (range, count) in seen.iter_mut().zip(t) {
                *range = (range.0.min(*count), range.1.max(*count));
            }
        });
        let groups: Vec<((Cells, Cells), Ranges)> = groups.into_iter().collect();
        for (printed, ranges) in &groups {
            let lacks = |split: &Cells| split.as_ref().is_some_and(|cells| cells[2].count == 0);
            for (cell, (least, most)) in ranges.iter().enumerate() {
                // Where no row lacks its reason or its time, the cells of such rows are nobody's.
                let nobody = (lacks(&printed.0) && cell >= 6) || (lacks(&printed.1) && cell % 3 == 2);
                assert!(
                    nobody || most - least >= limits.k,
                    "{n}: cell {cell} in {least}..{most}: {printed:?}"
                );
            }
        }
    }
}

/// All tables of nine cells.
fn each_of_nine(n: u32, look: &mut impl FnMut(&[u32; 9])) {
    fn fill(t: &mut [u32; 9], at: usize, left: u32, look: &mut impl FnMut(&[u32; 9])) {
        if at == 8 {
            t[8] = left;
            return look(t);
        }
        for count in 0..=left {
            t[at] = count;
            fill(t, at + 1, left - count, look);
        }
    }
    fill(&mut [0; 9], 0, n, look);
}
