//! The global account: subaccounts and entitlements; what a subaccount has of it.

use super::super::transport::Allowed;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// A page of subaccounts, the oldest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SubaccountPage {
    /// The items of this page.
    pub items: Vec<Subaccount>,
    /// For the next page, as `after`.
    pub next: Option<String>,
    /// Name of the global account.
    pub global_account: String,
    /// Its subdomain: under it are its users and role collections.
    pub subdomain: String,
    /// What may be done: `create`, `delete`.
    pub can: BTreeMap<String, Allowed>,
}

/// A subaccount.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Subaccount {
    /// Its GUID.
    pub id: String,
    /// Its name for people.
    pub display_name: String,
    /// Its name in addresses.
    pub subdomain: String,
    /// Where it is.
    pub region: String,
    /// What it is for, in words.
    pub description: String,
    /// Who made it.
    pub created_by: String,
    /// When it was made.
    #[schema(format = DateTime)]
    pub created_at: String,
}

/// A subaccount to be; who makes it becomes its administrator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewSubaccount {
    /// Its name for people.
    pub display_name: String,
    /// Its name in addresses; one is made when there is none.
    #[serde(default)]
    pub subdomain: String,
    /// Where it is to be.
    pub region: String,
    /// What it is for, in words.
    #[serde(default)]
    pub description: String,
}

/// What a subaccount may use, and what is left.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Entitlements {
    /// Every plan that the global account was granted, in the order of the catalogue.
    pub items: Vec<Entitlement>,
    /// What may be done: `assign`.
    pub can: BTreeMap<String, Allowed>,
}

/// A plan, and how much of it the subaccount may use.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Entitlement {
    /// Technical name of the service.
    pub service: String,
    /// Name of the service for people.
    pub service_name: String,
    /// Technical name of the plan.
    pub plan: String,
    /// Name of the plan for people.
    pub plan_name: String,
    /// Whether it is subscribed to rather than instantiated.
    pub is_application: bool,
    /// Whether it is counted; else it is on or off.
    pub is_counted: bool,
    /// How much of it the subaccount is assigned; 1 where it is on, 0 where it is off.
    pub assigned: i64,
    /// How much the global account was granted.
    pub granted: i64,
    /// What is left of that for any subaccount.
    pub remaining: i64,
    /// Its version, for `If-Match`.
    pub version: String,
}

/// What a subaccount is to be assigned of a plan: one of both.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct EntitlementChange {
    /// Of a plan that is counted; 0 takes it away.
    pub amount: Option<f64>,
    /// Of a plan that is on or off.
    pub enable: Option<bool>,
}

/// An application that a subaccount is entitled or subscribed to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Subscription {
    /// Technical name of the application.
    pub app: String,
    /// Its name for people.
    pub name: String,
    /// What it is for.
    pub description: String,
    /// Technical name of the plan that is, or would be, subscribed to.
    pub plan: String,
    /// `SUBSCRIBED` or `NOT_SUBSCRIBED`.
    pub status: String,
    /// Who subscribed.
    pub created_by: Option<String>,
    /// Since when it is subscribed to.
    #[schema(format = DateTime)]
    pub created_at: Option<String>,
    /// What may be done: `subscribe`, `unsubscribe`.
    pub can: BTreeMap<String, Allowed>,
}

/// A subscription to be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewSubscription {
    /// Technical name of the plan.
    pub plan: String,
}

/// The Cloud Foundry environment of a subaccount.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Environment {
    /// GUID of its organization; none, where the subaccount has no environment.
    pub org: Option<String>,
    /// Name of the organization.
    pub org_name: Option<String>,
    /// What may be done: `enable`.
    pub can: BTreeMap<String, Allowed>,
}

/// An environment to be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewEnvironment {
    /// Name of the organization.
    pub org_name: String,
}
