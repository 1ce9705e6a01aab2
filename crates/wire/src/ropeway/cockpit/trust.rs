//! Trust in identity providers.

use super::super::transport::Allowed;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// The identity providers that are trusted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct TrustConfiguration {
    /// Whether everybody may sign in to the page with a password; otherwise only administrators of the global account.
    pub password_sign_in: bool,
    /// The trusted providers, besides the default one.
    pub providers: Vec<IdentityProvider>,
}

/// An identity provider that is trusted, as the operator configured it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct IdentityProvider {
    /// Its key; users are an origin and a log-in name.
    pub origin: String,
    /// What people read on the sign-in page.
    pub name: String,
    /// `OpenID Connect`.
    pub protocol: String,
    /// Its address.
    pub issuer: String,
    /// What this server is called there.
    pub client_id: String,
    /// The address that the provider has to know, to send people back.
    pub redirect_uri: String,
    /// What is asked for.
    pub scopes: Vec<String>,
    /// The claim that is the log-in name; empty: `email`, else `preferred_username`.
    pub user_name_claim: String,
    /// The claim with the groups.
    pub groups_claim: String,
    /// `unknown` before it was asked for the first time, `active`, or `failed`.
    pub state: ProviderState,
    /// How many keys it publishes; none is known before it was asked.
    pub keys: Option<u64>,
    /// When addresses and keys were got last.
    pub fetched_at: Option<String>,
    /// What went wrong when it was asked last.
    pub problem: Option<String>,
    /// What its groups give in this subaccount.
    pub mappings: Vec<RoleMapping>,
    /// What may be done: `check`.
    pub can: BTreeMap<String, Allowed>,
}

/// How it stands with an identity provider, since this server started.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub enum ProviderState {
    /// It was not asked yet.
    Unknown,
    /// It answered as it must.
    Active,
    /// It did not, when it was asked last.
    Failed,
}

/// A group that gives a role collection.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct RoleMapping {
    /// The group, as the provider calls it.
    pub group: String,
    /// Name of the role collection.
    pub role_collection: String,
    /// Whether there is such a role collection here; if not, the group gives nothing.
    pub exists: bool,
}

/// What came of the check of an identity provider.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TrustCheck {
    /// What was asked, one after the other; the first failure is the last one.
    pub steps: Vec<TrustStep>,
}

/// A step of the check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TrustStep {
    /// `metadata`, `pkce`, `algorithms`, `keys`, `client`.
    pub name: String,
    /// How good that is: `success`, `warning`, `error`.
    pub severity: String,
    /// What is so.
    pub text: String,
    /// What to do; empty, when nothing is.
    pub fix: String,
}
