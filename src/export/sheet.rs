//! The rules of a style sheet that a page needs: those whose classes, ids and elements stand on it.
//!
//! Leaves out what surely dresses nothing, and keeps what it does not understand.

use std::collections::HashSet;
use std::fmt::Write as _;

/// The sheet with the rules that can meet something in the page.
pub(super) fn reduced(css: &str, html: &str) -> String {
    let mut out = String::new();
    rules(css, &Used::of(html), &mut out);
    // Nothing in a style sheet may end its element.
    out.replace("</", "<\\/")
}

/// The names on a page: elements as they are, classes after a dot, ids after a `#`.
struct Used(HashSet<String>);

impl Used {
    fn of(html: &str) -> Self {
        let mut names = HashSet::new();
        for tag in html.split('<').skip(1) {
            let tag = tag.split('>').next().unwrap_or_default();
            let element = tag.split(|c: char| c.is_whitespace() || c == '/').next().unwrap_or_default();
            names.insert(element.to_ascii_lowercase());
            for (attribute, mark) in [(" class=\"", '.'), (" id=\"", '#')] {
                let value = tag.split(attribute).nth(1).and_then(|rest| rest.split('"').next());
                let each = value.unwrap_or_default().split_whitespace();
                names.extend(each.map(|name| format!("{mark}{name}")));
            }
        }
        Self(names)
    }

    /// Whether everything that a selector asks for by name is on the page; what stands in brackets or after a
    /// colon is not looked at.
    fn meets(&self, selector: &str) -> bool {
        let mut depth = 0_u32;
        let mut before = ' ';
        let mut rest = selector;
        while let Some(c) = rest.chars().next() {
            let is_name = c == '.' || c == '#' || (c.is_ascii_alphabetic() && before != ':');
            let skip = c == ':' && depth == 0;
            if depth == 0 && (is_name || skip) {
                let mark = usize::from(!c.is_ascii_alphabetic());
                let end = rest[mark..].find(|c: char| !is_word(c)).map_or(rest.len(), |at| at + mark);
                if is_name && !self.0.contains(&rest[..end]) {
                    return false;
                }
                // `::before` has two colons.
                (before, rest) = (c, &rest[end.max(1)..]);
                continue;
            }
            match c {
                '(' | '[' => depth += 1,
                ')' | ']' => depth = depth.saturating_sub(1),
                _ => {}
            }
            (before, rest) = (c, &rest[c.len_utf8()..]);
        }
        true
    }
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '-' || c == '_'
}

/// Copies the rules of a block that are needed, each on a line.
fn rules(css: &str, used: &Used, out: &mut String) {
    let mut rest = css;
    while let Some((head, body, after)) = next(rest) {
        rest = after;
        match (head, body) {
            // What is outside a block asks for other files.
            (_, None) => {}
            (head, Some(body)) if head.starts_with('@') => at_rule(head, body, used, out),
            (head, Some(body)) => {
                let needed: Vec<&str> =
                    split(head, ',').map(str::trim).filter(|selector| used.meets(selector)).collect();
                if !needed.is_empty() {
                    let _ = writeln!(out, "{} {{{body}}}", needed.join(", "));
                }
            }
        }
    }
}

fn at_rule(head: &str, body: &str, used: &Used, out: &mut String) {
    let word = head.split(|c: char| c.is_whitespace() || c == '(').next().unwrap_or_default();
    let mut inside = String::new();
    match word {
        "@media" | "@supports" | "@container" | "@layer" => rules(body, used, &mut inside),
        // Fonts lie in other files.
        "@font-face" => {}
        _ => inside.push_str(body),
    }
    if !inside.is_empty() {
        let _ = writeln!(out, "{head} {{{inside}}}");
    }
}

/// What stands before a block, the block, and what comes after; without a block, up to the `;`.
fn next(css: &str) -> Option<(&str, Option<&str>, &str)> {
    let css = skip_comments(css);
    if css.is_empty() {
        return None;
    }
    let at = find(css, |c, depth| depth == 0 && (c == ';' || c == '{'))?;
    let head = css[..at].trim();
    if css[at..].starts_with(';') {
        return Some((head, None, &css[at + 1..]));
    }
    let body = &css[at + 1..];
    let mut open = 0_u32;
    let end = find(body, |c, _| {
        let ends = c == '}' && open == 0;
        match c {
            '{' => open += 1,
            '}' => open = open.saturating_sub(1),
            _ => {}
        }
        ends
    })
    .unwrap_or(body.len());
    Some((head, Some(&body[..end]), body.get(end + 1..).unwrap_or_default()))
}

fn skip_comments(css: &str) -> &str {
    let mut css = css.trim_start();
    while let Some(rest) = css.strip_prefix("/*") {
        css = rest.split_once("*/").map_or("", |(_, after)| after).trim_start();
    }
    css
}

/// The parts between a mark that stands outside brackets.
fn split(text: &str, mark: char) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let at = find(text, |c, depth| depth == 0 && c == mark);
        rest = at.map(|at| &text[at + mark.len_utf8()..]);
        Some(&text[..at.unwrap_or(text.len())])
    })
}

/// The first place outside strings and comments where a character, in so many round and square brackets, fits.
fn find(css: &str, mut fits: impl FnMut(char, u32) -> bool) -> Option<usize> {
    let (mut depth, mut quote, mut at) = (0_u32, None, 0);
    while let Some(c) = css[at..].chars().next() {
        match (quote, c) {
            (Some(_), '\\') => at += css[at + 1..].chars().next().map_or(0, char::len_utf8),
            (Some(open), c) if c == open => quote = None,
            (None, '"' | '\'') => quote = Some(c),
            (None, '/') if css[at..].starts_with("/*") => {
                at += css[at..].find("*/").map_or(css.len() - at, |end| end + 2);
                continue;
            }
            (None, '(' | '[') => depth += 1,
            (None, ')' | ']') => depth = depth.saturating_sub(1),
            (None, c) if fits(c, depth) => return Some(at),
            (Some(_) | None, _) => {}
        }
        at += c.len_utf8();
        if at >= css.len() {
            return None;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::reduced;

    #[test]
    fn rules_that_dress_nothing_are_left_out() {
        const PAGE: &str = "<body class=\"page-x two\"><p id=\"a\">1 &lt; 2<svg></svg></p>";
        for (css, kept) in [
            ("p { color: red }", "p { color: red }\n"),
            ("h1 { color: red }", ""),
            (".two p, .three p { a: b }", ".two p { a: b }\n"),
            (
                ".two:not(.js, .x) > #a::before { content: \"}\" }",
                ".two:not(.js, .x) > #a::before { content: \"}\" }\n",
            ),
            ("#b, p:hover { a: b }", "p:hover { a: b }\n"),
            (":root[data-shade=dark] .two { a: b }", ":root[data-shade=dark] .two { a: b }\n"),
            ("* { a: b }", "* { a: b }\n"),
            ("@media print { /* .x */ .x { a: b } p { a: b } }", "@media print {p { a: b }\n}\n"),
            ("@media print { .x { a: b } }", ""),
            (
                "@page { margin: 1px; @bottom-right { a: b } }",
                "@page { margin: 1px; @bottom-right { a: b } }\n",
            ),
            ("@import \"x.css\"; p { a: b }", "p { a: b }\n"),
            ("@font-face { src: url(x.woff2) }", ""),
            (
                "p { background: url(\"data:image/svg+xml;a\") } /* end",
                "p { background: url(\"data:image/svg+xml;a\") }\n",
            ),
            ("p::after { content: \"</style>\" }", "p::after { content: \"<\\/style>\" }\n"),
            ("p {", "p {}\n"),
        ] {
            assert_eq!(reduced(css, PAGE), kept, "{css}");
        }
    }
}
