//! Nodes and routes.

use super::Number;
use crate::absent::null_is_absent;
use serde::{Deserialize, Deserializer, Serialize};

/// `GET /v2/nodes`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Nodes {
    pub nodes: Vec<Node>,
}

/// A node, as it is answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Node {
    /// Given by the server.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<i64>,
    /// Unique.
    pub name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    #[serde(default, deserialize_with = "null_is_absent")]
    pub upload_allowed: bool,
    /// Deprecated.
    #[serde(default, deserialize_with = "null_is_absent")]
    pub notification_enabled: bool,
    /// `AUTO`, `MANUAL`, `POST_IMPORT`, `ON_SUCCESS`.
    #[serde(default = "auto", deserialize_with = "or_auto")]
    pub forward_mode: String,
    /// `CHARM`, or absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub controlled_by: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub import_disabled: Option<bool>,
    /// Why; empty when nobody said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub import_disabled_reason: Option<String>,
    /// Has no runtime.
    #[serde(default, deserialize_with = "null_is_absent")]
    pub r#virtual: bool,
    /// Labels; absent when there are none. The original's name of this field is not public.
    #[serde(default, deserialize_with = "null_is_absent", skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// None, or one.
    #[serde(default, deserialize_with = "null_is_absent")]
    pub targets: Vec<NodeTarget>,
}

fn auto() -> String {
    "AUTO".to_owned()
}

fn or_auto<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    Ok(Option::deserialize(from)?.unwrap_or_else(auto))
}

/// Where a node deploys to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct NodeTarget {
    /// Given by the server.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<i64>,
    pub content_type: String,
    #[serde(default, deserialize_with = "null_is_absent")]
    pub destination_name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub import_options: Option<ImportOptions>,
}

/// How something is deployed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportOptions {
    /// `default`.
    pub strategy: String,
}

/// `GET /v2/routes`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Routes {
    pub routes: Vec<Route>,
}

/// A route, as it is answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Route {
    /// Given by the server.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<i64>,
    /// Free text; sent as null when there is none.
    #[serde(default)]
    pub description: Option<String>,
    /// Unique.
    pub name: String,
    pub source_node_id: i64,
    pub target_node_id: i64,
}

/// What creates or changes a node. What is absent or null stays as it is; there is no field that is not looked at.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct NodeRequest {
    /// That of the node that is changed.
    pub id: Option<Number>,
    /// Unique.
    pub name: Option<String>,
    /// Free text; empty removes it.
    pub description: Option<String>,
    pub upload_allowed: Option<bool>,
    /// Deprecated; can be left as it is, or switched off.
    pub notification_enabled: Option<bool>,
    /// `AUTO`, `MANUAL`, `POST_IMPORT`, `ON_SUCCESS`.
    pub forward_mode: Option<String>,
    /// `CHARM`; empty removes it.
    pub controlled_by: Option<String>,
    pub import_disabled: Option<bool>,
    /// Why; empty removes it.
    pub import_disabled_reason: Option<String>,
    /// Has no runtime.
    pub r#virtual: Option<bool>,
    /// Labels; the list replaces that before.
    pub tags: Option<Vec<String>>,
    /// None, or one.
    pub targets: Option<Vec<TargetRequest>>,
    /// Only false: there is no automatic import yet. The original's name of this field is not public.
    pub import_automatically: Option<bool>,
}

/// The target of a node that is created or changed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct TargetRequest {
    /// That of the target that is there.
    pub id: Option<Number>,
    pub content_type: Option<String>,
    pub destination_name: Option<String>,
    pub import_options: Option<ImportOptionsRequest>,
}

/// How something is to be deployed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ImportOptionsRequest {
    /// `default`.
    pub strategy: Option<String>,
}

/// What creates or changes a route. What is absent or null stays as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct RouteRequest {
    /// That of the route that is changed.
    pub id: Option<Number>,
    /// Free text; empty removes it.
    pub description: Option<String>,
    /// Unique.
    pub name: Option<String>,
    pub source_node_id: Option<Number>,
    pub target_node_id: Option<Number>,
}
