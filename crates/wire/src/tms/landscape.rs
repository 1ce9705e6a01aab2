//! Nodes and routes.

use crate::absent::null_is_absent;
use serde::{Deserialize, Deserializer, Serialize};

/// `GET /v2/nodes`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Nodes {
    /// All nodes.
    pub nodes: Vec<Node>,
}

/// A node. Sent to create or change one, ids may be left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Node {
    /// Given by the server.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<i64>,
    /// Unique.
    pub name: String,
    /// Free text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Whether requests may enter here.
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
    /// As before when it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub import_disabled: Option<bool>,
    /// As before when it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub import_disabled_reason: Option<String>,
    /// Has no runtime.
    #[serde(default, deserialize_with = "null_is_absent")]
    pub r#virtual: bool,
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
    /// What it takes.
    pub content_type: String,
    /// How it is reached.
    #[serde(default, deserialize_with = "null_is_absent")]
    pub destination_name: String,
    /// How it is deployed.
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
    /// All routes.
    pub routes: Vec<Route>,
}

/// A route. Sent to create or change one, the id may be left out.
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
    /// Where it begins.
    pub source_node_id: i64,
    /// Where it ends.
    pub target_node_id: i64,
}
