//! What lists of attendance and of contacts, and their absence, bring to be counted.

use super::super::disclose::{Answers, Asked};
use super::super::rows;
use super::people::Funnel;
use super::sessions::Sessions;
use super::view::View;
use super::{Counted, Counts, contacts};
use crate::check::{self, Memo, Settings};
use crate::model::Id;
use crate::source::{Memory, Root, scan};

const PROGRAM: &str = "schema: 1\nname: P\nlanguages: [en]\nweeks: 16\ncapacity_per_mentor: 1\n\
     contact: { first_month: 2, counts: [group, pulse] }\n";
const COHORT: &str = "name: C
start: 2026-03-02
end: 2026-06-19
status: closed
sessions:
- { id: hello, kind: training, timing: pre_match, title: H, date: 2026-02-20, at: '17:00', minutes: 60 }
- { id: one, kind: peer_meeting, title: O, date: 2026-04-20, at: '17:00', minutes: 60 }
- { id: two, kind: peer_meeting, title: T, date: 2026-05-20, at: '17:00', minutes: 60 }
";
const MATCHES: &str = "match,mentors,mentees,matched_on,planned_end,status
m1,a,x,2026-03-09,2026-06-19,completed
m2,b,y,2026-03-09,2026-06-19,completed
m3,c,z,2026-03-09,2026-06-19,completed
";

/// What is asked of a cohort with these rows of attendance, without a file where there are none.
fn asked(cohort: &str, attendance: Option<&str>) -> Vec<Counted> {
    asked_of(cohort, MATCHES, attendance)
}

fn asked_of(cohort: &str, matches: &str, attendance: Option<&str>) -> Vec<Counted> {
    let list = attendance.map(|list| ("attendance.csv", format!("session,person,role,status\n{list}")));
    seen(cohort, matches, list, |view| Sessions.ask(view).into_iter().chain(Funnel.ask(view)).collect())
}

/// What comes of a cohort with one more file of rows.
fn seen<T>(cohort: &str, matches: &str, more: Option<(&str, String)>, look: impl Fn(&View) -> T) -> T {
    let mut world = Memory::new(chrono::NaiveDate::from_ymd_opt(2026, 12, 1).unwrap())
        .with("program.yaml", PROGRAM)
        .with("cohorts/c/cohort.yaml", cohort);
    world.put(Root::Data, "cohorts/c/matches.csv", matches);
    if let Some((name, text)) = more {
        world.put(Root::Data, &format!("cohorts/c/{name}"), text);
    }
    let (mut sources, mut found) = (scan(&world).unwrap(), Vec::new());
    let checked = check::read(&sources, &Settings::default(), &mut Memo::default(), &mut found);
    let rows = rows::read(&world, &mut sources, &checked.handbook, &mut found).unwrap();
    let view = View::new(&checked.handbook, &Id::new("c"), &rows).unwrap();
    look(&view)
}

fn find<'a>(all: &'a [Counted], variable: &str) -> Option<&'a Counted> {
    all.iter().find(|one| one.key.variable() == variable)
}

fn held(all: &[Counted]) -> [Option<u64>; 2] {
    ["sessions-held", "peer-meetings-held"].map(|variable| match find(all, variable)?.asked {
        Asked::Open(value) => Some(value),
        _ => None,
    })
}

/// Yes, no, not recorded.
fn came_to_half(all: &[Counted]) -> Option<(u32, u32, u32)> {
    match find(all, "peer-meetings-half")?.asked {
        Asked::Answers(Answers { yes, no, unrecorded }) => Some((yes, no, unrecorded)),
        _ => None,
    }
}

/// The same of those who were trained.
fn trained(all: &[Counted]) -> Option<(u32, u32, u32)> {
    let Asked::Tree(tree) = &find(all, "mentors-trained")?.asked else { return None };
    let of = |name: &str| tree.root.cells.iter().find(|cell| cell.name == name).map(|cell| cell.count);
    Some((of("trained")?, of("not-trained")?, of("not-recorded")?))
}

#[test]
fn what_nobody_recorded_is_not_none() {
    let said = |status: &str| COHORT.replacen("id: one,", &format!("id: one, status: {status},"), 1);
    for (cohort, list, told) in [
        (COHORT.to_owned(), None, [None, None]),
        (COHORT.to_owned(), Some(""), [None, None]),
        (said("unknown"), None, [None, None]),
        (said("held"), None, [Some(1), Some(1)]),
        (COHORT.to_owned(), Some("hello,a,mentor,present\n"), [Some(1), None]),
        (COHORT.to_owned(), Some("two,a,mentor,\n"), [Some(1), Some(1)]),
    ] {
        assert_eq!(held(&asked(&cohort, list)), told, "{list:?}\n{cohort}");
    }
}

/// Whether a figure is told depends on there being a list, never on what stands in it.
#[test]
fn an_empty_list_is_a_list() {
    for (list, trained, came) in [
        ("", false, None),
        ("hello,a,mentor,\nhello,b,mentor,\n", true, None),
        ("hello,a,mentor,present\n", true, None),
        ("one,a,mentor,\none,b,mentor,\n", false, Some((0, 0, 3))),
        ("one,a,mentor,present\none,b,mentor,absent\n", false, Some((1, 1, 1))),
        // The second list is empty: nobody was absent from it.
        ("one,a,mentor,present\ntwo,a,mentor,\n", false, Some((1, 0, 2))),
    ] {
        let all = asked(COHORT, Some(list));
        assert_eq!(find(&all, "mentors-trained").is_some(), trained, "{list}");
        assert_eq!(came_to_half(&all), came, "{list}");
    }
}

/// Of what was called off, a list says who had signed up.
#[test]
fn what_was_called_off_has_no_list() {
    let list = "hello,a,mentor,present\none,a,mentor,present\none,b,mentor,absent\ntwo,b,mentor,present\n";
    for off in ["status: cancelled", "skip: yes", "skip: yes, status: held"] {
        let off = |cohort: &str, id: &str| cohort.replacen(id, &format!("{id} {off},"), 1);
        let one = asked(&off(COHORT, "id: one,"), Some(list));
        assert_eq!(held(&one), [Some(2), Some(1)]);
        assert_eq!(came_to_half(&one), Some((1, 0, 2)));
        let all =
            ["id: hello,", "id: one,", "id: two,"].iter().fold(COHORT.to_owned(), |all, id| off(&all, id));
        let all = asked(&all, Some(list));
        assert_eq!((held(&all), came_to_half(&all), trained(&all)), ([None, None], None, None));
    }
    for (off, planned) in [("status: cancelled", 2), ("skip: yes", 1)] {
        let all = asked(&COHORT.replacen("id: one,", &format!("id: one, {off},"), 1), None);
        let told = find(&all, "peer-meetings-planned").map(|one| &one.asked);
        assert!(matches!(told, Some(Asked::Open(n)) if *n == planned), "{off}: {told:?}");
    }
}

/// A training is before the matches that began on its day or after it.
#[test]
fn a_training_counts_for_the_matches_that_follow_it() {
    // The second and the third match began a week after the first, or nobody wrote down when.
    let later = MATCHES.replacen("m2,b,y,2026-03-09", "m2,b,y,2026-03-16", 1).replacen(
        "m3,c,z,2026-03-09",
        "m3,c,z,",
        1,
    );
    // Two of the first one's mentor: trained for the second alone.
    let again = later.replacen("m2,b", "m2,a", 1);
    let all = "hello,a,mentor,present\nhello,b,mentor,absent\nhello,c,mentor,present\n";
    for (day, matches, told) in [
        ("date: 2026-02-20", &later, (2, 1, 0)),
        ("date: 2026-03-09", &later, (2, 1, 0)),
        ("date: 2026-03-10", &later, (1, 1, 1)),
        ("date: 2026-03-17", &later, (1, 0, 2)),
        ("date: 2026-03-10", &again, (2, 0, 1)),
        ("week: 3", &later, (2, 1, 0)),
    ] {
        let cohort = COHORT.replacen("date: 2026-02-20", day, 1);
        assert_eq!(trained(&asked_of(&cohort, matches, Some(all))), Some(told), "{day}\n{matches}");
    }
}

/// A contact counts for the side that it was with, however that is written; one with both, for both.
#[test]
fn contacts_count_for_their_sides() {
    for (with, sides) in [
        (["mentor", "mentor"], 1),
        (["mentor", "mentee"], 0),
        (["both", "both"], 2),
        (["both", "mentee"], 1),
        (["a", "a"], 1),
        (["a;x", "mentor;mentee"], 2),
        (["x", "both"], 1),
        (["", ""], 0),
        // Who does not stand in the match is reported, and counts for nobody.
        (["b", "both"], 0),
        (["Mentor", "mentor"], 0),
    ] {
        let row = |with: &&str| format!("m1,2026-03-12,pulse,{with},reached\n");
        let rows = with.iter().map(row).collect::<String>();
        let file = ("contacts.csv", format!("match,date,kind,with,outcome\n{rows}"));
        let counted = seen(COHORT, MATCHES, Some(file), |view| {
            contacts::in_touch(view, 2).values().map(std::collections::HashSet::len).sum::<usize>()
        });
        assert_eq!(counted, sides, "{with:?}");
    }
}
