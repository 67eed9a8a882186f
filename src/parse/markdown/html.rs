//! What is left of raw HTML: its text. Tags, comments, scripts and styles go.

/// Where in the HTML a line begins; an HTML block comes line by line.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) enum Strip {
    /// In text.
    #[default]
    Text,
    /// In a tag, and whether its content is to be dropped as well.
    Tag { hides: Option<&'static str> },
    /// In a comment.
    Comment,
    /// In what a script or style holds.
    Hidden(&'static str),
}

const HIDING: &[&str] = &["script", "style", "template", "iframe", "object", "svg", "math"];

impl Strip {
    /// Passes the text of a line on, piece by piece, and says whether the line holds a tag.
    pub(super) fn line<'t>(&mut self, line: &'t str, mut keep: impl FnMut(&'t str)) -> bool {
        let mut rest = line;
        let mut tags = !matches!(self, Self::Text | Self::Comment) && !line.trim().is_empty();
        while !rest.is_empty() {
            rest = match *self {
                Self::Comment => self.until(rest, "-->", Self::Text),
                Self::Hidden(name) => self.end_of_hidden(rest, name),
                Self::Tag { hides } => self.until(rest, ">", hides.map_or(Self::Text, Self::Hidden)),
                Self::Text => {
                    let at = rest.find('<').unwrap_or(rest.len());
                    let (text, tag) = rest.split_at(at);
                    let opened = Self::opens(tag);
                    tags |= matches!(opened, Some(Self::Tag { .. }));
                    let text = if opened.is_none() && !tag.is_empty() { &rest[..=at] } else { text };
                    if !text.trim().is_empty() {
                        keep(text.trim());
                    }
                    if let Some(state) = opened {
                        *self = state;
                    }
                    &rest[text.len().max(at)..]
                }
            };
        }
        tags
    }

    /// What a `<` begins; `None` if it is text.
    fn opens(tag: &str) -> Option<Self> {
        if tag.starts_with("<!--") {
            return Some(Self::Comment);
        }
        let name = tag.strip_prefix('<')?;
        let hides = HIDING.iter().find(|hidden| {
            let after = name.get(hidden.len()..).unwrap_or_default();
            name.get(..hidden.len()).is_some_and(|n| n.eq_ignore_ascii_case(hidden))
                && !after.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '-')
        });
        let is_tag = name.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?'));
        is_tag.then_some(Self::Tag { hides: hides.copied() })
    }

    fn until<'t>(&mut self, rest: &'t str, end: &str, then: Self) -> &'t str {
        match rest.find(end) {
            Some(at) => {
                *self = then;
                &rest[at + end.len()..]
            }
            None => "",
        }
    }

    fn end_of_hidden<'t>(&mut self, rest: &'t str, name: &str) -> &'t str {
        let end = rest.match_indices("</").find(|(at, _)| {
            rest.get(at + 2..at + 2 + name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name))
        });
        match end {
            Some((at, _)) => {
                *self = Self::Tag { hides: None };
                &rest[at..]
            }
            None => "",
        }
    }
}

/// The text of HTML with its entities read; `None` where it has none.
pub(super) fn unescape(text: &str) -> Option<String> {
    const NAMED: &[(&str, char)] =
        &[("amp", '&'), ("lt", '<'), ("gt", '>'), ("quot", '"'), ("apos", '\''), ("nbsp", '\u{a0}')];
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.find(';').filter(|end| *end < 10);
        let name = end.map_or("", |end| &rest[1..end]);
        let named = NAMED.iter().find(|(known, _)| *known == name).map(|(_, c)| *c);
        let number = name.strip_prefix('#').and_then(|n| match n.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok(),
            None => n.parse().ok(),
        });
        match (named.or_else(|| number.and_then(char::from_u32)), end) {
            (Some(c), Some(end)) => {
                out.push(c);
                rest = &rest[end + 1..];
            }
            _ => {
                out.push('&');
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
    (out != text).then_some(out)
}
