//! Entitlements: what the global account may give, and to whom it gives it.

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Plans to be assigned.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SubaccountServicePlans {
    pub subaccount_service_plans: Vec<ServicePlanAssignment>,
}

/// A plan to be assigned.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ServicePlanAssignment {
    pub service_name: String,
    pub service_plan_name: String,
    /// Tells apart plans that share service and name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service_plan_unique_identifier: Option<String>,
    /// To whom, and how much.
    pub assignment_info: Vec<AssignmentWish>,
}

/// To whom, and how much: exactly one of `amount` and `enable`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AssignmentWish {
    #[serde(rename = "subaccountGUID")]
    pub subaccount_guid: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<f64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub enable: Option<bool>,
}

/// Everything about entitlements.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Assignments {
    /// What could be assigned.
    pub entitled_services: Vec<EntitledService>,
    pub assigned_services: Vec<AssignedService>,
    /// Null.
    pub fetch_error_from_external_provider_registry: Option<Value>,
}

/// A service with plans that could be assigned.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct EntitledService {
    /// Technical name.
    pub name: String,
    pub display_name: String,
    pub description: String,
    pub business_category: BusinessCategory,
    /// `VENDOR`.
    pub owner_type: String,
    /// Null.
    pub terms_of_use_url: Option<String>,
    pub service_plans: Vec<EntitledPlan>,
}

/// What a service is listed under.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct BusinessCategory {
    /// Technical name.
    pub id: String,
    pub display_name: String,
}

/// A plan that could be assigned.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct EntitledPlan {
    /// Technical name.
    pub name: String,
    pub display_name: String,
    pub description: String,
    /// Tells apart plans that share service and name.
    pub unique_identifier: String,
    /// `SERVICE_BROKER` or `NONE_REQUIRED`.
    pub provisioning_method: String,
    /// Granted.
    pub amount: f64,
    pub remaining_amount: f64,
    /// `VENDOR`.
    pub provided_by: String,
    pub beta: bool,
    /// Whether it is there for SAP's own people.
    pub available_for_internal: bool,
    pub auto_assign: bool,
    /// Null.
    pub max_allowed_subaccount_quota: Option<i64>,
    /// `SERVICE`, `ELASTIC_SERVICE`, `APPLICATION`, `PLATFORM`.
    pub category: String,
    pub unlimited: bool,
    /// Empty.
    pub source_entitlements: Vec<Value>,
    /// Where it can be used.
    pub data_centers: Vec<DataCenter>,
    /// Empty.
    pub resources: Vec<Value>,
    /// Empty.
    pub depends_on: Vec<Value>,
}

/// A region.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DataCenter {
    /// `cf-eu10`.
    pub name: String,
    pub display_name: String,
    /// `eu10`.
    pub region: String,
    /// `cloudfoundry`.
    pub environment: String,
    pub domain: String,
}

/// A service with plans that are assigned.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AssignedService {
    /// Technical name.
    pub name: String,
    pub display_name: String,
    pub business_category: BusinessCategory,
    /// `VENDOR`.
    pub owner_type: String,
    pub service_plans: Vec<AssignedPlan>,
}

/// A plan that is assigned.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AssignedPlan {
    /// Technical name.
    pub name: String,
    pub display_name: String,
    /// Tells apart plans that share service and name.
    pub unique_identifier: String,
    /// `SERVICE`, `ELASTIC_SERVICE`, `APPLICATION`, `PLATFORM`.
    pub category: String,
    pub beta: bool,
    /// Null.
    pub max_allowed_subaccount_quota: Option<i64>,
    pub unlimited: bool,
    /// To whom, and how much.
    pub assignment_info: Vec<AssignmentInfo>,
}

/// To whom a plan is assigned, and how much.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AssignmentInfo {
    /// The subaccount.
    pub entity_id: String,
    /// `SUBACCOUNT`.
    pub entity_type: String,
    pub amount: f64,
    pub requested_amount: f64,
    /// `OK`.
    pub entity_state: String,
    pub state_message: String,
    pub auto_assign: bool,
    /// Whether the subaccount got it without being asked.
    pub auto_assigned: bool,
    /// How much new subaccounts get.
    pub auto_distribute_amount: i64,
    /// Milliseconds.
    pub created_date: i64,
    /// Milliseconds.
    pub modified_date: i64,
    pub unlimited_amount_assigned: bool,
    /// The global account.
    pub parent_id: String,
    /// `GLOBAL_ACCOUNT`.
    pub parent_type: String,
    pub parent_remaining_amount: f64,
    pub parent_amount: f64,
    /// Empty.
    pub resources: Vec<Value>,
}
