//! Actions and logs.

use serde::{Deserialize, Serialize};

/// `GET /v2/actions/{id}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Action {
    pub id: i64,
    /// `I`, `NU`, …
    pub r#type: String,
    /// `running`, …
    pub status: String,
    pub started_at: String,
    /// Absent while it runs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended_at: Option<String>,
    /// Technical.
    pub triggered_by: String,
    /// For people.
    pub triggered_by_named_user: String,
    pub node_name: String,
    pub transport_requests: Vec<ActionRequest>,
}

/// One request of an action.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActionRequest {
    pub id: i64,
    pub status: String,
    /// Its entries.
    pub entities: Vec<Entity>,
}

/// One entry of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Entity {
    /// The entry.
    pub id: i64,
    pub uri: String,
    pub file_name: String,
    pub status: String,
}

/// `GET /v2/actions/{id}/logs`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActionLogs {
    /// One for each request.
    pub logs: Vec<ActionLog>,
}

/// The log of one request in an action.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ActionLog {
    pub transport_request_id: i64,
    pub status: String,
    /// About the request, newest first.
    pub messages: Vec<Message>,
    /// About its entries.
    pub entities: Vec<EntityLog>,
}

/// `GET /v2/nodes/{id}/transportRequests/{id}/logs`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequestLogs {
    /// One for each action, newest first.
    pub logs: Vec<RequestLog>,
}

/// The log of one action on a request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RequestLog {
    pub action_id: i64,
    /// `I`, `NU`, …
    pub action_type: String,
    /// How the request fared.
    pub status: String,
    pub action_started_at: String,
    /// Technical.
    pub action_triggered_by: String,
    /// For people.
    pub action_triggered_by_named_user: String,
    /// About the request, newest first.
    pub messages: Vec<Message>,
    /// About its entries.
    pub entities: Vec<EntityLog>,
}

/// The log of one entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct EntityLog {
    /// The entry.
    pub id: i64,
    pub uri: String,
    pub file_name: String,
    pub status: String,
    /// Newest first.
    pub messages: Vec<Message>,
}

/// One line of a log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Message {
    pub id: i64,
    /// A word, or one blank.
    pub message_id: String,
    /// `F`, `E`, `W`, `I`.
    pub severity: String,
    pub message: String,
    pub created_at: String,
}
