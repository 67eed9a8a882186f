//! Tables: each scrolls inside a region of its own, with a name.

use super::html::{Writer, class};
use super::inline::attribute;
use crate::parse::markdown::{Node, Tag};

impl Writer<'_> {
    pub(super) fn open_table(&mut self, tag: Tag, at: usize) {
        match tag {
            Tag::Table(index) => {
                self.out.push_str("<div class=\"scroll\"");
                // On a page of many texts, names of regions would not be unique, and nothing scrolls in print.
                if self.resolver.prefix().is_empty() {
                    self.out.push_str(" role=\"region\" tabindex=\"0\"");
                    attribute("aria-label", &self.table_name(index, at), self.out);
                }
                self.block(">\n<table>\n");
            }
            Tag::TableHead => {
                self.head = true;
                self.block("<thead>\n<tr>");
            }
            Tag::Cell(align) => {
                // A heading of nothing is a cell.
                let empty = matches!(self.doc.nodes().get(at + 1), Some(Node::Close(_)));
                let (start, end) =
                    if self.head && !empty { ("<th scope=\"col\"", "</th>") } else { ("<td", "</td>") };
                self.cell_end = end;
                self.block(&format!("{start}{}>", class(align)));
            }
            _ => self.block("<tr>"),
        }
    }

    pub(super) fn end_head(&mut self) {
        self.head = false;
        self.out.push_str("</tr>\n</thead>\n<tbody>\n");
    }

    /// "Table 2: Rhythm", after the heading above it.
    fn table_name(&self, index: u32, at: usize) -> String {
        let word = &self.resolver.words().table;
        let before = self.doc.headings.partition_point(|h| (h.nodes.start as usize) < at);
        let above = before.checked_sub(1).map(|last| &self.doc.headings[last]);
        let number = index + 1;
        match above {
            Some(heading) => format!("{word} {number}: {}", super::title(self.doc, heading, self.resolver)),
            None => format!("{word} {number}"),
        }
    }
}
