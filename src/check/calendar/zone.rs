//! Local dates and times to instants, where clocks change too.

use chrono::{DateTime, LocalResult, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone};
use chrono_tz::Tz;

use crate::model::{CohortFile, Id, Program};

/// What a change of the clocks does to a local time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClockChange {
    /// The clock jumps over it: the first time after the jump is meant.
    Skipped,
    /// It comes twice: the first is meant.
    Twice,
}

/// The zone of a session: its site's, else that of the cohort's only site, else the program's.
pub fn zone_of(program: &Program, cohort: &CohortFile, site: Option<&Id>) -> Option<Tz> {
    let only = match cohort.sites.as_slice() {
        [one] => Some(&one.id),
        _ => None,
    };
    let site = site.or(only).and_then(|id| program.sites.iter().find(|s| s.id == *id));
    let name = site.and_then(|s| s.timezone.as_deref()).or(program.timezone.as_deref())?;
    name.parse().ok()
}

/// The instant of a local date and time.
pub fn instant(zone: Tz, date: NaiveDate, at: NaiveTime) -> (Option<DateTime<Tz>>, Option<ClockChange>) {
    let local = date.and_time(at);
    match zone.from_local_datetime(&local) {
        LocalResult::Single(time) => (Some(time), None),
        LocalResult::Ambiguous(first, _) => (Some(first), Some(ClockChange::Twice)),
        LocalResult::None => (after_gap(zone, local), Some(ClockChange::Skipped)),
    }
}

/// Gaps are an hour, half of one, or (where a date line moved) a day: steps of a quarter find their end.
fn after_gap(zone: Tz, local: NaiveDateTime) -> Option<DateTime<Tz>> {
    (1..=100).find_map(|quarters| {
        let later = local.checked_add_signed(TimeDelta::minutes(15 * quarters))?;
        zone.from_local_datetime(&later).earliest()
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn clocks_that_change() {
        let cases = [
            ("Europe/Madrid", "2026-03-02 17:00", "2026-03-02T16:00:00+00:00", None),
            ("Europe/Madrid", "2026-05-20 17:00", "2026-05-20T15:00:00+00:00", None),
            ("Europe/Madrid", "2026-03-29 02:30", "2026-03-29T01:00:00+00:00", Some(ClockChange::Skipped)),
            ("Europe/Madrid", "2026-10-25 02:30", "2026-10-25T00:30:00+00:00", Some(ClockChange::Twice)),
            ("Pacific/Apia", "2011-12-30 12:00", "2011-12-30T10:00:00+00:00", Some(ClockChange::Skipped)),
        ];
        for (zone, local, utc, change) in cases {
            let local = NaiveDateTime::parse_from_str(local, "%Y-%m-%d %H:%M").unwrap();
            let (time, changed) = instant(zone.parse().unwrap(), local.date(), local.time());
            assert_eq!(time.unwrap().to_utc().to_rfc3339(), utc, "{local} in {zone}");
            assert_eq!(changed, change, "{local} in {zone}");
        }
    }
}
