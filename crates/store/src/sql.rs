//! What goes into a statement: its text, fixed at compile time, and its parameters.
//!
//! A text uses `$1 … $n` on both engines. Column kinds are BIGINT, TEXT, BOOLEAN and BLOB/BYTEA; so are parameters.

use bytes::BytesMut;
use rusqlite::types::{ToSqlOutput, ValueRef};
use serde::Serialize;
use std::borrow::Cow;
use tokio_postgres::types::{IsNull, ToSql, Type, to_sql_checked};
use uuid::Uuid;

/// The text of a statement. It is `'static`, so nothing a caller sends can become part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sql {
    /// One text for both engines. What a `&'static str` turns into.
    Same(&'static str),
    /// Two texts, where the engines differ. Built in [`crate::dialect`] only.
    Pair {
        /// The text for SQLite.
        sqlite: &'static str,
        /// The text for PostgreSQL.
        postgres: &'static str,
    },
}

/// The pattern of what holds a text, for `lower(column) like $n escape '!'`; empty for an empty text. What people look for
/// means itself: the signs that would mean more lose it. Both engines know the case of ASCII only.
pub(crate) fn holding(text: &str) -> String {
    let plain = text.to_ascii_lowercase().replace('!', "!!").replace('%', "!%").replace('_', "!_");
    if plain.is_empty() { plain } else { format!("%{plain}%") }
}

/// The number that a text is as a whole; one that nothing has, where it is none.
pub(crate) fn whole_number(text: &str) -> i64 {
    text.trim().parse().unwrap_or(-1)
}

impl Sql {
    pub(crate) const fn sqlite(self) -> &'static str {
        match self {
            Sql::Same(text) | Sql::Pair { sqlite: text, .. } => text,
        }
    }

    pub(crate) const fn postgres(self) -> &'static str {
        match self {
            Sql::Same(text) | Sql::Pair { postgres: text, .. } => text,
        }
    }
}

impl From<&'static str> for Sql {
    fn from(text: &'static str) -> Sql {
        Sql::Same(text)
    }
}

/// How long the parts are together.
#[must_use]
pub const fn length(parts: &[&str]) -> usize {
    let (mut sum, mut part) = (0, 0);
    while part < parts.len() {
        sum += parts[part].len();
        part += 1;
    }
    sum
}

/// The parts as one text, while compiling.
#[must_use]
pub const fn joined<const N: usize>(parts: &[&str]) -> [u8; N] {
    let mut text = [0; N];
    let (mut at, mut part) = (0, 0);
    while part < parts.len() {
        let (bytes, mut byte) = (parts[part].as_bytes(), 0);
        while byte < bytes.len() {
            text[at] = bytes[byte];
            (at, byte) = (at + 1, byte + 1);
        }
        part += 1;
    }
    text
}

/// What was put together of texts is one.
#[must_use]
pub const fn utf8(bytes: &[u8]) -> &str {
    match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(_) => panic!("the parts of a text are text"),
    }
}

/// How long [`places`] is.
#[must_use]
pub const fn places_length(columns: &str) -> usize {
    let (mut sum, mut place) = (0, 1);
    while place <= count(columns) {
        sum += 3 + if place > 9 { 2 } else { 1 };
        place += 1;
    }
    sum - 2
}

/// `$1, $2, …` for as many columns as this list has; they are fewer than 100.
#[must_use]
#[expect(clippy::cast_possible_truncation, reason = "digits")]
pub const fn places<const N: usize>() -> [u8; N] {
    let mut text = [b' '; N];
    let (mut at, mut place) = (0, 1);
    while at < N {
        text[at] = b'$';
        if place > 9 {
            at += 1;
            text[at] = b'0' + (place / 10) as u8;
        }
        text[at + 1] = b'0' + (place % 10) as u8;
        if at + 2 < N {
            text[at + 2] = b',';
        }
        (at, place) = (at + 4, place + 1);
    }
    text
}

const fn count(columns: &str) -> usize {
    let (bytes, mut at, mut count) = (columns.as_bytes(), 0, 1);
    while at < bytes.len() {
        count += (bytes[at] == b',') as usize;
        at += 1;
    }
    count
}

/// The parameters of a statement in the order of `$1 … $n`; made by [`p!`](crate::p).
#[derive(Debug, Clone, Default)]
pub struct Params<'a>(pub(crate) Vec<Value<'a>>);

impl<'a> Params<'a> {
    /// These, and one more.
    #[must_use]
    pub fn and(mut self, value: impl Into<Value<'a>>) -> Self {
        self.0.push(value.into());
        self
    }
}

impl<'a> From<Vec<Value<'a>>> for Params<'a> {
    fn from(values: Vec<Value<'a>>) -> Params<'a> {
        Params(values)
    }
}

/// Parameters of a statement: `p![id, name, Some(5)]`.
///
/// Takes `i64`, `bool`, `&str`, `String`, `&[u8]`, `Vec<u8>`, `Uuid` (kept as text), what `column.rs` lists (ids, words,
/// `Time`, and references to what is kept as JSON), and an `Option` of each.
#[macro_export]
macro_rules! p {
    () => { $crate::Params::default() };
    ($($value:expr),+ $(,)?) => { $crate::Params::from(vec![$($crate::Value::from($value)),+]) };
}

/// One parameter.
#[derive(Debug, Clone, PartialEq)]
pub enum Value<'a> {
    /// NULL of any kind.
    Null,
    /// BIGINT.
    Int(i64),
    /// BOOLEAN.
    Bool(bool),
    Text(Cow<'a, str>),
    /// BLOB or BYTEA.
    Bytes(Cow<'a, [u8]>),
    /// What cannot be written as JSON; its statement fails.
    Unwritable(String),
}

impl Value<'_> {
    /// TEXT: the JSON of this.
    pub fn json<T: Serialize + ?Sized>(value: &T) -> Self {
        serde_json::to_string(value).map_or_else(|error| Value::Unwritable(error.to_string()), Value::from)
    }
}

impl<'a, T> From<Option<T>> for Value<'a>
where
    Value<'a>: From<T>,
{
    fn from(value: Option<T>) -> Value<'a> {
        value.map_or(Value::Null, Value::from)
    }
}

/// What a field is written as: the other way of [`FromColumn`](crate::FromColumn).
pub trait ToColumn {
    /// The parameter.
    fn to_column(&self) -> Value<'_>;
}

impl<'a, T: ToColumn> From<&'a T> for Value<'a> {
    fn from(value: &'a T) -> Value<'a> {
        value.to_column()
    }
}

impl<T: ToColumn> ToColumn for Option<T> {
    fn to_column(&self) -> Value<'_> {
        self.as_ref().map_or(Value::Null, T::to_column)
    }
}

impl ToColumn for String {
    fn to_column(&self) -> Value<'_> {
        Value::from(self.as_str())
    }
}

impl ToColumn for Vec<u8> {
    fn to_column(&self) -> Value<'_> {
        Value::from(self.as_slice())
    }
}

macro_rules! copied {
    ($($kind:ty),*) => {$(
        impl ToColumn for $kind {
            fn to_column(&self) -> Value<'_> {
                Value::from(*self)
            }
        }
    )*};
}

copied!(i64, bool, Uuid);

impl From<i64> for Value<'_> {
    fn from(value: i64) -> Self {
        Value::Int(value)
    }
}

impl From<i32> for Value<'_> {
    fn from(value: i32) -> Self {
        Value::Int(i64::from(value))
    }
}

impl From<u32> for Value<'_> {
    fn from(value: u32) -> Self {
        Value::Int(i64::from(value))
    }
}

impl From<bool> for Value<'_> {
    fn from(value: bool) -> Self {
        Value::Bool(value)
    }
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(value: &'a str) -> Value<'a> {
        Value::Text(Cow::Borrowed(value))
    }
}

impl From<String> for Value<'_> {
    fn from(value: String) -> Self {
        Value::Text(Cow::Owned(value))
    }
}

impl<'a> From<&'a [u8]> for Value<'a> {
    fn from(value: &'a [u8]) -> Value<'a> {
        Value::Bytes(Cow::Borrowed(value))
    }
}

impl From<Vec<u8>> for Value<'_> {
    fn from(value: Vec<u8>) -> Self {
        Value::Bytes(Cow::Owned(value))
    }
}

impl From<Uuid> for Value<'_> {
    fn from(value: Uuid) -> Self {
        Value::Text(Cow::Owned(value.to_string()))
    }
}

impl rusqlite::ToSql for Value<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Value::Null => ValueRef::Null,
            Value::Int(number) => ValueRef::Integer(*number),
            Value::Bool(flag) => ValueRef::Integer(i64::from(*flag)),
            Value::Text(text) => ValueRef::Text(text.as_bytes()),
            Value::Bytes(bytes) => ValueRef::Blob(bytes),
            Value::Unwritable(why) => return Err(rusqlite::Error::ToSqlConversionFailure(why.as_str().into())),
        }))
    }
}

impl ToSql for Value<'_> {
    fn to_sql(&self, ty: &Type, out: &mut BytesMut) -> Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        match (self, ty) {
            (Value::Unwritable(why), _) => Err(why.as_str().into()),
            (Value::Null, _) => Ok(IsNull::Yes),
            (Value::Int(number), &Type::INT8) => number.to_sql(ty, out),
            (Value::Bool(flag), &Type::BOOL) => flag.to_sql(ty, out),
            (Value::Text(text), &Type::TEXT | &Type::VARCHAR | &Type::UNKNOWN) => text.as_ref().to_sql(ty, out),
            (Value::Bytes(bytes), &Type::BYTEA) => bytes.as_ref().to_sql(ty, out),
            // SQLite would take it and keep something else, so the mistake must not pass here either.
            _ => Err(format!("the statement wants a {ty}, the parameter is {self:?}").into()),
        }
    }

    // Which kinds go together is decided per value, above.
    fn accepts(_: &Type) -> bool {
        true
    }

    to_sql_checked!();
}
