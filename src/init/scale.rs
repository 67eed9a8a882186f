//! From the weeks of the shipped program to the weeks of another: phases keep their share of the time.

/// The shipped program: the last week of each phase.
const SHIPPED: [i32; 3] = [8, 32, 39];

/// Getting to know each other takes about so many weeks, however short or long the program.
const START: (i32, i32) = (3, 12);

/// Maps weeks of the shipped program to weeks of one with another length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Scale {
    /// The last week of each phase.
    pub ends: [i32; 3],
}

impl Scale {
    /// For a program of this many weeks, at least 5.
    pub fn new(weeks: u32) -> Self {
        let last = i32::try_from(weeks).unwrap_or(i32::MAX / 64);
        let share = |week: i32| (week * last + SHIPPED[2] / 2) / SHIPPED[2];
        let first = share(SHIPPED[0]).clamp(START.0, START.1);
        let second = share(SHIPPED[1]).clamp(first + 1, last - 1);
        Self { ends: [first, second, last] }
    }

    /// The same moment in the new program. Weeks before the start and after the end keep their distance,
    /// and what comes early in the shipped program never comes later.
    pub fn week(self, week: i32) -> i32 {
        let (mut from, mut to) = (0, 0);
        for (old, new) in SHIPPED.into_iter().zip(self.ends) {
            if week <= 0 {
                return week;
            }
            if week <= old {
                let within = (week - from) * (new - to);
                let scaled = to + (within + old - from - 1) / (old - from);
                return if week < SHIPPED[0] { scaled.max(2.min(new)).min(week) } else { scaled };
            }
            (from, to) = (old, new);
        }
        self.ends[2] + week - SHIPPED[2]
    }

    /// The first week of a span that follows upon another.
    pub fn first_week(self, week: i32) -> i32 {
        if week <= 1 { week } else { self.week(week - 1) + 1 }
    }

    /// A length in weeks.
    pub fn length(self, weeks: i32) -> i32 {
        ((weeks * self.ends[2] + SHIPPED[2] / 2) / SHIPPED[2]).max(1)
    }

    /// Whether nothing changes.
    pub fn is_shipped(self) -> bool {
        self.ends == SHIPPED
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_length_changes_nothing() {
        let scale = Scale::new(39);
        assert!(scale.is_shipped());
        for week in -1..=45 {
            assert_eq!(scale.week(week), week);
        }
    }

    #[test]
    fn every_length_keeps_the_order_and_its_phases() {
        for weeks in 5..=260 {
            let scale = Scale::new(weeks);
            let [first, second, last] = scale.ends;
            assert!(1 <= first && first < second && second < last, "{weeks}: {:?}", scale.ends);
            for week in -1..=60 {
                assert!(scale.week(week) <= scale.week(week + 1), "{weeks}: week {week}");
            }
            assert_eq!([8, 32, 39].map(|week| scale.week(week)), scale.ends);
            assert!((second + 1..=last).contains(&scale.week(34)), "completion falls into the last phase");
        }
    }
}
