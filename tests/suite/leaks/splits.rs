//! Two splits of the early endings that could bound each other, over all tables.

use std::collections::HashMap;

use mentorbook::outcomes::disclose::{Class, Kind, Part, Policy, PopulationClass, Stricter};

/// Two splits as they are printed, where they are.
type Splits = (Option<Vec<Part>>, Option<Vec<Part>>);

/// Reasons and times of early endings, both with rows that lack them: any cell of one may meet any of the other.
#[test]
#[allow(clippy::iter_over_hash_type, reason = "each group is judged by itself, in any order")]
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
        let mut groups: HashMap<Splits, [(u32, u32); 9]> = HashMap::new();
        each_of_nine(n, &mut |t| {
            let why = split([sum(t, [0, 1, 2]), sum(t, [3, 4, 5]), sum(t, [6, 7, 8])]);
            let when = split([sum(t, [0, 3, 6]), sum(t, [1, 4, 7]), sum(t, [2, 5, 8])]);
            let seen = groups.entry((why, when)).or_insert([(u32::MAX, 0); 9]);
            for (range, count) in seen.iter_mut().zip(t) {
                *range = (range.0.min(*count), range.1.max(*count));
            }
        });
        for (printed, ranges) in &groups {
            let lacks = |split: &Option<Vec<Part>>| split.as_ref().is_some_and(|cells| cells[2].count == 0);
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
