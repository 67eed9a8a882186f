//! Says in a coordinator's words why a file is not YAML, and how to mend what people really write.
//!
//! Each guess is one function. A guess that can be applied counts only if the file then reads further,
//! so a suggestion here is never a wrong one.

use super::codes::{SEVERAL_DOCUMENTS, YAML_ALIAS, YAML_SYNTAX};
use super::guard::too_deep;
use super::line::{Line, Written, in_quotes};
use super::lookalike::{NBSP, no_space_after_colon, no_space_after_dash, wrong_space};
use super::values;
use crate::diag::{Diagnostic, Edit, FileId, Place, Span};

/// A broken file, and where `serde_yaml` gave up.
struct Broken<'t> {
    file: FileId,
    text: &'t str,
    /// The byte at which reading stopped.
    at: usize,
    /// What was being read, where the reader says so: the start of a quote or bracket.
    context: Option<usize>,
    /// The reader's own words.
    words: String,
}

/// What may be wrong with one line.
type Guess = fn(&Broken<'_>, Line<'_>) -> Option<Diagnostic>;

/// In the order of how sure they are.
const GUESSES: &[Guess] = &[
    tab,
    no_break_space,
    curly_quotes,
    after_quote,
    opening,
    block_text,
    list_beside_key,
    colon_in_value,
    glued_colon,
    glued_dash,
    open_quote,
    indentation,
    no_colon,
];

/// The finding for an error of `serde_yaml`.
pub(super) fn explain(file: FileId, text: &str, error: &serde_yaml::Error) -> Diagnostic {
    let words = error.to_string();
    if words.contains("more than one document") {
        let message = "this file holds more than one YAML document";
        return Diagnostic::new(&SEVERAL_DOCUMENTS, Place::whole(file), message)
            .help("look for a line `---` or for text before the first key, and remove it");
    }
    if words.contains("repetition limit") {
        return Diagnostic::new(
            &YAML_ALIAS,
            Place::whole(file),
            "aliases repeat too many values in this file",
        )
        .help("write the values out where they are used");
    }
    let at = boundary(text, error.location().map_or(0, |l| l.index()));
    if words.contains("recursion limit") {
        return too_deep(Place::new(file, Span::new(at, at)));
    }
    let context = words.split_once(", while").and_then(|(_, context)| offset(text, context));
    let broken = Broken { file, text, at, context, words };
    broken.guess().unwrap_or_else(|| broken.fallback())
}

impl<'t> Broken<'t> {
    fn guess(&self) -> Option<Diagnostic> {
        let here = Line::at(
            self.text,
            if self.at >= self.text.trim_end().len() { self.text.trim_end().len() } else { self.at },
        );
        let mut lines: Vec<Line<'t>> = Vec::new();
        if self.words.contains("simple key") {
            lines.extend(self.context.map(|at| Line::at(self.text, at)));
        }
        lines.push(here);
        lines.extend(here.above(self.text));
        lines.extend(self.context.map(|at| Line::at(self.text, at)));
        // The unfinished quote or bracket that the reader names is surer than any look at the lines.
        let sure = self.named_quote();
        let guesses = lines.iter().flat_map(|line| GUESSES.iter().filter_map(|guess| guess(self, *line)));
        sure.into_iter().chain(guesses).find(|finding| self.holds(finding)).or_else(|| self.named_bracket())
    }

    /// Whether the file reads further with the suggestion applied.
    fn holds(&self, finding: &Diagnostic) -> bool {
        let Some(edit) = &finding.suggestion else { return true };
        let range = edit.place.span.range();
        let mended = format!("{}{}{}", &self.text[..range.start], edit.text, &self.text[range.end..]);
        match values::read(&mended) {
            Ok(_) => true,
            Err(error) => {
                let reached = self.text.len() - self.at;
                let left = mended.len().saturating_sub(error.location().map_or(0, |l| l.index()));
                left < reached && error.location().is_some()
            }
        }
    }

    fn say(&self, start: usize, end: usize, message: &str, help: &str) -> Diagnostic {
        let place = Place::new(self.file, Span::new(start, end.max(start)));
        Diagnostic::new(&YAML_SYNTAX, place, message).help(help)
    }

    fn mend(&self, finding: Diagnostic, start: usize, end: usize, text: String) -> Diagnostic {
        let place = Place::new(self.file, Span::new(start, end));
        Diagnostic { suggestion: Some(Edit { place, text }), ..finding }
    }

    fn quote(&self, value: Written<'_>, message: &str) -> Diagnostic {
        let finding = self.say(value.start, value.end(), message, "put quotes around the whole value");
        self.mend(finding, value.start, value.end(), in_quotes(value.text))
    }

    fn named_quote(&self) -> Option<Diagnostic> {
        let at = self
            .context
            .filter(|_| self.words.contains("quoted scalar") && self.words.contains("unexpected"))?;
        Some(open_quote_at(self, at, Line::at(self.text, at)))
    }

    fn named_bracket(&self) -> Option<Diagnostic> {
        let at = self.context.filter(|_| self.words.contains("flow"))?;
        let bracket = self.text[at..].chars().next().filter(|c| matches!(c, '[' | '{'))?;
        let message = format!("the bracket `{bracket}` that opens here is not closed as it should be");
        let help = "separate its items by commas, close it, and put quotes around items with : # [ ] { } or , in them";
        let mut finding = self.say(at, at + 1, &message, help);
        if Line::at(self.text, at).start != Line::at(self.text, self.at).start {
            let stop = Place::new(self.file, Span::new(self.at, self.at));
            finding = finding.also(stop, "reading stopped here");
        }
        Some(finding)
    }

    fn fallback(&self) -> Diagnostic {
        let line = Line::at(self.text, self.at);
        let end = self.at.max(line.start + line.text.trim_end().len());
        let reason = self.words.split(" at line ").next().unwrap_or_default();
        let message = format!("this cannot be read as YAML: {reason}");
        self.say(
            self.at,
            end,
            &message,
            "look at the indentation, the quotes and the colons of this line and the one above",
        )
    }
}

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
    let message = format!("a value that begins with `{first}` needs quotes");
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

fn open_quote_at(broken: &Broken<'_>, at: usize, line: Line<'_>) -> Diagnostic {
    let end = (line.start + line.text.trim_end().len()).max(at);
    let quote = broken.text[at..].chars().next().unwrap_or('"');
    let help = format!("write another {quote} where the text ends");
    let finding = broken.say(at, end, "the quote that opens here is not closed", &help);
    let closed = broken.mend(finding.clone(), end, end, quote.to_string());
    if broken.holds(&closed) { closed } else { finding }
}

fn indentation(broken: &Broken<'_>, line: Line<'_>) -> Option<Diagnostic> {
    let above = line.above(broken.text)?;
    let (indent, wanted) = (line.indent(), above.indent());
    let dash = line.text.trim_start().starts_with("- ") == above.text.trim_start().starts_with("- ");
    let is_key = line.key().is_some() && above.key().is_some();
    if indent == wanted || indent.abs_diff(wanted) > 3 || !(dash || is_key) {
        return None;
    }
    let message =
        format!("this line begins at column {}, the one above it at column {}", indent + 1, wanted + 1);
    let help = "lines of one list or group begin at the same column; what belongs to a key stands two spaces further in";
    let finding = broken.say(line.start, line.start + line.text.trim_end().len(), &message, help);
    Some(broken.mend(finding, line.start, line.start + indent, " ".repeat(wanted)))
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

/// The byte of "… at line 3 column 5", whose column counts characters.
fn offset(text: &str, words: &str) -> Option<usize> {
    let rest = words.split_once("at line ")?.1;
    let (line, column) = rest.split_once(" column ")?;
    let line: usize = line.parse().ok()?;
    let column: usize = column.trim_end_matches(|c: char| !c.is_ascii_digit()).parse().ok()?;
    let start = match line.checked_sub(2) {
        None => 0,
        Some(nth) => text.match_indices('\n').nth(nth)?.0 + 1,
    };
    let within = text[start..].char_indices().nth(column.checked_sub(1)?);
    Some(within.map_or(text.len(), |(at, _)| start + at))
}

fn boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
