//! Links and images.

use super::Resolved;
use super::html::Writer;
use super::inline::{attribute, push_escaped};
use crate::parse::markdown::{Image, Link, LinkKind};

impl Writer<'_> {
    pub(super) fn link(&mut self, link: &Link) {
        let (doc, target) = (self.doc, self.doc.str(link.target));
        let Resolved { href, title } = match link.kind {
            LinkKind::Wiki | LinkKind::Page | LinkKind::Asset => self.resolver.link(doc, link),
            LinkKind::Anchor => self.here(doc.str(link.fragment)),
            LinkKind::Url => Resolved { href: target.to_owned(), title: String::new() },
            LinkKind::Mail => Resolved { href: format!("mailto:{target}"), title: String::new() },
            LinkKind::Phone => Resolved { href: format!("tel:{target}"), title: String::new() },
            LinkKind::Other => Resolved::default(),
        };
        if !href.is_empty() {
            self.out.push_str("<a");
            attribute("href", &href, self.out);
            if link.kind == LinkKind::Url {
                self.out.push_str(" rel=\"external noopener\"");
            }
            self.out.push('>');
        }
        if !link.labelled {
            self.set(&title, self.before);
        }
        self.ends.push(if href.is_empty() { "" } else { "</a>" });
    }

    /// A heading of this text.
    pub(super) fn here(&self, anchor: &str) -> Resolved {
        let heading = self.doc.headings.iter().find(|h| self.doc.str(h.anchor) == anchor);
        let title = heading.map(|h| super::title(self.doc, h, self.resolver)).unwrap_or_default();
        Resolved { href: format!("#{}{anchor}", self.resolver.prefix()), title }
    }

    /// A local image; one from elsewhere becomes a link to it.
    pub(super) fn image(&mut self, image: &Image) {
        self.alt += 1;
        if self.alt > 1 {
            return;
        }
        let target = self.doc.str(image.target);
        match (image.kind, self.resolver.image(self.doc, image)) {
            (LinkKind::Url, _) => {
                self.out.push_str("<a");
                attribute("href", target, self.out);
                self.out.push_str(" rel=\"external noopener\">");
                if !image.described {
                    push_escaped(target, self.out);
                }
                self.ends.push("</a>");
            }
            (LinkKind::Asset, Some(picture)) => {
                self.out.push_str("<img");
                attribute("src", &picture.src, self.out);
                if let Some((width, height)) = picture.size {
                    self.put(format_args!(" width=\"{width}\" height=\"{height}\""));
                }
                self.out.push_str(" loading=\"lazy\" alt=\"");
                self.ends.push("\">");
            }
            _ => self.ends.push(""),
        }
    }

    pub(super) fn end_image(&mut self) {
        self.alt -= 1;
        if self.alt == 0 {
            let end = self.ends.pop().unwrap_or_default();
            self.out.push_str(end);
        }
    }
}
