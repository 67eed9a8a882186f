//! Colours: reading `#rrggbb`, contrast as WCAG 2 defines it, and the shades made from one accent.

use std::fmt::Write as _;

/// A colour without transparency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour {
    /// Red, green, blue.
    pub rgb: [u8; 3],
}

/// The default theme's paper, by light and by dark: what an accent is read on.
const PAPER: Colour = Colour { rgb: [0xfb, 0xfb, 0xf8] };
const NIGHT: Colour = Colour { rgb: [0x14, 0x18, 0x1a] };
/// Links on the dark paper keep at least this contrast.
const ENOUGH: f64 = 7.0;

impl Colour {
    /// From `#rrggbb`.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#')?;
        if digits.len() != 6 || !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
            return None;
        }
        let number = u32::from_str_radix(digits, 16).ok()?;
        let [_, red, green, blue] = number.to_be_bytes();
        Some(Self { rgb: [red, green, blue] })
    }

    /// This colour with a share (0 to 1) of another.
    fn mix(self, other: Self, share: f64) -> Self {
        let part = |i: usize| {
            let mixed = f64::from(self.rgb[i]) * (1.0 - share) + f64::from(other.rgb[i]) * share;
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // between two bytes
            let byte = mixed.round() as u8;
            byte
        };
        Self { rgb: [part(0), part(1), part(2)] }
    }

    /// The same hue, light enough to be read on the dark paper.
    #[must_use]
    pub fn on_dark(self) -> Self {
        let white = Self { rgb: [255; 3] };
        let steps = (0..=20).map(|step| self.mix(white, f64::from(step) / 20.0));
        steps.into_iter().find(|c| contrast(*c, NIGHT) >= ENOUGH).unwrap_or(white)
    }

    fn luminance(self) -> f64 {
        let linear = |byte: u8| {
            let part = f64::from(byte) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        let [red, green, blue] = self.rgb.map(linear);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
}

impl std::fmt::Display for Colour {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let [red, green, blue] = self.rgb;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

/// The contrast of two colours: 1 (the same) to 21 (black on white). From WCAG 2.2, "contrast ratio".
pub fn contrast(a: Colour, b: Colour) -> f64 {
    let (a, b) = (a.luminance(), b.luminance());
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// The rules that give a style sheet its accent.
pub(super) fn rules(light: Colour, dark: Colour) -> String {
    let (wash_light, wash_dark) = (PAPER.mix(light, 0.1), NIGHT.mix(dark, 0.2));
    let mut css = String::new();
    let _ = writeln!(
        css,
        "\n:root {{ --accent-light: {light}; --wash-light: {wash_light}; --accent-dark: {dark}; --wash-dark: {wash_dark}; }}"
    );
    css
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn reads_only_six_digits() {
        for (text, good) in
            [("#0f4f73", true), ("#FFF", false), ("0f4f73", false), ("#0f4f7g", false), ("#é123", false)]
        {
            assert_eq!(Colour::parse(text).is_some(), good, "{text}");
        }
        assert_eq!(Colour::parse("#0F4f73").unwrap().to_string(), "#0f4f73");
    }

    #[test]
    fn black_on_white_is_21_and_every_accent_can_be_read_in_the_dark() {
        let parse = |text| Colour::parse(text).unwrap();
        assert!((contrast(parse("#000000"), parse("#ffffff")) - 21.0).abs() < 1e-9);
        for accent in ["#000000", "#0f4f73", "#7a0000", "#ffffff", "#0000ff"] {
            assert!(contrast(parse(accent).on_dark(), NIGHT) >= ENOUGH, "{accent}");
        }
    }
}
