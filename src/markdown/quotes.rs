//! Quotation marks, apostrophes, dashes and dots as a good press sets them.

/// The marks of a language: double and single, opening and closing.
fn marks(lang: &str) -> [&'static str; 4] {
    match lang.split('-').next().unwrap_or_default() {
        "de" | "cs" | "sk" | "bg" => ["„", "“", "‚", "‘"],
        "fr" => ["«\u{a0}", "\u{a0}»", "‹\u{a0}", "\u{a0}›"],
        "it" | "ru" | "uk" | "el" => ["«", "»", "“", "”"],
        "pl" | "ro" | "hu" => ["„", "”", "‚", "’"],
        _ => ["“", "”", "‘", "’"],
    }
}

/// Passes a text on, part by part, with its straight marks set. `before` is the character before it.
pub(super) fn set(text: &str, lang: &str, before: char, emit: &mut dyn FnMut(&str)) {
    let marks = marks(lang);
    let (mut done, mut at) = (0, 0);
    while let Some(found) = text.as_bytes()[at..].iter().position(|b| matches!(b, b'"' | b'\'' | b'-' | b'.'))
    {
        at += found;
        let byte = text.as_bytes()[at];
        let run = text.as_bytes()[at..].iter().take_while(|b| **b == byte).count();
        let last = text[..at].chars().next_back().unwrap_or(before);
        let (mark, len) = match byte {
            b'-' => (dash(last, text[at + run..].chars().next(), run), run),
            b'.' => (if run == 3 { "…" } else { "" }, run),
            mark => (quote(mark == b'"', last, text[at + 1..].chars().next(), marks), 1),
        };
        if !mark.is_empty() {
            emit(&text[done..at]);
            emit(mark);
            done = at + len;
        }
        at += len;
    }
    emit(&text[done..]);
}

fn quote(
    double: bool,
    before: char,
    after: Option<char>,
    [open, close, inner_open, inner_close]: [&'static str; 4],
) -> &'static str {
    let free = before.is_whitespace() || "([{\"'“‘«—–-/¿¡".contains(before);
    // At the end of a text, emphasis or a link comes next. A number cut short ('90s) takes an apostrophe.
    let opens = free
        && after.is_none_or(|c| {
            !c.is_whitespace() && !")]}.,;:!?".contains(c) && (double || !c.is_ascii_digit())
        });
    match (double, opens) {
        (true, true) => open,
        (true, false) => close,
        (false, true) => inner_open,
        // Within a word it is an apostrophe, in every language.
        (false, false) if before.is_alphanumeric() && after.is_some_and(char::is_alphanumeric) => "’",
        (false, false) if !before.is_whitespace() => inner_close,
        (false, false) => "’",
    }
}

/// `--` and `---` between words or spaces; `--data` stays what it is.
fn dash(before: char, after: Option<char>, run: usize) -> &'static str {
    let apart = before.is_whitespace() == after.is_none_or(char::is_whitespace);
    match run {
        2 if apart => "–",
        3 if apart => "—",
        _ => "",
    }
}

/// A text from a YAML file with its marks set, not escaped: titles and questions beside guides.
pub fn curl(text: &str, lang: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    set(text, lang, ' ', &mut |part| out.push_str(part));
    out
}
