//! What clients send.

use super::Metadata;
use serde::{Deserialize, Deserializer};
use serde_json::Value;
use std::collections::BTreeMap;

/// An organization to be, or what is to change.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct OrganizationRequest {
    pub name: Option<String>,
    pub suspended: Option<bool>,
    pub metadata: Option<Metadata>,
}

/// A space, role, instance or key to be: its name, and where it belongs.
#[derive(Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Request {
    /// `space_developer`, `managed`, `key`, …
    #[serde(rename = "type")]
    pub kind: Option<String>,
    pub name: Option<String>,
    /// Where it belongs.
    pub relationships: BTreeMap<String, RequestToOne>,
    pub parameters: Option<Value>,
    /// Of an instance that somebody provides.
    pub credentials: Option<Value>,
    /// Where logs go; null takes it away.
    #[serde(deserialize_with = "as_it_is")]
    pub syslog_drain_url: Option<Value>,
    /// Through where requests go; null takes it away.
    #[serde(deserialize_with = "as_it_is")]
    pub route_service_url: Option<Value>,
    /// By which apps find it.
    pub tags: Option<Vec<String>>,
    pub metadata: Option<Metadata>,
}

/// Tells null from absent.
fn as_it_is<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Value>, D::Error> {
    Value::deserialize(from).map(Some)
}

/// The other side of a relationship in a request; a user may be named.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct RequestToOne {
    pub data: Option<Reference>,
}

/// A GUID, or the name of a user.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Reference {
    pub guid: Option<String>,
    /// Of a user.
    pub username: Option<String>,
    /// Of a user.
    pub origin: Option<String>,
}

/// A user to be known: by GUID, or by name and origin.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct UserRequest {
    /// Of a person or a client.
    pub guid: Option<String>,
    pub username: Option<String>,
    pub origin: Option<String>,
    pub metadata: Option<Metadata>,
}

/// A switch to be set.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct FeatureRequest {
    pub enabled: Option<bool>,
}
crate::unprinted!(Request);
