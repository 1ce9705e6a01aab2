//! Destinations of a subaccount.

use super::super::DestinationHint;
use super::super::transport::Allowed;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// A page of destinations, by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DestinationPage {
    /// The items of this page.
    pub items: Vec<DestinationLine>,
    /// For the next page, as `after`.
    pub next: Option<String>,
    /// What may be done: `create`.
    pub can: BTreeMap<String, Allowed>,
}

/// A destination in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct DestinationLine {
    /// Its name.
    pub name: String,
    /// `HTTP`, `RFC`, `MAIL`, `LDAP` or `TCP`.
    pub r#type: String,
    /// Where it leads; empty for types that have no address.
    pub url: String,
    /// How a caller proves itself; empty where nothing is said.
    pub authentication: String,
    /// What it is for, in words.
    pub description: String,
    /// Secrets that its authentication needs and that it does not have.
    pub missing_secrets: Vec<String>,
    /// What is likely to be wrong with the properties.
    pub hints: Vec<DestinationHint>,
    /// When it was written last.
    #[schema(format = DateTime)]
    pub modified_at: String,
    /// What may be done with it: `edit`, `delete`, `check`.
    pub can: BTreeMap<String, Allowed>,
}

/// A destination, without its secrets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Destination {
    /// Its name.
    pub name: String,
    /// Properties that hold no secret, all as texts. What is secret in the query of an address is `<redacted>`.
    #[schema(value_type = BTreeMap<String, String>)]
    pub properties: Map<String, Value>,
    /// Names of the properties that hold a secret.
    pub secrets: Vec<String>,
    /// Secrets that its authentication needs and that it does not have.
    pub missing_secrets: Vec<String>,
    /// What is likely to be wrong with the properties.
    pub hints: Vec<DestinationHint>,
    /// When it was written first.
    #[schema(format = DateTime)]
    pub created_at: String,
    /// When it was written last.
    #[schema(format = DateTime)]
    pub modified_at: String,
    /// What may be done with it: `edit`, `delete`, `check`.
    pub can: BTreeMap<String, Allowed>,
}

/// A destination as it is to be.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DestinationDraft {
    /// All its properties as texts, `Name` among them. Where a destination is replaced, a secret with an empty text stays
    /// what it was, and a property that is not named is gone.
    #[schema(value_type = BTreeMap<String, String>)]
    pub properties: Map<String, Value>,
}

/// A destination as a file says it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct DestinationFile {
    /// Its properties, all as texts.
    #[schema(value_type = BTreeMap<String, String>)]
    pub properties: Map<String, Value>,
    /// Secrets to be entered again: those that were left out of the file, and those that its authentication needs.
    pub missing_secrets: Vec<String>,
    /// What keeps it from being written as it is.
    pub errors: Vec<String>,
    /// Whether the subaccount has a destination of this name.
    pub exists: bool,
}

crate::unprinted!(DestinationDraft, DestinationFile);
