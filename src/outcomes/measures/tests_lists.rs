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
    let list = attendance.map(|list| ("attendance.csv", format!("session,person,role,status\n{list}")));
    seen(cohort, list, |view| Sessions.ask(view).into_iter().chain(Funnel.ask(view)).collect())
}

/// What comes of a cohort with one more file of rows.
fn seen<T>(cohort: &str, more: Option<(&str, String)>, look: impl Fn(&View) -> T) -> T {
    let mut world = Memory::new(chrono::NaiveDate::from_ymd_opt(2026, 12, 1).unwrap())
        .with("program.yaml", PROGRAM)
        .with("cohorts/c/cohort.yaml", cohort);
    world.put(Root::Data, "cohorts/c/matches.csv", MATCHES);
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
        let told = find(&all, "peer-meetings-half").map(|one| match one.asked {
            Asked::Answers(Answers { yes, no, unrecorded }) => (yes, no, unrecorded),
            _ => (9, 9, 9),
        });
        assert_eq!(told, came, "{list}");
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
        let counted = seen(COHORT, Some(file), |view| {
            contacts::in_touch(view, 2).values().map(std::collections::HashSet::len).sum::<usize>()
        });
        assert_eq!(counted, sides, "{with:?}");
    }
}
