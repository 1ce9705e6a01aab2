//! Who is signed in to the page.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A session of the page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Session {
    /// Goes along as `X-CSRF-Token` with every call that changes something.
    pub csrf_token: String,
    /// Who is signed in.
    pub user: SessionUser,
    /// Whether the user administers the global account.
    pub is_global_administrator: bool,
    /// Where the user has a role, by display name.
    pub subaccounts: Vec<SessionSubaccount>,
    /// The release of the server.
    pub version: String,
    /// When the session ends if nothing is done.
    pub expires_at: String,
}

/// Who is signed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SessionUser {
    /// Its id.
    pub id: String,
    /// Log-in name.
    pub name: String,
    /// Mail address.
    pub email: String,
    /// First name.
    pub given_name: String,
    /// Last name.
    pub family_name: String,
}

/// A subaccount in which the user has a role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SessionSubaccount {
    /// Its id.
    pub id: String,
    /// Its name in addresses.
    pub subdomain: String,
    /// Its name for people.
    pub display_name: String,
    /// Parts of the page in which the roles are of use: `transport`, `change`, `integration`, `cockpit`.
    pub areas: Vec<String>,
    /// The role collections that the user has there.
    pub role_collections: Vec<String>,
}
