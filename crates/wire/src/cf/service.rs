//! Brokers, offerings, plans, instances and keys.

use super::{Links, Metadata, Relationships};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A service broker.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServiceBroker {
    pub guid: String,
    pub created_at: String,
    pub updated_at: String,
    pub name: String,
    pub url: String,
    /// `space`.
    pub relationships: Relationships,
    pub metadata: Metadata,
    pub links: Links,
}

/// A service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServiceOffering {
    pub guid: String,
    pub created_at: String,
    pub updated_at: String,
    pub name: String,
    pub description: String,
    pub available: bool,
    /// By which clients find its keys.
    pub tags: Vec<String>,
    pub requires: Vec<String>,
    /// Whether instances can be shared between spaces.
    pub shareable: bool,
    pub documentation_url: Option<String>,
    pub broker_catalog: Value,
    /// `service_broker`.
    pub relationships: Relationships,
    pub metadata: Metadata,
    pub links: Links,
}

/// A plan of a service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServicePlan {
    pub guid: String,
    pub created_at: String,
    pub updated_at: String,
    pub name: String,
    pub description: String,
    /// `public` or `organization`.
    pub visibility_type: String,
    pub available: bool,
    pub free: bool,
    pub costs: Vec<Value>,
    /// Not used.
    pub maintenance_info: Value,
    pub broker_catalog: Value,
    /// Of parameters.
    pub schemas: Value,
    /// `service_offering`.
    pub relationships: Relationships,
    pub metadata: Metadata,
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
    pub description: Option<String>,
    pub created_at: String,
    /// When it was last heard of.
    pub updated_at: String,
}

/// A service instance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServiceInstance {
    pub guid: String,
    pub created_at: String,
    pub updated_at: String,
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
    pub last_operation: LastOperation,
    /// `space`, `service_plan`.
    pub relationships: Relationships,
    pub metadata: Metadata,
    pub links: Links,
}

/// A key of a service instance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CredentialBinding {
    pub guid: String,
    pub created_at: String,
    pub updated_at: String,
    pub name: Option<String>,
    /// `key`.
    #[serde(rename = "type")]
    pub kind: String,
    pub last_operation: LastOperation,
    /// `service_instance`.
    pub relationships: Relationships,
    pub metadata: Metadata,
    pub links: Links,
}

/// `…/details` of a key.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Details {
    /// The service key.
    pub credentials: Value,
}

crate::unprinted!(Details);
