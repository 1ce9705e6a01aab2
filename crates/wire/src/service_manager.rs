//! Service Manager: offerings, plans, instances, bindings and operations.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// Labels: key to list of values.
pub type Labels = BTreeMap<String, Vec<String>>;

/// A page of something.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Page<T> {
    /// Where the next page begins; not there on the last one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub token: Option<String>,
    /// How many there are on all pages together.
    pub num_items: usize,
    pub items: Vec<T>,
}

/// A refusal.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ErrorBody {
    /// A stable word.
    pub error: String,
    pub description: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub broker_error: Option<BrokerError>,
}

/// What the broker said. The spelling is the original's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct BrokerError {
    /// The broker's status.
    pub status_code: u16,
    /// Null.
    pub error_message: Option<String>,
    pub description: String,
    /// Null.
    pub response_error: Option<Value>,
}

/// An offering.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Offering {
    /// Its GUID.
    pub id: String,
    pub ready: bool,
    /// Technical name.
    pub name: String,
    pub description: String,
    pub bindable: bool,
    /// Whether parameters of instances can be read.
    pub instances_retrievable: bool,
    /// Whether parameters of keys can be read.
    pub bindings_retrievable: bool,
    /// Whether instances can change their plan.
    pub plan_updateable: bool,
    /// Whether the context of instances can change.
    pub allow_context_updates: bool,
    /// By which clients find keys.
    pub tags: Vec<String>,
    /// For people.
    pub metadata: OfferingMetadata,
    pub broker_id: String,
    /// Its GUID in the broker's catalogue.
    pub catalog_id: String,
    pub catalog_name: String,
    pub created_at: String,
    pub updated_at: String,
    pub labels: Labels,
}

/// An offering, for people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct OfferingMetadata {
    pub display_name: String,
    pub long_description: String,
    pub documentation_url: String,
}

/// A plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Plan {
    /// Its GUID.
    pub id: String,
    pub ready: bool,
    /// Technical name.
    pub name: String,
    pub description: String,
    /// Its GUID in the broker's catalogue.
    pub catalog_id: String,
    pub catalog_name: String,
    pub free: bool,
    pub bindable: bool,
    /// For people.
    pub metadata: PlanMetadata,
    /// Empty.
    pub schemas: Map<String, Value>,
    pub service_offering_id: String,
    pub created_at: String,
    pub updated_at: String,
    pub labels: Labels,
}

/// A plan, for people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PlanMetadata {
    pub display_name: String,
    pub bullets: Vec<String>,
    pub supports_instance_sharing: bool,
}

/// An operation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Operation {
    /// Its GUID.
    pub id: String,
    pub ready: bool,
    /// For people; when read by itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// `create`, `update`, `delete`.
    #[serde(rename = "type")]
    pub kind: String,
    /// `in progress`, `succeeded`, `failed`.
    pub state: String,
    pub resource_id: String,
    /// `/v1/service_instances` or `/v1/service_bindings`.
    pub resource_type: String,
    /// `service-manager`.
    pub platform_id: String,
    /// Found in the log.
    pub correlation_id: String,
    pub reschedule: bool,
    pub reschedule_timestamp: String,
    /// When what failed will be removed.
    pub deletion_scheduled: String,
    pub created_at: String,
    pub updated_at: String,
}

/// A service instance.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Instance {
    /// Its GUID.
    pub id: String,
    pub ready: bool,
    pub last_operation: Operation,
    pub name: String,
    pub service_plan_id: String,
    /// `service-manager`.
    pub platform_id: String,
    pub context: Context,
    pub usable: bool,
    pub subaccount_id: String,
    /// Null.
    pub protected: Option<bool>,
    pub created_by: String,
    pub created_at: String,
    pub updated_at: String,
    /// Labels; `subaccount_id` among them.
    pub labels: Labels,
}

/// A key.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Binding {
    /// Its GUID.
    pub id: String,
    pub ready: bool,
    pub last_operation: Operation,
    pub name: String,
    pub service_instance_id: String,
    pub context: Context,
    /// What is in it; when read by itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credentials: Option<Value>,
    pub subaccount_id: String,
    pub created_by: String,
    pub created_at: String,
    pub updated_at: String,
    /// Labels; `subaccount_id` among them.
    pub labels: Labels,
}

/// Where an instance or a key is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Context {
    /// `sapcp`.
    pub origin: String,
    /// `cf-eu10`.
    pub region: String,
    /// The subaccount.
    pub zone_id: String,
    /// `sapcp`.
    pub env_type: String,
    /// `sapcp`.
    pub platform: String,
    pub subdomain: String,
    /// Of the contract.
    pub license_type: String,
    pub instance_name: String,
    pub subaccount_id: String,
    /// Empty.
    pub crm_customer_id: String,
    pub global_account_id: String,
}

/// An instance to be: by plan, or by the names of offering and plan.
#[derive(Clone, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct CreateInstance {
    pub name: String,
    pub service_plan_id: Option<String>,
    pub service_offering_name: Option<String>,
    pub service_plan_name: Option<String>,
    pub parameters: Value,
    pub labels: Option<Labels>,
}

/// What is to change of an instance.
#[derive(Clone, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct UpdateInstance {
    pub name: Option<String>,
    pub service_plan_id: Option<String>,
    pub parameters: Option<Value>,
    /// Labels to add and to remove.
    pub labels: Option<Vec<LabelChange>>,
}

/// A label to add or to remove.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct LabelChange {
    /// `add` or `remove`.
    pub op: String,
    pub key: String,
    /// The values; none removes all.
    #[serde(default)]
    pub values: Vec<String>,
}

/// A key to be.
#[derive(Clone, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct CreateBinding {
    pub name: String,
    pub service_instance_id: String,
    pub parameters: Value,
    pub labels: Option<Labels>,
}

crate::unprinted!(Binding, CreateInstance, UpdateInstance, CreateBinding);
