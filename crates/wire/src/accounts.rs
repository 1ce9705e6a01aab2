//! The account services: accounts, and what all of them share: errors, jobs. Entitlements, environments and
//! subscriptions are in modules of their own.
//!
//! Dates come in two forms: as text (`Jul 20, 2026, 8:02:26 AM`), and as milliseconds. Which one is where is the
//! original's doing.

pub mod entitlements;
pub mod provisioning;
pub mod saas;

use crate::keys;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

/// A refusal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ErrorBody {
    /// What is wrong.
    pub error: ErrorDetail,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ErrorDetail {
    /// Technical code: 11xxx the request, 2xxxx accounts, 3xxxx entitlements, 41xxx environments and so on.
    pub code: i64,
    /// For people.
    pub message: String,
    /// The resource.
    pub target: String,
    /// More of it.
    #[serde(default)]
    pub details: Vec<ErrorMore>,
    /// Found in the log.
    #[serde(rename = "correlationID")]
    pub correlation_id: String,
}

/// More of what is wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ErrorMore {
    /// Technical code.
    pub code: i64,
    /// For people.
    pub message: String,
}

/// How far a job is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JobStatus {
    /// `IN_PROGRESS`, `COMPLETED` or `FAILED`.
    pub status: String,
    /// What it did.
    pub description: String,
}

/// A subaccount to be.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct CreateSubaccount {
    /// Name for people.
    pub display_name: String,
    /// The region.
    pub region: String,
    /// Name in addresses.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subdomain: Option<String>,
    /// Where it shall be.
    #[serde(rename = "parentGUID", skip_serializing_if = "Option::is_none")]
    pub parent_guid: Option<String>,
    /// The same.
    #[serde(rename = "directoryID", skip_serializing_if = "Option::is_none")]
    pub directory_id: Option<String>,
    /// Free text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Whether beta features are on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub beta_enabled: Option<bool>,
    /// `USED_FOR_PRODUCTION` or `NOT_USED_FOR_PRODUCTION`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub used_for_production: Option<String>,
    /// Labels.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub labels: Option<BTreeMap<String, Vec<String>>>,
    /// Become its administrators.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub subaccount_admins: Vec<String>,
}

/// What is to change of a subaccount.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct UpdateSubaccount {
    /// Name for people.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub display_name: Option<String>,
    /// Free text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Whether beta features are on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub beta_enabled: Option<bool>,
    /// `USED_FOR_PRODUCTION` or `NOT_USED_FOR_PRODUCTION`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub used_for_production: Option<String>,
    /// All labels.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub labels: Option<BTreeMap<String, Vec<String>>>,
}

/// A subaccount.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Subaccount {
    /// Its GUID.
    pub guid: String,
    /// `N/A` until it is there, then the GUID.
    pub technical_name: String,
    /// Name for people.
    pub display_name: String,
    /// The global account.
    #[serde(rename = "globalAccountGUID")]
    pub global_account_guid: String,
    /// The same, without directories.
    #[serde(rename = "parentGUID")]
    pub parent_guid: String,
    /// `ROOT`.
    pub parent_type: String,
    /// The region.
    pub region: String,
    /// Name in addresses.
    pub subdomain: String,
    /// Whether beta features are on.
    pub beta_enabled: bool,
    /// `UNSET`, `USED_FOR_PRODUCTION` or `NOT_USED_FOR_PRODUCTION`.
    pub used_for_production: String,
    /// Free text; not in the answer to a creation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// `STARTED`, `OK`, `DELETING`.
    pub state: String,
    /// About the state.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state_message: Option<String>,
    /// Labels.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub labels: Option<BTreeMap<String, Vec<String>>>,
    /// The deprecated view of labels.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub custom_properties: Option<Vec<CustomProperty>>,
    /// Features of the parent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent_features: Option<Vec<String>>,
    /// From whom entitlements come; when one is read by itself.
    #[serde(rename = "closestEntitlementManagedParentGUID", skip_serializing_if = "Option::is_none")]
    pub closest_parent_guid: Option<String>,
    /// There after an update, and null.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content_automation_state: Option<Value>,
    /// Text; milliseconds after an update.
    pub created_date: Value,
    /// Who made it.
    pub created_by: String,
    /// Text; milliseconds after an update.
    pub modified_date: Value,
    /// `ACTIVE`.
    pub contract_status: String,
    /// Who changed it last.
    pub last_modified_by: String,
    /// The job that makes or deletes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub job_id: Option<String>,
}

/// A label with one value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomProperty {
    /// The subaccount.
    #[serde(rename = "accountGUID")]
    pub account_guid: String,
    /// The label.
    pub key: String,
    /// Its value.
    pub value: String,
}

/// Subaccounts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Subaccounts {
    /// All of them.
    pub value: Vec<Subaccount>,
}

/// The global account.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct GlobalAccount {
    /// Its GUID.
    pub guid: String,
    /// Name for people.
    pub display_name: String,
    /// Free text.
    pub description: String,
    /// Name in addresses.
    pub subdomain: String,
    /// Its GUID.
    #[serde(rename = "globalAccountGUID")]
    pub global_account_guid: String,
    /// Its GUID.
    #[serde(rename = "parentGUID")]
    pub parent_guid: String,
    /// `ROOT`.
    pub parent_type: String,
    /// Of the contract.
    pub commercial_model: String,
    /// Of the contract.
    pub consumption_based: bool,
    /// Of the contract.
    pub license_type: String,
    /// Of the contract.
    pub geo_access: String,
    /// Of the contract.
    pub contract_status: String,
    /// Where it comes from.
    pub origin: String,
    /// `OK`.
    pub entity_state: String,
    /// About the state.
    pub state_message: String,
    /// When made.
    pub created_date: String,
    /// When changed last.
    pub modified_date: String,
    /// Directories; with `expand`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub children: Option<Vec<Value>>,
    /// Subaccounts; with `expand`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subaccounts: Option<Vec<Subaccount>>,
}

/// What the first start made: `first-start.json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FirstStart {
    /// Where the server stands.
    pub public_url: String,
    /// The global account.
    pub global_account: FirstStartGlobalAccount,
    /// Its administrator, who is Cloud Foundry's, too.
    pub administrator: FirstStartAdministrator,
    /// A key for accounts and entitlements.
    pub cis: keys::Cis,
}

/// The global account, as a zone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FirstStartGlobalAccount {
    /// Its GUID.
    pub guid: String,
    /// Its name in addresses.
    pub subdomain: String,
}

/// Somebody who can log in.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FirstStartAdministrator {
    /// Log-in name.
    pub user_name: String,
    /// Password.
    pub password: String,
}

crate::unprinted!(FirstStartAdministrator);
