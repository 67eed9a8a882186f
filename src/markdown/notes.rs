//! Footnotes: numbers in the text, the notes below it, and the way back.

use std::ops::Range;

use super::html::Writer;
use super::inline::attribute;

impl Writer<'_> {
    pub(super) fn note_reference(&mut self, note: u32, nth: u32) {
        if self.alt > 0 {
            return;
        }
        let (number, prefix) = (note + 1, self.resolver.prefix());
        let nth = if nth == 0 { String::new() } else { format!("-{}", nth + 1) };
        self.put(format_args!(
            "<sup><a href=\"#{prefix}note-{number}\" id=\"{prefix}ref-{number}{nth}\" role=\"doc-noteref\">{number}</a></sup>"
        ));
        self.before = 'x';
    }

    pub(super) fn notes(&mut self, nodes: &Range<usize>) {
        let doc = self.doc;
        let here =
            |note: &crate::parse::markdown::Note| note.uses > 0 && nodes.contains(&(note.first as usize));
        if !doc.notes.iter().any(here) {
            return;
        }
        self.out.push_str("<section class=\"footnotes\" role=\"doc-endnotes\"");
        attribute("aria-label", &self.resolver.words().notes, self.out);
        self.out.push_str(">\n");
        for (index, note) in doc.notes.iter().enumerate().filter(|(_, note)| here(note)) {
            let (number, prefix) = (index + 1, self.resolver.prefix());
            self.block(&format!(
                "<div class=\"footnote-definition\" id=\"{prefix}note-{number}\"><span>{number}</span><div>\n"
            ));
            self.nodes(note.nodes.start as usize..note.nodes.end as usize);
            for nth in 1..=note.uses {
                let anchor = if nth == 1 { String::new() } else { format!("-{nth}") };
                self.put(format_args!("<a href=\"#{prefix}ref-{number}{anchor}\" role=\"doc-backlink\""));
                let back = &self.resolver.words().back;
                let label = if nth == 1 { back.clone() } else { format!("{back} ({nth})") };
                attribute("aria-label", &label, self.out);
                self.out.push_str(">↩</a>\n");
            }
            self.out.push_str("</div></div>\n");
        }
        self.out.push_str("</section>\n");
    }
}
