//! Plain values: strings, yes and no, numbers, dates and times.

use chrono::{NaiveDate, NaiveTime};

use crate::model::{Cx, Decode, Node, Value};

/// What stands under `extra:`, unread.
#[derive(Debug, Clone, Default)]
pub struct Extra(pub Option<Box<Node>>);

impl Decode for String {
    const TYPE: &'static str = "text";

    fn decode(node: &Node, cx: &mut Cx) -> Option<Self> {
        match &node.value {
            Value::Str(text) => Some(text.to_string()),
            Value::Null => {
                cx.wrong_type(node, "text", "write the text, or leave the key out");
                None
            }
            Value::Map(_) => {
                cx.wrong_type(node, "text", "a text with a colon in it needs quotes around it");
                None
            }
            _ => {
                cx.wrong_type(node, "text", "put quotes around it");
                None
            }
        }
    }
}

impl Decode for bool {
    const TYPE: &'static str = "yes or no";

    fn decode(node: &Node, cx: &mut Cx) -> Option<Self> {
        match &node.value {
            Value::Bool(yes) => Some(*yes),
            Value::Str(text) if matches!(&**text, "yes" | "Yes" | "YES") => Some(true),
            Value::Str(text) if matches!(&**text, "no" | "No" | "NO") => Some(false),
            _ => {
                cx.wrong_type(node, "yes or no", "write yes, no, true or false");
                None
            }
        }
    }
}

macro_rules! whole_numbers {
    ($($Type:ty, $name:literal);* $(;)?) => { $(
        impl Decode for $Type {
            const TYPE: &'static str = $name;

            fn decode(node: &Node, cx: &mut Cx) -> Option<Self> {
                if let Value::Int(n) = node.value && let Ok(n) = <$Type>::try_from(n) {
                    return Some(n);
                }
                cx.wrong_type(node, $name, "write plain digits, such as 8, without quotes or a unit");
                None
            }
        }
    )* };
}

whole_numbers! { u32, "a whole number, 0 or more"; i32, "a whole number"; i64, "a whole number" }

impl Decode for f64 {
    const TYPE: &'static str = "a number";

    fn decode(node: &Node, cx: &mut Cx) -> Option<Self> {
        match node.value {
            Value::Float(x) if x.is_finite() => Some(x),
            #[allow(clippy::cast_precision_loss)] // thresholds and weights, far below 2^52
            Value::Int(n) => Some(n as Self),
            _ => {
                cx.wrong_type(node, "a number", "write digits, with a point for the fraction: 0.75");
                None
            }
        }
    }
}

impl Decode for NaiveDate {
    const TYPE: &'static str = "a date, such as 2026-03-02";

    fn decode(node: &Node, cx: &mut Cx) -> Option<Self> {
        let text = node.as_str().unwrap_or_default();
        let shape = text.len() == 10 && text.split('-').map(str::len).eq([4, 2, 2]);
        let date = shape.then(|| Self::parse_from_str(text, "%Y-%m-%d").ok()).flatten();
        if date.is_none() {
            let written = node.scalar().unwrap_or_else(|| node.kind().to_owned());
            let message = if shape {
                format!("`{written}` is not a day of the calendar")
            } else {
                format!("`{written}` is not a date")
            };
            cx.bad_value(node, message, "write year-month-day with two digits for month and day: 2026-03-02");
        }
        date
    }
}

impl Decode for NaiveTime {
    const TYPE: &'static str = "a time of day, such as \"17:00\"";

    fn decode(node: &Node, cx: &mut Cx) -> Option<Self> {
        let text = node.as_str().unwrap_or_default();
        let shape = text.len() == 5 && text.as_bytes()[2] == b':';
        let time = shape.then(|| Self::parse_from_str(text, "%H:%M").ok()).flatten();
        if time.is_none() {
            let written = node.scalar().unwrap_or_else(|| node.kind().to_owned());
            cx.bad_value(
                node,
                format!("`{written}` is not a time of day"),
                "write it in quotes, from \"00:00\" to \"23:59\"",
            );
        }
        time
    }
}
