//! All drawings of a figure, by name, so that tests and pictures forget none.

use super::{FunnelPoint, FunnelWords, Mark, Name};
use crate::outcomes::Published;
use crate::outcomes::derive;
use crate::outcomes::disclose::Form;

/// What a drawing is made from, to show it.
#[derive(Debug, Clone, Copy)]
pub struct Example<'a> {
    /// The figure.
    pub figure: Published<&'a Form>,
    /// Another, for drawings that hold two against each other.
    pub other: Published<&'a Form>,
    /// What stands in the place of every word.
    pub words: &'a str,
}

impl<'a> Example<'a> {
    fn name(&self) -> Name<'a> {
        Name { title: self.words, description: self.words }
    }
}

/// A drawing.
#[derive(Debug, Clone, Copy)]
pub struct Chart {
    /// Its name.
    pub name: &'static str,
    /// What it is for.
    pub says: &'static str,
    /// Draws an example; None where nothing may be drawn.
    pub draw: fn(&Example) -> Option<String>,
}

/// All of them.
pub static CHARTS: &[Chart] = &[
    Chart {
        name: "range",
        says: "A share or a mean, its range for similar cohorts, and a target.",
        draw: |of| Some(super::range(Mark::of(of.figure)?, Some(75.0), of.name())),
    },
    Chart {
        name: "bar",
        says: "A count on the way from applying to completing, to a common scale.",
        draw: |of| super::bar(of.figure, 64, of.name()),
    },
    Chart {
        name: "parts",
        says: "A split: how matches ended, or all answers to a question.",
        draw: |of| super::parts(of.figure, of.name()),
    },
    Chart {
        name: "swatches",
        says: "How each part of a split looks, beside its name.",
        draw: |of| Some(super::swatches(of.figure).concat()).filter(|drawn| !drawn.is_empty()),
    },
    Chart {
        name: "retention",
        says: "Who stayed, at each quarter of the planned length.",
        draw: |of| {
            let point = |figure| (of.words.to_owned(), figure);
            super::retention(&[point(of.figure), point(of.other), point(of.figure)], of.name())
        },
    },
    Chart {
        name: "slope",
        says: "A share or a mean before and after.",
        draw: |of| super::slope(of.other, of.figure, [of.words; 2], of.name()),
    },
    Chart {
        name: "difference",
        says: "How two groups differ, with the difference's own range.",
        draw: |of| Some(super::difference(derive::difference(of.figure, of.other)?, of.name())),
    },
    Chart {
        name: "funnel",
        says: "Cohorts around a target, with the limits of chance.",
        draw: |of| {
            let words = FunnelWords { people: of.words, target: of.words, inner: of.words, outer: of.words };
            let point = |figure| FunnelPoint { label: of.words, figure };
            super::funnel_plot(&[point(of.figure), point(of.other)], 75.0, words, of.name())
        },
    },
];
