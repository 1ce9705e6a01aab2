//! What clients send as a number or as text.

use serde::{Deserialize, Deserializer, Serialize, de};
use std::fmt;

/// An id as clients send it: a number, or the same in quotes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Number(pub i64);

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl de::Visitor<'_> for Visitor {
            type Value = Number;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a number, or a string that is one")
            }

            fn visit_i64<E: de::Error>(self, number: i64) -> Result<Number, E> {
                Ok(Number(number))
            }

            fn visit_u64<E: de::Error>(self, number: u64) -> Result<Number, E> {
                i64::try_from(number).map(Number).map_err(E::custom)
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Number, E> {
                text.trim().parse().map(Number).map_err(|_| E::invalid_value(de::Unexpected::Str(text), &self))
            }
        }
        from.deserialize_any(Visitor)
    }
}

/// The uri of an entry: a string; a number is taken for its decimal form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Uri(pub String);

impl<'de> Deserialize<'de> for Uri {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl de::Visitor<'_> for Visitor {
            type Value = Uri;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a string or a number")
            }

            fn visit_i64<E: de::Error>(self, number: i64) -> Result<Uri, E> {
                Ok(Uri(number.to_string()))
            }

            fn visit_u64<E: de::Error>(self, number: u64) -> Result<Uri, E> {
                Ok(Uri(number.to_string()))
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Uri, E> {
                Ok(Uri(text.to_owned()))
            }
        }
        from.deserialize_any(Visitor)
    }
}
