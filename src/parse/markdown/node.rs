//! The nodes of a [`Doc`](super::Doc): twelve bytes each, texts as spans.

use std::ops::Range;

use crate::diag::Span;

/// A text: a span of the file, or of what the file does not hold literally.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Piece {
    start: u32,
    end: u32,
}

/// The bit that marks a span of the side table; files are far smaller than 2 GB.
const SIDE: u32 = 1 << 31;

impl Piece {
    /// Bytes of the file.
    pub(super) fn in_file(range: &Range<usize>) -> Self {
        let Span { start, end } = Span::new(range.start, range.end);
        Self { start, end }
    }

    /// Bytes of the side table.
    pub(super) fn in_side(range: &Range<usize>) -> Self {
        let Self { start, end } = Self::in_file(range);
        Self { start: start | SIDE, end }
    }

    /// Its bytes in the file, where it stands there literally.
    pub fn span(self) -> Option<Span> {
        (self.start & SIDE == 0).then_some(Span { start: self.start, end: self.end })
    }

    /// A part of it, by bytes.
    #[must_use]
    pub fn part(self, range: Range<usize>) -> Self {
        let Span { start, end } = Span::new(range.start, range.end);
        Self { start: self.start + start, end: (self.start & !SIDE) + end }
    }

    /// Whether it has no bytes.
    pub fn is_empty(self) -> bool {
        self.start & !SIDE == self.end
    }

    /// Whether `next` goes on where this ends.
    pub(super) fn joins(self, next: Self) -> bool {
        self.start & SIDE == next.start & SIDE && self.end == next.start & !SIDE
    }

    /// Both, where they join.
    pub(super) fn to(self, next: Self) -> Self {
        Self { start: self.start, end: next.end }
    }

    /// What it stands for.
    pub(super) fn of<'t>(self, file: &'t str, side: &'t str) -> &'t str {
        let base = if self.start & SIDE == 0 { file } else { side };
        base.get((self.start & !SIDE) as usize..self.end as usize).unwrap_or_default()
    }
}

/// A part of the text. What is opened is closed, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Node {
    /// The start of something that holds nodes.
    Open(Tag),
    /// Its end.
    Close(Tag),
    /// Text.
    Text(Piece),
    /// Code within a line.
    Code(Piece),
    /// A reference to a footnote: its index, and how many references to it came before.
    NoteRef(u32, u32),
    /// An embed that stands alone on its line: its index.
    Embed(u32),
    /// The end of a line of the file.
    Soft,
    /// A line break that is meant.
    Hard,
    /// A thematic break.
    Rule,
    /// The box of a task, and whether it is ticked.
    Task(bool),
}

/// Something that holds nodes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tag {
    /// A paragraph.
    Paragraph,
    /// A heading: its index.
    Heading(u32),
    /// A quotation.
    Quote,
    /// An alert: a quotation that opens with `[!NOTE]` or the like.
    Alert(Alert),
    /// A block of code.
    CodeBlock,
    /// A list with bullets.
    Bullets,
    /// A numbered list: its first number.
    Numbers(u32),
    /// An item of a list.
    Item,
    /// The text of a footnote: its index.
    Note(u32),
    /// A list of terms.
    Terms,
    /// A term.
    Term,
    /// What a term means.
    Meaning,
    /// A table: how many came before it.
    Table(u32),
    /// Its row of headings.
    TableHead,
    /// A row.
    Row,
    /// A cell.
    Cell(Align),
    /// Emphasis.
    Emphasis,
    /// Strong emphasis.
    Strong,
    /// Struck out.
    Strike,
    /// A link: its index.
    Link(u32),
    /// An image, around its alternative text: its index.
    Image(u32),
}

/// The kinds of alerts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)] // GitHub's words
pub enum Alert {
    Note,
    Tip,
    Important,
    Warning,
    Caution,
}

/// How the cells of a column stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)] // the words say it
pub enum Align {
    None,
    Left,
    Center,
    Right,
}
