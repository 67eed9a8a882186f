//! The arithmetic of weeks: week 1 is the Monday-to-Sunday week that holds the start, 0 the one before.
//!
//! Knows no session; never fails on an absurd number, it answers `None`.

use std::ops::RangeInclusive;

use chrono::{Datelike, Days, NaiveDate, TimeDelta};

use crate::model::Day;

/// The weeks that a calendar may name: ten years before the start, twenty after it.
pub const RANGE: RangeInclusive<i32> = -520..=1040;

/// The Monday of a week.
pub fn monday(start: NaiveDate, week: i32) -> Option<NaiveDate> {
    let first = start.checked_sub_days(Days::new(u64::from(start.weekday().num_days_from_monday())))?;
    first.checked_add_signed(TimeDelta::try_weeks(i64::from(week) - 1)?)
}

/// The week that holds a day.
pub fn week_of(start: NaiveDate, day: NaiveDate) -> i32 {
    let into = i64::from(start.weekday().num_days_from_monday());
    let days = (day - start).num_days() + into;
    i32::try_from(days.div_euclid(7) + 1).unwrap_or(i32::MAX)
}

/// A day of a week.
pub fn day_of(start: NaiveDate, week: i32, day: Day) -> Option<NaiveDate> {
    let offset = Day::ALL.iter().position(|d| *d == day)?;
    monday(start, week)?.checked_add_days(Days::new(u64::try_from(offset).ok()?))
}

/// The weeks of a rhythm: every so many weeks, first in `from` (without one, after the first interval), up to `to`.
pub fn rhythm(every: u32, from: Option<i32>, to: i32) -> impl Iterator<Item = i32> {
    let every = i32::try_from(every).unwrap_or(i32::MAX).max(1);
    let from = from.unwrap_or(every).max(*RANGE.start());
    let to = to.min(*RANGE.end());
    std::iter::successors(Some(from), move |week| week.checked_add(every)).take_while(move |week| *week <= to)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn date(text: &str) -> NaiveDate {
        NaiveDate::parse_from_str(text, "%Y-%m-%d").unwrap()
    }

    #[test]
    fn week_one_holds_the_start() {
        let cases = [
            ("2026-03-02", "2026-03-02", 1), // a Monday start
            ("2026-03-08", "2026-03-02", 1), // a Sunday start: its week began six days before
            ("2026-03-04", "2026-03-01", 0),
            ("2026-03-04", "2026-02-16", -1),
            ("2026-03-02", "2026-11-27", 39),
            ("2025-12-31", "2026-01-01", 1), // the turn of the year is no boundary
        ];
        for (start, day, week) in cases {
            assert_eq!(week_of(date(start), date(day)), week, "{day} from {start}");
        }
    }

    #[test]
    fn rhythms() {
        let cases: [(u32, Option<i32>, i32, &[i32]); 5] = [
            (4, Some(3), 16, &[3, 7, 11, 15]),
            (4, None, 9, &[4, 8]),
            (1, Some(-1), 1, &[-1, 0, 1]),
            (2, Some(5), 4, &[]),
            (u32::MAX, None, 39, &[]),
        ];
        for (every, from, to, weeks) in cases {
            assert_eq!(rhythm(every, from, to).collect::<Vec<_>>(), weeks);
        }
        assert!(rhythm(1, Some(i32::MIN), i32::MAX).count() < 2000);
    }

    proptest! {
        #[test]
        fn every_day_lies_in_its_week(start in 0..60_000u64, shift in -4_000..4_000i64) {
            let start = date("1980-01-01") + Days::new(start);
            let day = start + TimeDelta::days(shift);
            let week = week_of(start, day);
            let monday = monday(start, week).unwrap();
            prop_assert!(monday <= day && day < monday + Days::new(7));
            prop_assert_eq!(monday.weekday(), chrono::Weekday::Mon);
            prop_assert_eq!(week_of(start, start), 1);
            prop_assert_eq!(week_of(start, day + Days::new(7)), week + 1);
        }

        #[test]
        fn a_day_of_a_week_lies_in_it(start in 0..60_000u64, week in -500..1_000i32, day in 0..7usize) {
            let start = date("1980-01-01") + Days::new(start);
            let on = day_of(start, week, Day::ALL[day]).unwrap();
            prop_assert_eq!(week_of(start, on), week);
        }

        #[test]
        fn no_week_panics(start in 0..60_000u64, week: i32) {
            let start = date("1980-01-01") + Days::new(start);
            if let Some(monday) = monday(start, week) {
                prop_assert_eq!(week_of(start, monday), week);
            }
        }
    }
}
