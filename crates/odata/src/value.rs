//! Values of properties and literals, and how two of them compare.

use crate::calendar;
use std::cmp::Ordering;

/// A primitive value, as a row answers it and as a literal gives it.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// No value.
    Null,
    /// `Edm.Boolean`.
    Bool(bool),
    /// Any integer type.
    Int(i64),
    /// `Edm.Double`, `Edm.Decimal`.
    Float(f64),
    /// `Edm.String`, `Edm.Guid` (lower case).
    Text(String),
    /// `Edm.DateTime`, `Edm.DateTimeOffset`, `Edm.Date`: milliseconds since 1970 UTC.
    Time(i64),
}

impl Value {
    /// How two values compare; `None` when one is null or their types have no order between them. A text beside a
    /// time is read as one, because V4 writes times without a prefix and clients quote them.
    #[must_use]
    pub fn compare(&self, other: &Value) -> Option<Ordering> {
        match (self, other) {
            (Value::Bool(a), Value::Bool(b)) => Some(a.cmp(b)),
            (Value::Int(a), Value::Int(b)) => Some(a.cmp(b)),
            (Value::Text(a), Value::Text(b)) => Some(a.cmp(b)),
            (Value::Time(a), Value::Time(b)) => Some(a.cmp(b)),
            (Value::Time(a), Value::Text(b)) => Some(a.cmp(&calendar::millis_of(b)?)),
            (Value::Text(a), Value::Time(b)) => Some(calendar::millis_of(a)?.cmp(b)),
            _ => self.number()?.partial_cmp(&other.number()?),
        }
    }

    #[expect(clippy::cast_precision_loss, reason = "a double is what the comparison of an integer with one means")]
    fn number(&self) -> Option<f64> {
        match self {
            Value::Int(n) => Some(*n as f64),
            Value::Float(n) => Some(*n),
            _ => None,
        }
    }

    /// For sorting: null first, as OData orders ascending; values without an order between them stay as they are.
    #[must_use]
    pub fn order(&self, other: &Value) -> Ordering {
        match (self, other) {
            (Value::Null, Value::Null) => Ordering::Equal,
            (Value::Null, _) => Ordering::Less,
            (_, Value::Null) => Ordering::Greater,
            _ => self.compare(other).unwrap_or(Ordering::Equal),
        }
    }

    /// The text, when it is one.
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Value::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Value::Text(text)
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Value::Int(number)
    }
}

impl From<bool> for Value {
    fn from(flag: bool) -> Self {
        Value::Bool(flag)
    }
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Value::Null, Into::into)
    }
}
