//! The figures to be right to, as tests read them: what is published, and what another program computed.

#![allow(clippy::unwrap_used)]

use serde_json::Value;

use super::Interval;

/// Published or widely checked figures, rounded as they were given.
pub const STATISTICS: &str = include_str!("../../../tests/data/statistics.json");
/// What `tests/oracles/estimates.py` computed, to twelve digits.
pub const ESTIMATES: &str = include_str!("../../../tests/data/estimates.json");

/// One case: its inputs and its expectations.
pub struct Case(Value);

/// All cases of one estimator; at least one.
pub fn cases(file: &str, estimator: &str) -> Vec<Case> {
    let all: Value = serde_json::from_str(file).unwrap();
    let cases = all[estimator].as_array().unwrap();
    assert!(!cases.is_empty(), "{estimator}");
    cases.iter().cloned().map(Case).collect()
}

/// A number of a file that must be a count.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
pub fn whole(number: f64) -> u32 {
    assert!(number >= 0.0 && number.fract() <= 0.0 && number <= f64::from(u32::MAX), "{number}");
    number as u32
}

impl Case {
    pub fn has(&self, key: &str) -> bool {
        !self.0[key].is_null()
    }

    pub fn is_null(&self) -> bool {
        self.0.is_null()
    }

    pub fn float(&self, key: &str) -> f64 {
        self.0[key].as_f64().unwrap()
    }

    pub fn count(&self, key: &str) -> u32 {
        whole(self.float(key))
    }

    pub fn numbers(&self, key: &str) -> Vec<f64> {
        self.0[key].as_array().unwrap().iter().map(|number| number.as_f64().unwrap()).collect()
    }

    pub fn pair(&self, key: &str) -> (u32, u32) {
        let numbers = self.numbers(key);
        assert_eq!(numbers.len(), 2);
        (whole(numbers[0]), whole(numbers[1]))
    }

    /// The days of a curve, with what holds on each.
    pub fn points(&self, key: &str) -> Vec<(u32, Case)> {
        let points = self.0[key].as_object().unwrap();
        points.iter().map(|(day, at)| (day.parse().unwrap(), Case(at.clone()))).collect()
    }

    /// The number found must be the one that stands under `key`.
    pub fn number(&self, found: f64, key: &str, same: &impl Fn(f64, f64) -> bool) {
        assert!(same(found, self.float(key)), "{key}: found {found} for {}", self.0);
    }

    /// Both ends of the interval found must be the two numbers under `key`.
    pub fn interval(&self, found: Interval, key: &str, same: &impl Fn(f64, f64) -> bool) {
        let expected = self.numbers(key);
        assert_eq!(expected.len(), 2);
        let good = same(found.low, expected[0]) && same(found.high, expected[1]);
        assert!(good, "{key}: found {found:?} for {}", self.0);
    }

    /// Equal to half a unit of the last of so many decimals.
    pub fn decimals(places: i32) -> impl Fn(f64, f64) -> bool {
        // The expectation is itself a binary fraction, hence a little more than half a unit.
        move |found, expected| (found - expected).abs() <= 0.5 * 10_f64.powi(-places) + 1e-12
    }

    /// Equal to half a unit of the last decimal of the expectation; for figures not all given to the same
    /// place.
    pub fn as_given(found: f64, expected: f64) -> bool {
        let text = expected.to_string();
        let places = text.split_once('.').map_or(0, |(_, decimals)| decimals.len());
        Self::decimals(i32::try_from(places).unwrap())(found, expected)
    }

    /// Equal to ten significant digits; 0 only to itself, but for the rounding of one addition.
    pub fn ten_digits(found: f64, expected: f64) -> bool {
        (found - expected).abs() <= 0.5e-10 * expected.abs() + 1e-15
    }
}
