//! Corrections, sequences and pools: what several releases tell together.

use super::one_table::midpoint;
use super::*;

/// What is released one after the other: a table, and whose.
type Steps<'a> = &'a [(Answers, BTreeSet<MemberId>)];

/// Releases the tables one after the other, and tells what anybody sees.
fn in_turn(steps: Steps) -> Vec<(Vec<Form>, BTreeSet<String>)> {
    let ask = |answers: &Answers| question("a/b", Asked::Answers(*answers));
    let steps: Vec<_> = steps.iter().map(|(answers, persons)| (ask(answers), persons)).collect();
    questions_in_turn(&steps)
}

fn questions_in_turn(steps: &[(Question, &BTreeSet<MemberId>)]) -> Vec<(Vec<Form>, BTreeSet<String>)> {
    let policy = adult();
    let (mut ledger, mut seen) = (Vec::new(), Vec::new());
    for (question, persons) in steps {
        let facts = facts(&policy, std::slice::from_ref(question));
        let published = if ledger.is_empty() { Before::Nothing } else { Before::Closed };
        let release = decide(&policy, &ledger, release(&["c"], facts, persons), published).unwrap();
        seen.push((release.facts.iter().map(|fact| fact.form.clone()).collect(), release.held.clone()));
        ledger.push(entry(&ledger, release));
    }
    seen
}

/// Every union of so many cells, the last of them not recorded, of people whose cells begin at these places.
fn within(starts: &[usize], n: u32, cells: usize) -> Vec<Protected> {
    let mut out = unions(n, cells, &[cells - 1], cells);
    for count in &mut out {
        count.cells = count.cells.iter().flat_map(|cell| starts.iter().map(move |at| at + cell)).collect();
    }
    out
}

/// All tables of a first group and of the people who then join it (or leave it, with `back`).
fn correction_game<O: Hash + Eq + std::fmt::Debug>(
    first: u32,
    joined: u32,
    back: bool,
    print: impl Fn(Steps) -> O,
) -> Inverted {
    let mut all = Vec::new();
    for old in tables(first, 3) {
        all.extend(tables(joined, 3).into_iter().map(|new| [&old[..], &new[..]].concat()));
    }
    let mut protected: Vec<Protected> = within(&[0], first, 3);
    protected.extend(within(&[3], joined, 3));
    protected.extend(within(&[0, 3], first + joined, 3));
    let (few, many) = (ids(0..first), ids(0..first + joined));
    invert(3, 6, true, &protected, &all, &mut |t| {
        let old = Answers { yes: t[0], no: t[1], unrecorded: t[2] };
        let new = Answers { yes: t[0] + t[3], no: t[1] + t[4], unrecorded: t[2] + t[5] };
        let mut steps = [(old, few.clone()), (new, many.clone())];
        if back {
            steps.reverse();
        }
        print(&steps)
    })
}

fn table(answers: Answers) -> Form {
    ladder::answers(both()[0], answers)
}

#[test]
fn corrections_hide_small_counts() {
    for (first, joined) in [(8, 3), (9, 8), (12, 8), (8, 10)] {
        for back in [false, true] {
            let way = if back { "leave" } else { "join" };
            correction_game(first, joined, back, in_turn).clean(&format!("{joined} {way} {first}, k = 3"));
        }
    }
}

#[test]
fn corrections_of_trees_hide_small_counts() {
    let sizes = if cfg!(debug_assertions) { vec![(8, 8)] } else { vec![(8, 8), (9, 12), (12, 9), (16, 10)] };
    for (first, joined) in sizes {
        let mut all = Vec::new();
        for old in tables(first, 4) {
            all.extend(tables(joined, 4).into_iter().map(|new| [&old[..], &new[..]].concat()));
        }
        let mut protected = within(&[0], first, 4);
        protected.extend(within(&[4], joined, 4));
        protected.extend(within(&[0, 4], first + joined, 4));
        let (few, many) = (ids(0..first), ids(0..first + joined));
        invert(3, 8, false, &protected, &all, &mut |t| {
            let sum: Vec<u32> = (0..4).map(|i| t[i] + t[i + 4]).collect();
            let ask = |t: &[u32]| question("a/completion", Asked::Tree(midpoint(t)));
            questions_in_turn(&[(ask(&t[..4]), &few), (ask(&sum), &many)])
        })
        .clean(&format!("{joined} join a tree of {first}, k = 3"));
    }
}

#[test]
fn mutants_of_the_ledger_are_caught() {
    let naive = |steps: Steps| [table(steps[0].0), table(steps[1].0)];
    correction_game(9, 5, false, naive).leaks("ledger ignored");
    correction_game(9, 8, false, naive).leaks("a correction by the number of people who differ alone");
}

/// Three releases of groups that come and go, in an order nobody planned.
#[test]
fn sequences_of_releases_hide_small_counts() {
    let mut seed = 20_260_124_u64;
    let mut random = |below: u64| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u32::try_from((seed >> 33) % below).unwrap()
    };
    let (mut all, mut naive) = (Inverted::default(), Inverted::default());
    let rounds = if cfg!(debug_assertions) { 10 } else { 300 };
    for _ in 0..rounds {
        let sizes = [8 + random(5), 1 + random(11), 1 + random(11)];
        let there: Vec<Vec<usize>> = (0..3).map(|_| random(4) as usize).map(present).collect();
        let shape = Shape::new(sizes, &there);
        all.add(shape.invert(&mut |steps| in_turn(steps)));
        naive.add(
            shape.invert(&mut |steps| steps.iter().map(|(answers, _)| table(*answers)).collect::<Vec<_>>()),
        );
    }
    // A refusal that is forgotten: eight join, and are refused; then three more do.
    let there = [vec![0], vec![0, 1], vec![0, 1, 2]];
    let shape = Shape::new([9, 8, 3], &there);
    all.add(shape.invert(&mut |steps| in_turn(steps)));
    shape
        .invert(&mut |steps| {
            let whole = in_turn(steps);
            let without = in_turn(&[steps[0].clone(), steps[2].clone()]);
            if whole[1].1.is_empty() {
                whole
            } else {
                vec![whole[0].clone(), whole[1].clone(), without[1].clone()]
            }
        })
        .leaks("a refused correction is forgotten");
    all.clean("random sequences of three releases, k = 3");
    naive.leaks("ledger ignored, over sequences");
}

/// Which groups stand in a release: the first always.
fn present(mask: usize) -> Vec<usize> {
    (0..3).filter(|group| *group == 0 || mask & group != 0).collect()
}

/// Three groups of people, and which of them stand in each release.
struct Shape<'a> {
    sizes: [u32; 3],
    there: &'a [Vec<usize>],
    persons: Vec<BTreeSet<MemberId>>,
}

impl<'a> Shape<'a> {
    fn new(sizes: [u32; 3], there: &'a [Vec<usize>]) -> Self {
        let starts = [0, 100, 200];
        let group = |i: &usize| ids(starts[*i]..starts[*i] + sizes[*i]);
        let persons = there.iter().map(|groups| groups.iter().flat_map(group).collect()).collect();
        Self { sizes, there, persons }
    }

    /// Cells: yes in each group, and whether one of the first group is not recorded.
    fn invert<O: Hash + Eq + std::fmt::Debug>(&self, print: &mut dyn FnMut(Steps) -> O) -> Inverted {
        let mut all = Vec::new();
        for a in 0..=self.sizes[0] {
            for b in 0..=self.sizes[1] {
                all.extend((0..=self.sizes[2]).map(|c| vec![a, b, c, 0]));
                all.extend((0..=self.sizes[2]).filter(|_| a < self.sizes[0]).map(|c| vec![a, b, c, 1]));
            }
        }
        let size = |groups: &[usize]| groups.iter().map(|group| self.sizes[*group]).sum::<u32>();
        let mut protected: Vec<Protected> = unions(0, 3, &[], 3);
        protected.push(Protected { cells: vec![0, 1, 2], n: 0, recordedness: false });
        for count in &mut protected {
            count.n = size(&count.cells);
        }
        // A count that leaves out two of those in a release, or of those who join, differs from what is
        // printed of them by two at most; nobody asked for it.
        let apart = |a: &[usize], b: &[usize]| -> Vec<usize> {
            (0..3).filter(|group| a.contains(group) != b.contains(group)).collect()
        };
        let pairs = self.there.iter().flat_map(|a| self.there.iter().map(move |b| apart(a, b)));
        let told: Vec<Vec<usize>> = self.there.iter().cloned().chain(pairs).collect();
        protected.retain(|count| {
            let near = |told: &Vec<usize>| (1..3).contains(&size(&apart(&count.cells, told)));
            count.cells == self.there[0] || !told.iter().any(near)
        });
        invert(3, 4, false, &protected, &all, &mut |t| {
            let step = |groups: &Vec<usize>| {
                let (n, yes) = (size(groups), groups.iter().map(|group| t[*group]).sum::<u32>());
                Answers { yes, no: n - yes - t[3], unrecorded: t[3] }
            };
            let steps: Vec<_> = self.there.iter().map(step).zip(self.persons.iter().cloned()).collect();
            print(&steps)
        })
    }
}

#[test]
fn pools_hide_each_cohort() {
    let policy = adult();
    let game = |sizes: [u32; 3], print: &dyn Fn(u32, u32, u32) -> Form| {
        let mut all = Vec::new();
        for a in 0..=sizes[0] {
            for b in 0..=sizes[1] {
                all.extend((0..=sizes[2]).map(|c| vec![a, b, c]));
            }
        }
        let one = |i: usize| Protected { cells: vec![i], n: sizes[i], recordedness: false };
        let protected = [one(0), one(1), one(2)];
        let (n, largest) = (sizes.iter().sum::<u32>(), sizes.into_iter().max().unwrap());
        invert(10, 3, false, &protected, &all, &mut |t| print(t.iter().sum(), n, largest))
    };
    let pooled = |yes: u32, n: u32, largest_cohort: u32| {
        let mut asked = yes_no("pool/harm", yes, n - yes, 0);
        asked.class = Class::Sensitive;
        asked.largest_cohort = largest_cohort;
        let scope = Scope { cohorts: 3, closed: true };
        publish(&policy, scope, &[asked], &People::new()).unwrap().remove(0).form
    };
    for sizes in [[12, 10, 9], [24, 7, 4], [30, 1, 1], [15, 14, 13]] {
        game(sizes, &pooled).clean(&format!("a pool of {sizes:?}, k = 10"));
    }
    let sensitive = policy.limits(Class::Sensitive).raised(Raise::default());
    let unknown = Form::NotShown { why: Why::OneCohort };
    assert_eq!(pooled(15, 31, 0), unknown, "a pool whose largest cohort is not known");
    game([30, 1, 1], &|yes, n, _| ladder::share(sensitive, n, yes)).leaks("a pool that is one cohort");
}
