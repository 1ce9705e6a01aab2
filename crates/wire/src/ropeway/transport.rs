//! Transport management as the page shows it.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// Whether something may be done with an object, and why not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Allowed {
    /// Whether it may be done.
    pub allowed: bool,
    /// Why not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// The landscape: every node and route.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Landscape {
    /// Every node.
    pub nodes: Vec<Node>,
    /// Every route.
    pub routes: Vec<Route>,
    /// What may be done: `create`.
    pub can: BTreeMap<String, Allowed>,
}

/// A transport node.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Node {
    /// Its number.
    pub id: i64,
    /// What it is called.
    pub name: String,
    /// What it is for, in words.
    pub description: String,
    /// Whether requests may enter the landscape here.
    pub upload_allowed: bool,
    /// `AUTO`, `POST_IMPORT`, `ON_SUCCESS` or `MANUAL`: when requests go on by themselves.
    pub forward_mode: String,
    /// `CHARM` or `CALM`, where something else decides about imports.
    pub controlled_by: Option<String>,
    /// Whether nothing is deployed here.
    pub is_virtual: bool,
    /// Labels.
    pub tags: Vec<String>,
    /// What its target takes.
    pub content_type: Option<String>,
    /// The destination of its target.
    pub destination: Option<String>,
    /// Whether nothing can be imported for now.
    pub import_disabled: bool,
    /// Why not.
    pub import_disabled_reason: String,
    /// How many requests of its queue have which status.
    pub counters: BTreeMap<String, i64>,
    /// What may be done with it: `import`, `importSelected`, `operate`, `upload`, `edit`.
    pub can: BTreeMap<String, Allowed>,
    /// Its version, for `If-Match`.
    pub version: String,
}

/// A transport route.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Route {
    /// Its number.
    pub id: i64,
    /// What it is called.
    pub name: String,
    /// What it is for, in words.
    pub description: String,
    /// The node it leads from.
    pub source: i64,
    /// The node it leads to.
    pub target: i64,
    /// Its version, for `If-Match`.
    pub version: String,
}

/// What is said about a node. What is not said stays as it is; an empty text or list clears it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct NodeChange {
    /// What it is called.
    pub name: Option<String>,
    /// What it is for, in words.
    pub description: Option<String>,
    /// Whether requests may enter the landscape here.
    pub upload_allowed: Option<bool>,
    /// `AUTO`, `POST_IMPORT`, `ON_SUCCESS` or `MANUAL`: when requests go on by themselves.
    pub forward_mode: Option<String>,
    /// What else decides about imports, if something does.
    pub controlled_by: Option<String>,
    /// Whether nothing is deployed here.
    pub is_virtual: Option<bool>,
    /// Labels.
    pub tags: Option<Vec<String>>,
    /// What its target takes; an empty text takes the target away.
    pub content_type: Option<String>,
    /// The destination of its target.
    pub destination: Option<String>,
    /// Whether nothing can be imported for now.
    pub import_disabled: Option<bool>,
    /// Why not.
    pub import_disabled_reason: Option<String>,
}

/// A route to be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewRoute {
    /// What it is called.
    pub name: String,
    #[serde(default)]
    /// What it is for, in words.
    pub description: Option<String>,
    /// The node it leads from.
    pub source: i64,
    /// The node it leads to.
    pub target: i64,
}

/// What is said about a route. What is not said stays as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct RouteChange {
    /// What it is called.
    pub name: Option<String>,
    /// What it is for, in words.
    pub description: Option<String>,
    /// The node it leads from.
    pub source: Option<i64>,
    /// The node it leads to.
    pub target: Option<i64>,
}

/// A page of an import queue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct QueuePage {
    /// The items of this page.
    pub items: Vec<QueueItem>,
    /// For the next page, as `after`.
    pub next: Option<String>,
}

/// A request in a queue, as it is read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct QueueItem {
    /// Number of the transport request.
    pub request: i64,
    /// `initial`, `repeat`, `fatal`, `running`, `succeeded`, `skipped`, `warning`, `error`, `deleted`.
    pub status: String,
    /// Its place in the queue.
    pub position: i64,
    /// What it is for, in words.
    pub description: String,
    /// By whom it was made, or on whose behalf.
    pub owner: String,
    /// The node where it entered the landscape.
    pub origin: String,
    /// When it was made.
    pub created_at: String,
    /// When it came into the queue, or was moved to its end.
    pub queued_at: String,
    /// What it carries.
    pub entries: Vec<QueueEntry>,
}

/// An entry of a request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct QueueEntry {
    /// Its number.
    pub id: i64,
    /// `FILE` or `REFERENCE`.
    pub storage_type: String,
    /// `MTA`, `APP`, `XSCDU` or `BTP_ABAP`.
    pub content_type: String,
    /// Number of the file, or the reference.
    pub uri: String,
}

/// The same without its entries, as it is written from where it lies.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct WrittenItem<'a> {
    /// Number of the transport request.
    pub request: i64,
    pub status: &'a str,
    /// Its place in the queue.
    pub position: i64,
    pub description: &'a str,
    pub owner: &'a str,
    pub origin: &'a str,
    pub created_at: &'a str,
    pub queued_at: &'a str,
}

/// Which requests of a queue are meant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Chosen {
    /// Their numbers, in the order in which they are to be treated.
    pub requests: Vec<i64>,
}

/// An import.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct NewImport {
    /// The requests to import, in the order of the queue; none: everything that can be imported.
    pub requests: Option<Vec<i64>>,
}

/// What was begun.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Begun {
    /// Number of the transport action that shows how it goes.
    pub action: i64,
}

/// A request that was made of an uploaded file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct UploadedRequest {
    /// Its number.
    pub request: i64,
    /// What it is for, in words.
    pub description: String,
}

/// A page of transport requests, the newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RequestPage {
    /// The items of this page.
    pub items: Vec<RequestSummary>,
    /// For the next page, as `after`.
    pub next: Option<String>,
}

/// A transport request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct RequestSummary {
    /// Its number.
    pub id: i64,
    /// What it is for, in words.
    pub description: String,
    /// By whom it was made, or on whose behalf.
    pub owner: String,
    /// On whose behalf.
    pub named_user: Option<String>,
    /// The node where it entered the landscape.
    pub origin: String,
    /// `MTA`, `APP`, `XSCDU` or `BTP_ABAP`.
    pub content_type: String,
    /// When it was made.
    pub created_at: String,
}

/// A transport request with what it carries and where it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct RequestDetails {
    /// The request itself.
    pub request: RequestSummary,
    /// What it carries.
    pub entries: Vec<RequestContent>,
    /// The queues it is in, in the order in which it came there.
    pub tracking: Vec<Track>,
    /// The routes between its nodes.
    pub routes: Vec<Route>,
}

/// What an entry of a request carries.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct RequestContent {
    /// Its number.
    pub id: i64,
    /// Number of the file, or the reference.
    pub uri: String,
    /// Name of the file.
    pub file_name: String,
    /// Of a file that is here.
    pub size_bytes: Option<u64>,
    /// Of an MTA archive.
    pub mta: Option<ArchiveContent>,
    /// Why the archive cannot be shown.
    pub unreadable: Option<String>,
}

/// An MTA archive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ArchiveContent {
    /// Its number.
    pub id: String,
    /// Its version.
    pub version: String,
    /// Its modules.
    pub modules: Vec<ArchiveModule>,
}

/// A module of an MTA archive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ArchiveModule {
    /// What it is called.
    pub name: String,
    /// What sort it is.
    pub r#type: String,
    /// SHA-256 of its content.
    pub sha256: Option<String>,
    /// How large it is, in bytes.
    pub size_bytes: Option<u64>,
    /// Artifacts of an integration package.
    pub artifacts: Vec<ArchiveArtifact>,
}

/// An artifact of a package.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ArchiveArtifact {
    /// Its number.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// Its version.
    pub version: String,
    /// What sort it is.
    pub r#type: String,
}

/// Where a request is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Track {
    /// Number of the node.
    pub node: i64,
    /// What it is called.
    pub name: String,
    /// `AUTO`, `POST_IMPORT`, `ON_SUCCESS` or `MANUAL`: when requests go on by themselves.
    pub forward_mode: String,
    /// How far it is.
    pub status: String,
    /// Its place in the queue.
    pub position: i64,
    /// When it came into the queue, or was moved to its end.
    pub queued_at: String,
}

/// A page of transport actions, the newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ActionPage {
    /// The items of this page.
    pub items: Vec<Action>,
    /// For the next page, as `after`.
    pub next: Option<String>,
}

/// A transport action.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Action {
    /// Its number.
    pub id: i64,
    /// `NE` export, `NU` upload, `I` import, `DQ` removal, `RQ` reset, `FQ` forwarding.
    pub r#type: String,
    /// How far it is.
    pub status: String,
    /// Number of the node.
    pub node: i64,
    /// Name of the node, as it was then.
    pub node_name: String,
    /// When it began.
    pub started_at: String,
    /// When it ended.
    pub ended_at: Option<String>,
    /// Who began it.
    pub triggered_by: String,
    /// On whose behalf.
    pub named_user: Option<String>,
}

/// A page of the log of an action: its requests, in their order, with their messages, the oldest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ActionLog {
    /// The items of this page.
    pub items: Vec<ActionRequest>,
    /// For the next page, as `after`.
    pub next: Option<String>,
}

/// A request of an action.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ActionRequest {
    /// Its number.
    pub request: i64,
    /// How far it is.
    pub status: String,
    /// What was said about it, the oldest first.
    pub messages: Vec<LogMessage>,
}

/// A line of a log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct LogMessage {
    /// Its number.
    pub id: i64,
    /// `I`, `W`, `E`, …
    pub severity: String,
    /// What is said.
    pub text: String,
    /// When it was made.
    pub created_at: String,
}

/// How much room uploaded files take.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Storage {
    /// How many bytes they have.
    pub used_bytes: i64,
    /// How many there are.
    pub files: i64,
}

/// Imports of a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ImportSummary {
    /// How many imports ended, or run, with which status, since then.
    pub counts: BTreeMap<String, i64>,
    /// From when on.
    pub since: String,
}
