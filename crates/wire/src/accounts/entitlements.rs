//! Entitlements: what the global account may give, and to whom it gives it.

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Plans to be assigned.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SubaccountServicePlans {
    /// Plan by plan.
    pub subaccount_service_plans: Vec<ServicePlanAssignment>,
}

/// A plan to be assigned.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ServicePlanAssignment {
    /// The service.
    pub service_name: String,
    /// The plan.
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
    /// The subaccount.
    #[serde(rename = "subaccountGUID")]
    pub subaccount_guid: String,
    /// How much.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<f64>,
    /// On or off.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub enable: Option<bool>,
}

/// Everything about entitlements.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Assignments {
    /// What could be assigned.
    pub entitled_services: Vec<EntitledService>,
    /// What is assigned.
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
    /// Name for people.
    pub display_name: String,
    /// What it is for.
    pub description: String,
    /// What it is listed under.
    pub business_category: BusinessCategory,
    /// `VENDOR`.
    pub owner_type: String,
    /// Null.
    pub terms_of_use_url: Option<String>,
    /// Its plans.
    pub service_plans: Vec<EntitledPlan>,
}

/// What a service is listed under.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct BusinessCategory {
    /// Technical name.
    pub id: String,
    /// Name for people.
    pub display_name: String,
}

/// A plan that could be assigned.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct EntitledPlan {
    /// Technical name.
    pub name: String,
    /// Name for people.
    pub display_name: String,
    /// What it is for.
    pub description: String,
    /// Tells apart plans that share service and name.
    pub unique_identifier: String,
    /// `SERVICE_BROKER` or `NONE_REQUIRED`.
    pub provisioning_method: String,
    /// Granted.
    pub amount: f64,
    /// What is left of it.
    pub remaining_amount: f64,
    /// `VENDOR`.
    pub provided_by: String,
    /// Whether it is a beta feature.
    pub beta: bool,
    /// Whether it is there for SAP's own people.
    pub available_for_internal: bool,
    /// Whether new subaccounts get it.
    pub auto_assign: bool,
    /// Null.
    pub max_allowed_subaccount_quota: Option<i64>,
    /// `SERVICE`, `ELASTIC_SERVICE`, `APPLICATION`, `PLATFORM`.
    pub category: String,
    /// Whether there is no limit.
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
    /// Name for people.
    pub display_name: String,
    /// `eu10`.
    pub region: String,
    /// `cloudfoundry`.
    pub environment: String,
    /// Its domain.
    pub domain: String,
}

/// A service with plans that are assigned.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AssignedService {
    /// Technical name.
    pub name: String,
    /// Name for people.
    pub display_name: String,
    /// What it is listed under.
    pub business_category: BusinessCategory,
    /// `VENDOR`.
    pub owner_type: String,
    /// Its plans.
    pub service_plans: Vec<AssignedPlan>,
}

/// A plan that is assigned.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AssignedPlan {
    /// Technical name.
    pub name: String,
    /// Name for people.
    pub display_name: String,
    /// Tells apart plans that share service and name.
    pub unique_identifier: String,
    /// `SERVICE`, `ELASTIC_SERVICE`, `APPLICATION`, `PLATFORM`.
    pub category: String,
    /// Whether it is a beta feature.
    pub beta: bool,
    /// Null.
    pub max_allowed_subaccount_quota: Option<i64>,
    /// Whether there is no limit.
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
    /// How much.
    pub amount: f64,
    /// The same.
    pub requested_amount: f64,
    /// `OK`.
    pub entity_state: String,
    /// About the state.
    pub state_message: String,
    /// Whether new subaccounts get it.
    pub auto_assign: bool,
    /// Whether the subaccount got it without being asked.
    pub auto_assigned: bool,
    /// How much new subaccounts get.
    pub auto_distribute_amount: i64,
    /// Milliseconds.
    pub created_date: i64,
    /// Milliseconds.
    pub modified_date: i64,
    /// Whether there is no limit.
    pub unlimited_amount_assigned: bool,
    /// The global account.
    pub parent_id: String,
    /// `GLOBAL_ACCOUNT`.
    pub parent_type: String,
    /// What is left for others.
    pub parent_remaining_amount: f64,
    /// What there is.
    pub parent_amount: f64,
    /// Empty.
    pub resources: Vec<Value>,
}
