//! `$skiptoken`: where a page ended, by the values that the rows are sorted by, and to which question it belongs.

use super::Query;
use crate::error::{Error, Result};
use crate::value::Value;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use percent_encoding::percent_decode_str;
use serde_json::{Value as Json, json};

/// What a token belongs to: the list that was read and what of it was asked for. With another list, filter or order
/// the place that a token names would mean something else.
pub(super) fn question(query: &Query, path: &str) -> String {
    let path = percent_decode_str(path).decode_utf8_lossy();
    let orders = query.orderby.iter().flat_map(|order| [order.path.as_str(), order.direction.word()]);
    let custom = query.custom.iter().flat_map(|(name, value)| [name.as_str(), value.as_str()]);
    let parts = [path.as_ref(), query.filter_text.as_str()].into_iter().chain(orders).chain(["&"]).chain(custom);
    let mut hash = Fnv::default();
    parts.for_each(|part| hash.text(part));
    format!("{:016x}", hash.0)
}

/// FNV-1a: the same in every process and version, which `std`'s hasher does not promise.
struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Fnv {
    fn bytes(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }

    /// With its length, so that no two lists of texts run into each other.
    fn text(&mut self, text: &str) {
        self.bytes(&(text.len() as u64).to_le_bytes());
        self.bytes(text.as_bytes());
    }
}

pub(super) fn write(question: &str, key: &[Value]) -> String {
    let value = |value: &Value| match value {
        Value::Null => Json::Null,
        Value::Bool(flag) => json!(flag),
        Value::Int(number) => json!(number),
        Value::Float(number) => json!(number),
        Value::Text(text) => json!(text),
        Value::Time(millis) => json!([millis]),
    };
    let values: Vec<Json> = key.iter().map(value).collect();
    URL_SAFE_NO_PAD.encode(json!([question, values]).to_string())
}

pub(super) fn read(token: &str, question: &str) -> Result<Vec<Value>> {
    let bad = || Error::option("$skiptoken", token, "it is not one that this service gave out for this question");
    let bytes = URL_SAFE_NO_PAD.decode(token).map_err(|_| bad())?;
    let (asked, values): (String, Vec<Json>) = serde_json::from_slice(&bytes).map_err(|_| bad())?;
    if asked != question {
        return Err(bad());
    }
    values.into_iter().map(value_of).collect::<Option<_>>().ok_or_else(bad)
}

fn value_of(json: Json) -> Option<Value> {
    Some(match json {
        Json::Null => Value::Null,
        Json::Bool(flag) => Value::Bool(flag),
        Json::Number(number) => match number.as_i64() {
            Some(number) => Value::Int(number),
            None => Value::Float(number.as_f64()?),
        },
        Json::String(text) => Value::Text(text),
        Json::Array(items) => Value::Time(items.first()?.as_i64()?),
        Json::Object(_) => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_value_comes_back_from_a_token() {
        let key = vec![
            Value::Null,
            Value::Bool(true),
            Value::Int(-3),
            Value::Float(1.5),
            Value::from("ü&="),
            Value::Time(1_777_881_600_000),
        ];
        assert_eq!(read(&write("q", &key), "q"), Ok(key));
    }

    #[test]
    fn a_token_of_another_question_is_refused() {
        let token = write("q", &[]);
        for (token, question) in [(token.as_str(), "p"), ("x", "q"), ("W10", "q"), ("e30", "q"), ("1000", "q")] {
            assert!(read(token, question).is_err(), "{token}");
        }
    }

    #[test]
    fn everything_that_changes_the_list_changes_the_question() {
        let of = |raw: &str, path: &str| question(&Query::v2(raw).unwrap(), path);
        let all = [
            of("", "/P"),
            of("", "/Q"),
            of("$filter=a eq 1", "/P"),
            of("$orderby=a", "/P"),
            of("$orderby=a desc", "/P"),
            of("a=1", "/P"),
            of("a=1&b=2", "/P"),
        ];
        for (at, one) in all.iter().enumerate() {
            assert!(!all[at + 1..].contains(one), "{at}");
        }
        let same = of("$filter=a+eq+1&$top=5&$skiptoken=x&$select=b&$format=json", "/P('%27')");
        assert_eq!(same, of("%24filter=a%20eq%201", "/P(''')"), "how it is encoded does not matter");
    }
}
