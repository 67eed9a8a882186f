//! The accent colour: written as #rrggbb, and legible on the page's paper.

use super::{Ctx, Rule, field};
use crate::diag::{Code, Diagnostic, Severity};

/// The accent colour.
#[derive(Debug)]
pub struct Accent;

/// The paper of the default theme.
const PAPER: [u8; 3] = [0xfb, 0xfb, 0xf8];
/// What WCAG 2.2 asks of text (1.4.3, level AA).
const LEAST: f64 = 4.5;

impl Rule for Accent {
    fn codes(&self) -> &'static [&'static Code] {
        const { &[&ACCENT_COLOUR] }
    }

    fn check(&self, cx: &Ctx, found: &mut Vec<Diagnostic>) {
        let program = &cx.handbook.program;
        let Some(accent) = &program.accent else { return };
        let message = match rgb(accent) {
            None => format!("`{accent}` is not a colour as #rrggbb"),
            Some(colour) => {
                let ratio = contrast(colour, PAPER);
                if ratio >= LEAST {
                    return;
                }
                format!("`{accent}` has a contrast of {ratio:.1} on the paper; links need {LEAST} to be read")
            }
        };
        let place = field::value(cx, program.origin, &["accent"]);
        found.push(
            Diagnostic::new(&ACCENT_COLOUR, place, message)
                .help("a darker one, such as \"#0f4f73\", in quotes"),
        );
    }
}

fn rgb(text: &str) -> Option<[u8; 3]> {
    let digits =
        text.strip_prefix('#').filter(|d| d.len() == 6 && d.bytes().all(|b| b.is_ascii_hexdigit()))?;
    let part = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).ok();
    Some([part(0)?, part(2)?, part(4)?])
}

/// WCAG's contrast ratio, from 1 to 21.
fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
    let (a, b) = (luminance(one), luminance(other));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn luminance(colour: [u8; 3]) -> f64 {
    let [r, g, b] = colour.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

/// A colour that cannot be read, by the engine or by people.
pub static ACCENT_COLOUR: Code = Code {
    word: "accent-colour",
    severity: Severity::Error,
    says: "The accent colour is written as #rrggbb and has a contrast of at least 4.5 to 1 on the page's paper.",
    why: "Links wear it; with less contrast people with weak sight, or a phone in the sun, cannot find them (WCAG 2.2, 1.4.3).",
    example: "accent: \"#f2a900\"   # wrong: 1.9 to 1\naccent: \"#0f4f73\"   # right: 8.5 to 1",
    fix: "Darken the colour until the check is content. Quotes are needed: an unquoted # begins a comment.",
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrasts_of_the_standard() {
        let cases = [("#000000", 20.2), ("#0f4f73", 8.5), ("#777777", 4.3), ("#fbfbf8", 1.0)];
        for (colour, expected) in cases {
            let ratio = rgb(colour).map(|colour| contrast(colour, PAPER));
            assert!(ratio.is_some_and(|r| (r - expected).abs() < 0.1), "{colour}: {ratio:?}");
        }
        assert!(["blue", "#12345", "#12345g", "0f4f73"].iter().all(|text| rgb(text).is_none()));
    }
}
