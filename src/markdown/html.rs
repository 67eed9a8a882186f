//! The writer: one pass over the nodes.

use std::fmt::Write;
use std::ops::Range;

use super::inline::{attribute, push_escaped};
use super::{Resolver, quotes};
use crate::parse::Doc;
use crate::parse::markdown::{Alert, Align, Node, Piece, Tag};

/// Writes nodes of one text.
pub(super) struct Writer<'a> {
    pub(super) doc: &'a Doc,
    pub(super) resolver: &'a dyn Resolver,
    pub(super) out: &'a mut String,
    /// The character before the next text, for quotation marks.
    pub(super) before: char,
    code: bool,
    /// How many images one is in: their content is alternative text.
    pub(super) alt: u32,
    /// In a row of headings.
    pub(super) head: bool,
    /// What ends the cell that is open.
    pub(super) cell_end: &'static str,
    /// Tags that close links: empty for one that leads nowhere.
    pub(super) ends: Vec<&'static str>,
}

impl<'a> Writer<'a> {
    pub(super) fn new(doc: &'a Doc, resolver: &'a dyn Resolver, out: &'a mut String) -> Self {
        Self {
            doc,
            resolver,
            out,
            before: ' ',
            code: false,
            alt: 0,
            head: false,
            cell_end: "",
            ends: Vec::new(),
        }
    }

    /// Some nodes, and the footnotes first referred to in them.
    pub(super) fn section(&mut self, nodes: Range<usize>) {
        self.nodes(nodes.clone());
        self.notes(&nodes);
    }

    pub(super) fn nodes(&mut self, nodes: Range<usize>) {
        let mut at = nodes.start;
        while let Some(node) = self.doc.nodes().get(at).filter(|_| at < nodes.end) {
            at = match node {
                // Footnotes stand at the end.
                Node::Open(Tag::Note(_)) => self.after(at),
                Node::Open(tag) => {
                    self.open(*tag, at);
                    at + 1
                }
                other => {
                    self.node(*other);
                    at + 1
                }
            };
        }
    }

    /// The node after all that the one at `at` holds.
    fn after(&self, at: usize) -> usize {
        let mut depth = 0_u32;
        for (index, node) in self.doc.nodes().iter().enumerate().skip(at) {
            match node {
                Node::Open(_) => depth += 1,
                Node::Close(_) => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                return index + 1;
            }
        }
        self.doc.nodes().len()
    }

    fn node(&mut self, node: Node) {
        match node {
            Node::Open(_) => {}
            Node::Close(tag) => self.close(tag),
            Node::Text(piece) => self.text(piece),
            Node::Code(piece) if self.alt > 0 => self.text(piece),
            Node::Code(piece) => {
                self.out.push_str("<code>");
                push_escaped(self.doc.str(piece), self.out);
                self.out.push_str("</code>");
                self.before = 'x';
            }
            Node::NoteRef(index, nth) => self.note_reference(index, nth),
            Node::Embed(index) => {
                let embed = &self.doc.embeds[index as usize];
                let drawn = self.resolver.embed(self.doc, embed).unwrap_or_default();
                // Words alone, such as a question in a script, are a paragraph.
                let bare = !drawn.is_empty() && !drawn.trim_start().starts_with('<');
                let (start, end) = if bare { ("<p>", "</p>\n") } else { ("", "\n") };
                self.block(start);
                self.out.push_str(&drawn);
                self.out.push_str(end);
            }
            Node::Soft => self.space("\n"),
            Node::Hard if self.alt > 0 => self.space(" "),
            Node::Hard => self.space("<br>\n"),
            Node::Rule => self.out.push_str("<hr>\n"),
            Node::Task(done) => self.task(done),
        }
    }

    fn text(&mut self, piece: Piece) {
        let text = self.doc.str(piece);
        if self.code {
            return push_escaped(text, self.out);
        }
        if text.contains("://") {
            return push_escaped(text, self.out);
        }
        let kept = usize::from(text.starts_with(['"', '\'', '-', '.']) && self.doc.is_escaped(piece));
        push_escaped(&text[..kept], self.out);
        let before = text[..kept].chars().next().unwrap_or(self.before);
        self.set(&text[kept..], before);
    }

    /// Text with its marks set.
    pub(super) fn set(&mut self, text: &str, before: char) {
        quotes::set(text, &self.resolver.words().lang, before, &mut |part| push_escaped(part, self.out));
        self.before = text.chars().next_back().unwrap_or(before);
    }

    fn space(&mut self, text: &str) {
        self.out.push_str(text);
        self.before = ' ';
    }

    fn open(&mut self, tag: Tag, at: usize) {
        if self.alt > 0 && !matches!(tag, Tag::Image(_)) {
            return;
        }
        match tag {
            Tag::Paragraph => self.block("<p>"),
            Tag::Heading(index) => self.heading(index),
            Tag::Quote => self.block("<blockquote>\n"),
            Tag::Alert(kind) => self.alert(kind, at),
            Tag::CodeBlock => {
                self.code = true;
                // Long lines scroll, and what scrolls can be reached by keyboard.
                self.block("<pre tabindex=\"0\"><code>");
            }
            Tag::Bullets => self.block("<ul>\n"),
            Tag::Numbers(1) => self.block("<ol>\n"),
            Tag::Numbers(first) => self.block(&format!("<ol start=\"{first}\">\n")),
            Tag::Item => self.block("<li>"),
            Tag::Terms => self.block("<dl>\n"),
            Tag::Term => self.block("<dt>"),
            Tag::Meaning => self.block("<dd>"),
            Tag::Table(_) | Tag::TableHead | Tag::Row | Tag::Cell(_) => self.open_table(tag, at),
            Tag::Emphasis => self.out.push_str("<em>"),
            Tag::Strong => self.out.push_str("<strong>"),
            Tag::Strike => self.out.push_str("<del>"),
            Tag::Link(index) => self.link(&self.doc.links[index as usize]),
            Tag::Image(index) => self.image(&self.doc.images[index as usize]),
            Tag::Note(_) => {}
        }
    }

    fn close(&mut self, tag: Tag) {
        if self.alt > 0 && !matches!(tag, Tag::Image(_)) {
            return;
        }
        let end = match tag {
            Tag::Paragraph => "</p>\n",
            Tag::Heading(index) => return self.end_heading(index),
            Tag::Quote => "</blockquote>\n",
            Tag::Alert(_) => "</div>\n",
            Tag::CodeBlock => {
                self.code = false;
                "</code></pre>\n"
            }
            Tag::Bullets => "</ul>\n",
            Tag::Numbers(_) => "</ol>\n",
            Tag::Item => "</li>\n",
            Tag::Terms => "</dl>\n",
            Tag::Term => "</dt>\n",
            Tag::Meaning => "</dd>\n",
            Tag::Table(_) => "</tbody>\n</table>\n</div>\n",
            Tag::TableHead => return self.end_head(),
            Tag::Row => "</tr>\n",
            Tag::Cell(_) => self.cell_end,
            Tag::Emphasis => "</em>",
            Tag::Strong => "</strong>",
            Tag::Strike => "</del>",
            Tag::Link(_) => self.ends.pop().unwrap_or_default(),
            Tag::Image(_) => return self.end_image(),
            Tag::Note(_) => "",
        };
        self.out.push_str(end);
    }

    pub(super) fn put(&mut self, text: std::fmt::Arguments<'_>) {
        // Writing to a string cannot fail.
        let _ = self.out.write_fmt(text);
    }

    pub(super) fn block(&mut self, tag: &str) {
        self.out.push_str(tag);
        self.before = ' ';
    }

    fn level(&self, level: u8) -> u8 {
        (level + self.resolver.deeper()).min(6)
    }

    fn heading(&mut self, index: u32) {
        let heading = &self.doc.headings[index as usize];
        self.put(format_args!("<h{}", self.level(heading.level)));
        attribute("id", &format!("{}{}", self.resolver.prefix(), self.doc.str(heading.anchor)), self.out);
        self.block(">");
    }

    fn end_heading(&mut self, index: u32) {
        let level = self.level(self.doc.headings[index as usize].level);
        self.put(format_args!("</h{level}>\n"));
    }

    /// An alert brings its title as its first bold words, or gets the word of its kind.
    fn alert(&mut self, kind: Alert, at: usize) {
        let word = format!("{kind:?}").to_lowercase();
        self.block(&format!("<div class=\"alert {word}\" role=\"note\">\n"));
        let inside = self.doc.nodes().get(at + 1..).unwrap_or_default();
        if !matches!(inside, [Node::Open(Tag::Paragraph), Node::Open(Tag::Strong), ..]) {
            self.out.push_str("<p class=\"alert-title\">");
            push_escaped(self.resolver.words().alert(kind), self.out);
            self.out.push_str("</p>\n");
        }
    }

    fn task(&mut self, done: bool) {
        let [ticked, open] = &self.resolver.words().tasks;
        self.out.push_str(if done {
            "<input type=\"checkbox\" disabled checked"
        } else {
            "<input type=\"checkbox\" disabled"
        });
        attribute("aria-label", if done { ticked } else { open }, self.out);
        self.space("> ");
    }
}

/// The class of a cell.
pub(super) fn class(align: Align) -> &'static str {
    match align {
        Align::None | Align::Left => "",
        Align::Center => " class=\"center\"",
        Align::Right => " class=\"right\"",
    }
}
