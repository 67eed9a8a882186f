//! One line of a broken YAML file, taken apart as its writer meant it.

/// A line with the byte at which it starts.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line<'t> {
    /// First byte in the file.
    pub start: usize,
    /// Its text without the line end.
    pub text: &'t str,
}

/// The value after `key: ` or `- ` of a line.
#[derive(Debug, Clone, Copy)]
pub(super) struct Written<'t> {
    /// First byte in the file.
    pub start: usize,
    /// The value, without space around it and without a comment.
    pub text: &'t str,
}

impl<'t> Line<'t> {
    /// The line that holds a byte.
    pub(super) fn at(text: &'t str, byte: usize) -> Self {
        let mut byte = byte.min(text.len());
        while !text.is_char_boundary(byte) {
            byte -= 1;
        }
        let start = text[..byte].rfind('\n').map_or(0, |at| at + 1);
        let end = text[start..].find('\n').map_or(text.len(), |at| start + at);
        Self { start, text: text[start..end].trim_end_matches('\r') }
    }

    /// The nearest line above that is neither empty nor a comment.
    pub(super) fn above(self, text: &'t str) -> Option<Self> {
        let mut line = self;
        while line.start > 0 {
            line = Self::at(text, line.start - 1);
            let body = line.text.trim_start();
            if !body.is_empty() && !body.starts_with('#') {
                return Some(line);
            }
        }
        None
    }

    /// How many spaces it begins with.
    pub(super) fn indent(self) -> usize {
        self.text.len() - self.text.trim_start_matches(' ').len()
    }

    /// The line and all that is indented further below it, moved to a column; with the byte where they end.
    pub(super) fn moved(self, text: &str, column: usize) -> (usize, String) {
        let mut moved = String::new();
        let mut end = self.start;
        for line in text[self.start..].split_inclusive('\n') {
            let indent = line.len() - line.trim_start_matches(' ').len();
            let blank = line.trim().is_empty();
            if end > self.start && !blank && indent <= self.indent() {
                break;
            }
            if !blank {
                moved.push_str(&" ".repeat(column + indent - self.indent()));
            }
            moved.push_str(&line[indent..]);
            end += line.len();
        }
        (end, moved)
    }

    /// The byte where the lines that are indented further below it end, without the last line end.
    pub(super) fn block_end(self, text: &str) -> usize {
        let (end, block) = self.moved(text, self.indent());
        end - (block.len() - block.trim_end().len())
    }

    /// What stands after the indentation and any `- `.
    pub(super) fn body(self) -> Written<'t> {
        let mut rest = self.text.trim_start();
        while let Some(after) = rest.strip_prefix("- ") {
            rest = after.trim_start();
        }
        Written { start: self.start + self.text.len() - rest.len(), text: rest.trim_end() }
    }

    /// What stands after the first `key: `, or the whole body where there is no key.
    pub(super) fn value(self) -> Written<'t> {
        let body = self.body();
        let quoted = body.text.starts_with(['"', '\'']);
        let after = body.text.find(": ").filter(|_| !quoted).map_or(0, |at| at + 2);
        let rest = body.text[after..].trim_start();
        let start = body.start + body.text.len() - rest.len();
        let end = if rest.starts_with(['"', '\'']) { rest.len() } else { comment(rest) };
        Written { start, text: rest[..end].trim_end() }
    }

    /// Its key, where it has one.
    pub(super) fn key(self) -> Option<&'t str> {
        let body = self.body().text;
        body.find(": ").map(|at| &body[..at]).or_else(|| body.strip_suffix(':'))
    }
}

impl<'t> Written<'t> {
    /// The byte after it.
    pub(super) fn end(self) -> usize {
        self.start + self.text.len()
    }

    /// For a value that begins with a quote: the text inside, and what follows the closing quote.
    /// Nothing follows, and `None` is inside, where the quote is not closed on this line.
    pub(super) fn quoted(self) -> Option<(char, Option<(&'t str, &'t str)>)> {
        let quote = self.text.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        let rest = &self.text[1..];
        let mut chars = rest.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            let doubled = quote == '\'' && c == quote && chars.peek().is_some_and(|(_, next)| *next == quote);
            if doubled || (c == '\\' && quote == '"') {
                chars.next();
            } else if c == quote {
                let after = rest[at + 1..].trim_start();
                return Some((quote, Some((&rest[..at], if after.starts_with('#') { "" } else { after }))));
            }
        }
        Some((quote, None))
    }
}

/// Where the comment of a plain value starts.
fn comment(text: &str) -> usize {
    text.find(" #").unwrap_or(text.len())
}

/// A text in the quotes that suit it.
pub(super) fn in_quotes(text: &str) -> String {
    if !text.contains(['"', '\\']) {
        format!("\"{text}\"")
    } else if text.contains('\'') {
        format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
    } else {
        format!("'{text}'")
    }
}
