//! What people really write: one guess each, from the clear to the vague.

use super::line::{Line, in_quotes};
use super::lookalike::{NBSP, no_space_after_colon, no_space_after_dash, wrong_space};
use super::remedy::Broken;
use crate::diag::Diagnostic;

/// What may be wrong with one line.
pub(super) type Guess = fn(&Broken<'_>, Line<'_>) -> Option<Diagnostic>;

/// In the order of how clear they are, and whether what they suggest is surely meant.
pub(super) const GUESSES: &[(bool, Guess)] = &[
    (true, tab),
    (true, no_break_space),
    (true, curly_quotes),
    (false, after_quote),
    (true, backslash),
    (false, opening),
    (false, block_text),
    (false, list_beside_key),
    (true, colon_in_value),
    (true, wide_colon),
    (true, glued_colon),
    (true, glued_dash),
    (true, open_quote),
    (false, text_goes_on),
    (false, indentation),
    (false, short_line),
    (false, mixed),
    (false, no_colon),
];

fn tab(broken: &Broken<'_>, line: Line<'_>) -> Option<Diagnostic> {
    let here = &broken.text[broken.at..];
    let within = here.len() - here.trim_start_matches('\t').len();
    if within > 0 && broken.at > line.start {
        let end = broken.at + within;
        let finding = broken.say(broken.at, end, "YAML takes no tab here", "type a space in its place");
        return Some(broken.mend(finding, broken.at, end, " ".to_owned()));
    }
    let space = line.text.len() - line.text.trim_start().len();
    let tabs = line.text[..space].matches('\t').count();
    if tabs == 0 {
        return None;
    }
    let (start, end) = (line.start, line.start + space);
    let message = "this line is indented with a tab; YAML takes only spaces";
    let finding = broken.say(start, end, message, "indent with two spaces for each level");
    // Below a key with a value stands its sibling; below a key alone, what belongs to it.
    let spaces = match line.above(broken.text) {
        Some(above) if above.key().is_some() && !above.text.trim_end().ends_with(':') => {
            " ".repeat(above.body().start - above.start)
        }
        _ => line.text[..space].replace('\t', "  "),
    };
    Some(broken.mend(finding, start, end, spaces))
}

fn no_break_space(broken: &Broken<'_>, line: Line<'_>) -> Option<Diagnostic> {
    let body = line.body();
    let at = match line.text.trim_start_matches(' ') {
        rest if rest.starts_with(NBSP) => line.start + line.indent(),
        _ => body.start + wrong_space(body.text)?,
    };
    let count = broken.text[at..].chars().take_while(|c| *c == NBSP).count();
    let end = at + count * NBSP.len_utf8();
    let message = "the space here is a non-breaking one, which YAML takes as a letter";
    let finding = broken.say(at, end, message, "type an ordinary space in its place");
    Some(broken.mend(finding, at, end, " ".repeat(count)))
}

fn curly_quotes(broken: &Broken<'_>, line: Line<'_>) -> Option<Diagnostic> {
    let curly = |c: char| matches!(c, '“' | '”' | '„' | '‘' | '’' | '«' | '»' | '‚');
    let value = line.value();
    if !value.text.starts_with(curly) {
        return None;
    }
    let inside = value.text.trim_start_matches(curly).trim_end_matches(curly);
    let message = "curly quotes do not count as quotes in YAML";
    let finding = broken.say(value.start, value.end(), message, "use straight quotes: \" or '");
    Some(broken.mend(finding, value.start, value.end(), in_quotes(inside)))
}

fn after_quote(broken: &Broken<'_>, line: Line<'_>) -> Option<Diagnostic> {
    let value = line.value();
    let (quote, Some((_, after))) = value.quoted()? else { return None };
    if after.is_empty() || after.starts_with([':', ',', ']', '}']) {
        return None;
    }
    let start = value.end() - after.len();
    let message = "text stands after the closing quote";
    let help = "put quotes around the whole value; inside double quotes, write \\\" for a quote";
    let finding = broken.say(start, value.end(), message, help);
    // One pair of quotes that holds everything; a last quote of the same kind was meant as the closing one.
    let whole = match value.text.strip_suffix(quote) {
        Some(rest) => in_quotes(&rest[1..]),
        None => in_quotes(value.text),
    };
    Some(broken.mend(finding, value.start, value.end(), whole))
}

fn opening(broken: &Broken<'_>, line: Line<'_>) -> Option<Diagnostic> {
    let value = line.value();
    let first = value.text.chars().next()?;
    let reserved = match first {
        '@' | '`' | '%' | '&' | '*' | '!' | ',' | ']' | '}' => true,
        '[' => value.text.find(']').is_some_and(|at| at + 1 < value.text.len()),
        '{' => value.text.find('}').is_some_and(|at| at + 1 < value.text.len()),
        _ => false,
    };
    let message = match first {
        '`' => "a value that begins with a backtick needs quotes".to_owned(),
        _ => format!("a value that begins with `{first}` needs quotes"),
    };
    reserved.then(|| broken.quote(value, &message))
}

/// `key: > text`.
fn block_text(broken: &Broken<'_>, line: Line<'_>) -> Option<Diagnostic> {
    let value = line.value();
    let rest = value.text.strip_prefix(['|', '>'])?.trim_start_matches(['+', '-']).trim_start();
    if rest.is_empty() || rest.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let mark = &value.text[..1];
    let message = format!("the text after `{mark}` begins on the line below");
    let help = "begin the text on the next line, indented, or put quotes around the whole value";
    let finding = broken.say(value.start, value.end(), &message, help);
    let indent = " ".repeat(line.body().start - line.start + 2);
    Some(broken.mend(finding, value.start, value.end(), format!("{mark}\n{indent}{rest}")))
}

fn list_beside_key(broken: &Broken<'_>, line: Line<'_>) -> Option<Diagnostic> {
    let value = line.value();
    let key = line.key()?;
    if !value.text.starts_with("- ") || key.starts_with('-') {
        return None;
    }
    let help =
        "begin the list on the next line, or put quotes around the value if the dash belongs to the text";
    let finding = broken.say(value.start, value.end(), "a list cannot begin on the line of its key", help);
    let indent = " ".repeat(line.body().start - line.start + 2);
    Some(broken.mend(finding, value.start, value.end(), format!("\n{indent}{}", value.text)))
}

fn colon_in_value(broken: &Broken<'_>, line: Line<'_>) -> Option<Diagnostic> {
    line.key()?;
    let value = line.value();
    let has_colon = value.text.contains(": ") || value.text.ends_with(':');
    let plain = !value.text.starts_with(['"', '\'', '[', '{', '|', '>']);
    let message = "this value has a colon in it, which YAML reads as another key";
    (has_colon && plain).then(|| broken.quote(value, message))
}

fn glued_colon(broken: &Broken<'_>, line: Line<'_>) -> Option<Diagnostic> {
    let body = line.body();
    let at = body.start + no_space_after_colon(body.text)? + 1;
    let message = "there is no space after the colon";
    let finding = broken.say(body.start, at, message, "write `key: value`, with a space after the colon");
    Some(broken.mend(finding, at, at, " ".to_owned()))
}

fn glued_dash(broken: &Broken<'_>, line: Line<'_>) -> Option<Diagnostic> {
    let body = line.body();
    if !no_space_after_dash(body.text) {
        return None;
    }
    let at = body.start + 1;
    let message = "there is no space after the dash";
    let finding = broken.say(body.start, at, message, "write `- item`, with a space after the dash");
    Some(broken.mend(finding, at, at, " ".to_owned()))
}

/// A quote that this line, or one not far above, leaves open.
fn open_quote(broken: &Broken<'_>, line: Line<'_>) -> Option<Diagnostic> {
    let lines = std::iter::successors(Some(line), |line| line.above(broken.text)).take(20);
    let open = |line: Line<'_>| line.value().quoted().is_some_and(|(_, closed)| closed.is_none());
    let line = lines.into_iter().find(|line| open(*line))?;
    let finding = open_quote_at(broken, line.value().start, line);
    finding.suggestion.is_some().then_some(finding)
}

pub(super) fn open_quote_at(broken: &Broken<'_>, at: usize, line: Line<'_>) -> Diagnostic {
    let end = (line.start + line.text.trim_end().len()).max(at);
    let quote = broken.text[at..].chars().next().unwrap_or('"');
    let help = format!("write another {quote} where the text ends");
    let finding = broken.say(at, end, "the quote that opens here is not closed", &help);
    let closed = broken.mend(finding.clone(), end, end, quote.to_string());
    if broken.holds(&closed) { closed } else { finding }
}

/// `\p` in double quotes.
fn backslash(broken: &Broken<'_>, line: Line<'_>) -> Option<Diagnostic> {
    let value = line.value();
    let inside = value.text.strip_prefix('"')?.strip_suffix('"')?;
    if !broken.words.contains("escape") || inside.contains('\'') {
        return None;
    }
    let message = "a backslash in double quotes begins a code, and this one is unknown";
    let finding =
        broken.say(value.start, value.end(), message, "use single quotes, or write \\\\ for a backslash");
    Some(broken.mend(finding, value.start, value.end(), format!("'{inside}'")))
}

/// The colon of Chinese and Japanese keyboards.
fn wide_colon(broken: &Broken<'_>, line: Line<'_>) -> Option<Diagnostic> {
    let body = line.body();
    let at = body.start + body.text.find('：')?;
    let end = at + '：'.len_utf8();
    let finding = broken.say(
        at,
        end,
        "this wide colon does not count as a colon in YAML",
        "write `: `, a colon and a space",
    );
    Some(broken.mend(finding, at, end, ": ".to_owned()))
}

/// A text over several lines, one of which has a colon; or a line that lacks its own.
fn text_goes_on(broken: &Broken<'_>, line: Line<'_>) -> Option<Diagnostic> {
    let key = line.key()?;
    let above = line.above(broken.text)?;
    let is_bare = |line: Line<'_>| line.key().is_none() && !line.text.trim_start().starts_with("- ");
    let mut owner = above;
    while owner.indent() >= line.indent() && is_bare(owner) {
        owner = owner.above(broken.text)?;
    }
    owner.key()?;
    let value = owner.value();
    let has_value =
        owner.text.trim_end().len() > owner.body().start - owner.start && !owner.body().text.ends_with(':');
    if !has_value {
        let is_alone = is_bare(above) && above.indent() == line.indent();
        let body = above.body();
        let help = "write `key: value`";
        return is_alone.then(|| {
            broken.say(
                body.start,
                body.end(),
                "this line is neither a key with a value nor a list item",
                help,
            )
        });
    }
    let goes_on = line.indent() > owner.indent() && (key.contains(' ') || owner.start != above.start);
    if !goes_on || value.text.starts_with(['"', '\'', '|', '>', '[', '{']) {
        return None;
    }
    let end = owner.block_end(broken.text);
    let whole: Vec<&str> = broken.text[value.start..end].split_whitespace().collect();
    let message =
        "this text goes on over several lines and has a colon in it, which YAML reads as another key";
    let finding =
        broken.say(line.body().start, line.body().end(), message, "put quotes around the whole text");
    Some(broken.mend(finding, value.start, end, in_quotes(&whole.join(" "))))
}

/// List items and keys side by side.
fn mixed(broken: &Broken<'_>, line: Line<'_>) -> Option<Diagnostic> {
    let is_item = line.text.trim_start().starts_with("- ");
    let (message, help) = if broken.words.contains("expected '-' indicator") && !is_item {
        (
            "a key stands where a list item is expected",
            "indent it below the item that it belongs to, or begin it with `- `",
        )
    } else if broken.words.contains("expected key") && is_item {
        ("a list item stands where a key is expected", "indent the list below its key, or remove the dash")
    } else {
        return None;
    };
    let body = line.start + line.indent();
    Some(broken.say(body, line.start + line.text.trim_end().len(), message, help))
}

/// A line of a block text that is not indented as the others.
fn short_line(broken: &Broken<'_>, line: Line<'_>) -> Option<Diagnostic> {
    let above = line.above(broken.text)?;
    if line.text.contains(':') || line.text.trim().is_empty() || line.indent() >= above.indent() {
        return None;
    }
    let (start, end) = (line.start, line.start + line.indent());
    let message = "this line is indented less than the text that it belongs to";
    let help = "indent all lines of a text alike";
    let finding = broken.say(start, line.start + line.text.trim_end().len(), message, help);
    Some(broken.mend(finding, start, end, " ".repeat(above.indent())))
}

/// A list item or key that is a little out of line with the nearest one above it.
fn indentation(broken: &Broken<'_>, line: Line<'_>) -> Option<Diagnostic> {
    let is_item = |line: Line<'_>| line.text.trim_start().starts_with("- ");
    let indent = line.indent();
    let near = |above: &Line<'_>| {
        let alike = is_item(*above) == is_item(line) && (is_item(line) || above.key().is_some());
        alike && above.indent() != indent && above.indent().abs_diff(indent) <= 3
    };
    line.key().filter(|_| !is_item(line)).or_else(|| is_item(line).then_some(""))?;
    let lines = std::iter::successors(line.above(broken.text), |line| line.above(broken.text)).take(30);
    let wanted = lines.into_iter().find(near)?.indent();
    let message =
        format!("this line begins at column {}, the one it belongs to at column {}", indent + 1, wanted + 1);
    let help = "lines of one list or group begin at the same column; what belongs to a key stands two spaces further in";
    let finding = broken.say(line.start, line.start + line.text.trim_end().len(), &message, help);
    let (end, moved) = line.moved(broken.text, wanted);
    Some(broken.mend(finding, line.start, end, moved))
}

fn no_colon(broken: &Broken<'_>, line: Line<'_>) -> Option<Diagnostic> {
    let body = line.body();
    let expects = broken.words.contains("expected ':'");
    if !expects || body.text.is_empty() || body.text.contains(':') {
        return None;
    }
    let help = "write `key: value`; a text that goes on from the line above is indented further than its key";
    Some(broken.say(body.start, body.end(), "this line is neither a key with a value nor a list item", help))
}
