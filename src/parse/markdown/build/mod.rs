//! From the events of the Markdown parser to a [`Doc`].
//!
//! Here are the events and the texts; headings, links, notes and raw HTML have files of their own.

mod headings;
mod links;
mod notes;
mod raw;

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark as md;
use pulldown_cmark::{Event, LinkType, Options, Parser};

use super::html::Strip;
use super::{Alert, Align, CueMark, Doc, Embed, Heading, Image, Link, Node, Note, Piece, Tag};
use crate::diag::{Diagnostic, FileId, Span};

const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_GFM)
    .union(Options::ENABLE_DEFINITION_LIST)
    .union(Options::ENABLE_WIKILINKS);

pub(super) fn build(file: FileId, text: Arc<str>, body: usize, found: &mut Vec<Diagnostic>) -> Doc {
    let mut builder = Builder { text: &text, file, ..Builder::default() };
    for (event, range) in Parser::new_ext(text.get(body..).unwrap_or_default(), OPTIONS).into_offset_iter() {
        builder.event(event, range.start + body..range.end + body);
    }
    let demoted = builder.is_demoted();
    builder.finish_headings();
    builder.number_notes();
    found.append(&mut builder.found);
    let Builder { side, nodes, headings, links, images, embeds, html, cues, notes, .. } = builder;
    Doc {
        demoted,
        side: side.into(),
        nodes: nodes.into(),
        headings: headings.into(),
        links: links.into(),
        images: images.into(),
        embeds: embeds.into(),
        html: html.into(),
        cues: cues.into(),
        notes: notes.into(),
        text: Some(text),
    }
}

/// Events that make no nodes of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Skip {
    #[default]
    Nothing,
    /// The label of a wiki link that has none: the parser repeats the target.
    Label,
    /// All of an embed.
    Embed,
}

#[derive(Default)]
struct Builder<'t> {
    text: &'t str,
    file: FileId,
    side: String,
    nodes: Vec<Node>,
    headings: Vec<Heading>,
    links: Vec<Link>,
    images: Vec<Image>,
    embeds: Vec<Embed>,
    html: Vec<Span>,
    cues: Vec<CueMark>,
    notes: Vec<Note>,
    labels: HashMap<String, u32>,
    wanted: Vec<Option<Piece>>,
    tables: u32,
    aligns: Vec<Align>,
    column: usize,
    open: Vec<(Tag, u32)>,
    skip: Skip,
    /// An embed has ended a paragraph whose rest is still to come.
    broken: bool,
    strip: Strip,
    in_html: bool,
    found: Vec<Diagnostic>,
}

/// The position that the next item of a list will have.
fn next<T>(list: &[T]) -> u32 {
    u32::try_from(list.len()).unwrap_or(u32::MAX)
}

impl Builder<'_> {
    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(end) => self.end(end, &range),
            _ if self.skip != Skip::Nothing => {}
            Event::Text(text) => self.push_text(&text),
            Event::Code(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                let piece = self.piece(&text);
                self.inline(Node::Code(piece));
            }
            Event::Html(line) => self.html_line(&line, &range),
            Event::InlineHtml(tag) => self.inline_html(&tag, &range),
            Event::FootnoteReference(label) => {
                let note = self.note(&label);
                self.inline(Node::NoteRef(note, 0));
            }
            Event::SoftBreak => self.line_break(Node::Soft),
            Event::HardBreak => self.line_break(Node::Hard),
            Event::Rule => self.nodes.push(Node::Rule),
            Event::TaskListMarker(done) => self.inline(Node::Task(done)),
        }
    }

    fn start(&mut self, tag: md::Tag<'_>, range: Range<usize>) {
        if self.skip == Skip::Embed {
            return;
        }
        let tag = match tag {
            md::Tag::Paragraph => Tag::Paragraph,
            md::Tag::Heading { level, .. } => self.heading(level as u8, &range),
            md::Tag::BlockQuote(kind) => quote(kind),
            md::Tag::CodeBlock(_) => Tag::CodeBlock,
            md::Tag::HtmlBlock | md::Tag::MetadataBlock(_) => {
                self.strip = Strip::default();
                self.in_html = false;
                return;
            }
            md::Tag::List(None) => Tag::Bullets,
            md::Tag::List(Some(first)) => Tag::Numbers(u32::try_from(first).unwrap_or(1)),
            md::Tag::Item => Tag::Item,
            md::Tag::FootnoteDefinition(label) => Tag::Note(self.note(&label)),
            md::Tag::DefinitionList => Tag::Terms,
            md::Tag::DefinitionListTitle => Tag::Term,
            md::Tag::DefinitionListDefinition => Tag::Meaning,
            md::Tag::Table(aligns) => {
                self.aligns = aligns.into_iter().map(align).collect();
                self.tables += 1;
                Tag::Table(self.tables - 1)
            }
            md::Tag::TableHead => Tag::TableHead,
            md::Tag::TableRow => Tag::Row,
            md::Tag::TableCell => Tag::Cell(self.next_align()),
            md::Tag::Emphasis | md::Tag::Superscript | md::Tag::Subscript => Tag::Emphasis,
            md::Tag::Strong => Tag::Strong,
            md::Tag::Strikethrough => Tag::Strike,
            md::Tag::Link { link_type, dest_url, .. } => self.link(link_type, &dest_url, &range),
            md::Tag::Image { link_type: LinkType::WikiLink { .. }, dest_url, .. } => {
                self.embed(&dest_url, range);
                return;
            }
            md::Tag::Image { dest_url, title, .. } => self.image(&dest_url, &title, &range),
        };
        if matches!(tag, Tag::TableHead | Tag::Row) {
            self.column = 0;
        }
        if is_inline(tag) {
            self.go_on();
        }
        self.open.push((tag, next(&self.nodes)));
        self.nodes.push(Node::Open(tag));
    }

    fn end(&mut self, end: md::TagEnd, range: &Range<usize>) {
        match (end, self.skip) {
            (md::TagEnd::Image, Skip::Embed) => return self.skip = Skip::Nothing,
            (_, Skip::Embed) => return,
            (md::TagEnd::HtmlBlock | md::TagEnd::MetadataBlock(_), _) => {
                self.end_html();
                return;
            }
            (md::TagEnd::Link, Skip::Label) => self.skip = Skip::Nothing,
            _ => {}
        }
        let Some((tag, opened)) = self.open.pop() else { return };
        match tag {
            Tag::Heading(index) => self.end_heading(index as usize),
            Tag::Strong => self.cue(opened, range),
            Tag::Image(index) => {
                let described = !self.plain_since(opened).trim().is_empty();
                self.images[index as usize].described = described;
            }
            Tag::Note(index) => {
                let note = &mut self.notes[index as usize];
                // Of two with one label, the first counts.
                if note.nodes.is_empty() {
                    note.nodes = opened + 1..next(&self.nodes);
                }
            }
            Tag::Paragraph if std::mem::take(&mut self.broken) => return,
            _ => {}
        }
        self.nodes.push(Node::Close(tag));
        if let Tag::Heading(index) = tag {
            self.headings[index as usize].nodes.end = next(&self.nodes);
        }
    }

    /// The span of a text within the file where it stands there; else a copy in the side table.
    fn piece(&mut self, text: &str) -> Piece {
        let start = (text.as_ptr() as usize).wrapping_sub(self.text.as_ptr() as usize);
        let range = start..start.saturating_add(text.len());
        if self.text.get(range.clone()).is_some() {
            return Piece::in_file(&range);
        }
        let start = self.side.len();
        self.side.push_str(text);
        Piece::in_side(&(start..self.side.len()))
    }

    fn push_text(&mut self, text: &str) {
        let piece = self.piece(text);
        if !self.broken
            && let Some(Node::Text(last)) = self.nodes.last_mut()
            && last.joins(piece)
        {
            *last = last.to(piece);
            return;
        }
        self.inline(Node::Text(piece));
    }

    fn inline(&mut self, node: Node) {
        self.go_on();
        self.nodes.push(node);
    }

    /// Opens the rest of a paragraph that an embed has ended.
    fn go_on(&mut self) {
        if std::mem::take(&mut self.broken) {
            self.nodes.push(Node::Open(Tag::Paragraph));
        }
    }

    fn line_break(&mut self, node: Node) {
        if !self.broken && !matches!(self.nodes.last(), Some(Node::Embed(_))) {
            self.nodes.push(node);
        }
    }

    fn text_of(&self, node: Node) -> &str {
        match node {
            Node::Text(piece) | Node::Code(piece) => piece.of(self.text, &self.side),
            Node::Soft | Node::Hard => " ",
            _ => "",
        }
    }

    fn plain_since(&self, from: u32) -> String {
        self.nodes[from as usize..].iter().map(|node| self.text_of(*node)).collect()
    }

    fn next_align(&mut self) -> Align {
        self.column += 1;
        self.aligns.get(self.column - 1).copied().unwrap_or(Align::None)
    }

    fn trimmed(&self, range: &Range<usize>) -> Span {
        let text = self.text.get(range.clone()).unwrap_or_default();
        let start = range.start + text.len() - text.trim_start().len();
        Span::new(start, start + text.trim().len())
    }
}

fn is_inline(tag: Tag) -> bool {
    matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Strike | Tag::Link(_) | Tag::Image(_))
}

fn quote(kind: Option<md::BlockQuoteKind>) -> Tag {
    match kind {
        None => Tag::Quote,
        Some(md::BlockQuoteKind::Note) => Tag::Alert(Alert::Note),
        Some(md::BlockQuoteKind::Tip) => Tag::Alert(Alert::Tip),
        Some(md::BlockQuoteKind::Important) => Tag::Alert(Alert::Important),
        Some(md::BlockQuoteKind::Warning) => Tag::Alert(Alert::Warning),
        Some(md::BlockQuoteKind::Caution) => Tag::Alert(Alert::Caution),
    }
}

fn align(of: md::Alignment) -> Align {
    match of {
        md::Alignment::None => Align::None,
        md::Alignment::Left => Align::Left,
        md::Alignment::Center => Align::Center,
        md::Alignment::Right => Align::Right,
    }
}
