//! Environments: Cloud Foundry organizations.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// Environments that could be made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AvailableEnvironments {
    pub available_environments: Vec<AvailableEnvironment>,
}

/// An environment that could be made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AvailableEnvironment {
    /// `GA`.
    pub availability_level: String,
    /// JSON schema of parameters, as text.
    pub create_schema: String,
    pub description: String,
    /// `cloudfoundry`.
    pub environment_type: String,
    /// `cf-eu10`.
    pub landscape_label: String,
    /// `standard`.
    pub plan_name: String,
    /// Whether the plan can be changed later.
    pub plan_updatable: bool,
    pub service_description: String,
    pub service_display_name: String,
    /// `cloudfoundry`.
    pub service_name: String,
    /// `cf-eu10`.
    pub technical_key: String,
    /// JSON schema of parameters that can change, as text.
    pub update_schema: String,
}

/// An environment to be.
#[derive(Clone, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct CreateEnvironment {
    /// `cloudfoundry`.
    pub environment_type: String,
    /// `cloudfoundry`.
    pub service_name: String,
    /// `standard`.
    pub plan_name: String,
    /// Name for people.
    pub name: Option<String>,
    /// Where it is to be: that of the subaccount, `cf-eu10`, or nothing.
    pub landscape_label: Option<String>,
    /// The same by another name.
    pub technical_key: Option<String>,
    /// `instance_name`: the organization's name.
    pub parameters: Option<Map<String, Value>>,
    /// Becomes Org Manager.
    pub user: Option<String>,
    /// Where that user logs in.
    pub origin: Option<String>,
}

/// Environments that are there.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Environments {
    pub environment_instances: Vec<Environment>,
}

/// An environment.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Environment {
    /// Its GUID, in upper case.
    pub id: String,
    /// Name for people.
    pub name: String,
    pub broker_id: String,
    #[serde(rename = "globalAccountGUID")]
    pub global_account_guid: String,
    #[serde(rename = "subaccountGUID")]
    pub subaccount_guid: String,
    pub tenant_id: String,
    pub service_id: String,
    pub plan_id: String,
    /// `provision`.
    pub operation: String,
    /// As given, as JSON text.
    pub parameters: String,
    /// API Endpoint, Org Name, Org ID, Org Memory Limit, as JSON text.
    pub labels: String,
    /// Empty.
    pub custom_labels: Map<String, Value>,
    /// `Provision`.
    #[serde(rename = "type")]
    pub kind: String,
    /// `Processing` or `Processed`.
    pub status: String,
    /// `cloudfoundry`.
    pub environment_type: String,
    /// `cf-eu10`.
    pub landscape_label: String,
    /// The organization.
    pub platform_id: String,
    pub created_by: String,
    /// Text.
    pub created_date: String,
    /// Text.
    pub modified_date: String,
    /// `CREATING`, `OK`, `DELETING`.
    pub state: String,
    pub state_message: String,
    /// `cloudfoundry`.
    pub service_name: String,
    /// `standard`.
    pub plan_name: String,
    /// The job that makes or deletes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub job_id: Option<String>,
}

crate::unprinted!(CreateEnvironment, Environment);
