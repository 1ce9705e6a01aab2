//! Subscriptions to applications.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// A subscription to be.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct CreateSubscription {
    pub plan_name: Option<String>,
    /// What the application wants to know.
    pub subscription_params: Option<Map<String, Value>>,
}

/// Applications.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Applications {
    /// All that the subaccount is entitled to.
    pub applications: Vec<Application>,
}

/// An application, subscribed to or not.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Application {
    /// Where it opens; null when not subscribed.
    pub subscription_url: Option<String>,
    /// The tenant; null when not subscribed.
    pub subscribed_tenant_id: Option<String>,
    /// The subaccount; null when not subscribed.
    pub subscribed_subaccount_id: Option<String>,
    /// The subscription; null when not subscribed.
    #[serde(rename = "subscriptionGUID")]
    pub subscription_guid: Option<String>,
    /// `SUBSCRIBED`, `NOT_SUBSCRIBED`, `IN_PROCESS`.
    pub state: String,
    /// `XSUAA`.
    pub authentication_provider: String,
    /// Technical name.
    pub app_name: String,
    /// Technical name.
    pub commercial_app_name: String,
    /// Its id in tokens, with the plan index.
    pub app_id: String,
    pub plan_name: String,
    pub supports_plan_updates: bool,
    pub supports_parameters_updates: bool,
    pub supports_get_parameters: bool,
    pub display_name: String,
    pub description: String,
    pub category: String,
    /// The same, for people.
    pub category_display_name: String,
    /// The provider's global account.
    pub global_account_id: String,
    /// The provider's tenant.
    pub tenant_id: String,
    /// How much the subaccount is entitled to.
    pub quota: i64,
    pub customer_developed: bool,
    /// Empty.
    pub application_coordinates: Map<String, Value>,
    /// Text; null when not subscribed.
    pub modified_date: Option<String>,
    /// Text; null when not subscribed.
    pub created_date: Option<String>,
    /// Who; null when not subscribed.
    pub modified_by: Option<String>,
    /// Who; null when not subscribed.
    pub created_by: Option<String>,
}

/// A job of a subscription, as its `Location` answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SubscriptionJob {
    /// Its number.
    pub id: String,
    /// `CREATED`, `STARTED`, `SUCCEEDED`, `FAILED`, `RETRY`.
    pub state: String,
    pub state_details: Option<Value>,
    pub error: Option<Value>,
}
