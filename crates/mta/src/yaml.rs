//! YAML within a budget: one document, no duplicate keys, and aliases that do not blow up.
//!
//! The parser bounds events and depth; the bytes that aliases multiply are counted here.

use std::cell::Cell;
use std::fmt;

use serde::de::{DeserializeSeed, Error as _, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};
use serde_saphyr::{Options, alias_limits, budget, options};

use crate::error::{Error, Result};

/// The longest document, and the most bytes of text in it once its aliases are expanded.
const DOCUMENT: usize = 1024 * 1024;
const NODES: usize = 200_000;
const DEPTH: usize = 64;

/// Reads the one document of the text. `document` says in errors which text it is.
pub(crate) fn read(bytes: &[u8], document: &'static str) -> Result<Value> {
    let wrong = |reason: String| Error::Yaml { document, reason };
    if bytes.len() > DOCUMENT {
        return Err(wrong(format!("it has {} bytes, at most {DOCUMENT} are allowed", bytes.len())));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| wrong(format!("it is not UTF-8: {error}")))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let parse = |options: Options| {
        let spent = Spent::default();
        let read = |de: serde_saphyr::Deserializer<'_, '_>| Node(&spent).deserialize(de);
        serde_saphyr::with_deserializer_from_str_with_options(text, options, read)
            .map_err(|error| wrong(error.to_string().trim().replace('\n', " ")))
    };
    let mut value = parse(bounded(true))?;
    take_words(&mut value, parse(bounded(false))?);
    Ok(value)
}

/// What the original's parser (YAML 1.1) takes for true and false beside those two words. `y` and `n` are not among
/// them.
const WORDS: [&str; 12] = ["yes", "Yes", "YES", "no", "No", "NO", "on", "On", "ON", "off", "Off", "OFF"];

/// A text that a lenient parser takes for something else was written without quotes; a number that it takes for a text
/// is one only since YAML 1.2.
fn take_words(value: &mut Value, lenient: Value) {
    match (&mut *value, lenient) {
        (Value::String(text), Value::Bool(_)) if WORDS.contains(&text.as_str()) => {
            *value = Value::Bool(["yes", "on"].contains(&text.to_ascii_lowercase().as_str()));
        }
        // As in YAML 1.1: `08` is no number, neither octal nor decimal.
        (Value::Number(number), Value::String(text)) if number.is_f64() => *value = Value::String(text),
        (Value::Array(items), Value::Array(lenient)) => {
            items.iter_mut().zip(lenient).for_each(|(value, lenient)| take_words(value, lenient));
        }
        (Value::Object(map), Value::Object(mut lenient)) => {
            for (key, value) in map {
                take_words(value, lenient.remove(key).unwrap_or_default());
            }
        }
        _ => {}
    }
}

fn bounded(strict: bool) -> Options {
    options! {
        budget: budget! {
            max_reader_input_bytes: Some(DOCUMENT),
            max_depth: DEPTH,
            flow_nesting_limit: DEPTH,
            max_documents: 1,
            max_nodes: NODES,
            max_total_scalar_bytes: DOCUMENT,
            max_merge_keys: 100,
        },
        alias_limits: alias_limits! { max_total_replayed_events: NODES },
        strict_booleans: strict,
        // As in YAML 1.1: `010` is eight.
        legacy_octal_numbers: true,
        leading_zero_numbers_as_strings: !strict,
        with_snippet: false,
    }
}

/// What the document cost so far, aliases expanded.
#[derive(Default)]
struct Spent {
    bytes: Cell<usize>,
    nodes: Cell<usize>,
}

impl Spent {
    fn text<E: serde::de::Error>(&self, length: usize) -> Result<(), E> {
        self.bytes.set(self.bytes.get() + length);
        self.nodes.set(self.nodes.get() + 1);
        if self.bytes.get() > DOCUMENT || self.nodes.get() > NODES {
            return Err(E::custom("its aliases expand to more than 1 MiB"));
        }
        Ok(())
    }
}

struct Node<'a>(&'a Spent);

impl<'de> DeserializeSeed<'de> for Node<'_> {
    type Value = Value;

    fn deserialize<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Node<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a scalar, a list or a map")
    }

    fn visit_bool<E: serde::de::Error>(self, value: bool) -> Result<Value, E> {
        self.0.text(1)?;
        Ok(Value::Bool(value))
    }

    fn visit_i64<E: serde::de::Error>(self, value: i64) -> Result<Value, E> {
        self.0.text(1)?;
        Ok(Value::from(value))
    }

    fn visit_u64<E: serde::de::Error>(self, value: u64) -> Result<Value, E> {
        self.0.text(1)?;
        Ok(Value::from(value))
    }

    fn visit_i128<E: serde::de::Error>(self, value: i128) -> Result<Value, E> {
        Err(E::custom(format!("the number {value} is too large; put it in quotes")))
    }

    fn visit_u128<E: serde::de::Error>(self, value: u128) -> Result<Value, E> {
        Err(E::custom(format!("the number {value} is too large; put it in quotes")))
    }

    fn visit_f64<E: serde::de::Error>(self, value: f64) -> Result<Value, E> {
        self.0.text(1)?;
        let number = serde_json::Number::from_f64(value);
        number.map(Value::Number).ok_or_else(|| E::custom("a number must be finite"))
    }

    fn visit_str<E: serde::de::Error>(self, value: &str) -> Result<Value, E> {
        self.0.text(value.len())?;
        Ok(Value::from(value))
    }

    fn visit_unit<E: serde::de::Error>(self) -> Result<Value, E> {
        self.0.text(1)?;
        Ok(Value::Null)
    }

    fn visit_none<E: serde::de::Error>(self) -> Result<Value, E> {
        self.visit_unit()
    }

    fn visit_some<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Value, A::Error> {
        self.0.text(0)?;
        let mut values = Vec::new();
        while let Some(value) = access.next_element_seed(Node(self.0))? {
            values.push(value);
        }
        Ok(Value::Array(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Value, A::Error> {
        self.0.text(0)?;
        let mut map = Map::new();
        while let Some(key) = access.next_key::<String>()? {
            self.0.text(key.len())?;
            let value = access.next_value_seed(Node(self.0))?;
            if map.insert(key.clone(), value).is_some() {
                return Err(A::Error::custom(format!("duplicate key `{key}`")));
            }
        }
        Ok(Value::Object(map))
    }
}

#[cfg(test)]
mod tests {

    use serde_json::json;

    use super::*;

    fn read_text(text: &str) -> Result<Value> {
        read(text.as_bytes(), "test")
    }

    #[test]
    fn scalars_keep_their_types() {
        let value = read_text("a: 1.0\nb: '1.0'\nc: true\nd:\ne: [1, x]\n80: y\nf: &x {g: h}\ni: *x\n").unwrap();
        let expected = json!({"a": 1.0, "b": "1.0", "c": true, "d": null, "e": [1, "x"], "80": "y",
            "f": {"g": "h"}, "i": {"g": "h"}});
        assert_eq!(value, expected);
    }

    #[test]
    fn words_for_true_and_false_are_those_of_the_original() {
        let value =
            read_text("a: [yes, Yes, ON, true]\nb: [no, NO, Off, false]\nc: ['yes', \"no\", y, n, yEs, noon]\n")
                .unwrap();
        let expected = json!({"a": [true, true, true, true], "b": [false, false, false, false],
            "c": ["yes", "no", "y", "n", "yEs", "noon"]});
        assert_eq!(value, expected);
        assert_eq!(read_text("on: off\nx: |\n  yes\n").unwrap(), json!({"on": false, "x": "yes\n"}));
        assert_eq!(read_text("a: &a on\nb: *a\n").unwrap(), json!({"a": true, "b": true}));
        assert_eq!(read_text("a: [010, 0x1F, 1_000, '010']\n").unwrap(), json!({"a": [8, 31, 1000, "010"]}));
        let odd = read_text("a: [08, 009, -08, 08.5, 8.0, 1e3, 0]\nb: &b 019\nc: *b\n").unwrap();
        assert_eq!(odd, json!({"a": ["08", "009", "-08", 8.5, 8.0, 1000.0, 0], "b": "019", "c": "019"}));
    }

    #[test]
    fn a_mark_of_the_encoding_and_tags_are_no_fault() {
        assert_eq!(read_text("\u{feff}a: 1\r\nb: !sensitive x\r\n").unwrap(), json!({"a": 1, "b": "x"}));
    }

    #[test]
    fn duplicates_second_documents_and_foreign_encodings_are_refused() {
        assert!(read_text("a: 1\na: 2\n").unwrap_err().to_string().contains("duplicate"));
        assert!(read_text("a: 1\n---\nb: 2\n").is_err());
        assert!(read(b"a: \xff\n", "test").unwrap_err().to_string().contains("UTF-8"));
        assert!(read_text(&format!("a: {}", "x".repeat(DOCUMENT))).is_err());
        assert!(read_text(&"[".repeat(100_000)).is_err());
    }

    #[test]
    fn alias_bombs_are_refused_without_being_expanded() {
        let mut laughs = String::from("a: &a [x, x, x, x, x, x, x, x, x, x]\n");
        for (next, last) in ('b'..='i').zip('a'..) {
            let references = vec![format!("*{last}"); 10].join(", ");
            laughs.push_str(&format!("{next}: &{next} [{references}]\n"));
        }
        let long = format!("a: &a {}\nb: [{}]\n", "x".repeat(100_000), vec!["*a"; 90].join(", "));
        // Expanded, they would fill the machine: that they end at all shows that they are not.
        for bomb in [laughs, long] {
            assert!(read_text(&bomb).is_err());
        }
    }
}
