//! The landscape as a whole: made in one go, and what is where in it.

use super::transport::{Allowed, NodeChange};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// Nodes and routes that are made together.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct NewLandscape {
    /// The nodes, in the order in which they are made; at most 50.
    pub nodes: Vec<NodeChange>,
    /// The routes between them, or between them and nodes that are there; at most 200.
    pub routes: Vec<NamedRoute>,
}

/// A route to be, between nodes by their names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NamedRoute {
    /// What it is called.
    pub name: String,
    /// What it is for, in words.
    #[serde(default)]
    pub description: Option<String>,
    /// Name of the node it leads from.
    pub source: String,
    /// Name of the node it leads to.
    pub target: String,
}

/// A page of what is where: an MTA a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct MatrixPage {
    /// The items of this page, by the id of the MTA.
    pub items: Vec<MatrixRow>,
    /// For the next page, as `after`.
    pub next: Option<String>,
}

/// An MTA, and where it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct MatrixRow {
    /// Id of the MTA.
    pub mta: String,
    /// Of the nodes where there is something to be said; nothing has come to the others.
    pub cells: Vec<MatrixCell>,
}

/// An MTA in a node.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct MatrixCell {
    /// Number of the node.
    pub node: i64,
    /// How it stands to the node in front: `absent`, `current`, `behind` or `ahead`.
    pub standing: String,
    /// The version that came here last: by an import that ended well, or by the export it entered the landscape with.
    pub version: Option<String>,
    /// The request it came with.
    pub request: Option<i64>,
    /// When.
    #[schema(format = DateTime)]
    pub arrived_at: Option<String>,
    /// What is in the queue and not here yet.
    pub pending: Vec<MatrixPending>,
}

/// Requests with the MTA in a queue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct MatrixPending {
    /// `initial`, `repeat`, `fatal`, `running` or `error`.
    pub status: String,
    /// How many.
    pub count: i64,
    /// The newest of them.
    pub request: i64,
    /// What that one carries.
    pub version: String,
}

/// A page of the MTA extension descriptors of a node.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ExtensionDescriptorPage {
    /// The items of this page, the oldest first.
    pub items: Vec<ExtensionDescriptor>,
    /// For the next page, as `after`.
    pub next: Option<String>,
    /// What may be done: `change`.
    pub can: BTreeMap<String, Allowed>,
}

/// An MTA extension descriptor of a node. What is in it is never shown, because it may hold secrets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ExtensionDescriptor {
    /// Its number.
    pub id: i64,
    /// `extends`: the MTA it is for.
    pub mta_id: String,
    /// `ID`: its own name.
    pub extension_id: String,
    /// The version of the MTA it is for; `*`: every version that has none of its own.
    pub mta_version: String,
    /// What it is for, in words.
    pub description: String,
    /// Name of the file it came in.
    pub file_name: String,
    /// When it was changed last.
    #[schema(format = DateTime)]
    pub changed_at: String,
    /// Its version, for `If-Match`.
    pub version: String,
}
