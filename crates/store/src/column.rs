//! Columns of our own kinds, parsed where they are read: typed ids, moments, words, and JSON.

use crate::error::Result;
use crate::row::{FromColumn, Row};
use crate::sql::{ToColumn, Value};
use model::action::{ActionEntity, ActionStatus, ActionType};
use model::activity::{ActivityState, ExportDetail};
use model::artifact::Parameter;
use model::feature::right::{Access, Place};
use model::feature::watch::DeploymentState;
use model::feature::way::TransportPath;
use model::import::Plan;
use model::message::MessageKind;
use model::node::ForwardMode;
use model::package::{TagDefinitions, Tags};
use model::queue::Status;
use model::request::{ContentType, Entries, Entry, StorageType};
use model::runtime::{Listener, RuntimeStatus, TaskStatus};
use model::work::Lane;
use model::{
    ActionId, ActivityId, BlobId, DeployFileId, DeploymentId, DestinationName, EntryId, ExtDescriptorId, FeatureId,
    FileId, MessageId, NodeId, NodeName, OperationId, ProjectId, QueueId, RequestId, RouteId, RuntimeTaskId, SpaceGuid,
    SubaccountId, TargetId, Time, UrlReferenceId, feature, operation,
};
use serde::de::DeserializeOwned;

/// An object of JSON that is passed on as it is.
pub type Object = serde_json::Map<String, serde_json::Value>;

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

/// Numbers that are not negative.
macro_rules! counts {
    ($($name:ty),* $(,)?) => {$(
        impl FromColumn for $name {
            fn from_column(row: &Row<'_>, column: usize) -> Result<Self> {
                <$name>::try_from(row.get::<i64>(column)?).map_err(|_| row.corrupt(column, "it is negative"))
            }
        }
        impl ToColumn for $name {
            fn to_column(&self) -> Value<'_> {
                Value::from(i64::try_from(*self).unwrap_or(i64::MAX))
            }
        }
        impl From<$name> for Value<'_> {
            fn from(value: $name) -> Self {
                Value::from(i64::try_from(value).unwrap_or(i64::MAX))
            }
        }
    )*};
}

impl FromColumn for BlobId {
    fn from_column(row: &Row<'_>, column: usize) -> Result<Self> {
        row.get::<String>(column)?.parse().map_err(|e| row.corrupt(column, e))
    }
}

impl ToColumn for BlobId {
    fn to_column(&self) -> Value<'_> {
        Value::from(self.as_str())
    }
}

wrapped!(ActionId, EntryId, ExtDescriptorId, FileId, MessageId, NodeId, QueueId, RequestId, RouteId, TargetId);
wrapped!(
    ActivityId,
    RuntimeTaskId,
    DeployFileId,
    DeploymentId,
    FeatureId,
    OperationId,
    ProjectId,
    SpaceGuid,
    SubaccountId,
    Time,
    UrlReferenceId
);
names!(DestinationName, NodeName);
words!(Access, ActionStatus, ActionType, ContentType, DeploymentState, ForwardMode, Place, Status, StorageType);
words!(
    ActivityState,
    Lane,
    MessageKind,
    RuntimeStatus,
    TaskStatus,
    feature::Status,
    operation::ErrorType,
    operation::State
);
counts!(u64, usize);
documents!(ExportDetail, Entries, Object, Plan, TagDefinitions, Tags, TransportPath, Vec<(Parameter, String)>);
documents!(Vec<ActionEntity>, Vec<Listener>, Vec<Object>, Vec<Parameter>, Vec<RequestId>, Vec<String>);

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
