//! Several figures over the same matches, inverted together.
//!
//! Each figure by itself is proved above. Here a table says of every match how it ended, what was documented and
//! what its mentee answered; what all figures tell together must leave each count wide, and so each count of two
//! things at once ("ended early, and nothing documented"), of which no figure tells.

mod minor;

use super::*;

/// All tables over the cells of several attributes, the last of which changes fastest.
struct Joint<'a> {
    limits: Limits,
    n: u32,
    sizes: &'a [usize],
    /// Counts that nobody may learn.
    protected: Vec<Both>,
    /// Whether the attacker also stands in each of the cells in turn.
    own: bool,
}

/// Those who stand in one of these cells.
struct Both {
    cells: Vec<usize>,
    /// They are not-recorded rows alone.
    unrecorded: bool,
    /// They are among those who answered, whose number is open.
    answered: bool,
}

const EMPTY: (u32, u32) = (u32::MAX, 0);

impl Joint<'_> {
    fn cells(&self) -> usize {
        self.sizes.iter().product()
    }

    /// Groups the tables by what is printed of them, which rests on `given` alone.
    fn invert(&self, given: &dyn Fn(&[u32]) -> Vec<u32>, print: &dyn Fn(&[u32]) -> Vec<Form>) -> Inverted {
        let views = if self.own { 1 + self.cells() } else { 1 };
        let mut known: HashMap<Vec<u32>, usize> = HashMap::new();
        let mut outputs: HashMap<Vec<Form>, usize> = HashMap::new();
        let mut ranges: Vec<Vec<(u32, u32)>> = Vec::new();
        let mut out = Inverted::default();
        each(self.n, 0, &mut vec![0; self.cells()], &mut |table| {
            out.tables += 1;
            let group = *known.entry(given(table)).or_insert_with_key(|given| {
                let next = outputs.len();
                *outputs.entry(print(given)).or_insert(next)
            });
            if group == ranges.len() {
                ranges.push(vec![EMPTY; self.protected.len() * views]);
            }
            let seen = &mut ranges[group];
            for (i, count) in self.protected.iter().enumerate() {
                let mut value = 0;
                for cell in &count.cells {
                    value += table[*cell];
                }
                widen(&mut seen[i], value);
                for view in 1..views {
                    if table[view - 1] > 0 {
                        widen(&mut seen[view * self.protected.len() + i], value);
                    }
                }
            }
        });
        out.outputs = outputs.len() as u64;
        let mut outputs: Vec<(Vec<Form>, usize)> = outputs.into_iter().collect();
        outputs.sort_by_key(|(_, group)| *group);
        for ((output, _), ranges) in outputs.iter().zip(&ranges) {
            self.judge(ranges, output, &mut out);
        }
        out
    }

    fn judge(&self, ranges: &[(u32, u32)], output: &[Form], out: &mut Inverted) {
        let k = self.limits.k;
        let answered = output.iter().find_map(|form| match form {
            Form::Open { value } => u32::try_from(*value).ok(),
            _ => None,
        });
        for (i, range) in ranges.iter().enumerate() {
            let Both { cells, unrecorded, answered: among } = &self.protected[i % self.protected.len()];
            let n = answered.filter(|_| *among).unwrap_or(self.n);
            let told = between(*range, k, n) || (*unrecorded && range.1 == 0);
            if *range == EMPTY || told {
                continue;
            }
            // Whoever stands in a cell knows that it is not empty: one value less. And of fewer than k there is
            // less to know.
            let (width, insider) = (range.1 - range.0, i >= self.protected.len());
            if !insider && n >= k {
                out.narrowest = out.narrowest.into_iter().chain([width]).min();
            }
            if width < k.min(n).saturating_sub(u32::from(insider)) {
                out.leaks.push(format!("cells {cells:?} in {range:?} of {n}: {output:?}"));
            }
        }
    }
}

fn widen(range: &mut (u32, u32), value: u32) {
    range.0 = range.0.min(value);
    range.1 = range.1.max(value);
}

fn each(left: u32, at: usize, table: &mut Vec<u32>, visit: &mut dyn FnMut(&[u32])) {
    if at + 1 == table.len() {
        table[at] = left;
        return visit(table);
    }
    for count in 0..=left {
        table[at] = count;
        each(left - count, at + 1, table, visit);
    }
}

/// How many have each value of each attribute, one attribute after the other.
fn margins(sizes: &[usize], table: &[u32]) -> Vec<u32> {
    let mut all = Vec::with_capacity(sizes.iter().sum());
    let mut step = table.len();
    for size in sizes {
        step /= size;
        let start = all.len();
        all.resize(start + size, 0);
        for (cell, count) in table.iter().enumerate() {
            all[start + cell / step % size] += count;
        }
    }
    all
}

/// Each cell, each two of them, and each value of an attribute. `open` cells tell of response alone.
fn protected(sizes: &[usize], unrecorded: &[usize], open: &[usize]) -> Vec<Both> {
    let cells: usize = sizes.iter().product();
    let last = sizes[sizes.len() - 1];
    let mut all: Vec<Vec<usize>> = Vec::new();
    let mut step = cells;
    for size in sizes {
        step /= size;
        all.extend((0..*size).map(|value| (0..cells).filter(|cell| cell / step % size == value).collect()));
    }
    for a in 0..cells {
        all.push(vec![a]);
        // Two answers of the same people are those who answered, and how many did is open.
        let apart = |b: &usize| open.is_empty() || a / last != b / last;
        all.extend((a + 1..cells).filter(apart).map(|b| vec![a, b]));
    }
    let tells = |cells: &Vec<usize>| {
        let of_response = cells.iter().filter(|cell| open.contains(cell)).count();
        of_response == 0 || (cells.len() > 2 && of_response < cells.len())
    };
    all.retain(tells);
    all.sort();
    all.dedup();
    let counted = |cells: Vec<usize>| Both {
        unrecorded: cells.iter().all(|cell| unrecorded.contains(cell)),
        answered: !open.is_empty() && !cells.iter().any(|cell| open.contains(cell)),
        cells,
    };
    all.into_iter().map(counted).collect()
}

fn policy(limits: Limits) -> Policy {
    let policies = [adult(), minor()];
    *policies.iter().find(|policy| policy.limits(Class::Ordinary) == limits).unwrap()
}

/// Of six: completed · circumstances, first and second half · relationship, first and second half · not recorded.
fn endings(t: &[u32]) -> Question {
    let why = split("why", vec![leaf("circumstances", t[1] + t[2]), leaf("relationship", t[3] + t[4])]);
    let when = split("when", vec![leaf("first-half", t[1] + t[3]), leaf("second-half", t[2] + t[4])]);
    let root = tree(vec![
        cell("completed", t[0], Kind::Lead, vec![]),
        cell("ended-early", t[1..5].iter().sum(), Kind::Other, vec![why, when]),
        cell("not-recorded", t[5], Kind::Unrecorded, vec![]),
    ]);
    question("matches/completion", Asked::Tree(root))
}

/// Of three: completed · ended early · not recorded.
fn completion(t: &[u32]) -> Question {
    endings(&[t[0], t[1], 0, 0, 0, t[2]])
}

fn documented(yes: u32, no: u32, unrecorded: u32) -> Question {
    yes_no("matches/expectations", yes, no, unrecorded)
}

/// Of four: did not answer · favourable · not · without a score. How many answered is open.
fn level(t: &[u32]) -> [Question; 2] {
    let favourable = Answers { yes: t[1], no: t[2], unrecorded: t[3] };
    let total = u64::from(5 * t[1] + 2 * t[2]);
    let answered = t[1] + t[2];
    let scores = Scores { low: 1, high: 5, per_point: 1, total, answered, favourable };
    let level = question("end-mentee/belonging@end/mentee", Asked::Mean(scores));
    let open = question("end-mentee/answered@end/mentee", Asked::Open(u64::from(favourable.n())));
    [level, Question { class: Class::Open, ..open }]
}

/// The larger tables are left to release builds.
fn sizes(debug: &[u32], release: &[u32]) -> Vec<u32> {
    if cfg!(debug_assertions) { debug.to_vec() } else { [debug, release].concat() }
}

#[test]
fn why_and_when_beside_what_is_documented() {
    let dims = [6, 2];
    for (limits, sizes) in both().into_iter().zip([sizes(&[8, 9, 12], &[10, 11]), sizes(&[], &[12])]) {
        for n in sizes {
            let protected = protected(&dims, &[10, 11], &[]);
            let joint = Joint { limits, n, sizes: &dims, protected, own: n < 10 };
            let print = |m: &[u32]| printed(&policy(limits), &[endings(&m[..6]), documented(m[6], m[7], 0)]);
            joint
                .invert(&|table| margins(&dims, table), &print)
                .clean(&format!("endings, why, when and documented, n = {n}, k = {}", limits.k));
        }
    }
}

#[test]
fn completion_beside_three_values() {
    let dims = [3, 3];
    for limits in both() {
        for n in limits.group..=12 {
            let protected = protected(&dims, &[2, 5, 6, 7, 8], &[]);
            let joint = Joint { limits, n, sizes: &dims, protected, own: true };
            let print =
                |m: &[u32]| printed(&policy(limits), &[completion(&m[..3]), documented(m[3], m[4], m[5])]);
            joint
                .invert(&|table| margins(&dims, table), &print)
                .clean(&format!("completion and documented, n = {n}, k = {}", limits.k));
        }
    }
}

#[test]
fn completion_beside_the_answers_of_those_who_answered() {
    let dims = [3, 4];
    for (limits, sizes) in both().into_iter().zip([sizes(&[8, 10], &[12]), sizes(&[], &[12])]) {
        for n in sizes {
            let protected = protected(&dims, &[3, 7, 8, 9, 10, 11], &[0, 4, 8]);
            let joint = Joint { limits, n, sizes: &dims, protected, own: false };
            let print = |m: &[u32]| {
                let [level, open] = level(&m[3..]);
                printed(&policy(limits), &[completion(&m[..3]), level, open])
            };
            joint
                .invert(&|table| margins(&dims, table), &print)
                .clean(&format!("completion and a level, n = {n}, k = {}", limits.k));
        }
    }
}

#[test]
fn all_three_together() {
    let dims = [2, 2, 3];
    for (limits, sizes) in both().into_iter().zip([sizes(&[8, 10], &[12]), sizes(&[], &[12])]) {
        for n in sizes {
            let protected = protected(&dims, &[], &[0, 3, 6, 9]);
            let joint = Joint { limits, n, sizes: &dims, protected, own: false };
            let print = |m: &[u32]| {
                let [level, open] = level(&[m[4], m[5], m[6], 0]);
                let questions = [completion(&[m[0], m[1], 0]), documented(m[2], m[3], 0), level, open];
                printed(&policy(limits), &questions)
            };
            joint
                .invert(&|table| margins(&dims, table), &print)
                .clean(&format!("completion, documented and a level, n = {n}, k = {}", limits.k));
        }
    }
}

/// Of those who completed, how many had documented what they expect: a table of two things at once.
#[test]
fn a_mutant_that_crosses_two_figures_is_caught() {
    let (limits, dims) = (both()[0], [3, 2]);
    let protected = protected(&dims, &[4, 5], &[]);
    let joint = Joint { limits, n: 12, sizes: &dims, protected, own: false };
    let given = |table: &[u32]| [margins(&dims, table), vec![table[0]]].concat();
    let print = |m: &[u32]| {
        let mut told = printed(&policy(limits), &[completion(&m[..3]), documented(m[3], m[4], 0)]);
        let crossed = ladder::share(limits, m[0], m[5]);
        told.push(if m[0] < limits.group { Form::TooFew { group: limits.group } } else { crossed });
        told
    };
    joint.invert(&given, &print).leaks("two figures crossed");
}
