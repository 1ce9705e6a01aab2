//! The account services: accounts, entitlements, provisioning, SaaS subscriptions, jobs; and the shapes of service keys.

use crate::keys;
use serde::{Deserialize, Serialize};

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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FirstStartAdministrator {
    /// Log-in name.
    pub user_name: String,
    /// Password.
    pub password: String,
}
