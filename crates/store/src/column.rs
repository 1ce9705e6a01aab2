//! Columns of our own kinds, parsed where they are read: typed ids, moments, words, and JSON.

use crate::error::Result;
use crate::row::{FromColumn, Row};
use crate::sql::{ToColumn, Value};
use model::action::{ActionEntity, ActionStatus, ActionType};
use model::node::ForwardMode;
use model::queue::Status;
use model::request::{ContentType, Entries, Entry, StorageType};
use model::{
    ActionId, DestinationName, EntryId, ExtDescriptorId, FileId, MessageId, NodeId, NodeName, QueueId, RequestId,
    RouteId, SubaccountId, TargetId, Time,
};
use serde::de::DeserializeOwned;

/// Around a number or a GUID.
macro_rules! wrapped {
    ($($name:ty),* $(,)?) => {$(
        impl FromColumn for $name {
            fn from_column(row: &Row<'_>, column: usize) -> Result<Self> {
                row.get(column).map(Self)
            }
        }
        impl From<$name> for Value<'_> {
            fn from(value: $name) -> Self {
                Value::from(value.0)
            }
        }
        impl ToColumn for $name {
            fn to_column(&self) -> Value<'_> {
                Value::from(self.0)
            }
        }
    )*};
}

/// Around a text.
macro_rules! names {
    ($($name:ty),* $(,)?) => {$(
        impl FromColumn for $name {
            fn from_column(row: &Row<'_>, column: usize) -> Result<Self> {
                row.get(column).map(Self)
            }
        }
        impl ToColumn for $name {
            fn to_column(&self) -> Value<'_> {
                Value::from(&self.0)
            }
        }
    )*};
}

/// Enums of words.
macro_rules! words {
    ($($name:ty),* $(,)?) => {$(
        impl FromColumn for $name {
            fn from_column(row: &Row<'_>, column: usize) -> Result<Self> {
                let text: String = row.get(column)?;
                text.parse().map_err(|e| row.corrupt(column, e))
            }
        }
        impl From<$name> for Value<'_> {
            fn from(value: $name) -> Self {
                Value::from(value.word())
            }
        }
        impl ToColumn for $name {
            fn to_column(&self) -> Value<'_> {
                Value::from(self.word())
            }
        }
    )*};
}

/// What is kept as JSON.
macro_rules! documents {
    ($($name:ty),* $(,)?) => {$(
        impl FromColumn for $name {
            fn from_column(row: &Row<'_>, column: usize) -> Result<Self> {
                parsed(row, column)
            }
        }
        impl ToColumn for $name {
            fn to_column(&self) -> Value<'_> {
                Value::json(self)
            }
        }
    )*};
}

wrapped!(ActionId, EntryId, ExtDescriptorId, FileId, MessageId, NodeId, QueueId, RequestId, RouteId, TargetId);
wrapped!(SubaccountId, Time);
names!(DestinationName, NodeName);
words!(ActionStatus, ActionType, ContentType, ForwardMode, Status, StorageType);
documents!(Entries, Vec<ActionEntity>, Vec<String>);

impl FromColumn for Vec<Entry> {
    fn from_column(row: &Row<'_>, column: usize) -> Result<Self> {
        row.get::<Entries>(column).map(|stored| stored.entries)
    }
}

impl ToColumn for Vec<Entry> {
    fn to_column(&self) -> Value<'_> {
        Value::json(&Entries::new(self.clone()))
    }
}

fn parsed<T: DeserializeOwned>(row: &Row<'_>, column: usize) -> Result<T> {
    serde_json::from_str(&row.get::<String>(column)?).map_err(|e| row.corrupt(column, e))
}
