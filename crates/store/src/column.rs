//! Columns of our own kinds, parsed where they are read: typed ids, moments, words, and JSON.

use crate::error::Result;
use crate::row::{FromColumn, Row};
use crate::sealed::Hidden;
use crate::sql::{ToColumn, Value};
use model::account::{Labels, Production, ZoneKind};
use model::action::{ActionEntity, ActionStatus, ActionType};
use model::activity::{ActivityState, ExportDetail};
use model::artifact::Parameter;
use model::cf::{CallState, Metadata, RoleKind};
use model::destination::Level;
use model::feature::right::{Access, Place};
use model::feature::watch::DeploymentState;
use model::feature::way::TransportPath;
use model::import::Plan;
use model::instance::{Credential, Operation, OperationKind, Resource};
use model::message::MessageKind;
use model::node::ForwardMode;
use model::operation::ErrorType;
use model::package::TagDefinitions;
use model::queue::Status;
use model::request::{ContentType, Entries, Entry, StorageType};
use model::runtime::{Listener, RuntimeStatus, TaskStatus};
use model::work::Lane;
use model::{
    ActionId, ActivityId, BindingId, BlobId, CfRoleGuid, DeployFileId, DeploymentId, DestinationName, EntryId,
    EnvironmentId, ExtDescriptorId, FeatureId, FileId, GlobalAccountId, InstanceId, JobId, MessageId, NodeId, NodeName,
    OperationId, OrgGuid, PersonId, ProjectId, QueueId, RequestId, RouteId, RuntimeTaskId, SpaceGuid, SubaccountId,
    SubscriptionId, TargetId, Time, UrlReferenceId, ZoneId, feature, operation,
};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value as Json};
use std::fmt;
use std::str::FromStr;
use std::time::Duration;

/// An object of JSON that is passed on as it is.
pub type Object = Map<String, Json>;

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

wrapped!(ActionId, EntryId, ExtDescriptorId, FileId, JobId, MessageId, NodeId, QueueId, RequestId, RouteId, TargetId);
wrapped!(BindingId, CfRoleGuid, EnvironmentId, GlobalAccountId, InstanceId, OrgGuid, PersonId, SpaceGuid, SubaccountId);
wrapped!(ActivityId, DeployFileId, DeploymentId, FeatureId, OperationId, ProjectId, RuntimeTaskId, UrlReferenceId);
wrapped!(SubscriptionId, Time, ZoneId);
names!(DestinationName, Hidden, NodeName);
words!(Access, ActionStatus, ActionType, ActivityState, CallState, ContentType, Credential, DeploymentState, ErrorType);
words!(ForwardMode, Lane, MessageKind, OperationKind, Place, Production, Resource, RoleKind, RuntimeStatus, Status);
words!(StorageType, TaskStatus, ZoneKind, feature::Status, operation::State);
counts!(u64, usize);
documents!(Entries, ExportDetail, Labels, Metadata, Object, Operation, Plan, TagDefinitions, TransportPath);
documents!(Vec<(Parameter, String)>, Vec<ActionEntity>, Vec<Listener>, Vec<Object>, Vec<Parameter>, Vec<RequestId>);
documents!(Vec<String>);

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

/// A column that is empty, not NULL, where there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OrEmpty<T>(pub Option<T>);

impl<T: FromStr> FromColumn for OrEmpty<T>
where
    T: Send,
    T::Err: fmt::Display,
{
    fn from_column(row: &Row<'_>, column: usize) -> Result<Self> {
        let text: String = row.get(column)?;
        let value = if text.is_empty() { None } else { Some(text.parse()) };
        value.transpose().map(Self).map_err(|e| row.corrupt(column, e))
    }
}

impl<T: fmt::Display> ToColumn for OrEmpty<T> {
    fn to_column(&self) -> Value<'_> {
        Value::from(self.0.as_ref().map(ToString::to_string).unwrap_or_default())
    }
}

impl FromColumn for Level {
    fn from_column(row: &Row<'_>, column: usize) -> Result<Self> {
        row.get::<OrEmpty<InstanceId>>(column).map(|id| id.0.map_or(Self::Subaccount, Self::Instance))
    }
}

impl ToColumn for Level {
    fn to_column(&self) -> Value<'_> {
        Value::from(self.text())
    }
}

/// In whole seconds.
impl FromColumn for Duration {
    fn from_column(row: &Row<'_>, column: usize) -> Result<Self> {
        let seconds: i64 = row.get(column)?;
        seconds.try_into().map(Self::from_secs).map_err(|e| row.corrupt(column, e))
    }
}

impl ToColumn for Duration {
    fn to_column(&self) -> Value<'_> {
        Value::Int(i64::try_from(self.as_secs()).unwrap_or(i64::MAX))
    }
}

fn parsed<T: DeserializeOwned>(row: &Row<'_>, column: usize) -> Result<T> {
    serde_json::from_str(&row.get::<String>(column)?).map_err(|e| row.corrupt(column, e))
}
