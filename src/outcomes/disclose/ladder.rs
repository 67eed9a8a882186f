//! The ladders: for each kind of figure a short fixed list of forms, the first that passes a static test.
//!
//! Every rung is worked out whatever the numbers are, and only then is one chosen. Must not search for a
//! pattern that hides: which one was found would tell what was hidden.

use super::form::{Clamp, Count, Form, Kind, Part, Why};
use super::policy::Limits;

/// The fewest answers that a mean is taken of.
pub const MEAN_FROM: u32 = 20;

/// Three values, never two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answers {
    /// Yes.
    pub yes: u32,
    /// No.
    pub no: u32,
    /// Not recorded.
    pub unrecorded: u32,
}

impl Answers {
    /// All rows.
    pub fn n(self) -> u32 {
        self.yes + self.no + self.unrecorded
    }
}

/// How the matches of a closed cohort ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Endings {
    /// As planned: a success.
    pub planned: u32,
    /// Goals met: a success.
    pub met: u32,
    /// Circumstances.
    pub circumstances: u32,
    /// The relationship or our support.
    pub relationship: u32,
    /// Not recorded.
    pub unrecorded: u32,
}

/// Scores of one variable, summed up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scores {
    /// The low end of the scale, in points.
    pub low: u32,
    /// The high end of the scale, in points.
    pub high: u32,
    /// How many units make a point: 1 for whole points, 4 for the mean of four items.
    pub per_point: u32,
    /// The sum of all scores, in units.
    pub total: u64,
    /// How many answered.
    pub answered: u32,
    /// The favourable share, for groups in which no mean is printed. Its n counts all who handed the survey
    /// in, whether or not they answered this.
    pub favourable: Answers,
}

/// A cell for a split that is not part of a tree.
pub(super) fn part(name: &str, count: u32, kind: Kind) -> Part {
    Part { name: name.to_owned(), count, kind }
}

/// Whether every cell is above `k`, or a not-recorded of 0. Looks at all of them in any case.
pub(super) fn stands(limits: Limits, cells: &[Part]) -> bool {
    let small = |cell: &&Part| cell.count <= limits.k && !(cell.kind == Kind::Unrecorded && cell.count == 0);
    cells.iter().filter(small).count() == 0
}

/// The share of n, tail-coded: the table of the policy.
pub fn share(limits: Limits, n: u32, x: u32) -> Form {
    let top = n.saturating_sub(limits.k);
    let x = match (x <= limits.k, x >= top) {
        (true, _) => Count::AtMost(limits.k),
        (false, true) => Count::AtLeast(top),
        (false, false) => Count::Exact(x),
    };
    Form::Share { n, x }
}

/// The split if it stands, else the share of its lead cells over all rows.
pub(super) fn split_or_share(limits: Limits, n: u32, cells: Vec<Part>) -> Form {
    let lead = cells.iter().filter(|cell| cell.kind == Kind::Lead).map(|cell| cell.count).sum();
    let share = share(limits, n, lead);
    if stands(limits, &cells) { Form::Split { n, cells } } else { share }
}

/// All cells, or none: of what is told elsewhere there is no coarser form to fall back on.
pub fn parts(limits: Limits, cells: &[Part]) -> Form {
    let n = cells.iter().map(|cell| cell.count).sum();
    let whole = Form::Split { n, cells: cells.to_vec() };
    if stands(limits, cells) { whole } else { Form::NotShown { why: Why::FewInCell } }
}

/// Yes, no and not recorded, or yes over all rows.
pub fn answers(limits: Limits, answers: Answers) -> Form {
    let cells = vec![
        part("yes", answers.yes, Kind::Lead),
        part("no", answers.no, Kind::Other),
        part("not-recorded", answers.unrecorded, Kind::Unrecorded),
    ];
    split_or_share(limits, answers.n(), cells)
}

/// The four groups, or the successes over all rows.
pub fn endings(limits: Limits, endings: Endings) -> Form {
    let cells = vec![
        part("as-planned", endings.planned, Kind::Lead),
        part("goals-met", endings.met, Kind::Lead),
        part("circumstances", endings.circumstances, Kind::Other),
        part("relationship-or-support", endings.relationship, Kind::Other),
        part("not-recorded", endings.unrecorded, Kind::Unrecorded),
    ];
    let n = cells.iter().map(|cell| cell.count).sum();
    split_or_share(limits, n, cells)
}

/// All categories of an answer, or the favourable ones against the others, or the favourable over all rows.
pub fn bars(limits: Limits, categories: &[Part]) -> Form {
    let sum = |kind| categories.iter().filter(|cell| cell.kind == kind).map(|cell| cell.count).sum();
    let coarse = vec![
        part(together(categories, Kind::Lead), sum(Kind::Lead), Kind::Lead),
        part(together(categories, Kind::Other), sum(Kind::Other), Kind::Other),
        part("not-recorded", sum(Kind::Unrecorded), Kind::Unrecorded),
    ];
    let n = categories.iter().map(|cell| cell.count).sum();
    let coarse = split_or_share(limits, n, coarse);
    if stands(limits, categories) { Form::Split { n, cells: categories.to_vec() } } else { coarse }
}

/// What the categories of a kind are called together: one alone keeps its name, where that is not another's.
fn together(categories: &[Part], kind: Kind) -> &str {
    const NAMES: [&str; 3] = ["favourable", "others", "not-recorded"];
    let mut names = categories.iter().filter(|cell| cell.kind == kind).map(|cell| cell.name.as_str());
    match (names.next(), names.next()) {
        (Some(alone), None) if !NAMES.contains(&alone) => alone,
        _ if kind == Kind::Lead => NAMES[0],
        _ => NAMES[1],
    }
}

/// The mean where enough were asked, else the favourable share.
///
/// Which of the two it is depends on how many were *asked*, never on how many answered: a share in the place
/// of a mean would tell that more than a few answers are missing, and beside an exact share of the rows that
/// can be all there is left to know.
pub fn mean(limits: Limits, scores: &Scores) -> Form {
    let n = scores.favourable.n();
    let share = answers(limits, scores.favourable);
    let Some(clamp) = Clamped::of(limits, n, scores) else { return share };
    let mean = clamp.form(n, scores);
    if scores.answered >= MEAN_FROM { mean } else { Form::NotShown { why: Why::FewAnswers } }
}

/// The mean of so many answers of which nothing else is known.
///
/// There is no share to fall back on, and `n` is public.
pub fn mean_alone(limits: Limits, n: u32, scores: &Scores) -> Form {
    let fewest = MEAN_FROM.saturating_add(limits.k).max(limits.k.saturating_mul(3)).max(limits.group);
    let mean = Clamped::of(limits, n, scores).map(|clamp| clamp.form(n, scores));
    mean.unwrap_or(Form::TooFew { group: fewest })
}

/// The printed range of means, in tenths. A function of the scale, of n and of `k`.
struct Clamped {
    low: u32,
    high: u32,
}

impl Clamped {
    /// A mean near an end tells that hardly anybody answered at the other. So the cut lies where `k` people
    /// at the far end are still possible, and at least half a point inside.
    fn of(limits: Limits, n: u32, scores: &Scores) -> Option<Self> {
        let wide = scores.high.checked_sub(scores.low).filter(|wide| *wide >= 2)?;
        let asked = n >= MEAN_FROM.saturating_add(limits.k) && n >= limits.k.saturating_mul(3);
        if !asked || n < limits.group {
            return None;
        }
        let inside = (10 * limits.k * wide).div_ceil(n).max(5);
        let (low, high) = (10 * scores.low + inside, (10 * scores.high).checked_sub(inside)?);
        (low < high).then_some(Self { low, high })
    }

    fn form(&self, n: u32, scores: &Scores) -> Form {
        let units = u64::from(scores.answered.max(1)) * u64::from(scores.per_point.max(1));
        let tenths = (20 * scores.total + units) / (2 * units);
        let tenths = u32::try_from(tenths).unwrap_or(u32::MAX);
        let clamp = match (tenths <= self.low, tenths >= self.high) {
            (true, _) => Clamp::OrLower,
            (false, true) => Clamp::OrHigher,
            (false, false) => Clamp::None,
        };
        let (low, high) = (scores.low, scores.high);
        let tenths = tenths.clamp(self.low, self.high);
        let sd_half_steps = widest(low, high, tenths);
        Form::Mean { n, answered: MEAN_FROM, low, high, tenths, clamp, sd_half_steps }
    }
}

/// The largest standard deviation of at least twenty answers with this printed mean, in half points, rounded
/// up (Bhatia and Davis 2000: the variance is at most (high − m)(m − low)).
///
/// It is not the answers' own: twenty answers with a mean of 4.4 and a deviation of at most 0.5 are thirteen
/// 4s and seven 5s, and all-equal answers would stand out.
fn widest(low: u32, high: u32, tenths: u32) -> u32 {
    // In twentieths of a point, moved by the rounding of the mean towards the middle.
    let (low, high, middle) = (20 * low, 20 * high, 10 * (low + high));
    let mean = match (2 * tenths).cmp(&middle) {
        std::cmp::Ordering::Less => 2 * tenths + 1,
        std::cmp::Ordering::Equal => middle,
        std::cmp::Ordering::Greater => 2 * tenths - 1,
    };
    let product = u64::from(high - mean) * u64::from(mean - low);
    // (s/2)² ≥ product/400 · 20/19
    let needed = product.div_ceil(95);
    let root = needed.isqrt();
    let steps = if root * root < needed { root + 1 } else { root };
    u32::try_from(steps.max(1)).unwrap_or(u32::MAX)
}
