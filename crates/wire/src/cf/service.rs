//! Brokers, offerings, plans, instances and keys.

use super::{Links, Metadata, Relationships};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A service broker.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServiceBroker {
    /// Its GUID.
    pub guid: String,
    /// When made.
    pub created_at: String,
    /// When changed last.
    pub updated_at: String,
    /// Its name.
    pub name: String,
    /// Where it is.
    pub url: String,
    /// `space`.
    pub relationships: Relationships,
    /// Labels and annotations.
    pub metadata: Metadata,
    /// Where to go on.
    pub links: Links,
}

/// A service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServiceOffering {
    /// Its GUID.
    pub guid: String,
    /// When made.
    pub created_at: String,
    /// When changed last.
    pub updated_at: String,
    /// Its name.
    pub name: String,
    /// For people.
    pub description: String,
    /// Whether instances can be made.
    pub available: bool,
    /// By which clients find its keys.
    pub tags: Vec<String>,
    /// What it requires.
    pub requires: Vec<String>,
    /// Whether instances can be shared between spaces.
    pub shareable: bool,
    /// For people.
    pub documentation_url: Option<String>,
    /// What the broker says.
    pub broker_catalog: Value,
    /// `service_broker`.
    pub relationships: Relationships,
    /// Labels and annotations.
    pub metadata: Metadata,
    /// Where to go on.
    pub links: Links,
}

/// A plan of a service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServicePlan {
    /// Its GUID.
    pub guid: String,
    /// When made.
    pub created_at: String,
    /// When changed last.
    pub updated_at: String,
    /// Its name.
    pub name: String,
    /// For people.
    pub description: String,
    /// `public` or `organization`.
    pub visibility_type: String,
    /// Whether instances can be made.
    pub available: bool,
    /// Whether it costs nothing.
    pub free: bool,
    /// What it costs.
    pub costs: Vec<Value>,
    /// Not used.
    pub maintenance_info: Value,
    /// What the broker says.
    pub broker_catalog: Value,
    /// Of parameters.
    pub schemas: Value,
    /// `service_offering`.
    pub relationships: Relationships,
    /// Labels and annotations.
    pub metadata: Metadata,
    /// Where to go on.
    pub links: Links,
}

/// The last thing done to an instance or a key.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastOperation {
    /// `create`, `update`, `delete`.
    #[serde(rename = "type")]
    pub kind: String,
    /// `in progress`, `succeeded`, `failed`.
    pub state: String,
    /// For people.
    pub description: Option<String>,
    /// When it began.
    pub created_at: String,
    /// When it was last heard of.
    pub updated_at: String,
}

/// A service instance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServiceInstance {
    /// Its GUID.
    pub guid: String,
    /// When made.
    pub created_at: String,
    /// When changed last.
    pub updated_at: String,
    /// Its name.
    pub name: String,
    /// `managed` or `user-provided`.
    #[serde(rename = "type")]
    pub kind: String,
    /// By which apps find it.
    pub tags: Vec<String>,
    /// Not used; of managed ones only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub maintenance_info: Option<Value>,
    /// Not used; of managed ones only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub upgrade_available: Option<bool>,
    /// Where people look at it; of managed ones only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dashboard_url: Option<Value>,
    /// Where logs go, or null; of user-provided ones only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub syslog_drain_url: Option<Value>,
    /// Through where requests go, or null; of user-provided ones only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub route_service_url: Option<Value>,
    /// What was done last.
    pub last_operation: LastOperation,
    /// `space`, `service_plan`.
    pub relationships: Relationships,
    /// Labels and annotations.
    pub metadata: Metadata,
    /// Where to go on.
    pub links: Links,
}

/// A key of a service instance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CredentialBinding {
    /// Its GUID.
    pub guid: String,
    /// When made.
    pub created_at: String,
    /// When changed last.
    pub updated_at: String,
    /// Its name.
    pub name: Option<String>,
    /// `key`.
    #[serde(rename = "type")]
    pub kind: String,
    /// What was done last.
    pub last_operation: LastOperation,
    /// `service_instance`.
    pub relationships: Relationships,
    /// Labels and annotations.
    pub metadata: Metadata,
    /// Where to go on.
    pub links: Links,
}

/// `…/details` of a key.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Details {
    /// The service key.
    pub credentials: Value,
}

crate::unprinted!(Details);
