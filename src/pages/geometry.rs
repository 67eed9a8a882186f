//! Weeks as percent of a year's width.

use super::Site;
use super::view::{Anchor, Band, Frame, Ruler, Year};
use super::{Here, Subject};

/// Rounded to two decimals, so that bytes do not depend on the last bit.
pub fn percent(x: f64) -> f64 {
    (x * 100.0).round() / 100.0
}

/// The weeks of a program as a track.
#[derive(Debug, Clone, Copy)]
pub struct Track {
    weeks: f64,
}

impl Track {
    /// For a program of so many weeks; at least one.
    pub fn new(weeks: u32) -> Self {
        Self { weeks: f64::from(weeks.max(1)) }
    }

    /// The start of a week.
    pub fn start(self, week: i32) -> f64 {
        percent(f64::from(week - 1) / self.weeks * 100.0)
    }

    /// The middle of a week.
    pub fn middle(self, week: i32) -> f64 {
        percent((f64::from(week) - 0.5) / self.weeks * 100.0)
    }

    /// The width of some weeks.
    pub fn width(self, weeks: i32) -> f64 {
        percent(f64::from(weeks) / self.weeks * 100.0)
    }
}

impl Site<'_> {
    /// The track of the program's year.
    pub fn track(&self) -> Track {
        let last = self.book.phases.iter().map(|p| p.to_week).max().unwrap_or(0);
        Track::new(self.book.program.weeks.max(u32::try_from(last).unwrap_or(0)))
    }

    /// The year as the ruler draws it; hrefs from the language's root.
    pub fn year(&self) -> Option<Year> {
        let track = self.track();
        (!self.book.phases.is_empty()).then(|| Year {
            weeks: self.book.program.weeks,
            week_width: track.width(1),
            bands: self.bands(|subject| self.plan.address(subject).unwrap_or_default().to_owned()),
        })
    }

    /// The phases as bands.
    pub fn bands(&self, href: impl Fn(&Subject) -> String) -> Vec<Band> {
        let track = self.track();
        let band = |phase: &crate::model::Phase| {
            let width = track.width(phase.to_week - phase.from_week + 1);
            Band {
                tone: self.tone(phase.id.as_str()),
                lines: lines(&self.text(&phase.name), width),
                href: href(&Subject::Phase(phase.id.clone())),
                x: track.start(phase.from_week),
                width,
            }
        };
        self.book.phases.iter().map(band).collect()
    }

    /// The ruler with a frame round some weeks, and what stands there.
    pub fn ruler(&self, from: i32, to: i32, what: &str) -> Option<Ruler> {
        if self.book.phases.is_empty() || to < 1 {
            return None;
        }
        let track = self.track();
        let (x, width) = (track.start(from), track.width(to - from + 1));
        let start = x + width / 2.0 < 50.0;
        let weeks = self.weeks_label(from, to);
        let label = if what.is_empty() {
            weeks.clone()
        } else {
            self.ta("ruler-label", &[("weeks", &weeks), ("what", what)])
        };
        let total = self.book.program.weeks.to_string();
        Some(Ruler {
            spoken: self.ta("ruler-spoken", &[("label", &label), ("total", &total)]),
            label,
            frame: Some(Frame {
                x,
                width,
                label_x: if start { x } else { percent(x + width) },
                anchor: if start { Anchor::Start } else { Anchor::End },
            }),
        })
    }

    /// "Week 19", "Weeks 1–8".
    pub fn weeks_label(&self, from: i32, to: i32) -> String {
        if from == to {
            return self.tn("week-n", i64::from(from));
        }
        self.ta("weeks-range", &[("from", &from.to_string()), ("to", &to.to_string())])
    }

    /// A link's address from this page, or nothing.
    pub fn href_or_empty(&self, here: &Here, subject: &Subject) -> String {
        self.href(here, subject).unwrap_or_default()
    }
}

/// Breaks a name into at most two lines that fit a band; one percent of the track holds about one letter.
fn lines(name: &str, width: f64) -> Vec<String> {
    let length = name.chars().count();
    #[allow(clippy::cast_precision_loss)] // names are short
    let fits = length as f64 <= width * 0.9;
    if fits {
        return vec![name.to_owned()];
    }
    let breaks = name.char_indices().filter(|(_, c)| *c == ' ').map(|(i, _)| i);
    match breaks.min_by_key(|at| (at * 2).abs_diff(name.len())) {
        Some(at) => vec![name[..at].to_owned(), name[at + 1..].to_owned()],
        None => vec![name.to_owned()],
    }
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn names_break_where_a_band_is_narrow() {
        for (name, width, broken) in [
            ("Working", 61.5, &["Working"][..]),
            ("Getting to know each other", 20.5, &["Getting to know", "each other"]),
            ("Rehearsal and graduation", 12.5, &["Rehearsal and", "graduation"]),
            ("Transition", 4.0, &["Transition"]),
        ] {
            assert_eq!(lines(name, width), broken, "{name} in {width} percent");
        }
    }
}
