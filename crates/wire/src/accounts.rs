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
    pub error: ErrorDetail,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ErrorDetail {
    /// Technical code: 11xxx the request, 2xxxx accounts, 3xxxx entitlements, 41xxx environments and so on.
    pub code: i64,
    pub message: String,
    pub target: String,
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
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct CreateSubaccount {
    pub display_name: String,
    pub region: String,
    /// Name in addresses.
    pub subdomain: Option<String>,
    /// Where it shall be.
    #[serde(rename = "parentGUID")]
    pub parent_guid: Option<String>,
    #[serde(rename = "directoryID")]
    pub directory_id: Option<String>,
    pub description: Option<String>,
    pub beta_enabled: Option<bool>,
    pub used_for_production: Option<String>,
    pub labels: Option<BTreeMap<String, Vec<String>>>,
    /// Become its administrators.
    pub subaccount_admins: Vec<String>,
}

/// What is to change of a subaccount.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct UpdateSubaccount {
    pub display_name: Option<String>,
    pub description: Option<String>,
    pub beta_enabled: Option<bool>,
    pub used_for_production: Option<String>,
    pub labels: Option<BTreeMap<String, Vec<String>>>,
}

/// A subaccount.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Subaccount {
    pub guid: String,
    /// `N/A` until it is there, then the GUID.
    pub technical_name: String,
    pub display_name: String,
    #[serde(rename = "globalAccountGUID")]
    pub global_account_guid: String,
    /// The same, without directories.
    #[serde(rename = "parentGUID")]
    pub parent_guid: String,
    /// `ROOT`.
    pub parent_type: String,
    pub region: String,
    /// Name in addresses.
    pub subdomain: String,
    pub beta_enabled: bool,
    /// `UNSET`, `USED_FOR_PRODUCTION` or `NOT_USED_FOR_PRODUCTION`.
    pub used_for_production: String,
    /// Free text; not in the answer to a creation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// `STARTED`, `OK`, `DELETING`.
    pub state: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state_message: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub labels: Option<BTreeMap<String, Vec<String>>>,
    /// The deprecated view of labels.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub custom_properties: Option<Vec<CustomProperty>>,
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
    pub created_by: String,
    /// Text; milliseconds after an update.
    pub modified_date: Value,
    /// `ACTIVE`.
    pub contract_status: String,
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
    pub value: String,
}

/// Subaccounts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Subaccounts {
    pub value: Vec<Subaccount>,
}

/// The global account.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct GlobalAccount {
    pub guid: String,
    pub display_name: String,
    pub description: String,
    /// Name in addresses.
    pub subdomain: String,
    #[serde(rename = "globalAccountGUID")]
    pub global_account_guid: String,
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
    pub contract_status: String,
    /// Where it comes from.
    pub origin: String,
    /// `OK`.
    pub entity_state: String,
    pub state_message: String,
    pub created_date: String,
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
    pub public_url: String,
    pub global_account: FirstStartGlobalAccount,
    /// Its administrator, who is Cloud Foundry's, too.
    pub administrator: FirstStartAdministrator,
    /// A key for accounts and entitlements.
    pub cis: keys::Cis,
}

/// The global account, as a zone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FirstStartGlobalAccount {
    pub guid: String,
    /// Its name in addresses.
    pub subdomain: String,
}

/// Somebody who can log in.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FirstStartAdministrator {
    pub user_name: String,
    pub password: String,
}

crate::unprinted!(FirstStartAdministrator);
