//! Writes SVG. Must not know a figure.

use std::fmt::Write;

/// What a drawing is called and what it shows, for those who do not see it.
#[derive(Debug, Clone, Copy)]
pub struct Name<'a> {
    /// "Completed: 27 of 38".
    pub title: &'a str,
    /// What a reader of the drawing would say; may be empty.
    pub description: &'a str,
}

/// Where a text stands beside its point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// It begins there.
    Start,
    /// Its middle is there.
    Middle,
    /// It ends there.
    End,
}

/// A drawing of a height in pixels, as wide as its place.
#[derive(Debug)]
pub struct Svg {
    out: String,
}

impl Svg {
    /// A drawing with its name.
    pub fn new(class: &str, height: u32, name: Name) -> Self {
        let mut svg = Self { out: String::with_capacity(512) };
        svg.put(format_args!(
            r#"<svg class="chart {class}" width="100%" height="{height}" role="img"><title>"#
        ));
        svg.escaped(name.title);
        svg.out.push_str("</title>");
        if !name.description.is_empty() {
            svg.out.push_str("<desc>");
            svg.escaped(name.description);
            svg.out.push_str("</desc>");
        }
        svg
    }

    /// A drawing that says nothing which does not stand in words beside it.
    pub fn quiet(class: &str, height: u32) -> Self {
        let mut svg = Self { out: String::with_capacity(256) };
        svg.put(format_args!(
            r#"<svg class="chart {class}" width="100%" height="{height}" aria-hidden="true">"#
        ));
        svg
    }

    /// A sign of 26 × 14 pixels that stands beside its words.
    pub fn small() -> Self {
        let out = r#"<svg class="chart chart-sign" width="26" height="14" aria-hidden="true">"#.to_owned();
        Self { out }
    }

    /// From (x1%, y1 px) to (x2%, y2 px).
    pub fn line(&mut self, class: &str, (x1, y1): (f64, f64), (x2, y2): (f64, f64)) {
        let (x1, y1, x2, y2) = (Short(x1), Short(y1), Short(x2), Short(y2));
        self.put(format_args!(r#"<line class="{class}" x1="{x1}%" y1="{y1}" x2="{x2}%" y2="{y2}"/>"#));
    }

    /// From (x%, y px), width in percent, height in pixels.
    pub fn rect(&mut self, class: &str, (x, y): (f64, f64), (width, height): (f64, f64)) {
        let (x, y, width, height) = (Short(x), Short(y), Short(width), Short(height));
        self.put(format_args!(
            r#"<rect class="{class}" x="{x}%" y="{y}" width="{width}%" height="{height}"/>"#
        ));
    }

    /// A disc around (x%, y px).
    pub fn dot(&mut self, class: &str, (x, y): (f64, f64), radius: f64) {
        let (x, y, r) = (Short(x), Short(y), Short(radius));
        self.put(format_args!(r#"<circle class="{class}" cx="{x}%" cy="{y}" r="{r}"/>"#));
    }

    /// A shape of pixels around (x%, y px): a path as SVG writes it.
    pub fn shape(&mut self, class: &str, (x, y): (f64, f64), path: &str) {
        let (x, y) = (Short(x), Short(y));
        self.put(format_args!(
            r#"<svg x="{x}%" y="{y}" overflow="visible"><path class="{class}" d="{path}"/></svg>"#
        ));
    }

    /// A curve through points in percent of the whole width and of a height, from the top.
    pub fn curve(
        &mut self,
        class: &str,
        (top, height): (f64, f64),
        points: impl Iterator<Item = (f64, f64)>,
    ) {
        let (top, height) = (Short(top), Short(height));
        self.put(format_args!(
            r#"<svg y="{top}" width="100%" height="{height}" viewBox="0 0 100 100" preserveAspectRatio="none"><path class="{class}" d=""#
        ));
        for (i, (x, y)) in points.enumerate() {
            let (mark, x, y) = (if i == 0 { 'M' } else { 'L' }, Short(x), Short(y));
            self.put(format_args!("{mark}{x} {y}"));
        }
        self.out.push_str(r#""/></svg>"#);
    }

    /// A text that begins so many pixels to the right of (x%, baseline in px), or ends so many to the left.
    pub fn beside(&mut self, class: &str, at: (f64, f64), pixels: f64, text: &str) {
        let anchor = if pixels < 0.0 { Anchor::End } else { Anchor::Start };
        self.moved(class, at, anchor, pixels, text);
    }

    /// A text at (x%, baseline in px).
    pub fn text(&mut self, class: &str, at: (f64, f64), anchor: Anchor, text: &str) {
        self.moved(class, at, anchor, 0.0, text);
    }

    fn moved(&mut self, class: &str, (x, y): (f64, f64), anchor: Anchor, by: f64, text: &str) {
        let anchor = match anchor {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        };
        let (x, y) = (Short(x), Short(y));
        self.put(format_args!(r#"<text class="{class}" x="{x}%" y="{y}" text-anchor="{anchor}""#));
        if by != 0.0 {
            self.put(format_args!(r#" dx="{}""#, Short(by)));
        }
        self.out.push('>');
        self.escaped(text);
        self.out.push_str("</text>");
    }

    /// The drawing.
    pub fn end(mut self) -> String {
        self.out.push_str("</svg>");
        self.out
    }

    fn put(&mut self, what: std::fmt::Arguments) {
        // Writing to a String cannot fail.
        let _ = self.out.write_fmt(what);
    }

    fn escaped(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '&' => self.out.push_str("&amp;"),
                '<' => self.out.push_str("&lt;"),
                '>' => self.out.push_str("&gt;"),
                '"' => self.out.push_str("&quot;"),
                // What no document may hold, not even escaped.
                c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
                c => self.out.push(c),
            }
        }
    }
}

/// A coordinate with two decimals at most.
struct Short(f64);

impl std::fmt::Display for Short {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let hundredths = (self.0 * 100.0).round() / 100.0;
        write!(f, "{}", if hundredths == 0.0 { 0.0 } else { hundredths })
    }
}

/// The patterns that drawings refer to, once on each page that has one.
pub fn defs() -> &'static str {
    concat!(
        r#"<svg class="chart-defs" width="0" height="0" aria-hidden="true"><defs>"#,
        r#"<pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="hatch" d="M1 0V6"/></pattern>"#,
        r#"<pattern id="upright" width="4" height="4" patternUnits="userSpaceOnUse"><path class="hatch" d="M1 0V4"/></pattern>"#,
        r#"<pattern id="unrecorded" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)"><path class="hatch light" d="M1 0V6"/></pattern>"#,
        "</defs></svg>"
    )
}
