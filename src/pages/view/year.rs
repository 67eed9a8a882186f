//! The year in numbers: the ruler under the header and the score on the home page.
//!
//! All `x` and `width` are percent of the track, rounded to two decimals: 0 is
//! the start of week 1, 100 the end of the last week. Heights belong to the theme.

use serde::Serialize;

use super::Link;

/// Which of the three quiet colours, with its pattern, a thing wears. The first
/// phase is `initial`, the last `transition`, all between are `working`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Tone {
    /// Ticks, ochre.
    Initial,
    /// Solid, green.
    Working,
    /// Diagonals, violet.
    Transition,
    /// Belongs to no phase.
    #[default]
    None,
}

/// Which way a label runs from its `x`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Anchor {
    /// The text begins at `x`.
    Start,
    /// The text is centred on `x`.
    #[default]
    Middle,
    /// The text ends at `x`.
    End,
}

/// The part of the ruler that is the same everywhere.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Year {
    /// How many weeks.
    pub weeks: u32,
    /// Width of one week.
    pub week_width: f64,
    /// The phases.
    pub bands: Vec<Band>,
}

/// One phase as a band.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Band {
    /// Its colour and pattern.
    pub tone: Tone,
    /// Its name, broken into lines that fit the band (one or two).
    pub lines: Vec<String>,
    /// The phase's page.
    pub href: String,
    /// Start.
    pub x: f64,
    /// Width.
    pub width: f64,
}

/// Where this page stands in the year.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Ruler {
    /// The ink frame; `None` where only a script can know (the role homes).
    pub frame: Option<Frame>,
    /// "Week 8: first redesign"; empty without a frame.
    pub label: String,
    /// The label in full for a reader who cannot see it: "Week 8 of 39: first redesign".
    pub spoken: String,
}

/// A frame round some weeks.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Frame {
    /// Start of the frame.
    pub x: f64,
    /// Width of the frame.
    pub width: f64,
    /// Where the label hangs: the frame's start if `anchor` is `start`, else its end.
    pub label_x: f64,
    /// `start` in the first half of the year, `end` in the second.
    pub anchor: Anchor,
}

/// The score on the home page and `![[timeline]]`.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Timeline {
    /// Width of one week.
    pub week_width: f64,
    /// Phases.
    pub bands: Vec<Band>,
    /// Numbered weeks: 1, every fifth, the last.
    pub weeks: Vec<WeekLabel>,
    /// Rows of labels above the stems: 2 where neighbours would touch, else 1.
    pub label_rows: u32,
    /// Conversations on stems, in order of time.
    pub moments: Vec<Moment>,
    /// One line of marks per rhythm.
    pub staves: Vec<Stave>,
    /// Grey columns.
    pub pauses: Vec<Pause>,
    /// The same as a list, for narrow screens.
    pub list: Vec<TimelinePhase>,
    /// Rhythms in words, below the list: "Every second week: three questions in your meeting."
    pub rhythms: Vec<String>,
}

/// A number under the bands.
#[derive(Debug, Clone, Default, Serialize)]
pub struct WeekLabel {
    /// The week's number.
    pub text: String,
    /// Middle of the week.
    pub x: f64,
}

/// A conversation on a stem.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Moment {
    /// "Midpoint check-in".
    pub title: String,
    /// "week 19, with a facilitator".
    pub note: String,
    /// Its page, may be empty.
    pub href: String,
    /// The stem.
    pub x: f64,
    /// The label's reference point; differs from `x` at the edges.
    pub label_x: f64,
    /// How the label runs.
    pub anchor: Anchor,
    /// Larger and ringed: the midpoint.
    pub major: bool,
    /// Labels that would touch their neighbour's go one row up: 0 or 1.
    pub row: u32,
}

/// The shape of a rhythm's marks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mark {
    /// A vertical stroke.
    #[default]
    Stroke,
    /// An open square.
    Square,
    /// An open circle.
    Circle,
}

/// A rhythm as a line of marks.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Stave {
    /// "Mentors meet mentors", short enough for the margin (24 characters).
    pub label: String,
    /// The rhythm's page, may be empty.
    pub href: String,
    /// Shape of the marks.
    pub mark: Mark,
    /// Middles of the weeks that carry a mark.
    pub xs: Vec<f64>,
    /// The weeks in words: "weeks 3, 7, 11".
    pub spoken: String,
}

/// A pause as a grey column.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Pause {
    /// "Summer pause".
    pub name: String,
    /// Start.
    pub x: f64,
    /// Width.
    pub width: f64,
    /// Middle, for the label.
    pub middle: f64,
}

/// One phase of the list.
#[derive(Debug, Clone, Default, Serialize)]
pub struct TimelinePhase {
    /// Colour and pattern.
    pub tone: Tone,
    /// Name and page.
    pub link: Link,
    /// "weeks 1–8".
    pub weeks: String,
    /// What happens in it.
    pub entries: Vec<TimelineEntry>,
}

/// One line of the list.
#[derive(Debug, Clone, Default, Serialize)]
pub struct TimelineEntry {
    /// "19", or "38–39".
    pub week: String,
    /// Name and page.
    pub link: Link,
    /// One short sentence, may be empty.
    pub text: String,
}
