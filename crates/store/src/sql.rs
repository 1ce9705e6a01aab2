//! What goes into a statement: its text, fixed at compile time, and its parameters.
//!
//! A text uses `$1 … $n` on both engines. Column kinds are BIGINT, TEXT, BOOLEAN and BLOB/BYTEA; so are parameters.

use bytes::BytesMut;
use rusqlite::types::{ToSqlOutput, ValueRef};
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

/// The parameters of a statement in the order of `$1 … $n`; made by [`p!`](crate::p).
#[derive(Debug, Clone, Default)]
pub struct Params<'a>(pub(crate) Vec<Value<'a>>);

impl<'a> From<Vec<Value<'a>>> for Params<'a> {
    fn from(values: Vec<Value<'a>>) -> Params<'a> {
        Params(values)
    }
}

/// Parameters of a statement: `p![id, name, Some(5)]`.
///
/// Takes `i64`, `bool`, `&str`, `String`, `&[u8]`, `Vec<u8>`, `Uuid` (kept as text), and an `Option` of each.
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
    /// TEXT.
    Text(Cow<'a, str>),
    /// BLOB or BYTEA.
    Bytes(Cow<'a, [u8]>),
}

/// `From` for a type and for an `Option` of it.
macro_rules! value_from {
    ($($type:ty => |$value:ident| $make:expr),* $(,)?) => {$(
        impl<'a> From<$type> for Value<'a> {
            fn from($value: $type) -> Value<'a> {
                $make
            }
        }
        impl<'a> From<Option<$type>> for Value<'a> {
            fn from(value: Option<$type>) -> Value<'a> {
                value.map_or(Value::Null, Value::from)
            }
        }
    )*};
}

value_from! {
    i64 => |value| Value::Int(value),
    i32 => |value| Value::Int(i64::from(value)),
    u32 => |value| Value::Int(i64::from(value)),
    bool => |value| Value::Bool(value),
    &'a str => |value| Value::Text(Cow::Borrowed(value)),
    &'a String => |value| Value::Text(Cow::Borrowed(value.as_str())),
    String => |value| Value::Text(Cow::Owned(value)),
    &'a [u8] => |value| Value::Bytes(Cow::Borrowed(value)),
    &'a Vec<u8> => |value| Value::Bytes(Cow::Borrowed(value.as_slice())),
    Vec<u8> => |value| Value::Bytes(Cow::Owned(value)),
    Uuid => |value| Value::Text(Cow::Owned(value.to_string())),
}

impl rusqlite::ToSql for Value<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Value::Null => ValueRef::Null,
            Value::Int(number) => ValueRef::Integer(*number),
            Value::Bool(flag) => ValueRef::Integer(i64::from(*flag)),
            Value::Text(text) => ValueRef::Text(text.as_bytes()),
            Value::Bytes(bytes) => ValueRef::Blob(bytes),
        }))
    }
}

impl ToSql for Value<'_> {
    fn to_sql(&self, ty: &Type, out: &mut BytesMut) -> Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        match (self, ty) {
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
