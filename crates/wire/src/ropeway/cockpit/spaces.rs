//! Cloud Foundry: organizations, spaces, and who may do what there.

use super::super::transport::Allowed;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// An organization with the spaces that the caller sees.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Organization {
    /// Its GUID.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its spaces, the oldest first.
    pub spaces: Vec<Space>,
    /// What may be done: `createSpace`, `manage` (its members).
    pub can: BTreeMap<String, Allowed>,
}

/// A space.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Space {
    /// Its GUID.
    pub id: String,
    /// Its name.
    pub name: String,
    /// When it was made.
    #[schema(format = DateTime)]
    pub created_at: String,
    /// What may be done: `create` (instances and keys), `delete`, `manage` (its members).
    pub can: BTreeMap<String, Allowed>,
    /// The address of the deploy service for it: the URL of a destination through which a transport node deploys here.
    pub deploy_url: String,
}

/// A space to be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewSpace {
    /// Its name.
    pub name: String,
}

/// A page of roles, by the name of their holder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct MembershipPage {
    /// The items of this page.
    pub items: Vec<Membership>,
    /// For the next page, as `after`.
    pub next: Option<String>,
}

/// A role that somebody has in an organization or in one of its spaces.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Membership {
    /// GUID of the role.
    pub id: String,
    /// Log-in name of a person, or id of a client.
    pub user: String,
    /// `organization_manager`, `space_developer`, …
    pub role: String,
    /// GUID of the space; none for a role in the organization itself.
    pub space: Option<String>,
}

/// A role to be given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewMembership {
    /// Log-in name of the person.
    pub user: String,
    /// `organization_user`, `organization_manager`, `organization_auditor`, `space_developer`, `space_manager`,
    /// `space_auditor`, …
    pub role: String,
    /// GUID of the space, for a role of spaces.
    #[serde(default)]
    pub space: Option<String>,
}
