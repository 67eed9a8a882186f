//! What a mail address and a phone number look like in running text.

use std::ops::Range;

/// The digits of a number.
pub(super) fn digits(number: &str) -> String {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    digits.strip_prefix("00").map(str::to_owned).unwrap_or(digits)
}

/// Places of mail addresses.
pub(super) fn mails(text: &str) -> impl Iterator<Item = Range<usize>> {
    text.match_indices('@').filter_map(|(at, _)| {
        let local = |c: char| c.is_alphanumeric() || "._%+-".contains(c);
        let start = text[..at]
            .rfind(|c| !local(c))
            .map_or(0, |i| i + text[i..].chars().next().map_or(1, char::len_utf8));
        let after = &text[at + 1..];
        let end =
            after.find(|c: char| !(c.is_alphanumeric() || matches!(c, '.' | '-'))).unwrap_or(after.len());
        let domain = after[..end].trim_end_matches(['.', '-']);
        let before = text[..start].chars().next_back();
        // `@name@server` is a handle, `//user@host` part of an address of the web.
        let stands_alone = !matches!(before, Some('@' | '/' | ':' | '='))
            || before == Some(':') && text[..start].ends_with("mailto:");
        let last = domain.rsplit_once('.').map(|(_, last)| last).unwrap_or_default();
        // `git@host` is how machines are written to.
        let is_mail = start < at
            && text[start..at] != *"git"
            && last.len() > 1
            && last.chars().all(char::is_alphabetic)
            && stands_alone;
        is_mail.then(|| start..at + 1 + domain.len())
    })
}

/// How people group the digits of a number without a country's code.
const GROUPS: &[&[usize]] =
    &[&[3, 3, 3], &[3, 3, 4], &[3, 2, 2, 2], &[2, 2, 2, 2, 2], &[4, 3, 3], &[5, 3, 3], &[5, 6]];

/// Places of phone numbers: with a country's code, or grouped as numbers are.
pub(super) fn phones(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut from = 0;
    std::iter::from_fn(move || {
        while let Some(start) =
            text[from..].find(|c: char| c.is_ascii_digit() || matches!(c, '+' | '(')).map(|i| from + i)
        {
            let end = run(text, start);
            from = end.max(start + 1);
            if is_phone(text, start, end) {
                return Some(start..end);
            }
        }
        None
    })
}

/// The end of digits and what may stand between them.
fn run(text: &str, start: usize) -> usize {
    let mut end = start;
    let mut gap = 0;
    for (i, c) in text[start..].char_indices() {
        match c {
            '0'..='9' => {
                end = start + i + 1;
                gap = 0;
            }
            '+' if i == 0 => end = start + 1,
            ' ' | '-' | '.' | '(' | ')' | '\u{a0}' | '/' if gap < 2 => gap += 1,
            _ => break,
        }
    }
    end
}

fn is_phone(text: &str, start: usize, end: usize) -> bool {
    let number = &text[start..end];
    let touches = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || "/=#_-+.:@&%".contains(c));
    let before = text[..start].chars().next_back();
    let after = text[end..].chars().next().filter(|c| *c != '.' && *c != ':');
    let count = number.bytes().filter(u8::is_ascii_digit).count();
    if touches(before) && before != Some(':') || touches(after) || !(8..=15).contains(&count) {
        return false;
    }
    let international =
        number.starts_with('+') || number.starts_with("00") && number.len() > 2 && !number.contains('-');
    let groups: Vec<&str> =
        number.split(|c: char| !c.is_ascii_digit()).filter(|group| !group.is_empty()).collect();
    let sizes: Vec<usize> = groups.iter().map(|group| group.len()).collect();
    // `100 000 000` is an amount.
    let amount = groups.last().is_some_and(|last| *last == "000");
    international || GROUPS.contains(&sizes.as_slice()) && !amount && !number.contains('/')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_told_from_what_looks_like_them() {
        let cases = [
            ("write to ana.lopez@uni.edu.", vec!["ana.lopez@uni.edu"]),
            ("mailto:a@b.co", vec!["a@b.co"]),
            ("@name, @name@server.social, a @ b.c, https://user@host.org/x", vec![]),
            ("ñandú@correo.es y otra: x@y.es", vec!["ñandú@correo.es", "x@y.es"]),
        ];
        for (text, expected) in cases {
            let found: Vec<&str> = mails(text).map(|at| &text[at]).collect();
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn numbers_are_told_from_dates_and_amounts() {
        let cases = [
            ("call +34 600 000 001 now", vec!["+34 600 000 001"]),
            ("call 600 123 456.", vec!["600 123 456"]),
            ("(555) 123-4567 or 91 234", vec!["(555) 123-4567"]),
            ("0034 600 123 456", vec!["0034 600 123 456"]),
            ("on 2020-09-07 16:00, 2019-2020, 12.05.2026", vec![]),
            (
                "100 000 000 people, 978-3-16-148410-0, 0000-0002-1825-0097, 10.1007/s11121-020-01200-9",
                vec![],
            ),
            ("issue #600123456, v1.2.3, 112", vec![]),
        ];
        for (text, expected) in cases {
            let found: Vec<&str> = phones(text).map(|at| &text[at]).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
