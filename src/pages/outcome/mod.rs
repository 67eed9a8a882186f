//! What came of a cohort, from its published figures: one file for each section, one line in [`SECTIONS`].
//!
//! A section that has nothing to say stays empty. Must not see a figure that is not published.

mod ended;
mod funnel;
mod head;
mod learned;
mod process;
mod row;
mod short;
mod so_far;
mod stayed;
mod story;
mod sure;
mod take;
mod target;

use std::cell::RefCell;
use std::collections::BTreeSet;

use super::view::{Notice, OutcomeView};
use super::{Here, Site};
use crate::check::Cohort;
use crate::outcomes::disclose::{Form, Why};
use crate::outcomes::{Published, Release, derive};

/// What the sections work with.
struct Desk<'a> {
    site: &'a Site<'a>,
    here: &'a Here<'a>,
    cohort: &'a Cohort,
    release: &'a Published<Release>,
    seen: RefCell<BTreeSet<Seen>>,
}

/// What stands on the page: what needs explaining is explained once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Seen {
    /// A dot.
    Point,
    /// A range.
    Range,
    /// A target.
    Target,
    /// "Or more", "or fewer".
    Coded,
    /// A box for what is not recorded.
    Undecided,
    /// Something that nobody recorded.
    Unrecorded,
    /// A survey.
    Answers,
}

type Section = fn(&Desk, &mut OutcomeView);

/// The sections in the order in which they are made: how sure we are depends on what the others show.
static SECTIONS: &[Section] = &[
    head::fill,
    short::fill,
    funnel::fill,
    learned::fill,
    ended::fill,
    stayed::fill,
    process::fill,
    story::fill,
    take::fill,
    sure::fill,
];

/// Where a cohort's release stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    /// It shows results, or says of each why it does not.
    Told,
    /// It shows none, for some are about fewer people than this.
    TooFew(u32),
    /// Its cohort is running: open figures only.
    Running,
}

fn standing(release: &Published<Release>) -> Standing {
    if !release.get().closed {
        return Standing::Running;
    }
    let is_result = |form: &Form| form.is_shown() && !matches!(form, Form::Open { .. });
    if release.figures().any(|(_, figure)| is_result(figure.get())) {
        return Standing::Told;
    }
    let group = |form: &Form| if let Form::TooFew { group } = form { Some(*group) } else { None };
    // Where one person may stand behind several rows, the group is larger.
    let smallest = release.figures().filter_map(|(_, figure)| group(figure.get())).min();
    // Of enough people nothing may be told alone, and not because they are too few.
    let pooled = release.figures().filter(|(_, figure)| is_pooled(figure.get()));
    let most = pooled.filter_map(|(key, _)| derive::answered(release, key.population())).max();
    smallest.filter(|group| most.is_none_or(|most| most < *group)).map_or(Standing::Told, Standing::TooFew)
}

impl Site<'_> {
    /// What came of a closed cohort; None without a release of it.
    pub fn outcome(&self, here: &Here, cohort: &Cohort) -> Option<OutcomeView> {
        let release = self.published.get(&cohort.id)?;
        let desk = Desk { site: self, here, cohort, release, seen: RefCell::default() };
        let mut view = OutcomeView::default();
        match standing(release) {
            Standing::Running => return None,
            Standing::Told => SECTIONS.iter().for_each(|fill| fill(&desk, &mut view)),
            Standing::TooFew(group) => {
                for fill in [head::fill, ended::pool, story::fill, take::fill] {
                    fill(&desk, &mut view);
                }
                let text = self.with("outcome-too-few", &[("group", group)]);
                view.alert = Some(Notice { title: self.t("outcome-too-few-title"), text });
            }
        }
        crate::charts::defs().clone_into(&mut view.patterns_html);
        Some(view)
    }

    /// What a cohort's headline says, for the search; empty where no figure says it.
    pub fn outcome_headline(&self, cohort: &Cohort) -> String {
        let of = |release: &Published<Release>| {
            let shown = standing(release) == Standing::Told;
            shown.then(|| head::headline(self, derive::figure(release, "matches", "completion")?)).flatten()
        };
        self.published.get(&cohort.id).and_then(of).unwrap_or_default()
    }
}

impl<'a> Desk<'a> {
    /// The figure of a population and a variable.
    fn figure(&self, population: &str, variable: &str) -> Option<Published<&'a Form>> {
        derive::figure(self.release, population, variable)
    }

    /// The same, where it says something.
    fn shown(&self, population: &str, variable: &str) -> Option<Published<&'a Form>> {
        self.figure(population, variable).filter(|figure| figure.get().is_shown())
    }

    /// An open figure.
    fn open(&self, population: &str, variable: &str) -> Option<u32> {
        match self.figure(population, variable)?.get() {
            Form::Open { value } => u32::try_from(*value).ok(),
            _ => None,
        }
    }

    /// The program's word for matches.
    fn matches(&self) -> String {
        self.site.term("match", true)
    }

    /// Remembers what the page shows.
    fn saw(&self, what: Seen) {
        self.seen.borrow_mut().insert(what);
    }

    /// Whether the page shows it.
    fn shows(&self, what: Seen) -> bool {
        self.seen.borrow().contains(&what)
    }
}

/// Whether a figure is told of several cohorts together, or not at all.
fn is_pooled(form: &Form) -> bool {
    matches!(form, Form::NotShown { why: Why::Pooled })
}

/// Whether a figure is hidden because it could tell of very few.
fn is_few(form: &Form) -> bool {
    matches!(form, Form::NotShown { why: Why::FewInCell | Why::FewAnswers } | Form::TooFew { .. })
}
