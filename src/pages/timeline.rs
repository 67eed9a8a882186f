//! The year as a score: conversations on stems, phases as bands, one stave per rhythm.

use super::geometry::{Track, percent};
use super::view::{
    Anchor, Link, Mark, Moment, Pause, Stave, Timeline, TimelineEntry, TimelinePhase, WeekLabel,
};
use super::{Here, Site, Subject};
use crate::check::Cohort;
use crate::model::{CheckIn, CheckInKind, CohortStatus, HeldBy, SessionKind, When};

/// What fits into the margin of a stave.
const LABEL_LETTERS: usize = 24;

/// Labels closer than this, in percent of the width, would touch.
const LABEL_ROOM: f64 = 17.0;

impl Site<'_> {
    /// The score; `None` without phases.
    pub fn timeline(&self, here: &Here) -> Option<Timeline> {
        if self.book.phases.is_empty() {
            return None;
        }
        let track = self.track();
        let weeks = i32::try_from(self.book.program.weeks).unwrap_or(i32::MAX);
        let paused = self.pauses();
        let moments = self.moments(here, track);
        let staves = self.staves(here, track, weeks, &paused);
        Some(Timeline {
            week_width: track.width(1),
            bands: self.bands(|subject| self.href_or_empty(here, subject)),
            weeks: week_labels(track, weeks),
            label_rows: moments.iter().map(|m| m.row + 1).max().unwrap_or(1),
            list: self.timeline_list(here),
            rhythms: staves.iter().map(|s| format!("{}: {}.", s.label, s.spoken)).collect(),
            moments,
            staves,
            pauses: paused.iter().map(|(name, from, to)| pause(name, *from, *to, track)).collect(),
        })
    }

    /// The cohort whose holidays and meetings the year shows: the running one, else the next, else the last.
    pub fn current_cohort(&self) -> Option<&Cohort> {
        let of = |status| self.book.cohorts.iter().rev().find(move |c| c.file.status == status);
        of(CohortStatus::Active).or_else(|| of(CohortStatus::Planned)).or_else(|| self.book.cohorts.last())
    }

    /// The pauses of the cohort that the year shows.
    fn pauses(&self) -> Vec<(String, i32, i32)> {
        self.current_cohort().map(|cohort| self.pauses_of(cohort)).unwrap_or_default()
    }

    /// The weeks of a rhythm in one cohort: those of its pauses are left out.
    pub fn weeks_in(&self, check_in: &CheckIn, cohort: &Cohort) -> Vec<i32> {
        let paused = self.pauses_of(cohort);
        let mut weeks = self.weeks_of(check_in, cohort.weeks);
        weeks.retain(|week| !paused.iter().any(|(_, from, to)| (from..=to).contains(&week)));
        weeks
    }

    /// Holidays of a week or more, as weeks.
    fn pauses_of(&self, cohort: &Cohort) -> Vec<(String, i32, i32)> {
        let long = cohort.file.holidays.iter().filter_map(|holiday| {
            let to = holiday.to.unwrap_or(holiday.from);
            let weeks = (cohort.week_of(holiday.from), cohort.week_of(to));
            ((to - holiday.from).num_days() >= 6).then(|| (self.text(&holiday.name), weeks.0, weeks.1))
        });
        long.filter(|(_, from, to)| *from >= 1 && *to <= cohort.weeks).collect()
    }

    fn moments(&self, here: &Here, track: Track) -> Vec<Moment> {
        let mut placed: Vec<(i32, i32, &CheckIn)> = Vec::new();
        for check_in in self.book.check_ins.iter().filter(|c| is_moment(c.kind)) {
            let Some(week) = self.check_in_weeks(check_in) else { continue };
            let end = |c: &CheckIn| matches!(c.kind, CheckInKind::EndIndividual | CheckInKind::EndCollective);
            match placed.iter_mut().find(|(_, _, other)| end(other) && end(check_in)) {
                Some((from, to, _)) => (*from, *to) = ((*from).min(week), (*to).max(week)),
                None => placed.push((week, week, check_in)),
            }
        }
        placed.sort_by_key(|(from, to, _)| (*from, *to));
        let mut moments: Vec<Moment> = Vec::new();
        for (from, to, check_in) in placed {
            let moment = self.moment(here, track, from, to, check_in);
            let moment = settle(moment, moments.last_mut());
            moments.push(moment);
        }
        moments
    }

    fn moment(&self, here: &Here, track: Track, from: i32, to: i32, check_in: &CheckIn) -> Moment {
        let x = percent(f64::midpoint(track.middle(from), track.middle(to)));
        let closing = from != to;
        let mut note = self.weeks_label(from, to).to_lowercase();
        if check_in.by == HeldBy::Facilitator {
            note = self.ta("moment-facilitated", &[("weeks", &note)]);
        }
        let anchor = if x > 93.0 {
            Anchor::End
        } else if x < 7.0 {
            Anchor::Start
        } else {
            Anchor::Middle
        };
        Moment {
            title: if closing { self.t("moment-closing") } else { self.check_in_name(check_in.id.as_str()) },
            note,
            href: self.href_or_empty(here, &Subject::CheckIn(check_in.id.clone())),
            x,
            label_x: match anchor {
                Anchor::End => 100.0,
                Anchor::Start => 0.0,
                Anchor::Middle => x,
            },
            anchor,
            major: check_in.kind == CheckInKind::Midpoint,
            row: 0,
        }
    }

    fn staves(&self, here: &Here, track: Track, weeks: i32, paused: &[(String, i32, i32)]) -> Vec<Stave> {
        let mut staves = Vec::new();
        let mut push =
            |label: String, subject: &Subject, mark: Mark, all: Vec<i32>, regular: Option<String>| {
                let kept: Vec<i32> = all
                    .into_iter()
                    .filter(|w| !paused.iter().any(|(_, a, b)| (a..=b).contains(&w)))
                    .collect();
                if !kept.is_empty() {
                    let xs = kept.iter().map(|w| track.middle(*w)).collect();
                    let spoken = regular.unwrap_or_else(|| self.weeks_spoken(&kept));
                    staves.push(Stave { label, href: self.href_or_empty(here, subject), mark, xs, spoken });
                }
            };
        for (kind, mark, key) in [
            (CheckInKind::Informal, Mark::Stroke, "stave-informal"),
            (CheckInKind::Monitoring, Mark::Circle, "stave-monitoring"),
        ] {
            let of_kind: Vec<&CheckIn> = self.book.check_ins.iter().filter(|c| c.kind == kind).collect();
            let Some(rhythm) = of_kind.iter().find(|c| matches!(c.when, Some(When::EveryWeeks(_)))) else {
                continue;
            };
            let mut all: Vec<i32> = of_kind.iter().flat_map(|c| self.weeks_of(c, weeks)).collect();
            all.sort_unstable();
            all.dedup();
            let name = self.check_in_name(rhythm.id.as_str());
            let label = if name.chars().count() <= LABEL_LETTERS { name } else { self.t(key) };
            let regular = (of_kind.len() == 1).then(|| self.when_text(rhythm).to_lowercase());
            push(label, &Subject::CheckIn(rhythm.id.clone()), mark, all, regular);
        }
        let meetings = self.peer_meeting_weeks();
        push(self.t("stave-peer-meetings"), &Subject::PeerMeetings, Mark::Square, meetings, None);
        staves.sort_by_key(|s| s.mark as u8);
        staves
    }

    /// The weeks of a check-in: one, or every so many; the first falls after the first stretch.
    fn weeks_of(&self, check_in: &CheckIn, last: i32) -> Vec<i32> {
        let Some(When::EveryWeeks(step)) = check_in.when else {
            return self.check_in_weeks(check_in).into_iter().collect();
        };
        let step = i32::try_from(step.max(1)).unwrap_or(1);
        (1..=last / step).map(|i| i * step).collect()
    }

    /// The weeks in which mentors meet: of the cohort that runs, else by the calendar.
    fn peer_meeting_weeks(&self) -> Vec<i32> {
        let sessions = self.current_cohort().map(|c| c.sessions.as_slice()).unwrap_or_default();
        let meetings = sessions.iter().filter(|s| s.kind == SessionKind::PeerMeeting && !s.skipped);
        let weeks: Vec<i32> = meetings.filter_map(|s| s.week).collect();
        if weeks.is_empty() { self.planned_meeting_weeks() } else { weeks }
    }

    fn planned_meeting_weeks(&self) -> Vec<i32> {
        let rows = self.book.calendar.iter().filter(|row| row.kind == SessionKind::PeerMeeting);
        let last = i32::try_from(self.book.program.weeks).unwrap_or(i32::MAX);
        let mut weeks: Vec<i32> = rows
            .flat_map(|row| match (row.week, row.every_weeks) {
                (Some(week), _) => vec![week],
                (None, Some(step)) => {
                    let step = i32::try_from(step.max(1)).unwrap_or(1);
                    let from = row.from_week.unwrap_or(1);
                    let to = row.to_week.unwrap_or(last);
                    (0..=(to - from).max(-1) / step).map(|i| from + i * step).filter(|w| *w <= to).collect()
                }
                (None, None) => Vec::new(),
            })
            .collect();
        weeks.sort_unstable();
        weeks.dedup();
        weeks
    }

    /// "weeks 3, 7, 11", or "every second week" where the list would be long and regular.
    pub fn weeks_spoken(&self, weeks: &[i32]) -> String {
        let words: Vec<String> = weeks.iter().map(i32::to_string).collect();
        self.ta("weeks-spoken", &[("weeks", &words.join(", "))])
    }

    fn timeline_list(&self, here: &Here) -> Vec<TimelinePhase> {
        let phase = |phase: &crate::model::Phase| TimelinePhase {
            tone: self.tone(phase.id.as_str()),
            link: self.link(here, &Subject::Phase(phase.id.clone())),
            weeks: self.weeks_label(phase.from_week, phase.to_week),
            entries: self.timeline_entries(here, phase.from_week, phase.to_week),
        };
        self.book.phases.iter().map(phase).collect()
    }

    fn timeline_entries(&self, here: &Here, from: i32, to: i32) -> Vec<TimelineEntry> {
        let mut entries: Vec<(i32, TimelineEntry)> = Vec::new();
        for check_in in self.book.check_ins.iter().filter(|c| is_moment(c.kind)) {
            let Some(week) = self.check_in_weeks(check_in).filter(|w| (from..=to).contains(w)) else {
                continue;
            };
            let link = self.link(here, &Subject::CheckIn(check_in.id.clone()));
            let text =
                if check_in.by == HeldBy::Facilitator { self.t("with-a-facilitator") } else { String::new() };
            entries.push((week, TimelineEntry { week: week.to_string(), link, text }));
        }
        for (name, a, b) in self.pauses().into_iter().filter(|(_, a, _)| (from..=to).contains(a)) {
            let link = Link { title: name, ..Link::default() };
            entries.push((a, TimelineEntry { week: format!("{a}–{b}"), link, text: String::new() }));
        }
        entries.sort_by_key(|(week, _)| *week);
        entries.into_iter().map(|(_, entry)| entry).collect()
    }
}

/// What stands on a stem: everything that happens once.
fn is_moment(kind: CheckInKind) -> bool {
    !matches!(kind, CheckInKind::Informal | CheckInKind::Monitoring)
}

/// Of two labels that would touch, one goes a row up, and the other makes way for its stem: it runs towards the
/// nearer edge of the drawing.
fn settle(mut moment: Moment, before: Option<&mut Moment>) -> Moment {
    let Some(before) = before.filter(|b| b.row == 0 && moment.label_x - b.label_x < room(b, &moment)) else {
        return moment;
    };
    if before.x > 2.0 * LABEL_ROOM {
        moment.row = 1;
        (before.anchor, before.label_x) = (Anchor::End, percent(before.x + 1.0));
    } else {
        before.row = 1;
        (moment.anchor, moment.label_x) = (Anchor::Start, percent(moment.x - 1.0));
    }
    moment
}

/// How much room two neighbouring labels need between their reference points.
fn room(left: &Moment, right: &Moment) -> f64 {
    match (left.anchor, right.anchor) {
        (Anchor::Middle, Anchor::End) => LABEL_ROOM * 1.2,
        _ => LABEL_ROOM,
    }
}

fn week_labels(track: Track, weeks: i32) -> Vec<WeekLabel> {
    let numbered = |week: &i32| *week == 1 || *week == weeks || (week % 5 == 0 && weeks - week >= 2);
    (1..=weeks)
        .filter(numbered)
        .map(|week| WeekLabel { text: week.to_string(), x: track.middle(week) })
        .collect()
}

fn pause(name: &str, from: i32, to: i32, track: Track) -> Pause {
    let (x, width) = (track.start(from), track.width(to - from + 1));
    Pause { name: name.to_owned(), x, width, middle: percent(x + width / 2.0) }
}

#[cfg(test)]
mod tests {
    use super::{Anchor, LABEL_ROOM, Moment, settle};

    fn moment(x: f64, anchor: Anchor) -> Moment {
        let label_x = match anchor {
            Anchor::Start => 0.0,
            Anchor::Middle => x,
            Anchor::End => 100.0,
        };
        Moment { x, label_x, anchor, ..Moment::default() }
    }

    #[test]
    fn labels_that_would_touch_make_way() {
        use Anchor::{End, Middle, Start};
        // The places of two neighbours, and their rows.
        let cases = [
            ("far apart", (20.0, Middle), (50.0, Middle), (0, 0)),
            ("close, in the right half", (80.0, Middle), (86.0, Middle), (0, 1)),
            ("close, in the left half", (20.0, Middle), (30.0, Middle), (1, 0)),
            ("close to the right edge", (85.0, Middle), (98.0, End), (0, 1)),
            ("a week apart at the right edge", (96.15, End), (98.72, End), (0, 1)),
            ("a week apart at the left edge", (1.28, Start), (3.85, Start), (1, 0)),
            ("a week apart on both sides of where labels turn", (6.4, Start), (8.97, Middle), (1, 0)),
        ];
        for (name, left, right, rows) in cases {
            let mut before = moment(left.0, left.1);
            let after = settle(moment(right.0, right.1), Some(&mut before));
            assert_eq!((before.row, after.row), rows, "{name}");
            for (stem, label) in [(&before, &after), (&after, &before)] {
                assert!(stem.row <= label.row || !crosses(stem, label), "{name}");
            }
        }
    }

    /// Whether a stem meets a label in the row below its own.
    fn crosses(stem: &Moment, label: &Moment) -> bool {
        let (from, to) = match label.anchor {
            Anchor::Start => (label.label_x, label.label_x + LABEL_ROOM),
            Anchor::Middle => (label.label_x - LABEL_ROOM / 2.0, label.label_x + LABEL_ROOM / 2.0),
            Anchor::End => (label.label_x - LABEL_ROOM, label.label_x),
        };
        (from..=to).contains(&stem.x)
    }

    #[test]
    fn a_raised_label_leaves_its_row_to_the_next() {
        let raised = Moment { row: 1, ..moment(86.0, Anchor::Middle) };
        assert_eq!(settle(moment(92.0, Anchor::Middle), Some(&mut raised.clone())).row, 0);
        assert_eq!(settle(moment(10.0, Anchor::Middle), None).row, 0);
    }
}
