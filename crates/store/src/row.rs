//! What comes out of a statement: rows, read by position.
//!
//! A row type is declared with [`record!`](crate::record); its fields are the columns in the order of the `select`.
//! Debug builds also compare their names, so a test finds two columns of one kind that were swapped.

use crate::error::{Error, Result};
use crate::sql::Params;
use rusqlite::types::ValueRef;
use std::fmt;
use tokio_postgres::types::{FromSql, Type};
use uuid::Uuid;

/// One row, while it is being read.
#[derive(Debug)]
pub struct Row<'a>(pub(crate) Raw<'a>);

#[derive(Debug)]
pub(crate) enum Raw<'a> {
    Sqlite(&'a rusqlite::Row<'a>),
    Postgres(&'a tokio_postgres::Row),
}

impl Row<'_> {
    /// The value of a column, counted from 0.
    pub fn get<T: FromColumn>(&self, column: usize) -> Result<T> {
        T::from_column(self, column)
    }

    /// The text of a column where it lies, or nothing for NULL.
    pub(crate) fn text(&self, column: usize) -> Result<Option<&str>> {
        match self.0 {
            Raw::Sqlite(row) => match Row::sqlite(row, column)? {
                ValueRef::Null => Ok(None),
                ValueRef::Text(text) => std::str::from_utf8(text).map(Some).map_err(Error::other),
                other => mismatch(column, "text", other),
            },
            Raw::Postgres(row) => Row::postgres(row, column),
        }
    }

    /// Fails unless the columns are these: always by number, in debug builds also by name.
    pub fn expect_columns(&self, names: &[&str]) -> Result<()> {
        if self.len() != names.len() {
            return Err(Error::other(format!(
                "the row has {} columns, {} are read: {names:?}",
                self.len(),
                names.len()
            )));
        }
        if cfg!(debug_assertions) {
            for (column, name) in names.iter().enumerate() {
                let found = self.name(column)?;
                if found != name.trim_start_matches("r#") {
                    return Err(Error::other(format!("column {column} is '{found}', read as '{name}'")));
                }
            }
        }
        Ok(())
    }

    /// What is in the column cannot be.
    pub(crate) fn corrupt(&self, column: usize, why: impl fmt::Display) -> Error {
        let id = self.get::<i64>(0).map(|id| id.to_string()).or_else(|_| self.get::<String>(0));
        let name = self.name(column).unwrap_or_default();
        Error::corrupt("an answer", id.unwrap_or_default(), format_args!("{name}: {why}"))
    }

    fn len(&self) -> usize {
        match self.0 {
            Raw::Sqlite(row) => row.as_ref().column_count(),
            Raw::Postgres(row) => row.len(),
        }
    }

    fn name(&self, column: usize) -> Result<&str> {
        match self.0 {
            Raw::Sqlite(row) => row.as_ref().column_name(column).map_err(Error::other),
            Raw::Postgres(row) => Ok(row.columns()[column].name()),
        }
    }

    fn sqlite<'r>(row: &'r rusqlite::Row<'_>, column: usize) -> Result<ValueRef<'r>> {
        row.get_ref(column).map_err(Error::other)
    }

    fn postgres<'r, T: FromSql<'r>>(row: &'r tokio_postgres::Row, column: usize) -> Result<T> {
        row.try_get(column).map_err(Error::other)
    }
}

fn mismatch<T>(column: usize, wanted: &str, found: ValueRef<'_>) -> Result<T> {
    Err(Error::other(format!("column {column} is {}, read as {wanted}", found.data_type())))
}

/// A type that one column is read into.
pub trait FromColumn: Sized + Send {
    /// Reads the column, counted from 0.
    fn from_column(row: &Row<'_>, column: usize) -> Result<Self>;
}

impl FromColumn for i64 {
    fn from_column(row: &Row<'_>, column: usize) -> Result<i64> {
        match row.0 {
            Raw::Sqlite(row) => match Row::sqlite(row, column)? {
                ValueRef::Integer(number) => Ok(number),
                other => mismatch(column, "a number", other),
            },
            // A literal in a select is an int4.
            Raw::Postgres(row) if is_type(row, column, &Type::INT4) => Row::postgres::<i32>(row, column).map(i64::from),
            Raw::Postgres(row) => Row::postgres(row, column),
        }
    }
}

fn is_type(row: &tokio_postgres::Row, column: usize, ty: &Type) -> bool {
    row.columns().get(column).is_some_and(|c| c.type_() == ty)
}

impl FromColumn for bool {
    fn from_column(row: &Row<'_>, column: usize) -> Result<bool> {
        match row.0 {
            Raw::Sqlite(row) => match Row::sqlite(row, column)? {
                ValueRef::Integer(number) => Ok(number != 0),
                other => mismatch(column, "a truth value", other),
            },
            Raw::Postgres(row) => Row::postgres(row, column),
        }
    }
}

impl FromColumn for String {
    fn from_column(row: &Row<'_>, column: usize) -> Result<String> {
        match row.0 {
            Raw::Sqlite(row) => match Row::sqlite(row, column)? {
                ValueRef::Text(text) => String::from_utf8(text.to_vec()).map_err(Error::other),
                other => mismatch(column, "text", other),
            },
            Raw::Postgres(row) => Row::postgres(row, column),
        }
    }
}

impl FromColumn for Vec<u8> {
    fn from_column(row: &Row<'_>, column: usize) -> Result<Vec<u8>> {
        match row.0 {
            Raw::Sqlite(row) => match Row::sqlite(row, column)? {
                ValueRef::Blob(bytes) => Ok(bytes.to_vec()),
                other => mismatch(column, "bytes", other),
            },
            Raw::Postgres(row) => Row::postgres(row, column),
        }
    }
}

impl FromColumn for Uuid {
    fn from_column(row: &Row<'_>, column: usize) -> Result<Uuid> {
        let text: String = row.get(column)?;
        Uuid::parse_str(&text).map_err(|_| row.corrupt(column, format_args!("'{text}' is no UUID")))
    }
}

impl<T: FromColumn> FromColumn for Option<T> {
    fn from_column(row: &Row<'_>, column: usize) -> Result<Option<T>> {
        let null = match row.0 {
            Raw::Sqlite(row) => matches!(Row::sqlite(row, column)?, ValueRef::Null),
            Raw::Postgres(row) => Row::postgres::<Option<Anything>>(row, column)?.is_none(),
        };
        if null { Ok(None) } else { T::from_column(row, column).map(Some) }
    }
}

/// Only there to be told apart from NULL.
struct Anything;

impl FromSql<'_> for Anything {
    fn from_sql(_: &Type, _: &[u8]) -> Result<Anything, Box<dyn std::error::Error + Sync + Send>> {
        Ok(Anything)
    }

    fn accepts(_: &Type) -> bool {
        true
    }
}

/// A type that a whole row is read into: a [`record!`](crate::record), a single column, or a tuple of up to six.
pub trait FromRow: Sized + Send {
    /// Reads the row.
    fn from_row(row: &Row<'_>) -> Result<Self>;
}

impl<T: FromColumn> FromRow for T {
    fn from_row(row: &Row<'_>) -> Result<T> {
        row.get(0)
    }
}

impl<A: FromColumn, B: FromColumn> FromRow for (A, B) {
    fn from_row(row: &Row<'_>) -> Result<Self> {
        Ok((row.get(0)?, row.get(1)?))
    }
}

impl<A: FromColumn, B: FromColumn, C: FromColumn> FromRow for (A, B, C) {
    fn from_row(row: &Row<'_>) -> Result<Self> {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?))
    }
}

impl<A: FromColumn, B: FromColumn, C: FromColumn, D: FromColumn> FromRow for (A, B, C, D) {
    fn from_row(row: &Row<'_>) -> Result<Self> {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
    }
}

impl<A: FromColumn, B: FromColumn, C: FromColumn, D: FromColumn, E: FromColumn> FromRow for (A, B, C, D, E) {
    fn from_row(row: &Row<'_>) -> Result<Self> {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?))
    }
}

impl<A: FromColumn, B: FromColumn, C: FromColumn, D: FromColumn, E: FromColumn, F: FromColumn> FromRow
    for (A, B, C, D, E, F)
{
    fn from_row(row: &Row<'_>) -> Result<Self> {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?, row.get(5)?))
    }
}

/// A row of one table.
pub trait Record: FromRow {
    /// The table.
    const TABLE: &'static str;
    /// Its columns, as a `select` and an `insert` list them.
    const COLUMNS: &'static str;

    /// The fields as parameters, in the order of the columns: what [`insert!`](crate::insert) begins with.
    fn params(&self) -> Params<'_>;
}

/// Declares a row: `record! { struct NodeRow { id: i64, name: String, description: Option<String> } }`.
///
/// The fields are the columns of the statement, in its order and by its names (`count(*) as open`).
///
/// `struct Node of "node" { … }` also says of which table, for [`select!`](crate::select), [`insert!`](crate::insert)
/// and for what is corrupt.
#[macro_export]
macro_rules! record {
    ($(#[$meta:meta])* $vis:vis struct $name:ident $(of $table:literal)? {
        $($(#[$field_meta:meta])* $field_vis:vis $field:ident : $type:ty),* $(,)?
    }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        $vis struct $name { $($(#[$field_meta])* $field_vis $field: $type),* }

        $crate::row_of!($name { $($field: $type),* } $($table)?);
    };
}

/// Says that a struct is read from a row, as [`record!`](crate::record) does for those it declares: for an entity of
/// `model` that is stored as it is.
#[macro_export]
macro_rules! row_of {
    ($name:ident { $($field:ident : $type:ty),* $(,)? } $($table:literal)?) => {
        impl $crate::FromRow for $name {
            fn from_row(row: &$crate::Row<'_>) -> $crate::Result<Self> {
                row.expect_columns(&[$(stringify!($field)),*])?;
                let mut column = 0..;
                let read = (|| Ok($name { $($field: row.get::<$type>(column.next().unwrap_or_default())?),* }))();
                $(let read = read.map_err(|error: $crate::Error| error.of_table($table));)?
                read
            }
        }

        $crate::table_of!($name [$($field),*] $($table)?);
    };
}

/// Says which table a record is of, if it is of one.
#[macro_export]
macro_rules! table_of {
    ($name:ident [$($field:ident),*]) => {};
    ($name:ident [$first:ident $(, $other:ident)*] $table:literal) => {
        impl $crate::row::Record for $name {
            const TABLE: &'static str = $table;
            const COLUMNS: &'static str = concat!(stringify!($first) $(, ", ", stringify!($other))*);

            fn params(&self) -> $crate::Params<'_> {
                $crate::p![&self.$first $(, &self.$other)*]
            }
        }
    };
}

/// `select!(Node, "where id = $1")`: the columns of a [`Record`] out of its table, as one `&'static str`.
#[macro_export]
macro_rules! select {
    ($record:ty, $rest:literal) => {{
        use $crate::row::Record;
        $crate::text!("select ", <$record>::COLUMNS, " from ", <$record>::TABLE, " ", $rest)
    }};
}

/// `insert!(Node)`: what adds a [`Record`] to its table, with its [`params`](Record::params).
///
/// Columns that the record does not have come behind its own (`insert!(Node and "tail, rev")`), their parameters by
/// [`Params::and`]; then whatever the statement goes on with (`insert!(Node, "on conflict do nothing")`).
#[macro_export]
macro_rules! insert {
    ($record:ident $(and $more:literal)? $(, $rest:literal)?) => {{
        use $crate::row::Record;
        const COLUMNS: &str = $crate::text!(<$record>::COLUMNS $(, ", ", $more)?);
        const PLACES: [u8; $crate::sql::places_length(COLUMNS)] = $crate::sql::places();
        $crate::text!(
            "insert into ",
            <$record>::TABLE,
            " (",
            COLUMNS,
            ") values (",
            $crate::sql::utf8(&PLACES),
            ")"
            $(, " ", $rest)?
        )
    }};
}

/// Parts that are known while compiling, as one `&'static str`.
#[macro_export]
macro_rules! text {
    ($($part:expr),+) => {{
        const PARTS: &[&str] = &[$($part),+];
        const TEXT: [u8; $crate::sql::length(PARTS)] = $crate::sql::joined(PARTS);
        $crate::sql::utf8(&TEXT)
    }};
}
