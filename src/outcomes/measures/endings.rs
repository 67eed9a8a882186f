//! How matches ended: completed, ended early, not recorded; and below that the groups and the quarters.

use super::super::disclose::{Asked, Cell, FactKey, Kind, Split, Tree};
use super::view::{Group, Relation, View};
use super::{Behind, Counted, Counts, Measure, check_ins, many};

/// Completion, and all counts that are nested in it, as one tree over the matches that started.
pub struct Completion;

impl Measure for Completion {
    fn name(&self) -> &'static str {
        "completion"
    }

    fn about(&self) -> &'static str {
        "Matches that started, by what became of them: completed as planned or with goals met, ended early, not \
         recorded. A certificate is not completion; an ending that nobody recorded is neither success nor \
         failure. Early endings are told by group of reasons and by the quarter of the match's own planned \
         length, pauses not counted. The completed ones are told by the check-ins they held, those of the staff or a \
         facilitator at the beginning left out where the program promises contacts in the first month. Finer reasons are told of three closed cohorts or more together, each of \
         which has told those groups itself."
    }
}

impl Counts for Completion {
    fn ask(&self, view: &View) -> Vec<Counted> {
        if !view.rows.has("matches") {
            return Vec::new();
        }
        let behind = Behind::matches(view);
        let tree = Tree { name: "started".to_owned(), root: root(view), before: Vec::new() };
        let key = FactKey::new("matches", "completion", None, None);
        Counted::ordinary(key, Asked::Tree(tree), behind).into_iter().collect()
    }
}

fn root(view: &View) -> Split {
    let all = || view.matches.iter();
    let success = || all().filter(|one| one.group.is_success());
    let early: Vec<&Relation> = all().filter(|one| one.group.is_early()).collect();
    let planned: Vec<&Relation> = all().filter(|one| one.group == Group::AsPlanned).collect();
    let met = many(all().filter(|one| one.group == Group::GoalsMet));
    let how = vec![
        cell("as-planned", Kind::Lead, many(planned.iter()), check_ins::splits(view, &planned, true)),
        cell("goals-met", Kind::Lead, met, Vec::new()),
    ];
    let mut of_completed = vec![Split { variable: "completed-how".to_owned(), cells: how }];
    of_completed.extend(check_ins::splits(view, &success().collect::<Vec<_>>(), false));
    let cells = vec![
        cell("completed", Kind::Lead, many(success()), of_completed),
        cell("ended-early", Kind::Other, many(early.iter()), vec![why(&early), when(&early)]),
        // A running match of a closed cohort has no ending on record.
        cell(
            "not-recorded",
            Kind::Unrecorded,
            many(all().filter(|one| matches!(one.group, Group::Unrecorded | Group::Running))),
            Vec::new(),
        ),
    ];
    Split { variable: "completion".to_owned(), cells }
}

/// Early endings by group of reasons.
fn why(early: &[&Relation]) -> Split {
    let of = |group: Group| many(early.iter().filter(|one| one.group == group));
    split(
        "ended-early-why",
        [
            ("circumstances", Kind::Other, of(Group::Circumstances)),
            ("relationship-or-support", Kind::Other, of(Group::Relationship)),
            ("not-recorded", Kind::Unrecorded, of(Group::Unexplained)),
        ],
    )
}

/// Early endings by half, then by quarter.
fn when(early: &[&Relation]) -> Split {
    let of = |wanted: Option<u8>| many(early.iter().filter(|one| quarter(one) == wanted));
    let half = |name: &str, first: u8, labels: [&str; 2]| {
        let quarters = [of(Some(first)), of(Some(first + 1))];
        let cells = labels.into_iter().zip(quarters);
        let below = split(&format!("ended-early-{name}"), cells.map(|(label, n)| (label, Kind::Other, n)));
        cell(name, Kind::Other, quarters.iter().sum(), vec![below])
    };
    Split {
        variable: "ended-early-when".to_owned(),
        cells: vec![
            half("first-half", 1, ["first-quarter", "second-quarter"]),
            half("second-half", 3, ["third-quarter", "fourth-quarter"]),
            cell("not-recorded", Kind::Unrecorded, of(None), Vec::new()),
        ],
    }
}

/// The quarter of its planned length in which a match ended: ⌊4 · length / planned⌋ + 1, at most 4.
pub(super) fn quarter(one: &Relation) -> Option<u8> {
    let (length, planned) = (one.length(one.ended_on?)?, one.planned()?);
    let quarter = if planned > 0 { 4 * length / planned + 1 } else { 4 };
    u8::try_from(quarter.clamp(1, 4)).ok()
}

pub(super) fn cell(name: &str, kind: Kind, count: u32, splits: Vec<Split>) -> Cell {
    Cell { name: name.to_owned(), count, kind, splits }
}

pub(super) fn split<'n>(variable: &str, cells: impl IntoIterator<Item = (&'n str, Kind, u32)>) -> Split {
    let cells = cells.into_iter().map(|(name, kind, count)| cell(name, kind, count, Vec::new())).collect();
    Split { variable: variable.to_owned(), cells }
}
