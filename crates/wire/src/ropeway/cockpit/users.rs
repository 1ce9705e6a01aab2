//! Users and role collections of a subaccount.

use super::super::transport::Allowed;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// A page of users, by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct UserPage {
    /// The items of this page.
    pub items: Vec<User>,
    /// For the next page, as `after`.
    pub next: Option<String>,
    /// What may be done: `create`, `assign`, `remove`.
    pub can: BTreeMap<String, Allowed>,
}

/// Somebody who is known in the subaccount.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct User {
    /// Its id.
    pub id: String,
    /// The identity provider; the user is it and the name.
    pub origin: String,
    /// Log-in name.
    pub name: String,
    /// Mail address.
    pub email: String,
    /// First name.
    pub given_name: String,
    /// Last name.
    pub family_name: String,
    /// Names of the role collections that the user has here.
    pub role_collections: Vec<String>,
    /// Those of them that groups at the identity provider give; they go with the group.
    pub from_groups: Vec<String>,
}

/// A user to be.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct NewUser {
    /// The origin of a trusted identity provider; empty for the default one.
    pub origin: String,
    /// Log-in name.
    pub name: String,
    /// Mail address; the log-in name, unless it is said.
    pub email: String,
    /// First name.
    pub given_name: String,
    /// Last name.
    pub family_name: String,
}

/// A person to be, who can log in.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct NewPerson {
    /// Log-in name.
    pub name: String,
    /// Mail address; the log-in name, unless it is said.
    pub email: String,
    /// First name.
    pub given_name: String,
    /// Last name.
    pub family_name: String,
    /// What the person logs in with, until it is changed.
    pub password: String,
}

/// What a user is to have.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct UserRoleCollections {
    /// Names of role collections: exactly these.
    pub role_collections: Vec<String>,
}

/// A page of role collections, by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RoleCollectionPage {
    /// The items of this page.
    pub items: Vec<RoleCollection>,
    /// For the next page, as `after`.
    pub next: Option<String>,
    /// What may be done: `create`.
    pub can: BTreeMap<String, Allowed>,
}

/// A role collection.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct RoleCollection {
    /// Its name.
    pub name: String,
    /// What it is for.
    pub description: String,
    /// Whether it came with the subaccount or with an application.
    pub is_predefined: bool,
    /// The roles in it.
    pub roles: Vec<RoleInCollection>,
    /// How many users have it.
    pub users: i64,
    /// What may be done: `edit`, `delete`, `copy`, `assign`.
    pub can: BTreeMap<String, Allowed>,
}

/// A role collection to be, or what it is to be like.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct RoleCollectionDraft {
    /// Its name.
    pub name: String,
    /// What it is for.
    pub description: String,
    /// The roles in it: exactly these.
    pub roles: Vec<RoleInCollection>,
}

/// A role that a collection can have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Role {
    /// Its name.
    pub name: String,
    /// The template that it is made from.
    pub template: String,
    /// Id of the application that it is of.
    pub application: String,
    /// What it allows.
    pub description: String,
    /// Whether it came with the application.
    pub is_predefined: bool,
}

/// A role in a collection.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RoleInCollection {
    /// Its name.
    pub name: String,
    /// The template that it is made from.
    pub template: String,
    /// Id of the application that it is of.
    pub application: String,
}

crate::unprinted!(NewPerson);
