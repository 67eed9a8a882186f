//! One language of the site: its words, dates, numbers and lists.
//!
//! Words come from the theme's `strings/<language>.ftl`, all else from CLDR. The same input gives the same
//! text on every machine: no clock, no environment. This module must not know a page.

mod dates;
mod numbers;
mod words;

use chrono::{NaiveDate, NaiveTime};
use icu_list::{ListFormatter, options::ListFormatterOptions};
use icu_locale_core::Locale;

pub use fluent_bundle::FluentValue as Arg;

use crate::diag::Diagnostic;
use crate::theme::Theme;
use dates::Dates;
use words::Words;

/// How a date is written. The examples are English.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// "Wednesday 13 May 2026".
    Long,
    /// "Wednesday 13 May".
    LongDay,
    /// "13 May 2026".
    Medium,
    /// "13 May".
    Day,
    /// "Wed 13 May".
    Short,
    /// "Wednesday".
    Weekday,
    /// "May 2026".
    Month,
}

/// A language of the site, ready to write. Cheap to share between threads.
#[derive(Debug)]
pub struct Language {
    /// Its BCP 47 tag, as program.yaml has it.
    pub tag: String,
    /// `ltr` or `rtl`.
    pub dir: &'static str,
    words: Words,
    dates: Dates,
    numbers: numbers::Numbers,
    lists: Option<ListFormatter>,
}

impl Language {
    /// From the theme's strings. A tag that nobody knows writes dates and numbers as English does.
    pub fn load(theme: &Theme, tag: &str) -> (Self, Vec<Diagnostic>) {
        let mut found = Vec::new();
        let words = Words::load(theme, tag, &mut found);
        let locale = locale(tag);
        let options = ListFormatterOptions::default();
        let language = Self {
            tag: tag.to_owned(),
            dir: direction(&locale),
            words,
            dates: Dates::new(&locale),
            numbers: numbers::Numbers::new(&locale),
            lists: ListFormatter::try_new_and((&locale).into(), options).ok(),
        };
        (language, found)
    }

    /// A string of the interface with its arguments: `t("week", &[("week", 9.into())])`.
    /// A key that no layer has is written as it is, and reported by [`Language::missing`].
    pub fn t(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.words.write(key, args)
    }

    /// Whether a string exists, in this language or below it.
    pub fn has(&self, key: &str) -> bool {
        self.words.has(key)
    }

    /// What was asked for in vain since the language was loaded, each string once, in order.
    pub fn missing(&self) -> Vec<Diagnostic> {
        self.words.missing()
    }

    /// A date.
    pub fn date(&self, day: NaiveDate, style: Style) -> String {
        self.dates.write(day, style)
    }

    /// "3 to 21 August 2026", "2 March to 27 November 2026"; one day is written once.
    pub fn date_range(&self, from: NaiveDate, to: NaiveDate) -> String {
        self.dates.range(from, to, true, |from, to| self.between(from, to))
    }

    /// The same without the year, where it is clear: "27 April to 3 May".
    pub fn day_range(&self, from: NaiveDate, to: NaiveDate) -> String {
        self.dates.range(from, to, false, |from, to| self.between(from, to))
    }

    /// "12:30", or as the language has it: "12:30 PM".
    pub fn time(&self, at: NaiveTime) -> String {
        self.dates.time(at)
    }

    /// "12:30–13:30".
    pub fn time_range(&self, from: NaiveTime, to: NaiveTime) -> String {
        format!("{}–{}", self.dates.time(from), self.dates.time(to))
    }

    /// "a, b and c".
    pub fn list<S: AsRef<str>>(&self, items: &[S]) -> String {
        let items: Vec<&str> = items.iter().map(AsRef::as_ref).collect();
        match &self.lists {
            Some(lists) => lists.format(items.iter()).to_string(),
            None => items.join(", "),
        }
    }

    /// A number with the language's marks: "1,234.5".
    pub fn number(&self, value: f64) -> String {
        self.numbers.write(&value.to_string())
    }

    /// Tenths, with the mark always there: "3.0".
    pub fn tenths(&self, tenths: u32) -> String {
        self.numbers.write(&format!("{}.{}", tenths / 10, tenths % 10))
    }

    /// The language's own name, as far as the strings say it (`language-name`); else the tag.
    pub fn name(&self) -> String {
        if self.words.own("language-name") { self.t("language-name", &[]) } else { self.tag.clone() }
    }

    fn between(&self, from: &str, to: &str) -> String {
        if self.has("date-range") {
            self.t("date-range", &[("from", from.into()), ("to", to.into())])
        } else {
            format!("{from} – {to}")
        }
    }
}

/// The locale of a tag. Plain English reads as British: a handbook says "13 May", and the program's own
/// tag (`en-US`) says otherwise where it wants to.
fn locale(tag: &str) -> Locale {
    let tag = if tag == "en" { "en-GB" } else { tag };
    Locale::try_from_str(tag).unwrap_or(Locale::UNKNOWN)
}

/// By the script where the tag names one, else by the languages that are written from the right.
fn direction(locale: &Locale) -> &'static str {
    let id = &locale.id;
    let right = match id.script {
        Some(script) => matches!(script.as_str(), "Arab" | "Hebr" | "Thaa" | "Syrc" | "Nkoo" | "Adlm"),
        None => matches!(
            id.language.as_str(),
            "ar" | "he" | "iw" | "fa" | "ur" | "ps" | "sd" | "ug" | "yi" | "dv" | "ckb" | "syr" | "nqo"
        ),
    };
    if right { "rtl" } else { "ltr" }
}

#[cfg(test)]
mod tests;
