//! How far an installation is with the guide.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The guide's steps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Guide {
    /// In their order.
    pub steps: Vec<GuideStep>,
    /// How many are done.
    pub done: u64,
}

/// A step, and how it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct GuideStep {
    /// Its number in the guide.
    pub number: u8,
    /// Who does it.
    pub actor: String,
    /// What is done.
    pub title: String,
    /// `done`, `missing` or `wrong`.
    pub status: String,
    /// What was seen.
    pub saw: String,
    /// What to do, where it is not done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fix: Option<String>,
    /// Where it is done: a screen of the page.
    pub screen: String,
    /// The subdomain of the subaccount in which it is done; none: in the global account, or there is none yet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subaccount: Option<String>,
}
