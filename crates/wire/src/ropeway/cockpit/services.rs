//! Service instances and keys, of a subaccount and of its spaces.

use super::super::transport::Allowed;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// A service with the plans that instances can be made of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ServiceOffering {
    /// Its technical name.
    pub name: String,
    /// Its name for people.
    pub display_name: String,
    /// What it is for.
    pub description: String,
    /// Its plans.
    pub plans: Vec<OfferedPlan>,
}

/// A plan of a service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct OfferedPlan {
    /// Its technical name.
    pub name: String,
    /// Its name for people.
    pub display_name: String,
    /// What it is for.
    pub description: String,
}

/// A page of service instances.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ServiceInstancePage {
    /// The items of this page.
    pub items: Vec<ServiceInstance>,
    /// For the next page, as `after`.
    pub next: Option<String>,
    /// What may be done here: `create`.
    pub can: BTreeMap<String, Allowed>,
}

/// A service instance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ServiceInstance {
    /// Its GUID.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// Technical name of its service; none for one that somebody provides.
    pub service: Option<String>,
    /// Name of its service for people.
    pub service_name: Option<String>,
    /// Technical name of its plan.
    pub plan: Option<String>,
    /// GUID of the space that it is in; none for one of the subaccount itself.
    pub space: Option<String>,
    /// `succeeded`, `in progress` or `failed`: how what was done last went.
    pub status: String,
    /// Why it failed.
    pub reason: Option<String>,
    /// When it was made.
    #[schema(format = DateTime)]
    pub created_at: String,
    /// What may be done with it: `delete`, `createKey`.
    pub can: BTreeMap<String, Allowed>,
}

/// A service instance with its keys.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ServiceInstanceDetails {
    /// The instance itself.
    pub instance: ServiceInstance,
    /// What it was made with; none, where its service does not show that.
    #[schema(value_type = Option<Object>)]
    pub parameters: Option<Value>,
    /// Its keys, by name.
    pub keys: Vec<ServiceKey>,
}

/// A key of a service instance, without what is in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ServiceKey {
    /// Its GUID.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// `succeeded`, `in progress` or `failed`: how what was done last went.
    pub status: String,
    /// Why it failed.
    pub reason: Option<String>,
    /// When it was made.
    #[schema(format = DateTime)]
    pub created_at: String,
    /// What may be done with it: `show`, `delete`.
    pub can: BTreeMap<String, Allowed>,
}

/// What is in a key.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ServiceKeyCredentials {
    /// As clients of the service read it, with its secrets.
    #[schema(value_type = Object)]
    pub credentials: Value,
}

/// A service instance to be.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewServiceInstance {
    /// What it is to be called.
    pub name: String,
    /// Technical name of the service.
    pub service: String,
    /// Technical name of the plan.
    pub plan: String,
    /// What the service is to know, as its documentation says.
    #[serde(default)]
    #[schema(value_type = Object)]
    pub parameters: Map<String, Value>,
}

/// A key to be.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewServiceKey {
    /// What it is to be called.
    pub name: String,
    /// What the service is to know, as its documentation says.
    #[serde(default)]
    #[schema(value_type = Object)]
    pub parameters: Map<String, Value>,
}

/// Something that goes on after the answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Ordered {
    /// The job of Cloud Foundry that does it.
    pub job: String,
}

crate::unprinted!(ServiceKeyCredentials, NewServiceInstance, NewServiceKey);
