//! How sure we are: said once, in sentences that the figures of this page choose.

use super::{Desk, Seen};
use crate::charts::Mark;
use crate::outcomes::Published;
use crate::outcomes::derive::{self, Aim};
use crate::outcomes::disclose::Form;
use crate::pages::view::OutcomeView;

/// From so many points on, a range is called wide.
const WIDE: f64 = 30.0;

pub(super) fn fill(desk: &Desk, view: &mut OutcomeView) {
    let site = desk.site;
    let mut say = Vec::new();
    if desk.open("matches", "started").is_some() {
        // Of matches that were corrected, one or another may not be counted.
        let is_corrected = desk.release.get().held_back.iter().any(|population| population == "matches");
        let all = if is_corrected { "outcome-sure-then" } else { "outcome-sure-all" };
        say.push(site.ta(all, &[("matches", &desk.matches())]));
    }
    if let Some((name, low, high)) = first_range(desk) {
        let numbers = [("low", site.lang.number(low).into()), ("high", site.lang.number(high).into())];
        let [low_arg, high_arg] = numbers;
        say.push(site.lang.t("outcome-sure-range", &[("name", name.into()), low_arg, high_arg]));
        if high - low >= WIDE {
            say.push(site.ta("outcome-sure-wide", &[("matches", &desk.matches())]));
        }
        if desk.shows(Seen::Answers) {
            say.push(site.t("outcome-sure-answers"));
        }
    }
    if is_aim_open(desk) {
        say.push(site.t("outcome-sure-aim"));
    }
    if desk.shows(Seen::Coded) {
        say.push(site.t("outcome-sure-coded"));
    }
    if desk.shows(Seen::Unrecorded) {
        say.push(site.t("outcome-sure-unrecorded"));
    }
    view.sure = say;
}

/// The first range of the page, and what it is of.
fn first_range(desk: &Desk) -> Option<(String, f64, f64)> {
    let midpoint = derive::at_midpoint(desk.release);
    let of = |name: &str, figure: Option<Published<&Form>>| {
        let (low, high) = Mark::of(figure?)?.range?;
        Some((desk.site.t(name), low, high))
    };
    of("figure-completion", desk.figure("matches", "completion"))
        .or_else(|| of("outcome-midpoint", midpoint.as_ref().map(Published::as_ref)))
        .or_else(|| of("figure-expectations", desk.figure("matches", "expectations")))
}

fn is_aim_open(desk: &Desk) -> bool {
    let judged = || {
        let at_least = desk.criterion("completion")?.at_least?;
        derive::aim(desk.figure("matches", "completion")?, at_least)
    };
    judged() == Some(Aim::Open)
}
