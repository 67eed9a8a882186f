//! What is left of raw HTML: its text. Tags, comments, scripts and styles go.

/// What stands in the way of reading on as text.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum State {
    /// In text.
    #[default]
    Text,
    /// In a tag, and the name of one whose content is to be dropped as well.
    Tag(Option<&'static str>),
    /// In a comment.
    Comment,
    /// In what a script or style holds.
    Hidden(&'static str),
}

/// Reads an HTML block, which comes line by line.
#[derive(Debug, Default)]
pub(super) struct Strip {
    state: State,
    /// A tag that divides text has come since the last text.
    divided: bool,
}

const HIDING: &[&str] = &["script", "style", "template", "iframe", "object", "svg", "math"];

/// Tags within a sentence; all others divide it.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "cite", "code", "del", "em", "font", "i", "ins", "kbd", "mark", "q", "s", "small",
    "span", "strong", "sub", "sup", "time", "u",
];

impl Strip {
    /// Passes the text of a line on, piece by piece, each with whether it begins anew; says whether the line
    /// holds a tag.
    pub(super) fn line<'t>(&mut self, line: &'t str, mut keep: impl FnMut(&'t str, bool)) -> bool {
        let mut rest = line;
        let mut tags = matches!(self.state, State::Tag(_) | State::Hidden(_)) && !line.trim().is_empty();
        while !rest.is_empty() {
            rest = match self.state {
                State::Comment => self.until(rest, "-->", State::Text),
                State::Hidden(name) => self.end_of_hidden(rest, name),
                State::Tag(hides) => self.until(rest, ">", hides.map_or(State::Text, State::Hidden)),
                State::Text => {
                    let at = rest.find('<').unwrap_or(rest.len());
                    let opened = Self::opens(&rest[at..]);
                    // A `<` that begins nothing is text.
                    let end = if opened.is_none() && at < rest.len() { at + 1 } else { at };
                    let text = &rest[..end];
                    if !text.trim().is_empty() {
                        keep(text, std::mem::take(&mut self.divided));
                    }
                    if let Some(state) = opened {
                        tags |= matches!(state, State::Tag(_));
                        self.divided |= matches!(state, State::Tag(_)) && divides(&rest[at..]);
                        self.state = state;
                    }
                    &rest[end..]
                }
            };
        }
        tags
    }

    /// What a `<` begins; `None` if it is text.
    fn opens(tag: &str) -> Option<State> {
        if tag.starts_with("<!--") {
            return Some(State::Comment);
        }
        let name = tag.strip_prefix('<')?;
        let hides = HIDING.iter().find(|hidden| {
            let after = name.get(hidden.len()..).unwrap_or_default();
            name.get(..hidden.len()).is_some_and(|n| n.eq_ignore_ascii_case(hidden))
                && !after.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '-')
        });
        let is_tag = name.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?'));
        is_tag.then_some(State::Tag(hides.copied()))
    }

    fn until<'t>(&mut self, rest: &'t str, end: &str, then: State) -> &'t str {
        match rest.find(end) {
            Some(at) => {
                self.state = then;
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
                self.state = State::Tag(None);
                &rest[at..]
            }
            None => "",
        }
    }
}

/// Whether a tag divides the text around it.
fn divides(tag: &str) -> bool {
    let name = tag.trim_start_matches(['<', '/']);
    let end = name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len());
    !INLINE.iter().any(|inline| inline.eq_ignore_ascii_case(&name[..end]))
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
        let read = named.or_else(|| number.and_then(char::from_u32)).zip(end);
        let (c, len) = read.map_or(('&', 1), |(c, end)| (c, end + 1));
        out.push(c);
        rest = &rest[len..];
    }
    out.push_str(rest);
    (out != text).then_some(out)
}
