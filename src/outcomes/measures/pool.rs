//! What is told of several closed cohorts together only: answers to sensitive questions, and the reasons behind the
//! groups of early endings.
//!
//! Must not tell of a pool what a cohort tells by itself: all cohorts but one could be subtracted from it.

use std::collections::{BTreeMap, BTreeSet};

use super::super::disclose::{Answers, Asked, Class, FactKey, Kind, Part, Raise};
use super::super::rows::Name;
use super::super::rows::words::EndReason;
use super::change::Beside;
use super::definition::is_asked_alike;
use super::limits::{
    again, group, has_few_matches, known, mentors_again, more_answers, more_matches, per_mentor, returns,
    without_mentor,
};
use super::view::{Group, Relation, View};
use super::{Behind, Counted, many, scores};

/// Everything that is counted on a pool. The surveys of its cohorts are one population for each wave and role.
pub(in crate::outcomes) fn pool(views: &[View]) -> Vec<Counted> {
    let mut all: BTreeMap<FactKey, Counted> = BTreeMap::new();
    // In how many cohorts enough people were asked, which is public.
    let mut asked: BTreeMap<FactKey, usize> = BTreeMap::new();
    for view in views {
        for (key, one) in of_cohort(views, view) {
            if rows(&one.asked) >= group(view) && !has_few_matches(view, key.role()) {
                *asked.entry(key.clone()).or_default() += 1;
            }
            match all.get_mut(&key) {
                Some(sum) => add(sum, one),
                None => drop(all.insert(key, one)),
            }
        }
    }
    // A sum over fewer cohorts than the pool names would be theirs alone.
    all.retain(|key, _| asked.get(key) == Some(&views.len()) && is_asked_alike(views, key));
    all.into_values().chain(REASONS.iter().filter_map(|group| reasons(views, group))).collect()
}

/// What one cohort adds. Several of its surveys tell one thing only where everybody counts in one of them.
fn of_cohort(views: &[View], view: &View) -> BTreeMap<FactKey, Counted> {
    let mut mine: BTreeMap<FactKey, Counted> = BTreeMap::new();
    // No change is told of sensitive answers, so each level is told as it is.
    for one in scores::levels(view, |_, _| Beside::Nothing) {
        if one.class != Class::Sensitive || !matches!(one.asked, Asked::Answers(_)) {
            continue;
        }
        let key = FactKey::new("pool", one.key.variable(), one.key.wave(), one.key.role());
        let Ok(key) = key else { continue };
        let one = Counted { key: key.clone(), raise: raise(views, &key), ..one };
        let sum = match mine.remove(&key) {
            Some(mut sum) => {
                add(&mut sum, one);
                sum
            }
            None => one,
        };
        mine.insert(key, Counted { largest_cohort: rows(&sum.asked), ..sum });
    }
    mine
}

/// People come back, and one may stand behind a row of each cohort: mentors as a rule, mentees where a cohort says so.
/// One who does all the same knows the rows of each.
fn raise(views: &[View], key: &FactKey) -> Raise {
    let role = key.role();
    let plus = sum(views, |view| known(view, key));
    let cohorts = many(views.iter());
    let more = more_of_all(views, |view| more_answers(view, role));
    let return_too = views.iter().any(returns);
    match role {
        Some("mentee") if !return_too => Raise { times: 1, plus: plus + cohorts - 1, more },
        _ => Raise { times: cohorts, plus, more },
    }
}

/// How many more rows a group takes of all cohorts, in each of which the same people may stand.
fn more_of_all(views: &[View], more: impl Fn(&View) -> u32) -> u32 {
    let beside = sum(views, |view| (group(view) - 1).saturating_add(more(view)));
    beside - views.first().map_or(0, |view| group(view) - 1)
}

fn sum(views: &[View], of: impl Fn(&View) -> u32) -> u32 {
    views.iter().map(of).fold(0, u32::saturating_add)
}

type Reasons = (Group, &'static str, &'static [(&'static str, &'static [EndReason])]);

/// The groups of early endings whose reasons are told, with their cells. Few cells, for each must hold enough.
const REASONS: &[Reasons] = &[
    (
        Group::Circumstances,
        "circumstances",
        &[
            (
                "life-change",
                &[EndReason::LifeChangeMentor, EndReason::LifeChangeMentee, EndReason::LifeChange],
            ),
            ("program-or-request", &[EndReason::ProgramEnded, EndReason::WithdrewOnRequest]),
        ],
    ),
    (
        Group::Relationship,
        "relationship-or-support",
        &[
            ("mismatch", &[EndReason::Mismatch]),
            (
                "contact-lost",
                &[
                    EndReason::GradualDissolution,
                    EndReason::MentorUnresponsive,
                    EndReason::MenteeUnresponsive,
                ],
            ),
            (
                "expectations-or-support",
                &[EndReason::UnmetExpectations, EndReason::InadequateSupport, EndReason::RemovedByProgram],
            ),
        ],
    ),
];

/// The reasons within one group, a population of its own.
fn reasons(views: &[View], (group, name, cells): &Reasons) -> Option<Counted> {
    if !views.iter().all(|view| view.rows.has("matches")) {
        return None;
    }
    let of = |view: &View| many(view.matches.iter().filter(|one| one.group == *group));
    let ended: Vec<&Relation> =
        views.iter().flat_map(|view| &view.matches).filter(|one| one.group == *group).collect();
    let cells = cells.iter().map(|(name, reasons)| {
        let count =
            many(ended.iter().filter(|one| one.reason.is_some_and(|reason| reasons.contains(&reason))));
        Part { name: (*name).to_owned(), count, kind: Kind::Other }
    });
    let asked = Asked::Parts(cells.collect());
    let key = FactKey::new(&format!("pool-{name}"), &format!("ended-early-why.{name}"), None, None).ok()?;
    let matches: BTreeSet<Name> = ended.iter().map(|one| one.row.id).collect();
    let behind = Behind {
        persons: matches.clone(),
        matches,
        mentors: ended.iter().flat_map(|one| one.mentors.iter().copied()).collect(),
        identified: true,
    };
    // A mentor may hold several of the matches that ended, and come back to each cohort.
    let again = sum(views, |view| again(view) + mentors_again(view));
    let times = sum(views, |view| per_mentor(view.book, view.cohort) + without_mentor(view));
    let more = more_of_all(views, more_matches);
    let raise = Raise { times, plus: again, more };
    let largest_cohort = views.iter().map(of).max().unwrap_or(0);
    Some(Counted { raise, largest_cohort, ..Counted::new(key, Class::Sensitive, asked, behind) })
}

fn rows(asked: &Asked) -> u32 {
    if let Asked::Answers(answers) = asked { answers.n() } else { 0 }
}

fn add(sum: &mut Counted, one: Counted) {
    if let (Asked::Answers(a), Asked::Answers(b)) = (&mut sum.asked, &one.asked) {
        *a = Answers { yes: a.yes + b.yes, no: a.no + b.no, unrecorded: a.unrecorded + b.unrecorded };
    }
    sum.largest_cohort = sum.largest_cohort.max(one.largest_cohort);
    sum.behind.persons.extend(one.behind.persons);
    sum.behind.matches.extend(one.behind.matches);
    sum.behind.mentors.extend(one.behind.mentors);
    sum.behind.identified &= one.behind.identified;
}
