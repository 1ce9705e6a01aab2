//! Literals in URLs and in JSON.

use crate::value::Value;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// What may stand in a key predicate as it is.
const KEY: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~').remove(b'$');

/// A key in a URL: `'it''s'`, percent-encoded inside the quotes.
pub(super) fn key(value: &Value) -> String {
    match value {
        Value::Int(number) => number.to_string(),
        other => format!("'{}'", utf8_percent_encode(&text(other).replace('\'', "''"), KEY)),
    }
}

/// A value as plain text, for keys and for XML.
pub(super) fn text(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Bool(flag) => flag.to_string(),
        Value::Int(number) => number.to_string(),
        Value::Float(number) => number.to_string(),
        Value::Text(text) => text.clone(),
        Value::Time(millis) => crate::calendar::date_time(*millis),
    }
}

/// `/Date(1409529600000)/`.
#[must_use]
pub fn json_date(millis: i64) -> String {
    format!("/Date({millis})/")
}

/// Reads `/Date(1409529600000)/`, also with an offset in minutes, which changes how it is shown only.
#[must_use]
pub fn parse_json_date(text: &str) -> Option<i64> {
    let inner = text.strip_prefix("/Date(")?.strip_suffix(")/")?;
    let end = inner.char_indices().skip(1).find(|(_, c)| matches!(c, '+' | '-')).map_or(inner.len(), |(at, _)| at);
    inner[..end].parse().ok()
}
