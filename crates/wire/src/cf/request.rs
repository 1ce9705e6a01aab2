//! What clients send.

use super::Metadata;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

/// An organization to be, or what is to change.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct OrganizationRequest {
    /// Its name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Whether it is stopped.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suspended: Option<bool>,
    /// Labels and annotations.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<Metadata>,
}

/// A space, role, instance or key to be: its name, and where it belongs.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Request {
    /// `space_developer`, `managed`, `key`, …
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// Its name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Where it belongs.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub relationships: BTreeMap<String, RequestToOne>,
    /// For the broker.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parameters: Option<Value>,
    /// Of an instance that somebody provides.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub credentials: Option<Value>,
    /// Where logs go; null takes it away.
    #[serde(deserialize_with = "as_it_is", skip_serializing_if = "Option::is_none")]
    pub syslog_drain_url: Option<Value>,
    /// Through where requests go; null takes it away.
    #[serde(deserialize_with = "as_it_is", skip_serializing_if = "Option::is_none")]
    pub route_service_url: Option<Value>,
    /// By which apps find it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<String>>,
    /// Labels and annotations.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<Metadata>,
}

/// Tells null from absent.
fn as_it_is<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Value>, D::Error> {
    Value::deserialize(from).map(Some)
}

/// The other side of a relationship in a request; a user may be named.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RequestToOne {
    /// The other side.
    pub data: Option<Reference>,
}

/// A GUID, or the name of a user.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Reference {
    /// Of what.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub guid: Option<String>,
    /// Of a user.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub username: Option<String>,
    /// Of a user.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub origin: Option<String>,
}

/// A user to be known: by GUID, or by name and origin.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct UserRequest {
    /// Of a person or a client.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub guid: Option<String>,
    /// The log-in name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub username: Option<String>,
    /// The identity provider.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub origin: Option<String>,
    /// Labels and annotations.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<Metadata>,
}

/// A switch to be set.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct FeatureRequest {
    /// Whether it is on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enabled: Option<bool>,
}
crate::unprinted!(Request);
