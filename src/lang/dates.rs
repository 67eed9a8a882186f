//! Dates and times by CLDR, with formatters made once per language.

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};
use icu_calendar::{Date, Gregorian};
use icu_datetime::fieldsets::{D, E, MD, MDE, T, YM, YMD, YMDE};
use icu_datetime::{FixedCalendarDateTimeFormatter, NoCalendarFormatter};
use icu_locale_core::Locale;

use super::Style;

type Formatter<F> = FixedCalendarDateTimeFormatter<Gregorian, F>;

/// Writes dates of one language. A formatter without data (it cannot be: they are compiled in) falls back to ISO.
pub(super) struct Dates {
    long: Option<Formatter<YMDE>>,
    long_day: Option<Formatter<MDE>>,
    medium: Option<Formatter<YMD>>,
    day: Option<Formatter<MD>>,
    short: Option<Formatter<MDE>>,
    weekday: Option<Formatter<E>>,
    month: Option<Formatter<YM>>,
    day_alone: Option<Formatter<D>>,
    time: Option<NoCalendarFormatter<T>>,
    /// Books in English outside the United States set no comma after the weekday; CLDR does.
    no_comma: bool,
}

impl std::fmt::Debug for Dates {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Dates")
    }
}

macro_rules! write {
    ($formatter:expr, $input:expr) => {
        $formatter.as_ref().map(|f| f.format($input).to_string())
    };
}

impl Dates {
    pub(super) fn new(locale: &Locale) -> Self {
        Self {
            long: Formatter::try_new(locale.into(), YMDE::long()).ok(),
            long_day: Formatter::try_new(locale.into(), MDE::long()).ok(),
            medium: Formatter::try_new(locale.into(), YMD::long()).ok(),
            day: Formatter::try_new(locale.into(), MD::long()).ok(),
            short: Formatter::try_new(locale.into(), MDE::medium()).ok(),
            weekday: Formatter::try_new(locale.into(), E::long()).ok(),
            month: Formatter::try_new(locale.into(), YM::long()).ok(),
            day_alone: Formatter::try_new(locale.into(), D::long()).ok(),
            time: NoCalendarFormatter::try_new(locale.into(), T::hm()).ok(),
            no_comma: locale.id.language.as_str() == "en"
                && locale.id.region.is_some_and(|region| region.as_str() != "US"),
        }
    }

    pub(super) fn write(&self, day: NaiveDate, style: Style) -> String {
        let text = gregorian(day).and_then(|date| match style {
            Style::Long => write!(self.long, &date),
            Style::LongDay => write!(self.long_day, &date),
            Style::Medium => write!(self.medium, &date),
            Style::Day => write!(self.day, &date),
            Style::Short => write!(self.short, &date),
            Style::Weekday => write!(self.weekday, &date),
            Style::Month => write!(self.month, &date),
        });
        match text {
            Some(text) if self.no_comma => text.replacen(", ", " ", 1),
            Some(text) => text,
            None => day.to_string(),
        }
    }

    /// What both ends share is said once, at the end, where the language puts it there: the year in
    /// most, the month where the day stands before it.
    pub(super) fn range(
        &self,
        from: NaiveDate,
        to: NaiveDate,
        year: bool,
        between: impl Fn(&str, &str) -> String,
    ) -> String {
        let full = if year || from.year() != to.year() { Style::Medium } else { Style::Day };
        let end = self.write(to, full);
        if from == to {
            return end;
        }
        let end_day = self.write(to, Style::Day);
        let year_last = end.starts_with(&end_day);
        if from.year() != to.year() || !year_last {
            return between(&self.write(from, full), &end);
        }
        let alone = |day| gregorian(day).and_then(|date| write!(self.day_alone, &date)).unwrap_or_default();
        if from.month() == to.month() && end_day.starts_with(&alone(to)) {
            return between(&alone(from), &end);
        }
        between(&self.write(from, Style::Day), &end)
    }

    pub(super) fn time(&self, at: NaiveTime) -> String {
        let part = |n: u32| u8::try_from(n).unwrap_or_default();
        let time = icu_datetime::input::Time::try_new(part(at.hour()), part(at.minute()), 0, 0).ok();
        time.and_then(|time| write!(self.time, &time)).unwrap_or_else(|| at.format("%H:%M").to_string())
    }
}

fn gregorian(day: NaiveDate) -> Option<Date<Gregorian>> {
    let part = |n: u32| u8::try_from(n).unwrap_or_default();
    Date::try_new_gregorian(day.year(), part(day.month()), part(day.day())).ok()
}
